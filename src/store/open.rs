//! Opening: a new board, an existing one, and the migrations between versions.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, TransactionBehavior};

use super::error::ReadOnly;
use super::replica::Key;
use super::{Store, StoreError};
use crate::domain::id::BoardId;

/// "Seta", so that `file` and other programs can tell a board from any other database.
const APPLICATION_ID: i64 = 0x5365_7461;

/// Numbered migrations: the first brings an empty file to version 1. A released one is never edited.
const MIGRATIONS: &[&str] = &[
    include_str!("schema.sql"),
    include_str!("schema/lists.sql"),
    include_str!("schema/groups.sql"),
    include_str!("schema/terms.sql"),
    include_str!("schema/times.sql"),
    include_str!("schema/findings.sql"),
    include_str!("schema/claims.sql"),
    include_str!("schema/marks.sql"),
];

/// What SQLite may keep in memory, as its pragma wants it: negative KiB. What fifty thousand tasks touch for a key is
/// scattered; with a quarter of this every fifth part of a key was spent reading pages again.
pub(super) const CACHE_KIB: i64 = -16 * 1024;

/// How long a writer waits for others: many processes may each sync to the disk before it is our turn.
const PATIENCE: Duration = Duration::from_secs(30);

impl Store {
    /// Makes a new board at `path`, where no file is yet.
    pub fn create(path: &Path, board: BoardId, key: &Key) -> Result<Store, StoreError> {
        if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            fs::create_dir_all(folder)
                .map_err(|error| StoreError::CannotMake { path: path.to_owned(), why: error.to_string() })?;
        }
        // Before the file is there, so that whoever finds it empty knows that somebody is at it.
        let lock = if path.exists() { None } else { lock_beside(path)? };
        let connection = Connection::open(path).map_err(|error| StoreError::CannotMake {
            path: path.to_owned(),
            why: error.sqlite_error().map_or_else(|| error.to_string(), ToString::to_string),
        })?;
        Store::set_up(connection, path, Some((board, key)), lock).map_err(|error| error.at(path))
    }

    /// A board in memory, for tests and for looking around.
    pub fn in_memory(board: BoardId, key: &Key) -> Result<Store, StoreError> {
        Store::set_up(Connection::open_in_memory()?, Path::new(":memory:"), Some((board, key)), None)
    }

    /// Opens the board at `path`; read-only where the disk or a newer version leaves no other way.
    pub fn open(path: &Path) -> Result<Store, StoreError> {
        if !path.exists() {
            return Err(StoreError::Missing { path: path.to_owned() });
        }
        // A folder, or a pipe that would be waited on for ever.
        if !path.is_file() {
            return Err(StoreError::NotABoard { path: path.to_owned() });
        }
        File::open(path)
            .map_err(|error| StoreError::CannotOpen { path: path.to_owned(), why: error.to_string() })?;
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let opened = Connection::open_with_flags(path, flags)
            .map_err(StoreError::from)
            .and_then(|connection| Store::set_up(connection, path, None, None));
        match opened {
            Err(StoreError::ReadOnly { .. } | StoreError::Io(_) | StoreError::Sql(_)) => {
                Store::open_read_only(path)
            }
            other => other,
        }
        .map_err(|error| error.at(path))
    }

    fn open_read_only(path: &Path) -> Result<Store, StoreError> {
        // A disk that cannot be written cannot hold the shared-memory file either: `immutable` does without.
        let plain = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(path, plain)
            .and_then(|connection| {
                connection.pragma_query_value(None, "user_version", |_| Ok(())).map(|()| connection)
            })
            .or_else(|_| {
                let name = path.to_string_lossy().replace('%', "%25").replace('?', "%3f").replace('#', "%23");
                let uri = format!("file:{name}?immutable=1");
                Connection::open_with_flags(uri, plain | OpenFlags::SQLITE_OPEN_URI)
            })?;
        let version = check(&connection, path)?;
        if version == 0 {
            return Err(StoreError::NotABoard { path: path.to_owned() });
        }
        let reason = if version > newest() { ReadOnly::Newer { version } } else { ReadOnly::Disk };
        finish(connection, path, Some(reason))
    }

    /// A board that is in this connection whole.
    pub(super) fn within(connection: Connection) -> Result<Store, StoreError> {
        Store::set_up(connection, Path::new(":memory:"), None, None)
    }

    fn set_up(
        mut connection: Connection,
        path: &Path,
        new: Option<(BoardId, &Key)>,
        lock: Option<File>,
    ) -> Result<Store, StoreError> {
        connection.busy_timeout(PATIENCE)?;
        let mut version = check(&connection, path)?;
        if version == 0 && new.is_none() && lock_of(path).exists() {
            // It may be just in the making: its maker holds the lock until it is a board.
            let _lock = lock_beside(path)?;
            version = check(&connection, path)?;
        }
        if version > newest() {
            return finish(connection, path, Some(ReadOnly::Newer { version }));
        }
        if version < newest() {
            if new.is_none() && version == 0 {
                return Err(StoreError::NotABoard { path: path.to_owned() });
            }
            // Two first openers that both switch to WAL are told "database is locked" at once, whatever the patience:
            // a lock file keeps them apart.
            let _lock = lock.map_or_else(|| lock_beside(path), |lock| Ok(Some(lock)))?;
            migrate(&mut connection, new)?;
        }
        finish(connection, path, None)
    }
}

