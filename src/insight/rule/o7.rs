//! O7: tasks or roles that were merged into each other apart, so that all of them ended and none goes on.
//!
//! Ayu merges one task into another, and Budi on his own machine that one into the first: each of the two records is sound, and
//! both hold. Which of them goes on is for people to say. The one with the smallest id tells of the circle, so that it is told
//! once.

use super::saying::Saying;
use super::{Check, Facts, Finding, FindingKind, MergedScene, Rule};
use crate::domain::calendar::At;
use crate::domain::id::{RoleId, SubjectId, TaskId};
use crate::domain::names::Names;
use crate::words::words;

pub(super) static RULE: Rule = Rule {
    code: "O7",
    kind: FindingKind::Gap,
    check: Check::Merged { task: of_task, role: of_role },
    line,
    why: |_, _| words().finding_why_o7(),
    ends_with_title: true,
    many: None,
};

fn of_task(scene: &MergedScene<TaskId>) -> Option<Finding> {
    find(scene, |tasks| Facts { tasks, ..Facts::default() })
}

fn of_role(scene: &MergedScene<RoleId>) -> Option<Finding> {
    find(scene, |roles| Facts { roles, ..Facts::default() })
}

fn find<Id: Copy + Ord + Into<SubjectId>>(
    scene: &MergedScene<Id>,
    facts: fn(Vec<Id>) -> Facts,
) -> Option<Finding> {
    let all: Vec<Id> = scene.circle.iter().map(|(id, _)| *id).collect();
    let (first, next) = (*all.first()?, *all.get(1)?);
    if all.iter().any(|id| *id < first) {
        return None;
    }
    // Before the last of them ended one of them went on.
    let since = scene.circle.iter().map(|(_, since)| *since).max()?;
    let facts = Facts { since: Some(since), ..facts(all) };
    Some(Finding::new(&RULE, &[first.into(), next.into()], facts, since))
}

fn line(finding: &Finding, names: &Names, now: At) -> String {
    let say = Saying::of(finding, names, now);
    words().finding_o7(if say.facts.roles.is_empty() { say.tasks_listed() } else { say.roles() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::sketch::{names, nov, role_id, task_id};

    fn merged(circle: &[u8]) -> Option<Finding> {
        let circle = circle.iter().map(|n| (task_id(*n), nov(10 + i64::from(*n), 9))).collect();
        of_task(&MergedScene { circle })
    }

    #[test]
    fn two_tasks_that_went_into_each_other_are_told_once() {
        let found = merged(&[1, 2]).unwrap();
        assert_eq!(found.key, format!("O7:{}:{}", task_id(1), task_id(2)));
        assert_eq!((found.from, found.facts.since), (nov(12, 9), Some(nov(12, 9))));
        assert_eq!(
            line(&found, &names(), nov(18, 9)),
            "bakul and danum were merged into each other, so none of them goes on: bring one back"
        );
        assert_eq!(merged(&[2, 1]), None);
    }

    #[test]
    fn a_longer_circle_is_one_question() {
        let found = merged(&[1, 3, 2]).unwrap();
        assert_eq!(found.facts.tasks, [1, 3, 2].map(task_id));
        assert_eq!((merged(&[3, 2, 1]), merged(&[2, 1, 3])), (None, None));
    }

    #[test]
    fn what_goes_on_in_another_one_is_no_circle() {
        assert_eq!((merged(&[]), merged(&[1])), (None, None));
    }

    #[test]
    fn roles_that_went_into_each_other_are_told_by_name() {
        let (one, other) = (role_id(1), role_id(2));
        let circle = vec![(one, nov(11, 9)), (other, nov(12, 9))];
        let found = of_role(&MergedScene { circle }).unwrap();
        assert_eq!(found.facts.roles, [one, other]);
        assert_eq!(
            line(&found, &names(), nov(18, 9)),
            "Bookkeeping and Treasurer were merged into each other, so none of them goes on: bring one back"
        );
    }
}
