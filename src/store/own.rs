//! Under which name this user writes to this file: the replica whose key they hold.
//!
//! Asked inside the writing transaction, when the first record is about to be appended: nobody else can write then, so of
//! several processes of one user that come without a key one draws it, and the others find it.

use rusqlite::{Connection, OptionalExtension, Transaction, params};

use super::file::BoardFile;
use super::keyring::{Binding, Kept, Keyring};
use super::replica::Key;
use super::seal::{End, Seal};
use super::{StoreError, journal};
use crate::domain::id::{BoardId, RecordId, ReplicaId};
use crate::domain::record::Tip;

/// The first version of the schema in which boards are sealed.
pub(super) const SEALED_SINCE: i64 = 9;

/// Where keys come from, and the one that was found.
pub(super) struct Own {
    keyring: Option<Keyring>,
    binding: Option<Binding>,
    kept: Option<Kept>,
}

/// The end of our own chain while it is written to.
pub(super) struct Chain {
    /// The replica's row.
    pub n: i64,
    pub tip: Tip,
    /// The clock of the last record of ours.
    pub clock: u64,
    key: Key,
    began: u64,
}

impl Own {
    /// One key, whatever happens: boards in memory.
    pub fn fixed(key: Key) -> Own {
        let kept = Kept { key, count: 0, last: RecordId::ZERO };
        Own { keyring: None, binding: None, kept: Some(kept) }
    }

    /// No key, where nothing of one's own is written.
    pub fn none() -> Own {
        Own { keyring: None, binding: None, kept: None }
    }

    /// The same key for another board that holds the same.
    #[cfg(test)]
    pub fn twin(&self) -> Own {
        Own { kept: self.kept.clone(), ..Own::none() }
    }

    pub fn of(keyring: &Keyring) -> Own {
        Own { keyring: Some(keyring.clone()), ..Own::none() }
    }

    pub fn bound(keyring: &Keyring, binding: Binding) -> Own {
        Own { keyring: Some(keyring.clone()), binding: Some(binding), kept: None }
    }

    /// Binds what will be found to this file.
    pub fn bind(&mut self, board: BoardId, file: &BoardFile) {
        if let Some(keyring) = &self.keyring {
            self.binding = Some(keyring.binding(board, file));
        }
    }

    /// The replica that this user has been in this file, if its key is here and the file holds what it wrote.
    pub fn known(&self, connection: &Connection) -> Result<Option<ReplicaId>, StoreError> {
        let Some(kept) = self.find() else { return Ok(None) };
        let standing = standing(connection, &kept)?;
        Ok(matches!(standing, Standing::At { .. }).then(|| kept.key.replica()))
    }

    /// Whether there is a key that has written to this file.
    pub fn has_written(&self) -> bool {
        self.find().is_some_and(|kept| kept.count > 0)
    }

    /// The chain that the next records of ours go on; that of a new replica where there is no key, or where the board
    /// does not hold what the key has written.
    pub fn chain(&mut self, connection: &Connection, lamport: u64) -> Result<Chain, StoreError> {
        let mut standing = Standing::Elsewhere;
        if let Some(kept) = self.find() {
            standing = self::standing(connection, &kept)?;
            self.kept = Some(kept);
        }
        if standing == Standing::Elsewhere {
            let (Some(keyring), Some(binding)) = (&self.keyring, &self.binding) else {
                return Err(StoreError::NoHome);
            };
            self.kept = Some(keyring.renew(binding)?);
            standing = Standing::New;
        }
        let key = self.kept.as_ref().map(|kept| kept.key.clone()).ok_or(StoreError::NoHome)?;
        let replica = key.replica();
        let (n, count, last) = match standing {
            Standing::At { n, count, last } => (n, count, last),
            Standing::New | Standing::Elsewhere => {
                connection.execute(
                    "INSERT INTO replica (id, public) VALUES (?1, ?2)",
                    params![replica, key.public()],
                )?;
                (connection.last_insert_rowid(), 0, RecordId::ZERO)
            }
        };
        let tip = Tip { replica, count, last, lamport };
        Ok(Chain { n, tip, clock: 0, key, began: count })
    }

    /// Notes how far the chain was when it was committed.
    pub fn note(&mut self, chain: &Chain) {
        let Some(kept) = &mut self.kept else { return };
        (kept.count, kept.last) = (chain.tip.count, chain.tip.last);
        if let (Some(keyring), Some(binding)) = (&self.keyring, &self.binding) {
            keyring.note(binding, kept);
        }
    }

