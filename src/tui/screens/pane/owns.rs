//! Who owns what: every live task, in groups; by itself in the order of the work and then of the pull order.
//!
//! ```text
//!   doing 7
//! ▸bakul  Sign the payment contract    ayu +1        2 d  ▲1
//!  danum  Move the shop list           ‹pull me›  due Tue
//!  review   3 tasks, folded
//! ```

mod line;
mod row;
#[cfg(test)]
mod tests;

use line::{Helpers, age, waits};
use row::serves;

use super::Pane;
use crate::domain::id::{SubjectRef, TaskId};
use crate::domain::query::Fault;
use crate::domain::subject::Kind;
use crate::domain::task::State;
use crate::session::{Error, Session};
use crate::store::{
    Around, Arrangement, Filter, Group, Grouping, Heading, Line, List, Order, Store, TaskRow,
};
use crate::tui::kit::cursor::{Cursor, From};
use crate::tui::kit::list::{self, Row};
use crate::tui::kit::text;
use crate::tui::shell::action;
use crate::tui::shell::overview::Overview;
use crate::words::words;

/// Who leads a task and who helps, all by name.
pub fn who(row: &TaskRow, overview: &Overview) -> String {
    line::who(row, overview, Helpers::Named, u16::MAX)
}

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
    list: list::List<Line>,
    headings: Vec<Heading>,
    quick: Option<Quick>,
    /// What the words ask for; while they are wrong, what they asked for last.
    asked: Filter,
    /// The groups and the order that were chosen; words may ask for others.
    chosen: Arrangement,
    /// What the loaded rows were narrowed by, and how they stand.
    last: (String, Option<Quick>, Arrangement),
    sought: Option<Around>,
    columns: Columns,
}

/// How wide the columns are: as wide as what is loaded, so that the titles get the rest.
#[derive(Default)]
struct Columns {
    handle: u16,
    /// The longest title, as far as it is shown whole before all else.
    title: u16,
    who: u16,
    /// With the names of those who help.
    all: u16,
    age: u16,
    waits: u16,
    serves: u16,
    /// What names, blockers and next steps take beyond that where all of it is said.
    more: u16,
    /// What of that the next steps take.
    next: u16,
}

impl Columns {
    /// What a row needs so that nothing of it is cut, with all that is said in short.
    fn inside(&self) -> u16 {
        1 + self.handle + 2 + self.title + 2 + self.who + 2 + self.age + 2 + 2 + 1
    }
}

/// So many columns of a title are whole before anything is said at length.
const TITLE: usize = 60;

impl Owns {
    pub fn selected(&self) -> Option<&TaskRow> {
        self.line()?.task.as_ref()
    }

    fn line(&self) -> Option<&Line> {
        self.list.selected()
    }

    pub fn quick(&self) -> Option<Quick> {
        self.quick
    }

    pub fn set_quick(&mut self, quick: Option<Quick>) {
        self.quick = quick;
    }

    /// The groups and the order in which the list stands.
    pub fn arrangement(&self) -> Arrangement {
        let asked = &self.asked.arrangement;
        let mut arrangement = self.chosen.clone();
        if asked.grouping != Grouping::default() {
            arrangement.grouping = asked.grouping;
        }
        if asked.order != Order::default() {
            arrangement.order = asked.order;
        }
        arrangement
    }

    pub fn group_by(&mut self, grouping: Grouping) {
        self.chosen.grouping = grouping;
    }

    pub fn order_by(&mut self, order: Order) {
        self.chosen.order = order;
    }

    /// Lets it stand so, where no words ask for something else; whether it stood otherwise, and is to be read anew.
    #[must_use]
    pub fn arrange(&mut self, (grouping, order): (Grouping, Order)) -> bool {
        let before = (self.chosen.grouping, self.chosen.order);
        (self.chosen.grouping, self.chosen.order) = (grouping, order);
        before != (grouping, order)
    }

    /// The group in which the cursor stands, where it can be folded.
    pub fn group(&self) -> Option<Group> {
        self.line().map(|line| line.group).filter(|group| self.is_headed(*group))
    }

