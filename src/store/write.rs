//! The one way to write: an immediate transaction that appends records and keeps all tables in step.

mod pending;
mod reading;
mod receive;
mod sealed;
mod together;

pub use receive::LeftOut;
pub use sealed::Received;
pub(super) use together::Together;

use std::collections::{BTreeSet, HashSet};

use rusqlite::{Connection, TransactionBehavior};

use super::error::ReadOnly;
use super::file::BoardFile;
use super::own::{Chain, Own};
use super::{Store, StoreError, journal, merged};
use crate::domain::calendar::At;
use crate::domain::event::MemberDevice;
use crate::domain::id::{BoardId, MemberId, RecordId, SubjectId, TaskId};
use crate::domain::record::{Draft, Record};
use crate::domain::subject::Subject;
use pending::{Of, Pending, Span};
use together::{Held, Inside};

/// A transaction under way. Dropped without [`Writing::commit`], nothing has happened; but where many actions are written
/// together, what was put stays, and then neither another action nor their end is taken: the board is to be thrown away.
pub struct Writing<'s> {
    transaction: Inside<'s>,
    pending: Held<'s>,
    board: BoardId,
    file: Option<&'s BoardFile>,
    own: &'s mut Own,
    /// The first record of this action.
    action: Option<First>,
    /// The lines that are set aside, by their hashes; not looked at before somebody sends something.
    aside: Option<HashSet<RecordId>>,
    /// Who has not heard of what others wrote last of each subject.
    apart: Option<MemberId>,
}

/// The first record of an action.
#[derive(Clone, Copy)]
struct First {
    row: i64,
    seq: u64,
    author: MemberId,
}

impl Store {
    /// Why nothing can be written, where that is so.
    pub(super) fn writable(&self) -> Result<(), StoreError> {
        match self.read_only {
            Some(ReadOnly::Newer { version }) => Err(StoreError::Newer { path: self.path.clone(), version }),
            Some(ReadOnly::Backup) => Err(StoreError::Backup { path: self.path.clone() }),
            Some(ReadOnly::Disk) => Err(StoreError::ReadOnly { path: self.path.clone() }),
            None => Ok(()),
        }
    }

    /// Begins to write; waits for its turn.
    pub fn write(&mut self) -> Result<Writing<'_>, StoreError> {
        self.writable()?;
        self.in_place()?;
        let (transaction, pending) = match self.together.get_mut() {
            Some(pending) => {
                pending.whole()?;
                (Inside::Another(&self.connection), Held::Lent(pending))
            }
            None => {
                let transaction = self
                    .connection
                    .transaction_with_behavior(TransactionBehavior::Immediate)
                    .map_err(|error| StoreError::from(error).before_our_turn())?;
                super::schema::unchanged(&transaction, &mut self.schema, self.file.is_some())
                    .map_err(|error| error.at(&self.path))?;
                let pending = Box::new(Pending::new(&transaction, self.lines, Span::One)?);
                (Inside::Own(transaction), Held::Own(pending))
            }
        };
        Ok(Writing {
            transaction,
            pending,
            board: self.board,
            file: self.file.as_ref(),
            own: &mut self.own,
            action: None,
            aside: None,
            apart: None,
        })
    }
}

