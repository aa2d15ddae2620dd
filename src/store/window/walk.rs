//! Walking an arranged list: group by group, each by its index, from a place on or back.

use rusqlite::types::Value;
use rusqlite::{OptionalExtension, params_from_iter};

use super::arrange::{Group, Grouping, Section};
use super::condition::{Conditions, blob};
use super::filter::Filter;
use super::keyed::keyed;
use super::{Around, Window};
use crate::domain::id::TaskId;
use crate::domain::task::State;
use crate::store::{Store, StoreError};

/// Where a walk begins: in a group, at a task or at its beginning.
pub(super) struct Place {
    pub section: usize,
    key: Option<(Vec<Value>, TaskId)>,
}

/// What a walk came by.
#[derive(Clone, Copy)]
pub(super) struct Found {
    pub section: usize,
    pub task: Option<TaskId>,
}

/// A list, ready to be walked.
#[derive(Clone)]
pub(super) struct Arranged {
    pub conditions: Conditions,
    pub sections: Vec<Section>,
    /// Where few tasks pass, all of them in their order: nothing is walked then.
    few: Option<Vec<Found>>,
}

impl Arranged {
    /// The list of one group by itself.
    pub fn only(&self, group: Group) -> Arranged {
        let at = self.sections.iter().position(|section| section.heading.group == group);
        let of_it = |found: &&Found| Some(found.section) == at;
        let few = self.few.as_ref().map(|few| few.iter().filter(of_it));
        Arranged {
            conditions: self.conditions.clone(),
            sections: at.map(|at| self.sections[at].clone()).into_iter().collect(),
            few: few.map(|few| few.map(|found| Found { section: 0, ..*found }).collect()),
        }
    }
}

/// A way through a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    On,
    Back,
}

impl Store {
    pub(super) fn arranged(&self, filter: &Filter) -> Result<Arranged, StoreError> {
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
        let mut statement = self.tables()?.prepare_cached(&sql)?;
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
    pub(super) fn place(&self, arranged: &Arranged, around: Around) -> Result<Option<Place>, StoreError> {
        let of_group = |group: Group| arranged.sections.iter().position(|s| s.heading.group == group);
        let id = match around {
            Around::Group(group) => {
                return Ok(of_group(group).map(|section| Place { section, key: None }));
            }
            Around::Task(id) => id,
        };
        let mut statement = self.tables()?.prepare_cached(
            "SELECT id, list, goal, role, lead, rank, due_key, since FROM task WHERE id = ?1",
        )?;
        let Some(row) = statement.query_row([id], keyed).optional()? else { return Ok(None) };
        Ok(row.section(&arranged.sections).map(|section| {
            let at = &arranged.sections[section];
            let key = (!at.is_folded).then(|| (row.key(at.keys), id));
            Place { section, key }
        }))
    }

    pub(super) fn around(
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
        let mut statement = self.tables()?.prepare_cached(
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

    pub(super) fn end(&self, arranged: &Arranged, most: usize) -> Result<Window<Found>, StoreError> {
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
        let (index, common) = match (section.index, &conditions.shared) {
            (whole @ ("task_order" | "task_rank"), Some(shared)) => {
                let value = bind(shared.value.clone());
                let index = if whole == "task_order" { shared.by_list } else { shared.index };
                (index, format!(" AND t.{} = {value}", shared.column))
            }
            ("task_order", None) => (conditions.index.unwrap_or("task_order"), String::new()),
            (index, _) => (index, String::new()),
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
            "SELECT t.id FROM task t INDEXED BY {index} WHERE {side} AND {}{common}{bond}{beyond} ORDER BY {} LIMIT {most}",
            conditions.sql,
            order.join(", ")
        );
        let mut statement = self.tables()?.prepare_cached(&sql)?;
        let ids = statement.query_map(params_from_iter(values), |row| row.get(0))?;
        Ok(ids.collect::<Result<_, _>>()?)
    }
}
