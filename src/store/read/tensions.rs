//! Tensions, a line each, with how far what they became has come.

use rusqlite::{ToSql, params};

use crate::domain::calendar::At;
use crate::domain::id::{MemberId, SubjectId, TaskId, TensionId};
use crate::domain::tension::{Closing, Phase};
use crate::store::{Store, StoreError};

/// A tension's line.
#[derive(Debug, Clone, PartialEq)]
pub struct TensionRow {
    pub id: TensionId,
    pub handle: String,
    pub is: String,
    pub could: String,
    pub about: Option<SubjectId>,
    /// Who sensed it, and when.
    pub by: MemberId,
    pub sensed: At,
    pub phase: Phase,
    /// Who looks after it, in the order in which they took it up.
    pub taken_up: Vec<MemberId>,
    /// The tasks that it became, in the order in which it did.
    pub became: Vec<TaskId>,
}

/// Whether the task of a row `b` is not finished, or was merged into one that is not.
const GOES_ON: &str = "EXISTS (
    WITH RECURSIVE way (task) AS (
      SELECT b.task UNION SELECT m.goes_on FROM way JOIN task_goes_on m ON m.task = way.task)
    SELECT 1 FROM way JOIN task k ON k.id = way.task WHERE k.list < 9)";

impl Store {
    /// Up to `most` tensions, from row `skip` on: the open ones first, the oldest of them first; then, where they are asked
    /// for, those that are over, the newest first.
    pub fn tensions(&self, over: bool, skip: usize, most: usize) -> Result<Vec<TensionRow>, StoreError> {
        self.tension_rows(
            "WHERE ?1 OR t.closed IS NULL
             ORDER BY t.closed IS NOT NULL, iif(t.closed IS NULL, t.sensed, -t.closed_at), t.id LIMIT ?3 OFFSET ?2",
            params![over, skip as i64, most as i64],
        )
    }

    /// Up to `most` open tensions about which something is to be said, the oldest first: nobody has taken them up, or all that
    /// they became has ended.
    pub fn tensions_to_talk_about(&self, most: usize) -> Result<Vec<TensionRow>, StoreError> {
        self.tension_rows(
            &format!(
                "WHERE t.closed IS NULL
                   AND NOT EXISTS (SELECT 1 FROM tension_became b WHERE b.tension = t.id AND {GOES_ON})
                   AND (EXISTS (SELECT 1 FROM tension_became WHERE tension = t.id)
                        OR NOT EXISTS (SELECT 1 FROM tension_taken_up WHERE tension = t.id))
                 ORDER BY t.sensed, t.id LIMIT ?1"
            ),
            params![most as i64],
        )
    }

    /// How many are open, and of how many of these all that they became has ended.
    pub fn tension_counts(&self) -> Result<(usize, usize), StoreError> {
        let mut statement = self.tables()?.prepare_cached(&format!(
            "SELECT count(*), count(*) FILTER (WHERE EXISTS (SELECT 1 FROM tension_became WHERE tension = t.id)
                AND NOT EXISTS (SELECT 1 FROM tension_became b WHERE b.tension = t.id AND {GOES_ON}))
               FROM tension t WHERE t.closed IS NULL"
        ))?;
        let counts: (i64, i64) = statement.query_row([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok((counts.0 as usize, counts.1 as usize))
    }

    /// One line.
    pub fn tension_row(&self, id: TensionId) -> Result<Option<TensionRow>, StoreError> {
        Ok(self.tension_rows("WHERE t.id = ?1", params![id])?.pop())
    }

    /// Up to `most` open tensions about a subject, the oldest first.
    pub fn tensions_about(&self, id: SubjectId, most: usize) -> Result<Vec<TensionRow>, StoreError> {
        self.tension_rows(
            "WHERE t.about = ?1 AND t.about IS NOT NULL AND t.closed IS NULL ORDER BY t.sensed, t.id LIMIT ?2",
            params![id, most as i64],
        )
    }

    /// The tensions that became this task, in the order in which they did.
    pub fn tensions_behind(&self, task: TaskId, most: usize) -> Result<Vec<TensionRow>, StoreError> {
        self.tension_rows(
            "JOIN tension_became b ON b.tension = t.id WHERE b.task = ?1 ORDER BY b.at, t.id LIMIT ?2",
            params![task, most as i64],
        )
    }

    fn tension_rows(&self, which: &str, values: &[&dyn ToSql]) -> Result<Vec<TensionRow>, StoreError> {
        let mut statement = self.tables()?.prepare_cached(&format!(
            "SELECT t.id, t.is_now, t.could_be, t.about, t.author, t.sensed, t.closed,
               (SELECT count(*) FROM tension_became b WHERE b.tension = t.id AND {GOES_ON})
             FROM tension t {which}",
        ))?;
        let rows = statement.query_map(values, |row| {
            let (closed, going_on): (Option<String>, i64) = (row.get(6)?, row.get(7)?);
            Ok((
                TensionRow {
                    id: row.get(0)?,
                    handle: String::new(),
                    is: row.get(1)?,
                    could: row.get(2)?,
                    about: row.get(3)?,
                    by: row.get(4)?,
                    sensed: row.get(5)?,
                    phase: Phase::Sensed,
                    taken_up: Vec::new(),
                    became: Vec::new(),
                },
                closed.as_deref().and_then(Closing::named),
                going_on as usize,
            ))
        })?;
        let mut taken_up = self
            .tables()?
            .prepare_cached("SELECT member FROM tension_taken_up WHERE tension = ?1 ORDER BY place")?;
        let mut became = self
            .tables()?
            .prepare_cached("SELECT task FROM tension_became WHERE tension = ?1 ORDER BY at, record")?;
        rows.map(|row| {
            let (mut row, closed, going_on) = row?;
            row.handle = self.handle_of(row.id)?;
            row.taken_up = taken_up.query_map([row.id], |row| row.get(0))?.collect::<Result<_, _>>()?;
            row.became = became.query_map([row.id], |row| row.get(0))?.collect::<Result<_, _>>()?;
            row.phase = Phase::of(closed, row.became.len(), going_on, row.taken_up.len());
            Ok(row)
        })
        .collect()
    }
}
