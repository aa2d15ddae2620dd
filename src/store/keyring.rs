//! Where a person's keys lie: outside of every board, one for each file that they write to.
//!
//! A key is bound to board, machine and file, and notes how many records it has written and which was the last. A board
//! that does not hold that record is a copy, whatever its name and inode say; whoever has no key for a board, or has one
//! of which the board is a copy, becomes a new replica of it with their first write. So two users of one file, and two
//! copies of one board, never write under one name.
//!
//! **Invariant:** a note never runs ahead of the disk: it is written after the commit, and never goes back.

use std::collections::HashMap;
use std::fs::{File, OpenOptions};
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::StoreError;
use super::file::BoardFile;
use super::replica::Key;
use super::seal::Hex;
use crate::domain::id::{BoardId, RecordId};
use crate::files::{self, Access, Beside};
use crate::platform::{self, Guarded};

/// A person's keys.
#[derive(Debug, Clone)]
pub struct Keyring {
    place: Place,
    machine: String,
    draw: fn() -> [u8; 32],
}

#[derive(Debug, Clone)]
enum Place {
    Folder(PathBuf),
    /// For as long as the process lives: boards in memory, and tests.
    Memory(Arc<Mutex<HashMap<String, Kept>>>),
    /// There is no home to keep a key in.
    Nowhere,
}

/// A key, and what it has written.
#[derive(Debug, Clone)]
pub(super) struct Kept {
    pub key: Key,
    /// How many records it has written at least.
    pub count: u64,
    /// The id of that one; [`RecordId::ZERO`] before the first.
    pub last: RecordId,
}

/// To which board, on which machine and in which file a key belongs.
#[derive(Debug, Clone)]
pub(super) struct Binding {
    board: BoardId,
    inode: u64,
    name: String,
}

/// A key's file. It has one length, so that a note is one write in place.
#[derive(Serialize, Deserialize)]
struct Wire {
    v: u32,
    board: BoardId,
    machine: String,
    inode: u64,
    secret: Hex<32>,
    n: u64,
    h: RecordId,
}

const LENGTH: usize = 512;

impl Keyring {
    /// Keys that lie in this folder. `draw` gives 32 random bytes.
    pub fn in_folder(folder: PathBuf, machine: String, draw: fn() -> [u8; 32]) -> Keyring {
        Keyring { place: Place::Folder(folder), machine, draw }
    }

    /// Keys that are forgotten when the process ends.
    pub fn in_memory(draw: fn() -> [u8; 32]) -> Keyring {
        Keyring { place: Place::Memory(Arc::default()), machine: String::new(), draw }
    }

    /// No keys: what needs one is refused.
    pub fn nowhere(draw: fn() -> [u8; 32]) -> Keyring {
        Keyring { place: Place::Nowhere, machine: String::new(), draw }
    }

    pub(super) fn binding(&self, board: BoardId, file: &BoardFile) -> Binding {
        self.bind(board, file.identity().inode, file.real())
    }

    pub(super) fn bind(&self, board: BoardId, inode: u64, path: &Path) -> Binding {
        let mut hash = Sha256::new();
        hash.update(&self.machine);
        hash.update([0]);
        hash.update(inode.to_be_bytes());
        hash.update(path.as_os_str().as_encoded_bytes());
        let digits: String = hash.finalize()[..8].iter().map(|byte| format!("{byte:02x}")).collect();
        Binding { board, inode, name: format!("{board}-{digits}.key") }
    }

    /// The key for this file, where there is one.
    pub(super) fn find(&self, binding: &Binding) -> Option<Kept> {
        match &self.place {
            Place::Folder(folder) => {
                let (wire, _) = read(&folder.join(&binding.name)).ok()?;
                let is_bound = wire.v == 1
                    && wire.board == binding.board
                    && wire.machine == self.machine
                    && wire.inode == binding.inode;
                is_bound.then(|| Kept { key: Key::from_seed(wire.secret.0), count: wire.n, last: wire.h })
            }
            Place::Memory(keys) => {
                keys.lock().unwrap_or_else(PoisonError::into_inner).get(&binding.name).cloned()
            }
            Place::Nowhere => None,
        }
    }

    /// Draws a new key for this file, and keeps it. Called while nobody else can write to the board.
    pub(super) fn renew(&self, binding: &Binding) -> Result<Kept, StoreError> {
        let kept = Kept { key: Key::from_seed((self.draw)()), count: 0, last: RecordId::ZERO };
        self.keep(binding, &kept)?;
        Ok(kept)
    }

    /// Keeps a key for this file in the place of any other.
    pub(super) fn keep(&self, binding: &Binding, kept: &Kept) -> Result<(), StoreError> {
        match &self.place {
            Place::Folder(folder) => {
                let path = folder.join(&binding.name);
                let written = platform::make_folders(folder, 0o700).and_then(|()| {
                    let mut beside = Beside::new(&path, Access::Owner)?;
                    beside.file.write_all(&self.bytes(binding, kept)?)?;
                    beside.replace()
                });
                written.map_err(|error| StoreError::CannotMake { path, why: error.to_string() })
            }
            Place::Memory(keys) => {
                let mut keys = keys.lock().unwrap_or_else(PoisonError::into_inner);
                keys.insert(binding.name.clone(), kept.clone());
                Ok(())
            }
            Place::Nowhere => Err(StoreError::NoHome),
        }
    }

