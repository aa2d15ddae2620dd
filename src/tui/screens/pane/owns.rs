//! Who owns what: every live task, in groups; by itself in the order of the work and then of the pull order.
//!
//! ```text
//!   doing 7
//! ▸bakul  Sign the payment contract    ayu +1        2 d  ▲1
//!  danum  Move the shop list           ‹pull me›  due Tue
//!  review   3 tasks, folded
//! ```
//!
//! Alone on the screen it can also stand in columns, a list for each group: see [`columns`].

mod card;
mod columns;
mod fit;
mod line;
mod marking;
mod read;
mod row;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_columns;

use columns::Column;
pub use columns::{Selected, Shape};
use fit::Fit;
use line::Helpers;
use row::Widths;

use super::{Beginning, Pane};
use crate::domain::id::{SubjectRef, TaskId};
use crate::domain::query::parse;
use crate::domain::subject::Kind;
use crate::domain::task::State;
use crate::session::{Error, Session};
use crate::store::{Around, Arrangement, Filter, Group, Grouping, Heading, Line, Order, TaskRow};
use crate::tui::kit::cursor::{Cursor, From};
use crate::tui::kit::list::Row;
use crate::tui::kit::marks::marks;
use crate::tui::shell::action;
use crate::tui::shell::marked::Marked;
use crate::tui::shell::overview::Overview;
use crate::words::words;

