//! Who is whose buddy, and what was offered of it.
//!
//! A pairing stands while both of the two are here: who leaves ends none, and who returns before its last day finds it again.

use rusqlite::{Connection, Row, params};

use crate::domain::calendar::{At, Day};
use crate::domain::id::{MemberId, PairingId};
use crate::domain::pairing::PairingKind;
use crate::store::codec::read_day;
use crate::store::{Store, StoreError};

/// A pairing that stands, or an offer that waits for an answer.
#[derive(Debug, Clone, PartialEq)]
pub struct PairingRow {
    pub id: PairingId,
    pub kind: PairingKind,
    pub buddy: MemberId,
    pub newcomer: MemberId,
    /// When it was offered.
    pub at: At,
    /// Until when it was offered, or for how many days after the yes.
    pub until: Option<Day>,
    pub days: Option<u32>,
    /// The last day of one that was accepted; `None` of an offer.
    pub ends: Option<Day>,
}

/// Those of `?1`'s day that are not over, between two who are here.
const LIVE: &str = "FROM pairing p
    JOIN member b ON b.id = p.buddy AND b.departed IS NULL
    JOIN member n ON n.id = p.newcomer AND n.departed IS NULL
    WHERE p.buddy <> p.newcomer AND ((p.stage = 'accepted' AND p.ends >= ?1)
      OR (p.stage = 'offered' AND (p.until IS NULL OR p.until >= ?1)))";
const COLUMNS: &str = "p.id, p.kind, p.buddy, p.newcomer, p.at, p.until, p.days, p.ends";
/// Those that stand before what is only offered, the first to end first.
const ORDER: &str = "ORDER BY p.stage, p.ends, p.at, p.id";

impl Store {
    /// Up to `most` pairings that stand or are offered on a day.
    pub fn pairings(&self, today: Day, most: usize) -> Result<Vec<PairingRow>, StoreError> {
        let sql = format!("SELECT {COLUMNS} {LIVE} AND p.stage IN ('offered', 'accepted') {ORDER} LIMIT ?2");
        let mut statement = self.tables()?.prepare_cached(&sql)?;
        let rows = statement.query_map(params![today.to_string(), most as i64], pairing)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The same of one member, on whichever side.
    pub fn pairings_of(
        &self,
        member: MemberId,
        today: Day,
        most: usize,
    ) -> Result<Vec<PairingRow>, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS} {LIVE} AND p.id IN (
               SELECT id FROM pairing WHERE buddy = ?2 AND stage IN ('offered', 'accepted')
               UNION ALL SELECT id FROM pairing WHERE newcomer = ?2 AND stage IN ('offered', 'accepted'))
             {ORDER} LIMIT ?3"
        );
        let mut statement = self.tables()?.prepare_cached(&sql)?;
        let rows = statement.query_map(params![today.to_string(), member, most as i64], pairing)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

/// The pairings between two that are not over by a word of theirs.
pub(in crate::store) fn between(
    connection: &Connection,
    one: MemberId,
    other: MemberId,
) -> Result<Vec<PairingId>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT id FROM pairing WHERE buddy = ?1 AND newcomer = ?2 AND stage IN ('offered', 'accepted')
         UNION ALL SELECT id FROM pairing WHERE buddy = ?2 AND newcomer = ?1 AND stage IN ('offered', 'accepted')",
    )?;
    let ids = statement.query_map([one, other], |row| row.get(0))?;
    Ok(ids.collect::<Result<_, _>>()?)
}

fn pairing(row: &Row<'_>) -> rusqlite::Result<PairingRow> {
    let word: String = row.get(1)?;
    let kind = PairingKind::ALL.into_iter().find(|kind| kind.as_str() == word);
    Ok(PairingRow {
        id: row.get(0)?,
        // The table has the words of this program only.
        kind: kind.unwrap_or(PairingKind::Buddy),
        buddy: row.get(2)?,
        newcomer: row.get(3)?,
        at: row.get(4)?,
        until: read_day(row.get(5)?),
        days: row.get(6)?,
        ends: read_day(row.get(7)?),
    })
}
