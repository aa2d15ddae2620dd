//! A decision: a proposal in versions, what each member says to one of them, and whether one of them was adopted.
//!
//! What it is follows from four sentences. A stance binds its author, on one version. Nothing locks: phases, parking and
//! days are appointments. An adoption is a record that names what it saw, and is tried again here: whoever spoke without
//! knowing of it is heard all the same, and what was written by those who knew of it unsettles nothing. Anybody may write
//! an adoption when its conditions hold, and nobody before.
//!
//! **Invariant:** whether an adoption holds follows from which records knew of which, never from a clock.

mod count;
pub(super) mod event;
mod sight;
mod stance;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet, HashMap};

pub use count::{Count, Lack, Unsound};
pub use event::{Absence, DecisionKind, Excused, Hide, Judgement, Phase, Probe, Trial};
pub use stance::{Stance, Word};

use super::calendar::{At, Day};
use super::id::{DecisionId, MemberId, RecordId, RoleId, SubjectId};
use super::record::Record;
use super::register::Register;
use super::subject::{Fold, Origin, Searched, Withdrawn};
use event::DecisionEvent;

/// A proposal with all that was said to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Decision {
    pub id: DecisionId,
    /// Who drafted it, and when.
    pub origin: Option<Origin>,
    pub kind: DecisionKind,
    /// So many are to be heard, where that was said.
    pub quorum: Option<u32>,
    pub hide: Option<Hide>,
    /// The role that somebody is selected for.
    pub role: Option<RoleId>,
    /// Who is asked for advice.
    pub asked: Vec<MemberId>,
    /// The agreement on how such a matter is decided.
    pub under: Option<SubjectId>,
    /// The decisions whose place it takes once it is adopted.
    pub replaces: Vec<DecisionId>,
    /// In canonical order, the draft first.
    pub versions: Vec<Version>,
    pub stances: Vec<Stance>,
    pub views: Vec<View>,
    pub questions: Vec<Question>,
    pub adoptions: Vec<Adoption>,
    /// What is asked next, with when and why where it is parked.
    pub phase: Register<Moved>,
    pub closes: Register<Option<Day>>,
    /// The day on which it is to be looked at again once it is adopted.
    pub review: Register<Option<Day>>,
    /// The same, by whoever looked at it since.
    pub renewed: Register<Option<Day>>,
    /// Since when everybody sees what was said.
    pub shown: Option<At>,
    pub judged: Option<Judged>,
    /// Which decision took its place, and when.
    pub replaced: Option<(DecisionId, At)>,
    /// Who said that they propose it, each with the adoptions that they knew of.
    proposed: Vec<(MemberId, Vec<RecordId>)>,
    /// Whoever proposes it, by what each said last of themselves.
    proposing: BTreeMap<MemberId, bool>,
    /// Why who proposed it does so no more, and when.
    pub given_up: Option<GivenUp>,
    /// What became of it on the board from which it was brought in, in words.
    pub outcome: Option<String>,
    pub source: Option<String>,
    drafted: Vec<MemberId>,
    /// Who came and went by their own word, in order.
    comings: Vec<Coming>,
    /// Where the record that made it was undone.
    pub withdrawn: Option<Withdrawn>,
}

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
    after: Vec<RecordId>,
    /// The versions whose place it takes.
    pub instead: Vec<RecordId>,
}

/// What somebody thinks of one question about an objection.
#[derive(Debug, Clone, PartialEq)]
pub struct View {
    pub id: RecordId,
    pub objection: RecordId,
    pub question: Probe,
    pub by: MemberId,
    pub at: At,
    pub text: String,
}

/// Something that is not clear.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    pub id: RecordId,
    pub by: MemberId,
    pub at: At,
    pub text: String,
    pub answers: Vec<Answer>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    pub by: MemberId,
    pub at: At,
    pub text: String,
}

/// A record that says that the conditions hold.
#[derive(Debug, Clone, PartialEq)]
pub struct Adoption {
    pub id: RecordId,
    pub by: MemberId,
    pub at: At,
    pub version: RecordId,
    pub review: Option<Day>,
    /// The stances that were counted.
    pub saw: Vec<RecordId>,
    pub excused: Vec<Excused>,
    /// The option that was chosen.
    pub result: Option<u32>,
    /// What became of the advice.
    pub took: Option<String>,
}

