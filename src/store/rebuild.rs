//! Making tables anew from the journal. Rebuilding proves: they are compared with those that grew step by step.

use std::path::Path;
use std::sync::mpsc;
use std::thread;

use rusqlite::{Connection, OpenFlags, TransactionBehavior};
use sha2::{Digest, Sha256};

use super::project::Sorted;
use super::{Store, StoreError, derived, finding, journal, merged, project, tally};
use crate::domain::id::SubjectId;
use crate::domain::record::Record;
use crate::domain::subject::{Kind, Subject};

/// The derived tables that are of no one kind, each in an order that its content alone decides.
const SHARED: &[Sorted] = &[
    ("finding", "key"),
    ("finding_about", "key, subject"),
    ("alike_text", "among, id"),
    ("alike_word", "among, form, numbers, part"),
    ("alike_pair", "among, id, other"),
    ("tally", "name"),
    ("origin", "source, subject"),
    ("merged", "member"),
    ("subject", "id"),
];

/// All derived tables.
fn tables() -> impl Iterator<Item = Sorted> {
    let of_kinds = Kind::ALL.iter().flat_map(|kind| project::layout(*kind).tables);
    of_kinds.chain(SHARED).copied()
}

/// How many subjects travel together from the thread that folds to the one that writes.
const BATCH: usize = 256;

/// How much of the file the reading thread may map.
const MAPPED: i64 = 1 << 36;

/// What a rebuild found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rebuilt {
    pub records: usize,
    pub subjects: usize,
    /// The tables whose rows were not what the journal says. Empty: the rebuild proved them equal.
    pub differed: Vec<&'static str>,
    /// Lines whose bytes do not have the hash under which they are kept.
    pub damaged: usize,
}

impl Store {
    /// The fingerprint of every derived table: two boards with the same records have the same ones.
    pub fn fingerprints(&self) -> Result<Vec<Fingerprint>, StoreError> {
        fingerprints_of(&self.connection, "main")
    }

    /// Makes all tables anew from the journal, in one transaction.
    pub fn rebuild(&mut self) -> Result<Rebuilt, StoreError> {
        self.writable()?;
        self.make_room()?;
        // Rows come in any order while the tables are made anew; the fold, not SQLite, keeps them in step then.
        self.connection.pragma_update(None, "foreign_keys", false)?;
        let rebuilt = self.rebuild_in_one();
        self.connection.pragma_update(None, "foreign_keys", true)?;
        self.give_room_back()?;
        rebuilt
    }

    fn rebuild_in_one(&mut self) -> Result<Rebuilt, StoreError> {
        let path = self.path.clone();
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        // Asked only once it is our turn: what others wrote while we waited is no difference. A reading thread sees the
        // board before all this, so it also takes the fingerprints to compare with.
        let in_memory = path.to_str() == Some(":memory:");
        let before = if in_memory { fingerprints_of(&transaction, "main")? } else { Vec::new() };
        let journal = if in_memory { Journal::Here } else { Journal::File(&path) };
        clear(&transaction)?;
        let mut tallies = tally::Changes::default();
        let (folded, reader) = fold_with(
            &transaction,
            journal,
            |connection| fingerprints_of(connection, "main"),
            &mut |_, _| {},
            &mut |subject| project::subject(&transaction, None, subject, &mut tallies),
        )?;
        tallies.keep(&transaction)?;
        finding::recheck_all(&transaction)?;
        let before = match reader {
            Some(reader) => reader.join().map_err(|_| StoreError::Thread)??,
            None => before,
        };
        let differed = differing(&before, &fingerprints_of(&transaction, "main")?);
        transaction.commit()?;
        Ok(Rebuilt { records: folded.records, subjects: folded.subjects, differed, damaged: folded.damaged })
    }
}

/// Where the journal is read while tables are written from it.
#[derive(Clone, Copy)]
pub(super) enum Journal<'p> {
    /// Through the connection that writes.
    Here,
    /// In this file, by a thread with a connection of its own that folds while the other writes.
    File(&'p Path),
}

