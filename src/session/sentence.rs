//! From ids to sentences.

use super::{Error, Session, Step};
use crate::domain::calendar::Day;
use crate::domain::decide::Refusal;
use crate::domain::event::Event;
use crate::domain::id::{MemberId, SubjectId, TaskId};
use crate::domain::phrase;
use crate::domain::record::Record;
use crate::domain::subject::Subject;
use crate::insight;
use crate::store::{self, CurrentFinding, Question, ThanksRow};

/// One journal entry in words.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    pub record: Record,
    pub sentence: String,
}

/// More members than any team has.
const MANY: usize = 1_000;
/// So many who could be asked are named.
const OTHERS: usize = 3;

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

    /// A row in which the board asks, in a sentence.
    pub fn say_question(&self, question: &Question) -> Result<String, Error> {
        match question {
            Question::One(held) => self.say_finding(held),
            Question::Many(group) => Ok(group.line(&self.board().names(group.mentions())?)),
        }
    }

    /// A refusal in words.
    pub(super) fn refused(&self, refusal: &Refusal) -> Error {
        let refusal = &self.with_others(refusal.clone());
        match self.journal().names(crate::domain::refused::mentions(refusal)) {
            Ok(names) => Error::refused(refusal, &names, self.now()),
            Err(error) => error.into(),
        }
    }

    /// Who else could be asked, where a refusal is about somebody who cannot and its command did not see the others: who
    /// holds the task's role, else whoever is here.
    fn with_others(&self, mut refusal: Refusal) -> Refusal {
        if let Refusal::CannotBeAsked { task, others, .. } = &mut refusal
            && others.is_empty()
        {
            *others = self.could_be_asked(*task).unwrap_or_default();
        }
        refusal
    }

    fn could_be_asked(&self, task: TaskId) -> Result<Vec<MemberId>, Error> {
        let here = self.board().members(MANY)?.into_iter().filter(|row| row.left.is_none());
        let here: Vec<MemberId> = here.map(|row| row.id).filter(|id| Some(*id) != self.me()).collect();
        let role = match self.board().subject(task.into())? {
            Some(Subject::Task(task)) => task.role.value().copied(),
            _ => None,
        };
        let holders: Vec<MemberId> = match role.map(|role| self.board().subject(role.into())).transpose()? {
            Some(Some(Subject::Role(role))) => role.holders.iter().map(|holding| holding.member).collect(),
            _ => Vec::new(),
        };
        let holds: Vec<MemberId> = here.iter().copied().filter(|id| holders.contains(id)).collect();
        let mut others = if holds.is_empty() { here } else { holds };
        others.truncate(OTHERS);
        Ok(others)
    }

    /// A finding's key as people say it: handles and names instead of ids.
    pub fn spoken_key(&self, held: &CurrentFinding) -> Result<String, Error> {
        let names = self.board().names(held.finding.mentions())?;
        let mut key = held.finding.rule.as_str().to_owned();
        // A day only tells apart what is so before and after it: of those only one holds now.
        let parts = held.finding.key.split(':').skip(1).filter(|part| part.parse::<Day>().is_err());
        for part in parts {
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
