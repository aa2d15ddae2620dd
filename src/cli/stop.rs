//! Why a command stops early, and the exit status that says so.

use std::io;

use super::asking::Misread;
use crate::session::{Error, ErrorKind};
use crate::store::StoreError;
use crate::words::words;

/// What ends a command before it is through.
#[derive(Debug)]
pub enum Stop {
    /// The board or the machine says no: status 1.
    Refused(Error),
    /// A word that cannot be read: status 2, as clap's own.
    Usage(Error),
    /// A query that cannot be read: status 2 as well.
    Query(Box<Misread>),
    /// Whoever read the output has enough (`setara tasks | head`): no failure.
    ReaderGone,
    /// The screens ended with this status: a signal, which was answered by giving the terminal back.
    Left(u8),
}

impl Stop {
    pub fn status(&self) -> u8 {
        match self {
            Stop::Refused(_) => 1,
            Stop::Usage(_) | Stop::Query(_) => 2,
            Stop::ReaderGone => 0,
            Stop::Left(status) => *status,
        }
    }

    /// A refusal of the command line's own.
    pub fn refused(message: String, hint: String) -> Stop {
        Stop::Refused(Error::new(ErrorKind::Refused, message, Some(hint)))
    }

    /// A typed word that means nothing here.
    pub fn usage(message: String, hint: String) -> Stop {
        Stop::Usage(Error::new(ErrorKind::Refused, message, Some(hint)))
    }

    /// A file that cannot be read or written.
    pub fn file(path: &str, error: &io::Error) -> Stop {
        // "No such file or directory (os error 2)": the number helps nobody.
        let why = error.to_string();
        let why = why.split(" (os error").next().unwrap_or(&why);
        let message = words().out_file_error(path, why);
        Stop::Refused(Error::new(ErrorKind::Environment, message, None))
    }

    /// An output that takes nothing: a reader that left, or a full disk.
    pub fn output(error: &io::Error) -> Stop {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Stop::ReaderGone,
            _ => Stop::file("stdout", error),
        }
    }
}

impl From<Error> for Stop {
    fn from(error: Error) -> Stop {
        Stop::Refused(error)
    }
}

impl From<StoreError> for Stop {
    fn from(error: StoreError) -> Stop {
        Stop::Refused(error.into())
    }
}
