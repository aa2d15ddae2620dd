//! Two of the same made one: a task or a role goes on in another one.
//!
//! What is merged keeps its history and what was said on it; what still stops a task moves with it, and who waits on it
//! waits on the other.

use super::{Draft, Refusal, Scene};
use crate::domain::event::{
    BlockerTurned, BlockerWithdrawn, RoleEdited, RoleMerged, TaskMerged, TaskTookIn, WaitsOn,
};
use crate::domain::folding::folded;
use crate::domain::id::{RoleId, TaskId};

/// A task that goes on in another one.
pub(super) fn tasks_merged(
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

/// A role that goes on in another one, which gets the lines that it does not have.
pub(super) fn roles_merged(role: RoleId, into: RoleId, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
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
