//! The events of a member: their payloads, and what is to be known of each besides its effect.

use crate::domain::calendar::{At, Day};
use crate::domain::event::{Event, EventFacts, events, payloads};
use crate::domain::id::MemberId;

pub use super::fields::MemberEdited;

events! {
    /// What happens to a member.
    MemberEvent of Member {
        Joined(MemberJoined) = "member.joined",
        Edited(MemberEdited) = "member.edited",
        Away(MemberAway) = "member.away",
        Left(MemberLeft) = "member.left",
        Returned(MemberReturned) = "member.returned",
        Device(MemberDevice) = "member.device",
        Merged(MemberMerged) = "member.merged",
    }
}

payloads! {
    /// A person joins; `source` is the key under which another tool knew them.
    MemberJoined { must name: String, may initials: String, may source: String, may file: String, may at: At, }
    /// Away from a day, until the day of return; both absent means back. `source` is what `from` is elsewhere.
    MemberAway { may_day from: Day, may_day until: Day, may by: MemberId, may at: At, may source: String, }
    MemberLeft { imported, }
    MemberReturned { imported, }
    /// The first record of a replica: whose it is, and under which key (ed25519, in hexadecimal digits) it writes.
    MemberDevice { must key: String, }
    /// The member is another one: all that is theirs is that one's. `name` is what they were called until then.
    MemberMerged { must into: MemberId, may name: String, }
}

impl MemberEvent {
    /// What is to be known of it besides its effect.
    pub fn facts(&self) -> EventFacts<'_> {
        match self {
            MemberEvent::Joined(e) => EventFacts::makes().at(e.at),
            MemberEvent::Edited(e) => EventFacts::plain().imported(e.by, e.at, &e.from),
            MemberEvent::Away(e) => EventFacts::plain().imported(e.by, e.at, &e.source),
            MemberEvent::Left(e) => EventFacts::plain().imported(e.by, e.at, &e.from),
            MemberEvent::Returned(e) => EventFacts::plain().imported(e.by, e.at, &e.from),
            MemberEvent::Device(_) => EventFacts::plain().never_undone(),
            MemberEvent::Merged(e) => EventFacts::plain().naming([Some(e.into.into()), None]),
        }
    }
}
