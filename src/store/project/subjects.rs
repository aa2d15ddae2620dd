//! The rows of all that has a handle, in one table.

use rusqlite::{Connection, params};

use crate::domain::calendar::At;
use crate::domain::folding::folded;
use crate::domain::handle;
use crate::domain::id::SubjectId;
use crate::domain::subject::Subject;
use crate::store::StoreError;

/// What is kept of a subject; its handle follows from its id.
#[derive(PartialEq)]
struct Row<'s> {
    kind: &'s str,
    name: &'s str,
    ended: Option<At>,
}

fn row(subject: &Subject) -> Option<Row<'_>> {
    let kind = subject.kind().as_str();
    match subject.withdrawn() {
        // Its handle means nothing else until that is long past.
        Some(withdrawn) => Some(Row { kind, name: &withdrawn.called, ended: Some(withdrawn.at) }),
        None if !subject.exists() => None,
        None => subject.called().map(|name| Row { kind, name, ended: subject.ended() }),
    }
}

/// Keeps a subject's row in step. Most changes leave it as it is.
pub(in crate::store) fn keep(
    connection: &Connection,
    before: Option<&Subject>,
    after: &Subject,
) -> Result<(), StoreError> {
    let (old, new) = (before.and_then(row), row(after));
    if old == new {
        return Ok(());
    }
    let id = after.id();
    match new {
        Some(new) => write(connection, id, &new),
        None => {
            connection.prepare_cached("DELETE FROM subject WHERE id = ?1")?.execute([id])?;
            Ok(())
        }
    }
}

fn write(connection: &Connection, id: SubjectId, row: &Row<'_>) -> Result<(), StoreError> {
    connection
        .prepare_cached(
            "INSERT INTO subject VALUES (?1,?2,?3,?4,?5,?6) ON CONFLICT (id) DO UPDATE SET
             kind = excluded.kind, name = excluded.name, folded = excluded.folded, ended = excluded.ended",
        )?
        .execute(params![id, row.kind, handle::whole(id.0), row.name, folded(row.name), row.ended])?;
    Ok(())
}
