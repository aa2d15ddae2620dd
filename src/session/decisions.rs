//! Decisions as somebody sees them: what is kept from them for a while is in nothing that is told here.

use std::collections::HashMap;

use super::{Error, ErrorKind, Session};
use crate::domain::decide::{Asks, NoDecision, Refusal, excused, obstacle};
use crate::domain::decision::{
    Absence, Count, Decision, DecisionKind, Excused, Lack, Stance, State, Unsound, Version, View, Word,
};
use crate::domain::folding::folded;
use crate::domain::id::{AgreementId, DecisionId, MemberId, RecordId};
use crate::domain::subject::Subject;
use crate::insight::may::{self, Bearing, Known, Says};
use crate::store::DecisionRow;
use crate::words::words;

/// What each said to one version, and what it still lacks.
#[derive(Debug, Clone, PartialEq)]
pub struct Standing {
    pub version: RecordId,
    /// Who is asked: open objections first, then who said anything else, then who has
    /// not spoken; each by name.
    pub voices: Vec<Voice>,
    /// So many of so many were heard.
    pub heard: usize,
    pub asked: usize,
    /// The parties that are not waited for.
    pub excused: Vec<Excused>,
    /// What stands in the way of adopting it, in a sentence; `None` where anybody may write that it is adopted.
    pub lack: Option<String>,
    /// Why an adoption does not hold, a sentence each.
    pub contested: Vec<String>,
    /// Whether another word of whoever looks can settle what contests it.
    pub is_contested_by_me: bool,
    /// Whether there was another version when whoever looks spoke last.
    pub is_new_to_me: bool,
}

/// What one member said.
#[derive(Debug, Clone, PartialEq)]
pub struct Voice {
    pub member: MemberId,
    /// What they said, as far as whoever looks sees it.
    pub said: Option<Stance>,
    /// Whether they spoke, also where what they said is hidden.
    pub spoke: bool,
    /// What they objected to an earlier version, and have not spoken of since.
    pub owed: Option<Stance>,
    /// What was thought of their objection.
    pub views: Vec<View>,
    /// What they said knowing that it was adopted: it unsettles nothing.
    pub later: Option<Stance>,
}

/// What somebody could do to a decision as it stands: keys that make no sense then are not offered. What they try is decided
/// where it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Possible {
    pub state: State,
    pub is_party: bool,
    /// Whether what they say is waited for.
    pub is_awaited: bool,
    /// Whether another word of theirs can settle what contests it.
    pub contests: bool,
    /// Whether an objection is one of the things that can be said to it.
    pub may_object: bool,
    /// Whether they are one of those who propose it, and whether others are.
    pub proposes: bool,
    pub others_propose: bool,
    /// Whether something that was said is kept from somebody.
    pub is_hidden: bool,
    pub has_questions: bool,
    /// Whether there is an objection that they see.
    pub has_objections: bool,
    pub trial_runs: bool,
    /// Whether nothing stands in the way of writing that it is adopted.
    pub may_adopt: bool,
    /// Whether it holds, and counts for them: then they can write down what is agreed on by it.
    pub may_write: bool,
    /// The agreement in force that says it already.
    pub written: Option<AgreementId>,
}

