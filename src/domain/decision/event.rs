//! The events of a decision: their payloads, and what is to be known of each besides its effect.

use serde::{Deserialize, Serialize};

use super::stance::Word;
use crate::domain::calendar::Day;
use crate::domain::event::{Event, EventFacts, events, payloads};
use crate::domain::id::{DecisionId, MemberId, RecordId, RoleId, SubjectId};

events! {
    /// What happens to a decision.
    DecisionEvent of Decision {
        Drafted(DecisionDrafted) = "decision.drafted",
        Amended(DecisionAmended) = "decision.amended",
        Moved(DecisionMoved) = "decision.moved",
        Scheduled(DecisionScheduled) = "decision.scheduled",
        Asked(DecisionAsked) = "decision.asked",
        Answered(DecisionAnswered) = "decision.answered",
        Stance(DecisionStance) = "decision.stance",
        Tested(DecisionTested) = "decision.tested",
        Joined(DecisionJoined) = "decision.joined",
        SteppedOut(DecisionSteppedOut) = "decision.stepped_out",
        Adopted(DecisionAdopted) = "decision.adopted",
        Shown(DecisionShown) = "decision.shown",
        Withdrawn(DecisionWithdrawn) = "decision.withdrawn",
        Carried(DecisionCarried) = "decision.carried",
        Judged(DecisionJudged) = "decision.judged",
        Reviewed(DecisionReviewed) = "decision.reviewed",
    }
}

payloads! {
    /// A proposal, version 1. The parties are written out; of advice they are those who are asked, and who asks. One that
    /// comes from another board has none, and nobody proposes it here; `outcome` says in words what became of it there.
    DecisionDrafted {
        must kind: DecisionKind, must title: String, may why: String, may text: String, list parties: MemberId,
        may quorum: u32, may hide: Hide, may_day closes: Day, may_day review: Day, may role: RoleId,
        may nominee: MemberId, may trial: Trial, list options: String, list asked: MemberId, may under: SubjectId,
        list replaces: DecisionId, may outcome: String, imported,
    }
    /// The whole proposal again. It names in its record the versions that it replaces, and the objections that it meets.
    DecisionAmended {
        must title: String, may why: String, may text: String, may nominee: MemberId, may trial: Trial,
        list options: String, list meets: RecordId, list after: RecordId,
    }
    /// What is asked next. It hinders nobody from anything else.
    DecisionMoved { must to: Phase, may_day until: Day, may why: String, }
    /// Other days: none of them gives or takes a stance.
    DecisionScheduled { clear_day closes: Day, clear_day review: Day, }
    /// A question about the proposal.
    DecisionAsked { must text: String, }
    DecisionAnswered { must question: RecordId, must text: String, }
    /// What its author says to one version. `after` are the adoptions that they knew of: it does not unsettle those.
    /// `hidden` says that others see it later, so that a sentence about the record alone keeps it.
    DecisionStance {
        must version: RecordId, must stance: Word, may reason: String, list picks: u32, may nominates: MemberId,
        list after: RecordId, or (Default::default) hidden: bool,
    }
    /// What somebody thinks of one question about an objection. It moves nothing: only whose objection it is does.
    DecisionTested { must objection: RecordId, must question: Probe, must view: String, }
    /// Its author is a party from now on.
    DecisionJoined { list after: RecordId, }
    /// Its author is none any more.
    DecisionSteppedOut { list after: RecordId, }
    /// That the conditions hold for a version, with the stances that were counted and the parties that were not.
    DecisionAdopted {
        must version: RecordId, may_day review: Day, list saw: RecordId, list excused: Excused, may result: u32,
        may took: String,
    }
    /// Hidden stances are shown to all from now on.
    DecisionShown {}
    /// Its author does not propose it any more.
    DecisionWithdrawn { may why: String, }
    /// Its author proposes it from now on.
    DecisionCarried { list after: RecordId, }
    /// What became of a trial.
    DecisionJudged { must verdict: Judgement, must why: String, }
    /// It stands as it is until the next review, or another one takes its place.
    DecisionReviewed { may_day next: Day, may into: DecisionId, }
}

