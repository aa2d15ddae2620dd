//! What the rules see of a decision: what stands of it in the tables, where nothing is that is hidden from some.

use rusqlite::{Connection, OptionalExtension};

use super::column;
use crate::domain::id::DecisionId;
use crate::insight::DecisionScene;
use crate::store::StoreError;
use crate::store::codec::read_day;

/// A decision with its days and its open objections.
pub(super) fn decision(connection: &Connection, id: DecisionId) -> Result<Option<DecisionScene>, StoreError> {
    let objectors = "SELECT member FROM decision_member WHERE decision = ?1 AND objects = 1 ORDER BY member";
    let objectors = column(connection, objectors, [id])?;
    Ok(connection
        .prepare_cached(
            "SELECT state = 'adopted', review, trial_ends, objection, closes FROM decision
              WHERE id = ?1 AND state NOT IN ('parked', 'withdrawn', 'replaced')",
        )?
        .query_row([id], |row| {
            Ok(DecisionScene {
                decision: id,
                is_adopted: row.get(0)?,
                review: read_day(row.get(1)?),
                trial_ends: read_day(row.get(2)?),
                objection: row.get(3)?,
                objectors,
                closes: read_day(row.get(4)?),
            })
        })
        .optional()?)
}