impl Session {
    /// What whoever acts could do to a decision.
    pub fn possible(&self, decision: &Decision) -> Result<Possible, Error> {
        let (me, state) = (self.me(), decision.state());
        let version = decision.current();
        let is_me = |member: &MemberId| Some(*member) == me;
        let is_awaited = version.is_some_and(|version| {
            let missing = decision.count(version.id, &[], None).missing();
            state.is_open() && state != State::Parked && missing.iter().any(is_me)
        });
        let may_object = version.is_some_and(|version| {
            let fit = Word::of(decision.kind, version.nominee.is_some(), !version.options.is_empty());
            fit.contains(&Word::Objection)
        });
        let standing = self.standing(decision, me)?;
        let is_party = me.is_some_and(|me| decision.is_party(me));
        let contests = standing.as_ref().is_some_and(|standing| standing.is_contested_by_me);
        let outcome = self.board().outcome(decision.id)?;
        let written = outcome.is_some().then(|| self.written_down(decision.id)).transpose()?.flatten();
        Ok(Possible {
            state,
            is_party,
            is_awaited,
            contests: is_party && contests,
            may_object,
            proposes: decision.proposers().any(|member| is_me(&member)),
            others_propose: decision.proposers().any(|member| !is_me(&member)),
            is_hidden: !decision.is_open_to_all(),
            has_questions: !decision.questions.is_empty(),
            has_objections: !self.objections(decision).is_empty(),
            trial_runs: decision.trial_ends().is_some(),
            may_adopt: state.is_open() && standing.is_some_and(|standing| standing.lack.is_none()),
            written,
            may_write: outcome.zip(me).is_some_and(|(outcome, me)| outcome.members.contains(&me)),
        })
    }

    /// The objections that stand to what is proposed now or stood before it and were not answered since, as far as whoever
    /// acts sees them.
    pub fn objections(&self, decision: &Decision) -> Vec<Stance> {
        let mut open: Vec<Stance> = Vec::new();
        for head in decision.heads(None) {
            let count = decision.count(head, &[], None);
            for stance in count.with(Word::Objection).chain(count.owed.iter().copied()) {
                if decision.shows(stance, self.me()) && open.iter().all(|other| other.id != stance.id) {
                    open.push(stance.clone());
                }
            }
        }
        open
    }

    /// A decision that is on the board.
    pub fn decision(&self, id: DecisionId) -> Result<Decision, Error> {
        match self.board().subject(id.into())? {
            Some(Subject::Decision(decision)) => Ok(*decision),
            _ => Err(self.refused(&Refusal::Gone(id.into()))),
        }
    }

    /// The agreement in force on how something of this title is decided, and the way that it says.
    pub fn agreed_way(&self, title: &str) -> Result<Option<(AgreementId, DecisionKind)>, Error> {
        let agreements = self.board().known_agreements(self.today())?;
        let answer = may::answer(&may::Question::of(title), &Known { agreements, ..Known::default() });
        Ok(answer.reasons.iter().filter(|reason| reason.bearing == Bearing::Strong).find_map(|reason| {
            match reason.says {
                // Of a sum that is not named nobody knows whether it is so much.
                Says::Agreed { way: Some(way), if_so_much: false } => {
                    Some((reason.about.typed()?, way.into()))
                }
                _ => None,
            }
        }))
    }

    /// How something of this title is decided, and under which agreement: as is agreed on, where nothing else is said, else
    /// by consent. Another kind than is agreed on is asked about once, and then under none.
    pub fn decided_by(
        &self,
        title: &str,
        kind: Option<DecisionKind>,
        anyway: bool,
    ) -> Result<(DecisionKind, Option<AgreementId>), Error> {
        let Some((agreement, way)) = self.agreed_way(title)? else {
            return Ok((kind.unwrap_or(DecisionKind::Consent), None));
        };
        match kind {
            Some(kind) if kind != way && anyway => Ok((kind, None)),
            Some(kind) if kind != way => {
                let words = words();
                let handle = self.board().handle_of(agreement)?;
                let (agreed, said) = (words.decision_kind(way.as_str()), words.decision_kind(kind.as_str()));
                let message = words.decision_other_way(handle, agreed, said);
                let hint = words.refused_or(
                    format!("setara decide … --kind {}", way.as_str()),
                    format!("setara decide … --kind {} --anyway", kind.as_str()),
                );
                Err(Error::new(ErrorKind::Refused, message, Some(hint)))
            }
            _ => Ok((way, Some(agreement))),
        }
    }

