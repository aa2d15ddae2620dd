//! What a board's actions tell: comments, and when a card came where it is.
//!
//! Trello exports the newest 1000 actions. A card whose making is among them has all its moves among them too.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use serde::Deserialize;
use serde_json::value::RawValue;

use crate::exchange::lenient::{Text, instant, or_default};
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
    pub(super) fn read(actions: &[&RawValue], lost: &mut Tally<Lost>) -> Self {
        let mut history = History::default();
        for raw in actions {
            match serde_json::from_str::<Action>(raw.get()) {
                Ok(action) => history.take(action, lost),
                Err(_) => lost.add(Lost::History, ""),
            }
        }
        for comments in history.comments.values_mut() {
            comments.sort_by_key(|comment| comment.at);
        }
        history
    }

    fn take(&mut self, action: Action, lost: &mut Tally<Lost>) {
        let at = instant(&action.date);
        for person in [action.member_creator, action.member].into_iter().flatten() {
            if let Some(name) = person.full_name.filled().or_else(|| person.username.filled()) {
                self.names.entry(person.id.0).or_insert(name);
            }
        }
        let card = action.data.card.id.0;
        match &*action.kind {
            "commentCard" | "copyCommentCard" => {
                let comment = Comment { by: action.id_member_creator.0, at, text: action.data.text.0 };
                self.comments.entry(card).or_default().push(comment);
                return;
            }
            "updateCard" if action.data.old.id_list.is_some() => latest(&mut self.moved, card, at),
            "updateCard" if action.data.old.closed == Some(false) => latest(&mut self.archived, card, at),
            "createCard" | "copyCard" | "convertToCardFromCheckItem" => drop(self.made.insert(card)),
            "addMemberToCard" => latest(&mut self.joined, (card, action.data.id_member.0), at),
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

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Action {
    #[serde(rename = "type", default)]
    kind: Text,
    #[serde(default)]
    date: Text,
    #[serde(default)]
    id_member_creator: Text,
    member_creator: Option<Person>,
    member: Option<Person>,
    #[serde(default, deserialize_with = "or_default")]
    data: Data,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Person {
    #[serde(default)]
    id: Text,
    #[serde(default)]
    full_name: Text,
    #[serde(default)]
    username: Text,
}

#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase", default)]
struct Data {
    text: Text,
    #[serde(deserialize_with = "or_default")]
    card: CardRef,
    #[serde(deserialize_with = "or_default")]
    old: Old,
    id_member: Text,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct CardRef {
    id: Text,
}

#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase", default)]
struct Old {
    id_list: Option<Text>,
    closed: Option<bool>,
}
