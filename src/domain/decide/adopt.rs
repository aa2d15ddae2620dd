//! That a decision is adopted, what became of its trial, and that it stands as it is.
//!
//! Anybody may write it when the conditions hold, and nobody before: there is no chair, approver or owner.

use super::decision::{NoDecision, not_past, open};
use super::{Decide, Draft, Needs, Refusal, Scene, maybe, said};
use crate::domain::calendar::{At, Day};
use crate::domain::decision::{Absence, Decision, DecisionKind, Excused, Judgement, Lack, Version};
use crate::domain::event::{DecisionAdopted, DecisionJudged, DecisionReviewed};
use crate::domain::id::{DecisionId, MemberId, RecordId};
use crate::domain::member::Member;
use crate::domain::subject::Subject;
use crate::domain::week::Week;

/// So many working days somebody has who is asked for advice.
const ADVICE_DAYS: u32 = 3;

/// To write down that a version is adopted.
#[derive(Debug, Clone, PartialEq)]
pub struct Adopt {
    pub decision: DecisionId,
    /// The version that was read.
    pub version: RecordId,
    /// When it is looked at again.
    pub review: Option<Day>,
    /// What became of the advice.
    pub took: Option<String>,
}

impl Decide for Adopt {
    fn needs(&self) -> Needs<'_> {
        Needs::new([self.decision.into()], self.review).parties_of(self.decision)
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        let decision = open(scene, self.decision)?;
        let no = |why| Err(Refusal::Decision { decision: self.decision, why });
        let heads = decision.heads(None);
        let Some(version) = decision.version(self.version).filter(|_| heads.contains(&self.version)) else {
            return no(NoDecision::OldVersion);
        };
        if let Some(review) = self.review {
            not_past(review, scene)?;
        }
        let took = maybe(&self.took)?;
        let excused =
            excused(decision, self.version, |member| absence(scene.member(member).ok(), scene.today));
        let asks = Asks { me: scene.me, now: scene.now, week: scene.terms().week(), took: took.as_deref() };
        if let Some(why) = obstacle(decision, version, &excused, &asks) {
            return no(why);
        }
        let count = decision.count(self.version, &excused, None);
        let options = version.options.len();
        let adopted = DecisionAdopted {
            version: self.version,
            review: self.review.or(decision.review.value().copied()),
            saw: count.stances.values().map(|stance| stance.id).collect(),
            excused: excused.clone(),
            result: count.winner(options).and_then(|n| u32::try_from(n).ok()),
            took,
        };
        let mut drafts = vec![Draft::new(self.decision, adopted)];
        for replaced in &decision.replaces {
            if let Some(Subject::Decision(before)) = scene.subjects.get(&(*replaced).into())
                && before.replaced.is_none()
            {
                let reviewed = DecisionReviewed { next: None, into: Some(self.decision) };
                drafts.push(Draft::new(*replaced, reviewed));
            }
        }
        Ok(drafts)
    }
}

/// Who asks whether a version can be adopted, when, and with what became of the advice.
#[derive(Debug, Clone, Copy)]
pub struct Asks<'a> {
    pub me: MemberId,
    pub now: At,
    pub week: Week,
    pub took: Option<&'a str>,
}

