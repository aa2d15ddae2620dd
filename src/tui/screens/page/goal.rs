//! A goal's page: what the team wants and why, whether it moves, what is in its way, and what is done for it.

use super::Reading;
use super::sheet::{Length, Sheet};
use super::text::{Side, Text};
use crate::domain::field::Field as _;
use crate::domain::goal::{Goal, GoalField, GoalState, Horizon};
use crate::domain::id::{GoalId, SubjectId, SubjectRef};
use crate::domain::query::Sense;
use crate::domain::spoken::begun;
use crate::domain::spoken::word;
use crate::domain::subject::Kind;
use crate::domain::subject::Subject;
use crate::domain::task::State;
use crate::insight::progress::Measure;
use crate::session::Error;
use crate::store::{Filter, Term, Test};
use crate::tui::kit::chart::{self, Chart};
use crate::tui::kit::marks::marks;
use crate::tui::kit::text;
use crate::tui::shell::action;
use crate::words::words;

/// How many of its tasks of one kind are listed.
const TASKS: usize = 10;
/// How many goals that serve it.
const SERVING: usize = 30;
/// How many of its readings are listed: the chart shows all.
const READINGS: usize = 6;

/// `None` where there is no such goal (any more).
pub fn write(reading: &Reading<'_>, id: GoalId, length: Length) -> Result<Option<Text>, Error> {
    let Some(Subject::Goal(goal)) = reading.session.board().subject(id.into())? else { return Ok(None) };
    let parents = goal.parent.written_twice().into_iter().flatten().filter_map(|(_, id)| *id);
    let parents = parents.chain(goal.parent.value().copied()).map(SubjectId::from);
    let mut sheet = Sheet::new(reading, length, id, parents.chain([id.into()]))?;
    overview(&mut sheet, &goal)?;
    smart(&mut sheet, &goal)?;
    in_the_way(&mut sheet, id)?;
    work(&mut sheet, id)?;
    serving(&mut sheet, id)?;
    sheet.on(Side::Right);
    readings(&mut sheet, &goal);
    sheet.findings(id.into())?;
    sheet.tensions(id.into())?;
    sheet.history(id.into())?;
    let title = sheet.thing(id);
    // One reading is no line.
    let chart = (goal.readings.len() > 1).then(|| Chart {
        readings: goal.readings.iter().map(|reading| (reading.date, reading.value)).collect(),
        target: goal.target.value().copied(),
        due: goal.due.value().copied(),
        today: reading.session.today(),
    });
    Ok(Some(Text::new(title, word::kind(Kind::Goal), sheet.done(), chart)))
}

fn overview(sheet: &mut Sheet<'_>, goal: &Goal) -> Result<(), Error> {
    let words = words();
    sheet.title(GoalField::Title.label(), &goal.title)?;
    sheet.says(&goal.registers, GoalField::Why)?;
    now(sheet, goal);
    sheet.says(&goal.registers, GoalField::Due)?;
    sheet.field(words.phrase_field_state(), &goal.state, |_, state| Some(state_word(*state)))?;
    sheet.field(GoalField::Horizon.label(), &goal.horizon, |_, horizon| {
        Some(match horizon {
            Horizon::Long => words.page_horizon_long(),
            Horizon::Short => words.page_horizon_short(),
        })
    })?;
    let parent = goal.parent.value().copied().map(SubjectRef::from);
    let mut wrote = Ok(());
    sheet.line("parent", parent, |sheet| {
        wrote = sheet.says(&goal.registers, GoalField::Parent);
    });
    wrote?;
    // What the letters say below is said here only where it was written twice.
    if goal.measure.written_twice().is_some() {
        sheet.says(&goal.registers, GoalField::Measure)?;
    }
    for (field, register) in [(GoalField::Baseline, &goal.baseline), (GoalField::Target, &goal.target)] {
        if register.written_twice().is_some() {
            sheet.field(field.label(), register, |_, value| value.map(|value| with_unit(goal, value)))?;
        }
    }
    sheet.says(&goal.registers, GoalField::Review)?;
    sheet.fact(words.page_label_source(), goal.source.clone());
    Ok(())
}

/// Where its measure stands, and how far on the way that is.
fn now(sheet: &mut Sheet<'_>, goal: &Goal) {
    let words = words();
    let Some(value) = goal.current() else { return };
    let mut said = vec![with_unit(goal, value)];
    let (baseline, target) = (goal.baseline.value().copied(), goal.target.value().copied());
    let share =
        Measure { current: Some(value), baseline, target }.share().map(|share| share.clamp(0.0, 9.99));
    said.extend(share.map(|share| words.page_percent((share * 100.0).round() as i64)));
    // A measure in percent says the same twice.
    said.dedup();
    let said = text::together(&said);
    match share {
        Some(share) => sheet.bar_fact(words.page_label_now(), share, said),
        None => sheet.fact(words.page_label_now(), Some(said)),
    }
}

