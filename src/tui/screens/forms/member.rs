//! What one says of oneself. Of others nobody says anything: each member's data is their own.

use std::rc::Rc;

use super::{clash, write};
use crate::domain::decide::{Away, Command, EditMember};
use crate::domain::event::MemberEdited;
use crate::domain::subject::Subject;
use crate::session::{Error, Session};
use crate::tui::kit::overlay::{Field, Form, Value};
use crate::tui::shell::ask::{self, Question};
use crate::tui::shell::overview::Overview;
use crate::words::words;

pub fn edit_me(session: &Session, overview: &Overview) -> Result<Question, Error> {
    let me = session.me().ok_or_else(ask::gone)?;
    let Some(Subject::Member(known)) = session.board().subject(me.into())? else { return Err(ask::gone()) };
    let words = words();
    let text = |text: Option<&String>| text.cloned().unwrap_or_default();
    let skills = session.board().skills()?;
    let list = |texts: Option<&Vec<String>>| texts.cloned().unwrap_or_default();
    let away = known.away.value().copied();
    let fields = vec![
        Field::text(words.scr_field_name(), known.name()).needed(),
        Field::text(words.form_field_initials(), &text(known.initials.value())),
        Field::text(words.form_field_contact(), &text(known.contact.value()))
            .hint(words.form_field_contact_hint()),
        Field::list(words.form_field_teaches(), &list(known.teaches.get()), skills.clone())
            .hint(words.scr_field_tags_hint()),
        Field::list(words.form_field_learns(), &list(known.learns.get()), skills)
            .hint(words.scr_field_tags_hint()),
        Field::number(words.form_field_limit(), Some(f64::from(known.limit()))).needed(),
        Field::date(words.form_field_away(), away.map(|away| away.from)).hint(words.form_field_away_hint()),
        Field::date(words.form_field_until(), away.and_then(|away| away.until))
            .hint(words.form_field_until_hint()),
    ];
    let form = Form::new(words.form_me(), words.scr_form_save(), fields, overview.today);
    let told = Rc::default();
    Ok(ask::form(form, move |app, mut fields| {
        let before = known.clone();
        let edit = MemberEdited {
            name: fields.changed(&known.name).and_then(Value::text),
            initials: fields.changed(&known.initials).map(Value::text),
            contact: fields.changed(&known.contact).map(Value::text),
            teaches: fields.changed(&known.teaches).map(|value| ask::texts(value.text())),
            learns: fields.changed(&known.learns).map(|value| ask::texts(value.text())),
            limit: match fields.changed(&known.limit).and_then(Value::number) {
                Some(limit) if limit.fract() == 0.0 && (0.0..=999.0).contains(&limit) => Some(limit as u32),
                Some(_) => return ask::complain(app, crate::words::words().form_no_limit()),
                None => None,
            },
            by: None,
            at: None,
            from: None,
        };
        let from = fields.changed(&known.away);
        let until = fields.changed(&known.away);
        let changes_away = from.is_some() || until.is_some();
        let day = |value: Option<Value<_>>, before| value.map_or(before, Value::day);
        let away = Away {
            from: day(from, before.away.value().map(|away| away.from)),
            until: day(until, before.away.value().and_then(|away| away.until)),
        };
        let mut commands = Vec::new();
        if edit != EditMember::NOTHING || !changes_away {
            commands.push(Command::EditMember(EditMember { edit: edit.clone() }));
        }
        if changes_away {
            // Until a day, without saying from when, is from today on.
            let from = away.from.or(away.until.map(|_| app.overview.today));
            commands.push(Command::Away(Away { from, until: away.until.filter(|_| from.is_some()) }));
        }
        write(known.id.into(), commands, &told, move |now| {
            let Subject::Member(now) = now else { return None };
            let words = crate::words::words();
            clash!(edit, before, now;
                name: words.scr_field_name(),
                initials: words.form_field_initials(),
                contact: words.form_field_contact(),
                teaches: words.form_field_teaches(),
                learns: words.form_field_learns(),
                limit: words.form_field_limit(),
            )
        })
    }))
}
