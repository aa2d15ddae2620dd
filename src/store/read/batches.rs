//! The journal in lines: what was done at once by many records, such as an import, is one line that opens; so are the moves
//! of a meeting that follow each other (`moves`).
//!
//! The newest stand first, and a line that stands for many stands before them:
//!
//! ```text
//! n     9      8..4      8     7     6     5     4      3
//!     entry  [batch    entry entry entry entry entry]  entry
//! ```
//!
//! The records of an action stand one after the other in the journal. So a batch is found by its ends, and what it holds is
//! never walked while it is closed.

mod moves;

use std::collections::{BTreeSet, HashMap};

use rusqlite::{OptionalExtension, params};

use super::events::Towards;
use crate::store::journal::Entry;
use crate::store::{JournalFilter, Store, StoreError, Window};

/// Up to so many records of an action are lines of their own.
const SINGLY: i64 = 10;

/// The records of one action, by their row numbers; the first names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Batch {
    pub first: i64,
    pub last: i64,
}

impl Batch {
    pub fn records(self) -> usize {
        usize::try_from(self.last - self.first + 1).unwrap_or_default()
    }
}

/// Which batches are told record by record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Singly {
    /// Those that were opened, by their first rows; none at first.
    Open(BTreeSet<i64>),
    /// Each record, and no batch.
    Each,
}

impl Default for Singly {
    fn default() -> Singly {
        Singly::Open(BTreeSet::new())
    }
}

impl Singly {
    /// None but what are few records anyway.
    pub const FEW: Singly = Singly::Open(BTreeSet::new());

    pub fn is_open(&self, batch: Batch) -> bool {
        matches!(self, Singly::Open(open) if open.contains(&batch.first))
    }

    /// Opens a batch, or closes it.
    pub fn turn(&mut self, batch: Batch) {
        if let Singly::Open(open) = self
            && !open.remove(&batch.first)
        {
            open.insert(batch.first);
        }
    }
}

/// A line of the journal.
#[derive(Debug, Clone)]
pub enum JournalLine {
    Single(Entry),
    /// A record of a batch that is open.
    Part(Entry),
    /// Many records in one line; the entry is the first of them.
    Batch(Batch, Entry),
}

/// Where a line stands: a batch before the newest of its records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct LinePlace(i64, Head);

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Head {
    No,
    Yes,
}

impl JournalLine {
    pub fn entry(&self) -> &Entry {
        match self {
            JournalLine::Single(entry) | JournalLine::Part(entry) | JournalLine::Batch(_, entry) => entry,
        }
    }

    pub fn batch(&self) -> Option<Batch> {
        match self {
            JournalLine::Batch(batch, _) => Some(*batch),
            JournalLine::Single(_) | JournalLine::Part(_) => None,
        }
    }

    pub fn place(&self) -> LinePlace {
        match self {
            JournalLine::Single(entry) | JournalLine::Part(entry) => LinePlace(entry.n, Head::No),
            JournalLine::Batch(batch, _) => LinePlace(batch.last, Head::Yes),
        }
    }
}

/// A walk over the lines.
struct Walk<'a> {
    store: &'a Store,
    filter: &'a JournalFilter,
    singly: &'a Singly,
    /// The batches that were looked for, by their actions.
    known: HashMap<i64, Option<Batch>>,
    /// The moves of meetings that were come by.
    moves: Vec<Batch>,
}

impl Store {
    /// The lines around a place: it, up to `newer` before it and `older` after it; the newest where there is none. What happened to one thing is told singly.
    pub fn journal_lines(
        &self,
        filter: &JournalFilter,
        singly: &Singly,
        around: Option<LinePlace>,
        newer: usize,
        older: usize,
    ) -> Result<Window<JournalLine>, StoreError> {
        let mut walk = Walk { store: self, filter, singly, known: HashMap::new(), moves: Vec::new() };
        let Some(place) = around else {
            let mut rows = walk.older(LinePlace(i64::MAX - 1, Head::Yes), newer + older + 2)?;
            let more_after = rows.len() > newer + older + 1;
            rows.truncate(newer + older + 1);
            return Ok(Window { rows, at: 0, more_before: false, more_after });
        };
        let mut after = walk.older(place, older + 2)?;
        let more_after = after.len() > older + 1;
        after.truncate(older + 1);
        // A batch that was closed under the place has taken it.
        let place = after.first().map_or(place, |line| line.place().max(place));
        let mut before = walk.newer(place, newer + 1)?;
        let more_before = before.len() > newer;
        before.truncate(newer);
        before.reverse();
        let at = if after.is_empty() { before.len().saturating_sub(1) } else { before.len() };
        before.extend(after);
        Ok(Window { rows: before, at, more_before, more_after })
    }

    /// The last lines: the oldest.
    pub fn oldest_journal_lines(
        &self,
        filter: &JournalFilter,
        singly: &Singly,
        most: usize,
    ) -> Result<Window<JournalLine>, StoreError> {
        let mut walk = Walk { store: self, filter, singly, known: HashMap::new(), moves: Vec::new() };
        let mut rows = walk.newer(LinePlace(-1, Head::Yes), most + 1)?;
        let more_before = rows.len() > most;
        rows.truncate(most);
        rows.reverse();
        let at = rows.len().saturating_sub(1);
        Ok(Window { rows, at, more_before, more_after: false })
    }

