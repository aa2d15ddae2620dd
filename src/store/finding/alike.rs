//! Which led live tasks have titles that are alike: kept in pairs, so that a change compares one title only.
//!
//! Only tasks that somebody leads are here: two that nobody leads cannot overlap, and most of a long list are nobody's.
//! **Invariant:** the pairs are those of all led live tasks of which the titles are alike and not the same, whatever came in
//! which order (a property test): two titles decide by themselves whether they are.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use rusqlite::{Connection, OptionalExtension, params};

use super::scene::column;
use crate::domain::calendar::At;
use crate::domain::folding::folded;
use crate::domain::id::{MemberId, TaskId};
use crate::insight::likeness::{self, Content, PAIRED};
use crate::insight::{AlikeScene, Likened};
use crate::store::{StoreError, project};

/// From so many tasks on, as an import brings them, everything is made anew.
const MANY: usize = 1_000;
/// So many tasks of a series are looked at.
const SERIES: usize = 50;

/// Makes everything anew, at once: of many titles that is far less than each by itself.
pub(super) fn make_anew(connection: &Connection) -> Result<(), StoreError> {
    connection.execute_batch("DELETE FROM led_title; DELETE FROM led_word; DELETE FROM led_alike;")?;
    let mut statement =
        connection.prepare_cached("SELECT id, title FROM task WHERE list < 9 AND leads > 0 ORDER BY id")?;
    let led: Vec<(TaskId, String)> =
        statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?;
    let contents: Vec<Content> = led.iter().map(|(_, title)| Content::of(title)).collect();
    for (a, b) in likeness::pairs(&contents) {
        pair(connection, &led[a], &led[b])?;
    }
    for ((task, title), content) in led.iter().zip(&contents) {
        note(connection, *task, title, content)?;
    }
    Ok(())
}

/// Brings what is kept of these tasks in step with their rows; gives all tasks of which the findings may be others now.
pub(super) fn renew_each(connection: &Connection, tasks: &[TaskId]) -> Result<BTreeSet<TaskId>, StoreError> {
    let mut seen = BTreeSet::new();
    if tasks.len() > MANY {
        let all = "SELECT DISTINCT task FROM led_alike";
        seen.extend(column::<TaskId>(connection, all, [])?);
        make_anew(connection)?;
        seen.extend(column::<TaskId>(connection, all, [])?);
    } else {
        for task in tasks {
            seen.extend(renew(connection, *task)?);
        }
    }
    Ok(seen)
}

/// Brings what is kept of a task in step with its row; gives all tasks of which the findings may be others now.
///
/// A pair is no question where one of the two is alike to many, so also those are others that are alike to a task which is
/// now so, or no more.
fn renew(connection: &Connection, task: TaskId) -> Result<BTreeSet<TaskId>, StoreError> {
    let mut seen = BTreeSet::from([task]);
    let title: Option<String> = connection
        .prepare_cached("SELECT title FROM task WHERE id = ?1 AND list < 9 AND leads > 0")?
        .query_row([task], |row| row.get(0))
        .optional()?;
    let known: Option<String> = connection
        .prepare_cached("SELECT title FROM led_title WHERE task = ?1")?
        .query_row([task], |row| row.get(0))
        .optional()?;
    if title == known {
        if known.is_some() {
            seen.extend(beside(connection, task)?);
        }
        return Ok(seen);
    }
    if let Some(known) = known {
        seen.extend(around(connection, task)?);
        forget(connection, task, &Content::of(&known))?;
    }
    if let Some(title) = title {
        take_up(connection, task, title)?;
        seen.extend(around(connection, task)?);
    }
    Ok(seen)
}

/// The tasks that are alike to one.
fn beside(connection: &Connection, task: TaskId) -> Result<Vec<TaskId>, StoreError> {
    column(connection, "SELECT other FROM led_alike WHERE task = ?1 ORDER BY other", [task])
}

/// The tasks that are alike to one, and those beside them which would see one of those become one of many.
fn around(connection: &Connection, task: TaskId) -> Result<BTreeSet<TaskId>, StoreError> {
    let mut around = BTreeSet::new();
    for other in beside(connection, task)? {
        around.insert(other);
        let next = "SELECT other FROM led_alike WHERE task = ?1 LIMIT ?2";
        let next: Vec<TaskId> = column(connection, next, params![other, PAIRED as i64 + 2])?;
        if next.len() <= PAIRED + 1 {
            around.extend(next);
        }
    }
    Ok(around)
}

fn forget(connection: &Connection, task: TaskId, content: &Content) -> Result<(), StoreError> {
    connection.prepare_cached("DELETE FROM led_title WHERE task = ?1")?.execute([task])?;
    let numbers = numbers(content);
    let mut word =
        connection.prepare_cached("DELETE FROM led_word WHERE form = ?1 AND numbers = ?2 AND task = ?3")?;
    for form in content.found_by() {
        word.execute(params![form, numbers, task])?;
    }
    for other in beside(connection, task)? {
        connection
            .prepare_cached("DELETE FROM led_alike WHERE task = ?1 AND other = ?2")?
            .execute([other, task])?;
    }
    connection.prepare_cached("DELETE FROM led_alike WHERE task = ?1")?.execute([task])?;
    Ok(())
}

