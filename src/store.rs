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
mod error;
mod finding;
mod journal;
mod lookup;
mod open;
mod origin;
mod project;
mod read;
mod rebuild;
mod replay;
mod replica;
mod search;
mod tally;
mod term;
mod window;
mod write;

#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};

use rusqlite::Connection;

use crate::domain::id::BoardId;

pub use backup::Health;
pub use error::StoreError;
pub use finding::{Held, Settled};
pub use journal::Entry;
pub use lookup::{CANDIDATES, Match};
pub use read::*;
pub use rebuild::Rebuilt;
pub use replay::{EVENTS_COUNTED, Place, Replay, Rhythm};
pub use replica::Key;
pub use search::Hit;
pub use window::{
    Around, Arrangement, Filter, Group, Grouping, Has, Heading, Line, List, Order, RowClaim, TaskRow, Term,
    Test, Window,
};
pub use write::Writing;

/// A board's file, open.
pub struct Store {
    connection: Connection,
    path: PathBuf,
    board: BoardId,
    /// Why nothing can be written, where that is so.
    read_only: Option<error::ReadOnly>,
}

impl Store {
    pub fn board(&self) -> BoardId {
        self.board
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether the file can be read but not written.
    pub fn is_read_only(&self) -> bool {
        self.read_only.is_some()
    }

    /// Room in memory for one large transaction: with little, its pages travel to the disk and back many times.
    pub fn make_room(&self) -> Result<(), StoreError> {
        Ok(self.connection.pragma_update(None, "cache_size", -256 * 1024)?)
    }

    /// Gives that room back.
    pub fn give_room_back(&self) -> Result<(), StoreError> {
        self.connection.pragma_update(None, "cache_size", open::CACHE_KIB)?;
        Ok(self.connection.execute_batch("PRAGMA shrink_memory")?)
    }

    /// A number that changes when another process has written; cheap enough to ask many times a second.
    pub fn version(&self) -> Result<i64, StoreError> {
        Ok(self.connection.pragma_query_value(None, "data_version", |row| row.get(0))?)
    }
}
