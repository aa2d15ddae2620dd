//! An agreement in words, for its page in the terminal and at the command line.

use super::{Error, ErrorKind, Session};
use crate::domain::agreement::{Agreement, AgreementState, Options, Standing, Version, Wording};
use crate::domain::calendar::{At, Day};
use crate::domain::decide::{DidNotWrite, NoAgreement, Refusal};
use crate::domain::decision::DecisionKind;
use crate::domain::folding::folded;
use crate::domain::id::{AgreementId, DecisionId, MemberId, SubjectId};
use crate::domain::names::Names;
use crate::domain::spoken;
use crate::insight::listed;
use crate::words::words;

/// All that a page says of an agreement.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ToldAgreement {
    pub title: String,
    /// Labels and texts of what is in force, or of the only thing that is proposed.
    pub fields: Vec<(String, String)>,
    /// What is proposed besides: below one another, so that old and new can be read together.
    pub versions: Vec<ToldVersion>,
    /// Whether those were written apart.
    pub is_apart: bool,
}

/// A version that is proposed.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ToldVersion {
    pub heading: String,
    /// What it says otherwise than what is in force, and who agreed.
    pub fields: Vec<(String, String)>,
}

/// Somebody about to be told of an agreement.
struct Telling<'a> {
    session: &'a Session,
    names: Names,
    agreement: &'a Agreement,
    standing: Standing<'a>,
}

impl Session {
    /// Whom an agreement names where nobody else was said: everybody of the team.
    pub fn everybody_here(&self) -> Result<Vec<MemberId>, Error> {
        Ok(self.board().joined_since(At::START, usize::MAX / 4)?)
    }

    /// What an amendment begins with: what is proposed, else what is in force, for those who are still a part of it and those
    /// who joined.
    pub fn proposal(&self, id: AgreementId) -> Result<Wording, Error> {
        let agreement = self.agreement(id)?;
        let standing = self.board().standing(&agreement, self.today())?;
        let last = standing.open.last().copied().or(standing.in_force).or(agreement.versions.last());
        let mut wording = last.map(|version| version.wording.clone()).unwrap_or_default();
        wording.parties.retain(|member| !standing.is_gone(*member));
        for member in &standing.bound {
            if !wording.parties.contains(member) {
                wording.parties.push(*member);
            }
        }
        // What is amended is not what was decided any more.
        wording.decision = None;
        // A day that is over would be refused.
        wording.review = wording.review.filter(|review| *review >= self.today());
        Ok(wording)
    }

    /// What is in force of an agreement, and whom it binds.
    pub fn in_force(&self, id: AgreementId) -> Result<(Wording, Vec<MemberId>), Error> {
        let agreement = self.agreement(id)?;
        let standing = self.board().standing(&agreement, self.today())?;
        match standing.in_force.filter(|_| standing.state == AgreementState::InForce) {
            Some(version) => Ok((version.wording.clone(), standing.bound)),
            None => {
                let why = NoAgreement::NotInForce;
                Err(self.refused(&Refusal::Agreement { agreement: id, why }))
            }
        }
    }

    /// What is to be written down because of a decision that holds, unless an agreement says it already.
    pub fn to_write_down(&self, id: DecisionId) -> Result<Wording, Error> {
        if self.board().outcome(id)?.is_none() {
            return Err(self.refused(&Refusal::DidNotWrite { decision: id, why: DidNotWrite::NotAdopted }));
        }
        if let Some(there) = self.written_down(id)? {
            let there = self.board().handle_of(there)?;
            let message = words().agreement_says_already(&there, self.board().handle_of(id)?);
            let hint = Some(format!("setara show {there}"));
            return Err(Error::new(ErrorKind::Refused, message, hint));
        }
        self.decided_wording(id)
    }

    /// The agreement in force that a decision wrote.
    pub fn written_down(&self, id: DecisionId) -> Result<Option<AgreementId>, Error> {
        Ok(self.board().agreement_by(id, self.today())?)
    }

    /// What an agreement says that a decision wrote, for those of the team who decided it. Where that does not hold, the
    /// words of its last version: writing them down says why it is not done.
    pub fn decided_wording(&self, id: DecisionId) -> Result<Wording, Error> {
        let decision = self.decision(id)?;
        let (title, text, members) = match self.board().outcome(id)? {
            Some(outcome) => (outcome.title, outcome.text, outcome.members),
            None => {
                let version = decision.current();
                let title = version.map(|version| version.title.clone()).unwrap_or_default();
                let text = version.and_then(|version| version.text.clone()).unwrap_or_else(|| title.clone());
                (title, text, decision.parties(None))
            }
        };
        let here = self.board().members_here()?;
        let mut parties: Vec<MemberId> = members.into_iter().filter(|member| here.contains(member)).collect();
        let names = self.board().names(parties.iter().map(|member| SubjectId::from(*member)))?;
        parties.sort_by_key(|member| folded(names.name(*member)));
        Ok(Wording { title, text, parties, decision: Some(id.into()), ..Wording::default() })
    }

