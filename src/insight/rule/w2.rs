//! W2: a circle of waiting.
//!
//! Each task of the circle looks merely blocked; only together they show that none will ever go on. The task
//! with the smallest id tells of the circle, so that it is told once: its walk goes over larger ids only.

use std::collections::{HashMap, VecDeque};

use super::saying::Saying;
use super::{Check, Facts, Finding, FindingKind, Many, Rule, TaskScene, Way};
use crate::domain::calendar::At;
use crate::domain::event::WaitsOn;
use crate::domain::id::{SubjectId, TaskId};
use crate::domain::names::Names;
use crate::words::words;

pub(super) static RULE: Rule = Rule {
    code: "W2",
    kind: FindingKind::Unclear,
    check: Check::Task { glance: |task| task.is_live && task.is_blocked, find },
    line,
    why: |_, _| words().finding_why_w2(),
    ends_with_title: false,
    many: Some(
        Many::of_tasks(|count, list| words().finding_many_w2(count, list)).ways(&[Way::Remark, Way::Fine]),
    ),
};

fn find(scene: &TaskScene<'_>) -> Option<Finding> {
    if !scene.is_live() {
        return None;
    }
    let circle = shortest_circle(scene.task.id, scene.graph)?;
    let next = circle.get(1).unwrap_or(&scene.task.id);
    let on_next = scene.task.open_blockers().filter(|b| b.on == Some(WaitsOn::Task(*next)));
    let since = on_next.map(|blocker| blocker.raised).max()?;
    let about: Vec<SubjectId> = circle.iter().map(|id| SubjectId::from(*id)).collect();
    let facts = Facts { tasks: circle, since: Some(since), ..Facts::default() };
    Some(Finding::new(&RULE, &about, facts, since))
}

/// The shortest walk from a task back to it over larger ids only, in walking order; of equally short ones
/// that with the smaller ids. Breadth first, every task visited once.
fn shortest_circle(start: TaskId, waits_on: &HashMap<TaskId, Vec<TaskId>>) -> Option<Vec<TaskId>> {
    let mut came_from: HashMap<TaskId, TaskId> = HashMap::new();
    let mut ahead = VecDeque::from([start]);
    while let Some(task) = ahead.pop_front() {
        let mut nexts = waits_on.get(&task).cloned().unwrap_or_default();
        nexts.sort();
        if nexts.contains(&start) {
            let back = std::iter::successors(Some(task), |task| came_from.get(task).copied());
            let mut circle: Vec<TaskId> = back.collect();
            circle.reverse();
            return Some(circle);
        }
        for next in nexts.into_iter().filter(|next| *next > start) {
            came_from.entry(next).or_insert_with(|| {
                ahead.push_back(next);
                task
            });
        }
    }
    None
}

fn line(finding: &Finding, names: &Names, now: At) -> String {
    let say = Saying::of(finding, names, now);
    let count = say.facts.tasks.len();
    let circle: Vec<&str> = (0..count).chain([0]).map(|n| say.task(n)).collect();
    words().finding_w2(count, say.task(0), say.task(1), circle.join(" → "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::sketch::{TaskSketch, names, nov, task_id};

    fn waiting(n: u8, on: u8, graph: &[(u8, &[u8])]) -> TaskSketch {
        TaskSketch::made(n, nov(2, 9)).blocked(Some(WaitsOn::Task(task_id(on))), nov(16, 9)).graph(graph)
    }

    #[test]
    fn two_tasks_that_wait_on_each_other_are_told_once() {
        let graph: &[(u8, &[u8])] = &[(1, &[2]), (2, &[1])];
        let found = find(&waiting(1, 2, graph).scene()).unwrap();
        assert_eq!(found.key, format!("W2:{}:{}", task_id(1), task_id(2)));
        assert_eq!(found.from, nov(16, 9));
        assert_eq!(line(&found, &names(), nov(18, 9)), "bakul and danum wait on each other");
        assert_eq!(find(&waiting(2, 1, graph).scene()), None);
    }

    #[test]
    fn the_shortest_circle_is_told_in_walking_order() {
        let graph: &[(u8, &[u8])] = &[(1, &[4, 3]), (3, &[2]), (2, &[1, 3]), (4, &[5]), (5, &[3])];
        let found = find(&waiting(1, 3, graph).scene()).unwrap();
        assert_eq!(found.facts.tasks, [1, 3, 2].map(task_id));
        let said = line(&found, &names(), nov(18, 9));
        assert_eq!(said, "bakul waits in a circle: bakul → lusab → danum → bakul");
    }

    #[test]
    fn a_task_that_waits_on_itself_is_a_circle() {
        let found = find(&waiting(1, 1, &[(1, &[1])]).scene()).unwrap();
        assert_eq!(line(&found, &names(), nov(18, 9)), "bakul waits on itself");
    }

    #[test]
    fn a_chain_or_a_circle_of_others_is_none() {
        assert_eq!(find(&waiting(1, 2, &[(1, &[2]), (2, &[3])]).scene()), None);
        assert_eq!(find(&waiting(1, 2, &[(1, &[2]), (2, &[3]), (3, &[2])]).scene()), None);
    }

    #[test]
    fn a_large_tangle_is_walked_once() {
        let tangle: HashMap<TaskId, Vec<TaskId>> =
            (0..200).map(|n| (task_id(n), (1..200).map(task_id).collect())).collect();
        assert_eq!(shortest_circle(task_id(0), &tangle), None);
    }
}
