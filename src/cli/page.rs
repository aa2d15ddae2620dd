//! Pages: everything about one task, role, goal or person, as text or as JSON.

mod goal;
mod member;
mod role;
mod task;

use chrono::FixedOffset;

use super::desk::Desk;
use super::json::{self, About};
use super::paper::{Look, Paper, piece};
use super::rows;
use super::stop::Stop;
use crate::domain::id::SubjectId;
use crate::domain::spoken;
use crate::domain::subject::{Kind, Subject};
use crate::session::Entry;
use crate::words::words;

/// As much history as a page has.
const HISTORY: usize = 30;
/// The columns of the labels.
const LABELS: usize = 10;

/// Prints the page of a subject.
pub fn print(desk: &mut Desk, id: SubjectId, kind: Kind) -> Result<(), Stop> {
    if desk.json() {
        return print_json(desk, id, kind);
    }
    let session = desk.session()?;
    let Some(subject) = session.board().subject(id)? else { return Err(gone(id)) };
    match &subject {
        Subject::Task(task) => task::print(desk, task)?,
        Subject::Role(role) => role::print(desk, role)?,
        Subject::Goal(goal) => goal::print(desk, goal)?,
        Subject::Member(member) => member::print(desk, member)?,
        Subject::Board(_) | Subject::Settlement(_) => {}
    }
    findings(desk, id)?;
    let session = desk.session()?;
    let entries = session.say_all(session.board().journal_of(id, HISTORY)?)?;
    let offsets = entries.iter().map(|entry| session.surroundings().offset_at(entry.record.at)).collect();
    desk.paper.blank()?;
    desk.paper.heading(words().out_history())?;
    history(&mut desk.paper, &entries, offsets)
}

fn print_json(desk: &mut Desk, id: SubjectId, kind: Kind) -> Result<(), Stop> {
    let session = desk.session()?;
    let about: Option<About> = Some(json::about(session, id, HISTORY)?);
    match kind {
        Kind::Task => {
            let task = json::task(session, id.into())?.ok_or_else(|| gone(id))?;
            desk.paper.json(&json::Task { about, ..task })
        }
        Kind::Role => {
            let role = json::role(session, id.into())?.ok_or_else(|| gone(id))?;
            desk.paper.json(&json::Role { about, ..role })
        }
        Kind::Goal => {
            let goal = json::goal(session, id.into())?.ok_or_else(|| gone(id))?;
            desk.paper.json(&json::Goal { about, ..goal })
        }
        Kind::Member => {
            let member = json::member(session, id.into())?.ok_or_else(|| gone(id))?;
            desk.paper.json(&json::Member { about, ..member })
        }
        Kind::Board | Kind::Settlement => Err(gone(id)),
    }
}

fn gone(id: SubjectId) -> Stop {
    let word = id.to_string();
    Stop::refused(words().out_no_match(&word), words().out_no_match_hint(&word))
}

fn findings(desk: &mut Desk, id: SubjectId) -> Result<(), Stop> {
    let session = desk.session()?;
    let held = session.board().findings_about(id, session.now(), session.today())?;
    if held.is_empty() {
        return Ok(());
    }
    let table = rows::findings(session, &held)?;
    desk.paper.blank()?;
    desk.paper.heading(words().out_findings())?;
    desk.paper.table(table)
}

/// Entries of the journal, each with its moment.
pub fn history(paper: &mut Paper, entries: &[Entry], offsets: Vec<FixedOffset>) -> Result<(), Stop> {
    for (entry, offset) in entries.iter().zip(offsets) {
        let moment = spoken::weekday_time(entry.record.at, offset);
        paper.pieces(&[piece(format!("{moment:<16}  "), Look::Quiet), entry.sentence.as_str().into()])?;
    }
    Ok(())
}

/// `due       Tue 24 Nov`; nothing where there is no value.
fn field(paper: &mut Paper, label: &str, value: &str) -> Result<(), Stop> {
    if value.is_empty() {
        return Ok(());
    }
    let blanks = " ".repeat(LABELS.saturating_sub(crate::inert::width(label)) + 1);
    paper.pieces(&[piece(format!("{label}{blanks}"), Look::Quiet), value.into()])
}

/// The first line of a page: the handle and what it is called.
fn title(paper: &mut Paper, handle: &str, name: &str) -> Result<(), Stop> {
    paper.pieces(&[piece(handle, Look::Handle), "  ".into(), piece(name, Look::Strong)])
}
