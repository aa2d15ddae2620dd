//! The events of a pairing: their payloads, and what is to be known of each besides its effect.

use super::PairingKind;
use crate::domain::calendar::Day;
use crate::domain::event::{Event, EventFacts, events, payloads};
use crate::domain::id::{MemberId, RecordId};

events! {
    /// What happens to a pairing.
    PairingEvent of Pairing {
        Offered(PairingOffered) = "pairing.offered",
        Accepted(PairingAccepted) = "pairing.accepted",
        Declined(PairingDeclined) = "pairing.declined",
        Withdrawn(PairingWithdrawn) = "pairing.withdrawn",
        Ended(PairingEnded) = "pairing.ended",
    }
}

payloads! {
    /// Its author offers themselves, until a day or for so many days after the yes.
    PairingOffered {
        must kind: PairingKind, must with: MemberId, may_day until: Day, may days: u32, imported,
    }
    /// The yes of the one who was asked; `ends` is the last day.
    PairingAccepted { must offer: RecordId, must_day ends: Day, imported, }
    PairingDeclined { must offer: RecordId, imported, }
    /// Who offered takes it back, before an answer.
    PairingWithdrawn { must offer: RecordId, imported, }
    /// One of the two ended it. It is told without their name.
    PairingEnded { must offer: RecordId, imported, }
}

impl PairingEvent {
    /// The offer on which it rests; `None` where it is one.
    pub fn offer(&self) -> Option<RecordId> {
        match self {
            PairingEvent::Offered(_) => None,
            PairingEvent::Accepted(e) => Some(e.offer),
            PairingEvent::Declined(e) => Some(e.offer),
            PairingEvent::Withdrawn(e) => Some(e.offer),
            PairingEvent::Ended(e) => Some(e.offer),
        }
    }

    /// What is to be known of it besides its effect.
    pub fn facts(&self) -> EventFacts<'_> {
        match self {
            PairingEvent::Offered(e) => {
                EventFacts::makes().naming([Some(e.with.into()), None]).imported(e.by, e.at, &e.from)
            }
            PairingEvent::Accepted(e) => EventFacts::plain().rests_on(e.offer).imported(e.by, e.at, &e.from),
            PairingEvent::Declined(e) => EventFacts::plain().rests_on(e.offer).imported(e.by, e.at, &e.from),
            PairingEvent::Withdrawn(e) => EventFacts::plain().rests_on(e.offer).imported(e.by, e.at, &e.from),
            PairingEvent::Ended(e) => {
                EventFacts::plain().unnamed().rests_on(e.offer).imported(e.by, e.at, &e.from)
            }
        }
    }
}
