//! Meetings: begun, moved on, ended. Everybody may do all of it; nobody is asked for permission.

mod seen;

use super::{Decide, Draft, NO_DAYS, Needs, Refusal, RetroSetup, Scene, said};
use crate::domain::calendar::At;
use crate::domain::event::{
    MeetingEnded, MeetingJoined, MeetingJoinedTo, MeetingLeft, MeetingMoved, MeetingParked, MeetingStarted,
    MeetingTakenUp, MeetingTimed,
};
use crate::domain::id::{MeetingId, MemberId, RecordId, SubjectId};
use crate::domain::meeting::{Clock, How, Meeting, MeetingKind, Place, Step};

/// To begin a meeting. One of the kind that was forgotten is ended by it.
#[derive(Debug, Clone, PartialEq)]
pub struct StartMeeting {
    pub id: MeetingId,
    pub kind: MeetingKind,
    /// What a retro is begun with.
    pub retro: Option<RetroSetup>,
}

impl Decide for StartMeeting {
    fn needs(&self) -> Needs<'_> {
        Needs::new([self.id.into()], NO_DAYS).open_meetings()
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        scene.unknown(self.id)?;
        let mut drafts = Vec::new();
        let mut saw = Vec::new();
        for open in scene.open_meetings(self.kind) {
            if !open.is_forgotten(scene.now) {
                return Err(Refusal::MeetingOpen(open.kind));
            }
            drafts.extend(ended(open));
            saw.push(open.id);
        }
        let setup = match self.kind {
            MeetingKind::Retro => self.retro.as_ref(),
            MeetingKind::Standup => None,
        };
        let started = MeetingStarted {
            saw,
            format: setup.and_then(|setup| setup.format.clone()),
            columns: match (self.kind, setup) {
                (MeetingKind::Retro, setup) => setup.ok_or(Refusal::NoColumn(0))?.columns()?,
                _ => Vec::new(),
            },
            dots: setup.map(|setup| setup.dots),
            names: setup.map(|setup| setup.names),
            ..MeetingStarted::of(self.kind)
        };
        // What it is about is told first.
        drafts.insert(0, Draft::new(self.id, started));
        Ok(drafts)
    }
}

/// To say that somebody is there.
#[derive(Debug, Clone, PartialEq)]
pub struct JoinMeeting {
    pub meeting: MeetingId,
    /// Whoever says it, where it is nobody else.
    pub of: Option<MemberId>,
}

impl Decide for JoinMeeting {
    fn needs(&self) -> Needs<'_> {
        Needs::new(about(self.meeting, self.of), NO_DAYS)
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        let meeting = scene.open_meeting(self.meeting)?;
        let of = other(scene, self.of)?;
        if meeting.present().any(|member| member == of.unwrap_or(scene.me)) {
            return Err(Refusal::IsPresent { kind: meeting.kind, member: of.unwrap_or(scene.me) });
        }
        Ok(vec![Draft::new(self.meeting, MeetingJoined { of, by: None, at: None, from: None })])
    }
}

/// To say that somebody is not there any more.
#[derive(Debug, Clone, PartialEq)]
pub struct LeaveMeeting {
    pub meeting: MeetingId,
    /// Whoever says it, where it is nobody else.
    pub of: Option<MemberId>,
}

impl Decide for LeaveMeeting {
    fn needs(&self) -> Needs<'_> {
        Needs::new(about(self.meeting, self.of), NO_DAYS)
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        scene.open_meeting(self.meeting)?;
        let of = other(scene, self.of)?;
        Ok(vec![Draft::new(self.meeting, MeetingLeft { of, by: None, at: None, from: None })])
    }
}

/// Where a meeting is to go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Destination {
    /// To what comes next; at the end, out of it.
    Next,
    /// To where it was before.
    Back,
    /// Into a step, to the first thing there.
    Step(Step),
    /// To a task, a member or a topic.
    Place(Place),
}

/// To end the turn that was on the screen, and go elsewhere.
#[derive(Debug, Clone, PartialEq)]
pub struct MoveMeeting {
    pub meeting: MeetingId,
    /// The turn that was shown when the key was pressed.
    pub from: RecordId,
    pub to: Destination,
    /// How whoever was asked answered; who was asked when somebody presses *Next* has spoken.
    pub how: Option<How>,
}

