//! A task's page: who answers for it and what stops it, what it is, and everything that happened to it.

mod blockers;
mod claims;

use super::sheet::{Length, Sheet, listed};
use super::text::{Of, Side, Text};
use super::{Reading, prose, steps};
use crate::domain::event::WaitsOn;
use crate::domain::field::Field as _;
use crate::domain::id::{SubjectId, SubjectRef, TaskId};
use crate::domain::spoken::word;
use crate::domain::subject::{Kind, Subject};
use crate::domain::task::{Part, Task, TaskField};
use crate::session::Error;
use crate::tui::shell::action;
use crate::words::words;

/// How many tasks that wait stand there before the rest is only counted.
const HELD_UP: usize = 5;

/// `None` where there is no such task (any more).
pub fn write(reading: &Reading<'_>, id: TaskId, length: Length) -> Result<Option<Text>, Error> {
    let board = reading.session.board();
    let Some(Subject::Task(task)) = board.subject(id.into())? else { return Ok(None) };
    let waiting = board.waiting_on(id)?;
    let mentions = mentions(&task).into_iter().chain(waiting.iter().map(|id| (*id).into()));
    let mut sheet = Sheet::new(reading, length, id, mentions)?;
    sheet.title(TaskField::Title.label(), &task.title)?;
    state(&mut sheet, &task)?;
    who(&mut sheet, &task);
    blockers::stopped(&mut sheet, &task);
    held_up(&mut sheet, &waiting);
    overview(&mut sheet, &task)?;
    notes(&mut sheet, &task)?;
    sheet.on(Side::Right);
    claims::claims(&mut sheet, &task);
    claims::handovers(&mut sheet, &task);
    blockers::cleared(&mut sheet, &task);
    remarks(&mut sheet, &task);
    sheet.findings(id.into())?;
    sheet.tensions(id.into())?;
    sheet.history(id.into())?;
    let title = sheet.thing(id);
    Ok(Some(Text::new(title, word::kind(Kind::Task), sheet.done(), None)))
}

/// What it is, and who answers for it, beside another one. The sheet knows the names.
pub(super) fn side(sheet: &mut Sheet<'_>, task: &Task) -> Result<(), Error> {
    state(sheet, task)?;
    who(sheet, task);
    blockers::stopped(sheet, task);
    due(sheet, task)?;
    for field in [TaskField::Goal, TaskField::Role] {
        sheet.says(&task.registers, field)?;
    }
    sheet.fact(TaskField::Notes.label(), task.notes.value().and_then(|notes| beginning(notes)));
    Ok(())
}

/// The first line that says something.
fn beginning(notes: &str) -> Option<String> {
    notes.lines().map(str::trim).find(|line| !line.is_empty() && !line.starts_with('#')).map(str::to_owned)
}

/// Everything that the page calls by name.
pub(super) fn mentions(task: &Task) -> Vec<SubjectId> {
    let mut ids: Vec<SubjectId> = vec![task.id.into()];
    let roles = task.role.written_twice().into_iter().flatten();
    ids.extend(roles.filter_map(|(_, id)| id.map(SubjectId::from)));
    let goals = task.goal.written_twice().into_iter().flatten();
    ids.extend(goals.filter_map(|(_, id)| id.map(SubjectId::from)));
    ids.extend(task.role.value().map(|id| SubjectId::from(*id)));
    ids.extend(task.goal.value().map(|id| SubjectId::from(*id)));
    ids.extend(task.claims.iter().map(|claim| SubjectId::from(claim.member)));
    ids.extend(task.offers.iter().flat_map(|offer| [offer.from, offer.to].map(SubjectId::from)));
    ids.extend(task.ended_by().map(SubjectId::from));
    ids.extend(task.merged_into.into_iter().chain(task.took_in.iter().copied()).map(SubjectId::from));
    ids.extend(task.remarks.iter().map(|remark| SubjectId::from(remark.by)));
    for blocker in &task.blockers {
        ids.push(blocker.by.into());
        ids.extend(blocker.on.as_ref().and_then(WaitsOn::subject));
    }
    ids
}

/// Who answers for it, who helps, and whether it is offered to who reads this.
fn who(sheet: &mut Sheet<'_>, task: &Task) {
    let words = words();
    if task.is_finished() {
        for (part, label) in [(Part::Lead, words.pages_led_by()), (Part::Helper, words.pages_helped_by())] {
            let claims = task.last_claims().filter(|claim| claim.part == part);
            let names: Vec<String> = claims.map(|claim| sheet.name(claim.member)).collect();
            sheet.fact(label, listed(&names));
        }
        if let Some(member) = task.ended_by() {
            sheet.fact(words.pages_ended_by(), Some(sheet.name(member)));
        }
        return;
    }
    let mut label = words.pages_lead();
    for claim in task.leads() {
        let name = sheet.name(claim.member);
        let (said, style) = match claim.is_quiet(sheet.session.now()) {
            true => (words.pages_lead_quiet(name, sheet.age(claim.acted)), sheet.theme.warn),
            false => (words.pages_lead_until(name, sheet.day_of(claim.lease)), sheet.theme.text),
        };
        let label = std::mem::take(&mut label);
        sheet.member("lead", Of::Record(claim.id), claim.member, |sheet| {
            sheet.styled_fact(label, said, style);
        });
    }
    if task.leads().next().is_none() {
        let said = words.pages_mend_nobody(action::key_of("task.claim"));
        sheet.styled_fact(label, said, sheet.theme.warn);
    }
    let helpers: Vec<String> = task.helpers().map(|claim| sheet.name(claim.member)).collect();
    sheet.fact(words.pages_helped_by(), listed(&helpers));
    for offer in task.open_offers(sheet.session.now()) {
        // What the claim's holder passed on or gave back awaits no answer.
        if sheet.overview.my_id() == Some(offer.to) || !task.leads().any(|claim| claim.id == offer.claim) {
            continue;
        }
        let said = words.out_offer(sheet.name(offer.from), sheet.name(offer.to), sheet.age(offer.at));
        sheet.fact(words.pages_offered_label(), Some(said));
    }
    if let Some(offer) = sheet.overview.offer_of(task.id) {
        let (accept, decline) = (action::key_of("task.accept"), action::key_of("task.decline"));
        let said = words.pages_offered(&offer.from, accept, decline);
        sheet.styled_fact(words.pages_offered_label(), said, sheet.theme.warn);
    }
}