    /// The key as it lies there now: another process of ours may have drawn a new one.
    fn find(&self) -> Option<Kept> {
        match (&self.keyring, &self.binding) {
            (Some(keyring), Some(binding)) => keyring.find(binding),
            _ => self.kept.clone(),
        }
    }
}

impl Chain {
    /// Keeps where the chain stands, with its seal, if it has grown.
    pub fn keep(&self, connection: &Connection, board: BoardId) -> Result<bool, StoreError> {
        let Tip { count, last, .. } = self.tip;
        if count == self.began {
            return Ok(false);
        }
        let seal = Seal::sign(&self.key, board, End { n: count, h: last, l: self.clock });
        let kept = connection
            .prepare_cached("UPDATE replica SET count = ?1, last = ?2, seal = ?3 WHERE n = ?4")?
            .execute(params![count as i64, last, seal.line(), self.n])?;
        if kept != 1 {
            return Err(StoreError::NotWritten("replica"));
        }
        Ok(true)
    }

    /// Whether nothing was ever written to it.
    pub fn is_new(&self) -> bool {
        self.tip.count == 0
    }

    pub fn public(&self) -> [u8; 32] {
        self.key.public()
    }
}

/// How a key stands to a board.
#[derive(Debug, PartialEq, Eq)]
enum Standing {
    /// The board knows its replica, and holds what the key noted.
    At { n: i64, count: u64, last: RecordId },
    /// It has not written yet.
    New,
    /// The board lacks what the key wrote: it is a copy.
    Elsewhere,
}

fn standing(connection: &Connection, kept: &Kept) -> Result<Standing, StoreError> {
    let row = connection
        .prepare_cached("SELECT n, count, last FROM replica WHERE id = ?1")?
        .query_row([kept.key.replica()], |row| {
            Ok((row.get(0)?, row.get::<_, i64>(1)?.unsigned_abs(), row.get::<_, Option<RecordId>>(2)?))
        })
        .optional()?;
    let Some((n, count, last)) = row else {
        return Ok(if kept.count == 0 { Standing::New } else { Standing::Elsewhere });
    };
    let last = last.unwrap_or(RecordId::ZERO);
    let holds = match kept.count {
        0 => true,
        noted if noted == count => last == kept.last,
        noted if noted < count => journal::own_record(connection, n, noted)? == Some(kept.last),
        _ => false,
    };
    Ok(if holds { Standing::At { n, count, last } } else { Standing::Elsewhere })
}

/// Seals an old board as it stands with the secret that lay in it, and keeps that secret nowhere. Everybody starts as a
/// new replica: old secrets lay in readable files and in every backup.
///
/// Without the row that said which replica is one's own, an older program that has the board open can write no more.
pub(super) fn seal_and_forget(transaction: &Transaction<'_>) -> Result<(), StoreError> {
    let board: Option<BoardId> = transaction
        .query_row("SELECT value FROM meta WHERE key = 'board'", [], |row| row.get(0))
        .optional()?;
    let mut statement = transaction
        .prepare("SELECT n, secret, count, last FROM replica WHERE secret IS NOT NULL AND count > 0")?;
    type Row = (i64, [u8; 32], i64, RecordId);
    let old: Vec<Row> = statement
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?
        .collect::<Result<_, _>>()?;
    drop(statement);
    for (n, secret, count, last) in old {
        let Some(board) = board else { continue };
        let clock: Option<i64> = transaction
            .query_row("SELECT lamport FROM journal WHERE id = ?1", [last], |row| row.get(0))
            .optional()?;
        let end = End { n: count.unsigned_abs(), h: last, l: clock.unwrap_or(0).unsigned_abs() };
        let seal = Seal::sign(&Key::from_seed(secret), board, end);
        transaction.execute(
            "UPDATE replica SET seal = ?1, public = ?2, secret = zeroblob(32) WHERE n = ?3",
            params![seal.line(), seal.public(), n],
        )?;
        // For `doctor`: nobody vouches for what happened to these before.
        transaction.execute("INSERT OR REPLACE INTO meta VALUES ('sealed_as_found', ?1)", [count])?;
    }
    Ok(transaction.execute_batch(
        "UPDATE replica SET secret = zeroblob(32) WHERE secret IS NOT NULL;
         ALTER TABLE replica DROP COLUMN secret;
         DELETE FROM meta WHERE key = 'own_replica';",
    )?)
}
