//! The keys that actions have: those of the table, or those that a person has set.
//!
//! Kept for each thread, as the marks are: drawing and dispatch belong to one thread.
//!
//! **Invariant:** in one place a key does one thing. What a person sets and what would break that is left out and said;
//! the action keeps its own keys.

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::action::{self, Action};
use crate::settings::{Complaint, Settings};
use crate::tui::kit::key::{Key, ctrl};
use crate::words::words;

/// The keys of actions whose keys are not those of the table.
type Map = BTreeMap<&'static str, Vec<Key>>;

thread_local! {
    static CHOSEN: RefCell<Map> = const { RefCell::new(Map::new()) };
}

/// The keys of an action; the first is the one that is shown.
pub fn of(action: &Action) -> Vec<Key> {
    CHOSEN.with_borrow(|map| map.get(action.name).cloned()).unwrap_or_else(|| action.keys.to_vec())
}

/// Whether a key is one of an action's.
pub fn has(action: &Action, key: Key) -> bool {
    CHOSEN.with_borrow(|map| match map.get(action.name) {
        Some(keys) => keys.contains(&key),
        None => action.keys.contains(&key),
    })
}

/// Takes the keys of the settings from now on; says which of them cannot be.
pub fn choose(settings: &Settings) -> Vec<Complaint> {
    let (map, complaints) = resolve(settings);
    CHOSEN.set(map);
    complaints
}

/// The keys that hold, and what stands against the others.
fn resolve(settings: &Settings) -> (Map, Vec<Complaint>) {
    let names: Vec<&str> = action::all().map(|action| action.name).collect();
    let (mut map, mut complaints) = (Map::new(), Vec::new());
    for (name, keys) in &settings.keys {
        let line = settings.line(name);
        let Some(action) = action::all().find(|action| action.name == name) else {
            let near = Complaint::of_name(name, &names).hint;
            let hint = near.unwrap_or_else(|| words().set_no_action_hint());
            complaints.push(Complaint::new(words().set_no_action(name), Some(hint)).at(line));
            continue;
        };
        match keys.iter().map(|key| read(key, action)).collect() {
            Ok(keys) => drop(map.insert(action.name, keys)),
            Err(complaint) => complaints.push(Complaint::at(complaint, line)),
        }
    }
    // One after the other gives way, until no two are left that cannot both be.
    while let Some((key, has, wants)) = clash(&map, settings) {
        map.remove(wants);
        let complaint = Complaint::new(words().set_clash(key.name(), has, wants), None);
        complaints.push(complaint.at(settings.line(wants)));
    }
    (map, complaints)
}

/// Why an action cannot have these keys, or its own again, beside those that the others have now.
pub fn refuses(name: &str, keys: Option<&[String]>) -> Option<Complaint> {
    let action = action::all().find(|action| action.name == name)?;
    let keys: Vec<Key> = match keys {
        None => action.keys.to_vec(),
        Some(keys) => match keys.iter().map(|key| read(key, action)).collect() {
            Ok(keys) => keys,
            Err(complaint) => return Some(complaint),
        },
    };
    let meets = |other: &&Action| other.name != name && !action.scope.is_apart_from(other.scope);
    action::all().filter(meets).find_map(|other| {
        let key = keys.iter().find(|key| has(other, **key))?;
        Some(Complaint::new(words().set_taken(key.name(), (other.label)(), other.name), None))
    })
}

/// A key that an action may have, by its name.
fn read(key: &str, action: &Action) -> Result<Key, Complaint> {
    match Key::named(key) {
        Some(key) if is_reserved(key, action) => {
            Err(Complaint::new(words().set_reserved(key.name(), action.name), None))
        }
        Some(key) => Ok(key),
        None => Err(Complaint::new(words().set_no_key(key), Some(words().set_no_key_hint()))),
    }
}

/// What leads out whatever lies on top cannot be taken away.
fn is_reserved(key: Key, action: &Action) -> bool {
    [ctrl('c'), ctrl('z')].contains(&key) && !action.keys.contains(&key)
}

