//! From ids to sentences.

use std::collections::HashSet;

use super::{Error, Session, Step};
use crate::domain::calendar::Day;
use crate::domain::decide::Refusal;
use crate::domain::event::Event;
use crate::domain::id::{MemberId, SubjectId, TaskId};
use crate::domain::names::Names;
use crate::domain::phrase::{self, Phrase, Read};
use crate::domain::record::Record;
use crate::domain::refused;
use crate::domain::subject::Subject;
use crate::insight;
use crate::store::{self, CurrentFinding, Question, ThanksRow};
use crate::words::words;

/// One journal entry in words.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    pub record: Record,
    pub phrase: Phrase,
}

impl Entry {
    /// The whole sentence.
    pub fn sentence(&self) -> &str {
        self.phrase.text()
    }
}

/// More members than any team has.
const MANY: usize = 1_000;
/// So many who could be asked are named.
const OTHERS: usize = 3;

impl Session {
    /// What a record says, in a sentence.
    pub fn phrase(&self, record: &Record, read: Read) -> Result<Phrase, Error> {
        let Some((undone, redone)) = self.undone(record)? else {
            return Ok(phrase::phrase(record, &self.names_of(&[record])?, read));
        };
        let undone = undone.record;
        let names = self.names_of(&[record, &undone])?;
        let author = names.name(record.author);
        Ok(match redone {
            true => phrase::redone_phrase(author, &undone, &names, read),
            false => phrase::undone_phrase(author, &undone, &names, read),
        })
    }

    /// What the sentences of some records speak of.
    fn names_of(&self, records: &[&Record]) -> Result<Names, Error> {
        let journal = self.journal();
        let mut others = Vec::new();
        for id in records.iter().flat_map(|record| phrase::tells_of(record)) {
            others.extend(journal.entry(id)?.map(|entry| entry.record));
        }
        let all = records.iter().copied().chain(&others);
        let ids: HashSet<SubjectId> = all.flat_map(phrase::mentions).collect();
        let mut names = journal.names(ids)?;
        others.into_iter().for_each(|record| names.put_record(record));
        Ok(names)
    }

    /// That somebody took a step through their own actions, of which the sentence says what they were.
    pub(super) fn say_step(&self, step: Step, who: MemberId, sentence: &str) -> Result<String, Error> {
        let names = self.journal().names([who.into()])?;
        Ok(match step {
            Step::Undo => words().phrase_undid(names.name(who), sentence),
            Step::Redo => words().phrase_redid(names.name(who), sentence),
        })
    }

    /// Thanks as whoever received them reads them: from whom, for what.
    pub fn say_thanks(&self, thanks: &ThanksRow) -> Result<String, Error> {
        let names = self.board().names([thanks.by.into()].into_iter().chain(thanks.about))?;
        let said = phrase::received_thanks(names.name(thanks.by), &thanks.text, thanks.about, &names);
        Ok(said.text().to_owned())
    }

    /// What an undo takes back in the end, and whether it does it again: undoing an undo is redo.
    pub(super) fn undone(&self, record: &Record) -> Result<Option<(store::Entry, bool)>, Error> {
        let mut redone = true;
        let mut found: Option<store::Entry> = None;
        while let Some(Event::Undone(undo)) = &found.as_ref().map_or(record, |found| &found.record).event {
            let Some(undone) = self.journal().entry(undo.record)? else { return Ok(None) };
            found = Some(undone);
            redone = !redone;
        }
        Ok(found.map(|found| (found, redone)))
    }

    /// Journal entries in words.
    pub fn say_all(&self, entries: Vec<store::Entry>, read: Read) -> Result<Vec<Entry>, Error> {
        let said = |entry: store::Entry| {
            Ok(Entry { phrase: self.phrase(&entry.record, read)?, record: entry.record })
        };
        entries.into_iter().map(said).collect()
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
        let names = match refusal {
            Refusal::BuiltOn { undone, later } => self.names_of(&[undone, later]),
            refusal => self.journal().names(refused::mentions(refusal)).map_err(Error::from),
        };
        match names {
            Ok(names) => Error::refused(refusal, &names, self.now()),
            Err(error) => error,
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