/// Who leads a task and who helps, all by name.
pub fn who(row: &TaskRow, overview: &Overview) -> String {
    line::who(row, Group::Live, overview, Helpers::Named, u16::MAX)
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

pub struct Owns {
    /// All tasks in one list, or the groups as they stand beside each other; never none.
    columns: Vec<Column>,
    /// The one in which the cursor stands.
    at: usize,
    /// The first that is in sight.
    first: usize,
    shape: Shape,
    fit: Fit,
    words: String,
    /// The words among them that are looked for in what is written.
    found_by: String,
    headings: Vec<Heading>,
    quick: Option<Quick>,
    /// What the words ask for; while they are wrong, what they asked for last.
    asked: Filter,
    /// The groups and the order that were chosen; words may ask for others.
    chosen: Arrangement,
    /// What the loaded rows were narrowed by, and how they stand.
    last: (String, Option<Quick>, Arrangement, Shape),
    sought: Option<Around>,
    widths: Widths,
    pub marked: Marked,
}

impl Default for Owns {
    fn default() -> Owns {
        Owns {
            columns: vec![Column::default()],
            at: 0,
            first: 0,
            shape: Shape::default(),
            fit: Fit::default(),
            words: String::new(),
            found_by: String::new(),
            headings: Vec::new(),
            quick: None,
            asked: Filter::default(),
            chosen: Arrangement::default(),
            last: Default::default(),
            sought: None,
            widths: Widths::default(),
            marked: Marked::default(),
        }
    }
}

impl Owns {
    pub fn selected(&self) -> Option<&TaskRow> {
        self.line()?.task.as_ref()
    }

    fn line(&self) -> Option<&Line> {
        self.here().line()
    }

    /// The list in which the cursor stands.
    fn here(&self) -> &Column {
        &self.columns[self.at]
    }

    fn here_mut(&mut self) -> &mut Column {
        &mut self.columns[self.at]
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
        if self.shape == Shape::Columns {
            arrangement.folded.clear();
            if arrangement.grouping == Grouping::Nothing {
                arrangement.grouping = Grouping::State;
            }
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
        self.line()
            .filter(|_| self.shape == Shape::List)
            .map(|line| line.group)
            .filter(|group| self.is_headed(*group))
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

    /// Whether there are groups that can be folded.
    pub fn has_groups(&self) -> bool {
        self.shape == Shape::List && self.headings.iter().any(|heading| self.is_headed(heading.group))
    }

    /// Makes every group one line; where all are, many again.
    pub fn fold_all(&mut self) {
        let groups = self.headings.iter().map(|heading| heading.group);
        let groups: Vec<Group> = groups.filter(|group| self.is_headed(*group)).collect();
        let are_folded = groups.iter().all(|group| self.chosen.folded.contains(group));
        self.sought = self.group().map(Around::Group);
        self.chosen.folded = if are_folded { Vec::new() } else { groups };
    }

    /// The row of a task, if it is loaded.
    pub fn find(&self, task: TaskId) -> Option<&TaskRow> {
        self.tasks().find(|row| row.id == task)
    }

    fn tasks(&self) -> impl Iterator<Item = &TaskRow> {
        self.columns.iter().flat_map(|column| &column.rows).filter_map(|line| line.task.as_ref())
    }

    /// The task one place above or below among the loaded rows, and whether it is in the same group. None where another
    /// order than the pull order is shown.
    pub fn beside(&self, task: TaskId, by: isize) -> Option<(TaskId, bool)> {
        if self.arrangement().order != Order::Pull {
            return None;
        }
        let rows = &self.here().rows;
        let at = rows.iter().position(|line| line.task.as_ref().is_some_and(|row| row.id == task))?;
        let other = rows.get(at.checked_add_signed(by)?)?;
        Some((other.task.as_ref()?.id, other.group == rows[at].group))
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
        let here = self.here();
        self.begins(&here.rows, i, here.cursor.more_before())
    }

    /// Whether a row is the first of its group; of the first that is loaded it is known whether rows stand before it.
    fn begins(&self, rows: &[Line], i: usize, more_before: bool) -> bool {
        let line = &rows[i];
        if self.shape == Shape::Columns || line.task.is_none() || !self.is_headed(line.group) {
            return false;
        }
        match i.checked_sub(1) {
            Some(before) => rows[before].group != line.group,
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
        let counts = &overview.counts;
        let ended = (group == Group::Finished && !self.is_narrowed()).then_some(counts.done + counts.dropped);
        (name, known.and_then(|heading| heading.count).or(ended))
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
        if let n @ 1.. = self.marked.rows().len() {
            return format!("{} {}", marks().marked, words().mark_count(n));
        }
        if self.is_narrowed() {
            // Folded groups count what they hold, where that is known.
            let known = self.headings.iter().map(|heading| heading.count).sum::<Option<i64>>();
            let (loaded, more) = self.loaded_tasks();
            return match known.and_then(|known| usize::try_from(known).ok()) {
                Some(known) if self.is_beside() || !more => words().scr_shown(known),
                None if !more => words().scr_shown(loaded),
                _ => words().scr_shown_more(loaded),
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

    /// Nothing was written on the board yet: it says what it is, where it lies, and what comes next.
    fn beginning(&self, overview: &Overview) -> Option<Beginning> {
        let (words, counts) = (words(), &overview.counts);
        if counts.live + counts.done + counts.dropped > 0 {
            return None;
        }
        let mut said = vec![words.begin_board(&overview.team)];
        said.extend(overview.file.as_ref().map(|file| words.begin_file(file)));
        let key = action::key_of;
        let adds = |pane: &str| format!("{} {}", key(pane), key("new"));
        let mut keys = vec![(key("new"), words.begin_task())];
        if counts.roles == 0 {
            keys.push((adds("pane.roles"), words.begin_role()));
        }
        if counts.goals == 0 {
            keys.push((adds("pane.goals"), words.begin_goal()));
        }
        keys.push((key("palette"), words.begin_learn()));
        keys.push((key("help"), words.begin_help()));
        Some(Beginning { said, keys })
    }

    fn cursor(&self) -> &Cursor {
        &self.here().cursor
    }

    fn cursor_mut(&mut self) -> &mut Cursor {
        &mut self.here_mut().cursor
    }

    fn load(&mut self, session: &Session, overview: &Overview, from: From) -> Result<(), Error> {
        self.read(session, overview, from, read::What::All)
    }

    fn load_more(&mut self, session: &Session, overview: &Overview, from: From) -> Result<(), Error> {
        self.read(session, overview, from, read::What::Short)
    }

    fn filter(&self) -> &str {
        &self.words
    }

    fn set_filter(&mut self, words: String) {
        self.found_by = parse(&words).0.sought();
        self.words = words;
    }

    fn is_narrowed(&self) -> bool {
        self.quick.is_some() || !self.words.is_empty()
    }

    fn width(&self) -> u16 {
        self.widths.inside() + 2
    }

    fn wish(&self) -> u16 {
        self.width() + self.widths.more
    }

    fn lists(&self) -> Option<Kind> {
        Some(Kind::Task)
    }

    fn about(&self, i: usize) -> Option<SubjectRef> {
        let task = self.here().rows.get(i).and_then(|line| line.task.as_ref());
        task.map(|row| row.id.into())
    }

    fn in_words(&self, i: usize, overview: &Overview) -> String {
        let Some(line) = self.here().rows.get(i) else { return String::new() };
        match &line.task {
            Some(row) if self.marked.has(row.id) => {
                words().mark_in_words(super::in_words::task(row, overview))
            }
            Some(row) => super::in_words::task(row, overview),
            None => {
                let (name, count) = self.heading(line.group, overview);
                words().plain_folded(name, count.unwrap_or(0))
            }
        }
    }

    fn is_heading(&self, row: usize, line: u16) -> bool {
        let folded = self.here().rows.get(row).is_some_and(|row| row.task.is_none());
        folded || (line == 0 && row < self.here().rows.len() && self.has_heading(row))
    }

    fn row(&self, i: usize, overview: &Overview, line: &mut Row<'_>) {
        row::draw(self, i, overview, line);
    }
}
