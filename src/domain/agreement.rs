//! An agreement: a rule that its parties gave themselves, with a day on which it is looked at again.
//!
//! **Invariant:** nobody is bound by another. A yes binds its author, to one version; whatever another writes cannot give,
//! change or take it. An amendment suspends nothing: the version that all its parties agreed to binds until all agree to
//! another one. Who writes a version agrees to it by that. Where a decision wrote a version, its adoption stands for the yes
//! of those who decided, as long as it holds, and for nobody else's.
//!
//! Which version is in force also follows from the day, from who left the team and from what was decided, which stands in
//! other subjects: that is worked out when it is read, in `standing`.

pub(super) mod event;
mod standing;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::calendar::{At, Day};
use super::decision::{Decision, DecisionKind, Outcome};
use super::id::{AgreementId, MemberId, RecordId, SubjectId};
use super::record::Record;
use super::subject::{Fold, Origin, Searched, Subject, Withdrawn};
use event::AgreementEvent;

pub use standing::{AgreementState, Options, Standing, Stretch};

/// The longest notice that one gives: nobody looks further ahead.
pub const EXIT_MOST: u32 = 1000;
/// So few people can agree on something.
pub const PARTIES_LEAST: usize = 2;
/// So many days after somebody joined the team they are asked about what the others agreed on.
pub const NEWCOMER_DAYS: i64 = 7;

/// A rule that its parties gave themselves.
#[derive(Debug, Clone, PartialEq)]
pub struct Agreement {
    pub id: AgreementId,
    /// Who drafted it, and when.
    pub origin: Option<Origin>,
    pub kind: AgreementKind,
    /// All that it ever said, in canonical order: the draft, then the amendments.
    pub versions: Vec<Version>,
    /// Who agreed to what, once each.
    pub yes: Vec<Yes>,
    /// Who leaves it, without what they took back by a later yes.
    pub left: Vec<Left>,
    /// Who wants which version to bind nobody.
    pub withdrawals: Vec<Withdrawal>,
    pub reviews: Vec<Review>,
    pub source: Option<String>,
    /// Where the record that made it was undone.
    pub undone: Option<Withdrawn>,
}

/// What an agreement is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AgreementKind {
    /// How the team works together.
    Working,
    /// What partners owe each other: duties, shares, a way out.
    Charter,
    /// How the team decides on something.
    Governance,
}

/// How something is decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    Consent,
    Consensus,
    Advice,
    Vote,
}

impl From<Way> for DecisionKind {
    fn from(way: Way) -> DecisionKind {
        match way {
            Way::Consent => DecisionKind::Consent,
            Way::Consensus => DecisionKind::Consensus,
            Way::Advice => DecisionKind::Advice,
            Way::Vote => DecisionKind::Vote,
        }
    }
}

/// All that an agreement says.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Wording {
    pub title: String,
    pub text: String,
    /// Whose agreement it is.
    pub parties: Vec<MemberId>,
    /// What it is about, in phrases by which it is found.
    pub about: Vec<String>,
    /// How that is decided.
    pub way: Option<Way>,
    /// So many have to be heard.
    pub quorum: Option<u32>,
    /// Whether whoever says nothing until the closing day is counted.
    pub silence: Option<bool>,
    /// By what one sees whether it works.
    pub criteria: Option<String>,
    pub duties: Option<String>,
    /// How gain and loss are shared.
    pub share: Option<String>,
    /// So many days lie between the word that one leaves and the day from which it binds one no more.
    pub exit: Option<u32>,
    /// What is done where two see it differently.
    pub dispute: Option<String>,
    /// When it is looked at again.
    pub review: Option<Day>,
    /// The decision that wrote it.
    pub decision: Option<SubjectId>,
}

/// What it said from one record on.
#[derive(Debug, Clone, PartialEq)]
pub struct Version {
    /// The record that says so.
    pub id: RecordId,
    pub by: MemberId,
    pub at: At,
    pub wording: Wording,
    /// The earlier versions that it is to replace.
    pub replaces: Vec<RecordId>,
    /// Who was no part of those any more, so that nobody waits for their yes, also where they come back.
    pub without: Vec<MemberId>,
}

/// That somebody agreed to a version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Yes {
    pub version: RecordId,
    pub member: MemberId,
    pub at: At,
}

