//! The signals that end, stop or wake the program, as something that the loop looks at; so the end is the ordinary
//! one, and the terminal is given back and taken by the same code as always.
//!
//! ```text
//! TERM HUP INT QUIT …   Input::Signal     the loop returns
//! TSTP                  Input::Stop       the terminal is given back, then the process stops
//! CONT                  Input::Resumed    somebody else may have had the terminal: it is taken anew
//! ```
//!
//! A loop that is stuck does not look. So the thread that catches a signal to end gives it `GRACE`, then restores
//! the terminal itself and ends the process.

use std::{
    io,
    sync::{
        Arc, OnceLock,
        atomic::{AtomicBool, AtomicI32, Ordering},
    },
    thread,
    time::Duration,
};

use super::terminal;
use crate::platform::signals::{self, Signal, Watch};

pub use crate::platform::signals::exit_status;

/// How long the loop has, after a signal, to look at it.
const GRACE: Duration = Duration::from_secs(2);

/// Catches signals for as long as it lives; after that they do again what they do by default.
pub struct Signals {
    state: Arc<State>,
    _watch: Watch,
}

/// What wakes whoever has to look.
type Alarm = Box<dyn Fn() + Send + Sync>;

#[derive(Default)]
struct State {
    alarm: OnceLock<Alarm>,
    caught: AtomicI32,
    seen: AtomicBool,
    stop: AtomicBool,
    resumed: AtomicBool,
}

impl Signals {
    /// Begins to catch.
    pub fn watch() -> io::Result<Signals> {
        let state = Arc::new(State::default());
        let shared = Arc::clone(&state);
        let watch = Watch::begin(move |signal| shared.hear(signal))?;
        Ok(Signals { state, _watch: watch })
    }

    /// Calls `alarm`, on a thread of its own, whenever there is something to look at; the first one given stays.
    pub fn wake_by(&self, alarm: impl Fn() + Send + Sync + 'static) {
        let _ = self.state.alarm.set(Box::new(alarm));
        // For what came before there was anybody to wake.
        self.state.wake();
    }

    /// The signal that was caught, if any: the loop has to return.
    pub fn caught(&self) -> Option<i32> {
        let signal = self.state.caught.load(Ordering::SeqCst);
        self.state.seen.fetch_or(signal != 0, Ordering::SeqCst);
        (signal != 0).then_some(signal)
    }

    /// Whether the process was asked to stop, since this was last asked.
    pub fn is_to_stop(&self) -> bool {
        self.state.stop.swap(false, Ordering::SeqCst)
    }

    /// Whether the process was stopped and goes on, since this was last asked.
    pub fn has_resumed(&self) -> bool {
        self.state.resumed.swap(false, Ordering::SeqCst)
    }
}

impl State {
    /// On the thread that catches.
    fn hear(&self, signal: Signal) {
        match (signal, terminal::is_held()) {
            (Signal::Stop, true) => self.tell(|| self.stop.store(true, Ordering::SeqCst)),
            (Signal::Resume, true) => self.tell(|| self.resumed.store(true, Ordering::SeqCst)),
            // While the terminal is lent to another program, its Ctrl-Z reaches us too: a shell waits until both have
            // stopped. What cannot be stopped goes on.
            (Signal::Stop, false) => drop(signals::stop()),
            // Its Ctrl-C and Ctrl-\ are not meant for us. And after it the terminal is taken in any case.
            (Signal::Key(_) | Signal::Resume, false) => {}
            (Signal::Key(end) | Signal::End(end), _) => {
                self.tell(|| self.caught.store(end, Ordering::SeqCst));
                self.insist(end);
            }
        }
    }

    /// Notes what came, then wakes who has to look at it.
    fn tell(&self, note: impl FnOnce()) {
        note();
        self.wake();
    }

    fn wake(&self) {
        if let Some(alarm) = self.alarm.get() {
            alarm();
        }
    }

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
