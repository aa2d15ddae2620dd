//! Opening an existing board, and the migrations between versions.

use std::path::Path;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, OptionalExtension, Transaction, TransactionBehavior};

use super::error::ReadOnly;
use super::file::BoardFile;
use super::keyring::Keyring;
use super::own::Own;
use super::replica::Key;
use super::{Store, StoreError, journal, own, patience, project};
use crate::domain::id::BoardId;

/// "Seta", so that `file` and other programs can tell a board from any other database.
const APPLICATION_ID: i64 = 0x5365_7461;

/// One step from a version of the schema to the next.
struct Migration {
    sql: &'static str,
    /// What SQL cannot do, in the same transaction.
    also: fn(&Transaction<'_>) -> Result<(), StoreError>,
}

const fn sql(sql: &'static str) -> Migration {
    Migration { sql, also: |_| Ok(()) }
}

/// Numbered migrations: the first brings an empty file to version 1. A released one is never edited.
const MIGRATIONS: &[Migration] = &[
    sql(include_str!("schema.sql")),
    sql(include_str!("schema/lists.sql")),
    sql(include_str!("schema/groups.sql")),
    sql(include_str!("schema/terms.sql")),
    sql(include_str!("schema/times.sql")),
    sql(include_str!("schema/findings.sql")),
    sql(include_str!("schema/claims.sql")),
    sql(include_str!("schema/marks.sql")),
    Migration { sql: include_str!("schema/seals.sql"), also: own::seal_and_forget },
    Migration {
        sql: include_str!("schema/subjects.sql"),
        also: |transaction| project::fill_subjects(transaction),
    },
];

/// What SQLite may keep in memory, as its pragma wants it: negative KiB. What fifty thousand tasks touch for a key is
/// scattered; with a quarter of this every fifth part of a key was spent reading pages again.
pub(super) const CACHE_KIB: i64 = -16 * 1024;

impl Store {
    /// A board in memory, for tests and for looking around.
    pub fn in_memory(board: BoardId, key: &Key) -> Result<Store, StoreError> {
        let mut connection = Connection::open_in_memory()?;
        migrate(&mut connection, Some(board))?;
        Store::finish(connection, None, Own::fixed(key.clone()), None)
    }

    /// Opens the board at `path`; read-only where the disk or a newer version leaves no other way. What is written is
    /// written with a key of this ring.
    pub fn open(path: &Path, keyring: &Keyring) -> Result<Store, StoreError> {
        let file = BoardFile::find(path)?;
        Store::open_file(file, keyring).map_err(|error| error.at(path))
    }

    fn open_file(file: BoardFile, keyring: &Keyring) -> Result<Store, StoreError> {
        if file.was_copied_over() {
            return Err(StoreError::CopiedOver { path: file.named().to_owned() });
        }
        match open_to_write(&file) {
            Ok((connection, None, was_sealed)) => {
                let mut store = Store::finish(connection, Some(file), Own::of(keyring), None)?;
                store.was_sealed = was_sealed;
                Ok(store)
            }
            Ok((connection, reason, _)) => Store::finish(connection, Some(file), Own::of(keyring), reason),
            Err(StoreError::ReadOnly { .. } | StoreError::Io(_) | StoreError::Sql(_)) => {
                Store::open_read_only(file, keyring)
            }
            Err(error) => Err(error),
        }
    }

    /// What cannot be written is read as it is: also what stands only in its log so far.
    fn open_read_only(file: BoardFile, keyring: &Keyring) -> Result<Store, StoreError> {
        let plain = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let opened = Connection::open_with_flags(file.real(), plain).and_then(|connection| {
            connection.busy_timeout(patience::LONG)?;
            connection.query_row("SELECT 1 FROM sqlite_schema", [], |_| Ok(())).map(|()| connection)
        });
        let connection = match opened {
            Ok(connection) => connection,
            // The log has an index in shared memory, which a disk that cannot be written cannot hold either.
            Err(_) => {
                let copy = super::copy::private(&file)?;
                let mut connection = Connection::open(copy.board())?;
                migrate(&mut connection, None)?;
                let mut store =
                    Store::finish(connection, Some(file), Own::of(keyring), Some(ReadOnly::Disk))?;
                store.copy = Some(copy);
                return Ok(store);
            }
        };
        let version = check(&connection)?;
        if version == 0 {
            return Err(StoreError::NotABoard { path: file.named().to_owned() });
        }
        let reason = if version > newest() { ReadOnly::Newer { version } } else { ReadOnly::Disk };
        Store::finish(connection, Some(file), Own::of(keyring), Some(reason))
    }

