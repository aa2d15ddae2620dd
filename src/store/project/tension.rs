//! The rows of tensions.

use rusqlite::{Connection, params};

use super::{Layout, Reference, Stored};
use crate::domain::handle;
use crate::domain::tension::{Outcome, Tension};
use crate::store::StoreError;

impl Stored for Tension {
    const LAYOUT: Layout = Layout {
        each: Some(("tension", "sensed, id")),
        tables: &[
            ("tension", "id"),
            ("tension_taken_up", "tension, member"),
            ("tension_became", "tension, record"),
        ],
        references: &[
            Reference::needs("tension", "id", "about"),
            Reference::needs("tension_became", "tension", "task"),
            // They sensed it, looked after it and said so, whether or not they are still on the board.
            Reference::loose("tension", "author"),
            Reference::loose("tension", "closed_by"),
            Reference::loose("tension_taken_up", "member"),
            Reference::loose("tension_became", "author"),
        ],
    };

    fn write(&self, _: Option<&Tension>, connection: &Connection) -> Result<(), StoreError> {
        let Some(origin) = self.origin else { return Ok(()) };
        connection.prepare_cached("DELETE FROM tension WHERE id = ?1")?.execute([self.id])?;
        let closed = self.closed.as_ref();
        connection
            .prepare_cached("INSERT INTO tension VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13)")?
            .execute(params![
                self.id,
                handle::whole(self.id.0),
                self.is,
                self.could,
                self.serves,
                self.about,
                origin.by,
                origin.at,
                closed.map(|closed| closed.way.as_str()),
                closed.and_then(|closed| closed.why.as_ref()),
                closed.map(|closed| closed.by),
                closed.map(|closed| closed.at),
                self.source,
            ])?;
        let mut taken_up = connection.prepare_cached("INSERT INTO tension_taken_up VALUES (?1,?2,?3,?4)")?;
        for (place, (member, at)) in (0_i64..).zip(&self.taken_up) {
            taken_up.execute(params![self.id, member, place, at])?;
        }
        let mut became = connection.prepare_cached("INSERT INTO tension_became VALUES (?1,?2,?3,?4,?5)")?;
        for one in &self.became {
            let Outcome::Task(task) = one.what;
            became.execute(params![self.id, one.id, task, one.by, one.at])?;
        }
        Ok(())
    }
}
