//! How far a decision has come: which adoptions hold, and what follows from that.

use std::collections::BTreeSet;

use super::event::{DecisionKind, Phase};
use super::{Adoption, Decision, Unsound};
use crate::domain::calendar::Day;
use crate::domain::id::{MemberId, RecordId};

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

/// What a decision that holds came to, for what is written down because of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    pub title: String,
    /// What it says; its title where it says no more than that.
    pub text: String,
    /// For whom it counts: who was asked, without those who were not waited for. Of advice only whoever decided.
    pub members: BTreeSet<MemberId>,
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
    /// The adoptions that hold, by versions none of which came of another. Of a proposal that was taken back none does,
    /// whatever was made of it apart.
    fn sound(&self) -> Vec<&Adoption> {
        if self.origin.is_none() {
            return Vec::new();
        }
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

    /// What it came to, as long as its adoption holds and no other decision took its place: `other` is the one that did.
    /// It stands again while that one does not hold.
    pub fn came_to(&self, other: Option<&Decision>) -> Option<Outcome> {
        let holds = |other: &Decision| matches!(other.state(), State::Adopted | State::Replaced);
        let adoption = self.adopted().filter(|_| self.replaced.is_none() || !other.is_some_and(holds))?;
        let version = self.version(adoption.version)?;
        let members = match self.kind {
            DecisionKind::Advice => BTreeSet::from([adoption.by]),
            _ => self.count(version.id, &adoption.excused, Some(adoption.id)).parties,
        };
        let text = version.text.as_ref().unwrap_or(&version.title).clone();
        Some(Outcome { title: version.title.clone(), text, members })
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
}
