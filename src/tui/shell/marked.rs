//! The tasks that are marked, so that a key acts on all of them at once.
//!
//! They are kept as lines, as the list had them when it was read last: what a key does to each follows from those, whether
//! they are in sight or not. **Invariant:** nothing is marked that its list does not hold: whoever reads the list says which
//! marks still stand ([`Marked::keep`]).

use crate::domain::id::TaskId;
use crate::store::TaskRow;
use crate::words::words;

/// So many are marked at most: who means more means a filter, and each is one record.
pub const MOST: usize = 200;

/// What is marked.
#[derive(Default)]
pub struct Marked {
    rows: Vec<TaskRow>,
    /// What is to be marked when the list is read next.
    pub wish: Option<Wish>,
    /// What is to be said of it.
    notice: Option<String>,
}

/// What can be marked at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wish {
    /// From what was marked last to what is selected.
    Stretch,
    /// All that the list holds.
    All,
}

/// Several tasks, as one would call them.
pub fn together(rows: &[TaskRow]) -> String {
    const NAMED: usize = 5;
    let handles: Vec<&str> = rows.iter().take(NAMED).map(|row| row.handle.as_str()).collect();
    let handles = handles.join(", ");
    let named = match rows.len().saturating_sub(NAMED) {
        0 => handles,
        more => words().phrase_and_more(handles, more),
    };
    words().mark_held(rows.len(), named)
}

impl Marked {
    pub fn rows(&self) -> &[TaskRow] {
        &self.rows
    }

    pub fn ids(&self) -> impl Iterator<Item = TaskId> {
        self.rows.iter().map(|row| row.id)
    }

    pub fn has(&self, task: TaskId) -> bool {
        self.ids().any(|id| id == task)
    }

    /// What was marked last: where a stretch begins.
    pub fn last(&self) -> Option<TaskId> {
        self.rows.last().map(|row| row.id)
    }

    /// Marks what is not marked, or lets its mark go.
    pub fn toggle(&mut self, row: &TaskRow) {
        if self.has(row.id) {
            self.rows.retain(|other| other.id != row.id);
        } else {
            self.add([row.clone()]);
        }
    }

    /// Marks these, too, as far as there may be more.
    pub fn add(&mut self, rows: impl IntoIterator<Item = TaskRow>) {
        for row in rows {
            if self.has(row.id) {
                continue;
            }
            if self.rows.len() >= MOST {
                self.notice = Some(words().mark_most(MOST));
                break;
            }
            self.rows.push(row);
        }
    }

    /// That there are more than were marked.
    pub fn says_most(&mut self) {
        self.notice = Some(words().mark_most(MOST));
    }

    pub fn release(&mut self) {
        self.rows.clear();
    }

    /// Lets all marks go where something was done to one of them: what is done next is meant for what is marked then.
    pub fn done(&mut self, is_about: impl Fn(TaskId) -> bool) {
        if self.ids().any(is_about) {
            self.release();
        }
    }

    /// Takes the lines of those that the list still holds, as they are now. That others are marked no more is said.
    pub fn keep(&mut self, mut held: Vec<TaskRow>) {
        let before = self.rows.len();
        let at = |row: &TaskRow| self.rows.iter().position(|other| other.id == row.id);
        held.sort_by_key(at);
        self.rows = held;
        let lost = before.saturating_sub(self.rows.len());
        if lost > 0 {
            self.notice = Some(words().mark_lost(lost));
        }
    }

    /// Marks from what was marked last to one of these rows, or all of them.
    pub fn add_of(&mut self, rows: Vec<TaskRow>, wish: Wish, to: Option<TaskId>) {
        let at = |task: Option<TaskId>| rows.iter().position(|row| Some(row.id) == task);
        match (wish, at(self.last()), at(to)) {
            (Wish::All, ..) => self.add(rows),
            (Wish::Stretch, Some(from), Some(to)) if from < to => self.add(rows[from..=to].to_vec()),
            // What was marked last is where the next stretch begins.
            (Wish::Stretch, Some(from), Some(to)) => self.add(rows[to..=from].iter().rev().cloned()),
            (Wish::Stretch, None, Some(to)) => self.add([rows[to].clone()]),
            (Wish::Stretch, _, None) => {}
        }
    }

    pub fn take_notice(&mut self) -> Option<String> {
        self.notice.take()
    }
}