impl Writing<'_> {
    /// A subject as it stands inside this transaction; `None` where no record speaks of it.
    pub fn subject(&mut self, id: SubjectId) -> Result<Option<Subject>, StoreError> {
        let known = self.pending.subject(&self.transaction, id)?.cloned();
        match known {
            Some(known) if let Some(me) = self.apart => {
                let mut history = self.history(id)?;
                if history.last().is_some_and(|last| last.author != me) {
                    history.pop();
                }
                Ok(Some(Subject::fold(known.kind(), id, &history)))
            }
            known => Ok(known),
        }
    }

    /// From here on a subject is seen without what somebody else than `me` wrote last of it, as on a machine that has not
    /// heard of that yet.
    pub fn stand_apart(&mut self, me: MemberId) {
        self.apart = Some(me);
    }

    /// Whether a subject of this id is known.
    pub fn knows(&mut self, id: SubjectId) -> Result<bool, StoreError> {
        Ok(self.pending.subject(&self.transaction, id)?.is_some_and(Subject::exists))
    }

    /// Whether the record that makes this subject stands, also where it is out of sight since it is another one by now.
    pub fn is_made(&mut self, id: SubjectId) -> Result<bool, StoreError> {
        Ok(self.pending.subject(&self.transaction, id)?.is_some_and(Subject::is_made))
    }

    /// Whether any record speaks of this subject, also one that was undone.
    pub fn mentions(&self, id: SubjectId) -> Result<bool, StoreError> {
        journal::mentions(&self.transaction, id)
    }

    /// The subject that another tool knew under this key.
    pub fn known_as(&mut self, source: &str) -> Result<Option<SubjectId>, StoreError> {
        self.pending.catch_up(&self.transaction)?;
        super::origin::subject(&self.transaction, source)
    }

    /// The records of a subject, in canonical order.
    pub fn history(&self, id: SubjectId) -> Result<Vec<Record>, StoreError> {
        Ok(journal::of_subject(&self.transaction, id, self.pending.lines())?.records)
    }

    /// A subject as those of its records alone make it that are picked; `None` where they make none.
    pub fn folded_from(
        &self,
        id: SubjectId,
        is_picked: impl Fn(&Record) -> bool,
    ) -> Result<Option<Subject>, StoreError> {
        let history = journal::of_subject(&self.transaction, id, self.pending.lines())?;
        Ok(history.folded_from(self.pending.merges(), id, is_picked))
    }

    /// Who a member is, of those who are somebody else.
    pub fn person(&self, member: MemberId) -> MemberId {
        self.pending.merges().person(member)
    }

    /// The tasks that were brought in by the same actions as these, with these.
    pub fn brought_with(&self, tasks: &[TaskId]) -> Result<BTreeSet<TaskId>, StoreError> {
        journal::brought_with(&self.transaction, tasks)
    }

    /// Says that so many tasks will come in. Where they are many, and more than there are, the tables are without their
    /// indexes until the transaction ends: then only subjects may be asked for, by their ids and sources.
    pub fn expect_tasks(&mut self, count: usize) -> Result<(), StoreError> {
        self.pending.expect_tasks(&self.transaction, count)
    }

    /// Appends drafts as one action of `author`, and applies them.
    pub fn append(
        &mut self,
        author: MemberId,
        at: At,
        drafts: Vec<Draft>,
    ) -> Result<Vec<Record>, StoreError> {
        let mut records = Vec::with_capacity(drafts.len());
        if !drafts.is_empty() {
            self.introduce(author, at)?;
        }
        for draft in drafts {
            let next = self.pending.chain.as_ref().map_or(0, |chain| chain.tip.count) + 1;
            // What another does is an action of theirs, and on the wire only records of one author are one.
            let first = self.action.filter(|first| first.author == author).unwrap_or(First {
                row: self.pending.next_n,
                seq: next,
                author,
            });
            self.action = Some(first);
            records.push(self.put(draft, author, at, first)?);
        }
        self.pending.flush_many(&self.transaction)?;
        Ok(records)
    }

    /// A replica's first record says whose it is; it belongs to no action, and is never undone.
    fn introduce(&mut self, author: MemberId, at: At) -> Result<(), StoreError> {
        if self.pending.chain.is_none() {
            self.pending.chain = Some(self.own.chain(&self.transaction, self.pending.lamport)?);
        }
        let Some(public) = self.pending.chain.as_ref().filter(|chain| chain.is_new()).map(Chain::public)
        else {
            return Ok(());
        };
        let key = public.iter().map(|byte| format!("{byte:02x}")).collect();
        let device = Draft::new(author, MemberDevice { key });
        self.put(device, author, at, First { row: self.pending.next_n, seq: 1, author }).map(drop)
    }

    fn put(&mut self, draft: Draft, author: MemberId, at: At, action: First) -> Result<Record, StoreError> {
        self.pending.expect(&self.transaction, draft.subject)?;
        let pending = &mut *self.pending;
        let chain = pending.chain.as_mut().expect("a chain is there before anything is put on it");
        chain.tip.lamport = pending.lamport;
        let (record, line) =
            Record::write_in_action(draft, self.board, author, at, &mut chain.tip, Some(action.seq));
        if !journal::insert(&self.transaction, chain.n, action.row, &record, &line)? {
            return Err(StoreError::NotWritten("journal"));
        }
        chain.clock = record.lamport;
        pending.lamport = record.lamport;
        pending.next_n += 1;
        pending.apply(&self.transaction, &record)?;
        Ok(record)
    }

    /// Lets the journal tell something else of these subjects, and their tables with it.
    pub(super) fn refold_after(
        &mut self,
        subjects: impl IntoIterator<Item = SubjectId> + Clone,
        change: impl FnOnce(&Connection) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        for id in subjects.clone() {
            self.pending.expect(&self.transaction, id)?;
        }
        // Whether somebody has written by then decides what was said of who they are.
        let told = merged::told_of(&self.transaction)?;
        for id in &told {
            self.pending.expect(&self.transaction, *id)?;
        }
        change(&self.transaction)?;
        self.pending.touch_order();
        subjects.into_iter().chain(told).try_for_each(|id| self.pending.fold_later(&self.transaction, id))
    }

    /// Ends the transaction: from here on it is on the disk.
    pub fn commit(self) -> Result<(), StoreError> {
        let (transaction, pending) = match (self.transaction, self.pending) {
            (Inside::Own(transaction), Held::Own(pending)) => (transaction, pending),
            // It goes on.
            (_, mut pending) => {
                pending.end_action();
                return Ok(());
            }
        };
        let grown = pending.finish(&transaction, self.board)?;
        transaction.commit()?;
        // Acknowledged only where others will find it.
        if let Some(file) = self.file
            && !file.is_in_place()
        {
            return Err(StoreError::WrittenElsewhere { path: file.named().to_owned() });
        }
        if let Some(chain) = grown {
            self.own.note(&chain);
        }
        Ok(())
    }
}
