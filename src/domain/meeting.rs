//! A meeting: steps that a team goes through together, from any desk, with nobody above it.
//!
//! Everybody moves it on, back or anywhere. A move ends the turn that its author saw, and hides, locks and ends nothing else.

mod ahead;
mod cards;
mod course;
pub(super) mod event;
mod plan;

use std::collections::BTreeMap;

pub use ahead::Ahead;
pub use cards::{Acted, Card, Cards, Count, Group, Reveal};
pub use course::{Course, Timing, Turn};
pub use plan::{CardId, CardNames, Dots, How, MeetingKind, Place, Planned, Step};

use super::calendar::At;
use super::id::{MeetingId, MemberId, RecordId, SubjectId};
use super::record::Record;
use super::register::Register;
use super::subject::{Fold, Origin, Searched};
use event::MeetingEvent;

/// After so long without a record a meeting that is open was forgotten.
const FORGOTTEN_MS: i64 = 3 * 3_600_000;
/// No topic is talked about for less.
const LEAST_MINUTES: u64 = 3;

#[derive(Debug, Clone, PartialEq)]
pub struct Meeting {
    pub id: MeetingId,
    /// Who began it, and when.
    pub origin: Option<Origin>,
    pub kind: MeetingKind,
    pub plan: Vec<Planned>,
    pub course: Course,
    /// What was written in it, where it is a retro.
    pub cards: Cards,
    /// Whose mark it is to facilitate: it gives no right that others lack. Two who took it apart are both shown.
    pub chair: Register<MemberId>,
    /// Whoever was in the chair at any time.
    pub chaired: Vec<MemberId>,
    /// Who said that they facilitate the next of this kind.
    pub next_chair: Register<MemberId>,
    /// Who said that they do not.
    pub not_next: Vec<MemberId>,
    /// Who offered whom to swap their turns of facilitating, and nobody has answered yet.
    pub swaps: Vec<Swap>,
    pub topics: Vec<Topic>,
    /// The topics that were taken up in it, its own or those of earlier ones.
    pub taken: Vec<Taken>,
    /// When it ended; going on opens it again.
    pub ended: Option<At>,
    /// The other one in which it goes on.
    pub went_into: Option<MeetingId>,
    /// When anything was last written of it.
    pub latest: At,
    pub source: Option<String>,
    /// Who was there, by the last that was said of each.
    attendance: BTreeMap<MemberId, bool>,
    heard: BTreeMap<MemberId, How>,
}

/// Something for afterwards.
#[derive(Debug, Clone, PartialEq)]
pub struct Topic {
    /// The record that parked it.
    pub id: RecordId,
    pub text: String,
    pub about: Option<SubjectId>,
    /// Who is needed for it.
    pub with: Vec<MemberId>,
    pub by: MemberId,
    pub at: At,
}

/// That a topic was taken up.
#[derive(Debug, Clone, PartialEq)]
pub struct Taken {
    pub id: RecordId,
    pub topic: RecordId,
    /// What it became; `None` where it was talked about, or let go.
    pub becomes: Option<SubjectId>,
    pub by: MemberId,
    pub at: At,
}

/// An offer to facilitate the next but one, where another facilitates the next.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Swap {
    pub id: RecordId,
    pub from: MemberId,
    pub with: MemberId,
}

/// The clock of a time box.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    Runs {
        since: At,
        until: At,
    },
    /// With so many seconds left.
    Rests {
        seconds: u32,
    },
}

impl Clock {
    /// When the box is over, while its clock runs.
    pub fn runs_out(self) -> Option<At> {
        match self {
            Clock::Runs { until, .. } => Some(until),
            Clock::Rests { .. } => None,
        }
    }
}

impl Meeting {
    /// Where it is.
    pub fn place(&self) -> Option<Place> {
        self.course.now().map(|turn| turn.place)
    }

    /// Whether it goes on: neither ended nor carried on in another.
    pub fn is_open(&self) -> bool {
        self.ended.is_none() && self.went_into.is_none()
    }

    /// Whether it is open and nobody has done anything for three hours.
    pub fn is_forgotten(&self, now: At) -> bool {
        self.is_open() && is_long_ago(self.latest, now)
    }

    /// Who is there.
    pub fn present(&self) -> impl Iterator<Item = MemberId> {
        self.attendance.iter().filter(|(_, is_there)| **is_there).map(|(member, _)| *member)
    }

    pub fn is_present(&self, member: MemberId) -> bool {
        self.attendance.get(&member) == Some(&true)
    }

    fn has_left(&self, member: MemberId) -> bool {
        self.attendance.get(&member) == Some(&false)
    }

