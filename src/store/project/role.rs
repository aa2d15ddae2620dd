//! The rows of roles.

use rusqlite::{Connection, params};

use super::{Layout, Reference, Stored, text_key};
use crate::domain::folding::folded;
use crate::domain::handle;
use crate::domain::role::{Role, RoleState};
use crate::store::codec::day;
use crate::store::{StoreError, tally};

/// The hash under which roles with one folded text are found; `None` where that is empty, which is nothing to have in common.
pub(in crate::store) fn role_text_key(folded_text: &str) -> Option<i64> {
    (!folded_text.is_empty()).then(|| text_key(folded_text))
}

impl Stored for Role {
    const LAYOUT: Layout = Layout {
        each: Some(("role", "folded, id")),
        tables: &[
            ("role", "id"),
            ("role_holder", "record"),
            ("role_domain", "role, place"),
            ("role_accountability", "role, place"),
        ],
        references: &[Reference::needs("role_holder", "role", "member")],
    };

    fn write(&self, _: Option<&Role>, connection: &Connection) -> Result<(), StoreError> {
        let Some(origin) = self.origin else { return Ok(()) };
        for sql in [
            "DELETE FROM role_holder WHERE role = ?1",
            "DELETE FROM role_domain WHERE role = ?1",
            "DELETE FROM role_accountability WHERE role = ?1",
        ] {
            connection.prepare_cached(sql)?.execute([self.id])?;
        }
        connection
            .prepare_cached(
                "INSERT INTO role VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10) ON CONFLICT (id) DO UPDATE SET
                 name = excluded.name, folded = excluded.folded, purpose = excluded.purpose, state = excluded.state,
                 review = excluded.review, created = excluded.created, vacant_since = excluded.vacant_since,
                 source = excluded.source",
            )?
            .execute(params![
                self.id,
                handle::whole(self.id.0),
                self.name(),
                folded(self.name()),
                self.purpose.value(),
                self.state().as_str(),
                day(self.review.value().copied()),
                origin.at,
                self.vacant_since,
                self.source,
            ])?;
        for holding in &self.holders {
            connection.prepare_cached("INSERT INTO role_holder VALUES (?1,?2,?3,?4,?5,?6)")?.execute(params![
                holding.id,
                self.id,
                holding.member,
                holding.focus,
                holding.since,
                day(holding.term),
            ])?;
        }
        for (place, text) in self.domains().iter().enumerate() {
            connection.prepare_cached("INSERT INTO role_domain VALUES (?1,?2,?3,?4)")?.execute(params![
                self.id,
                place as i64,
                text,
                role_text_key(&folded(text))
            ])?;
        }
        for (place, text) in self.accountabilities().iter().enumerate() {
            connection
                .prepare_cached("INSERT INTO role_accountability VALUES (?1,?2,?3,?4)")?
                .execute(params![self.id, place as i64, text, role_text_key(&folded(text))])?;
        }
        Ok(())
    }

    fn counts(&self) -> Vec<tally::Name> {
        match self.state() {
            RoleState::Retired => Vec::new(),
            RoleState::Active if self.holders.is_empty() => vec!["role".into(), "role:vacant".into()],
            _ => vec!["role".into()],
        }
    }
}
