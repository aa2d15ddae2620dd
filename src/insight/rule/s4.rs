//! S4: a blocker that was asked, or whose promise passed, over three working days ago.
//!
//! An unanswered question is asked again, or asked of somebody else; a promise that passed is asked about.
//! Whoever asked again has their three days again. Parked tasks are never stale.

use super::saying::Saying;
use super::{Check, Facts, Finding, FindingKind, Many, Rule, TaskScene, Way, asking};
use crate::domain::calendar::{At, Day};
use crate::domain::names::Names;
use crate::domain::task::Blocker;
use crate::domain::terms::Number;
use crate::words::words;

pub(super) static RULE: Rule = Rule {
    code: "S4",
    kind: FindingKind::Stale,
    check: Check::Task { glance: |task| task.is_live && task.is_blocked, find },
    line,
    why: |_, terms| terms.said(Number::Answered),
    ends_with_title: true,
    many: Some(Many::of_tasks(|count, list| words().finding_many_s4(count, list)).ways(&[
        Way::Promise,
        Way::Asked,
        Way::Remark,
        Way::Fine,
    ])),
};

fn find(scene: &TaskScene<'_>) -> Option<Finding> {
    let waiting = asking::blockers(scene).filter_map(|b| Some((b, waits_since(b)?)));
    let (blocker, (since, promised)) = waiting.min_by_key(|(_, (since, _))| *since)?;
    let within = scene.terms.number(Number::Answered);
    let from = since.plus_working_days(within, scene.terms.week()).max(scene.rests_until());
    let facts = Facts { since: Some(since), day: promised, ..asking::facts(scene.task, blocker) };
    Some(Finding::new(&RULE, &[scene.task.id.into()], facts, from))
}

/// Since when an answer is missing: since the end of the promised day, which is given too, or since the
/// question.
fn waits_since(blocker: &Blocker) -> Option<(At, Option<Day>)> {
    let promised = blocker.promised.map(|day| (At::end_of(day), Some(day)));
    let asked = blocker.asked.map(|at| (at, None));
    promised.into_iter().chain(asked).max()
}

fn line(finding: &Finding, names: &Names, now: At) -> String {
    let say = Saying::of(finding, names, now);
    let (task, what) = (say.task(0), say.text());
    match (say.facts.day, asking::who(say)) {
        (None, Some(who)) => words().finding_s4(task, who, say.working_days(say.facts.since), what),
        (None, None) => words().finding_s4_anybody(task, say.working_days(say.facts.since), what),
        // From the day itself, not from its end: "a day ago" is the day after.
        (Some(day), Some(who)) => {
            words().finding_s4_promised(task, who, say.working_days(Some(At::start_of(day))), what)
        }
        (Some(day), None) => {
            words().finding_s4_promised_anybody(task, say.working_days(Some(At::start_of(day))), what)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::event::WaitsOn;
    use crate::insight::sketch::{AYU, BUDI, TaskSketch, day, names, nov, task_id};

    fn blocked(on: Option<WaitsOn>) -> TaskSketch {
        TaskSketch::made(3, nov(2, 9)).blocked(on, nov(16, 9))
    }

    fn on_budi() -> TaskSketch {
        blocked(Some(WaitsOn::Member(BUDI)))
    }

    #[test]
    fn a_question_is_stale_after_three_working_days() {
        let found = find(&on_budi().asked(nov(18, 9)).scene()).unwrap();
        assert_eq!(found.from, nov(23, 9), "from Wednesday to Monday");
        assert_eq!(
            line(&found, &names(), nov(24, 9)),
            "lusab: budi was asked 4 working days ago: the VAT number"
        );
        assert_eq!(found.since(), Some(nov(18, 9)), "an age is that of the facts");
        let found = find(&blocked(None).asked(nov(18, 9)).scene()).unwrap();
        assert_eq!(line(&found, &names(), nov(24, 9)), "lusab: asked 4 working days ago: the VAT number");
    }

    #[test]
    fn the_team_says_how_long_an_answer_may_take() {
        let asked = blocked(None).asked(nov(16, 10)).under("S4", "1");
        assert_eq!(find(&asked.scene()).unwrap().from, nov(17, 10));
    }

    #[test]
    fn a_promise_is_stale_three_working_days_after_its_day() {
        let found = find(&on_budi().asked(nov(16, 10)).promised(18, nov(16, 11)).scene()).unwrap();
        assert_eq!((found.from, found.facts.day), (nov(24, 0), Some(day(18))));
        assert_eq!(
            line(&found, &names(), nov(24, 9)),
            "lusab: promised by budi, a day that passed 4 working days ago: the VAT number"
        );
    }

    #[test]
    fn asking_again_after_a_passed_promise_starts_anew() {
        let again = on_budi().promised(17, nov(16, 11)).asked(nov(20, 9));
        let found = find(&again.scene()).unwrap();
        assert_eq!((found.from, found.facts.day), (nov(25, 9), None));
        let early = find(&on_budi().promised(25, nov(16, 11)).asked(nov(20, 9)).scene()).unwrap();
        assert_eq!(early.facts.day, Some(day(25)), "the promise still runs");
    }

    #[test]
    fn the_first_that_is_stale_counts_and_parking_puts_it_off() {
        let two =
            on_budi().asked(nov(18, 9)).blocked(Some(WaitsOn::Member(AYU)), nov(16, 9)).asked(nov(17, 9));
        let found = find(&two.scene()).unwrap();
        assert_eq!((found.from, found.facts.members), (nov(20, 9), vec![AYU]));
        assert_eq!(find(&two.parked(25).scene()).unwrap().from, nov(25, 0));
    }

    #[test]
    fn what_was_not_asked_is_cleared_or_waits_on_a_task_is_none() {
        for task in [
            on_budi(),
            on_budi().asked(nov(16, 10)).cleared(nov(17, 9)),
            blocked(Some(WaitsOn::Task(task_id(1)))).asked(nov(16, 10)),
        ] {
            assert_eq!(find(&task.scene()), None);
        }
    }
}
