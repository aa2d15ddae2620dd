//! The versions of a proposal, and how one came of another.

use std::collections::{BTreeSet, HashMap};

use super::Decision;
use super::event::Trial;
use crate::domain::calendar::At;
use crate::domain::id::{MemberId, RecordId};

/// What is proposed.
#[derive(Debug, Clone, PartialEq)]
pub struct Version {
    /// The record that says it.
    pub id: RecordId,
    pub by: MemberId,
    pub at: At,
    pub title: String,
    /// What drives it.
    pub why: Option<String>,
    pub text: Option<String>,
    /// Who is to fill the role.
    pub nominee: Option<MemberId>,
    pub trial: Option<Trial>,
    /// What is voted between.
    pub options: Vec<String>,
    /// The objections that it meets, as its author sees it.
    pub meets: Vec<RecordId>,
    /// The adoptions that its author knew of.
    pub(super) after: Vec<RecordId>,
    /// The versions whose place it takes.
    pub instead: Vec<RecordId>,
}

impl Decision {
    /// A version by its record.
    pub fn version(&self, id: RecordId) -> Option<&Version> {
        self.versions.iter().find(|version| version.id == id)
    }

    /// The versions that no other took the place of. Without an adoption, none counts whose author knew of it.
    pub fn heads(&self, without: Option<RecordId>) -> Vec<RecordId> {
        let counts = |version: &&Version| without.is_none_or(|adoption| !version.after.contains(&adoption));
        let versions: Vec<&Version> = self.versions.iter().filter(counts).collect();
        let replaced: BTreeSet<RecordId> =
            versions.iter().flat_map(|version| version.instead.iter().copied()).collect();
        versions.into_iter().map(|version| version.id).filter(|id| !replaced.contains(id)).collect()
    }

    /// The versions of which one came.
    pub fn ancestors(&self, id: RecordId) -> Vec<RecordId> {
        self.ancestors_of(&[id])
    }

    /// The versions of which any of some came, each once.
    pub(super) fn ancestors_of(&self, ids: &[RecordId]) -> Vec<RecordId> {
        let versions: HashMap<RecordId, &Version> =
            self.versions.iter().map(|version| (version.id, version)).collect();
        let (mut way, mut known) = (Vec::new(), BTreeSet::new());
        let mut next = ids.to_vec();
        while let Some(id) = next.pop() {
            let before = versions.get(&id).map_or(&[] as &[RecordId], |version| &version.instead);
            for id in before.iter().filter(|id| known.insert(**id)) {
                way.push(*id);
                next.push(*id);
            }
        }
        way
    }

    /// The version to show where there is room for one: what was adopted, else the last one.
    pub fn current(&self) -> Option<&Version> {
        let adopted = self.adopted().and_then(|adoption| self.version(adoption.version));
        adopted.or_else(|| self.version(*self.heads(None).last()?))
    }

    /// The number of a version among all, from 1.
    pub fn number(&self, id: RecordId) -> usize {
        self.versions.iter().position(|version| version.id == id).map_or(0, |place| place + 1)
    }
}
