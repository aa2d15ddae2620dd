//! H2: two active roles with accountabilities that say nearly the same.
//!
//! "Send client invoices" and "Invoices to clients" are one activity that two roles answer for. Texts that are equal are
//! left to O3. One that is alike to many others is one of a series ("Update the handbook of …"): that is a single question.

use std::collections::BTreeMap;

use super::saying::Saying;
use super::{Check, Facts, Finding, FindingKind, Many, OverlapScene, RoleText, Rule};
use crate::domain::calendar::At;
use crate::domain::id::RoleId;
use crate::domain::names::Names;
use crate::words::words;

/// So many accountabilities of a series are named beside its first one.
const NAMED: usize = 5;

pub(super) static RULE: Rule = Rule {
    code: "H2",
    kind: FindingKind::Overlap,
    check: Check::Overlaps(find),
    line,
    why: |_, _| words().finding_why_h2(),
    ends_with_title: false,
    many: Some(Many::of_roles(|count, list| words().finding_many_h2(count, list))),
};

fn find(scene: &OverlapScene) -> Vec<Finding> {
    pairs(scene).chain(series(scene)).collect()
}

/// A finding for the role and each later one by id, with all that the two have alike.
fn pairs(scene: &OverlapScene) -> impl Iterator<Item = Finding> {
    let first = scene.role;
    let mut found: BTreeMap<RoleId, (At, Vec<String>)> = BTreeMap::new();
    for accountability in scene.accountabilities.iter().filter(|accountability| !accountability.is_of_many) {
        let own = &accountability.own;
        // Who has both texts shares one of them with whoever has the other: that is O3.
        for other in accountability.alike.iter().filter(|other| !other.roles.contains_key(&first)) {
            let only = other.roles.iter().filter(|(id, _)| **id > first && !own.roles.contains_key(id));
            for (second, made) in only {
                let from = own.roles.get(&first).map_or(*made, |own| *own.max(made));
                let (_, alike) = found.entry(*second).or_insert((from, Vec::new()));
                alike.extend([own.text.clone(), other.text.clone()]);
            }
        }
    }
    found.into_iter().map(move |(second, (from, alike))| {
        let facts = Facts { roles: vec![first, second], alike, ..Facts::default() };
        Finding::new(&RULE, &[first.into(), second.into()], facts, from)
    })
}

/// A finding for all series that are asked about at the role. One role may well have many such accountabilities: others
/// must have some of them.
fn series(scene: &OverlapScene) -> Option<Finding> {
    let mut texts: Vec<&RoleText> = Vec::new();
    for series in scene.accountabilities.iter().filter(|accountability| accountability.is_of_many) {
        let of_others = series.alike.iter().filter(|text| text.roles.keys().any(|id| *id != scene.role));
        let mut named = of_others.take(NAMED).peekable();
        if named.peek().is_some() {
            texts.push(&series.own);
            texts.extend(named);
        }
    }
    let roles: BTreeMap<RoleId, At> = texts.iter().flat_map(|text| text.roles.clone()).collect();
    let from = *roles.values().max()?;
    let facts = Facts {
        count: u32::try_from(roles.len()).ok(),
        roles: roles.into_keys().collect(),
        alike: texts.into_iter().map(|text| text.text.clone()).collect(),
        ..Facts::default()
    };
    Some(Finding::new(&RULE, &[scene.role.into()], facts, from))
}

fn line(finding: &Finding, names: &Names, now: At) -> String {
    let say = Saying::of(finding, names, now);
    match say.facts.count {
        Some(_) => words().finding_h2_series(say.roles(), say.alike(0), say.alike(1)),
        None => words().finding_h2(say.alike(0), say.role(0), say.alike(1), say.role(1)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::role::{Role, RoleState};
    use crate::insight::sketch::{RoleSketch, names, nov, of_overlaps};

    fn role(n: u8, texts: &[&str]) -> Role {
        RoleSketch::made(n, nov(i64::from(n), 9)).accountabilities(texts).role()
    }

    #[test]
    fn nearly_the_same_accountability_of_two_roles_is_one_question() {
        let roles = [
            role(2, &["Invoices for clients: sending", "Print the flyers"]),
            role(1, &["Send client invoices", "Keep the books"]),
        ];
        let [found] = &of_overlaps(find, &roles)[..] else { panic!("one finding a pair") };
        assert_eq!(found.facts.roles, [roles[1].id, roles[0].id]);
        assert_eq!(found.key, format!("H2:{}:{}", roles[1].id, roles[0].id));
        assert_eq!(found.from, nov(2, 9));
        assert_eq!(
            line(found, &names(), nov(18, 9)),
            "\"Send client invoices\" of Bookkeeping and \"Invoices for clients: sending\" of Treasurer may be the same"
        );
        let again = role(2, &["sending INVOICES for client"]);
        let [cased] = &of_overlaps(find, &[roles[1].clone(), again])[..] else { panic!("still one") };
        assert_eq!(cased.fingerprint(), found.fingerprint(), "other case, order and endings");
        let [other] = &of_overlaps(find, &[roles[1].clone(), role(2, &["Send client invoices early"])])[..]
        else {
            panic!()
        };
        assert_ne!(other.fingerprint(), found.fingerprint());
    }

    #[test]
    fn the_same_text_is_left_to_o3() {
        let texts = ["Send client invoices", "Send invoices to clients"];
        assert_eq!(of_overlaps(find, &[role(1, &texts[..1]), role(2, &texts[..1])]), []);
        assert_eq!(
            of_overlaps(find, &[role(1, &texts), role(2, &texts[..1])]),
            [],
            "they share one of the two already"
        );
        assert_eq!(of_overlaps(find, &[role(1, &texts)]), [], "one role may say it twice");
    }

    #[test]
    fn retired_roles_and_other_work_are_no_overlap() {
        let retired = RoleSketch::made(2, nov(2, 9)).accountabilities(&["Client invoices: send them"]);
        let first = role(1, &["Send client invoices", "Update the handbook"]);
        assert_eq!(of_overlaps(find, &[first.clone(), retired.state(RoleState::Retired).role()]), []);
        assert_eq!(
            of_overlaps(find, &[first, role(2, &["Send client contracts", "Update the website"])]),
            []
        );
    }

    #[test]
    fn a_series_is_one_question_about_all_of_it() {
        let text = |more: &str| format!("Check the alarm of the west shop{more}");
        let texts = ["", ", kitchen", ", cellar", ", roof"].map(text);
        let roles: Vec<Role> = (1..).zip(&texts).map(|(n, text)| role(n, &[text])).collect();
        let [found] = &of_overlaps(find, &roles)[..] else { panic!("one finding for all") };
        assert_eq!(found.key, format!("H2:{}", roles[0].id));
        assert_eq!((found.facts.roles.len(), found.facts.alike.len()), (4, 4));
        assert_eq!(found.from, nov(4, 9));
        assert_eq!(of_overlaps(find, &roles[..3]).len(), 2, "two alike are pairs");
        let own = role(1, &texts.each_ref().map(String::as_str));
        assert_eq!(of_overlaps(find, &[own]), [], "one role may have many");
    }
}
