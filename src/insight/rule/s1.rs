//! S1: the lease is over, and the holder has done nothing on the task since.
//!
//! A claim is a promise, and nothing ends it by itself; that it went quiet is said, so that the holder goes
//! on, gives it back, or somebody takes it over. Doing anything on the task renews the lease. A parked task
//! is never stale, and a blocked one is told by its blocker.

use super::saying::Saying;
use super::{Check, Facts, Finding, FindingKind, Many, Rule, TaskScene, Way};
use crate::domain::calendar::At;
use crate::domain::names::Names;
use crate::words::words;

pub(super) static RULE: Rule = Rule {
    code: "S1",
    kind: FindingKind::Stale,
    check: Check::Task { glance: |task| task.is_live && task.is_led && !task.is_blocked, find },
    line,
    why: |_, _| words().finding_why_s1(),
    ends_with_title: true,
    many: Some(Many::of_members(|count, list| words().finding_many_s1(count, list)).ways(&[
        Way::Renew,
        Way::GiveBack,
        Way::Remark,
        Way::Fine,
    ])),
};

fn find(scene: &TaskScene<'_>) -> Option<Finding> {
    let task = scene.task;
    if !scene.is_live() || task.is_blocked() {
        return None;
    }
    let claim = task.leads().min_by_key(|claim| claim.lease)?;
    let facts = Facts {
        tasks: vec![task.id],
        members: vec![claim.member],
        since: Some(claim.acted),
        until: Some(claim.lease),
        ..Facts::default()
    };
    Some(Finding::new(&RULE, &[task.id.into()], facts, claim.lease.max(scene.rests_until())))
}

fn line(finding: &Finding, names: &Names, now: At) -> String {
    let say = Saying::of(finding, names, now);
    let days = say.working_days(say.facts.since);
    words().finding_s1(say.task(0), say.member(), days, say.working_days(say.facts.until))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::task::{End, State};
    use crate::insight::sketch::{AYU, BUDI, TaskSketch, names, nov};

    fn led() -> TaskSketch {
        TaskSketch::made(1, nov(2, 9)).lead(AYU, nov(5, 9))
    }

    #[test]
    fn a_claim_is_quiet_from_the_end_of_its_lease() {
        let found = find(&led().scene()).unwrap();
        assert_eq!(found.from, nov(16, 9), "seven working days after Thursday");
        assert_eq!(
            line(&found, &names(), nov(16, 10)),
            "bakul: no step by ayu for 7 working days; lease just over"
        );
        assert_eq!(
            line(&found, &names(), nov(18, 9)),
            "bakul: no step by ayu for 9 working days; lease over for 2"
        );
    }

    #[test]
    fn a_step_of_the_holder_renews_it_and_makes_other_facts() {
        let before = find(&led().scene()).unwrap();
        let moved = find(&led().moved(AYU, State::Doing, nov(6, 9)).scene()).unwrap();
        assert_eq!(moved.from, nov(17, 9));
        assert_ne!(moved.fingerprint(), before.fingerprint());
        let others = find(&led().moved(BUDI, State::Doing, nov(6, 9)).scene()).unwrap();
        assert_eq!(others.from, nov(16, 9), "what others do renews nothing");
    }

    #[test]
    fn of_two_leads_the_first_whose_lease_is_over_counts() {
        let found = find(&led().lead(BUDI, nov(4, 9)).scene()).unwrap();
        assert_eq!((found.from, found.facts.members), (nov(13, 9), vec![BUDI]));
    }

    #[test]
    fn a_parked_task_is_quiet_only_afterwards() {
        assert_eq!(find(&led().parked(20).scene()).unwrap().from, nov(20, 0));
        assert_eq!(find(&led().parked(10).scene()).unwrap().from, nov(16, 9));
    }

    #[test]
    fn what_is_blocked_finished_or_not_led_is_none() {
        for task in [
            led().blocked(None, nov(6, 9)),
            led().moved(AYU, State::Done, nov(6, 9)),
            led().unclaim(AYU, nov(6, 9), End::GivenBack),
        ] {
            assert_eq!(find(&task.scene()), None);
        }
    }
}
