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
mod party;
mod sight;
mod stance;
mod state;
#[cfg(test)]
mod tests;
mod version;

use std::collections::BTreeMap;

pub use count::{Count, Lack, Unsound};
pub use event::{Absence, DecisionKind, Excused, Hide, Judgement, Phase, Probe, Trial};
pub use stance::{Stance, Word};
pub use state::{Outcome, State};
pub use version::Version;

use super::calendar::{At, Day};
use super::id::{DecisionId, MemberId, RecordId, RoleId, SubjectId};
use super::record::Record;
use super::register::Register;
use super::subject::{Fold, Origin, Searched, Withdrawn};
use event::DecisionEvent;
use party::Coming;

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
    /// As it stands now, where this is how it stood in a past that is looked at.
    now: Option<Box<Decision>>,
    /// Where the record that made it was undone.
    pub withdrawn: Option<Withdrawn>,
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

impl Decision {
    /// What was thought of an objection, the last of each question and member.
    pub fn views_on(&self, objection: RecordId) -> impl Iterator<Item = &View> {
        self.views.iter().filter(move |view| view.objection == objection)
    }

    /// All adoptions: what whoever writes next knows of.
    pub fn known_adoptions(&self) -> Vec<RecordId> {
        self.adoptions.iter().map(|adoption| adoption.id).collect()
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
            now: None,
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
