//! Members: joining, leaving, being away. No rank, and nobody is let in or out by another.

use super::{
    Decide, Draft, MemberId, NO_DAYS, NO_SUBJECTS, Needs, Refusal, Scene, are_there, claim, edited, maybe,
    name,
};
use crate::domain::calendar::Day;
use crate::domain::event::{
    Event, MemberAway, MemberEdited, MemberJoined, MemberLeft, MemberMerged, MemberReturned, RolePutDown,
};
use crate::domain::field::Values;
use crate::domain::task::End;

/// A person becomes a member. `scene.me` is the new member's id.
#[derive(Debug, Clone, PartialEq)]
pub struct Join {
    pub name: String,
    pub initials: Option<String>,
}

impl Decide for Join {
    fn needs(&self) -> Needs<'_> {
        Needs::new(NO_SUBJECTS, NO_DAYS)
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        scene.unknown(scene.me)?;
        let name = name(&self.name)?;
        let joined =
            MemberJoined { name, initials: maybe(&self.initials)?, source: None, file: None, at: None };
        Ok(vec![Draft::new(scene.me, joined)])
    }
}

/// To leave the team: one's claims and holdings end, and become gaps.
#[derive(Debug, Clone, PartialEq)]
pub struct Leave;

impl Decide for Leave {
    fn needs(&self) -> Needs<'_> {
        Needs::new(NO_SUBJECTS, NO_DAYS).all_held()
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        let mut drafts = vec![Draft::new(scene.me, MemberLeft { at: None, by: None, from: None })];
        for (id, task) in scene.tasks() {
            for claim in task.live_claims().filter(|claim| claim.member == scene.me) {
                drafts.push(claim::given_back(id, claim.id, End::Left, None));
            }
        }
        for (id, role) in scene.roles() {
            if let Some(holding) = role.holding_of(scene.me) {
                let holding = holding.id;
                let event = Event::from(RolePutDown { holding, by: None, at: None, from: None });
                drafts.push(Draft::new(id, event).ending([holding]));
            }
        }
        Ok(drafts)
    }
}

/// To come back after leaving.
#[derive(Debug, Clone, PartialEq)]
pub struct Return;

impl Decide for Return {
    fn needs(&self) -> Needs<'_> {
        Needs::new(NO_SUBJECTS, NO_DAYS)
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        let me: MemberId = scene.me;
        if scene.member(me)?.is_here() {
            return Err(Refusal::AlreadyHere(me));
        }
        Ok(vec![Draft::new(me, MemberReturned { by: None, at: None, from: None })])
    }
}

/// To say from when until when one is away; without days: back.
#[derive(Debug, Clone, PartialEq)]
pub struct Away {
    pub from: Option<Day>,
    /// The last day away.
    pub until: Option<Day>,
}

impl Decide for Away {
    fn needs(&self) -> Needs<'_> {
        Needs::new(NO_SUBJECTS, self.from.into_iter().chain(self.until))
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        let member = scene.member(scene.me)?;
        if let Some(until) = self.until {
            if until < scene.today {
                return Err(Refusal::InThePast(until));
            }
            if self.from.is_some_and(|from| until < from) {
                return Err(Refusal::EndsBeforeItBegins);
            }
        }
        if self.from.is_none() && member.away.value().is_none() && member.away.written_twice().is_none() {
            return Err(Refusal::NothingToChange(scene.me.into()));
        }
        let event = MemberAway { from: self.from, until: self.until, by: None, at: None, source: None };
        Ok(vec![Draft::new(scene.me, event).ending(member.away.seen())])
    }
}

/// To say that a member is another one: of whom nobody has written here, as an import brings them, or of oneself.
#[derive(Debug, Clone, PartialEq)]
pub struct Merge {
    pub member: MemberId,
    pub into: MemberId,
}

impl Decide for Merge {
    fn needs(&self) -> Needs<'_> {
        Needs::new([self.member.into(), self.into.into()], NO_DAYS).written_by(self.member)
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        let member = scene.member(self.member)?;
        scene.member(self.into)?;
        if self.member == self.into {
            return Err(Refusal::OneAlready(self.into));
        }
        if scene.has_written && self.member != scene.me {
            return Err(Refusal::TheirsToSay { member: self.member, into: self.into });
        }
        let merged = MemberMerged { into: self.into, name: Some(member.name().to_owned()) };
        Ok(vec![Draft::new(self.member, merged)])
    }
}

/// To change what one says of oneself.
#[derive(Debug, Clone, PartialEq)]
pub struct EditMember {
    pub edit: MemberEdited,
}

impl Decide for EditMember {
    fn needs(&self) -> Needs<'_> {
        Needs::fields(NO_SUBJECTS, &self.edit).called(self.edit.name.as_deref())
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        if let Some(other) = self.edit.name.as_deref().and_then(|name| scene.other_called(name)) {
            return Err(Refusal::NameTaken(other));
        }
        are_there(&self.edit.values(), scene)?;
        edited(scene.me, &scene.member(scene.me)?.registers, &self.edit)
    }
}
