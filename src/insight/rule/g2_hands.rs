//! G2-hands: hands are free, and nobody leads what is next to pull.
//!
//! One row for all of them: who has room for another task sees where to begin. Who is away has no free hands, and what is
//! parked cannot be pulled; so days come at which something else is so, and there is a finding from each of them on.

use super::saying::Saying;
use super::{Check, Facts, Finding, FindingKind, OrderScene, Rule};
use crate::domain::calendar::At;
use crate::domain::names::Names;
use crate::words::words;

/// So many tasks are named: more than that is the list itself.
pub(in crate::insight) const NAMED: usize = 3;

pub(super) static RULE: Rule = Rule {
    code: "G2-hands",
    kind: FindingKind::Gap,
    check: Check::Order(find),
    line,
    why: |_, _| words().finding_why_g2_hands(),
    ends_with_title: false,
    many: None,
};

fn find(scene: &OrderScene) -> Vec<Finding> {
    let mut turns: Vec<At> = vec![At::START];
    for away in scene.hands.iter().flatten() {
        turns.push(At::start_of(away.from));
        turns.extend(away.until.map(At::end_of));
    }
    turns.extend(scene.next.iter().filter_map(|(_, parked)| *parked).map(At::start_of));
    turns.sort();
    turns.dedup();
    let mut found: Vec<Finding> = Vec::new();
    for from in turns {
        let facts = facts(scene, from);
        match (found.last_mut().filter(|last| last.until == At::NEVER), facts) {
            (Some(last), Some(facts)) if last.facts == facts => {}
            (last, facts) => {
                if let Some(last) = last {
                    last.until = from;
                }
                found.extend(facts.map(|facts| named(Finding::new(&RULE, &[], facts, from))));
            }
        }
    }
    found
}

/// How many hands are free at a moment, and for what.
fn facts(scene: &OrderScene, at: At) -> Option<Facts> {
    let is_here =
        |hand: &&Option<_>| hand.is_none_or(|away: crate::domain::member::Away| !away.covers(at.day()));
    let hands = scene.hands.iter().filter(is_here).count();
    let can_be_pulled =
        scene.next.iter().filter(|(_, parked)| parked.is_none_or(|day| At::start_of(day) <= at));
    let tasks: Vec<_> = can_be_pulled.map(|(task, _)| *task).take(hands.min(NAMED)).collect();
    let count = u32::try_from(hands).ok();
    (!tasks.is_empty()).then(|| Facts { tasks, count, ..Facts::default() })
}

/// With the day from which it holds in its key, where there is one: two of one key could not both be kept.
fn named(mut finding: Finding) -> Finding {
    if finding.from > At::START {
        finding.key.push_str(&format!(":{}", finding.from.day()));
    }
    finding
}

fn line(finding: &Finding, names: &Names, now: At) -> String {
    let say = Saying::of(finding, names, now);
    words().finding_g2_hands(say.facts.count.unwrap_or(0), say.tasks())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::calendar::Day;
    use crate::domain::member::Away;
    use crate::insight::sketch::{day, names, nov, task_id};

    fn found(hands: &[Option<(i64, Option<i64>)>], next: &[(u8, Option<i64>)]) -> Vec<Finding> {
        let away = |(from, until): (i64, Option<i64>)| Away { from: day(from), until: until.map(day) };
        let parked = |on: i64| -> Day { day(on) };
        find(&OrderScene {
            hands: hands.iter().map(|hand| hand.map(away)).collect(),
            next: next.iter().map(|(n, on)| (task_id(*n), on.map(parked))).collect(),
        })
    }

    #[test]
    fn free_hands_and_what_they_could_pull_are_one_finding() {
        let [all] = &found(&[None; 6], &[(1, None), (2, None), (3, None), (4, None)])[..] else {
            panic!("one row for all hands")
        };
        assert_eq!((all.key.as_str(), all.since()), ("G2-hands", None));
        let said = line(all, &names(), nov(18, 9));
        assert_eq!(said, "6 hands are free; next to pull: bakul, danum, lusab");
        let one = &found(&[None], &[(1, None), (2, None)])[0];
        assert_eq!(line(one, &names(), nov(18, 9)), "1 hand is free; next to pull: bakul");
        assert_eq!(found(&[], &[(1, None)]), []);
        assert_eq!(found(&[None], &[]), []);
    }

    #[test]
    fn what_is_parked_is_next_from_its_day_on() {
        let found = found(&[None], &[(1, Some(20)), (2, None)]);
        let held: Vec<_> =
            found.iter().map(|f| (f.key.as_str(), f.facts.tasks[0], f.from, f.until)).collect();
        assert_eq!(
            held,
            [
                ("G2-hands", task_id(2), At::START, nov(20, 0)),
                ("G2-hands:2026-11-20", task_id(1), nov(20, 0), At::NEVER),
            ]
        );
    }

    #[test]
    fn who_is_away_has_no_free_hands() {
        let counts = |hands: &[_]| -> Vec<_> {
            found(hands, &[(1, None)]).iter().map(|f| (f.facts.count, f.from, f.until)).collect()
        };
        assert_eq!(
            counts(&[None, Some((18, Some(19)))]),
            [
                (Some(2), At::START, nov(18, 0)),
                (Some(1), nov(18, 0), nov(20, 0)),
                (Some(2), nov(20, 0), At::NEVER),
            ]
        );
        assert_eq!(counts(&[Some((18, None))]), [(Some(1), At::START, nov(18, 0))]);
    }
}
