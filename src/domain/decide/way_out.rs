//! A way out of a finding: taken at once where nobody else is bound, else offered to those whom it binds.
//!
//! **Invariant:** nobody ends the lead or the holding of another by it. Where others lead what is changed, or hold it, it
//! is offered to them, and the last one who says yes makes it so. Who is to help says so for themselves.

use super::claim::{claimed, own};
use super::merge::{roles_merged, tasks_merged};
use super::{Decide, Draft, NO_DAYS, Needs, Refusal, Scene, edited, maybe, said};
use crate::domain::event::{FindingAnswered, FindingOffered, RoleEdited, TaskEdited};
use crate::domain::folding::folded;
use crate::domain::id::{BoardId, MemberId, RecordId, RoleId, SubjectId, TaskId};
use crate::domain::role::RoleState;
use crate::domain::settlement::{Offer, WayOut, subject_of};
use crate::domain::subject::Subject;
use crate::domain::task::Part;

/// To take a way out of a finding, or to offer it to those whom it binds.
#[derive(Debug, Clone, PartialEq)]
pub struct TakeWay {
    pub way: WayOut,
    /// The key of the finding that is answered by it.
    pub finding: String,
    /// The subject of that finding's answers.
    pub settlement: SubjectId,
    /// The tasks that wait on one that goes on in another.
    pub waiters: Vec<TaskId>,
    /// What is said to those whom it binds.
    pub reason: Option<String>,
}

/// To say yes or no to a way out that binds oneself.
#[derive(Debug, Clone, PartialEq)]
pub struct AnswerOffer {
    /// The subject of the finding's answers.
    pub settlement: SubjectId,
    pub offer: RecordId,
    pub way: WayOut,
    /// The tasks that wait on one that goes on in another.
    pub waiters: Vec<TaskId>,
    pub yes: bool,
    pub reason: Option<String>,
}

impl TakeWay {
    /// To take a way of which no finding needs to speak.
    pub fn new(board: BoardId, way: WayOut, waiters: Vec<TaskId>, reason: Option<String>) -> TakeWay {
        let finding = way.finding();
        let settlement = subject_of(board, &finding);
        TakeWay { way, finding, settlement, waiters, reason }
    }
}

impl Decide for TakeWay {
    fn needs(&self) -> Needs<'_> {
        needs(self.settlement, &self.way, &self.waiters)
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        can_be_taken(&self.way, scene)?;
        let bound = bound(&self.way, scene);
        let own = own_part(&self.way, scene)?;
        if bound.is_empty() {
            let mut drafts = taken(&self.way, &self.waiters, scene)?;
            drafts.extend(own);
            return match drafts.is_empty() {
                true => Err(Refusal::NothingToChange(self.way.subjects()[0])),
                false => Ok(drafts),
            };
        }
        let is_offered = |offer: &Offer| offer.is_open() && offer.way == self.way && offer.by == scene.me;
        if offers(self.settlement, scene).iter().any(is_offered) {
            return Err(Refusal::WayOffered { way: self.way.clone(), to: bound });
        }
        let offered = FindingOffered {
            finding: self.finding.clone(),
            way: self.way.clone(),
            to: bound,
            reason: maybe(&self.reason)?,
        };
        let mut drafts = vec![Draft::new(self.settlement, offered)];
        drafts.extend(own);
        Ok(drafts)
    }
}

impl Decide for AnswerOffer {
    fn needs(&self) -> Needs<'_> {
        needs(self.settlement, &self.way, &self.waiters)
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        let known = offers(self.settlement, scene).iter().find(|offer| offer.id == self.offer);
        let offer = known.filter(|offer| offer.way == self.way && offer.awaits(scene.me));
        let offer = offer.ok_or_else(|| Refusal::NotAsked(self.way.clone()))?;
        let answered = FindingAnswered { offer: self.offer, yes: self.yes, reason: maybe(&self.reason)? };
        let mut drafts = Vec::new();
        if self.yes {
            can_be_taken(&self.way, scene)?;
            // Whoever leads it since then was not asked.
            let has_agreed = |member: &MemberId| {
                *member == offer.by || offer.to.iter().any(|(to, said)| to == member && *said == Some(true))
            };
            let mut others = bound(&self.way, scene);
            others.retain(|member| !has_agreed(member));
            if offer.is_last(scene.me) {
                if !others.is_empty() {
                    return Err(Refusal::BindsOthers { way: self.way.clone(), members: others });
                }
                drafts.extend(taken(&self.way, &self.waiters, scene)?);
            }
            drafts.extend(own_part(&self.way, scene)?);
        }
        // What comes of it is said first.
        drafts.push(Draft::new(self.settlement, answered));
        Ok(drafts)
    }
}

