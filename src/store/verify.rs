//! Whether the journal is what was written: every line has its hash, every chain is whole, every chain is sealed.
//!
//! ```text
//! line --hash--> id      line 12 names the id of line 11, and so on down to zeros
//!                        the seal names the id of the last line, and is signed
//! ```
//!
//! A chain is walked forwards as long as nothing is wrong, so that a million records take no memory. Where something is,
//! that replica's chain is walked once more, from its seal down: what the seal leads to is genuine, whatever else stands
//! at the same place is not. A damaged line costs itself. Below a hole nothing is vouched for any more; what stands there
//! alone in its place is kept, and said.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, Row, params};
use sha2::{Digest, Sha256};

use super::seal::Seal;
use super::{Check, Progress, StoreError};
use crate::domain::calendar::At;
use crate::domain::id::{BoardId, MemberId, RecordId, ReplicaId, SubjectId};
use crate::domain::record::Record;

/// How many lines are looked at between two words about it.
const STRIDE: u64 = 10_000;

/// What of the journal does not verify.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Verified {
    /// How many lines were looked at.
    pub lines: u64,
    pub faults: Vec<Fault>,
    /// The rows of lines that are not what their replica wrote.
    pub rejected: BTreeSet<(i64, Reason)>,
    /// The rows whose columns do not say what their line says, which is genuine.
    pub misfiled: BTreeSet<i64>,
    /// The replicas of which nothing is vouched for, since their seal is missing or does not verify.
    pub unsealed: Vec<ReplicaId>,
}

/// Why a line is no record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// It does not have the hash under which it is kept, or cannot be read.
    Damaged,
    /// Its replica's chain leads past it.
    Forged,
    /// It stands behind the last record that its replica's seal vouches for.
    Unsealed,
}

impl Reason {
    pub fn as_str(self) -> &'static str {
        match self {
            Reason::Damaged => "damaged",
            Reason::Forged => "forged",
            Reason::Unsealed => "unsealed",
        }
    }
}

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// A line of the journal, by its row.
    Line(i64, Reason),
    /// The columns beside a line, by its row.
    Columns(i64),
    /// Records of a replica that are not there: from one number to another.
    Missing(ReplicaId, u64, u64),
    /// Records of a replica for which nobody vouches, since one above them is missing: up to this number.
    Unvouched(ReplicaId, u64),
    /// A replica's seal is missing, or does not verify.
    Seal(ReplicaId),
    /// What is noted of a replica is not what its seal says.
    Replica(ReplicaId),
    /// The board's clock is behind its records.
    Clock,
}

/// A row of the table of replicas.
struct Replica {
    n: i64,
    id: ReplicaId,
    public: Option<Vec<u8>>,
    count: i64,
    last: Option<RecordId>,
    seal: Option<Seal>,
}

/// What is known of a line.
struct Line {
    n: i64,
    seq: u64,
    lamport: u64,
    /// The hash of the line, and the id under which it is kept.
    hash: RecordId,
    id: Option<RecordId>,
    previous: RecordId,
    author: Option<MemberId>,
    action: i64,
    /// Whether it can be read, and is of this board and replica.
    is_record: bool,
    /// Whether the other columns say what the line says.
    is_filed: bool,
}

const LINES: &str = "SELECT n, id, seq, lamport, at, author, subject, kind, action, line FROM journal";

/// Looks at every line.
pub(super) fn verify(
    connection: &Connection,
    board: BoardId,
    progress: &mut dyn FnMut(Progress),
) -> Result<Verified, StoreError> {
    let mut verified = Verified::default();
    let mut clock = 0;
    let all = super::journal::next_n(connection)? - 1;
    for replica in replicas(connection)? {
        let (seal, before) = (sealed(&replica, board), verified.lines);
        let mut walk = Walk::default();
        let mut statement = connection.prepare(&format!("{LINES} WHERE replica = ?1 ORDER BY seq, n"))?;
        let mut rows = statement.query([replica.n])?;
        while let Some(row) = rows.next()? {
            walk.step(&line(row, board, replica.id)?);
            verified.lines += 1;
            if verified.lines.is_multiple_of(STRIDE) {
                progress(Progress { check: Check::Lines, done: verified.lines, of: all.unsigned_abs() });
            }
        }
        clock = clock.max(walk.clock);
        // Nobody vouches for it, and nobody wrote under it.
        if seal.is_none() && verified.lines == before && replica.seal.is_none() {
            continue;
        }
        match &seal {
            Some(seal) => {
                let is_noted = replica.count.unsigned_abs() == seal.n
                    && replica.last == Some(seal.h)
                    && replica.public.as_deref() == Some(&seal.public());
                if !is_noted {
                    verified.faults.push(Fault::Replica(replica.id));
                }
            }
            None => {
                verified.faults.push(Fault::Seal(replica.id));
                verified.unsealed.push(replica.id);
            }
        }
        let is_whole = walk.is_whole && seal.as_ref().is_none_or(|seal| walk.ends(seal));
        if !is_whole {
            let lines = read_chain(connection, board, &replica)?;
            from_the_seal(&lines, replica.id, seal.as_ref(), &mut verified);
        }
    }
    let mut strays =
        connection.prepare("SELECT n FROM journal WHERE replica NOT IN (SELECT n FROM replica)")?;
    for n in strays.query_map([], |row| row.get(0))? {
        verified.reject(n?, Reason::Forged);
    }
    if super::journal::lamport(connection)? < clock {
        verified.faults.push(Fault::Clock);
    }
    Ok(verified)
}

