//! What findings hang on, and what of it a change touches.

use std::collections::BTreeSet;

use crate::domain::board::Board;
use crate::domain::event::WaitsOn;
use crate::domain::folding::folded;
use crate::domain::goal::GoalState;
use crate::domain::id::{AgreementId, DecisionId, GoalId, MemberId, RoleId, TaskId};
use crate::domain::member::Member;
use crate::domain::role::{Role, RoleState};
use crate::domain::subject::{Fold, Subject};
use crate::domain::task::Task;
use crate::domain::terms::Terms;

/// What findings hang on.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Anchor {
    Task(TaskId),
    /// The live tasks with this folded title.
    Title(String),
    /// The live tasks with this link.
    Link(String),
    /// A led live task, and those with titles that are alike to its own.
    Alike(TaskId),
    /// A task that was merged into another one.
    Merged(TaskId),
    /// A role that was merged into another one.
    MergedRole(RoleId),
    Role(RoleId),
    /// An active role, and those that have domains or accountabilities of its own, or nearly.
    Overlaps(RoleId),
    Goal(GoalId),
    Decision(DecisionId),
    Agreement(AgreementId),
    Member(MemberId),
    /// Somebody of the team, as one who may be new, and their buddies.
    Newcomer(MemberId),
    /// The live tasks that need this skill, as they write it, and the members who teach it or want to learn it.
    Skill(String),
    /// The pull order, and the hands that are free for it.
    Order,
}

/// What a change touches: anchors, and what only the store can look up.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Touch {
    Anchor(Anchor),
    /// What is kept of this task as one that somebody leads, and every task with a title that is or was alike to its own.
    Alike(TaskId),
    /// Every task in which this one goes on, and those with a kept finding that speaks of it as one of a circle.
    MergedWith(TaskId),
    /// The same of roles.
    RolesMergedWith(RoleId),
    /// Every active role with a domain that folds to this text.
    Domain(String),
    /// Every active role with an accountability that folds to this text, or is or was alike to it; and what is kept of it.
    Accountability(String),
    /// Every task with an open blocker on this one, and every task with a kept finding that speaks of it: a circle that it
    /// was part of.
    WaitersOn(TaskId),
    /// Every circle that it is part of now: it waits on other tasks than before.
    CirclesOf(TaskId),
    /// Every task that this member leads.
    LedBy(MemberId),
    /// Every role that this member holds.
    HeldBy(MemberId),
    /// Every task with an open blocker on this member.
    AwaitedFrom(MemberId),
    /// Every adopted decision of which this member is a party that was not waited for.
    ExcusedIn(MemberId),
    /// Everybody whose buddy this member is.
    PairedWith(MemberId),
    /// Everybody of the team, where it has come to be large enough for buddies, or is so no more.
    Newcomers,
    /// Every agreement: who is of the team is another one than before.
    Agreements,
    /// Every agreement that this decision wrote, or one whose place it took.
    WrittenBy(DecisionId),
    /// Every skill that tasks need and that folds to this text.
    SkillLike(String),
    /// Every task that belongs to no role and serves no goal, where the team has come to have either, or has none any more.
    Adrift,
    /// All there is: the team asks otherwise than before.
    Everything,
}

/// What must be looked at again after a subject changed from `before` to `after`.
pub fn touched(before: Option<&Subject>, after: &Subject) -> BTreeSet<Touch> {
    let mut touches = BTreeSet::new();
    for subject in before.into_iter().chain([after]) {
        touch(subject, &mut touches);
    }
    if let Subject::Role(after) = after {
        touches.extend(overlaps(before, after));
    }
    match (before, after) {
        (Some(Subject::Task(before)), Subject::Task(after)) => {
            let shown = |task: &Task| {
                let leads: Vec<_> = task.leads().map(|claim| claim.member).collect();
                (task.origin.is_some(), task.state(), task.since, task.rank().to_owned(), leads)
            };
            if shown(before) != shown(after) || blocks(before) != blocks(after) {
                touches.insert(Touch::WaitersOn(after.id));
            }
            if blocks(before) != blocks(after) && !blocks(after).is_empty() {
                touches.insert(Touch::CirclesOf(after.id));
            }
        }
        (_, Subject::Task(task)) => {
            touches.insert(Touch::WaitersOn(task.id));
            if !blocks(task).is_empty() {
                touches.insert(Touch::CirclesOf(task.id));
            }
        }
        (Some(Subject::Member(before)), Subject::Member(after)) => {
            let shown = |m: &Member| (m.left, m.away.value().copied(), m.limit(), m.exists());
            if shown(before) != shown(after) {
                touches.extend(around(after.id));
            }
            if before.is_here() != after.is_here() {
                touches.extend([Touch::PairedWith(after.id), Touch::Newcomers, Touch::Agreements]);
            }
            if shown(before) != shown(after) || !known(before).eq(known(after)) {
                touches.extend(known(before).chain(known(after)).map(Touch::SkillLike));
            }
        }
        (before, Subject::Role(_) | Subject::Goal(_)) if before.is_some_and(is_aim) != is_aim(after) => {
            touches.insert(Touch::Adrift);
        }
        (before, Subject::Board(after)) => {
            let terms = |board: &Board| board.agreed.terms();
            let (before, began) = match before {
                Some(Subject::Board(before)) => (terms(before), before.began),
                _ => (Terms::default(), None),
            };
            if !terms(after).asks_as(&before) || began != after.began {
                touches.insert(Touch::Everything);
            }
        }
        // What they claim and hold may have come before them.
        (None, Subject::Member(member)) => {
            touches.extend(around(member.id));
            touches.extend([Touch::PairedWith(member.id), Touch::Newcomers, Touch::Agreements]);
            touches.extend(known(member).map(Touch::SkillLike));
        }
        _ => {}
    }
    touches
}

