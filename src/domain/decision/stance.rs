//! A stance: what one member says to one version.
//!
//! **Invariant:** a stance binds its author, on one version. Nothing that another writes gives, changes or takes one.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde::{Deserialize, Serialize};

use super::{Decision, DecisionKind};
use crate::domain::calendar::At;
use crate::domain::id::{MemberId, RecordId};

/// What can be said. The strictest comes first: where somebody said two things apart, it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Word {
    Objection,
    Concern,
    /// Not of the same mind, and not in the way.
    StandAside,
    No,
    Abstain,
    Advice,
    Nominate,
    Yes,
    Consent,
}

impl Word {
    pub const ALL: &[Word] = &[
        Word::Objection,
        Word::Concern,
        Word::StandAside,
        Word::No,
        Word::Abstain,
        Word::Advice,
        Word::Nominate,
        Word::Yes,
        Word::Consent,
    ];

    /// The word on the wire, in tables, commands and exports.
    pub fn as_str(self) -> &'static str {
        match self {
            Word::Objection => "objection",
            Word::Concern => "concern",
            Word::StandAside => "stand_aside",
            Word::No => "no",
            Word::Abstain => "abstain",
            Word::Advice => "advice",
            Word::Nominate => "nominate",
            Word::Yes => "yes",
            Word::Consent => "consent",
        }
    }

    /// What a word of the wire means.
    pub fn named(word: &str) -> Option<Word> {
        Word::ALL.iter().copied().find(|one| one.as_str() == word)
    }

    /// Whether nothing is adopted before it is resolved.
    pub fn is_in_the_way(self) -> bool {
        self == Word::Objection
    }

    /// Whether it says nothing without a reason.
    pub fn needs_reason(self) -> bool {
        matches!(self, Word::Objection | Word::Concern | Word::StandAside | Word::Advice | Word::Nominate)
    }

    /// What can be said to a version of a kind, with or without somebody who is nominated, or options; the mildest first.
    pub fn of(kind: DecisionKind, has_nominee: bool, has_options: bool) -> &'static [Word] {
        const SAFE: &[Word] = &[Word::Consent, Word::Concern, Word::Objection, Word::Abstain];
        match kind {
            DecisionKind::Consent | DecisionKind::Experiment => SAFE,
            DecisionKind::Selection if has_nominee => SAFE,
            DecisionKind::Selection => &[Word::Nominate, Word::Abstain],
            DecisionKind::Consensus => &[Word::Consent, Word::Concern, Word::StandAside, Word::Objection],
            DecisionKind::Vote if has_options => &[Word::Yes, Word::Abstain],
            DecisionKind::Vote => &[Word::Yes, Word::No, Word::Abstain],
            DecisionKind::Advice => &[Word::Advice, Word::Abstain],
        }
    }
}

/// What somebody said.
#[derive(Debug, Clone, PartialEq)]
pub struct Stance {
    /// The record that says so: also the name of the objection, where it is one.
    pub id: RecordId,
    pub version: RecordId,
    pub by: MemberId,
    pub at: At,
    pub word: Word,
    pub reason: Option<String>,
    /// The options that were chosen, by their place.
    pub picks: Vec<u32>,
    pub nominates: Option<MemberId>,
    /// The adoptions that its author knew of.
    pub after: Vec<RecordId>,
    /// What it takes the place of.
    pub(super) instead: Vec<RecordId>,
}

impl Decision {
    /// What stands of what was said to a version, by member. Without an adoption, nothing counts whose author knew of it.
    pub fn standing(&self, version: RecordId, without: Option<RecordId>) -> BTreeMap<MemberId, &Stance> {
        let counts = |stance: &&Stance| without.is_none_or(|adoption| !stance.after.contains(&adoption));
        let said: Vec<&Stance> =
            self.stances.iter().filter(|stance| stance.version == version).filter(counts).collect();
        let authors: HashMap<RecordId, MemberId> = said.iter().map(|stance| (stance.id, stance.by)).collect();
        let mut over: HashSet<RecordId> = HashSet::new();
        for stance in &said {
            // Only its own author takes it back.
            over.extend(stance.instead.iter().filter(|id| authors.get(id) == Some(&stance.by)));
        }
        let mut standing: BTreeMap<MemberId, &Stance> = BTreeMap::new();
        for stance in said.into_iter().filter(|stance| !over.contains(&stance.id)) {
            standing
                .entry(stance.by)
                .and_modify(|kept| {
                    // Of the same said twice the later one is told.
                    if stance.word <= kept.word {
                        *kept = stance;
                    }
                })
                .or_insert(stance);
        }
        standing
    }

    /// The stances of a member on a version that nothing took the place of.
    pub fn own(&self, member: MemberId, version: RecordId) -> impl Iterator<Item = &Stance> {
        let own = move |stance: &&Stance| stance.by == member && stance.version == version;
        let over: HashSet<RecordId> =
            self.stances.iter().filter(own).flat_map(|stance| stance.instead.iter().copied()).collect();
        self.stances.iter().filter(own).filter(move |stance| !over.contains(&stance.id))
    }
}
