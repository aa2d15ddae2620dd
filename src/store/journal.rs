//! The append-only journal: every record as it came, and the ways to read it back.

use std::cell::Cell;
use std::collections::BTreeSet;

use rusqlite::types::FromSql;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::seal::Seal;

use super::{Store, StoreError, derived, merged};
use crate::domain::id::{BoardId, RecordId, ReplicaId, SubjectId, TaskId};
use crate::domain::merges::Merges;
use crate::domain::record::{Record, id_of};
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

/// The highest clock known, whoever wrote it.
pub(super) fn lamport(connection: &Connection) -> Result<u64, StoreError> {
    let lamport: i64 = connection
        .prepare_cached("SELECT value FROM meta WHERE key = 'lamport'")?
        .query_row([], |row| row.get(0))?;
    Ok(lamport.unsigned_abs())
}

/// The id of a replica's record.
pub(super) fn own_record(connection: &Connection, n: i64, seq: u64) -> Result<Option<RecordId>, StoreError> {
    Ok(connection
        .prepare_cached("SELECT id FROM journal WHERE replica = ?1 AND seq = ?2")?
        .query_row(params![n, seq as i64], |row| row.get(0))
        .optional()?)
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
    insert_at(connection, None, replica, action, record, line)
}

/// Adds a record in a row of its own: that of the number `n`, or the next one.
pub(super) fn insert_at(
    connection: &Connection,
    n: Option<i64>,
    replica: i64,
    action: i64,
    record: &Record,
    line: &str,
) -> Result<bool, StoreError> {
    if record.event.is_none() {
        derived::note_unknown(connection)?;
    }
    let added = connection
        .prepare_cached(
            "INSERT INTO journal (n, id, replica, seq, lamport, at, author, subject, kind, action, line)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11) ON CONFLICT (id) DO NOTHING",
        )?
        .execute(params![
            n,
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

/// Whether any record speaks of a subject. Of the whole journal, also where only a part of it is seen.
pub(super) fn mentions(connection: &Connection, subject: SubjectId) -> Result<bool, StoreError> {
    Ok(connection.prepare_cached("SELECT 1 FROM main.journal WHERE subject = ?1")?.exists([subject])?)
}

/// The tasks that were added by the same actions as these, with these.
pub(super) fn brought_with(
    connection: &Connection,
    tasks: &[TaskId],
) -> Result<BTreeSet<TaskId>, StoreError> {
    const ADDED: &str = "task.added";
    let mut statement =
        connection.prepare_cached("SELECT action FROM main.journal WHERE subject = ?1 AND kind = ?2")?;
    let mut actions: BTreeSet<i64> = BTreeSet::new();
    for task in tasks {
        for action in statement.query_map(params![task, ADDED], |row| row.get(0))? {
            actions.insert(action?);
        }
    }
    // The rows of an action follow its first one; but for those of others who wrote meanwhile elsewhere they do so at once.
    let mut statement = connection
        .prepare_cached("SELECT subject FROM main.journal WHERE n >= ?1 AND action = ?1 AND kind = ?2")?;
    let mut all = BTreeSet::new();
    for action in actions {
        for task in statement.query_map(params![action, ADDED], |row| row.get::<_, SubjectId>(0))? {
            all.insert(task?.into());
        }
    }
    Ok(all)
}

/// The records of a subject as they stand in the journal.
#[derive(Default)]
pub(super) struct History {
    /// The kind of the subject; none while no record of it is known.
    pub kind: Option<Kind>,
    /// In canonical order.
    pub records: Vec<Record>,
    /// How many more there are that cannot be read.
    pub unread: usize,
}

impl History {
    /// The subject as those of its records alone make it that are picked; `None` where they make none.
    pub fn folded_from(
        mut self,
        merges: &Merges,
        id: SubjectId,
        is_picked: impl Fn(&Record) -> bool,
    ) -> Option<Subject> {
        let kind = self.kind?;
        self.records.retain(is_picked);
        Some(folded(merges, kind, id, &mut self.records)).filter(Subject::exists)
    }
}

/// What the lines of the journal are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lines {
    /// As they came in: a line that does not have the hash under which it is kept is no record.
    Verbatim,
    /// As a moment of the past has them, which leaves out what they tell of later.
    Retold,
}

/// All records of a subject.
pub(super) fn of_subject(
    connection: &Connection,
    subject: SubjectId,
    lines: Lines,
) -> Result<History, StoreError> {
    history(connection, "SELECT id, line FROM journal WHERE subject = ?1", subject, lines)
}

fn history(
    connection: &Connection,
    sql: &str,
    subject: SubjectId,
    lines: Lines,
) -> Result<History, StoreError> {
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query([subject])?;
    let mut history = History::default();
    while let Some(row) = rows.next()? {
        match read(row, 0, 1, lines)? {
            Some(record) => history.records.push(record),
            None => history.unread += 1,
        }
    }
    history.records.sort_unstable_by(Record::canonical);
    history.kind = history.records.iter().find_map(|record| Kind::of(&record.kind));
    Ok(history)
}

/// A subject, folded from all of its records; `None` where none of them is known. Where one of them cannot be read it is
/// an error: nothing is to be built on half of a history, nor its tables be overwritten by it.
pub(super) fn fold_whole(
    connection: &Connection,
    subject: SubjectId,
    lines: Lines,
    merges: &Merges,
) -> Result<Option<Subject>, StoreError> {
    let History { kind, mut records, unread } = of_subject(connection, subject, lines)?;
    match unread {
        0 => kind.map(|kind| folded_at(connection, lines, merges, kind, subject, &mut records)).transpose(),
        _ => Err(StoreError::DamagedSubject(subject)),
    }
}

/// A subject, folded from those of its records that can be read: for what only looks at it.
pub(super) fn fold(connection: &Connection, subject: SubjectId) -> Result<Option<Subject>, StoreError> {
    let History { kind, mut records, .. } = of_subject(connection, subject, Lines::Retold)?;
    let merges = merged::all(connection)?;
    Ok(kind.map(|kind| folded(&merges, kind, subject, &mut records)))
}

/// The same as [`folded`]; of a decision at a moment of the past with how it stands now, by which something may be kept.
pub(super) fn folded_at(
    connection: &Connection,
    lines: Lines,
    merges: &Merges,
    kind: Kind,
    subject: SubjectId,
    records: &mut [Record],
) -> Result<Subject, StoreError> {
    let mut then = folded(merges, kind, subject, records);
    if let (Lines::Retold, Subject::Decision(decision)) = (lines, &mut then)
        && decision.hide.is_some()
    {
        let all = "SELECT id, line FROM main.journal WHERE subject = ?1";
        let mut now = history(connection, all, subject, Lines::Verbatim)?;
        if let Subject::Decision(now) = folded(merges, kind, subject, &mut now.records) {
            decision.looked_back_at_from(*now);
        }
    }
    Ok(then)
}

/// A subject, folded from its records as those of the persons whose they are. Into whom a member was merged is told by
/// their own records alone.
pub(super) fn folded(merges: &Merges, kind: Kind, subject: SubjectId, records: &mut [Record]) -> Subject {
    if kind != Kind::Member && !merges.is_empty() {
        records.iter_mut().for_each(|record| merges.resolve(record));
    }
    let mut folded = Subject::fold(kind, subject, records);
    if let Subject::Member(member) = &mut folded {
        member.is_another = merges.person(member.id) != member.id;
    }
    folded
}

/// The record in these columns of a row, its id and its line; `None` where the line is not the one that the journal took
/// in, or cannot be read.
pub(super) fn read(
    row: &Row<'_>,
    id: usize,
    line: usize,
    lines: Lines,
) -> Result<Option<Record>, StoreError> {
    let (id, line) = (row.get_ref(id)?, row.get_ref(line)?);
    let (Ok(id), Ok(line)) = (RecordId::column_result(id), line.as_str()) else { return Ok(None) };
    Ok(if lines == Lines::Retold || id_of(line) == id { Record::read_as(id, line).ok() } else { None })
}

/// With what a statement that finds entries begins.
pub(super) const ENTRIES: &str = "SELECT n, action, id, line FROM journal";

/// What a statement finds: rows of `n, action, id, line`, as of [`ENTRIES`]. How many more cannot be read is counted in `unread`.
pub(super) fn entries(
    connection: &Connection,
    sql: &str,
    values: impl rusqlite::Params + Clone,
    (lines, unread): (Lines, &Cell<usize>),
) -> Result<Vec<Entry>, StoreError> {
    let mut entries = Vec::new();
    let mut add = |row: &Row<'_>| -> Result<(), StoreError> {
        match read(row, 2, 3, lines)? {
            Some(record) => entries.push(Entry { n: row.get(0)?, action: row.get(1)?, record }),
            None => unread.set(unread.get() + 1),
        }
        Ok(())
    };
    let mut all = || -> Result<(), StoreError> {
        let mut statement = connection.prepare_cached(sql)?;
        let mut rows = statement.query(values.clone())?;
        while let Some(row) = rows.next()? {
            add(row)?;
        }
        Ok(())
    };
    match all() {
        Err(StoreError::Damaged { .. }) => {}
        read => return read.map(|()| entries),
    }
    // One row whose form is damaged ends the statement; by their numbers the others are found one by one.
    entries.clear();
    let mut statement = connection.prepare(&sql.replace("SELECT n, action, id, line", "SELECT n"))?;
    let numbers: Vec<i64> =
        statement.query_map(values, |row| row.get(0))?.collect::<Result<_, rusqlite::Error>>()?;
    let mut row = connection.prepare_cached("SELECT n, action, id, line FROM journal WHERE n = ?1")?;
    for n in numbers {
        let found = row.query_row([n], |row| Ok((row.get(0)?, row.get(1)?, read(row, 2, 3, lines))));
        match found {
            Ok((n, action, Ok(Some(record)))) => entries.push(Entry { n, action, record }),
            _ => unread.set(unread.get() + 1),
        }
    }
    Ok(entries)
}

/// Keeps the seal of another replica, if it vouches for more than the one that is known. False where it vouches for nothing.
pub(super) fn keep_seal(connection: &Connection, board: BoardId, seal: &Seal) -> Result<bool, StoreError> {
    if !seal.vouches(board, seal.replica()) {
        return Ok(false);
    }
    let n = replica_n(connection, seal.replica())?;
    let old: Option<String> =
        connection.query_row("SELECT seal FROM replica WHERE n = ?1", [n], |row| row.get(0))?;
    if old.and_then(|old| Seal::read(&old)).is_none_or(|old| old.n < seal.n) {
        connection.execute(
            "UPDATE replica SET public = ?1, count = ?2, last = ?3, seal = ?4 WHERE n = ?5",
            params![seal.public(), seal.n as i64, seal.h, seal.line(), n],
        )?;
    }
    Ok(true)
}

/// The entry of a record.
pub(super) fn entry_of(
    connection: &Connection,
    id: RecordId,
    reading: (Lines, &Cell<usize>),
) -> Result<Option<Entry>, StoreError> {
    Ok(entries(connection, &format!("{ENTRIES} WHERE id = ?1"), [id], reading)?.pop())
}

impl Store {
    /// Whether any record speaks of this subject, also one that was undone.
    pub fn mentions(&self, id: SubjectId) -> Result<bool, StoreError> {
        mentions(&self.connection, id)
    }

    /// The newest entries before row `before` (`None`: from the end), the newest first.
    pub fn journal(&self, before: Option<i64>, most: usize) -> Result<Vec<Entry>, StoreError> {
        let sql = format!("{ENTRIES} WHERE n < ?1 ORDER BY n DESC LIMIT ?2");
        let values = params![before.unwrap_or(i64::MAX), most as i64];
        entries(&self.connection, &sql, values, self.reading())
    }

    /// The newest entries of one subject, the newest first.
    pub fn journal_of(&self, subject: SubjectId, most: usize) -> Result<Vec<Entry>, StoreError> {
        let sql = format!("{ENTRIES} WHERE subject = ?1 ORDER BY n DESC LIMIT ?2");
        entries(&self.connection, &sql, params![subject, most as i64], self.reading())
    }

    /// The entry of a record.
    pub fn entry(&self, id: RecordId) -> Result<Option<Entry>, StoreError> {
        entry_of(&self.connection, id, self.reading())
    }

    /// All records of a subject, in canonical order.
    pub fn history(&self, subject: SubjectId) -> Result<Vec<Record>, StoreError> {
        let history = of_subject(&self.connection, subject, self.lines)?;
        self.unread.set(self.unread.get() + history.unread);
        Ok(history.records)
    }

    /// All lines in the order of arrival, and the seals that vouch for them: what another replica needs to hold the same
    /// board.
    pub fn lines(&self, mut each: impl FnMut(&str)) -> Result<(), StoreError> {
        for sql in [
            "SELECT line FROM journal ORDER BY n",
            "SELECT seal FROM replica WHERE seal IS NOT NULL ORDER BY n",
        ] {
            let mut statement = self.connection.prepare(sql)?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                match row.get_ref(0)?.as_str() {
                    Ok(line) => each(line),
                    Err(_) => self.unread.set(self.unread.get() + 1),
                }
            }
        }
        Ok(())
    }

    /// How the lines of this journal are read, and where those are counted that cannot be.
    pub(super) fn reading(&self) -> (Lines, &Cell<usize>) {
        (self.lines, &self.unread)
    }

    /// How many records there are, as the row numbers tell.
    pub fn journal_len(&self) -> Result<i64, StoreError> {
        Ok(next_n(&self.connection)? - 1)
    }
}
