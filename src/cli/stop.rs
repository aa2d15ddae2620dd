//! Why a command stops early, and the exit status that says so.

use std::io;
use std::path::Path;

use super::asking::Misread;
use crate::session::{Error, ErrorKind, why};
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
    /// The output takes nothing, such as a full disk: status 1.
    Output(io::Error),
    /// Whoever read the output has enough (`setara tasks | head`): no failure.
    ReaderGone,
    /// The screens ended with this status: a signal, which was answered by giving the terminal back.
    Left(u8),
}

impl Stop {
    pub fn status(&self) -> u8 {
        match self {
            Stop::Refused(_) | Stop::Output(_) => 1,
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
        Stop::Refused(Error::file(Path::new(path), error))
    }

    /// An output that takes nothing: a reader that left, or a full disk.
    pub fn output(error: &io::Error) -> Stop {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Stop::ReaderGone,
            kind => {
                Stop::Output(error.raw_os_error().map_or_else(|| kind.into(), io::Error::from_raw_os_error))
            }
        }
    }

    /// As it is told: whether all is done that was asked for, and only could not be said.
    pub fn having_acted(self, is_done: bool) -> Stop {
        match self {
            Stop::Output(error) if is_done => {
                let message = words().out_done_unsaid(why(&error));
                Stop::Refused(Error::new(ErrorKind::Environment, message, None))
            }
            Stop::Output(error) => Stop::file("stdout", &error),
            stop => stop,
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
