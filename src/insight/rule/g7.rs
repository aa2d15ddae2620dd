//! G7: an active goal without a measure, a target or a due day.
//!
//! Without them nobody can tell whether it is reached, and it stays on the board for ever. What is missing is said, so
//! that whoever knows it writes it down. A new goal has a day: it may be written in several steps.

use super::saying::Saying;
use super::{Check, Facts, Finding, FindingKind, GoalScene, Many, Rule};
use crate::domain::calendar::At;
use crate::domain::goal::{Goal, GoalState};
use crate::domain::names::Names;
use crate::words::words;

pub(super) static RULE: Rule = Rule {
    code: "G7",
    kind: FindingKind::Unclear,
    check: Check::Goal(find),
    line,
    why: |_, _| words().finding_why_g7(),
    ends_with_title: false,
    many: Some(Many::of_goals(|count, list| words().finding_many_g7(count, list))),
};

/// So many days it may take to write a goal down.
const GRACE: i64 = 1;

/// What tells whether a goal is reached.
#[derive(Clone, Copy)]
enum Needed {
    Measure,
    Target,
    Due,
}

impl Needed {
    const ALL: [Needed; 3] = [Needed::Measure, Needed::Target, Needed::Due];

    /// The word in the facts.
    fn as_str(self) -> &'static str {
        match self {
            Needed::Measure => "measure",
            Needed::Target => "target",
            Needed::Due => "due",
        }
    }

    fn is_missing(self, goal: &Goal) -> bool {
        match self {
            Needed::Measure => goal.measure.value().is_none(),
            Needed::Target => goal.target.value().is_none(),
            Needed::Due => goal.due.value().is_none(),
        }
    }

    fn missed(self) -> String {
        match self {
            Needed::Measure => words().finding_g7_measure(),
            Needed::Target => words().finding_g7_target(),
            Needed::Due => words().finding_g7_due(),
        }
    }
}

fn find(scene: &GoalScene<'_>) -> Option<Finding> {
    let goal = scene.goal;
    let made = goal.origin?.at;
    let missing: Vec<Needed> = Needed::ALL.into_iter().filter(|needed| needed.is_missing(goal)).collect();
    if goal.state() != GoalState::Active || missing.is_empty() {
        return None;
    }
    let texts = missing.into_iter().map(|needed| needed.as_str().to_owned()).collect();
    let facts = Facts { goals: vec![goal.id], since: Some(made), texts, ..Facts::default() };
    Some(Finding::new(&RULE, &[goal.id.into()], facts, made.plus_days(GRACE)))
}

fn line(finding: &Finding, names: &Names, now: At) -> String {
    let say = Saying::of(finding, names, now);
    let is_missing = |needed: &Needed| say.facts.texts.iter().any(|text| text == needed.as_str());
    let missing: Vec<String> = Needed::ALL.into_iter().filter(is_missing).map(Needed::missed).collect();
    words().finding_g7(say.goal(), missing.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::event::GoalEdited;
    use crate::domain::goal::Horizon;
    use crate::insight::sketch::{GoalSketch, day, names, nov};

    fn goal() -> GoalSketch {
        GoalSketch::made(GoalState::Active, Horizon::Long, nov(2, 9))
    }

    fn measured() -> GoalEdited {
        GoalEdited { measure: Some(Some("Shops".into())), target: Some(Some(20.0)), ..GoalEdited::default() }
    }

    fn said(goal: &GoalSketch) -> Option<String> {
        find(&goal.scene(true, None)).map(|found| line(&found, &names(), nov(18, 9)))
    }

    #[test]
    fn a_goal_says_what_it_lacks() {
        let found = find(&goal().scene(true, None)).unwrap();
        assert_eq!((found.from, found.since()), (nov(3, 9), Some(nov(2, 9))), "a new goal has a day");
        assert_eq!(said(&goal()).unwrap(), "Open the store has no measure, no target, no due day");
        assert_eq!(said(&goal().says(measured())).unwrap(), "Open the store has no due day");
        let emptied = GoalEdited { target: Some(None), ..measured() };
        assert_eq!(said(&goal().says(emptied)).unwrap(), "Open the store has no target, no due day");
    }

    #[test]
    fn a_goal_with_all_of_it_or_that_is_not_active_is_none() {
        assert_eq!(said(&goal().says(GoalEdited { due: Some(Some(day(30))), ..measured() })), None);
        for state in [GoalState::Proposed, GoalState::Met] {
            assert_eq!(said(&GoalSketch::made(state, Horizon::Short, nov(2, 9))), None);
        }
    }
}
