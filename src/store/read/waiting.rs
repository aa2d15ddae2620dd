//! Who and what waits: open blockers, and handovers without an answer.

use rusqlite::{Row, ToSql, params};

use crate::domain::calendar::{At, Day};
use crate::domain::id::{MemberId, RecordId, TaskId};
use crate::domain::task::State;
use crate::store::codec::read_day;
use crate::store::{Store, StoreError};

/// An open blocker's line.
#[derive(Debug, Clone, PartialEq)]
pub struct BlockerRow {
    pub record: RecordId,
    pub task: TaskId,
    /// As much of the blocked task's handle as is shown.
    pub handle: String,
    pub title: String,
    pub what: String,
    /// On whom it waits, by name.
    pub on_member: Option<(MemberId, String)>,
    /// On which task it waits, with its shown handle and title.
    pub on_task: Option<(TaskId, String, String)>,
    pub on_other: Option<String>,
    pub raised: At,
    pub asked: Option<At>,
    pub promised: Option<Day>,
    /// How many live tasks wait on the blocked one.
    pub holds_up: i64,
    /// Who leads the blocked task, and the one on which it waits: the first of them, by name; whoever ended that one, where
    /// nobody led it.
    pub lead: Option<String>,
    pub on_lead: Option<String>,
    /// How the task on which it waits ended, and when, where it is finished.
    pub on_end: Option<(State, At)>,
}

/// A handover that awaits an answer.
#[derive(Debug, Clone, PartialEq)]
pub struct OfferRow {
    pub task: TaskId,
    pub handle: String,
    pub title: String,
    pub giver: MemberId,
    /// The giver's name.
    pub from: String,
    pub at: At,
    pub note: Option<String>,
}

/// The same, of whoever is asked.
#[derive(Debug, Clone, PartialEq)]
pub struct Handover {
    pub task: TaskId,
    pub giver: MemberId,
    pub taker: MemberId,
    pub at: At,
}

fn handover(row: &Row<'_>) -> rusqlite::Result<Handover> {
    Ok(Handover { task: row.get(0)?, giver: row.get(1)?, taker: row.get(2)?, at: row.get(3)? })
}

impl Store {
    /// Up to `most` open blockers, the oldest first, from row `skip` on.
    pub fn blockers(&self, skip: usize, most: usize) -> Result<Vec<BlockerRow>, StoreError> {
        self.blocker_rows(
            "b.live = 1 ORDER BY b.raised, b.record LIMIT ?2 OFFSET ?1",
            params![skip as i64, most as i64],
        )
    }

    /// The open blockers of a task, the oldest first.
    pub fn blockers_of(&self, task: TaskId) -> Result<Vec<BlockerRow>, StoreError> {
        self.blocker_rows("b.task = ?1 AND b.live = 1 ORDER BY b.raised, b.record", params![task])
    }

    /// Up to `most` open blockers that wait on a member, the oldest first.
    pub fn blockers_on(&self, member: MemberId, most: usize) -> Result<Vec<BlockerRow>, StoreError> {
        self.blocker_rows(
            "b.on_member = ?1 AND b.on_member IS NOT NULL AND b.live = 1 ORDER BY b.raised, b.record LIMIT ?2",
            params![member, most as i64],
        )
    }

    /// Up to `most` open blockers of the tasks that a member leads, the oldest first.
    pub fn blockers_for(&self, member: MemberId, most: usize) -> Result<Vec<BlockerRow>, StoreError> {
        self.blocker_rows(
            "b.task IN (SELECT c.task FROM claim c WHERE c.member = ?1 AND c.live = 1 AND c.part = 'lead')
               AND b.live = 1 ORDER BY b.raised, b.record LIMIT ?2",
            params![member, most as i64],
        )
    }

    fn blocker_rows(&self, which: &str, values: &[&dyn ToSql]) -> Result<Vec<BlockerRow>, StoreError> {
        let mut statement = self.tables()?.prepare_cached(&format!(
            "SELECT b.record, b.task, t.handle, t.title, b.what, b.on_member, m.name, w.id, w.title,
               b.on_other, b.raised, b.asked, b.promised,
               (SELECT count(*) FROM blocker o WHERE o.on_task = b.task AND o.live = 1 AND o.on_task IS NOT NULL),
               (SELECT l.name FROM claim c JOIN member l ON l.id = c.member
                 WHERE c.task = b.task AND c.live = 1 AND c.part = 'lead' ORDER BY c.since LIMIT 1),
               coalesce((SELECT l.name FROM claim c JOIN member l ON l.id = c.member
                 WHERE c.task = b.on_task AND c.part = 'lead'
                   AND (c.live = 1 OR w.state IN ('done', 'dropped') AND (c.ended IS NULL OR c.ending = 'done'))
                 ORDER BY c.since LIMIT 1), (SELECT name FROM member e WHERE e.id = w.ended_by)), w.state, w.since,
               w.handle
             FROM blocker b JOIN task t ON t.id = b.task LEFT JOIN member m ON m.id = b.on_member
               LEFT JOIN task w ON w.id = b.on_task
             WHERE {which}",
        ))?;
        let mut rows = statement.query(values)?;
        let mut blockers = Vec::new();
        while let Some(row) = rows.next()? {
            let handle: String = row.get(2)?;
            let on_member = row.get::<_, Option<MemberId>>(5)?;
            let awaited = row.get::<_, Option<TaskId>>(7)?;
            let on_end = read_end(row.get(16)?, row.get(17)?);
            blockers.push(BlockerRow {
                record: row.get(0)?,
                task: row.get(1)?,
                handle: self.shown(&handle, None)?,
                title: row.get(3)?,
                what: row.get(4)?,
                on_member: on_member
                    .map(|id| Ok::<_, StoreError>((id, row.get::<_, Option<String>>(6)?.unwrap_or_default())))
                    .transpose()?,
                on_task: match awaited {
                    Some(id) => {
                        let handle: String = row.get(18)?;
                        Some((id, self.shown(&handle, on_end.map(|(_, at)| at))?, row.get(8)?))
                    }
                    None => None,
                },
                on_other: row.get(9)?,
                raised: row.get(10)?,
                asked: row.get(11)?,
                promised: read_day(row.get(12)?),
                holds_up: row.get(13)?,
                lead: row.get(14)?,
                on_lead: row.get(15)?,
                on_end,
            });
        }
        Ok(blockers)
    }

