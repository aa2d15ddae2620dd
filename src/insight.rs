//! What the board shows and nobody said: overlaps, gaps, what is unclear, stale or too much.
//!
//! Every rule is a file that can be read in a minute: `find` turns values into findings, `line` says one in words.
//! Rules are pure. They see neither clock nor store: a finding carries the instant from which it holds, so a rule that
//! waits ("not asked for a working day") yields its finding at once, and reading compares with now.
//!
//! Findings hang on *anchors*: a task, a title, a role, …. All findings of one anchor follow from that anchor's scene
//! alone, so after a change only the anchors that it [`touches`](touched) are looked at again.
//! **Invariant:** looking at the touched ones gives the same findings as looking at all (a property test of `store`).

pub mod agenda;
pub mod clarity;
pub mod concentration;
pub mod figures;
mod finding;
mod group;
pub mod likeness;
pub mod load;
pub mod may;
pub mod panel;
pub mod progress;
mod rule;
mod saying;
mod scene;
pub mod since;
#[cfg(test)]
pub(crate) mod sketch;
pub mod skills;
pub mod smart;
mod touch;
pub mod waiting;

pub use finding::{Facts, Finding, FindingKind, line};
pub use group::{Group, MANY, NAMED, Way};
pub use rule::Rule;
pub use saying::listed;
pub use scene::{
    Accountability, AgreementScene, AlikeScene, Brief, DecisionScene, Glance, GoalScene, Likened,
    MemberScene, MergedScene, NEXT, NewcomerScene, OrderScene, OverlapScene, Person, RoleScene, RoleText,
    SkillScene, TaskScene,
};
pub use touch::{Anchor, Touch, touched};

use crate::domain::id::{RoleId, TaskId};
use rule::Check;

/// Raised by one whenever a rule finds or says something else, and by two where one goes: a new rule counts by itself.
const CHANGES: i64 = 11;

/// The findings that a board keeps are of a revision, and made anew where that is an older one.
pub const REVISION: i64 = CHANGES + Rule::ALL.len() as i64;

/// The rule about tasks that belong nowhere: each of them has a finding of it where the team has roles or goals, and none
/// has where it has not.
pub fn adrift() -> &'static Rule {
    rule::ADRIFT
}

/// In a smaller team nobody is asked whether they have a buddy.
pub const TEAM: u32 = rule::TEAM;

/// The rule about newcomers, of whom none is asked about where a team is smaller than [`TEAM`].
pub fn newcomers() -> &'static Rule {
    rule::NEWCOMERS
}

/// Whether any rule of tasks may find something in a task that looks so. Most tasks of a long list are nobody's, without
/// a day and far from the top: those need not be read to know that nothing is to be asked.
pub fn may_ask(glance: Glance) -> bool {
    let may = |check: &Check| matches!(check, Check::Task { glance: may_find, .. } if may_find(glance));
    Rule::ALL.iter().any(|rule| may(rule.check()))
}

/// All findings of a task that looks so at a glance.
pub fn of_task(glance: Glance, scene: &TaskScene<'_>) -> Vec<Finding> {
    all(|check| match check {
        Check::Task { glance: may_find, find } if may_find(glance) => find(scene),
        _ => None,
    })
}

/// What the rules would find in a task if their glance did not keep them from looking: nothing, or a glance is wrong.
pub fn overlooked(glance: Option<Glance>, scene: &TaskScene<'_>) -> Vec<Finding> {
    all(|check| match check {
        Check::Task { glance: may_find, find } if !glance.is_some_and(may_find) => find(scene),
        _ => None,
    })
}

/// All findings of the live tasks that share a folded title; in the order of their ids.
pub fn of_title(tasks: &[Brief]) -> Vec<Finding> {
    all(|check| if let Check::Title(find) = check { find(tasks) } else { Vec::new() })
}

/// All findings of the live tasks that share a link; in the order of their ids.
pub fn of_link(link: &str, tasks: &[Brief]) -> Vec<Finding> {
    all(|check| if let Check::Link(find) = check { find(link, tasks) } else { Vec::new() })
}

/// All findings of a task and those with titles that are alike to its own.
pub fn of_alike(scene: &AlikeScene) -> Vec<Finding> {
    all(|check| if let Check::Alike(find) = check { find(scene) } else { Vec::new() })
}

/// All findings of a task that was merged into another one.
pub fn of_merged(scene: &MergedScene<TaskId>) -> Vec<Finding> {
    all(|check| if let Check::Merged { task, .. } = check { task(scene) } else { None })
}

/// All findings of a role that was merged into another one.
pub fn of_merged_role(scene: &MergedScene<RoleId>) -> Vec<Finding> {
    all(|check| if let Check::Merged { role, .. } = check { role(scene) } else { None })
}

/// All findings of one role.
pub fn of_role(scene: &RoleScene<'_>) -> Vec<Finding> {
    all(|check| match check {
        Check::Role(find) => find(scene).into_iter().collect(),
        Check::Review { role, .. } => role(scene),
        _ => Vec::new(),
    })
}

/// All findings of an active role and those that have domains or accountabilities of its own, or nearly.
pub fn of_overlaps(scene: &OverlapScene) -> Vec<Finding> {
    all(|check| if let Check::Overlaps(find) = check { find(scene) } else { Vec::new() })
}

/// All findings of a goal.
pub fn of_goal(scene: &GoalScene<'_>) -> Vec<Finding> {
    all(|check| match check {
        Check::Goal(find) | Check::Review { goal: find, .. } => find(scene),
        _ => None,
    })
}

/// All findings of a decision.
pub fn of_decision(scene: &DecisionScene) -> Vec<Finding> {
    all(|check| match check {
        Check::Decision(find) | Check::Review { decision: find, .. } => find(scene),
        _ => Vec::new(),
    })
}

/// All findings of an agreement.
pub fn of_agreement(scene: &AgreementScene) -> Vec<Finding> {
    all(|check| if let Check::Review { agreement, .. } = check { agreement(scene) } else { Vec::new() })
}

/// All findings of a member.
pub fn of_member(scene: &MemberScene) -> Vec<Finding> {
    all(|check| if let Check::Member(find) = check { find(scene) } else { None })
}

/// All findings of somebody who may be new.
pub fn of_newcomer(scene: &NewcomerScene) -> Vec<Finding> {
    all(|check| if let Check::Newcomer(find) = check { find(scene) } else { None })
}

/// All findings of a skill.
pub fn of_skill(scene: &SkillScene) -> Vec<Finding> {
    all(|check| if let Check::Skill(find) = check { find(scene) } else { None })
}

/// All findings of the pull order.
pub fn of_order(scene: &OrderScene) -> Vec<Finding> {
    all(|check| if let Check::Order(find) = check { find(scene) } else { Vec::new() })
}

/// What every rule finds, looked at in one way.
fn all<F: IntoIterator<Item = Finding>>(find: impl Fn(&Check) -> F) -> Vec<Finding> {
    Rule::ALL.iter().flat_map(|rule| find(rule.check())).collect()
}
