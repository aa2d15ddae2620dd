//! The one way to write: an immediate transaction that appends records and keeps all tables in step.

mod reading;
mod receive;

pub use receive::LeftOut;

use std::collections::hash_map;
use std::collections::{BTreeSet, HashMap, HashSet};

use rusqlite::{Transaction, TransactionBehavior};

use super::error::ReadOnly;
use super::file::BoardFile;
use super::own::{Chain, Own};
use super::{Store, StoreError, derived, finding, journal, project, tally};
use crate::domain::calendar::At;
use crate::domain::event::MemberDevice;
use crate::domain::id::{BoardId, MemberId, RecordId, SubjectId};
use crate::domain::record::{Draft, Record};
use crate::domain::subject::{Kind, Subject};
use crate::insight::{Touch, touched};

/// How many changed subjects are held before their tables are written: bounds what a large import takes.
const FLUSH: usize = 1_000;

/// From so many new tasks on it is quicker to make the indexes anew than to keep them in step with each row.
const MANY: usize = if cfg!(test) { 20 } else { 1_000 };

/// A transaction under way. Dropped without [`Writing::commit`], nothing has happened.
pub struct Writing<'s> {
    transaction: Transaction<'s>,
    board: BoardId,
    file: Option<&'s BoardFile>,
    own: &'s mut Own,
    /// Our own chain, once something is appended to it.
    chain: Option<Chain>,
    lines: journal::Lines,
    /// The highest clock known.
    lamport: u64,
    /// The first record of this action.
    action: Option<First>,
    next_n: i64,
    loaded: HashMap<SubjectId, Loaded>,
    dirty: Vec<SubjectId>,
    touches: BTreeSet<Touch>,
    tallies: tally::Changes,
    /// Whether the indexes of the tables are dropped until all rows are in.
    is_unindexed: bool,
    /// The lines that are set aside, by their hashes; not looked at before somebody sends something.
    aside: Option<HashSet<RecordId>>,
}

/// The first record of an action.
#[derive(Clone, Copy)]
struct First {
    row: i64,
    seq: u64,
    author: MemberId,
}

struct Loaded {
    /// As the tables know it; `None` where they do not yet.
    before: Option<Subject>,
    /// As it stands now, unless it is stale.
    after: Option<Subject>,
    is_dirty: bool,
    /// Whether records came in that `after` lacks: it is folded again when somebody asks, so that a thousand records
    /// that come in late fold their subject once.
    is_stale: bool,
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
        let transaction = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(|error| StoreError::from(error).before_our_turn())?;
        super::schema::unchanged(&transaction, &mut self.schema, self.file.is_some())
            .map_err(|error| error.at(&self.path))?;
        let lamport = journal::lamport(&transaction)?;
        let next_n = journal::next_n(&transaction)?;
        Ok(Writing {
            transaction,
            board: self.board,
            file: self.file.as_ref(),
            own: &mut self.own,
            chain: None,
            lines: self.lines,
            lamport,
            action: None,
            next_n,
            loaded: HashMap::new(),
            dirty: Vec::new(),
            touches: BTreeSet::new(),
            tallies: tally::Changes::default(),
            is_unindexed: false,
            aside: None,
        })
    }
}

