//! Reading who owns what: each list around what is selected in it, and the columns that are in sight.
//!
//! **Invariant:** what is selected stays so, whatever others change, and on its line; where it left its list, the next one
//! takes its place, and in columns the cursor goes with it to where it stands now.

use super::card::{self, Stack};
use super::columns::{Column, Shape};
use super::row::{Loaded, Widths};
use super::{Owns, Pane, Quick};
use crate::domain::id::TaskId;
use crate::domain::query::Fault;
use crate::domain::task::State;
use crate::session::{Error, Session};
use crate::store::{Around, Filter, Group, Grouping, Groups, Line, Store, TaskRow, Window};
use crate::tui::kit::cursor::From;
use crate::tui::shell::overview::Overview;

/// So many neighbours of a task that left the list are looked for in its place.
const NEAR: usize = 8;

/// What is to be read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// Everything that is shown.
    All,
    /// What ran short.
    Short,
}

/// How a list is read.
struct Asking {
    selected: Option<Around>,
    from: From,
    /// Whether it is the list that was read last.
    is_same: bool,
    /// Whether what was ended stays in it as long as it is selected.
    keeps: bool,
}

/// Where the lists are read from.
pub(super) struct Sources<'a> {
    board: &'a Store,
    pub live: Groups<'a>,
    /// What is finished, where it stands beside what is live.
    finished: Option<Groups<'a>>,
}

impl<'a> Sources<'a> {
    pub fn only(&self, group: Group) -> Groups<'a> {
        match &self.finished {
            Some(finished) if group == Group::Finished => finished.only(group),
            _ => self.live.only(group),
        }
    }

    /// The lines of those of some tasks that are in any of the lists.
    pub fn rows_of(&self, tasks: &[TaskId]) -> Result<Vec<TaskRow>, Error> {
        let mut rows = self.live.rows_of(tasks)?;
        if let Some(finished) = &self.finished {
            rows.extend(finished.rows_of(tasks)?);
        }
        Ok(rows)
    }

    /// The group in which a task stands now.
    fn of(&self, task: TaskId) -> Result<Option<Group>, Error> {
        let live = self.live.of(task)?;
        Ok(match &self.finished {
            Some(finished) if live.is_none() => finished.of(task)?,
            _ => live,
        })
    }
}

fn around(line: &Line) -> Around {
    line.task.as_ref().map_or(Around::Group(line.group), |row| Around::Task(row.id))
}

impl Owns {
    pub(super) fn read(
        &mut self,
        session: &Session,
        overview: &Overview,
        from: From,
        what: What,
    ) -> Result<(), Error> {
        let asked = session.task_query(&self.words)?;
        // A key that is not one (yet) asks for nothing; a value that is wrong leaves what was found last.
        let at_keys =
            |fault: &Fault| self.words.get(fault.at.clone()).is_some_and(|part| part.ends_with(':'));
        if asked.faults.iter().all(at_keys) {
            self.asked = asked.filter;
        }
        let (board, filter) = (session.board(), self.filter(overview));
        let by = (self.words.clone(), self.quick, filter.arrangement.clone(), self.shape);
        let is_same = self.last == by;
        let sources = self.sources(board, &filter)?;
        match what {
            What::Short if is_same && self.sought.is_none() => self.read_short(&sources, overview, from)?,
            What::All | What::Short => {
                self.read_all(&sources, overview, from, is_same)?;
                self.keep_marks(&sources)?;
            }
        }
        self.mark_wished(&sources)?;
        self.last = by;
        if self.shape == Shape::List {
            let rows = self.here().rows.iter().filter_map(|line| Some((line.group, line.task.as_ref()?)));
            let cursor = self.cursor();
            let goes_on = cursor.more_before() || cursor.more_after();
            let loaded = if goes_on { Loaded::InPart } else { Loaded::Whole };
            self.widths = Widths::of(rows, loaded, filter.arrangement.grouping, overview);
        } else {
            self.share_room(overview, what);
        }
        Ok(())
    }

