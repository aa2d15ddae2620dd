//! Panics, while the terminal is held: one clear line on a restored terminal instead of a heap of text in a
//! half-drawn frame.
//!
//! A panic of the thread that draws ends the program: the terminal is restored first, then the line is
//! printed. A panic of a worker ends that worker only; its line waits until the loop takes it for the status
//! line, or until the terminal is given back. Where the terminal is not held, or `RUST_BACKTRACE` asks for
//! more, the hook that was there before speaks.

use std::{
    io::{self, Write},
    panic::{self, PanicHookInfo},
    sync::{Mutex, MutexGuard, Once, PoisonError},
    thread::{self, ThreadId},
};

use super::{terminal, text};
use crate::words::words;

static DRAWS: Mutex<Option<ThreadId>> = Mutex::new(None);
static FAULTS: Mutex<Vec<String>> = Mutex::new(Vec::new());

/// Takes over from the panic hook that is set, once for the process; the calling thread is the one that
/// draws.
pub(super) fn watch() {
    static ONCE: Once = Once::new();
    *open(&DRAWS) = Some(thread::current().id());
    ONCE.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if !terminal::is_held() {
                before(info);
            } else if *open(&DRAWS) != Some(thread::current().id()) {
                open(&FAULTS).push(line(&words().scr_fault_behind(), info));
            } else {
                terminal::restore();
                if wants_backtrace(std::env::var("RUST_BACKTRACE").ok().as_deref()) {
                    before(info);
                } else {
                    let _ = writeln!(io::stderr(), "{}", line(&words().scr_fault(), info));
                }
            }
        }));
    });
}

/// The lines of the workers that broke down since the last call.
pub fn take() -> Vec<String> {
    std::mem::take(&mut open(&FAULTS))
}

/// What people read of a panic, in one line.
fn line(what: &str, info: &PanicHookInfo<'_>) -> String {
    let message = info.payload_as_str().unwrap_or("?");
    let place = info.location().map(|at| format!(" ({}:{})", at.file(), at.line())).unwrap_or_default();
    format!("setara: {what}: {}{place}", text::inert(message))
}

fn wants_backtrace(variable: Option<&str>) -> bool {
    variable.is_some_and(|value| !value.is_empty() && value != "0")
}

/// A panic elsewhere must not keep this one from being told.
fn open<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_backtrace_is_shown_only_if_asked_for() {
        assert!(wants_backtrace(Some("1")) && wants_backtrace(Some("full")));
        assert!(!wants_backtrace(None) && !wants_backtrace(Some("0")) && !wants_backtrace(Some("")));
    }
}
