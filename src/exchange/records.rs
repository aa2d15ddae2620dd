//! The records of a board as lines, as they were written and sealed. Nothing is made of them: a board takes them in as they
//! are, and each stays the word of whoever wrote it.

use super::input;
use crate::domain::id::BoardId;
use crate::domain::record::Record;

/// A file of records.
#[derive(Debug)]
pub struct Records {
    /// The board whose records they are.
    pub board: BoardId,
    text: String,
}

impl Records {
    /// What the bytes of a file hold; `None` where its first line is no record.
    pub fn of(bytes: &[u8]) -> Option<Records> {
        let text = input::read(bytes).ok()?.text;
        let board = first(&text)?.board;
        Some(Records { board, text: text.into_owned() })
    }

    /// The records and seals, a line each.
    pub fn lines(&self) -> Vec<&str> {
        self.text.lines().filter(|line| !line.trim().is_empty()).collect()
    }
}

/// Whether a file holds records.
pub(super) fn is_of_records(text: &str) -> bool {
    first(text).is_some()
}

fn first(text: &str) -> Option<Record> {
    Record::read(text.lines().find(|line| !line.trim().is_empty())?).ok()
}
