//! What has arrived in the journal since a row of it, and what somebody has to do with.

use std::collections::HashSet;

use rusqlite::{OptionalExtension, params};

use crate::domain::id::{MemberId, RecordId, SubjectId};
use crate::domain::merges::Merges;
use crate::domain::phrase::mentions;
use crate::domain::record::Record;
use crate::domain::subject::Kind;
use crate::insight::since::{Ties, UNTIED, rests_on};
use crate::store::journal::{ENTRIES, Entry, entries};
use crate::store::{Store, StoreError, merged};

impl Store {
    /// The last row of the journal, and its record; `None` where there is none, or its row cannot be read.
    pub fn last_row(&self) -> Result<Option<(i64, RecordId)>, StoreError> {
        let mut statement =
            self.connection.prepare_cached("SELECT n, id FROM journal ORDER BY n DESC LIMIT 1")?;
        Ok(statement.query_row([], |row| Ok((row.get(0)?, row.get(1)?))).optional()?)
    }

    /// The record in a row of the journal.
    pub fn record_in_row(&self, n: i64) -> Result<Option<RecordId>, StoreError> {
        let mut statement = self.connection.prepare_cached("SELECT id FROM journal WHERE n = ?1")?;
        Ok(statement.query_row([n], |row| row.get(0)).optional()?)
    }

    /// What others than `member` wrote that arrived after row `n`, in the order of arrival, out of the last so many rows:
    /// all that may touch them. The rest is passed over unread.
    pub fn arrived_after(&self, n: i64, member: MemberId, most: i64) -> Result<Vec<Entry>, StoreError> {
        let from = self.last_row()?.map_or(0, |(last, _)| n.max(last - most));
        let untied = UNTIED.join("', '");
        let sql = format!(
            "{ENTRIES} WHERE n > ?1 AND +author <> ?2 AND (kind IN ('{untied}') OR +subject = ?2
               OR EXISTS (SELECT 1 FROM claim WHERE task = journal.subject AND member = ?2)
               OR EXISTS (SELECT 1 FROM role_holder WHERE role = journal.subject AND member = ?2)
               OR EXISTS (SELECT 1 FROM tension WHERE id = journal.subject AND author = ?2)
               OR EXISTS (SELECT 1 FROM tension_taken_up WHERE tension = journal.subject AND member = ?2)
               OR EXISTS (SELECT 1 FROM decision_member WHERE decision = journal.subject AND member = ?2)
               OR EXISTS (SELECT 1 FROM agreement_party WHERE agreement = journal.subject AND member = ?2)
               OR EXISTS (SELECT 1 FROM agreement_yes WHERE agreement = journal.subject AND member = ?2)
               OR EXISTS (SELECT 1 FROM blocker b JOIN claim c ON c.task = b.task AND c.member = ?2 AND c.live = 1
                           WHERE b.on_task = journal.subject AND b.live = 1))
             ORDER BY n"
        );
        let merges = merged::all(self.tables()?)?;
        let mut arrived = entries(&self.connection, &sql, params![from, member], self.reading())?;
        arrived.iter_mut().for_each(|entry| resolve(&merges, &mut entry.record));
        Ok(arrived)
    }

    /// What `member` has to do with, out of all that these entries speak of.
    pub fn ties(&self, member: MemberId, arrived: &[Entry]) -> Result<Ties, StoreError> {
        let merges = merged::all(self.tables()?)?;
        let mut ties = Ties::default();
        let mut known: HashSet<RecordId> = arrived.iter().map(|entry| entry.record.id).collect();
        let mut sought: Vec<RecordId> = Vec::new();
        let mut asked: HashSet<SubjectId> = HashSet::new();
        for entry in arrived {
            sought.extend(rests_on(&entry.record));
            for id in mentions(&entry.record) {
                if asked.insert(id) {
                    self.tie(member, id, &mut ties)?;
                }
            }
        }
        while let Some(id) = sought.pop() {
            if !known.insert(id) {
                continue;
            }
            if let Some(mut entry) = self.entry(id)? {
                resolve(&merges, &mut entry.record);
                sought.extend(rests_on(&entry.record));
                ties.earlier.insert(id, entry.record);
            }
        }
        Ok(ties)
    }

    fn tie(&self, member: MemberId, id: SubjectId, ties: &mut Ties) -> Result<(), StoreError> {
        let tables = self.tables()?;
        let mut own = tables.prepare_cached(
            "SELECT 1 FROM claim WHERE task = ?1 AND member = ?2 AND ended IS NULL
             UNION ALL SELECT 1 FROM role_holder WHERE role = ?1 AND member = ?2
             UNION ALL SELECT 1 FROM tension WHERE id = ?1 AND author = ?2
             UNION ALL SELECT 1 FROM tension_taken_up WHERE tension = ?1 AND member = ?2
             UNION ALL SELECT 1 FROM decision_member WHERE decision = ?1 AND member = ?2
             UNION ALL SELECT 1 FROM agreement_party WHERE agreement = ?1 AND member = ?2
             UNION ALL SELECT 1 FROM agreement_yes WHERE agreement = ?1 AND member = ?2",
        )?;
        let mut awaited = tables.prepare_cached(
            "SELECT 1 FROM blocker b JOIN claim c ON c.task = b.task AND c.member = ?2 AND c.live = 1
              WHERE b.on_task = ?1 AND b.live = 1",
        )?;
        if own.exists(params![id, member])? {
            ties.own.insert(id);
        }
        if awaited.exists(params![id, member])? {
            ties.awaited.insert(id);
        }
        Ok(())
    }
}

/// As of the persons whose it is. Of a member themselves it stays as it is written.
fn resolve(merges: &Merges, record: &mut Record) {
    if Kind::of(&record.kind) == Some(Kind::Member) {
        record.author = merges.person(record.author);
    } else if !merges.is_empty() {
        merges.resolve(record);
    }
}
