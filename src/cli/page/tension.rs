//! A tension's page: what is, what could be, and what became of it.

use super::super::context::Context;
use super::super::json;
use super::super::stop::Stop;
use super::{field, print_json, title};
use crate::domain::id::SubjectId;
use crate::domain::names::Names;
use crate::domain::spoken;
use crate::domain::tension::{Outcome, Tension};
use crate::words::words;

pub fn print(context: &mut Context, tension: &Tension) -> Result<(), Stop> {
    if context.json() {
        return print_json(context, tension.id.into(), |session, about| {
            Ok(json::tension(session, tension.id)?.map(|shape| json::Tension { about, ..shape }))
        });
    }
    let session = context.session()?;
    let (world, today) = (session.environment(), session.today());
    let date = |at| spoken::date(spoken::local_day(at, world.offset_at(at)), today);
    let names = session.board().names(mentions(tension))?;
    let by = tension.origin.map(|origin| words().tension_by(names.name(origin.by), date(origin.at)));
    let ended = tension.closed.as_ref().map(|closed| {
        let phase = words().tension_phase(closed.way.as_str());
        let ended = words().tension_ended(phase, names.name(closed.by), date(closed.at));
        closed.why.as_ref().map_or(ended.clone(), |why| words().tension_ended_why(ended, why))
    });
    let row = session.board().tension_row(tension.id)?;
    let mut became = Vec::new();
    for one in &tension.became {
        let Outcome::Task(task) = one.what;
        if let Some(row) = session.board().task_row(task)? {
            let task = words().page_task_line(&row.handle, &row.title);
            became.push(words().tension_became_task(task, names.terms.state(row.state)));
        }
    }
    let paper = &mut context.paper;
    title(paper, names.handle(tension.id), &tension.is)?;
    field(paper, &words().tension_label_could(), &tension.could)?;
    field(paper, &words().tension_label_serves(), tension.serves.as_deref().unwrap_or_default())?;
    if let Some(about) = tension.about {
        field(paper, &words().tension_label_about(), &thing(&names, about))?;
    }
    field(paper, &words().tension_label_by(), &by.unwrap_or_default())?;
    if let Some(row) = row {
        field(paper, &words().tension_label_stands(), &words().tension_phase(row.phase.as_str()))?;
    }
    let looked_after: Vec<&str> = tension.taken_up.iter().map(|(member, _)| names.name(*member)).collect();
    field(paper, &words().tension_label_looked_after(), &looked_after.join(", "))?;
    for line in became {
        field(paper, &words().tension_label_became(), &line)?;
    }
    field(paper, &words().tension_label_ended(), &ended.unwrap_or_default())
}

/// A task or a goal by its handle and title, a role by its name.
fn thing(names: &Names, id: SubjectId) -> String {
    match names.is_called_by_name(id) {
        true => names.name(id).to_owned(),
        false => words().page_task_line(names.handle(id), names.name(id)),
    }
}

/// Everything whose name the page needs.
fn mentions(tension: &Tension) -> Vec<SubjectId> {
    let mut ids: Vec<SubjectId> = vec![tension.id.into()];
    ids.extend(tension.origin.map(|origin| SubjectId::from(origin.by)));
    ids.extend(tension.about);
    ids.extend(tension.taken_up.iter().map(|(member, _)| SubjectId::from(*member)));
    ids.extend(tension.closed.iter().map(|closed| SubjectId::from(closed.by)));
    ids
}
