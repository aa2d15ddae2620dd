//! A card's description and checklists as the notes of one task.

use std::collections::{HashMap, HashSet};

use super::wire::{Board, Card, CheckItem, Checklist};
use crate::exchange::tally::{Lost, Noted, Tally};

/// Checklists by the id of their card, in order.
pub(super) struct Checklists(HashMap<String, Vec<Checklist>>);

impl Checklists {
    pub(super) fn new(board: &Board, cards: &[Card], lost: &mut Tally<Lost>) -> Self {
        let ids: HashSet<&str> = cards.iter().map(|card| &*card.id).collect();
        let mut seen = HashSet::new();
        let mut of_card: HashMap<String, Vec<Checklist>> = HashMap::new();
        let inside = cards.iter().flat_map(|card| card.checklists.iter().map(move |list| (&*card.id, list)));
        let all = inside.chain(board.checklists.iter().map(|list| (&*list.id_card, list)));
        for (card, list) in all.filter(|(_, list)| list.id.is_empty() || seen.insert(&*list.id)) {
            if !ids.contains(card) {
                lost.add(Lost::ChecklistOfNothing, &list.name);
                continue;
            }
            for item in
                list.check_items.iter().filter(|item| !(item.due.is_empty() && item.id_member.is_empty()))
            {
                lost.add(Lost::CheckItemDetail, &item.name);
            }
            of_card.entry(card.to_owned()).or_default().push(list.clone());
        }
        for lists in of_card.values_mut() {
            lists.sort_by(|a, b| a.pos.total_cmp(&b.pos));
            for list in lists {
                list.check_items.sort_by(|a, b| a.pos.total_cmp(&b.pos));
            }
        }
        Checklists(of_card)
    }

    /// The description, then each checklist as boxes under its name.
    pub(super) fn notes(&self, card: &Card, notes: &mut Tally<Noted>) -> Option<String> {
        let mut text = card.desc.filled().unwrap_or_default();
        for list in self.0.get(&*card.id).into_iter().flatten() {
            if !text.is_empty() {
                text.push_str("\n\n");
            }
            text.push_str(&format!("### {}\n", one_line(&list.name)));
            for item in &list.check_items {
                notes.add(Noted::CheckItem, "");
                text.push_str(&box_of(item));
            }
            text.truncate(text.trim_end_matches('\n').len());
        }
        (!text.is_empty()).then_some(text)
    }
}

fn box_of(item: &CheckItem) -> String {
    let mark = if &*item.state == "complete" { 'x' } else { ' ' };
    format!("- [{mark}] {}\n", one_line(&item.name))
}

/// A name with a line break would end its box in the middle.
fn one_line(text: &str) -> String {
    text.replace(['\n', '\r'], " ")
}
