//! From ids to sentences.

use super::{Error, Session, Step};
use crate::domain::decide::Refusal;
use crate::domain::event::Event;
use crate::domain::id::{MemberId, SubjectId};
use crate::domain::phrase;
use crate::domain::record::Record;
use crate::insight;
use crate::store::{self, CurrentFinding, ThanksRow};

/// One journal entry in words.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    pub record: Record,
    pub sentence: String,
}

impl Session {
    /// What a record says, in a sentence.
    pub fn say(&self, record: &Record) -> Result<String, Error> {
        let names = self.journal().names(phrase::mentions(record))?;
        if let Some((undone, redone)) = self.undone(record)? {
            let author = names.name(record.author);
            let sentence = self.say(&undone)?;
            return Ok(match redone {
                true => phrase::redone_phrase(author, &sentence),
                false => phrase::undone_phrase(author, &sentence),
            });
        }
        Ok(phrase::phrase(record, &names))
    }

    /// That somebody took a step through their own actions, of which the sentence says what they were.
    pub(super) fn say_step(&self, step: Step, who: MemberId, sentence: &str) -> Result<String, Error> {
        let names = self.journal().names([who.into()])?;
        Ok(match step {
            Step::Undo => phrase::undone_phrase(names.name(who), sentence),
            Step::Redo => phrase::redone_phrase(names.name(who), sentence),
        })
    }

    /// Thanks as whoever received them reads them: from whom, for what.
    pub fn say_thanks(&self, thanks: &ThanksRow) -> Result<String, Error> {
        let names = self.board().names([thanks.by.into()].into_iter().chain(thanks.about))?;
        Ok(phrase::received_thanks(names.name(thanks.by), &thanks.text, thanks.about, &names))
    }

    /// What an undo takes back in the end, and whether it does it again: undoing an undo is redo.
    fn undone(&self, record: &Record) -> Result<Option<(Record, bool)>, Error> {
        let mut redone = true;
        let mut at = record.clone();
        while let Some(Event::Undone(undo)) = &at.event {
            let Some(undone) = self.journal().entry(undo.record)? else { return Ok(None) };
            at = undone.record;
            redone = !redone;
        }
        Ok((at.id != record.id).then_some((at, redone)))
    }

    /// Journal entries in words.
    pub fn say_all(&self, entries: Vec<store::Entry>) -> Result<Vec<Entry>, Error> {
        entries
            .into_iter()
            .map(|entry| Ok(Entry { sentence: self.say(&entry.record)?, record: entry.record }))
            .collect()
    }

    /// A finding in a sentence.
    pub fn say_finding(&self, held: &CurrentFinding) -> Result<String, Error> {
        let names = self.board().names(held.finding.mentions())?;
        Ok(insight::line(&held.finding, &names, self.now()))
    }

    /// A refusal in words.
    pub(super) fn refused(&self, refusal: &Refusal) -> Error {
        match self.journal().names(crate::domain::refused::mentions(refusal)) {
            Ok(names) => Error::refused(refusal, &names, self.now()),
            Err(error) => error.into(),
        }
    }

    /// A finding's key as people say it: handles and names instead of ids.
    pub fn spoken_key(&self, held: &CurrentFinding) -> Result<String, Error> {
        let names = self.board().names(held.finding.mentions())?;
        let mut key = held.finding.rule.as_str().to_owned();
        for part in held.finding.key.split(':').skip(1) {
            key.push(':');
            match uuid::Uuid::parse_str(part) {
                Ok(id) => {
                    let id = SubjectId(id);
                    key.push_str(names.handle(id));
                }
                Err(_) => key.push_str(part),
            }
        }
        Ok(key)
    }
}
