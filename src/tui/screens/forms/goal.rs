//! A goal: with a measure that can be read.

use std::rc::Rc;

use super::{chosen, clash, open_alike, things_like, twice, write};
use crate::domain::calendar::Day;
use crate::domain::decide::{AddGoal, Command, EditGoal};
use crate::domain::event::GoalEdited;
use crate::domain::goal::{Goal, Horizon};
use crate::domain::id::GoalId;
use crate::domain::spoken;
use crate::domain::subject::{Kind, Subject};
use crate::session::{Error, Session};
use crate::tui::kit::overlay::{Field, Form, Item, Value};
use crate::tui::screens::choices;
use crate::tui::shell::ask::{self, Fields, Pick, Question};
use crate::tui::shell::desk::Effect;
use crate::tui::shell::overview::Overview;
use crate::words::words;

pub fn new_goal(session: &Session, overview: &Overview) -> Result<Question, Error> {
    let words = words();
    let form =
        Form::new(words.scr_form_new_goal(), words.scr_form_add(), fields(session, None)?, overview.today);
    let likes = |session: &Session, text: &str| things_like(session, Kind::Goal, text);
    Ok(ask::form_with_likes(form, likes, |_, fields| add(fields), open_alike))
}

fn add(mut fields: Fields) -> Vec<Effect> {
    let add = AddGoal {
        id: GoalId(uuid::Uuid::nil()),
        title: fields.text().unwrap_or_default(),
        horizon: horizon(fields.choice()),
        measure: fields.text(),
        unit: fields.text(),
        baseline: fields.number(),
        target: fields.number(),
        due: fields.day(),
        why: fields.text(),
        review: fields.day(),
        parent: chosen(fields.choice()),
    };
    ask::run(move |session| {
        let id = GoalId(session.new_id());
        session.perform(&Command::AddGoal(AddGoal { id, ..add.clone() }))
    })
}

pub fn edit_goal(session: &Session, overview: &Overview, id: GoalId) -> Result<Question, Error> {
    let Some(Subject::Goal(known)) = session.board().subject(id.into())? else { return Err(ask::gone()) };
    let fields = fields(session, Some(&known))?;
    let form = Form::new(words().scr_form_goal(), words().scr_form_save(), fields, overview.today);
    let told = Rc::default();
    Ok(ask::form(form, move |_, mut fields| {
        let before = known.clone();
        let edit = GoalEdited {
            title: fields.changed(&known.title).and_then(Value::text),
            horizon: fields.changed(&known.horizon).map(|value| horizon(value.choice())),
            measure: fields.changed(&known.measure).map(Value::text),
            unit: fields.changed(&known.unit).map(Value::text),
            baseline: fields.changed(&known.baseline).map(Value::number),
            target: fields.changed(&known.target).map(Value::number),
            due: fields.changed(&known.due).map(Value::day),
            why: fields.changed(&known.why).map(Value::text),
            review: fields.changed(&known.review).map(Value::day),
            parent: fields.changed(&known.parent).map(|value| chosen(value.choice())),
            by: None,
            at: None,
            from: None,
        };
        let commands = vec![Command::EditGoal(EditGoal { goal: id, edit: edit.clone() })];
        write(id.into(), commands, &told, move |now| {
            let Subject::Goal(now) = now else { return None };
            let words = words();
            clash!(edit, before, now;
                title: words.scr_field_title(),
                horizon: words.scr_field_horizon(),
                measure: words.scr_field_measure(),
                unit: words.scr_field_unit(),
                baseline: words.scr_field_baseline(),
                target: words.scr_field_target(),
                due: words.scr_field_due(),
                why: words.scr_field_why(),
                review: words.scr_field_review(),
                parent: words.scr_field_parent(),
            )
        })
    }))
}

fn horizon(pick: Option<Pick>) -> Horizon {
    if pick == Some(Pick::Nth(0)) { Horizon::Long } else { Horizon::Short }
}

/// The fields of a goal, as it is or empty; in the order in which they are read again.
fn fields(session: &Session, known: Option<&Goal>) -> Result<Vec<Field<Pick>>, Error> {
    let words = words();
    let text = |of: fn(&Goal) -> Option<&String>| known.and_then(of).cloned().unwrap_or_default();
    let line = |text: &Option<String>| text.clone().unwrap_or_else(|| words.page_empty_value());
    let day = |day: &Option<Day>| {
        day.map_or_else(|| words.page_empty_value(), |day| spoken::day(day, session.today()))
    };
    let number = |number: &Option<f64>| number.map_or_else(|| words.page_empty_value(), spoken::number);
    let remark = |of: &dyn Fn(&Goal) -> Result<Option<String>, Error>| known.map_or(Ok(None), of);
    let long = |horizon: &Horizon| match horizon {
        Horizon::Long => words.scr_horizon_long(),
        Horizon::Short => words.scr_horizon_short(),
    };
    let horizons = vec![
        Item::new(Pick::Nth(0), words.scr_horizon_long(), ""),
        Item::new(Pick::Nth(1), words.scr_horizon_short(), ""),
    ];
    let horizon = known.map_or(Horizon::Short, Goal::horizon);
    let horizon = if horizon == Horizon::Long { Pick::Nth(0) } else { Pick::Nth(1) };
    let parent = known.and_then(|goal| goal.parent.value().copied()).map(Pick::from);
    Ok(vec![
        Field::text(words.scr_field_title(), known.map_or("", Goal::title))
            .needed()
            .remark(remark(&|goal| twice(session, &goal.title, String::clone))?),
        Field::choice(words.scr_field_horizon(), horizons, Some(horizon))
            .remark(remark(&|goal| twice(session, &goal.horizon, long))?),
        Field::text(words.scr_field_measure(), &text(|goal| goal.measure.value()))
            .hint(words.scr_field_measure_hint())
            .remark(remark(&|goal| twice(session, &goal.measure, line))?),
        Field::text(words.scr_field_unit(), &text(|goal| goal.unit.value()))
            .hint(words.scr_field_unit_hint())
            .remark(remark(&|goal| twice(session, &goal.unit, line))?),
        Field::number(words.scr_field_baseline(), known.and_then(|goal| goal.baseline.value().copied()))
            .remark(remark(&|goal| twice(session, &goal.baseline, number))?),
        Field::number(words.scr_field_target(), known.and_then(|goal| goal.target.value().copied()))
            .remark(remark(&|goal| twice(session, &goal.target, number))?),
        Field::date(words.scr_field_due(), known.and_then(|goal| goal.due.value().copied()))
            .hint(words.scr_ask_day_hint())
            .remark(remark(&|goal| twice(session, &goal.due, day))?),
        Field::lines(words.scr_field_why(), &text(|goal| goal.why.value()), 2)
            .remark(remark(&|goal| twice(session, &goal.why, line))?),
        Field::date(words.scr_field_review(), known.and_then(|goal| goal.review.value().copied()))
            .hint(words.scr_ask_day_hint())
            .remark(remark(&|goal| twice(session, &goal.review, day))?),
        Field::choice(
            words.scr_field_parent(),
            choices::of(session, Kind::Goal, known.map(|goal| goal.id.into()))?,
            parent,
        )
        .remark(remark(&|goal| {
            twice(session, &goal.parent, |parent| {
                let name = parent.map(|parent| ask::called(session, parent.into()));
                name.and_then(Result::ok).unwrap_or_else(|| words.page_empty_value())
            })
        })?),
    ])
}