    /// Whether the cursor stands on a group that is one line.
    pub fn at_folded(&self) -> bool {
        self.line().is_some_and(|line| line.task.is_none())
    }

    /// Makes the group at the cursor one line, or many again.
    pub fn fold(&mut self, group: Group) {
        let before = self.chosen.folded.len();
        self.chosen.folded.retain(|folded| *folded != group);
        if self.chosen.folded.len() == before {
            self.chosen.folded.push(group);
        }
        self.sought = Some(Around::Group(group));
    }

    pub fn unfold_all(&mut self) {
        self.chosen.folded.clear();
    }

    /// The row of a task, if it is loaded.
    pub fn find(&self, task: TaskId) -> Option<&TaskRow> {
        self.tasks().find(|row| row.id == task)
    }

    fn tasks(&self) -> impl Iterator<Item = &TaskRow> {
        self.list.rows.iter().filter_map(|line| line.task.as_ref())
    }

    /// The task one place above or below among the loaded rows, and whether it is in the same group. None where another
    /// order than the pull order is shown.
    pub fn beside(&self, task: TaskId, by: isize) -> Option<(TaskId, bool)> {
        if self.arrangement().order != Order::Pull {
            return None;
        }
        let at =
            self.list.rows.iter().position(|line| line.task.as_ref().is_some_and(|row| row.id == task))?;
        let other = self.list.rows.get(at.checked_add_signed(by)?)?;
        Some((other.task.as_ref()?.id, other.group == self.list.rows[at].group))
    }

    /// Stands on a task from the next reading on, if it is in the list.
    pub fn seek(&mut self, task: TaskId) {
        self.sought = Some(Around::Task(task));
    }

    fn filter(&self, overview: &Overview) -> Filter {
        let filter = Filter { arrangement: self.arrangement(), ..self.asked.clone() };
        match self.quick {
            None => filter,
            Some(Quick::Mine) => Filter { claimed_by: overview.my_id(), ..filter },
            Some(Quick::Free) => Filter { unclaimed: true, ..filter },
            Some(Quick::Blocked) => Filter { blocked: true, ..filter },
            Some(Quick::Finished) => Filter { finished: true, ..filter },
        }
    }

    /// A task that was ended while one stands on it stays in its place until one moves: what is done next is done to it,
    /// and not to what would slip under the hand.
    fn keep_ended(&self, board: &Store, found: &mut List, is_below: bool) -> Result<(), Error> {
        let Some(Line { group, task: Some(row) }) = self.line() else { return Ok(()) };
        let Some(ended) = board.task_row(row.id)?.filter(|row| row.state.is_finished()) else {
            return Ok(());
        };
        let window = &mut found.window;
        if !window.rows.is_empty() && !is_below {
            window.at += 1;
        }
        window.rows.insert(window.at, Line { group: *group, task: Some(ended) });
        Ok(())
    }

    /// Whether a group has a heading: one alone says nothing that the title does not.
    fn is_headed(&self, group: Group) -> bool {
        match group {
            Group::Live => false,
            Group::Finished => self.headings.len() > 1,
            _ => true,
        }
    }

    /// Whether a heading stands above a row.
    fn has_heading(&self, i: usize) -> bool {
        self.begins(i, self.list.cursor.more_before())
    }

    /// Whether a row is the first of its group; of the first that is loaded it is known whether rows stand before it.
    fn begins(&self, i: usize, more_before: bool) -> bool {
        let line = &self.list.rows[i];
        if line.task.is_none() || !self.is_headed(line.group) {
            return false;
        }
        match i.checked_sub(1) {
            Some(before) => self.list.rows[before].group != line.group,
            None => !more_before,
        }
    }

