//! A private copy of a board that cannot be opened where it lies: its folder cannot be written, and its newest changes
//! stand in a log whose index would have to be made there.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use super::StoreError;
use super::file::{BoardFile, beside};
use crate::files;

/// Gone with this value, and readable by nobody else.
#[derive(Debug)]
pub(super) struct Copy {
    _folder: tempfile::TempDir,
    board: PathBuf,
}

impl Copy {
    pub fn board(&self) -> &Path {
        &self.board
    }
}

/// Copies the board with its log. Only while no connection of this process to it lives: see [`BoardFile`].
pub(super) fn private(file: &BoardFile) -> Result<Copy, StoreError> {
    let make = || -> io::Result<Copy> {
        let folder = tempfile::Builder::new().prefix("setara-").tempdir()?;
        let board = folder.path().join("board.db");
        copy(file.real(), &board)?;
        if file.has_log() {
            copy(&file.beside("-wal"), &beside(&board, "-wal"))?;
        }
        Ok(Copy { _folder: folder, board })
    };
    if !file.is_alone() {
        return Err(StoreError::Busy);
    }
    make().map_err(|error| StoreError::CannotOpen { path: file.named().to_owned(), why: error.to_string() })
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    io::copy(&mut files::open(from)?, &mut File::create_new(to)?)?;
    // Whatever rights it had, this one is to be written: the log is taken in when it is opened.
    let mut rights = fs::metadata(to)?.permissions();
    std::os::unix::fs::PermissionsExt::set_mode(&mut rights, 0o600);
    fs::set_permissions(to, rights)
}
