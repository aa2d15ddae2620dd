//! How a finding was answered, in a sentence.

use super::way::way;
use super::{Say, Sentence, called, mentions, thing, until, with_text};
use crate::domain::calendar::Day;
use crate::domain::event::{Event, SettlementEvent};
use crate::domain::names::Names;
use crate::domain::settlement::Verdict;
use crate::words::words;

impl Say for SettlementEvent {
    fn say(&self, sentence: &Sentence<'_>) -> String {
        let words = words();
        let Sentence { who, names, .. } = *sentence;
        let date = |day| sentence.date(day);
        match self {
            SettlementEvent::Settled(e) => {
                let finding = finding(&e.finding, names);
                let settled = match (e.verdict, e.became) {
                    (Verdict::Fixed, _) => words.phrase_settled_fixed(who, finding),
                    (Verdict::Fine, _) => words.phrase_settled_fine(who, finding),
                    (Verdict::Tension, None) => words.phrase_settled_tension(who, finding),
                    (Verdict::Tension, Some(tension)) => {
                        let tension = words.phrase_the_tension(called(names, tension.into()));
                        words.phrase_settled_as(who, finding, tension)
                    }
                };
                with_text(until(settled, e.until.map(date)), Some(&e.reason))
            }
            SettlementEvent::Offered(e) => {
                let to: Vec<String> = e.to.iter().map(|member| names.name(*member).to_owned()).collect();
                let way = way(&e.way, |id| thing(names, id));
                with_text(words.phrase_way_offered(who, and(&to), way), e.reason.as_deref())
            }
            SettlementEvent::Answered(e) => {
                let offer = names.record(e.offer).and_then(|record| record.event.as_ref());
                let said = match offer {
                    Some(Event::Settlement(SettlementEvent::Offered(offer))) => {
                        let way = way(&offer.way, |id| thing(names, id));
                        match e.yes {
                            true => words.phrase_way_agreed(who, way),
                            false => words.phrase_way_declined(who, way),
                        }
                    }
                    _ if e.yes => words.phrase_said_yes(who),
                    _ => words.phrase_said_no(who),
                };
                with_text(said, e.reason.as_deref())
            }
        }
    }
}

/// A finding by what it is about: `the two leads of bakul`. Its own line needs the board, which a record is not.
fn finding(key: &str, names: &Names) -> String {
    let rule = key.split(':').next().unwrap_or(key);
    let things: Vec<String> = mentions::in_finding(key).map(|id| thing(names, id)).collect();
    let text = key.split(':').nth(1).filter(|text| text.parse::<Day>().is_err());
    match (things.as_slice(), text) {
        ([], None) => words().phrase_finding_of_all(rule),
        ([], Some(text)) => words().phrase_finding(rule, words().phrase_quoted(text)),
        (things, _) => words().phrase_finding(rule, and(things)),
    }
}

/// One or several: `bakul and danum`.
fn and(things: &[String]) -> String {
    match things {
        [] => String::new(),
        [thing] => thing.clone(),
        [first @ .., last] => words().finding_and(first.join(", "), last),
    }
}