    /// An agreement that is on the board.
    pub fn agreement(&self, id: AgreementId) -> Result<Agreement, Error> {
        self.board().agreement(id)?.ok_or_else(|| self.refused(&Refusal::Gone(id.into())))
    }

    /// What whoever acts could do about an agreement.
    pub fn options(&self, agreement: &Agreement) -> Result<Options, Error> {
        let Some(me) = self.me() else { return Ok(Options::default()) };
        let standing = self.board().standing(agreement, self.today())?;
        Ok(agreement.options(me, &standing))
    }

    /// How many have to be heard where it is decided as this agreement says, if that is in force and says so.
    pub fn agreed_quorum(&self, under: AgreementId, kind: DecisionKind) -> Result<Option<u32>, Error> {
        let agreement = self.agreement(under)?;
        let standing = self.board().standing(&agreement, self.today())?;
        let in_force = standing.in_force.filter(|_| standing.state == AgreementState::InForce);
        Ok(in_force.filter(|_| kind.counts_quorum()).and_then(|version| version.wording.quorum))
    }

    /// What a page says of an agreement today.
    pub fn tell_agreement(&self, agreement: &Agreement) -> Result<ToldAgreement, Error> {
        let standing = self.board().standing(agreement, self.today())?;
        let mut people = agreement.everybody();
        people.extend(agreement.origin.map(|origin| origin.by));
        people.extend(agreement.versions.iter().map(|version| version.by));
        people.extend(agreement.withdrawals.iter().map(|one| one.member));
        let people = people.into_iter().map(SubjectId::from);
        let names = self.board().names(people.chain(agreement.decisions()))?;
        Ok(Telling { session: self, names, agreement, standing }.all())
    }
}

