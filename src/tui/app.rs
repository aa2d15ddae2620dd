//! The program on the screen: from keys to actions, from the board to a frame.

use std::path::PathBuf;

use crate::session::{Error, Session, Surroundings};

/// With what the screens begin.
pub enum Start {
    /// A board, with or without somebody who acts.
    Board(Box<Session>),
    /// No board yet: the welcome, which may make one at this path.
    Welcome { path: PathBuf, surroundings: Surroundings },
}

/// Runs until the person leaves; the value is the process's exit status.
pub fn run(start: Start) -> Result<u8, Error> {
    let _ = start;
    Ok(0)
}
