//! Many actions in one transaction: how a script of hundreds of them is played at once.
//!
//! Every action is decided as ever, on the board as those before it left it, and its records are in the journal at once.
//! What follows from them is written when somebody reads it, and at the end: mostly that is once for each subject, where
//! each action by itself would fold its subjects, write their rows, search texts and findings, and sign its seal. For a board
//! that nobody else sees, one in memory, since whoever waits for the lock would wait for all of it; and where one action
//! fails after it wrote something, all of them are gone.
//!
//! **Invariant:** whoever reads a table that follows from the journal asks [`Store::tables`] or [`Store::rows_of`] for it.
//! The names and handles of subjects are in step always: every command looks up what it speaks of.

use std::cell::RefCell;
use std::ops::{Deref, DerefMut};

use rusqlite::{Connection, Transaction};

use super::pending::{Of, Pending, Span};
use crate::domain::id::SubjectId;
use crate::domain::subject::{Kind, Subject};
use crate::store::{Store, StoreError};

/// What is not in the tables yet, while actions are written together.
pub(in crate::store) type Together = RefCell<Option<Pending>>;

/// What is written in.
pub(super) enum Inside<'s> {
    /// A transaction of its own.
    Own(Transaction<'s>),
    /// One that goes on afterwards.
    Another(&'s Connection),
}

impl Deref for Inside<'_> {
    type Target = Connection;

    fn deref(&self) -> &Connection {
        match self {
            Inside::Own(transaction) => transaction,
            Inside::Another(connection) => connection,
        }
    }
}

/// What that transaction has not written yet, likewise.
pub(super) enum Held<'s> {
    Own(Box<Pending>),
    Lent(&'s mut Pending),
}

impl Deref for Held<'_> {
    type Target = Pending;

    fn deref(&self) -> &Pending {
        match self {
            Held::Own(pending) => pending,
            Held::Lent(pending) => pending,
        }
    }
}

impl DerefMut for Held<'_> {
    fn deref_mut(&mut self) -> &mut Pending {
        match self {
            Held::Own(pending) => pending,
            Held::Lent(pending) => pending,
        }
    }
}

impl Store {
    /// From here on everything is written in one transaction, until [`Store::end_together`]. Only in memory: that it is
    /// still our file, of a form that we know, is asked where a single action begins and ends.
    pub fn begin_together(&mut self) -> Result<(), StoreError> {
        self.writable()?;
        if self.file.is_some() {
            return Err(StoreError::Together("the board is a file"));
        }
        if self.is_together() {
            return Err(StoreError::Together("they are already"));
        }
        self.connection.execute_batch("BEGIN IMMEDIATE")?;
        let pending = Pending::new(&self.connection, self.lines, Span::Many);
        self.together = RefCell::new(Some(self.or_roll_back(pending)?));
        Ok(())
    }

    /// Ends that transaction. Where it cannot, or where an action was left halfway, nothing of it has happened.
    pub fn end_together(&mut self) -> Result<(), StoreError> {
        let Some(pending) = self.together.take() else { return Ok(()) };
        let connection = &self.connection;
        let ended = pending.whole().and_then(|()| {
            let grown = pending.finish(connection, self.board)?;
            connection.execute_batch("COMMIT")?;
            Ok(grown)
        });
        if let Some(chain) = self.or_roll_back(ended)? {
            self.own.note(&chain);
        }
        Ok(())
    }

    /// What was done in a transaction that goes on; where it failed, the transaction is over.
    fn or_roll_back<T>(&self, done: Result<T, StoreError>) -> Result<T, StoreError> {
        if done.is_err() && !self.connection.is_autocommit() {
            // The first failure is the one to tell.
            let _ = self.connection.execute_batch("ROLLBACK");
        }
        done
    }

    /// Whether what is done now is written together with more.
    pub fn is_together(&self) -> bool {
        self.together.borrow().is_some()
    }

    /// A subject as it stands after what was written together so far, if anything is.
    pub(in crate::store) fn subject_together(&self, id: SubjectId) -> Result<Option<Subject>, StoreError> {
        match &mut *self.together.borrow_mut() {
            Some(pending) => Ok(pending.subject(&self.connection, id)?.cloned()),
            None => Ok(None),
        }
    }

    /// All tables, in step with the journal.
    pub(in crate::store) fn tables(&self) -> Result<&Connection, StoreError> {
        if let Some(pending) = &mut *self.together.borrow_mut() {
            pending.settle(&self.connection)?;
        }
        Ok(&self.connection)
    }

    /// The tables of one kind of subject, likewise.
    pub(in crate::store) fn rows_of(&self, kind: Kind) -> Result<&Connection, StoreError> {
        if let Some(pending) = &mut *self.together.borrow_mut() {
            pending.flush(&self.connection, Of::Kind(kind))?;
        }
        Ok(&self.connection)
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::super::Writing;
    use super::*;
    use crate::domain::calendar::At;
    use crate::domain::event::{Event, MemberJoined};
    use crate::domain::id::{BoardId, MemberId};
    use crate::domain::record::Draft;
    use crate::store::{Key, Keyring};

    const BOARD: BoardId = BoardId(Uuid::from_u128(1));

    fn store() -> Store {
        Store::in_memory(BOARD, &Key::from_seed([1; 32])).unwrap()
    }

    fn join(store: &mut Store, n: u128) -> Writing<'_> {
        let me = MemberId(Uuid::from_u128(n));
        let joined =
            MemberJoined { name: format!("{n}"), initials: None, source: None, file: None, at: None };
        let mut writing = store.write().unwrap();
        writing.append(me, At(1), vec![Draft::new(me, Event::from(joined))]).unwrap();
        writing
    }

    fn is_refused<T>(done: Result<T, StoreError>) -> bool {
        matches!(done.map(drop), Err(StoreError::Together(_)))
    }

    #[test]
    fn an_action_that_was_left_halfway_takes_all_with_it() {
        let mut store = store();
        join(&mut store, 2).commit().unwrap();
        let before = (store.journal_len().unwrap(), store.fingerprints().unwrap());
        store.begin_together().unwrap();
        join(&mut store, 3).commit().unwrap();
        // One that wrote nothing is no trouble.
        drop(store.write().unwrap());
        drop(join(&mut store, 4));
        assert!(is_refused(store.write()) && is_refused(store.end_together()));
        assert_eq!((store.journal_len().unwrap(), store.fingerprints().unwrap()), before);
        join(&mut store, 5).commit().unwrap();
        assert!(store.rebuild().unwrap().differed.is_empty());
    }

    #[test]
    fn only_a_board_in_memory_is_written_so_and_once_at_a_time() {
        let folder = tempfile::tempdir().unwrap();
        let keys = Keyring::in_memory(|| [1; 32]);
        let mut kept = Store::create(&folder.path().join("board.db"), BOARD, &keys, |_| Ok(())).unwrap();
        assert!(is_refused(kept.begin_together()));
        join(&mut kept, 2).commit().unwrap();
        let mut store = store();
        store.begin_together().unwrap();
        assert!(is_refused(store.begin_together()));
        join(&mut store, 2).commit().unwrap();
        store.end_together().unwrap();
        assert!(!store.is_together());
    }
}
