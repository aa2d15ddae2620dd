//! Marks in the lists of tasks: what of them still stands when a list was read, and what is marked at once.

use super::Owns;
use super::read::Sources;
use crate::domain::id::TaskId;
use crate::session::Error;
use crate::store::{Around, TaskRow};
use crate::tui::shell::marked::{MOST, Wish};

impl Owns {
    /// Lets go what the lists do not hold any more.
    pub(super) fn keep_marks(&mut self, sources: &Sources<'_>) -> Result<(), Error> {
        let ids: Vec<TaskId> = self.marked.ids().collect();
        if !ids.is_empty() {
            let held = sources.rows_of(&ids)?;
            self.marked.keep(held);
        }
        Ok(())
    }

    /// Marks what was asked for: in the list in which one stands, also where it is not loaded.
    pub(super) fn mark_wished(&mut self, sources: &Sources<'_>) -> Result<(), Error> {
        let Some(wish) = self.marked.wish.take() else { return Ok(()) };
        let one = self.here().group.map(|group| sources.only(group));
        let source = one.as_ref().unwrap_or(&sources.live);
        let tasks = |lines: Vec<crate::store::Line>| lines.into_iter().filter_map(|line| line.task);
        match wish {
            Wish::All => {
                let found = source.around(None, 0, MOST - 1)?;
                self.marked.add(tasks(found.rows));
                if found.more_after {
                    self.marked.says_most();
                }
            }
            Wish::Stretch => {
                let Some(to) = self.selected().cloned() else { return Ok(()) };
                let rows: Vec<TaskRow> = match self.marked.last() {
                    Some(from) => tasks(source.around(Some(Around::Task(from)), MOST, MOST)?.rows).collect(),
                    None => Vec::new(),
                };
                let is_there = |task: TaskId| rows.iter().any(|row| row.id == task);
                match (self.marked.last().is_some_and(is_there), is_there(to.id)) {
                    (true, true) => self.marked.add_of(rows, wish, Some(to.id)),
                    (true, false) => self.marked.says_most(),
                    // Nothing was marked, or it stands in another column.
                    (false, _) => self.marked.add([to]),
                }
            }
        }
        Ok(())
    }
}
