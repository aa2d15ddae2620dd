//! What one says of oneself. Of others nobody says anything: each member's data is their own.

use std::rc::Rc;

use super::{rows, write_edit};
use crate::domain::decide::{Away, Command, EditMember};
use crate::domain::event::MemberEdited;
use crate::domain::field::Values;
use crate::domain::member::MemberField;
use crate::domain::subject::Subject;
use crate::session::{Error, Session};
use crate::tui::kit::overlay::{Field, Form, Value};
use crate::tui::shell::ask::{self, Question};
use crate::tui::shell::overview::Overview;
use crate::words::words;

/// The fields as they are typed, before the days away.
pub(super) const FORM: &[MemberField] = &[
    MemberField::Name,
    MemberField::Initials,
    MemberField::Contact,
    MemberField::Teaches,
    MemberField::Learns,
    MemberField::Limit,
];

pub fn edit_me(session: &Session, overview: &Overview) -> Result<Question, Error> {
    let me = session.me().ok_or_else(ask::gone)?;
    let Some(Subject::Member(known)) = session.board().subject(me.into())? else { return Err(ask::gone()) };
    let words = words();
    let skills = session.board().skills()?;
    let row = |field: &MemberField| {
        let row = rows::row(session, &known.registers, None, *field)?;
        Ok(match field {
            MemberField::Contact => row.hint(words.form_field_contact_hint()),
            MemberField::Teaches | MemberField::Learns => row.completed_by(skills.clone()),
            _ => row,
        })
    };
    let away = known.away.value().copied();
    let mut fields = FORM.iter().map(row).collect::<Result<Vec<_>, Error>>()?;
    fields.extend([
        Field::date(words.form_field_away(), away.map(|away| away.from)).hint(words.form_field_away_hint()),
        Field::date(words.form_field_until(), away.and_then(|away| away.until))
            .hint(words.form_field_until_hint()),
    ]);
    let form = Form::new(words.form_me(), words.scr_form_save(), fields, overview.today);
    let told = Rc::default();
    Ok(ask::form(form, move |app, mut fields| {
        let edit = match rows::filled(&known.registers, FORM, &mut fields) {
            Ok(filled) => MemberEdited::default().with(filled),
            Err(why) => return ask::complain(app, why),
        };
        let from = fields.changed(&known.away);
        let until = fields.changed(&known.away);
        let changes_away = from.is_some() || until.is_some();
        let day = |value: Option<Value<_>>, before| value.map_or(before, Value::day);
        let away = Away {
            from: day(from, known.away.value().map(|away| away.from)),
            until: day(until, known.away.value().and_then(|away| away.until)),
        };
        let mut commands = Vec::new();
        if edit != MemberEdited::default() || !changes_away {
            commands.push(Command::EditMember(EditMember { edit: edit.clone() }));
        }
        if changes_away {
            // Until a day, without saying from when, is from today on.
            let from = away.from.or(away.until.map(|_| app.overview.today));
            commands.push(Command::Away(Away { from, until: away.until.filter(|_| from.is_some()) }));
        }
        write_edit(known.id.into(), commands, &told, FORM, (known.registers.clone(), edit))
    }))
}
