//! Tasks and roles that were merged, and the ways that lead from them.

use rusqlite::{Connection, OptionalExtension};

use super::scene::{column, existing};
use crate::domain::calendar::At;
use crate::domain::id::{RoleId, TaskId};
use crate::domain::role::{Role, RoleState};
use crate::domain::subject::Subject;
use crate::insight::MergedScene;
use crate::store::StoreError;

/// No way is followed further.
const FAR: usize = 50;

/// A merged task, that in which it goes on, and so on, up to one that was not merged, or one that was passed already.
pub(super) fn way(connection: &Connection, task: TaskId) -> Result<Vec<TaskId>, StoreError> {
    let mut way = vec![task];
    while let Some(next) = goes_on(connection, way[way.len() - 1])? {
        if way.contains(&next) || way.len() == FAR {
            break;
        }
        way.push(next);
    }
    Ok(way)
}

/// What the rules see of a merged task.
pub(super) fn scene(connection: &Connection, task: TaskId) -> Result<MergedScene<TaskId>, StoreError> {
    let way = way(connection, task)?;
    if goes_on(connection, way[way.len() - 1])? != Some(task) {
        return Ok(MergedScene { circle: Vec::new() });
    }
    let mut since = connection.prepare_cached("SELECT since FROM task WHERE id = ?1")?;
    let mut circle = Vec::with_capacity(way.len());
    for task in way {
        circle.extend(since.query_row([task], |row| row.get::<_, At>(0)).optional()?.map(|at| (task, at)));
    }
    Ok(MergedScene { circle })
}

/// The merged tasks that may be of a circle: those that go on in others which were merged.
pub(super) fn of_others_that_were(connection: &Connection) -> Result<Vec<TaskId>, StoreError> {
    let merged = "SELECT m.task FROM task_goes_on m JOIN task_goes_on n ON n.task = m.goes_on";
    column(connection, merged, [])
}

fn goes_on(connection: &Connection, task: TaskId) -> Result<Option<TaskId>, StoreError> {
    let into = "SELECT goes_on FROM task_goes_on WHERE task = ?1";
    Ok(connection.prepare_cached(into)?.query_row([task], |row| row.get(0)).optional()?)
}

/// A merged role, that in which it goes on, and so on, and whether the way leads back to it. A team has few roles, so each is
/// folded.
pub(super) fn of_role(connection: &Connection, role: RoleId) -> Result<(Vec<RoleId>, bool), StoreError> {
    let mut way = vec![role];
    loop {
        let last = merged_role(connection, way[way.len() - 1])?;
        match last.and_then(|role| role.merged_into) {
            Some(next) if next == role => return Ok((way, true)),
            Some(next) if !way.contains(&next) && way.len() < FAR => way.push(next),
            _ => return Ok((way, false)),
        }
    }
}

/// When each of some roles was merged.
pub(super) fn merges(connection: &Connection, roles: &[RoleId]) -> Result<Vec<(RoleId, At)>, StoreError> {
    let mut merges = Vec::with_capacity(roles.len());
    for role in roles {
        merges.extend(merged_role(connection, *role)?.map(|merged| (*role, merged.since)));
    }
    Ok(merges)
}

/// A role that ended by being merged into another one.
fn merged_role(connection: &Connection, id: RoleId) -> Result<Option<Role>, StoreError> {
    Ok(match existing(connection, id.into())? {
        Some(Subject::Role(role)) if role.state() == RoleState::Retired && role.merged_into.is_some() => {
            Some(*role)
        }
        _ => None,
    })
}