    /// A board that is in this connection whole.
    pub(super) fn within(mut connection: Connection) -> Result<Store, StoreError> {
        check(&connection)?;
        migrate(&mut connection, None)?;
        Store::finish(connection, None, Own::none(), None)
    }

    fn finish(
        mut connection: Connection,
        file: Option<BoardFile>,
        mut own: Own,
        read_only: Option<ReadOnly>,
    ) -> Result<Store, StoreError> {
        set_up(&connection)?;
        match &file {
            Some(file) => patience::wait(&mut connection, file.real())?,
            None => connection.busy_timeout(patience::LONG)?,
        }
        if read_only.is_none() {
            connection.pragma_update(None, "synchronous", "FULL")?;
        }
        let path = file.as_ref().map_or(Path::new(":memory:"), BoardFile::named).to_owned();
        let board = connection
            .query_row("SELECT value FROM meta WHERE key = 'board'", [], |row| row.get(0))
            .map_err(|_| StoreError::NotABoard { path: path.clone() })?;
        if let Some(file) = &file {
            file.share();
            own.bind(board, file);
        }
        Ok(Store {
            connection,
            copy: None,
            file,
            path,
            board,
            own,
            read_only,
            schema: 0,
            was_sealed: false,
            lines: journal::Lines::Verbatim,
            unread: Default::default(),
            now: Default::default(),
        })
    }
}

/// Makes a new file a board of this version.
pub(super) fn make(connection: &mut Connection, board: BoardId) -> Result<(), StoreError> {
    let _: String = connection.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    migrate(connection, Some(board))
}

/// Brings a board that nobody else knows of yet up to date.
pub(super) fn prepare(connection: &mut Connection) -> Result<(), StoreError> {
    let _: String = connection.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))?;
    connection.pragma_update(None, "secure_delete", true)?;
    migrate(connection, None)
}

/// Takes everything from the log into the file, which then is the whole board.
pub(super) fn fold_log(connection: &Connection) -> Result<(), StoreError> {
    connection.pragma_update(None, "synchronous", "FULL")?;
    let busy: i64 = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
    if busy == 0 { Ok(()) } else { Err(StoreError::Busy) }
}

/// The same, and closes it.
pub(super) fn into_one_file(connection: Connection) -> Result<(), StoreError> {
    fold_log(&connection)?;
    connection.close().map_err(|(_, error)| error.into())
}

/// The store over a board that has no name yet.
pub(super) fn finish_new(connection: Connection, own: Own) -> Result<Store, StoreError> {
    Store::finish(connection, None, own, None)
}

/// The number of the newest schema that this program knows.
pub(super) fn newest() -> i64 {
    MIGRATIONS.len() as i64
}

/// A connection that may write, and waits for its turn.
fn connect(file: &BoardFile) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut connection = Connection::open_with_flags(file.real(), flags)?;
    patience::wait(&mut connection, file.real())?;
    Ok(connection)
}

/// Brings a board that can be written up to date; why it can be read only, if so, and whether it was sealed by that.
fn open_to_write(file: &BoardFile) -> Result<(Connection, Option<ReadOnly>, bool), StoreError> {
    let mut connection = connect(file)?;
    let version = check(&connection)?;
    if version > newest() {
        return Ok((connection, Some(ReadOnly::Newer { version }), false));
    }
    if version == 0 {
        return Err(StoreError::NotABoard { path: file.named().to_owned() });
    }
    if version < newest() || file.has_rollback_format() {
        // Two first openers that both switch to WAL are told "database is locked" at once, whatever the patience: a
        // lock file keeps them apart. Nobody waits for it with a connection: one that was in WAL already, before a backup
        // was copied over the board, would keep the one who has the lock from switching.
        drop(connection);
        let _lock = file.lock()?;
        connection = connect(file)?;
        let _: String = connection.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))?;
        connection.pragma_update(None, "synchronous", "FULL")?;
        // What is overwritten on the way may have been a secret.
        connection.pragma_update(None, "secure_delete", true)?;
        migrate(&mut connection, None)?;
        connection.pragma_update(None, "secure_delete", false)?;
        // Nothing of the old pages stays in the log; where others read just now, it goes with the last of them.
        let _ = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()));
    }
    let sealed_now = version < own::SEALED_SINCE;
    Ok((connection, None, sealed_now))
}

