//! Tasks that were merged, and the ways that lead from them.

use rusqlite::{Connection, OptionalExtension};

use super::scene::column;
use crate::domain::calendar::At;
use crate::domain::id::TaskId;
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
pub(super) fn scene(connection: &Connection, task: TaskId) -> Result<MergedScene, StoreError> {
    let way = way(connection, task)?;
    if goes_on(connection, way[way.len() - 1])? != Some(task) {
        return Ok(MergedScene::default());
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
