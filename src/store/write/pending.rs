//! What a transaction has written to the journal and not yet to the tables. A subject is folded once, from then on applied to,
//! and its rows are written once, however many records it gets.

use std::collections::hash_map;
use std::collections::{BTreeSet, HashMap};

use rusqlite::Connection;

use crate::domain::decide::{Neighbours, Place};
use crate::domain::id::{BoardId, MemberId, SubjectId, TaskId};
use crate::domain::merges::Merges;
use crate::domain::record::Record;
use crate::domain::subject::{Kind, Subject};
use crate::insight::{Anchor, Touch, touched};
use crate::store::own::Chain;
use crate::store::read::{self, Order};
use crate::store::{StoreError, derived, finding, journal, merged, project, tally};

/// How many changed subjects are held before their tables are written: bounds what a large import takes.
const FLUSH: usize = 1_000;

/// From so many new tasks on it is quicker to make the indexes anew than to keep them in step with each row.
const MANY: usize = if cfg!(test) { 20 } else { 1_000 };

/// What is to be written, and where the journal stands meanwhile.
pub(in crate::store) struct Pending {
    lines: journal::Lines,
    /// Our own chain, once something is appended to it.
    pub(super) chain: Option<Chain>,
    /// The highest clock known.
    pub(super) lamport: u64,
    pub(super) next_n: i64,
    loaded: HashMap<SubjectId, Loaded>,
    dirty: Vec<SubjectId>,
    touches: BTreeSet<Touch>,
    tallies: tally::Changes,
    /// Which members are one person, as the tables that are written tell it.
    merges: Merges,
    /// Whether a record came in by which that may have changed.
    pub(super) may_merge: bool,
    /// Where all tasks stand, once that was asked for between many actions.
    order: Option<Order>,
    /// Whether the indexes of the tables are dropped until all rows are in.
    is_unindexed: bool,
    /// Whether an action has written something and is not at its end.
    is_midway: bool,
    span: Span,
}

/// How long it is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Span {
    /// For one action, or what comes in at once.
    One,
    /// For many actions, each of which looks up what those before it made.
    Many,
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

/// Whose rows are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::store) enum Of {
    All,
    Kind(Kind),
}

impl Of {
    fn holds(self, subject: &Subject) -> bool {
        match self {
            Of::All => true,
            Of::Kind(kind) => subject.kind() == kind,
        }
    }
}

impl Pending {
    pub(super) fn new(
        connection: &Connection,
        lines: journal::Lines,
        span: Span,
    ) -> Result<Pending, StoreError> {
        Ok(Pending {
            lines,
            chain: None,
            lamport: journal::lamport(connection)?,
            next_n: journal::next_n(connection)?,
            loaded: HashMap::new(),
            dirty: Vec::new(),
            touches: BTreeSet::new(),
            tallies: tally::Changes::default(),
            merges: merged::all(connection)?,
            may_merge: false,
            order: None,
            is_unindexed: false,
            is_midway: false,
            span,
        })
    }

    pub(super) fn lines(&self) -> journal::Lines {
        self.lines
    }

    /// Applies a record that comes last in canonical order, as every record of our own does.
    pub(super) fn apply(&mut self, connection: &Connection, record: &Record) -> Result<(), StoreError> {
        if self.span == Span::One {
            return self.apply_last(connection, record);
        }
        // Names and handles are written at once: the next action looks up what it speaks of.
        let before = self.load(connection, record.subject)?.after.clone();
        self.apply_last(connection, record)?;
        let mut order = self.order.take();
        if let Some(after) = &self.load(connection, record.subject)?.after {
            project::name(connection, before.as_ref(), after)?;
            if let (Some(order), Subject::Task(task)) = (&mut order, after) {
                order.keep(task);
            }
        }
        self.order = order;
        Ok(())
    }

    fn apply_last(&mut self, connection: &Connection, record: &Record) -> Result<(), StoreError> {
        // One that undoes another has no kind of its own: the subject is folded without that one.
        let undoes = record.event.as_ref().is_some_and(|event| event.subject_kind().is_none());
        let resolved = (!self.merges.is_empty() && Kind::of(&record.kind) != Some(Kind::Member)).then(|| {
            let mut resolved = record.clone();
            self.merges.resolve(&mut resolved);
            resolved
        });
        self.may_merge |= record.kind == merged::MERGED;
        self.hear(connection, record.author)?;
        let loaded = self.track(connection, record.subject)?;
        if undoes || loaded.is_stale {
            return self.fold_later(connection, record.subject);
        }
        let Some(kind) = Kind::of(&record.kind) else { return Ok(()) };
        let after = loaded.after.get_or_insert_with(|| Subject::blank(kind, record.subject));
        match resolved {
            Some(resolved) => after.apply(&resolved),
            None => after.apply(record),
        }
        self.mark_dirty(connection, record.subject)
    }

