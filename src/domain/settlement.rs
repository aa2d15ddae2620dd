//! A settlement: the team's answer to one finding.
//!
//! Its subject's id follows from the board and the finding's key, so that two people who answer the same finding apart
//! write to the same subject.

pub(super) mod event;
mod way;

use std::collections::BTreeSet;

use chrono::Days;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::calendar::{At, Day};
use super::id::{BoardId, MemberId, RecordId, SubjectId, TensionId};
use super::record::Record;
use super::subject::{Fold, Searched};
use event::SettlementEvent;

pub use way::WayOut;

/// What is as it should be is asked again after a month.
const FINE_DAYS: u64 = 30;
/// What was fixed is asked again soon, if the facts still say so.
const FIXED_DAYS: u64 = 3;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Somebody did something about it.
    Fixed,
    /// It is as it should be, because … until …
    Fine,
    /// It was taken up as a tension.
    Tension,
}

impl Verdict {
    /// The last day on which an answer of today holds where nobody says another; `None`: until the facts change.
    pub fn holds_until(self, today: Day) -> Option<Day> {
        let days = match self {
            Verdict::Fixed => FIXED_DAYS,
            Verdict::Fine => FINE_DAYS,
            Verdict::Tension => return None,
        };
        today.checked_add_days(Days::new(days))
    }

    /// The word in tables, commands and exports.
    pub fn as_str(self) -> &'static str {
        match self {
            Verdict::Fixed => "fixed",
            Verdict::Fine => "fine",
            Verdict::Tension => "tension",
        }
    }
}

/// What was said of one finding.
#[derive(Debug, Clone, PartialEq)]
pub struct Settlement {
    pub id: SubjectId,
    /// The latest answer in canonical order.
    pub answer: Option<Answer>,
    /// The ways out that were offered to others, in canonical order.
    pub offers: Vec<Offer>,
}

/// A way out that binds others.
#[derive(Debug, Clone, PartialEq)]
pub struct Offer {
    /// The record that offered it.
    pub id: RecordId,
    /// The finding's key.
    pub finding: String,
    pub by: MemberId,
    pub at: At,
    pub way: WayOut,
    /// Whom it binds, each with what they said. A yes binds only who said it; the first no ends the offer.
    pub to: Vec<(MemberId, Option<bool>)>,
    pub reason: Option<String>,
}

impl Offer {
    /// Whether somebody has not answered yet, and nobody said no.
    pub fn is_open(&self) -> bool {
        self.to.iter().any(|(_, said)| said.is_none()) && self.to.iter().all(|(_, said)| *said != Some(false))
    }

    /// Whether a member is asked and has not answered.
    pub fn awaits(&self, member: MemberId) -> bool {
        self.is_open() && self.to.contains(&(member, None))
    }

    /// Whether all whom it binds said yes, but for one who is about to.
    pub fn is_last(&self, member: MemberId) -> bool {
        self.to.iter().all(|(to, said)| *to == member || *said == Some(true))
    }
}

#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// The finding's key.
    pub finding: String,
    pub verdict: Verdict,
    pub reason: String,
    /// The last day on which the answer holds.
    pub until: Option<Day>,
    /// The fingerprint of the facts that were answered; other facts bring the finding back.
    pub facts: String,
    /// The tension that was made of it: while that is open the answer holds.
    pub became: Option<TensionId>,
    /// The texts by which it came up, as they were.
    pub texts: Vec<String>,
    pub by: MemberId,
    pub at: At,
}

impl Settlement {
    /// The offers that still await an answer.
    pub fn open_offers(&self) -> impl Iterator<Item = &Offer> {
        self.offers.iter().filter(|offer| offer.is_open())
    }
}

impl Fold for Settlement {
    type Event = SettlementEvent;

    fn blank(id: SubjectId) -> Settlement {
        Settlement { id, answer: None, offers: Vec::new() }
    }

    fn id(&self) -> SubjectId {
        self.id
    }

    fn apply(&mut self, record: &Record, event: &SettlementEvent) {
        // An answer in another finding's subject would be a second one to that finding, and no order between the two.
        let is_of = |finding: &str| self.id == subject_of(record.board, finding);
        match event {
            SettlementEvent::Settled(settled) if is_of(&settled.finding) => {
                self.answer = Some(Answer {
                    finding: settled.finding.clone(),
                    verdict: settled.verdict,
                    reason: settled.reason.clone(),
                    until: settled.until,
                    facts: settled.facts.clone(),
                    became: settled.became,
                    texts: settled.texts.clone(),
                    by: settled.by.unwrap_or(record.author),
                    at: settled.at.unwrap_or(record.at),
                });
            }
            SettlementEvent::Offered(offered) if is_of(&offered.finding) => self.offers.push(Offer {
                id: record.id,
                finding: offered.finding.clone(),
                by: record.author,
                at: record.at,
                way: offered.way.clone(),
                // Each once, whatever was written.
                to: offered.to.iter().collect::<BTreeSet<_>>().into_iter().map(|to| (*to, None)).collect(),
                reason: offered.reason.clone(),
            }),
            SettlementEvent::Settled(_) | SettlementEvent::Offered(_) => {}
            SettlementEvent::Answered(answered) => {
                // For oneself only: what others say in somebody's place binds nobody.
                let offer = self.offers.iter_mut().find(|offer| offer.id == answered.offer);
                let own = offer.and_then(|offer| offer.to.iter_mut().find(|(to, _)| *to == record.author));
                if let Some((_, said)) = own {
                    *said = Some(answered.yes);
                }
            }
        }
    }

    fn exists(&self) -> bool {
        self.answer.is_some() || !self.offers.is_empty()
    }

    fn ended(&self) -> Option<At> {
        None
    }

    fn called(&self) -> Option<&str> {
        None
    }

    fn source(&self) -> Option<&str> {
        None
    }

    fn searched(&self) -> Searched<'_> {
        let reasons = self.offers.iter().map(|offer| offer.reason.as_ref());
        reasons
            .fold(Searched::default().and(self.answer.as_ref().map(|answer| &answer.reason)), Searched::and)
    }
}

/// The subject in which all answers to one finding of one board meet: a version 8 UUID of their hash.
pub fn subject_of(board: BoardId, finding: &str) -> SubjectId {
    let mut hash = Sha256::new();
    hash.update(b"setara-settlement-v1\0");
    hash.update(board.0.as_bytes());
    hash.update(finding.as_bytes());
    let digest = hash.finalize();
    let mut bytes = [0u8; 16];
    bytes.copy_from_slice(&digest[..16]);
    SubjectId(uuid::Builder::from_custom_bytes(bytes).into_uuid())
}
