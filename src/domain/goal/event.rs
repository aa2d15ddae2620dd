//! The events of a goal: their payloads, and what is to be known of each besides its effect.

use super::{GoalState, Horizon};
use crate::domain::calendar::{At, Day};
use crate::domain::event::{Event, EventFacts, events, payloads};
use crate::domain::id::GoalId;

events! {
    /// What happens to a goal.
    GoalEvent of Goal {
        Added(GoalAdded) = "goal.added",
        Edited(GoalEdited) = "goal.edited",
        Read(GoalRead) = "goal.read",
        Moved(GoalMoved) = "goal.moved",
    }
}

payloads! {
    GoalAdded {
        must title: String, may why: String, must horizon: Horizon, may parent: GoalId, may measure: String,
        may unit: String, may baseline: f64, may target: f64, may_day due: Day, may_day review: Day,
        must state: GoalState, may source: String, may at: At,
    }
    GoalEdited {
        may title: String, clear why: String, may horizon: Horizon, clear parent: GoalId, clear measure: String,
        clear unit: String, clear baseline: f64, clear target: f64, clear_day due: Day, clear_day review: Day, imported,
    }
    /// The goal's measure stood at `value` on `date`.
    GoalRead { must_day date: Day, must value: f64, imported, }
    GoalMoved { must to: GoalState, may reason: String, imported, }
}

impl GoalEvent {
    /// What is to be known of it besides its effect.
    pub fn facts(&self) -> EventFacts<'_> {
        match self {
            GoalEvent::Added(e) => EventFacts::makes().naming([e.parent.map(Into::into), None]).at(e.at),
            GoalEvent::Edited(e) => EventFacts::plain()
                .naming([e.parent.flatten().map(Into::into), None])
                .imported(e.by, e.at, &e.from),
            GoalEvent::Read(e) => EventFacts::plain().imported(e.by, e.at, &e.from),
            GoalEvent::Moved(e) => EventFacts::plain().imported(e.by, e.at, &e.from),
        }
    }
}
