//! Making of a damaged board what can be made: a new file out of the lines that verify, put in the place of the old one,
//! which is kept.
//!
//! Lines alone count: a table never tells what a line was, and a damaged line never what a table is. Where one bit of a
//! line was lost, the hash under which it is kept tells which. What does not verify is set aside byte for byte, and
//! tried again the next time.

use std::collections::{BTreeMap, HashSet};
use std::path::PathBuf;

use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension, params};
use sha2::{Digest, Sha256};

use super::keyring::Keyring;
use super::replace::{self, Making};
use super::seal::{End, Seal};
use super::verify::{self, Reason, Verified};
use super::{LeftOut, Store, StoreError, journal, open, rebuild};
use crate::domain::id::{BoardId, RecordId, ReplicaId};
use crate::domain::record::{Record, id_of};
use crate::files::Identity;

/// Lines longer than this are not searched for a lost bit: it would take minutes.
const LONG: usize = 8 * 1024;

/// So many lines are searched for a lost bit.
const SEARCHED: usize = 2_000;

/// So many rows after the last that was read are tried one by one, where pages are damaged.
const TRIED: i64 = 100_000;

/// What was made of a board.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repaired {
    /// Where the board is kept as it was.
    pub kept: PathBuf,
    /// How many records the new one has.
    pub records: i64,
    /// How many lines and seals were as they were written once a lost bit, or what stood beside them, was put right.
    pub mended: usize,
    /// How many records are set aside.
    pub aside: i64,
    /// What is still wrong: mostly records that are nowhere.
    pub left: Verified,
}

/// A line as it was found.
struct Found {
    n: i64,
    id: Option<RecordId>,
    action: i64,
    line: Vec<u8>,
}

impl Store {
    /// Repairs the board. The store is not to be used afterwards: the board is another file.
    pub fn repair(&mut self, keyring: &Keyring, stamp: &str) -> Result<Repaired, StoreError> {
        self.writable()?;
        self.in_place()?;
        let file = self.file.as_ref().ok_or_else(|| StoreError::Missing { path: self.path.clone() })?;
        let (target, old) = (file.real().to_owned(), keyring.binding(self.board, file));
        let _lock = file.lock()?;
        let making = Making::beside(&target)?;
        let key = keyring.find(&old);
        // Too damaged to be locked, it cannot be written to by others either.
        let _ = replace::freeze(&self.connection);
        let mut new = Connection::open(making.path())?;
        open::make(&mut new, self.board)?;
        new.pragma_update(None, "synchronous", "OFF")?;
        new.pragma_update(None, "foreign_keys", false)?;
        let mut mended = 0;
        let transaction = new.transaction()?;
        self.salvage(&transaction, &mut mended)?;
        if let Some(key) = &key {
            mended += usize::from(seal_again(&transaction, self.board, key)?);
        }
        let verified = verify::verify(&transaction, self.board, &mut |_| {})?;
        put_aside(&transaction, &verified)?;
        file_again(&transaction, &verified)?;
        // Once more: what was set aside is not missed twice.
        let left = verify::verify(&transaction, self.board, &mut |_| {})?;
        rebuild::make_anew(&transaction)?;
        let one = |sql: &str| transaction.query_row(sql, [], |row| row.get(0));
        let records = one("SELECT count(*) FROM journal")?;
        let aside = one("SELECT count(*) FROM set_aside")?;
        transaction.commit()?;
        open::into_one_file(new)?;
        let inode = Identity::of(making.path())?.inode;
        let kept = replace::replace_held(&target, making, stamp)?;
        if let Some(key) = key {
            // The same person at the same board: only the file is another. Whether it holds what the key wrote is asked
            // before it is used.
            keyring.keep(&keyring.bind(self.board, inode, &target), &key)?;
        }
        Ok(Repaired { kept: kept.unwrap_or(target), records, mended, aside, left })
    }

