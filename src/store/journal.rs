//! The append-only journal: every record as it came, and the ways to read it back.

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::{Store, StoreError};
use crate::domain::id::{MemberId, RecordId, ReplicaId, SubjectId};
use crate::domain::record::{Record, Tip};
use crate::domain::subject::{Kind, Subject};

/// One record with its place in the journal.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The order of arrival.
    pub n: i64,
    /// The `n` of the first record of what was done at once.
    pub action: i64,
    pub record: Record,
}

/// What our own replica writes next, and where.
pub(super) struct Own {
    pub n: i64,
    pub tip: Tip,
}

pub(super) fn own(connection: &Connection) -> Result<Own, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT r.n, r.id, r.count, r.last, (SELECT value FROM meta WHERE key = 'lamport')
           FROM replica r WHERE r.n = (SELECT value FROM meta WHERE key = 'own_replica')",
    )?;
    Ok(statement.query_row([], |row| {
        let tip = Tip {
            replica: row.get(1)?,
            count: row.get::<_, i64>(2)?.unsigned_abs(),
            last: row.get::<_, Option<RecordId>>(3)?.unwrap_or(RecordId::ZERO),
            lamport: row.get::<_, i64>(4)?.unsigned_abs(),
        };
        Ok(Own { n: row.get(0)?, tip })
    })?)
}

/// Keeps where our replica stands after a batch.
pub(super) fn keep_tip(connection: &Connection, own: &Own) -> Result<(), StoreError> {
    connection.prepare_cached("UPDATE replica SET count = ?1, last = ?2 WHERE n = ?3")?.execute(params![
        own.tip.count as i64,
        own.tip.last,
        own.n
    ])?;
    keep_lamport(connection, own.tip.lamport)
}

pub(super) fn keep_lamport(connection: &Connection, lamport: u64) -> Result<(), StoreError> {
    connection
        .prepare_cached("UPDATE meta SET value = max(value, ?1) WHERE key = 'lamport'")?
        .execute([lamport as i64])?;
    Ok(())
}

/// The next free row number. Of the whole journal, also where only a part of it is seen.
pub(super) fn next_n(connection: &Connection) -> Result<i64, StoreError> {
    Ok(connection
        .prepare_cached("SELECT coalesce(max(n), 0) + 1 FROM main.journal")?
        .query_row([], |row| row.get(0))?)
}

/// Adds a record. False where its id is known already: then nothing is changed.
pub(super) fn insert(
    connection: &Connection,
    replica: i64,
    action: i64,
    record: &Record,
    line: &str,
) -> Result<bool, StoreError> {
    let added = connection
        .prepare_cached(
            "INSERT INTO journal (id, replica, seq, lamport, at, author, subject, kind, action, line)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) ON CONFLICT (id) DO NOTHING",
        )?
        .execute(params![
            record.id,
            replica,
            record.seq as i64,
            record.lamport as i64,
            record.at,
            record.author,
            record.subject,
            record.kind,
            action,
            line,
        ])?;
    Ok(added == 1)
}

/// The row number of a replica, which is made known by its first record.
pub(super) fn replica_n(connection: &Connection, replica: ReplicaId) -> Result<i64, StoreError> {
    let known = connection
        .prepare_cached("SELECT n FROM replica WHERE id = ?1")?
        .query_row([replica], |row| row.get(0))
        .optional()?;
    if let Some(n) = known {
        return Ok(n);
    }
    connection.execute("INSERT INTO replica (id) VALUES (?1)", [replica])?;
    Ok(connection.last_insert_rowid())
}

/// All records of a subject, in canonical order, with its kind; no kind while none of them is known.
pub(super) fn of_subject(
    connection: &Connection,
    subject: SubjectId,
) -> Result<(Option<Kind>, Vec<Record>), StoreError> {
    let mut statement = connection.prepare_cached("SELECT id, line FROM journal WHERE subject = ?1")?;
    let mut rows = statement.query([subject])?;
    let mut records = Vec::new();
    while let Some(row) = rows.next()? {
        records.push(read(row.get(0)?, row.get_ref(1)?.as_str().map_err(rusqlite::Error::from)?)?);
    }
    records.sort_unstable_by(Record::canonical);
    let kind = records.iter().find_map(|record| Kind::of(&record.kind));
    Ok((kind, records))
}

