//! G5: the lead left the team, or is away past the due day.
//!
//! The promise is gone or will not be kept in time, and only the board can know: who left is not asked any
//! more, and who is away does not read it.

use super::saying::Saying;
use super::{Check, Facts, Finding, FindingKind, Many, Rule, TaskScene, Way};
use crate::domain::calendar::At;
use crate::domain::id::MemberId;
use crate::domain::names::Names;
use crate::domain::task::{End, Part};
use crate::words::words;

pub(super) static RULE: Rule = Rule {
    code: "G5",
    kind: FindingKind::Gap,
    check: Check::Task { glance: |task| task.is_live && (task.is_led || task.was_left), find },
    line,
    why: |_, _| words().finding_why_g5(),
    ends_with_title: true,
    many: Some(Many::of_members(|count, list| words().finding_many_g5(count, list)).ways(&[
        Way::Claim,
        Way::Remark,
        Way::Fine,
    ])),
};

fn find(scene: &TaskScene<'_>) -> Option<Finding> {
    if !scene.is_live() {
        return None;
    }
    let leads = scene.task.leads().map(|claim| claim.member);
    let here: Vec<MemberId> = leads.filter(|member| scene.person(*member).left.is_none()).collect();
    if here.is_empty() { left(scene) } else { away(scene, here) }
}

/// Nobody leads, and the last who did left. Leaving ends claims; one that was made apart from it may still
/// stand.
pub(super) fn left(scene: &TaskScene<'_>) -> Option<Finding> {
    let task = scene.task;
    let standing = task.leads().filter_map(|claim| Some((scene.person(claim.member).left?, claim.member)));
    let ended = task.claims.iter().filter(|claim| claim.part == Part::Lead);
    let last = ended.filter_map(|claim| Some((claim.ended?, claim.member))).max_by_key(|((at, _), _)| *at);
    let last = last.filter(|((_, end), _)| *end == End::Left).map(|((at, _), member)| (at, member));
    let (since, member) = standing.chain(last).max()?;
    let facts = Facts { tasks: vec![task.id], members: vec![member], since: Some(since), ..Facts::default() };
    Some(Finding::new(&RULE, &[task.id.into()], facts, since))
}

/// All who lead are away on the due day: a gap from when the last of them goes until the first is back.
fn away(scene: &TaskScene<'_>, here: Vec<MemberId>) -> Option<Finding> {
    let task = scene.task;
    let due = *task.due.value()?;
    let (mut since, mut back) = (At::START, At::NEVER);
    for member in &here {
        let person = scene.person(*member);
        let away = person.away.filter(|away| away.covers(due))?;
        since = since.max(At::start_of(away.from));
        back = back.min(person.back());
    }
    let facts = Facts {
        tasks: vec![task.id],
        members: here,
        since: Some(since),
        until: (back < At::NEVER).then_some(back),
        day: Some(due),
        ..Facts::default()
    };
    Some(Finding::new(&RULE, &[task.id.into()], facts, since).until(back))
}

fn line(finding: &Finding, names: &Names, now: At) -> String {
    let say = Saying::of(finding, names, now);
    match say.facts.day {
        Some(due) => {
            words().finding_g5_away(say.task(0), say.due(due), say.members(), say.facts.members.len())
        }
        None => words().finding_g5(say.task(0), say.member()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::task::State;
    use crate::insight::sketch::{AYU, BUDI, TaskSketch, away, left, names, nov};

    fn led() -> TaskSketch {
        TaskSketch::made(1, nov(2, 9)).lead(AYU, nov(3, 9))
    }

    #[test]
    fn a_task_whose_lead_left_is_a_gap_from_then() {
        let ended = find(&led().unclaim(AYU, nov(16, 9), End::Left).scene()).unwrap();
        assert_eq!(ended.from, nov(16, 9));
        assert_eq!(line(&ended, &names(), nov(18, 9)), "bakul: ayu, who led it, has left the team");
        let standing = find(&led().with(AYU, left(nov(17, 9))).scene()).unwrap();
        assert_eq!((standing.from, standing.facts.members), (nov(17, 9), vec![AYU]));
    }

    #[test]
    fn a_lead_away_on_the_due_day_is_a_gap_while_away() {
        let found = find(&led().due(20).with(AYU, away(17, Some(20))).scene()).unwrap();
        assert_eq!((found.from, found.until), (nov(17, 0), nov(21, 0)));
        assert_eq!(line(&found, &names(), nov(18, 9)), "bakul: due in 2 days, while ayu is away");
        assert_eq!(find(&led().due(20).with(AYU, away(17, Some(19))).scene()), None, "back in time");
        assert_eq!(find(&led().due(20).with(AYU, away(21, None)).scene()), None, "goes after it");
        assert_eq!(find(&led().with(AYU, away(17, None)).scene()), None, "not due");
    }

    #[test]
    fn another_lead_who_is_here_closes_the_gap() {
        for person in [left(nov(16, 9)), away(16, None)] {
            let both = led().lead(BUDI, nov(4, 9)).due(20).with(AYU, person);
            assert_eq!(find(&both.scene()), None);
        }
        let taken_up = led().unclaim(AYU, nov(5, 9), End::Left).lead(BUDI, nov(6, 9));
        assert_eq!(find(&taken_up.scene()), None);
        let given_back = taken_up.unclaim(BUDI, nov(16, 9), End::GivenBack);
        assert_eq!(find(&given_back.scene()), None, "it is not for leaving that nobody leads");
        assert_eq!(find(&led().with(AYU, left(nov(5, 9))).moved(BUDI, State::Done, nov(6, 9)).scene()), None);
    }
}