fn take_up(connection: &Connection, task: TaskId, title: String) -> Result<(), StoreError> {
    let content = Content::of(&title);
    let led = (task, title);
    for other in candidates(connection, &content)? {
        let kept: String = connection
            .prepare_cached("SELECT title FROM led_title WHERE task = ?1")?
            .query_row([other], |row| row.get(0))?;
        if content.is_alike(&Content::of(&kept)) {
            pair(connection, &led, &(other, kept))?;
        }
    }
    note(connection, task, &led.1, &content)
}

/// Keeps that two titles are alike, where they are not the same.
fn pair(connection: &Connection, one: &(TaskId, String), other: &(TaskId, String)) -> Result<(), StoreError> {
    if folded(&one.1) != folded(&other.1) {
        let mut alike = connection.prepare_cached("INSERT OR IGNORE INTO led_alike VALUES (?1, ?2)")?;
        alike.execute([one.0, other.0])?;
        alike.execute([other.0, one.0])?;
    }
    Ok(())
}

/// Keeps a title, and by what it is found.
fn note(connection: &Connection, task: TaskId, title: &str, content: &Content) -> Result<(), StoreError> {
    connection.prepare_cached("INSERT INTO led_title VALUES (?1, ?2)")?.execute(params![task, title])?;
    let mut word = connection.prepare_cached("INSERT OR IGNORE INTO led_word VALUES (?1, ?2, ?3, ?4, ?5)")?;
    let (keys, numbers) = (content.keys(), numbers(content));
    // Those of keys first: what is also a form of another word is looked for as the key.
    for (n, key) in (1..).zip(&keys.forms) {
        for form in key {
            word.execute(params![form, numbers, task, n, keys.needed as i64])?;
        }
    }
    for form in content.found_by() {
        word.execute(params![form, numbers, task, None::<i64>, None::<i64>])?;
    }
    Ok(())
}

/// What tells titles with other numbers apart before any of their words is compared; 0 where there are none.
fn numbers(content: &Content) -> i64 {
    let numbers = content.numbers();
    if numbers.is_empty() { 0 } else { project::title_key(&numbers) }
}

/// Those that hold nearly all keys of a title, and those of which it holds nearly all keys. Of work that comes again and
/// again each has its own number: such titles are not even read.
fn candidates(connection: &Connection, content: &Content) -> Result<BTreeSet<TaskId>, StoreError> {
    let numbers = numbers(content);
    let (holding, keyed) = match numbers {
        0 => (
            "SELECT task FROM led_word WHERE form = ?1 AND ?2 = 0",
            "SELECT task, key, needed FROM led_word WHERE form = ?1 AND ?2 = 0 AND key IS NOT NULL",
        ),
        _ => (
            "SELECT task FROM led_word WHERE form = ?1 AND numbers IN (0, ?2)",
            "SELECT task, key, needed FROM led_word WHERE form = ?1 AND numbers IN (0, ?2) AND key IS NOT NULL",
        ),
    };
    let mut holding = connection.prepare_cached(holding)?;
    let keys = content.keys();
    let mut held: HashMap<TaskId, usize> = HashMap::new();
    for key in &keys.forms {
        let mut with_any: BTreeSet<TaskId> = BTreeSet::new();
        for form in key {
            let rows = holding.query_map(params![form, numbers], |row| row.get::<_, TaskId>(0))?;
            with_any.extend(rows.collect::<Result<Vec<_>, _>>()?);
        }
        with_any.into_iter().for_each(|task| *held.entry(task).or_default() += 1);
    }
    let mut found: BTreeSet<TaskId> =
        held.into_iter().filter(|(_, held)| *held >= keys.needed).map(|(task, _)| task).collect();
    let mut keyed = connection.prepare_cached(keyed)?;
    let mut holds: HashMap<TaskId, (BTreeSet<i64>, i64)> = HashMap::new();
    for form in content.found_by() {
        let mut rows = keyed.query(params![form, numbers])?;
        while let Some(row) = rows.next()? {
            let (keys, needed) = holds.entry(row.get(0)?).or_default();
            keys.insert(row.get(1)?);
            *needed = row.get(2)?;
        }
    }
    let all = holds.into_iter().filter(|(_, (keys, needed))| keys.len() as i64 >= *needed);
    found.extend(all.map(|(task, _)| task));
    Ok(found)
}

/// What the rules see of a task and those that are alike to it.
pub(super) fn scene(connection: &Connection, task: TaskId) -> Result<Option<AlikeScene>, StoreError> {
    let others = beside(connection, task)?;
    if others.is_empty() {
        return Ok(None);
    }
    // Of a long series the first ones are looked at, and whoever asks about it before this one.
    let mut seen = BTreeMap::new();
    for (n, other) in others.iter().enumerate() {
        let is_looked_at =
            n < SERIES || (others.len() > PAIRED && *other < task && is_of_many(connection, *other)?);
        if is_looked_at && let Some(likened) = likened(connection, *other)? {
            seen.insert(*other, likened);
        }
    }
    let Some(task) = likened(connection, task)? else { return Ok(None) };
    Ok(Some(AlikeScene { task, others: seen.into_values().collect() }))
}

fn is_of_many(connection: &Connection, task: TaskId) -> Result<bool, StoreError> {
    let next = "SELECT other FROM led_alike WHERE task = ?1 LIMIT ?2";
    Ok(column::<TaskId>(connection, next, params![task, PAIRED as i64 + 1])?.len() > PAIRED)
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
        is_of_many: is_of_many(connection, id)?,
    }))
}
