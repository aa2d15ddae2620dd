//! What happened to a decision, in a sentence. What is hidden from some stands in none.

use super::{Say, Sentence, thing, until, with_text};
use crate::domain::decision::{Phase, State, Word};
use crate::domain::event::DecisionEvent;
use crate::words::words;

impl Say for DecisionEvent {
    fn say(&self, sentence: &Sentence<'_>) -> String {
        let words = words();
        let Sentence { who, names, .. } = *sentence;
        let it = sentence.it();
        match self {
            DecisionEvent::Drafted(e) => words.phrase_drafted(who, sentence.introduced(&e.title)),
            DecisionEvent::Amended(e) => {
                with_text(words.phrase_amended(who, it), e.text.as_deref().or(Some(&e.title)))
            }
            DecisionEvent::Moved(e) if e.to == Phase::Parked => {
                let parked =
                    until(words.phrase_decision_parked(who, it), e.until.map(|day| sentence.date(day)));
                with_text(parked, e.why.as_deref())
            }
            DecisionEvent::Moved(e) => {
                let state = words.decision_state(State::from(e.to).as_str());
                with_text(words.phrase_decision_moved(who, it, state), e.why.as_deref())
            }
            DecisionEvent::Scheduled(_) => words.phrase_decision_scheduled(who, it),
            DecisionEvent::Asked(e) => with_text(words.phrase_decision_asked(who, it), Some(&e.text)),
            DecisionEvent::Answered(e) => with_text(words.phrase_decision_answered(who, it), Some(&e.text)),
            DecisionEvent::Stance(e) if e.hidden => words.phrase_spoke(who, it),
            DecisionEvent::Stance(e) => {
                let said = match (e.stance, e.nominates) {
                    (Word::Nominate, Some(member)) => words.phrase_nominated(who, names.name(member), it),
                    (word, _) => words.phrase_stance(word.as_str(), who, it),
                };
                with_text(said, e.reason.as_deref())
            }
            // Whether there is one may be hidden, so that what was thought of it is read on the page alone.
            DecisionEvent::Tested(_) => words.phrase_tested(who, it),
            DecisionEvent::Joined(_) => words.phrase_decision_joined(who, it),
            DecisionEvent::SteppedOut(_) => words.phrase_stepped_out(who, it),
            DecisionEvent::Adopted(e) => with_text(words.phrase_adopted(who, it), e.took.as_deref()),
            DecisionEvent::Shown(_) => words.phrase_shown(who, it),
            DecisionEvent::Withdrawn(e) => {
                with_text(words.phrase_decision_withdrawn(who, it), e.why.as_deref())
            }
            DecisionEvent::Carried(_) => words.phrase_carried(who, it),
            DecisionEvent::Judged(e) => {
                with_text(words.phrase_judged(e.verdict.as_str(), who, it), Some(&e.why))
            }
            DecisionEvent::Reviewed(e) => match e.into {
                Some(into) => words.phrase_replaced(thing(names, into.into()), it),
                None => until(words.phrase_decision_renewed(who, it), e.next.map(|day| sentence.date(day))),
            },
        }
    }
}
