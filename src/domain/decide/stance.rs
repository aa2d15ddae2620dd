//! What each says to a decision: a stance on one version, a question, a view on an objection, and whether they are a
//! party. All of it is said by oneself, for oneself.

use super::decision::{NoDecision, open};
use super::{Decide, Draft, NO_DAYS, Needs, Refusal, Scene, maybe, said};
use crate::domain::decision::{Decision, Probe, State, Word};
use crate::domain::event::{
    DecisionAnswered, DecisionAsked, DecisionJoined, DecisionStance, DecisionSteppedOut, DecisionTested,
};
use crate::domain::id::{DecisionId, MemberId, RecordId, SubjectId};

/// To say something to a version.
#[derive(Debug, Clone, PartialEq)]
pub struct TakeStance {
    pub decision: DecisionId,
    /// The version that was read.
    pub version: RecordId,
    pub word: Word,
    pub reason: Option<String>,
    /// The options that are chosen, by their place.
    pub picks: Vec<u32>,
    pub nominates: Option<MemberId>,
}

impl TakeStance {
    /// One that needs nothing else.
    pub fn plain(decision: DecisionId, version: RecordId, word: Word, reason: Option<String>) -> TakeStance {
        TakeStance { decision, version, word, reason, picks: Vec::new(), nominates: None }
    }
}

impl Decide for TakeStance {
    fn needs(&self) -> Needs<'_> {
        let nominee = self.nominates.map(SubjectId::from);
        Needs::new(nominee.into_iter().chain([self.decision.into()]), NO_DAYS)
    }

    /// After an adoption it is heard later: kept beside it, and unsettles nothing.
    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        let decision = scene.decision(self.decision)?;
        let no = |why| Err(Refusal::Decision { decision: self.decision, why });
        if decision.state() == State::Withdrawn {
            return no(NoDecision::GivenUp);
        }
        let Some(version) = decision.version(self.version) else { return no(NoDecision::OldVersion) };
        let is_adopted = decision.adopted().is_some_and(|adoption| adoption.version == self.version);
        if !is_adopted && !decision.heads(None).contains(&self.version) {
            return no(NoDecision::OldVersion);
        }
        if !decision.is_party(scene.me) {
            return no(NoDecision::JoinFirst);
        }
        let has_options = !version.options.is_empty();
        let fit = Word::of(decision.kind, version.nominee.is_some(), has_options);
        if !fit.contains(&self.word) {
            return no(NoDecision::Unfit { word: self.word, fit });
        }
        let reason = maybe(&self.reason)?;
        if self.word.needs_reason() && reason.is_none() {
            return no(NoDecision::SayWhy(self.word));
        }
        let mut picks = self.picks.clone();
        picks.sort();
        picks.dedup();
        let is_picking = has_options && self.word == Word::Yes;
        let is_known = |pick: &u32| (*pick as usize) < version.options.len();
        if is_picking && (picks.is_empty() || !picks.iter().all(is_known)) {
            return no(NoDecision::NoOption(version.options.len()));
        }
        if !is_picking {
            picks.clear();
        }
        let nominates = match self.word {
            Word::Nominate => Some(self.nominates.ok_or(Refusal::Decision {
                decision: self.decision,
                why: NoDecision::Lacks(crate::domain::decision::Lack::NoNominee),
            })?),
            _ => None,
        };
        if let Some(nominee) = nominates {
            scene.member_here(nominee)?;
        }
        let own: Vec<_> = decision.own(scene.me, self.version).collect();
        let after = decision.known_adoptions();
        if let [before] = own.as_slice()
            && before.word == self.word
            && before.reason == reason
            && before.picks == picks
            && before.nominates == nominates
            && before.after == after
        {
            return Err(Refusal::NothingToChange(self.decision.into()));
        }
        let seen: Vec<RecordId> = own.iter().map(|stance| stance.id).collect();
        let stance = DecisionStance {
            version: self.version,
            stance: self.word,
            reason,
            picks,
            nominates,
            after,
            // Also once it was shown: that may be taken back, and sentences about records stay.
            hidden: decision.hide.is_some(),
        };
        Ok(vec![Draft::new(self.decision, stance).ending(seen)])
    }
}

