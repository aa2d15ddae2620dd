//! O3: two active roles with the same accountability.
//!
//! An accountability is an ongoing activity that others may expect of a role: written in two roles, it is
//! done twice, or each waits for the other. Compared are folded texts; texts that are merely alike are left
//! to H2.

use super::saying::Saying;
use super::{Check, Finding, FindingKind, Many, OverlapScene, Rule, pairs};
use crate::domain::calendar::At;
use crate::domain::names::Names;
use crate::words::words;

pub(super) static RULE: Rule = Rule {
    code: "O3",
    kind: FindingKind::Overlap,
    check: Check::Overlaps(find),
    line,
    why: |_, _| words().finding_why_o3(),
    ends_with_title: false,
    many: Some(Many::of_roles(|count, list| words().finding_many_o3(count, list))),
};

fn find(scene: &OverlapScene) -> Vec<Finding> {
    pairs::roles_with_same(
        &RULE,
        scene.role,
        scene.accountabilities.iter().map(|accountability| &accountability.own),
    )
}

fn line(finding: &Finding, names: &Names, now: At) -> String {
    let say = Saying::of(finding, names, now);
    words().finding_o3(say.role(0), say.role(1), say.facts.texts.len(), say.texts())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::role::RoleState;
    use crate::insight::sketch::{RoleSketch, names, nov, of_overlaps};

    fn role(n: u8, accountabilities: &[&str]) -> RoleSketch {
        RoleSketch::made(n, nov(i64::from(n), 9)).accountabilities(accountabilities)
    }

    #[test]
    fn the_same_accountability_of_two_roles_is_an_overlap() {
        let roles = [role(1, &["Paying the bills"]).role(), role(2, &["paying the bills"]).role()];
        let [found] = &of_overlaps(find, &roles)[..] else { panic!("one finding a pair") };
        assert_eq!(found.key, format!("O3:{}:{}", roles[0].id, roles[1].id));
        assert_eq!(found.from, nov(2, 9), "when the later role was made");
        assert_eq!(
            line(found, &names(), nov(18, 9)),
            "Bookkeeping and Treasurer have the same accountability: Paying the bills"
        );
    }

    #[test]
    fn other_accountabilities_and_retired_roles_are_none() {
        let retired = role(2, &["paying the bills"]).state(RoleState::Retired).role();
        for other in [role(2, &["paying bills"]).role(), retired] {
            assert_eq!(of_overlaps(find, &[role(1, &["paying the bills"]).role(), other]), []);
        }
    }
}
