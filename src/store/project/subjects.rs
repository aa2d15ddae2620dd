//! The rows of all that has a handle, in one table.

use rusqlite::{Connection, params};

use crate::domain::calendar::At;
use crate::domain::folding::folded;
use crate::domain::goal::GoalState;
use crate::domain::handle;
use crate::domain::id::SubjectId;
use crate::domain::role::RoleState;
use crate::domain::subject::Subject;
use crate::store::{StoreError, journal};

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
pub(super) fn keep(
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

/// Fills the table of a board that had none, from the tables that it had.
pub(in crate::store) fn fill(connection: &Connection) -> Result<(), StoreError> {
    let over =
        [GoalState::Met, GoalState::Missed, GoalState::Dropped].map(|state| format!("'{}'", state.as_str()));
    let mut statement = connection.prepare(&format!(
        "SELECT id, 'member', name, departed FROM member
         UNION ALL SELECT id, 'role', name, NULL FROM role
         UNION ALL SELECT id, 'goal', title, iif(state IN ({}), moved, NULL) FROM goal
         UNION ALL SELECT id, 'task', title, iif(list = 9, since, NULL) FROM task",
        over.join(", ")
    ))?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (kind, name): (String, String) = (row.get(1)?, row.get(2)?);
        write(connection, row.get(0)?, &Row { kind: &kind, name: &name, ended: row.get(3)? })?;
    }
    // Which record retired a role, and whether it was undone, only the fold tells.
    let mut retired = connection.prepare("SELECT id FROM role WHERE state = ?1")?;
    let retired: Vec<SubjectId> =
        retired.query_map([RoleState::Retired.as_str()], |row| row.get(0))?.collect::<Result<_, _>>()?;
    for id in retired {
        if let Some(role) = journal::fold(connection, id)? {
            keep(connection, None, &role)?;
        }
    }
    let mut undone =
        connection.prepare("SELECT DISTINCT subject FROM journal WHERE kind = 'record.undone'")?;
    let undone: Vec<SubjectId> = undone.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    for id in undone {
        if let Some(subject @ Subject::Task(_)) = journal::fold(connection, id)? {
            keep(connection, None, &subject)?;
        }
    }
    Ok(())
}
