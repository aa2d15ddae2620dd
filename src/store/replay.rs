//! The board as it was: a copy of it that moves through time.
//!
//! ```text
//! the board --copy--> tables + journal      a view of the journal that ends at a moment hides the journal itself
//!                        ^
//!     step: fold anew what happened on the way, before and after, and write the difference     (a piece at a time)
//! ```
//!
//! The copy is a board like any other: whatever reads the present reads it unchanged, and its tables follow from the
//! part of the journal that is seen, by the same fold, projection and rules. So a step costs what happened on the way,
//! never what the board holds; and after every piece of the way the tables are a true board, that of the moment reached.
//!
//! What the board was at a moment: **the records that had happened by then, folded in canonical order.** Not those with
//! the lower clocks, nor those that had arrived: a record written offline on Monday belongs to Monday, although the others
//! heard of it on Thursday, and canonical order alone does not tell Monday from Thursday. A record happened when it was
//! written, unless an import tells when in its source (`journal.happened`): what a team brings along has its days, too,
//! instead of one on which all of it fell from the sky. Records of one instant come in the order of arrival.
//!
//! **Invariant:** the copy is nobody's board. It is in no file that has a name, and goes with this value.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, params};

use super::{Entry, Store, StoreError, journal, rebuild};
use crate::domain::calendar::At;
use crate::domain::id::SubjectId;

/// How many records are gone past in one piece: as many as leave a key responsive.
const PIECE: usize = 16;

/// From so many records on it may be worth while to begin from the beginning.
const FAR: i64 = 64;

/// Beyond this many nobody counts what happened: the screen says "999+".
pub const EVENTS_COUNTED: i64 = 1_000;

/// An hour in milliseconds.
const HOUR: i64 = 3_600_000;

/// What SQLite may keep of the copy in memory, in its own measure; the rest of it lies on the disk.
const CACHE_KIB: i64 = -32 * 1024;

/// A place in time: all that happened before `at`, and what happened at it up to row `n` of the journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    pub at: At,
    pub n: i64,
}

impl Place {
    /// Everything, also what clocks that are ahead have written.
    pub const NOW: Place = Place { at: At::NEVER, n: i64::MAX };
    /// Before everything.
    pub const BEGINNING: Place = Place { at: At(i64::MIN), n: 0 };

    /// After all that happened by then.
    pub fn by(at: At) -> Place {
        Place { at, n: i64::MAX }
    }
}

/// A board on its way through time.
pub struct Replay {
    store: Store,
    place: Place,
    aim: Place,
    changed: BTreeSet<SubjectId>,
    /// Whether the aim is nearer from the beginning than from here.
    afresh: bool,
    rhythm: Arc<Rhythm>,
}

/// When much happened on a board and when little. Read once, as all of it has to be looked at.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rhythm {
    /// How much happened in an hour, counted from the epoch; nothing in those that are not there.
    hours: BTreeMap<i64, u32>,
}

impl Rhythm {
    fn read(connection: &Connection) -> Result<Rhythm, StoreError> {
        // Whole hours are enough for the days of nearly every time zone.
        let mut statement = connection.prepare(&format!(
            "SELECT happened / {HOUR} AS hour, count(*) FROM main.journal INDEXED BY journal_happened GROUP BY hour"
        ))?;
        let hours = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(Rhythm { hours: hours.collect::<Result<_, _>>()? })
    }

    /// The hour of the first record.
    pub fn first(&self) -> At {
        At(self.hours.keys().next().map_or(0, |hour| hour.saturating_mul(HOUR)))
    }

    /// How much happened from a moment on, until before another.
    pub fn between(&self, from: At, until: At) -> u32 {
        let (from, until) = (from.0.div_euclid(HOUR), until.0.div_euclid(HOUR));
        if from >= until { 0 } else { self.hours.range(from..until).map(|(_, count)| count).sum() }
    }
}

impl Store {
    /// A copy of the board, standing at the present.
    pub fn replay(&self) -> Result<Replay, StoreError> {
        // Without a name it is SQLite's own: in memory as far as that goes, then in a file that nobody else sees.
        let mut copy = Connection::open("")?;
        while Backup::new(&self.connection, &mut copy)?.step(-1)? != StepResult::Done {
            std::thread::sleep(std::time::Duration::from_millis(10));
        }
        let mut store = Store::within(copy)?;
        store.lines = journal::Lines::Retold;
        store.writable()?;
        store.connection.pragma_update(None, "cache_size", CACHE_KIB)?;
        let _: String = store.connection.query_row("PRAGMA journal_mode = MEMORY", [], |row| row.get(0))?;
        store.connection.execute_batch(include_str!("schema/replay.sql"))?;
        let rhythm = Arc::new(Rhythm::read(&store.connection)?);
        Ok(Replay {
            store,
            place: Place::NOW,
            aim: Place::NOW,
            changed: BTreeSet::new(),
            afresh: false,
            rhythm,
        })
    }

