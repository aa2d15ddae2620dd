//! Two of the same made one: a task or a role goes on in another one.
//!
//! **Invariant:** nobody ends the lead or the holding of another by it. Where others lead what is merged, or hold it, it
//! is offered to them, and the last one who says yes makes it so. What is merged keeps its history and what was said on
//! it; what still stops a task moves with it, and who waits on it waits on the other.

use super::{Decide, Draft, NO_DAYS, Needs, Refusal, Scene, maybe};
use crate::domain::event::{
    BlockerTurned, BlockerWithdrawn, FindingAnswered, FindingOffered, RoleEdited, RoleMerged, TaskMerged,
    TaskTookIn, WaitsOn,
};
use crate::domain::folding::folded;
use crate::domain::id::{BoardId, MemberId, RecordId, RoleId, SubjectId, TaskId};
use crate::domain::role::RoleState;
use crate::domain::settlement::{Offer, WayOut, subject_of};
use crate::domain::subject::Subject;

/// To make two one.
#[derive(Debug, Clone, PartialEq)]
pub struct MergeInto {
    pub way: WayOut,
    /// The key of the finding that is answered by it.
    pub finding: String,
    /// The subject of that finding's answers.
    pub settlement: SubjectId,
    /// The tasks that wait on the one that is merged.
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
    /// The tasks that wait on the one that is merged.
    pub waiters: Vec<TaskId>,
    pub yes: bool,
    pub reason: Option<String>,
}

impl MergeInto {
    /// To make two tasks or roles one, of which no finding needs to speak.
    pub fn new(board: BoardId, way: WayOut, waiters: Vec<TaskId>, reason: Option<String>) -> MergeInto {
        let finding = way.finding();
        let settlement = subject_of(board, &finding);
        MergeInto { way, finding, settlement, waiters, reason }
    }
}

impl Decide for MergeInto {
    fn needs(&self) -> Needs<'_> {
        needs(self.settlement, self.way, &self.waiters)
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        let bound = bound(self.way, scene)?;
        if bound.is_empty() {
            return merged(self.way, &self.waiters, scene);
        }
        let is_offered = |offer: &Offer| offer.is_open() && offer.way == self.way && offer.by == scene.me;
        if offers(self.settlement, scene).iter().any(is_offered) {
            return Err(Refusal::MergeOffered { way: self.way, to: bound });
        }
        let offered = FindingOffered {
            finding: self.finding.clone(),
            way: self.way,
            to: bound,
            reason: maybe(&self.reason)?,
        };
        Ok(vec![Draft::new(self.settlement, offered)])
    }
}

impl Decide for AnswerOffer {
    fn needs(&self) -> Needs<'_> {
        needs(self.settlement, self.way, &self.waiters)
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        let known = offers(self.settlement, scene).iter().find(|offer| offer.id == self.offer);
        let offer = known.filter(|offer| offer.way == self.way && offer.awaits(scene.me));
        let offer = offer.ok_or(Refusal::NotAsked(self.way))?;
        let answered = FindingAnswered { offer: self.offer, yes: self.yes, reason: maybe(&self.reason)? };
        let mut drafts = Vec::new();
        if self.yes {
            // Whoever leads it since then was not asked.
            let has_agreed = |member: &MemberId| {
                *member == offer.by || offer.to.iter().any(|(to, said)| to == member && *said == Some(true))
            };
            let mut others = bound(self.way, scene)?;
            others.retain(|member| !has_agreed(member));
            if offer.is_last(scene.me) {
                if !others.is_empty() {
                    return Err(Refusal::BindsOthers { way: self.way, members: others });
                }
                drafts.extend(merged(self.way, &self.waiters, scene)?);
            }
        }
        // What comes of it is said first.
        drafts.push(Draft::new(self.settlement, answered));
        Ok(drafts)
    }
}

fn needs<'c>(settlement: SubjectId, way: WayOut, waiters: &[TaskId]) -> Needs<'c> {
    let waiters = waiters.iter().map(|waiter| SubjectId::from(*waiter));
    Needs::new([settlement].into_iter().chain(way.subjects()).chain(waiters), NO_DAYS)
}

fn offers(settlement: SubjectId, scene: &Scene) -> &[Offer] {
    match scene.subjects.get(&settlement) {
        Some(Subject::Settlement(settlement)) => &settlement.offers,
        _ => &[],
    }
}

