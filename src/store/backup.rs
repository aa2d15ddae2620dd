//! Copies that are whole, and a look at the file's health.

use std::path::Path;
use std::thread;
use std::time::Duration;

use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};

use super::{Store, StoreError};

/// What `doctor` sees in the file itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Health {
    /// SQLite's own check; empty where all is well.
    pub faults: Vec<String>,
    pub sqlite: String,
    pub schema: i64,
    pub journal_mode: String,
    pub records: i64,
    pub replicas: i64,
    pub bytes: u64,
}

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

    /// Checks the file: its pages, its references, and that the search index is whole.
    pub fn health(&self) -> Result<Health, StoreError> {
        let one = |sql: &str| self.connection.query_row(sql, [], |row| row.get::<_, i64>(0));
        let mut faults: Vec<String> = self
            .connection
            .prepare("PRAGMA integrity_check(20)")?
            .query_map([], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        faults.retain(|fault| fault != "ok");
        let dangling: Vec<String> = self
            .connection
            .prepare("PRAGMA foreign_key_check")?
            .query_map([], |row| row.get::<_, String>(0))?
            .collect::<Result<_, _>>()?;
        faults.extend(dangling.into_iter().take(20).map(|table| format!("{table}: a row refers to nothing")));
        Ok(Health {
            faults,
            sqlite: rusqlite::version().to_owned(),
            schema: one("PRAGMA user_version")?,
            journal_mode: self.connection.pragma_query_value(None, "journal_mode", |row| row.get(0))?,
            records: one("SELECT count(*) FROM journal")?,
            replicas: one("SELECT count(*) FROM replica")?,
            bytes: std::fs::metadata(&self.path).map_or(0, |file| file.len()),
        })
    }
}
