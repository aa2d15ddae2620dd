//! The board's file as the file system sees it: which file it is, what lies beside it, whether it is still the one that
//! was opened.
//!
//! ```text
//! board.db    -wal  -shm    SQLite's; made by it with the rights of board.db
//!             -lock         ours: held while a board is made, brought up to date or replaced
//! ```
//!
//! **Invariant:** while a connection of this process to a board lives, nothing but SQLite opens the board, its `-wal` or
//! its `-shm`: closing any descriptor of a file drops all locks that this process has on it, and the next process to
//! leave then takes the write-ahead log away under our hands. So one descriptor is opened before the first connection
//! and closed after the last one; everything else is asked by `stat`.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use super::StoreError;
use super::patience::{self, Delay};
use crate::files::{self, Access, Identity, Lock};
use crate::platform;

/// The boards that this process has open: how often, and the descriptor that was opened first.
static OPEN: Mutex<BTreeMap<Identity, (usize, File)>> = Mutex::new(BTreeMap::new());

/// How long one who makes tables anew may take for a hundredth of it, or for what cannot be counted.
const WORKING: Duration = Duration::from_secs(60);

/// Where in the file it stands how the file is written: 1 with a rollback journal, 2 with a write-ahead log.
const FORMATS: u64 = 18;

/// A board's file, for as long as connections to it may live. Drop it after them.
#[derive(Debug)]
pub(super) struct BoardFile {
    /// As the person called it.
    named: PathBuf,
    /// Without links.
    real: PathBuf,
    identity: Identity,
    /// Whether it was written with a log when it was opened. One that was not is a backup that is only read.
    has_log_format: Cell<bool>,
}

impl BoardFile {
    /// The board that is called so; it is looked at, not into.
    pub fn find(path: &Path) -> Result<BoardFile, StoreError> {
        let cannot =
            |error: io::Error| StoreError::CannotOpen { path: path.to_owned(), why: error.to_string() };
        let found = match fs::metadata(path) {
            Ok(found) => found,
            // A link that leads nowhere is no missing board: none could be made in its place.
            Err(error)
                if error.kind() == ErrorKind::NotADirectory
                    || error.kind() == ErrorKind::NotFound
                        && !fs::symlink_metadata(path).is_ok_and(|there| there.is_symlink()) =>
            {
                return Err(StoreError::Missing { path: path.to_owned() });
            }
            Err(error) => return Err(cannot(error)),
        };
        // A folder, or a pipe that would be waited on for ever.
        if !found.is_file() {
            return Err(StoreError::NotABoard { path: path.to_owned() });
        }
        let real = fs::canonicalize(path).map_err(cannot)?;
        let identity = hold(&real).map_err(cannot)?;
        Ok(BoardFile { named: path.to_owned(), real, identity, has_log_format: Cell::new(true) })
    }

    pub fn named(&self) -> &Path {
        &self.named
    }

    pub fn real(&self) -> &Path {
        &self.real
    }

    pub fn identity(&self) -> Identity {
        self.identity
    }

    /// What lies beside the board under its name.
    pub fn beside(&self, suffix: &str) -> PathBuf {
        beside(&self.real, suffix)
    }

    /// Holds off whoever else makes, migrates or replaces this board.
    pub fn lock(&self) -> Result<Lock, StoreError> {
        lock(&self.real)
    }

    /// Whether the board has a write-ahead log with something in it.
    pub fn has_log(&self) -> bool {
        BoardFile::has_log_at(&self.real)
    }

    pub fn has_log_at(path: &Path) -> bool {
        fs::metadata(beside(path, "-wal")).is_ok_and(|log| log.len() > 0)
    }

    /// A file as SQLite's own form of a URI.
    pub fn uri(path: &Path, parameters: &str) -> String {
        let name = path.to_string_lossy().replace('%', "%25").replace('?', "%3f").replace('#', "%23");
        format!("file:{name}?{parameters}")
    }

    /// Whether nobody else in this process has the board open.
    pub fn is_alone(&self) -> bool {
        let open = OPEN.lock().unwrap_or_else(PoisonError::into_inner);
        open.get(&self.identity).is_none_or(|(count, _)| *count <= 1)
    }

    /// Whether the file itself says that it is written with a rollback journal, as backups are.
    pub fn has_rollback_format(&self) -> bool {
        let mut formats = [0; 2];
        let read = with_held(self.identity, |file| platform::read_exact_at(file, &mut formats, FORMATS));
        read.is_some_and(|read| read.is_ok()) && formats == [1, 1]
    }

    /// Whether a backup was copied over the board while its log still lay beside it: together they are ruins.
    pub fn was_copied_over(&self) -> bool {
        self.has_rollback_format() && self.has_log()
    }

    /// Whether the name still leads to the file that was opened, and nobody copied another one over it.
    pub fn is_in_place(&self) -> bool {
        Identity::of(&self.named).is_ok_and(|now| now == self.identity)
            && !(self.has_log_format.get() && self.has_rollback_format())
    }

