//! O5: an active role shared by holders of whom nobody can tell who does which part.
//!
//! Whoever needs something of a shared role asks one of its holders, and each may take it to be the other's. A focus of
//! each one's own tells them apart; one without a focus, or two with the same, do not.

use super::saying::Saying;
use super::{Check, Facts, Finding, FindingKind, Many, RoleScene, Rule};
use crate::domain::calendar::At;
use crate::domain::folding::folded;
use crate::domain::names::Names;
use crate::domain::role::{Holding, RoleState};
use crate::insight::clarity::shares_focus;
use crate::words::words;

pub(super) static RULE: Rule = Rule {
    code: "O5",
    kind: FindingKind::Unclear,
    check: Check::Role(find),
    line,
    why: |_, _| words().finding_why_o5(),
    ends_with_title: false,
    many: Some(Many::of_roles(|count, list| words().finding_many_o5(count, list))),
};

fn find(scene: &RoleScene<'_>) -> Option<Finding> {
    let role = scene.role;
    if role.origin.is_none() || role.state() != RoleState::Active {
        return None;
    }
    // Whom G1 counts as gone holds nothing here either.
    let here = role.holders.iter().filter(|holding| scene.person(holding.member).left.is_none());
    let here: Vec<&Holding> = here.collect();
    if !is_unclear(&here) {
        return None;
    }
    let mut facts = Facts { roles: vec![role.id], ..Facts::default() };
    let without = here.iter().filter(|holding| focus(holding).is_none());
    facts.members = without.map(|holding| holding.member).collect();
    if facts.members.is_empty() {
        for holding in &here {
            let same = here.iter().filter(|other| focus(other) == focus(holding));
            let Some(text) = holding.focus.as_ref().filter(|_| same.count() > 1) else { continue };
            facts.members.push(holding.member);
            if facts.texts.iter().all(|known| folded(known) != folded(text)) {
                facts.texts.push(text.trim().to_owned());
            }
        }
    }
    let since = unclear_since(here);
    facts.since = Some(since);
    Some(Finding::new(&RULE, &[role.id.into()], facts, since))
}

fn focus(holding: &Holding) -> Option<String> {
    holding.focus.as_deref().map(folded)
}

fn is_unclear(holders: &[&Holding]) -> bool {
    shares_focus(holders.iter().map(|holding| holding.focus.as_deref()))
}

/// When the first came by whom it is so.
fn unclear_since(mut holders: Vec<&Holding>) -> At {
    holders.sort_by_key(|holding| holding.since);
    let first = (1..=holders.len()).find(|count| is_unclear(&holders[..*count]));
    first.map_or(At::START, |count| holders[count - 1].since)
}

fn line(finding: &Finding, names: &Names, now: At) -> String {
    let say = Saying::of(finding, names, now);
    let (facts, count) = (say.facts, say.facts.members.len());
    match facts.texts.is_empty() {
        true => words().finding_o5(say.role(0), say.members(), count),
        false => words().finding_o5_same(say.role(0), say.members(), facts.texts.len(), say.texts()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::sketch::{AYU, BUDI, CITRA, RoleSketch, left, names, nov};

    fn ayu_holds(focus: &str) -> RoleSketch {
        RoleSketch::made(1, nov(2, 9)).part(AYU, focus, nov(3, 9))
    }

    fn said(role: RoleSketch) -> Option<String> {
        role.look(find).map(|found| line(&found, &names(), nov(18, 9)))
    }

    #[test]
    fn a_shared_role_in_which_somebody_has_no_focus_is_unclear() {
        let found = ayu_holds("").part(BUDI, "", nov(5, 9)).look(find).unwrap();
        assert_eq!((found.from, found.since()), (nov(5, 9), Some(nov(5, 9))), "since there are two");
        assert_eq!(
            line(&found, &names(), nov(18, 9)),
            "Bookkeeping is shared, and ayu and budi have no focus"
        );
        let one = ayu_holds("the till").part(BUDI, "", nov(5, 9));
        assert_eq!(said(one).unwrap(), "Bookkeeping is shared, and budi has no focus");
    }

    #[test]
    fn a_focus_that_two_have_is_unclear_however_it_is_written() {
        let role =
            || ayu_holds("The  till").part(BUDI, "wages", nov(4, 9)).part(CITRA, "the till", nov(6, 9));
        let found = role().look(find).unwrap();
        assert_eq!((found.from, found.facts.members), (nov(6, 9), vec![AYU, CITRA]));
        assert_eq!(said(role()).unwrap(), "Bookkeeping: ayu and citra have the same focus: The  till");
    }

    #[test]
    fn one_holder_or_a_focus_of_each_ones_own_is_clear() {
        assert_eq!(said(ayu_holds("")), None);
        assert_eq!(said(ayu_holds("the till").part(BUDI, "wages", nov(4, 9))), None);
        let both = || ayu_holds("").part(BUDI, "", nov(4, 9));
        assert_eq!(said(both().with(BUDI, left(nov(5, 9)))), None, "who left holds no part");
        let retired = RoleSketch::made(1, nov(2, 9)).state(RoleState::Retired);
        assert_eq!(said(retired.held(AYU, nov(3, 9)).held(BUDI, nov(3, 9))), None);
    }
}