    fn sources<'a>(&self, board: &'a Store, filter: &Filter) -> Result<Sources<'a>, Error> {
        let live = board.groups(filter)?;
        // What nobody does any more is not free, and nothing stops it.
        let is_wanted = self.shape == Shape::Columns
            && filter.arrangement.grouping == Grouping::State
            && !matches!(self.quick, Some(Quick::Free | Quick::Blocked));
        let states = [State::Open, State::Doing, State::Review].map(Group::State);
        let is_all = || states.iter().all(|state| live.headings().any(|heading| heading.group == *state));
        let finished = if is_wanted && is_all() {
            Some(board.groups(&Filter { finished: true, ..filter.clone() })?)
        } else {
            None
        };
        Ok(Sources { board, live, finished })
    }

    /// The lists that there are to be: one, or a column for each group, in the order of the work.
    fn wanted(&self, sources: &Sources<'_>) -> Vec<Option<Group>> {
        if self.shape == Shape::List {
            return vec![None];
        }
        let shown = |group: &Group| matches!(group, Group::State(_)) || !sources.live.is_empty(*group);
        let mut groups: Vec<Group> = sources.live.headings().map(|it| it.group).filter(shown).collect();
        groups.sort_by_key(|group| match group {
            Group::State(state) => State::ALL.iter().position(|known| known == state),
            // What nobody leads is what a round asks about first.
            Group::Lead(Some(_)) => Some(0),
            _ => None,
        });
        groups.extend(sources.finished.as_ref().map(|_| Group::Finished));
        if groups.is_empty() { vec![None] } else { groups.into_iter().map(Some).collect() }
    }

    fn read_all(
        &mut self,
        sources: &Sources<'_>,
        overview: &Overview,
        from: From,
        is_same: bool,
    ) -> Result<(), Error> {
        let sought = self.sought.take();
        let from = if sought.is_some() { From::Here } else { from };
        let own = self.line().map(around);
        let stood = self.here().group;
        let mut wanted = self.wanted(sources);
        let mut headings: Vec<_> = sources.live.headings().collect();
        let follows = match sought.or(own) {
            Some(Around::Task(task)) if self.shape == Shape::Columns && from == From::Here => {
                sources.of(task)?.map(Some).filter(|group| wanted.contains(group))
            }
            _ => None,
        };
        // What was sought and stands in none of the columns leaves everything where it is.
        let sought = sought.filter(|_| follows.is_some() || self.shape == Shape::List);
        let (selected, is_same) = (sought.or(own), is_same && sought.is_none());
        // A column that became empty stays as long as one stands in it.
        if is_same && follows.is_none() && stood.is_some() && !wanted.contains(&stood) {
            wanted.insert(self.at.min(wanted.len()), stood);
            let heading = self.headings.iter().find(|heading| Some(heading.group) == stood);
            headings.extend(heading.cloned().map(|heading| crate::store::Heading { count: None, ..heading }));
        }
        self.headings = headings;
        let of = |group: Option<Group>| wanted.iter().position(|other| *other == group);
        let left = of(stood);
        self.at = follows.and_then(of).or(left).unwrap_or(self.at).min(wanted.len() - 1);
        self.stand(wanted);
        let shown = self.loaded();
        for i in 0..self.columns.len() {
            let column = &self.columns[i];
            if !shown.contains(&i) {
                self.columns[i].short = Some(From::Here);
                continue;
            }
            let cursor = &column.cursor;
            let is_at_top = cursor.at() == 0 && !cursor.more_before();
            let is_its_own = is_same && column.group == stood;
            let asking = match i == self.at {
                true => Asking { selected, from, is_same: is_its_own, keeps: true },
                // Where nobody stands, one wants to see what comes in at the top.
                false => Asking {
                    selected: column.line().map(around),
                    from: if is_at_top { From::Start } else { From::Here },
                    is_same,
                    keeps: false,
                },
            };
            self.read_column(i, sources, overview, &asking)?;
            if i != self.at {
                self.columns[i].cursor.fill();
            }
        }
        // It stands in another column, but does not pass the filter any more.
        if let Some(left) = left.filter(|_| follows.is_some() && self.line().map(around) != selected) {
            self.at = left;
            self.keep_in_sight();
        }
        Ok(())
    }

    /// Reads the columns that ran short, or came into sight; where none did, the one in which the cursor stands.
    fn read_short(&mut self, sources: &Sources<'_>, overview: &Overview, from: From) -> Result<(), Error> {
        self.headings = sources.live.headings().collect();
        let shown = self.loaded();
        if !self.is_short() {
            self.here_mut().short = Some(from);
        }
        for i in shown {
            if let Some(from) = self.columns[i].short {
                let selected = self.columns[i].line().map(around);
                let asking = Asking { selected, from, is_same: true, keeps: i == self.at };
                self.read_column(i, sources, overview, &asking)?;
            }
        }
        Ok(())
    }

    /// Reads one list around what is selected in it; where that is gone, around the neighbour that takes its place.
    fn read_column(
        &mut self,
        i: usize,
        sources: &Sources<'_>,
        overview: &Overview,
        asking: &Asking,
    ) -> Result<(), Error> {
        let column = &self.columns[i];
        let one = column.group.map(|group| sources.only(group));
        let source = one.as_ref().unwrap_or(&sources.live);
        let reach = column.cursor.reach_of(self.least_lines());
        let mut found = match asking.from {
            From::Here => source.around(asking.selected, reach, reach)?,
            From::Start => source.around(None, 0, reach)?,
            From::End => source.end(reach)?,
        };
        // Where the selected task left the list, its neighbours are still of interest, not the top of the order.
        // While one types a filter, what is found first is what one wants.
        let there = |found: &Window<Line>| found.rows.get(found.at).map(around);
        let stays = asking.is_same && asking.from == From::Here;
        if stays && there(&found) != asking.selected {
            let at = column.cursor.at().min(column.rows.len());
            let (above, below) = column.rows.split_at(at);
            let mut is_below = true;
            let near = below.iter().skip(1).map(|line| (line, true));
            let near = near.chain(above.iter().rev().map(|line| (line, false)));
            for (neighbour, stands_below) in near.take(NEAR) {
                let other = source.around(Some(around(neighbour)), reach, reach)?;
                if there(&other) == Some(around(neighbour)) {
                    (found, is_below) = (other, stands_below);
                    break;
                }
            }
            if asking.keeps {
                column.keep_ended(sources.board, &mut found, is_below)?;
            }
        }
        let (before, after) = (found.more_before, found.more_after);
        let room = self.room(i);
        let Stack { lines, gap } = self.lay(&found.rows, room, (before, after), overview);
        let column = &mut self.columns[i];
        (column.rows, column.short, column.laid, column.gap) = (found.rows, None, room, gap);
        if stays {
            column.cursor.replace(lines, found.at, before, after);
        } else {
            column.cursor.restart(lines, found.at, before, after);
        }
        Ok(())
    }

    /// How many lines each row takes; as a card with so many columns of text.
    pub(super) fn lay(
        &self,
        rows: &[Line],
        room: u16,
        (more_before, more_after): (bool, bool),
        overview: &Overview,
    ) -> Stack {
        if self.shape == Shape::List {
            let lines = |i| 1 + u16::from(self.begins(rows, i, more_before));
            return Stack { lines: (0..rows.len()).map(lines).collect(), gap: 0 };
        }
        let goes_on = more_before || more_after;
        let drawn = self.fit.cards_of(rows.len(), goes_on);
        let lines = (!goes_on).then_some(self.fit.lines());
        let tasks = rows.iter().filter_map(|line| Some((line.group, line.task.as_ref()?)));
        card::stack(tasks, overview, room, drawn, lines, more_before)
    }
}

impl Column {
    /// A task that was ended while one stands on it stays in its place until one moves: what is done next is done to it,
    /// and not to what would slip under the hand.
    fn keep_ended(&self, board: &Store, found: &mut Window<Line>, is_below: bool) -> Result<(), Error> {
        let Some(Line { group, task: Some(row) }) = self.line() else { return Ok(()) };
        let Some(ended) = board.task_row(row.id)?.filter(|row| row.state.is_finished()) else {
            return Ok(());
        };
        if !found.rows.is_empty() && !is_below {
            found.at += 1;
        }
        found.rows.insert(found.at, Line { group: *group, task: Some(ended) });
        Ok(())
    }
}
