//! Why a file could not be read, and what to type instead.

use std::fmt;

use super::import::{Source, State};
use super::table::{Field, NOTHING};
use super::tally::clip;
use crate::words::words;

/// A file that gives no board.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ImportError {
    /// The file holds nothing.
    Empty,
    /// It could not be unpacked to its end.
    Unpacking,
    /// More than a gigabyte when unpacked.
    TooLarge,
    /// The first byte that is no UTF-8, counted from 0.
    NotUtf8 { at: usize },
    /// Line and column count from 1.
    NotJson { line: usize, column: usize },
    /// The file stops before its last bracket is closed.
    Truncated { line: usize, column: usize },
    /// A file of another kind, and of which, where that can be seen.
    NotABoard { may_be: Option<Other> },
    /// A board in which there is nothing to bring in; `unread` things in it could not be read.
    NothingInIt { source: Source, unread: usize },
    /// Issues that are all pull requests, which stay out unless they are asked for.
    OnlyPullRequests { count: usize },
    /// An export of a newer Setara.
    NewerVersion { found: u32, known: u32 },
    /// `--list` names a list that is not in the file.
    UnknownList { name: String, known: Vec<String> },
    /// `--list` gives a state that does not exist.
    UnknownState { state: String },
    /// `--column` names a column that is not in the file.
    UnknownColumn { name: String, known: Vec<String> },
    /// `--column` gives a field that does not exist.
    UnknownField { field: String },
    /// A table of which no column is the title.
    NoTitle { known: Vec<String> },
}

/// What a file that is no board of any kind is instead, by its first bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Other {
    /// A database, such as a board of Setara itself.
    Board,
    /// A ZIP, as spreadsheets and downloads are.
    Zip,
    /// Packed by another program than gzip.
    Packed,
    Pdf,
    Html,
    /// Records of a board of Setara, a line each.
    Records,
}

impl Other {
    pub(super) fn of(bytes: &[u8]) -> Option<Other> {
        const SIGNS: [(&[u8], Other); 6] = [
            (b"SQLite format 3\0", Other::Board),
            (b"PK\x03\x04", Other::Zip),
            (b"%PDF", Other::Pdf),
            (b"BZh", Other::Packed),
            (b"\xfd7zXZ", Other::Packed),
            (b"(\xb5/\xfd", Other::Packed),
        ];
        if let Some((_, other)) = SIGNS.iter().find(|(sign, _)| bytes.starts_with(sign)) {
            return Some(*other);
        }
        let start = bytes.trim_ascii_start();
        let is_page = [&b"<!doctype"[..], b"<html"]
            .iter()
            .any(|tag| start.get(..tag.len()).is_some_and(|start| start.eq_ignore_ascii_case(tag)));
        is_page.then_some(Other::Html)
    }
}

impl ImportError {
    pub(super) fn json(error: &serde_json::Error) -> Self {
        let (line, column) = (error.line(), error.column());
        match error.classify() {
            serde_json::error::Category::Eof => ImportError::Truncated { line, column },
            serde_json::error::Category::Data => ImportError::NotABoard { may_be: None },
            serde_json::error::Category::Syntax | serde_json::error::Category::Io => {
                ImportError::NotJson { line, column }
            }
        }
    }

    /// What to do about it.
    pub fn hint(&self) -> String {
        match self {
            ImportError::NotUtf8 { .. } => words().import_hint_utf8(),
            ImportError::Truncated { .. }
            | ImportError::NotJson { .. }
            | ImportError::Empty
            | ImportError::Unpacking
            | ImportError::NothingInIt { .. } => words().import_hint_export_again(),
            ImportError::TooLarge | ImportError::NotABoard { may_be: None } => words().import_hint_formats(),
            ImportError::NotABoard { may_be: Some(other) } => match other {
                Other::Board => words().import_hint_database(),
                Other::Zip => words().import_hint_zip(),
                Other::Packed => words().import_hint_packed(),
                Other::Pdf | Other::Html => words().import_hint_formats(),
                Other::Records => words().import_hint_records(),
            },
            ImportError::OnlyPullRequests { .. } => words().import_hint_pull_requests(),
            ImportError::NewerVersion { .. } => words().import_hint_newer(),
            ImportError::UnknownList { known, .. } if known.is_empty() => words().import_hint_no_lists(),
            ImportError::UnknownList { known, .. } => words().import_hint_lists(known.join(", ")),
            ImportError::UnknownColumn { known, .. } if known.is_empty() => words().import_hint_no_columns(),
            ImportError::UnknownColumn { known, .. } => words().import_hint_columns(named(known)),
            ImportError::UnknownField { .. } => {
                words().import_hint_fields(Field::ALL.map(Field::word).join(", "), NOTHING)
            }
            ImportError::NoTitle { known } => words().import_hint_title(named(known)),
            ImportError::UnknownState { .. } => {
                words().import_hint_states(State::ALL.map(State::word).join(", "))
            }
        }
    }
}

/// Names of columns, but for those without one.
fn named(columns: &[String]) -> String {
    let named: Vec<String> = columns.iter().filter(|name| !name.is_empty()).map(|name| clip(name)).collect();
    named.join(", ")
}

impl fmt::Display for ImportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&match self {
            ImportError::Empty => words().import_error_empty(),
            ImportError::Unpacking => words().import_error_unpacking(),
            ImportError::TooLarge => words().import_error_too_large(),
            ImportError::NotUtf8 { at } => words().import_error_utf8(*at),
            ImportError::NotJson { line, column } => words().import_error_json(*line, *column),
            ImportError::Truncated { line, column } => words().import_error_truncated(*line, *column),
            ImportError::NotABoard { may_be: None } => words().import_error_not_a_board(),
            ImportError::NotABoard { may_be: Some(other) } => match other {
                Other::Board => words().import_error_database(),
                Other::Zip => words().import_error_zip(),
                Other::Packed => words().import_error_packed(),
                Other::Pdf => words().import_error_pdf(),
                Other::Html => words().import_error_html(),
                Other::Records => words().import_error_records(),
            },
            ImportError::NothingInIt { source, unread } => {
                words().import_error_nothing(*unread, source.called())
            }
            ImportError::OnlyPullRequests { count } => words().import_error_pull_requests(*count),
            ImportError::NewerVersion { found, known } => words().import_error_newer(*found, *known),
            ImportError::UnknownList { name, .. } => words().import_error_list(name),
            ImportError::UnknownState { state } => words().import_error_state(state),
            ImportError::UnknownColumn { name, .. } => words().import_error_column(name),
            ImportError::UnknownField { field } => words().import_error_field(field),
            ImportError::NoTitle { .. } => words().import_error_no_title(),
        })
    }
}

impl std::error::Error for ImportError {}
