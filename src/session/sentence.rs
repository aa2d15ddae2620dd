//! From ids to sentences.

use std::collections::{BTreeSet, HashSet};

use super::{Error, Session, Step};
use crate::domain::calendar::Day;
use crate::domain::decide::Refusal;
use crate::domain::event::Event;
use crate::domain::id::{MemberId, SubjectId, TaskId};
use crate::domain::names::{Named, Names};
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
/// So many sentences are still read one after the other.
const SENTENCES: usize = 3;

impl Session {
    /// That more than half of what the team leads, decides or facilitates is one's own, in sentences for oneself: nobody else is told.
    pub fn concentrated_on_me(&self) -> Result<Vec<String>, Error> {
        let Some(me) = self.me() else { return Ok(Vec::new()) };
        let team = self.board().concentration(me)?;
        let leads = team.of_leads().map(|share| words().page_share_leads(share.mine, share.all));
        let meetings = team.of_facilitation().map(|share| words().page_share_meetings(share.mine, share.all));
        let decisions = team.of_decisions().map(|share| words().page_share_decisions(share.mine, share.all));
        Ok(leads.into_iter().chain(decisions).chain(meetings).collect())
    }

    /// What a record says, in a sentence.
    pub fn phrase(&self, record: &Record, read: Read) -> Result<Phrase, Error> {
        let undone = self.undone(record)?;
        let names = self.names_of(&told(record, &undone))?;
        Ok(phrase_under(record, &undone, &names, read))
    }

    /// What several records say, the same of different tasks in one sentence: `Ayu claimed bak, dan, kag`.
    pub(super) fn phrase_several(&self, records: &[&Record]) -> Result<Phrase, Error> {
        let mut alike: Vec<(Option<String>, Vec<&Record>)> = Vec::new();
        for record in records {
            let says = self.apart_from_subject(record)?;
            match alike.iter_mut().find(|(other, _)| says.is_some() && *other == says) {
                Some((_, together)) => together.push(record),
                None => alike.push((says, vec![record])),
            }
        }
        let mut said = Phrase::default();
        for (_, together) in alike.iter().take(SENTENCES) {
            let sentence = self.phrase_together(together)?;
            said = if said.text().is_empty() { sentence } else { said.also(&sentence) };
        }
        let left: usize = alike.iter().skip(SENTENCES).map(|(_, together)| together.len()).sum();
        Ok(if left > 0 { said.within(|said| words().phrase_and_more(said, left)) } else { said })
    }

    /// What the first of several records says, said of all that say the same; and how many these are.
    pub(super) fn phrase_alike(&self, records: &[Record]) -> Result<(Phrase, usize), Error> {
        let Some(first) = records.first() else { return Ok((Phrase::default(), 0)) };
        let mut alike = vec![first];
        if let Some(says) = self.apart_from_subject(first)? {
            for record in &records[1..] {
                if self.apart_from_subject(record)?.as_ref() == Some(&says) {
                    alike.push(record);
                }
            }
        }
        Ok((self.phrase_together(&alike)?, alike.len()))
    }

    /// What a record about a task, or the answer to a question about one thing, says of whichever that is.
    fn apart_from_subject(&self, record: &Record) -> Result<Option<String>, Error> {
        let undone = self.undone(record)?;
        let told = told(record, &undone);
        let Some(about) = told.last().and_then(|told| phrase::about(told)) else { return Ok(None) };
        let mut names = self.names_of(&told)?;
        if names.is_called_by_name(about) {
            return Ok(None);
        }
        names.put(about, phrase::together(&[], &names));
        Ok(Some(phrase_under(record, &undone, &names, Read::Anywhere).text().to_owned()))
    }

    /// The sentence of the first of records that say the same, about all their subjects.
    fn phrase_together(&self, records: &[&Record]) -> Result<Phrase, Error> {
        let [first, _, ..] = records else {
            return records
                .first()
                .map_or_else(|| Ok(Phrase::default()), |one| self.phrase(one, Read::Anywhere));
        };
        let undone = self.undone(first)?;
        let mut names = self.names_of(&told(first, &undone))?;
        let mut all = Vec::with_capacity(records.len());
        for record in records {
            let undone = self.undone(record)?;
            all.extend(told(record, &undone).last().and_then(|told| phrase::about(told)));
        }
        if let Some(about) = all.first() {
            names.put(*about, self.together(all.iter().copied())?);
        }
        Ok(phrase_under(first, &undone, &names, Read::Anywhere))
    }

