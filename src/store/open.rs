//! Opening a board: to write, to read, or a private copy of one that cannot be read as it is.

use std::path::Path;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use super::error::ReadOnly;
use super::file::BoardFile;
use super::keyring::Keyring;
use super::own::Own;
use super::rebuild::Journal;
use super::replica::Key;
use super::schema::{self, Age};
use super::{Store, StoreError, backup, copy, journal, own, patience};
use crate::domain::id::BoardId;

/// What SQLite may keep in memory, as its pragma wants it: negative KiB. What fifty thousand tasks touch for a key is
/// scattered; with a quarter of this every fifth part of a key was spent reading pages again.
pub(super) const CACHE_KIB: i64 = -16 * 1024;

/// The same for one large transaction: with little, its pages travel to the disk and back many times.
pub(super) const ROOM_KIB: i64 = -128 * 1024;

impl Store {
    /// A board in memory, for tests and for looking around.
    pub fn in_memory(board: BoardId, key: &Key) -> Result<Store, StoreError> {
        let mut connection = Connection::open_in_memory()?;
        make_current(&mut connection, Some(board), Journal::Here, &mut |_, _| {})?;
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
            Err(
                StoreError::ReadOnly { .. }
                | StoreError::Backup { .. }
                | StoreError::Io(_)
                | StoreError::Sql(_),
            ) => Store::open_read_only(file, keyring),
            Err(error) => Err(error),
        }
    }

    /// What cannot be written is read as it is: also what stands only in its log so far. Where it was written by an older
    /// program, what follows from its journal is made anew in a private copy.
    fn open_read_only(file: BoardFile, keyring: &Keyring) -> Result<Store, StoreError> {
        let plain = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let opened = Connection::open_with_flags(file.real(), plain).and_then(|connection| {
            connection.busy_timeout(patience::LONG)?;
            connection.query_row("SELECT 1 FROM sqlite_schema", [], |_| Ok(())).map(|()| connection)
        });
        let copy = match opened {
            Ok(connection) => match schema::age(&connection)? {
                Age::Empty => return Err(StoreError::NotABoard { path: file.named().to_owned() }),
                Age::Current => {
                    let reason = why_read_only(&connection)?;
                    return Store::finish(connection, Some(file), Own::of(keyring), Some(reason));
                }
                Age::Newer(version) => {
                    let reason = ReadOnly::Newer { version };
                    return Store::finish(connection, Some(file), Own::of(keyring), Some(reason));
                }
                Age::Older => copy::of_connection(&connection, &file)?,
            },
            // The log has an index in shared memory, which a disk that cannot be written cannot hold either.
            Err(_) => copy::private(&file)?,
        };
        let mut connection = Connection::open(copy.board())?;
        let reason = match schema::age(&connection)? {
            Age::Newer(version) => ReadOnly::Newer { version },
            Age::Empty => return Err(StoreError::NotABoard { path: file.named().to_owned() }),
            Age::Older | Age::Current => {
                // It ends with this value: nothing of it has to reach the disk.
                connection.pragma_update(None, "synchronous", "OFF")?;
                let progress = &mut patience::upgrading(None);
                match make_current(&mut connection, None, Journal::Here, progress) {
                    // What of it can be read is read.
                    Err(StoreError::Damaged { .. }) => {}
                    made => made?,
                }
                why_read_only(&connection)?
            }
        };
        let mut store = Store::finish(connection, Some(file), Own::of(keyring), Some(reason))?;
        store.copy = Some(copy);
        Ok(store)
    }

    /// A board that is in this connection whole.
    pub(super) fn within(mut connection: Connection) -> Result<Store, StoreError> {
        if let Age::Older = schema::age(&connection)? {
            make_current(&mut connection, None, Journal::Here, &mut |_, _| {})?;
        }
        Store::finish(connection, None, Own::none(), None)
    }

    /// Another board in memory that holds the same, and is written with the same key.
    #[cfg(test)]
    pub fn twin(&self) -> Result<Store, StoreError> {
        let mut connection = Connection::open_in_memory()?;
        rusqlite::backup::Backup::new(&self.connection, &mut connection)?.step(-1)?;
        Store::finish(connection, None, self.own.twin(), None)
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
            file.opened();
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
            together: Default::default(),
        })
    }
}

/// Makes a new file a board of this version.
pub(super) fn make(connection: &mut Connection, board: BoardId) -> Result<(), StoreError> {
    let _: String = connection.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    make_current(connection, Some(board), Journal::Here, &mut |_, _| {})
}

/// Brings a board that nobody else knows of yet up to date.
pub(super) fn prepare(connection: &mut Connection) -> Result<(), StoreError> {
    let _: String = connection.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))?;
    connection.pragma_update(None, "secure_delete", true)?;
    make_current(connection, None, Journal::Here, &mut patience::upgrading(None))
}

/// Sets a connection up, and brings its board up to date.
fn make_current(
    connection: &mut Connection,
    new: Option<BoardId>,
    journal: Journal<'_>,
    progress: &mut dyn FnMut(u64, u64),
) -> Result<(), StoreError> {
    set_up(connection)?;
    connection.pragma_update(None, "cache_size", ROOM_KIB)?;
    let outcome = schema::bring_up_to_date(connection, new, journal, progress);
    connection.pragma_update(None, "cache_size", CACHE_KIB)?;
    outcome
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

/// Why a board that this program understands can be read only.
fn why_read_only(connection: &Connection) -> Result<ReadOnly, StoreError> {
    Ok(if backup::is_marked(connection)? { ReadOnly::Backup } else { ReadOnly::Disk })
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
    let is_older = match schema::age(&connection)? {
        Age::Newer(version) => return Ok((connection, Some(ReadOnly::Newer { version }), false)),
        Age::Empty => return Err(StoreError::NotABoard { path: file.named().to_owned() }),
        Age::Older => true,
        Age::Current => false,
    };
    if backup::is_marked(&connection)? {
        return Err(StoreError::Backup { path: file.named().to_owned() });
    }
    let mut is_sealed_now = schema::version(&connection)? < own::SEALED_SINCE;
    if is_older || file.has_rollback_format() {
        // Two first openers that both switch to WAL are told "database is locked" at once, whatever the patience: a
        // lock file keeps them apart, and tells who waits how far this is. Nobody waits for it with a connection: one that
        // was in WAL already, before a backup was copied over the board, would keep the one who has the lock from switching.
        drop(connection);
        let lock = file.lock()?;
        connection = connect(file)?;
        let _: String = connection.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))?;
        connection.pragma_update(None, "synchronous", "FULL")?;
        if is_older {
            // What is overwritten on the way may have been a secret.
            connection.pragma_update(None, "secure_delete", is_sealed_now)?;
            let journal = Journal::File(file.real());
            match make_current(&mut connection, None, journal, &mut patience::upgrading(Some(&lock))) {
                // It is left as it is, for a repair: that makes all tables of lines alone.
                Err(StoreError::Damaged { .. }) => is_sealed_now = false,
                made => made?,
            }
            connection.pragma_update(None, "secure_delete", false)?;
        }
        // Nothing of the old pages stays in the log; where others read just now, it goes with the last of them.
        let _ = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()));
    }
    Ok((connection, None, is_sealed_now))
}

/// How every connection to a board is set up.
pub(super) fn set_up(connection: &Connection) -> Result<(), StoreError> {
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    connection.pragma_update(None, "cache_size", CACHE_KIB)?;
    // One plan for each statement, whatever its values: without this guarantee SQLite prepares many statements anew for
    // every value that is bound.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.set_prepared_statement_cache_capacity(128);
    Ok(())
}
