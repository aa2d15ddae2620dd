//! What happened to the board, in a sentence.

use super::{Sentence, changes, first_line};
use crate::domain::event::BoardEvent;
use crate::words::words;

pub(super) fn sentence(event: &BoardEvent, sentence: &Sentence<'_>) -> String {
    let words = words();
    let Sentence { who, .. } = *sentence;
    match event {
        BoardEvent::Started(e) => words.phrase_started_board(who, first_line(&e.name)),
        BoardEvent::Agreed(e) => words.phrase_agreed(who, changes::of_terms(e)),
    }
}