/// Looks at the newest lines and at all seals.
pub(super) fn glance(connection: &Connection, board: BoardId, newest: i64) -> Result<Verified, StoreError> {
    let mut verified = Verified::default();
    for replica in replicas(connection)? {
        let last: Option<i64> =
            connection.query_row("SELECT max(seq) FROM journal WHERE replica = ?1", [replica.n], |row| {
                row.get(0)
            })?;
        let Some(seal) = sealed(&replica, board) else {
            if last.is_some() || replica.seal.is_some() {
                verified.faults.push(Fault::Seal(replica.id));
            }
            continue;
        };
        let there = super::journal::own_record(connection, replica.n, seal.n)?;
        if there != Some(seal.h) || last.map(i64::unsigned_abs) != Some(seal.n) {
            verified.faults.push(Fault::Replica(replica.id));
        }
    }
    let mut statement = connection.prepare(
        "SELECT j.n, j.id, j.seq, j.lamport, j.at, j.author, j.subject, j.kind, j.action, j.line, r.id
           FROM journal j JOIN replica r ON r.n = j.replica ORDER BY j.n DESC LIMIT ?1",
    )?;
    let mut rows = statement.query(params![newest])?;
    while let Some(row) = rows.next()? {
        let line = line(row, board, row.get(10)?)?;
        verified.lines += 1;
        verified.look_at(&line);
    }
    Ok(verified)
}

impl Verified {
    fn reject(&mut self, n: i64, reason: Reason) {
        if self.rejected.insert((n, reason)) {
            self.faults.push(Fault::Line(n, reason));
        }
    }

    fn misfile(&mut self, n: i64) {
        if self.misfiled.insert(n) {
            self.faults.push(Fault::Columns(n));
        }
    }

    /// What can be told of a line by itself.
    fn look_at(&mut self, line: &Line) {
        if !line.is_record || line.id != Some(line.hash) {
            self.reject(line.n, Reason::Damaged);
        } else if !line.is_filed {
            self.misfile(line.n);
        }
    }

    /// Whether all is as it was written.
    pub fn is_whole(&self) -> bool {
        self.faults.is_empty()
    }
}

/// A chain on the way from its first line to its last.
#[derive(Default)]
struct Walk {
    last: Option<Step>,
    is_whole: bool,
    clock: u64,
    begun: bool,
}

struct Step {
    seq: u64,
    hash: RecordId,
    author: Option<MemberId>,
    action: i64,
    lamport: u64,
}

impl Walk {
    fn step(&mut self, line: &Line) {
        if !self.begun {
            (self.begun, self.is_whole) = (true, true);
        }
        let (seq, hash) = self.last.as_ref().map_or((0, RecordId::ZERO), |last| (last.seq, last.hash));
        let follows = line.seq == seq + 1 && line.previous == hash;
        let grows = self.last.as_ref().is_none_or(|last| line.lamport > last.lamport);
        self.is_whole &= line.is_record
            && line.is_filed
            && line.id == Some(line.hash)
            && follows
            && grows
            && acts(line, self.last.as_ref());
        self.clock = self.clock.max(line.lamport);
        self.last = Some(Step {
            seq: line.seq,
            hash: line.hash,
            author: line.author,
            action: line.action,
            lamport: line.lamport,
        });
    }

    fn ends(&self, seal: &Seal) -> bool {
        self.last.as_ref().is_some_and(|last| (last.seq, last.hash, last.lamport) == (seal.n, seal.h, seal.l))
    }
}

/// Whether a line is an action of its own, or one with the line before it.
fn acts(line: &Line, last: Option<&Step>) -> bool {
    line.action == line.n || last.is_some_and(|last| last.action == line.action && last.author == line.author)
}

