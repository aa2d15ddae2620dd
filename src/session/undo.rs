//! Undo and redo: of one's own last action, whatever it was.

use std::collections::HashSet;

use super::{Done, Error, Session};
use crate::domain::decide::{self, Refusal, UndoTarget};
use crate::domain::event::Event;
use crate::domain::id::{MemberId, RecordId};
use crate::domain::record::Record;
use crate::store::Entry;

/// How far back one's own journal is searched for something to undo.
const FAR: usize = 2_000;

enum Step {
    Undo(i64),
    Redo(i64),
    Nothing,
}

/// The sentence speaks of the first record of what was done at once: it is undone last, and done again first.
#[derive(PartialEq)]
enum Sentence {
    OfTheFirst,
    OfTheLast,
}

impl Session {
    /// Takes back one's own last action that is not taken back yet. Refuses where somebody has built on it.
    pub fn undo(&mut self) -> Result<Done, Error> {
        let me = self.me.ok_or_else(Error::who_are_you)?;
        match self.last_step(me, false)? {
            Step::Undo(action) => self.take_back(me, action, Sentence::OfTheLast),
            Step::Redo(_) | Step::Nothing => Err(self.refused(&Refusal::NothingToUndo)),
        }
    }

    /// Does again what one's own last undo took back, if nothing of one's own came after it.
    pub fn redo(&mut self) -> Result<Done, Error> {
        let me = self.me.ok_or_else(Error::who_are_you)?;
        match self.last_step(me, true)? {
            Step::Redo(action) => self.take_back(me, action, Sentence::OfTheFirst),
            Step::Undo(_) | Step::Nothing => Err(self.refused(&Refusal::NothingToRedo)),
        }
    }

    /// What undo or redo would be about: one's own journal, read from its end like a stack.
    fn last_step(&self, me: MemberId, redo: bool) -> Result<Step, Error> {
        let entries = self.store.journal_by(me, FAR)?;
        let undoes: HashSet<RecordId> =
            entries.iter().filter(|e| target(&e.record).is_some()).map(|e| e.record.id).collect();
        let mut taken_back = HashSet::new();
        for Entry { record, action, .. } in &entries {
            if taken_back.contains(&record.id) {
                continue;
            }
            match target(record) {
                // A redo: the undo that it takes back does not count, and redo goes on behind it.
                Some(target) if undoes.contains(&target) => {
                    taken_back.insert(target);
                }
                Some(_) if redo => return Ok(Step::Redo(*action)),
                Some(target) => {
                    taken_back.insert(target);
                }
                None if redo => return Ok(Step::Nothing),
                // Whoever joins has nothing before that: leaving is the way to undo it.
                None if matches!(record.event, Some(Event::MemberJoined(_) | Event::BoardStarted(_)))
                    && record.subject == me.into() =>
                {
                    return Ok(Step::Nothing);
                }
                None => return Ok(Step::Undo(*action)),
            }
        }
        Ok(Step::Nothing)
    }

    fn take_back(&mut self, me: MemberId, action: i64, sentence: Sentence) -> Result<Done, Error> {
        let now = self.now();
        let entries = self.store.action(action)?;
        let mut writing = self.store.write()?;
        let mut histories = Vec::with_capacity(entries.len());
        for entry in &entries {
            let subject = entry.record.subject;
            histories.push((writing.history(subject)?, writing.named_by(subject)?));
        }
        let targets: Vec<UndoTarget<'_>> = entries
            .iter()
            .zip(&histories)
            .map(|(entry, (history, named_by))| UndoTarget {
                record: &entry.record,
                history,
                // What the action itself made may name its own parts: an import names the members that it brought.
                named_by: if entries.len() > 1 { None } else { *named_by },
            })
            .collect();
        match decide::undo(me, &targets) {
            Ok(drafts) => {
                let mut records = writing.append(me, now, drafts)?;
                writing.commit()?;
                if sentence == Sentence::OfTheLast {
                    records.reverse();
                }
                self.done(records)
            }
            Err(refusal) => {
                drop(writing);
                Err(self.refused(&refusal))
            }
        }
    }
}

fn target(record: &Record) -> Option<RecordId> {
    match &record.event {
        Some(Event::RecordUndone(undo)) => Some(undo.record),
        _ => None,
    }
}
