//! W1: a task waits on one that is not being worked on, or on somebody who left or is away past the promise.
//!
//! The other is open, and nobody leads it or it stands later in the order: as the order says now, the wait
//! will be a long one. Either the other moves up, or this one waits with it; only a task in work asks. Who left answers
//! no question, and who is away on the promised day does not keep the promise: somebody else can be asked.

use super::saying::Saying;
use super::{Brief, Check, Facts, Finding, FindingKind, Many, Rule, TaskScene, Way, asking};
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
    why: |_, _| words().finding_why_w1(),
    ends_with_title: true,
    many: Some(
        Many::of_tasks(|count, list| words().finding_many_w1(count, list)).ways(&[Way::Remark, Way::Fine]),
    ),
};

fn find(scene: &TaskScene<'_>) -> Option<Finding> {
    if !scene.is_live() {
        return None;
    }
    on_somebody(scene).or_else(|| on_a_task(scene))
}

/// On somebody who cannot help: one who left before one who is away, the longest first.
fn on_somebody(scene: &TaskScene<'_>) -> Option<Finding> {
    let on_member = scene.task.open_blockers().filter_map(|blocker| match blocker.on {
        Some(WaitsOn::Member(member)) => Some((blocker, scene.person(member))),
        _ => None,
    });
    let waits =
        on_member.filter_map(|(blocker, person)| match (person.left, person.away, blocker.promised) {
            (Some(left), ..) => Some((false, left.max(blocker.raised), At::NEVER, None, blocker)),
            (None, Some(away), Some(day)) if away.covers(day) => {
                let from = At::start_of(away.from).max(blocker.raised);
                Some((true, from, person.back(), Some(day), blocker))
            }
            _ => None,
        });
    let (_, from, until, day, blocker) = waits.min_by_key(|(is_away, from, ..)| (*is_away, *from))?;
    let facts = Facts { since: Some(from), day, ..asking::facts(scene.task, blocker) };
    let finding = Finding::new(&RULE, &[scene.task.id.into()], facts, from.max(scene.rests_until()));
    Some(finding.until(until))
}

fn on_a_task(scene: &TaskScene<'_>) -> Option<Finding> {
    let task = scene.task;
    if task.state() == State::Open && task.leads().next().is_none() {
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
    match (say.facts.tasks.len(), say.facts.day) {
        (2.., _) if say.facts.members.is_empty() => words().finding_w1(say.task(0), say.task(1)),
        (2.., _) => words().finding_w1_after(say.task(0), say.task(1)),
        (_, None) => words().finding_w1_left(say.task(0), say.member(), say.text()),
        (_, Some(day)) => words().finding_w1_away(say.task(0), say.member(), say.day(day), say.text()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::sketch::{AYU, BUDI, TaskSketch, away, brief, left, names, nov, task_id};

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

    #[test]
    fn to_wait_on_somebody_who_left_is_unclear() {
        let on = |member| TaskSketch::made(3, nov(2, 9)).blocked(Some(WaitsOn::Member(member)), nov(16, 9));
        let found = find(&on(AYU).with(AYU, left(nov(17, 9))).scene()).unwrap();
        assert_eq!((found.from, found.since()), (nov(17, 9), Some(nov(17, 9))));
        let said = line(&found, &names(), nov(18, 9));
        assert_eq!(said, "lusab: waits on ayu, who has left the team: the VAT number");
        let gone = on(AYU).with(AYU, left(nov(10, 9)));
        assert_eq!(find(&gone.scene()).unwrap().from, nov(16, 9), "from when it waits");
        assert_eq!(find(&on(AYU).scene()), None, "she is here");
        assert_eq!(find(&gone.cleared(nov(17, 9)).scene()), None);
    }

    #[test]
    fn to_wait_on_somebody_away_past_the_promise_is_unclear_until_they_are_back() {
        let promised = |until| {
            let on = Some(WaitsOn::Member(AYU));
            TaskSketch::made(3, nov(2, 9)).blocked(on, nov(16, 9)).promised(until, nov(16, 10))
        };
        let found = find(&promised(20).with(AYU, away(18, Some(24))).scene()).unwrap();
        assert_eq!((found.from, found.until), (nov(18, 0), nov(25, 0)));
        let said = line(&found, &names(), nov(18, 9));
        assert_eq!(said, "lusab: ayu promised it for Fri 20 Nov and is away then: the VAT number");
        assert_eq!(find(&promised(17).with(AYU, away(18, Some(24))).scene()), None, "before they go");
        assert_eq!(find(&promised(25).with(AYU, away(18, Some(24))).scene()), None, "back by then");
    }
}