/// What was folded.
#[derive(Default)]
struct Counts {
    records: usize,
    subjects: usize,
    damaged: usize,
}

/// Hands every subject of the journal on, folded. `progress` is told how many records of how many are.
pub(super) fn fold_each(
    connection: &Connection,
    journal: Journal<'_>,
    progress: &mut dyn FnMut(u64, u64),
    each: &mut dyn FnMut(&Subject) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let (_, reader) = fold_with(connection, journal, |_| Ok(()), progress, each)?;
    reader.map_or(Ok(()), |reader| reader.join().map_err(|_| StoreError::Thread)?)
}

/// A thread that reads, and what it has read in the end.
type Reader<T> = thread::JoinHandle<Result<T, StoreError>>;

/// The same; what the reading thread does afterwards is still under way when this returns.
fn fold_with<T: Send + 'static>(
    connection: &Connection,
    journal: Journal<'_>,
    afterwards: fn(&Connection) -> Result<T, StoreError>,
    progress: &mut dyn FnMut(u64, u64),
    each: &mut dyn FnMut(&Subject) -> Result<(), StoreError>,
) -> Result<(Counts, Option<Reader<T>>), StoreError> {
    // As far as it is seen: an examination has another board's journal in the place of its own.
    let all: i64 = connection.query_row("SELECT coalesce(max(n), 0) FROM journal", [], |row| row.get(0))?;
    let mut counts = Counts::default();
    let mut take = |folded: Folded| -> Result<(), StoreError> {
        counts.records += folded.records;
        counts.damaged += folded.damaged;
        counts.subjects += folded.subjects.len();
        if folded.is_unknown {
            derived::note_unknown(connection)?;
        }
        folded.subjects.iter().try_for_each(&mut *each)?;
        progress(counts.records as u64, all.unsigned_abs());
        Ok(())
    };
    let mut outcome = Ok(());
    let reader = match journal {
        Journal::Here => {
            fold_all(connection, &mut |folded| {
                outcome = take(folded);
                outcome.is_ok()
            })?;
            None
        }
        Journal::File(path) => {
            let (path, (sender, receiver)) = (path.to_owned(), mpsc::sync_channel::<Folded>(8));
            let reader = thread::spawn(move || {
                let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
                let connection = Connection::open_with_flags(path, flags)?;
                // It reads all over the journal, subject by subject: mapped, a page costs no call.
                connection.pragma_update(None, "mmap_size", MAPPED)?;
                fold_all(&connection, &mut |folded| sender.send(folded).is_ok())?;
                drop(sender);
                afterwards(&connection)
            });
            for folded in receiver {
                outcome = take(folded);
                if outcome.is_err() {
                    break;
                }
            }
            Some(reader)
        }
    };
    outcome?;
    Ok((counts, reader))
}

/// Empties everything that follows from the journal. Foreign keys must be off: rows go in any order.
pub(super) fn clear(connection: &Connection) -> Result<(), StoreError> {
    for (table, _) in tables() {
        connection.execute(&format!("DELETE FROM {table}"), [])?;
    }
    Ok(connection.execute_batch(
        "DELETE FROM doc; INSERT INTO search (search) VALUES ('delete-all');
         DELETE FROM meta WHERE key = 'name';",
    )?)
}

/// Fills the empty tables of this connection with what follows from the journal that it sees.
pub(super) fn make_anew(connection: &Connection) -> Result<(), StoreError> {
    let mut tallies = tally::Changes::default();
    fold_each(connection, Journal::Here, &mut |_, _| {}, &mut |subject| {
        project::subject(connection, None, subject, &mut tallies)
    })?;
    tallies.keep(connection)?;
    finding::recheck_all(connection)
}

/// The tables that are not alike in both.
pub(super) fn differing(one: &[Fingerprint], other: &[Fingerprint]) -> Vec<&'static str> {
    one.iter().zip(other).filter(|(one, other)| one != other).map(|(one, _)| one.0).collect()
}

