//! O2: two active roles with the same domain.
//!
//! A domain is what only that role controls: if two control it, a member who needs a word on it does not know
//! whose counts. Compared are folded texts, so that `Prices` and `prices` are one.

use super::saying::Saying;
use super::{Check, Finding, FindingKind, Many, OverlapScene, Rule, pairs};
use crate::domain::calendar::At;
use crate::domain::names::Names;
use crate::words::words;

pub(super) static RULE: Rule = Rule {
    code: "O2",
    kind: FindingKind::Overlap,
    check: Check::Overlaps(find),
    line,
    why: |_, _| words().finding_why_o2(),
    ends_with_title: false,
    many: Some(Many::of_roles(|count, list| words().finding_many_o2(count, list))),
};

fn find(scene: &OverlapScene) -> Vec<Finding> {
    pairs::roles_with_same(&RULE, scene.role, &scene.domains)
}

fn line(finding: &Finding, names: &Names, now: At) -> String {
    let say = Saying::of(finding, names, now);
    words().finding_o2(say.role(0), say.role(1), say.facts.texts.len(), say.texts())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::role::RoleState;
    use crate::insight::sketch::{RoleSketch, names, nov, of_overlaps};

    fn role(n: u8, domains: &[&str]) -> RoleSketch {
        RoleSketch::made(n, nov(i64::from(n), 9)).domains(domains)
    }

    #[test]
    fn the_same_domain_of_two_roles_is_an_overlap() {
        let roles = [role(1, &["the  Price list", "shelves"]).role(), role(2, &["the price list"]).role()];
        let [found] = &of_overlaps(find, &roles)[..] else { panic!("one finding a pair") };
        assert_eq!(found.key, format!("O2:{}:{}", roles[0].id, roles[1].id));
        assert_eq!(found.from, nov(2, 9), "when the later role was made");
        assert_eq!(
            line(found, &names(), nov(18, 9)),
            "Bookkeeping and Treasurer have the same domain: the  Price list"
        );
    }

    #[test]
    fn several_shared_domains_are_one_finding() {
        let roles = [role(1, &["shelves", "prices"]).role(), role(2, &["prices", "shelves"]).role()];
        let [found] = &of_overlaps(find, &roles)[..] else { panic!("one finding a pair") };
        assert_eq!(
            line(found, &names(), nov(18, 9)),
            "Bookkeeping and Treasurer have the same 2 domains: prices and shelves"
        );
    }

    #[test]
    fn other_domains_and_roles_that_are_not_active_are_none() {
        let draft = role(2, &["prices"]).state(RoleState::Draft).role();
        let duty = RoleSketch::made(2, nov(2, 9)).accountabilities(&["prices"]).role();
        for other in [role(2, &["shelves"]).role(), draft, duty] {
            assert_eq!(of_overlaps(find, &[role(1, &["prices", "Prices"]).role(), other]), []);
        }
    }
}
