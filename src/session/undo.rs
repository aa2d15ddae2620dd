//! Undo and redo: of one's own last action, whatever it was.

use std::collections::{BTreeSet, HashSet};

use super::{Done, Error, Session};
use crate::domain::decide::{self, Refusal, UndoTarget};
use crate::domain::event::Event;
use crate::domain::id::{MemberId, RecordId, SubjectId};
use crate::domain::record::Record;
use crate::domain::subject::Subject;
use crate::domain::task::Claim;
use crate::store::{Entry, Writing};

/// How far back one's own journal is searched for something to undo.
const FAR: usize = 2_000;

enum Step {
    Undo(i64),
    Redo(i64),
    Nothing,
}

impl Session {
    /// Takes back one's own last action that is not taken back yet. Refuses where somebody has built on it.
    pub fn undo(&mut self) -> Result<Done, Error> {
        let me = self.me.ok_or_else(Error::who_are_you)?;
        match self.last_step(me, false)? {
            Step::Undo(action) => self.take_back(me, action),
            Step::Redo(_) | Step::Nothing => Err(self.refused(&Refusal::NothingToUndo)),
        }
    }

    /// Does again what one's own last undo took back, if nothing of one's own came after it.
    pub fn redo(&mut self) -> Result<Done, Error> {
        let me = self.me.ok_or_else(Error::who_are_you)?;
        match self.last_step(me, true)? {
            Step::Redo(action) => self.take_back(me, action),
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
                None if joins(me, record) => return Ok(Step::Nothing),
                None => return Ok(Step::Undo(*action)),
            }
        }
        Ok(Step::Nothing)
    }

    fn take_back(&mut self, me: MemberId, action: i64) -> Result<Done, Error> {
        let now = self.now();
        let entries = self.store.action(action)?;
        if entries.iter().any(|entry| joins(me, &entry.record)) {
            return Err(self.refused(&Refusal::NothingToUndo));
        }
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
        let outcome = match decide::undo(me, &targets) {
            Ok(drafts) => {
                let subjects: BTreeSet<SubjectId> = drafts.iter().map(|draft| draft.subject).collect();
                let led = leads(&mut writing, &subjects)?;
                let records = writing.append(me, now, drafts)?;
                match second_lead(me, &led, &leads(&mut writing, &subjects)?) {
                    Some(by) => Err(Refusal::BuiltOn { by, what: "task.claimed".to_owned() }),
                    None => Ok(records),
                }
            }
            Err(refusal) => Err(refusal),
        };
        match outcome {
            Ok(mut records) => {
                writing.commit()?;
                // The sentence speaks of the action's first record, which is undone last.
                records.reverse();
                self.done(records)
            }
            Err(refusal) => {
                drop(writing);
                Err(self.refused(&refusal))
            }
        }
    }
}

/// The live leads of those of the subjects that are tasks.
fn leads(
    writing: &mut Writing<'_>,
    subjects: &BTreeSet<SubjectId>,
) -> Result<Vec<(SubjectId, Claim)>, Error> {
    let mut leads = Vec::new();
    for id in subjects {
        if let Some(Subject::Task(task)) = writing.subject(*id)? {
            leads.extend(task.leads().map(|claim| (*id, claim.clone())));
        }
    }
    Ok(leads)
}

/// Whoever claimed a task since, where a lead would now live again beside theirs: two leads who know of each other
/// stand only where one of them said so, and undo says nothing.
fn second_lead(
    me: MemberId,
    before: &[(SubjectId, Claim)],
    after: &[(SubjectId, Claim)],
) -> Option<MemberId> {
    let silent = |claim: &&(SubjectId, Claim)| claim.1.contest.is_none();
    let was = |claim: &Claim| before.iter().any(|(_, old)| old.id == claim.id);
    let anew = after.iter().filter(silent).filter(|(_, claim)| !was(claim));
    // Whose lead ends by it, as in a handover that is done again, is not beside it.
    let mut stay = after.iter().filter(silent).filter(|(_, claim)| was(claim) && claim.member != me);
    stay.find(|(id, _)| anew.clone().any(|(led, _)| led == id)).map(|(_, other)| other.member)
}

/// Whether somebody became a member by this record of their own, or began the board.
fn joins(me: MemberId, record: &Record) -> bool {
    match &record.event {
        Some(Event::MemberJoined(_)) => record.subject == me.into(),
        Some(Event::BoardStarted(_)) => true,
        _ => false,
    }
}

fn target(record: &Record) -> Option<RecordId> {
    match &record.event {
        Some(Event::RecordUndone(undo)) => Some(undo.record),
        _ => None,
    }
}