/// How it is decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DecisionKind {
    /// Nobody sees a reason why it is not safe to try.
    Consent,
    /// The same for a time, with how it is judged.
    Experiment,
    /// Who fills a role.
    Selection,
    /// All agree.
    Consensus,
    Vote,
    /// Who asks decides, after those who know and those whom it touches were heard.
    Advice,
}

impl DecisionKind {
    /// Whether it says anything how many have to be heard: where all have to be, or whoever asks decides, it does not.
    pub fn counts_quorum(self) -> bool {
        !matches!(self, DecisionKind::Consensus | DecisionKind::Advice)
    }
}

/// From whom the stances of others are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Hide {
    /// From whoever has not spoken.
    Own,
    /// From everybody, until all have spoken.
    All,
}

/// What is asked next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    Draft,
    Clarify,
    React,
    Objections,
    Parked,
}

/// The four questions by which an objection is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Probe {
    /// What would go wrong, for what purpose of ours?
    Harm,
    /// Would it because of this, or already without it?
    Cause,
    /// Now, or may we see it in time and change back?
    Time,
    /// What would have to change?
    Change,
}

/// A thing tried for a while.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trial {
    /// What is tried.
    pub tried: String,
    /// By what it is judged.
    pub judged: String,
    /// When it is stopped before its end.
    pub stop: String,
    /// Its last day.
    pub ends: Day,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Judgement {
    Keep,
    Change,
    Stop,
}

/// A party that was not waited for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Excused {
    pub member: MemberId,
    pub why: Absence,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Absence {
    /// They are not of the team any more: what they objected to is kept as a concern.
    Left,
    /// It frees only who has said nothing and owes nothing.
    Away,
}

macro_rules! words {
    ($($name:ident { $($variant:ident = $word:literal),+ })+) => {$(
        impl $name {
            pub const ALL: &[$name] = &[$($name::$variant),+];

            /// The word on the wire, in tables, commands and exports.
            pub fn as_str(self) -> &'static str {
                match self { $($name::$variant => $word),+ }
            }

            /// What a word of the wire means.
            pub fn named(word: &str) -> Option<$name> {
                $name::ALL.iter().copied().find(|one| one.as_str() == word)
            }
        }
    )+};
}

words! {
    DecisionKind {
        Consent = "consent", Experiment = "experiment", Selection = "selection", Consensus = "consensus", Vote = "vote",
        Advice = "advice"
    }
    Hide { Own = "own", All = "all" }
    Phase { Draft = "draft", Clarify = "clarify", React = "react", Objections = "objections", Parked = "parked" }
    Probe { Harm = "harm", Cause = "cause", Time = "time", Change = "change" }
    Judgement { Keep = "keep", Change = "change", Stop = "stop" }
    Absence { Left = "left", Away = "away" }
}

impl DecisionEvent {
    /// What is to be known of it besides its effect.
    pub fn facts(&self) -> EventFacts<'_> {
        match self {
            DecisionEvent::Drafted(e) => EventFacts::makes()
                .naming([e.role.map(SubjectId::from), e.nominee.map(SubjectId::from)])
                .naming_all(&e.parties)
                .imported(e.by, e.at, &e.from),
            DecisionEvent::Amended(e) => EventFacts::plain().naming([e.nominee.map(SubjectId::from), None]),
            // Whom somebody names is a part of what is hidden: their journal does not list it.
            DecisionEvent::Stance(e) => {
                let nominates = e.nominates.filter(|_| !e.hidden).map(SubjectId::from);
                EventFacts::plain().rests_on(e.version).naming([nominates, None])
            }
            DecisionEvent::Tested(e) => EventFacts::plain().rests_on(e.objection),
            DecisionEvent::Answered(e) => EventFacts::plain().rests_on(e.question),
            DecisionEvent::Adopted(e) => EventFacts::plain().rests_on(e.version),
            DecisionEvent::Reviewed(e) => EventFacts::plain().naming([e.into.map(SubjectId::from), None]),
            DecisionEvent::Moved(_)
            | DecisionEvent::Scheduled(_)
            | DecisionEvent::Asked(_)
            | DecisionEvent::Joined(_)
            | DecisionEvent::SteppedOut(_)
            | DecisionEvent::Shown(_)
            | DecisionEvent::Withdrawn(_)
            | DecisionEvent::Carried(_)
            | DecisionEvent::Judged(_) => EventFacts::plain(),
        }
    }
}