impl Decide for MoveMeeting {
    fn needs(&self) -> Needs<'_> {
        let place = match self.to {
            Destination::Place(place) => Some(place),
            _ => None,
        };
        let named = place.into_iter().flat_map(|place| {
            [place.task.map(SubjectId::from), place.member.map(SubjectId::from)].into_iter().flatten()
        });
        Needs::new(std::iter::once(self.meeting.into()).chain(named), NO_DAYS)
            .open_meetings()
            .ahead(self.meeting)
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        let meeting = scene.meeting(self.meeting)?;
        let moved_on = |place| Refusal::MovedOn { kind: meeting.kind, place };
        let here = meeting.course.now().ok_or(Refusal::Gone(self.meeting.into()))?;
        if meeting.course.turn(self.from).is_none_or(|turn| turn.id != here.id) {
            return Err(moved_on(here.place));
        }
        if meeting.went_into.is_some() {
            return Err(Refusal::MeetingOver(meeting.kind));
        }
        if meeting.ended.is_some() {
            // Going on opens it again, where nobody began another meanwhile.
            if self.to == Destination::Next {
                return Err(Refusal::MeetingOver(meeting.kind));
            }
            if let Some(open) = scene.open_meetings(meeting.kind).next() {
                return Err(Refusal::MeetingOpen(open.kind));
            }
        }
        let to = match self.to {
            Destination::Next => match meeting.next(&scene.ahead) {
                Some(place) => place,
                None => return Ok(ended(meeting)),
            },
            Destination::Back => meeting.course.before().ok_or(Refusal::NothingBefore(meeting.kind))?.place,
            Destination::Step(step) => meeting.place_in(step, &scene.ahead),
            Destination::Place(place) => {
                place.task.map(|task| scene.task(task)).transpose()?;
                place.member.map(|member| scene.member(member)).transpose()?;
                place
            }
        };
        if to == here.place && meeting.ended.is_none() {
            return Err(moved_on(to));
        }
        let spoke = (self.to == Destination::Next && here.place.member.is_some()).then_some(How::Spoke);
        let how = self.how.or(spoke);
        let moved = MeetingMoved { from: here.id, to, how, by: None, at: None, source: None };
        Ok(vec![Draft::new(self.meeting, moved)])
    }
}

/// What is done to the clock of a turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clockwork {
    /// So many seconds more.
    More(u32),
    /// It rests, or runs on.
    Pause,
}

/// To set the clock of the turn that was on the screen.
#[derive(Debug, Clone, PartialEq)]
pub struct TimeMeeting {
    pub meeting: MeetingId,
    pub turn: RecordId,
    pub clock: Clockwork,
}

impl Decide for TimeMeeting {
    fn needs(&self) -> Needs<'_> {
        Needs::new([self.meeting.into()], NO_DAYS)
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        let meeting = scene.open_meeting(self.meeting)?;
        let here = meeting.course.now().ok_or(Refusal::Gone(self.meeting.into()))?;
        let Some(clock) = meeting.clock().filter(|_| here.id == self.turn) else {
            return Err(Refusal::MovedOn { kind: meeting.kind, place: here.place });
        };
        let from_now = |ms: i64| Some(At(scene.now.0.saturating_add(ms.max(0))));
        let (until, rests) = match (self.clock, clock) {
            // A minute more of what is over is a minute from now.
            (Clockwork::More(seconds), Clock::Runs { until, .. }) => {
                (Some(At(until.max(scene.now).0.saturating_add(i64::from(seconds) * 1000))), None)
            }
            (Clockwork::More(more), Clock::Rests { seconds }) => (None, Some(seconds.saturating_add(more))),
            (Clockwork::Pause, Clock::Rests { seconds }) => (from_now(i64::from(seconds) * 1000), None),
            (Clockwork::Pause, Clock::Runs { until, .. }) => {
                let left = until.0.saturating_sub(scene.now.0).max(0) / 1000;
                (None, Some(u32::try_from(left).unwrap_or(u32::MAX)))
            }
        };
        let timed = MeetingTimed { turn: self.turn, until, rests };
        Ok(vec![Draft::new(self.meeting, timed).ending(here.clock.seen())])
    }
}

/// To keep something for afterwards.
#[derive(Debug, Clone, PartialEq)]
pub struct ParkTopic {
    pub meeting: MeetingId,
    pub text: String,
    pub about: Option<SubjectId>,
    /// Who is needed for it.
    pub with: Vec<MemberId>,
}