/// Whom it binds besides whoever does it.
fn bound(way: WayOut, scene: &Scene) -> Result<Vec<MemberId>, Refusal> {
    let [one, other] = way.subjects();
    if one == other {
        return Err(Refusal::MergesIntoItself(way));
    }
    let mut bound: Vec<MemberId> = match way {
        WayOut::MergeTask { task, into } => {
            scene.live_task(into)?;
            scene.live_task(task)?.leads().map(|claim| claim.member).collect()
        }
        WayOut::MergeRole { role, into } => {
            not_retired(into, scene)?;
            not_retired(role, scene)?;
            scene.role(role)?.holders.iter().map(|holding| holding.member).collect()
        }
    };
    bound.retain(|member| *member != scene.me);
    bound.sort();
    bound.dedup();
    Ok(bound)
}

fn not_retired(role: RoleId, scene: &Scene) -> Result<(), Refusal> {
    match scene.role(role)?.state() {
        RoleState::Retired => Err(Refusal::Retired(role)),
        RoleState::Draft | RoleState::Active => Ok(()),
    }
}

fn merged(way: WayOut, waiters: &[TaskId], scene: &Scene) -> Result<Vec<Draft>, Refusal> {
    match way {
        WayOut::MergeTask { task, into } => tasks_merged(task, into, waiters, scene),
        WayOut::MergeRole { role, into } => roles_merged(role, into, scene),
    }
}

fn tasks_merged(
    task: TaskId,
    into: TaskId,
    waiters: &[TaskId],
    scene: &Scene,
) -> Result<Vec<Draft>, Refusal> {
    let (merged, goes_on) = (scene.live_task(task)?, scene.live_task(into)?);
    // What waits on the task in which it goes on would wait on itself.
    let moves = merged.open_blockers().filter(|blocker| blocker.on != Some(WaitsOn::Task(into)));
    let blockers = moves.map(|blocker| blocker.as_open()).collect();
    let mut drafts = vec![
        Draft::new(task, TaskMerged { into, by: None, at: None, from: None }).ending(merged.state.seen()),
        Draft::new(into, TaskTookIn { task, blockers, by: None, at: None, from: None }),
    ];
    let on_it = Some(WaitsOn::Task(task));
    for blocker in goes_on.open_blockers().filter(|blocker| blocker.on == on_it) {
        let withdrawn = BlockerWithdrawn { blocker: blocker.id, by: None, at: None, from: None };
        drafts.push(Draft::new(into, withdrawn));
    }
    for waiter in waiters.iter().filter(|waiter| **waiter != into && **waiter != task) {
        for blocker in scene.task(*waiter)?.open_blockers().filter(|blocker| blocker.on == on_it) {
            let turned = BlockerTurned {
                blocker: blocker.id,
                on: WaitsOn::Task(into),
                by: None,
                at: None,
                from: None,
            };
            drafts.push(Draft::new(*waiter, turned));
        }
    }
    Ok(drafts)
}

fn roles_merged(role: RoleId, into: RoleId, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
    let (merged, goes_on) = (scene.role(role)?, scene.role(into)?);
    let retires = RoleMerged { into, by: None, at: None, from: None };
    let mut drafts = vec![Draft::new(role, retires).ending(merged.registers.state.seen())];
    let domains = with(goes_on.domains(), merged.domains());
    let accountabilities = with(goes_on.accountabilities(), merged.accountabilities());
    if domains.is_some() || accountabilities.is_some() {
        let mut seen = Vec::new();
        seen.extend(domains.is_some().then(|| goes_on.registers.domains.seen()).into_iter().flatten());
        let own = &goes_on.registers.accountabilities;
        seen.extend(accountabilities.is_some().then(|| own.seen()).into_iter().flatten());
        let edit = RoleEdited { domains, accountabilities, ..RoleEdited::default() };
        drafts.push(Draft::new(into, edit).ending(seen));
    }
    Ok(drafts)
}

/// The lines of one role with those of another that it does not have; `None` where it has them all.
fn with(own: &[String], more: &[String]) -> Option<Vec<String>> {
    let mut lines = own.to_vec();
    for line in more {
        if lines.iter().all(|known| folded(known) != folded(line)) {
            lines.push(line.clone());
        }
    }
    (lines.len() > own.len()).then_some(lines)
}