/// What is asked next.
#[derive(Debug, Clone, PartialEq)]
pub struct Moved {
    pub to: Phase,
    pub until: Option<Day>,
    pub why: Option<String>,
    pub by: MemberId,
    pub at: At,
}

/// What became of a trial.
#[derive(Debug, Clone, PartialEq)]
pub struct Judged {
    pub verdict: Judgement,
    pub why: String,
    pub by: MemberId,
    pub at: At,
}

/// That nobody proposes it any more.
#[derive(Debug, Clone, PartialEq)]
pub struct GivenUp {
    pub by: MemberId,
    pub at: At,
    pub why: Option<String>,
}

#[derive(Debug, Clone, PartialEq)]
struct Coming {
    member: MemberId,
    is_party: bool,
    after: Vec<RecordId>,
}

/// How far it has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum State {
    Draft,
    Clarify,
    React,
    Objections,
    Parked,
    Adopted,
    /// It was adopted, and somebody had spoken or amended it who did not know.
    Contested,
    /// Nobody proposes it any more.
    Withdrawn,
    /// Another decision took its place.
    Replaced,
}

impl State {
    pub const ALL: [State; 9] = [
        State::Draft,
        State::Clarify,
        State::React,
        State::Objections,
        State::Parked,
        State::Adopted,
        State::Contested,
        State::Withdrawn,
        State::Replaced,
    ];

    /// The word in tables, commands and exports.
    pub fn as_str(self) -> &'static str {
        match self {
            State::Draft => Phase::Draft.as_str(),
            State::Clarify => Phase::Clarify.as_str(),
            State::React => Phase::React.as_str(),
            State::Objections => Phase::Objections.as_str(),
            State::Parked => Phase::Parked.as_str(),
            State::Adopted => "adopted",
            State::Contested => "contested",
            State::Withdrawn => "withdrawn",
            State::Replaced => "replaced",
        }
    }

    /// The state of a word.
    pub fn named(word: &str) -> Option<State> {
        State::ALL.into_iter().find(|state| state.as_str() == word)
    }

    /// Whether something is still to be said or done before it is decided.
    pub fn is_open(self) -> bool {
        !matches!(self, State::Adopted | State::Withdrawn | State::Replaced)
    }
}

impl From<Phase> for State {
    fn from(phase: Phase) -> State {
        match phase {
            Phase::Draft => State::Draft,
            Phase::Clarify => State::Clarify,
            Phase::React => State::React,
            Phase::Objections => State::Objections,
            Phase::Parked => State::Parked,
        }
    }
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
    fn ancestors_of(&self, ids: &[RecordId]) -> Vec<RecordId> {
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

    /// The adoptions that hold, by versions none of which came of another.
    fn sound(&self) -> Vec<&Adoption> {
        let sound: Vec<&Adoption> =
            self.adoptions.iter().filter(|adoption| self.unsound(adoption).is_none()).collect();
        let versions: Vec<RecordId> = sound.iter().map(|adoption| adoption.version).collect();
        let below: BTreeSet<RecordId> = self.ancestors_of(&versions).into_iter().collect();
        sound.into_iter().filter(|adoption| !below.contains(&adoption.version)).collect()
    }

    /// The adoption that holds. The same version adopted twice is adopted once, by the first.
    pub fn adopted(&self) -> Option<&Adoption> {
        let sound = self.sound();
        let first = *sound.first()?;
        sound.iter().all(|adoption| adoption.version == first.version).then_some(first)
    }

    /// The adoptions that do not hold, with why, and that nobody who knew of one amended since.
    pub fn contested(&self) -> Vec<(&Adoption, Unsound)> {
        if self.adopted().is_some() {
            return Vec::new();
        }
        let is_amended = |adoption: &Adoption| {
            self.versions.iter().any(|version| {
                version.after.contains(&adoption.id) && self.ancestors(version.id).contains(&adoption.version)
            })
        };
        let standing = self.adoptions.iter().filter(|adoption| !is_amended(adoption));
        standing.filter_map(|adoption| Some((adoption, self.unsound(adoption)?))).collect()
    }

    pub fn state(&self) -> State {
        if self.replaced.is_some() {
            return State::Replaced;
        }
        if self.adopted().is_some() {
            return State::Adopted;
        }
        if !self.sound().is_empty() || !self.contested().is_empty() {
            return State::Contested;
        }
        if self.proposers().next().is_none() {
            return State::Withdrawn;
        }
        self.phase.get().map_or(State::Draft, |moved| moved.to.into())
    }

    /// The day on which it is looked at again, where it was adopted: by the last word on that.
    pub fn reviewed_on(&self) -> Option<Day> {
        let adopted = self.adopted()?;
        self.renewed.value().copied().or(adopted.review).or_else(|| self.review.value().copied())
    }

    /// The last day of a trial that runs, and was not judged.
    pub fn trial_ends(&self) -> Option<Day> {
        let version = self.version(self.adopted()?.version)?;
        version.trial.as_ref().filter(|_| self.judged.is_none()).map(|trial| trial.ends)
    }

    /// What was thought of an objection, the last of each question and member.
    pub fn views_on(&self, objection: RecordId) -> impl Iterator<Item = &View> {
        self.views.iter().filter(move |view| view.objection == objection)
    }

    /// All adoptions: what whoever writes next knows of.
    pub fn known_adoptions(&self) -> Vec<RecordId> {
        self.adoptions.iter().map(|adoption| adoption.id).collect()
    }

    /// All who have anything to do with it.
    pub fn members(&self) -> BTreeSet<MemberId> {
        let mut all = self.parties(None);
        all.extend(self.stances.iter().map(|stance| stance.by));
        all.extend(self.proposers());
        all
    }

    fn come(&mut self, record: &Record, is_party: bool, after: &[RecordId]) {
        self.comings.push(Coming { member: record.author, is_party, after: after.to_vec() });
    }
}

impl Fold for Decision {
    type Event = DecisionEvent;

