//! A file that somebody names to be written: never the board's own, never through a link, and in place of another only
//! where that was said.

use std::ffi::OsString;
use std::fs::{self, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use super::stop::Stop;
use crate::files::{self, Access, Beside, Identity};
use crate::words::words;

/// What SQLite and we keep beside a board, by what stands behind its name.
const BESIDE_BOARD: [&str; 5] = ["", "-wal", "-shm", "-lock", "-journal"];

/// What may stand there already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Over {
    Nothing,
    /// Any plain file: it was said so.
    AFile,
}

/// Refuses where the name leads to the open board, or to what lies beside it, whatever it is called there; `hint` is what
/// can be typed instead.
pub fn spare_board(path: &Path, board: &Path, hint: impl FnOnce() -> String) -> Result<(), Stop> {
    let whole = |path: &Path| -> Option<PathBuf> {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        Some(fs::canonicalize(folder).ok()?.join(path.file_name()?))
    };
    let (named, identity) = (whole(path), Identity::of(path).ok());
    for behind in BESIDE_BOARD {
        let mut own: OsString = fs::canonicalize(board).unwrap_or_else(|_| board.to_owned()).into();
        own.push(behind);
        let own = PathBuf::from(own);
        let is_same = identity.is_some() && identity == Identity::of(&own).ok();
        if is_same || named.as_ref() == Some(&own) {
            return Err(Stop::refused(words().out_is_the_board(shown(path)), hint()));
        }
    }
    Ok(())
}

/// Writes it whole or not at all. A device or a pipe is written as it is.
pub fn put(path: &Path, bytes: &[u8], over: Over) -> Result<(), Stop> {
    let failed = |error: io::Error| Stop::file(&shown(path), &error);
    match (fs::symlink_metadata(path), fs::metadata(path)) {
        (Ok(_), Ok(file)) if !file.is_file() && !file.is_dir() => {
            let mut device = OpenOptions::new().write(true).open(path).map_err(failed)?;
            return device.write_all(bytes).map_err(failed);
        }
        // What a link leads to was not named, and might be anything.
        (Ok(link), _) if link.is_symlink() => {
            let leads = fs::canonicalize(path).or_else(|_| fs::read_link(path)).map_err(failed)?;
            return Err(Stop::refused(
                words().out_is_a_link(shown(path), shown(&leads)),
                words().out_exists_force(shown(&leads)),
            ));
        }
        (Ok(_), _) if over == Over::Nothing => return Err(taken(path)),
        _ => {}
    }
    match over {
        Over::AFile => files::write_whole(path, bytes, Access::Umask).map_err(failed),
        Over::Nothing => {
            let mut new = Beside::new(path, Access::Umask).map_err(failed)?;
            new.file.write_all(bytes).map_err(failed)?;
            match new.put() {
                Err(error) if error.kind() == ErrorKind::AlreadyExists => Err(taken(path)),
                put => put.map_err(failed),
            }
        }
    }
}

fn taken(path: &Path) -> Stop {
    Stop::refused(words().out_exists(shown(path)), words().out_exists_force(shown(path)))
}

fn shown(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}
