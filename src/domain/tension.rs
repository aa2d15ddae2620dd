//! A tension: a gap that somebody feels between what is and what could be, about work or about a role, open to the team.
//!
//! One about a person is between people, and no part of the board. Whoever sensed it says when it is settled: a task that
//! it became may be done, and the gap still be felt. How far what it became has come stands in other subjects, and is
//! looked up when it is read.

pub(super) mod event;

use super::calendar::At;
use super::id::{MemberId, RecordId, SubjectId, TensionId};
use super::record::Record;
use super::subject::{Fold, Origin, Searched, Withdrawn};
use event::TensionEvent;

pub use event::Outcome;

/// A gap between what is and what could be.
#[derive(Debug, Clone, PartialEq)]
pub struct Tension {
    pub id: TensionId,
    /// Who sensed it, and when.
    pub origin: Option<Origin>,
    pub is: String,
    pub could: String,
    /// The task, goal or role that it is about.
    pub about: Option<SubjectId>,
    /// Whom or what it would serve.
    pub serves: Option<String>,
    /// Who took it up, each once, in the order in which they did.
    pub taken_up: Vec<(MemberId, At)>,
    /// What it became, each once.
    pub became: Vec<Became>,
    /// How it ended. Of two endings made apart the one by whoever sensed it holds, else the later one in canonical order:
    /// all of them say that it is over.
    pub closed: Option<Closed>,
    pub source: Option<String>,
    /// Where the record that made it was undone.
    pub withdrawn: Option<Withdrawn>,
}

/// Something that was made of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Became {
    /// The record that says so.
    pub id: RecordId,
    pub what: Outcome,
    pub by: MemberId,
    pub at: At,
}

/// How it ended.
#[derive(Debug, Clone, PartialEq)]
pub struct Closed {
    pub way: Closing,
    pub why: Option<String>,
    pub by: MemberId,
    pub at: At,
}

/// The two ways in which one ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Closing {
    /// The gap is not felt any more.
    Settled,
    /// It is felt, and nothing is to be done about it.
    LetGo,
}

/// How far it has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// Nobody has done anything about it.
    Sensed,
    /// Somebody said that they look after it.
    TakenUp,
    /// Something that it became goes on.
    InHand,
    /// All that it became has ended: is it settled?
    Asked,
    Settled,
    LetGo,
}

impl Phase {
    pub const ALL: [Phase; 6] =
        [Phase::Sensed, Phase::TakenUp, Phase::InHand, Phase::Asked, Phase::Settled, Phase::LetGo];

    /// The word in tables and exports.
    pub fn as_str(self) -> &'static str {
        match self {
            Phase::Sensed => "sensed",
            Phase::TakenUp => "taken_up",
            Phase::InHand => "in_hand",
            Phase::Asked => "asked",
            Phase::Settled => "settled",
            Phase::LetGo => "let_go",
        }
    }

    /// Where it stands, by how it ended, by what it became and how much of that goes on, and by who took it up.
    pub fn of(closed: Option<Closing>, became: usize, going_on: usize, taken_up: usize) -> Phase {
        match closed {
            Some(Closing::Settled) => Phase::Settled,
            Some(Closing::LetGo) => Phase::LetGo,
            None if going_on > 0 => Phase::InHand,
            None if became > 0 => Phase::Asked,
            None if taken_up > 0 => Phase::TakenUp,
            None => Phase::Sensed,
        }
    }

    /// Whether it is not over.
    pub fn is_open(self) -> bool {
        !matches!(self, Phase::Settled | Phase::LetGo)
    }
}

impl Closing {
    /// The word in tables and exports.
    pub fn as_str(self) -> &'static str {
        match self {
            Closing::Settled => Phase::Settled.as_str(),
            Closing::LetGo => Phase::LetGo.as_str(),
        }
    }

    /// The way of a word.
    pub fn named(word: &str) -> Option<Closing> {
        [Closing::Settled, Closing::LetGo].into_iter().find(|way| way.as_str() == word)
    }
}

impl Tension {
    pub fn is_open(&self) -> bool {
        self.closed.is_none()
    }

    fn close(&mut self, way: Closing, why: Option<&String>, (by, at): (MemberId, At)) {
        let sensed = self.origin.map(|origin| origin.by);
        if Some(by) != sensed && self.closed.as_ref().is_some_and(|closed| Some(closed.by) == sensed) {
            return;
        }
        self.closed = Some(Closed { way, why: why.cloned(), by, at });
    }
}

