//! Who was heard on a version, and what it still lacks to be adopted. The fold, the commands and the page ask the same.

use std::collections::{BTreeMap, BTreeSet};

use super::event::{Absence, DecisionKind, Excused};
use super::stance::{Stance, Word};
use super::{Adoption, Decision, Version};
use crate::domain::id::{MemberId, RecordId};

/// What was said to a version, by those who are asked.
#[derive(Debug, Clone, PartialEq)]
pub struct Count<'d> {
    /// Who is asked: the parties without those who are excused.
    pub parties: BTreeSet<MemberId>,
    /// What stands of what they said.
    pub stances: BTreeMap<MemberId, &'d Stance>,
    /// What they objected to earlier versions, and have not spoken of since: an amendment shakes nothing off.
    pub owed: Vec<&'d Stance>,
    quorum: Option<u32>,
    /// Without which adoption it was counted.
    without: Option<RecordId>,
}

/// What a version lacks to be adopted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lack {
    /// Whose objections are open.
    Objects(Vec<MemberId>),
    /// Who objected before, and has not spoken on this version.
    Owed(Vec<MemberId>),
    /// Who has not spoken, of so many.
    Unheard {
        heard: usize,
        of: usize,
        missing: Vec<MemberId>,
    },
    NoNominee,
    /// The yes of the one who was nominated.
    NomineeYes(MemberId),
    NoTrial,
    /// So many for it, and so many against.
    NotCarried {
        yes: usize,
        no: usize,
    },
    /// No option has the most picks alone.
    Level,
    /// What became of the advice.
    NoTook,
    /// Who asked for advice decides.
    NotProposer,
}

impl<'d> Count<'d> {
    pub fn heard(&self) -> usize {
        self.stances.len()
    }

    /// Who is asked and has not spoken.
    pub fn missing(&self) -> Vec<MemberId> {
        self.parties.iter().copied().filter(|member| !self.stances.contains_key(member)).collect()
    }

    /// What stands with a word.
    pub fn with(&self, word: Word) -> impl Iterator<Item = &'d Stance> {
        self.stances.values().copied().filter(move |stance| stance.word == word)
    }

    /// How many picked each option.
    pub fn picks(&self, options: usize) -> Vec<usize> {
        let picked = |n: usize| {
            self.with(Word::Yes).filter(|stance| stance.picks.iter().any(|pick| *pick as usize == n)).count()
        };
        (0..options).map(picked).collect()
    }

    /// The option that has the most picks alone.
    pub fn winner(&self, options: usize) -> Option<usize> {
        let picks = self.picks(options);
        let most = picks.iter().copied().max().filter(|most| *most > 0)?;
        let mut first = picks.iter().enumerate().filter(|(_, count)| **count == most);
        let winner = first.next()?.0;
        first.next().is_none().then_some(winner)
    }

    fn unheard(&self, needed: usize) -> Option<Lack> {
        let (heard, of) = (self.heard(), self.parties.len());
        let is_lacking = heard < needed.min(of) || of == 0;
        is_lacking.then(|| Lack::Unheard { heard, of, missing: self.missing() })
    }
}

