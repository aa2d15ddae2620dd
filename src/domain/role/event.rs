//! The events of a role: their payloads, and what is to be known of each besides its effect.

use super::RoleState;
use crate::domain::calendar::{At, Day};
use crate::domain::event::{Event, EventFacts, events, payloads};
use crate::domain::id::RecordId;

events! {
    /// What happens to a role.
    RoleEvent of Role {
        Added(RoleAdded) = "role.added",
        Edited(RoleEdited) = "role.edited",
        Taken(RoleTaken) = "role.taken",
        PutDown(RolePutDown) = "role.put_down",
    }
}

payloads! {
    RoleAdded {
        must name: String, may purpose: String, list domains: String, list accountabilities: String,
        may_day review: Day, must state: RoleState, may source: String, may at: At,
    }
    RoleEdited {
        may name: String, clear purpose: String, may domains: Vec<String>, may accountabilities: Vec<String>,
        clear_day review: Day, may state: RoleState, imported,
    }
    /// A member fills a role; `by` only where a board comes from elsewhere.
    RoleTaken { may focus: String, may_day term: Day, imported, }
    /// A holding, named by its record, ends.
    RolePutDown { must holding: RecordId, imported, }
}

impl RoleEvent {
    /// What is to be known of it besides its effect.
    pub fn facts(&self) -> EventFacts<'_> {
        match self {
            RoleEvent::Added(e) => EventFacts::makes().at(e.at),
            RoleEvent::Edited(e) => EventFacts::plain().imported(e.by, e.at, &e.from),
            RoleEvent::Taken(e) => {
                EventFacts::plain().naming([e.by.map(Into::into), None]).imported(e.by, e.at, &e.from)
            }
            RoleEvent::PutDown(e) => EventFacts::plain().rests_on(e.holding).imported(e.by, e.at, &e.from),
        }
    }
}
