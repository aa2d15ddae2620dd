//! A goal's page: why, how far, and what is done for it.

use super::super::context::Context;
use super::super::json;
use super::super::paper::{Look, Table, piece};
use super::super::rows;
use super::super::stop::Stop;
use super::{field, print_json, title};
use crate::domain::field::Field as _;
use crate::domain::goal::{Goal, GoalField};
use crate::domain::id::SubjectId;
use crate::domain::spoken::{self, word};
use crate::store::Filter;
use crate::words::words;

/// As many tasks and readings as a page shows.
const ROWS: usize = 50;

pub fn print(context: &mut Context, goal: &Goal) -> Result<(), Stop> {
    if context.json() {
        return print_json(context, goal.id.into(), |session, about| {
            Ok(json::goal(session, goal.id)?.map(|shape| json::Goal { about, ..shape }))
        });
    }
    let session = context.session()?;
    let today = session.today();
    let parent = goal.parent.value().map(|id| SubjectId::from(*id));
    let names = session.board().names(parent.into_iter().chain([goal.id.into()]))?;
    let filter = Filter { goal: Some(goal.id), ..Filter::default() };
    let tasks = session.board().tasks(&filter, None, 0, ROWS - 1)?.rows;
    let table = rows::tasks(session, &tasks)?;
    let paper = &mut context.paper;
    title(paper, names.handle(goal.id), goal.title())?;
    field(paper, &words().out_label_state(), &word::goal_state(goal.state().as_str()))?;
    field(paper, &words().out_label_why(), goal.why.value().map_or("", String::as_str))?;
    field(paper, &GoalField::Horizon.label(), &word::horizon(goal.horizon().as_str()))?;
    if let Some(parent) = parent {
        field(paper, &words().out_label_parent(), names.name(parent))?;
    }
    field(paper, &GoalField::Measure.label(), goal.measure.value().map_or("", String::as_str))?;
    let unit = goal.unit.value().map_or(String::new(), |unit| format!(" {unit}"));
    let number = |value: Option<f64>| value.map_or(String::new(), |value| format!("{value}{unit}"));
    field(paper, &words().out_label_baseline(), &number(goal.baseline.value().copied()))?;
    field(paper, &words().out_label_now(), &number(goal.current()))?;
    field(paper, &GoalField::Target.label(), &number(goal.target.value().copied()))?;
    for (label, day) in [(GoalField::Due.label(), &goal.due), (GoalField::Review.label(), &goal.review)] {
        let day = day.value().map_or(String::new(), |day| spoken::day(*day, today));
        field(paper, &label, &day)?;
    }
    if !goal.readings.is_empty() {
        paper.blank()?;
        paper.heading(words().out_readings())?;
        let newest = goal.readings.iter().rev().take(ROWS);
        let row = |(date, value): (_, f64)| {
            vec![piece(spoken::date(date, today), Look::Quiet), format!("{value}{unit}").into()]
        };
        let rows = newest.map(|reading| row((reading.date, reading.value))).collect();
        paper.table(Table::new(1, rows))?;
    }
    if !tasks.is_empty() {
        paper.blank()?;
        paper.heading(words().out_tasks())?;
        paper.table(table)?;
    }
    Ok(())
}