/// The five letters: what each says, or what it lacks and which key mends that.
fn smart(sheet: &mut Sheet<'_>, goal: &Goal) -> Result<(), Error> {
    let words = words();
    let Some(row) = sheet.session.board().goal_row(goal.id)? else { return Ok(()) };
    let letters = row.smart().letters();
    let lit = letters.iter().filter(|(_, has)| *has).count();
    sheet.section(words.pages_smart(lit));
    let form = action::key_of("edit");
    let said = [
        goal.measure.value().cloned().unwrap_or_default(),
        goal.target.value().map_or_else(String::new, |target| match goal.baseline.value() {
            Some(from) => words.pages_target_from(with_unit(goal, *target), chart::number(*from)),
            None => with_unit(goal, *target),
        }),
        words.pages_smart_led(),
        match goal.why.value() {
            Some(_) => words.pages_smart_why(),
            None => words.pages_smart_part(),
        },
        goal.due.value().map_or_else(String::new, |day| sheet.day(*day)),
    ];
    let asked = [
        (words.page_smart_s(), words.pages_mend_form(&form, GoalField::Measure.label())),
        (words.page_smart_m(), words.pages_mend_form(&form, GoalField::Target.label())),
        (words.page_smart_a(), words.pages_mend_work(action::key_of("task.claim"))),
        (words.page_smart_r(), words.pages_mend_form(&form, GoalField::Why.label())),
        (words.page_smart_t(), words.pages_mend_form(&form, GoalField::Due.label())),
    ];
    for (((letter, has), said), (lacks, mend)) in letters.into_iter().zip(said).zip(asked) {
        match has {
            true => sheet.item(letter, &format!("{} {said}", marks().clear), sheet.theme.text),
            false => {
                let line = format!("{} {lacks} {} {mend}", marks().vacant, marks().dot);
                sheet.item(letter, &line, sheet.theme.warn);
            }
        }
    }
    Ok(())
}

/// What stops its tasks, and what nobody leads.
fn in_the_way(sheet: &mut Sheet<'_>, id: GoalId) -> Result<(), Error> {
    let words = words();
    let board = sheet.session.board();
    let of_goal = Filter { goal: Some(id), ..Filter::default() };
    let blocked = board.tasks(&Filter { blocked: true, ..of_goal.clone() }, None, 0, TASKS)?;
    if !blocked.rows.is_empty() {
        sheet.section(words.pages_in_the_way());
    }
    for row in blocked.rows.iter().take(TASKS) {
        sheet.task("blocked", row);
        for blocker in board.blockers_of(row.id)?.iter().take(3) {
            sheet.wait(blocker);
        }
    }
    let free = Filter { terms: vec![not(vec![Test::Blocked])], unclaimed: true, ..of_goal };
    sheet.tasks("free", words.pages_tasks_free(), &free, TASKS)
}

/// What goes on: what is neither stopped nor free, by state.
fn work(sheet: &mut Sheet<'_>, id: GoalId) -> Result<(), Error> {
    let words = words();
    for (state, title) in [
        (State::Review, sheet.state(State::Review)),
        (State::Doing, sheet.state(State::Doing)),
        (State::Open, words.pages_tasks_led(sheet.state(State::Open))),
    ] {
        let terms = vec![not(vec![Test::Blocked, Test::Lead(None)])];
        let filter = Filter { goal: Some(id), state: Some(state), terms, ..Filter::default() };
        sheet.tasks(state.as_str(), begun(&title), &filter, TASKS)?;
    }
    Ok(())
}

fn not(any: Vec<Test>) -> Term {
    Term { sense: Sense::Not, any }
}

/// The goals that are part of it.
fn serving(sheet: &mut Sheet<'_>, id: GoalId) -> Result<(), Error> {
    let goals = sheet.session.board().goals_of(id, SERVING)?;
    if !goals.is_empty() {
        sheet.section(words().page_serves());
    }
    for goal in goals {
        let said = words().page_task_line(&goal.handle, &goal.title);
        sheet.line("serves", Some(goal.id.into()), |sheet| {
            sheet.item(marks().goal, &said, sheet.theme.text);
        });
    }
    Ok(())
}

fn readings(sheet: &mut Sheet<'_>, goal: &Goal) {
    if !goal.readings.is_empty() {
        sheet.section(words().page_readings());
    }
    for reading in goal.readings.iter().rev().take(READINGS) {
        let date = sheet.day(reading.date);
        sheet.fact(date, Some(chart::number(reading.value)));
    }
    if goal.readings.len() > READINGS {
        sheet.under(&words().page_more(goal.readings.len() - READINGS), sheet.theme.dim);
    }
}

fn with_unit(goal: &Goal, value: f64) -> String {
    match goal.unit.value().map_or("", String::as_str) {
        "" => chart::number(value),
        unit => words().page_with_unit(chart::number(value), unit),
    }
}

fn state_word(state: GoalState) -> String {
    match state {
        GoalState::Proposed => words().page_goal_proposed(),
        GoalState::Active => words().page_goal_active(),
        GoalState::Met => words().page_goal_met(),
        GoalState::Missed => words().page_goal_missed(),
        GoalState::Dropped => words().page_goal_dropped(),
    }
}
