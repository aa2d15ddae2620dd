//! Pages: everything about one task, role, goal or person, as text or as JSON.

mod agreement;
mod decision;
mod goal;
mod member;
mod role;
mod task;
mod tension;

use super::context::Context;
use super::json::{self, About};
use super::paper::{Look, Paper, piece};
use super::rows;
use super::stop::Stop;
use crate::domain::calendar::At;
use crate::domain::id::SubjectId;
use crate::domain::phrase::{Phrase, Read};
use crate::domain::spoken::{self, word};
use crate::domain::subject::Subject;
use crate::session::{Error, Session, Twice};
use crate::words::words;

/// As much history as a page has.
const HISTORY: usize = 30;
/// As many open tensions about it.
const TENSIONS: usize = 20;
/// The columns of a moment of this year: `Sat 21 Nov 09:31`.
const MOMENT: usize = 16;
/// The columns of the labels.
const LABELS: usize = 10;

/// Prints the page of a subject. A kind that has none is a word in the last arm.
pub fn print(context: &mut Context, id: SubjectId) -> Result<(), Stop> {
    let Some(subject) = context.session()?.board().subject(id)? else { return Err(gone(id)) };
    match &subject {
        Subject::Task(task) => task::print(context, task)?,
        Subject::Role(role) => role::print(context, role)?,
        Subject::Goal(goal) => goal::print(context, goal)?,
        Subject::Member(member) => member::print(context, member)?,
        Subject::Tension(tension) => tension::print(context, tension)?,
        Subject::Decision(decision) => decision::print(context, decision)?,
        Subject::Agreement(agreement) => agreement::print(context, agreement)?,
        Subject::Board(_)
        | Subject::Thanks(_)
        | Subject::Settlement(_)
        | Subject::Meeting(_)
        | Subject::Pairing(_) => {
            return Err(gone(id));
        }
    }
    if context.json() {
        return Ok(());
    }
    twice(context, &subject)?;
    findings(context, id)?;
    tensions(context, id)?;
    let session = context.session()?;
    let entries = session.say_all(session.board().journal_of(id, HISTORY)?, Read::OnItsPage)?;
    context.paper.blank()?;
    context.paper.heading(words().out_history())?;
    let said = entries.into_iter().map(|entry| (entry.record.at, entry.phrase));
    history(context, &said.collect::<Vec<_>>())
}

/// Prints a page as JSON: its shape, with what is about it.
fn print_json<S: serde::Serialize>(
    context: &mut Context,
    id: SubjectId,
    shape: impl FnOnce(&Session, Option<About>) -> Result<Option<S>, Error>,
) -> Result<(), Stop> {
    let session = context.session()?;
    let about = json::about(session, id)?;
    let shape = shape(session, Some(about))?.ok_or_else(|| gone(id))?;
    context.paper.json(&shape)
}

fn gone(id: SubjectId) -> Stop {
    let (message, hint) = word::none_called(None, &id.to_string());
    Stop::refused(message, hint)
}

/// What was written apart: above there was room for one value.
fn twice(context: &mut Context, subject: &Subject) -> Result<(), Stop> {
    let twice = context.session()?.written_twice(subject)?;
    if twice.is_empty() {
        return Ok(());
    }
    let paper = &mut context.paper;
    paper.blank()?;
    paper.heading(spoken::begun(&words().out_written_twice()))?;
    for Twice { label, values } in twice {
        for (value, who) in values {
            field(paper, &label, &words().page_twice_value(value, who))?;
        }
    }
    Ok(())
}

fn findings(context: &mut Context, id: SubjectId) -> Result<(), Stop> {
    let session = context.session()?;
    let held = session.board().findings_about(id, session.now(), session.today())?;
    if held.is_empty() {
        return Ok(());
    }
    let table = rows::findings(session, &held)?;
    context.paper.blank()?;
    context.paper.heading(words().out_findings())?;
    context.paper.table(table)
}

/// The open tensions about it.
fn tensions(context: &mut Context, id: SubjectId) -> Result<(), Stop> {
    let session = context.session()?;
    let felt = session.board().tensions_about(id, TENSIONS)?;
    if felt.is_empty() {
        return Ok(());
    }
    let table = rows::tensions(session, &felt)?;
    context.paper.blank()?;
    context.paper.heading(words().tension_title())?;
    context.paper.table(table)
}

/// Lines of the journal, each with its moment. With several years among them the sentences still begin in one column.
pub fn history(context: &mut Context, lines: &[(At, Phrase)]) -> Result<(), Stop> {
    let session = context.session()?;
    let (world, today) = (session.environment(), session.today());
    let said = |at| spoken::weekday_time(at, world.offset_at(at), today);
    let moments: Vec<String> = lines.iter().map(|(at, _)| said(*at)).collect();
    let width = moments.iter().map(|moment| crate::inert::width(moment)).max().unwrap_or(0).max(MOMENT);
    for ((_, phrase), moment) in lines.iter().zip(moments) {
        context.paper.sentence(&format!("{moment:<width$}  "), phrase)?;
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
