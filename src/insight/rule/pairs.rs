//! What overlaps have in common: two roles with the same text, two tasks led apart.

use std::collections::BTreeMap;
use std::ops::Bound;

use super::{Brief, Facts, Finding, RoleText, Rule};
use crate::domain::calendar::At;
use crate::domain::id::RoleId;

/// A finding for a role and each later one by id that has some of its texts, which are shown as the first of the two writes
/// them.
pub(super) fn roles_with_same<'t>(
    rule: &'static Rule,
    role: RoleId,
    texts: impl IntoIterator<Item = &'t RoleText>,
) -> Vec<Finding> {
    let mut shared: BTreeMap<RoleId, (At, Vec<String>)> = BTreeMap::new();
    for RoleText { text, roles } in texts {
        let Some(made) = roles.get(&role) else { continue };
        for (other, made_later) in roles.range((Bound::Excluded(role), Bound::Unbounded)) {
            let (_, texts) = shared.entry(*other).or_insert((*made.max(made_later), Vec::new()));
            texts.push(text.clone());
        }
    }
    let finding = |(other, (from, texts)): (RoleId, (At, Vec<String>))| {
        let facts = Facts { roles: vec![role, other], texts, ..Facts::default() };
        Finding::new(rule, &[role.into(), other.into()], facts, from)
    };
    shared.into_iter().map(finding).collect()
}

/// A finding for the first led task with each later one that others lead. Not all with all: a title that a
/// hundred tasks share is a hundred questions then, and not five thousand.
pub(super) fn led_apart(rule: &'static Rule, tasks: &[Brief], texts: &[String]) -> Vec<Finding> {
    let mut led = tasks.iter().filter(|task| !task.state.is_finished() && !task.leads.is_empty());
    let Some(first) = led.next() else { return Vec::new() };
    led.filter(|second| second.leads != first.leads)
        .map(|second| {
            let facts = Facts {
                tasks: vec![first.id, second.id],
                members: [first.leads.as_slice(), &second.leads].concat(),
                texts: texts.to_vec(),
                ..Facts::default()
            };
            Finding::new(rule, &[first.id.into(), second.id.into()], facts, first.since.max(second.since))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::task::State;
    use crate::insight::rule::o2;
    use crate::insight::sketch::{AYU, BUDI, RoleSketch, brief, nov, of_overlaps, task_id};

    #[test]
    fn every_pair_is_one_finding_with_all_that_it_shares() {
        let role = |n, domains: &[&str]| RoleSketch::made(n, nov(i64::from(n), 9)).domains(domains).role();
        let roles = [role(3, &["Shelves"]), role(1, &["Prices", "shelves"]), role(2, &["shelves", "prices"])];
        let found = of_overlaps(|scene| roles_with_same(&o2::RULE, scene.role, &scene.domains), &roles);
        let pairs: Vec<_> =
            found.iter().map(|f| (f.facts.roles.clone(), f.facts.texts.join(" "), f.from)).collect();
        let id = |n: usize| roles[n].id;
        assert_eq!(
            pairs,
            [
                (vec![id(1), id(2)], "Prices shelves".to_owned(), nov(2, 9)),
                (vec![id(1), id(0)], "shelves".to_owned(), nov(3, 9)),
                (vec![id(2), id(0)], "shelves".to_owned(), nov(3, 9)),
            ]
        );
    }

    #[test]
    fn the_first_led_task_is_paired_with_each_that_others_lead() {
        let tasks = [
            brief(1, State::Open, nov(2, 9), &[]),
            brief(2, State::Done, nov(2, 9), &[BUDI]),
            brief(3, State::Doing, nov(3, 9), &[AYU]),
            brief(4, State::Doing, nov(2, 9), &[BUDI]),
            brief(5, State::Doing, nov(2, 9), &[AYU]),
            brief(6, State::Review, nov(4, 9), &[AYU, BUDI]),
        ];
        let found = led_apart(&super::super::o4::RULE, &tasks, &[]);
        let pairs: Vec<_> = found.iter().map(|f| (f.facts.tasks[1], f.from)).collect();
        assert_eq!(pairs, [(task_id(4), nov(3, 9)), (task_id(6), nov(4, 9))]);
        assert!(found.iter().all(|f| f.facts.tasks[0] == task_id(3)));
    }
}
