//! The terms of the team, a row for each that is its own, readable for whoever looks into the file.

use rusqlite::Connection;

use super::{Store, StoreError};
use crate::domain::subject::Kind;
use crate::domain::terms::Terms;

/// Writes the terms in place of those that were kept.
pub(super) fn keep(connection: &Connection, terms: &Terms) -> Result<(), StoreError> {
    connection.prepare_cached("DELETE FROM term")?.execute([])?;
    let mut statement = connection.prepare_cached("INSERT INTO term VALUES (?1, ?2)")?;
    for (name, value) in terms.own() {
        statement.execute([name, &value])?;
    }
    Ok(())
}

/// The terms as they are kept.
pub(super) fn read(connection: &Connection) -> Result<Terms, StoreError> {
    let mut terms = Terms::default();
    let mut statement = connection.prepare_cached("SELECT name, value FROM term")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let text = |n: usize| row.get_ref(n)?.as_str().map_err(rusqlite::Error::from);
        terms.read(text(0)?, text(1)?);
    }
    Ok(terms)
}

impl Store {
    /// What the team agreed on.
    pub fn terms(&self) -> Result<Terms, StoreError> {
        read(self.rows_of(Kind::Board)?)
    }
}
