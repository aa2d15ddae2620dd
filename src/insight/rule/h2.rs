//! H2: two active roles with accountabilities that say nearly the same.
//!
//! "Send client invoices" and "Invoices to clients" are one activity that two roles answer for. Texts that are equal are
//! left to O3. One that is alike to many others is one of a series ("Update the handbook of …"): that is a single question.

use std::collections::BTreeMap;

use super::saying::Saying;
use super::{Check, Facts, Finding, FindingKind, Many, Rule};
use crate::domain::calendar::At;
use crate::domain::folding::folded;
use crate::domain::id::{RoleId, SubjectId};
use crate::domain::names::Names;
use crate::domain::role::{Role, RoleState};
use crate::insight::likeness::{Content, likenesses};
use crate::words::words;

pub(super) static RULE: Rule = Rule {
    code: "H2",
    kind: FindingKind::Overlap,
    check: Check::Roles(find),
    line,
    why: |_, _| words().finding_why_h2(),
    ends_with_title: false,
    many: Some(Many::of_roles(|count, list| words().finding_many_h2(count, list))),
};

/// A text of accountabilities, and the active roles that have it.
struct Duty<'r> {
    text: &'r str,
    roles: BTreeMap<RoleId, At>,
}

fn find(roles: &[Role]) -> Vec<Finding> {
    let duties = duties(roles);
    let contents: Vec<Content> = duties.iter().map(|duty| Content::of(duty.text)).collect();
    let alike = likenesses(&contents);
    let mut found: BTreeMap<Vec<RoleId>, (At, Vec<String>)> = BTreeMap::new();
    let mut add = |roles: Vec<(RoleId, At)>, texts: &[&str]| {
        let from = roles.iter().map(|(_, made)| *made).max().unwrap_or(At::START);
        let ids = roles.into_iter().map(|(id, _)| id).collect();
        found.entry(ids).or_insert((from, Vec::new())).1.extend(texts.iter().map(|text| (*text).to_owned()));
    };
    for (a, b) in alike.pairs {
        let (a, b) = (&duties[a], &duties[b]);
        // Who has both texts shares one of them with whoever has the other: that is O3.
        let only = |one: &Duty<'_>, other: &Duty<'_>| -> Vec<(RoleId, At)> {
            let only = one.roles.iter().filter(|(id, _)| !other.roles.contains_key(id));
            only.map(|(id, made)| (*id, *made)).collect()
        };
        for first in only(a, b) {
            for second in only(b, a) {
                match first < second {
                    true => add(vec![first, second], &[a.text, b.text]),
                    false => add(vec![second, first], &[b.text, a.text]),
                }
            }
        }
    }
    for series in alike.series {
        let roles: BTreeMap<RoleId, At> = series.iter().flat_map(|n| duties[*n].roles.clone()).collect();
        let texts: Vec<&str> = series.iter().map(|n| duties[*n].text).collect();
        // One role may well have many such accountabilities.
        if roles.len() > 1 {
            add(roles.into_iter().collect(), &texts);
        }
    }
    let finding = |(roles, (from, alike)): (Vec<RoleId>, (At, Vec<String>))| {
        let about: Vec<SubjectId> = roles.iter().map(|id| (*id).into()).collect();
        Finding::new(&RULE, &about, Facts { roles, alike, ..Facts::default() }, from)
    };
    found.into_iter().map(finding).collect()
}

/// Each folded text once, as the eldest role by id wrote it, in the order of those.
fn duties(roles: &[Role]) -> Vec<Duty<'_>> {
    let mut active: Vec<(&Role, At)> = roles
        .iter()
        .filter(|role| role.state() == RoleState::Active)
        .filter_map(|role| Some((role, role.origin?.at)))
        .collect();
    active.sort_by_key(|(role, _)| role.id);
    let mut duties: Vec<Duty<'_>> = Vec::new();
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    for (role, made) in active {
        for text in role.accountabilities() {
            let n = *known.entry(folded(text)).or_insert(duties.len());
            if n == duties.len() {
                duties.push(Duty { text, roles: BTreeMap::new() });
            }
            duties[n].roles.insert(role.id, made);
        }
    }
    duties
}

