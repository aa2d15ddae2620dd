//! Rebuilding proves: all tables are made anew from the journal, and compared with those that grew step by step.

use std::sync::mpsc;
use std::thread;

use rusqlite::{Connection, OpenFlags, TransactionBehavior};
use sha2::{Digest, Sha256};

use super::{Store, StoreError, finding, journal, project, tally};
use crate::domain::id::SubjectId;
use crate::domain::record::Record;
use crate::domain::subject::{Kind, Subject};

/// The derived tables, each in an order that its content alone decides.
const TABLES: &[(&str, &str)] = &[
    ("member", "id"),
    ("role", "id"),
    ("role_holder", "record"),
    ("role_domain", "role, place"),
    ("role_accountability", "role, place"),
    ("goal", "id"),
    ("goal_reading", "goal, date"),
    ("task", "id"),
    ("task_tag", "task, place"),
    ("task_skill", "task, place"),
    ("task_link", "task, place"),
    ("claim", "task, record"),
    ("handover", "task, record"),
    ("blocker", "task, record"),
    ("remark", "task, record"),
    ("settlement", "id"),
    ("finding", "key"),
    ("finding_about", "key, subject"),
    ("top_task", "task"),
    ("tally", "name"),
    ("origin", "source, subject"),
    ("term", "name"),
    ("subject", "id"),
];

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
        // Asked only once it is our turn: what others wrote while we waited is no difference.
        let in_memory = path.to_str() == Some(":memory:");
        let mut before = if in_memory { fingerprints_of(&transaction, "main")? } else { Vec::new() };
        clear(&transaction)?;
        let mut rebuilt = Rebuilt { records: 0, subjects: 0, differed: Vec::new(), damaged: 0 };
        let mut tallies = tally::Changes::default();
        let mut write = |folded: Folded| -> Result<(), StoreError> {
            rebuilt.records += folded.records;
            rebuilt.damaged += folded.damaged;
            for subject in &folded.subjects {
                rebuilt.subjects += 1;
                project::subject(&transaction, None, subject, &mut tallies)?;
            }
            Ok(())
        };
        let mut folding = None;
        if in_memory {
            let mut outcome = Ok(());
            fold_all(&transaction, &mut |folded| {
                outcome = write(folded);
                outcome.is_ok()
            })?;
            outcome?;
        } else {
            // One thread reads and folds with a connection of its own, while this one writes. What it sees is the board
            // before all this, so it also takes the fingerprints to compare with.
            let (sender, receiver) = mpsc::sync_channel::<Folded>(8);
            let folder = thread::spawn(move || -> Result<Vec<Fingerprint>, StoreError> {
                let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
                let connection = Connection::open_with_flags(path, flags)?;
                // It reads all over the journal, subject by subject: mapped, a page costs no call.
                connection.pragma_update(None, "mmap_size", MAPPED)?;
                fold_all(&connection, &mut |folded| sender.send(folded).is_ok())?;
                drop(sender);
                fingerprints_of(&connection, "main")
            });
            let mut outcome = Ok(());
            for folded in receiver {
                outcome = write(folded);
                if outcome.is_err() {
                    break;
                }
            }
            outcome?;
            folding = Some(folder);
        }
        tallies.keep(&transaction)?;
        finding::recheck_all(&transaction)?;
        if let Some(folder) = folding {
            before = folder.join().map_err(|_| StoreError::Thread)??;
        }
        rebuilt.differed = differing(&before, &fingerprints_of(&transaction, "main")?);
        transaction.commit()?;
        Ok(rebuilt)
    }
}

/// Empties everything that follows from the journal. Foreign keys must be off: rows go in any order.
pub(super) fn clear(connection: &Connection) -> Result<(), StoreError> {
    for (table, _) in TABLES.iter().rev() {
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
    let mut outcome = Ok(());
    fold_all(connection, &mut |folded| {
        for subject in &folded.subjects {
            outcome = project::subject(connection, None, subject, &mut tallies);
            if outcome.is_err() {
                return false;
            }
        }
        true
    })?;
    outcome?;
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
}

/// Folds every subject of the journal; `each` says whether to go on.
fn fold_all(connection: &Connection, each: &mut dyn FnMut(Folded) -> bool) -> Result<(), StoreError> {
    let mut statement = connection.prepare("SELECT subject, id, line FROM journal ORDER BY subject")?;
    let mut rows = statement.query([])?;
    let mut batch = Folded { subjects: Vec::with_capacity(BATCH), records: 0, damaged: 0 };
    let mut current: Option<SubjectId> = None;
    let mut records: Vec<Record> = Vec::new();
    loop {
        let row = rows.next()?;
        let subject: Option<SubjectId> = row.map(|row| row.get(0)).transpose()?;
        if current != subject {
            if let Some(id) = current {
                records.sort_unstable_by(Record::canonical);
                if let Some(kind) = records.iter().find_map(|record| Kind::of(&record.kind)) {
                    batch.subjects.push(Subject::fold(kind, id, &records));
                }
                records.clear();
            }
            if batch.subjects.len() >= BATCH || subject.is_none() {
                let full = Folded { subjects: Vec::with_capacity(BATCH), records: 0, damaged: 0 };
                if !each(std::mem::replace(&mut batch, full)) {
                    return Ok(());
                }
            }
            current = subject;
        }
        let Some(row) = row else { return Ok(()) };
        batch.records += 1;
        match journal::read(row, 1, 2, journal::Lines::Verbatim)? {
            Some(record) => records.push(record),
            None => batch.damaged += 1,
        }
    }
}

/// Of the tables in one of the databases of a connection.
pub(super) fn fingerprints_of(connection: &Connection, schema: &str) -> Result<Vec<Fingerprint>, StoreError> {
    TABLES
        .iter()
        .map(|(table, order)| Ok((*table, fingerprint(connection, &format!("{schema}.{table}"), order)?)))
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
