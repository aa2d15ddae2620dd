//! The team, a line a member: what each holds, leads and waits for.
//!
//! **Invariant:** a line costs the same however many claims somebody has: of each only as many are read as are shown.

use rusqlite::params;

use crate::domain::calendar::{At, Day};
use crate::domain::id::{MemberId, TaskId};
use crate::store::codec::read_day;
use crate::store::{Store, StoreError};

/// Beyond this many, nobody counts.
pub const MANY: i64 = 10;
/// How many roles of one member are named.
const ROLES: i64 = 6;

/// A member and what they do, for the list of all.
#[derive(Debug, Clone, PartialEq)]
pub struct PersonRow {
    pub id: MemberId,
    pub name: String,
    pub left: Option<At>,
    pub away_from: Option<Day>,
    pub away_until: Option<Day>,
    pub contact: Option<String>,
    /// The names of their roles.
    pub roles: Vec<String>,
    /// A task that they lead, the one in their hands before others: its shown handle and its title.
    pub lead: Option<(TaskId, String, String)>,
    /// Live leads and helps, up to [`MANY`].
    pub leads: i64,
    pub helps: i64,
    /// On whom or what the first of their blocked tasks waits; how many open blockers there are, up to [`MANY`].
    pub wait: Option<Wait>,
    pub waits: i64,
}

/// On whom or what a blocked task waits.
#[derive(Debug, Clone, PartialEq)]
pub enum Wait {
    Member(String),
    /// By its shown handle.
    Task(String),
    Other(String),
}

impl Store {
    /// Up to `most` members from row `skip` on: those of the team by name, then those who left.
    pub fn people(&self, skip: usize, most: usize) -> Result<Vec<PersonRow>, StoreError> {
        let mut statement = self.tables()?.prepare_cached(
            "SELECT m.id, m.name, m.departed, m.away_from, m.away_until, m.contact,
               (SELECT count(*) FROM (SELECT 1 FROM claim c WHERE c.member = m.id AND c.live = 1 AND c.part = 'lead'
                                       LIMIT ?3)),
               (SELECT count(*) FROM (SELECT 1 FROM claim c WHERE c.member = m.id AND c.live = 1 AND c.part = 'helper'
                                       LIMIT ?3)),
               coalesce(
                 (SELECT c.task FROM claim c WHERE c.member = m.id AND c.in_hand = 1 LIMIT 1),
                 (SELECT c.task FROM claim c WHERE c.member = m.id AND c.live = 1 AND c.part = 'lead' LIMIT 1))
             FROM member m ORDER BY m.departed IS NOT NULL, m.folded, m.id LIMIT ?2 OFFSET ?1",
        )?;
        let rows = statement.query_map(params![skip as i64, most as i64, MANY], |row| {
            let lead: Option<TaskId> = row.get(8)?;
            Ok((
                PersonRow {
                    id: row.get(0)?,
                    name: row.get(1)?,
                    left: row.get(2)?,
                    away_from: read_day(row.get(3)?),
                    away_until: read_day(row.get(4)?),
                    contact: row.get(5)?,
                    roles: Vec::new(),
                    lead: None,
                    leads: row.get(6)?,
                    helps: row.get(7)?,
                    wait: None,
                    waits: 0,
                },
                lead,
            ))
        })?;
        rows.map(|row| {
            let (mut row, lead) = row?;
            row.roles = self.role_names(row.id)?;
            row.lead = lead.map(|task| self.task_line(task)).transpose()?;
            (row.wait, row.waits) = self.waits(row.id)?;
            Ok(row)
        })
        .collect()
    }

    fn role_names(&self, member: MemberId) -> Result<Vec<String>, StoreError> {
        let mut statement = self.tables()?.prepare_cached(
            "SELECT DISTINCT r.name FROM role_holder h JOIN role r ON r.id = h.role WHERE h.member = ?1
             ORDER BY r.folded, r.id LIMIT ?2",
        )?;
        Ok(statement.query_map(params![member, ROLES], |row| row.get(0))?.collect::<Result<_, _>>()?)
    }

    fn task_line(&self, task: TaskId) -> Result<(TaskId, String, String), StoreError> {
        let mut statement = self.tables()?.prepare_cached("SELECT handle, title FROM task WHERE id = ?1")?;
        let (handle, title): (String, String) =
            statement.query_row([task], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok((task, self.shown(&handle, None)?, title))
    }

    /// What the first of the tasks that they lead wait for.
    fn waits(&self, member: MemberId) -> Result<(Option<Wait>, i64), StoreError> {
        let mut statement = self.tables()?.prepare_cached(
            "SELECT m.name, w.id, coalesce(b.on_other, b.what) FROM
               (SELECT c.task FROM claim c WHERE c.member = ?1 AND c.live = 1 AND c.part = 'lead' LIMIT ?2) l
               JOIN blocker b ON b.task = l.task AND b.live = 1
               LEFT JOIN member m ON m.id = b.on_member LEFT JOIN task w ON w.id = b.on_task
             LIMIT ?2",
        )?;
        let mut rows = statement.query(params![member, MANY])?;
        let (mut first, mut count) = (None, 0);
        while let Some(row) = rows.next()? {
            count += 1;
            if first.is_some() {
                continue;
            }
            let (name, task): (Option<String>, Option<TaskId>) = (row.get(0)?, row.get(1)?);
            first = Some(match (name, task) {
                (Some(name), _) => Wait::Member(name),
                (None, Some(task)) => Wait::Task(self.handle_of(task)?),
                (None, None) => Wait::Other(row.get(2)?),
            });
        }
        Ok((first, count))
    }
}
