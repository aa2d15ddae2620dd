//! Decisions: drafted, amended, moved on, given up and carried on. Nothing of it locks anything.

use std::collections::BTreeSet;

use super::{Decide, Draft, NO_DAYS, Needs, Refusal, Scene, list, maybe, said, title};
use crate::domain::calendar::{At, Day};
use crate::domain::decision::{Decision, DecisionKind, Hide, Lack, Phase, State, Trial, Version, Word};
use crate::domain::event::{
    DecisionAmended, DecisionCarried, DecisionDrafted, DecisionMoved, DecisionScheduled, DecisionShown,
    DecisionWithdrawn,
};
use crate::domain::id::{DecisionId, MemberId, RecordId, RoleId, SubjectId};

/// What stands in the way of something that is done to a decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoDecision {
    /// Another version took its place.
    OldVersion,
    /// Two versions stand side by side.
    AmendedApart,
    /// What lacks before it can be adopted.
    Lacks(Lack),
    /// This is said with a reason.
    SayWhy(Word),
    /// It cannot be said to a decision of this kind; with what can.
    Unfit {
        word: Word,
        fit: &'static [Word],
    },
    /// It has so many options.
    NoOption(usize),
    /// Who says it is no party.
    JoinFirst,
    IsParty,
    /// Who was asked a short while ago, and has not spoken.
    JustAsked {
        missing: Vec<MemberId>,
        until: At,
    },
    Adopted,
    NotAdopted,
    /// Nobody proposes it any more.
    GivenUp,
    /// Others propose it.
    HeldOpen(Vec<MemberId>),
    /// Somebody proposes it as it is.
    Proposed(MemberId),
    NothingHidden,
    NoParties,
    NoTrialRuns,
    NoSuchObjection,
    NoSuchQuestion,
    /// An adoption counted the stance.
    Counted,
    /// It was adopted, and would not be any more.
    Unsettles,
}

/// What a version says.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Proposal {
    pub title: String,
    /// What drives it.
    pub why: Option<String>,
    pub text: Option<String>,
    pub nominee: Option<MemberId>,
    pub trial: Option<Trial>,
    pub options: Vec<String>,
}

impl Proposal {
    /// What a version says, to be changed.
    pub fn of(version: &Version) -> Proposal {
        Proposal {
            title: version.title.clone(),
            why: version.why.clone(),
            text: version.text.clone(),
            nominee: version.nominee,
            trial: version.trial.clone(),
            options: version.options.clone(),
        }
    }

    fn days(&self) -> impl Iterator<Item = Day> {
        self.trial.as_ref().map(|trial| trial.ends).into_iter()
    }

    /// As it is kept, or why it is not.
    fn kept(&self, kind: DecisionKind, scene: &Scene) -> Result<Proposal, Refusal> {
        let trial = self.trial.as_ref().map(trial).transpose()?.filter(|_| kind == DecisionKind::Experiment);
        if let Some(trial) = trial.as_ref().filter(|trial| trial.ends < scene.today) {
            return Err(Refusal::InThePast(trial.ends));
        }
        if let Some(nominee) = self.nominee {
            scene.member_here(nominee)?;
        }
        Ok(Proposal {
            title: title(&self.title)?,
            why: maybe(&self.why)?,
            text: maybe(&self.text)?,
            nominee: self.nominee.filter(|_| kind == DecisionKind::Selection),
            trial,
            options: if kind == DecisionKind::Vote { list(&self.options)? } else { Vec::new() },
        })
    }
}

fn trial(trial: &Trial) -> Result<Trial, Refusal> {
    Ok(Trial {
        tried: said(&trial.tried)?,
        judged: said(&trial.judged)?,
        stop: said(&trial.stop)?,
        ends: trial.ends,
    })
}

/// To draft a proposal.
#[derive(Debug, Clone, PartialEq)]
pub struct Propose {
    pub id: DecisionId,
    pub kind: DecisionKind,
    pub proposal: Proposal,
    /// Who decides together; whoever drafts it is one of them.
    pub parties: Vec<MemberId>,
    pub quorum: Option<u32>,
    pub hide: Option<Hide>,
    pub closes: Option<Day>,
    pub review: Option<Day>,
    /// The role that somebody is selected for.
    pub role: Option<RoleId>,
    /// Who is asked for advice.
    pub asked: Vec<MemberId>,
    /// The agreement on how such a matter is decided.
    pub under: Option<SubjectId>,
    /// The decisions whose place it takes.
    pub replaces: Vec<DecisionId>,
}

impl Propose {
    /// One that only has a title.
    pub fn titled(id: DecisionId, kind: DecisionKind, title: String, parties: Vec<MemberId>) -> Propose {
        Propose {
            id,
            kind,
            proposal: Proposal { title, ..Proposal::default() },
            parties,
            quorum: None,
            hide: None,
            closes: None,
            review: None,
            role: None,
            asked: Vec::new(),
            under: None,
            replaces: Vec::new(),
        }
    }
}

