//! A replica's own key: what makes its records its own.

use ed25519_dalek::SigningKey;

use super::seal::id_of;
use crate::domain::id::ReplicaId;

/// The ed25519 key of one user at one file.
#[derive(Clone)]
pub struct Key(SigningKey);

impl Key {
    /// A key from 32 random bytes.
    pub fn from_seed(seed: [u8; 32]) -> Key {
        Key(SigningKey::from_bytes(&seed))
    }

    /// The replica's id: the first 16 bytes of the SHA-256 of its public key.
    pub fn replica(&self) -> ReplicaId {
        id_of(&self.public())
    }

    pub(super) fn public(&self) -> [u8; 32] {
        self.0.verifying_key().to_bytes()
    }

    pub(super) fn secret(&self) -> [u8; 32] {
        self.0.to_bytes()
    }

    pub(super) fn signing(&self) -> &SigningKey {
        &self.0
    }
}

// Not derived: a secret is never printed.
impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Key({})", self.replica())
    }
}
