//! G1: an active role without a holder, or whose holders are all away for over a week.
//!
//! What a role is there for does not wait, and others go on expecting it. A new role has a week to find
//! somebody, and a week away is bridged without a word.

use super::saying::Saying;
use super::{Check, Facts, Finding, FindingKind, Many, RoleScene, Rule};
use crate::domain::calendar::At;
use crate::domain::names::Names;
use crate::domain::role::RoleState;
use crate::domain::terms::{Number, Terms};
use crate::words::words;

pub(super) static RULE: Rule = Rule {
    code: "G1",
    kind: FindingKind::Gap,
    check: Check::Role(find),
    line,
    why,
    ends_with_title: false,
    many: Some(Many::of_roles(|count, list| words().finding_many_g1(count, list))),
};

fn find(scene: &RoleScene<'_>) -> Option<Finding> {
    let role = scene.role;
    let grace = role.origin?.at.plus_days(scene.terms.days(Number::Vacant));
    if role.state() != RoleState::Active {
        return None;
    }
    // Holdings end when a member leaves; one that was taken apart from that still stands, and holds nothing.
    let left = role.holders.iter().filter_map(|holding| scene.person(holding.member).left).max();
    let here = role.holders.iter().filter(|holding| scene.person(holding.member).left.is_none());

    let mut facts = Facts { roles: vec![role.id], ..Facts::default() };
    let (mut away_since, mut back) = (left.unwrap_or(At::START), At::NEVER);
    for holding in here {
        let person = scene.person(holding.member);
        away_since = away_since.max(At::start_of(person.away?.from));
        back = back.min(person.back());
        facts.members.push(holding.member);
    }
    if facts.members.is_empty() {
        let since = left.unwrap_or(role.vacant_since);
        facts.since = Some(since);
        return Some(Finding::new(&RULE, &[role.id.into()], facts, since.max(grace)));
    }
    facts.since = Some(away_since);
    facts.until = (back < At::NEVER).then_some(back);
    let from = away_since.plus_days(scene.terms.days(Number::Away)).max(grace);
    (from < back).then(|| Finding::new(&RULE, &[role.id.into()], facts, from).until(back))
}

fn line(finding: &Finding, names: &Names, now: At) -> String {
    let say = Saying::of(finding, names, now);
    if say.facts.members.is_empty() {
        return words().finding_g1(say.role(0));
    }
    words().finding_g1_away(say.role(0), say.members(), say.days())
}

fn why(facts: &Facts, terms: &Terms) -> String {
    match facts.members.is_empty() {
        true => words().finding_why_g1(terms.said(Number::Vacant)),
        false => terms.said(Number::Away),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::sketch::{AYU, BUDI, RoleSketch, away, left, names, nov};

    fn role() -> RoleSketch {
        RoleSketch::made(1, nov(2, 9))
    }

    #[test]
    fn a_role_that_nobody_holds_is_a_gap() {
        let found = role().held(AYU, nov(3, 9)).put_down(AYU, nov(16, 9)).look(find).unwrap();
        assert_eq!(found.from, nov(16, 9));
        assert_eq!(line(&found, &names(), nov(18, 9)), "Bookkeeping has nobody");

        assert_eq!(role().look(find).unwrap().from, nov(9, 9), "a new role has a week");
        let gone = role().held(AYU, nov(3, 9)).with(AYU, left(nov(17, 9))).look(find).unwrap();
        assert_eq!((gone.from, gone.facts.members), (nov(17, 9), vec![]));
    }

    #[test]
    fn holders_all_away_for_over_a_week_are_a_gap_until_the_first_is_back() {
        let both = || role().held(AYU, nov(3, 9)).held(BUDI, nov(3, 9)).with(AYU, away(10, None));
        let found = both().with(BUDI, away(12, Some(25))).look(find).unwrap();
        assert_eq!((found.from, found.until), (nov(19, 0), nov(26, 0)));
        assert_eq!(
            line(&found, &names(), nov(20, 9)),
            "Bookkeeping has nobody here: ayu and budi away for 8 days"
        );
        assert_eq!(both().look(find), None, "budi is here");
        assert_eq!(both().with(BUDI, away(12, Some(18))).look(find), None, "away for no more than a week");
    }

    #[test]
    fn the_team_says_how_long_a_role_may_be_without_anybody() {
        assert_eq!(role().under("G1", "3").look(find).unwrap().from, nov(5, 9));
        let away = role().held(AYU, nov(3, 9)).with(AYU, away(12, Some(18)));
        assert_eq!(away.under("G1-away", "2").look(find).unwrap().from, nov(14, 0));
    }

    #[test]
    fn a_held_or_retired_role_is_none() {
        assert_eq!(role().held(AYU, nov(3, 9)).look(find), None);
        assert_eq!(role().state(RoleState::Retired).look(find), None);
    }
}