    /// The version that somebody speaks of who names none: the only one that nothing took the place of.
    pub fn version_to_speak_of(&self, decision: &Decision) -> Result<RecordId, Error> {
        if let Some(adoption) = decision.adopted() {
            return Ok(adoption.version);
        }
        match decision.heads(None).as_slice() {
            [only] => Ok(*only),
            _ => {
                Err(self.refused(&Refusal::Decision { decision: decision.id, why: NoDecision::AmendedApart }))
            }
        }
    }

    /// How a decision stands, as `to` may see it: nobody in particular where many look.
    pub fn standing(&self, decision: &Decision, to: Option<MemberId>) -> Result<Option<Standing>, Error> {
        let Some(version) = decision.current() else { return Ok(None) };
        let adopted = decision.adopted().map(|adoption| adoption.id);
        let (count, excused) = counted(decision, version, &self.absent()?);
        let (spoken, all) = (decision.standing(version.id, adopted), decision.standing(version.id, None));
        let mut voices: Vec<Voice> = Vec::new();
        let left = excused.iter().filter(|one| one.why == Absence::Left).map(|one| one.member);
        for member in count.parties.iter().copied().chain(left) {
            let said = spoken.get(&member).map(|stance| (*stance).clone());
            let owed = count.owed.iter().find(|stance| stance.by == member).map(|stance| (*stance).clone());
            let is_seen = |stance: &Stance| decision.shows(stance, to);
            let owed = owed.filter(is_seen);
            let later =
                all.get(&member).filter(|stance| said.as_ref().is_none_or(|said| said.id != stance.id));
            let objection = said.iter().chain(&owed).find(|stance| stance.word == Word::Objection);
            let views = objection.filter(|stance| is_seen(stance)).map(|stance| stance.id);
            voices.push(Voice {
                member,
                spoke: said.is_some(),
                views: views.into_iter().flat_map(|id| decision.views_on(id).cloned()).collect(),
                said: said.filter(is_seen),
                owed,
                later: later.map(|stance| (*stance).clone()).filter(is_seen),
            });
        }
        let names = self.board().names(voices.iter().map(|voice| voice.member.into()))?;
        voices.sort_by_cached_key(|voice| (order(voice), folded(names.name(voice.member)), voice.member));
        let lack = self.lack(decision, version, &excused, to)?;
        let contested = decision.contested().into_iter().map(|(adoption, why)| {
            // What others said is not told where that is hidden; who spoke, and who has not, always is.
            let is_seen = |version: RecordId| decision.shows_all_of(version, to);
            let is_told = match &why {
                Unsound::Amended(_) | Unsound::NoVersion | Unsound::Lacks(Lack::Unheard { .. }) => true,
                Unsound::Lacks(Lack::Owed(_)) => {
                    decision.ancestors(adoption.version).into_iter().all(is_seen)
                }
                Unsound::Lacks(_) => is_seen(adoption.version),
            };
            match is_told {
                true => self.say_unsound(decision, &why),
                false => Ok(words().decision_contested_hidden()),
            }
        });
        let is_contested_by_me =
            to.is_some_and(|me| decision.contested().iter().any(|(_, why)| can_settle(me, why)));
        let own_before = to.is_some_and(|me| {
            decision.own(me, version.id).next().is_none()
                && decision.stances.iter().any(|stance| stance.by == me && stance.version != version.id)
        });
        Ok(Some(Standing {
            version: version.id,
            heard: count.heard(),
            asked: count.parties.len(),
            contested: contested.collect::<Result<_, _>>()?,
            excused,
            voices,
            lack,
            is_contested_by_me,
            is_new_to_me: own_before,
        }))
    }

    /// How many of how many were heard of each of several decisions, as their pages say it today.
    pub fn heard(&self, decisions: &[DecisionRow]) -> Result<Vec<(usize, usize)>, Error> {
        let absent = self.absent()?;
        let heard = |row: &DecisionRow| -> Result<(usize, usize), Error> {
            let decision = self.decision(row.id)?;
            let Some(version) = decision.current() else { return Ok((0, 0)) };
            let (count, _) = counted(&decision, version, &absent);
            Ok((count.heard(), count.parties.len()))
        };
        decisions.iter().map(heard).collect()
    }

