//! Copies that are whole, and marked as what they are: whoever opens one reads it, so that nobody goes on working on a copy
//! that the others do not see. Restoring it takes the mark away.

use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::thread;
use std::time::Duration;

use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};

use super::{Store, StoreError, file};
use crate::files::{Access, Beside};

/// The row of `meta` that marks a copy.
const MARK: &str = "backup";

/// Whether the board in this connection is a backup.
pub(super) fn is_marked(connection: &Connection) -> Result<bool, StoreError> {
    Ok(connection.prepare("SELECT 1 FROM meta WHERE key = ?1")?.exists([MARK])?)
}

/// Makes a board of a backup.
pub(super) fn unmark(connection: &Connection) -> Result<(), StoreError> {
    connection.execute("DELETE FROM meta WHERE key = ?1", [MARK])?;
    Ok(())
}

/// As what a copy is opened.
#[derive(Clone, Copy, PartialEq, Eq)]
enum As {
    Backup,
    Board,
}

/// What SQLite made beside a file, taken away again where it did not come to its end.
struct SidesOf<'p>(&'p Path);

impl Drop for SidesOf<'_> {
    fn drop(&mut self) {
        for behind in ["-journal", "-wal", "-shm"] {
            let _ = std::fs::remove_file(file::beside(self.0, behind));
        }
    }
}

impl Store {
    /// Copies the board to a new file, also while others write. A plain copy of the file would miss what
    /// still stands in the write-ahead log. It is made under another name and gets its own when it is whole: where
    /// making it fails, nothing of it is left.
    pub fn backup(&self, to: &Path) -> Result<(), StoreError> {
        self.put_copy(to, As::Backup)
    }

    /// The same as a board to go on with: of one in memory, which nobody else can see.
    pub fn put_in_file(&self, to: &Path) -> Result<(), StoreError> {
        self.put_copy(to, As::Board)
    }

    /// Writes all records and seals to a new file, a line each, of one moment: of it another copy of the board takes in what
    /// it lacks. Who may read the board may read the file.
    pub fn backup_records(&self, to: &Path) -> Result<(), StoreError> {
        let failed =
            |error: io::Error| StoreError::CannotMake { path: to.to_owned(), why: error.to_string() };
        let _still = self.still()?;
        let new = Beside::new(to, Access::in_folder(file::folder(to))).map_err(failed)?;
        let mut out = BufWriter::new(&new.file);
        let mut written = Ok(());
        self.lines(|line| {
            if written.is_ok() {
                written = writeln!(out, "{line}");
            }
        })?;
        written.and_then(|()| out.flush()).map_err(failed)?;
        drop(out);
        new.put().map_err(failed)
    }

    fn put_copy(&self, to: &Path, kind: As) -> Result<(), StoreError> {
        let cannot = |why: String| StoreError::CannotMake { path: to.to_owned(), why };
        let failed = |error: io::Error| cannot(error.to_string());
        let new = Beside::new(to, Access::in_folder(file::folder(to))).map_err(failed)?;
        let sides = SidesOf(new.path());
        let mut copy = Connection::open(new.path()).map_err(|error| cannot(error.to_string()))?;
        self.copy_to(&mut copy, kind).map_err(|error| match error {
            // The disk of the copy: nothing is wrong with the board.
            StoreError::Full => cannot(io::Error::from(io::ErrorKind::StorageFull).to_string()),
            StoreError::Io(error) => failed(error),
            error => error,
        })?;
        copy.close().map_err(|(_, error)| error)?;
        drop(sides);
        new.put().map_err(failed)
    }

    fn copy_to(&self, copy: &mut Connection, kind: As) -> Result<(), StoreError> {
        {
            let backup = Backup::new(&self.connection, copy)?;
            // All at once: a copy in steps begins anew whenever somebody writes in between, and might never end.
            while backup.step(-1)? != StepResult::Done {
                thread::sleep(Duration::from_millis(10));
            }
        }
        // The copy is one file: nothing of it waits in a log beside it.
        let _: String = copy.query_row("PRAGMA journal_mode = DELETE", [], |row| row.get(0))?;
        if kind == As::Board {
            return Ok(());
        }
        // A board too damaged to be marked is worth keeping all the same.
        match copy.execute("INSERT OR REPLACE INTO meta VALUES (?1, 1)", [MARK]).map_err(StoreError::from) {
            Err(StoreError::Damaged { .. }) => {}
            marked => drop(marked?),
        }
        Ok(())
    }
}