    /// The handovers that await a member's answer and were offered at `since` or later: older ones have lapsed. An offer
    /// of a claim that ended meanwhile awaits nothing.
    pub fn offers_to(&self, member: MemberId, since: At) -> Result<Vec<OfferRow>, StoreError> {
        let mut statement = self.tables()?.prepare_cached(
            "SELECT h.task, t.handle, t.title, coalesce(m.name, '?'), h.at, h.note, h.giver FROM handover h
               JOIN task t ON t.id = h.task JOIN claim c ON c.task = h.task AND c.record = h.claim AND c.live = 1
               LEFT JOIN member m ON m.id = h.giver
              WHERE h.taker = ?1 AND h.reply IS NULL AND h.at >= ?2 ORDER BY h.at",
        )?;
        let rows = statement.query_map(params![member, since], |row| {
            Ok(OfferRow {
                task: row.get(0)?,
                handle: row.get(1)?,
                title: row.get(2)?,
                from: row.get(3)?,
                at: row.get(4)?,
                note: row.get(5)?,
                giver: row.get(6)?,
            })
        })?;
        rows.map(|row| {
            let mut row = row?;
            row.handle = self.shown(&row.handle, None)?;
            Ok(row)
        })
        .collect()
    }

    /// Up to `most` handovers that await anybody's answer and were offered at `since` or later, the oldest first.
    pub fn handovers(&self, since: At, most: usize) -> Result<Vec<Handover>, StoreError> {
        let mut statement = self.tables()?.prepare_cached(
            "SELECT h.task, h.giver, h.taker, h.at FROM task t JOIN handover h ON h.task = t.id
               JOIN claim c ON c.task = h.task AND c.record = h.claim AND c.live = 1
              WHERE t.list < 9 AND h.reply IS NULL AND h.at >= ?1 ORDER BY h.at, h.record LIMIT ?2",
        )?;
        let rows = statement.query_map(params![since, most as i64], handover)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The same of one task.
    pub fn handovers_of(&self, task: TaskId, since: At) -> Result<Vec<Handover>, StoreError> {
        let mut statement = self.tables()?.prepare_cached(
            "SELECT h.task, h.giver, h.taker, h.at FROM handover h
               JOIN claim c ON c.task = h.task AND c.record = h.claim AND c.live = 1
              WHERE h.task = ?1 AND h.reply IS NULL AND h.at >= ?2 ORDER BY h.at, h.record",
        )?;
        let rows = statement.query_map(params![task, since], handover)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The last remark on a task: who wrote it, when, and what.
    pub fn last_remark(&self, task: TaskId) -> Result<Option<(MemberId, At, String)>, StoreError> {
        let mut statement = self.tables()?.prepare_cached(
            "SELECT author, at, text FROM remark WHERE task = ?1 ORDER BY at DESC, record DESC LIMIT 1",
        )?;
        let mut rows = statement.query([task])?;
        let Some(row) = rows.next()? else { return Ok(None) };
        Ok(Some((row.get(0)?, row.get(1)?, row.get(2)?)))
    }

    /// The live tasks that wait on this one.
    pub fn waiting_on(&self, task: TaskId) -> Result<Vec<TaskId>, StoreError> {
        let mut statement = self.tables()?.prepare_cached(
            "SELECT DISTINCT task FROM blocker WHERE on_task = ?1 AND live = 1 ORDER BY task",
        )?;
        let ids = statement.query_map([task], |row| row.get(0))?.collect::<Result<_, _>>()?;
        Ok(ids)
    }
}

/// How and when a task ended, if it did.
fn read_end(state: Option<String>, since: Option<At>) -> Option<(State, At)> {
    let state = state?;
    let ended = State::ALL.into_iter().filter(|state| state.is_finished());
    ended.into_iter().find(|ended| ended.as_str() == state).zip(since)
}
