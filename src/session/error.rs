//! What a person is told when something is not done: one line, and a hint that can be typed.

use std::fmt;
use std::io;
use std::path::Path;

use crate::domain::calendar::At;
use crate::domain::decide::Refusal;
use crate::domain::handle;
use crate::domain::names::Names;
use crate::domain::refused;
use crate::domain::spoken;
use crate::domain::subject::Kind;
use crate::domain::task::State;
use crate::domain::terms::Terms;
use crate::exchange::ImportError;
use crate::files;
use crate::inert::{Signs, cut};
use crate::platform;
use crate::store::StoreError;
use crate::words::words;

/// Whose turn it is to do something about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ErrorKind {
    /// The board or its rules say no: the person can do something else.
    Refused,
    /// All is so already that was asked for.
    Unchanged,
    /// The machine says no: a disk, a file, a missing home.
    Environment,
    /// Another program holds the board.
    Busy,
    /// Another program writes just now: nothing was begun, and the same can be tried again.
    NotOurTurn,
    /// We were wrong.
    Bug,
}

/// Why something was not done. Nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    pub kind: ErrorKind,
    /// Lower case, without a full stop, naming the thing.
    pub message: String,
    /// What can be typed instead.
    pub hint: Option<String>,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {}

impl Error {
    /// A refusal of the session's callers, such as the command line.
    pub fn new(kind: ErrorKind, message: String, hint: Option<String>) -> Error {
        Error { kind, message, hint }
    }

    pub(in crate::session) fn refusal(message: String, hint: String) -> Error {
        Error { kind: ErrorKind::Refused, message, hint: Some(hint) }
    }

    fn environment(message: String, hint: String) -> Error {
        Error { kind: ErrorKind::Environment, message, hint: Some(hint) }
    }

    /// A fault of ours.
    pub fn bug(what: impl fmt::Display) -> Error {
        let (message, hint) = (words().error_bug(what.to_string()), words().error_bug_hint());
        Error { kind: ErrorKind::Bug, message, hint: Some(hint) }
    }

    /// Something was to be done to the board of another day.
    pub(crate) fn in_the_past() -> Error {
        Error::refusal(words().replay_no_change(), words().replay_no_change_hint())
    }

    /// It was cancelled before it was kept.
    pub(super) fn given_up() -> Error {
        Error { kind: ErrorKind::Refused, message: words().wait_given_up(), hint: None }
    }

    /// There is no board before its beginning.
    pub(super) fn before_the_beginning() -> Error {
        Error { kind: ErrorKind::Refused, message: words().replay_beginning(), hint: None }
    }

    pub(super) fn refused(refusal: &Refusal, names: &Names, now: At) -> Error {
        let said = refused::say(refusal, names, now);
        let kind = if refusal.is_so_already() { ErrorKind::Unchanged } else { ErrorKind::Refused };
        Error { kind, message: said.message, hint: said.hint }
    }

    pub(in crate::session) fn who_are_you() -> Error {
        Error::refusal(words().error_who(), words().error_who_hint())
    }

    pub(super) fn unread(count: usize) -> Error {
        Error::environment(words().board_unread(count), words().board_unread_hint())
    }

    pub(super) fn no_home() -> Error {
        Error::environment(words().error_no_home(), words().error_no_home_hint())
    }

    pub(super) fn identities(file: &Path) -> Error {
        Error::environment(words().error_identities(shown(file)), words().error_identities_hint(shown(file)))
    }

    /// A file that cannot be read or written, as the system says it.
    pub fn file(path: &Path, error: &io::Error) -> Error {
        let message = words().out_file_error(shown(path), why(error));
        Error { kind: ErrorKind::Environment, message, hint: None }
    }

    /// A file of the person's that is not what it should be.
    pub(super) fn unreadable(file: &Path) -> Error {
        Error::environment(words().error_unreadable(shown(file)), words().error_identities_hint(shown(file)))
    }

    /// Something is there, and nobody can tell whether it is a board.
    pub(super) fn cannot_look(path: &Path, error: &io::Error) -> Error {
        Error::environment(
            words().error_cannot_open(shown(path), why(error)),
            words().error_cannot_look_hint(shown(path)),
        )
    }

    pub(super) fn empty_team() -> Error {
        Error::refusal(words().error_empty_team(), words().error_empty_team_hint())
    }

    pub(super) fn board_exists(path: &Path) -> Error {
        Error::refusal(words().error_board_exists(shown(path)), words().error_board_exists_hint())
    }

    /// Nothing of these kinds is called so.
    pub(super) fn none_called(kinds: &[Kind], word: &str) -> Error {
        let (message, hint) = match kinds {
            [kind] => spoken::word::none_called(Some(*kind), word),
            _ => spoken::word::none_called(None, &cut(word, 60, Signs::UNICODE)),
        };
        Error::refusal(message, hint)
    }

    pub(super) fn no_finding(key: &str) -> Error {
        Error::refusal(words().error_no_finding(key), words().error_no_finding_hint())
    }

    pub(super) fn no_term(word: &str) -> Error {
        Error::refusal(words().error_no_term(word), words().error_no_term_hint())
    }

