//! Putting another file in the place of a board, and keeping the old one beside it.
//!
//! Whoever has the old board open keeps it, under its new name: before a write they see that theirs is not in place any
//! more, and after a commit they do not acknowledge it.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use rusqlite::backup::Backup;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use super::file::{self, BoardFile};
use super::schema::{self, Age};
use super::{StoreError, open};
use crate::files::{self, Access};
use crate::platform;

/// What stands in the way of a board under its name.
const BESIDE: [&str; 3] = ["", "-wal", "-shm"];

/// What was restored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restored {
    pub records: i64,
    /// Where the board is kept that was there before; `None` where there was none.
    pub kept: Option<PathBuf>,
}

/// Puts a backup in the place of the board at `path`. The old one is kept beside it, under a name with this `stamp`.
pub fn restore(backup: &Path, path: &Path, stamp: &str) -> Result<Restored, StoreError> {
    let cannot = |error: io::Error| StoreError::CannotMake { path: path.to_owned(), why: error.to_string() };
    let (folder, name) = (file::folder(path), path.file_name());
    let name = name.ok_or_else(|| cannot(ErrorKind::InvalidInput.into()))?;
    let target = fs::canonicalize(path)
        .or_else(|_| fs::canonicalize(folder).map(|folder| folder.join(name)))
        .map_err(cannot)?;
    let _lock = file::lock(&target)?;
    let making = Making::beside(&target)?;
    let records = copy(backup, making.path()).map_err(|error| error.at(backup))?;
    let kept = replace(&target, making, stamp)?;
    Ok(Restored { records, kept })
}

/// Copies a backup that is whole; how many records it has.
fn copy(from: &Path, to: &Path) -> Result<i64, StoreError> {
    let found = BoardFile::find(from)?;
    // Whatever log lies beside it belongs to another board.
    let parameters = if found.has_rollback_format() || !found.has_log() { "immutable=1" } else { "mode=ro" };
    let flags =
        OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let backup = Connection::open_with_flags(BoardFile::uri(found.real(), parameters), flags)?;
    match schema::age(&backup)? {
        Age::Empty => return Err(StoreError::NotABoard { path: from.to_owned() }),
        Age::Newer(version) => return Err(StoreError::Newer { path: from.to_owned(), version }),
        Age::Older | Age::Current => {}
    }
    let sound: String = backup.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    if sound != "ok" {
        return Err(StoreError::Damaged { path: from.to_owned() });
    }
    let mut made = Connection::open(to)?;
    Backup::new(&backup, &mut made)?.step(-1)?;
    drop(backup);
    open::prepare(&mut made)?;
    super::backup::unmark(&made)?;
    let records = made.query_row("SELECT count(*) FROM journal", [], |row| row.get(0))?;
    open::into_one_file(made)?;
    Ok(records)
}

/// A file that is to become the board, under another name in its folder; gone if it does not.
pub(super) struct Making {
    path: PathBuf,
}

impl Making {
    /// An empty file with the rights of the folder. Whoever makes one holds the lock of the board, so what lies there of
    /// another was left by somebody who was killed.
    pub fn beside(target: &Path) -> Result<Making, StoreError> {
        let mut name = std::ffi::OsString::from(".");
        name.push(target.file_name().unwrap_or_default());
        name.push(".making");
        let making = Making { path: target.with_file_name(name) };
        making.remove();
        files::create_new(&making.path, Access::in_folder(file::folder(target)))
            .map_err(|error| StoreError::CannotMake { path: target.to_owned(), why: error.to_string() })?;
        Ok(making)
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    fn remove(&self) {
        for suffix in ["", "-wal", "-shm", "-journal"] {
            let _ = fs::remove_file(file::beside(&self.path, suffix));
        }
    }
}

impl Drop for Making {
    fn drop(&mut self) {
        self.remove();
    }
}

/// Puts what was made in the place of whatever is there, which is moved aside; where to. Nobody writes to the old board
/// while it changes its name.
pub(super) fn replace(target: &Path, making: Making, stamp: &str) -> Result<Option<PathBuf>, StoreError> {
    let held = hold(target);
    let kept = replace_held(target, making, stamp);
    drop(held);
    kept
}

/// The same while the caller holds the write lock.
pub(super) fn replace_held(
    target: &Path,
    making: Making,
    stamp: &str,
) -> Result<Option<PathBuf>, StoreError> {
    let cannot =
        |error: io::Error| StoreError::CannotMake { path: target.to_owned(), why: error.to_string() };
    let kept = move_aside(target, stamp).map_err(cannot)?;
    if let Err(error) = platform::rename_to_new(making.path(), target) {
        if let Some(kept) = &kept {
            let _ = rename(kept, target);
        }
        return Err(cannot(error));
    }
    files::sync_folder(target);
    Ok(kept)
}

/// The write lock of the board that is there, if it is one that can be locked. It ends without taking the log along.
fn hold(target: &Path) -> Option<(Connection, BoardFile)> {
    let found = BoardFile::find(target).ok().filter(|found| !found.was_copied_over())?;
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(found.real(), flags).ok()?;
    connection.busy_timeout(std::time::Duration::from_secs(5)).ok()?;
    freeze(&connection).ok()?;
    Some((connection, found))
}

fn move_aside(target: &Path, stamp: &str) -> io::Result<Option<PathBuf>> {
    if fs::symlink_metadata(target).is_err() {
        // A log without its board is nothing that anybody could read.
        for suffix in &BESIDE[1..] {
            let _ = fs::remove_file(file::beside(target, suffix));
        }
        return Ok(None);
    }
    let mut kept = file::beside(target, &format!(".before-{stamp}"));
    for n in 2.. {
        if fs::symlink_metadata(&kept).is_err() {
            break;
        }
        kept = file::beside(target, &format!(".before-{stamp}-{n}"));
    }
    rename(target, &kept)?;
    Ok(Some(kept))
}

/// The log and its index first: a board without them would be one without its newest changes.
fn rename(from: &Path, to: &Path) -> io::Result<()> {
    for suffix in BESIDE.iter().rev() {
        match fs::rename(file::beside(from, suffix), file::beside(to, suffix)) {
            Err(error) if !suffix.is_empty() && error.kind() == ErrorKind::NotFound => {}
            other => other?,
        }
    }
    Ok(())
}

/// Takes the write lock until the connection is closed, which then leaves the log as it is.
pub(super) fn freeze(connection: &Connection) -> Result<(), StoreError> {
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    Ok(connection.execute_batch("BEGIN IMMEDIATE")?)
}
