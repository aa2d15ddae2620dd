//! Who takes part in a decision, and who proposes it: each by their own last word.

use std::collections::BTreeSet;

use super::Decision;
use crate::domain::id::{MemberId, RecordId};
use crate::domain::record::Record;

/// That somebody came or went by their own word.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Coming {
    pub(super) member: MemberId,
    pub(super) is_party: bool,
    pub(super) after: Vec<RecordId>,
}

impl Decision {
    /// Who is a party: whoever was named, and came or went by their own word since. Without an adoption, nothing counts
    /// whose author knew of it.
    pub fn parties(&self, without: Option<RecordId>) -> BTreeSet<MemberId> {
        let mut parties: BTreeSet<MemberId> = self.drafted.iter().copied().collect();
        for coming in &self.comings {
            if without.is_some_and(|adoption| coming.after.contains(&adoption)) {
                continue;
            }
            match coming.is_party {
                true => parties.insert(coming.member),
                false => parties.remove(&coming.member),
            };
        }
        parties
    }

    pub fn is_party(&self, member: MemberId) -> bool {
        self.parties(None).contains(&member)
    }

    /// Who proposes it now.
    pub fn proposers(&self) -> impl Iterator<Item = MemberId> {
        self.proposing.iter().filter(|(_, does)| **does).map(|(member, _)| *member)
    }

    /// Whether somebody proposed it at any time. Without an adoption, no word counts whose author knew of it.
    pub fn has_proposed(&self, member: MemberId, without: Option<RecordId>) -> bool {
        let counts = |after: &Vec<RecordId>| without.is_none_or(|adoption| !after.contains(&adoption));
        self.proposed.iter().any(|(by, after)| *by == member && counts(after))
    }

    /// All who have anything to do with it.
    pub fn members(&self) -> BTreeSet<MemberId> {
        let mut all = self.parties(None);
        all.extend(self.stances.iter().map(|stance| stance.by));
        all.extend(self.proposers());
        all
    }

    pub(super) fn come(&mut self, record: &Record, is_party: bool, after: &[RecordId]) {
        self.comings.push(Coming { member: record.author, is_party, after: after.to_vec() });
    }
}
