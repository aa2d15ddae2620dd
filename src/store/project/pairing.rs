//! The rows of pairings.

use rusqlite::{Connection, params};

use super::{Layout, Reference, Stored};
use crate::domain::pairing::Pairing;
use crate::store::StoreError;

impl Stored for Pairing {
    const LAYOUT: Layout = Layout {
        each: Some(("pairing", "at, id")),
        tables: &[("pairing", "id")],
        references: &[
            Reference::needs("pairing", "id", "newcomer"),
            // What they offered is theirs whether or not they are still on the board.
            Reference::loose("pairing", "buddy"),
        ],
    };

    fn write(&self, _: Option<&Pairing>, connection: &Connection) -> Result<(), StoreError> {
        let (Some(origin), Some(with)) = (self.origin, self.with) else { return Ok(()) };
        connection
            .prepare_cached("INSERT OR REPLACE INTO pairing VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12)")?
            .execute(params![
                self.id,
                self.kind.as_str(),
                origin.by,
                with,
                origin.at,
                self.until.map(|day| day.to_string()),
                self.days,
                self.stage().as_str(),
                self.accepted.map(|accepted| accepted.at),
                self.accepted.map(|accepted| accepted.ends.to_string()),
                self.over(),
                self.source,
            ])?;
        Ok(())
    }
}
