//! What roles have in common, by comparing all with all: what the rules see of them, and what `store` is compared with.

use std::collections::BTreeMap;

use super::super::likeness::{Content, PAIRED};
use super::super::{Accountability, Finding, OverlapScene, RoleText};
use crate::domain::calendar::At;
use crate::domain::folding::folded;
use crate::domain::id::RoleId;
use crate::domain::role::{Role, RoleState};

/// What a rule finds in these roles.
pub fn of_overlaps(find: impl Fn(&OverlapScene) -> Vec<Finding>, roles: &[Role]) -> Vec<Finding> {
    overlaps(roles, str::to_owned).iter().flat_map(find).collect()
}

/// What the rules see of each active role, in the order of their ids. Accountabilities are in the order of what stands for
/// their folded texts, by which the first one of a series asks.
pub fn overlaps<K: Ord>(roles: &[Role], order: impl Fn(&str) -> K) -> Vec<OverlapScene> {
    let mut active: Vec<(&Role, At)> = roles
        .iter()
        .filter(|role| role.state() == RoleState::Active)
        .filter_map(|role| Some((role, role.origin?.at)))
        .collect();
    active.sort_by_key(|(role, _)| role.id);
    let having = |texts: fn(&Role) -> &[String], text: &str| -> BTreeMap<RoleId, At> {
        let having = active.iter().filter(|(role, _)| texts(role).iter().any(|other| folded(other) == text));
        having.map(|(role, made)| (role.id, *made)).collect()
    };
    // As the first role by id writes each.
    let mut written: BTreeMap<String, &str> = BTreeMap::new();
    for text in active.iter().flat_map(|(role, _)| role.accountabilities()) {
        written.entry(folded(text)).or_insert(text);
    }
    written.remove("");
    let contents: BTreeMap<&String, Content> =
        written.iter().map(|(folded, text)| (folded, Content::of(text))).collect();
    let alike = |text: &String| -> Vec<&String> {
        let others = contents.iter().filter(|(other, _)| **other != text);
        let alike = others.filter(|(_, content)| contents[text].is_alike(content)).map(|(other, _)| *other);
        let mut alike: Vec<&String> = alike.collect();
        alike.sort_by_cached_key(|text| order(text));
        alike
    };
    let is_of_many = |text: &String| alike(text).len() > PAIRED;
    let accountability = |role: &Role, text: &String| {
        let own = RoleText { text: text.clone(), roles: having(Role::accountabilities, &folded(text)) };
        let text = &folded(text);
        let is_asked_before =
            alike(text).into_iter().any(|other| order(other) < order(text) && is_of_many(other))
                || own.roles.keys().next() != Some(&role.id);
        let seen: Vec<&String> = match is_of_many(text) {
            true if is_asked_before => Vec::new(),
            true => alike(text),
            false => alike(text).into_iter().filter(|other| !is_of_many(other)).collect(),
        };
        let with_roles = |text: &String| RoleText {
            text: written[text].to_owned(),
            roles: having(Role::accountabilities, text),
        };
        Accountability {
            own,
            alike: seen.into_iter().map(with_roles).collect(),
            is_of_many: is_of_many(text),
        }
    };
    let scene = |role: &Role| OverlapScene {
        role: role.id,
        domains: once(role.domains())
            .map(|text| RoleText { text: text.clone(), roles: having(Role::domains, &folded(text)) })
            .collect(),
        accountabilities: once(role.accountabilities()).map(|text| accountability(role, text)).collect(),
    };
    active.iter().map(|(role, _)| scene(role)).collect()
}

/// Each folded text that is not empty, once, in the order of those.
fn once(texts: &[String]) -> impl Iterator<Item = &String> {
    let mut known = BTreeMap::new();
    for text in texts.iter().filter(|text| !folded(text).is_empty()) {
        known.entry(folded(text)).or_insert(text);
    }
    known.into_values()
}
