//! From a folded subject to its rows. A subject that does not exist (any more) has none.
//!
//! **Invariant:** the rows are a function of the subject alone, so that any way to the same state gives the same rows.

mod agreement;
mod board;
mod decision;
mod goal;
mod meeting;
mod member;
mod pairing;
mod references;
mod role;
mod settlement;
mod subjects;
mod task;
mod tension;
mod thanks;

use rusqlite::Connection;
use sha2::{Digest, Sha256};

pub(super) use references::needed_by;
pub(super) use role::role_text_key;
pub(super) use subjects::keep as name;
pub(super) use task::list;

use references::Reference;

use super::{StoreError, merged, origin, search, tally};
use crate::domain::kinds::for_every_kind;
use crate::domain::subject::{Fold, Kind, Subject};

/// Raised by one whenever a table has another form, or something else in it: by an event with another effect, a field
/// that is read as it was not before, another way to fold or to fill a row. Boards of an older revision get new tables
/// when they are opened.
pub(super) const REVISION: i64 = 21;

/// A table, and the columns by which its rows are sorted.
pub(super) type Sorted = (&'static str, &'static str);

/// Where the subjects of one kind stand.
pub(super) struct Layout {
    /// The table with a row for each, under its `id`, in the order of exports: one that tells nothing of anybody's machine.
    /// `None` where there is no such table.
    pub each: Option<Sorted>,
    /// All tables of the kind, each in an order that its content alone decides. Whatever stands in several rows goes with
    /// the subject's own, by foreign key.
    pub tables: &'static [Sorted],
    /// Their columns with ids of other subjects.
    pub references: &'static [Reference],
}

/// How the subjects of one kind stand in the tables.
trait Stored: Fold {
    const LAYOUT: Layout;

    /// Writes the rows of a subject that exists, of which the tables have those of `before`.
    fn write(&self, before: Option<&Self>, connection: &Connection) -> Result<(), StoreError>;

    /// Takes them out again.
    fn remove(&self, connection: &Connection) -> Result<(), StoreError> {
        let Some((table, _)) = Self::LAYOUT.each else { return Ok(()) };
        connection.prepare_cached(&format!("DELETE FROM {table} WHERE id = ?1"))?.execute([self.id()])?;
        Ok(())
    }

    /// The kept counts in which it takes part, where it exists.
    fn counts(&self) -> Vec<tally::Name> {
        Vec::new()
    }

    /// The words of what names it, for the search.
    fn line(&self) -> String {
        search::words(&self.searched().line)
    }
}

/// The hash under which subjects of one folded text are found.
pub(super) fn text_key(folded_text: &str) -> i64 {
    let digest = Sha256::digest(folded_text.as_bytes());
    i64::from_be_bytes(std::array::from_fn(|i| digest[i]))
}

/// Writes the rows of a subject that changed from `before` to `after`.
pub(super) fn subject(
    connection: &Connection,
    before: Option<&Subject>,
    after: &Subject,
    tallies: &mut tally::Changes,
) -> Result<(), StoreError> {
    let all_before = before;
    let before = before.filter(|before| before.exists());
    tallies.count(before, after);
    if before.is_some() && !after.exists() {
        remove(connection, after)?;
    } else if after.exists() {
        write(connection, before, after)?;
    }
    keep_source(connection, all_before, after)?;
    if let Subject::Member(member) = after {
        merged::keep(connection, member.id.into(), Some(member))?;
    }
    name(connection, all_before, after)?;
    search::keep(connection, before, after)
}

fn keep_source(connection: &Connection, before: Option<&Subject>, after: &Subject) -> Result<(), StoreError> {
    let id = after.id();
    let (old, new) = (before.and_then(kept_source), kept_source(after));
    if old == new {
        return Ok(());
    }
    if let Some(old) = old {
        origin::forget(connection, old, id)?;
    }
    new.map_or(Ok(()), |new| origin::keep(connection, new, id))
}

fn kept_source(subject: &Subject) -> Option<&str> {
    subject.source().filter(|_| subject.is_made())
}

macro_rules! by_kind {
    ($($module:ident::$kind:ident($events:ident $(, $id:ident)?) = $word:literal by $called:ident,)+) => {
        /// Where the subjects of a kind stand.
        pub(super) fn layout(kind: Kind) -> &'static Layout {
            match kind { $(Kind::$kind => &<crate::domain::$module::$kind as Stored>::LAYOUT),+ }
        }

        fn write(connection: &Connection, before: Option<&Subject>, after: &Subject) -> Result<(), StoreError> {
            match (before, after) {
                $((Some(Subject::$kind(before)), Subject::$kind(after)) => after.write(Some(before), connection),)+
                $((_, Subject::$kind(after)) => after.write(None, connection),)+
            }
        }

        fn remove(connection: &Connection, gone: &Subject) -> Result<(), StoreError> {
            match gone { $(Subject::$kind(gone) => gone.remove(connection)),+ }
        }

        /// The kept counts in which a subject takes part.
        pub(super) fn counts(subject: &Subject) -> Vec<tally::Name> {
            match subject {
                $(Subject::$kind(state) if state.exists() => state.counts(),)+
                _ => Vec::new(),
            }
        }

        /// The words of what names a subject, for the search.
        pub(super) fn line(subject: &Subject) -> String {
            match subject { $(Subject::$kind(state) => state.line()),+ }
        }
    };
}

for_every_kind!(by_kind);
