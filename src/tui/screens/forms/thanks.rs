//! Thanks: whom, for what, and perhaps what they are about.

use crate::domain::decide::{Command, Thank};
use crate::domain::id::{MemberId, SubjectRef, ThanksId};
use crate::domain::subject::Kind;
use crate::session::{Error, Session};
use crate::tui::kit::overlay::{Field, Form, Value};
use crate::tui::shell::ask::{self, Question};
use crate::tui::shell::overview::Overview;
use crate::words::words;

/// More nobody chooses from.
const MANY: usize = 500;
/// How many lines of the text are in sight.
const LINES: u16 = 3;

/// A member who is selected is the one that is thanked; anything else is what the thanks are about.
pub fn thank(
    session: &Session,
    overview: &Overview,
    selected: Option<SubjectRef>,
) -> Result<Question, Error> {
    let words = words();
    let me = overview.my_id();
    let rows = session.board().members(MANY)?;
    let names = rows.into_iter().filter(|row| row.left.is_none() && Some(row.id) != me).map(|row| row.name);
    let member = selected.and_then(|selected| selected.typed::<MemberId>()).filter(|id| Some(*id) != me);
    let whom = member.map(|id| ask::called(session, id.into())).transpose()?;
    let about = selected.filter(|selected| selected.kind != Kind::Member);
    let about = about.map(|about| session.board().handle_of(about.id)).transpose()?;
    let fields = vec![
        Field::list(words.form_field_whom(), whom.as_slice(), names.collect())
            .hint(words.scr_field_tags_hint())
            .needed(),
        Field::lines(words.form_field_thanks(), "", LINES).needed(),
        Field::text(words.form_field_about(), &about.unwrap_or_default()).hint(words.form_field_about_hint()),
    ];
    let form = Form::new(words.form_thanks(), words.form_thanks_give(), fields, overview.today);
    let form = if whom.is_some() { form.from_field(1) } else { form };
    Ok(ask::form(form, |_, mut fields| {
        let mut text = || fields.take().and_then(|(value, _)| Value::text(value));
        let (names, said, about) = (ask::texts(text()), text().unwrap_or_default(), text());
        ask::run(move |session| {
            let to = names.iter().map(|name| session.find(name)).collect::<Result<Vec<MemberId>, _>>()?;
            let about = match &about {
                Some(word) => Some(session.find_among(Kind::ALL, word)?.id),
                None => None,
            };
            let id = ThanksId(session.new_id());
            session.perform(&Command::Thank(Thank { id, to, text: said.clone(), about }))
        })
    }))
}
