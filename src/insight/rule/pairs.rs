//! What overlaps have in common: two roles with the same text, two tasks led apart.

use std::collections::BTreeMap;

use super::{Brief, Facts, Finding, Rule};
use crate::domain::calendar::At;
use crate::domain::folding::folded;
use crate::domain::id::RoleId;
use crate::domain::role::{Role, RoleState};

/// A finding for every two active roles that have a folded text in common. Texts are met by their folded
/// form, so that only roles that share something are ever compared; a role shows a text as its elder by id
/// wrote it.
pub(super) fn roles_with_same(
    rule: &'static Rule,
    roles: &[Role],
    texts: fn(&Role) -> &[String],
) -> Vec<Finding> {
    let mut active: Vec<(&Role, At)> = roles
        .iter()
        .filter(|role| role.state() == RoleState::Active)
        .filter_map(|role| Some((role, role.origin?.at)))
        .collect();
    active.sort_by_key(|(role, _)| role.id);

    let mut by_text: BTreeMap<String, Vec<(RoleId, At, &String)>> = BTreeMap::new();
    for (role, made) in active {
        for text in texts(role) {
            let having = by_text.entry(folded(text)).or_default();
            if having.last().is_none_or(|(last, ..)| *last != role.id) {
                having.push((role.id, made, text));
            }
        }
    }
    by_text.remove("");

    let mut shared: BTreeMap<(RoleId, RoleId), (At, Vec<String>)> = BTreeMap::new();
    for having in by_text.values() {
        for (i, (first, made, text)) in having.iter().enumerate() {
            for (second, made_later, _) in &having[i + 1..] {
                let (_, texts) =
                    shared.entry((*first, *second)).or_insert((*made.max(made_later), Vec::new()));
                texts.push((*text).clone());
            }
        }
    }
    shared
        .into_iter()
        .map(|((first, second), (from, texts))| {
            let facts = Facts { roles: vec![first, second], texts, ..Facts::default() };
            Finding::new(rule, &[first.into(), second.into()], facts, from)
        })
        .collect()
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
    use crate::insight::sketch::{AYU, BUDI, RoleSketch, brief, nov, task_id};

    #[test]
    fn every_pair_is_one_finding_with_all_that_it_shares() {
        let role = |n, domains: &[&str]| RoleSketch::made(n, nov(i64::from(n), 9)).domains(domains).role();
        let roles = [role(3, &["Shelves"]), role(1, &["Prices", "shelves"]), role(2, &["shelves", "prices"])];
        let found = roles_with_same(&super::super::o2::RULE, &roles, Role::domains);
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
    fn two_hundred_roles_are_quickly_compared() {
        let roles: Vec<_> = (0..200)
            .map(|n| {
                let own = format!("domain {n}");
                RoleSketch::made(n, nov(2, 9)).domains(&[&own, if n < 2 { "prices" } else { "" }]).role()
            })
            .collect();
        assert_eq!(roles_with_same(&super::super::o2::RULE, &roles, Role::domains).len(), 1);
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