    /// Where in time a row of the journal stands.
    pub fn place_of(&self, n: i64) -> Result<Place, StoreError> {
        let mut statement =
            self.connection.prepare_cached("SELECT happened FROM main.journal WHERE n = ?1")?;
        Ok(Place { at: statement.query_row([n], |row| row.get(0))?, n })
    }
}

impl Replay {
    /// The board at the place that is reached.
    pub fn board(&self) -> &Store {
        &self.store
    }

    pub fn place(&self) -> Place {
        self.place
    }

    pub fn aim(&self) -> Place {
        self.aim
    }

    /// When much happened and when little.
    pub fn rhythm(&self) -> &Arc<Rhythm> {
        &self.rhythm
    }

    /// What changed on the way to the aim, so far.
    pub fn changed(&self) -> &BTreeSet<SubjectId> {
        &self.changed
    }

    /// Sets out for another place.
    pub fn set_out(&mut self, aim: Place) -> Result<(), StoreError> {
        if self.aim != aim {
            self.aim = aim;
            self.changed.clear();
            self.afresh = aim < self.place && self.is_nearer_from_the_beginning()?;
        }
        Ok(())
    }

    /// Whether fewer records lie before the aim than between it and here. Both sides are looked at with the same reach,
    /// so that it costs what the shorter one has.
    fn is_nearer_from_the_beginning(&self) -> Result<bool, StoreError> {
        let goes_on = |above: At, upto: At, reach: i64| {
            let mut statement = self.store.connection.prepare_cached(
                "SELECT 1 FROM main.journal INDEXED BY journal_happened
                  WHERE happened > ?1 AND happened <= ?2 LIMIT 1 OFFSET ?3",
            )?;
            statement.exists(params![above, upto, reach])
        };
        let mut reach = FAR;
        loop {
            if !goes_on(self.aim.at, self.place.at, reach)? {
                return Ok(false);
            }
            if !goes_on(Place::BEGINNING.at, self.aim.at, reach)? {
                return Ok(true);
            }
            reach *= 2;
        }
    }

    /// Goes a piece of the way; whether the aim is reached.
    pub fn travel(&mut self) -> Result<bool, StoreError> {
        if self.place != self.aim {
            if std::mem::take(&mut self.afresh) {
                self.clear()?;
            }
            let way = self.way()?;
            let mut writing = self.store.write()?;
            writing.refold_after(way.subjects.iter().copied(), |transaction| {
                transaction
                    .prepare_cached("UPDATE moment SET at = ?1, n = ?2")?
                    .execute(params![way.to.at, way.to.n])?;
                Ok(())
            })?;
            writing.commit()?;
            self.place = way.to;
            self.changed.extend(way.shown);
        }
        Ok(self.place == self.aim)
    }

    /// The record at which a place stands: the last that had happened by then.
    pub fn record_at(&self, place: Place) -> Result<Option<(Place, Entry)>, StoreError> {
        let Some((place, _)) = self.records(place, Towards::Earlier, Of::Board, 1)?.pop() else {
            return Ok(None);
        };
        let sql = "SELECT n, action, id, line FROM main.journal WHERE n = ?1";
        let found = journal::entries(&self.store.connection, sql, [place.n], self.store.reading())?.pop();
        Ok(found.map(|entry| (place, entry)))
    }

    /// The place of the first record after a place.
    pub fn next_after(&self, place: Place) -> Result<Option<Place>, StoreError> {
        Ok(self.records(place, Towards::Later, Of::Board, 1)?.pop().map(|(place, _)| place))
    }

    /// The place of the last record before the one at which a place stands.
    pub fn last_before(&self, place: Place) -> Result<Option<Place>, StoreError> {
        let before = Place { n: place.n.saturating_sub(1), ..place };
        Ok(self.records(before, Towards::Earlier, Of::Board, 1)?.pop().map(|(place, _)| place))
    }

