//! The signals that end the program, as a number that the loop looks at; so the end is the ordinary one, and
//! the terminal is restored by the same code as always.
//!
//! A loop that is stuck does not look. So the thread that catches a signal gives it `GRACE`, then restores
//! the terminal itself and ends the process.

use std::{
    io,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicI32, Ordering},
    },
    thread,
    time::Duration,
};

use signal_hook::{
    consts::{SIGHUP, SIGINT, SIGTERM},
    flag,
    iterator::{Handle, Signals as Caught},
};

use super::terminal;

/// How long the loop has, after a signal, to look at it.
const GRACE: Duration = Duration::from_secs(2);

/// Catches SIGTERM, SIGHUP and SIGINT for as long as it lives; after that they do again what they do by
/// default.
pub struct Signals {
    state: Arc<State>,
    over: Arc<AtomicBool>,
    handle: Handle,
}

#[derive(Default)]
struct State {
    caught: AtomicI32,
    seen: AtomicBool,
}

impl Signals {
    /// Begins to catch.
    pub fn watch() -> io::Result<Signals> {
        let ends = [SIGTERM, SIGHUP, SIGINT];
        let over = Arc::new(AtomicBool::new(false));
        for signal in ends {
            // A caught signal stays caught in this crate, so the default has to be asked for, once we are
            // over.
            flag::register_conditional_default(signal, Arc::clone(&over))?;
        }
        let mut caught = Caught::new(ends)?;
        let (handle, state) = (caught.handle(), Arc::new(State::default()));
        let shared = Arc::clone(&state);
        thread::Builder::new().name("signals".into()).spawn(move || {
            for signal in caught.forever() {
                // While the terminal is lent to another program, its Ctrl-C reaches us too and is not meant
                // for us.
                if signal != SIGINT || terminal::is_held() {
                    shared.caught.store(signal, Ordering::SeqCst);
                    shared.insist(signal);
                }
            }
        })?;
        Ok(Signals { state, over, handle })
    }

    /// The signal that was caught, if any: the loop has to return.
    pub fn caught(&self) -> Option<i32> {
        let signal = self.state.caught.load(Ordering::SeqCst);
        self.state.seen.fetch_or(signal != 0, Ordering::SeqCst);
        (signal != 0).then_some(signal)
    }
}

impl Drop for Signals {
    fn drop(&mut self) {
        self.over.store(true, Ordering::SeqCst);
        self.handle.close();
    }
}

impl State {
    /// Ends the process if nobody looks in time.
    fn insist(&self, signal: i32) {
        let step = Duration::from_millis(50);
        for _ in 0..GRACE.as_millis() / step.as_millis() {
            if self.seen.load(Ordering::SeqCst) {
                return;
            }
            thread::sleep(step);
        }
        terminal::restore_without_waiting();
        std::process::exit(exit_status(signal));
    }
}

/// The exit status of a process that a signal ended, as shells count.
pub fn exit_status(signal: i32) -> i32 {
    128 + signal
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signal_becomes_a_number_for_the_loop() {
        let signals = Signals::watch().unwrap();
        assert_eq!(signals.caught(), None);
        signal_hook::low_level::raise(SIGHUP).unwrap();
        let caught = (0..100).find_map(|_| {
            thread::sleep(Duration::from_millis(10));
            signals.caught()
        });
        assert_eq!(caught.map(exit_status), Some(129));
    }
}
