//! The neighbours of a place in the pull order.

use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension, params};

use crate::domain::decide::{Neighbours, Place};
use crate::domain::id::TaskId;
use crate::domain::rank::Rank;
use crate::domain::subject::Fold;
use crate::domain::task::Task;
use crate::store::StoreError;

/// The ranks on both sides of a task's new place among the live tasks.
pub(in crate::store) fn neighbours(
    connection: &Connection,
    task: TaskId,
    place: Place,
) -> Result<Neighbours, StoreError> {
    let rank_of = |other: TaskId| -> Result<Option<Rank>, StoreError> {
        let mut statement = connection.prepare_cached("SELECT rank FROM task WHERE id = ?1")?;
        Ok(statement.query_row([other], |row| row.get(0)).optional()?)
    };
    Ok(match place {
        Place::Top => Neighbours { after: None, before: ends(connection)?.0 },
        Place::End => Neighbours { after: ends(connection)?.1, before: None },
        Place::Before(other) => match rank_of(other)? {
            Some(rank) => {
                Neighbours { after: beside(connection, Side::Before, &rank, task)?, before: Some(rank) }
            }
            None => Neighbours::default(),
        },
        Place::After(other) => match rank_of(other)? {
            Some(rank) => {
                Neighbours { before: beside(connection, Side::After, &rank, task)?, after: Some(rank) }
            }
            None => Neighbours::default(),
        },
    })
}

/// The whole order in memory, for as long as the tables are not written: every place is looked for among all tasks.
pub(in crate::store) struct Order(HashMap<TaskId, Ranked>);

struct Ranked {
    rank: Rank,
    is_live: bool,
}

impl Order {
    pub(in crate::store) fn read(connection: &Connection) -> Result<Order, StoreError> {
        let mut statement = connection.prepare("SELECT id, rank, list < 9 FROM task")?;
        let ranked = statement
            .query_map([], |row| Ok((row.get(0)?, Ranked { rank: row.get(1)?, is_live: row.get(2)? })))?;
        Ok(Order(ranked.collect::<Result<_, _>>()?))
    }

    /// Takes a task to its place, or away where it is no more.
    pub(in crate::store) fn keep(&mut self, task: &Task) {
        match task.exists() {
            true => {
                let ranked = Ranked { rank: task.rank().to_owned(), is_live: !task.is_finished() };
                self.0.insert(task.id, ranked);
            }
            false => drop(self.0.remove(&task.id)),
        }
    }

    /// The same as [`neighbours`].
    pub(in crate::store) fn neighbours(&self, task: TaskId, place: Place) -> Neighbours {
        let live =
            || self.0.iter().filter(|(_, ranked)| ranked.is_live).map(|(id, ranked)| (id, &ranked.rank));
        let others = || live().filter(|(id, _)| **id != task).map(|(_, rank)| rank);
        let rank_of = |other: TaskId| self.0.get(&other).map(|ranked| &ranked.rank);
        let (after, before) = match place {
            Place::Top => (None, live().map(|(_, rank)| rank).min()),
            Place::End => (live().map(|(_, rank)| rank).max(), None),
            Place::Before(other) => match rank_of(other) {
                Some(rank) => (others().filter(|other| *other < rank).max(), Some(rank)),
                None => (None, None),
            },
            Place::After(other) => match rank_of(other) {
                Some(rank) => (Some(rank), others().filter(|other| *other > rank).min()),
                None => (None, None),
            },
        };
        Neighbours { after: after.cloned(), before: before.cloned() }
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Side {
    Before,
    After,
}

fn beside(connection: &Connection, side: Side, rank: &str, but: TaskId) -> Result<Option<Rank>, StoreError> {
    let condition = match side {
        Side::Before => "rank < ?1 ORDER BY rank DESC",
        Side::After => "rank > ?1 ORDER BY rank",
    };
    let mut best: Option<Rank> = None;
    for list in [0, 1, 2] {
        let sql = format!("SELECT rank FROM task WHERE list = ?3 AND id <> ?2 AND {condition} LIMIT 1");
        let found: Option<Rank> = connection
            .prepare_cached(&sql)?
            .query_row(params![rank, but, list], |row| row.get(0))
            .optional()?;
        best = match (best, found) {
            (Some(a), Some(b)) => Some(if side == Side::Before { a.max(b) } else { a.min(b) }),
            (a, b) => a.or(b),
        };
    }
    Ok(best)
}

/// The first and the last rank of live tasks.
fn ends(connection: &Connection) -> Result<(Option<Rank>, Option<Rank>), StoreError> {
    let mut first: Option<Rank> = None;
    let mut last: Option<Rank> = None;
    for list in [0, 1, 2] {
        let mut statement = connection.prepare_cached(
            "SELECT (SELECT min(rank) FROM task WHERE list = ?1), (SELECT max(rank) FROM task WHERE list = ?1)",
        )?;
        let (low, high): (Option<Rank>, Option<Rank>) =
            statement.query_row([list], |row| Ok((row.get(0)?, row.get(1)?)))?;
        first = match (first, low) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
        last = last.max(high);
    }
    Ok((first, last))
}