    /// Notes what the key has written by now. Where that fails, the note is older than the board, which does no harm.
    pub(super) fn note(&self, binding: &Binding, kept: &Kept) {
        match &self.place {
            Place::Folder(folder) => drop(self.note_in(&folder.join(&binding.name), binding, kept)),
            Place::Memory(_) => drop(self.keep(binding, kept)),
            Place::Nowhere => {}
        }
    }

    fn note_in(&self, path: &Path, binding: &Binding, kept: &Kept) -> io::Result<()> {
        let (wire, file) = read(path)?;
        // Others of our own processes write here as well; the board has ordered what they wrote.
        if wire.secret.0 == kept.key.secret() && wire.n < kept.count {
            platform::write_all_at(&file, &self.bytes(binding, kept)?, 0)?;
        }
        Ok(())
    }

    fn bytes(&self, binding: &Binding, kept: &Kept) -> io::Result<Vec<u8>> {
        let wire = Wire {
            v: 1,
            board: binding.board,
            machine: self.machine.clone(),
            inode: binding.inode,
            secret: Hex(kept.key.secret()),
            n: kept.count,
            h: kept.last,
        };
        let mut bytes = serde_json::to_vec(&wire)?;
        if bytes.len() >= LENGTH {
            return Err(ErrorKind::InvalidData.into());
        }
        bytes.resize(LENGTH - 1, b' ');
        bytes.push(b'\n');
        Ok(bytes)
    }
}

/// A key's file, locked for as long as it is held.
fn read(path: &Path) -> io::Result<(Wire, File)> {
    let file = OpenOptions::new().read(true).write(true).without_waiting_or_links().open(path)?;
    if !file.metadata()?.is_file() {
        return Err(ErrorKind::InvalidInput.into());
    }
    file.lock()?;
    let mut text = String::new();
    (&file).take(LENGTH as u64).read_to_string(&mut text)?;
    Ok((serde_json::from_str(&text)?, file))
}

/// Something of the machine by which it is known from others that share a home with it.
pub fn machine() -> String {
    for file in platform::MACHINE_IDS {
        if let Ok(id) = files::read_text(Path::new(file))
            && !id.trim().is_empty()
        {
            return id.trim().chars().take(64).collect();
        }
    }
    platform::host().chars().take(64).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use std::os::unix::fs::MetadataExt;
    use uuid::Uuid;

    const BOARD: BoardId = BoardId(Uuid::from_u128(1));

    fn keyring(folder: &Path, machine: &str) -> Keyring {
        Keyring::in_folder(folder.join("keys"), machine.to_owned(), || {
            *Uuid::new_v4().as_bytes().repeat(2).first_chunk().unwrap()
        })
    }

    #[test]
    fn a_key_is_its_owners_alone_and_bound_to_board_machine_and_file() {
        let folder = tempfile::tempdir().unwrap();
        let keys = keyring(folder.path(), "here");
        let here = keys.bind(BOARD, 7, Path::new("/a/board.db"));
        let kept = keys.renew(&here).unwrap();
        assert_eq!(keys.find(&here).unwrap().key.secret(), kept.key.secret());
        let others = [
            keys.bind(BoardId(Uuid::from_u128(2)), 7, Path::new("/a/board.db")),
            keys.bind(BOARD, 8, Path::new("/a/board.db")),
            keys.bind(BOARD, 7, Path::new("/b/board.db")),
        ];
        assert!(others.iter().all(|other| keys.find(other).is_none()));
        let there = keyring(folder.path(), "there");
        assert!(there.find(&there.bind(BOARD, 7, Path::new("/a/board.db"))).is_none());
        let mode = |path: &Path| fs::metadata(path).unwrap().mode() & 0o777;
        assert_eq!(mode(&folder.path().join("keys")), 0o700);
        assert_eq!(mode(&folder.path().join("keys").join(&here.name)), 0o600);
    }

    #[test]
    fn a_note_never_goes_back_and_is_never_anothers() {
        let folder = tempfile::tempdir().unwrap();
        let keys = keyring(folder.path(), "here");
        let place = keys.bind(BOARD, 7, Path::new("/a/board.db"));
        let mut kept = keys.renew(&place).unwrap();
        let note = |kept: &mut Kept, count| {
            (kept.count, kept.last) = (count, RecordId([count as u8; 32]));
            keys.note(&place, kept);
            keys.find(&place).unwrap().count
        };
        assert_eq!([note(&mut kept, 3), note(&mut kept, 2), note(&mut kept, 5)], [3, 3, 5]);
        keys.renew(&place).unwrap();
        assert_eq!(note(&mut kept, 9), 0, "another key lies there by now");
    }

    #[test]
    fn a_key_that_cannot_be_read_is_none() {
        let folder = tempfile::tempdir().unwrap();
        let keys = keyring(folder.path(), "here");
        let place = keys.bind(BOARD, 7, Path::new("/a/board.db"));
        keys.renew(&place).unwrap();
        fs::write(folder.path().join("keys").join(&place.name), "{").unwrap();
        assert!(keys.find(&place).is_none());
        keys.renew(&place).unwrap();
        assert!(keys.find(&place).is_some());
        assert!(matches!(Keyring::nowhere(|| [1; 32]).renew(&place), Err(StoreError::NoHome)));
    }
}