fn line(finding: &Finding, names: &Names, now: At) -> String {
    let say = Saying::of(finding, names, now);
    match say.facts.roles.len() {
        ..3 => words().finding_h2(say.alike(0), say.role(0), say.alike(1), say.role(1)),
        _ => words().finding_h2_series(say.roles(), say.alike(0), say.alike(1)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::sketch::{RoleSketch, names, nov};

    fn role(n: u8, texts: &[&str]) -> Role {
        RoleSketch::made(n, nov(i64::from(n), 9)).accountabilities(texts).role()
    }

    #[test]
    fn nearly_the_same_accountability_of_two_roles_is_one_question() {
        let roles = [
            role(2, &["Invoices for clients: sending", "Print the flyers"]),
            role(1, &["Send client invoices", "Keep the books"]),
        ];
        let [found] = &find(&roles)[..] else { panic!("one finding a pair") };
        assert_eq!(found.facts.roles, [roles[1].id, roles[0].id]);
        assert_eq!(found.key, format!("H2:{}:{}", roles[1].id, roles[0].id));
        assert_eq!(found.from, nov(2, 9));
        assert_eq!(
            line(found, &names(), nov(18, 9)),
            "\"Send client invoices\" of Bookkeeping and \"Invoices for clients: sending\" of Treasurer may be the same"
        );
        let again = role(2, &["sending INVOICES for client"]);
        let [cased] = &find(&[roles[1].clone(), again])[..] else { panic!("still one") };
        assert_eq!(cased.fingerprint(), found.fingerprint(), "other case, order and endings");
        let [other] = &find(&[roles[1].clone(), role(2, &["Send client invoices early"])])[..] else {
            panic!()
        };
        assert_ne!(other.fingerprint(), found.fingerprint());
    }

    #[test]
    fn the_same_text_is_left_to_o3() {
        let texts = ["Send client invoices", "Send invoices to clients"];
        assert_eq!(find(&[role(1, &texts[..1]), role(2, &texts[..1])]), []);
        assert_eq!(find(&[role(1, &texts), role(2, &texts[..1])]), [], "they share one of the two already");
        assert_eq!(find(&[role(1, &texts)]), [], "one role may say it twice");
    }

    #[test]
    fn retired_roles_and_other_work_are_no_overlap() {
        let retired = RoleSketch::made(2, nov(2, 9)).accountabilities(&["Client invoices: send them"]);
        let first = role(1, &["Send client invoices", "Update the handbook"]);
        assert_eq!(find(&[first.clone(), retired.state(RoleState::Retired).role()]), []);
        assert_eq!(find(&[first, role(2, &["Send client contracts", "Update the website"])]), []);
    }

    #[test]
    fn a_series_is_one_question_about_all_of_it() {
        let text = |n: u8, more: &str| role(n, &[format!("Check the alarm of the west shop{more}").as_str()]);
        let roles = [text(1, ""), text(2, ", kitchen"), text(3, ", cellar"), text(4, ", roof")];
        let [found] = &find(&roles)[..] else { panic!("one finding for all") };
        assert_eq!((found.facts.roles.len(), found.facts.alike.len()), (4, 4));
        assert_eq!(found.from, nov(4, 9));
        assert_eq!(find(&roles[..3]).len(), 2, "two alike are pairs");
    }

    #[test]
    fn a_hundred_roles_of_many_accountabilities_are_quickly_compared() {
        let roles: Vec<Role> = (0..100)
            .map(|n| {
                let texts: Vec<String> = (0..10).map(|m| format!("Look after matter x{n}y{m}")).collect();
                role(n, &texts.iter().map(String::as_str).collect::<Vec<_>>())
            })
            .collect();
        assert_eq!(find(&roles), []);
    }
}