    /// Folds a subject from all of its records, when it is asked for.
    pub(super) fn fold_later(&mut self, connection: &Connection, id: SubjectId) -> Result<(), StoreError> {
        self.order = None;
        let loaded = self.track(connection, id)?;
        loaded.is_stale = true;
        let is_member = |subject: &Subject| subject.kind() == Kind::Member;
        let may_be = loaded.before.iter().chain(&loaded.after).next().is_none_or(is_member);
        self.may_merge |= may_be;
        self.mark_dirty(connection, id)
    }

    /// The subject as it stands.
    pub(super) fn subject(
        &mut self,
        connection: &Connection,
        id: SubjectId,
    ) -> Result<Option<&Subject>, StoreError> {
        self.merge(connection)?;
        Ok(self.load(connection, id)?.after.as_ref())
    }

    /// Prepares for records of a subject. **Invariant:** before the first of a transaction is inserted, so that what the
    /// tables hold is known.
    pub(super) fn expect(&mut self, connection: &Connection, id: SubjectId) -> Result<(), StoreError> {
        self.is_midway = true;
        self.track(connection, id).map(drop)
    }

    /// An action is at its end, and another may follow.
    pub(super) fn end_action(&mut self) {
        self.is_midway = false;
    }

    /// Refuses where an action was left halfway: what it wrote is in the journal and cannot be taken out alone.
    pub(super) fn whole(&self) -> Result<(), StoreError> {
        if self.is_midway { Err(StoreError::Together("one of them was left halfway")) } else { Ok(()) }
    }

    fn load(&mut self, connection: &Connection, id: SubjectId) -> Result<&mut Loaded, StoreError> {
        if self.track(connection, id)?.is_stale {
            let after = journal::fold_whole(connection, id, self.lines, &self.merges)?;
            let loaded = self.track(connection, id)?;
            (loaded.after, loaded.is_stale) = (after, false);
        }
        self.track(connection, id)
    }

    /// The subject, perhaps stale.
    fn track(&mut self, connection: &Connection, id: SubjectId) -> Result<&mut Loaded, StoreError> {
        Ok(match self.loaded.entry(id) {
            hash_map::Entry::Occupied(loaded) => loaded.into_mut(),
            hash_map::Entry::Vacant(place) => {
                let before = journal::fold_whole(connection, id, self.lines, &self.merges)?;
                let after = before.clone();
                place.insert(Loaded { before, after, is_dirty: false, is_stale: false })
            }
        })
    }

    fn mark_dirty(&mut self, connection: &Connection, id: SubjectId) -> Result<(), StoreError> {
        let loaded = self.track(connection, id)?;
        if !loaded.is_dirty {
            loaded.is_dirty = true;
            self.dirty.push(id);
        }
        Ok(())
    }

    /// Writes the tables of all changed subjects, once they are many.
    pub(super) fn flush_many(&mut self, connection: &Connection) -> Result<(), StoreError> {
        if self.dirty.len() >= FLUSH { self.flush(connection, Of::All) } else { Ok(()) }
    }

    /// Between many actions, brings the tables in step with those before. Within one it does nothing.
    pub(super) fn catch_up(&mut self, connection: &Connection) -> Result<(), StoreError> {
        if self.span == Span::Many { self.flush(connection, Of::All) } else { Ok(()) }
    }

    /// Writes the tables of changed subjects: of those that are asked for where many actions are to come, else of all.
    pub(super) fn flush(&mut self, connection: &Connection, of: Of) -> Result<(), StoreError> {
        let of = if self.span == Span::One { Of::All } else { of };
        self.merge(connection)?;
        for id in std::mem::take(&mut self.dirty) {
            let loaded = self.load(connection, id)?;
            if !loaded.before.iter().chain(&loaded.after).any(|subject| of.holds(subject)) {
                self.dirty.push(id);
                continue;
            }
            let Some(loaded) = self.loaded.remove(&id) else { continue };
            let mut before = loaded.before;
            // Without a record it is as if it had never been: so it is before its beginning, when time goes back.
            let blank = || before.as_ref().map(|before| Subject::blank(before.kind(), id));
            let Some(after) = loaded.after.or_else(blank) else { continue };
            if let Some(other) = before.take_if(|before| before.kind() != after.kind()) {
                // A record of another kind came in that stands first: what the subject was is gone.
                self.change(connection, Some(&other), &Subject::blank(other.kind(), id))?;
            }
            self.change(connection, before.as_ref(), &after)?;
            if self.span == Span::Many {
                let before = Some(after.clone());
                let loaded = Loaded { before, after: Some(after), is_dirty: false, is_stale: false };
                self.loaded.insert(id, loaded);
            }
        }
        Ok(())
    }

