//! What can go wrong with a file, told apart by what a person can do about it.

use std::path::PathBuf;

use rusqlite::ErrorCode;

use crate::domain::id::SubjectId;

/// Why a store can be read only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadOnly {
    /// A newer Setara wrote it.
    Newer { version: i64 },
    /// The disk or the file does not let us write.
    Disk,
    /// It is a backup.
    Backup,
}

/// What went wrong with the file.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    #[error("{path} is not a board")]
    NotABoard { path: PathBuf },
    #[error("there is no board at {path}")]
    Missing { path: PathBuf },
    #[error("{path} cannot be made: {why}")]
    CannotMake { path: PathBuf, why: String },
    #[error("{path} cannot be opened: {why}")]
    CannotOpen { path: PathBuf, why: String },
    /// A link, a pipe or a folder stands where our lock belongs.
    #[error("{path} is not a lock")]
    NotALock { path: PathBuf },
    /// It was moved, deleted or replaced while it was open; nothing was written.
    #[error("{path} is not the board any more that was opened")]
    Moved { path: PathBuf },
    /// The same, while something was written to it.
    #[error("what was written is not in {path}")]
    WrittenElsewhere { path: PathBuf },
    /// A backup lies in its place, beside the log of the old board.
    #[error("a backup was copied over {path}")]
    CopiedOver { path: PathBuf },
    /// There is nowhere to keep a key.
    #[error("there is no home to keep a key in")]
    NoHome,
    /// A statement wrote nothing where it had to.
    #[error("the table {0} did not take what was written")]
    NotWritten(&'static str),
    /// What the schema holds is not ours.
    #[error("the board holds {0}, which is not of this program")]
    Foreign(String),
    /// A record of a subject cannot be read, so that nothing can be built on it.
    #[error("the history of {0} is damaged")]
    DamagedSubject(SubjectId),
    #[error("{path} was written by a newer version")]
    Newer { path: PathBuf, version: i64 },
    #[error("{path} cannot be written")]
    ReadOnly { path: PathBuf },
    #[error("{path} is a backup")]
    Backup { path: PathBuf },
    #[error("the disk is full")]
    Full,
    #[error("another program holds the board")]
    Busy,
    /// Nothing was begun, so that the same can be tried again.
    #[error("another program writes to the board")]
    NotOurTurn,
    #[error("{path} is damaged")]
    Damaged { path: PathBuf },
    #[error("{0}")]
    Io(#[from] std::io::Error),
    #[error("{0}")]
    Sql(rusqlite::Error),
    /// Whoever writes many actions together broke the rules of it, which is a fault of ours.
    #[error("many actions cannot be written together: {0}")]
    Together(&'static str),
    /// A panic of ours elsewhere, which is told by itself.
    #[error("a part of the work broke down")]
    Thread,
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> StoreError {
        use rusqlite::Error::{
            FromSqlConversionFailure, IntegralValueOutOfRange, InvalidColumnType, QueryReturnedNoRows,
            Utf8Error,
        };
        // A value that no version of this program writes, or an index that leads to no row: what read it came by a damaged
        // page.
        if matches!(
            error,
            FromSqlConversionFailure(..)
                | IntegralValueOutOfRange(..)
                | InvalidColumnType(..)
                | QueryReturnedNoRows
                | Utf8Error(..)
        ) {
            return StoreError::damaged();
        }
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => StoreError::Full,
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => StoreError::Busy,
            Some(ErrorCode::ReadOnly) => StoreError::ReadOnly { path: PathBuf::new() },
            Some(ErrorCode::NotADatabase) => StoreError::NotABoard { path: PathBuf::new() },
            // The machine's word, not a fault of ours: SQLite says which in English.
            Some(ErrorCode::CannotOpen | ErrorCode::PermissionDenied | ErrorCode::SystemIoFailure) => {
                StoreError::Io(std::io::Error::other(error))
            }
            Some(ErrorCode::DatabaseCorrupt) => StoreError::damaged(),
            _ if misses_a_part(&error) => StoreError::damaged(),
            _ => StoreError::Sql(error),
        }
    }
}

/// Whether a statement of ours meets a schema that is not ours: its text was damaged, or changed by another tool.
fn misses_a_part(error: &rusqlite::Error) -> bool {
    use rusqlite::Error::{SqlInputError, SqliteFailure};
    let said = match error {
        SqlInputError { msg, .. } => msg,
        SqliteFailure(_, Some(msg)) => msg,
        _ => return false,
    };
    said.starts_with("no such ")
        || said.starts_with("unknown function")
        || said.starts_with("duplicate column name")
        || said.ends_with(" already exists")
        || said.starts_with("vtable constructor failed")
        || said.contains("has no column named")
}

impl StoreError {
    /// The board's file holds what no version of this program writes; [`StoreError::at`] says which file it is.
    pub(super) fn damaged() -> StoreError {
        StoreError::Damaged { path: PathBuf::new() }
    }

    /// The same error, of the beginning of a write.
    pub(super) fn before_our_turn(self) -> StoreError {
        match self {
            StoreError::Busy => StoreError::NotOurTurn,
            other => other,
        }
    }

    /// The same error, saying which file it speaks of.
    pub(super) fn at(self, file: &std::path::Path) -> StoreError {
        match self {
            StoreError::ReadOnly { path } if path.as_os_str().is_empty() => {
                StoreError::ReadOnly { path: file.to_owned() }
            }
            StoreError::NotABoard { path } if path.as_os_str().is_empty() => {
                StoreError::NotABoard { path: file.to_owned() }
            }
            StoreError::Newer { path, version } if path.as_os_str().is_empty() => {
                StoreError::Newer { path: file.to_owned(), version }
            }
            StoreError::Damaged { path } if path.as_os_str().is_empty() => {
                StoreError::Damaged { path: file.to_owned() }
            }
            other => other,
        }
    }
}
