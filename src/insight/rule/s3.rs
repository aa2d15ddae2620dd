//! S3: a blocker about which nobody was asked for a working day.
//!
//! A blocker that is only written down unblocks nothing: whoever can help does not know. One that waits on
//! another task need not be asked. Parked tasks are never stale.

use super::saying::Saying;
use super::{Check, Facts, Finding, FindingKind, Many, Rule, TaskScene, Way, asking};
use crate::domain::calendar::At;
use crate::domain::names::Names;
use crate::domain::terms::Number;
use crate::words::words;

pub(super) static RULE: Rule = Rule {
    code: "S3",
    kind: FindingKind::Stale,
    check: Check::Task { glance: |task| task.is_live && task.is_blocked, find },
    line,
    why: |_, terms| terms.said(Number::Asked),
    ends_with_title: true,
    many: Some(Many::of_tasks(|count, list| words().finding_many_s3(count, list)).ways(&[
        Way::Promise,
        Way::Asked,
        Way::Remark,
        Way::Fine,
    ])),
};

fn find(scene: &TaskScene<'_>) -> Option<Finding> {
    let silent = asking::blockers(scene).filter(|b| b.asked.is_none() && b.promised.is_none());
    let blocker = silent.min_by_key(|blocker| blocker.raised)?;
    let within = scene.terms.number(Number::Asked);
    let from = blocker.raised.plus_working_days(within, scene.terms.week()).max(scene.rests_until());
    let facts = Facts { since: Some(blocker.raised), ..asking::facts(scene.task, blocker) };
    Some(Finding::new(&RULE, &[scene.task.id.into()], facts, from))
}

fn line(finding: &Finding, names: &Names, now: At) -> String {
    let say = Saying::of(finding, names, now);
    let days = say.working_days(say.facts.since);
    match asking::who(say) {
        Some(who) => words().finding_s3(say.task(0), who, days, say.text()),
        None => words().finding_s3_anybody(say.task(0), days, say.text()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::event::WaitsOn;
    use crate::domain::task::State;
    use crate::insight::sketch::{AYU, BUDI, TaskSketch, names, nov, task_id};

    fn task() -> TaskSketch {
        TaskSketch::made(3, nov(2, 9))
    }

    #[test]
    fn a_blocker_is_stale_a_working_day_after_it_was_raised() {
        let on = |on| find(&task().blocked(on, nov(20, 15)).scene()).unwrap();
        let on_budi = on(Some(WaitsOn::Member(BUDI)));
        assert_eq!(on_budi.from, nov(23, 15), "from Friday to Monday");
        let said = |found: &Finding| line(found, &names(), nov(24, 9));
        assert_eq!(said(&on_budi), "lusab: waits on budi for 2 working days, not yet asked: the VAT number");
        let on_office = on(Some(WaitsOn::Other("the tax office".into())));
        assert_eq!(
            said(&on_office),
            "lusab: waits on the tax office for 2 working days, not yet asked: the VAT number"
        );
        assert_eq!(said(&on(None)), "lusab: waits for 2 working days, not yet asked: the VAT number");
    }

    #[test]
    fn the_team_says_how_long_and_on_which_days() {
        let raised = || task().blocked(Some(WaitsOn::Member(BUDI)), nov(20, 15));
        let from = |task: TaskSketch| find(&task.scene()).unwrap().from;
        assert_eq!(from(raised().under("S3", "2")), nov(24, 15), "from Friday to Tuesday");
        assert_eq!(from(raised().under("week", "fri sat")), nov(21, 15), "they work on Saturday");
        let mut names = names();
        names.terms.read("week", "fri sat");
        let found = find(&raised().under("week", "fri sat").scene()).unwrap();
        let said = line(&found, &names, nov(27, 16));
        assert_eq!(said, "lusab: waits on budi for 2 working days, not yet asked: the VAT number");
    }

    #[test]
    fn the_first_that_was_not_asked_counts() {
        let two = task()
            .blocked(Some(WaitsOn::Member(AYU)), nov(16, 9))
            .asked(nov(16, 10))
            .blocked(Some(WaitsOn::Member(BUDI)), nov(17, 9))
            .blocked(None, nov(18, 9));
        let found = find(&two.scene()).unwrap();
        assert_eq!((found.from, found.facts.members), (nov(18, 9), vec![BUDI]));
        assert_eq!(find(&two.parked(25).scene()).unwrap().from, nov(25, 0));
    }

    #[test]
    fn what_was_asked_promised_or_cleared_is_none() {
        let blocked = || task().blocked(Some(WaitsOn::Member(BUDI)), nov(16, 9));
        for task in [
            blocked().asked(nov(17, 9)),
            blocked().promised(20, nov(17, 9)),
            blocked().cleared(nov(17, 9)),
            blocked().moved(AYU, State::Dropped, nov(17, 9)),
            task().blocked(Some(WaitsOn::Task(task_id(1))), nov(16, 9)),
        ] {
            assert_eq!(find(&task.scene()), None);
        }
    }
}
