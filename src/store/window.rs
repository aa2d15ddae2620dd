//! Windows: the rows that a screen shows and a few more, read by index, so that fifty thousand tasks cost no more than
//! fifty. A window is found from the id that is selected, never from a row number: another process may move rows.

mod arrange;
mod condition;
mod few;
mod filter;
mod keyed;

use rusqlite::types::Value;
use rusqlite::{OptionalExtension, Row, params_from_iter};

use arrange::Section;
use condition::{Conditions, blob};
use keyed::keyed;

pub use arrange::{Arrangement, Group, Grouping, Heading, Order};
pub use filter::{Filter, Has, Term, Test};

use super::codec::read_day;
use super::{Store, StoreError, lookup};
use crate::domain::calendar::{At, Day};
use crate::domain::id::{GoalId, MemberId, RoleId, TaskId};
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

/// Where a walk begins: in a group, at a task or at its beginning.
struct Place {
    section: usize,
    key: Option<(Vec<Value>, TaskId)>,
}

/// What a walk came by.
#[derive(Clone, Copy)]
struct Found {
    section: usize,
    task: Option<TaskId>,
}

/// A list, ready to be walked.
struct Arranged {
    conditions: Conditions,
    sections: Vec<Section>,
    /// Where few tasks pass, all of them in their order: nothing is walked then.
    few: Option<Vec<Found>>,
}