    fn absent(&self) -> Result<HashMap<MemberId, Absence>, Error> {
        Ok(self.board().absent(self.today())?)
    }

    /// What stands in the way of adopting a version, in a sentence.
    fn lack(
        &self,
        decision: &Decision,
        version: &Version,
        excused: &[Excused],
        me: Option<MemberId>,
    ) -> Result<Option<String>, Error> {
        let (Some(me), true) = (me, decision.state().is_open()) else { return Ok(None) };
        let week = self.board().terms()?.week();
        let asks = Asks { me, now: self.now(), week, took: None };
        let why = obstacle(decision, version, excused, &asks);
        // What became of the advice is asked for when it is adopted.
        let why = why.filter(|why| *why != NoDecision::Lacks(Lack::NoTook));
        Ok(why.map(|why| self.refused(&Refusal::Decision { decision: decision.id, why }).message))
    }

    fn say_unsound(&self, decision: &Decision, why: &Unsound) -> Result<String, Error> {
        let words = words();
        let named = |members: &[MemberId]| -> Result<String, Error> {
            let names = self.board().names(members.iter().map(|member| (*member).into()))?;
            Ok(members.iter().map(|member| names.name(*member)).collect::<Vec<_>>().join(", "))
        };
        Ok(match why {
            Unsound::Lacks(Lack::Objects(members)) => words.decision_contested_objects(named(members)?),
            Unsound::Amended(heads) => {
                let by: Vec<MemberId> = heads
                    .iter()
                    .filter_map(|head| decision.version(*head))
                    .map(|version| version.by)
                    .collect();
                words.decision_contested_amended(named(&by)?)
            }
            Unsound::NoVersion => words.decision_contested_unknown(),
            Unsound::Lacks(lack) => {
                let why = NoDecision::Lacks(lack.clone());
                let refused = self.refused(&Refusal::Decision { decision: decision.id, why });
                words.decision_contested_lacks(refused.message)
            }
        })
    }
}

/// What was said to the version to show by those who are asked, and who of the parties is not: as the adoption says, or by who
/// is absent today.
fn counted<'d>(
    decision: &'d Decision,
    version: &Version,
    absent: &HashMap<MemberId, Absence>,
) -> (Count<'d>, Vec<Excused>) {
    let adoption = decision.adopted();
    let excused = match adoption {
        Some(adoption) => adoption.excused.clone(),
        None => excused(decision, version.id, |member| absent.get(&member).copied()),
    };
    (decision.count(version.id, &excused, adoption.map(|adoption| adoption.id)), excused)
}

/// Whether another word of somebody settles why an adoption does not hold: where it is theirs that is in the way or missing.
/// A vote that does not carry is settled by any voice.
fn can_settle(member: MemberId, why: &Unsound) -> bool {
    match why {
        Unsound::NoVersion | Unsound::Amended(_) => false,
        Unsound::Lacks(lack) => match lack {
            Lack::Objects(by) | Lack::Owed(by) | Lack::Unheard { missing: by, .. } => by.contains(&member),
            Lack::NomineeYes(nominee) => *nominee == member,
            Lack::NotCarried { .. } | Lack::Level => true,
            Lack::NoNominee | Lack::NoTrial | Lack::NoTook | Lack::NotProposer => false,
        },
    }
}

fn order(voice: &Voice) -> u8 {
    match (&voice.said, &voice.owed) {
        (Some(stance), _) if stance.word == Word::Objection => 0,
        (_, Some(_)) => 1,
        (Some(stance), _) if stance.reason.is_some() => 2,
        (Some(_), _) => 3,
        (None, None) if voice.spoke => 4,
        (None, None) => 5,
    }
}
