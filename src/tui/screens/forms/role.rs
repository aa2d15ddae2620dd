//! A role: what it is for, what it answers for, what only it decides.

use std::cell::Cell;
use std::rc::Rc;

use super::{Told, open_alike, rows, things_like, write_edit};
use crate::domain::decide::{AddRole, Command, EditRole};
use crate::domain::event::RoleEdited;
use crate::domain::field::{OneOf, Values};
use crate::domain::id::{RoleId, SubjectId};
use crate::domain::role::{Role, RoleField, RoleRegisters, RoleState};
use crate::domain::subject::{Kind, Subject};
use crate::session::{Error, Session};
use crate::tui::kit::overlay::{Field, Form};
use crate::tui::shell::app::App;
use crate::tui::shell::ask::{self, Fields, Pick, Question};
use crate::tui::shell::desk::Effect;
use crate::tui::shell::overview::Overview;
use crate::words::words;

/// The fields as they are typed.
pub(super) const FORM: &[RoleField] = &[
    RoleField::Name,
    RoleField::Purpose,
    RoleField::Accountabilities,
    RoleField::Domains,
    RoleField::Review,
    RoleField::State,
];

pub fn new_role(session: &Session, overview: &Overview) -> Result<Question, Error> {
    let words = words();
    let form = Form::new(
        words.scr_form_new_role(),
        words.scr_form_add(),
        fields(session, &RoleRegisters::default(), None)?,
        overview.today,
    );
    let likes = |session: &Session, text: &str| things_like(session, Kind::Role, text);
    Ok(ask::form_with_likes(form, likes, add, open_alike))
}

fn add(app: &mut App, mut fields: Fields) -> Vec<Effect> {
    let filled = match rows::filled(&RoleRegisters::default(), FORM, &mut fields) {
        Ok(filled) => filled,
        Err(why) => return ask::complain(app, why),
    };
    ask::run(move |session| {
        let id = RoleId(session.new_id());
        session.perform(&Command::AddRole(AddRole::blank(id).with(filled.clone())))
    })
}

pub fn edit_role(session: &Session, overview: &Overview, id: RoleId) -> Result<Question, Error> {
    let Some(Subject::Role(known)) = session.board().subject(id.into())? else { return Err(ask::gone()) };
    let fields = fields(session, &known, Some(id.into()))?;
    let form = Form::new(words().scr_form_role(), words().scr_form_save(), fields, overview.today);
    let told = Rc::default();
    Ok(ask::form(form, move |app, mut fields| match rows::filled(&known.registers, FORM, &mut fields) {
        Ok(filled) => write_role(&known, RoleEdited::default().with(filled), &told),
        Err(why) => ask::complain(app, why),
    }))
}

/// Writes what was changed of a role since it was read, wherever that was done.
pub fn write_role(known: &Role, edit: RoleEdited, told: &Rc<Cell<Told>>) -> Vec<Effect> {
    let commands = vec![Command::EditRole(EditRole { role: known.id, edit: edit.clone() })];
    write_edit(known.id.into(), commands, told, FORM, (known.registers.clone(), edit))
}

fn fields(
    session: &Session,
    known: &RoleRegisters,
    own: Option<SubjectId>,
) -> Result<Vec<Field<Pick>>, Error> {
    let row = |field: &RoleField| {
        let row = rows::row(session, known, own, *field)?;
        Ok(match field {
            RoleField::Accountabilities => row.hint(words().scr_field_duties_hint()),
            RoleField::Domains => row.hint(words().scr_field_domains_hint()),
            // What was never there cannot be retired: it is offered last.
            RoleField::State if own.is_none() => row.choices(RoleState::ALL.len() - 1),
            _ => row,
        })
    };
    FORM.iter().map(row).collect()
}
