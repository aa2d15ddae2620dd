//! Agreements: drafting one, amending it, one's own yes, leaving, ending it, and finding it right as it is.

use super::{Decide, Draft, NO_DAYS, Needs, Refusal, Scene, list, maybe, said, title};
use crate::domain::agreement::{
    Agreement, AgreementKind, EXIT_MOST, PARTIES_LEAST, Standing, Version, Withdrawal, Wording,
};
use crate::domain::calendar::{Day, known};
use crate::domain::decision::Outcome;
use crate::domain::event::{
    AgreementAgreed, AgreementAmended, AgreementDrafted, AgreementLeft, AgreementReviewed, AgreementWithdrawn,
};
use crate::domain::id::{AgreementId, DecisionId, MemberId, RecordId, SubjectId};
use crate::domain::pairing::last_day;

/// Why something cannot be done with an agreement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoAgreement {
    Over,
    /// Only who is named agrees to what partners owe each other, and only whom it binds renews or ends it.
    NoParty,
    AgreedAlready,
    /// A later version replaces the one that was meant.
    AmendedSince,
    /// Versions were written apart, and nobody's yes makes one of them the one.
    AmendedApart,
    LeavesAlready,
    /// It says how long before one says so.
    LeavesTooSoon(Day),
    /// It was proposed by somebody else, and binds nobody yet.
    TheirsToWithdraw(MemberId),
    WithdrawnAlready,
    /// Not all have agreed to it.
    NotInForce,
}

/// Why a decision did not write what somebody says that it wrote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DidNotWrite {
    /// It is not adopted, or not any more.
    NotAdopted,
    /// It says something else.
    SaysOther,
    /// Who writes it down was not one of those who decided it.
    OfOthers,
}

/// To write one down. Who writes it down is one of its parties, and agrees to it by that.
#[derive(Debug, Clone, PartialEq)]
pub struct DraftAgreement {
    pub id: AgreementId,
    pub kind: AgreementKind,
    pub wording: Wording,
}

impl Decide for DraftAgreement {
    fn needs(&self) -> Needs<'_> {
        Needs::new(named(&self.wording).chain([self.id.into()]), self.wording.review)
            .decided_in(self.wording.decision)
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        scene.unknown(self.id)?;
        let said = written(&self.wording, self.kind, scene)?;
        let drafted = AgreementDrafted::of(self.kind, said);
        Ok(vec![Draft::new(self.id, drafted)])
    }
}

/// To write all of one anew. It replaces whatever is proposed, and what is in force once all agree.
#[derive(Debug, Clone, PartialEq)]
pub struct AmendAgreement {
    pub agreement: AgreementId,
    pub wording: Wording,
}

impl Decide for AmendAgreement {
    fn needs(&self) -> Needs<'_> {
        Needs::new(named(&self.wording).chain([self.agreement.into()]), self.wording.review)
            .everybody_in(self.agreement)
            .decided_in(self.wording.decision)
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        let (agreement, standing) = live(scene, self.agreement)?;
        may_take_part(scene, agreement, &standing)?;
        let said = written(&self.wording, agreement.kind, scene)?;
        let heads: Vec<&Version> = if standing.open.is_empty() {
            standing.in_force.into_iter().collect()
        } else {
            standing.open.clone()
        };
        // That no decision is named does not change what was decided.
        let is_same = |wording: &Wording| {
            *wording == Wording { decision: said.decision.or(wording.decision), ..said.clone() }
        };
        if let [only] = heads.as_slice()
            && is_same(&only.wording)
        {
            return Err(Refusal::NothingToChange(self.agreement.into()));
        }
        // What is in force was perhaps written apart from what is proposed.
        let mut replaced: Vec<RecordId> = heads.iter().map(|version| version.id).collect();
        replaced.extend(standing.in_force.map(|version| version.id).filter(|id| !replaced.contains(id)));
        let no_part = |member: &MemberId| standing.is_gone(*member) && !said.parties.contains(member);
        let without = agreement.everybody().into_iter().filter(no_part).collect();
        let amended = AgreementAmended::of(without, said);
        Ok(vec![Draft::new(self.agreement, amended).ending(replaced)])
    }
}

/// To agree to one. Without a version it is what is proposed, and what is in force where nothing is.
#[derive(Debug, Clone, PartialEq)]
pub struct AgreeTo {
    pub agreement: AgreementId,
    pub version: Option<RecordId>,
}

