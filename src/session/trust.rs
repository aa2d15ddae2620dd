//! Which boards of others a person trusts.
//!
//! A board that is found on the way up is opened unasked, in whatever folder somebody stands: in a repository that they
//! cloned, in a folder that all can write. Where it is not theirs they are asked once, as git asks of foreign
//! repositories. Who names a board trusts it.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use toml::{Table, Value};

use super::{Environment, Error};
use crate::files::LOCK_PATIENCE;
use crate::platform;

/// The file that remembers the folders: the owners to whom each belonged when it was trusted.
const FILE: &str = "trusted.toml";

/// A board's folder that belongs to somebody else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Foreign {
    /// `.setara`, by its real path.
    pub folder: PathBuf,
    /// Whose the folder and the board in it are, by number, without oneself.
    pub owners: Vec<u32>,
}

impl Foreign {
    /// Whether a board, found in its `.setara`, is somebody else's. The links that lead to it are looked at as well:
    /// whoever made one chose the board.
    pub(super) fn of(board: &Path) -> io::Result<Option<Foreign>> {
        let Some(folder) = board.parent() else { return Ok(None) };
        let me = platform::user();
        let mut owners = Vec::new();
        for path in [folder, board] {
            let found = [fs::metadata(path)?, fs::symlink_metadata(path)?];
            owners.extend(found.iter().map(platform::owner));
        }
        owners.retain(|owner| *owner != me);
        owners.sort_unstable();
        owners.dedup();
        let folder = fs::canonicalize(folder)?;
        Ok((!owners.is_empty()).then_some(Foreign { folder, owners }))
    }

    /// The owners as people know them: by name, where the system has one.
    pub fn whose(&self) -> String {
        let users = crate::files::read_text(Path::new(platform::USERS)).unwrap_or_default();
        let name = |owner: &u32| {
            let number = owner.to_string();
            let user = users.lines().find(|line| line.split(':').nth(2) == Some(number.as_str()));
            user.and_then(|line| line.split(':').next()).map_or(number.clone(), str::to_owned)
        };
        self.owners.iter().map(name).collect::<Vec<_>>().join(", ")
    }

    /// Under which name it is remembered. Paths that are no text are told apart all the same.
    fn key(&self) -> String {
        match self.folder.to_str() {
            Some(path) => path.to_owned(),
            None => format!("bytes:{}", platform::bytes(self.folder.as_os_str()).escape_ascii()),
        }
    }
}

impl Environment {
    /// Whether the person has trusted this folder while it belonged to just these.
    pub fn trusts(&self, foreign: &Foreign) -> bool {
        let Ok(table) = self.trusted() else { return false };
        let owners = table.get(&foreign.key()).and_then(Value::as_array);
        owners.is_some_and(|owners| owners.iter().map(as_owner).eq(foreign.owners.iter().copied().map(Some)))
    }

    /// Trusts it from now on, until it belongs to somebody else.
    pub fn trust(&self, foreign: &Foreign) -> Result<(), Error> {
        let file = self.settings().ok_or_else(Error::no_home)?.join(FILE);
        let held = self.hold(LOCK_PATIENCE).map_err(|error| Error::file(&file, &error))?;
        let mut table = self.trusted()?;
        let owners = foreign.owners.iter().map(|owner| Value::Integer((*owner).into())).collect();
        table.insert(foreign.key(), Value::Array(owners));
        self.write_own(FILE, &table.to_string(), &held).map_err(|error| Error::file(&file, &error))
    }

    /// A file that cannot be read trusts nobody, and is not written over.
    fn trusted(&self) -> Result<Table, Error> {
        let file = self.settings().map(|folder| folder.join(FILE)).unwrap_or_default();
        let text = self.own_text(FILE).map_err(|error| Error::file(&file, &error))?;
        text.unwrap_or_default().parse().map_err(|_| Error::unreadable(&file))
    }
}

fn as_owner(value: &Value) -> Option<u32> {
    u32::try_from(value.as_integer()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::calendar::At;

    fn world(folder: &Path) -> Environment {
        Environment::fixed(At(1_800_000_000_000), "trust").with_settings(folder.join("setara"))
    }

    fn foreign(folder: &Path, owners: &[u32]) -> Foreign {
        Foreign { folder: folder.to_owned(), owners: owners.to_vec() }
    }

    #[test]
    fn trust_is_remembered_by_path_and_owner() {
        let folder = tempfile::tempdir().unwrap();
        let world = world(folder.path());
        let (here, there) = (Path::new("/srv/a/.setara"), Path::new("/srv/b/.setara"));
        assert!(!world.trusts(&foreign(here, &[1000])));
        world.trust(&foreign(here, &[1000])).unwrap();
        assert!(world.trusts(&foreign(here, &[1000])));
        assert!(!world.trusts(&foreign(here, &[1001])), "it is somebody else's now");
        assert!(!world.trusts(&foreign(here, &[1000, 1001])));
        assert!(!world.trusts(&foreign(there, &[1000])));
        world.trust(&foreign(there, &[1000, 1001])).unwrap();
        world.trust(&foreign(here, &[1001])).unwrap();
        assert!(world.trusts(&foreign(there, &[1000, 1001])) && world.trusts(&foreign(here, &[1001])));
        assert!(!world.trusts(&foreign(here, &[1000])));
    }

    #[test]
    fn a_damaged_file_trusts_nobody_and_stays() {
        let folder = tempfile::tempdir().unwrap();
        let world = world(folder.path());
        let mine = foreign(Path::new("/srv/a/.setara"), &[1000]);
        world.trust(&mine).unwrap();
        let file = folder.path().join("setara").join(FILE);
        let whole = fs::read_to_string(&file).unwrap();
        fs::write(&file, format!("{whole}cut sho")).unwrap();
        assert!(!world.trusts(&mine));
        assert!(world.trust(&mine).unwrap_err().message.contains(FILE));
        assert_eq!(fs::read_to_string(&file).unwrap(), format!("{whole}cut sho"));
    }

    #[test]
    fn what_is_ones_own_is_nobody_elses() {
        let folder = tempfile::tempdir().unwrap();
        let board = folder.path().join(".setara").join("board.db");
        fs::create_dir_all(board.parent().unwrap()).unwrap();
        fs::write(&board, "").unwrap();
        assert_eq!(Foreign::of(&board).unwrap(), None);
    }
}
