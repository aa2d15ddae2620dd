//! G4: an active goal without open work, or with nothing moved for two weeks.
//!
//! A goal moves by the work on it and by the readings of its measure. A long one moves slowly and has 45
//! days. That there is no work at all says more than that nothing moved, so it goes first.

use super::saying::Saying;
use super::{Check, Facts, Finding, FindingKind, GoalScene, Many, Rule};
use crate::domain::calendar::At;
use crate::domain::goal::{GoalState, Horizon};
use crate::domain::names::Names;
use crate::domain::terms::{Number, Terms};
use crate::words::words;

pub(super) static RULE: Rule = Rule {
    code: "G4",
    kind: FindingKind::Gap,
    check: Check::Goal(find),
    line,
    why,
    ends_with_title: false,
    many: Some(Many::of_goals(|count, list| words().finding_many_g4(count, list))),
};

fn find(scene: &GoalScene<'_>) -> Option<Finding> {
    let goal = scene.goal;
    let made = goal.origin?.at;
    if goal.state() != GoalState::Active {
        return None;
    }
    let worked = made.max(scene.work_moved.unwrap_or(At::START));
    let mut facts = Facts { goals: vec![goal.id], ..Facts::default() };
    let from = if scene.has_work {
        let since = worked.max(goal.moved);
        facts.since = Some(since);
        since.plus_days(scene.terms.days(match goal.horizon() {
            Horizon::Short => Number::Still,
            Horizon::Long => Number::StillLong,
        }))
    } else {
        // The count tells the two apart: it is given only where there is no open work.
        facts.count = Some(0);
        facts.since = Some(worked);
        worked
    };
    Some(Finding::new(&RULE, &[goal.id.into()], facts, from))
}

fn line(finding: &Finding, names: &Names, now: At) -> String {
    let say = Saying::of(finding, names, now);
    match say.facts.count {
        Some(_) => words().finding_g4(say.goal()),
        None => words().finding_g4_still(say.goal(), say.days()),
    }
}

fn why(facts: &Facts, terms: &Terms) -> String {
    match facts.count {
        Some(_) => words().finding_why_g4(),
        None => words().finding_why_g4_still(terms.said(Number::Still), terms.said(Number::StillLong)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::sketch::{GoalSketch, names, nov};

    fn goal(horizon: Horizon) -> GoalSketch {
        GoalSketch::made(GoalState::Active, horizon, nov(2, 9))
    }

    #[test]
    fn a_goal_without_open_work_is_a_gap_since_the_last_was_finished() {
        let found = find(&goal(Horizon::Short).read(17).scene(false, Some(nov(16, 9)))).unwrap();
        assert_eq!(found.from, nov(16, 9), "a reading is no work");
        assert_eq!(line(&found, &names(), nov(18, 9)), "Open the store: no open work");
        assert_eq!(find(&goal(Horizon::Short).scene(false, None)).unwrap().from, nov(2, 9));
    }

    #[test]
    fn a_goal_is_still_two_weeks_after_its_last_movement() {
        let found = find(&goal(Horizon::Short).scene(true, Some(nov(5, 9)))).unwrap();
        assert_eq!(found.from, nov(19, 9));
        assert_eq!(line(&found, &names(), nov(20, 9)), "Open the store: nothing moved for 15 days");

        let read = goal(Horizon::Short).read(10);
        assert_eq!(find(&read.scene(true, Some(nov(5, 9)))).unwrap().from, nov(24, 12));
        assert_eq!(find(&goal(Horizon::Long).scene(true, None)).unwrap().from, nov(47, 9));
    }

    #[test]
    fn the_team_says_how_long_a_goal_may_stand_still() {
        let still = |horizon| goal(horizon).under("G4", "5").under("G4-long", "9");
        assert_eq!(find(&still(Horizon::Short).scene(true, None)).unwrap().from, nov(7, 9));
        assert_eq!(find(&still(Horizon::Long).scene(true, None)).unwrap().from, nov(11, 9));
    }

    #[test]
    fn a_goal_that_is_not_active_is_none() {
        for state in [GoalState::Proposed, GoalState::Met, GoalState::Dropped] {
            let goal = GoalSketch::made(state, Horizon::Short, nov(2, 9));
            assert_eq!(find(&goal.scene(false, None)), None);
        }
    }
}
