//! Goals, a line each, with their newest readings.

use rusqlite::{ToSql, params};

use crate::domain::calendar::{At, Day};
use crate::domain::id::GoalId;
use crate::insight::progress::Measure;
use crate::insight::smart::{Aim, Smart};
use crate::store::codec::read_day;
use crate::store::{Store, StoreError};

/// A goal's line.
#[derive(Debug, Clone, PartialEq)]
pub struct GoalRow {
    pub id: GoalId,
    pub handle: String,
    pub title: String,
    pub why: Option<String>,
    pub horizon: String,
    pub parent: Option<GoalId>,
    pub measure: Option<String>,
    pub unit: Option<String>,
    pub baseline: Option<f64>,
    pub target: Option<f64>,
    pub current: Option<f64>,
    pub due: Option<Day>,
    pub state: String,
    pub moved: At,
    /// The newest readings, the oldest of them first.
    pub readings: Vec<(Day, f64)>,
    /// Whether any live task serves it, and whether somebody leads one.
    pub has_work: bool,
    pub has_lead: bool,
}

impl GoalRow {
    /// Which of the five of SMART it has.
    pub fn smart(&self) -> Smart {
        Smart::of(Aim {
            measure: self.measure.as_deref(),
            target: self.target,
            why: self.why.as_deref(),
            is_part_of_another: self.parent.is_some(),
            has_due_day: self.due.is_some(),
            is_worked_on: self.has_lead,
        })
    }

    /// Where its measure stands.
    pub fn progress(&self) -> Measure {
        Measure { current: self.current, baseline: self.baseline, target: self.target }
    }
}

impl Store {
    /// Up to `most` goals, from row `skip` on: active ones first, long before short, then by due day. Without
    /// `finished` only proposed and active ones.
    pub fn goals(&self, finished: bool, skip: usize, most: usize) -> Result<Vec<GoalRow>, StoreError> {
        self.goal_rows(
            "WHERE ?1 OR g.state IN ('proposed', 'active')
             ORDER BY g.state <> 'active', g.state <> 'proposed', g.horizon, coalesce(g.due, '9'), g.folded, g.id
             LIMIT ?3 OFFSET ?2",
            params![finished, skip as i64, most as i64],
        )
    }

    /// One line.
    pub fn goal_row(&self, id: GoalId) -> Result<Option<GoalRow>, StoreError> {
        Ok(self.goal_rows("WHERE g.id = ?1", params![id])?.pop())
    }

    /// Up to `most` goals that are part of this one, active ones first.
    pub fn goals_of(&self, parent: GoalId, most: usize) -> Result<Vec<GoalRow>, StoreError> {
        self.goal_rows(
            "WHERE g.parent = ?1 AND g.parent IS NOT NULL
             ORDER BY g.state <> 'active', g.state <> 'proposed', coalesce(g.due, '9'), g.folded, g.id LIMIT ?2",
            params![parent, most as i64],
        )
    }

    fn goal_rows(&self, which: &str, values: &[&dyn ToSql]) -> Result<Vec<GoalRow>, StoreError> {
        let mut statement = self.tables()?.prepare_cached(&format!(
            "SELECT g.id, g.handle, g.title, g.why, g.horizon, g.parent, g.measure, g.unit, g.baseline, g.target,
               g.current, g.due, g.state, g.moved, EXISTS (SELECT 1 FROM task t WHERE t.goal = g.id AND t.list < 9),
               EXISTS (SELECT 1 FROM task t WHERE t.goal = g.id AND t.list < 9 AND t.leads > 0)
             FROM goal g {which}",
        ))?;
        let rows = statement.query_map(values, |row| {
            Ok(GoalRow {
                id: row.get(0)?,
                handle: row.get(1)?,
                title: row.get(2)?,
                why: row.get(3)?,
                horizon: row.get(4)?,
                parent: row.get(5)?,
                measure: row.get(6)?,
                unit: row.get(7)?,
                baseline: row.get(8)?,
                target: row.get(9)?,
                current: row.get(10)?,
                due: read_day(row.get(11)?),
                state: row.get(12)?,
                moved: row.get(13)?,
                readings: Vec::new(),
                has_work: row.get(14)?,
                has_lead: row.get(15)?,
            })
        })?;
        let mut readings = self.tables()?.prepare_cached(
            "SELECT date, value FROM goal_reading WHERE goal = ?1 ORDER BY date DESC LIMIT 30",
        )?;
        rows.map(|row| {
            let mut row = row?;
            row.handle = self.handle_of(row.id)?;
            let newest: Vec<(String, f64)> = readings
                .query_map([row.id], |row| Ok((row.get(0)?, row.get(1)?)))?
                .collect::<Result<_, _>>()?;
            row.readings = newest
                .into_iter()
                .rev()
                .filter_map(|(date, value)| Some((date.parse().ok()?, value)))
                .collect();
            Ok(row)
        })
        .collect()
    }
}
