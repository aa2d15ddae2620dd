//! A task's page: who promised what, what stops it, what was said.

use super::super::context::Context;
use super::super::json;
use super::super::paper::{Look, piece};
use super::super::stop::Stop;
use super::{field, print_json, title};
use crate::domain::calendar::{At, Day};
use crate::domain::event::WaitsOn;
use crate::domain::field::Field as _;
use crate::domain::id::SubjectId;
use crate::domain::names::Names;
use crate::domain::spoken;
use crate::domain::task::{Blocker, Part, Task, TaskField};
use crate::words::words;

/// As many tensions of which it came.
const TENSIONS: usize = 10;

pub fn print(context: &mut Context, task: &Task) -> Result<(), Stop> {
    if context.json() {
        return print_json(context, task.id.into(), |session, about| {
            Ok(json::task(session, task.id)?.map(|shape| json::Task { about, ..shape }))
        });
    }
    let session = context.session()?;
    let (now, today) = (session.now(), session.today());
    let board = session.board();
    let handle = board.task_handle(task.id)?;
    let names = board.names(mentions(task))?;
    let holds_up: Result<Vec<_>, _> =
        board.waiting_on(task.id)?.into_iter().map(|id| board.task_handle(id)).collect();
    let holds_up = holds_up?.join(", ");
    let behind = board.tensions_behind(task.id, TENSIONS)?;
    let sensors = board.names(behind.iter().map(|row| row.by.into()))?;
    let offers = session.offers_about(task.id.into())?;
    let paper = &mut context.paper;
    title(paper, &handle, task.title())?;

    let is = match task.merged_into {
        Some(into) => words().page_merged_into(words().page_task_line(names.handle(into), names.name(into))),
        None => names.terms.state(task.state()).into_owned(),
    };
    let mut state = words().out_state_since(is, spoken::age(task.since, now));
    if let Some(reason) = &task.reason {
        state = format!("{state}: {reason}");
    }
    field(paper, &words().out_label_state(), &state)?;
    for row in behind {
        let tension = words().page_task_line(&row.handle, &row.is);
        let from = words().tension_came_from(tension, sensors.name(row.by));
        field(paper, &words().tension_label_from(), &from)?;
    }
    for offer in offers {
        field(paper, &words().out_label_offer(), &offer.said)?;
        if let Some(answer) = offer.answer {
            field(paper, "", &answer)?;
        }
    }
    for claim in task.last_claims() {
        let label = match claim.part {
            Part::Lead => words().out_label_lead(),
            Part::Helper => words().out_label_help(),
        };
        if task.is_finished() {
            field(paper, &label, names.name(claim.member))?;
            continue;
        }
        let lease = spoken::date(claim.lease.day(), today);
        let who = names.name(claim.member);
        let mut said = match claim.is_quiet(now) {
            true => words().out_lease_over(who, lease),
            false => words().out_lease(who, lease),
        };
        if let Some(why) = &claim.contest {
            said = format!("{said}: {why}");
        }
        field(paper, &label, &said)?;
    }
    if let Some(member) = task.ended_by() {
        field(paper, &words().out_label_ended_by(), names.name(member))?;
    }
    if !task.is_finished() && task.leads().next().is_none() {
        field(paper, &words().out_label_lead(), &words().out_nobody())?;
    }
    for offer in task.open_offers(now) {
        let mut said =
            words().out_offer(names.name(offer.from), names.name(offer.to), spoken::age(offer.at, now));
        if let Some(note) = &offer.note {
            said = format!("{said}: {note}");
        }
        field(paper, &words().out_label_offer(), &said)?;
    }
    if let Some(role) = task.role.value() {
        field(paper, &TaskField::Role.label(), names.name(*role))?;
    }
    if let Some(goal) = task.goal.value() {
        field(paper, &TaskField::Goal.label(), names.name(*goal))?;
    }
    let day = |day: Option<&Day>| day.map_or(String::new(), |day| spoken::day(*day, today));
    field(paper, &TaskField::Due.label(), &day(task.due.value()))?;
    field(paper, &words().out_label_parked(), &day(task.parked.value()))?;
    field(paper, &TaskField::Tags.label(), &task.tags().join(", "))?;
    field(paper, &words().out_label_skills(), &task.skills().join(", "))?;
    field(paper, &words().out_label_next(), task.next.value().map_or("", String::as_str))?;
    for link in task.links() {
        field(paper, &words().out_label_link(), link)?;
    }
    for (i, blocker) in task.open_blockers().enumerate() {
        let said = blocker_line(i + 1, blocker, &names, now, today);
        field(paper, &words().out_label_blocker(), &said)?;
    }
    field(paper, &words().out_label_holds_up(), &holds_up)?;

    if let Some(notes) = task.notes.value() {
        paper.blank()?;
        paper.heading(words().out_notes())?;
        paper.text("  ", notes)?;
    }
    if !task.remarks.is_empty() {
        paper.blank()?;
        paper.heading(words().out_remarks())?;
    }
    for remark in &task.remarks {
        let by = words().out_remark_by(names.name(remark.by), spoken::age(remark.at, now));
        paper.line(piece(format!("  {by}"), Look::Quiet))?;
        paper.text("  ", &remark.text)?;
    }
    Ok(())
}

/// `1 the VAT number, waits on Dewi, asked 3 d ago, promised Fri 20 Nov`
fn blocker_line(number: usize, blocker: &Blocker, names: &Names, now: At, today: Day) -> String {
    let mut parts = Vec::new();
    if !blocker.what.is_empty() {
        parts.push(blocker.what.clone());
    }
    match &blocker.on {
        Some(WaitsOn::Member(member)) => parts.push(words().out_waits_on(names.name(*member))),
        Some(WaitsOn::Task(task)) => {
            parts.push(words().out_waits_on(format!("{} {}", names.handle(*task), names.name(*task))));
        }
        Some(WaitsOn::Other(other)) if *other == blocker.what => {}
        Some(WaitsOn::Other(other)) => parts.push(words().out_waits_on(other)),
        None => {}
    }
    parts.push(match blocker.asked {
        Some(at) => words().out_asked(spoken::age(at, now)),
        None => words().out_not_asked(spoken::age(blocker.raised, now)),
    });
    if let Some(day) = blocker.promised {
        parts.push(words().out_promised(spoken::day(day, today)));
    }
    format!("{number} {}", parts.join(", "))
}

/// Everything whose name the page needs.
fn mentions(task: &Task) -> Vec<SubjectId> {
    let mut ids: Vec<SubjectId> = Vec::new();
    ids.extend(task.claims.iter().map(|claim| SubjectId::from(claim.member)));
    ids.extend(task.offers.iter().flat_map(|offer| [SubjectId::from(offer.from), offer.to.into()]));
    ids.extend(task.remarks.iter().map(|remark| SubjectId::from(remark.by)));
    ids.extend(task.ended_by().map(SubjectId::from));
    ids.extend(task.merged_into.map(SubjectId::from));
    ids.extend(task.role.value().map(|id| SubjectId::from(*id)));
    ids.extend(task.goal.value().map(|id| SubjectId::from(*id)));
    for blocker in task.open_blockers() {
        match &blocker.on {
            Some(WaitsOn::Member(id)) => ids.push((*id).into()),
            Some(WaitsOn::Task(id)) => ids.push((*id).into()),
            Some(WaitsOn::Other(_)) | None => {}
        }
    }
    ids
}
