//! The cards of a retro: what was written, what belongs together, and what the team wants to talk about.

use std::collections::{BTreeMap, HashMap};

use super::plan::{CardId, CardNames, Dots};
use crate::domain::calendar::At;
use crate::domain::id::{MemberId, RecordId, ReplicaId, TaskId};
use crate::domain::register::Register;

/// What a retro has besides its course.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Cards {
    /// The name of the columns together; `None` where nobody gave one.
    pub format: Option<String>,
    pub columns: Vec<String>,
    pub names: CardNames,
    pub dots: Dots,
    /// In canonical order; those that were struck, too.
    pub cards: Vec<Card>,
    /// When hidden cards were shown, each time.
    pub reveals: Vec<Reveal>,
    /// The sums of dots, each of those who voted at one machine.
    pub counts: Vec<Count>,
    /// What the team does about it, each once.
    pub actions: Vec<Acted>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Card {
    pub id: CardId,
    /// Which of the columns, counted from 0.
    pub column: u32,
    pub text: String,
    /// Who wrote it, and when; `None` of one that was hidden.
    pub written: Option<(MemberId, At)>,
    /// Who struck it, and why.
    pub struck: Option<(MemberId, String)>,
    /// The card that it was put to.
    with: Register<CardId>,
    /// What it and those that were put to it are called.
    called: Register<String>,
}

/// That what was hidden was shown.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reveal {
    pub id: RecordId,
    pub by: MemberId,
    pub at: At,
    /// How many had said that they are ready.
    pub ready: u32,
}

/// The sums of the dots of those who voted at one machine.
#[derive(Debug, Clone, PartialEq)]
pub struct Count {
    pub id: RecordId,
    pub replica: ReplicaId,
    pub by: MemberId,
    pub voters: u32,
    pub dots: Vec<(CardId, u32)>,
}

/// That the team does something about what was talked about.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Acted {
    pub id: RecordId,
    pub task: TaskId,
    pub by: MemberId,
    pub at: At,
}

/// Cards that say the same, or one alone: what dots are put on and what is talked about.
#[derive(Debug, Clone, PartialEq)]
pub struct Group<'m> {
    /// The card that the others were put to.
    pub id: CardId,
    /// What it is called: what somebody called it, else the text of its first card.
    pub title: &'m str,
    pub cards: Vec<&'m Card>,
    pub dots: u32,
}

impl Cards {
    /// Whether what is written now is kept in no record.
    pub fn are_hidden(&self) -> bool {
        self.names == CardNames::Hidden && self.reveals.is_empty()
    }

    /// Whether any dots were counted.
    pub fn is_counted(&self) -> bool {
        !self.counts.is_empty()
    }

    /// How many voted, at all machines.
    pub fn voters(&self) -> u32 {
        self.counts.iter().fold(0, |sum, count| sum.saturating_add(count.voters))
    }

    /// A card by its id.
    pub fn card(&self, id: CardId) -> Option<&Card> {
        self.cards.iter().find(|card| card.id == id)
    }

    /// The cards that were not struck.
    pub fn live(&self) -> impl Iterator<Item = &Card> {
        self.cards.iter().filter(|card| card.struck.is_none())
    }

    /// What there is to talk about, column by column: those who were put together are one, in the column of the first.
    pub fn groups(&self) -> Vec<Group<'_>> {
        let by_id: HashMap<CardId, &Card> = self.cards.iter().map(|card| (card.id, card)).collect();
        let mut dots: HashMap<CardId, u32> = HashMap::new();
        for (card, n) in self.counts.iter().flat_map(|count| &count.dots) {
            let sum = dots.entry(head(&by_id, *card)).or_default();
            *sum = sum.saturating_add(*n);
        }
        let mut groups: Vec<Group<'_>> = Vec::new();
        let mut at: BTreeMap<CardId, usize> = BTreeMap::new();
        for card in self.live() {
            let id = head(&by_id, card.id);
            let n = *at.entry(id).or_insert_with(|| {
                let called = by_id.get(&id).and_then(|head| head.called.get());
                let title = called.map_or(card.text.as_str(), String::as_str);
                groups.push(Group { id, title, cards: Vec::new(), dots: *dots.get(&id).unwrap_or(&0) });
                groups.len() - 1
            });
            groups[n].cards.push(card);
        }
        groups.sort_by_key(|group| group.cards.first().map(|card| card.column));
        groups
    }

    /// What is talked about: by its dots, without what has none where anything has. What has as many stands as it was written.
    pub fn by_dots(&self) -> Vec<Group<'_>> {
        let mut groups = self.groups();
        if groups.iter().any(|group| group.dots > 0) {
            groups.retain(|group| group.dots > 0);
        }
        groups.sort_by_key(|group| std::cmp::Reverse(group.dots));
        groups
    }

    /// The group to which a card belongs.
    pub fn group_of(&self, card: CardId) -> Option<Group<'_>> {
        self.groups()
            .into_iter()
            .find(|group| group.id == card || group.cards.iter().any(|one| one.id == card))
    }

    pub(super) fn add(&mut self, id: CardId, column: u32, text: &str, written: Option<(MemberId, At)>) {
        // A column that nobody knows is the last one: what was written is never lost.
        let last = u32::try_from(self.columns.len()).unwrap_or(u32::MAX).saturating_sub(1);
        self.cards.push(Card {
            id,
            column: column.min(last),
            text: text.to_owned(),
            written,
            struck: None,
            with: Register::default(),
            called: Register::default(),
        });
    }

    pub(super) fn strike(&mut self, card: CardId, by: MemberId, why: &str) {
        if let Some(card) = self.cards.iter_mut().find(|one| one.id == card) {
            card.struck = Some((by, why.to_owned()));
        }
    }

    pub(super) fn group(
        &mut self,
        record: RecordId,
        seen: &[RecordId],
        (group, cards): (CardId, &[CardId]),
        name: Option<&String>,
    ) {
        for card in &mut self.cards {
            if cards.contains(&card.id) {
                card.with.write(record, seen, group);
            }
            if let Some(name) = name.filter(|_| card.id == group) {
                card.called.write(record, seen, name.clone());
            }
        }
    }
}

impl Card {
    /// What it and those that were put to it are called, where somebody said so.
    pub fn called(&self) -> Option<&str> {
        self.called.get().map(String::as_str)
    }

    /// The records that a new grouping of it ends.
    pub fn seen(&self) -> impl Iterator<Item = RecordId> + '_ {
        self.with.seen().chain(self.called.seen())
    }
}

/// The card to which a card was put in the end. Put in a circle, which only happens apart, the smallest of the circle is it.
fn head(cards: &HashMap<CardId, &Card>, card: CardId) -> CardId {
    let mut way = vec![card];
    loop {
        let here = way[way.len() - 1];
        let Some(next) = cards.get(&here).and_then(|card| card.with.get()).filter(|next| **next != here)
        else {
            return here;
        };
        if let Some(at) = way.iter().position(|one| one == next) {
            return way[at..].iter().min().copied().unwrap_or(here);
        }
        way.push(*next);
    }
}
