//! Windows: the rows that a screen shows and a few more, read by index, so that fifty thousand tasks cost no more than
//! fifty. A window is found from the id that is selected, never from a row number: another process may move rows.

mod arrange;
mod condition;
mod few;
mod filter;
mod groups;
mod keyed;
mod rows;
mod walk;

use rusqlite::params_from_iter;

use condition::Shared;
use few::Side;
use walk::Found;

pub use arrange::{Arrangement, Group, Grouping, Heading, Order};
pub use filter::{Filter, Has, Term, Test};
pub use groups::Groups;

use super::{Store, StoreError};
use crate::domain::calendar::{At, Day};
use crate::domain::id::{GoalId, MemberId, RoleId, TaskId};
use crate::domain::query::Sense;
use crate::domain::task::{Part, State, is_offer_open};

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
    /// On a finished task instead: whose claims ended with it.
    pub last_claims: Vec<RowClaim>,
    /// Where nobody led it: who finished it.
    pub ended_by: Option<(MemberId, String)>,
    /// Open blockers.
    pub blocked: i64,
    /// What the oldest of them waits on: a name, a task's handle, or what was written.
    pub waits: Option<String>,
    pub written_twice: bool,
    /// What it serves, and whose work it is, as they are called.
    pub goal: Option<(GoalId, String)>,
    pub role: Option<(RoleId, String)>,
}

/// Somebody on a task's line.
#[derive(Debug, Clone, PartialEq)]
pub struct RowClaim {
    pub member: MemberId,
    pub name: String,
    pub part: Part,
    pub since: At,
    pub lease: At,
    /// To whom it is offered, as long as nobody answered.
    pub offer: Option<RowOffer>,
}

/// An offer of a claim that nobody answered.
#[derive(Debug, Clone, PartialEq)]
pub struct RowOffer {
    pub to: MemberId,
    pub name: String,
    pub at: At,
}

impl TaskRow {
    /// Who claims it, or did so until it was finished.
    pub fn people(&self) -> &[RowClaim] {
        if self.state.is_finished() { &self.last_claims } else { &self.claims }
    }
}

impl RowClaim {
    /// The offer that still awaits an answer at `now`; later it has lapsed.
    pub fn open_offer(&self, now: At) -> Option<&RowOffer> {
        self.offer.as_ref().filter(|offer| is_offer_open(offer.at, now))
    }
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

/// The list of what is finished.
const FINISHED: i64 = 9;

/// A line of an arranged list: a task, or a group that stands as one line.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    pub group: Group,
    /// `None` for a group that is folded.
    pub task: Option<TaskRow>,
}

/// A stretch of an arranged list, with the headings of all its groups.
#[derive(Debug, Clone, PartialEq)]
pub struct List {
    pub window: Window<Line>,
    pub headings: Vec<Heading>,
}

/// What a window is read around.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Around {
    Task(TaskId),
    /// A group that is folded, or else its first task.
    Group(Group),
}

impl Store {
    /// The rows around a task: it, up to `before` rows above and `after` below. Where it does not pass the filter, those
    /// around its place. Without a task, or where it is in another list, the beginning of the list. Nothing is folded.
    pub fn tasks(
        &self,
        filter: &Filter,
        around: Option<TaskId>,
        before: usize,
        after: usize,
    ) -> Result<Window<TaskRow>, StoreError> {
        let arranged = self.arranged(&filter.unfolded())?;
        let place = around.map(|id| self.place(&arranged, Around::Task(id))).transpose()?.flatten();
        let window = self.around(&arranged, place, before, after)?;
        self.only_tasks(window)
    }

    /// The last rows of the list.
    pub fn last_tasks(&self, filter: &Filter, most: usize) -> Result<Window<TaskRow>, StoreError> {
        let arranged = self.arranged(&filter.unfolded())?;
        let window = self.end(&arranged, most)?;
        self.only_tasks(window)
    }

    /// The lines around a task or a group, as [`tasks`](Store::tasks), with folded groups as a line each.
    pub fn list(
        &self,
        filter: &Filter,
        around: Option<Around>,
        before: usize,
        after: usize,
    ) -> Result<List, StoreError> {
        let groups = self.groups(filter)?;
        Ok(List { window: groups.around(around, before, after)?, headings: groups.headings().collect() })
    }

    /// The last lines of the list.
    pub fn last_of_list(&self, filter: &Filter, most: usize) -> Result<List, StoreError> {
        let groups = self.groups(filter)?;
        Ok(List { window: groups.end(most)?, headings: groups.headings().collect() })
    }

    /// How many tasks pass a filter, counted up to `most`.
    pub fn count_tasks(&self, filter: &Filter, most: usize) -> Result<usize, StoreError> {
        let lists = filter.lists();
        if let [Term { sense: Sense::Is, any }] = filter.all_terms().as_slice()
            && let [test] = any.as_slice()
            && let Some(count) = self.counted(test, Side::of(&lists), most)?
        {
            return Ok(count);
        }
        let mut conditions = self.conditions(filter)?;
        let (by, mut common) = match conditions.shared.take() {
            Some(Shared { column, value, by_list, .. }) => {
                (format!("INDEXED BY {by_list}"), format!(" AND t.{column} = {}", conditions.bind(value)))
            }
            None => (String::new(), String::new()),
        };
        if let [list] = lists.as_slice() {
            common.push_str(&format!(" AND t.list = {list}"));
        }
        let passing = format!("SELECT 1 FROM task t {by} WHERE {}{common} LIMIT {most}", conditions.sql);
        let sql = format!("SELECT count(*) FROM ({passing})");
        let mut statement = self.tables()?.prepare_cached(&sql)?;
        let n: i64 = statement.query_row(params_from_iter(&conditions.values), |row| row.get(0))?;
        Ok(usize::try_from(n).unwrap_or(0))
    }

    fn only_tasks(&self, window: Window<Found>) -> Result<Window<TaskRow>, StoreError> {
        let ids = window.rows.iter().filter_map(|found| found.task).collect();
        let Window { at, more_before, more_after, .. } = window;
        Ok(Window { rows: self.in_full(ids)?, at, more_before, more_after })
    }
}
