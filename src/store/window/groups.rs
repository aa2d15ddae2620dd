//! A list that stays arranged over several readings: as a whole, or group by group where these stand beside each other.

use std::collections::HashSet;

use rusqlite::params_from_iter;

use super::arrange::{Group, Heading};
use super::condition::blobs;
use super::walk::{Arranged, Found};
use super::{Around, Filter, Line, TaskRow, Window};
use crate::domain::id::TaskId;
use crate::store::{Store, StoreError};

/// A list of which any stretch can be read.
pub struct Groups<'a> {
    store: &'a Store,
    arranged: Arranged,
}

impl Store {
    /// Arranges a list, and reads nothing of it yet.
    pub fn groups(&self, filter: &Filter) -> Result<Groups<'_>, StoreError> {
        Ok(Groups { store: self, arranged: self.arranged(filter)? })
    }
}

impl<'a> Groups<'a> {
    /// One group by itself; nothing where the list has no such group.
    pub fn only(&self, group: Group) -> Groups<'a> {
        Groups { store: self.store, arranged: self.arranged.only(group) }
    }

    pub fn headings(&self) -> impl Iterator<Item = Heading> {
        self.arranged.sections.iter().map(|section| {
            let mut heading = section.heading.clone();
            // How much somebody has in hand is nobody else's number: people are not held against each other.
            if matches!(heading.group, Group::Lead(Some(_))) {
                heading.count = None;
            }
            heading
        })
    }

    /// Whether it is known that nothing of a group passes the filter.
    pub fn is_empty(&self, group: Group) -> bool {
        let mut sections = self.arranged.sections.iter();
        sections.any(|section| section.heading.group == group && section.heading.count == Some(0))
    }

    /// The group in which a task stands; whether it passes the filter makes no difference.
    pub fn of(&self, task: TaskId) -> Result<Option<Group>, StoreError> {
        let place = self.store.place(&self.arranged, Around::Task(task))?;
        Ok(place.map(|place| self.arranged.sections[place.section].heading.group))
    }

    /// The lines of those of some tasks that the list holds: they pass the filter, and their group is not folded.
    pub fn rows_of(&self, tasks: &[TaskId]) -> Result<Vec<TaskRow>, StoreError> {
        let mut held = Vec::with_capacity(tasks.len());
        for task in tasks {
            let place = self.store.place(&self.arranged, Around::Task(*task))?;
            if place.is_some_and(|place| !self.arranged.sections[place.section].is_folded) {
                held.push(*task);
            }
        }
        let conditions = &self.arranged.conditions;
        let ids = blobs(held.iter().map(|task| task.0));
        let sql = format!("SELECT t.id FROM task t WHERE {} AND t.id IN ({ids})", conditions.sql);
        let mut statement = self.store.tables()?.prepare(&sql)?;
        let passing = statement.query_map(params_from_iter(&conditions.values), |row| row.get(0))?;
        let passing: HashSet<TaskId> = passing.collect::<Result<_, _>>()?;
        held.retain(|task| passing.contains(task));
        self.store.in_full(held)
    }

    /// The lines around a task or a group, as [`Store::tasks`] gives them, with folded groups as a line each.
    pub fn around(
        &self,
        around: Option<Around>,
        before: usize,
        after: usize,
    ) -> Result<Window<Line>, StoreError> {
        let place = around.map(|around| self.store.place(&self.arranged, around)).transpose()?.flatten();
        self.in_full(self.store.around(&self.arranged, place, before, after)?)
    }

    /// The last lines.
    pub fn end(&self, most: usize) -> Result<Window<Line>, StoreError> {
        self.in_full(self.store.end(&self.arranged, most)?)
    }

    fn in_full(&self, window: Window<Found>) -> Result<Window<Line>, StoreError> {
        let ids = window.rows.iter().filter_map(|found| found.task).collect();
        let mut tasks = self.store.in_full(ids)?.into_iter();
        let rows = window.rows.iter().map(|found| Line {
            group: self.arranged.sections[found.section].heading.group,
            task: found.task.and_then(|_| tasks.next()),
        });
        let rows = rows.collect();
        let Window { at, more_before, more_after, .. } = window;
        Ok(Window { rows, at, more_before, more_after })
    }
}