/// What sees the texts of a role, as far as they are others than before.
fn overlaps(before: Option<&Subject>, after: &Role) -> BTreeSet<Touch> {
    let shown = |role: &Role| {
        let is_active = role.state() == RoleState::Active;
        role.origin
            .filter(|_| is_active)
            .map(|origin| (origin.at, role.domains().to_owned(), role.accountabilities().to_owned()))
    };
    let before = match before {
        Some(Subject::Role(before)) => shown(before),
        _ => None,
    };
    let after_all = shown(after);
    let mut touches = BTreeSet::new();
    if before != after_all {
        touches.insert(Touch::Anchor(Anchor::Overlaps(after.id)));
        for (_, domains, accountabilities) in before.into_iter().chain(after_all) {
            touches.extend(domains.iter().map(|text| Touch::Domain(folded(text))));
            touches.extend(accountabilities.iter().map(|text| Touch::Accountability(folded(text))));
        }
    }
    touches
}

/// What sees whether a member is here.
fn around(member: MemberId) -> [Touch; 4] {
    [Touch::LedBy(member), Touch::HeldBy(member), Touch::AwaitedFrom(member), Touch::Anchor(Anchor::Order)]
}

/// Whether it is something to which tasks can belong now.
fn is_aim(subject: &Subject) -> bool {
    subject.exists()
        && match subject {
            Subject::Role(role) => role.state() == RoleState::Active,
            Subject::Goal(goal) => goal.state() == GoalState::Active,
            _ => false,
        }
}

/// What a member teaches and wants to learn, folded.
fn known(member: &Member) -> impl Iterator<Item = String> + '_ {
    [member.teaches(), member.learns()].into_iter().flatten().map(|skill| folded(skill))
}

fn blocks(task: &Task) -> Vec<Option<&WaitsOn>> {
    if task.is_finished() { Vec::new() } else { task.open_blockers().map(|b| b.on.as_ref()).collect() }
}

fn touch(subject: &Subject, touches: &mut BTreeSet<Touch>) {
    let mut anchor = |anchor| {
        touches.insert(Touch::Anchor(anchor));
    };
    match subject {
        Subject::Board(_)
        | Subject::Tension(_)
        | Subject::Thanks(_)
        | Subject::Meeting(_)
        | Subject::Settlement(_) => {}
        Subject::Pairing(pairing) => {
            if let Some(with) = pairing.with {
                anchor(Anchor::Newcomer(with));
            }
        }
        Subject::Member(member) => {
            anchor(Anchor::Member(member.id));
            anchor(Anchor::Newcomer(member.id));
            touches.insert(Touch::ExcusedIn(member.id));
        }
        Subject::Role(role) => {
            anchor(Anchor::Role(role.id));
            if role.merged_into.is_some() {
                touches.insert(Touch::RolesMergedWith(role.id));
            }
        }
        Subject::Goal(goal) => anchor(Anchor::Goal(goal.id)),
        Subject::Decision(decision) => {
            anchor(Anchor::Decision(decision.id));
            touches.insert(Touch::WrittenBy(decision.id));
        }
        Subject::Agreement(agreement) => anchor(Anchor::Agreement(agreement.id)),
        Subject::Task(task) => {
            anchor(Anchor::Task(task.id));
            // What is finished is compared with nothing; its state before, if it was live, is touched for itself.
            if !task.is_finished() {
                anchor(Anchor::Title(folded(task.title())));
                for link in task.links() {
                    anchor(Anchor::Link(link.clone()));
                }
                for skill in task.skills() {
                    anchor(Anchor::Skill(skill.clone()));
                }
            }
            if let Some(goal) = task.goal.value() {
                anchor(Anchor::Goal(*goal));
            }
            for claim in &task.claims {
                anchor(Anchor::Member(claim.member));
            }
            touches.insert(Touch::Anchor(Anchor::Order));
            if task.merged_into.is_some() {
                touches.insert(Touch::MergedWith(task.id));
            }
            if !task.is_finished() && task.leads().next().is_some() {
                touches.insert(Touch::Alike(task.id));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::sketch::{AYU, TaskSketch, nov, task_id};
    use super::*;
    use crate::domain::task::State;

    #[test]
    fn who_waits_on_a_task_is_told_of_all_that_they_see_of_it() {
        let subject = |task: TaskSketch| Subject::Task(Box::new(task.task().clone()));
        let made = || TaskSketch::made(1, nov(2, 9));
        let doing = |hour| subject(made().moved(AYU, State::Doing, nov(16, hour)));
        let waiters = Touch::WaitersOn(task_id(1));
        for (before, after) in [
            (subject(made()), doing(9)),
            (doing(9), doing(10)),
            (subject(made()), subject(made().lead(AYU, nov(16, 9)))),
        ] {
            assert!(touched(Some(&before), &after).contains(&waiters), "{after:?}");
        }
        assert!(!touched(Some(&subject(made())), &subject(made().due(20))).contains(&waiters));
    }
}
