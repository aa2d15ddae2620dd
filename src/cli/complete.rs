//! What a shell offers after a key press: handles with their titles, and names, asked from the board itself.
//!
//! **Invariant:** completing only reads, and where there is no board, or one that is not trusted, it offers nothing: no message enters the line that
//! somebody types.

use std::env;
use std::ffi::OsStr;
use std::path::PathBuf;

use clap_complete::engine::{ArgValueCompleter, CompletionCandidate};
use clap_complete::env::{CompleteEnv, Shells};

use super::manual::TOPICS;
use super::settle::{VERDICTS, way};
use crate::domain::folding::folded;
use crate::domain::query::Place;
use crate::domain::subject::Kind;
use crate::domain::task::State;
use crate::domain::terms::Term;
use crate::inert::{Signs, cut};
use crate::session::{self, Environment, Session};
use crate::store::Filter;

/// The variable by which the script of a shell asks us.
const ASKED_BY: &str = "SETARA_COMPLETE";
/// As many as a person looks through.
const MOST: usize = 100;
/// The columns of a title beside its handle.
const TITLE: usize = 50;

/// Answers a shell, if it is one that asks; `None` where a person typed.
pub fn answer() -> Option<u8> {
    let here = env::current_dir().ok();
    let shell = CompleteEnv::with_factory(super::command).var(ASKED_BY);
    match shell.try_complete(env::args_os(), here.as_deref()) {
        Ok(false) => None,
        Ok(true) => Some(0),
        Err(error) => Some(u8::try_from(error.exit_code()).unwrap_or(2)),
    }
}

/// The script by which a shell asks us.
pub fn script(shell: &str) -> Vec<u8> {
    let mut script = Vec::new();
    if let Some(completer) = Shells::builtins().completer(shell) {
        // Writing to memory does not fail.
        let _ = completer.write_registration(ASKED_BY, "setara", "setara", "setara", &mut script);
    }
    script
}

pub fn task() -> ArgValueCompleter {
    subject(Kind::Task)
}

pub fn member() -> ArgValueCompleter {
    subject(Kind::Member)
}

pub fn role() -> ArgValueCompleter {
    subject(Kind::Role)
}

pub fn goal() -> ArgValueCompleter {
    subject(Kind::Goal)
}

pub fn tension() -> ArgValueCompleter {
    subject(Kind::Tension)
}

pub fn decision() -> ArgValueCompleter {
    subject(Kind::Decision)
}

pub fn agreement() -> ArgValueCompleter {
    subject(Kind::Agreement)
}

fn subject(kind: Kind) -> ArgValueCompleter {
    ArgValueCompleter::new(move |typed: &OsStr| subjects(kind, typed).unwrap_or_default())
}

pub fn finding() -> ArgValueCompleter {
    ArgValueCompleter::new(|typed: &OsStr| findings(typed).unwrap_or_default())
}

/// What a team agrees on.
pub fn term() -> ArgValueCompleter {
    ArgValueCompleter::new(|typed: &OsStr| {
        let typed = typed.to_str().unwrap_or_default().to_lowercase();
        let begun = Term::all().filter(|term| term.as_str().to_lowercase().starts_with(&typed));
        begun.map(|term| candidate(term.as_str(), &term.doc())).collect()
    })
}

/// What the manual explains: its topics, then the commands.
pub fn topic() -> ArgValueCompleter {
    ArgValueCompleter::new(|typed: &OsStr| {
        let typed = typed.to_str().unwrap_or_default().to_lowercase();
        let topics = TOPICS.iter().map(|topic| (topic.name.to_owned(), (topic.about)()));
        let command = super::command();
        let verbs = command.get_subcommands().filter(|verb| !verb.is_hide_set());
        let verbs = verbs
            .map(|verb| {
                (verb.get_name().to_owned(), verb.get_about().map(ToString::to_string).unwrap_or_default())
            })
            // What is both is offered once.
            .filter(|(name, _)| TOPICS.iter().all(|topic| topic.name != name));
        let begun = topics.chain(verbs).filter(|(name, _)| name.starts_with(&typed));
        begun.map(|(name, about)| candidate(&name, &about)).collect()
    })
}

/// The states, by the names by which the team knows them.
pub fn state() -> ArgValueCompleter {
    ArgValueCompleter::new(|typed: &OsStr| states(typed).unwrap_or_default())
}

