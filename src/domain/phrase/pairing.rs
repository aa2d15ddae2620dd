//! Who is whose buddy, in a sentence.
//!
//! **Invariant:** that a pairing ended, or goes on after all, is said without who did it.

use super::{Say, Sentence, until};
use crate::domain::event::{Event, PairingEnded, PairingEvent};
use crate::domain::id::RecordId;
use crate::domain::names::Names;
use crate::words::words;

impl Say for PairingEvent {
    fn say(&self, sentence: &Sentence<'_>) -> String {
        let words = words();
        let Sentence { who, names, .. } = *sentence;
        let date = |day| sentence.date(day);
        match self {
            PairingEvent::Offered(e) => {
                let whom = names.name(e.with);
                match e.days.filter(|_| e.until.is_none()) {
                    Some(days) => words.phrase_buddy_offered_days(who, whom, days),
                    None => until(words.phrase_buddy_offered(who, whom), e.until.map(date)),
                }
            }
            PairingEvent::Accepted(e) => {
                let (buddy, _) = two(e.offer, names);
                until(words.phrase_buddy_accepted(who, buddy), Some(date(e.ends)))
            }
            PairingEvent::Declined(e) => words.phrase_buddy_declined(who, two(e.offer, names).0),
            PairingEvent::Withdrawn(e) => words.phrase_buddy_withdrawn(who, two(e.offer, names).1),
            PairingEvent::Ended(e) => {
                let (buddy, whom) = two(e.offer, names);
                words.phrase_pairing_ended(buddy, whom)
            }
        }
    }
}

/// That one which had ended goes on: whoever ended it took that back.
pub(super) fn goes_on(ended: &PairingEnded, names: &Names) -> String {
    let (buddy, whom) = two(ended.offer, names);
    words().phrase_pairing_goes_on(buddy, whom)
}

/// The names of who offered themselves and of whom they asked.
fn two(offer: RecordId, names: &Names) -> (&str, &str) {
    let record = names.record(offer);
    let buddy = names.doer(offer).map_or("?", |(_, name)| name);
    match record.and_then(|record| record.event.as_ref()) {
        Some(Event::Pairing(PairingEvent::Offered(offered))) => (buddy, names.name(offered.with)),
        _ => (buddy, "?"),
    }
}
