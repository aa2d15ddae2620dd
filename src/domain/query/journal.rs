//! The keys over the journal.

use super::vocabulary::{Choice, Row, Takes, Vocabulary};
use crate::words::{Words, words};

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

macro_rules! doc {
    ($name:ident) => {
        || Words::$name(words())
    };
}

const ME: Choice = Choice { word: "me", doc: doc!(filter_me) };

/// The keys over the journal, in the order in which they are proposed.
pub static JOURNAL: Vocabulary<Key> = Vocabulary {
    rows: &[
        (Key::By, row("by", doc!(journal_key_by), &[ME], Takes::Member, "ayu")),
        (Key::About, row("about", doc!(journal_key_about), &[], Takes::MemberOrTask, "bakul")),
        (Key::Since, row("since", doc!(journal_key_since), &[], Takes::Since, "mon")),
        (Key::Until, row("until", doc!(journal_key_until), &[], Takes::Since, "fri")),
    ],
};

const fn row(
    key: &'static str,
    doc: fn() -> String,
    choices: &'static [Choice],
    takes: Takes,
    example: &'static str,
) -> Row {
    Row { key, doc, choices, takes, example }
}
