//! What a board's actions tell: comments, and when a card came where it is.
//!
//! Trello exports the newest 1000 actions. A card whose making is among them has all its moves among them too.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};

use crate::exchange::item::Item;
use crate::exchange::tally::{Lost, Tally};

#[derive(Debug, Default)]
pub(super) struct History {
    moved: HashMap<String, DateTime<Utc>>,
    archived: HashMap<String, DateTime<Utc>>,
    /// Cards whose making is among the actions.
    made: HashSet<String>,
    joined: HashMap<(String, String), DateTime<Utc>>,
    comments: HashMap<String, Vec<Comment>>,
    names: HashMap<String, String>,
    /// Ids of the members that the bundle has.
    pub members: HashSet<String>,
}

#[derive(Debug)]
pub(super) struct Comment {
    /// Id of a member.
    pub by: String,
    pub at: Option<DateTime<Utc>>,
    pub text: String,
}

impl History {
    pub(super) fn read(actions: &[Item], lost: &Tally<Lost>) -> Self {
        let mut history = History::default();
        for action in actions {
            history.take(action, lost);
        }
        for comments in history.comments.values_mut() {
            comments.sort_by_key(|comment| comment.at);
        }
        history
    }

    fn take(&mut self, action: &Item, lost: &Tally<Lost>) {
        let at = action.moment("date", "");
        for field in ["memberCreator", "member"] {
            let Some(person) = action.item(field, "member") else { continue };
            if let (Some(id), Some(name)) = (person.text("id"), person.text("fullName|username")) {
                self.names.entry(id).or_insert(name);
            }
        }
        let data = action.item("data", "data");
        let data = data.as_ref();
        let within = |field: &str| data.and_then(|data| data.item(field, "data"));
        let card = within("card").map(|card| card.string("id")).unwrap_or_default();
        let old = within("old");
        let was = |field: &str| old.as_ref().is_some_and(|old| old.raw(field).is_some());
        match action.string("type").as_str() {
            "commentCard" | "copyCommentCard" => {
                let text = data.map(|data| data.string("text")).unwrap_or_default();
                let comment = Comment { by: action.string("idMemberCreator"), at, text };
                self.comments.entry(card).or_default().push(comment);
                return;
            }
            "updateCard" if was("idList") => latest(&mut self.moved, card, at),
            "updateCard" if was("closed") && !old.is_some_and(|old| old.flag("closed")) => {
                latest(&mut self.archived, card, at);
            }
            "createCard" | "copyCard" | "convertToCardFromCheckItem" => drop(self.made.insert(card)),
            "addMemberToCard" => {
                let member = data.map(|data| data.string("idMember")).unwrap_or_default();
                latest(&mut self.joined, (card, member), at);
            }
            _ => {}
        }
        lost.add(Lost::History, "");
    }

    /// When the card came into its list, where the actions tell.
    pub(super) fn moved(&self, card: &str, created: Option<DateTime<Utc>>) -> Option<DateTime<Utc>> {
        self.moved.get(card).copied().or(created.filter(|_| self.made.contains(card)))
    }

    pub(super) fn archived(&self, card: &str) -> Option<DateTime<Utc>> {
        self.archived.get(card).copied()
    }

    /// When the member came onto the card, where the actions tell.
    pub(super) fn joined(&self, card: &str, member: &str) -> Option<DateTime<Utc>> {
        self.joined.get(&(card.to_owned(), member.to_owned())).copied()
    }

    /// The name that the actions give for a member.
    pub(super) fn name(&self, member: &str) -> Option<&str> {
        self.names.get(member).map(String::as_str)
    }

    /// The card's comments, oldest first.
    pub(super) fn take_comments(&mut self, card: &str) -> Vec<Comment> {
        self.comments.remove(card).unwrap_or_default()
    }

    /// Comments that no card has taken.
    pub(super) fn leftover(&mut self) -> Vec<Comment> {
        let mut comments: Vec<Comment> = self.comments.drain().flat_map(|(_, comments)| comments).collect();
        comments.sort_by_key(|comment| comment.at);
        comments
    }
}

/// Actions come newest first, but nothing promises it.
fn latest<K: Eq + std::hash::Hash>(times: &mut HashMap<K, DateTime<Utc>>, key: K, at: Option<DateTime<Utc>>) {
    if let Some(at) = at {
        let time = times.entry(key).or_insert(at);
        *time = at.max(*time);
    }
}
