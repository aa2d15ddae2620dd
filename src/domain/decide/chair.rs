//! Who facilitates: the mark of this meeting, and whose the next one is. It gives no right that others lack.

use super::{Decide, Draft, NO_DAYS, Needs, Refusal, Scene};
use crate::domain::event::{
    MeetingChaired, MeetingNextPassed, MeetingNextTaken, MeetingSwapAccepted, MeetingSwapOffered,
};
use crate::domain::id::{MeetingId, MemberId, SubjectId};
use crate::domain::meeting::Swap;

/// To take the facilitator's mark.
#[derive(Debug, Clone, PartialEq)]
pub struct TakeChair {
    pub meeting: MeetingId,
}

impl Decide for TakeChair {
    fn needs(&self) -> Needs<'_> {
        Needs::new([self.meeting.into()], NO_DAYS)
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        let meeting = scene.open_meeting(self.meeting)?;
        if meeting.chair.get() == Some(&scene.me) && meeting.chair.written_twice().is_none() {
            return Err(Refusal::InTheChair(meeting.kind));
        }
        let chaired = MeetingChaired { by: None, at: None, from: None };
        Ok(vec![Draft::new(self.meeting, chaired).ending(meeting.chair.seen())])
    }
}

/// To say that one facilitates the next meeting of this kind, or does not.
#[derive(Debug, Clone, PartialEq)]
pub struct NextChair {
    pub meeting: MeetingId,
    pub takes: bool,
}

impl Decide for NextChair {
    fn needs(&self) -> Needs<'_> {
        Needs::new([self.meeting.into()], NO_DAYS)
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        let meeting = scene.meeting(self.meeting)?;
        let is_next = meeting.next_chair.get() == Some(&scene.me);
        let draft = match (self.takes, is_next, meeting.not_next.contains(&scene.me)) {
            (true, true, false) | (false, _, true) => {
                return Err(Refusal::NothingToChange(self.meeting.into()));
            }
            (true, ..) => Draft::new(self.meeting, MeetingNextTaken { by: None, at: None, from: None }),
            (false, ..) => Draft::new(self.meeting, MeetingNextPassed { by: None, at: None, from: None }),
        };
        Ok(vec![draft.ending(meeting.next_chair.seen())])
    }
}

/// To offer somebody to swap: they facilitate the next meeting of this kind, where one would do so oneself.
#[derive(Debug, Clone, PartialEq)]
pub struct OfferSwap {
    pub meeting: MeetingId,
    pub with: MemberId,
}

impl Decide for OfferSwap {
    fn needs(&self) -> Needs<'_> {
        Needs::new([SubjectId::from(self.meeting), self.with.into()], NO_DAYS).ahead(self.meeting)
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        let meeting = scene.meeting(self.meeting)?;
        scene.member(self.with)?;
        if scene.ahead.next_chair != Some(scene.me) {
            return Err(Refusal::NotNextChair(meeting.kind));
        }
        let stands = |swap: &Swap| swap.from == scene.me && swap.with == self.with;
        if self.with == scene.me || meeting.swaps.iter().any(stands) {
            return Err(Refusal::NothingToChange(self.with.into()));
        }
        Ok(vec![Draft::new(self.meeting, MeetingSwapOffered { with: self.with })])
    }
}

/// To take an offer to swap.
#[derive(Debug, Clone, PartialEq)]
pub struct AcceptSwap {
    pub meeting: MeetingId,
}

impl Decide for AcceptSwap {
    fn needs(&self) -> Needs<'_> {
        Needs::new([self.meeting.into()], NO_DAYS)
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        let meeting = scene.meeting(self.meeting)?;
        let offered = meeting.swaps.iter().rev().find(|swap| swap.with == scene.me);
        let offer = offered.ok_or(Refusal::NoSwap(meeting.kind))?.id;
        let seen = meeting.next_chair.seen();
        Ok(vec![Draft::new(self.meeting, MeetingSwapAccepted { offer }).ending(seen)])
    }
}