impl Fold for Tension {
    type Event = TensionEvent;

    fn blank(id: SubjectId) -> Tension {
        Tension {
            id: id.into(),
            origin: None,
            is: String::new(),
            could: String::new(),
            about: None,
            serves: None,
            taken_up: Vec::new(),
            became: Vec::new(),
            closed: None,
            source: None,
            withdrawn: None,
        }
    }

    fn id(&self) -> SubjectId {
        self.id.into()
    }

    fn apply(&mut self, record: &Record, event: &TensionEvent) {
        let who_when =
            |by: Option<MemberId>, at: Option<At>| (by.unwrap_or(record.author), at.unwrap_or(record.at));
        match event {
            TensionEvent::Sensed(sensed) => {
                let (by, at) = who_when(sensed.by, sensed.at);
                self.origin = Some(Origin { by, at, record: record.id });
                self.is.clone_from(&sensed.is);
                self.could.clone_from(&sensed.could);
                self.about = sensed.about;
                self.serves.clone_from(&sensed.serves);
                self.source.clone_from(&sensed.from);
                self.withdrawn = None;
            }
            TensionEvent::TakenUp(taken) => {
                let (by, at) = who_when(taken.by, taken.at);
                if self.taken_up.iter().all(|(member, _)| *member != by) {
                    self.taken_up.push((by, at));
                }
            }
            TensionEvent::Became(became) => {
                let (by, at) = who_when(became.by, became.at);
                if self.became.iter().all(|known| known.what != became.what) {
                    self.became.push(Became { id: record.id, what: became.what, by, at });
                }
            }
            // Whoever sensed it may have left, which stands in another subject: `decide` asks for that.
            TensionEvent::Settled(settled) => {
                self.close(Closing::Settled, settled.why.as_ref(), who_when(settled.by, settled.at));
            }
            TensionEvent::LetGo(let_go) => {
                self.close(Closing::LetGo, Some(&let_go.why), who_when(let_go.by, let_go.at));
            }
        }
    }

    fn exists(&self) -> bool {
        self.origin.is_some()
    }

    fn ended(&self) -> Option<At> {
        self.closed.as_ref().map(|closed| closed.at)
    }

    fn called(&self) -> Option<&str> {
        Some(&self.is)
    }

    fn source(&self) -> Option<&str> {
        self.source.as_deref()
    }

    fn searched(&self) -> Searched<'_> {
        let why = self.closed.as_ref().and_then(|closed| closed.why.as_ref());
        Searched::named(&self.is).and(Some(&self.could)).and(self.serves.as_ref()).and(why)
    }

    fn withdrawn(&self) -> Option<&Withdrawn> {
        self.withdrawn.as_ref()
    }

    fn withdraw(&mut self, withdrawn: Withdrawn) {
        self.withdrawn = Some(withdrawn);
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn of_two_endings_the_one_by_whoever_sensed_it_holds() {
        let (ayu, budi) = (MemberId(Uuid::from_u128(1)), MemberId(Uuid::from_u128(2)));
        let mut tension = Tension::blank(SubjectId(Uuid::from_u128(9)));
        tension.origin = Some(Origin { by: ayu, at: At::START, record: RecordId::ZERO });
        let mut close = |way, by| {
            tension.close(way, None, (by, At::START));
            tension.closed.as_ref().map(|closed| (closed.way, closed.by))
        };
        assert_eq!(close(Closing::LetGo, budi), Some((Closing::LetGo, budi)), "they may have left");
        assert_eq!(close(Closing::Settled, ayu), Some((Closing::Settled, ayu)));
        assert_eq!(close(Closing::LetGo, budi), Some((Closing::Settled, ayu)));
        assert_eq!(close(Closing::LetGo, ayu), Some((Closing::LetGo, ayu)));
    }

    #[test]
    fn what_it_became_decides_where_it_stands_until_it_ends() {
        assert_eq!(Phase::of(None, 0, 0, 0), Phase::Sensed);
        assert_eq!(Phase::of(None, 0, 0, 1), Phase::TakenUp);
        assert_eq!(Phase::of(None, 2, 1, 1), Phase::InHand);
        assert_eq!(Phase::of(None, 2, 0, 0), Phase::Asked);
        // It is over although a task goes on, where who sensed it says so.
        assert_eq!(Phase::of(Some(Closing::Settled), 1, 1, 1), Phase::Settled);
        assert_eq!(Phase::of(Some(Closing::LetGo), 0, 0, 0), Phase::LetGo);
    }
}
