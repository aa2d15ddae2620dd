//! Who owns what: every live task, in the order of the work and then of the pull order.
//!
//! ```text
//!   doing 7
//! ▸bakul  Sign the payment contract    ayu +1        2 d  ▲1
//!  danum  Move the shop list           ‹pull me›  due Tue
//! ```

mod line;

use line::{age, calls, who};

use super::{Pane, Row};
use crate::domain::id::TaskId;
use crate::domain::task::State;
use crate::session::{Error, Session};
use crate::store::{Filter, TaskRow, Term};
use crate::tui::cursor::{Cursor, From};
use crate::tui::facts::Facts;
use crate::tui::hand::Hand;
use crate::tui::marks::marks;
use crate::tui::text;
use crate::words::words;

/// A filter of one key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quick {
    /// What I claim.
    Mine,
    /// What nobody leads.
    Free,
    /// What something stops.
    Blocked,
    /// What is finished, instead of what is live.
    Finished,
}

/// So many neighbours of a task that left the list are looked for in its place.
const NEAR: usize = 8;

#[derive(Default)]
pub struct Owns {
    rows: Vec<TaskRow>,
    cursor: Cursor,
    words: String,
    quick: Option<Quick>,
    /// What the words ask for; while they are wrong, what they asked for last.
    terms: Vec<Term>,
    /// What the loaded rows were narrowed by.
    last: (String, Option<Quick>),
    sought: Option<TaskId>,
    columns: Columns,
}

/// How wide the columns are: as wide as what is loaded, so that the titles get the rest.
#[derive(Default)]
struct Columns {
    handle: u16,
    who: u16,
    age: u16,
}

impl Owns {
    pub fn selected(&self) -> Option<&TaskRow> {
        self.rows.get(self.cursor.at())
    }

    pub fn quick(&self) -> Option<Quick> {
        self.quick
    }

    pub fn set_quick(&mut self, quick: Option<Quick>) {
        self.quick = quick;
    }

    /// The row of a task, if it is loaded.
    pub fn find(&self, task: TaskId) -> Option<&TaskRow> {
        self.rows.iter().find(|row| row.id == task)
    }

    /// The task one place above or below among the loaded rows, and whether it is in the same state.
    pub fn beside(&self, task: TaskId, by: isize) -> Option<(TaskId, bool)> {
        let at = self.rows.iter().position(|row| row.id == task)?;
        let other = self.rows.get(at.checked_add_signed(by)?)?;
        Some((other.id, other.state == self.rows[at].state))
    }

    /// Stands on a task from the next reading on, if it is in the list.
    pub fn seek(&mut self, task: TaskId) {
        self.sought = Some(task);
    }

    fn filter(&self, facts: &Facts) -> Filter {
        let terms = self.terms.clone();
        match self.quick {
            None => Filter { terms, ..Filter::default() },
            Some(Quick::Mine) => Filter { terms, claimed_by: facts.my_id(), ..Filter::default() },
            Some(Quick::Free) => Filter { terms, unclaimed: true, ..Filter::default() },
            Some(Quick::Blocked) => Filter { terms, blocked: true, ..Filter::default() },
            Some(Quick::Finished) => Filter { terms, finished: true, ..Filter::default() },
        }
    }

    /// Whether a heading stands above a row: the first of each state.
    fn begins(&self, i: usize) -> bool {
        if self.quick == Some(Quick::Finished) {
            return false;
        }
        match i.checked_sub(1) {
            Some(before) => self.rows[before].state != self.rows[i].state,
            None => !self.cursor.more_before(),
        }
    }

    fn heading(&self, state: State, facts: &Facts) -> String {
        let name = state_name(state);
        let count = match state {
            State::Open => facts.counts.open,
            State::Doing => facts.counts.doing,
            State::Review => facts.counts.review,
            State::Done | State::Dropped => return name,
        };
        // Counting what a filter leaves would cost a walk over the board.
        if self.is_narrowed() { name } else { words().scr_heading(name, count) }
    }
}

impl Pane for Owns {
    fn title(&self) -> String {
        let words = words();
        match self.quick {
            None => words.scr_owns(),
            Some(Quick::Mine) => words.scr_owns_mine(),
            Some(Quick::Free) => words.scr_owns_free(),
            Some(Quick::Blocked) => words.scr_owns_blocked(),
            Some(Quick::Finished) => words.scr_owns_finished(),
        }
    }

    fn fact(&self, facts: &Facts) -> String {
        let counts = &facts.counts;
        if self.is_narrowed() {
            let more = self.cursor.more_before() || self.cursor.more_after();
            return if more {
                words().scr_shown_more(self.rows.len())
            } else {
                words().scr_shown(self.rows.len())
            };
        }
        match (counts.live, counts.free) {
            (0, _) => String::new(),
            (live, 0) => words().scr_owns_fact(live),
            (live, free) => words().scr_owns_fact_free(live, free),
        }
    }

    fn gist(&self, facts: &Facts) -> String {
        let counts = &facts.counts;
        words().scr_owns_gist(counts.doing, counts.free, counts.blocked)
    }

    fn empty(&self) -> String {
        words().scr_owns_empty()
    }

