//! The team, by name: what each holds, leads, waits for, is offered and has just done.
//!
//! **Invariant:** a member costs the same however many claims they have: of each only as many are read as are shown.

use std::collections::HashMap;

use rusqlite::params;

use crate::domain::calendar::{At, Day};
use crate::domain::id::{MemberId, TaskId};
use crate::domain::task::is_offer_open;
use crate::store::codec::read_day;
use crate::store::{Store, StoreError};

/// Beyond this many, nobody counts.
pub const MANY: i64 = 10;
/// So many of the tasks that were done last are looked at.
const LOOKED_AT: i64 = 200;
/// How many tasks of one member are named.
pub const TITLES: i64 = 8;
/// How many roles of one member are named.
const ROLES: usize = 6;

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
    /// Tasks that they lead, up to [`TITLES`], those in their hands before others: the shown handle and the title of each.
    pub led: Vec<(String, String)>,
    /// Live leads and helps, up to [`MANY`].
    pub leads: i64,
    pub helps: i64,
    /// On whom or what the first of their blocked tasks waits; how many open blockers there are, up to [`MANY`].
    pub wait: Option<Wait>,
    pub waits: i64,
    /// What others offer them, up to [`TITLES`]: the shown handle, and who does.
    pub offers: Vec<(String, String)>,
    /// The shown handles of what they led and finished since a moment, the last first, up to [`MANY`].
    pub done: Vec<String>,
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
    /// Up to `most` members from row `skip` on: those of the team by name, then those who left. What is done is told since
    /// a moment.
    pub fn people(
        &self,
        (since, now): (At, At),
        skip: usize,
        most: usize,
    ) -> Result<Vec<PersonRow>, StoreError> {
        let mut statement = self.tables()?.prepare_cached(
            "SELECT m.id, m.name, m.departed, m.away_from, m.away_until, m.contact,
               (SELECT count(*) FROM (SELECT 1 FROM claim c WHERE c.member = m.id AND c.live = 1 AND c.part = 'lead'
                                       LIMIT ?3)),
               (SELECT count(*) FROM (SELECT 1 FROM claim c WHERE c.member = m.id AND c.live = 1 AND c.part = 'helper'
                                       LIMIT ?3))
             FROM member m ORDER BY m.departed IS NOT NULL, m.folded, m.id LIMIT ?2 OFFSET ?1",
        )?;
        let rows = statement.query_map(params![skip as i64, most as i64, MANY], |row| {
            Ok(PersonRow {
                id: row.get(0)?,
                name: row.get(1)?,
                left: row.get(2)?,
                away_from: read_day(row.get(3)?),
                away_until: read_day(row.get(4)?),
                contact: row.get(5)?,
                roles: Vec::new(),
                led: Vec::new(),
                leads: row.get(6)?,
                helps: row.get(7)?,
                wait: None,
                waits: 0,
                offers: Vec::new(),
                done: Vec::new(),
            })
        })?;
        let mut done = self.done_since(since)?;
        rows.map(|row| {
            let mut row = row?;
            row.roles = self.role_names(row.id)?;
            row.led = self.led(row.id)?;
            (row.wait, row.waits) = self.waits(row.id)?;
            row.offers = self.offered(row.id, now)?;
            row.done = done.remove(&row.id).unwrap_or_default();
            Ok(row)
        })
        .collect()
    }

    fn led(&self, member: MemberId) -> Result<Vec<(String, String)>, StoreError> {
        let mut tasks: Vec<(TaskId, String, String)> = Vec::new();
        for which in ["c.in_hand = 1", "c.live = 1 AND c.part = 'lead'"] {
            // All of the first kind are of the second, too.
            let sql = format!(
                "SELECT c.task, t.handle, t.title FROM claim c CROSS JOIN task t ON t.id = c.task
                  WHERE c.member = ?1 AND {which} LIMIT ?2"
            );
            let mut statement = self.tables()?.prepare_cached(&sql)?;
            let mut rows = statement.query(params![member, 2 * TITLES])?;
            while let Some(row) = rows.next()? {
                let task: TaskId = row.get(0)?;
                if tasks.len() == TITLES as usize {
                    break;
                }
                if tasks.iter().all(|(known, ..)| *known != task) {
                    tasks.push((task, row.get(1)?, row.get(2)?));
                }
            }
        }
        let line = |(_, handle, title): (TaskId, String, String)| Ok((self.shown(&handle, None)?, title));
        tasks.into_iter().map(line).collect()
    }

    /// What is offered to a member and still awaits an answer.
    fn offered(&self, member: MemberId, now: At) -> Result<Vec<(String, String)>, StoreError> {
        let mut statement = self.tables()?.prepare_cached(
            "SELECT t.handle, coalesce(m.name, '?'), h.at FROM handover h
               JOIN claim c ON c.task = h.task AND c.record = h.claim AND c.live = 1
               JOIN task t ON t.id = h.task LEFT JOIN member m ON m.id = h.giver
              WHERE h.taker = ?1 AND h.reply IS NULL ORDER BY h.at DESC LIMIT ?2",
        )?;
        let rows = statement.query_map(params![member, TITLES], |row| {
            Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?, row.get::<_, At>(2)?))
        })?;
        let mut offers = Vec::new();
        for row in rows {
            let (handle, giver, at) = row?;
            if is_offer_open(at, now) {
                offers.push((self.shown(&handle, None)?, giver));
            }
        }
        Ok(offers)
    }

    /// Who led what is done since a moment.
    fn done_since(&self, since: At) -> Result<HashMap<MemberId, Vec<String>>, StoreError> {
        let mut statement = self.tables()?.prepare_cached(
            "SELECT c.member, t.handle, t.since FROM task t JOIN claim c ON c.task = t.id
              WHERE t.list = 9 AND t.since >= ?1 AND t.state = 'done' AND c.part = 'lead'
                AND (c.ended IS NULL OR c.ending = 'done')
              ORDER BY t.since DESC LIMIT ?2",
        )?;
        let mut done: HashMap<MemberId, Vec<String>> = HashMap::new();
        let mut rows = statement.query(params![since, LOOKED_AT])?;
        while let Some(row) = rows.next()? {
            let of = done.entry(row.get(0)?).or_default();
            if of.len() < MANY as usize {
                let handle: String = row.get(1)?;
                of.push(self.shown(&handle, Some(row.get(2)?))?);
            }
        }
        Ok(done)
    }

    fn role_names(&self, member: MemberId) -> Result<Vec<String>, StoreError> {
        let mut statement = self.tables()?.prepare_cached(
            "SELECT r.name FROM role_holder h JOIN role r ON r.id = h.role WHERE h.member = ?1
             ORDER BY r.folded, r.id",
        )?;
        let mut names: Vec<String> =
            statement.query_map(params![member], |row| row.get(0))?.collect::<Result<_, _>>()?;
        // Who holds several parts of a role holds it once.
        names.dedup();
        names.truncate(ROLES);
        Ok(names)
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
