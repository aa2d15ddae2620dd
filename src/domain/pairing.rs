//! A pairing: two members who said yes to each other for a while. So far of one kind: the buddy of a newcomer.
//!
//! **Invariant:** nobody is bound by another. Who offers is the buddy, the yes of the one who was asked begins it, and what
//! anybody else writes of it has no effect. Of what the two wrote apart the stricter holds: a no, an offer that was taken
//! back and an end each outweigh a yes, in whatever order they arrive.

pub(super) mod event;

use serde::{Deserialize, Serialize};

use super::calendar::{At, Day};
use super::id::{MemberId, PairingId, SubjectId};
use super::record::Record;
use super::subject::{Fold, Origin};
use event::PairingEvent;

/// So many days a pairing lasts after it was accepted, where nothing else was said.
pub const PAIRING_DAYS: u32 = 90;
/// The most days for which one is offered: nobody looks further ahead.
pub const PAIRING_DAYS_MOST: u32 = 1000;

#[derive(Debug, Clone, PartialEq)]
pub struct Pairing {
    pub id: PairingId,
    /// Who offered themselves, and when.
    pub origin: Option<Origin>,
    pub kind: PairingKind,
    /// Whom they offered it to.
    pub with: Option<MemberId>,
    /// Until when it was offered, or for how long after the yes.
    pub until: Option<Day>,
    pub days: Option<u32>,
    pub accepted: Option<Accepted>,
    pub declined: Option<At>,
    pub withdrawn: Option<At>,
    /// When one of the two ended it.
    pub ended: Option<At>,
    pub source: Option<String>,
}

/// What two are for each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PairingKind {
    /// One shows a newcomer around.
    Buddy,
}

/// The yes of the one who was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Accepted {
    pub at: At,
    /// The last day on which it stands.
    pub ends: Day,
}

/// How far a pairing has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    Offered,
    Accepted,
    Declined,
    Withdrawn,
    Ended,
}

impl PairingKind {
    pub const ALL: [PairingKind; 1] = [PairingKind::Buddy];

    /// The word on the wire, in tables and in exports.
    pub fn as_str(self) -> &'static str {
        match self {
            PairingKind::Buddy => "buddy",
        }
    }
}

impl Stage {
    /// The word in tables and in exports.
    pub fn as_str(self) -> &'static str {
        match self {
            Stage::Offered => "offered",
            Stage::Accepted => "accepted",
            Stage::Declined => "declined",
            Stage::Withdrawn => "withdrawn",
            Stage::Ended => "ended",
        }
    }
}

impl Pairing {
    /// Who offered themselves.
    pub fn buddy(&self) -> Option<MemberId> {
        self.origin.map(|origin| origin.by)
    }

    pub fn stage(&self) -> Stage {
        match (self.declined, self.withdrawn, self.ended, self.accepted) {
            (Some(_), ..) => Stage::Declined,
            (_, Some(_), ..) => Stage::Withdrawn,
            (_, _, Some(_), _) => Stage::Ended,
            (_, _, _, Some(_)) => Stage::Accepted,
            (None, None, None, None) => Stage::Offered,
        }
    }

    /// When it was over by a word of one of the two.
    pub fn over(&self) -> Option<At> {
        self.declined.or(self.withdrawn).or(self.ended)
    }

    /// Whether it waits for a yes or a no on a day: an offer until a day that is over waits for nothing.
    pub fn is_offered(&self, today: Day) -> bool {
        self.is_of_two() && self.stage() == Stage::Offered && self.until.is_none_or(|until| today <= until)
    }

    /// Whether the two are paired on a day.
    pub fn stands(&self, today: Day) -> bool {
        self.is_of_two()
            && self.stage() == Stage::Accepted
            && self.accepted.is_some_and(|accepted| today <= accepted.ends)
    }

    /// Not so where two members turned out to be one person.
    fn is_of_two(&self) -> bool {
        self.buddy() != self.with
    }

    /// The last day on which it would stand if it were accepted on a day; `None` where nobody can mean that day.
    pub fn would_end(&self, today: Day) -> Option<Day> {
        match self.until {
            Some(until) => Some(until),
            None => last_day(today, self.days.unwrap_or(PAIRING_DAYS)),
        }
    }
}

/// The day so many days after another.
pub fn last_day(from: Day, days: u32) -> Option<Day> {
    from.checked_add_days(chrono::Days::new(days.into()))
}

impl Fold for Pairing {
    type Event = PairingEvent;

    fn blank(id: SubjectId) -> Pairing {
        Pairing {
            id: id.into(),
            origin: None,
            kind: PairingKind::Buddy,
            with: None,
            until: None,
            days: None,
            accepted: None,
            declined: None,
            withdrawn: None,
            ended: None,
            source: None,
        }
    }

    fn id(&self) -> SubjectId {
        self.id.into()
    }

    fn apply(&mut self, record: &Record, event: &PairingEvent) {
        let facts = event.facts();
        let (by, at) = (facts.by.unwrap_or(record.author), facts.at.unwrap_or(record.at));
        let (is_buddy, is_asked) = (self.buddy() == Some(by), self.with == Some(by));
        match event {
            PairingEvent::Offered(e) => {
                if self.origin.is_none() {
                    self.origin = Some(Origin { by, at, record: record.id });
                    self.kind = e.kind;
                    self.with = Some(e.with);
                    self.until = e.until;
                    self.days = e.days;
                    self.source.clone_from(&e.from);
                }
            }
            PairingEvent::Accepted(e) => {
                if is_asked {
                    self.accepted.get_or_insert(Accepted { at, ends: e.ends });
                }
            }
            PairingEvent::Declined(_) => {
                if is_asked {
                    self.declined.get_or_insert(at);
                }
            }
            PairingEvent::Withdrawn(_) => {
                if is_buddy {
                    self.withdrawn.get_or_insert(at);
                }
            }
            PairingEvent::Ended(_) => {
                // Who brings it in from elsewhere was not told who ended it there.
                let is_of_elsewhere = facts.is_imported() && facts.by.is_none();
                if is_buddy || is_asked || is_of_elsewhere {
                    self.ended.get_or_insert(at);
                }
            }
        }
    }

    fn exists(&self) -> bool {
        self.origin.is_some()
    }

    fn ended(&self) -> Option<At> {
        self.over()
    }

    fn called(&self) -> Option<&str> {
        None
    }

    fn source(&self) -> Option<&str> {
        self.source.as_deref()
    }
}

#[cfg(test)]
mod tests;