/// The schema version, after making sure that the file is a board or empty.
pub(super) fn check(connection: &Connection) -> Result<i64, StoreError> {
    // In one statement: between two, another process may make it a board.
    let (version, application, is_empty): (i64, i64, bool) = connection.query_row(
        "SELECT user_version, application_id, NOT EXISTS (SELECT 1 FROM sqlite_schema)
           FROM pragma_user_version, pragma_application_id",
        [],
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )?;
    if application != APPLICATION_ID && !(version == 0 && application == 0 && is_empty) {
        return Err(StoreError::NotABoard { path: Default::default() });
    }
    Ok(version)
}

/// Whether the schema is ours alone: asked only where it changed since it was looked at. A trigger of somebody else's could
/// let a write succeed that writes nothing.
pub(super) fn untampered(connection: &Connection, seen: &mut i64) -> Result<(), StoreError> {
    let version = schema_version(connection)?;
    if version == *seen {
        return Ok(());
    }
    let trigger: Option<String> = connection
        .query_row("SELECT name FROM sqlite_schema WHERE type = 'trigger' LIMIT 1", [], |row| row.get(0))
        .optional()?;
    match trigger {
        Some(name) => Err(StoreError::Foreign(name)),
        None => {
            *seen = version;
            Ok(())
        }
    }
}

/// A number that changes with every change of the schema.
pub(super) fn schema_version(connection: &Connection) -> Result<i64, StoreError> {
    Ok(connection.prepare_cached("PRAGMA schema_version")?.query_row([], |row| row.get(0))?)
}

pub(super) fn migrate(connection: &mut Connection, new: Option<BoardId>) -> Result<(), StoreError> {
    for (number, migration) in MIGRATIONS.iter().enumerate() {
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        // Asked again inside: another process may have come first.
        let version: i64 = transaction.pragma_query_value(None, "user_version", |row| row.get(0))?;
        if version > number as i64 {
            continue;
        }
        transaction.execute_batch(migration.sql)?;
        transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
        if let (0, Some(board)) = (number, new) {
            transaction.execute("INSERT INTO meta VALUES ('board', ?1), ('lamport', 0)", [board])?;
        }
        (migration.also)(&transaction)?;
        transaction.pragma_update(None, "user_version", number as i64 + 1)?;
        transaction.commit()?;
    }
    Ok(())
}

/// How every connection to a board is set up.
pub(super) fn set_up(connection: &Connection) -> Result<(), StoreError> {
    connection.pragma_update(None, "foreign_keys", true)?;
    // A page whose cells overlap is told as damage when it is read, not written to as if it were whole.
    connection.pragma_update(None, "cell_size_check", true)?;
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    connection.pragma_update(None, "cache_size", CACHE_KIB)?;
    // One plan for each statement, whatever its values: without this guarantee SQLite prepares many statements anew for
    // every value that is bound.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.set_prepared_statement_cache_capacity(128);
    Ok(())
}

#[cfg(test)]
impl Store {
    /// Back to the first version of the schema, so that the next opening migrates.
    pub fn forget_what_lists_are_walked_by(&self) -> Result<(), StoreError> {
        let mut undo = String::from("DELETE FROM tally WHERE name LIKE 'in:%'; PRAGMA user_version = 1;");
        let later = MIGRATIONS[1..].iter().map(|step| step.sql).collect::<String>();
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
            let table = match column.as_str() {
                "happened" | "later" => "journal",
                "seal" => "replica",
                _ => "task",
            };
            undo.push_str(&format!("ALTER TABLE {table} DROP COLUMN {column};"));
        }
        for index in named("DROP INDEX ") {
            let index = index.trim_end_matches(';');
            undo.push_str(&format!("CREATE INDEX {index} ON task (goal);"));
        }
        undo.push_str("ALTER TABLE replica ADD COLUMN secret BLOB;");
        Ok(self.connection.execute_batch(&undo)?)
    }
}
