//! Windows: the rows that a screen shows and a few more, read by index, so that fifty thousand tasks cost no more than
//! fifty. A window is found from the id that is selected, never from a row number: another process may move rows.

mod condition;
mod few;
mod filter;

use rusqlite::types::Value;
use rusqlite::{OptionalExtension, Row, params_from_iter};

use condition::{Conditions, blob};

pub use filter::{Filter, Has, Term, Test};

use super::codec::read_day;
use super::{Store, StoreError, lookup};
use crate::domain::calendar::{At, Day};
use crate::domain::id::{MemberId, TaskId};
use crate::domain::task::{Part, State};

/// One line of a list of tasks.
#[derive(Debug, Clone, PartialEq)]
pub struct TaskRow {
    pub id: TaskId,
    /// As much of the handle as is shown.
    pub handle: String,
    pub title: String,
    pub state: State,
    pub since: At,
    pub rank: String,
    pub due: Option<Day>,
    pub parked: Option<Day>,
    pub next: Option<String>,
    /// Who claims it: leads first, each in the order of claiming.
    pub claims: Vec<RowClaim>,
    /// Open blockers.
    pub blocked: i64,
    pub written_twice: bool,
}

/// Somebody on a task's line.
#[derive(Debug, Clone, PartialEq)]
pub struct RowClaim {
    pub member: MemberId,
    pub name: String,
    pub part: Part,
    pub since: At,
    pub lease: At,
}

/// A stretch of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Window<T> {
    pub rows: Vec<T>,
    /// Where the row stands that was asked for; where it does not pass the filter (any more), the row that took its
    /// place; the first, where it is in another list.
    pub at: usize,
    /// Whether there are rows before and after.
    pub more_before: bool,
    pub more_after: bool,
}

/// The list of what is finished: sorted by when, not by rank.
const FINISHED: i64 = 9;

/// Where a task stands in the list.
struct Place {
    list: i64,
    key: Value,
    id: TaskId,
}

const COLUMNS: &str =
    "t.id, t.handle, t.title, t.state, t.since, t.rank, t.due, t.parked, t.next, t.blocked, t.twice";
impl Store {
    /// The rows around a task: it, up to `before` rows above and `after` below. Where it does not pass the filter, those
    /// around its place. Without a task, or where it is in another list, the beginning of the list.
    pub fn tasks(
        &self,
        filter: &Filter,
        around: Option<TaskId>,
        before: usize,
        after: usize,
    ) -> Result<Window<TaskRow>, StoreError> {
        let conditions = self.conditions(filter)?;
        let place = match around {
            Some(id) => self.place(filter, id)?,
            None => None,
        };
        let Some(place) = place else {
            let mut rows = self.walk(filter, &conditions, None, false, before + after + 2)?;
            let more_after = rows.len() > before + after + 1;
            rows.truncate(before + after + 1);
            return Ok(Window { rows: self.in_full(rows)?, at: 0, more_before: false, more_after });
        };
        let mut above = self.walk(filter, &conditions, Some(&place), true, before + 1)?;
        let more_before = above.len() > before;
        above.truncate(before);
        above.reverse();
        let mut below = self.walk(filter, &conditions, Some(&place), false, after + 2)?;
        let more_after = below.len() > after + 1;
        below.truncate(after + 1);
        let at = if below.is_empty() { above.len().saturating_sub(1) } else { above.len() };
        above.extend(below);
        Ok(Window { rows: self.in_full(above)?, at, more_before, more_after })
    }

    /// The last rows of the list.
    pub fn last_tasks(&self, filter: &Filter, most: usize) -> Result<Window<TaskRow>, StoreError> {
        let conditions = self.conditions(filter)?;
        let mut rows = self.walk(filter, &conditions, None, true, most + 1)?;
        let more_before = rows.len() > most;
        rows.truncate(most);
        rows.reverse();
        let rows = self.in_full(rows)?;
        Ok(Window { at: rows.len().saturating_sub(1), rows, more_before, more_after: false })
    }

    /// One line.
    pub fn task_row(&self, id: TaskId) -> Result<Option<TaskRow>, StoreError> {
        let mut statement =
            self.connection.prepare_cached(&format!("SELECT {COLUMNS} FROM task t WHERE t.id = ?1"))?;
        let row = statement.query_map([id], row)?.next().transpose()?;
        Ok(self.fill(row.into_iter().collect())?.pop())
    }

    /// How many tasks pass a filter, counted up to `most`.
    pub fn count_tasks(&self, filter: &Filter, most: usize) -> Result<usize, StoreError> {
        let conditions = self.conditions(filter)?;
        let sql =
            format!("SELECT count(*) FROM (SELECT 1 FROM task t WHERE {} LIMIT {most})", conditions.sql);
        let mut statement = self.connection.prepare_cached(&sql)?;
        let n: i64 = statement.query_row(params_from_iter(&conditions.values), |row| row.get(0))?;
        Ok(usize::try_from(n).unwrap_or(0))
    }

