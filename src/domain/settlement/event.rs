//! The events of a finding's answer: their payloads, and what is to be known of each besides its effect.

use serde::{Deserialize, Serialize};

use super::Verdict;
use crate::domain::calendar::Day;
use crate::domain::event::{Event, EventFacts, events, payloads};
use crate::domain::id::{MemberId, RecordId, RoleId, SubjectId, TaskId};

events! {
    /// What happens to the answer to a finding.
    SettlementEvent of Settlement {
        Settled(FindingSettled) = "finding.settled",
        Offered(FindingOffered) = "finding.offered",
        Answered(FindingAnswered) = "finding.answered",
    }
}

payloads! {
    /// A finding was answered. `facts` is the fingerprint of what was answered: other facts bring it back.
    FindingSettled {
        must finding: String, must verdict: Verdict, must reason: String, may_day until: Day, must facts: String, imported,
    }
    /// A way out that binds others, who say yes or no for themselves.
    FindingOffered { must finding: String, must way: WayOut, list to: MemberId, may reason: String, }
    /// What one of those says whom it binds.
    FindingAnswered { must offer: RecordId, must yes: bool, may reason: String, }
}

/// A way out of a finding that binds somebody else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WayOut {
    /// A task goes on in another one.
    MergeTask { task: TaskId, into: TaskId },
    /// A role goes on in another one.
    MergeRole { role: RoleId, into: RoleId },
}

impl WayOut {
    /// The key under which it is offered where no finding speaks of both: that which a finding about them would have.
    pub fn finding(self) -> String {
        let rule = match self {
            WayOut::MergeTask { .. } => "H1",
            WayOut::MergeRole { .. } => "H2",
        };
        let mut subjects = self.subjects();
        subjects.sort();
        format!("{rule}:{}:{}", subjects[0], subjects[1])
    }

    /// What goes on, and in what.
    pub fn subjects(self) -> [SubjectId; 2] {
        match self {
            WayOut::MergeTask { task, into } => [task.into(), into.into()],
            WayOut::MergeRole { role, into } => [role.into(), into.into()],
        }
    }
}

impl SettlementEvent {
    /// What is to be known of it besides its effect.
    pub fn facts(&self) -> EventFacts<'_> {
        match self {
            SettlementEvent::Settled(e) => EventFacts::plain().imported(e.by, e.at, &e.from),
            SettlementEvent::Offered(e) => {
                EventFacts::plain().naming(e.way.subjects().map(Some)).naming_all(&e.to)
            }
            SettlementEvent::Answered(e) => EventFacts::plain().rests_on(e.offer),
        }
    }
}
