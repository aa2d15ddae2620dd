//! What is read inside the transaction, because what is written rests on it: outside, somebody else could write
//! between the look and the deed.

use std::cell::Cell;
use std::collections::HashMap;

use rusqlite::{OptionalExtension, params};

use super::{Of, Writing};
use crate::domain::calendar::Day;
use crate::domain::decide::{LedAlike, Neighbours, Place};
use crate::domain::folding::folded;
use crate::domain::id::{MeetingId, MemberId, PairingId, RecordId, SubjectId, TaskId};
use crate::domain::meeting::Ahead;
use crate::domain::record::Record;
use crate::domain::subject::{Kind, undone};
use crate::domain::terms::Terms;
use crate::store::{Entry, StoreError, alike, journal, merged, project, read, term};

impl Writing<'_> {
    /// The first record of what a person did last, or last before the action `before`. However many records an
    /// action has, it costs the same.
    pub fn last_action(&self, person: MemberId, before: Option<i64>) -> Result<Option<Entry>, StoreError> {
        let mut last = self.transaction.prepare_cached(
            "SELECT n, action FROM journal WHERE author = ?1 AND n < ?2 ORDER BY n DESC LIMIT 1",
        )?;
        let mut latest: Option<(i64, i64)> = None;
        for author in self.pending.members_who_are(person) {
            let values = params![author, before.unwrap_or(i64::MAX)];
            let found = last.query_row(values, |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
            latest = latest.max(found);
        }
        let Some((_, action)) = latest else { return Ok(None) };
        let sql = "SELECT n, action, id, line FROM journal WHERE n = ?1";
        let unread = Cell::new(0);
        Ok(journal::entries(&self.transaction, sql, [action], (self.pending.lines(), &unread))?.pop())
    }

    /// All records of one action and their subjects, in the order in which they were written.
    pub fn action(&self, action: i64) -> Result<Vec<(RecordId, SubjectId)>, StoreError> {
        // They follow each other in the chain of their replica; in the journal what came from elsewhere may lie between.
        let mut statement = self.transaction.prepare_cached(
            "SELECT j.action, j.id, j.subject FROM journal first
               JOIN journal j ON j.replica = first.replica AND j.seq >= first.seq
              WHERE first.n = ?1 ORDER BY j.seq",
        )?;
        let mut rows = statement.query([action])?;
        let mut all = Vec::new();
        while let Some(row) = rows.next()? {
            if row.get::<_, i64>(0)? != action {
                break;
            }
            all.push((row.get(1)?, row.get(2)?));
        }
        Ok(all)
    }

    /// The entry of a record.
    pub fn entry(&self, id: RecordId) -> Result<Option<Entry>, StoreError> {
        journal::entry_of(&self.transaction, id, (self.pending.lines(), &Cell::new(0)))
    }

    /// The record by which another subject names this one, as things stand inside this transaction.
    pub fn named_by(&mut self, id: SubjectId) -> Result<Option<Record>, StoreError> {
        self.pending.flush(&self.transaction, Of::All)?;
        let Some(other) = project::needed_by(&self.transaction, id)? else { return Ok(None) };
        let mut records = journal::of_subject(&self.transaction, other, self.pending.lines())?.records;
        let undone = undone(&records);
        let names = |record: &Record| {
            !undone.contains(&record.id)
                && (SubjectId::from(record.author) == id
                    || record
                        .event
                        .as_ref()
                        .is_some_and(|event| event.facts().names().any(|named| named == id)))
        };
        Ok(records.iter().rposition(names).map(|place| records.swap_remove(place)))
    }

    /// The task that looks most like this one, of those that others lead and to which this member promised nothing.
    pub fn led_alike(&mut self, task: TaskId, me: MemberId) -> Result<Option<LedAlike>, StoreError> {
        self.pending.catch_up(&self.transaction)?;
        alike::led_alike(&self.transaction, task, me)
    }

    /// Whether a member has written anything.
    pub fn has_written(&self, member: MemberId) -> Result<bool, StoreError> {
        merged::has_written(&self.transaction, member)
    }

    /// The member of exactly this name; before those who left, who is here.
    pub fn member_named(&mut self, name: &str) -> Result<Option<MemberId>, StoreError> {
        self.pending.flush(&self.transaction, Of::Kind(Kind::Member))?;
        let mut statement = self.transaction.prepare_cached(
            "SELECT id FROM member WHERE folded = ?1 ORDER BY departed IS NOT NULL, handle LIMIT 1",
        )?;
        Ok(statement.query_row([folded(name)], |row| row.get(0)).optional()?)
    }

    /// All members by their folded names; nobody where two bear one name: it does not say who is meant.
    pub fn members_by_name(&mut self) -> Result<HashMap<String, Option<MemberId>>, StoreError> {
        self.pending.flush(&self.transaction, Of::Kind(Kind::Member))?;
        let mut statement = self.transaction.prepare_cached("SELECT folded, id FROM member")?;
        let mut rows = statement.query([])?;
        let mut by_name = HashMap::new();
        while let Some(row) = rows.next()? {
            let member = row.get(1)?;
            by_name.entry(row.get(0)?).and_modify(|id| *id = None).or_insert(Some(member));
        }
        Ok(by_name)
    }

    /// The live tasks that a member claims and the roles that they hold.
    pub fn held_by(&mut self, member: MemberId) -> Result<Vec<SubjectId>, StoreError> {
        self.pending.flush(&self.transaction, Of::All)?;
        let mut statement = self.transaction.prepare_cached(
            "SELECT task FROM claim WHERE member = ?1 AND live = 1
             UNION SELECT role FROM role_holder WHERE member = ?1",
        )?;
        let ids = statement.query_map([member], |row| row.get(0))?.collect::<Result<_, _>>()?;
        Ok(ids)
    }

    /// The ranks on both sides of a task's new place.
    pub fn neighbours(&mut self, task: TaskId, place: Place) -> Result<Neighbours, StoreError> {
        self.pending.neighbours(&self.transaction, task, place)
    }

    /// The meetings that are open.
    pub fn open_meetings(&mut self) -> Result<Vec<MeetingId>, StoreError> {
        self.pending.flush(&self.transaction, Of::Kind(Kind::Meeting))?;
        read::open_meetings(&self.transaction)
    }

    /// The pairings between two that are not over by a word of theirs.
    pub fn pairings_between(&mut self, one: MemberId, other: MemberId) -> Result<Vec<PairingId>, StoreError> {
        self.pending.flush(&self.transaction, Of::Kind(Kind::Pairing))?;
        read::pairings_between(&self.transaction, one, other)
    }

    /// What of the board lies ahead of a meeting.
    pub fn ahead(&mut self, meeting: MeetingId, today: Day) -> Result<Ahead, StoreError> {
        self.pending.flush(&self.transaction, Of::All)?;
        read::ahead_of(&self.transaction, meeting, today)
    }

    /// What the team agreed on.
    pub fn terms(&mut self) -> Result<Terms, StoreError> {
        self.pending.flush(&self.transaction, Of::Kind(Kind::Board))?;
        term::read(&self.transaction)
    }
}
