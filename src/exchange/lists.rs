//! The lists of a board: the state of each, and what its name says beyond a state.
//!
//! On real boards lists are days, themes, priorities and people. A name is lost where several lists become one state;
//! there each task keeps it as a tag. A list for what is blocked says so, and not by what.

use std::collections::HashMap;

use super::bundle::{Blocker, Task};
use super::error::ImportError;
use super::import::{ListMapping, State};
use super::states;
use super::tally::{Noted, Tally};
use crate::words::{in_other_languages, words};

/// The lists in board order.
pub(super) struct Lists {
    lists: Vec<ListMapping>,
    places: HashMap<String, usize>,
}

/// What a card says of its own state.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Marks {
    pub is_archived: bool,
    pub is_complete: bool,
}

impl Lists {
    /// The lists by id, each with the state that was told for it, else with the one that its name means.
    pub fn new(lists: Vec<(String, ListMapping)>, told: &[(String, State)]) -> Result<Lists, ImportError> {
        let places = lists.iter().enumerate().map(|(place, (id, _))| (id.clone(), place)).collect();
        let mut lists: Vec<ListMapping> = lists.into_iter().map(|(_, list)| list).collect();
        states::map(&mut lists, told)?;
        // Whatever an archived list means, its cards are archived.
        let same = |a: &ListMapping, b: &ListMapping| match (a.closed, b.closed) {
            (false, false) => a.state == b.state,
            (a, b) => a == b,
        };
        let shared: Vec<bool> = lists
            .iter()
            .map(|list| lists.iter().filter(|other| other.cards > 0 && same(list, other)).count() > 1)
            .collect();
        for (list, is_shared) in lists.iter_mut().zip(shared) {
            let name = list.name.trim().to_lowercase();
            list.tag = (is_shared && list.cards > 0 && !name.is_empty()).then_some(name);
        }
        Ok(Lists { lists, places })
    }

    /// Lists that are told only by what stands in them: a name for each task, in the order in which the names come.
    pub fn named<'n>(
        of_tasks: impl Iterator<Item = &'n str>,
        told: &[(String, State)],
    ) -> Result<Lists, ImportError> {
        let mut places: HashMap<&str, usize> = HashMap::new();
        let mut lists: Vec<(String, ListMapping)> = Vec::new();
        for name in of_tasks {
            let place = *places.entry(name).or_insert_with(|| {
                lists.push((name.to_owned(), ListMapping::new(name, false, 0)));
                lists.len() - 1
            });
            lists[place].1.cards += 1;
        }
        Lists::new(lists, told)
    }

    pub fn place(&self, id: &str) -> Option<usize> {
        self.places.get(id).copied()
    }

    pub fn get(&self, place: usize) -> &ListMapping {
        &self.lists[place]
    }

    /// The state of a card, and why it was dropped.
    ///
    /// An archive holds finished work as well as what was given up, and does not tell them apart. So an archived card is
    /// done if its list says so or it was marked complete, else dropped. A card that is not archived itself but whose
    /// list is cannot be seen on its board, and counts as archived too.
    pub fn state(
        &self,
        place: Option<usize>,
        marks: Marks,
        called: &str,
        notes: &Tally<Noted>,
    ) -> (State, Option<String>) {
        let list = place.map(|place| self.get(place));
        let mapped = list.map_or(State::Open, |list| list.state);
        if list.is_none() {
            notes.add(Noted::NoList, called);
        }
        let list_closed = list.is_some_and(|list| list.closed);
        if list_closed && !marks.is_archived {
            notes.add(Noted::InArchivedList, called);
        }
        match mapped {
            _ if (marks.is_archived || list_closed) && (mapped == State::Done || marks.is_complete) => {
                notes.add(Noted::ArchivedDone, called);
                (State::Done, None)
            }
            _ if marks.is_archived || list_closed => {
                notes.add(Noted::ArchivedDropped, called);
                (State::Dropped, Some(words().import_reason_archived()))
            }
            State::Dropped => (State::Dropped, list.map(|list| list.name.clone())),
            State::Open | State::Doing | State::Review if marks.is_complete => {
                notes.add(Noted::MarkedComplete, called);
                (State::Done, None)
            }
            state => (state, None),
        }
    }

    /// Gives a task what its list says beyond the state.
    pub fn mark(&self, place: Option<usize>, task: &mut Task, notes: &Tally<Noted>) {
        let Some(list) = place.map(|place| self.get(place)) else { return };
        if let Some(tag) = &list.tag
            && !task.tags.iter().any(|known| known.to_lowercase() == *tag)
        {
            task.tags.push(tag.clone());
        }
        if list.is_blocked && !matches!(&*task.state, "done" | "dropped") {
            notes.add(Noted::BlockedList, &list.name);
            let what = || words().import_blocked_list(list.name.trim());
            let also = in_other_languages(what);
            task.blockers.push(Blocker { what: what(), also, raised: task.since, ..Blocker::default() });
        }
    }

    /// The lists for the summary, after saying which of them are tags now.
    pub fn finish(self, notes: &Tally<Noted>) -> Vec<ListMapping> {
        for list in self.lists.iter().filter(|list| list.tag.is_some()) {
            notes.add(Noted::ListAsTag, &list.name);
        }
        self.lists
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lists(names: &[(&str, usize)], told: &[(String, State)]) -> Lists {
        let lists =
            names.iter().map(|(name, cards)| ((*name).to_owned(), ListMapping::new(name, false, *cards)));
        Lists::new(lists.collect(), told).unwrap()
    }

    fn marked(lists: &Lists, name: &str) -> Task {
        let place = lists.place(name);
        let state = lists.get(place.unwrap()).state.word().to_owned();
        let mut task = Task { state, ..Task::default() };
        lists.mark(place, &mut task, &Tally::new());
        task
    }

    #[test]
    fn a_name_is_kept_where_several_lists_become_one_state() {
        let lists = lists(&[("Monday", 1), ("Tuesday ", 2), ("Empty", 0), ("Done", 3)], &[]);
        assert_eq!(marked(&lists, "Monday").tags, ["monday"]);
        assert_eq!(marked(&lists, "Tuesday ").tags, ["tuesday"]);
        assert!(marked(&lists, "Done").tags.is_empty() && marked(&lists, "Empty").tags.is_empty());
        let notes = Tally::new();
        lists.finish(&notes);
        assert_eq!(notes.counted()[0].count, 2);
    }

    #[test]
    fn a_list_for_what_is_blocked_names_nobody_to_ask() {
        let told = [("Blocked".to_owned(), State::Doing)];
        let guessed = lists(&[("Blocked", 1)], &[]);
        let task = marked(&guessed, "Blocked");
        assert_eq!((&*task.state, task.blockers.len(), &task.blockers[0].on), ("open", 1, &None));
        // Somebody who says what a list means has said it.
        let task = marked(&lists(&[("Blocked", 1)], &told), "Blocked");
        assert_eq!((&*task.state, task.blockers.len()), ("doing", 0));
    }
}
