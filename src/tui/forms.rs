//! The forms: everything that a task, a goal or a role says, in fields.

use super::ask::{self, Fields, Pick, Question};
use super::facts::Facts;
use super::overlay::{Field, Form, Item};
use crate::domain::calendar::Day;
use crate::domain::decide::{AddGoal, AddRole, Command, EditGoal, EditRole, EditTask};
use crate::domain::event::{GoalEdited, RoleEdited, TaskEdited};
use crate::domain::goal::{Goal, Horizon};
use crate::domain::id::{GoalId, RoleId, TaskId};
use crate::domain::role::{Role, RoleState};
use crate::domain::subject::Subject;
use crate::session::{Error, Session};
use crate::words::words;

/// The most roles and goals to choose from.
const MANY: usize = 500;

pub fn edit_task(session: &Session, facts: &Facts, id: TaskId) -> Result<Question, Error> {
    let Some(Subject::Task(task)) = session.board().subject(id.into())? else {
        return Err(ask::gone());
    };
    let (words, text) = (words(), |value: Option<&String>| value.cloned().unwrap_or_default());
    let roles = session.board().roles(0, MANY)?;
    let roles = roles.into_iter().map(|row| Item::new(Pick::Role(row.id), row.name, "")).collect();
    let fields = vec![
        Field::text(words.scr_field_title(), task.title()).needed(),
        Field::text(words.scr_field_next(), &text(task.next.value())),
        Field::date(words.scr_field_due(), task.due.value().copied()),
        Field::choice(words.scr_field_role(), roles, task.role.value().copied().map(Pick::Role)),
        Field::choice(
            words.scr_field_goal(),
            goals(session, None)?,
            task.goal.value().copied().map(Pick::Goal),
        ),
        Field::text(words.scr_field_tags(), &task.tags().join(", ")).hint(words.scr_field_tags_hint()),
        Field::notes(words.scr_field_notes(), &text(task.notes.value())),
    ];
    let form = Form::new(words.scr_form_task(), words.scr_form_save(), fields, facts.today);
    Ok(ask::form(form, move |_, mut fields| {
        let edit = TaskEdited {
            title: fields.text(),
            next: Some(fields.text()),
            due: Some(fields.day()),
            role: Some(match fields.choice() {
                Some(Pick::Role(role)) => Some(role),
                _ => None,
            }),
            goal: Some(goal(&mut fields)),
            tags: Some(tags(fields.text())),
            notes: Some(fields.text()),
            ..EditTask::NOTHING
        };
        ask::perform(Command::EditTask(EditTask { task: id, edit }))
    }))
}

pub fn new_goal(today: Day) -> Question {
    let form = Form::new(words().scr_form_new_goal(), words().scr_form_add(), goal_fields(None, None), today);
    ask::form(form, |_, mut fields| {
        let said = SaidGoal::read(&mut fields, None);
        ask::deed(move |session| {
            let said = said.clone();
            let id = GoalId(session.new_id());
            session.perform(&Command::AddGoal(AddGoal {
                id,
                title: said.title.unwrap_or_default(),
                why: said.why,
                horizon: said.horizon,
                parent: None,
                measure: said.measure,
                unit: said.unit,
                baseline: said.baseline,
                target: said.target,
                due: said.due,
                review: said.review,
            }))
        })
    })
}

pub fn edit_goal(session: &Session, facts: &Facts, id: GoalId) -> Result<Question, Error> {
    let Some(Subject::Goal(goal)) = session.board().subject(id.into())? else { return Err(ask::gone()) };
    let parents = goals(session, Some(id))?;
    let form = Form::new(
        words().scr_form_goal(),
        words().scr_form_save(),
        goal_fields(Some(&goal), Some(parents)),
        facts.today,
    );
    Ok(ask::form(form, move |_, mut fields| {
        let said = SaidGoal::read(&mut fields, Some(()));
        let edit = GoalEdited {
            title: said.title,
            why: Some(said.why),
            horizon: Some(said.horizon),
            parent: Some(said.parent),
            measure: Some(said.measure),
            unit: Some(said.unit),
            baseline: Some(said.baseline),
            target: Some(said.target),
            due: Some(said.due),
            review: Some(said.review),
        };
        ask::perform(Command::EditGoal(EditGoal { goal: id, edit }))
    }))
}

/// What a form says of a goal.
#[derive(Clone)]
struct SaidGoal {
    title: Option<String>,
    horizon: Horizon,
    measure: Option<String>,
    unit: Option<String>,
    baseline: Option<f64>,
    target: Option<f64>,
    due: Option<Day>,
    why: Option<String>,
    review: Option<Day>,
    parent: Option<GoalId>,
}

impl SaidGoal {
    fn read(fields: &mut Fields, with_parent: Option<()>) -> SaidGoal {
        SaidGoal {
            title: fields.text(),
            horizon: if fields.choice() == Some(Pick::Nth(0)) { Horizon::Long } else { Horizon::Short },
            measure: fields.text(),
            unit: fields.text(),
            baseline: fields.number(),
            target: fields.number(),
            due: fields.day(),
            why: fields.text(),
            review: fields.day(),
            parent: with_parent.and_then(|()| goal(fields)),
        }
    }
}

