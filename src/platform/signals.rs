//! The signals that end, stop or wake a process, as calls on a thread of their own.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use signal_hook::consts::{
    SIGABRT, SIGALRM, SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGUSR1, SIGUSR2, SIGXCPU,
};
use signal_hook::flag;
use signal_hook::iterator::{Handle, Signals};
use signal_hook::low_level::emulate_default_handler;

/// All that end a process from outside, as far as they can be caught.
const ENDS: [i32; 9] = [SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGABRT, SIGALRM, SIGUSR1, SIGUSR2, SIGXCPU];

/// What a process is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signal {
    /// To stop, as by Ctrl-Z.
    Stop,
    /// It was stopped and goes on.
    Resume,
    /// To end, by a key of the terminal; its number.
    Key(i32),
    /// To end.
    End(i32),
}

impl Signal {
    fn of(number: i32) -> Signal {
        match number {
            SIGTSTP => Signal::Stop,
            SIGCONT => Signal::Resume,
            SIGINT | SIGQUIT => Signal::Key(number),
            number => Signal::End(number),
        }
    }
}

/// Catches signals for as long as it lives; after that they do again what they do by default.
pub struct Watch {
    over: Arc<AtomicBool>,
    handle: Handle,
}

impl Watch {
    /// Begins to catch; each signal is handed to `hear`, on a thread of its own.
    pub fn begin(hear: impl Fn(Signal) + Send + 'static) -> io::Result<Watch> {
        let over = Arc::new(AtomicBool::new(false));
        for signal in ENDS.into_iter().chain([SIGTSTP]) {
            // A caught signal stays caught in this crate, so the default has to be asked for, once we are
            // over.
            flag::register_conditional_default(signal, Arc::clone(&over))?;
        }
        let mut caught = Signals::new(ENDS.into_iter().chain([SIGTSTP, SIGCONT]))?;
        let handle = caught.handle();
        thread::Builder::new()
            .name("signals".into())
            .spawn(move || caught.forever().for_each(|signal| hear(Signal::of(signal))))?;
        Ok(Watch { over, handle })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.over.store(true, Ordering::SeqCst);
        self.handle.close();
    }
}

/// Stops the process as Ctrl-Z does where it is not caught; returns when the shell lets it go on.
pub fn stop() -> io::Result<()> {
    emulate_default_handler(SIGTSTP)
}

/// The exit status of a process that a signal ended, as shells count.
pub fn exit_status(signal: i32) -> i32 {
    128 + signal
}