/// Tells from the seal which lines are genuine.
fn from_the_seal(lines: &[Line], replica: ReplicaId, seal: Option<&Seal>, verified: &mut Verified) {
    let mut places: BTreeMap<u64, Vec<&Line>> = BTreeMap::new();
    for line in lines {
        places.entry(line.seq).or_default().push(line);
    }
    let mut genuine: BTreeMap<u64, &Line> = BTreeMap::new();
    let mut wanted = seal.map(|seal| seal.h);
    let mut seq = seal.map_or_else(|| places.keys().next_back().copied().unwrap_or(0), |seal| seal.n);
    // Up to where nobody vouches for what is there.
    let mut unvouched = 0;
    while seq > 0 {
        let Some(there) = places.get(&seq) else {
            let below = places.range(..seq).next_back().map_or(0, |(below, _)| *below);
            verified.faults.push(Fault::Missing(replica, below + 1, seq));
            wanted = None;
            unvouched = unvouched.max(below);
            seq = below;
            continue;
        };
        let found = match wanted {
            Some(hash) => there.iter().find(|line| line.is_record && line.hash == hash),
            // Below a hole: what stands in its place alone, and undamaged.
            None => {
                let mut sound = there.iter().filter(|line| line.is_record && line.id == Some(line.hash));
                sound.next().filter(|_| sound.next().is_none())
            }
        };
        match found {
            Some(line) => {
                genuine.insert(seq, line);
                wanted = Some(line.previous);
            }
            None => {
                wanted = None;
                unvouched = unvouched.max(seq - 1);
            }
        }
        seq -= 1;
    }
    if seal.is_some() && unvouched > 0 {
        verified.faults.push(Fault::Unvouched(replica, unvouched));
    }
    for line in lines {
        match genuine.get(&line.seq) {
            Some(genuine) if genuine.n == line.n => {
                let before = line.seq.checked_sub(1).and_then(|seq| places.get(&seq)).into_iter().flatten();
                let mut before = before.map(|line| (line.action, line.author));
                let acts = line.action == line.n || before.any(|before| before == (line.action, line.author));
                if !line.is_filed || line.id != Some(line.hash) || !acts {
                    verified.misfile(line.n);
                }
            }
            _ if !line.is_record || line.id != Some(line.hash) => verified.reject(line.n, Reason::Damaged),
            _ if seal.is_some_and(|seal| line.seq > seal.n) => verified.reject(line.n, Reason::Unsealed),
            _ => verified.reject(line.n, Reason::Forged),
        }
    }
}

fn read_chain(connection: &Connection, board: BoardId, replica: &Replica) -> Result<Vec<Line>, StoreError> {
    let mut statement = connection.prepare(&format!("{LINES} WHERE replica = ?1 ORDER BY seq, n"))?;
    let mut rows = statement.query([replica.n])?;
    let mut lines = Vec::new();
    while let Some(row) = rows.next()? {
        lines.push(line(row, board, replica.id)?);
    }
    Ok(lines)
}

fn line(row: &Row<'_>, board: BoardId, replica: ReplicaId) -> Result<Line, StoreError> {
    let n = row.get(0)?;
    let text = row.get_ref(9)?.as_bytes().unwrap_or_default();
    let hash = RecordId(Sha256::digest(text).into());
    let text = std::str::from_utf8(text).ok();
    let record = text.and_then(|text| Record::read_as(hash, text).ok());
    let record = record.filter(|record| (record.board, record.replica) == (board, replica));
    let filed = |record: &Record| {
        row.get::<_, i64>(2).is_ok_and(|seq| seq.unsigned_abs() == record.seq)
            && row.get::<_, i64>(3).is_ok_and(|lamport| lamport.unsigned_abs() == record.lamport)
            && row.get::<_, At>(4).is_ok_and(|at| at == record.at)
            && row.get::<_, MemberId>(5).is_ok_and(|author| author == record.author)
            && row.get::<_, SubjectId>(6).is_ok_and(|subject| subject == record.subject)
            && row.get_ref(7).is_ok_and(|kind| kind.as_str().is_ok_and(|kind| kind == record.kind))
    };
    let column_seq = row.get::<_, i64>(2).unwrap_or(0).unsigned_abs();
    Ok(Line {
        n,
        seq: record.as_ref().map_or(column_seq, |record| record.seq),
        lamport: record.as_ref().map_or(0, |record| record.lamport),
        hash,
        id: row.get(1).ok(),
        previous: record.as_ref().map_or(RecordId::ZERO, |record| record.previous),
        author: record.as_ref().map(|record| record.author),
        action: row.get(8).unwrap_or(0),
        is_record: record.is_some(),
        is_filed: record.as_ref().is_some_and(filed),
    })
}

fn replicas(connection: &Connection) -> Result<Vec<Replica>, StoreError> {
    let mut statement =
        connection.prepare("SELECT n, id, public, count, last, seal FROM replica ORDER BY n")?;
    let rows = statement.query_map([], |row| {
        Ok(Replica {
            n: row.get(0)?,
            id: row.get(1)?,
            public: row.get(2).ok(),
            count: row.get(3)?,
            last: row.get(4).ok(),
            seal: row.get::<_, String>(5).ok().and_then(|seal| Seal::read(&seal)),
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The seal of a replica, where it verifies.
fn sealed(replica: &Replica, board: BoardId) -> Option<Seal> {
    replica.seal.clone().filter(|seal| seal.vouches(board, replica.id))
}
