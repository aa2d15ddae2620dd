//! Many actions in one transaction: how a script of hundreds of them is played at once.
//!
//! Every action is decided as ever, on the board as those before it left it, and its records are in the journal at once.
//! What follows from them is written when somebody reads it, and at the end: mostly that is once for each subject, where
//! each action by itself would fold its subjects, write their rows, search texts and findings, and sign its seal. For a board
//! that nobody else sees, since whoever waits for the lock would wait for all of it; and where one action fails, the board
//! is to be thrown away.
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
    /// From here on everything is written in one transaction, until [`Store::end_together`].
    pub fn begin_together(&mut self) -> Result<(), StoreError> {
        self.writable()?;
        self.connection.execute_batch("BEGIN IMMEDIATE")?;
        let pending = Pending::new(&self.connection, self.lines, Span::Many)?;
        self.together = RefCell::new(Some(pending));
        Ok(())
    }

    /// Ends that transaction.
    pub fn end_together(&mut self) -> Result<(), StoreError> {
        let Some(pending) = self.together.take() else { return Ok(()) };
        let grown = pending.finish(&self.connection, self.board)?;
        self.connection.execute_batch("COMMIT")?;
        if let Some(chain) = grown {
            self.own.note(&chain);
        }
        Ok(())
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
