//! A replica's own key: what makes its records its own once they are shared.

use ed25519_dalek::SigningKey;
use sha2::{Digest, Sha256};

use crate::domain::id::ReplicaId;

/// The ed25519 key of one installation.
pub struct Key(SigningKey);

impl Key {
    /// A key from 32 random bytes, which `session` draws.
    pub fn from_seed(seed: [u8; 32]) -> Key {
        Key(SigningKey::from_bytes(&seed))
    }

    /// The replica's id: the first 16 bytes of the SHA-256 of its public key.
    pub fn replica(&self) -> ReplicaId {
        let digest = Sha256::digest(self.public());
        let mut id = [0; 16];
        id.copy_from_slice(&digest[..16]);
        ReplicaId(id)
    }

    pub(super) fn public(&self) -> [u8; 32] {
        self.0.verifying_key().to_bytes()
    }

    pub(super) fn secret(&self) -> [u8; 32] {
        self.0.to_bytes()
    }
}
