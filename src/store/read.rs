//! What the screens and commands read besides windows of tasks.

mod agreements;
mod batches;
mod concentration;
mod decisions;
mod events;
mod figures;
mod goals;
mod held;
mod may;
mod meetings;
mod offers;
mod pairings;
mod people;
mod ranks;
mod since;
mod team;
mod tensions;
mod thanks;
mod waiting;

use rusqlite::{DropBehavior, OptionalExtension, Transaction, TransactionBehavior};

use super::{Store, StoreError, journal, merged, origin, project};
use crate::domain::id::{MemberId, SubjectId};
use crate::domain::record::Record;
use crate::domain::subject::{Kind, Subject};

pub use super::finding::COUNTED;
pub use super::tally::Counts;
pub use agreements::AgreementRow;
pub use batches::{Batch, JournalLine, LinePlace, Singly};
pub use decisions::{Decided, DecisionRow};
pub use events::JournalFilter;
pub use figures::FactsSince;
pub use goals::GoalRow;
pub use meetings::{MeetingRow, TopicRow};
pub(super) use meetings::{ahead_of, open as open_meetings};
pub use offers::OfferedWay;
pub use pairings::PairingRow;
pub(super) use pairings::between as pairings_between;
pub use people::{HolderRow, MemberRow, RoleRow};
pub(super) use ranks::{Order, neighbours};
pub use team::{MANY, PersonRow, TITLES, Wait};
pub use tensions::TensionRow;
pub use thanks::ThanksRow;
pub use waiting::{BlockerRow, Handover, OfferRow};

/// While it is held, everything is read of one moment, whoever writes meanwhile.
pub struct Still<'a> {
    _reading: Option<Transaction<'a>>,
}

impl Store {
    /// Holds the board still for several readings: they agree with each other, and the file is locked once for all of
    /// them instead of once for each. Nothing can be written through it meanwhile.
    pub fn still(&self) -> Result<Still<'_>, StoreError> {
        if !self.connection.is_autocommit() {
            return Ok(Still { _reading: None });
        }
        let mut reading = Transaction::new_unchecked(&self.connection, TransactionBehavior::Deferred)?;
        // Rolled back, a temporary table that was made meanwhile would take SQLite's whole schema with it: what is read next
        // would wait until it is parsed anew.
        reading.set_drop_behavior(DropBehavior::Commit);
        Ok(Still { _reading: Some(reading) })
    }

    /// The team's name.
    pub fn name(&self) -> Result<String, StoreError> {
        let mut statement = self.tables()?.prepare_cached("SELECT value FROM meta WHERE key = 'name'")?;
        Ok(statement.query_row([], |row| row.get(0)).optional()?.unwrap_or_default())
    }

    /// A subject, folded; `None` where it does not exist.
    pub fn subject(&self, id: SubjectId) -> Result<Option<Subject>, StoreError> {
        if let Some(subject) = self.subject_together(id)? {
            return Ok(Some(subject).filter(Subject::exists));
        }
        let journal::History { kind, mut records, unread } =
            journal::of_subject(&self.connection, id, self.lines)?;
        self.unread.set(self.unread.get() + unread);
        let merges = merged::all(self.tables()?)?;
        let fold = |kind| journal::folded_at(&self.connection, self.lines, &merges, kind, id, &mut records);
        Ok(kind.map(fold).transpose()?.filter(Subject::exists))
    }

    /// A subject as those of its records alone make it that are picked; `None` where they make none.
    pub fn folded_from(
        &self,
        id: SubjectId,
        is_picked: impl Fn(&Record) -> bool,
    ) -> Result<Option<Subject>, StoreError> {
        let history = journal::of_subject(&self.connection, id, self.lines)?;
        Ok(history.folded_from(&merged::all(self.tables()?)?, id, is_picked))
    }

    /// The subject that another tool knew under this key.
    pub fn known_as(&self, source: &str) -> Result<Option<SubjectId>, StoreError> {
        origin::subject(self.tables()?, source)
    }

    /// The key under which another tool knew a person whom it called otherwise than they are called here.
    pub fn source_of_person(&self, person: MemberId) -> Result<Option<String>, StoreError> {
        origin::of_person(self.tables()?, person)
    }

    /// The ids of all subjects of a kind, for exports, in an order that tells nothing of anybody's machine.
    pub fn all(&self, kind: Kind) -> Result<Vec<SubjectId>, StoreError> {
        let Some((table, order)) = project::layout(kind).each else { return Ok(Vec::new()) };
        let mut statement = self.tables()?.prepare(&format!("SELECT id FROM {table} ORDER BY {order}"))?;
        let ids = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
        Ok(ids)
    }
}

impl Store {
    /// The tags of tasks, each once; so many at most as anybody looks through.
    pub fn tags(&self) -> Result<Vec<String>, StoreError> {
        self.distinct("task_tag", "tag")
    }

    /// The skills that tasks need, likewise.
    pub fn skills(&self) -> Result<Vec<String>, StoreError> {
        self.distinct("task_skill", "skill")
    }

    /// From each text to the next one after it: the index is entered once for each, however many tasks have it.
    fn distinct(&self, table: &str, column: &str) -> Result<Vec<String>, StoreError> {
        let mut statement = self.tables()?.prepare_cached(&format!(
            "WITH RECURSIVE each (text) AS (
               SELECT min({column}) FROM {table}
               UNION ALL SELECT (SELECT min({column}) FROM {table} WHERE {column} > text) FROM each
                          WHERE text IS NOT NULL)
             SELECT text FROM each WHERE text IS NOT NULL LIMIT 1000"
        ))?;
        let texts = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
        Ok(texts)
    }
}