    /// A group's name and how many it holds, where that is known.
    fn heading(&self, group: Group, overview: &Overview) -> (String, Option<i64>) {
        let words = words();
        let known = self.headings.iter().find(|heading| heading.group == group);
        let name = known.and_then(|heading| heading.name.clone()).unwrap_or_else(|| match group {
            Group::State(state) => overview.terms.state(state).into_owned(),
            Group::Goal(None) => words.group_no_goal(),
            Group::Role(None) => words.group_no_role(),
            Group::Lead(None) => words.group_nobody(),
            Group::Live => words.group_all(),
            Group::Finished => words.group_finished(),
            // Its records have not come yet.
            Group::Goal(_) | Group::Role(_) | Group::Lead(_) => "?".to_owned(),
        });
        (name, known.and_then(|heading| heading.count))
    }
}

impl Pane for Owns {
    fn title(&self) -> String {
        let words = words();
        let title = match self.quick {
            None => words.scr_owns(),
            Some(Quick::Mine) => words.scr_owns_mine(),
            Some(Quick::Free) => words.scr_owns_free(),
            Some(Quick::Blocked) => words.scr_owns_blocked(),
            Some(Quick::Finished) => return words.scr_owns_finished(),
        };
        let grouping = match self.arrangement().grouping {
            Grouping::State => None,
            Grouping::Goal => Some(words.group_title_goal()),
            Grouping::Role => Some(words.group_title_role()),
            Grouping::Lead => Some(words.group_title_lead()),
            Grouping::Nothing => Some(words.group_title_nothing()),
        };
        let order = match self.arrangement().order {
            Order::Pull => None,
            Order::Due => Some(words.group_title_due()),
            Order::Age => Some(words.group_title_age()),
        };
        let how: Vec<String> = grouping.into_iter().chain(order).collect();
        if how.is_empty() { title } else { words.group_title_by(title, how.join(", ")) }
    }

    fn fact(&self, overview: &Overview) -> String {
        let counts = &overview.counts;
        if self.is_narrowed() {
            // Folded groups count what they hold, where that is known.
            let known = self.headings.iter().map(|heading| heading.count).sum::<Option<i64>>();
            let found = known.map_or(self.tasks().count(), |n| usize::try_from(n).unwrap_or(0));
            let more = self.list.cursor.more_before() || self.list.cursor.more_after();
            return if more {
                words().scr_shown_more(self.tasks().count())
            } else {
                words().scr_shown(found)
            };
        }
        match (counts.live, counts.free) {
            (0, _) => String::new(),
            (live, 0) => words().scr_owns_fact(live),
            (live, free) => words().scr_owns_fact_free(live, free),
        }
    }

    fn gist(&self, overview: &Overview) -> String {
        let counts = &overview.counts;
        words().scr_owns_gist(counts.doing, overview.terms.state(State::Doing), counts.free, counts.blocked)
    }

    fn empty(&self) -> String {
        words().scr_owns_empty(action::key_of("new"), action::key_of("palette"))
    }

    fn cursor(&self) -> &Cursor {
        &self.list.cursor
    }

    fn cursor_mut(&mut self) -> &mut Cursor {
        &mut self.list.cursor
    }

