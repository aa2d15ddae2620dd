//! The lines of tasks, with who claims each and what it waits on.

use rusqlite::{OptionalExtension, Row, params};

use super::{RowClaim, RowOffer, TaskRow};
use crate::domain::id::{GoalId, MemberId, RoleId, TaskId};
use crate::domain::task::{Part, State};
use crate::store::codec::read_day;
use crate::store::{Store, StoreError};

const COLUMNS: &str =
    "t.id, t.handle, t.title, t.state, t.since, t.rank, t.due, t.parked, t.next, t.blocked, t.twice,
     t.goal, (SELECT title FROM goal g WHERE g.id = t.goal), t.role, (SELECT name FROM role r WHERE r.id = t.role),
     t.ended_by, (SELECT name FROM member m WHERE m.id = t.ended_by)";

impl Store {
    /// One line.
    pub fn task_row(&self, id: TaskId) -> Result<Option<TaskRow>, StoreError> {
        let mut statement =
            self.tables()?.prepare_cached(&format!("SELECT {COLUMNS} FROM task t WHERE t.id = ?1"))?;
        let row = statement.query_map([id], row)?.next().transpose()?;
        Ok(self.fill(row.into_iter().collect())?.pop())
    }

    /// The lines of tasks.
    pub(super) fn in_full(&self, ids: Vec<TaskId>) -> Result<Vec<TaskRow>, StoreError> {
        let mut statement =
            self.tables()?.prepare_cached(&format!("SELECT {COLUMNS} FROM task t WHERE t.id = ?1"))?;
        let rows = ids.into_iter().map(|id| statement.query_row([id], row));
        let rows = rows.collect::<Result<Vec<_>, _>>()?;
        self.fill(rows)
    }

    /// Adds who claims each, and cuts the handles to what is shown.
    fn fill(&self, mut rows: Vec<TaskRow>) -> Result<Vec<TaskRow>, StoreError> {
        let mut statement = self.tables()?.prepare_cached(
            "SELECT c.member, coalesce(m.name, '?'), c.part, c.since, c.lease, h.taker, coalesce(t.name, '?'), h.at
               FROM claim c LEFT JOIN member m ON m.id = c.member
               LEFT JOIN handover h ON c.live = 1 AND h.task = c.task AND h.record = (SELECT o.record FROM handover o
                 WHERE o.task = c.task AND o.claim = c.record AND o.reply IS NULL ORDER BY o.at DESC LIMIT 1)
               LEFT JOIN member t ON t.id = h.taker
              WHERE c.task = ?1 AND (c.live = 1 OR ?2 AND (c.ended IS NULL OR c.ending = 'done')) ORDER BY c.part DESC, c.since, c.record",
        )?;
        for task in &mut rows {
            if task.blocked > 0 {
                task.waits = self.waits_on(task.id)?;
            }
            task.handle = self.shown(&task.handle, task.state.is_finished().then_some(task.since))?;
            let is_over = task.state.is_finished();
            let claims = statement
                .query_map(params![task.id, is_over], |row| {
                    let part: String = row.get(2)?;
                    let part = if part == Part::Lead.as_str() { Part::Lead } else { Part::Helper };
                    Ok(RowClaim {
                        member: row.get(0)?,
                        name: row.get(1)?,
                        part,
                        since: row.get(3)?,
                        lease: row.get(4)?,
                        offer: match row.get(5)? {
                            Some(to) => Some(RowOffer { to, name: row.get(6)?, at: row.get(7)? }),
                            None => None,
                        },
                    })
                })?
                .collect::<Result<_, _>>()?;
            *(if is_over { &mut task.last_claims } else { &mut task.claims }) = claims;
        }
        Ok(rows)
    }

    /// What the oldest open blocker of a task waits on.
    fn waits_on(&self, task: TaskId) -> Result<Option<String>, StoreError> {
        let mut statement = self.tables()?.prepare_cached(
            "SELECT (SELECT name FROM member m WHERE m.id = b.on_member), b.on_task, b.on_other FROM blocker b
              WHERE b.task = ?1 AND b.live = 1 ORDER BY b.raised, b.record LIMIT 1",
        )?;
        let found =
            statement.query_row([task], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).optional()?;
        let (member, on_task, other): (Option<String>, Option<TaskId>, Option<String>) =
            found.unwrap_or_default();
        match on_task {
            Some(on) => Ok(Some(self.task_handle(on)?)),
            None => Ok(member.or(other)),
        }
    }
}

fn row(row: &Row<'_>) -> rusqlite::Result<TaskRow> {
    let word: String = row.get(3)?;
    Ok(TaskRow {
        id: row.get(0)?,
        handle: row.get(1)?,
        title: row.get(2)?,
        state: State::ALL.into_iter().find(|state| state.as_str() == word).unwrap_or(State::Open),
        since: row.get(4)?,
        rank: row.get(5)?,
        due: read_day(row.get(6)?),
        parked: read_day(row.get(7)?),
        next: row.get(8)?,
        claims: Vec::new(),
        last_claims: Vec::new(),
        ended_by: row.get::<_, Option<MemberId>>(15)?.zip(Some(called(row, 16)?)),
        blocked: row.get(9)?,
        waits: None,
        written_twice: row.get(10)?,
        goal: row.get::<_, Option<GoalId>>(11)?.zip(Some(called(row, 12)?)),
        role: row.get::<_, Option<RoleId>>(13)?.zip(Some(called(row, 14)?)),
    })
}

/// A name, or `?` for something whose records have not come yet.
fn called(row: &Row<'_>, at: usize) -> rusqlite::Result<String> {
    Ok(row.get::<_, Option<String>>(at)?.unwrap_or_else(|| "?".to_owned()))
}
