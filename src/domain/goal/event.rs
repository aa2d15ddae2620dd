//! The events of a goal: their payloads, and what is to be known of each besides its effect.

use super::GoalState;
use crate::domain::calendar::Day;
use crate::domain::event::{Event, EventFacts, events, payloads};

pub use super::fields::{GoalAdded, GoalEdited};

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
