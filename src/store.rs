//! The only SQL. One SQLite file holds the append-only journal and the tables that follow from it.
//!
//! ```text
//! append --> journal row --> fold --> tables, search, tallies, findings      (one transaction)
//! screens and commands <-- windows, lookups                                  (indexed reads)
//! ```
//!
//! **Invariants:** what is acknowledged is in the journal and on the disk; the tables equal the fold of the journal at
//! every commit (`rebuild` proves it); a subject is folded from its own records only.

mod alike;
mod backup;
mod codec;
mod copy;
mod create;
mod derived;
mod error;
mod examine;
mod file;
mod finding;
mod hidden;
mod journal;
mod keyring;
mod lookup;
mod merged;
mod open;
mod origin;
mod own;
mod patience;
mod project;
mod read;
mod rebuild;
#[cfg(test)]
mod released;
mod repair;
mod replace;
mod replay;
mod replica;
mod schema;
mod seal;
mod search;
mod stage;
mod tally;
mod term;
mod verify;
mod window;
mod write;

#[cfg(test)]
mod tests;

use std::cell::Cell;
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use rusqlite::config::DbConfig;

use crate::domain::calendar::At;
use crate::domain::id::BoardId;

pub use crate::platform::locks::Holder;
pub use error::StoreError;
pub use examine::{Check, Depth, Examined, FileFacts, Progress};
pub use finding::{CurrentFinding, Question, Settled};
pub use hidden::{Ballot, HiddenBox, HiddenCard, HiddenVersion, LineKey, line_key};
pub use journal::Entry;
pub use keyring::{Keyring, machine};
pub use lookup::{CANDIDATES, Fitting, Match};
pub use patience::{Delay, on_wait};
pub use read::*;
pub use rebuild::Rebuilt;
#[cfg(test)]
pub use released::put_in_place_of as put_older;
pub use repair::Repaired;
pub use replace::{Restored, restore};
pub use replay::{EVENTS_COUNTED, Place, Replay, Rhythm};
pub use replica::Key;
pub use search::{Hit, words_sought};
pub use stage::{Light, StageSize};
pub use verify::{Fault, Reason, Verified};
pub use window::{
    Around, Arrangement, Filter, Group, Grouping, Groups, Has, Heading, Line, List, Order, RowClaim,
    RowOffer, TaskRow, Term, Test, Window,
};
pub use write::{LeftOut, Received, Writing};

/// A board's file, open.
pub struct Store {
    connection: Connection,
    /// What is read instead of a board that cannot be opened where it lies. After the connection to it.
    copy: Option<copy::Copy>,
    /// The file; `None` in memory. After all connections to it.
    file: Option<file::BoardFile>,
    path: PathBuf,
    board: BoardId,
    own: own::Own,
    /// Why nothing can be written, where that is so.
    read_only: Option<error::ReadOnly>,
    /// The version of the schema that was looked at last.
    schema: i64,
    was_sealed: bool,
    lines: journal::Lines,
    /// How many records were met that cannot be read.
    unread: Cell<usize>,
    /// The moment at which one looks at it: `as_of`.
    now: Cell<At>,
    together: write::Together,
}

impl Store {
    pub fn board(&self) -> BoardId {
        self.board
    }

    pub fn is_in_file(&self) -> bool {
        self.file.is_some()
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether it is gone with the process.
    pub fn is_in_memory(&self) -> bool {
        self.file.is_none()
    }

    /// Whether the file can be read but not written.
    pub fn is_read_only(&self) -> bool {
        self.read_only.is_some()
    }

    /// Room in memory for one large transaction.
    pub fn make_room(&self) -> Result<(), StoreError> {
        Ok(self.connection.pragma_update(None, "cache_size", open::ROOM_KIB)?)
    }

    /// Gives that room back.
    pub fn give_room_back(&self) -> Result<(), StoreError> {
        self.connection.pragma_update(None, "cache_size", open::CACHE_KIB)?;
        Ok(self.connection.execute_batch("PRAGMA shrink_memory")?)
    }

    /// Whether opening this board was the first to seal it, as it stood.
    pub fn was_sealed(&self) -> bool {
        self.was_sealed
    }

    /// How many records were met by now that cannot be read, and were passed over.
    pub fn unread(&self) -> usize {
        self.unread.get()
    }

    /// Whether the name still leads to the file that is open.
    fn in_place(&self) -> Result<(), StoreError> {
        match &self.file {
            Some(file) if self.copy.is_none() && !file.is_in_place() => {
                // What stands in the log belongs to the old file: written into the new one, it would ruin it.
                self.connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
                Err(StoreError::Moved { path: self.path.clone() })
            }
            _ => Ok(()),
        }
    }

    /// A number that changes when another process has written; cheap enough to ask many times a second. An error where
    /// the board is not in its place any more.
    pub fn version(&self) -> Result<i64, StoreError> {
        self.in_place()?;
        let mut asked = self.connection.prepare_cached("PRAGMA data_version")?;
        Ok(asked.query_row([], |row| row.get(0))?)
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        // The last connection to go takes the log into the file and away, by its name: which may be another board's by now.
        let _ = self.in_place();
    }
}