fn goal_fields(known: Option<&Goal>, parents: Option<Vec<Item<Pick>>>) -> Vec<Field<Pick>> {
    let words = words();
    let text = |of: fn(&Goal) -> Option<String>| known.and_then(of).unwrap_or_default();
    let horizons = vec![
        Item::new(Pick::Nth(0), words.scr_horizon_long(), ""),
        Item::new(Pick::Nth(1), words.scr_horizon_short(), ""),
    ];
    let horizon = match known.map(Goal::horizon) {
        Some(Horizon::Long) => Pick::Nth(0),
        Some(Horizon::Short) | None => Pick::Nth(1),
    };
    let mut fields = vec![
        Field::text(words.scr_field_title(), known.map_or("", |goal| goal.title())).needed(),
        Field::choice(words.scr_field_horizon(), horizons, Some(horizon)),
        Field::text(words.scr_field_measure(), &text(|goal| goal.measure.value().cloned()))
            .hint(words.scr_field_measure_hint()),
        Field::text(words.scr_field_unit(), &text(|goal| goal.unit.value().cloned()))
            .hint(words.scr_field_unit_hint()),
        Field::number(words.scr_field_baseline(), known.and_then(|goal| goal.baseline.value().copied())),
        Field::number(words.scr_field_target(), known.and_then(|goal| goal.target.value().copied())),
        Field::date(words.scr_field_due(), known.and_then(|goal| goal.due.value().copied())),
        Field::text(words.scr_field_why(), &text(|goal| goal.why.value().cloned())),
        Field::date(words.scr_field_review(), known.and_then(|goal| goal.review.value().copied())),
    ];
    if let Some(parents) = parents {
        let parent = known.and_then(|goal| goal.parent.value().copied()).map(Pick::Goal);
        fields.push(Field::choice(words.scr_field_parent(), parents, parent));
    }
    fields
}

pub fn new_role(today: Day) -> Question {
    let form = Form::new(words().scr_form_new_role(), words().scr_form_add(), role_fields(None), today);
    ask::form(form, |_, mut fields| {
        let name = fields.text().unwrap_or_default();
        let (purpose, accountabilities) = (fields.text(), fields.list());
        let (domains, review) = (fields.list(), fields.day());
        ask::deed(move |session| {
            let id = RoleId(session.new_id());
            session.perform(&Command::AddRole(AddRole {
                id,
                name: name.clone(),
                purpose: purpose.clone(),
                domains: domains.clone(),
                accountabilities: accountabilities.clone(),
                review,
                state: RoleState::Active,
            }))
        })
    })
}

pub fn edit_role(session: &Session, facts: &Facts, id: RoleId) -> Result<Question, Error> {
    let Some(Subject::Role(role)) = session.board().subject(id.into())? else { return Err(ask::gone()) };
    let form =
        Form::new(words().scr_form_role(), words().scr_form_save(), role_fields(Some(&role)), facts.today);
    Ok(ask::form(form, move |_, mut fields| {
        let edit = RoleEdited {
            name: fields.text(),
            purpose: Some(fields.text()),
            accountabilities: Some(fields.list()),
            domains: Some(fields.list()),
            review: Some(fields.day()),
            state: None,
        };
        ask::perform(Command::EditRole(EditRole { role: id, edit }))
    }))
}

fn role_fields(known: Option<&Role>) -> Vec<Field<Pick>> {
    let words = words();
    let lines = |of: fn(&Role) -> &[String]| known.map(|role| of(role).join("\n")).unwrap_or_default();
    let purpose = known.and_then(|role| role.purpose.value().cloned()).unwrap_or_default();
    vec![
        Field::text(words.scr_field_name(), known.map_or("", |role| role.name())).needed(),
        Field::text(words.scr_field_purpose(), &purpose),
        Field::notes(words.scr_field_duties(), &lines(Role::accountabilities))
            .hint(words.scr_field_duties_hint()),
        Field::notes(words.scr_field_domains(), &lines(Role::domains)).hint(words.scr_field_domains_hint()),
        Field::date(words.scr_field_review(), known.and_then(|role| role.review.value().copied())),
    ]
}

fn goals(session: &Session, but: Option<GoalId>) -> Result<Vec<Item<Pick>>, Error> {
    let rows = session.board().goals(false, 0, MANY)?.into_iter().filter(|row| Some(row.id) != but);
    Ok(rows.map(|row| Item::new(Pick::Goal(row.id), row.title, "")).collect())
}

fn goal(fields: &mut Fields) -> Option<GoalId> {
    match fields.choice() {
        Some(Pick::Goal(goal)) => Some(goal),
        _ => None,
    }
}

fn tags(text: Option<String>) -> Vec<String> {
    text.unwrap_or_default()
        .split(',')
        .map(|tag| tag.trim().to_owned())
        .filter(|tag| !tag.is_empty())
        .collect()
}
