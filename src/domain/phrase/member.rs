//! What happened to a member, in a sentence.

use super::{Say, Sentence, changes, told, until};
use crate::domain::event::MemberEvent;
use crate::domain::id::SubjectId;
use crate::domain::names::Names;
use crate::domain::record::Record;
use crate::words::words;

impl Say for MemberEvent {
    fn say(&self, sentence: &Sentence<'_>) -> String {
        let words = words();
        let Sentence { record, who, names, .. } = *sentence;
        let date = |day| sentence.date(day);
        match self {
            MemberEvent::Joined(e) if SubjectId::from(record.author) == record.subject => {
                words.phrase_joined(&e.name)
            }
            MemberEvent::Joined(e) => words.phrase_brought_in(who, &e.name),
            MemberEvent::Edited(e) => {
                told(words.phrase_changed_self(who), Some(&changes::of(e, names, record.at.day())))
            }
            MemberEvent::Away(e) => match e.from {
                Some(from) => until(words.phrase_away_from(who, date(from)), e.until.map(date)),
                None => words.phrase_back(who),
            },
            MemberEvent::Left(_) => words.phrase_left(member(record, who, names)),
            MemberEvent::Returned(_) => words.phrase_returned(member(record, who, names)),
            MemberEvent::Device(_) => words.phrase_device(who),
            MemberEvent::Merged(e) => {
                let known_as = e.name.as_deref().unwrap_or_else(|| names.name(record.subject));
                words.phrase_merged(who, known_as, names.name(e.into))
            }
        }
    }
}

/// Who left or came back: themselves, or whom an import speaks of.
fn member<'n>(record: &Record, who: &'n str, names: &'n Names) -> &'n str {
    if record.subject == record.author.into() { who } else { names.name(record.subject) }
}
