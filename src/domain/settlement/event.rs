//! The events of a finding's answer: their payloads, and what is to be known of each besides its effect.

use super::{Verdict, WayOut};
use crate::domain::calendar::Day;
use crate::domain::event::{Event, EventFacts, events, payloads};
use crate::domain::id::{MemberId, RecordId, TensionId};

events! {
    /// What happens to the answer to a finding.
    SettlementEvent of Settlement {
        Settled(FindingSettled) = "finding.settled",
        Offered(FindingOffered) = "finding.offered",
        Answered(FindingAnswered) = "finding.answered",
    }
}

payloads! {
    /// A finding was answered. `facts` is the fingerprint of what was answered: other facts bring it back. `became` is the
    /// tension that was made of it: the answer holds while that is open. `texts` are those by which it came up, as they
    /// were: when it is asked again it is known of what it was said.
    FindingSettled {
        must finding: String, must verdict: Verdict, must reason: String, may_day until: Day, must facts: String,
        may became: TensionId, list texts: String, imported,
    }
    /// A way out that binds others, who say yes or no for themselves.
    FindingOffered { must finding: String, must way: WayOut, list to: MemberId, may reason: String, }
    /// What one of those says whom it binds.
    FindingAnswered { must offer: RecordId, must yes: bool, may reason: String, }
}

impl SettlementEvent {
    /// What is to be known of it besides its effect.
    pub fn facts(&self) -> EventFacts<'_> {
        match self {
            SettlementEvent::Settled(e) => {
                EventFacts::plain().naming([e.became.map(Into::into), None]).imported(e.by, e.at, &e.from)
            }
            SettlementEvent::Offered(e) => {
                EventFacts::plain().naming(e.way.mentions().map(Some)).naming_all(&e.to)
            }
            SettlementEvent::Answered(e) => EventFacts::plain().rests_on(e.offer),
        }
    }
}
