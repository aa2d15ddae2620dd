//! How much of an attack is run, and how long an answer may take.

use std::time::Duration;

/// Whether everything is run.
pub fn is_full() -> bool {
    std::env::var_os("SETARA_ATTACKS").is_some_and(|wanted| wanted == "full")
}

/// Of so many operations of the full run, those that are run now: all, a tenth, or in a debug build (which is there to
/// compile the attacks and to walk through each once) a fiftieth.
pub fn share(full: usize) -> usize {
    match () {
        () if is_full() => full,
        () if cfg!(debug_assertions) => (full / 50).max(2),
        () => (full / 10).max(4),
    }
}

/// Of a list of cases all; in a debug build a few.
pub fn some<T>(cases: &[T]) -> impl Iterator<Item = &T> {
    cases.iter().step_by(if cfg!(debug_assertions) && !is_full() { 7 } else { 1 })
}

/// What ends a process that does not answer: ten times what an answer may take. Machines that are busy stay below it.
pub const GUARD: Duration = Duration::from_secs(10);

/// What an answer may take before it counts as a hang.
pub fn patience() -> Duration {
    if is_full() { GUARD / 10 } else { GUARD }
}
