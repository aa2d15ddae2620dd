//! A goal's page: what the team wants, whether it moves, and what is done for it.

use ratatui::{buffer::Buffer, layout::Rect};

use super::super::cursor::{From, Step};
use super::super::facts::Facts;
use super::super::hand::Hand;
use super::super::smart::Smart;
use super::super::{draw, marks::marks, theme::Theme};
use super::chart::{self, Chart};
use super::sheet::Sheet;
use super::text::{Text, text_area};
use super::{Page, Reading, Still};
use crate::domain::goal::{Goal, GoalState, Horizon};
use crate::domain::id::{GoalId, SubjectId};
use crate::domain::subject::Subject;
use crate::session::{Error, Session};
use crate::store::Filter;
use crate::words::words;

/// How many of its tasks are listed.
const TASKS: usize = 15;
/// How many of its readings are listed: the chart shows all.
const READINGS: usize = 8;
/// From this width on the chart stands beside the text.
const BESIDE: u16 = 100;
/// From this height on it stands above the text; it takes a third.
const ABOVE: u16 = 24;

/// A goal on the whole screen.
#[derive(Debug, Clone)]
pub struct GoalPage {
    pub id: GoalId,
    page: Text,
    /// `None` below two readings: one is no line.
    pub(super) chart: Option<Chart>,
}

impl GoalPage {
    /// `None` where there is no such goal (any more).
    pub fn open(session: &Session, id: GoalId, theme: &Theme) -> Result<Option<GoalPage>, Error> {
        let Some(Subject::Goal(goal)) = session.board().subject(id.into())? else { return Ok(None) };
        let parents = goal.parent.written_twice().into_iter().flatten().filter_map(|(_, id)| *id);
        let parents = parents.chain(goal.parent.value().copied()).map(SubjectId::from);
        let mut sheet = Sheet::new(session, theme, parents.chain([id.into()]))?;
        facts(&mut sheet, &goal)?;
        serving(&mut sheet, id)?;
        sheet.tasks(&Filter { goal: Some(id), ..Filter::default() }, TASKS)?;
        readings(&mut sheet, &goal);
        sheet.findings(id.into())?;
        sheet.history(id.into())?;
        let title = sheet.thing(id);
        let text = sheet.done();
        let chart = (goal.readings.len() > 1).then(|| Chart {
            readings: goal.readings.iter().map(|reading| (reading.date, reading.value)).collect(),
            target: goal.target.value().copied(),
            today: session.today(),
        });
        Ok(Some(GoalPage { id, page: Text::new(title, words().page_kind_goal(), text), chart }))
    }

    /// Where the text is, and where the chart is if there is room for it.
    fn areas(&self, area: Rect) -> (Rect, Option<Rect>) {
        let text = text_area(area);
        if self.chart.is_none() {
            return (text, None);
        }
        let right = area.right().saturating_sub(3);
        if area.width >= BESIDE && area.height >= 12 {
            let text = Rect { width: text.width.min(area.width / 2 - 4), ..text };
            let x = text.right() + 3;
            let height = (text.height - 2).min(18);
            return (text, Some(Rect { x, y: text.y + 1, width: right - x, height }));
        }
        if area.height >= ABOVE && area.width >= 40 {
            let height = (text.height / 3).min(12);
            let chart = Rect { y: text.y + 1, height, width: right - text.x, ..text };
            let taken = height + 2;
            return (Rect { y: text.y + taken, height: text.height - taken, ..text }, Some(chart));
        }
        (text, None)
    }
}

impl Page for GoalPage {
    fn hand(&self) -> Hand {
        Hand::Goal(self.id)
    }

    fn load(&mut self, reading: &Reading<'_>, _: From) -> Result<Still, Error> {
        let Some(mut again) = GoalPage::open(reading.session, self.id, reading.theme)? else {
            return Ok(Still::Gone);
        };
        again.page.keep_place(&self.page);
        *self = again;
        Ok(Still::There)
    }

    fn step(&mut self, step: Step, area: Rect) -> Option<From> {
        self.page.reader.step(step, self.areas(area).0);
        None
    }

    fn text(&self) -> Option<Vec<String>> {
        Some(self.page.said())
    }

