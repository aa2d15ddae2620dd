//! The event of thanks: its payload, and what is to be known of it besides its effect.

use crate::domain::event::{Event, EventFacts, events, payloads};
use crate::domain::id::{MemberId, SubjectId};

events! {
    /// What happens to thanks: nothing but that they are given.
    ThanksEvent of Thanks {
        Given(ThanksGiven) = "thanks.given",
    }
}

payloads! {
    /// Its author thanks these members for something, perhaps about a task, goal, role or member.
    ThanksGiven { must to: Vec<MemberId>, must text: String, may about: SubjectId, imported, }
}

impl ThanksEvent {
    /// What is to be known of it besides its effect.
    pub fn facts(&self) -> EventFacts<'_> {
        match self {
            ThanksEvent::Given(e) => {
                EventFacts::makes().naming([e.about, None]).naming_all(&e.to).imported(e.by, e.at, &e.from)
            }
        }
    }
}
