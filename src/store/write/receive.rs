//! What other replicas wrote comes in line by line, in any order, from whoever brings it. A line that cannot be taken in is
//! kept beside the journal with the reason, and is no trouble to the next.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{OptionalExtension, params};

use super::{Of, Writing};
use crate::domain::id::{MemberId, RecordId};
use crate::domain::record::{BadRecord, LAMPORT_JUMP, Record, id_of};
use crate::domain::subject::Kind;
use crate::store::seal::Seal;
use crate::store::{StoreError, journal};

/// The records that came in: their sequence numbers by the row of their replica.
pub(super) type Parts = BTreeMap<i64, BTreeSet<i64>>;

/// Why a line was not taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LeftOut {
    /// It is no record.
    Unreadable,
    /// Its data are nested deeper than anybody needs.
    Nested,
    /// It is of another board.
    Foreign,
    /// Its clock is further ahead than any honest one: it would pull everybody along.
    Clock,
    /// It does not follow the record before it, or the one after it does not follow it.
    Chain,
    /// A seal that does not vouch for anything, or a record of a file for which no seal in there does.
    Seal,
}

impl LeftOut {
    pub const ALL: [LeftOut; 6] = [
        LeftOut::Unreadable,
        LeftOut::Nested,
        LeftOut::Foreign,
        LeftOut::Clock,
        LeftOut::Chain,
        LeftOut::Seal,
    ];

    /// The word under which the line is kept.
    pub fn as_str(self) -> &'static str {
        match self {
            LeftOut::Unreadable => "unreadable",
            LeftOut::Nested => "nested",
            LeftOut::Foreign => "foreign",
            LeftOut::Clock => "clock",
            LeftOut::Chain => "chain",
            LeftOut::Seal => "seal",
        }
    }
}

/// What a line was that was taken in.
#[derive(Clone, Copy)]
pub(super) enum Taken {
    New,
    Known,
    Seal,
}

