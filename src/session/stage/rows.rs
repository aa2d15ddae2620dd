//! Rows of the stage, each of one thing on the board.

use super::{Stage, columns};
use crate::domain::id::TaskId;
use crate::domain::spoken;
use crate::domain::task::State;
use crate::insight::panel::{Mark, ROWS, Row, Shown};
use crate::session::Error;
use crate::store::{BlockerRow, CurrentFinding, GoalRow, TaskRow};
use crate::words::words;

impl Stage<'_> {
    /// Tasks with who leads each, and how many more there are; what is said where there are none.
    pub fn tasks(&self, tasks: &[TaskId], none: String) -> Result<(Vec<Row>, Option<Shown>), Error> {
        let mut rows = Vec::new();
        for task in tasks.iter().take(ROWS) {
            let row = self.session.board().task_row(*task)?;
            rows.extend(row.map(|task| self.task(&task, Some(columns::led_by(&task)))));
        }
        if rows.is_empty() {
            rows = nothing(none);
        }
        Ok((rows, more(tasks.len(), ROWS)))
    }

    /// A goal with its figures.
    pub fn goal(&self, goal: &GoalRow) -> Row {
        let mark = if goal.horizon == "long" { Mark::LongGoal } else { Mark::Goal };
        Row::strong(mark, columns::goal(goal))
            .beside(columns::figure(goal).into_iter().chain(columns::due(goal.due, self.today)))
            .measured(columns::share(goal))
    }

    /// A task in a list, with what is said at its right.
    pub fn task(&self, task: &TaskRow, right: Option<Shown>) -> Row {
        let mark = match task.state {
            _ if task.blocked > 0 => Mark::Blocked,
            State::Doing | State::Review => Mark::Doing,
            State::Done | State::Dropped => Mark::Done,
            State::Open => Mark::Free,
        };
        Row::strong(mark, columns::title(task)).called(columns::handle(task)).beside(right)
    }

    /// All that is said of the task that the team looks at.
    pub fn whole_task(&self, task: &TaskRow) -> Result<Vec<Row>, Error> {
        let board = self.session.board();
        let mut rows = vec![self.task(task, Some(columns::led_by(task)))];
        let due = columns::due(task.due, self.today);
        if task.blocked == 0 {
            rows.push(Row::under(columns::state(task, &board.terms()?, self.now)).beside(due));
            return Ok(rows);
        }
        let blockers = board.blockers_of(task.id)?;
        for blocker in blockers.iter().take(2) {
            rows.push(Row::under(columns::waits(blocker)));
            rows.push(Row::under(self.asked(blocker)));
        }
        if let Some(holds_up) = blockers.first().and_then(columns::holds_up)
            && rows.len() < ROWS
        {
            rows.push(Row::under(holds_up).beside(due));
        }
        Ok(rows)
    }

    /// A blocker with the task that it stops: two rows, and a third where it holds up others.
    pub fn blocker(&self, blocker: &BlockerRow) -> Vec<Row> {
        vec![
            Row::strong(Mark::Blocked, columns::stopped(blocker))
                .called(columns::stopped_handle(blocker))
                .beside(columns::stopped_lead(blocker)),
            Row::under(columns::waits(blocker)).beside(Some(self.asked(blocker))),
        ]
    }

    fn asked(&self, blocker: &BlockerRow) -> Shown {
        let offset = |at| self.session.environment().offset_at(at);
        columns::asked(blocker, self.today, |at| spoken::local_day(at, offset(at)))
    }

    /// Two that do the same, by what they are called: why follows from the rule.
    pub fn overlap(&self, held: &CurrentFinding) -> Result<Vec<Row>, Error> {
        let facts = &held.finding.facts;
        let names = self.session.board().names(held.finding.mentions())?;
        let why = columns::said(words().stage_overlap(held.finding.rule.as_str()));
        let members = || columns::names(&names, facts.members.iter().map(|member| (*member).into()));
        Ok(match facts.tasks.as_slice() {
            [] => {
                let roles = columns::names(&names, facts.roles.iter().map(|role| (*role).into()));
                vec![Row::strong(Mark::Overlap, roles), Row::under(why)]
            }
            [task, ..] => {
                let title = columns::names(&names, [(*task).into()]);
                let handle = columns::handle_of(&names, *task);
                let first = Row::strong(Mark::Overlap, title).called(handle);
                match facts.tasks.get(1) {
                    Some(other) => {
                        let other = columns::task(&names, *other);
                        vec![first.beside(Some(members())), Row::under(other).beside(Some(why))]
                    }
                    None => vec![first.beside(Some(members())), Row::under(why)],
                }
            }
        })
    }
}

/// As many groups of rows as there is room for, and how many groups that are.
pub fn fitting(groups: impl IntoIterator<Item = Vec<Row>>) -> (Vec<Row>, usize) {
    let (mut rows, mut count) = (Vec::new(), 0);
    for group in groups {
        if rows.len() + group.len() > ROWS {
            break;
        }
        rows.extend(group);
        count += 1;
    }
    (rows, count)
}

/// So many things of a panel are read at most: on a large board nobody counts what is not shown.
pub const READ: usize = 21;

/// That there are more than are shown, of so many that were read.
pub fn more(read: usize, shown: usize) -> Option<Shown> {
    match read.saturating_sub(shown) {
        0 => None,
        _ if read >= READ => Some(columns::said(words().stage_many_more())),
        rest => Some(columns::said(words().page_more(rest))),
    }
}

/// That there is nothing of what a panel is about.
pub fn nothing(words: String) -> Vec<Row> {
    vec![Row::strong(Mark::None, columns::said(words))]
}