/// Where it stands, and since when.
fn state(sheet: &mut Sheet<'_>, task: &Task) -> Result<(), Error> {
    let words = words();
    if task.state.written_twice().is_some() {
        return sheet
            .field(words.phrase_field_state(), &task.state, |sheet, state| Some(sheet.state(*state)));
    }
    let state = match (&task.reason, task.merged_into) {
        (_, Some(into)) => words.page_merged_into(sheet.thing(into)),
        (Some(reason), None) => words.page_state_because(sheet.state(task.state()), reason),
        (None, None) => sheet.state(task.state()),
    };
    let since = words.page_state_since(state, sheet.day_of(task.since), sheet.age(task.since));
    sheet.fact(words.phrase_field_state(), Some(since));
    let mut label = words.page_label_took_in();
    for took in &task.took_in {
        let (label, thing) = (std::mem::take(&mut label), sheet.thing(*took));
        sheet.line("took-in", Some((*took).into()), |sheet| sheet.fact(label, Some(thing)));
    }
    sheet.came_from(task.id)?;
    sheet.offered_ways(task.id.into())?;
    if let Some(day) = task.parked.value() {
        sheet.fact(words.page_label_parked(), Some(words.page_until(sheet.day(*day))));
    }
    Ok(())
}

/// Whom it keeps waiting.
fn held_up(sheet: &mut Sheet<'_>, waiting: &[TaskId]) {
    let mut label = words().page_label_waiting();
    for id in waiting.iter().take(HELD_UP) {
        let (label, thing) = (std::mem::take(&mut label), sheet.thing(*id));
        sheet.line("waiting", Some((*id).into()), |sheet| sheet.fact(label, Some(thing)));
    }
    if waiting.len() > HELD_UP {
        sheet.fact(String::new(), Some(words().page_more(waiting.len() - HELD_UP)));
    }
}

fn overview(sheet: &mut Sheet<'_>, task: &Task) -> Result<(), Error> {
    due(sheet, task)?;
    sheet.says(&task.registers, TaskField::Next)?;
    let mut wrote = Ok(());
    let goal = task.goal.value().copied().map(SubjectRef::from);
    sheet.line("goal", goal, |sheet| {
        wrote = sheet.says(&task.registers, TaskField::Goal);
    });
    wrote?;
    let mut wrote = Ok(());
    let role = task.role.value().copied().map(SubjectRef::from);
    sheet.line("role", role, |sheet| {
        wrote = sheet.says(&task.registers, TaskField::Role);
    });
    wrote?;
    for field in [TaskField::Tags, TaskField::Skills, TaskField::Links] {
        sheet.says(&task.registers, field)?;
    }
    sheet.fact(words().page_label_source(), task.source.clone());
    Ok(())
}

fn due(sheet: &mut Sheet<'_>, task: &Task) -> Result<(), Error> {
    let words = words();
    let is_late = |day: &crate::domain::calendar::Day| !task.is_finished() && *day < sheet.session.today();
    match task.due.value().filter(|day| is_late(day) && task.due.written_twice().is_none()) {
        Some(day) => {
            let late = words.page_overdue(sheet.day(*day));
            sheet.styled_fact(TaskField::Due.label(), late, sheet.theme.alert);
        }
        None => sheet.says(&task.registers, TaskField::Due)?,
    }
    Ok(())
}

/// The notes; where they were written twice, each with its writer.
fn notes(sheet: &mut Sheet<'_>, task: &Task) -> Result<(), Error> {
    let all = task.notes.written_twice();
    let mut shown = Vec::new();
    match all {
        Some(values) => {
            for (record, notes) in values {
                shown.push((Some(sheet.writer(*record)?), notes.clone().unwrap_or_default()));
            }
        }
        None => shown.extend(task.notes.value().map(|notes| (None, notes.clone()))),
    }
    for (writer, notes) in shown {
        let mut notes = notes;
        match writer {
            // Which of two lists is ticked nobody could know.
            Some(who) => {
                let twice = format!("{} ({})", words().page_notes(), words().page_twice());
                sheet.section(words().page_twice_value(twice, who));
            }
            None => {
                notes = steps::write(sheet, task.id, &notes);
                if notes.trim().is_empty() {
                    continue;
                }
                sheet.section(words().page_notes());
            }
        }
        for line in prose::markdown(&notes, sheet.theme) {
            sheet.push(line.indented(2));
        }
    }
    Ok(())
}

fn remarks(sheet: &mut Sheet<'_>, task: &Task) {
    if !task.remarks.is_empty() {
        sheet.section(words().page_remarks());
    }
    for remark in task.remarks.iter().rev() {
        let line = words().page_remark(sheet.name(remark.by), &remark.text);
        sheet.member("remark", Of::Record(remark.id), remark.by, |sheet| {
            sheet.timed(remark.at, "", &line, sheet.theme.text);
        });
    }
}
