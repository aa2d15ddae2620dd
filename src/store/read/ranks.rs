//! The neighbours of a place in the pull order.

use rusqlite::{OptionalExtension, params};

use crate::domain::id::TaskId;
use crate::store::{Store, StoreError};

impl Store {
    /// The ranks of the neighbours of a place in the pull order of live tasks: before `rank` and after it.
    pub fn rank_before(&self, rank: &str, but: TaskId) -> Result<Option<String>, StoreError> {
        self.rank_beside("rank < ?1 ORDER BY rank DESC", rank, but)
    }

    pub fn rank_after(&self, rank: &str, but: TaskId) -> Result<Option<String>, StoreError> {
        self.rank_beside("rank > ?1 ORDER BY rank", rank, but)
    }

    fn rank_beside(&self, side: &str, rank: &str, but: TaskId) -> Result<Option<String>, StoreError> {
        let mut best: Option<String> = None;
        for list in [0, 1, 2] {
            let sql = format!("SELECT rank FROM task WHERE list = ?3 AND id <> ?2 AND {side} LIMIT 1");
            let found: Option<String> = self
                .connection
                .prepare_cached(&sql)?
                .query_row(params![rank, but, list], |row| row.get(0))
                .optional()?;
            best = match (best, found) {
                (Some(a), Some(b)) => Some(if side.contains("DESC") { a.max(b) } else { a.min(b) }),
                (a, b) => a.or(b),
            };
        }
        Ok(best)
    }

    /// The first and the last rank of live tasks.
    pub fn rank_ends(&self) -> Result<(Option<String>, Option<String>), StoreError> {
        let mut first: Option<String> = None;
        let mut last: Option<String> = None;
        for list in [0, 1, 2] {
            let mut statement = self.connection.prepare_cached(
                "SELECT (SELECT min(rank) FROM task WHERE list = ?1), (SELECT max(rank) FROM task WHERE list = ?1)",
            )?;
            let (low, high): (Option<String>, Option<String>) =
                statement.query_row([list], |row| Ok((row.get(0)?, row.get(1)?)))?;
            first = match (first, low) {
                (Some(a), Some(b)) => Some(a.min(b)),
                (a, b) => a.or(b),
            };
            last = last.max(high);
        }
        Ok((first, last))
    }
}