impl Writing<'_> {
    /// Takes in lines that other replicas wrote, in any order. What is known already changes nothing; what cannot be taken
    /// in is set aside and counted.
    pub fn receive<'l>(&mut self, lines: impl IntoIterator<Item = &'l str>) -> Result<usize, StoreError> {
        let mut left_out = 0;
        let mut parts = Parts::new();
        for line in lines {
            if let Err(why) = self.take(line, &mut parts)? {
                left_out += 1;
                self.set_aside(line, why)?;
            }
            self.pending.flush_many(&self.transaction)?;
        }
        self.took_in(parts)?;
        Ok(left_out)
    }

    /// Brings all that follows from what came in into step with it.
    pub(super) fn took_in(&mut self, parts: Parts) -> Result<(), StoreError> {
        parts.into_iter().try_for_each(|(replica, seqs)| self.group(replica, seqs))?;
        self.pending.flush(&self.transaction, Of::All)
    }

    /// Files what came in under the actions of which it says to be a part.
    fn group(&self, replica: i64, seqs: BTreeSet<i64>) -> Result<(), StoreError> {
        let mut filed = 0;
        for seq in seqs {
            if seq > filed {
                filed = self.group_from(replica, seq)?;
            }
        }
        Ok(())
    }

    /// Files one record, and those behind it, for as long as each is a part of an action; up to which one.
    fn group_from(&self, replica: i64, seq: i64) -> Result<i64, StoreError> {
        let mut statement = self.transaction.prepare_cached(
            "SELECT seq, n, author, action, line ->> '$.g' FROM journal WHERE replica = ?1 AND seq >= ?2 ORDER BY seq",
        )?;
        let mut file = self.transaction.prepare_cached("UPDATE journal SET action = ?2 WHERE n = ?1")?;
        let mut rows = statement.query(params![replica, seq - 1])?;
        // The one before: where its action begins, who wrote it, and which action it is.
        let mut before: Option<(i64, i64, MemberId, i64)> = None;
        while let Some(row) = rows.next()? {
            let (at, n, author): (i64, i64, MemberId) = (row.get(0)?, row.get(1)?, row.get(2)?);
            let said = row.get::<_, Option<i64>>(4)?;
            let joins =
                before.filter(|(last, first, by, _)| at == last + 1 && said == Some(*first) && author == *by);
            let is_known = at == seq - 1;
            let (first, action) = match joins {
                Some((_, first, _, action)) => (first, action),
                // Where the one before stands was decided when it came in.
                None if is_known => {
                    let action = row.get(3)?;
                    (self.seq_of(action)?.unwrap_or(at), action)
                }
                None => (at, n),
            };
            if !is_known && said.is_none() && at > seq {
                return Ok(at - 1);
            }
            if row.get::<_, i64>(3)? != action {
                file.execute([n, action])?;
            }
            before = Some((at, first, author, action));
        }
        Ok(before.map_or(seq, |(at, ..)| at))
    }

    fn seq_of(&self, n: i64) -> Result<Option<i64>, StoreError> {
        let mut statement = self.transaction.prepare_cached("SELECT seq FROM journal WHERE n = ?1")?;
        Ok(statement.query_row([n], |row| row.get(0)).optional()?)
    }

    pub(super) fn take(
        &mut self,
        line: &str,
        parts: &mut Parts,
    ) -> Result<Result<Taken, LeftOut>, StoreError> {
        if let Some(seal) = Seal::read(line) {
            let vouches = journal::keep_seal(&self.transaction, self.board, &seal)?;
            return Ok(if vouches { Ok(Taken::Seal) } else { Err(LeftOut::Seal) });
        }
        let record = match Record::read(line) {
            Ok(record) => record,
            Err(BadRecord::Nested) => return Ok(Err(LeftOut::Nested)),
            Err(_) => return Ok(Err(LeftOut::Unreadable)),
        };
        if record.board != self.board {
            return Ok(Err(LeftOut::Foreign));
        }
        if record.lamport > self.pending.lamport + LAMPORT_JUMP {
            return Ok(Err(LeftOut::Clock));
        }
        if !self.follows(&record)? {
            return Ok(Err(LeftOut::Chain));
        }
        let replica = journal::replica_n(&self.transaction, record.replica)?;
        self.pending.expect(&self.transaction, record.subject)?;
        // Each is its own action until it is known what came before it.
        if journal::insert(&self.transaction, replica, self.pending.next_n, &record, line)? {
            self.pending.next_n += 1;
            self.pending.lamport = self.pending.lamport.max(record.lamport);
            self.pending.fold_later(&self.transaction, record.subject)?;
            self.pending.may_merge |= Kind::of(&record.kind) == Some(Kind::Member);
            self.pending.hear(&self.transaction, record.author)?;
            self.take_back(record.id)?;
            parts.entry(replica).or_default().insert(record.seq as i64);
            return Ok(Ok(Taken::New));
        }
        Ok(Ok(Taken::Known))
    }

    /// Whether a record stands in the chain of its replica as far as that is known: behind the one before it, before the
    /// one behind it, and nowhere where another stands.
    fn follows(&self, record: &Record) -> Result<bool, StoreError> {
        if record.seq == 1 && record.previous != RecordId::ZERO {
            return Ok(false);
        }
        let mut statement = self.transaction.prepare_cached(
            "SELECT j.seq, j.id, j.lamport, j.line ->> '$.p' FROM replica r JOIN journal j ON j.replica = r.n
              WHERE r.id = ?1 AND j.seq BETWEEN ?2 AND ?3",
        )?;
        let seq = record.seq as i64;
        let mut rows = statement.query(params![record.replica, seq - 1, seq + 1])?;
        while let Some(row) = rows.next()? {
            let (there, id, lamport): (i64, RecordId, i64) = (row.get(0)?, row.get(1)?, row.get(2)?);
            let lamport = lamport.unsigned_abs();
            let fits = match there - seq {
                0 => id == record.id,
                ..0 => id == record.previous && lamport < record.lamport,
                1.. => row.get::<_, String>(3)? == record.id.to_string() && record.lamport < lamport,
            };
            if !fits {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn aside(&mut self) -> Result<&mut std::collections::HashSet<RecordId>, StoreError> {
        if self.aside.is_none() {
            let mut statement = self.transaction.prepare("SELECT id FROM set_aside WHERE id IS NOT NULL")?;
            let ids = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
            self.aside = Some(ids);
        }
        Ok(self.aside.get_or_insert_default())
    }

    /// Keeps a line out of the way of everything that reads the journal; once, however often it is sent.
    fn set_aside(&mut self, line: &str, why: LeftOut) -> Result<(), StoreError> {
        let id = id_of(line);
        if !line.is_empty() && self.aside()?.insert(id) {
            self.transaction
                .prepare_cached("INSERT INTO set_aside (line, id, reason) VALUES (?1, ?2, ?3)")?
                .execute(params![line.as_bytes(), id, why.as_str()])?;
        }
        Ok(())
    }

    /// What was set aside and now came in is set aside no more.
    fn take_back(&mut self, id: RecordId) -> Result<(), StoreError> {
        if self.aside()?.remove(&id) {
            self.transaction.execute("DELETE FROM set_aside WHERE id = ?1", [id])?;
        }
        Ok(())
    }
}