    /// Copies what can be read of the truth into a new board: replicas, lines, and what was set aside before.
    fn salvage(&self, new: &Connection, mended: &mut usize) -> Result<(), StoreError> {
        *mended += self.salvage_replicas(new)?;
        let (mut seen, mut searched) = (HashSet::new(), 0);
        let mut take = |found: Found| -> Result<(), StoreError> {
            let hash = RecordId(Sha256::digest(&found.line).into());
            let mut line = std::str::from_utf8(&found.line).ok().map(str::to_owned);
            if found.id != Some(hash) {
                // Which of the two was damaged, the line or the id beside it, the chain will tell.
                searched += 1;
                let bit =
                    found.id.filter(|_| searched <= SEARCHED).and_then(|id| with_one_bit(&found.line, id));
                *mended += usize::from(bit.is_some());
                line = bit.or(line);
            }
            let read = line.and_then(|line| Record::read(&line).ok().map(|record| (record, line)));
            match read.filter(|(record, _)| record.board == self.board && seen.insert(record.id)) {
                Some((record, line)) => insert(new, &found, &record, &line),
                None => aside(new, found.n, found.id, &found.line, Reason::Damaged),
            }
        };
        self.lines_found(&mut take)?;
        // What was sent and not taken in is no part of this board, however well it reads; but a chain may be whole by now.
        let sent = LeftOut::ALL.iter().filter(|why| **why != LeftOut::Chain);
        let sent = sent.map(|why| format!("'{}'", why.as_str())).collect::<Vec<_>>().join(", ");
        let sql = format!("SELECT line, id, reason FROM set_aside WHERE reason IN ({sent}) ORDER BY n");
        if let Ok(mut statement) = self.connection.prepare(&sql) {
            let mut rows = statement.query([])?;
            while let Ok(Some(row)) = rows.next() {
                let line = row.get_ref(0)?.as_bytes().unwrap_or_default();
                let (id, reason) = (row.get::<_, RecordId>(1).ok(), row.get::<_, String>(2)?);
                new.prepare_cached("INSERT INTO set_aside (line, id, reason) VALUES (?1, ?2, ?3)")?
                    .execute(params![line, id, reason])?;
            }
        }
        let sql = format!("SELECT place, id, line FROM set_aside WHERE reason NOT IN ({sent}) ORDER BY n");
        let Ok(mut statement) = self.connection.prepare(&sql) else { return Ok(()) };
        let mut rows = statement.query([])?;
        while let Ok(Some(row)) = rows.next() {
            let n: i64 = row.get(0).unwrap_or(0);
            let line = row.get_ref(2)?.as_bytes().unwrap_or_default().to_vec();
            take(Found { n, id: row.get(1).ok(), action: n, line })?;
        }
        Ok(())
    }

    /// Every line that can be read, also from between pages that cannot.
    fn lines_found(&self, take: &mut dyn FnMut(Found) -> Result<(), StoreError>) -> Result<(), StoreError> {
        let mut statement = self
            .connection
            .prepare("SELECT n, id, action, line FROM journal NOT INDEXED WHERE n > ?1 ORDER BY n")?;
        let (mut last, mut tried) = (0i64, 0);
        loop {
            let mut rows = statement.query([last])?;
            let ended = loop {
                match rows.next() {
                    Ok(Some(row)) => {
                        let Ok(n) = row.get(0) else { break false };
                        last = n;
                        let line = match row.get_ref(3) {
                            Ok(ValueRef::Text(line) | ValueRef::Blob(line)) => line.to_vec(),
                            _ => Vec::new(),
                        };
                        take(Found { n, id: row.get(1).ok(), action: row.get(2).unwrap_or(n), line })?;
                        tried = 0;
                    }
                    Ok(None) => break true,
                    Err(_) => break false,
                }
            };
            if ended || tried > TRIED {
                return Ok(());
            }
            (last, tried) = (last + 1, tried + 1);
        }
    }

    fn salvage_replicas(&self, new: &Connection) -> Result<usize, StoreError> {
        let mut mended = 0;
        let Ok(mut statement) = self.connection.prepare("SELECT id, seal FROM replica ORDER BY n") else {
            return Ok(0);
        };
        let mut rows = statement.query([])?;
        while let Ok(Some(row)) = rows.next() {
            let Ok(text) = row.get_ref(1).and_then(|text| Ok(text.as_bytes_or_null()?.map(<[u8]>::to_vec)))
            else {
                continue;
            };
            let Some(text) = text else { continue };
            let vouches = |text: &[u8]| {
                let seal = std::str::from_utf8(text).ok().and_then(Seal::read)?;
                seal.vouches(self.board, seal.replica()).then_some(seal)
            };
            let seal = match vouches(&text) {
                Some(seal) => Some(seal),
                None => {
                    let seal = each_bit(&text).find_map(|text| vouches(&text));
                    mended += usize::from(seal.is_some());
                    seal
                }
            };
            if let Some(seal) = seal {
                journal::keep_seal(new, self.board, &seal)?;
            }
        }
        Ok(mended)
    }

    /// Moves what does not verify out of the journal, so that nothing follows from it any more.
    pub fn set_aside(&mut self, verified: &Verified) -> Result<usize, StoreError> {
        self.writable()?;
        let transaction =
            self.connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
        put_aside(&transaction, verified)?;
        file_again(&transaction, verified)?;
        transaction.commit()?;
        Ok(verified.rejected.len())
    }
}

fn insert(new: &Connection, found: &Found, record: &Record, line: &str) -> Result<(), StoreError> {
    let replica = journal::replica_n(new, record.replica)?;
    // Two may claim one row, where one of them was set aside before.
    let is_free: bool = new
        .prepare_cached("SELECT NOT EXISTS (SELECT 1 FROM journal WHERE n = ?1)")?
        .query_row([found.n], |row| row.get(0))?;
    let n = if found.n > 0 && is_free { found.n } else { journal::next_n(new)? };
    let action = if found.n == n && found.action > 0 && found.action <= n { found.action } else { n };
    journal::insert_at(new, Some(n), replica, action, record, line)?;
    journal::keep_lamport(new, record.lamport)
}