/// What stands in the way of adopting a version.
pub fn obstacle(
    decision: &Decision,
    version: &Version,
    excused: &[Excused],
    asks: &Asks<'_>,
) -> Option<NoDecision> {
    if decision.heads(None).len() > 1 {
        return Some(NoDecision::AmendedApart);
    }
    let count = decision.count(version.id, excused, None);
    // What is hidden from somebody is not told them in a refusal either, nor what is owed for what was said before.
    let is_seen = |version: RecordId| decision.shows_all_of(version, Some(asks.me));
    if !is_seen(version.id) || !count.owed.iter().all(|owed| is_seen(owed.version)) {
        // By all who are asked: also who is away hides it from others as long as they have not spoken.
        let all = decision.count(version.id, &[], None);
        let (heard, of, missing) = (all.heard(), all.parties.len(), all.missing());
        return Some(NoDecision::Lacks(Lack::Unheard { heard, of, missing }));
    }
    if let Some(lack) = decision.lack(version, &count, asks.me, asks.took) {
        return Some(NoDecision::Lacks(lack));
    }
    if decision.kind == DecisionKind::Advice {
        let is_silent =
            |member: &MemberId| count.parties.contains(member) && !count.stances.contains_key(member);
        let missing: Vec<MemberId> = decision.asked.iter().copied().filter(is_silent).collect();
        let until = version.at.plus_working_days(ADVICE_DAYS, asks.week);
        if !missing.is_empty() && asks.now < until {
            return Some(NoDecision::JustAsked { missing, until });
        }
    }
    None
}

/// Why somebody is not waited for on a day, if they are not.
pub fn absence(member: Option<&Member>, today: Day) -> Option<Absence> {
    match member {
        Some(member) if !member.is_here() => Some(Absence::Left),
        Some(member) if member.is_away(today) => Some(Absence::Away),
        _ => None,
    }
}

/// The parties that are not waited for: who left, and who is away and neither spoke nor owes anything.
pub fn excused(
    decision: &Decision,
    version: RecordId,
    absence: impl Fn(MemberId) -> Option<Absence>,
) -> Vec<Excused> {
    let all = decision.count(version, &[], None);
    let is_bound = |member: &MemberId| {
        all.stances.contains_key(member) || all.owed.iter().any(|stance| stance.by == *member)
    };
    let absent = all.parties.iter().filter_map(|member| Some((*member, absence(*member)?)));
    absent
        .filter(|(member, why)| *why == Absence::Left || !is_bound(member))
        .map(|(member, why)| Excused { member, why })
        .collect()
}

/// To say what became of a trial.
#[derive(Debug, Clone, PartialEq)]
pub struct JudgeTrial {
    pub decision: DecisionId,
    pub verdict: Judgement,
    pub why: String,
}

impl Decide for JudgeTrial {
    fn needs(&self) -> Needs<'_> {
        Needs::new([self.decision.into()], super::NO_DAYS)
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        let decision = adopted(scene, self.decision)?;
        if decision.trial_ends().is_none() {
            return Err(Refusal::Decision { decision: self.decision, why: NoDecision::NoTrialRuns });
        }
        party(scene, decision)?;
        let judged = DecisionJudged { verdict: self.verdict, why: said(&self.why)? };
        Ok(vec![Draft::new(self.decision, judged)])
    }
}

/// To let it stand until another day.
#[derive(Debug, Clone, PartialEq)]
pub struct RenewDecision {
    pub decision: DecisionId,
    pub next: Option<Day>,
}

impl Decide for RenewDecision {
    fn needs(&self) -> Needs<'_> {
        Needs::new([self.decision.into()], self.next)
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        let decision = adopted(scene, self.decision)?;
        party(scene, decision)?;
        if let Some(next) = self.next {
            not_past(next, scene)?;
        }
        let seen: Vec<RecordId> = decision.renewed.seen().collect();
        let reviewed = DecisionReviewed { next: self.next, into: None };
        Ok(vec![Draft::new(self.decision, reviewed).ending(seen)])
    }
}

fn adopted(scene: &Scene, id: DecisionId) -> Result<&Decision, Refusal> {
    let decision = scene.decision(id)?;
    match decision.adopted() {
        Some(_) if decision.replaced.is_none() => Ok(decision),
        _ => Err(Refusal::Decision { decision: id, why: NoDecision::NotAdopted }),
    }
}

fn party(scene: &Scene, decision: &Decision) -> Result<(), Refusal> {
    if decision.is_party(scene.me) {
        return Ok(());
    }
    Err(Refusal::Decision { decision: decision.id, why: NoDecision::JoinFirst })
}
