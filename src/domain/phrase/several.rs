//! Several subjects to which the same was done: one sentence names them all.

use super::titled::{Phrase, titled};
use crate::domain::id::SubjectId;
use crate::domain::names::{Named, Names};
use crate::words::words;

/// So many are named; of more it is said how many.
const NAMED: usize = 5;

/// So many are still named with their titles.
const TITLED: usize = 2;

/// How a sentence about one subject calls all of these: `bak, dan, kag, nus, pov +3`. With none it is a sign that nobody
/// types, by which two sentences can be compared that differ only in what they are about.
pub fn together(ids: &[SubjectId], names: &Names) -> Named {
    if ids.is_empty() {
        return Named { handle: "\u{3}".to_owned(), name: String::new() };
    }
    let called = |id: &SubjectId| match ids.len() {
        ..=TITLED => titled(names.handle(*id), names.name(*id)),
        _ => names.handle(*id).to_owned(),
    };
    let named = ids.iter().take(NAMED).map(called).collect::<Vec<_>>().join(", ");
    let handle = match ids.len().saturating_sub(NAMED) {
        0 => named,
        more => words().phrase_and_more(named, more),
    };
    Named { handle, name: String::new() }
}

/// A sentence in which several subjects are called as [`together`] calls them.
pub fn of_several(sentence: &str) -> Phrase {
    Phrase::read(sentence)
}
