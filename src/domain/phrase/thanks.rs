//! Who thanked whom for what, in a sentence.

use super::{Phrase, Say, Sentence, thing, told, with_text};
use crate::domain::event::ThanksEvent;
use crate::domain::id::SubjectId;
use crate::domain::names::Names;
use crate::words::words;

impl Say for ThanksEvent {
    fn say(&self, sentence: &Sentence<'_>) -> String {
        let Sentence { who, names, .. } = *sentence;
        match self {
            ThanksEvent::Given(e) => {
                let whom: Vec<&str> = e.to.iter().map(|member| names.name(*member)).collect();
                let whom = whom.join(", ");
                let thanked = match e.about {
                    None => words().phrase_thanked(who, whom),
                    Some(about) => words().phrase_thanked_about(who, whom, thing(names, about)),
                };
                with_text(thanked, Some(&e.text))
            }
        }
    }
}

/// The same as whoever received them reads it.
pub fn received_thanks(who: &str, text: &str, about: Option<SubjectId>, names: &Names) -> Phrase {
    let who = about.map_or_else(|| who.to_owned(), |about| words().phrase_about(who, thing(names, about)));
    Phrase::read(&told(who, Some(text)))
}