impl Writing<'_> {
    /// A subject as it stands inside this transaction; `None` where no record speaks of it.
    pub fn subject(&mut self, id: SubjectId) -> Result<Option<Subject>, StoreError> {
        Ok(self.load(id)?.after.clone())
    }

    /// Whether a subject of this id is known.
    pub fn knows(&mut self, id: SubjectId) -> Result<bool, StoreError> {
        Ok(self.load(id)?.after.as_ref().is_some_and(Subject::exists))
    }

    /// Whether any record speaks of this subject, also one that was undone.
    pub fn mentions(&self, id: SubjectId) -> Result<bool, StoreError> {
        journal::mentions(&self.transaction, id)
    }

    /// The subject that another tool knew under this key.
    pub fn known_as(&self, source: &str) -> Result<Option<SubjectId>, StoreError> {
        super::origin::subject(&self.transaction, source)
    }

    /// The records of a subject, in canonical order.
    pub fn history(&self, id: SubjectId) -> Result<Vec<Record>, StoreError> {
        Ok(journal::of_subject(&self.transaction, id, self.lines)?.records)
    }

    /// Says that so many tasks will come in. Where they are many, and more than there are, the tables are without their
    /// indexes until the transaction ends: then only subjects may be asked for, by their ids and sources.
    pub fn expect_tasks(&mut self, count: usize) -> Result<(), StoreError> {
        if count < MANY || self.is_unindexed {
            return Ok(());
        }
        let most = count as i64;
        let there: i64 = self.transaction.query_row(
            "SELECT count(*) FROM (SELECT 1 FROM task LIMIT ?1)",
            [most],
            |row| row.get(0),
        )?;
        if there < most {
            derived::drop_indexes(&self.transaction)?;
            self.is_unindexed = true;
        }
        Ok(())
    }

    /// What is appended from here on was done at another time: it is not undone together with what came before.
    pub fn next_action(&mut self) {
        self.action = None;
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
            let next = self.chain.as_ref().map_or(0, |chain| chain.tip.count) + 1;
            // What another does is an action of theirs, and on the wire only records of one author are one.
            let first = self.action.filter(|first| first.author == author).unwrap_or(First {
                row: self.next_n,
                seq: next,
                author,
            });
            self.action = Some(first);
            records.push(self.put(draft, author, at, first)?);
        }
        if self.dirty.len() >= FLUSH {
            self.flush()?;
        }
        Ok(records)
    }

    /// A replica's first record says whose it is; it belongs to no action, and is never undone.
    fn introduce(&mut self, author: MemberId, at: At) -> Result<(), StoreError> {
        if self.chain.is_none() {
            self.chain = Some(self.own.chain(&self.transaction, self.lamport)?);
        }
        let Some(public) = self.chain.as_ref().filter(|chain| chain.is_new()).map(Chain::public) else {
            return Ok(());
        };
        let key = public.iter().map(|byte| format!("{byte:02x}")).collect();
        let device = Draft::new(author, MemberDevice { key });
        self.put(device, author, at, First { row: self.next_n, seq: 1, author }).map(drop)
    }

    fn put(&mut self, draft: Draft, author: MemberId, at: At, action: First) -> Result<Record, StoreError> {
        self.track(draft.subject)?;
        let chain = self.chain.as_mut().expect("a chain is there before anything is put on it");
        chain.tip.lamport = self.lamport;
        let (record, line) =
            Record::write_in_action(draft, self.board, author, at, &mut chain.tip, Some(action.seq));
        if !journal::insert(&self.transaction, chain.n, action.row, &record, &line)? {
            return Err(StoreError::NotWritten("journal"));
        }
        chain.clock = record.lamport;
        self.lamport = record.lamport;
        self.next_n += 1;
        self.apply(&record)?;
        Ok(record)
    }

    /// Lets the journal tell something else of these subjects, and their tables with it.
    pub(super) fn refold_after(
        &mut self,
        subjects: impl IntoIterator<Item = SubjectId> + Clone,
        change: impl FnOnce(&Transaction<'_>) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        for id in subjects.clone() {
            self.track(id)?;
        }
        change(&self.transaction)?;
        subjects.into_iter().try_for_each(|id| self.fold_later(id))
    }

    /// Ends the transaction: from here on it is on the disk.
    pub fn commit(mut self) -> Result<(), StoreError> {
        self.flush()?;
        if self.is_unindexed {
            derived::make_indexes(&self.transaction)?;
        }
        finding::recheck(&self.transaction, std::mem::take(&mut self.touches))?;
        self.tallies.keep(&self.transaction)?;
        journal::keep_lamport(&self.transaction, self.lamport)?;
        let grown = match &self.chain {
            Some(chain) => chain.keep(&self.transaction, self.board)?,
            None => false,
        };
        self.transaction.commit()?;
        // Acknowledged only where others will find it.
        if let Some(file) = self.file
            && !file.is_in_place()
        {
            return Err(StoreError::WrittenElsewhere { path: file.named().to_owned() });
        }
        if let Some(chain) = self.chain.filter(|_| grown) {
            self.own.note(&chain);
        }
        Ok(())
    }

    /// Applies a record that comes last in canonical order, as every record of our own does.
    fn apply(&mut self, record: &Record) -> Result<(), StoreError> {
        // One that undoes another has no kind of its own: the subject is folded without that one.
        let undoes = record.event.as_ref().is_some_and(|event| event.subject_kind().is_none());
        let loaded = self.track(record.subject)?;
        if undoes || loaded.is_stale {
            return self.fold_later(record.subject);
        }
        let Some(kind) = Kind::of(&record.kind) else { return Ok(()) };
        loaded.after.get_or_insert_with(|| Subject::blank(kind, record.subject)).apply(record);
        self.mark_dirty(record.subject)
    }

    /// Folds a subject from all of its records, when it is asked for.
    fn fold_later(&mut self, id: SubjectId) -> Result<(), StoreError> {
        self.track(id)?.is_stale = true;
        self.mark_dirty(id)
    }

    /// The subject as it stands.
    fn load(&mut self, id: SubjectId) -> Result<&mut Loaded, StoreError> {
        if self.track(id)?.is_stale {
            let after = journal::fold_whole(&self.transaction, id, self.lines)?;
            let loaded = self.track(id)?;
            (loaded.after, loaded.is_stale) = (after, false);
        }
        self.track(id)
    }

    /// The subject, perhaps stale. **Invariant:** asked before a record of this transaction is inserted for it, so that
    /// `before` is what the tables hold.
    fn track(&mut self, id: SubjectId) -> Result<&mut Loaded, StoreError> {
        Ok(match self.loaded.entry(id) {
            hash_map::Entry::Occupied(loaded) => loaded.into_mut(),
            hash_map::Entry::Vacant(place) => {
                let before = journal::fold_whole(&self.transaction, id, self.lines)?;
                let after = before.clone();
                place.insert(Loaded { before, after, is_dirty: false, is_stale: false })
            }
        })
    }

    fn mark_dirty(&mut self, id: SubjectId) -> Result<(), StoreError> {
        let loaded = self.track(id)?;
        if !loaded.is_dirty {
            loaded.is_dirty = true;
            self.dirty.push(id);
        }
        Ok(())
    }

    /// Writes the tables of all changed subjects.
    fn flush(&mut self) -> Result<(), StoreError> {
        for id in std::mem::take(&mut self.dirty) {
            self.load(id)?;
            let Some(loaded) = self.loaded.remove(&id) else { continue };
            let mut before = loaded.before;
            // Without a record it is as if it had never been: so it is before its beginning, when time goes back.
            let blank = || before.as_ref().map(|before| Subject::blank(before.kind(), id));
            let Some(after) = loaded.after.or_else(blank) else { continue };
            if let Some(other) = before.take_if(|before| before.kind() != after.kind()) {
                // A record of another kind came in that stands first: what the subject was is gone.
                self.change(Some(&other), &Subject::blank(other.kind(), id))?;
            }
            self.change(before.as_ref(), &after)?;
        }
        Ok(())
    }

    fn change(&mut self, before: Option<&Subject>, after: &Subject) -> Result<(), StoreError> {
        project::subject(&self.transaction, before, after, &mut self.tallies)?;
        self.touches.extend(touched(before, after));
        Ok(())
    }
}
