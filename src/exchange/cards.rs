//! The cards of a board in JSON, for tools that name their fields otherwise and mean the same.

use std::collections::{HashMap, HashSet};

use super::import::Gathered;
use super::item::Item;
use super::tally::Lost;

/// What a tool calls the fields by which a card is known.
pub(super) struct Names {
    pub id: &'static str,
    pub title: &'static str,
    pub list: &'static str,
}

impl Names {
    /// The cards that can be read, each once, with their ids. One without an id is the card of that title in that list.
    pub fn cards<'a>(&self, board: &Item<'a>, gathered: &'a Gathered) -> Vec<(String, Item<'a>)> {
        let mut seen = HashSet::new();
        let mut cards = Vec::new();
        for (at, raw) in board.list("cards").into_iter().enumerate() {
            let says_something =
                |item: &Item| [self.id, self.title, "description"].iter().any(|field| item.has(field));
            let Some(item) = board.part(raw, "card").filter(says_something) else {
                gathered.lost.add(Lost::Unreadable, &(at + 1).to_string());
                continue;
            };
            let title = item.string(self.title);
            let id = item.text(self.id).unwrap_or_else(|| format!("{}/{title}", item.string(self.list)));
            if seen.insert(id.clone()) {
                cards.push((id, item));
            } else {
                gathered.lost.add(Lost::Duplicate, &title);
            }
        }
        cards
    }

    /// How many cards each list holds, by its id.
    pub fn held(&self, cards: &[(String, Item)]) -> HashMap<String, usize> {
        let mut held = HashMap::new();
        for (_, card) in cards {
            *held.entry(card.string(self.list)).or_default() += 1;
        }
        held
    }
}
