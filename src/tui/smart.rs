//! SMART: a goal's own fields are the check.

use crate::domain::goal::Goal;
use crate::store::GoalRow;

/// Which of the five letters a goal has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Smart {
    /// Specific: it names a measure. Measurable: a target. Achievable: it has work that somebody leads. Relevant: why,
    /// or which goal it is part of. Time-bound: a due day.
    has: [bool; 5],
}

impl Smart {
    /// `led`: whether a live task serves it that somebody leads.
    pub fn of(goal: &Goal, led: bool) -> Smart {
        Smart {
            has: [
                goal.measure.value().is_some(),
                goal.target.value().is_some(),
                led,
                goal.why.value().is_some() || goal.parent.value().is_some(),
                goal.due.value().is_some(),
            ],
        }
    }

    /// The same of a goal's line.
    pub fn of_row(row: &GoalRow) -> Smart {
        Smart {
            has: [
                row.measure.is_some(),
                row.target.is_some(),
                row.has_work && row.has_lead,
                row.why.is_some() || row.parent.is_some(),
                row.due.is_some(),
            ],
        }
    }

    /// The letters, each with whether the goal has it.
    pub fn each(self) -> impl Iterator<Item = (&'static str, bool)> {
        ["S", "M", "A", "R", "T"].into_iter().zip(self.has)
    }
}
