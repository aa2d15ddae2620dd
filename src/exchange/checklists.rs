//! A card's description and checklists as the notes of one task.

use std::collections::{HashMap, HashSet};

use super::tally::{Lost, Noted, Tally};

#[derive(Debug, Clone)]
pub(super) struct Checklist {
    pub id: String,
    /// The id of its card.
    pub card: String,
    pub name: String,
    pub pos: f64,
    pub items: Vec<CheckItem>,
}

#[derive(Debug, Clone)]
pub(super) struct CheckItem {
    pub name: String,
    pub is_done: bool,
    pub pos: f64,
    /// It has a day or a member of its own.
    pub has_details: bool,
}

/// Checklists by the id of their card, in order.
pub(super) struct Checklists(HashMap<String, Vec<Checklist>>);

impl Checklists {
    /// The checklists of these cards, each once.
    pub(super) fn new<'a>(
        all: impl Iterator<Item = &'a Checklist>,
        cards: &HashSet<&str>,
        lost: &Tally<Lost>,
    ) -> Self {
        let mut seen = HashSet::new();
        let mut of_card: HashMap<String, Vec<Checklist>> = HashMap::new();
        for list in all.filter(|list| list.id.is_empty() || seen.insert(&*list.id)) {
            if !cards.contains(&*list.card) {
                lost.add(Lost::ChecklistOfNothing, &list.name);
                continue;
            }
            for item in list.items.iter().filter(|item| item.has_details) {
                lost.add(Lost::CheckItemDetail, &item.name);
            }
            of_card.entry(list.card.clone()).or_default().push(list.clone());
        }
        for lists in of_card.values_mut() {
            lists.sort_by(|a, b| a.pos.total_cmp(&b.pos));
            for list in lists {
                list.items.sort_by(|a, b| a.pos.total_cmp(&b.pos));
            }
        }
        Checklists(of_card)
    }

    /// The description, then each checklist as boxes under its name.
    pub(super) fn notes(&self, card: &str, text: Option<&str>, notes: &Tally<Noted>) -> Option<String> {
        let mut text = text.unwrap_or_default().to_owned();
        for list in self.0.get(card).into_iter().flatten() {
            if !text.is_empty() {
                text.push_str("\n\n");
            }
            if !list.name.trim().is_empty() {
                text.push_str(&format!("### {}\n", one_line(&list.name)));
            }
            for item in &list.items {
                notes.add(Noted::CheckItem, "");
                text.push_str(&box_of(item));
            }
            text.truncate(text.trim_end_matches('\n').len());
        }
        (!text.is_empty()).then_some(text)
    }
}

fn box_of(item: &CheckItem) -> String {
    let mark = if item.is_done { 'x' } else { ' ' };
    format!("- [{mark}] {}\n", one_line(&item.name))
}

/// A name with a line break would end its box in the middle.
fn one_line(text: &str) -> String {
    text.replace(['\n', '\r'], " ")
}