    fn blank(id: SubjectId) -> Decision {
        Decision {
            id: id.into(),
            origin: None,
            kind: DecisionKind::Consent,
            quorum: None,
            hide: None,
            role: None,
            asked: Vec::new(),
            under: None,
            replaces: Vec::new(),
            versions: Vec::new(),
            stances: Vec::new(),
            views: Vec::new(),
            questions: Vec::new(),
            adoptions: Vec::new(),
            phase: Register::default(),
            closes: Register::default(),
            review: Register::default(),
            renewed: Register::default(),
            shown: None,
            judged: None,
            replaced: None,
            proposed: Vec::new(),
            proposing: BTreeMap::new(),
            given_up: None,
            outcome: None,
            source: None,
            drafted: Vec::new(),
            comings: Vec::new(),
            withdrawn: None,
        }
    }

    fn id(&self) -> SubjectId {
        self.id.into()
    }

    fn apply(&mut self, record: &Record, event: &DecisionEvent) {
        let (id, by, at, seen) = (record.id, record.author, record.at, record.ends.as_slice());
        match event {
            // Of two that make the same decision the first in canonical order does.
            DecisionEvent::Drafted(e) if self.origin.is_none() => {
                let (by, at) = (e.by.unwrap_or(by), e.at.unwrap_or(at));
                self.origin = Some(Origin { by, at, record: id });
                self.source.clone_from(&e.from);
                self.outcome.clone_from(&e.outcome);
                self.kind = e.kind;
                self.quorum = e.quorum;
                self.hide = e.hide;
                self.role = e.role;
                self.asked.clone_from(&e.asked);
                self.under = e.under;
                self.replaces.clone_from(&e.replaces);
                // Nobody takes part in what was brought in before they say so.
                if !event.facts().is_imported() {
                    self.drafted.clone_from(&e.parties);
                    self.proposed.push((by, Vec::new()));
                    self.proposing.entry(by).or_insert(true);
                }
                self.closes.write(id, seen, e.closes);
                self.review.write(id, seen, e.review);
                self.withdrawn = None;
                self.versions.push(Version {
                    id,
                    by,
                    at,
                    title: e.title.clone(),
                    why: e.why.clone(),
                    text: e.text.clone(),
                    nominee: e.nominee,
                    trial: e.trial.clone(),
                    options: e.options.clone(),
                    meets: Vec::new(),
                    after: Vec::new(),
                    instead: Vec::new(),
                });
            }
            DecisionEvent::Drafted(_) => {}
            DecisionEvent::Amended(e) => self.versions.push(Version {
                id,
                by,
                at,
                title: e.title.clone(),
                why: e.why.clone(),
                text: e.text.clone(),
                nominee: e.nominee,
                trial: e.trial.clone(),
                options: e.options.clone(),
                meets: e.meets.clone(),
                after: e.after.clone(),
                instead: seen.to_vec(),
            }),
            DecisionEvent::Moved(e) => {
                let moved = Moved { to: e.to, until: e.until, why: e.why.clone(), by, at };
                self.phase.write(id, seen, moved);
            }
            DecisionEvent::Scheduled(e) => {
                self.closes.edit(id, seen, &e.closes);
                self.review.edit(id, seen, &e.review);
            }
            DecisionEvent::Asked(e) => {
                self.questions.push(Question { id, by, at, text: e.text.clone(), answers: Vec::new() });
            }
            DecisionEvent::Answered(e) => {
                let question = self.questions.iter_mut().find(|question| question.id == e.question);
                if let Some(question) = question {
                    question.answers.push(Answer { by, at, text: e.text.clone() });
                }
            }
            DecisionEvent::Stance(e) => self.stances.push(Stance {
                id,
                version: e.version,
                by,
                at,
                word: e.stance,
                reason: e.reason.clone(),
                picks: e.picks.clone(),
                nominates: e.nominates,
                after: e.after.clone(),
                instead: seen.to_vec(),
            }),
            DecisionEvent::Tested(e) => {
                // Only one's own view is taken back.
                self.views.retain(|view| view.by != by || !seen.contains(&view.id));
                let text = e.view.clone();
                self.views.push(View { id, objection: e.objection, question: e.question, by, at, text });
            }
            DecisionEvent::Joined(e) => self.come(record, true, &e.after),
            DecisionEvent::SteppedOut(e) => self.come(record, false, &e.after),
            DecisionEvent::Adopted(e) => self.adoptions.push(Adoption {
                id,
                by,
                at,
                version: e.version,
                review: e.review,
                saw: e.saw.clone(),
                excused: e.excused.clone(),
                result: e.result,
                took: e.took.clone(),
            }),
            DecisionEvent::Shown(_) => {
                self.shown.get_or_insert(at);
            }
            DecisionEvent::Withdrawn(e) => {
                if let Some(does) = self.proposing.get_mut(&by) {
                    *does = false;
                    self.given_up = Some(GivenUp { by, at, why: e.why.clone() });
                }
            }
            DecisionEvent::Carried(e) => {
                self.proposed.push((by, e.after.clone()));
                self.proposing.insert(by, true);
            }
            DecisionEvent::Judged(e) => {
                self.judged = Some(Judged { verdict: e.verdict, why: e.why.clone(), by, at });
            }
            DecisionEvent::Reviewed(e) => match e.into {
                Some(into) => self.replaced = Some((into, at)),
                None => self.renewed.write(id, seen, e.next),
            },
        }
    }