impl Decide for ParkTopic {
    fn needs(&self) -> Needs<'_> {
        let with = self.with.iter().copied().map(SubjectId::from);
        Needs::new(std::iter::once(self.meeting.into()).chain(self.about).chain(with), NO_DAYS)
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        scene.meeting(self.meeting)?;
        self.about.map(|about| scene.there(about)).transpose()?;
        let mut with = Vec::with_capacity(self.with.len());
        for member in &self.with {
            scene.member(*member)?;
            if !with.contains(member) {
                with.push(*member);
            }
        }
        let parked = MeetingParked {
            text: said(&self.text)?,
            about: self.about,
            with,
            by: None,
            at: None,
            from: None,
        };
        Ok(vec![Draft::new(self.meeting, parked)])
    }
}

/// To take a topic out again: it was talked about, became something, or is let go.
#[derive(Debug, Clone, PartialEq)]
pub struct TakeUp {
    /// The meeting in which that is done: the topic may be of an earlier one.
    pub meeting: MeetingId,
    pub topic: RecordId,
    pub becomes: Option<SubjectId>,
}

impl Decide for TakeUp {
    fn needs(&self) -> Needs<'_> {
        Needs::new(std::iter::once(self.meeting.into()).chain(self.becomes), NO_DAYS)
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        let meeting = scene.meeting(self.meeting)?;
        if meeting.taken.iter().any(|taken| taken.topic == self.topic) {
            return Err(Refusal::TopicTaken(meeting.kind));
        }
        self.becomes.map(|becomes| scene.there(becomes)).transpose()?;
        let taken =
            MeetingTakenUp { topic: self.topic, becomes: self.becomes, by: None, at: None, from: None };
        Ok(vec![Draft::new(self.meeting, taken).ending([self.topic])])
    }
}

/// To end a meeting, wherever it is.
#[derive(Debug, Clone, PartialEq)]
pub struct EndMeeting {
    pub meeting: MeetingId,
}

impl Decide for EndMeeting {
    fn needs(&self) -> Needs<'_> {
        Needs::new([self.meeting.into()], NO_DAYS)
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        Ok(ended(scene.open_meeting(self.meeting)?))
    }
}

/// To let a meeting go on in another one, where two of a kind were begun apart.
#[derive(Debug, Clone, PartialEq)]
pub struct JoinMeetings {
    pub meeting: MeetingId,
    pub into: MeetingId,
}

impl Decide for JoinMeetings {
    fn needs(&self) -> Needs<'_> {
        Needs::new([self.meeting.into(), self.into.into()], NO_DAYS)
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        let meeting = scene.open_meeting(self.meeting)?;
        let into = scene.open_meeting(self.into)?;
        if meeting.id == into.id || meeting.kind != into.kind {
            return Err(Refusal::NothingToChange(self.meeting.into()));
        }
        Ok(vec![Draft::new(self.meeting, MeetingJoinedTo { meeting: self.into })])
    }
}

/// That a meeting is over, at the turn at which it is. What it did not come to is kept for another time.
fn ended(meeting: &Meeting) -> Vec<Draft> {
    let Some(turn) = meeting.course.now().map(|turn| turn.id) else { return Vec::new() };
    let mut drafts = vec![Draft::new(meeting.id, MeetingEnded { turn, by: None, at: None, from: None })];
    let voted = meeting.cards.is_counted();
    for topic in meeting.not_reached().iter().filter(|topic| voted && topic.dots > 0) {
        let text = topic.title.to_owned();
        if meeting.topics.iter().all(|parked| parked.text != text) {
            let (about, with) = (None, Vec::new());
            let parked = MeetingParked { text, about, with, by: None, at: None, from: None };
            drafts.push(Draft::new(meeting.id, parked));
        }
    }
    drafts
}

fn about(meeting: MeetingId, of: Option<MemberId>) -> impl Iterator<Item = SubjectId> {
    std::iter::once(meeting.into()).chain(of.map(SubjectId::from))
}

/// Whom somebody speaks of, where it is not themselves.
fn other(scene: &Scene, of: Option<MemberId>) -> Result<Option<MemberId>, Refusal> {
    let of = of.filter(|of| *of != scene.me);
    of.map(|of| scene.member(of)).transpose()?;
    Ok(of)
}
