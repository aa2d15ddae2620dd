//! G2: a task that is due soon or was begun, and nobody leads it.
//!
//! Nobody assigns on this board, so what is due stays undone until somebody sees that it is theirs to take, and what was
//! begun stays where it is: whoever looks takes it to be in good hands. A blocked or parked task cannot be pulled and is
//! left in peace, unless it was begun. Whom the last lead left behind is another question (G5).

use super::saying::Saying;
use super::{Check, Facts, Finding, FindingKind, Many, Rule, TaskScene, Way, g5};
use crate::domain::calendar::At;
use crate::domain::names::Names;
use crate::domain::task::{Part, State, Task};
use crate::domain::terms::{Number, Terms};
use crate::words::words;

pub(super) static RULE: Rule = Rule {
    code: "G2",
    kind: FindingKind::Gap,
    check: Check::Task {
        glance: |task| task.is_live && !task.is_led && (task.is_begun || (task.is_due && !task.is_blocked)),
        find,
    },
    line,
    why,
    ends_with_title: true,
    many: Some(
        Many::of_tasks(|count, list| words().finding_many_g2(count, list)).ways(&[Way::Claim, Way::Fine]),
    ),
};

fn find(scene: &TaskScene<'_>) -> Option<Finding> {
    let task = scene.task;
    if !scene.is_live() || task.leads().next().is_some() || g5::left(scene).is_some() {
        return None;
    }
    let since = led_by_nobody_since(task);
    let mut facts = Facts { tasks: vec![task.id], day: task.due.value().copied(), ..Facts::default() };
    let from = if is_begun(task) {
        facts.texts.push(task.state().as_str().to_owned());
        task.since
    } else {
        let due = facts.day.filter(|_| !task.is_blocked())?;
        At::working_days_before(due, scene.terms.number(Number::Due), scene.terms.week())
    };
    let from = from.max(since);
    facts.since = Some(if is_begun(task) { from } else { since });
    Some(Finding::new(&RULE, &[task.id.into()], facts, from.max(scene.rests_until())))
}

/// Whether somebody has worked on it.
fn is_begun(task: &Task) -> bool {
    matches!(task.state(), State::Doing | State::Review)
}

/// Since the last lead's claim ended, or since the task was made.
fn led_by_nobody_since(task: &Task) -> At {
    let made = task.origin.map_or(At::START, |origin| origin.at);
    let leads = task.claims.iter().filter(|claim| claim.part == Part::Lead);
    leads.filter_map(|claim| claim.ended).map(|(at, _)| at).fold(made, At::max)
}

fn line(finding: &Finding, names: &Names, now: At) -> String {
    let say = Saying::of(finding, names, now);
    let word = say.facts.texts.first();
    let state = word.and_then(|word| State::ALL.into_iter().find(|state| state.as_str() == word));
    match (state, say.facts.day) {
        (Some(state), None) => words().finding_g2_begun(say.task(0), say.state(state)),
        (Some(state), Some(due)) => words().finding_g2_begun_due(say.task(0), say.state(state), say.due(due)),
        (None, Some(due)) => words().finding_g2_due(say.task(0), say.due(due)),
        (None, None) => words().finding_g2(say.task(0)),
    }
}

fn why(facts: &Facts, terms: &Terms) -> String {
    match facts.texts.is_empty() {
        true => terms.said(Number::Due),
        false => words().finding_why_g2_begun(),
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
    fn a_begun_task_that_nobody_leads_is_a_gap_at_once() {
        let begun = || task().moved(BUDI, State::Review, nov(16, 9));
        let found = find(&begun().scene()).unwrap();
        assert_eq!((found.from, found.since()), (nov(16, 9), Some(nov(16, 9))));
        assert_eq!(line(&found, &names(), nov(18, 9)), "bakul: in review, led by nobody");
        let due = find(&begun().due(20).scene()).unwrap();
        assert_eq!(line(&due, &names(), nov(18, 9)), "bakul: in review, due in 2 days, led by nobody");
        assert!(
            find(&begun().blocked(None, nov(17, 9)).scene()).is_some(),
            "nobody asks about what blocks it"
        );
        assert_eq!(find(&begun().parked(25).scene()).unwrap().from, nov(25, 0));
        let back = begun().lead(AYU, nov(17, 9)).unclaim(AYU, nov(18, 9), End::GivenBack);
        assert_eq!(find(&back.scene()).unwrap().from, nov(18, 9));
        let left = begun().lead(AYU, nov(17, 9)).unclaim(AYU, nov(18, 9), End::Left);
        assert_eq!(find(&left.scene()), None, "that they left is asked already");
    }

    #[test]
    fn it_holds_from_when_nobody_leads_and_nothing_parks_it() {
        let given_back = task().due(18).lead(AYU, nov(3, 9)).unclaim(AYU, nov(17, 9), End::GivenBack);
        assert_eq!(find(&given_back.scene()).unwrap().from, nov(17, 9));
        assert_eq!(find(&given_back.parked(20).scene()).unwrap().from, nov(20, 0));
    }

    #[test]
    fn what_is_led_blocked_finished_or_not_yet_wanted_is_none() {
        for task in [
            task(),
            task().due(16).lead(AYU, nov(3, 9)),
            task().due(16).blocked(None, nov(3, 9)),
            task().due(16).moved(BUDI, State::Done, nov(3, 9)),
        ] {
            assert_eq!(find(&task.scene()), None);
        }
    }
}
