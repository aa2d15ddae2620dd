//! The events of the board itself: their payloads, and what is to be known of each besides its effect.

use crate::domain::event::{Event, EventFacts, events, payloads};
use crate::domain::meets::WrittenSlot;
use crate::domain::week::Week;

events! {
    /// What happens to the board itself.
    BoardEvent of Board {
        Started(BoardStarted) = "board.started",
        Agreed(BoardAgreed) = "board.agreed",
    }
}

payloads! {
    /// A team's board begins.
    BoardStarted { must name: String, }
    /// The team agrees on terms of its own, by their names; `null` goes back to the default. `was` tells what held
    /// before, for the sentence.
    BoardAgreed {
        map terms: Option<u32>, clear week: Week, map states: Option<String>,
        map meets: Option<Vec<WrittenSlot>>, map was: String,
    }
}

impl BoardEvent {
    /// What is to be known of it besides its effect.
    pub fn facts(&self) -> EventFacts<'_> {
        match self {
            BoardEvent::Started(_) => EventFacts::plain(),
            BoardEvent::Agreed(_) => EventFacts::plain(),
        }
    }
}
