//! What the board shows and nobody said: overlaps, gaps, what is unclear, stale or too much.
//!
//! Every rule is a file that can be read in a minute: `find` turns values into findings, `line` says one in words.
//! Rules are pure. They see neither clock nor store: a finding carries the instant from which it holds, so a rule that
//! waits ("not asked for a working day") yields its finding at once, and reading compares with now.
//!
//! Findings hang on *anchors*: a task, a title, a role, …. All findings of one anchor follow from that anchor's scene
//! alone, so after a change only the anchors that it [`touches`](touched) are looked at again.
//! **Invariant:** looking at the touched ones gives the same findings as looking at all (a property test of `store`).

mod asking;
mod finding;
mod pairs;
mod saying;
mod scene;
#[cfg(test)]
mod sketch;

mod g1;
mod g2;
mod g4;
mod g5;
mod l1;
pub mod likeness;
mod o1;
mod o2;
mod o3;
mod o4;
mod o6;
mod s1;
mod s3;
mod s4;
mod s5;
mod w1;
mod w2;
pub mod waiting;

pub use finding::{Facts, Finding, FindingKind, Rule, line};
pub use scene::{
    Anchor, Brief, Glance, GoalScene, MemberScene, Person, RoleScene, TaskScene, Touch, touched,
};

use crate::domain::role::Role;

/// Raised by one whenever a rule comes or goes, or finds or says something else. The findings that a board keeps are of
/// a revision, and made anew where that is an older one.
pub const REVISION: i64 = 1;

/// All findings of a task.
pub fn of_task(scene: &TaskScene<'_>) -> Vec<Finding> {
    [
        o1::find(scene),
        g2::find(scene),
        g5::find(scene),
        s1::find(scene),
        s3::find(scene),
        s4::find(scene),
        s5::find(scene),
        w1::find(scene),
        w2::find(scene),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// All findings of the live tasks that share a folded title; in the order of their ids.
pub fn of_title(tasks: &[Brief]) -> Vec<Finding> {
    o4::find(tasks)
}

/// All findings of the live tasks that share a link; in the order of their ids.
pub fn of_link(link: &str, tasks: &[Brief]) -> Vec<Finding> {
    o6::find(link, tasks)
}

/// All findings of one role.
pub fn of_role(scene: &RoleScene<'_>) -> Vec<Finding> {
    g1::find(scene).into_iter().collect()
}

/// All findings between roles; in the order of their ids.
pub fn of_roles(roles: &[Role]) -> Vec<Finding> {
    [o2::find(roles), o3::find(roles)].concat()
}

/// All findings of a goal.
pub fn of_goal(scene: &GoalScene<'_>) -> Vec<Finding> {
    g4::find(scene).into_iter().collect()
}

/// All findings of a member.
pub fn of_member(scene: &MemberScene) -> Vec<Finding> {
    l1::find(scene).into_iter().collect()
}