    fn exists(&self) -> bool {
        self.origin.is_some()
    }

    fn ended(&self) -> Option<At> {
        match self.state() {
            State::Replaced => self.replaced.map(|(_, at)| at),
            State::Withdrawn => {
                self.given_up.as_ref().map(|given_up| given_up.at).or(self.origin.map(|origin| origin.at))
            }
            _ => None,
        }
    }

    fn called(&self) -> Option<&str> {
        Some(self.current().map_or("", |version| &version.title))
    }

    fn source(&self) -> Option<&str> {
        self.source.as_deref()
    }

    /// What is kept from some is found by nobody.
    fn searched(&self) -> Searched<'_> {
        let Some(current) = self.current() else { return Searched::default() };
        let mut searched = Searched::named(&current.title)
            .and(current.why.as_ref())
            .and(current.text.as_ref())
            .and_all(&current.options);
        for question in &self.questions {
            searched = searched.and(Some(&question.text));
        }
        if self.is_open_to_all() {
            let standing = self.standing(current.id, None);
            searched.body.extend(standing.values().filter_map(|stance| stance.reason.as_deref()));
        }
        searched
    }

    fn withdrawn(&self) -> Option<&Withdrawn> {
        self.withdrawn.as_ref()
    }

    fn withdraw(&mut self, withdrawn: Withdrawn) {
        self.withdrawn = Some(withdrawn);
    }
}
