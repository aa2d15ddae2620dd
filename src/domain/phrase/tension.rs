//! What happened to a tension, in a sentence.

use super::{Read, Say, Sentence, thing, with_text};
use crate::domain::event::TensionEvent;
use crate::domain::tension::Outcome;
use crate::words::words;

impl Say for TensionEvent {
    fn say(&self, sentence: &Sentence<'_>) -> String {
        let words = words();
        let Sentence { who, names, .. } = *sentence;
        let it = sentence.it();
        match self {
            TensionEvent::Sensed(e) => {
                let tension = sentence.introduced(&e.is);
                // Its page says what it is about.
                match e.about.filter(|_| sentence.read == Read::Anywhere) {
                    None => words.phrase_sensed(who, tension),
                    Some(about) => words.phrase_sensed_about(who, thing(names, about), tension),
                }
            }
            TensionEvent::TakenUp(_) => words.phrase_tension_taken_up(who, it),
            TensionEvent::Became(e) => match e.what {
                Outcome::Task(task) => words.phrase_tension_became_task(who, it, thing(names, task.into())),
            },
            TensionEvent::Settled(e) => with_text(words.phrase_tension_settled(who, it), e.why.as_deref()),
            TensionEvent::LetGo(e) => with_text(words.phrase_tension_let_go(who, it), Some(&e.why)),
        }
    }
}
