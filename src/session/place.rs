//! Where the board is: what is named, else the nearest `.setara/board.db` upwards, else the one in the person's own
//! data folder.

use std::env;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::environment::data_folder;
use super::{Error, Foreign};

/// A board's place, whether or not there is a board yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Located {
    pub path: PathBuf,
    /// Whether a file is there.
    pub exists: bool,
    /// Whose it is, where it was only found, and is not the person's own.
    pub foreign: Option<Foreign>,
}

/// Finds the board: `named` (`--board` or `SETARA_BOARD`), else upwards from `folder`, else the default one.
pub fn locate(named: Option<&Path>, folder: &Path) -> Result<Located, Error> {
    let path = match named {
        Some(path) if path.is_dir() => path.join("board.db"),
        Some(path) => path.to_owned(),
        None => match upwards(folder)? {
            Some(path) => {
                let foreign = Foreign::of(&path).map_err(|error| Error::cannot_look(&path, &error))?;
                return Ok(Located { path, exists: true, foreign });
            }
            None => data_folder().ok_or_else(Error::no_home)?.join("board.db"),
        },
    };
    let exists = is_there(&path)?;
    Ok(Located { path, exists, foreign: None })
}

fn upwards(folder: &Path) -> Result<Option<PathBuf>, Error> {
    for folder in folder.ancestors() {
        let path = folder.join(".setara").join("board.db");
        if is_there(&path)? {
            return Ok(Some(path));
        }
    }
    Ok(None)
}

/// Whether something is there; what cannot be looked at may be a board, and is never taken for none.
fn is_there(path: &Path) -> Result<bool, Error> {
    match fs::metadata(path) {
        Ok(_) => Ok(true),
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(false),
        Err(error) => Err(Error::cannot_look(path, &error)),
    }
}

/// The folder in which the program was started; the root where that is gone.
pub fn here() -> PathBuf {
    env::current_dir().unwrap_or_else(|_| PathBuf::from("/"))
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::{chown, symlink};

    use super::*;

    fn board_in(folder: &Path) -> PathBuf {
        let board = folder.join(".setara").join("board.db");
        fs::create_dir_all(board.parent().unwrap()).unwrap();
        fs::write(&board, "").unwrap();
        board
    }

    #[test]
    fn what_cannot_be_looked_at_is_said_and_not_taken_for_none() {
        let folder = tempfile::tempdir().unwrap();
        let circle = folder.path().join("circle.db");
        symlink(&circle, &circle).unwrap();
        let error = locate(Some(&circle), folder.path()).unwrap_err();
        assert!(error.message.contains("circle.db cannot be opened: its links lead in a circle"), "{error}");
        symlink(".setara", folder.path().join(".setara")).unwrap();
        assert!(locate(None, folder.path()).unwrap_err().message.contains("cannot be opened"));
        // A link that leads nowhere is none, and so is a file where a folder should be.
        let nowhere = folder.path().join("nowhere.db");
        symlink(folder.path().join("gone"), &nowhere).unwrap();
        assert!(!locate(Some(&nowhere), folder.path()).unwrap().exists);
        fs::write(folder.path().join("file"), "").unwrap();
        assert!(!locate(Some(&folder.path().join("file/board.db")), folder.path()).unwrap().exists);
    }

    /// Only root can give a folder away.
    #[test]
    fn a_board_of_another_owner_is_foreign_where_it_was_only_found() {
        let folder = tempfile::tempdir().unwrap();
        let board = board_in(folder.path());
        assert_eq!(locate(None, folder.path()).unwrap().foreign, None);
        if !rustix::process::geteuid().is_root() {
            eprintln!("skipped: only root can give files away");
            return;
        }
        let owners = |named: Option<&Path>| locate(named, folder.path()).unwrap().foreign.map(|f| f.owners);
        chown(&board, Some(4242), None).unwrap();
        assert_eq!(owners(None), Some(vec![4242]), "a board in one's own folder");
        chown(board.parent().unwrap(), Some(4241), None).unwrap();
        assert_eq!(owners(None), Some(vec![4241, 4242]));
        assert_eq!(owners(Some(&board)), None, "whoever names it trusts it");
        assert_eq!(owners(Some(board.parent().unwrap())), None);
        // A link of one's own to another's board, and another's link to one's own.
        let (mine, theirs) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        symlink(board.parent().unwrap(), mine.path().join(".setara")).unwrap();
        let found = locate(None, mine.path()).unwrap().foreign.unwrap();
        assert_eq!(found.folder, fs::canonicalize(board.parent().unwrap()).unwrap());
        let own = tempfile::tempdir().unwrap();
        board_in(own.path());
        let link = theirs.path().join(".setara");
        symlink(own.path().join(".setara"), &link).unwrap();
        std::os::unix::fs::lchown(&link, Some(4241), None).unwrap();
        assert_eq!(locate(None, theirs.path()).unwrap().foreign.unwrap().owners, [4241]);
    }
}
