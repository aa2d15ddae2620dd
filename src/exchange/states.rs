//! Guesses a task's state from the name of the list that holds it, in many languages.
//!
//! The guess is careful: a name must be a phrase of the table (`assets/states.txt`), or several, with nothing beside them
//! but what the table says is harmless. "Done this week" is done; "Live bugs" and "Not done" are not, and what is not
//! understood is open. It is always shown, and `--list` wins.

mod name;
mod table;

use std::collections::HashSet;

use super::error::ImportError;
use super::import::{ListMapping, State};
use name::Piece;
use table::TABLE;

/// What the name of a list, or the label of an issue, says of its tasks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Meaning {
    pub state: State,
    /// They wait for something. Such tasks are open: nobody can go on with them.
    pub is_blocked: bool,
}

impl Meaning {
    const OPEN: Meaning = Meaning::of(State::Open);

    const fn of(state: State) -> Meaning {
        Meaning { state, is_blocked: false }
    }

    /// What a name means that says both: the furthest, finished first. "Doing / Blocked" says of no task that it waits.
    fn and(self, other: Meaning) -> Meaning {
        Meaning { state: self.state.max(other.state), is_blocked: self.is_blocked && other.is_blocked }
    }
}

/// What a list of that name most likely means. Accents count first, then they may be missing.
pub(super) fn guess(name: &str) -> Meaning {
    TABLE.iter().find_map(|table| table.meaning(name)).unwrap_or(Meaning::OPEN)
}

/// What the lists of a board mean: as told, else as guessed.
///
/// Where accents are missing, what else is on the board is heard: "Termine" is done in French, and on a board that speaks
/// German holds appointments. English names say nothing of who uses them.
pub(super) fn meanings(names: &[&str], told: &[(String, State)]) -> Vec<Meaning> {
    let [accented, bare] = &*TABLE;
    let languages = |name: &&str| accented.languages(name).collect::<Vec<&str>>();
    let spoken = names.iter().map(languages).filter(|languages| !languages.contains(&"en"));
    let spoken: HashSet<&str> = spoken.flatten().collect();
    let is_foreign = |name: &str| {
        let is_heard = || bare.languages(name).any(|code| spoken.contains(code));
        !spoken.is_empty() && accented.meaning(name).is_none() && !is_heard()
    };
    let meaning = |name: &str| match told.iter().rev().find(|(pattern, _)| matches(pattern, name)) {
        Some((_, state)) => Meaning::of(*state),
        None if is_foreign(name) => Meaning::OPEN,
        None => guess(name),
    };
    names.iter().map(|name| meaning(name)).collect()
}

/// The state that an issue's label gives, if it names one.
pub(super) fn of_label(label: &str) -> Option<State> {
    label_meaning(label).map(|meaning| meaning.state)
}

/// What an issue's label says of it: that it is being done, is under review or waits. That it is done, the issue itself
/// says. Labels such as "testing" name a field of work, so that only a whole name counts, after "status:" or alone.
pub(super) fn label_meaning(label: &str) -> Option<Meaning> {
    let (meaning, counts_bare) = TABLE.iter().find_map(|table| {
        let pieces = table.pieces(label);
        let (is_named, rest) = match pieces.split_first() {
            Some((Piece::Word(word), rest)) if ["status", "state"].contains(&word.as_str()) => (true, rest),
            _ => (false, &*pieces),
        };
        table.whole(rest).map(|(meaning, is_alone)| (meaning, is_named || !is_alone))
    })?;
    let counts = matches!(meaning.state, State::Doing | State::Review) || meaning.is_blocked;
    (counts && counts_bare).then_some(meaning)
}

/// Every list with its state: as told, else as guessed.
pub(super) fn map(lists: &mut [ListMapping], told: &[(String, State)]) -> Result<(), ImportError> {
    check_overrides(lists, told)?;
    let names: Vec<&str> = lists.iter().map(|list| &*list.name).collect();
    let meanings = meanings(&names, told);
    for (list, meaning) in lists.iter_mut().zip(meanings) {
        (list.state, list.is_blocked) = (meaning.state, meaning.is_blocked);
    }
    Ok(())
}

/// Refuses a name that fits no list: a typing error would otherwise go unseen.
pub(super) fn check_overrides(lists: &[ListMapping], told: &[(String, State)]) -> Result<(), ImportError> {
    match told.iter().find(|(pattern, _)| !lists.iter().any(|list| matches(pattern, &list.name))) {
        None => Ok(()),
        Some((name, _)) => Err(ImportError::UnknownList {
            name: name.clone(),
            known: lists.iter().map(|list| list.name.clone()).collect(),
        }),
    }
}

/// Whether `name` fits `pattern`, in any case; `*` stands for any text.
fn matches(pattern: &str, name: &str) -> bool {
    let (pattern, name) = (pattern.trim().to_lowercase(), name.trim().to_lowercase());
    let mut parts = pattern.split('*');
    let first = parts.next().unwrap_or_default();
    let Some(mut rest) = name.strip_prefix(first) else { return false };
    let mut parts = parts.peekable();
    if parts.peek().is_none() {
        return rest.is_empty();
    }
    while let Some(part) = parts.next() {
        if parts.peek().is_none() {
            return rest.ends_with(part);
        }
        match rest.find(part) {
            Some(at) => rest = &rest[at + part.len()..],
            None => return false,
        }
    }
    true
}

#[cfg(test)]
mod tests;
