//! S5: what the blocker waits on is finished. Cleared?
//!
//! The board does not clear it by itself: only who waits knows whether that was all.

use super::saying::Saying;
use super::{Check, Facts, Finding, FindingKind, Many, Rule, TaskScene, Way};
use crate::domain::calendar::At;
use crate::domain::event::WaitsOn;
use crate::domain::names::Names;
use crate::words::words;

pub(super) static RULE: Rule = Rule {
    code: "S5",
    kind: FindingKind::Unclear,
    check: Check::Task { glance: |task| task.is_live && task.is_blocked, find },
    line,
    why: |_, _| words().finding_why_s5(),
    ends_with_title: true,
    many: Some(Many::of_tasks(|count, list| words().finding_many_s5(count, list)).ways(&[
        Way::Clear,
        Way::Remark,
        Way::Fine,
    ])),
};

fn find(scene: &TaskScene<'_>) -> Option<Finding> {
    if !scene.is_live() {
        return None;
    }
    let over = scene.task.open_blockers().filter_map(|blocker| {
        let Some(WaitsOn::Task(on)) = &blocker.on else { return None };
        let on = scene.waits.get(on).filter(|on| on.state.is_finished())?;
        Some((on.since.max(blocker.raised), on, blocker))
    });
    let (from, on, blocker) = over.min_by_key(|(from, ..)| *from)?;
    let facts = Facts {
        tasks: vec![scene.task.id, on.id],
        since: Some(on.since),
        texts: vec![blocker.what.clone()],
        ..Facts::default()
    };
    Some(Finding::new(&RULE, &[scene.task.id.into()], facts, from))
}

fn line(finding: &Finding, names: &Names, now: At) -> String {
    let say = Saying::of(finding, names, now);
    words().finding_s5(say.task(0), say.task(1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::task::State;
    use crate::insight::sketch::{AYU, TaskSketch, brief, names, nov, task_id};

    fn waiting_on(state: State) -> TaskSketch {
        let on = brief(2, state, nov(17, 9), &[]);
        TaskSketch::made(1, nov(2, 9)).blocked(Some(WaitsOn::Task(task_id(2))), nov(16, 9)).beside(on)
    }

    #[test]
    fn a_blocker_on_a_finished_task_is_asked_about() {
        for state in [State::Done, State::Dropped] {
            let found = find(&waiting_on(state).scene()).unwrap();
            assert_eq!((found.from, found.facts.since), (nov(17, 9), Some(nov(17, 9))));
            assert_eq!(
                line(&found, &names(), nov(18, 9)),
                "bakul: waits on danum, which is finished; cleared?"
            );
        }
    }

    #[test]
    fn what_still_waits_or_was_cleared_is_none() {
        for task in [
            waiting_on(State::Review),
            waiting_on(State::Done).cleared(nov(18, 9)),
            waiting_on(State::Done).moved(AYU, State::Done, nov(18, 9)),
            TaskSketch::made(1, nov(2, 9)).blocked(Some(WaitsOn::Task(task_id(2))), nov(16, 9)),
        ] {
            assert_eq!(find(&task.scene()), None);
        }
    }
}
