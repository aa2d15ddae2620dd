//! Titles of led live tasks, each under the id of its task.
//!
//! Only tasks that somebody leads are here: two that nobody leads cannot overlap, and most of a long list are nobody's.

use std::collections::BTreeSet;

use rusqlite::{Connection, OptionalExtension, params};
use uuid::Uuid;

use super::super::scene::column;
use super::{Among, MANY, Question, Texts};
use crate::domain::calendar::At;
use crate::domain::id::{MemberId, TaskId};
use crate::insight::{AlikeScene, Likened};
use crate::store::StoreError;

fn texts(connection: &Connection) -> Texts<'_> {
    Texts { connection, among: Among::Titles }
}

/// Makes everything anew.
pub fn make_anew(connection: &Connection) -> Result<(), StoreError> {
    let led = "SELECT id, title FROM task WHERE list < 9 AND leads > 0 ORDER BY id";
    let mut statement = connection.prepare_cached(led)?;
    let led: Vec<(Uuid, String)> =
        statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?;
    texts(connection).make_anew(&led)
}

/// Brings what is kept of these tasks in step with their rows; gives all tasks of which the findings may be others now.
pub fn renew_each(connection: &Connection, tasks: &[TaskId]) -> Result<BTreeSet<TaskId>, StoreError> {
    let (texts, mut seen) = (texts(connection), BTreeSet::new());
    if tasks.len() > MANY {
        seen.extend(texts.with_any()?);
        make_anew(connection)?;
        seen.extend(texts.with_any()?);
    } else {
        for task in tasks {
            let title = "SELECT title FROM task WHERE id = ?1 AND list < 9 AND leads > 0";
            let mut statement = connection.prepare_cached(title)?;
            let title: Option<String> = statement.query_row([task], |row| row.get(0)).optional()?;
            seen.extend(texts.renew(task.0, title)?);
        }
    }
    Ok(seen.into_iter().map(TaskId).collect())
}

/// The tasks with titles that are alike to any.
pub fn with_any(connection: &Connection) -> Result<Vec<TaskId>, StoreError> {
    Ok(texts(connection).with_any()?.into_iter().map(TaskId).collect())
}

/// What the rules see of a task and those that are alike to it.
pub fn scene(connection: &Connection, task: TaskId) -> Result<Option<AlikeScene>, StoreError> {
    let seen = match texts(connection).question(task.0)?.map(TaskId) {
        // What is before it asks about the pair.
        Question::Pairs(others) => others.into_iter().filter(|other| *other > task).collect(),
        Question::Series(others) => others,
        Question::AskedBefore => Vec::new(),
    };
    if seen.is_empty() {
        return Ok(None);
    }
    let others = seen.into_iter().filter_map(|other| likened(connection, other).transpose());
    let others = others.collect::<Result<Vec<_>, _>>()?;
    Ok(likened(connection, task)?.map(|task| AlikeScene { task, others }))
}

fn likened(connection: &Connection, id: TaskId) -> Result<Option<Likened>, StoreError> {
    let row: Option<(String, At)> = connection
        .prepare_cached("SELECT title, since FROM task WHERE id = ?1")?
        .query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let Some((title, since)) = row else { return Ok(None) };
    let with = |part: &str| -> Result<Vec<MemberId>, StoreError> {
        let of =
            "SELECT DISTINCT member FROM claim WHERE task = ?1 AND live = 1 AND part = ?2 ORDER BY member";
        column(connection, of, params![id, part])
    };
    let names = "SELECT DISTINCT on_task FROM blocker WHERE task = ?1 AND live = 1 AND on_task IS NOT NULL ORDER BY 1";
    Ok(Some(Likened {
        id,
        title,
        since,
        leads: with("lead")?,
        helpers: with("helper")?,
        names: column(connection, names, [id])?,
        links: column(connection, "SELECT url FROM task_link WHERE task = ?1 ORDER BY url", [id])?,
        is_of_many: texts(connection).is_of_many(id.0)?,
    }))
}
