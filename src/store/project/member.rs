//! The rows of members.

use rusqlite::{Connection, params};

use super::{Layout, Stored};
use crate::domain::folding::folded;
use crate::domain::handle;
use crate::domain::member::Member;
use crate::store::codec::{day, texts};
use crate::store::{StoreError, tally};

impl Stored for Member {
    const LAYOUT: Layout =
        Layout { each: Some(("member", "folded, id")), tables: &[("member", "id")], references: &[] };

    fn write(&self, _: Option<&Member>, connection: &Connection) -> Result<(), StoreError> {
        let Some(origin) = self.origin else { return Ok(()) };
        let away = self.away.value();
        let empty = Vec::new();
        connection
            .prepare_cached(
                "INSERT OR REPLACE INTO member VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15)",
            )?
            .execute(params![
                self.id,
                handle::whole(self.id.0),
                self.name(),
                folded(self.name()),
                self.initials.value(),
                origin.at,
                self.left,
                self.limit(),
                away.and_then(|away| day(Some(away.from))),
                away.and_then(|away| day(away.until)),
                self.contact.value(),
                texts(self.teaches.get().unwrap_or(&empty)),
                texts(self.learns.get().unwrap_or(&empty)),
                self.source,
                self.came,
            ])?;
        Ok(())
    }

    fn counts(&self) -> Vec<tally::Name> {
        if self.is_here() { vec!["member".into()] } else { Vec::new() }
    }
}
