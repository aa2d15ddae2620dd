//! From a folded subject to its rows. A subject that does not exist (any more) has none.
//!
//! **Invariant:** the rows are a function of the subject alone, so that any way to the same state gives the same rows.

mod people;
mod subjects;
mod task;
mod thanks;

use rusqlite::Connection;

pub(super) use subjects::keep as name;
pub(super) use task::{first_lead, line as task_line, list, title_key};

use super::{StoreError, origin, search, tally, term};
use crate::domain::board::Board;
use crate::domain::subject::{Fold, Kind, Subject};

/// Raised by one whenever a table has another form, or something else in it: by an event with another effect, a field
/// that is read as it was not before, another way to fold or to fill a row. Boards of an older revision get new tables
/// when they are opened.
pub(super) const REVISION: i64 = 3;

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
        match (before, after) {
            (_, Subject::Board(after)) => board(connection, before, after)?,
            (_, Subject::Member(member)) => people::member(connection, member)?,
            (_, Subject::Role(role)) => people::role(connection, role)?,
            (_, Subject::Goal(goal)) => people::goal(connection, goal)?,
            (Some(Subject::Task(before)), Subject::Task(after)) => {
                task::rows(connection, Some(before), after)?
            }
            (_, Subject::Task(after)) => task::rows(connection, None, after)?,
            (_, Subject::Thanks(thanks)) => thanks::rows(connection, thanks)?,
            (_, Subject::Settlement(settlement)) => people::settlement(connection, settlement)?,
        }
    }
    keep_source(connection, before, after)?;
    name(connection, all_before, after)?;
    search::keep(connection, before, after)
}

fn board(connection: &Connection, before: Option<&Subject>, after: &Board) -> Result<(), StoreError> {
    let terms = after.agreed.terms();
    if !matches!(before, Some(Subject::Board(before)) if before.agreed.terms() == terms) {
        term::keep(connection, &terms)?;
    }
    if after.name.is_empty() {
        connection.prepare_cached("DELETE FROM meta WHERE key = 'name'")?.execute([])?;
        return Ok(());
    }
    connection
        .prepare_cached(
            "INSERT INTO meta VALUES ('name', ?1) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        )?
        .execute([&after.name])?;
    Ok(())
}

fn keep_source(connection: &Connection, before: Option<&Subject>, after: &Subject) -> Result<(), StoreError> {
    let id = after.id();
    let (old, new) = (before.and_then(Subject::source), after.source().filter(|_| after.exists()));
    if old == new {
        return Ok(());
    }
    if let Some(old) = old {
        origin::forget(connection, old, id)?;
    }
    new.map_or(Ok(()), |new| origin::keep(connection, new, id))
}

fn remove(connection: &Connection, gone: &Subject) -> Result<(), StoreError> {
    if let Subject::Board(gone) = gone {
        // Not as if it had been blank before: whatever the team had agreed on goes.
        return board(connection, None, &Board::blank(gone.id));
    }
    // Their holders, claims and so on go with them, by foreign key.
    let sql = format!("DELETE FROM {} WHERE id = ?1", table(gone.kind()));
    connection.prepare_cached(&sql)?.execute([gone.id()])?;
    Ok(())
}

/// The table that has a row for each subject of a kind; what the board itself says is in tables of its own.
pub(super) fn table(kind: Kind) -> &'static str {
    match kind {
        Kind::Settlement => "settlement",
        _ => kind.as_str(),
    }
}
