//! Panics, while the terminal is held: one clear line on a restored terminal instead of a heap of text in a
//! half-drawn frame.
//!
//! A panic ends the program, on whichever thread it came: the terminal is restored first, then the hook that was there before
//! speaks, and ends the process. What was written to the board stays, what was under way is undone by SQLite.

use std::panic;
use std::sync::Once;

use super::terminal;

/// Takes over from the panic hook that is set, once for the process.
pub(super) fn watch() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            terminal::restore();
            before(info);
        }));
    });
}
