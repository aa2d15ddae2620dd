//! A settlement: the team's answer to one finding.
//!
//! Its subject's id follows from the board and the finding's key, so that two people who answer the same finding apart
//! write to the same subject.

pub(super) mod event;

use chrono::Days;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::calendar::{At, Day};
use super::id::{BoardId, MemberId, SubjectId};
use super::record::Record;
use super::subject::{Fold, Searched};
use event::SettlementEvent;

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
    pub by: MemberId,
    pub at: At,
}

impl Settlement {}

impl Fold for Settlement {
    type Event = SettlementEvent;

    fn blank(id: SubjectId) -> Settlement {
        Settlement { id, answer: None }
    }

    fn id(&self) -> SubjectId {
        self.id
    }

    fn apply(&mut self, record: &Record, event: &SettlementEvent) {
        // An answer in another finding's subject would be a second one to that finding, and no order between the two.
        if let SettlementEvent::Settled(settled) = event
            && self.id == subject_of(record.board, &settled.finding)
        {
            self.answer = Some(Answer {
                finding: settled.finding.clone(),
                verdict: settled.verdict,
                reason: settled.reason.clone(),
                until: settled.until,
                facts: settled.facts.clone(),
                by: settled.by.unwrap_or(record.author),
                at: settled.at.unwrap_or(record.at),
            });
        }
    }

    fn exists(&self) -> bool {
        self.answer.is_some()
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
        Searched::default().and(self.answer.as_ref().map(|answer| &answer.reason))
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
