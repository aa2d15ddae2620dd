//! What happened to a role, in a sentence.

use super::{Say, Sentence, changes, thing, told, until, with_text};
use crate::domain::event::RoleEvent;
use crate::words::words;

impl Say for RoleEvent {
    fn say(&self, sentence: &Sentence<'_>) -> String {
        let words = words();
        let Sentence { record, who, names, .. } = *sentence;
        let name = sentence.it();
        let date = |day| sentence.date(day);
        match self {
            RoleEvent::Added(e) => {
                let role = sentence.introduced(&e.name);
                if e.source.is_some() || e.at.is_some() {
                    words.phrase_brought_in(who, role)
                } else {
                    words.phrase_added(who, role)
                }
            }
            RoleEvent::Edited(e) => {
                told(words.phrase_changed(who, name), Some(&changes::of(e, names, record.at.day())))
            }
            RoleEvent::Taken(e) => {
                let taken = match record.ends.is_empty() {
                    true => words.phrase_role_taken(who, name),
                    false => words.phrase_role_part_changed(who, name),
                };
                with_text(until(taken, e.term.map(date)), e.focus.as_deref())
            }
            RoleEvent::PutDown(_) => words.phrase_role_put_down(who, name),
            RoleEvent::Merged(e) => words.phrase_merged_into(who, name, thing(names, e.into.into())),
        }
    }
}