/// A derived table's name and the hash of all its rows.
pub(super) type Fingerprint = (&'static str, [u8; 32]);

/// A batch of folded subjects.
struct Folded {
    subjects: Vec<Subject>,
    records: usize,
    damaged: usize,
    /// Whether there are records that this version does not know.
    is_unknown: bool,
}

impl Folded {
    fn batch() -> Folded {
        Folded { subjects: Vec::with_capacity(BATCH), records: 0, damaged: 0, is_unknown: false }
    }
}

/// Folds every subject of the journal; `each` says whether to go on.
fn fold_all(connection: &Connection, each: &mut dyn FnMut(Folded) -> bool) -> Result<(), StoreError> {
    let mut statement = connection.prepare("SELECT subject, id, line FROM journal ORDER BY subject")?;
    let merges = merged::told(connection)?;
    let mut rows = statement.query([])?;
    let mut batch = Folded::batch();
    let mut current: Option<SubjectId> = None;
    let mut records: Vec<Record> = Vec::new();
    loop {
        let row = rows.next()?;
        let subject: Option<SubjectId> = row.map(|row| row.get(0)).transpose()?;
        if current != subject {
            if let Some(id) = current {
                records.sort_unstable_by(Record::canonical);
                if let Some(kind) = records.iter().find_map(|record| Kind::of(&record.kind)) {
                    batch.subjects.push(journal::folded(&merges, kind, id, &mut records));
                }
                records.clear();
            }
            let is_full = batch.subjects.len() >= BATCH || subject.is_none();
            if is_full && !each(std::mem::replace(&mut batch, Folded::batch())) {
                return Ok(());
            }
            current = subject;
        }
        let Some(row) = row else { return Ok(()) };
        batch.records += 1;
        match journal::read(row, 1, 2, journal::Lines::Verbatim)? {
            Some(record) => {
                batch.is_unknown |= record.event.is_none();
                records.push(record);
            }
            None => batch.damaged += 1,
        }
    }
}

/// Of the tables in one of the databases of a connection.
pub(super) fn fingerprints_of(connection: &Connection, schema: &str) -> Result<Vec<Fingerprint>, StoreError> {
    tables()
        .map(|(table, order)| Ok((table, fingerprint(connection, &format!("{schema}.{table}"), order)?)))
        .collect()
}

fn fingerprint(connection: &Connection, table: &str, order: &str) -> Result<[u8; 32], StoreError> {
    use rusqlite::types::ValueRef;
    // A count that came back to nothing is as good as none.
    let which = if table.ends_with(".tally") { " WHERE n <> 0" } else { "" };
    let mut statement = connection.prepare(&format!("SELECT * FROM {table}{which} ORDER BY {order}"))?;
    let columns = statement.column_count();
    let mut rows = statement.query([])?;
    let mut hash = Sha256::new();
    while let Some(row) = rows.next()? {
        for i in 0..columns {
            match row.get_ref(i)? {
                ValueRef::Null => hash.update([0]),
                ValueRef::Integer(n) => {
                    hash.update([1]);
                    hash.update(n.to_le_bytes());
                }
                ValueRef::Real(x) => {
                    hash.update([2]);
                    hash.update(x.to_le_bytes());
                }
                ValueRef::Text(bytes) | ValueRef::Blob(bytes) => {
                    hash.update([3]);
                    hash.update((bytes.len() as u64).to_le_bytes());
                    hash.update(bytes);
                }
            }
        }
    }
    Ok(hash.finalize().into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_derived_table_is_compared_and_made_anew() {
        let files = [include_str!("schema/tables.sql"), include_str!("schema/findings.sql")];
        let made =
            files.into_iter().flat_map(str::lines).filter_map(|line| line.strip_prefix("CREATE TABLE "));
        let missing: Vec<&str> = made
            .filter_map(|rest| rest.split([' ', '(']).next())
            .filter(|name| !tables().any(|(known, _)| known == *name))
            .collect();
        assert!(missing.is_empty(), "neither of a kind nor shared: {missing:?}");
    }
}