    /// The place of a task among the lists that a filter walks; whether it passes the filter makes no difference.
    fn place(&self, filter: &Filter, id: TaskId) -> Result<Option<Place>, StoreError> {
        let mut statement =
            self.connection.prepare_cached("SELECT list, rank, since FROM task WHERE id = ?1")?;
        let place = statement
            .query_row([id], |row| {
                let list = row.get(0)?;
                Ok(Place { list, key: row.get(if list == FINISHED { 2 } else { 1 })?, id })
            })
            .optional()?;
        Ok(place.filter(|place| filter.lists().contains(&place.list)))
    }

    /// Tasks from a place on (with it), or before it (without it), walking away from it. The lists of the board are
    /// walked one after the other, each by its index.
    fn walk(
        &self,
        filter: &Filter,
        conditions: &Conditions,
        from: Option<&Place>,
        backwards: bool,
        most: usize,
    ) -> Result<Vec<TaskId>, StoreError> {
        let mut lists = filter.lists();
        if backwards {
            lists.reverse();
        }
        let start = from.and_then(|place| lists.iter().position(|list| *list == place.list)).unwrap_or(0);
        let mut ids = Vec::with_capacity(most.min(256));
        for (i, list) in lists.iter().enumerate().skip(start) {
            // The pull order; of what is finished the newest first.
            let (key, descending, index) = match *list {
                FINISHED => ("since", !backwards, "task_finished"),
                _ => ("rank", backwards, conditions.index.unwrap_or("task_order")),
            };
            let order = if descending { "DESC" } else { "ASC" };
            // The few are looked up by their ids, and sorted.
            let (plus, by) = match conditions.names_few {
                true => ("+", String::new()),
                false => ("", format!(" INDEXED BY {index}")),
            };
            let n = conditions.values.len();
            let mut sql =
                format!("SELECT t.id FROM task t{by} WHERE {} AND {plus}t.list = {list}", conditions.sql);
            let mut values = conditions.values.clone();
            if let Some(place) = from.filter(|_| i == start) {
                let side = match (descending, backwards) {
                    (false, false) => ">=",
                    (true, false) => "<=",
                    (false, true) => ">",
                    (true, true) => "<",
                };
                sql.push_str(&format!(" AND ({plus}t.{key}, t.id) {side} (?{}, ?{})", n + 1, n + 2));
                values.extend([place.key.clone(), blob(place.id.0)]);
            }
            sql.push_str(&format!(
                " ORDER BY {plus}t.{key} {order}, t.id {order} LIMIT ?{}",
                values.len() + 1
            ));
            values.push(Value::Integer((most - ids.len()) as i64));
            let mut statement = self.connection.prepare_cached(&sql)?;
            for found in statement.query_map(params_from_iter(values), |row| row.get(0))? {
                ids.push(found?);
            }
            if ids.len() >= most {
                break;
            }
        }
        Ok(ids)
    }

    /// The lines of tasks.
    fn in_full(&self, ids: Vec<TaskId>) -> Result<Vec<TaskRow>, StoreError> {
        let mut statement =
            self.connection.prepare_cached(&format!("SELECT {COLUMNS} FROM task t WHERE t.id = ?1"))?;
        let rows = ids.into_iter().map(|id| statement.query_row([id], row));
        let rows = rows.collect::<Result<Vec<_>, _>>()?;
        self.fill(rows)
    }

    /// Adds who claims each, and cuts the handles to what is shown.
    fn fill(&self, mut rows: Vec<TaskRow>) -> Result<Vec<TaskRow>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT c.member, coalesce(m.name, '?'), c.part, c.since, c.lease FROM claim c
               LEFT JOIN member m ON m.id = c.member
              WHERE c.task = ?1 AND c.live = 1 ORDER BY c.part DESC, c.since, c.record",
        )?;
        for task in &mut rows {
            task.handle = if task.state.is_finished() {
                lookup::shown(&self.connection, "task", &task.handle)?
            } else {
                lookup::shown_live(&self.connection, &task.handle)?
            };
            task.claims = statement
                .query_map([task.id], |row| {
                    let part: String = row.get(2)?;
                    let part = if part == Part::Lead.as_str() { Part::Lead } else { Part::Helper };
                    Ok(RowClaim {
                        member: row.get(0)?,
                        name: row.get(1)?,
                        part,
                        since: row.get(3)?,
                        lease: row.get(4)?,
                    })
                })?
                .collect::<Result<_, _>>()?;
        }
        Ok(rows)
    }
}

fn row(row: &Row<'_>) -> rusqlite::Result<TaskRow> {
    let word: String = row.get(3)?;
    Ok(TaskRow {
        id: row.get(0)?,
        handle: row.get(1)?,
        title: row.get(2)?,
        state: State::ALL.into_iter().find(|state| state.as_str() == word).unwrap_or(State::Open),
        since: row.get(4)?,
        rank: row.get(5)?,
        due: read_day(row.get(6)?),
        parked: read_day(row.get(7)?),
        next: row.get(8)?,
        claims: Vec::new(),
        blocked: row.get(9)?,
        written_twice: row.get(10)?,
    })
}
