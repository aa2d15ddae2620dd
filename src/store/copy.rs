//! A private copy of a board that cannot be read where it lies: it cannot be written, and its newest changes stand in a log
//! whose index would have to be made there, or what follows from its journal is of an older program.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};

use super::StoreError;
use super::file::{BoardFile, beside};
use crate::files;
use crate::platform;

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

/// The same of a board that can be read where it lies.
pub(super) fn of_connection(board: &Connection, file: &BoardFile) -> Result<Copy, StoreError> {
    let cannot = |why: String| StoreError::CannotOpen { path: file.named().to_owned(), why };
    let folder =
        tempfile::Builder::new().prefix("setara-").tempdir().map_err(|error| cannot(error.to_string()))?;
    let copy = Copy { board: folder.path().join("board.db"), _folder: folder };
    let mut to = Connection::open(copy.board()).map_err(|error| cannot(error.to_string()))?;
    while Backup::new(board, &mut to)?.step(-1)? != StepResult::Done {
        thread::sleep(Duration::from_millis(10));
    }
    Ok(copy)
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    io::copy(&mut files::open(from)?, &mut File::create_new(to)?)?;
    // Whatever rights it had, this one is to be written: the log is taken in when it is opened.
    fs::set_permissions(to, platform::permissions(0o600))
}
