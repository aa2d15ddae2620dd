//! What S3 and S4 have in common: blockers that somebody must be asked about.

use super::saying::Saying;
use super::{Facts, TaskScene};
use crate::domain::event::WaitsOn;
use crate::domain::task::{Blocker, Task};

/// The open blockers of a live task about which somebody can be asked: another task shows itself how it goes, and who
/// has left the team answers nothing (W1).
pub(super) fn blockers<'a>(scene: &'a TaskScene<'_>) -> impl Iterator<Item = &'a Blocker> {
    let task = scene.is_live().then_some(scene.task);
    task.into_iter().flat_map(Task::open_blockers).filter(|blocker| match blocker.on {
        Some(WaitsOn::Task(_)) => false,
        Some(WaitsOn::Member(member)) => scene.person(member).left.is_none(),
        Some(WaitsOn::Other(_)) | None => true,
    })
}

/// Which blocker it is: the task, what it needs, and from whom.
pub(super) fn facts(task: &Task, blocker: &Blocker) -> Facts {
    let mut facts = Facts { tasks: vec![task.id], texts: vec![blocker.what.clone()], ..Facts::default() };
    match &blocker.on {
        Some(WaitsOn::Member(member)) => facts.members.push(*member),
        // An import may know no more than on what it waits.
        Some(WaitsOn::Other(who)) if *who == blocker.what => {}
        Some(WaitsOn::Other(who)) => facts.texts.push(who.clone()),
        Some(WaitsOn::Task(task)) => facts.tasks.push(*task),
        None => {}
    }
    facts
}

/// On whom it waits, if that was said.
pub(super) fn who(say: Saying<'_>) -> Option<&str> {
    if say.facts.members.is_empty() { say.facts.texts.get(1).map(String::as_str) } else { Some(say.member()) }
}
