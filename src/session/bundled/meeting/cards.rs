//! The cards of a retro, as items of a bundle.

use crate::domain::event::{
    MeetingCardAdded, MeetingCardStruck, MeetingCounted, MeetingGrouped, MeetingRevealed,
};
use crate::domain::id::{MeetingId, RecordId};
use crate::domain::meeting::{Card, CardId, Cards};
use crate::exchange::bundle;
use crate::session::Error;
use crate::session::bundled::{Import, source, time};

impl Import<'_, '_> {
    /// Writes the cards of a meeting with all that was done to them; returns their ids, in the order of the bundle.
    pub(super) fn cards(
        &mut self,
        id: MeetingId,
        start: RecordId,
        meeting: &bundle::Meeting,
    ) -> Result<Vec<CardId>, Error> {
        let from = source(&meeting.key);
        let at = Some(self.at(meeting.at));
        let mut ids = Vec::with_capacity(meeting.cards.len());
        // What was hidden stays without a name or a time.
        let is_hidden = |card: &&bundle::Card| card.by.is_none();
        let hidden: Vec<(u32, String)> =
            meeting.cards.iter().filter(is_hidden).map(|card| (card.column, card.text.clone())).collect();
        let revealed = match hidden.len() {
            0 => None,
            n => {
                let ready = u32::try_from(n).unwrap_or(u32::MAX);
                let shown = MeetingRevealed {
                    gather: start,
                    ready: meeting.ready.unwrap_or(ready),
                    cards: hidden,
                    by: None,
                    at,
                    from: from.clone(),
                };
                Some(self.one(id, shown)?)
            }
        };
        let mut nth = 0;
        for card in &meeting.cards {
            if let Some(record) = revealed.filter(|_| card.by.is_none()) {
                ids.push(CardId { record, nth });
                nth += 1;
                continue;
            }
            let added = MeetingCardAdded {
                column: card.column,
                text: card.text.clone(),
                by: self.somebody(&card.by),
                at: Some(self.at(card.at)),
                from: from.clone(),
            };
            ids.push(CardId { record: self.one(id, added)?, nth: 0 });
        }
        for (card, own) in meeting.cards.iter().zip(&ids) {
            if let Some(why) = card.struck.clone() {
                let by = self.somebody(&card.struck_by);
                self.one(id, MeetingCardStruck { card: *own, why, by, at, from: from.clone() })?;
            }
            let group = card.put_to.and_then(|to| ids.get(to)).copied();
            if group.is_some() || card.called.is_some() {
                let grouped = MeetingGrouped {
                    group: group.unwrap_or(*own),
                    cards: group.map(|_| *own).into_iter().collect(),
                    name: card.called.clone().filter(|_| group.is_none()),
                    by: None,
                    at,
                    from: from.clone(),
                };
                self.one(id, grouped)?;
            }
        }
        for count in &meeting.counts {
            let counted = MeetingCounted {
                vote: start,
                voters: count.voters,
                dots: count.sums.iter().filter_map(|(card, n)| Some((*ids.get(*card)?, *n))).collect(),
                by: self.somebody(&count.by),
                at,
                from: from.clone(),
            };
            self.one(id, counted)?;
        }
        Ok(ids)
    }
}

/// The cards of a retro, in canonical order.
pub(super) fn cards(retro: &Cards) -> Vec<bundle::Card> {
    let groups = retro.groups();
    let nth = |card: CardId| retro.cards.iter().position(|one| one.id == card);
    let put_to = |card: &Card| {
        let group = groups.iter().find(|group| group.cards.iter().any(|one| one.id == card.id))?;
        nth(group.id).filter(|_| group.id != card.id)
    };
    retro
        .cards
        .iter()
        .map(|card| bundle::Card {
            column: card.column,
            text: card.text.clone(),
            by: card.written.map(|(by, _)| by.to_string()),
            at: card.written.and_then(|(_, at)| time(at)),
            struck: card.struck.as_ref().map(|(_, why)| why.clone()),
            struck_by: card.struck.as_ref().map(|(by, _)| by.to_string()),
            put_to: put_to(card),
            called: card.called().map(str::to_owned),
        })
        .collect()
}
