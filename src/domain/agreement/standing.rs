//! Which version of an agreement is in force on a day, for whom, and what is still open.
//!
//! A version *carries* where all of its parties agreed to it, and all parties of what it came of: nobody is left out by
//! others. Who left the agreement or the team is not waited for. In force is the last version that carries. Two that were
//! written apart and both carry are neither of them the one: what they came of binds until an amendment names both. So an
//! amendment alone takes nothing away, whoever wrote it.
//!
//! A decision that a version names *wrote* it where it is adopted, says the same in title and text, and counts for who wrote
//! the version down. It then stands for the yes of those for whom it counts, of the parties: whoever was not asked, or not
//! waited for, is bound by nothing but their own yes.

use std::collections::{HashMap, HashSet};

use super::{Agreement, PARTIES_LEAST, Review, Version};
use crate::domain::calendar::Day;
use crate::domain::decision::Outcome;
use crate::domain::id::{MemberId, RecordId, SubjectId};

/// How far an agreement has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AgreementState {
    /// Not all its parties have agreed to one version.
    Proposed,
    InForce,
    /// Too few are left for it.
    Ended,
    Withdrawn,
}

/// What an agreement is on a day.
#[derive(Debug, Clone, PartialEq)]
pub struct Standing<'a> {
    pub state: AgreementState,
    pub in_force: Option<&'a Version>,
    /// What is proposed: the versions that no other replaces, besides the one in force. More than one were written apart.
    pub open: Vec<&'a Version>,
    /// Whom the version in force binds.
    pub bound: Vec<MemberId>,
    /// When it is looked at again.
    pub review: Option<Day>,
    /// Who is no part of it any more, without whom nobody has said yet that it is still right.
    pub without: Vec<MemberId>,
    given: Given,
}

/// A time in which an agreement is in force, and is looked at again on one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    /// Its first day; `None` where it is so from the beginning.
    pub from: Option<Day>,
    /// The first day on which it is not so any more.
    pub until: Option<Day>,
    pub review: Day,
}

/// What the records of an agreement do not say.
#[derive(Debug, Clone, PartialEq)]
struct Given {
    /// Who is no part of it any more, of all whom it ever named.
    gone: Vec<MemberId>,
    /// For whom an adopted decision wrote a version.
    decided: HashMap<RecordId, Vec<MemberId>>,
}

/// What somebody could do about an agreement as it stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Options {
    /// The version that a yes of theirs would newly agree to, or take back a leave from.
    pub agreeable: Option<RecordId>,
    /// Whether they are a part of it and have not said that they leave.
    pub may_leave: bool,
    /// Whether it is in force for them, so that they can find it right as it is.
    pub may_renew: bool,
}

impl AgreementState {
    pub const ALL: [AgreementState; 4] =
        [AgreementState::Proposed, AgreementState::InForce, AgreementState::Ended, AgreementState::Withdrawn];

    /// The word in texts and exports.
    pub fn as_str(self) -> &'static str {
        match self {
            AgreementState::Proposed => "proposed",
            AgreementState::InForce => "in_force",
            AgreementState::Ended => "ended",
            AgreementState::Withdrawn => "withdrawn",
        }
    }

    /// Whether nothing is to be done about it any more.
    pub fn is_over(self) -> bool {
        matches!(self, AgreementState::Ended | AgreementState::Withdrawn)
    }
}

impl Standing<'_> {
    /// Whether what is proposed was written apart: no yes makes one of it the one.
    pub fn is_apart(&self) -> bool {
        self.open.len() > 1
    }

    pub fn is_bound(&self, member: MemberId) -> bool {
        self.bound.contains(&member)
    }

    /// Whether somebody left the agreement or the team.
    pub fn is_gone(&self, member: MemberId) -> bool {
        self.given.gone.contains(&member)
    }

    /// The decision because of which a version counts for somebody.
    pub fn wrote(&self, version: &Version) -> Option<SubjectId> {
        version.wording.decision.filter(|_| self.given.decided.contains_key(&version.id))
    }
}

