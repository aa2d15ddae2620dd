//! The rows of settlements.

use rusqlite::{Connection, params};

use super::{Layout, Reference, Stored};
use crate::domain::settlement::Settlement;
use crate::store::StoreError;
use crate::store::codec::day;

impl Stored for Settlement {
    const LAYOUT: Layout = Layout {
        each: Some(("settlement", "finding")),
        tables: &[("settlement", "id")],
        references: &[
            // It is their answer whether or not they are still on the board.
            Reference::loose("settlement", "author"),
        ],
    };

    fn write(&self, _: Option<&Settlement>, connection: &Connection) -> Result<(), StoreError> {
        let Some(answer) = &self.answer else { return Ok(()) };
        connection
            .prepare_cached("INSERT OR REPLACE INTO settlement VALUES (?1,?2,?3,?4,?5,?6,?7,?8)")?
            .execute(params![
                self.id,
                answer.finding,
                answer.verdict.as_str(),
                answer.reason,
                day(answer.until),
                answer.facts,
                answer.by,
                answer.at,
            ])?;
        Ok(())
    }
}