    pub(super) fn no_state(word: &str, terms: &Terms) -> Error {
        let known = State::ALL.map(|state| terms.state(state).into_owned());
        Error::refusal(words().error_no_state(word, known.join(", ")), words().error_no_state_hint())
    }

    /// More words than are looked for at once; the first of them are fewer.
    pub(super) fn many_words(most: usize, first: &str) -> Error {
        Error::refusal(words().error_many_words(most), words().error_many_words_hint(first))
    }

    /// What a word may mean is listed; the hint shows one of it, or all.
    pub(super) fn ambiguous(word: &str, candidates: &[String], hint: String) -> Error {
        Error::refusal(words().error_ambiguous(word, candidates.join(", ")), hint)
    }
}

/// A whole word of a handle: long enough to be found by, short enough to be said.
const SPOKEN: usize = 5;

/// A path for people: as it is, also where it is not UTF-8.
fn shown(path: &Path) -> String {
    // A fault in the midst of reading or writing does not say in which file: there is only one.
    if path.as_os_str().is_empty() { words().error_the_board() } else { path.to_string_lossy().into_owned() }
}

/// The system's reason; ours, where the system's would not be understood.
pub fn why(error: &io::Error) -> String {
    match error.kind() {
        _ if files::is_not_plain(error) => words().error_why_not_plain(),
        io::ErrorKind::FileTooLarge => words().error_why_too_large(),
        io::ErrorKind::WouldBlock => words().error_why_held(),
        _ if platform::is_circle(error) => words().error_why_circle(),
        _ => without_number(&error.to_string()).to_owned(),
    }
}

/// "Permission denied (os error 13)": the number helps nobody.
fn without_number(why: &str) -> &str {
    why.split(" (os error").next().unwrap_or(why)
}

impl From<StoreError> for Error {
    fn from(error: StoreError) -> Error {
        let words = words();
        match error {
            StoreError::NotABoard { path } => {
                Error::environment(words.error_not_a_board(shown(&path)), words.error_not_a_board_hint())
            }
            StoreError::Missing { path } => {
                Error::environment(words.error_no_board(shown(&path)), words.error_no_board_hint())
            }
            StoreError::CannotMake { path, why } => {
                let why = without_number(&why);
                Error::environment(words.error_cannot_make(shown(&path), why), words.error_cannot_make_hint())
            }
            StoreError::CannotOpen { path, why } => {
                let why = without_number(&why);
                Error::environment(words.error_cannot_open(shown(&path), why), words.error_cannot_make_hint())
            }
            StoreError::NotALock { path } => Error::environment(
                words.board_not_a_lock(shown(&path)),
                words.board_not_a_lock_hint(shown(&path)),
            ),
            StoreError::Moved { path } => {
                Error::environment(words.board_moved(shown(&path)), words.board_moved_hint())
            }
            StoreError::WrittenElsewhere { path } => {
                Error::environment(words.board_elsewhere(shown(&path)), words.board_elsewhere_hint())
            }
            StoreError::CopiedOver { path } => Error::environment(
                words.board_copied_over(shown(&path)),
                words.board_copied_over_hint(shown(&path)),
            ),
            StoreError::NoHome => Error::environment(words.board_no_home(), words.board_no_home_hint()),
            StoreError::NotWritten(table) => {
                Error::environment(words.board_not_written(table), words.board_not_written_hint())
            }
            StoreError::Foreign(name) => {
                Error::environment(words.board_foreign(name), words.board_foreign_hint())
            }
            StoreError::DamagedSubject(id) => Error::environment(
                words.board_damaged_subject(&handle::whole(id.0)[..SPOKEN]),
                words.board_damaged_subject_hint(),
            ),
            StoreError::Newer { path, version } => {
                Error::environment(words.error_newer(shown(&path), version), words.error_newer_hint())
            }
            StoreError::ReadOnly { path } => {
                Error::environment(words.error_read_only(shown(&path)), words.error_read_only_hint())
            }
            StoreError::Backup { path } => {
                Error::environment(words.error_backup(shown(&path)), words.error_backup_hint(shown(&path)))
            }
            StoreError::Full => Error::environment(words.error_full(), words.error_full_hint()),
            StoreError::Busy | StoreError::NotOurTurn => Error {
                kind: match error {
                    StoreError::NotOurTurn => ErrorKind::NotOurTurn,
                    _ => ErrorKind::Busy,
                },
                message: words.error_busy(),
                hint: Some(words.error_busy_hint()),
            },
            StoreError::Damaged { path } => {
                Error::environment(words.error_damaged(shown(&path)), words.error_damaged_hint())
            }
            StoreError::Io(error) => {
                Error { kind: ErrorKind::Environment, message: error.to_string(), hint: None }
            }
            StoreError::Sql(_) | StoreError::Together(_) | StoreError::Thread => Error::bug(error),
        }
    }
}

impl From<ImportError> for Error {
    fn from(error: ImportError) -> Error {
        let hint = error.hint();
        Error { kind: ErrorKind::Refused, message: error.to_string(), hint: Some(hint) }
    }
}
