//! W1: a task in work waits on one that is not being worked on.
//!
//! The other is open, and nobody leads it or it stands later in the order: as the order says now, the wait
//! will be a long one. Either the other moves up, or this one waits with it.

use super::saying::Saying;
use super::{Brief, Check, Facts, Finding, FindingKind, Rule, TaskScene};
use crate::domain::calendar::At;
use crate::domain::event::WaitsOn;
use crate::domain::names::Names;
use crate::domain::task::State;
use crate::words::words;

pub(super) static RULE: Rule = Rule {
    code: "W1",
    kind: FindingKind::Unclear,
    check: Check::Task { glance: |task| task.is_live && task.is_blocked, find },
    line,
    ends_with_title: true,
};

fn find(scene: &TaskScene<'_>) -> Option<Finding> {
    let task = scene.task;
    let in_work = task.state() != State::Open || task.leads().next().is_some();
    if !scene.is_live() || !in_work {
        return None;
    }
    let idle = |on: &&Brief| on.state == State::Open && (on.leads.is_empty() || *on.rank > *task.rank());
    let waits = task.open_blockers().filter_map(|blocker| {
        let Some(WaitsOn::Task(on)) = &blocker.on else { return None };
        let on = scene.waits.get(on).filter(idle)?;
        Some((blocker.raised.max(on.since).max(task.since), blocker.raised, on))
    });
    let (from, raised, on) = waits.min_by_key(|(from, ..)| *from)?;
    let facts = Facts {
        tasks: vec![task.id, on.id],
        members: on.leads.clone(),
        since: Some(raised),
        ..Facts::default()
    };
    Some(Finding::new(&RULE, &[task.id.into()], facts, from))
}

fn line(finding: &Finding, names: &Names, now: At) -> String {
    let say = Saying::of(finding, names, now);
    if say.facts.members.is_empty() {
        words().finding_w1(say.task(0), say.task(1))
    } else {
        words().finding_w1_after(say.task(0), say.task(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::sketch::{AYU, BUDI, TaskSketch, brief, names, nov, task_id};

    /// danum, led by ayu, waits on another.
    fn waiting_on(on: Brief) -> TaskSketch {
        TaskSketch::made(2, nov(2, 9))
            .lead(AYU, nov(3, 9))
            .blocked(Some(WaitsOn::Task(on.id)), nov(16, 9))
            .beside(on)
    }

    #[test]
    fn to_wait_on_an_open_task_that_nobody_leads_is_unclear() {
        let found = find(&waiting_on(brief(1, State::Open, nov(17, 9), &[])).scene()).unwrap();
        assert_eq!((found.from, found.facts.since), (nov(17, 9), Some(nov(16, 9))));
        assert_eq!(line(&found, &names(), nov(18, 9)), "danum: waits on bakul, which nobody leads");
    }

    #[test]
    fn to_wait_on_an_open_task_later_in_the_order_is_unclear() {
        let found = find(&waiting_on(brief(3, State::Open, nov(2, 9), &[BUDI])).scene()).unwrap();
        assert_eq!((found.from, found.facts.members.as_slice()), (nov(16, 9), &[BUDI][..]));
        let said = line(&found, &names(), nov(18, 9));
        assert_eq!(said, "danum: waits on lusab, which stands after it in the order");
    }

    #[test]
    fn what_is_in_good_hands_or_waits_itself_is_none() {
        for on in [
            brief(1, State::Open, nov(2, 9), &[BUDI]),
            brief(3, State::Doing, nov(2, 9), &[]),
            brief(3, State::Done, nov(2, 9), &[]),
        ] {
            assert_eq!(find(&waiting_on(on).scene()), None);
        }
        let idle = brief(3, State::Open, nov(2, 9), &[]);
        let not_in_work = TaskSketch::made(2, nov(2, 9)).blocked(Some(WaitsOn::Task(task_id(3))), nov(16, 9));
        assert_eq!(find(&not_in_work.beside(idle.clone()).scene()), None);
        assert_eq!(find(&waiting_on(idle).moved(AYU, State::Done, nov(18, 9)).scene()), None);
    }
}