/// A key that two actions of one place have: the key, who has it, and who wants it too and was set to.
/// What an action has from the beginning it keeps; of two that were both set, the one further down gives way.
fn clash(map: &Map, settings: &Settings) -> Option<(Key, &'static str, &'static str)> {
    let keys = |action: &Action| map.get(action.name).map_or(action.keys, Vec::as_slice);
    let set = |action: &Action| map.get(action.name).map(|_| settings.line(action.name));
    for wants in action::all().filter(|action| map.contains_key(action.name)) {
        for has in action::all().filter(|other| other.name != wants.name) {
            if wants.scope.is_apart_from(has.scope) || set(has) > set(wants) {
                continue;
            }
            if let Some(key) = keys(wants).iter().find(|key| keys(has).contains(key)) {
                return Some((*key, has.name, wants.name));
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings;
    use crate::tui::screens::screens;
    use crate::tui::testing::demo;

    fn settings(keys: &str) -> Settings {
        screens();
        settings::read(&format!("[keys]\n{keys}")).0
    }

    #[test]
    fn an_action_is_done_by_the_key_that_was_set() {
        let complaints = choose(&settings("\"task.claim\" = \"F6\"\n\"help\" = [\"?\", \"F2\"]"));
        assert_eq!(complaints, []);
        let mut desk = demo(120, 40);
        desk.press("f c");
        assert!(!desk.says().contains("claimed"), "{}", desk.says());
        let claim = action::all().find(|action| action.name == "task.claim").unwrap();
        assert_eq!(claim.key(), "F6");
        assert!(desk.screen().contains("F6 claim"), "{}", desk.screen());
        desk.press("F6");
        assert!(desk.says().contains("Ayu claimed"), "{}", desk.says());
        choose(&Settings::default());
        assert_eq!(claim.key(), "c");
    }

    #[test]
    fn a_clash_is_said_and_both_keep_what_they_had() {
        let (map, complaints) = resolve(&settings("\"task.done\" = \"c\""));
        assert!(map.is_empty());
        assert_eq!(complaints[0].message, "c is the key of task.claim, so task.done keeps its own");
    }

    #[test]
    fn of_two_that_were_set_the_one_further_down_gives_way() {
        for (first, second) in [("task.claim", "task.done"), ("task.done", "task.claim")] {
            let (map, complaints) =
                resolve(&settings(&format!("\"{first}\" = \"F6\"\n\"{second}\" = \"F6\"")));
            assert_eq!(map.keys().collect::<Vec<_>>(), [&first]);
            assert_eq!((complaints.len(), complaints[0].line), (1, Some(3)));
            assert_eq!(complaints[0].message, format!("F6 is the key of {first}, so {second} keeps its own"));
        }
    }

    #[test]
    fn a_key_that_another_action_has_is_refused_before_it_is_set() {
        let keys = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        choose(&settings("\"task.done\" = \"F8\""));
        assert_eq!(refuses("task.claim", Some(&keys(&["F6", "x", "c"]))), None, "x is free now");
        let complaint = refuses("task.claim", Some(&keys(&["F6", "F8"]))).unwrap();
        assert!(complaint.message.starts_with("F8 is the key of"), "{complaint:?}");
        assert!(refuses("task.claim", Some(&keys(&["Ctrl-C"]))).is_some());
        assert!(refuses("task.claim", Some(&keys(&["cc"]))).is_some());
        choose(&settings("\"task.done\" = \"F8\"\n\"task.claim\" = \"x\""));
        assert!(refuses("task.done", None).is_some(), "its own is another's now");
        choose(&Settings::default());
    }

    #[test]
    fn two_actions_may_change_places() {
        let (map, complaints) = resolve(&settings("\"task.done\" = \"c\"\n\"task.claim\" = \"x\""));
        assert_eq!((map.len(), complaints.len()), (2, 0));
    }

    #[test]
    fn the_same_key_may_be_set_where_the_places_never_meet() {
        let (map, complaints) = resolve(&settings("\"goal.met\" = \"c\""));
        assert_eq!((map.len(), complaints.len()), (1, 0), "{complaints:?}");
    }

    #[test]
    fn what_is_no_key_no_action_or_always_the_same_is_said() {
        let (map, complaints) =
            resolve(&settings("\"task.claim\" = \"cc\"\n\"task.clam\" = \"c\"\n\"task.done\" = \"Ctrl-C\""));
        assert!(map.is_empty());
        let said: Vec<_> = complaints.iter().map(|complaint| complaint.message.as_str()).collect();
        assert_eq!(said.len(), 3);
        assert!(said[0].contains("\"cc\" is no key") && said[1].contains("task.clam"), "{said:?}");
        assert!(complaints[1].hint.as_deref().unwrap().contains("task.claim"), "{complaints:?}");
    }

    #[test]
    fn an_empty_list_takes_the_keys_away() {
        let (map, complaints) = resolve(&settings("\"task.drop\" = []"));
        assert_eq!((map["task.drop"].len(), complaints.len()), (0, 0));
    }
}