/// That somebody leaves it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Left {
    pub record: RecordId,
    pub member: MemberId,
    /// The first day on which it binds them no more.
    pub on: Day,
    pub at: At,
}

/// That somebody wants a version to bind nobody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Withdrawal {
    pub version: RecordId,
    pub member: MemberId,
    pub why: String,
    pub at: At,
}

/// That somebody found a version right as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    pub version: RecordId,
    pub member: MemberId,
    pub next: Day,
    /// Who was no part of it any more.
    pub without: Vec<MemberId>,
    pub at: At,
}

impl AgreementKind {
    pub const ALL: [AgreementKind; 3] =
        [AgreementKind::Working, AgreementKind::Charter, AgreementKind::Governance];

    /// The word on the wire, in tables and exports.
    pub fn as_str(self) -> &'static str {
        match self {
            AgreementKind::Working => "working",
            AgreementKind::Charter => "charter",
            AgreementKind::Governance => "governance",
        }
    }

    /// The kind of a word.
    pub fn named(word: &str) -> Option<AgreementKind> {
        AgreementKind::ALL.into_iter().find(|kind| kind.as_str() == word)
    }

    /// Whether whoever is of the team joins it by their own yes: nobody can be kept out. Partners choose each other.
    pub fn is_open(self) -> bool {
        !matches!(self, AgreementKind::Charter)
    }
}

impl Way {
    pub const ALL: [Way; 4] = [Way::Consent, Way::Consensus, Way::Advice, Way::Vote];

    /// The word on the wire, in tables and exports.
    pub fn as_str(self) -> &'static str {
        match self {
            Way::Consent => "consent",
            Way::Consensus => "consensus",
            Way::Advice => "advice",
            Way::Vote => "vote",
        }
    }

    /// The way of a word.
    pub fn named(word: &str) -> Option<Way> {
        Way::ALL.into_iter().find(|way| way.as_str() == word)
    }
}

impl Agreement {
    pub fn version(&self, id: RecordId) -> Option<&Version> {
        self.versions.iter().find(|version| version.id == id)
    }

    /// The number by which people call a version: the draft is 1.
    pub fn number(&self, id: RecordId) -> usize {
        self.versions.iter().position(|version| version.id == id).map_or(0, |n| n + 1)
    }

    /// Whether somebody agreed to a version.
    pub fn has_agreed(&self, member: MemberId, version: RecordId) -> bool {
        self.yes.iter().any(|yes| yes.member == member && yes.version == version)
    }

    /// What the decisions came to that its versions name, as far as they hold; `find` looks a subject up.
    pub fn outcomes<E>(
        &self,
        find: impl Fn(SubjectId) -> Result<Option<Subject>, E>,
    ) -> Result<HashMap<SubjectId, Outcome>, E> {
        let mut all = HashMap::new();
        for id in self.decisions() {
            all.extend(outcome(id, &find)?.map(|outcome| (id, outcome)));
        }
        Ok(all)
    }

    /// The decisions that its versions name.
    pub fn decisions(&self) -> impl Iterator<Item = SubjectId> {
        self.versions.iter().filter_map(|version| version.wording.decision)
    }

    /// What it says to whoever knows nothing of the day, of the team and of decisions: what all agreed to, else what was
    /// written last.
    pub fn wording(&self) -> Option<&Wording> {
        let in_force = self.alone(Day::MIN).in_force;
        in_force.or(self.versions.last()).map(|version| &version.wording)
    }

    /// The first day on which it is over, as far as it says so itself: by the word of those whom it binds, or since too few
    /// of them are left.
    pub fn over_on(&self) -> Option<Day> {
        if let Some(at) = self.ended() {
            return Some(at.day());
        }
        let mut days: Vec<Day> = self.left.iter().map(|left| left.on).collect();
        days.sort();
        days.into_iter().find(|day| self.alone(*day).state.is_over())
    }

    fn agree(&mut self, version: RecordId, member: MemberId, at: At) {
        if !self.has_agreed(member, version) {
            self.yes.push(Yes { version, member, at });
        }
    }

    fn add_version(&mut self, record: &Record, wording: Wording, without: &[MemberId], who: (MemberId, At)) {
        let is_known = |id: &RecordId| self.version(*id).is_some();
        let replaces = record.ends.iter().copied().filter(is_known).collect();
        let ((by, at), without) = (who, without.to_vec());
        self.versions.push(Version { id: record.id, by, at, wording, replaces, without });
    }
}