const COLUMNS: &str =
    "t.id, t.handle, t.title, t.state, t.since, t.rank, t.due, t.parked, t.next, t.blocked, t.twice,
     t.goal, (SELECT title FROM goal g WHERE g.id = t.goal), t.role, (SELECT name FROM role r WHERE r.id = t.role)";

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
        let arranged = self.arranged(filter)?;
        let place = around.map(|around| self.place(&arranged, around)).transpose()?.flatten();
        let window = self.around(&arranged, place, before, after)?;
        self.listed(arranged, window)
    }

    /// The last lines of the list.
    pub fn last_of_list(&self, filter: &Filter, most: usize) -> Result<List, StoreError> {
        let arranged = self.arranged(filter)?;
        let window = self.end(&arranged, most)?;
        self.listed(arranged, window)
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

    fn only_tasks(&self, window: Window<Found>) -> Result<Window<TaskRow>, StoreError> {
        let ids = window.rows.iter().filter_map(|found| found.task).collect();
        let Window { at, more_before, more_after, .. } = window;
        Ok(Window { rows: self.in_full(ids)?, at, more_before, more_after })
    }

    fn listed(&self, arranged: Arranged, window: Window<Found>) -> Result<List, StoreError> {
        let ids = window.rows.iter().filter_map(|found| found.task).collect();
        let mut tasks = self.in_full(ids)?.into_iter();
        let rows = window.rows.iter().map(|found| Line {
            group: arranged.sections[found.section].heading.group,
            task: found.task.and_then(|_| tasks.next()),
        });
        let rows = rows.collect();
        let Window { at, more_before, more_after, .. } = window;
        let headings = arranged.sections.into_iter().map(|section| section.heading).collect();
        Ok(List { window: Window { rows, at, more_before, more_after }, headings })
    }

    fn arranged(&self, filter: &Filter) -> Result<Arranged, StoreError> {
        let conditions = self.conditions(filter)?;
        let mut arranged = Arranged { conditions, sections: self.sections(filter)?, few: None };
        if arranged.conditions.names_few {
            self.sort_few(&mut arranged)?;
        } else if !filter.is_all() {
            // Counting what a filter leaves would cost a walk over the board.
            arranged.sections.iter_mut().for_each(|section| section.heading.count = None);
        } else if filter.arrangement.grouping == Grouping::State {
            let counts = self.counts()?;
            for section in &mut arranged.sections {
                section.heading.count = match section.heading.group {
                    Group::State(State::Doing) => Some(counts.doing),
                    Group::State(State::Review) => Some(counts.review),
                    Group::State(State::Open) => Some(counts.open),
                    _ => None,
                };
            }
        }
        Ok(arranged)
    }

    /// Looks the few tasks up that can pass, and puts them in order; groups without any are left out.
    fn sort_few(&self, arranged: &mut Arranged) -> Result<(), StoreError> {
        let sql = format!(
            "SELECT t.id, t.list, t.goal, t.role, t.lead, t.rank, t.due_key, t.since FROM task t WHERE {}",
            arranged.conditions.sql
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let keyed = statement.query_map(params_from_iter(&arranged.conditions.values), keyed)?;
        let mut placed = Vec::new();
        for row in keyed {
            let row = row?;
            if let Some(section) = row.section(&arranged.sections) {
                placed.push((section, row.sort(&arranged.sections[section]), row.id));
            }
        }
        placed.sort();
        let mut counts = vec![0; arranged.sections.len()];
        let mut few: Vec<Found> = Vec::with_capacity(placed.len());
        for (section, _, id) in placed {
            counts[section] += 1;
            let is_folded = arranged.sections[section].is_folded;
            if !is_folded {
                few.push(Found { section, task: Some(id) });
            } else if counts[section] == 1 {
                few.push(Found { section, task: None });
            }
        }
        for (section, count) in arranged.sections.iter_mut().zip(counts) {
            section.heading.count = Some(count);
        }
        arranged.few = Some(few);
        Ok(())
    }

    /// The place of a task or a group; whether it passes the filter makes no difference.
    fn place(&self, arranged: &Arranged, around: Around) -> Result<Option<Place>, StoreError> {
        let of_group = |group: Group| arranged.sections.iter().position(|s| s.heading.group == group);
        let id = match around {
            Around::Group(group) => {
                return Ok(of_group(group).map(|section| Place { section, key: None }));
            }
            Around::Task(id) => id,
        };
        let mut statement = self.connection.prepare_cached(
            "SELECT id, list, goal, role, lead, rank, due_key, since FROM task WHERE id = ?1",
        )?;
        let Some(row) = statement.query_row([id], keyed).optional()? else { return Ok(None) };
        Ok(row.section(&arranged.sections).map(|section| {
            let at = &arranged.sections[section];
            let key = (!at.is_folded).then(|| (row.key(at.keys), id));
            Place { section, key }
        }))
    }

    fn around(
        &self,
        arranged: &Arranged,
        place: Option<Place>,
        before: usize,
        after: usize,
    ) -> Result<Window<Found>, StoreError> {
        if let Some(few) = &arranged.few {
            let at = match &place {
                Some(place) => self.place_in_few(arranged, few, place)?,
                None => 0,
            };
            let at = at.min(few.len().saturating_sub(1));
            let (from, to) = match place {
                Some(_) => (at.saturating_sub(before), few.len().min(at + after + 1)),
                None => (0, few.len().min(before + after + 1)),
            };
            let rows = few[from..to].to_vec();
            return Ok(Window { rows, at: at - from, more_before: from > 0, more_after: to < few.len() });
        }
        let Some(place) = place else {
            let mut rows = self.walk(arranged, None, Way::On, before + after + 2)?;
            let more_after = rows.len() > before + after + 1;
            rows.truncate(before + after + 1);
            return Ok(Window { rows, at: 0, more_before: false, more_after });
        };
        let mut above = self.walk(arranged, Some(&place), Way::Back, before + 1)?;
        let more_before = above.len() > before;
        above.truncate(before);
        above.reverse();
        let mut below = self.walk(arranged, Some(&place), Way::On, after + 2)?;
        let more_after = below.len() > after + 1;
        below.truncate(after + 1);
        let at = if below.is_empty() { above.len().saturating_sub(1) } else { above.len() };
        above.extend(below);
        Ok(Window { rows: above, at, more_before, more_after })
    }

    /// Where a place is among few tasks: the task itself, or what took its place.
    fn place_in_few(&self, arranged: &Arranged, few: &[Found], place: &Place) -> Result<usize, StoreError> {
        let Some((_, id)) = &place.key else {
            return Ok(few.partition_point(|found| found.section < place.section));
        };
        if let Some(at) = few.iter().position(|found| found.task == Some(*id)) {
            return Ok(at);
        }
        let section = &arranged.sections[place.section];
        let mut statement = self.connection.prepare_cached(
            "SELECT id, list, goal, role, lead, rank, due_key, since FROM task WHERE id = ?1",
        )?;
        let here = statement.query_row([*id], keyed)?.sort(section);
        for (at, found) in few.iter().enumerate().filter(|(_, found)| found.section >= place.section) {
            let Some(other) = found.task.filter(|_| found.section == place.section) else { return Ok(at) };
            if statement.query_row([other], keyed)?.sort(section) >= here {
                return Ok(at);
            }
        }
        Ok(few.len())
    }

    fn end(&self, arranged: &Arranged, most: usize) -> Result<Window<Found>, StoreError> {
        let (rows, more_before) = match &arranged.few {
            Some(few) => (few[few.len().saturating_sub(most)..].to_vec(), few.len() > most),
            None => {
                let mut rows = self.walk(arranged, None, Way::Back, most + 1)?;
                let more = rows.len() > most;
                rows.truncate(most);
                rows.reverse();
                (rows, more)
            }
        };
        Ok(Window { at: rows.len().saturating_sub(1), rows, more_before, more_after: false })
    }

    /// What comes from a place on (with it), or before it (without it), walking away from it. The groups are walked one
    /// after the other, each by its index.
    fn walk(
        &self,
        arranged: &Arranged,
        from: Option<&Place>,
        way: Way,
        most: usize,
    ) -> Result<Vec<Found>, StoreError> {
        let n = arranged.sections.len();
        let order: Vec<usize> = match (way, from) {
            (Way::On, from) => (from.map_or(0, |place| place.section)..n).collect(),
            (Way::Back, None) => (0..n).rev().collect(),
            (Way::Back, Some(place)) => (0..=place.section).rev().collect(),
        };
        let mut rows = Vec::with_capacity(most.min(256));
        for section in order {
            if rows.len() >= most {
                break;
            }
            let here = from.filter(|place| place.section == section);
            if way == Way::Back && here.is_some_and(|place| place.key.is_none()) {
                continue;
            }
            if arranged.sections[section].is_folded {
                rows.push(Found { section, task: None });
                continue;
            }
            let key = here.and_then(|place| place.key.as_ref());
            let ids = self.walk_section(arranged, section, key, way, most - rows.len())?;
            rows.extend(ids.into_iter().map(|id| Found { section, task: Some(id) }));
        }
        Ok(rows)
    }

    fn walk_section(
        &self,
        arranged: &Arranged,
        section: usize,
        from: Option<&(Vec<Value>, TaskId)>,
        way: Way,
        most: usize,
    ) -> Result<Vec<TaskId>, StoreError> {
        let (conditions, section) = (&arranged.conditions, &arranged.sections[section]);
        let mut values = conditions.values.clone();
        let mut bind = |value: Value| {
            values.push(value);
            format!("?{}", values.len())
        };
        let index = match section.index {
            "task_order" => conditions.index.unwrap_or("task_order"),
            index => index,
        };
        let side = if section.heading.group == Group::Finished { "t.list = 9" } else { "t.list < 9" };
        let bond = match (section.column, &section.value) {
            ("", _) => String::new(),
            (column, Value::Null) => format!(" AND t.{column} IS NULL"),
            (column, value) => format!(" AND t.{column} = {}", bind(value.clone())),
        };
        let descends = section.descending != (way == Way::Back);
        let columns = section.keys.iter().map(|key| format!("t.{key}")).chain(["t.id".to_owned()]);
        let columns: Vec<String> = columns.collect();
        let beyond = match from {
            None => String::new(),
            Some((key, id)) => {
                let side = match (descends, way) {
                    (false, Way::On) => ">=",
                    (true, Way::On) => "<=",
                    (false, Way::Back) => ">",
                    (true, Way::Back) => "<",
                };
                let key: Vec<String> = key.iter().cloned().chain([blob(id.0)]).map(&mut bind).collect();
                format!(" AND ({}) {side} ({})", columns.join(", "), key.join(", "))
            }
        };
        let order = if descends { " DESC" } else { "" };
        let order: Vec<String> = columns.iter().map(|column| format!("{column}{order}")).collect();
        let most = bind(Value::Integer(i64::try_from(most).unwrap_or(i64::MAX)));
        let sql = format!(
            "SELECT t.id FROM task t INDEXED BY {index} WHERE {side} AND {}{bond}{beyond} ORDER BY {} LIMIT {most}",
            conditions.sql,
            order.join(", ")
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let ids = statement.query_map(params_from_iter(values), |row| row.get(0))?;
        Ok(ids.collect::<Result<_, _>>()?)
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
            if task.blocked > 0 {
                task.waits = self.waits_on(task.id)?;
            }
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

    /// What the oldest open blocker of a task waits on.
    fn waits_on(&self, task: TaskId) -> Result<Option<String>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT (SELECT name FROM member m WHERE m.id = b.on_member), b.on_task, b.on_other FROM blocker b
              WHERE b.task = ?1 AND b.live = 1 ORDER BY b.raised, b.record LIMIT 1",
        )?;
        let found =
            statement.query_row([task], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).optional()?;
        let (member, on_task, other): (Option<String>, Option<TaskId>, Option<String>) =
            found.unwrap_or_default();
        match on_task {
            Some(on) => Ok(Some(self.task_handle(on)?)),
            None => Ok(member.or(other)),
        }
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
        waits: None,
        written_twice: row.get(10)?,
        goal: row.get::<_, Option<GoalId>>(11)?.zip(Some(called(row, 12)?)),
        role: row.get::<_, Option<RoleId>>(13)?.zip(Some(called(row, 14)?)),
    })
}

/// A name, or `?` for something whose records have not come yet.
fn called(row: &Row<'_>, at: usize) -> rusqlite::Result<String> {
    Ok(row.get::<_, Option<String>>(at)?.unwrap_or_else(|| "?".to_owned()))
}

/// A way through a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    On,
    Back,
}