    fn load(&mut self, session: &Session, overview: &Overview, from: From) -> Result<(), Error> {
        let asked = session.task_query(&self.list.words)?;
        // A key that is not one (yet) asks for nothing; a value that is wrong leaves what was found last.
        let at_keys =
            |fault: &Fault| self.list.words.get(fault.at.clone()).is_some_and(|part| part.ends_with(':'));
        if asked.faults.iter().all(at_keys) {
            self.asked = asked.filter;
        }
        let (board, filter) = (session.board(), self.filter(overview));
        let reach = self.list.cursor.reach();
        let around = |line: &Line| match &line.task {
            Some(row) => Around::Task(row.id),
            None => Around::Group(line.group),
        };
        let sought = self.sought.take();
        let from = if sought.is_some() { From::Here } else { from };
        let selected = sought.or(self.line().map(around));
        let mut found = match from {
            From::Here => board.list(&filter, selected, reach, reach)?,
            From::Start => board.list(&filter, None, 0, reach)?,
            From::End => board.last_of_list(&filter, reach)?,
        };
        // Where the selected task left the list, its neighbours are still of interest, not the top of the order.
        // While one types a filter, what is found first is what one wants.
        let by = (self.list.words.clone(), self.quick, filter.arrangement.clone());
        let same = self.last == by && sought.is_none();
        let there = |found: &List| found.window.rows.get(found.window.at).map(around);
        if same && from == From::Here && there(&found) != selected {
            let at = self.list.cursor.at().min(self.list.rows.len());
            let (above, below) = self.list.rows.split_at(at);
            let mut is_below = true;
            let near = below.iter().skip(1).map(|line| (line, true));
            let near = near.chain(above.iter().rev().map(|line| (line, false)));
            for (neighbour, stands_below) in near.take(NEAR) {
                let other = board.list(&filter, Some(around(neighbour)), reach, reach)?;
                if there(&other) == Some(around(neighbour)) {
                    (found, is_below) = (other, stands_below);
                    break;
                }
            }
            self.keep_ended(board, &mut found, is_below)?;
        }
        self.last = by;
        self.list.rows = found.window.rows;
        self.headings = found.headings;
        let widest = |of: &dyn Fn(&TaskRow) -> usize| self.tasks().map(of).max().unwrap_or(0) as u16;
        let grouping = filter.arrangement.grouping;
        let long = widest(&|row| {
            let next = row.next.as_deref().map_or(0, |next| 2 + text::width(&words().scr_next(next)));
            text::width(&row.title) + next
        });
        let mut columns = Columns {
            handle: widest(&|row| row.handle.len()).clamp(3, 11),
            title: widest(&|row| text::width(&row.title).min(TITLE)),
            who: widest(&|row| text::width(&line::who(row, overview, Helpers::Counted, u16::MAX)))
                .clamp(5, 22),
            all: widest(&|row| text::width(&line::who(row, overview, Helpers::Named, u16::MAX))).clamp(5, 34),
            age: widest(&|row| text::width(&age(row, overview).0)).clamp(4, 14),
            waits: widest(&|row| text::width(&waits(row))).min(16),
            more: 0,
            next: 0,
            serves: widest(&|row| serves(row, grouping).map_or(0, text::width)).min(26),
        };
        let names = columns.all.saturating_sub(columns.who);
        columns.next = long.saturating_sub(columns.title).min(60);
        columns.more = names + columns.waits + columns.next;
        self.columns = columns;
        let (before, after) = (found.window.more_before, found.window.more_after);
        let lines = (0..self.list.rows.len()).map(|i| 1 + u16::from(self.begins(i, before))).collect();
        if same && from == From::Here {
            self.list.cursor.replace(lines, found.window.at, before, after);
        } else {
            self.list.cursor.restart(lines, found.window.at, before, after);
        }
        Ok(())
    }

    fn filter(&self) -> &str {
        &self.list.words
    }

    fn set_filter(&mut self, words: String) {
        self.list.words = words;
    }

    fn is_narrowed(&self) -> bool {
        self.quick.is_some() || !self.list.words.is_empty()
    }

    fn width(&self) -> u16 {
        self.columns.inside() + 2
    }

    fn wish(&self) -> u16 {
        self.width() + self.columns.more
    }

    fn lists(&self) -> Option<Kind> {
        Some(Kind::Task)
    }

    fn about(&self, i: usize) -> Option<SubjectRef> {
        let task = self.list.rows.get(i).and_then(|line| line.task.as_ref());
        task.map(|row| row.id.into())
    }

    fn in_words(&self, i: usize, overview: &Overview) -> String {
        let Some(line) = self.list.rows.get(i) else { return String::new() };
        match &line.task {
            Some(row) => super::in_words::task(row, overview),
            None => {
                let (name, count) = self.heading(line.group, overview);
                words().plain_folded(name, count.unwrap_or(0))
            }
        }
    }

    fn is_heading(&self, row: usize, line: u16) -> bool {
        let folded = self.list.rows.get(row).is_some_and(|row| row.task.is_none());
        folded || (line == 0 && row < self.list.rows.len() && self.has_heading(row))
    }

    fn row(&self, i: usize, overview: &Overview, line: &mut Row<'_>) {
        row::draw(self, i, overview, line);
    }
}
