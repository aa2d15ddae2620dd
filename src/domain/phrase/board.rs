//! What happened to the board, in a sentence.

use super::{Say, Sentence, changes};
use crate::domain::event::BoardEvent;
use crate::words::words;

impl Say for BoardEvent {
    fn say(&self, sentence: &Sentence<'_>) -> String {
        let words = words();
        let Sentence { who, .. } = *sentence;
        match self {
            BoardEvent::Started(e) => words.phrase_started_board(who, &e.name),
            BoardEvent::Agreed(e) => words.phrase_agreed(who, changes::of_terms(e)),
        }
    }
}