fn needs<'c>(settlement: SubjectId, way: &WayOut, waiters: &[TaskId]) -> Needs<'c> {
    let waiters = waiters.iter().map(|waiter| SubjectId::from(*waiter));
    Needs::new([settlement].into_iter().chain(way.mentions()).chain(waiters), NO_DAYS)
}

fn offers(settlement: SubjectId, scene: &Scene) -> &[Offer] {
    match scene.subjects.get(&settlement) {
        Some(Subject::Settlement(settlement)) => &settlement.offers,
        _ => &[],
    }
}

/// Whom it binds besides whoever does it.
fn bound(way: &WayOut, scene: &Scene) -> Vec<MemberId> {
    way.binds(Some(scene.me), |id| scene.subjects.get(&id))
}

/// Whether what it is about is still there, and is still two.
fn can_be_taken(way: &WayOut, scene: &Scene) -> Result<(), Refusal> {
    let [one, other] = way.subjects();
    match *way {
        WayOut::OneLeads { task, lead } => {
            if scene.live_task(task)?.leads().all(|claim| claim.member != lead) {
                return Err(Refusal::LeadsNot { task, member: lead });
            }
        }
        _ if one == other => return Err(Refusal::MergesIntoItself(way.clone())),
        WayOut::MergeTask { task, into: other, .. } | WayOut::SplitTask { task, other, .. } => {
            scene.live_task(other)?;
            scene.live_task(task)?;
        }
        WayOut::MergeRole { role, into: other } | WayOut::SplitRole { role, stays: other, .. } => {
            not_retired(other, scene)?;
            not_retired(role, scene)?;
        }
    }
    Ok(())
}

fn not_retired(role: RoleId, scene: &Scene) -> Result<(), Refusal> {
    match scene.role(role)?.state() {
        RoleState::Retired => Err(Refusal::Retired(role)),
        RoleState::Draft | RoleState::Active => Ok(()),
    }
}

/// What it makes of what it is about, once all have agreed.
fn taken(way: &WayOut, waiters: &[TaskId], scene: &Scene) -> Result<Vec<Draft>, Refusal> {
    match way {
        WayOut::MergeTask { task, into, .. } => tasks_merged(*task, *into, waiters, scene),
        WayOut::MergeRole { role, into } => roles_merged(*role, *into, scene),
        WayOut::OneLeads { .. } => Ok(Vec::new()),
        WayOut::SplitTask { task, title, other, other_title } => {
            let mut drafts = Vec::new();
            for (id, title) in [(*task, title), (*other, other_title)] {
                let (known, title) = (scene.task(id)?, said(title)?);
                if known.title() != title {
                    let edit = TaskEdited { title: Some(title), ..TaskEdited::default() };
                    drafts.extend(edited(id, &known.registers, &edit)?);
                }
            }
            Ok(drafts)
        }
        WayOut::SplitRole { role, lines, .. } => role_without(*role, lines, scene),
    }
}

/// What whoever says yes does for their own part: they help where they led.
fn own_part(way: &WayOut, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
    let leads = |id: TaskId| scene.task(id).map(|task| task.leads().any(|claim| claim.member == scene.me));
    match *way {
        WayOut::MergeTask { task, into, helps: true } if leads(task)? => {
            let into = scene.task(into)?;
            let is_there = into.claim_of(scene.me).is_some();
            Ok((!is_there).then(|| claimed(scene, into, Part::Helper, None, None)).into_iter().collect())
        }
        WayOut::OneLeads { task, lead } if lead != scene.me && leads(task)? => {
            let task = scene.task(task)?;
            Ok(vec![claimed(scene, task, Part::Helper, None, None).ending(own(scene, task))])
        }
        _ => Ok(Vec::new()),
    }
}

/// A role without these domains and accountabilities.
fn role_without(role: RoleId, lines: &[String], scene: &Scene) -> Result<Vec<Draft>, Refusal> {
    let known = scene.role(role)?;
    let gone: Vec<String> = lines.iter().map(|line| folded(line)).collect();
    let rest = |own: &[String]| -> Option<Vec<String>> {
        let rest: Vec<String> = own.iter().filter(|line| !gone.contains(&folded(line))).cloned().collect();
        (rest.len() < own.len()).then_some(rest)
    };
    let edit = RoleEdited {
        domains: rest(known.domains()),
        accountabilities: rest(known.accountabilities()),
        ..RoleEdited::default()
    };
    if edit.domains.is_none() && edit.accountabilities.is_none() {
        return Err(Refusal::NothingToChange(role.into()));
    }
    edited(role, &known.registers, &edit)
}