    /// How somebody answered who was asked; `None` before they were.
    pub fn how(&self, member: MemberId) -> Option<How> {
        self.heard.get(&member).copied()
    }

    /// Who was asked, with how they answered.
    pub fn heard(&self) -> impl Iterator<Item = (MemberId, How)> {
        self.heard.iter().map(|(member, how)| (*member, *how))
    }

    /// Of whom it was said whether they are there, with what was said last.
    pub fn attendance(&self) -> impl Iterator<Item = (MemberId, bool)> {
        self.attendance.iter().map(|(member, is_there)| (*member, *is_there))
    }

    /// All who have anything to do with it.
    pub fn members(&self) -> impl Iterator<Item = MemberId> {
        let others = self.heard.keys().filter(|member| !self.attendance.contains_key(member));
        self.attendance.keys().chain(others).copied()
    }

    /// The clock of the place at which it is, where that has a time box.
    pub fn clock(&self) -> Option<Clock> {
        let here = self.course.now()?;
        let since = self.course.stay().last()?.since;
        match self.course.stay().find_map(|turn| turn.clock.get()) {
            Some(Timing::Until(until)) => Some(Clock::Runs { since, until: *until }),
            Some(Timing::Rests(seconds)) => Some(Clock::Rests { seconds: *seconds }),
            None => {
                let until = At(since.0.saturating_add(i64::from(self.time_box(here.place)?) * 1000));
                Some(Clock::Runs { since, until })
            }
        }
    }

    /// How many seconds are planned for a place: of the talk, each topic has as much as it has of the dots.
    pub fn time_box(&self, place: Place) -> Option<u32> {
        let planned = self.plan.iter().find(|planned| planned.step == place.step)?.seconds;
        let Some(topic) = place.topic else { return Some(planned) };
        let topics = self.cards.by_dots();
        // One more for each, so that topics without a dot have their time, too.
        let weight = |group: &Group<'_>| u64::from(group.dots) + 1;
        let all: u64 = topics.iter().map(weight).sum();
        let own = topics.iter().find(|group| group.id == topic).map_or(1, weight);
        let minutes = (u64::from(planned) * own).checked_div(all.max(1) * 60).unwrap_or(0);
        u32::try_from(minutes.max(LEAST_MINUTES) * 60).ok()
    }

    /// The topics that nobody has taken up in this meeting.
    pub fn parked(&self) -> impl Iterator<Item = &Topic> {
        self.topics.iter().filter(|topic| !self.taken.iter().any(|taken| taken.topic == topic.id))
    }

    fn is_there(&mut self, member: MemberId, is_there: bool) {
        self.attendance.insert(member, is_there);
    }

    /// To have spoken outweighs all else; of the rest the last holds. Where one keyboard goes round, whoever answers is there
    /// by that.
    fn answered(&mut self, member: MemberId, how: How) {
        match how {
            How::Spoke | How::Passed => self.is_there(member, true),
            How::Absent => self.is_there(member, false),
            How::Later => {}
        }
        let before = self.heard.entry(member).or_insert(how);
        if *before != How::Spoke {
            *before = how;
        }
    }

    fn take_chair(&mut self, record: &Record, member: MemberId) {
        self.chair.write(record.id, &record.ends, member);
        if !self.chaired.contains(&member) {
            self.chaired.push(member);
        }
    }
}

/// Whether a meeting of which nothing was written since then was forgotten.
pub fn is_long_ago(latest: At, now: At) -> bool {
    now.0.saturating_sub(latest.0) >= FORGOTTEN_MS
}

impl Fold for Meeting {
    type Event = MeetingEvent;

    fn blank(id: SubjectId) -> Meeting {
        Meeting {
            id: id.into(),
            origin: None,
            kind: MeetingKind::Standup,
            plan: Vec::new(),
            course: Course::default(),
            cards: Cards::default(),
            chair: Register::default(),
            chaired: Vec::new(),
            next_chair: Register::default(),
            not_next: Vec::new(),
            swaps: Vec::new(),
            topics: Vec::new(),
            taken: Vec::new(),
            ended: None,
            went_into: None,
            latest: At::START,
            source: None,
            attendance: BTreeMap::new(),
            heard: BTreeMap::new(),
        }
    }

    fn id(&self) -> SubjectId {
        self.id.into()
    }

