//! The rows of thanks.

use rusqlite::{Connection, params};

use super::{Layout, Reference, Stored};
use crate::domain::thanks::Thanks;
use crate::store::StoreError;

impl Stored for Thanks {
    const LAYOUT: Layout = Layout {
        each: Some(("thanks", "at, id")),
        tables: &[("thanks", "id"), ("thanks_to", "thanks, member")],
        references: &[
            Reference::needs("thanks_to", "thanks", "member"),
            Reference::needs("thanks", "id", "about"),
            // What was written is theirs whether or not they are still on the board.
            Reference::loose("thanks", "author"),
        ],
    };

    fn write(&self, _: Option<&Thanks>, connection: &Connection) -> Result<(), StoreError> {
        let Some(origin) = self.origin else { return Ok(()) };
        connection.prepare_cached("DELETE FROM thanks WHERE id = ?1")?.execute([self.id])?;
        connection
            .prepare_cached("INSERT INTO thanks VALUES (?1,?2,?3,?4,?5)")?
            .execute(params![self.id, origin.by, origin.at, self.text, self.about,])?;
        let mut to = connection.prepare_cached("INSERT OR IGNORE INTO thanks_to VALUES (?1,?2,?3)")?;
        for member in &self.to {
            to.execute(params![self.id, member, origin.at])?;
        }
        Ok(())
    }
}
