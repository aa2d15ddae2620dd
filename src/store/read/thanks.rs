//! Thanks that somebody received.

use rusqlite::{Row, params};

use crate::domain::calendar::At;
use crate::domain::id::{MemberId, SubjectId, ThanksId};
use crate::store::{Store, StoreError};

/// Thanks as a page lists them.
#[derive(Debug, Clone, PartialEq)]
pub struct ThanksRow {
    pub id: ThanksId,
    pub by: MemberId,
    pub at: At,
    pub text: String,
    pub about: Option<SubjectId>,
}

impl Store {
    /// Up to `most` thanks to a member, the newest first.
    pub fn thanks_to(&self, member: MemberId, most: usize) -> Result<Vec<ThanksRow>, StoreError> {
        let mut statement = self.tables()?.prepare_cached(
            "SELECT t.id, t.author, t.at, t.text, t.about FROM thanks_to r CROSS JOIN thanks t ON t.id = r.thanks
              WHERE r.member = ?1 ORDER BY r.at DESC, r.thanks DESC LIMIT ?2",
        )?;
        let rows = statement.query_map(params![member, most as i64], thanks)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Up to `most` thanks since a moment, the newest first, each with whom it is for.
    pub fn thanks_since(
        &self,
        since: At,
        most: usize,
    ) -> Result<Vec<(ThanksRow, Vec<MemberId>)>, StoreError> {
        let mut statement = self.tables()?.prepare_cached(
            "SELECT id, author, at, text, about FROM thanks WHERE at >= ?1 ORDER BY at DESC, id DESC LIMIT ?2",
        )?;
        let rows = statement.query_map(params![since, most as i64], thanks)?;
        let mut to = self
            .tables()?
            .prepare_cached("SELECT member FROM thanks_to WHERE thanks = ?1 ORDER BY member")?;
        rows.map(|row| {
            let row = row?;
            let to = to.query_map([row.id], |row| row.get(0))?.collect::<Result<_, _>>()?;
            Ok((row, to))
        })
        .collect()
    }
}

fn thanks(row: &Row<'_>) -> rusqlite::Result<ThanksRow> {
    Ok(ThanksRow { id: row.get(0)?, by: row.get(1)?, at: row.get(2)?, text: row.get(3)?, about: row.get(4)? })
}