/// A subject, folded from all of its records; `None` where none of them is known.
pub(super) fn fold(connection: &Connection, subject: SubjectId) -> Result<Option<Subject>, StoreError> {
    let (kind, records) = of_subject(connection, subject)?;
    Ok(kind.map(|kind| Subject::fold(kind, subject, &records)))
}

/// Reads a line that the journal accepted when it came in.
pub(super) fn read(id: RecordId, line: &str) -> Result<Record, StoreError> {
    Record::read_as(id, line).map_err(|_| StoreError::Row("journal"))
}

fn entry(row: &Row<'_>) -> Result<Entry, StoreError> {
    let line: String = row.get(3)?;
    Ok(Entry { n: row.get(0)?, action: row.get(1)?, record: read(row.get(2)?, &line)? })
}

pub(super) fn entries(
    statement: &mut rusqlite::Statement<'_>,
    values: impl rusqlite::Params,
) -> Result<Vec<Entry>, StoreError> {
    let mut rows = statement.query(values)?;
    let mut entries = Vec::new();
    while let Some(row) = rows.next()? {
        entries.push(entry(row)?);
    }
    Ok(entries)
}

impl Store {
    /// The newest entries before row `before` (`None`: from the end), the newest first.
    pub fn journal(&self, before: Option<i64>, most: usize) -> Result<Vec<Entry>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT n, action, id, line FROM journal WHERE n < ?1 ORDER BY n DESC LIMIT ?2",
        )?;
        entries(&mut statement, params![before.unwrap_or(i64::MAX), most as i64])
    }

    /// The newest entries of one author, the newest first.
    pub fn journal_by(&self, author: MemberId, most: usize) -> Result<Vec<Entry>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT n, action, id, line FROM journal WHERE author = ?1 ORDER BY n DESC LIMIT ?2",
        )?;
        entries(&mut statement, params![author, most as i64])
    }

    /// The newest entries of one subject, the newest first.
    pub fn journal_of(&self, subject: SubjectId, most: usize) -> Result<Vec<Entry>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT n, action, id, line FROM journal WHERE subject = ?1 ORDER BY n DESC LIMIT ?2",
        )?;
        entries(&mut statement, params![subject, most as i64])
    }

    /// The first record of what an author did last, or last before the action `before`. However many records an
    /// action has, it costs the same.
    pub fn last_action(&self, author: MemberId, before: Option<i64>) -> Result<Option<Entry>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT n, action, id, line FROM journal WHERE n =
               (SELECT action FROM journal WHERE author = ?1 AND n < ?2 ORDER BY n DESC LIMIT 1)",
        )?;
        Ok(entries(&mut statement, params![author, before.unwrap_or(i64::MAX)])?.pop())
    }

    /// All records of one action and their subjects, in the order in which they were written.
    pub fn action(&self, action: i64) -> Result<Vec<(RecordId, SubjectId)>, StoreError> {
        // The records of an action stand side by side: others wait while one writes.
        let mut statement = self
            .connection
            .prepare_cached("SELECT action, id, subject FROM journal WHERE n >= ?1 ORDER BY n")?;
        let mut rows = statement.query([action])?;
        let mut all = Vec::new();
        while let Some(row) = rows.next()? {
            if row.get::<_, i64>(0)? != action {
                break;
            }
            all.push((row.get(1)?, row.get(2)?));
        }
        Ok(all)
    }

    /// The entry of a record.
    pub fn entry(&self, id: RecordId) -> Result<Option<Entry>, StoreError> {
        let mut statement =
            self.connection.prepare_cached("SELECT n, action, id, line FROM journal WHERE id = ?1")?;
        Ok(entries(&mut statement, [id])?.pop())
    }

    /// All records of a subject, in canonical order.
    pub fn history(&self, subject: SubjectId) -> Result<Vec<Record>, StoreError> {
        Ok(of_subject(&self.connection, subject)?.1)
    }

    /// All lines, in the order of arrival: what another replica needs to hold the same board.
    pub fn lines(&self, mut each: impl FnMut(&str)) -> Result<(), StoreError> {
        let mut statement = self.connection.prepare("SELECT line FROM journal ORDER BY n")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            each(row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?);
        }
        Ok(())
    }

    /// How many records there are, as the row numbers tell.
    pub fn journal_len(&self) -> Result<i64, StoreError> {
        Ok(next_n(&self.connection)? - 1)
    }
}