impl Telling<'_> {
    fn all(&self) -> ToldAgreement {
        let (agreement, standing) = (self.agreement, &self.standing);
        let only = match standing.open.as_slice() {
            [only] => Some(*only),
            _ => None,
        };
        let Some(shown) = standing.in_force.or(only).or(agreement.versions.last()) else {
            return ToldAgreement::default();
        };
        let mut fields = vec![(words().agreement_label_stands(), self.state())];
        fields.push((words().agreement_label_kind(), words().agreement_kind(agreement.kind.as_str())));
        fields.extend(self.wording(shown, None));
        if let Some(origin) = agreement.origin {
            let by = words().agreement_by(self.names.name(origin.by), self.date_of(origin.at));
            fields.push((words().agreement_label_by(), by));
        }
        fields.extend(self.decided(shown));
        if standing.in_force.is_some() || only.is_some() {
            fields.extend(self.agreed(shown));
        }
        if let Some(review) = standing.review.or(shown.wording.review) {
            fields.push((words().agreement_label_review(), self.date(review)));
        }
        for member in agreement.everybody() {
            if let Some(day) = agreement.leaves_on(member) {
                let leaves = words().agreement_leaves(self.names.name(member), self.date(day));
                fields.push((words().agreement_label_left(), leaves));
            }
        }
        for one in agreement.withdrawals.iter().filter(|one| one.version == shown.id) {
            let wants = words().agreement_wants_end(self.names.name(one.member), &one.why);
            fields.push((words().agreement_label_ending(), wants));
        }
        let besides = standing.open.iter().filter(|version| version.id != shown.id);
        ToldAgreement {
            title: shown.wording.title.clone(),
            fields: fields.into_iter().filter(|(_, text)| !text.is_empty()).collect(),
            versions: besides.map(|version| self.version(version, shown)).collect(),
            is_apart: standing.is_apart(),
        }
    }

    fn state(&self) -> String {
        let state = words().agreement_state(self.standing.state.as_str());
        match (self.standing.in_force, self.standing.open.len()) {
            (Some(_), asked @ 1..) => words().agreement_proposed_too(state, asked),
            _ => state,
        }
    }

    /// What a version says, or of it what another does not say.
    fn wording(&self, version: &Version, other: Option<&Version>) -> Vec<(String, String)> {
        let words = words();
        let own = |text: &Option<String>| text.clone().unwrap_or_default();
        let all = |version: &Version| {
            let said = &version.wording;
            let parties = self.agreement.parties_of(version, &self.standing);
            [
                (words.agreement_label_text(), said.text.clone()),
                (words.agreement_label_about(), said.about.join(", ")),
                (words.agreement_label_way(), way(said)),
                (words.agreement_label_criteria(), own(&said.criteria)),
                (words.agreement_label_duties(), own(&said.duties)),
                (words.agreement_label_share(), own(&said.share)),
                (
                    words.agreement_label_exit(),
                    said.exit.map(|days| words.agreement_exit(days)).unwrap_or_default(),
                ),
                (words.agreement_label_dispute(), own(&said.dispute)),
                (words.agreement_label_parties(), self.people(parties.into_iter())),
            ]
        };
        let before = other.map(all);
        let is_new = |n: usize, text: &String| before.as_ref().is_none_or(|before| before[n].1 != *text);
        let fields = all(version).into_iter().enumerate();
        fields.filter(|(n, (_, text))| is_new(*n, text)).map(|(_, field)| field).collect()
    }

    /// What is proposed besides what is shown: its title and day too, where they are others.
    fn version(&self, version: &Version, shown: &Version) -> ToldVersion {
        let number = self.agreement.number(version.id);
        let heading =
            words().agreement_version(number, self.names.name(version.by), self.date_of(version.at));
        let mut fields = Vec::new();
        if version.wording.title != shown.wording.title {
            fields.push((words().agreement_label_title(), version.wording.title.clone()));
        }
        fields.extend(self.wording(version, Some(shown)));
        if let Some(review) = version.wording.review.filter(|review| Some(*review) != shown.wording.review) {
            fields.push((words().agreement_label_review(), self.date(review)));
        }
        fields.extend(self.decided(version));
        fields.extend(self.agreed(version));
        ToldVersion { heading, fields }
    }

    /// The decision that wrote a version, and whom that binds.
    fn decided(&self, version: &Version) -> Vec<(String, String)> {
        let Some(decision) = version.wording.decision else { return Vec::new() };
        let words = words();
        let said = words.page_task_line(self.names.handle(decision), self.names.name(decision));
        let label = words.agreement_label_decision();
        match self.standing.wrote(version) {
            None => vec![(label, words.agreement_decision_off(said))],
            Some(_) if self.standing.in_force.is_none_or(|it| it.id != version.id) => vec![(label, said)],
            Some(_) => {
                let bound = self.people(self.standing.bound.iter().copied());
                vec![(label, said), (words.agreement_label_bound(), bound)]
            }
        }
    }

    /// Who agreed to a version, n of m, and whose yes is missing.
    fn agreed(&self, version: &Version) -> Vec<(String, String)> {
        let yes = self.agreement.yes.iter().filter(|yes| yes.version == version.id).map(|yes| yes.member);
        let agreed: Vec<MemberId> = yes.filter(|member| !self.standing.is_gone(*member)).collect();
        let owed = self.agreement.owed(version, &self.standing);
        if owed.is_empty() && self.standing.wrote(version).is_some() {
            return Vec::new();
        }
        let count = words().agreement_count(agreed.len(), agreed.len() + owed.len());
        let mut fields = vec![(
            words().agreement_label_agreed(),
            match agreed.is_empty() {
                true => count,
                false => words().agreement_agreed(count, self.people(agreed.into_iter())),
            },
        )];
        if !self.standing.state.is_over() && !owed.is_empty() {
            fields.push((words().agreement_label_owed(), self.people(owed.into_iter())));
        }
        fields
    }

    fn people(&self, members: impl Iterator<Item = MemberId>) -> String {
        let names: Vec<&str> = members.map(|member| self.names.name(member)).collect();
        listed(names.into_iter())
    }

    fn date(&self, day: Day) -> String {
        spoken::date(day, self.session.today())
    }

    fn date_of(&self, at: At) -> String {
        self.date(spoken::local_day(at, self.session.environment().offset_at(at)))
    }
}

/// How what it is about is decided.
fn way(said: &Wording) -> String {
    let Some(way) = said.way else { return String::new() };
    let mut text = words().agreement_way(way.as_str());
    if let Some(quorum) = said.quorum {
        text = words().agreement_way_quorum(text, quorum);
    }
    if said.silence == Some(true) {
        text = words().agreement_way_silence(text);
    }
    text
}
