//! The keys over the journal.

use super::vocabulary::{Choice, Row, Takes, Vocabulary, says};
use crate::domain::subject::Kind;

/// What a key asks of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Key {
    /// Who did it.
    By,
    /// To what it was done: a task, a role, a goal, a person.
    About,
    /// From which day on.
    Since,
    /// Up to which day.
    Until,
}

const ME: Choice = Choice { word: "me", doc: says!(filter_me) };

/// The keys over the journal, in the order in which they are proposed.
pub static JOURNAL: Vocabulary<Key> = Vocabulary {
    rows: &[
        (Key::By, Row::new("by", says!(journal_key_by), &[ME], Takes::Subject(Kind::Member), "ayu")),
        (Key::About, Row::new("about", says!(journal_key_about), &[], Takes::Subject(Kind::Member), "bakul")),
        (Key::Since, Row::new("since", says!(journal_key_since), &[], Takes::Since, "mon")),
        (Key::Until, Row::new("until", says!(journal_key_until), &[], Takes::Since, "fri")),
    ],
};