    fn view(&self, area: Rect, buf: &mut Buffer, _: &Facts, theme: &Theme) {
        let area = area.intersection(buf.area);
        self.page.frame(area, buf, theme);
        let (text, chart) = self.areas(area);
        self.page.reader.view(text, buf);
        if let (Some(chart), Some(place)) = (&self.chart, chart) {
            chart.view(place, buf, theme);
        }
    }
}

fn facts(sheet: &mut Sheet<'_>, goal: &Goal) -> Result<(), Error> {
    let words = words();
    sheet.title(words.phrase_field_title(), &goal.title)?;
    sheet.field(words.phrase_field_why(), &goal.why, |_, why| why.clone())?;
    sheet.field(words.phrase_field_state(), &goal.state, |_, state| Some(state_word(*state)))?;
    sheet.field(words.phrase_field_horizon(), &goal.horizon, |_, horizon| {
        Some(match horizon {
            Horizon::Long => words.page_horizon_long(),
            Horizon::Short => words.page_horizon_short(),
        })
    })?;
    sheet.field(words.phrase_field_parent(), &goal.parent, |sheet, id| Some(sheet.thing((*id)?)))?;
    sheet.field(words.phrase_field_measure(), &goal.measure, |_, measure| measure.clone())?;
    let unit = goal.unit.value().map_or("", String::as_str);
    let with_unit = |value: &f64| match unit {
        "" => chart::number(*value),
        unit => words.page_with_unit(chart::number(*value), unit),
    };
    sheet.field(words.phrase_field_baseline(), &goal.baseline, |_, value| value.as_ref().map(with_unit))?;
    sheet.field(words.phrase_field_target(), &goal.target, |_, value| value.as_ref().map(with_unit))?;
    let mut now: Vec<String> = goal.current().iter().map(with_unit).collect();
    now.extend(share(goal).map(|share| words.page_percent((share * 100.0).round() as i64)));
    // A measure in percent says the same twice.
    now.dedup();
    sheet.fact(words.page_label_now(), Some(now.join(&format!(" {} ", marks().dot))));
    let values: Vec<f64> = goal.readings.iter().map(|reading| reading.value).collect();
    sheet.fact(String::new(), (values.len() > 1).then(|| draw::sparkline(&values, 30)));
    sheet.field(words.phrase_field_due(), &goal.due, |sheet, day| Some(sheet.day((*day)?)))?;
    sheet.field(words.phrase_field_review(), &goal.review, |sheet, day| Some(sheet.day((*day)?)))?;
    let rows = sheet.session.board().goals(true, 0, 500)?;
    let led = rows.iter().any(|row| row.id == goal.id && row.has_work && row.has_lead);
    let smart = Smart::of(goal, led);
    let missing = smart.missing();
    let said = match missing.is_empty() {
        true => smart.letters(),
        false => format!("{}: {}", smart.letters(), missing.join(", ")),
    };
    let style = if missing.is_empty() { sheet.theme.ok } else { sheet.theme.warn };
    sheet.styled_fact(words.page_label_smart(), said, style);
    sheet.fact(words.page_label_source(), goal.source.clone());
    Ok(())
}

/// The goals that are part of it.
fn serving(sheet: &mut Sheet<'_>, id: GoalId) -> Result<(), Error> {
    let goals = sheet.session.board().goals(true, 0, 200)?;
    let mut serving = goals.iter().filter(|goal| goal.parent == Some(id)).peekable();
    if serving.peek().is_some() {
        sheet.section(words().page_serves());
    }
    for goal in serving {
        sheet.item(marks().goal, &words().page_task_line(&goal.handle, &goal.title), sheet.theme.text);
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

fn state_word(state: GoalState) -> String {
    match state {
        GoalState::Proposed => words().page_goal_proposed(),
        GoalState::Active => words().page_goal_active(),
        GoalState::Met => words().page_goal_met(),
        GoalState::Missed => words().page_goal_missed(),
        GoalState::Dropped => words().page_goal_dropped(),
    }
}

/// How much of the way from baseline to target is done; a measure may go down.
fn share(goal: &Goal) -> Option<f64> {
    let (from, to) = (goal.baseline.value().copied().unwrap_or(0.0), *goal.target.value()?);
    let share = (goal.current()? - from) / (to - from);
    share.is_finite().then(|| share.clamp(0.0, 9.99))
}
