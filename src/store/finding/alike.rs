//! Which led live tasks have titles that are alike: kept in pairs, so that a change compares one title only.
//!
//! Only tasks that somebody leads are here: two that nobody leads cannot overlap, and most of a long list are nobody's.
//! **Invariant:** the pairs are those of all led live tasks of which the titles are alike and not the same, whatever came in
//! which order (a property test): two titles decide by themselves whether they are.

mod words;

use std::collections::BTreeSet;

use rusqlite::{Connection, OptionalExtension, params};

use super::scene::column;
use crate::domain::calendar::At;
use crate::domain::folding::folded;
use crate::domain::id::{MemberId, TaskId};
use crate::insight::likeness::{self, Content, PAIRED};
use crate::insight::{AlikeScene, Likened};
use crate::store::StoreError;
use words::{Candidate, Words};

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
    let mut words = Words::default();
    for ((task, title), content) in led.iter().zip(&contents) {
        note(connection, *task, title, content)?;
        words.add(*task, content);
    }
    words.keep(connection)
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
    words::remove(connection, task, content)?;
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
    for Candidate { task: other, is_sure } in words::candidates(connection, &content)? {
        let kept: String = connection
            .prepare_cached("SELECT title FROM led_title WHERE task = ?1")?
            .query_row([other], |row| row.get(0))?;
        if is_sure || content.is_alike(&Content::of(&kept)) {
            pair(connection, &led, &(other, kept))?;
        }
    }
    note(connection, task, &led.1, &content)?;
    words::add(connection, task, &content)
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

/// Keeps a title.
fn note(connection: &Connection, task: TaskId, title: &str, content: &Content) -> Result<(), StoreError> {
    let row = "INSERT INTO led_title VALUES (?1, ?2, ?3)";
    connection.prepare_cached(row)?.execute(params![task, title, content.long_words()])?;
    Ok(())
}

/// What the rules see of a task and those that are alike to it.
pub(super) fn scene(connection: &Connection, task: TaskId) -> Result<Option<AlikeScene>, StoreError> {
    let others = "SELECT other FROM led_alike WHERE task = ?1 ORDER BY other LIMIT ?2";
    let few: Vec<TaskId> = column(connection, others, params![task, PAIRED as i64 + 1])?;
    let seen: Vec<TaskId> = if few.len() > PAIRED {
        // Somebody before it in the series asks.
        let before = "SELECT EXISTS (SELECT 1 FROM led_alike a WHERE a.task = ?1 AND a.other < ?1
            AND EXISTS (SELECT 1 FROM led_alike b WHERE b.task = a.other LIMIT 1 OFFSET ?2))";
        let mut before = connection.prepare_cached(before)?;
        if before.query_row(params![task, PAIRED as i64], |row| row.get(0))? {
            return Ok(None);
        }
        column(connection, others, params![task, SERIES as i64])?
    } else {
        // What is before it asks about the pair, and what is of a series is no pair.
        let mut pairs = Vec::new();
        for other in few.into_iter().filter(|other| *other > task) {
            if !is_of_many(connection, other)? {
                pairs.push(other);
            }
        }
        pairs
    };
    if seen.is_empty() {
        return Ok(None);
    }
    let others = seen.into_iter().filter_map(|other| likened(connection, other).transpose());
    let others = others.collect::<Result<Vec<_>, _>>()?;
    Ok(likened(connection, task)?.map(|task| AlikeScene { task, others }))
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;
    use crate::domain::id::BoardId;
    use crate::store::{Key, Store};

    /// Words with forms in common, a slip, two that are written as one, a verb, light words, numbers, a denial.
    const WORD: &str = "write|menulis|sign|signup|sign up|price|harga|contract|cotnract|invoice|faktur|list|daftar|new|\
                        page|3|IV|not|kitchen|ktichen|cellar|roof";

    fn task(n: usize) -> TaskId {
        TaskId(Uuid::from_u128(n as u128 + 1))
    }

    fn kept(connection: &Connection) -> Vec<(TaskId, TaskId)> {
        let mut statement = connection.prepare("SELECT task, other FROM led_alike ORDER BY 1, 2").unwrap();
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
        rows.collect::<Result<_, _>>().unwrap()
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn one_title_after_another_leads_to_what_all_at_once_lead_to(
            titles in prop::collection::vec(prop::collection::vec(WORD, 1..6), 2..12),
            changed in prop::collection::vec((0_usize..12, prop::collection::vec(WORD, 1..6)), 0..4),
        ) {
            let store = Store::in_memory(BoardId(Uuid::from_u128(1)), &Key::from_seed([1; 32])).unwrap();
            let connection = &store.connection;
            let mut titles: Vec<String> = titles.iter().map(|words| words.join(" ")).collect();
            for (n, title) in titles.iter().enumerate() {
                take_up(connection, task(n), title.clone()).unwrap();
            }
            for (n, title) in changed {
                let (n, title) = (n % titles.len(), title.join(" "));
                forget(connection, task(n), &Content::of(&titles[n])).unwrap();
                take_up(connection, task(n), title.clone()).unwrap();
                titles[n] = title;
            }
            let contents: Vec<Content> = titles.iter().map(|title| Content::of(title)).collect();
            let mut all = Vec::new();
            for (n, one) in contents.iter().enumerate() {
                for (m, other) in contents.iter().enumerate() {
                    if n != m && one.is_alike(other) && folded(&titles[n]) != folded(&titles[m]) {
                        all.push((task(n), task(m)));
                    }
                }
            }
            prop_assert_eq!(kept(connection), all);
        }
    }
}
