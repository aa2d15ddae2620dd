//! G6: the day has passed on which a role, a goal, a decision or an agreement was to be looked at again.
//!
//! The same holds of the day until which somebody fills a role, and of the last one of a trial.
//!
//! Such a day is an agreement to think again; nothing happens by itself when it passes, so the board says so. Setting the
//! next day is the answer, and is one key.

use std::collections::BTreeMap;

use super::saying::Saying;
use super::{
    AgreementScene, Check, DecisionScene, Facts, Finding, FindingKind, GoalScene, Many, RoleScene, Rule, Way,
};
use crate::domain::calendar::{At, Day};
use crate::domain::goal::GoalState;
use crate::domain::id::{MemberId, SubjectId};
use crate::domain::names::Names;
use crate::domain::role::RoleState;
use crate::words::words;

pub(super) static RULE: Rule = Rule {
    code: "G6",
    kind: FindingKind::Unclear,
    check: Check::Review { role: of_role, goal: of_goal, decision: of_decision, agreement: of_agreement },
    line,
    why: |_, _| words().finding_why_g6(),
    ends_with_title: false,
    many: Some(Many::of_aims(|count, list| words().finding_many_g6(count, list)).ways(&[
        Way::Review,
        Way::Term,
        Way::Fine,
    ])),
};

fn of_role(scene: &RoleScene<'_>) -> Vec<Finding> {
    let role = scene.role;
    if role.origin.is_none() || role.state() != RoleState::Active {
        return Vec::new();
    }
    let facts = || Facts { roles: vec![role.id], ..Facts::default() };
    let review = role.review.value().map(|day| passed(&[role.id.into()], *day, facts()));
    // Who took it on two machines apart holds it twice, and until the later day.
    let mut terms: BTreeMap<MemberId, Day> = BTreeMap::new();
    for holding in role.holders.iter().filter(|holding| scene.person(holding.member).left.is_none()) {
        let Some(term) = holding.term else { continue };
        terms.entry(holding.member).and_modify(|day| *day = term.max(*day)).or_insert(term);
    }
    let terms = terms.into_iter().map(|(member, term)| {
        let facts = Facts { members: vec![member], ..facts() };
        passed(&[role.id.into(), member.into()], term, facts)
    });
    review.into_iter().chain(terms).collect()
}

fn of_goal(scene: &GoalScene<'_>) -> Option<Finding> {
    let goal = scene.goal;
    goal.origin?;
    let day = *goal.review.value().filter(|_| goal.state() == GoalState::Active)?;
    Some(passed(&[goal.id.into()], day, Facts { goals: vec![goal.id], ..Facts::default() }))
}

/// The review of a decision, and the end of its trial.
fn of_decision(scene: &DecisionScene) -> Vec<Finding> {
    let id = SubjectId::from(scene.decision);
    let facts = |count| Facts { decisions: vec![scene.decision], count, ..Facts::default() };
    let review = scene.review.map(|day| passed(&[id], day, facts(None)));
    // The same decision twice, so that both stand beside each other.
    let trial = scene.trial_ends.map(|day| passed(&[id, id], day, facts(Some(1))));
    review.into_iter().chain(trial).filter(|_| scene.is_adopted).collect()
}

/// The review of an agreement in force. Where somebody leaves, another version with another day may come into force.
fn of_agreement(scene: &AgreementScene) -> Vec<Finding> {
    let stretches = scene.reviews.iter().enumerate();
    let found = stretches.map(|(n, stretch)| {
        let about = vec![SubjectId::from(scene.agreement); n + 1];
        let facts = Facts { agreements: vec![scene.agreement], ..Facts::default() };
        let found = passed(&about, stretch.review, facts);
        let from = stretch.from.map_or(found.from, |day| found.from.max(At::start_of(day)));
        Finding { from, ..found }.until(stretch.until.map_or(At::NEVER, At::start_of))
    });
    found.filter(|found| found.from < found.until).collect()
}

/// It is so from the end of that day.
fn passed(about: &[SubjectId], day: Day, facts: Facts) -> Finding {
    Finding::new(&RULE, about, Facts { day: Some(day), ..facts }, At::end_of(day))
}

