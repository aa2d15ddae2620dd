//! The events of a role: their payloads, and what is to be known of each besides its effect.

use crate::domain::calendar::Day;
use crate::domain::event::{Event, EventFacts, events, payloads};
use crate::domain::id::{RecordId, RoleId};

pub use super::fields::{RoleAdded, RoleEdited};

events! {
    /// What happens to a role.
    RoleEvent of Role {
        Added(RoleAdded) = "role.added",
        Edited(RoleEdited) = "role.edited",
        Taken(RoleTaken) = "role.taken",
        PutDown(RolePutDown) = "role.put_down",
        Merged(RoleMerged) = "role.merged",
    }
}

payloads! {
    /// A member fills a role; `by` only where a board comes from elsewhere.
    RoleTaken { may focus: String, may_day term: Day, imported, }
    /// A holding, named by its record, ends.
    RolePutDown { must holding: RecordId, imported, }
    /// It is the same role as another one, and goes on there.
    RoleMerged { must into: RoleId, imported, }
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
            RoleEvent::Merged(e) => {
                EventFacts::plain().naming([Some(e.into.into()), None]).imported(e.by, e.at, &e.from)
            }
            RoleEvent::PutDown(e) => EventFacts::plain().rests_on(e.holding).imported(e.by, e.at, &e.from),
        }
    }
}
