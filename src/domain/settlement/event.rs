//! The events of a finding's answer: their payloads, and what is to be known of each besides its effect.

use super::Verdict;
use crate::domain::calendar::Day;
use crate::domain::event::{Event, EventFacts, events, payloads};

events! {
    /// What happens to the answer to a finding.
    SettlementEvent of Settlement {
        Settled(FindingSettled) = "finding.settled",
    }
}

payloads! {
    /// A finding was answered. `facts` is the fingerprint of what was answered: other facts bring it back.
    FindingSettled {
        must finding: String, must verdict: Verdict, must reason: String, may_day until: Day, must facts: String, imported,
    }
}

impl SettlementEvent {
    /// What is to be known of it besides its effect.
    pub fn facts(&self) -> EventFacts<'_> {
        match self {
            SettlementEvent::Settled(e) => EventFacts::plain().imported(e.by, e.at, &e.from),
        }
    }
}
