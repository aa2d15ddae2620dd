//! What happened to an agreement, in a sentence.

use super::{Say, Sentence, with_text};
use crate::domain::event::AgreementEvent;
use crate::words::words;

impl Say for AgreementEvent {
    fn say(&self, sentence: &Sentence<'_>) -> String {
        let words = words();
        let Sentence { who, .. } = *sentence;
        let it = sentence.it();
        match self {
            AgreementEvent::Drafted(e) => words.phrase_agreement_drafted(who, sentence.introduced(&e.title)),
            AgreementEvent::Amended(_) => words.phrase_agreement_amended(who, it),
            AgreementEvent::Agreed(_) => words.phrase_agreement_agreed(who, it),
            AgreementEvent::Left(e) => words.phrase_agreement_left(who, it, sentence.date(e.on)),
            AgreementEvent::Withdrawn(e) => {
                with_text(words.phrase_agreement_withdrawn(who, it), Some(&e.why))
            }
            AgreementEvent::Reviewed(e) => words.phrase_agreement_reviewed(who, it, sentence.date(e.next)),
        }
    }
}
