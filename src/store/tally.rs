//! Kept counts: what the screens say in numbers, without counting rows.

use std::borrow::Cow;
use std::collections::BTreeMap;

use rusqlite::{Connection, params};

use uuid::Uuid;

use super::{Store, StoreError, project};
use crate::domain::subject::Subject;

/// What the counts change by, gathered over a transaction.
#[derive(Default)]
pub(super) struct Changes(BTreeMap<Name, i64>);

impl Changes {
    /// Counts a subject out as it was and in as it is.
    pub fn count(&mut self, before: Option<&Subject>, after: &Subject) {
        for (subject, by) in before.map(|before| (before, -1)).into_iter().chain([(after, 1)]) {
            for name in project::counts(subject) {
                *self.0.entry(name).or_default() += by;
            }
        }
    }

    pub fn keep(&self, connection: &Connection) -> Result<(), StoreError> {
        let mut statement = connection.prepare_cached(
            "INSERT INTO tally VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET n = n + excluded.n",
        )?;
        for (name, by) in self.0.iter().filter(|(_, by)| **by != 0) {
            statement.execute(params![name, by])?;
        }
        Ok(())
    }
}

/// The name of a count.
pub(super) type Name = Cow<'static, str>;

/// The count of a group of live tasks: those of one goal, role or lead, or of none.
pub(super) fn group(kind: &str, id: Option<Uuid>) -> Name {
    Cow::Owned(match id {
        Some(id) => format!("in:{kind}:{}", id.simple()),
        None => format!("in:{kind}:-"),
    })
}

/// How many of each there are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    pub members: i64,
    pub roles: i64,
    pub vacant_roles: i64,
    pub goals: i64,
    pub open: i64,
    pub doing: i64,
    pub review: i64,
    pub done: i64,
    pub dropped: i64,
    /// Not finished.
    pub live: i64,
    /// Live, and nobody leads it.
    pub free: i64,
    /// Live, with an open blocker.
    pub blocked: i64,
}

impl Store {
    /// The kept counts.
    pub fn counts(&self) -> Result<Counts, StoreError> {
        let mut counts = Counts::default();
        let mut statement =
            self.tables()?.prepare_cached("SELECT name, n FROM tally WHERE name < 'in:' OR name >= 'in;'")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let n = row.get(1)?;
            match row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)? {
                "member" => counts.members = n,
                "role" => counts.roles = n,
                "role:vacant" => counts.vacant_roles = n,
                "goal" => counts.goals = n,
                "open" => counts.open = n,
                "doing" => counts.doing = n,
                "review" => counts.review = n,
                "done" => counts.done = n,
                "dropped" => counts.dropped = n,
                "live" => counts.live = n,
                "free" => counts.free = n,
                "blocked" => counts.blocked = n,
                _ => {}
            }
        }
        Ok(counts)
    }
}