impl Decision {
    /// What was said to a version by those who are asked. Without an adoption, nothing counts whose author knew of it.
    pub fn count(&self, version: RecordId, excused: &[Excused], without: Option<RecordId>) -> Count<'_> {
        let standing = self.standing(version, without);
        let mut open = self.objections_before(version, without);
        let is_free = |member: &MemberId| {
            excused.iter().any(|one| {
                one.member == *member
                    && match one.why {
                        Absence::Left => true,
                        Absence::Away => {
                            !standing.contains_key(member) && open.iter().all(|stance| stance.by != *member)
                        }
                    }
            })
        };
        // Who asks for advice is not asked.
        let asks = self.origin.map(|origin| origin.by).filter(|_| self.kind == DecisionKind::Advice);
        let is_asked = |member: &MemberId| asks != Some(*member) || standing.contains_key(member);
        let parties: BTreeSet<MemberId> =
            self.parties(without).into_iter().filter(|member| is_asked(member) && !is_free(member)).collect();
        open.retain(|stance| parties.contains(&stance.by) && !standing.contains_key(&stance.by));
        let stances = standing.into_iter().filter(|(member, _)| parties.contains(member)).collect();
        Count { parties, stances, owed: open, quorum: self.quorum, without }
    }

    /// The objections to versions before this one that no version up to this one resolved.
    fn objections_before(&self, version: RecordId, without: Option<RecordId>) -> Vec<&Stance> {
        let way = self.ancestors(version);
        // Where each spoke last counts: what they objected to before that is resolved.
        let mut spoke: BTreeMap<MemberId, Vec<RecordId>> = BTreeMap::new();
        let mut objections: Vec<&Stance> = Vec::new();
        for before in &way {
            for (member, stance) in self.standing(*before, without) {
                spoke.entry(member).or_default().push(*before);
                objections.extend(Some(stance).filter(|stance| stance.word == Word::Objection));
            }
        }
        let resolved: BTreeMap<MemberId, BTreeSet<RecordId>> = objections
            .iter()
            .map(|stance| (stance.by, self.ancestors_of(&spoke[&stance.by]).into_iter().collect()))
            .collect();
        objections.retain(|stance| !resolved[&stance.by].contains(&stance.version));
        objections
    }

    /// What a version lacks, by what was counted. `adopts` writes it, with what became of the advice.
    pub fn lack(
        &self,
        version: &Version,
        count: &Count<'_>,
        adopts: MemberId,
        took: Option<&str>,
    ) -> Option<Lack> {
        let all = count.parties.len();
        let quorum = count.quorum.map(|quorum| quorum as usize);
        let nobody_objects = || {
            let by: Vec<MemberId> = count.with(Word::Objection).map(|stance| stance.by).collect();
            let owed: Vec<MemberId> = count.owed.iter().map(|stance| stance.by).collect();
            match (by.is_empty(), owed.is_empty()) {
                (false, _) => Some(Lack::Objects(by)),
                (_, false) => Some(Lack::Owed(owed)),
                _ => None,
            }
        };
        match self.kind {
            DecisionKind::Consent => nobody_objects().or_else(|| count.unheard(quorum.unwrap_or(all))),
            DecisionKind::Experiment => match &version.trial {
                None => Some(Lack::NoTrial),
                Some(_) => nobody_objects().or_else(|| count.unheard(quorum.unwrap_or(all))),
            },
            DecisionKind::Selection => match version.nominee {
                None => Some(Lack::NoNominee),
                Some(nominee) => {
                    let says_yes = || {
                        let own = count.stances.get(&nominee).map(|stance| stance.word);
                        (own != Some(Word::Consent)).then_some(Lack::NomineeYes(nominee))
                    };
                    nobody_objects().or_else(|| count.unheard(quorum.unwrap_or(all))).or_else(says_yes)
                }
            },
            DecisionKind::Consensus => nobody_objects().or_else(|| count.unheard(all)),
            DecisionKind::Vote => count.unheard(quorum.unwrap_or(all / 2 + 1)).or_else(|| {
                let options = version.options.len();
                if options > 0 {
                    return count.winner(options).is_none().then_some(Lack::Level);
                }
                let (yes, no) = (count.with(Word::Yes).count(), count.with(Word::No).count());
                (yes <= no).then_some(Lack::NotCarried { yes, no })
            }),
            DecisionKind::Advice => {
                let is_silent = took.is_none_or(|took| took.trim().is_empty());
                if !self.has_proposed(adopts, count.without) {
                    Some(Lack::NotProposer)
                } else {
                    (is_silent && count.with(Word::Advice).next().is_some()).then_some(Lack::NoTook)
                }
            }
        }
    }

    /// Why an adoption does not hold, by all that was written without knowing of it.
    pub(super) fn unsound(&self, adoption: &Adoption) -> Option<Unsound> {
        let Some(version) = self.version(adoption.version) else { return Some(Unsound::NoVersion) };
        let heads = self.heads(Some(adoption.id));
        if heads != [adoption.version] {
            let apart = heads.into_iter().filter(|head| *head != adoption.version).collect();
            return Some(Unsound::Amended(apart));
        }
        let count = self.count(adoption.version, &adoption.excused, Some(adoption.id));
        let lack = self.lack(version, &count, adoption.by, adoption.took.as_deref());
        let options = version.options.len();
        let is_other = || options > 0 && adoption.result.map(|n| n as usize) != count.winner(options);
        match lack {
            Some(lack) => Some(Unsound::Lacks(lack)),
            None if self.kind == DecisionKind::Vote && is_other() => Some(Unsound::Lacks(Lack::Level)),
            None => None,
        }
    }
}

/// Why an adoption does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unsound {
    /// It is of a version that is not known.
    NoVersion,
    /// Others amended it, and did not know of the adoption.
    Amended(Vec<RecordId>),
    Lacks(Lack),
}
