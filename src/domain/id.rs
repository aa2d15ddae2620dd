//! Identities: who and what a record speaks of. All are made outside (`session`), so that folding stays pure.
//!
//! **Invariant:** a record's id is the SHA-256 of its line; claims, blockers, offers, holdings and remarks are named
//! by the id of the record that made them, so that nothing needs a second numbering.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use uuid::Uuid;

use super::kinds::for_every_kind;
use super::subject::Kind;

macro_rules! uuid_ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    )+};
}

uuid_ids! {
    /// Any subject, whatever its kind.
    SubjectId,
}

macro_rules! typed_ids {
    ($($module:ident::$kind:ident($events:ident $(, $id:ident)?) = $word:literal by $called:ident,)+) => {$($(
        uuid_ids! {
            #[doc = concat!("A subject that is a ", $word, ".")]
            $id,
        }
        impl TypedId for $id {
            const KIND: Kind = Kind::$kind;
        }
        impl From<$id> for SubjectId {
            fn from(id: $id) -> SubjectId {
                SubjectId(id.0)
            }
        }
        impl From<SubjectId> for $id {
            fn from(id: SubjectId) -> $id {
                $id(id.0)
            }
        }
    )?)+};
}

for_every_kind!(typed_ids);

/// An id whose type says of which kind its subject is; the table of kinds names it.
pub trait TypedId: Copy + From<SubjectId> + Into<SubjectId> {
    const KIND: Kind;
}

/// A subject of any kind, where several kinds go through one list, one choice or one page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct SubjectRef {
    pub kind: Kind,
    pub id: SubjectId,
}

impl SubjectRef {
    /// Its id, where it is of the kind that such an id is of.
    pub fn typed<I: TypedId>(self) -> Option<I> {
        (self.kind == I::KIND).then(|| self.id.into())
    }
}

impl<I: TypedId> From<I> for SubjectRef {
    fn from(id: I) -> SubjectRef {
        SubjectRef { kind: I::KIND, id: id.into() }
    }
}

macro_rules! hex_ids {
    ($($(#[$doc:meta])* $name:ident [$n:literal]),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub [u8; $n]);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let mut text = [0u8; $n * 2];
                f.write_str(hex_encode(&self.0, &mut text))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{self}")
            }
        }

        impl FromStr for $name {
            type Err = NotHex;
            fn from_str(text: &str) -> Result<Self, NotHex> {
                let mut bytes = [0u8; $n];
                hex_decode(text, &mut bytes)?;
                Ok($name(bytes))
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
                let mut text = [0u8; $n * 2];
                s.serialize_str(hex_encode(&self.0, &mut text))
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                struct Hex;
                impl serde::de::Visitor<'_> for Hex {
                    type Value = $name;
                    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                        write!(f, "{} hexadecimal digits", $n * 2)
                    }
                    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<$name, E> {
                        text.parse().map_err(E::custom)
                    }
                }
                d.deserialize_str(Hex)
            }
        }
    )+};
}

hex_ids! {
    /// The SHA-256 of a record's line without its newline.
    RecordId[32],
    /// The first 16 bytes of the SHA-256 of a replica's public key.
    ReplicaId[16],
}

impl RecordId {
    /// What stands before a replica's first record.
    pub const ZERO: RecordId = RecordId([0; 32]);
}

/// A text that is not the hexadecimal form of an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a hexadecimal id of the right length")]
pub struct NotHex;

fn hex_encode<'t>(bytes: &[u8], text: &'t mut [u8]) -> &'t str {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    for (pair, byte) in text.chunks_exact_mut(2).zip(bytes) {
        pair[0] = DIGITS[usize::from(byte >> 4)];
        pair[1] = DIGITS[usize::from(byte & 15)];
    }
    std::str::from_utf8(text).expect("hexadecimal digits are ASCII")
}

fn hex_decode(text: &str, bytes: &mut [u8]) -> Result<(), NotHex> {
    let text = text.as_bytes();
    if text.len() != bytes.len() * 2 {
        return Err(NotHex);
    }
    let mut seen = 0;
    for (byte, pair) in bytes.iter_mut().zip(text.chunks_exact(2)) {
        let (high, low) = (DIGIT[usize::from(pair[0])], DIGIT[usize::from(pair[1])]);
        seen |= high | low;
        *byte = high << 4 | low & 15;
    }
    if seen & NO_DIGIT == 0 { Ok(()) } else { Err(NotHex) }
}

const NO_DIGIT: u8 = 0x80;

/// The value of each character as a digit. A table, because a rebuild reads a hundred million of them. Lower case only:
/// an id has one written form, or its line would hash differently when said again.
const DIGIT: [u8; 256] = {
    let mut table = [NO_DIGIT; 256];
    let mut value = 0;
    while value < 16 {
        table[b"0123456789abcdef"[value as usize] as usize] = value;
        value += 1;
    }
    table
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_id_reads_back_as_written() {
        let id = RecordId(std::array::from_fn(|i| i as u8 * 7));
        assert_eq!(id.to_string().parse(), Ok(id));
        assert_eq!("ABCD".repeat(16).parse::<RecordId>(), Err(NotHex), "one written form only");
    }
}
