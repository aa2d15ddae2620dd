//! A tension: what is, what could be, what it is about and whom it would serve.

use crate::domain::decide::{Command, Sense};
use crate::domain::id::{SubjectRef, TensionId};
use crate::domain::subject::Kind;
use crate::session::{Error, Session};
use crate::tui::kit::overlay::{Field, Form, Value};
use crate::tui::shell::ask::{self, Question};
use crate::tui::shell::overview::Overview;
use crate::words::words;

/// How many lines of what could be are in sight.
const LINES: u16 = 2;

/// A new one, as one among others of its kind.
pub fn new_tension(session: &Session, overview: &Overview) -> Result<Question, Error> {
    sense(session, overview, None)
}

/// What is selected is what it is about, but for a person, of whom no tension is, and another tension.
pub fn sense(
    session: &Session,
    overview: &Overview,
    selected: Option<SubjectRef>,
) -> Result<Question, Error> {
    let words = words();
    let about = selected.filter(|it| matches!(it.kind, Kind::Task | Kind::Goal | Kind::Role));
    let about = about.map(|about| session.board().handle_of(about.id)).transpose()?;
    let fields = vec![
        Field::text(words.form_field_is(), "").needed(),
        Field::lines(words.form_field_could(), "", LINES).needed(),
        Field::text(words.form_field_about(), &about.unwrap_or_default())
            .hint(words.form_field_tension_about_hint()),
        Field::text(words.form_field_serves(), "").hint(words.form_field_serves_hint()),
    ];
    let form = Form::new(words.form_tension(), words.form_tension_sense(), fields, overview.today);
    Ok(ask::form(form, |_, mut fields| {
        let mut text = || fields.take().and_then(|(value, _)| Value::text(value));
        let (is, could) = (text().unwrap_or_default(), text().unwrap_or_default());
        let (about, serves) = (text(), text());
        ask::run(move |session| {
            let about = about.as_deref().map(str::trim).filter(|word| !word.is_empty());
            let about = about.map(|word| session.find_among(Kind::ALL, word)).transpose()?;
            let sense = Sense {
                id: TensionId(session.new_id()),
                is: is.clone(),
                could: could.clone(),
                about: about.map(|found| found.id),
                serves: serves.clone(),
            };
            session.perform(&Command::Sense(sense))
        })
    }))
}