fn line(finding: &Finding, names: &Names, now: At) -> String {
    let say = Saying::of(finding, names, now);
    let day = say.facts.day.map_or_else(String::new, |day| say.day(day));
    let thing = match (say.facts.roles.is_empty(), say.facts.decisions.is_empty()) {
        _ if !say.facts.agreements.is_empty() => say.agreed(),
        (false, _) => say.role(0),
        (_, false) if say.facts.count.is_some() => return words().finding_g6_trial(say.decided(), day),
        (_, false) => say.decided(),
        _ => say.goal(),
    };
    match say.facts.members.is_empty() {
        true => words().finding_g6(thing, day),
        false => words().finding_g6_term(thing, say.member(), day),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::agreement::Stretch;
    use crate::domain::event::GoalEdited;
    use crate::domain::goal::Horizon;
    use crate::domain::id::AgreementId;
    use crate::insight::sketch::{AYU, BUDI, GoalSketch, RoleSketch, day, left, names, nov};

    fn role() -> RoleSketch {
        RoleSketch::made(1, nov(2, 9))
    }

    fn said(found: &[Finding]) -> Vec<String> {
        found.iter().map(|found| line(found, &names(), nov(18, 9))).collect()
    }

    #[test]
    fn the_review_of_a_role_is_due_from_the_end_of_its_day() {
        let found = role().reviewed(16).look(of_role);
        assert_eq!(said(&found), ["Bookkeeping was to be looked at again by Mon 16 Nov"]);
        assert_eq!((found[0].from, found[0].since()), (nov(17, 0), Some(nov(17, 0))));
    }

    #[test]
    fn each_term_that_passed_is_asked_about_beside_the_review() {
        let both = || role().reviewed(16).until(AYU, 12).until(BUDI, 40).held(AYU, nov(5, 9));
        let found = both().look(of_role);
        assert_eq!(
            said(&found[..2]),
            [
                "Bookkeeping was to be looked at again by Mon 16 Nov",
                "Bookkeeping: the term of ayu ended Thu 12 Nov",
            ]
        );
        let held: Vec<_> = found.iter().map(|found| found.from).collect();
        assert_eq!(held, [nov(17, 0), nov(13, 0), nov(41, 0)], "budi's is asked about on its day");
        assert_eq!(both().with(AYU, left(nov(6, 9))).look(of_role).len(), 2, "who left holds nothing");
    }

    #[test]
    fn the_review_of_an_active_goal_is_due_too() {
        let goal = |state| {
            let review = Some(Some(day(16)));
            GoalSketch::made(state, Horizon::Long, nov(2, 9))
                .says(GoalEdited { review, ..Default::default() })
        };
        let found = of_goal(&goal(GoalState::Active).scene(true, None)).unwrap();
        assert_eq!(said(&[found]), ["Open the store was to be looked at again by Mon 16 Nov"]);
        assert_eq!(of_goal(&goal(GoalState::Met).scene(true, None)), None);
    }

    #[test]
    fn what_is_retired_or_has_no_day_is_none() {
        assert_eq!(role().held(AYU, nov(3, 9)).look(of_role), []);
        assert_eq!(role().state(RoleState::Retired).reviewed(16).until(AYU, 12).look(of_role), []);
    }

    #[test]
    fn the_review_of_an_agreement_is_due_while_it_is_in_force() {
        let agreement = AgreementId(uuid::Uuid::from_u128(7));
        let found =
            |reviews: &[Stretch]| of_agreement(&AgreementScene { agreement, reviews: reviews.to_vec() });
        let whole = Stretch { from: None, until: None, review: day(16) };
        let only = found(&[whole]);
        assert_eq!(said(&only), ["? was to be looked at again by Mon 16 Nov"]);
        assert_eq!((only[0].from, only[0].until), (nov(17, 0), At::NEVER));
        assert_eq!(found(&[Stretch { until: Some(day(10)), ..whole }]), [], "it is over before");
        // Somebody leaves, and what was agreed on without them has another day.
        let then = Stretch { from: Some(day(18)), review: day(12), ..whole };
        let both = found(&[Stretch { until: then.from, ..whole }, then]);
        let held: Vec<_> = both.iter().map(|found| (found.from, found.until)).collect();
        assert_eq!(held, [(nov(17, 0), nov(18, 0)), (nov(18, 0), At::NEVER)]);
        assert_ne!(both[0].key, both[1].key);
    }
}