    /// The batch to which an entry belongs, where its action has so many records.
    pub fn batch_of(&self, entry: &Entry) -> Result<Option<Batch>, StoreError> {
        let mut statement = self.connection.prepare_cached("SELECT action FROM journal WHERE n = ?1")?;
        let first = entry.action;
        let mut holds = |n: i64| -> Result<bool, StoreError> {
            let action: Option<i64> = statement.query_row([n], |row| row.get(0)).optional()?;
            Ok(action == Some(first))
        };
        // What came in backwards has its first record last; it is told singly.
        if entry.n < first || !holds(first + SINGLY)? || !holds(first)? {
            return Ok(None);
        }
        let (mut last, mut step) = (first + SINGLY, SINGLY);
        while holds(last + step)? {
            last += step;
            step *= 2;
        }
        // It ends before `last + step`.
        while step > 1 {
            let half = step / 2;
            if holds(last + half)? {
                last += half;
            }
            step -= half;
        }
        Ok((entry.n <= last).then_some(Batch { first, last }))
    }

    /// How many subjects of each kind the records of a batch make, by their wire names.
    pub fn made_by(&self, batch: Batch) -> Result<HashMap<String, usize>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT kind, count(*) FROM journal
              WHERE n BETWEEN ?1 AND ?2
                AND kind IN ('task.added', 'member.joined', 'role.added', 'goal.added')
              GROUP BY kind",
        )?;
        let made = |row: &rusqlite::Row<'_>| {
            let count: i64 = row.get(1)?;
            Ok((row.get(0)?, usize::try_from(count).unwrap_or_default()))
        };
        let rows = statement.query_map(params![batch.first, batch.last], made)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The entry in a row of the journal.
    pub fn entry_at(&self, n: i64) -> Result<Option<Entry>, StoreError> {
        let found = self.walk_events(&JournalFilter::default(), n, Towards::Older, 1)?.pop();
        Ok(found.filter(|entry| entry.n == n))
    }
}

impl Walk<'_> {
    /// The lines from a place on, the newest first.
    fn older(&mut self, from: LinePlace, most: usize) -> Result<Vec<JournalLine>, StoreError> {
        let mut lines = Vec::new();
        let mut n = from.0;
        'walk: while lines.len() < most {
            let asked = most - lines.len();
            let entries = self.store.walk_events(self.filter, n, Towards::Older, asked)?;
            // Fewer than were asked for may be all that can be read of them.
            let is_end = entries.is_empty();
            for entry in entries {
                n = entry.n - 1;
                match self.batch(&entry)? {
                    None => lines.push(JournalLine::Single(entry)),
                    Some(batch) if self.singly.is_open(batch) => {
                        let head = LinePlace(batch.last, Head::Yes);
                        if entry.n == batch.last && head <= from {
                            lines.push(self.head(batch, entry.clone())?);
                        }
                        lines.push(JournalLine::Part(entry));
                    }
                    Some(batch) => {
                        lines.push(self.head(batch, entry)?);
                        n = batch.first - 1;
                        continue 'walk;
                    }
                }
            }
            if is_end {
                break;
            }
        }
        lines.truncate(most);
        Ok(lines)
    }

    /// The lines before a place, the oldest first.
    fn newer(&mut self, than: LinePlace, most: usize) -> Result<Vec<JournalLine>, StoreError> {
        let mut lines = Vec::new();
        // The head of an open batch stands before its newest record.
        if than.1 == Head::No
            && let Some(entry) = self.store.entry_at(than.0)?
            && let Some(batch) = self.batch(&entry)?.filter(|batch| batch.last == than.0)
        {
            lines.push(self.head(batch, entry)?);
        }
        let mut n = than.0 + 1;
        'walk: while lines.len() < most {
            let asked = most - lines.len();
            let entries = self.store.walk_events(self.filter, n, Towards::Newer, asked)?;
            // Fewer than were asked for may be all that can be read of them.
            let is_end = entries.is_empty();
            for entry in entries {
                n = entry.n + 1;
                match self.batch(&entry)? {
                    None => lines.push(JournalLine::Single(entry)),
                    Some(batch) if self.singly.is_open(batch) => {
                        lines.push(JournalLine::Part(entry.clone()));
                        if entry.n == batch.last {
                            lines.push(self.head(batch, entry)?);
                        }
                    }
                    Some(batch) => {
                        lines.push(self.head(batch, entry)?);
                        n = batch.last + 1;
                        continue 'walk;
                    }
                }
            }
            if is_end {
                break;
            }
        }
        lines.truncate(most);
        Ok(lines)
    }

    fn batch(&mut self, entry: &Entry) -> Result<Option<Batch>, StoreError> {
        if self.filter.about.is_some() || *self.singly == Singly::Each {
            return Ok(None);
        }
        let holds = |batch: &Batch| (batch.first..=batch.last).contains(&entry.n);
        let done_at_once = match self.known.get(&entry.action) {
            Some(known) => known.filter(holds),
            None => {
                let batch = self.store.batch_of(entry)?;
                self.known.insert(entry.action, batch);
                batch
            }
        };
        // Of whom one asks, each move is told.
        if done_at_once.is_some() || self.filter.by.is_some() {
            return Ok(done_at_once);
        }
        if let Some(moves) = self.moves.iter().find(|moves| holds(moves)) {
            return Ok(Some(*moves));
        }
        let moves = self.store.moves_around(entry)?;
        self.moves.extend(moves);
        Ok(moves)
    }

    /// The line of a batch, of which `known` is a record: its first one may be past reading.
    fn head(&self, batch: Batch, known: Entry) -> Result<JournalLine, StoreError> {
        Ok(JournalLine::Batch(batch, self.store.entry_at(batch.first)?.unwrap_or(known)))
    }
}
