//! Where the board is: what is named, else the nearest `.setara/board.db` upwards, else the one in the person's own
//! data folder.

use std::env;
use std::path::{Path, PathBuf};

use super::Error;
use super::surroundings::data_folder;

/// A board's place, whether or not there is a board yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Located {
    pub path: PathBuf,
    /// Whether a file is there.
    pub exists: bool,
}

/// Finds the board: `named` (`--board` or `SETARA_BOARD`), else upwards from `folder`, else the default one.
pub fn locate(named: Option<&Path>, folder: &Path) -> Result<Located, Error> {
    let path = match named {
        Some(path) if path.is_dir() => path.join("board.db"),
        Some(path) => path.to_owned(),
        None => match upwards(folder) {
            Some(path) => path,
            None => data_folder().ok_or_else(Error::no_home)?.join("board.db"),
        },
    };
    let exists = path.exists();
    Ok(Located { path, exists })
}

fn upwards(folder: &Path) -> Option<PathBuf> {
    folder.ancestors().map(|folder| folder.join(".setara").join("board.db")).find(|path| path.is_file())
}

/// The folder in which the program was started; the root where that is gone.
pub fn here() -> PathBuf {
    env::current_dir().unwrap_or_else(|_| PathBuf::from("/"))
}