    /// How much happened from a moment on, until before another; counted up to `EVENTS_COUNTED`.
    pub fn count(&self, from: At, until: At) -> Result<i64, StoreError> {
        let mut statement = self.store.connection.prepare_cached(&format!(
            "SELECT count(*) FROM (SELECT 1 FROM main.journal INDEXED BY journal_happened
              WHERE happened >= ?1 AND happened < ?2 LIMIT {EVENTS_COUNTED})"
        ))?;
        Ok(statement.query_row(params![from, until], |row| row.get(0))?)
    }

    /// Back to before everything, at once.
    fn clear(&mut self) -> Result<(), StoreError> {
        self.store.connection.pragma_update(None, "foreign_keys", false)?;
        let transaction = self.store.connection.transaction()?;
        rebuild::clear(&transaction)?;
        transaction
            .execute("UPDATE moment SET at = ?1, n = ?2", params![Place::BEGINNING.at, Place::BEGINNING.n])?;
        transaction.commit()?;
        self.store.connection.pragma_update(None, "foreign_keys", true)?;
        self.place = Place::BEGINNING;
        Ok(())
    }

    /// The next piece of the way.
    fn way(&self) -> Result<Way, StoreError> {
        let (from, aim) = (self.place, self.aim);
        let back = aim < from;
        let towards = if back { Towards::Earlier } else { Towards::Later };
        let mut records = self.records(from, towards, Of::All, PIECE + 1)?;
        records.retain(|(place, _)| if back { *place > aim } else { *place <= aim });
        let mut to = if records.len() <= PIECE {
            aim
        } else if back {
            // The last one read is the first that stays.
            records[PIECE].0
        } else {
            records[PIECE - 1].0
        };
        let column = |at: At, n: usize, order: &str| -> Result<Vec<At>, StoreError> {
            let mut statement = self.store.connection.prepare_cached(&format!(
                "SELECT later FROM main.journal INDEXED BY journal_later
                  WHERE later > ?1 AND later <= ?2 ORDER BY later {order} LIMIT 1 OFFSET ?3"
            ))?;
            let rows =
                statement.query_map(params![at.min(from.at), at.max(from.at), n as i64], |row| row.get(0))?;
            Ok(rows.collect::<Result<_, _>>()?)
        };
        let cut = column(to.at, PIECE, if back { "DESC" } else { "ASC" })?;
        if let Some(at) = cut.first().copied().filter(|at| if back { *at < from.at } else { *at < to.at }) {
            to = Place::by(at);
        }
        let passed = |records: Vec<(Place, SubjectId)>| -> BTreeSet<SubjectId> {
            let passed =
                records.into_iter().filter(|(place, _)| if back { *place > to } else { *place <= to });
            passed.map(|(_, subject)| subject).collect()
        };
        let mut subjects = passed(records);
        let mut shown = passed(self.records(from, towards, Of::Board, PIECE)?);
        let mut statement = self.store.connection.prepare_cached(
            "SELECT subject FROM main.journal INDEXED BY journal_later WHERE later > ?1 AND later <= ?2",
        )?;
        let (first, last) = (from.at.min(to.at), from.at.max(to.at));
        for subject in statement.query_map(params![first, last], |row| row.get(0))? {
            let subject = subject?;
            subjects.insert(subject);
            shown.insert(subject);
        }
        Ok(Way { to, subjects, shown })
    }

    /// Up to `most` records beyond a place, the nearest first: later than it, or the one at it and those before.
    fn records(
        &self,
        from: Place,
        towards: Towards,
        of: Of,
        most: usize,
    ) -> Result<Vec<(Place, SubjectId)>, StoreError> {
        let [same, beyond] = match towards {
            Towards::Later => ["happened = ?1 AND n > ?2 ORDER BY n", "happened > ?1 ORDER BY happened, n"],
            Towards::Earlier => {
                ["happened = ?1 AND n <= ?2 ORDER BY n DESC", "happened < ?1 ORDER BY happened DESC, n DESC"]
            }
        };
        let of = match of {
            Of::All => "",
            Of::Board => "AND kind <> 'member.device'",
        };
        let mut records = Vec::new();
        for (which, beside) in [(same, Some(from.n)), (beyond, None)] {
            let mut statement = self.store.connection.prepare_cached(&format!(
                "SELECT happened, n, subject FROM main.journal INDEXED BY journal_happened
                  WHERE ?2 = ?2 {of} AND {which} LIMIT ?3"
            ))?;
            let left = most - records.len();
            let rows = statement.query_map(params![from.at, beside.unwrap_or(0), left as i64], |row| {
                Ok((Place { at: row.get(0)?, n: row.get(1)? }, row.get(2)?))
            })?;
            for record in rows {
                records.push(record?);
            }
        }
        Ok(records)
    }
}

/// A piece of the way: where it ends, and what it changes.
struct Way {
    to: Place,
    /// What is folded anew.
    subjects: BTreeSet<SubjectId>,
    /// Those of which something shows.
    shown: BTreeSet<SubjectId>,
}

/// Which records count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Of {
    /// Every one, as the first decides what its subject is.
    All,
    /// Those from which something on the board follows: whose a device is shows nowhere.
    Board,
}

/// Which way time goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Towards {
    Earlier,
    Later,
}
