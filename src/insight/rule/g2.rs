//! G2: a task that should be pulled next, and nobody leads it.
//!
//! Nobody assigns on this board, so what is due, or first in the order while there are free hands, stays
//! undone until somebody sees that it is theirs to take. A blocked or parked task cannot be pulled and is
//! left in peace.

use super::saying::Saying;
use super::{Check, Facts, Finding, FindingKind, Rule, TaskScene};
use crate::domain::calendar::At;
use crate::domain::names::Names;
use crate::domain::task::{Part, Task};
use crate::domain::terms::Number;
use crate::words::words;

pub(super) static RULE: Rule = Rule {
    code: "G2",
    kind: FindingKind::Gap,
    check: Check::Task {
        glance: |task| task.is_live && !task.is_led && !task.is_blocked && (task.is_due || task.is_top),
        find,
    },
    line,
    ends_with_title: true,
};

fn find(scene: &TaskScene<'_>) -> Option<Finding> {
    let task = scene.task;
    if !scene.is_live() || task.is_blocked() || task.leads().next().is_some() {
        return None;
    }
    let (days, week) = (scene.terms.number(Number::Due), scene.terms.week());
    let due = task.due.value().map(|due| (At::working_days_before(*due, days, week), Some(*due)));
    let top = scene.is_top.then_some((task.since, None));
    let (from, day) = due.into_iter().chain(top).min_by_key(|(from, _)| *from)?;
    let since = led_by_nobody_since(task);
    let facts = Facts { tasks: vec![task.id], since: Some(since), day, ..Facts::default() };
    let from = from.max(since).max(scene.rests_until());
    Some(Finding::new(&RULE, &[task.id.into()], facts, from))
}

/// Since the last lead's claim ended, or since the task was made.
fn led_by_nobody_since(task: &Task) -> At {
    let made = task.origin.map_or(At::START, |origin| origin.at);
    let leads = task.claims.iter().filter(|claim| claim.part == Part::Lead);
    leads.filter_map(|claim| claim.ended).map(|(at, _)| at).fold(made, At::max)
}

fn line(finding: &Finding, names: &Names, now: At) -> String {
    let say = Saying::of(finding, names, now);
    match say.facts.day {
        Some(due) => words().finding_g2_due(say.task(0), say.due(due)),
        None => words().finding_g2(say.task(0)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::task::{End, State};
    use crate::insight::sketch::{AYU, BUDI, TaskSketch, day, names, nov};

    fn task() -> TaskSketch {
        TaskSketch::made(1, nov(2, 9))
    }

    #[test]
    fn an_unclaimed_task_is_a_gap_three_working_days_before_it_is_due() {
        let found = find(&task().due(24).scene()).unwrap();
        assert_eq!((found.from, found.facts.day), (nov(19, 0), Some(day(24))), "Tuesday: from Thursday");
        assert_eq!(line(&found, &names(), nov(20, 9)), "bakul: due in 4 days, led by nobody");
        assert_eq!(line(&found, &names(), nov(25, 9)), "bakul: due 1 day ago, led by nobody");
    }

    #[test]
    fn the_team_says_how_early_and_on_which_days() {
        assert_eq!(find(&task().due(24).under("G2", "5").scene()).unwrap().from, nov(17, 0));
        assert_eq!(find(&task().due(24).under("week", "mon").scene()).unwrap().from, nov(9, 0));
    }

    #[test]
    fn an_unclaimed_task_at_the_top_is_a_gap_at_once() {
        let found = find(&task().top().due(24).scene()).unwrap();
        assert_eq!((found.from, found.facts.day), (nov(2, 9), None));
        assert_eq!(line(&found, &names(), nov(18, 9)), "bakul: at the top of the order, led by nobody");
    }

    #[test]
    fn it_holds_from_when_nobody_leads_and_nothing_parks_it() {
        let given_back = task().top().lead(AYU, nov(3, 9)).unclaim(AYU, nov(17, 9), End::GivenBack);
        assert_eq!(find(&given_back.scene()).unwrap().from, nov(17, 9));
        assert_eq!(find(&given_back.parked(20).scene()).unwrap().from, nov(20, 0));
    }

    #[test]
    fn what_is_led_blocked_finished_or_not_yet_wanted_is_none() {
        for task in [
            task(),
            task().top().due(16).lead(AYU, nov(3, 9)),
            task().top().due(16).blocked(None, nov(3, 9)),
            task().top().due(16).moved(BUDI, State::Done, nov(3, 9)),
        ] {
            assert_eq!(find(&task.scene()), None);
        }
    }
}
