//! What was offered to be made one, and waits for somebody's yes.

use rusqlite::{Row, params};

use crate::domain::calendar::At;
use crate::domain::id::{MemberId, RecordId, SubjectId};
use crate::store::{Store, StoreError};

/// So many offers about one thing are read.
const MANY: usize = 20;

/// An offer to merge two, which somebody has not answered.
#[derive(Debug, Clone, PartialEq)]
pub struct MergeOffer {
    /// The subject of the finding's answers.
    pub settlement: SubjectId,
    pub record: RecordId,
    pub by: MemberId,
    pub at: At,
    /// What would go on in the other one.
    pub merged: SubjectId,
    pub goes_on: SubjectId,
    pub reason: Option<String>,
}

const COLUMNS: &str = "o.id, o.record, o.author, o.at, o.merged, o.goes_on, o.reason";

fn offer(row: &Row<'_>) -> rusqlite::Result<MergeOffer> {
    Ok(MergeOffer {
        settlement: row.get(0)?,
        record: row.get(1)?,
        by: row.get(2)?,
        at: row.get(3)?,
        merged: row.get(4)?,
        goes_on: row.get(5)?,
        reason: row.get(6)?,
    })
}

impl Store {
    /// The open offers that await the answer of a member, the oldest first.
    pub fn merge_offers_to(&self, member: MemberId) -> Result<Vec<MergeOffer>, StoreError> {
        let mut statement = self.tables()?.prepare_cached(&format!(
            "SELECT {COLUMNS} FROM settlement_offer_to t JOIN settlement_offer o ON o.id = t.id AND o.record = t.record
              WHERE t.member = ?1 AND t.yes IS NULL AND o.open = 1 ORDER BY o.at, o.record LIMIT {MANY}"
        ))?;
        let rows = statement.query_map(params![member], offer)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Up to `most` open offers, the oldest first.
    pub fn merge_offers(&self, most: usize) -> Result<Vec<MergeOffer>, StoreError> {
        let mut statement = self.tables()?.prepare_cached(&format!(
            "SELECT {COLUMNS} FROM settlement_offer o WHERE o.open = 1 ORDER BY o.at, o.record LIMIT ?1"
        ))?;
        let rows = statement.query_map(params![most as i64], offer)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The open offers about a task or a role, the oldest first.
    pub fn merge_offers_about(&self, subject: SubjectId) -> Result<Vec<MergeOffer>, StoreError> {
        let mut statement = self.tables()?.prepare_cached(&format!(
            "SELECT {COLUMNS} FROM (
                SELECT * FROM settlement_offer WHERE merged = ?1 UNION SELECT * FROM settlement_offer WHERE goes_on = ?1) o
              WHERE o.open = 1 ORDER BY o.at, o.record LIMIT {MANY}"
        ))?;
        let rows = statement.query_map(params![subject], offer)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Who has not answered an offer yet.
    pub fn awaited_for_merge(&self, offer: &MergeOffer) -> Result<Vec<MemberId>, StoreError> {
        let mut statement = self.tables()?.prepare_cached(
            "SELECT member FROM settlement_offer_to WHERE id = ?1 AND record = ?2 AND yes IS NULL ORDER BY member",
        )?;
        let rows = statement.query_map(params![offer.settlement, offer.record], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
