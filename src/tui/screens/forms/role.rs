//! A role: what it is for, what it answers for, what only it decides.

use std::cell::Cell;
use std::rc::Rc;

use super::{Told, clash, open_alike, things_like, twice, write};
use crate::domain::calendar::Day;
use crate::domain::decide::{AddRole, Command, EditRole};
use crate::domain::event::RoleEdited;
use crate::domain::id::RoleId;
use crate::domain::role::{Role, RoleState};
use crate::domain::spoken;
use crate::domain::subject::{Kind, Subject};
use crate::session::{Error, Session};
use crate::tui::kit::overlay::{Field, Form, Item, Value};
use crate::tui::shell::ask::{self, Fields, Pick, Question};
use crate::tui::shell::desk::Effect;
use crate::tui::shell::overview::Overview;
use crate::words::words;

/// How many of its lists' lines are in sight.
const LINES: u16 = 4;

/// The states as they are offered.
const STATES: [RoleState; 3] = [RoleState::Active, RoleState::Draft, RoleState::Retired];

pub fn new_role(session: &Session, overview: &Overview) -> Result<Question, Error> {
    let words = words();
    let form =
        Form::new(words.scr_form_new_role(), words.scr_form_add(), fields(session, None)?, overview.today);
    let likes = |session: &Session, text: &str| things_like(session, Kind::Role, text);
    Ok(ask::form_with_likes(form, likes, |_, fields| add(fields), open_alike))
}

fn add(mut fields: Fields) -> Vec<Effect> {
    let name = fields.text().unwrap_or_default();
    let (purpose, accountabilities) = (fields.text(), fields.list());
    let (domains, review, state) = (fields.list(), fields.day(), state(fields.choice()));
    ask::run(move |session| {
        let id = RoleId(session.new_id());
        session.perform(&Command::AddRole(AddRole {
            id,
            name: name.clone(),
            purpose: purpose.clone(),
            domains: domains.clone(),
            accountabilities: accountabilities.clone(),
            review,
            state,
        }))
    })
}

pub fn edit_role(session: &Session, overview: &Overview, id: RoleId) -> Result<Question, Error> {
    let Some(Subject::Role(known)) = session.board().subject(id.into())? else { return Err(ask::gone()) };
    let fields = fields(session, Some(&known))?;
    let form = Form::new(words().scr_form_role(), words().scr_form_save(), fields, overview.today);
    let told = Rc::default();
    Ok(ask::form(form, move |_, mut fields| {
        let edit = RoleEdited {
            name: fields.changed(&known.name).and_then(Value::text),
            purpose: fields.changed(&known.purpose).map(Value::text),
            accountabilities: fields.changed(&known.accountabilities).map(|value| ask::lines(value.text())),
            domains: fields.changed(&known.domains).map(|value| ask::lines(value.text())),
            review: fields.changed(&known.review).map(Value::day),
            state: fields.changed(&known.state).map(|value| state(value.choice())),
            by: None,
            at: None,
            from: None,
        };
        write_role(&known, edit, &told)
    }))
}

/// Writes what was changed of a role since it was read, wherever that was done.
pub fn write_role(known: &Role, edit: RoleEdited, told: &Rc<Cell<Told>>) -> Vec<Effect> {
    let before = known.clone();
    let commands = vec![Command::EditRole(EditRole { role: known.id, edit: edit.clone() })];
    write(known.id.into(), commands, told, move |now| {
        let Subject::Role(now) = now else { return None };
        let words = words();
        clash!(edit, before, now;
            name: words.scr_field_name(),
            purpose: words.scr_field_purpose(),
            accountabilities: words.scr_field_duties(),
            domains: words.scr_field_domains(),
            review: words.scr_field_review(),
            state: words.form_field_state(),
        )
    })
}

fn state(pick: Option<Pick>) -> RoleState {
    match pick {
        Some(Pick::Nth(n)) => STATES.get(n).copied().unwrap_or(RoleState::Active),
        _ => RoleState::Active,
    }
}

fn state_name(state: &RoleState) -> String {
    match state {
        RoleState::Draft => words().phrase_role_draft(),
        RoleState::Active => words().phrase_role_active(),
        RoleState::Retired => words().phrase_role_retired(),
    }
}

/// The fields of a role, as it is or empty; in the order in which they are read again.
fn fields(session: &Session, known: Option<&Role>) -> Result<Vec<Field<Pick>>, Error> {
    let words = words();
    let list = |of: fn(&Role) -> &[String]| known.map(|role| of(role).join("\n")).unwrap_or_default();
    let line = |text: &Option<String>| text.clone().unwrap_or_else(|| words.page_empty_value());
    let day = |day: &Option<Day>| {
        day.map_or_else(|| words.page_empty_value(), |day| spoken::day(day, session.today()))
    };
    let remark = |of: &dyn Fn(&Role) -> Result<Option<String>, Error>| known.map_or(Ok(None), of);
    let purpose = known.and_then(|role| role.purpose.value().cloned()).unwrap_or_default();
    // What was never there cannot be retired.
    let offered = if known.is_some() { &STATES[..] } else { &STATES[..2] };
    let states =
        (0..).zip(offered).map(|(n, state)| Item::new(Pick::Nth(n), state_name(state), "")).collect();
    let now = known.map_or(RoleState::Active, Role::state);
    let now = STATES.iter().position(|state| *state == now).map(Pick::Nth);
    Ok(vec![
        Field::text(words.scr_field_name(), known.map_or("", Role::name))
            .needed()
            .remark(remark(&|role| twice(session, &role.name, String::clone))?),
        Field::text(words.scr_field_purpose(), &purpose)
            .remark(remark(&|role| twice(session, &role.purpose, line))?),
        Field::lines(words.scr_field_duties(), &list(Role::accountabilities), LINES)
            .hint(words.scr_field_duties_hint())
            .remark(remark(&|role| twice(session, &role.accountabilities, |texts| texts.join(", ")))?),
        Field::lines(words.scr_field_domains(), &list(Role::domains), LINES)
            .hint(words.scr_field_domains_hint())
            .remark(remark(&|role| twice(session, &role.domains, |texts| texts.join(", ")))?),
        Field::date(words.scr_field_review(), known.and_then(|role| role.review.value().copied()))
            .hint(words.scr_ask_day_hint())
            .remark(remark(&|role| twice(session, &role.review, day))?),
        Field::choice(words.form_field_state(), states, now)
            .remark(remark(&|role| twice(session, &role.state, state_name))?),
    ])
}
