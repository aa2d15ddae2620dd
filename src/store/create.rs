//! Making a new board: under another name in the same folder, complete with its first records, then put in place. Whoever
//! is killed on the way, or finds the disk full, leaves no file that is not a board.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use rusqlite::Connection;

use super::file::{self, BoardFile};
use super::keyring::Keyring;
use super::own::Own;
use super::replace::Making;
use super::write::Writing;
use super::{Store, StoreError, open};
use crate::domain::id::BoardId;
use crate::files::{self, Access, Identity};
use crate::platform;

impl Store {
    /// Makes a new board at `path` with its first records, where no file is yet. Where somebody else was quicker it is their
    /// board that is opened.
    pub fn create(
        path: &Path,
        board: BoardId,
        keyring: &Keyring,
        first: impl FnOnce(&mut Writing<'_>) -> Result<(), StoreError>,
    ) -> Result<Store, StoreError> {
        Store::make(path, board, keyring, first).map_err(|error| error.at(path))?;
        Store::open(path, keyring)
    }

    fn make(
        path: &Path,
        board: BoardId,
        keyring: &Keyring,
        first: impl FnOnce(&mut Writing<'_>) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let cannot =
            |error: std::io::Error| StoreError::CannotMake { path: path.to_owned(), why: error.to_string() };
        let name = path.file_name().ok_or_else(|| cannot(ErrorKind::InvalidInput.into()))?;
        make_folder(file::folder(path)).map_err(cannot)?;
        let folder = fs::canonicalize(file::folder(path)).map_err(cannot)?;
        let target = folder.join(name);
        // Beside somebody else's file not even a lock is left.
        if !is_vacant(&target).map_err(cannot)? {
            return Ok(());
        }
        // Looked at once more: of those who make it at once, one does.
        let _lock = file::lock(&target)?;
        if !is_vacant(&target).map_err(cannot)? {
            return Ok(());
        }
        if target.exists() {
            fs::remove_file(&target).map_err(cannot)?;
        }
        let making = Making::beside(&target)?;
        build(making.path(), &target, board, keyring, first)?;
        match platform::rename_to_new(making.path(), &target) {
            // An older version of this program takes no such lock.
            Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(()),
            placed => {
                files::sync_folder(&target);
                placed.map_err(cannot)
            }
        }
    }
}

fn build(
    making: &Path,
    target: &Path,
    board: BoardId,
    keyring: &Keyring,
    first: impl FnOnce(&mut Writing<'_>) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let inode = Identity::of(making)?.inode;
    let mut connection = Connection::open(making)?;
    open::make(&mut connection, board)?;
    let own = Own::bound(keyring, keyring.bind(board, inode, target));
    let mut store = open::finish_new(connection, own)?;
    let mut writing = store.write()?;
    first(&mut writing)?;
    writing.commit()?;
    open::fold_log(&store.connection)
}

/// Whether a board can be made at a path. An empty file is what older versions left where making one was cut short.
fn is_vacant(target: &Path) -> std::io::Result<bool> {
    match fs::symlink_metadata(target) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(true),
        Err(error) => Err(error),
        Ok(there) if there.is_file() && there.len() == 0 && !BoardFile::has_log_at(target) => Ok(true),
        Ok(there) if there.is_dir() => Err(ErrorKind::IsADirectory.into()),
        Ok(_) => Ok(false),
    }
}

/// A person's own folders are nobody else's business.
fn make_folder(folder: &Path) -> std::io::Result<()> {
    if folder.is_dir() {
        return Ok(());
    }
    let parent = folder.ancestors().skip(1).find(|folder| folder.is_dir());
    let of_a_team = parent.is_some_and(|parent| Access::in_folder(parent) == Access::Group);
    platform::make_folders(folder, if of_a_team { 0o777 } else { 0o700 })?;
    if of_a_team {
        // The group comes with the folder; whether it may write is for the umask no more than for the files.
        let rights = platform::rights(&fs::metadata(folder)?);
        fs::set_permissions(folder, platform::permissions(rights | 0o2070))?;
    }
    Ok(())
}