impl Decide for Propose {
    fn needs(&self) -> Needs<'_> {
        let members = self.parties.iter().chain(&self.asked).chain(&self.proposal.nominee);
        let subjects = members.map(|member| SubjectId::from(*member)).chain(self.role.map(Into::into));
        let subjects = subjects.chain(self.under).chain(self.replaces.iter().map(|id| (*id).into()));
        let days = self.closes.into_iter().chain(self.review).chain(self.proposal.days());
        Needs::new(subjects.chain([self.id.into()]), days)
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        scene.unknown(self.id)?;
        let proposal = self.proposal.kept(self.kind, scene)?;
        self.role.map(|role| scene.role(role)).transpose()?;
        self.under.map(|under| scene.there(under)).transpose()?;
        let asked = match self.kind {
            DecisionKind::Advice => self.asked.clone(),
            _ => Vec::new(),
        };
        // Of advice those who are asked are the parties, and who asks.
        let mut parties: BTreeSet<MemberId> = match self.kind {
            DecisionKind::Advice => asked.iter().copied().collect(),
            _ => self.parties.iter().copied().collect(),
        };
        for member in &parties {
            scene.member_here(*member)?;
        }
        parties.insert(scene.me);
        if self.kind == DecisionKind::Advice && parties.len() == 1 {
            return Err(Refusal::Decision { decision: self.id, why: NoDecision::NoParties });
        }
        parties.extend(proposal.nominee);
        // Nobody's decision is replaced without them: who left since is not waited for when it is adopted.
        for replaced in &self.replaces {
            parties.extend(scene.decision(*replaced)?.parties(None));
        }
        for day in [self.closes, self.review].into_iter().flatten() {
            not_past(day, scene)?;
        }
        let drafted = DecisionDrafted {
            kind: self.kind,
            title: proposal.title,
            why: proposal.why,
            text: proposal.text,
            quorum: self
                .quorum
                .map(|quorum| quorum.clamp(1, u32::try_from(parties.len()).unwrap_or(u32::MAX))),
            parties: parties.into_iter().collect(),
            hide: self.hide,
            closes: self.closes,
            review: self.review,
            role: self.role.filter(|_| self.kind == DecisionKind::Selection),
            nominee: proposal.nominee,
            trial: proposal.trial,
            options: proposal.options,
            asked,
            under: self.under,
            replaces: self.replaces.clone(),
            outcome: None,
            by: None,
            at: None,
            from: None,
        };
        Ok(vec![Draft::new(self.id, drafted)])
    }
}

/// To put another version in the place of those that stand.
#[derive(Debug, Clone, PartialEq)]
pub struct Amend {
    pub decision: DecisionId,
    /// The versions that its author saw: all whose place it takes.
    pub saw: Vec<RecordId>,
    pub proposal: Proposal,
    /// The objections that it meets, as its author sees it.
    pub meets: Vec<RecordId>,
}

impl Decide for Amend {
    fn needs(&self) -> Needs<'_> {
        let nominee = self.proposal.nominee.map(SubjectId::from);
        Needs::new(nominee.into_iter().chain([self.decision.into()]), self.proposal.days())
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        let decision = open(scene, self.decision)?;
        let no = |why| Refusal::Decision { decision: self.decision, why };
        let heads = decision.heads(None);
        if !self.saw.iter().all(|version| heads.contains(version)) {
            return Err(no(NoDecision::OldVersion));
        }
        if self.saw.len() != heads.len() {
            return Err(no(NoDecision::AmendedApart));
        }
        let new = self.proposal.kept(decision.kind, scene)?;
        let is_same =
            |id: &RecordId| decision.version(*id).is_some_and(|version| Proposal::of(version) == new);
        if heads.len() == 1 && heads.iter().all(is_same) {
            return Err(Refusal::NothingToChange(self.decision.into()));
        }
        let is_objection = |id: &RecordId| decision.stances.iter().any(|stance| stance.id == *id);
        let amended = DecisionAmended {
            title: new.title,
            why: new.why,
            text: new.text,
            nominee: new.nominee,
            trial: new.trial,
            options: new.options,
            meets: self.meets.iter().copied().filter(is_objection).collect(),
            after: decision.known_adoptions(),
        };
        Ok(vec![Draft::new(self.decision, amended).ending(heads)])
    }
}

/// To say what is asked next.
#[derive(Debug, Clone, PartialEq)]
pub struct MoveDecision {
    pub decision: DecisionId,
    pub to: Phase,
    /// Until when it is parked, and why.
    pub until: Option<Day>,
    pub why: Option<String>,
}