/// The version of the newest schema that this program knows.
fn newest() -> i64 {
    MIGRATIONS.len() as i64
}

/// The schema version, after making sure that the file is a board or empty.
fn check(connection: &Connection, path: &Path) -> Result<i64, StoreError> {
    // In one statement: between two, another process may make it a board.
    let (version, application, is_empty): (i64, i64, bool) = connection.query_row(
        "SELECT user_version, application_id, NOT EXISTS (SELECT 1 FROM sqlite_schema)
           FROM pragma_user_version, pragma_application_id",
        [],
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )?;
    if application != APPLICATION_ID && !(version == 0 && application == 0 && is_empty) {
        return Err(StoreError::NotABoard { path: path.to_owned() });
    }
    Ok(version)
}

fn lock_beside(path: &Path) -> Result<Option<File>, StoreError> {
    if path == Path::new(":memory:") {
        return Ok(None);
    }
    let file = File::create(lock_of(path))
        .map_err(|error| StoreError::CannotMake { path: path.to_owned(), why: error.to_string() })?;
    file.lock()?;
    Ok(Some(file))
}

fn lock_of(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push("-lock");
    name.into()
}

fn migrate(connection: &mut Connection, new: Option<(BoardId, &Key)>) -> Result<(), StoreError> {
    let _: String = connection.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    for (number, migration) in MIGRATIONS.iter().enumerate() {
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        // Asked again inside: another process may have come first.
        let version: i64 = transaction.pragma_query_value(None, "user_version", |row| row.get(0))?;
        if version > number as i64 {
            continue;
        }
        transaction.execute_batch(migration)?;
        transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
        transaction.pragma_update(None, "user_version", number as i64 + 1)?;
        if let (0, Some((board, key))) = (number, new) {
            transaction.execute("INSERT INTO meta VALUES ('board', ?1), ('lamport', 0)", [board])?;
            transaction.execute(
                "INSERT INTO replica (n, id, public, secret) VALUES (1, ?1, ?2, ?3)",
                (key.replica(), key.public(), key.secret()),
            )?;
            transaction.execute("INSERT INTO meta VALUES ('own_replica', 1)", [])?;
        }
        transaction.commit()?;
    }
    Ok(())
}

fn finish(connection: Connection, path: &Path, read_only: Option<ReadOnly>) -> Result<Store, StoreError> {
    if read_only.is_none() {
        connection.pragma_update(None, "synchronous", "FULL")?;
    }
    connection.busy_timeout(PATIENCE)?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    connection.pragma_update(None, "cache_size", CACHE_KIB)?;
    // One plan for each statement, whatever its values: without this guarantee SQLite prepares many statements anew for
    // every value that is bound.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.set_prepared_statement_cache_capacity(128);
    let board = connection
        .query_row("SELECT value FROM meta WHERE key = 'board'", [], |row| row.get(0))
        .map_err(|_| StoreError::NotABoard { path: path.to_owned() })?;
    Ok(Store { connection, path: path.to_owned(), board, read_only })
}

#[cfg(test)]
impl Store {
    /// Back to the first version of the schema, so that the next opening migrates.
    pub fn forget_what_lists_are_walked_by(&self) -> Result<(), StoreError> {
        let mut undo = String::from("DELETE FROM tally WHERE name LIKE 'in:%'; PRAGMA user_version = 1;");
        let later = MIGRATIONS[1..].concat();
        let named = |what: &str| -> Vec<String> {
            let names = later.split(what).skip(1);
            names.filter_map(|rest| rest.split_whitespace().next()).map(str::to_owned).collect()
        };
        for index in named("CREATE INDEX ") {
            undo.push_str(&format!("DROP INDEX {index};"));
        }
        for table in named("CREATE TABLE ") {
            undo.push_str(&format!("DROP TABLE {table};"));
        }
        for column in named("ADD COLUMN ").iter().rev() {
            let table = if ["happened", "later"].contains(&column.as_str()) { "journal" } else { "task" };
            undo.push_str(&format!("ALTER TABLE {table} DROP COLUMN {column};"));
        }
        for index in named("DROP INDEX ") {
            let index = index.trim_end_matches(';');
            undo.push_str(&format!("CREATE INDEX {index} ON task (goal);"));
        }
        Ok(self.connection.execute_batch(&undo)?)
    }
}
