//! Why a file could not be read, and what to type instead.

use std::fmt;

use super::import::State;
use crate::words::words;

/// A file that gives no board.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ImportError {
    /// The file holds nothing.
    Empty,
    /// The first byte that is no UTF-8, counted from 0.
    NotUtf8 { at: usize },
    /// Line and column count from 1.
    NotJson { line: usize, column: usize },
    /// The file stops before its last bracket is closed.
    Truncated { line: usize, column: usize },
    /// Proper JSON of another kind.
    NotABoard,
    /// An export of a newer Setara.
    NewerVersion { found: u32, known: u32 },
    /// `--list` names a list that is not in the file.
    UnknownList { name: String, known: Vec<String> },
    /// `--list` gives a state that does not exist.
    UnknownState { state: String },
}

impl ImportError {
    pub(super) fn json(error: &serde_json::Error) -> Self {
        let (line, column) = (error.line(), error.column());
        match error.classify() {
            serde_json::error::Category::Eof => ImportError::Truncated { line, column },
            serde_json::error::Category::Data => ImportError::NotABoard,
            serde_json::error::Category::Syntax | serde_json::error::Category::Io => {
                ImportError::NotJson { line, column }
            }
        }
    }

    /// What to do about it.
    pub fn hint(&self) -> String {
        match self {
            ImportError::NotUtf8 { .. } => words().import_hint_utf8(),
            // Not JSON from its first letter on: another kind of file.
            ImportError::NotJson { line: 1, column: ..=1 } => words().import_hint_formats(),
            ImportError::Truncated { .. } | ImportError::NotJson { .. } | ImportError::Empty => {
                words().import_hint_export_again()
            }
            ImportError::NotABoard => words().import_hint_formats(),
            ImportError::NewerVersion { .. } => words().import_hint_newer(),
            ImportError::UnknownList { known, .. } if known.is_empty() => words().import_hint_no_lists(),
            ImportError::UnknownList { known, .. } => words().import_hint_lists(known.join(", ")),
            ImportError::UnknownState { .. } => {
                words().import_hint_states(State::ALL.map(State::word).join(", "))
            }
        }
    }
}

impl fmt::Display for ImportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&match self {
            ImportError::Empty => words().import_error_empty(),
            ImportError::NotUtf8 { at } => words().import_error_utf8(*at),
            ImportError::NotJson { line, column } => words().import_error_json(*line, *column),
            ImportError::Truncated { line, column } => words().import_error_truncated(*line, *column),
            ImportError::NotABoard => words().import_error_not_a_board(),
            ImportError::NewerVersion { found, known } => words().import_error_newer(*found, *known),
            ImportError::UnknownList { name, .. } => words().import_error_list(name),
            ImportError::UnknownState { state } => words().import_error_state(state),
        })
    }
}

impl std::error::Error for ImportError {}