fn aside(
    new: &Connection,
    place: i64,
    id: Option<RecordId>,
    line: &[u8],
    reason: Reason,
) -> Result<(), StoreError> {
    new.prepare_cached("INSERT INTO set_aside (line, id, reason, place) VALUES (?1, ?2, ?3, ?4)")?
        .execute(params![line, id, reason.as_str(), place])?;
    Ok(())
}

/// Moves rejected lines out of the journal; of a replica for which nobody vouches, all.
fn put_aside(connection: &Connection, verified: &Verified) -> Result<(), StoreError> {
    let sql = "INSERT INTO set_aside (line, id, reason, place)
               SELECT CAST(line AS BLOB), id, ?2, n FROM journal WHERE n = ?1";
    for (n, reason) in &verified.rejected {
        connection.prepare_cached(sql)?.execute(params![n, reason.as_str()])?;
        connection.prepare_cached("DELETE FROM journal WHERE n = ?1")?.execute([n])?;
    }
    for replica in &verified.unsealed {
        let which = "replica = (SELECT n FROM replica WHERE id = ?1)";
        connection.execute(
            &format!(
                "INSERT INTO set_aside (line, id, reason, place)
                 SELECT CAST(line AS BLOB), id, ?2, n FROM journal WHERE {which}"
            ),
            params![replica, Reason::Unsealed.as_str()],
        )?;
        connection.execute(&format!("DELETE FROM journal WHERE {which}"), [replica])?;
        connection
            .execute("UPDATE replica SET count = 0, last = NULL, seal = NULL WHERE id = ?1", [replica])?;
    }
    Ok(())
}

/// Lets the columns say what their lines say. Lines of one replica that change places with each other come back in the
/// order in which they were written.
fn file_again(connection: &Connection, verified: &Verified) -> Result<(), StoreError> {
    let mut by_replica: BTreeMap<ReplicaId, Vec<(i64, Record, String)>> = BTreeMap::new();
    for n in &verified.misfiled {
        let line: Option<String> = connection
            .prepare_cached("SELECT line FROM journal WHERE n = ?1")?
            .query_row([n], |row| row.get(0))
            .optional()?;
        let Some((record, line)) = line.and_then(|line| Some((Record::read(&line).ok()?, line))) else {
            continue;
        };
        by_replica.entry(record.replica).or_default().push((*n, record, line));
        // Two may stand under each other's ids: first out of the way.
        connection.prepare_cached("UPDATE journal SET id = randomblob(32) WHERE n = ?1")?.execute([n])?;
    }
    for mut lines in by_replica.into_values() {
        let places: Vec<i64> = lines.iter().map(|(n, ..)| *n).collect();
        lines.sort_by_key(|(_, record, _)| record.seq);
        for (n, (_, record, line)) in places.into_iter().zip(lines) {
            connection
                .prepare_cached(
                    "UPDATE journal SET id = ?2, seq = ?3, lamport = ?4, at = ?5, author = ?6, subject = ?7, kind = ?8,
                     line = ?9,
                     action = CASE WHEN action IN (SELECT action FROM journal o WHERE o.replica = journal.replica
                       AND o.seq = ?3 - 1 AND o.author = ?6) THEN action ELSE n END WHERE n = ?1",
                )?
                .execute(params![
                    n,
                    record.id,
                    record.seq as i64,
                    record.lamport as i64,
                    record.at,
                    record.author,
                    record.subject,
                    record.kind,
                    line,
                ])?;
        }
    }
    Ok(())
}

/// Seals our own chain once more where its seal was lost, as far as the key has noted what it wrote.
fn seal_again(new: &Connection, board: BoardId, key: &super::keyring::Kept) -> Result<bool, StoreError> {
    let id = key.key.replica();
    let row: Option<(i64, bool)> = new
        .query_row("SELECT n, seal IS NOT NULL FROM replica WHERE id = ?1", [id], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .optional()?;
    let Some((n, false)) = row else { return Ok(false) };
    if key.count == 0 || journal::own_record(new, n, key.count)? != Some(key.last) {
        return Ok(false);
    }
    let lamport: i64 =
        new.query_row("SELECT lamport FROM journal WHERE id = ?1", [key.last], |row| row.get(0))?;
    let end = End { n: key.count, h: key.last, l: lamport.unsigned_abs() };
    journal::keep_seal(new, board, &Seal::sign(&key.key, board, end))
}

/// The line that has this hash, if one bit makes the difference.
fn with_one_bit(line: &[u8], id: RecordId) -> Option<String> {
    if line.len() > LONG {
        return None;
    }
    each_bit(line).filter_map(|line| String::from_utf8(line).ok()).find(|line| id_of(line) == id)
}

fn each_bit(bytes: &[u8]) -> impl Iterator<Item = Vec<u8>> + '_ {
    (0..bytes.len() * 8).map(|bit| {
        let mut bytes = bytes.to_vec();
        bytes[bit / 8] ^= 1 << (bit % 8);
        bytes
    })
}