    /// Which members are one person.
    pub(super) fn merges(&self) -> &Merges {
        &self.merges
    }

    /// A person under every name that they have on the board.
    pub(super) fn members_who_are(&self, person: MemberId) -> Vec<MemberId> {
        self.merges.members_who_are(person)
    }

    /// Whoever writes has hands here from their first record on, whatever it is about.
    pub(super) fn touch_order(&mut self) {
        self.touches.insert(Touch::Anchor(Anchor::Order));
    }

    /// Notes that a member writes. Where others had said that they are somebody else, they are themselves by that.
    pub(super) fn hear(&mut self, connection: &Connection, author: MemberId) -> Result<(), StoreError> {
        self.touch_order();
        if self.merges.merged_into(author).is_some() {
            self.fold_later(connection, author.into())?;
        }
        Ok(())
    }

    /// Where a member became another one, or is themselves again, all that their records speak of is folded anew: whose a
    /// record is decides what it does.
    fn merge(&mut self, connection: &Connection) -> Result<(), StoreError> {
        if !std::mem::take(&mut self.may_merge) {
            return Ok(());
        }
        let mut changed = Vec::new();
        for id in self.dirty.clone() {
            let into = match &self.load(connection, id)?.after {
                Some(Subject::Member(member)) => merged::into_whom(connection, member)?,
                _ => None,
            };
            if into != self.merges.merged_into(id.into()) {
                changed.push(id);
            }
        }
        if changed.is_empty() {
            return Ok(());
        }
        // As what the tables hold is known before it changes, it is looked up while the members are still who they were.
        let mut named = self.dirty.clone();
        for member in changed.iter().flat_map(|id| self.merges.through((*id).into())) {
            named.push(member.into());
            named.extend(merged::speaking_of(connection, member)?);
        }
        for id in &named {
            self.track(connection, *id)?;
        }
        for id in changed {
            let member = match &self.load(connection, id)?.after {
                Some(Subject::Member(member)) => Some(&**member),
                _ => None,
            };
            merged::keep(connection, id, member)?;
        }
        self.merges = merged::all(connection)?;
        named.into_iter().try_for_each(|id| self.fold_later(connection, id))?;
        self.may_merge = false;
        Ok(())
    }

    /// The ranks on both sides of a task's new place.
    pub(super) fn neighbours(
        &mut self,
        connection: &Connection,
        task: TaskId,
        place: Place,
    ) -> Result<Neighbours, StoreError> {
        if self.span == Span::One {
            self.flush(connection, Of::All)?;
            return read::neighbours(connection, task, place);
        }
        if self.order.is_none() {
            self.flush(connection, Of::Kind(Kind::Task))?;
        }
        let order = match self.order.take() {
            Some(order) => order,
            None => Order::read(connection)?,
        };
        Ok(self.order.insert(order).neighbours(task, place))
    }

    /// Drops the indexes of the tables where so many tasks will come in that it is worth while. Between many actions they
    /// are asked for what is looked up.
    pub(super) fn expect_tasks(&mut self, connection: &Connection, count: usize) -> Result<(), StoreError> {
        if count < MANY || self.is_unindexed || self.span == Span::Many {
            return Ok(());
        }
        let there: i64 = connection.query_row(
            "SELECT count(*) FROM (SELECT 1 FROM task LIMIT ?1)",
            [count as i64],
            |row| row.get(0),
        )?;
        if there < count as i64 {
            derived::drop_indexes(connection)?;
            self.is_unindexed = true;
        }
        Ok(())
    }

    fn change(
        &mut self,
        connection: &Connection,
        before: Option<&Subject>,
        after: &Subject,
    ) -> Result<(), StoreError> {
        project::subject(connection, before, after, &mut self.tallies)?;
        self.touches.extend(touched(before, after));
        Ok(())
    }

    /// Brings all that follows from the journal in step with it.
    pub(super) fn settle(&mut self, connection: &Connection) -> Result<(), StoreError> {
        self.flush(connection, Of::All)?;
        if std::mem::take(&mut self.is_unindexed) {
            derived::make_indexes(connection)?;
        }
        let touches = std::mem::take(&mut self.touches);
        if !touches.is_empty() {
            finding::recheck(connection, touches)?;
        }
        std::mem::take(&mut self.tallies).keep(connection)
    }

    /// Settles, and keeps where the clock and our own chain stand; the chain, if it has grown.
    pub(super) fn finish(
        mut self,
        connection: &Connection,
        board: BoardId,
    ) -> Result<Option<Chain>, StoreError> {
        self.settle(connection)?;
        journal::keep_lamport(connection, self.lamport)?;
        let Some(chain) = self.chain else { return Ok(None) };
        Ok(chain.keep(connection, board)?.then_some(chain))
    }
}
