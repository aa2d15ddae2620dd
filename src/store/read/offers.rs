//! The ways out that were offered, and wait for somebody's yes.

use rusqlite::types::Type;
use rusqlite::{Row, params};

use crate::domain::calendar::At;
use crate::domain::id::{MemberId, RecordId, SubjectId};
use crate::domain::settlement::WayOut;
use crate::store::{Store, StoreError};

/// So many offers about one thing are read.
const MANY: usize = 20;

/// A way out that was offered, and that somebody has not answered.
#[derive(Debug, Clone, PartialEq)]
pub struct OfferedWay {
    /// The subject of the finding's answers.
    pub settlement: SubjectId,
    pub record: RecordId,
    pub by: MemberId,
    pub at: At,
    pub way: WayOut,
    pub reason: Option<String>,
}

const COLUMNS: &str = "o.id, o.record, o.author, o.at, o.way, o.reason";

fn offer(row: &Row<'_>) -> rusqlite::Result<OfferedWay> {
    Ok(OfferedWay {
        settlement: row.get(0)?,
        record: row.get(1)?,
        by: row.get(2)?,
        at: row.get(3)?,
        way: way(&row.get::<_, String>(4)?)?,
        reason: row.get(5)?,
    })
}

/// The table is made from the records: a way that cannot be read there is a table that somebody else wrote.
fn way(text: &str) -> rusqlite::Result<WayOut> {
    serde_json::from_str(text)
        .map_err(|error| rusqlite::Error::FromSqlConversionFailure(4, Type::Text, Box::new(error)))
}

impl Store {
    /// The open offers that await the answer of a member, the oldest first.
    pub fn ways_offered_to(&self, member: MemberId) -> Result<Vec<OfferedWay>, StoreError> {
        let mut statement = self.tables()?.prepare_cached(&format!(
            "SELECT {COLUMNS} FROM settlement_offer_to t JOIN settlement_offer o ON o.id = t.id AND o.record = t.record
              WHERE t.member = ?1 AND t.yes IS NULL AND o.open = 1 ORDER BY o.at, o.record LIMIT {MANY}"
        ))?;
        let rows = statement.query_map(params![member], offer)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Up to `most` open offers, the oldest first.
    pub fn ways_offered(&self, most: usize) -> Result<Vec<OfferedWay>, StoreError> {
        let mut statement = self.tables()?.prepare_cached(&format!(
            "SELECT {COLUMNS} FROM settlement_offer o WHERE o.open = 1 ORDER BY o.at, o.record LIMIT ?1"
        ))?;
        let rows = statement.query_map(params![most as i64], offer)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The open offers about a task or a role, the oldest first.
    pub fn ways_offered_about(&self, subject: SubjectId) -> Result<Vec<OfferedWay>, StoreError> {
        let mut statement = self.tables()?.prepare_cached(&format!(
            "SELECT {COLUMNS} FROM (
                SELECT * FROM settlement_offer WHERE one = ?1 UNION SELECT * FROM settlement_offer WHERE other = ?1) o
              WHERE o.open = 1 ORDER BY o.at, o.record LIMIT {MANY}"
        ))?;
        let rows = statement.query_map(params![subject], offer)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Who has not answered an offer yet.
    pub fn awaited_for(&self, offer: &OfferedWay) -> Result<Vec<MemberId>, StoreError> {
        let mut statement = self.tables()?.prepare_cached(
            "SELECT member FROM settlement_offer_to WHERE id = ?1 AND record = ?2 AND yes IS NULL ORDER BY member",
        )?;
        let rows = statement.query_map(params![offer.settlement, offer.record], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