    fn apply(&mut self, record: &Record, event: &MeetingEvent) {
        let facts = event.facts();
        let (by, at) = (facts.by.unwrap_or(record.author), facts.at.unwrap_or(record.at));
        self.latest = self.latest.max(at);
        // Who brings a meeting in was not there by that.
        if !facts.is_imported() || facts.by.is_some() {
            self.is_there(by, true);
        }
        match event {
            MeetingEvent::Started(e) => {
                if self.origin.is_none() {
                    self.origin = Some(Origin { by, at, record: record.id });
                    self.kind = e.kind;
                    self.plan.clone_from(&e.plan);
                    self.cards.format.clone_from(&e.format);
                    self.cards.columns.clone_from(&e.columns);
                    self.cards.names = e.names.unwrap_or_default();
                    self.cards.dots = e.dots.unwrap_or_default();
                    self.source.clone_from(&e.from);
                    self.take_chair(record, by);
                }
                let first = self.plan.first().map_or(Step::Goals, |planned| planned.step);
                self.course.begin(record.id, Place::step(first), by, at);
            }
            MeetingEvent::Joined(e) => self.is_there(e.of.unwrap_or(by), true),
            MeetingEvent::Left(e) => self.is_there(e.of.unwrap_or(by), false),
            MeetingEvent::Moved(e) => {
                let Some((left, goes_on)) = self.course.go(record.id, e, by, at) else { return };
                if goes_on {
                    self.ended = None;
                }
                if let (Some(member), Some(how)) = (self.course.nth(left).place.member, e.how) {
                    self.answered(member, how);
                }
            }
            MeetingEvent::Timed(e) => {
                let timing = e.until.map(Timing::Until).or(e.rests.map(Timing::Rests));
                if let Some(timing) = timing {
                    self.course.set_clock(record.id, &record.ends, e.turn, timing);
                }
            }
            MeetingEvent::Chaired(_) => self.take_chair(record, by),
            MeetingEvent::Parked(e) => self.topics.push(Topic {
                id: record.id,
                text: e.text.clone(),
                about: e.about,
                with: e.with.clone(),
                by,
                at,
            }),
            MeetingEvent::TakenUp(e) => {
                self.taken.push(Taken { id: record.id, topic: e.topic, becomes: e.becomes, by, at });
            }
            MeetingEvent::NextTaken(_) => {
                self.next_chair.write(record.id, &record.ends, by);
                self.not_next.retain(|member| *member != by);
            }
            MeetingEvent::NextPassed(_) => {
                if !self.not_next.contains(&by) {
                    self.not_next.push(by);
                }
            }
            MeetingEvent::SwapOffered(e) => {
                self.swaps.push(Swap { id: record.id, from: by, with: e.with });
            }
            MeetingEvent::SwapAccepted(e) => {
                let Some(at) = self.swaps.iter().position(|swap| swap.id == e.offer && swap.with == by)
                else {
                    return;
                };
                let swap = self.swaps.swap_remove(at);
                self.next_chair.write(record.id, &record.ends, by);
                self.not_next.retain(|member| *member != by);
                if !self.not_next.contains(&swap.from) {
                    self.not_next.push(swap.from);
                }
            }
            MeetingEvent::CardAdded(e) => {
                self.cards.add((record.id, 0).into(), e.column, &e.text, Some((by, at)));
            }
            MeetingEvent::CardStruck(e) => self.cards.strike(e.card, by, &e.why),
            MeetingEvent::Revealed(e) => {
                for (nth, (column, text)) in (0..).zip(&e.cards) {
                    self.cards.add((record.id, nth).into(), *column, text, None);
                }
                self.cards.reveals.push(Reveal { id: record.id, by, at, ready: e.ready });
            }
            MeetingEvent::Grouped(e) => {
                self.cards.group(record.id, &record.ends, (e.group, &e.cards), e.name.as_ref());
            }
            MeetingEvent::Counted(e) => self.cards.counts.push(Count {
                id: record.id,
                replica: record.replica,
                by,
                voters: e.voters,
                dots: e.dots.clone(),
            }),
            MeetingEvent::Acted(e) => {
                if self.cards.actions.iter().all(|acted| acted.task != e.task) {
                    self.cards.actions.push(Acted { id: record.id, task: e.task, by, at });
                }
            }
            MeetingEvent::Ended(_) => self.ended = Some(at),
            MeetingEvent::JoinedTo(e) => self.went_into = Some(e.meeting),
        }
    }

    fn exists(&self) -> bool {
        self.origin.is_some()
    }

    fn ended(&self) -> Option<At> {
        self.ended
    }

    fn called(&self) -> Option<&str> {
        None
    }

    fn source(&self) -> Option<&str> {
        self.source.as_deref()
    }

    fn searched(&self) -> Searched<'_> {
        let mut searched = Searched::default();
        searched.body.extend(self.topics.iter().map(|topic| topic.text.as_str()));
        searched.body.extend(self.cards.live().map(|card| card.text.as_str()));
        searched
    }
}

#[cfg(test)]
mod tests;