    /// A sentence about all the subjects of some records, which one member wrote.
    pub(super) fn say_of_several(
        &self,
        records: &[Record],
        said: impl Fn(&str, &str) -> String,
    ) -> Result<Phrase, Error> {
        let Some(first) = records.first() else { return Ok(Phrase::default()) };
        let names = self.journal().names([first.author.into()])?;
        let together = self.together(records.iter().map(|record| record.subject))?;
        Ok(phrase::of_several(&said(names.name(first.author), &together.handle)))
    }

    /// How several subjects are called in one sentence.
    fn together(&self, ids: impl IntoIterator<Item = SubjectId>) -> Result<Named, Error> {
        let ids: Vec<SubjectId> = ids.into_iter().collect();
        Ok(phrase::together(&ids, &self.journal().names(ids.iter().copied())?))
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

    /// Whether a record is told without the name of who wrote it; so is that it was taken back.
    pub fn is_unnamed(&self, record: &Record) -> Result<bool, Error> {
        let undone = self.undone(record)?;
        let is_unnamed =
            |record: &Record| record.event.as_ref().is_some_and(|event| event.facts().is_unnamed);
        Ok(told(record, &undone).into_iter().any(is_unnamed))
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

    /// Several findings in a sentence each. What many of them name is looked up once.
    pub fn say_findings(&self, held: &[CurrentFinding]) -> Result<Vec<String>, Error> {
        let mentions: BTreeSet<_> = held.iter().flat_map(|held| held.finding.mentions()).collect();
        let (names, now) = (self.board().names(mentions)?, self.now());
        Ok(held.iter().map(|held| insight::line(&held.finding, &names, now)).collect())
    }

    /// A row in which the board asks, in a sentence.
    pub fn say_question(&self, question: &Question) -> Result<String, Error> {
        match question {
            Question::One(held) => self.say_finding(held),
            Question::Many(group) => Ok(group.line(&self.board().names(group.mentions())?)),
        }
    }

    /// A refusal in words.
    pub fn refused(&self, refusal: &Refusal) -> Error {
        self.refused_as(refusal, None)
    }

    /// Why none of several commands is done: each that is refused says so, the first few in full.
    pub(super) fn refused_all(&self, refusals: &[Refusal], commands: usize) -> Error {
        let Some(first) = refusals.first() else { return Error::bug("nothing was refused") };
        if let [only] = refusals
            && commands == 1
        {
            return self.refused(only);
        }
        let said: Vec<String> =
            refusals.iter().take(SENTENCES).map(|refusal| self.refused(refusal).message).collect();
        let mut message = said[1..].iter().fold(said[0].clone(), |said, more| words().form_also(said, more));
        if refusals.len() > SENTENCES {
            message = words().phrase_and_more(message, refusals.len() - SENTENCES);
        }
        if !refusals.iter().all(Refusal::is_so_already) {
            message = words().refused_of_several(message, commands);
        }
        // What can be typed for one can be typed for all that are refused for the same reason.
        let tasks: Option<Vec<TaskId>> = refusals.iter().map(|refusal| same_reason(first, refusal)).collect();
        Error { message, ..self.refused_as(first, tasks.as_deref()) }
    }

    /// A refusal in words; with tasks, as what is said of all of them at once.
    fn refused_as(&self, refusal: &Refusal, tasks: Option<&[TaskId]>) -> Error {
        let refusal = &self.with_others(refusal.clone());
        let names = match refusal {
            Refusal::BuiltOn { undone, later } => self.names_of(&[undone, later]),
            refusal => self.journal().names(refused::mentions(refusal)).map_err(Error::from),
        };
        let names = names.and_then(|mut names| {
            if let Some([first, _, ..]) = tasks {
                let all = tasks.into_iter().flatten().map(|task| self.board().task_handle(*task));
                let handle = all.collect::<Result<Vec<_>, _>>()?.join(",");
                names.put(*first, Named { handle, name: String::new() });
            }
            Ok(names)
        });
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

/// The records that a sentence tells: one, and what it took back in the end.
fn told<'r>(record: &'r Record, undone: &'r Option<(store::Entry, bool)>) -> Vec<&'r Record> {
    std::iter::once(record).chain(undone.as_ref().map(|(undone, _)| &undone.record)).collect()
}

fn phrase_under(record: &Record, undone: &Option<(store::Entry, bool)>, names: &Names, read: Read) -> Phrase {
    let author = names.name(record.author);
    match undone {
        None => phrase::phrase(record, names, read),
        Some((undone, true)) => phrase::redone_phrase(author, &undone.record, names, read),
        Some((undone, false)) => phrase::undone_phrase(author, &undone.record, names, read),
    }
}

/// The task of a refusal, where it is refused for the same reason as another.
fn same_reason(first: &Refusal, refusal: &Refusal) -> Option<TaskId> {
    let is_same = std::mem::discriminant(first) == std::mem::discriminant(refusal);
    refusal.task().filter(|_| is_same)
}
