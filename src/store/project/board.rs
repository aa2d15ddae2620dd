//! What the board says of itself, in tables that have no row for each subject.

use rusqlite::{Connection, params};

use super::{Layout, Stored};
use crate::domain::board::Board;
use crate::domain::subject::Fold;
use crate::store::{StoreError, term};

impl Stored for Board {
    const LAYOUT: Layout =
        Layout { each: None, tables: &[("term", "name"), ("founding", "id")], references: &[] };

    fn write(&self, before: Option<&Board>, connection: &Connection) -> Result<(), StoreError> {
        let terms = self.agreed.terms();
        if before.is_none_or(|before| before.agreed.terms() != terms) {
            term::keep(connection, &terms)?;
        }
        connection.prepare_cached("DELETE FROM founding")?.execute([])?;
        if let Some(began) = self.began {
            connection
                .prepare_cached("INSERT INTO founding VALUES (?1, ?2)")?
                .execute(params![self.id, began])?;
        }
        if self.name.is_empty() {
            connection.prepare_cached("DELETE FROM meta WHERE key = 'name'")?.execute([])?;
            return Ok(());
        }
        connection
            .prepare_cached(
                "INSERT INTO meta VALUES ('name', ?1) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            )?
            .execute([&self.name])?;
        Ok(())
    }

    fn remove(&self, connection: &Connection) -> Result<(), StoreError> {
        // Not as if it had been blank before: whatever the team had agreed on goes.
        Board::blank(self.id).write(None, connection)
    }
}
