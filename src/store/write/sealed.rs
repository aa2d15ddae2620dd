//! A file of records may be anybody's: of each replica as much of it counts as its own seal in there vouches for, and as
//! follows what is here without a gap. The rest stays in the file, and is kept nowhere else.

use std::collections::{BTreeMap, HashMap};

use rusqlite::params;

use super::Writing;
use super::receive::{LeftOut, Parts, Taken};
use crate::domain::id::{MemberId, RecordId, ReplicaId};
use crate::domain::record::{BadRecord, Record};
use crate::store::seal::Seal;
use crate::store::{StoreError, journal};

/// What came of the lines of a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Received {
    /// How many records are new, by in whose name they were written.
    pub new: BTreeMap<MemberId, usize>,
    /// How many were here already.
    pub known: usize,
    /// How many lines were not taken in, by the reason.
    pub left_out: BTreeMap<LeftOut, usize>,
}

/// A record of the file, as a link of its chain.
struct Link {
    line: usize,
    replica: ReplicaId,
    seq: u64,
    lamport: u64,
    previous: RecordId,
    author: MemberId,
}

/// How far down a seal's chain goes.
#[derive(Clone, Copy, PartialEq)]
enum Reach {
    /// To the first record of its replica, or to one that is here.
    Ground,
    /// Something below it is missing.
    Gap,
}

type Links = HashMap<RecordId, Link>;

impl Received {
    fn leave_out(&mut self, why: LeftOut) {
        *self.left_out.entry(why).or_default() += 1;
    }
}

impl Writing<'_> {
    /// Takes in the records of a file for which a seal in there vouches.
    pub fn receive_sealed(&mut self, lines: &[&str]) -> Result<Received, StoreError> {
        let mut received = Received::default();
        let (links, seals) = self.links(lines, &mut received);
        let mut reached = HashMap::new();
        for seal in &seals {
            self.walk(seal, &links, &mut reached)?;
        }
        let mut sorted: Vec<(&RecordId, &Link)> = links.iter().collect();
        sorted.sort_by_key(|(id, link)| (link.lamport, link.replica, link.seq, **id));
        let mut parts = Parts::new();
        // What comes after a record that does not fit does not, either.
        let mut refused: HashMap<ReplicaId, LeftOut> = HashMap::new();
        for (id, link) in sorted {
            if self.is_filed(*id)? {
                received.known += 1;
                continue;
            }
            let taken = match (reached.get(id), refused.get(&link.replica)) {
                (None, _) => Err(LeftOut::Seal),
                (Some(Reach::Gap), _) => Err(LeftOut::Chain),
                (Some(Reach::Ground), Some(why)) => Err(*why),
                (Some(Reach::Ground), None) => {
                    let taken = self.take(lines[link.line], &mut parts)?;
                    refused.extend(taken.err().map(|why| (link.replica, why)));
                    taken
                }
            };
            match taken {
                Ok(Taken::New) => *received.new.entry(link.author).or_default() += 1,
                Ok(Taken::Known | Taken::Seal) => received.known += 1,
                Err(why) => received.leave_out(why),
            }
            self.pending.flush_many(&self.transaction)?;
        }
        self.took_in(parts)?;
        for seal in seals {
            if self.ends_at(&seal)? {
                journal::keep_seal(&self.transaction, self.board, &seal)?;
            }
        }
        Ok(received)
    }

    /// The records of this board by their ids, and the seals that verify; what is neither is left out.
    fn links(&self, lines: &[&str], received: &mut Received) -> (Links, Vec<Seal>) {
        let (mut links, mut seals) = (Links::new(), Vec::new());
        for (line, text) in lines.iter().enumerate() {
            if let Some(seal) = Seal::read(text) {
                match seal.vouches(self.board, seal.replica()) {
                    true => seals.push(seal),
                    false if seal.board() != self.board => received.leave_out(LeftOut::Foreign),
                    false => received.leave_out(LeftOut::Seal),
                }
                continue;
            }
            match Record::read(text) {
                Ok(record) if record.board != self.board => received.leave_out(LeftOut::Foreign),
                Ok(Record { id, replica, seq, lamport, previous, author, .. }) => {
                    links.insert(id, Link { line, replica, seq, lamport, previous, author });
                }
                Err(BadRecord::Nested) => received.leave_out(LeftOut::Nested),
                Err(_) => received.leave_out(LeftOut::Unreadable),
            }
        }
        (links, seals)
    }

    /// Notes for what a seal vouches: from the record that it names down, each by the id that the one above it names.
    fn walk(
        &self,
        seal: &Seal,
        links: &Links,
        reached: &mut HashMap<RecordId, Reach>,
    ) -> Result<(), StoreError> {
        let end = seal.end();
        if links.get(&end.h).is_none_or(|link| link.lamport != end.l) {
            return Ok(());
        }
        let (mut chain, mut at, mut seq) = (Vec::new(), end.h, end.n);
        let reach = loop {
            if let Some(reach) = reached.get(&at) {
                break *reach;
            }
            if self.stands(at, seal.replica(), seq)? {
                break Reach::Ground;
            }
            let link = links.get(&at).filter(|link| link.replica == seal.replica() && link.seq == seq);
            let Some(link) = link else { break Reach::Gap };
            chain.push(at);
            match (link.previous, seq) {
                (RecordId::ZERO, 1) => break Reach::Ground,
                (RecordId::ZERO, _) | (_, 0..=1) => break Reach::Gap,
                (previous, _) => (at, seq) = (previous, seq - 1),
            }
        };
        reached.extend(chain.into_iter().map(|id| (id, reach)));
        Ok(())
    }

    /// Whether the record is in the journal.
    fn is_filed(&self, id: RecordId) -> Result<bool, StoreError> {
        Ok(self.transaction.prepare_cached("SELECT 1 FROM journal WHERE id = ?1")?.exists([id])?)
    }

    /// Whether it is, in that place of that replica.
    fn stands(&self, id: RecordId, replica: ReplicaId, seq: u64) -> Result<bool, StoreError> {
        let mut statement = self.transaction.prepare_cached(
            "SELECT 1 FROM journal j JOIN replica r ON r.n = j.replica WHERE j.id = ?1 AND r.id = ?2 AND j.seq = ?3",
        )?;
        Ok(statement.exists(params![id, replica, seq as i64])?)
    }

    /// Whether the chain of a replica has the record with which a seal says that it ends.
    fn ends_at(&self, seal: &Seal) -> Result<bool, StoreError> {
        let end = seal.end();
        let mut lamport =
            self.transaction.prepare_cached("SELECT 1 FROM journal WHERE id = ?1 AND lamport = ?2")?;
        Ok(self.stands(end.h, seal.replica(), end.n)? && lamport.exists(params![end.h, end.l as i64])?)
    }
}