impl Agreement {
    /// What it is on a day, where `is_here` says of a member whether they are of the team, and `decided` what a decision came
    /// to that holds.
    pub fn standing(
        &self,
        today: Day,
        is_here: impl Fn(MemberId) -> bool,
        decided: impl Fn(SubjectId) -> Option<Outcome>,
    ) -> Standing<'_> {
        let wrote = |version: &Version| {
            let said = &version.wording;
            let decided = decided(said.decision?)?;
            let is_its = decided.title == said.title && decided.text == said.text;
            let is_theirs = decided.members.contains(&version.by);
            (is_its && is_theirs).then_some(decided.members)
        };
        let parties = |version: &Version| {
            let members = wrote(version)?;
            Some(version.wording.parties.iter().copied().filter(|member| members.contains(member)).collect())
        };
        self.given(today, is_here, parties)
    }

    /// When it is looked at again, as the days go by on which somebody leaves it. As [`Agreement::standing`] is asked.
    pub fn reviews(
        &self,
        is_here: impl Fn(MemberId) -> bool,
        decided: impl Fn(SubjectId) -> Option<Outcome>,
    ) -> Vec<Stretch> {
        let mut days: Vec<Day> = self.left.iter().map(|left| left.on).collect();
        days.sort();
        days.dedup();
        let firsts = [None].into_iter().chain(days.iter().copied().map(Some));
        let lasts = days.iter().copied().map(Some).chain([None]);
        let mut all: Vec<Stretch> = Vec::new();
        for (from, until) in firsts.zip(lasts) {
            let standing = self.standing(from.unwrap_or(Day::MIN), &is_here, &decided);
            let is_in_force = standing.state == AgreementState::InForce;
            let Some(review) = standing.review.filter(|_| is_in_force) else { continue };
            match all.last_mut().filter(|last| last.until == from && last.review == review) {
                Some(last) => last.until = until,
                None => all.push(Stretch { from, until, review }),
            }
        }
        all
    }

    /// What it is as far as its own records say: everybody is of the team, and what is said to be decided is.
    pub(super) fn alone(&self, today: Day) -> Standing<'_> {
        let named = |version: &Version| version.wording.decision.map(|_| version.wording.parties.clone());
        self.given(today, |_| true, named)
    }

    /// What it is where `decided` says of a version for whom a decision wrote it.
    fn given(
        &self,
        today: Day,
        is_here: impl Fn(MemberId) -> bool,
        decided: impl Fn(&Version) -> Option<Vec<MemberId>>,
    ) -> Standing<'_> {
        let gone: Vec<MemberId> = self
            .everybody()
            .into_iter()
            .filter(|member| self.has_left(*member, today) || !is_here(*member))
            .collect();
        let decided = self.versions.iter().filter_map(|version| Some((version.id, decided(version)?)));
        let given = Given { gone, decided: decided.collect() };
        let carrying = self.carrying(&given);
        let comes_of = |a: &Version, b: &Version| self.ancestors([a]).contains(&b.id);
        let is_apart = |one: &Version| {
            carrying.iter().any(|other| other.id != one.id && !comes_of(one, other) && !comes_of(other, one))
        };
        let in_force = carrying.iter().rev().copied().find(|version| !is_apart(version));
        let bound = in_force.map(|version| self.bound_by(version, &given)).unwrap_or_default();
        let open = self.open(in_force, &carrying);
        let all_want = |version: &Version| {
            let wants = |member: &MemberId| {
                self.withdrawals.iter().any(|one| one.version == version.id && one.member == *member)
            };
            !bound.is_empty() && bound.iter().all(wants)
        };
        let state = match in_force {
            Some(version) if all_want(version) => AgreementState::Withdrawn,
            Some(_) if bound.len() < PARTIES_LEAST => AgreementState::Ended,
            Some(_) => AgreementState::InForce,
            None if open.is_empty() => AgreementState::Withdrawn,
            None => AgreementState::Proposed,
        };
        let without = in_force.map(|version| self.unanswered(version, &given)).unwrap_or_default();
        let review = in_force.and_then(|version| self.review_of(version, &given));
        Standing { state, in_force, open, bound, review, without, given }
    }

    /// Whose yes a version still needs.
    pub fn owed(&self, version: &Version, standing: &Standing<'_>) -> Vec<MemberId> {
        let given = &standing.given;
        let needed = self.needed(version, &self.carrying(given), given).into_iter();
        needed.filter(|member| !self.is_for(*member, version, given)).collect()
    }

    /// Whether somebody of the team can take part: nobody is kept out where that is open, and partners are named.
    pub fn may_take_part(&self, member: MemberId, standing: &Standing<'_>) -> bool {
        let mut versions = standing.open.iter().copied().chain(standing.in_force);
        self.kind.is_open() || versions.any(|version| version.wording.parties.contains(&member))
    }

    /// The version to which a yes of somebody goes who names none: what is proposed, else what is in force. Who is no part of
    /// what is in force comes in by that first. Of what was written apart nobody's yes makes one the one.
    pub fn yes_goes_to<'a>(&self, member: MemberId, standing: &Standing<'a>) -> Option<&'a Version> {
        let is_in =
            |version: &Version| self.has_agreed(member, version.id) && self.leaves_on(member).is_none();
        match (standing.in_force, standing.open.as_slice()) {
            (Some(version), _) if !is_in(version) => Some(version),
            (_, [version]) => Some(version),
            (in_force, []) => in_force,
            _ => None,
        }
    }

    /// What somebody could do about it.
    pub fn options(&self, member: MemberId, standing: &Standing<'_>) -> Options {
        if standing.state.is_over() {
            return Options::default();
        }
        Options {
            agreeable: self.agreeable(member, standing),
            may_leave: self.is_party(member, standing) && self.leaves_on(member).is_none(),
            may_renew: standing.is_bound(member),
        }
    }

    /// Whether somebody is named by what is in force or proposed, or bound by it.
    pub fn is_party(&self, member: MemberId, standing: &Standing<'_>) -> bool {
        let mut versions = standing.open.iter().copied().chain(standing.in_force);
        let is_named = versions.any(|version| version.wording.parties.contains(&member));
        (is_named && !self.has_left(member, Day::MAX)) || standing.is_bound(member)
    }

    /// The version that a yes of somebody would newly agree to, or take back a leave from.
    fn agreeable(&self, member: MemberId, standing: &Standing<'_>) -> Option<RecordId> {
        if !self.may_take_part(member, standing) {
            return None;
        }
        let version = self.yes_goes_to(member, standing)?.id;
        (!self.has_agreed(member, version) || self.leaves_on(member).is_some()).then_some(version)
    }

    /// Whose a version is: whom it names, and who joined it by their own yes where that is open.
    pub fn parties_of(&self, version: &Version, standing: &Standing<'_>) -> Vec<MemberId> {
        let agreed = self.yes.iter().filter(|yes| yes.version == version.id).map(|yes| yes.member);
        let joined = agreed.filter(|member| self.kind.is_open() && !standing.is_gone(*member));
        once(version.wording.parties.iter().copied().chain(joined))
    }

    /// Whether somebody left it by that day.
    pub fn has_left(&self, member: MemberId, today: Day) -> bool {
        self.left.iter().any(|left| left.member == member && left.on <= today)
    }

    /// When somebody leaves who said so.
    pub fn leaves_on(&self, member: MemberId) -> Option<Day> {
        self.left.iter().filter(|left| left.member == member).map(|left| left.on).min()
    }

    /// All whom any version names, and who agreed to one.
    pub fn everybody(&self) -> Vec<MemberId> {
        let named = self.versions.iter().flat_map(|version| version.wording.parties.iter().copied());
        once(named.chain(self.yes.iter().map(|yes| yes.member)))
    }

    /// The versions that carry, in canonical order.
    fn carrying(&self, given: &Given) -> Vec<&Version> {
        let mut carrying: Vec<&Version> = Vec::new();
        for version in &self.versions {
            let needed = self.needed(version, &carrying, given);
            let is_for = |member: &MemberId| self.is_for(*member, version, given);
            if needed.iter().all(is_for) && self.all_for(version, given).next().is_some() {
                carrying.push(version);
            }
        }
        carrying
    }

    /// Whose yes makes a version the one: its parties', and that of the parties of what it came of, without those of whom it
    /// says that they are no part of it any more.
    fn needed(&self, version: &Version, carrying: &[&Version], given: &Given) -> Vec<MemberId> {
        let bases = self.bases(version, carrying);
        let before = bases.into_iter().flat_map(|base| base.wording.parties.iter().copied());
        let before = before.filter(|member| !version.without.contains(member));
        let named = version.wording.parties.iter().copied().chain(before);
        once(named.filter(|member| !given.gone.contains(member)))
    }

    /// The nearest versions that carry, of those of which it came.
    fn bases<'a>(&self, version: &Version, carrying: &[&'a Version]) -> Vec<&'a Version> {
        let mut left: Vec<RecordId> = version.replaces.clone();
        let (mut seen, mut bases) = (Vec::new(), Vec::new());
        while let Some(id) = left.pop() {
            if seen.contains(&id) {
                continue;
            }
            seen.push(id);
            match carrying.iter().find(|one| one.id == id) {
                Some(base) => bases.push(*base),
                None => left.extend(self.version(id).into_iter().flat_map(|one| one.replaces.clone())),
            }
        }
        bases
    }

    /// All of which some versions came.
    fn ancestors<'a>(&self, versions: impl IntoIterator<Item = &'a Version>) -> HashSet<RecordId> {
        let mut left: Vec<RecordId> =
            versions.into_iter().flat_map(|version| version.replaces.iter().copied()).collect();
        let mut seen = HashSet::new();
        while let Some(id) = left.pop() {
            if seen.insert(id) {
                left.extend(self.version(id).into_iter().flat_map(|one| one.replaces.iter().copied()));
            }
        }
        seen
    }

    /// Whether somebody agreed to a version, or decided it with others.
    fn is_for(&self, member: MemberId, version: &Version, given: &Given) -> bool {
        self.all_for(version, given).any(|one| one == member)
    }

    /// Who agreed to a version, or decided it with others.
    fn all_for<'a>(&'a self, version: &'a Version, given: &'a Given) -> impl Iterator<Item = MemberId> + 'a {
        let agreed = self.yes.iter().filter(|yes| yes.version == version.id).map(|yes| yes.member);
        agreed.chain(given.decided.get(&version.id).into_iter().flatten().copied())
    }

    /// Who is for a version and is a part of it: its parties, and whoever joined where that is open.
    fn bound_by(&self, version: &Version, given: &Given) -> Vec<MemberId> {
        let is_part = |member: &MemberId| self.kind.is_open() || version.wording.parties.contains(member);
        let bound = self.all_for(version, given);
        once(bound.filter(|member| is_part(member) && !given.gone.contains(member)))
    }

    /// What is proposed: what no other version replaces, is not in force, and was not taken back by who wrote it.
    fn open<'a>(&'a self, in_force: Option<&Version>, carrying: &[&Version]) -> Vec<&'a Version> {
        let is_back = |version: &Version| {
            let is_carried = carrying.iter().any(|one| one.id == version.id);
            let by_author = |version: &Version| {
                self.withdrawals.iter().any(|one| one.version == version.id && one.member == version.by)
            };
            !is_carried && by_author(version)
        };
        let stands: Vec<&Version> = self.versions.iter().filter(|version| !is_back(version)).collect();
        let replaced = self.ancestors(stands.iter().copied());
        let before = self.ancestors(in_force);
        let is_open = |version: &&Version| {
            let is_it = in_force.is_some_and(|it| it.id == version.id);
            !is_it && !replaced.contains(&version.id) && !before.contains(&version.id)
        };
        stands.into_iter().filter(is_open).collect()
    }

    /// When a version is looked at again: as who is a part of it said last, else as it says itself.
    fn review_of(&self, version: &Version, given: &Given) -> Option<Day> {
        let said = self.reviews_of(version, given).next_back().map(|review| review.next);
        said.or(version.wording.review)
    }

    fn reviews_of<'a>(
        &'a self,
        version: &'a Version,
        given: &'a Given,
    ) -> impl DoubleEndedIterator<Item = &'a Review> + 'a {
        let is_theirs =
            |review: &&Review| review.version == version.id && self.is_for(review.member, version, given);
        self.reviews.iter().filter(is_theirs)
    }

    /// Who is no part of a version any more, of those who were for it, unless the others found it right without them.
    fn unanswered(&self, version: &Version, given: &Given) -> Vec<MemberId> {
        let is_open = |member: &MemberId| {
            let mut reviews = self.reviews_of(version, given);
            given.gone.contains(member) && !reviews.any(|review| review.without.contains(member))
        };
        once(self.all_for(version, given).filter(is_open))
    }
}

/// Each once, in the order in which they come.
fn once(members: impl Iterator<Item = MemberId>) -> Vec<MemberId> {
    let mut all = Vec::new();
    for member in members {
        if !all.contains(&member) {
            all.push(member);
        }
    }
    all
}
