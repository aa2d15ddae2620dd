//! The seal: a replica's signed statement of how many records it has and which is the last.
//!
//! A record's id is the hash of its line, and each line names the id before it: so one signature over the last vouches
//! for the whole chain, and a line that was forged, exchanged or taken away shows. Only the newest seal is kept, so that
//! cutting back shows, too.
//!
//! The form is that of `head.json` on a git remote, where the same statement ends what a replica has pushed.

use ed25519_dalek::{Signature, Signer, VerifyingKey};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::replica::Key;
use crate::domain::id::{BoardId, RecordId, ReplicaId};
use crate::domain::record::VERSION;

/// What is signed begins with this, so that no other signature of the same key can be taken for a seal.
const CONTEXT: &[u8] = b"setara-head-v1\0";

/// What a replica says of its chain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seal {
    v: u32,
    b: BoardId,
    r: ReplicaId,
    key: Hex<32>,
    /// How many records the replica has written.
    pub n: u64,
    /// The last one's id.
    pub h: RecordId,
    /// The last one's clock.
    pub l: u64,
    sig: Hex<64>,
}

/// Where a chain ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct End {
    pub n: u64,
    pub h: RecordId,
    pub l: u64,
}

impl Seal {
    /// Signs where the chain of a replica ends.
    pub fn sign(key: &Key, board: BoardId, end: End) -> Seal {
        let replica = key.replica();
        let signature = key.signing().sign(&statement(board, replica, end));
        Seal {
            v: VERSION,
            b: board,
            r: replica,
            key: Hex(key.public()),
            n: end.n,
            h: end.h,
            l: end.l,
            sig: Hex(signature.to_bytes()),
        }
    }

    pub fn read(line: &str) -> Option<Seal> {
        serde_json::from_str(line).ok()
    }

    pub fn line(&self) -> String {
        serde_json::to_string(self).expect("ids and numbers always serialise")
    }

    pub fn board(&self) -> BoardId {
        self.b
    }

    pub fn replica(&self) -> ReplicaId {
        self.r
    }

    pub fn public(&self) -> [u8; 32] {
        self.key.0
    }

    pub fn end(&self) -> End {
        End { n: self.n, h: self.h, l: self.l }
    }

    /// Whether the replica whose id this key has signed it, of this board.
    pub fn vouches(&self, board: BoardId, replica: ReplicaId) -> bool {
        let Ok(key) = VerifyingKey::from_bytes(&self.key.0) else { return false };
        (self.v, self.b, self.r) == (VERSION, board, replica)
            && id_of(&self.key.0) == replica
            && key
                .verify_strict(&statement(board, replica, self.end()), &Signature::from_bytes(&self.sig.0))
                .is_ok()
    }
}

/// The id of the replica that has this public key: the first 16 bytes of its SHA-256.
pub(super) fn id_of(public: &[u8; 32]) -> ReplicaId {
    let digest = Sha256::digest(public);
    ReplicaId(std::array::from_fn(|i| digest[i]))
}

fn statement(board: BoardId, replica: ReplicaId, end: End) -> Vec<u8> {
    let mut bytes = CONTEXT.to_vec();
    bytes.extend(board.0.as_bytes());
    bytes.extend(replica.0);
    bytes.extend(end.n.to_be_bytes());
    bytes.extend(end.h.0);
    bytes.extend(end.l.to_be_bytes());
    bytes
}

/// Bytes as hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hex<const N: usize>(pub [u8; N]);

impl<const N: usize> Serialize for Hex<N> {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        let digits: String = self.0.iter().map(|byte| format!("{byte:02x}")).collect();
        s.serialize_str(&digits)
    }
}

impl<'de, const N: usize> Deserialize<'de> for Hex<N> {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        use serde::de::Error;
        let digits = String::deserialize(d)?;
        let mut bytes = [0; N];
        // Lower case alone, so that one seal has one form.
        if digits.len() != 2 * N || digits.bytes().any(|c| !matches!(c, b'0'..=b'9' | b'a'..=b'f')) {
            return Err(D::Error::custom("not hexadecimal"));
        }
        for (byte, pair) in bytes.iter_mut().zip(digits.as_bytes().chunks(2)) {
            let pair = std::str::from_utf8(pair).map_err(D::Error::custom)?;
            *byte = u8::from_str_radix(pair, 16).map_err(D::Error::custom)?;
        }
        Ok(Hex(bytes))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    const BOARD: BoardId = BoardId(Uuid::from_u128(1));
    const END: End = End { n: 12, h: RecordId([7; 32]), l: 57 };

    #[test]
    fn a_seal_vouches_for_what_was_signed_and_nothing_else() {
        let key = Key::from_seed([5; 32]);
        let seal = Seal::sign(&key, BOARD, END);
        assert!(seal.vouches(BOARD, key.replica()));
        assert_eq!(Seal::read(&seal.line()), Some(seal.clone()));
        assert!(!seal.vouches(BoardId(Uuid::from_u128(2)), key.replica()), "not for another board");
        assert!(!seal.vouches(BOARD, Key::from_seed([6; 32]).replica()), "not for another replica");
        let others: [fn(&mut Seal); 5] = [
            |seal| seal.n += 1,
            |seal| seal.l += 1,
            |seal| seal.h.0[0] ^= 1,
            |seal| seal.sig.0[0] ^= 1,
            |seal| seal.key = Hex(Key::from_seed([6; 32]).public()),
        ];
        for change in others {
            let mut other = seal.clone();
            change(&mut other);
            assert!(!other.vouches(BOARD, key.replica()), "{other:?}");
        }
    }
}