    /// Notes how it is written from here on.
    pub fn opened(&self) {
        self.has_log_format.set(!self.has_rollback_format());
    }

    /// Lets a team's folder have its way with what of the board is ours: SQLite makes its files with the rights that the
    /// board had, and the first to read would lock the others out.
    pub fn share(&self) {
        if Access::in_folder(self.folder()) != Access::Group {
            return;
        }
        let me = platform::user();
        for suffix in ["", "-wal", "-shm", "-lock"] {
            let path = self.beside(suffix);
            // By name and never opened; a link is somebody else's doing.
            let Ok(file) = fs::symlink_metadata(&path) else { continue };
            let rights = platform::rights(&file) & 0o777;
            if file.is_file() && platform::owner(&file) == me && rights & 0o060 != 0o060 {
                let _ = fs::set_permissions(&path, platform::permissions(rights | 0o660));
            }
        }
    }

    fn folder(&self) -> &Path {
        folder(&self.real)
    }
}

impl Drop for BoardFile {
    fn drop(&mut self) {
        let mut open = OPEN.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((count, _)) = open.get_mut(&self.identity) {
            *count -= 1;
            if *count == 0 {
                // Closed while nobody else can open it: after this a connection's locks are safe again.
                open.remove(&self.identity);
            }
        }
    }
}

/// Counts one more who has the file open, and opens it for the first.
fn hold(real: &Path) -> io::Result<Identity> {
    let mut open = OPEN.lock().unwrap_or_else(PoisonError::into_inner);
    let identity = Identity::of(real)?;
    if let Some((count, _)) = open.get_mut(&identity) {
        *count += 1;
        return Ok(identity);
    }
    let file = files::open(real)?;
    // Asked of what was opened: between the two the name may have been given to another.
    let identity = Identity::from(&file.metadata()?);
    open.entry(identity).or_insert((0, file)).0 += 1;
    Ok(identity)
}

fn with_held<T>(identity: Identity, look: impl FnOnce(&File) -> T) -> Option<T> {
    let open = OPEN.lock().unwrap_or_else(PoisonError::into_inner);
    open.get(&identity).map(|(_, file)| look(file))
}

/// What lies beside a board under its name.
pub(super) fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

/// The folder in which a file lies.
pub(super) fn folder(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

pub(super) fn lock(path: &Path) -> Result<Lock, StoreError> {
    let place = beside(path, "-lock");
    let access = Access::in_folder(folder(path));
    let mut taken = Lock::take(&place, access, patience::A_WORD);
    let mut told = None;
    while taken.as_ref().is_err_and(|error| error.kind() == ErrorKind::WouldBlock) {
        // Whoever makes the tables of a large board anew is waited for as long as they get on.
        let noted = patience::noted(&place);
        if told.as_ref() == Some(&noted) {
            break;
        }
        patience::say(noted.clone().unwrap_or(Delay::Writer(None)));
        let patience = if noted.is_some() { WORKING } else { files::LOCK_PATIENCE };
        told = Some(noted);
        taken = Lock::take(&place, access, patience);
    }
    taken.map_err(|error| {
        match error.kind() {
            ErrorKind::WouldBlock => StoreError::Busy,
            ErrorKind::InvalidInput => StoreError::NotALock { path: place },
            // A link: whoever made it wants it followed.
            _ if fs::symlink_metadata(&place).is_ok_and(|there| !there.is_file()) => {
                StoreError::NotALock { path: place }
            }
            _ => StoreError::CannotMake { path: place, why: error.to_string() },
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_descriptor_stays_open_until_the_last_is_done() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("board.db");
        fs::write(&path, [2; 100]).unwrap();
        let (one, two) = (BoardFile::find(&path).unwrap(), BoardFile::find(&path).unwrap());
        let held = |file: &BoardFile| with_held(file.identity, |_| ()).is_some();
        assert!(held(&one));
        drop(one);
        assert!(held(&two));
        let identity = two.identity;
        drop(two);
        assert!(with_held(identity, |_| ()).is_none());
    }

    #[test]
    fn what_takes_the_place_of_the_board_is_noticed() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("board.db");
        fs::write(&path, [2; 100]).unwrap();
        let file = BoardFile::find(&path).unwrap();
        assert!(file.is_in_place() && !file.was_copied_over());
        // A backup copied over it is the same file to the file system.
        fs::write(&path, [1; 100]).unwrap();
        assert!(!file.is_in_place() && !file.was_copied_over());
        fs::write(file.beside("-wal"), "x").unwrap();
        assert!(file.was_copied_over());
        fs::write(&path, [2; 100]).unwrap();
        assert!(file.is_in_place());
        fs::rename(&path, folder.path().join("elsewhere.db")).unwrap();
        assert!(!file.is_in_place());
        fs::write(&path, [2; 100]).unwrap();
        assert!(!file.is_in_place());
    }
}
