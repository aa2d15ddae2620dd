//! A tension's page: what is and what could be, who looks after it, what it became, and what happened to it.

use super::Reading;
use super::sheet::{Length, Sheet, listed};
use super::text::{Of, Side, Text};
use crate::domain::id::{SubjectId, SubjectRef, TensionId};
use crate::domain::spoken::word;
use crate::domain::subject::{Kind, Subject};
use crate::domain::tension::{Outcome, Phase, Tension};
use crate::session::Error;
use crate::tui::shell::action;
use crate::words::words;

/// `None` where there is no such tension (any more).
pub fn write(reading: &Reading<'_>, id: TensionId, length: Length) -> Result<Option<Text>, Error> {
    let board = reading.session.board();
    let Some(Subject::Tension(tension)) = board.subject(id.into())? else { return Ok(None) };
    let Some(row) = board.tension_row(id)? else { return Ok(None) };
    let mut sheet = Sheet::new(reading, length, id, mentions(&tension))?;
    overview(&mut sheet, &tension)?;
    stands(&mut sheet, &tension, row.phase);
    became(&mut sheet, &tension)?;
    sheet.on(Side::Right);
    sheet.history(id.into())?;
    let title = sheet.thing(id);
    Ok(Some(Text::new(title, word::kind(Kind::Tension), sheet.done(), None)))
}

/// Everything that the page calls by name.
fn mentions(tension: &Tension) -> Vec<SubjectId> {
    let mut ids: Vec<SubjectId> = vec![tension.id.into()];
    ids.extend(tension.origin.map(|origin| SubjectId::from(origin.by)));
    ids.extend(tension.about);
    ids.extend(tension.taken_up.iter().map(|(member, _)| SubjectId::from(*member)));
    ids.extend(tension.closed.iter().map(|closed| SubjectId::from(closed.by)));
    ids
}

fn overview(sheet: &mut Sheet<'_>, tension: &Tension) -> Result<(), Error> {
    let words = words();
    sheet.fact(words.tension_label_is(), Some(tension.is.clone()));
    sheet.fact(words.tension_label_could(), Some(tension.could.clone()));
    sheet.fact(words.tension_label_serves(), tension.serves.clone());
    if let Some(about) = tension.about {
        let kind = sheet.session.board().subject(about)?.map(|subject| subject.kind());
        let leads = kind.map(|kind| SubjectRef { kind, id: about });
        let said = match sheet.names.is_called_by_name(about) {
            true => sheet.name(about),
            false => sheet.thing(about),
        };
        sheet.line("about", leads, |sheet| sheet.fact(words.tension_label_about(), Some(said)));
    }
    if let Some(origin) = tension.origin {
        let said = words.tension_by(sheet.name(origin.by), sheet.day_of(origin.at));
        sheet.member("sensed", Of::Subject(origin.by.into()), origin.by, |sheet| {
            sheet.fact(words.tension_label_by(), Some(said));
        });
    }
    Ok(())
}

/// Where it stands, and which keys move it on.
fn stands(sheet: &mut Sheet<'_>, tension: &Tension, phase: Phase) {
    let words = words();
    let style = if phase == Phase::Asked { sheet.theme.warn } else { sheet.theme.text };
    sheet.styled_fact(words.tension_label_stands(), words.tension_phase(phase.as_str()), style);
    let names: Vec<String> = tension.taken_up.iter().map(|(member, _)| sheet.name(*member)).collect();
    sheet.fact(words.tension_label_looked_after(), listed(&names));
    match &tension.closed {
        Some(closed) => {
            let phase = words.tension_phase(closed.way.as_str());
            let ended = words.tension_ended(phase, sheet.name(closed.by), sheet.day_of(closed.at));
            let ended = match &closed.why {
                Some(why) => words.tension_ended_why(ended, why),
                None => ended,
            };
            sheet.fact(words.tension_label_ended(), Some(ended));
        }
        None => {
            let (task, settled) = (action::key_of("tension.became"), action::key_of("tension.settled"));
            sheet.under_fact(&words.tension_mend(task, settled), sheet.theme.dim);
        }
    }
}

fn became(sheet: &mut Sheet<'_>, tension: &Tension) -> Result<(), Error> {
    if !tension.became.is_empty() {
        sheet.section(words().tension_became_heading());
    }
    for one in &tension.became {
        let Outcome::Task(task) = one.what;
        if let Some(row) = sheet.session.board().task_row(task)? {
            sheet.task("became", &row);
            let state = sheet.state(row.state);
            sheet.under(&state, sheet.theme.dim);
        }
    }
    Ok(())
}