/// What a decision came to that holds; `find` looks a subject up.
pub fn outcome<E>(
    decision: SubjectId,
    find: impl Fn(SubjectId) -> Result<Option<Subject>, E>,
) -> Result<Option<Outcome>, E> {
    let find = |id: SubjectId| -> Result<Option<Box<Decision>>, E> {
        Ok(match find(id)? {
            Some(Subject::Decision(decision)) => Some(decision),
            _ => None,
        })
    };
    let Some(this) = find(decision)? else { return Ok(None) };
    let other = this.replaced.map(|(into, _)| find(into.into())).transpose()?.flatten();
    Ok(this.came_to(other.as_deref()))
}

impl Fold for Agreement {
    type Event = AgreementEvent;

    fn blank(id: SubjectId) -> Agreement {
        Agreement {
            id: id.into(),
            origin: None,
            kind: AgreementKind::Working,
            versions: Vec::new(),
            yes: Vec::new(),
            left: Vec::new(),
            withdrawals: Vec::new(),
            reviews: Vec::new(),
            source: None,
            undone: None,
        }
    }

    fn id(&self) -> SubjectId {
        self.id.into()
    }

    fn apply(&mut self, record: &Record, event: &AgreementEvent) {
        let facts = event.facts();
        let (me, now) = (record.author, record.at);
        let (by, at) = (facts.by.unwrap_or(me), facts.at.unwrap_or(now));
        // What comes from elsewhere is a text. That somebody agreed to it there or decided it, nobody can say for them.
        let is_own = facts.by.is_none() && !facts.is_imported();
        let wording = |said: Wording| Wording { decision: said.decision.filter(|_| is_own), ..said };
        match event {
            AgreementEvent::Drafted(e) => {
                if self.origin.is_some() {
                    return;
                }
                self.origin = Some(Origin { by, at, record: record.id });
                self.kind = e.kind;
                self.source.clone_from(&e.from);
                self.undone = None;
                self.add_version(record, wording(e.wording()), &[], (by, at));
                if is_own && e.parties.contains(&me) {
                    self.agree(record.id, me, now);
                }
            }
            AgreementEvent::Amended(e) => {
                self.add_version(record, wording(e.wording()), &e.without, (by, at));
                if is_own && e.parties.contains(&me) {
                    self.agree(record.id, me, now);
                }
            }
            AgreementEvent::Agreed(e) => {
                self.agree(e.version, me, now);
                self.left.retain(|left| left.member != me || !record.ends.contains(&left.record));
            }
            AgreementEvent::Left(e) => {
                self.left.push(Left { record: record.id, member: me, on: e.on, at: now });
            }
            AgreementEvent::Withdrawn(e) => {
                let said = |one: &Withdrawal| one.member == me && one.version == e.version;
                if !self.withdrawals.iter().any(said) {
                    let why = e.why.clone();
                    self.withdrawals.push(Withdrawal { version: e.version, member: me, why, at: now });
                }
            }
            AgreementEvent::Reviewed(e) => {
                let without = e.without.clone();
                self.reviews.push(Review { version: e.version, member: me, next: e.next, without, at: now });
            }
        }
    }

    fn exists(&self) -> bool {
        self.origin.is_some()
    }

    /// When it was withdrawn. That too few are left for it follows from the day, and stands in its standing alone.
    fn ended(&self) -> Option<At> {
        let standing = self.alone(Day::MIN);
        let last = self.withdrawals.iter().map(|withdrawal| withdrawal.at).max();
        last.filter(|_| standing.state == AgreementState::Withdrawn)
    }

    fn called(&self) -> Option<&str> {
        self.wording().map(|wording| wording.title.as_str())
    }

    fn source(&self) -> Option<&str> {
        self.source.as_deref()
    }

    fn searched(&self) -> Searched<'_> {
        let Some(wording) = self.wording() else { return Searched::default() };
        Searched::named(&wording.title)
            .and(Some(&wording.text))
            .and_all(&wording.about)
            .and(wording.criteria.as_ref())
            .and(wording.duties.as_ref())
            .and(wording.share.as_ref())
            .and(wording.dispute.as_ref())
    }

    fn withdrawn(&self) -> Option<&Withdrawn> {
        self.undone.as_ref()
    }

    fn withdraw(&mut self, withdrawn: Withdrawn) {
        self.undone = Some(withdrawn);
    }
}
