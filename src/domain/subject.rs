//! Subjects and their fold: a subject's state is nothing but its own records, applied in canonical order.
//!
//! **Invariant:** any order of arrival gives the same state. What arrives late, or undoes, makes its subject be folded
//! again from all of its records; only a record that comes last in canonical order may be applied on top.

use std::collections::HashSet;

use super::calendar::At;
use super::event::Event;
use super::goal::{Goal, GoalState};
use super::id::{MemberId, RecordId, SubjectId};
use super::member::Member;
use super::record::Record;
use super::role::{Role, RoleState};
use super::settlement::Settlement;
use super::task::Task;
use super::terms::{Agreed, Terms};

/// The kinds of subjects.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    Board,
    Member,
    Role,
    Goal,
    Task,
    Settlement,
}

impl Kind {
    /// The kind that a wire name speaks of, also where the event itself is unknown; `None` for `record.…` and for
    /// kinds of tomorrow.
    pub fn of(wire_name: &str) -> Option<Kind> {
        Some(match wire_name.split('.').next()? {
            "board" => Kind::Board,
            "member" => Kind::Member,
            "role" => Kind::Role,
            "goal" => Kind::Goal,
            "task" => Kind::Task,
            "finding" => Kind::Settlement,
            _ => return None,
        })
    }
}

/// Who made something, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Origin {
    pub by: MemberId,
    pub at: At,
    pub record: RecordId,
}

/// The board itself, as one of its subjects: its name, and what the team agreed on.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Board {
    pub name: String,
    pub agreed: Agreed,
}

/// The state of one subject.
#[derive(Debug, Clone, PartialEq)]
pub enum Subject {
    Board(Board),
    Member(Box<Member>),
    Role(Box<Role>),
    Goal(Box<Goal>),
    Task(Box<Task>),
    Settlement(Box<Settlement>),
}

impl Subject {
    /// The state before any record.
    pub fn blank(kind: Kind, id: SubjectId) -> Subject {
        match kind {
            Kind::Board => Subject::Board(Board::default()),
            Kind::Member => Subject::Member(Box::new(Member::blank(id.into()))),
            Kind::Role => Subject::Role(Box::new(Role::blank(id.into()))),
            Kind::Goal => Subject::Goal(Box::new(Goal::blank(id.into()))),
            Kind::Task => Subject::Task(Box::new(Task::blank(id.into()))),
            Kind::Settlement => Subject::Settlement(Box::new(Settlement::blank(id))),
        }
    }

    /// The fold of a subject's records, which stand in canonical order.
    pub fn fold(kind: Kind, id: SubjectId, records: &[Record]) -> Subject {
        let undone = undone(records);
        let mut subject = Subject::blank(kind, id);
        for record in records.iter().filter(|record| !undone.contains(&record.id)) {
            subject.apply(record);
        }
        if let Subject::Task(task) = &mut subject
            && task.origin.is_none()
        {
            task.withdrawn = withdrawn(records, &undone);
        }
        subject
    }

    /// Applies a record that comes after all applied before. This is the only place where state changes.
    pub fn apply(&mut self, record: &Record) {
        let Some(event) = &record.event else { return };
        match self {
            Subject::Board(board) => {
                // Told of any other subject it would be a second name, and no order between the two.
                if record.subject != record.board.into() {
                    return;
                }
                match event {
                    Event::BoardStarted(started) => board.name.clone_from(&started.name),
                    Event::BoardAgreed(agreed) => board.agreed.write(record, agreed),
                    _ => {}
                }
            }
            Subject::Member(member) => member.apply(record, event),
            Subject::Role(role) => role.apply(record, event),
            Subject::Goal(goal) => goal.apply(record, event),
            Subject::Task(task) => task.apply(record, event),
            Subject::Settlement(settlement) => settlement.apply(record, event),
        }
    }

    /// Whether the record that makes this subject is there and not undone. What merely speaks of a subject that
    /// nobody made (its first record has not come yet, or was undone) stays out of sight.
    pub fn exists(&self) -> bool {
        match self {
            Subject::Board(board) => !board.name.is_empty() || board.agreed.terms() != Terms::default(),
            Subject::Member(member) => member.origin.is_some(),
            Subject::Role(role) => role.origin.is_some(),
            Subject::Goal(goal) => goal.origin.is_some(),
            Subject::Task(task) => task.origin.is_some(),
            Subject::Settlement(settlement) => settlement.answer.is_some(),
        }
    }
}

impl Subject {
    /// When it was done or dropped, retired, met or missed, or left; `None` while it lives, and for what has no end.
    /// Where a goal is read after its end, it is its last reading that counts: somebody still speaks of it.
    pub fn ended(&self) -> Option<At> {
        match self {
            Subject::Board(_) | Subject::Settlement(_) => None,
            Subject::Member(member) => member.left,
            Subject::Role(role) => (role.state() == RoleState::Retired).then_some(role.since),
            Subject::Goal(goal) => match goal.state() {
                GoalState::Proposed | GoalState::Active => None,
                GoalState::Met | GoalState::Missed | GoalState::Dropped => Some(goal.moved),
            },
            Subject::Task(task) => task.is_finished().then_some(task.since),
        }
    }
}

/// The title of a task whose first record is undone, and when that was done last.
fn withdrawn(records: &[Record], undone: &HashSet<RecordId>) -> Option<(String, At)> {
    let made = records
        .iter()
        .find(|record| undone.contains(&record.id) && matches!(record.event, Some(Event::TaskAdded(_))))?;
    let Some(Event::TaskAdded(added)) = &made.event else { return None };
    let undoes = |record: &&Record| {
        !undone.contains(&record.id)
            && matches!(&record.event, Some(Event::RecordUndone(undo)) if undo.record == made.id)
    };
    let undo = records.iter().rev().find(undoes)?;
    Some((added.title.clone(), undo.at))
}

/// The records that stand as if they had not been written: those undone by a record that is not undone itself.
///
/// An undoing record comes after what it undoes (its clock is higher), so one pass from the end decides: undoing an
/// undo is redo.
pub fn undone(records: &[Record]) -> HashSet<RecordId> {
    let mut undone = HashSet::new();
    for record in records.iter().rev() {
        if let Some(Event::RecordUndone(undo)) = &record.event
            && !undone.contains(&record.id)
        {
            undone.insert(undo.record);
        }
    }
    undone
}
