//! Copies that are whole.

use std::path::Path;
use std::thread;
use std::time::Duration;

use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};

use super::{Store, StoreError};

impl Store {
    /// Copies the board to a new file, also while others write. A plain copy of the file would miss what
    /// still stands in the write-ahead log.
    pub fn backup(&self, to: &Path) -> Result<(), StoreError> {
        let cannot = |why: String| StoreError::CannotMake { path: to.to_owned(), why };
        if to.exists() {
            return Err(cannot("it exists already".to_owned()));
        }
        let mut copy = Connection::open(to).map_err(|error| cannot(error.to_string()))?;
        {
            let backup = Backup::new(&self.connection, &mut copy)?;
            // All at once: a copy in steps begins anew whenever somebody writes in between, and might never end.
            while backup.step(-1)? != StepResult::Done {
                thread::sleep(Duration::from_millis(10));
            }
        }
        // The copy is one file: nothing of it waits in a log beside it.
        let _: String = copy.query_row("PRAGMA journal_mode = DELETE", [], |row| row.get(0))?;
        copy.close().map_err(|(_, error)| error)?;
        Ok(())
    }
}