/// The keys and values of the filter language.
pub fn query() -> ArgValueCompleter {
    ArgValueCompleter::new(|typed: &OsStr| queries(typed).unwrap_or_default())
}

/// The names of saved filters.
pub fn saved() -> ArgValueCompleter {
    ArgValueCompleter::new(|typed: &OsStr| saved_filters(typed).unwrap_or_default())
}

fn saved_filters(typed: &OsStr) -> Option<Vec<CompletionCandidate>> {
    let typed = typed.to_str()?.to_lowercase();
    let saved = board()?.saved_filters();
    let begun = saved.iter().filter(|saved| saved.name.to_lowercase().starts_with(&typed));
    Some(begun.map(|saved| candidate(&saved.name, &saved.query)).collect())
}

fn queries(typed: &OsStr) -> Option<Vec<CompletionCandidate>> {
    let typed = typed.to_str()?;
    let place = Place::of(typed, typed.len());
    let before = typed.get(..place.at.start)?;
    let found = board()?.proposals(&place).ok()?;
    Some(found.iter().map(|found| candidate(&format!("{before}{}", found.text), &found.doc)).collect())
}

fn states(typed: &OsStr) -> Option<Vec<CompletionCandidate>> {
    let typed = typed.to_str()?.to_lowercase();
    let terms = board().and_then(|board| board.terms().ok()).unwrap_or_default();
    let named = State::ALL.into_iter().map(|state| (terms.state(state).into_owned(), state.as_str()));
    let begun =
        named.filter(|(name, word)| name.to_lowercase().starts_with(&typed) || word.starts_with(&typed));
    Some(begun.map(|(name, word)| candidate(&name, word)).collect())
}

fn board() -> Option<Session> {
    let named = env::var_os("SETARA_BOARD").map(PathBuf::from).filter(|path| !path.as_os_str().is_empty());
    let (located, world) =
        (session::locate(named.as_deref(), &session::here()).ok()?, Environment::from_env());
    // Nobody is asked in the midst of a line: what is not trusted offers nothing.
    let is_trusted = located.foreign.as_ref().is_none_or(|foreign| world.trusts(foreign));
    if !located.exists || !is_trusted {
        return None;
    }
    Session::open(&located.path, world).ok()
}

fn subjects(kind: Kind, typed: &OsStr) -> Option<Vec<CompletionCandidate>> {
    let (typed, session) = (typed.to_str()?, board()?);
    if kind == Kind::Task && typed.is_empty() {
        let rows = session.board().tasks(&Filter::default(), None, 0, MOST).ok()?.rows;
        return Some(rows.iter().map(|row| candidate(&row.handle, &row.title)).collect());
    }
    let found = session.completions(kind, typed, MOST).ok()?;
    // What is typed stays in the line: another name for the same would be put behind it.
    let begun = found.iter().filter(|found| folded(&found.text).starts_with(&folded(typed)));
    Some(begun.map(|found| candidate(&found.text, &found.doc)).collect())
}

/// What becomes of a finding, or another one that becomes the same.
pub fn settlement() -> ArgValueCompleter {
    ArgValueCompleter::new(|typed: &OsStr| {
        let typed = typed.to_str().unwrap_or_default();
        let begun = VERDICTS.into_iter().filter(|verdict| verdict.as_str().starts_with(typed));
        let ways = begun.map(|verdict| candidate(verdict.as_str(), &way(verdict)));
        ways.chain(findings(typed.as_ref()).unwrap_or_default()).collect()
    })
}

fn findings(typed: &OsStr) -> Option<Vec<CompletionCandidate>> {
    let (typed, session) = (typed.to_str()?, board()?);
    let held = session.board().findings(session.now(), session.today(), MOST).ok()?;
    let mut found = Vec::new();
    for held in held {
        let (key, line) = (session.spoken_key(&held).ok()?, session.say_finding(&held).ok()?);
        if key.to_lowercase().starts_with(&typed.to_lowercase()) {
            found.push(candidate(&key, &line));
        }
    }
    Some(found)
}

fn candidate(value: &str, help: &str) -> CompletionCandidate {
    // A name with a control character would be a key press in somebody's shell.
    let value = cut(value, value.len(), Signs::UNICODE).into_owned();
    CompletionCandidate::new(value).help(Some(cut(help, TITLE, Signs::UNICODE).into_owned().into()))
}