impl Decide for MoveDecision {
    fn needs(&self) -> Needs<'_> {
        Needs::new([self.decision.into()], self.until)
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        let decision = open(scene, self.decision)?;
        let is_parked = self.to == Phase::Parked;
        if let Some(until) = self.until {
            not_past(until, scene)?;
        }
        let (until, why) = (self.until.filter(|_| is_parked), maybe(&self.why)?);
        let now = decision.phase.get();
        let is_there = now.map_or(Phase::Draft, |moved| moved.to) == self.to
            && now.is_none_or(|moved| moved.until == until && moved.why == why);
        if is_there {
            return Err(Refusal::NothingToChange(self.decision.into()));
        }
        let seen: Vec<RecordId> = decision.phase.seen().collect();
        Ok(vec![Draft::new(self.decision, DecisionMoved { to: self.to, until, why }).ending(seen)])
    }
}

/// To set other days.
#[derive(Debug, Clone, PartialEq)]
pub struct ScheduleDecision {
    pub decision: DecisionId,
    pub closes: Option<Option<Day>>,
    pub review: Option<Option<Day>>,
}

impl Decide for ScheduleDecision {
    fn needs(&self) -> Needs<'_> {
        let days = [self.closes, self.review].into_iter().flatten().flatten();
        Needs::new([self.decision.into()], days)
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        let decision = open(scene, self.decision)?;
        for day in [self.closes, self.review].into_iter().flatten().flatten() {
            not_past(day, scene)?;
        }
        let closes = self.closes.filter(|day| decision.closes.value().copied() != *day);
        let review = self.review.filter(|day| decision.review.value().copied() != *day);
        if closes.is_none() && review.is_none() {
            return Err(Refusal::NothingToChange(self.decision.into()));
        }
        let mut seen: Vec<RecordId> = Vec::new();
        seen.extend(decision.closes.seen().filter(|_| closes.is_some()));
        seen.extend(decision.review.seen().filter(|_| review.is_some()));
        seen.dedup();
        Ok(vec![Draft::new(self.decision, DecisionScheduled { closes, review }).ending(seen)])
    }
}

/// To show to everybody what was said.
#[derive(Debug, Clone, PartialEq)]
pub struct ShowStances {
    pub decision: DecisionId,
}

impl Decide for ShowStances {
    fn needs(&self) -> Needs<'_> {
        Needs::new([self.decision.into()], NO_DAYS)
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        let decision = scene.decision(self.decision)?;
        if decision.is_open_to_all() {
            return Err(Refusal::Decision { decision: self.decision, why: NoDecision::NothingHidden });
        }
        Ok(vec![Draft::new(self.decision, DecisionShown {})])
    }
}

/// To propose it no more.
#[derive(Debug, Clone, PartialEq)]
pub struct WithdrawDecision {
    pub decision: DecisionId,
    pub why: Option<String>,
}

impl Decide for WithdrawDecision {
    fn needs(&self) -> Needs<'_> {
        Needs::new([self.decision.into()], NO_DAYS)
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        let decision = open(scene, self.decision)?;
        let others: Vec<MemberId> = decision.proposers().filter(|member| *member != scene.me).collect();
        let no = |why| Err(Refusal::Decision { decision: self.decision, why });
        if !others.is_empty() {
            return no(NoDecision::HeldOpen(others));
        }
        // What is contested may have been given up already.
        if decision.proposers().next().is_none() {
            return no(NoDecision::GivenUp);
        }
        Ok(vec![Draft::new(self.decision, DecisionWithdrawn { why: maybe(&self.why)? })])
    }
}

/// To propose from now on what somebody else proposed.
#[derive(Debug, Clone, PartialEq)]
pub struct CarryDecision {
    pub decision: DecisionId,
}

impl Decide for CarryDecision {
    fn needs(&self) -> Needs<'_> {
        Needs::new([self.decision.into()], NO_DAYS)
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        let decision = scene.decision(self.decision)?;
        let no = |why| Err(Refusal::Decision { decision: self.decision, why });
        match decision.state() {
            State::Adopted | State::Replaced => return no(NoDecision::Adopted),
            _ if decision.proposers().any(|member| member == scene.me) => {
                return no(NoDecision::Proposed(scene.me));
            }
            _ => {}
        }
        Ok(vec![Draft::new(self.decision, DecisionCarried { after: decision.known_adoptions() })])
    }
}

/// A decision of which something is still to be said or done.
pub(super) fn open(scene: &Scene, id: DecisionId) -> Result<&Decision, Refusal> {
    let decision = scene.decision(id)?;
    let no = |why| Err(Refusal::Decision { decision: id, why });
    match decision.state() {
        State::Adopted | State::Replaced => no(NoDecision::Adopted),
        State::Withdrawn => no(NoDecision::GivenUp),
        _ => Ok(decision),
    }
}

pub(super) fn not_past(day: Day, scene: &Scene) -> Result<(), Refusal> {
    if day < scene.today { Err(Refusal::InThePast(day)) } else { Ok(()) }
}