/// To say what one thinks of one question about an objection.
#[derive(Debug, Clone, PartialEq)]
pub struct TestObjection {
    pub decision: DecisionId,
    pub objection: RecordId,
    pub question: Probe,
    pub view: String,
}

impl Decide for TestObjection {
    fn needs(&self) -> Needs<'_> {
        Needs::new([self.decision.into()], NO_DAYS)
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        let decision = scene.decision(self.decision)?;
        let is_it = |stance: &&crate::domain::decision::Stance| {
            stance.id == self.objection && stance.word == Word::Objection
        };
        // What is hidden from somebody, they cannot speak of.
        let known = decision.stances.iter().find(is_it);
        if !known.is_some_and(|stance| decision.shows(stance, Some(scene.me))) {
            return Err(Refusal::Decision { decision: self.decision, why: NoDecision::NoSuchObjection });
        }
        let own = |view: &&crate::domain::decision::View| {
            view.by == scene.me && view.objection == self.objection && view.question == self.question
        };
        let seen: Vec<RecordId> = decision.views.iter().filter(own).map(|view| view.id).collect();
        let tested =
            DecisionTested { objection: self.objection, question: self.question, view: said(&self.view)? };
        Ok(vec![Draft::new(self.decision, tested).ending(seen)])
    }
}

/// To ask what is not clear.
#[derive(Debug, Clone, PartialEq)]
pub struct AskDecision {
    pub decision: DecisionId,
    pub text: String,
}

impl Decide for AskDecision {
    fn needs(&self) -> Needs<'_> {
        Needs::new([self.decision.into()], NO_DAYS)
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        scene.decision(self.decision)?;
        Ok(vec![Draft::new(self.decision, DecisionAsked { text: said(&self.text)? })])
    }
}

/// To answer that.
#[derive(Debug, Clone, PartialEq)]
pub struct AnswerDecision {
    pub decision: DecisionId,
    pub question: RecordId,
    pub text: String,
}

impl Decide for AnswerDecision {
    fn needs(&self) -> Needs<'_> {
        Needs::new([self.decision.into()], NO_DAYS)
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        let decision = scene.decision(self.decision)?;
        if !decision.questions.iter().any(|question| question.id == self.question) {
            return Err(Refusal::Decision { decision: self.decision, why: NoDecision::NoSuchQuestion });
        }
        let answered = DecisionAnswered { question: self.question, text: said(&self.text)? };
        Ok(vec![Draft::new(self.decision, answered)])
    }
}

/// To be a party from now on. Nobody can be kept out.
#[derive(Debug, Clone, PartialEq)]
pub struct JoinDecision {
    pub decision: DecisionId,
}

impl Decide for JoinDecision {
    fn needs(&self) -> Needs<'_> {
        Needs::new([self.decision.into()], NO_DAYS)
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        let decision = scene.decision(self.decision)?;
        if decision.is_party(scene.me) {
            return Err(Refusal::Decision { decision: self.decision, why: NoDecision::IsParty });
        }
        let joined = DecisionJoined { after: known(decision) };
        Ok(vec![Draft::new(self.decision, joined)])
    }
}

/// To be none any more.
#[derive(Debug, Clone, PartialEq)]
pub struct StepOut {
    pub decision: DecisionId,
}

impl Decide for StepOut {
    fn needs(&self) -> Needs<'_> {
        Needs::new([self.decision.into()], NO_DAYS)
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        let decision = open(scene, self.decision)?;
        if !decision.is_party(scene.me) {
            return Err(Refusal::Decision { decision: self.decision, why: NoDecision::JoinFirst });
        }
        let stepped_out = DecisionSteppedOut { after: known(decision) };
        Ok(vec![Draft::new(self.decision, stepped_out)])
    }
}

fn known(decision: &Decision) -> Vec<RecordId> {
    decision.known_adoptions()
}