impl Decide for AgreeTo {
    fn needs(&self) -> Needs<'_> {
        Needs::new([self.agreement.into()], NO_DAYS).everybody_in(self.agreement)
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        let (agreement, standing) = live(scene, self.agreement)?;
        may_take_part(scene, agreement, &standing)?;
        let version = self.meant(scene.me, agreement, &standing)?;
        let takes_back = agreement.leaves_on(scene.me).is_some();
        if agreement.has_agreed(scene.me, version.id) && !takes_back {
            return Err(no(self.agreement, NoAgreement::AgreedAlready));
        }
        let left = agreement.left.iter().filter(|left| left.member == scene.me).map(|left| left.record);
        Ok(vec![Draft::new(self.agreement, AgreementAgreed { version: version.id }).ending(left)])
    }
}

impl AgreeTo {
    fn meant<'a>(
        &self,
        me: MemberId,
        agreement: &Agreement,
        standing: &Standing<'a>,
    ) -> Result<&'a Version, Refusal> {
        let in_force = standing.in_force;
        if let Some(id) = self.version {
            if let Some(version) = in_force.filter(|version| version.id == id) {
                return Ok(version);
            }
            if standing.is_apart() {
                return Err(no(self.agreement, NoAgreement::AmendedApart));
            }
            let open = standing.open.iter().copied().find(|version| version.id == id);
            return open.ok_or(no(self.agreement, NoAgreement::AmendedSince));
        }
        let meant = agreement.yes_goes_to(me, standing);
        meant.ok_or(no(self.agreement, NoAgreement::AmendedApart))
    }
}

/// To be bound by one no more: at once where it does not bind one yet, else after the days that it says.
#[derive(Debug, Clone, PartialEq)]
pub struct LeaveAgreement {
    pub agreement: AgreementId,
    pub on: Option<Day>,
}

impl Decide for LeaveAgreement {
    fn needs(&self) -> Needs<'_> {
        Needs::new([self.agreement.into()], self.on).everybody_in(self.agreement)
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        let (agreement, standing) = live(scene, self.agreement)?;
        if !agreement.is_party(scene.me, &standing) {
            return Err(no(self.agreement, NoAgreement::NoParty));
        }
        let notice = match standing.in_force {
            Some(version) if standing.is_bound(scene.me) => version.wording.exit.unwrap_or_default(),
            _ => 0,
        };
        let earliest = last_day(scene.today, notice).and_then(known).ok_or(Refusal::NoSuchDay)?;
        let on = self.on.unwrap_or(earliest);
        if on < earliest {
            return Err(no(self.agreement, NoAgreement::LeavesTooSoon(earliest)));
        }
        if agreement.leaves_on(scene.me).is_some_and(|said| said <= on) {
            return Err(no(self.agreement, NoAgreement::LeavesAlready));
        }
        Ok(vec![Draft::new(self.agreement, AgreementLeft { on })])
    }
}

/// To want it to bind nobody. What is in force ends by the word of all whom it binds; what is proposed by that of who
/// proposed it.
#[derive(Debug, Clone, PartialEq)]
pub struct WithdrawAgreement {
    pub agreement: AgreementId,
    pub why: String,
}

impl Decide for WithdrawAgreement {
    fn needs(&self) -> Needs<'_> {
        Needs::new([self.agreement.into()], NO_DAYS).everybody_in(self.agreement)
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        let (agreement, standing) = live(scene, self.agreement)?;
        let why = said(&self.why)?;
        // One's own proposal goes first: what is in force may stay.
        let mine = standing.open.iter().copied().find(|version| version.by == scene.me);
        let version = match (mine, standing.in_force) {
            (Some(version), _) => version,
            (None, Some(version)) if standing.is_bound(scene.me) => version,
            (None, Some(_)) => return Err(no(self.agreement, NoAgreement::NoParty)),
            (None, None) => {
                let by = standing.open.first().map_or(scene.me, |version| version.by);
                return Err(no(self.agreement, NoAgreement::TheirsToWithdraw(by)));
            }
        };
        let wants = |one: &Withdrawal| one.version == version.id && one.member == scene.me;
        if agreement.withdrawals.iter().any(wants) {
            return Err(no(self.agreement, NoAgreement::WithdrawnAlready));
        }
        Ok(vec![Draft::new(self.agreement, AgreementWithdrawn { version: version.id, why })])
    }
}

/// To find what is in force right as it is, until it is looked at again.
#[derive(Debug, Clone, PartialEq)]
pub struct RenewAgreement {
    pub agreement: AgreementId,
    pub next: Day,
}

