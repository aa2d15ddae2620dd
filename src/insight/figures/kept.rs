//! What the store keeps of the last weeks, as figures take it.

use super::{WEEKS, weeks};
use crate::domain::calendar::{At, Day};
use crate::domain::id::{GoalId, MemberId, RecordId};
use crate::domain::task::End;

/// How far back what people waited for, and how claims ended, is counted.
const RECENT_DAYS: i64 = 8 * 7;
/// How far back it is counted how long work took.
const TOOK_DAYS: i64 = 90;
/// Of so many meetings it is told who facilitated them.
pub const MEETINGS: usize = 10;
/// Of so many retros it is told what became of their actions.
pub const RETROS: usize = 6;

/// From when on the store tells what it keeps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Windows {
    /// The first of the weeks.
    pub weeks: At,
    pub took: At,
    /// Waits for somebody to claim, and how claims ended.
    pub recent: At,
}

impl Windows {
    pub fn at(now: At) -> Windows {
        let today = now.in_calendar().day();
        let start = |day: Day| At::start_of(day).in_calendar();
        Windows {
            weeks: start(weeks::before(weeks::monday(today), WEEKS as i64 * 7)),
            took: start(weeks::before(today, TOOK_DAYS)),
            recent: start(weeks::before(today, RECENT_DAYS)),
        }
    }
}

/// A time, still going on where it has no end.
pub type Span = (At, Option<At>);

/// What the store keeps of the windows.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Facts {
    /// When the board began, and when anything was first done on it.
    pub began: At,
    pub first_done: Option<At>,
    pub done: Vec<Span>,
    /// From doing to done, of what stands done.
    pub took: Vec<(At, At)>,
    /// Since when what is in doing and not blocked is there.
    pub in_hand: Vec<At>,
    pub waits: Vec<Wait>,
    pub blockers: Vec<Stopped>,
    pub ended: Vec<End>,
    /// How many claims are quiet now.
    pub quiet: usize,
    pub goals: Vec<GoalLine>,
    pub actions: Actions,
    pub chairs: Chairs,
}

/// How long a task was free until somebody claimed it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wait {
    pub from: At,
    pub to: At,
    pub by: MemberId,
}

/// A blocker that stood in the weeks, on one task. One that moved with its task stands here on both: it is one blocker.
#[derive(Debug, Clone, PartialEq)]
pub struct Stopped {
    pub id: RecordId,
    pub raised: At,
    pub first_asked: Option<At>,
    pub cleared: Option<At>,
    pub is_withdrawn: bool,
    /// When it was over, by itself or with its task.
    pub closed: Option<At>,
    /// Whether all that is told of it was seen here.
    pub was_seen: bool,
    /// On whom it waits; else who raised it.
    pub of: MemberId,
    /// When its task was done or dropped meanwhile.
    pub finished: Vec<Span>,
}

/// A goal with its readings.
#[derive(Debug, Clone, PartialEq)]
pub struct GoalLine {
    pub id: GoalId,
    pub handle: String,
    pub title: String,
    pub unit: Option<String>,
    /// In the order of their days.
    pub readings: Vec<(Day, f64)>,
    pub target: Option<f64>,
    pub due: Option<Day>,
}

/// What became of the actions of the last retros.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Actions {
    pub retros: usize,
    pub since: Option<At>,
    pub done: usize,
    pub open: usize,
    pub dropped: usize,
}

/// Who facilitated the last meetings.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Chairs {
    pub meetings: usize,
    pub since: Option<At>,
    /// How many of the team have, and how many there are.
    pub have: usize,
    pub of: usize,
}