    fn cursor(&self) -> &Cursor {
        &self.cursor
    }

    fn cursor_mut(&mut self) -> &mut Cursor {
        &mut self.cursor
    }

    fn load(&mut self, session: &Session, facts: &Facts, from: From) -> Result<(), Error> {
        let asked = session.filter(&self.words)?;
        if asked.faults.is_empty() {
            self.terms = asked.filter.terms;
        }
        let (board, filter) = (session.board(), self.filter(facts));
        let reach = self.cursor.reach();
        let selected = self.sought.take().or(self.selected().map(|row| row.id));
        let mut window = match from {
            From::Here => board.tasks(&filter, selected, reach, reach)?,
            From::Start => board.tasks(&filter, None, 0, 2 * reach)?,
            From::End => board.last_tasks(&filter, 2 * reach)?,
        };
        // Where the selected task left the list, its neighbours are still of interest, not the top of the order.
        // While one types a filter, what is found first is what one wants.
        let by = (self.words.clone(), self.quick);
        let same = self.last == by;
        if same && from == From::Here && window.rows.get(window.at).map(|row| row.id) != selected {
            let near = self.rows[self.cursor.at().min(self.rows.len())..]
                .iter()
                .skip(1)
                .chain(self.rows[..self.cursor.at().min(self.rows.len())].iter().rev())
                .take(NEAR);
            for neighbour in near {
                let there = board.tasks(&filter, Some(neighbour.id), reach, reach)?;
                if there.rows.get(there.at).is_some_and(|row| row.id == neighbour.id) {
                    window = there;
                    break;
                }
            }
        }
        self.last = by;
        self.rows = window.rows;
        let widest = |of: &dyn Fn(&TaskRow) -> usize| self.rows.iter().map(of).max().unwrap_or(0) as u16;
        self.columns = Columns {
            handle: widest(&|row| row.handle.len()).clamp(3, 11),
            who: widest(&|row| text::width(&who(row, facts))).clamp(5, 22),
            age: widest(&|row| text::width(&age(row, facts).0)).clamp(4, 14),
        };
        // The headings depend on whether rows stand before the loaded ones.
        self.cursor.replace(Vec::new(), 0, window.more_before, window.more_after);
        let lines = (0..self.rows.len()).map(|i| 1 + u16::from(self.begins(i))).collect();
        self.cursor.replace(lines, window.at, window.more_before, window.more_after);
        Ok(())
    }

    fn filter(&self) -> &str {
        &self.words
    }

    fn set_filter(&mut self, words: String) {
        self.words = words;
    }

    fn is_narrowed(&self) -> bool {
        self.quick.is_some() || !self.words.is_empty()
    }

    fn hand(&self) -> Hand {
        self.selected().map_or(Hand::Nothing, |row| Hand::Task(row.id))
    }

    fn row(&self, i: usize, facts: &Facts, line: &mut Row<'_>) {
        let (row, theme) = (&self.rows[i], line.theme);
        let at = u16::from(self.begins(i));
        if at == 1 {
            line.put(1, line.width(), &self.heading(row.state, facts), theme.dim);
        }
        line.mark(at);
        let parked = row.parked.is_some_and(|day| day > facts.today);
        let plain = |style| if parked { theme.dim } else { style };

        // From the right, so that a narrow pane gives up the facts and keeps the title.
        let wide = line.width();
        let mut right = wide.saturating_sub(1);
        if wide >= 34 {
            if row.blocked > 0 {
                let blocked = format!("{}{}", marks().blocked, row.blocked.min(9));
                line.put_on(at, right - 2, 2, &blocked, plain(theme.warn));
            }
            right -= 4;
            let (age, tone) = age(row, facts);
            let columns = (text::width(&age) as u16).min(self.columns.age);
            line.put_on(at, right - columns, columns, &age, plain(tone.style(theme)));
            // Without the column of names there is nothing to stand below of: the title ends where its age begins.
            right -= 2 + if wide >= 48 { self.columns.age } else { columns };
        }
        if wide >= 48 {
            let columns = if wide >= 90 { self.columns.who } else { self.columns.who.min(14) };
            let style = if calls(row, facts) { theme.warn } else { theme.text };
            line.put_on(at, right - columns, columns, &who(row, facts), plain(style));
            right -= columns + 2;
        }
        line.put_on(at, 1, self.columns.handle, &row.handle, plain(theme.accent));
        let x = self.columns.handle + 3;
        let room = right.saturating_sub(x);
        let lead = line.lead(plain(theme.text));
        let x = line.put_on(at, x, room, &row.title, lead);
        if let Some(next) = row.next.as_deref().filter(|_| wide >= 90 && x + 16 < right) {
            line.put_on(at, x + 2, right - x - 2, &words().scr_next(next), theme.dim);
        }
    }
}

/// A state as a heading says it.
pub fn state_name(state: State) -> String {
    let words = words();
    match state {
        State::Open => words.scr_state_open(),
        State::Doing => words.scr_state_doing(),
        State::Review => words.scr_state_review(),
        State::Done => words.scr_state_done(),
        State::Dropped => words.scr_state_dropped(),
    }
}
