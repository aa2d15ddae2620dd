//! Where a meeting goes next.
//!
//! Asked when somebody presses *Next*, and written down: another machine computes nothing anew.

use sha2::{Digest, Sha256};

use super::Meeting;
use super::cards::Group;
use super::plan::{How, Place, Step};
use crate::domain::id::{MeetingId, MemberId, TaskId};

/// What of the board lies ahead of a meeting.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Ahead {
    /// The tasks to walk, in the order of the walk, and who leads each.
    pub tasks: Vec<(TaskId, Option<MemberId>)>,
    /// Who is of the team and not away, with how often they had their turn in the last meetings of the kind.
    pub members: Vec<(MemberId, usize)>,
    /// Who facilitates the next meeting of the kind, as it stands.
    pub next_chair: Option<MemberId>,
}

impl Meeting {
    /// The next place; `None` where the meeting is at its end.
    pub fn next(&self, ahead: &Ahead) -> Option<Place> {
        let here = self.place()?;
        let rest = match here.step {
            Step::Walk => self.next_task(ahead, here),
            step if step.is_round() => {
                let mut waiting = self.still_to_hear(ahead).into_iter();
                waiting.find(|m| Some(*m) != here.member).map(|member| Place::turn_of(step, member))
            }
            Step::Talk => self.next_topic(here),
            _ => None,
        };
        let at = self.plan.iter().position(|planned| planned.step == here.step);
        let following = || {
            self.plan
                .iter()
                .skip(at.map_or(0, |at| at + 1))
                .find_map(|planned| self.entry(planned.step, ahead))
        };
        rest.or_else(following)
    }

    /// Where one comes who goes to a step by its name.
    pub fn place_in(&self, step: Step, ahead: &Ahead) -> Place {
        self.entry(step, ahead).unwrap_or(Place::step(step))
    }

    /// The first place in a step; `None` where there is nothing in it, so that *Next* passes it by.
    fn entry(&self, step: Step, ahead: &Ahead) -> Option<Place> {
        match step {
            Step::Walk => self.next_task(ahead, Place::step(step)),
            step if step.is_round() => {
                self.still_to_hear(ahead).first().map(|member| Place::turn_of(step, *member))
            }
            Step::Talk => self.next_topic(Place::step(step)),
            // What is hidden is not known yet.
            Step::Group | Step::Dots => {
                (self.cards.are_hidden() || self.cards.live().next().is_some()).then_some(Place::step(step))
            }
            _ => Some(Place::step(step)),
        }
    }

    /// The topics that were not talked about, by their dots.
    pub fn not_reached(&self) -> Vec<Group<'_>> {
        let mut topics = self.cards.by_dots();
        topics.retain(|topic| !self.course.live().any(|turn| turn.place.topic == Some(topic.id)));
        topics
    }

    fn next_topic(&self, here: Place) -> Option<Place> {
        let was_there = |topic| {
            here.topic == Some(topic)
                || self.course.turns().iter().any(|turn| turn.is_done && turn.place.topic == Some(topic))
        };
        let topics = self.cards.by_dots();
        topics.iter().find(|topic| !was_there(topic.id)).map(|topic| Place::topic(topic.id))
    }

    fn next_task(&self, ahead: &Ahead, here: Place) -> Option<Place> {
        let was_there = |task| {
            here.task == Some(task)
                || self.course.turns().iter().any(|turn| turn.is_done && turn.place.task == Some(task))
        };
        let (task, lead) = ahead.tasks.iter().find(|(task, _)| !was_there(*task))?;
        Some(Place::task(*task, *lead))
    }

    /// Who was not heard yet, in the order in which they are asked: who had fewer turns in the last meetings before the
    /// others, and last of all who asked to be later.
    pub fn still_to_hear(&self, ahead: &Ahead) -> Vec<MemberId> {
        let mut members: Vec<(MemberId, usize)> = ahead.members.clone();
        for member in self.present() {
            if !members.iter().any(|(one, _)| *one == member) {
                members.push((member, 0));
            }
        }
        members.sort_by_key(|(member, turns)| (*turns, *member));
        let half = members.len() / 2;
        let mut order: Vec<(bool, bool, [u8; 32], MemberId)> = members
            .iter()
            .enumerate()
            .filter(|(_, (member, _))| {
                !self.has_left(*member) && matches!(self.how(*member), None | Some(How::Later))
            })
            .map(|(place, (member, _))| {
                (self.how(*member).is_some(), place >= half, mixed(self.id, *member), *member)
            })
            .collect();
        order.sort();
        order.into_iter().map(|(.., member)| member).collect()
    }
}

/// A draw that every machine makes alike, and each meeting anew.
fn mixed(meeting: MeetingId, member: MemberId) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(b"setara-round-v1\0");
    hash.update(meeting.0.as_bytes());
    hash.update(member.0.as_bytes());
    hash.finalize().into()
}