impl Decide for RenewAgreement {
    fn needs(&self) -> Needs<'_> {
        Needs::new([self.agreement.into()], [self.next]).everybody_in(self.agreement)
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        let (_, standing) = live(scene, self.agreement)?;
        let version = standing.in_force.ok_or(no(self.agreement, NoAgreement::NotInForce))?;
        if !standing.is_bound(scene.me) {
            return Err(no(self.agreement, NoAgreement::NoParty));
        }
        if self.next <= scene.today {
            return Err(Refusal::InThePast(self.next));
        }
        if standing.review == Some(self.next) && standing.without.is_empty() {
            return Err(Refusal::NothingToChange(self.agreement.into()));
        }
        let (version, next, without) = (version.id, self.next, standing.without);
        Ok(vec![Draft::new(self.agreement, AgreementReviewed { version, next, without })])
    }
}

fn no(agreement: AgreementId, why: NoAgreement) -> Refusal {
    Refusal::Agreement { agreement, why }
}

/// What a decision came to that holds.
fn came_to(scene: &Scene, id: DecisionId) -> Result<Option<Outcome>, Refusal> {
    let decision = scene.decision(id)?;
    let other = decision.replaced.and_then(|(into, _)| scene.decision(into).ok());
    Ok(decision.came_to(other))
}

/// Whom it names.
fn named(wording: &Wording) -> impl Iterator<Item = SubjectId> {
    wording.parties.iter().map(|member| SubjectId::from(*member))
}

/// An agreement that is not over, and how it stands.
fn live(scene: &Scene, id: AgreementId) -> Result<(&Agreement, Standing<'_>), Refusal> {
    let agreement = scene.agreement(id)?;
    let standing = agreement.standing(
        scene.today,
        |member| scene.member_here(member).is_ok(),
        |decision| came_to(scene, decision.into()).ok()?,
    );
    if standing.state.is_over() {
        return Err(no(id, NoAgreement::Over));
    }
    Ok((agreement, standing))
}

/// Whoever is of the team takes part where nobody can be kept out; partners are named, also those who left.
fn may_take_part(scene: &Scene, agreement: &Agreement, standing: &Standing<'_>) -> Result<(), Refusal> {
    if agreement.may_take_part(scene.me, standing) {
        return Ok(());
    }
    Err(no(agreement.id, NoAgreement::NoParty))
}

/// What it says, as it is kept. Who writes it is one of its parties.
fn written(wording: &Wording, kind: AgreementKind, scene: &Scene) -> Result<Wording, Refusal> {
    let mut parties: Vec<MemberId> = Vec::with_capacity(wording.parties.len() + 1);
    for member in wording.parties.iter().copied().chain([scene.me]) {
        scene.member_here(member)?;
        if !parties.contains(&member) {
            parties.push(member);
        }
    }
    if parties.len() < PARTIES_LEAST {
        return Err(Refusal::AgreesAlone);
    }
    let decides = wording.way.is_some() || wording.quorum.is_some() || wording.silence.is_some();
    if decides && kind != AgreementKind::Governance {
        return Err(Refusal::WayOfNone);
    }
    if wording.quorum.is_some_and(|quorum| quorum == 0) {
        return Err(Refusal::QuorumOfNobody);
    }
    if wording.exit.is_some_and(|days| days > EXIT_MOST) {
        return Err(Refusal::NoSuchDay);
    }
    if let Some(review) = wording.review.filter(|review| *review < scene.today) {
        return Err(Refusal::InThePast(review));
    }
    let (title, text) = (title(&wording.title)?, said(&wording.text)?);
    if let Some(decision) = wording.decision {
        let why = match came_to(scene, decision.into())? {
            None => Some(DidNotWrite::NotAdopted),
            Some(decided) if decided.title != title || decided.text != text => Some(DidNotWrite::SaysOther),
            Some(decided) if !decided.members.contains(&scene.me) => Some(DidNotWrite::OfOthers),
            Some(_) => None,
        };
        why.map_or(Ok(()), |why| Err(Refusal::DidNotWrite { decision: decision.into(), why }))?;
    }
    Ok(Wording {
        title,
        text,
        parties,
        about: list(&wording.about)?,
        way: wording.way,
        quorum: wording.quorum,
        silence: wording.silence,
        criteria: maybe(&wording.criteria)?,
        duties: maybe(&wording.duties)?,
        share: maybe(&wording.share)?,
        exit: wording.exit,
        dispute: maybe(&wording.dispute)?,
        review: wording.review,
        decision: wording.decision,
    })
}
