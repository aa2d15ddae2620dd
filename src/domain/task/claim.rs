//! Claims and handovers: a promise taken by oneself, and how it passes on.

use serde::{Deserialize, Serialize};

use super::super::calendar::At;
use super::super::event::{OfferAccepted, TaskClaimed, TaskOffered};
use super::super::id::{MemberId, RecordId};
use super::super::record::Record;
use super::super::week::Week;

/// How long a claim stands unrenewed, unless the team says otherwise: in working days.
pub const LEASE_WORKING_DAYS: u32 = 7;
/// The longest lease that a team can agree on.
pub const LEASE_MOST: u32 = 90;
/// After how many days an unanswered offer has lapsed.
pub const OFFER_DAYS: i64 = 3;

/// What a claim promises.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// Answers for the task.
    Lead,
    /// Contributes.
    Helper,
}

impl Part {
    /// The word in tables and exports.
    pub fn as_str(self) -> &'static str {
        match self {
            Part::Lead => "lead",
            Part::Helper => "helper",
        }
    }
}

/// How a claim ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum End {
    GivenBack,
    HandedOver,
    TakenOver,
    /// With its task.
    Done,
    /// Its member left the team.
    Left,
}

impl End {
    /// The word in tables and exports.
    pub fn as_str(self) -> &'static str {
        match self {
            End::GivenBack => "given-back",
            End::HandedOver => "handed-over",
            End::TakenOver => "taken-over",
            End::Done => "done",
            End::Left => "left",
        }
    }
}

/// The terms under which a claim is made, and renewed by doing something on its task. They are the claim's own, so that
/// a promise stands as it was given, whatever the team agrees on later.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeaseTerms {
    /// In working days.
    pub days: u32,
    pub week: Week,
}

impl Default for LeaseTerms {
    fn default() -> LeaseTerms {
        LeaseTerms { days: LEASE_WORKING_DAYS, week: Week::default() }
    }
}

impl LeaseTerms {
    /// Until when a claim stands that is made or renewed at `at`.
    pub fn from(self, at: At) -> At {
        at.plus_working_days(self.days.min(LEASE_MOST), self.week)
    }

    /// As a record carries them: not at all where they are those of every team.
    pub fn unless_default(self) -> Option<LeaseTerms> {
        (self != LeaseTerms::default()).then_some(self)
    }
}

/// A member's own promise.
#[derive(Debug, Clone, PartialEq)]
pub struct Claim {
    /// The record that made it.
    pub id: RecordId,
    pub member: MemberId,
    pub part: Part,
    pub since: At,
    /// Until when it stands unrenewed; after that it is quiet, and still the member's.
    pub lease: At,
    pub terms: LeaseTerms,
    /// When the member last did something on the task.
    pub acted: At,
    /// Why it was made beside a lead that its member knew of.
    pub contest: Option<String>,
    pub ended: Option<(At, End)>,
}

impl Claim {
    /// Whether the lease is over. Still the member's until a record says otherwise.
    pub fn is_quiet(&self, now: At) -> bool {
        self.ended.is_none() && self.lease < now
    }

    pub(super) fn taken(record: &Record, claimed: &TaskClaimed) -> Claim {
        let since = claimed.at.unwrap_or(record.at);
        Claim {
            id: record.id,
            member: claimed.by.unwrap_or(record.author),
            part: claimed.part,
            since,
            lease: claimed.lease,
            terms: claimed.terms.unwrap_or_default(),
            acted: since,
            contest: claimed.contest.clone(),
            ended: claimed.ended.map(|at| (at, claimed.end.unwrap_or(End::Done))),
        }
    }

    pub(super) fn accepted(record: &Record, accepted: &OfferAccepted) -> Claim {
        let since = accepted.at.unwrap_or(record.at);
        Claim {
            id: record.id,
            member: accepted.by.unwrap_or(record.author),
            part: Part::Lead,
            since,
            lease: accepted.lease,
            terms: accepted.terms.unwrap_or_default(),
            acted: since,
            contest: None,
            ended: None,
        }
    }
}

/// A handover: offered, then accepted or declined.
#[derive(Debug, Clone, PartialEq)]
pub struct Offer {
    pub id: RecordId,
    /// The claim that is offered.
    pub claim: RecordId,
    pub from: MemberId,
    pub to: MemberId,
    pub at: At,
    pub note: Option<String>,
    pub reply: Option<(At, Reply)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reply {
    Accepted,
    Declined,
    Withdrawn,
}

impl Reply {
    /// The word in tables and exports.
    pub fn as_str(self) -> &'static str {
        match self {
            Reply::Accepted => "accepted",
            Reply::Declined => "declined",
            Reply::Withdrawn => "withdrawn",
        }
    }
}

/// Whether an offer that nobody answered stands at `now`, or has lapsed.
pub fn is_offer_open(at: At, now: At) -> bool {
    now <= at.plus_days(OFFER_DAYS)
}

impl Offer {
    /// Whether it still awaits an answer.
    pub fn is_open(&self, now: At) -> bool {
        self.reply.is_none() && is_offer_open(self.at, now)
    }

    pub(super) fn made(record: &Record, offered: &TaskOffered) -> Offer {
        Offer {
            id: record.id,
            claim: offered.claim,
            from: offered.by.unwrap_or(record.author),
            to: offered.to,
            at: offered.at.unwrap_or(record.at),
            note: offered.note.clone(),
            reply: None,
        }
    }
}
