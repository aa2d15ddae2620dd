//! G3: a task that belongs to no role and serves no goal, a week after it came to the board.
//!
//! What serves nothing is either forgotten or wanted for a reason that nobody wrote down. A new task has a week to find
//! its place, one that an import brought a week from then. A team that has neither roles nor goals is not asked: its
//! tasks could belong to nothing.

use super::saying::Saying;
use super::{Check, Facts, Finding, FindingKind, Many, Rule, TaskScene};
use crate::domain::calendar::At;
use crate::domain::names::Names;
use crate::domain::task::Task;
use crate::domain::terms::Number;
use crate::words::words;

pub(super) static RULE: Rule = Rule {
    code: "G3",
    kind: FindingKind::Unclear,
    check: Check::Task { glance: |task| task.is_live && task.is_adrift, find },
    line,
    why: |_, terms| terms.said(Number::Adrift),
    ends_with_title: true,
    many: Some(Many::of_tasks(|count, list| words().finding_many_g3(count, list))),
};

fn find(scene: &TaskScene<'_>) -> Option<Finding> {
    let task = scene.task;
    if !scene.is_live() || !scene.has_aims || is_placed(task) {
        return None;
    }
    let came = task.origin?.at.max(task.brought.unwrap_or(At::START));
    let facts = Facts { tasks: vec![task.id], since: Some(came), ..Facts::default() };
    let from = came.plus_days(scene.terms.days(Number::Adrift));
    Some(Finding::new(&RULE, &[task.id.into()], facts, from.max(scene.rests_until())))
}

/// Whether it belongs somewhere, if only in one of two edits.
fn is_placed(task: &Task) -> bool {
    let twice = task.role.written_twice().is_some() || task.goal.written_twice().is_some();
    twice || task.role.value().is_some() || task.goal.value().is_some()
}

fn line(finding: &Finding, names: &Names, now: At) -> String {
    words().finding_g3(Saying::of(finding, names, now).task(0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::task::State;
    use crate::insight::sketch::{AYU, TaskSketch, names, nov};

    fn adrift() -> TaskSketch {
        TaskSketch::made(1, nov(2, 9)).among_aims()
    }

    #[test]
    fn a_task_of_no_role_and_no_goal_is_asked_about_after_a_week() {
        let found = find(&adrift().scene()).unwrap();
        assert_eq!((found.from, found.since()), (nov(9, 9), Some(nov(2, 9))));
        assert_eq!(line(&found, &names(), nov(18, 9)), "bakul: belongs to no role and serves no goal");
        assert_eq!(find(&adrift().under("G3", "30").scene()).unwrap().from, nov(32, 9));
        assert_eq!(find(&adrift().parked(20).scene()).unwrap().from, nov(20, 0));
    }

    #[test]
    fn what_an_import_brought_counts_from_then() {
        let brought = TaskSketch::brought(1, nov(2, 9), nov(16, 9)).among_aims();
        assert_eq!(find(&brought.scene()).unwrap().from, nov(23, 9));
    }

    #[test]
    fn what_serves_something_is_finished_or_could_serve_nothing_is_none() {
        for task in [
            TaskSketch::made(1, nov(2, 9)),
            adrift().for_goal(),
            adrift().of_role(),
            adrift().moved(AYU, State::Done, nov(3, 9)),
        ] {
            assert_eq!(find(&task.scene()), None);
        }
    }
}
