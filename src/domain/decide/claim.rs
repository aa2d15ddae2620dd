//! Claims and handovers: who promises what. Nobody can promise for another.

use super::{Decide, Draft, MemberId, NO_DAYS, Needs, Refusal, Scene, Task, TaskId, maybe, said};
use crate::domain::event::{
    Event, OfferAccepted, OfferDeclined, OfferWithdrawn, TaskClaimed, TaskGivenBack, TaskOffered, TaskRenewed,
};
use crate::domain::id::RecordId;
use crate::domain::task::{self, End, Part};

/// How a task is claimed.
#[derive(Debug, Clone, PartialEq)]
pub enum ClaimAs {
    Lead,
    /// As its lead, unless somebody else leads a task that looks like the same work: whoever asked was not told of it.
    LeadUnlessAlike,
    /// As a second lead beside one that is known, with the reason: both stand, and the team settles it.
    Contest(String),
    Helper,
}

/// A task that looks like the same work as another one, and who leads it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LedAlike {
    pub task: TaskId,
    pub lead: MemberId,
}

/// To promise a task, as its lead or as a helper.
#[derive(Debug, Clone, PartialEq)]
pub struct Claim {
    pub task: TaskId,
    pub part: ClaimAs,
}

impl Decide for Claim {
    fn needs(&self) -> Needs<'_> {
        let needs = Needs::new([self.task.into()], NO_DAYS);
        if self.part == ClaimAs::LeadUnlessAlike { needs.alike(self.task) } else { needs }
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        let task = scene.live_task(self.task)?;
        let mine = task.claim_of(scene.me);
        match (mine.map(|claim| claim.part), &self.part) {
            (Some(Part::Lead), _) => return Err(Refusal::AlreadyLead(self.task)),
            (Some(Part::Helper), ClaimAs::Helper) => return Err(Refusal::AlreadyHelping(self.task)),
            (Some(Part::Helper), ClaimAs::Lead | ClaimAs::LeadUnlessAlike | ClaimAs::Contest(_))
            | (None, _) => {}
        }
        let (part, contest) = match &self.part {
            ClaimAs::Lead | ClaimAs::LeadUnlessAlike => (Part::Lead, None),
            ClaimAs::Contest(reason) => (Part::Lead, Some(said(reason)?)),
            ClaimAs::Helper => (Part::Helper, None),
        };
        if matches!(self.part, ClaimAs::Lead | ClaimAs::LeadUnlessAlike)
            && let Some(lead) = task.leads().next()
        {
            return Err(Refusal::Taken {
                task: self.task,
                by: lead.member,
                lease: lead.lease,
                quiet: lead.is_quiet(scene.now),
            });
        }
        if self.part == ClaimAs::LeadUnlessAlike
            && let Some(alike) = scene.alike
        {
            return Err(Refusal::LooksLike { task: self.task, other: alike.task, by: alike.lead });
        }
        // A helper who becomes the lead has one claim, not two.
        Ok(vec![claimed(scene, task, part, contest, None).ending(own(scene, task))])
    }
}

/// One's own claim of a task.
pub(super) fn claimed(
    scene: &Scene,
    task: &Task,
    part: Part,
    contest: Option<String>,
    note: Option<String>,
) -> Draft {
    let saw = task.leads().map(|claim| claim.id).collect();
    let terms = scene.terms().lease();
    Draft::new(
        task.id,
        TaskClaimed {
            part,
            saw,
            lease: terms.from(scene.now),
            contest,
            note,
            by: None,
            at: None,
            ended: None,
            end: None,
            terms: terms.unless_default(),
            from: None,
        },
    )
}

/// All of one's own live claims.
pub(super) fn own(scene: &Scene, task: &Task) -> Vec<RecordId> {
    task.claims_of(scene.me).map(|claim| claim.id).collect()
}

/// One's own live claim, or who holds it instead.
fn mine<'t>(scene: &Scene, task: &'t Task) -> Result<&'t task::Claim, Refusal> {
    task.claim_of(scene.me)
        .ok_or_else(|| Refusal::NotYours { task: task.id, by: task.leads().next().map(|claim| claim.member) })
}

/// To say that one's claim still stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Renew {
    pub task: TaskId,
}

impl Decide for Renew {
    fn needs(&self) -> Needs<'_> {
        Needs::new([self.task.into()], NO_DAYS)
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        let task = scene.live_task(self.task)?;
        let claim = mine(scene, task)?.id;
        let terms = scene.terms().lease();
        let renewed = TaskRenewed {
            claim,
            lease: terms.from(scene.now),
            terms: terms.unless_default(),
            by: None,
            at: None,
            from: None,
        };
        Ok(vec![Draft::new(self.task, renewed)])
    }
}

/// To end one's own claim.
#[derive(Debug, Clone, PartialEq)]
pub struct GiveBack {
    pub task: TaskId,
    pub note: Option<String>,
}

impl Decide for GiveBack {
    fn needs(&self) -> Needs<'_> {
        Needs::new([self.task.into()], NO_DAYS)
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        let task = scene.live_task(self.task)?;
        let claim = mine(scene, task)?.id;
        Ok(vec![given_back(self.task, claim, End::GivenBack, maybe(&self.note)?).ending(own(scene, task))])
    }
}

/// The record that ends a claim: given back, or left behind.
pub(super) fn given_back(task: TaskId, claim: RecordId, end: End, note: Option<String>) -> Draft {
    Draft::new(task, TaskGivenBack { claim, end, note, by: None, at: None, from: None }).ending([claim])
}

/// To take over a claim that has gone quiet, with a note to its holder.
#[derive(Debug, Clone, PartialEq)]
pub struct TakeOver {
    pub task: TaskId,
    pub note: String,
}

impl Decide for TakeOver {
    fn needs(&self) -> Needs<'_> {
        Needs::new([self.task.into()], NO_DAYS)
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        let task = scene.live_task(self.task)?;
        if task.claim_of(scene.me).is_some_and(|claim| claim.part == Part::Lead) {
            return Err(Refusal::AlreadyLead(self.task));
        }
        if task.leads().next().is_none() {
            return Err(Refusal::NobodyLeads(self.task));
        }
        // All leads must be quiet: with one that is not, a take-over would only make a second overlap.
        if let Some(lead) = task.leads().find(|lead| !lead.is_quiet(scene.now)) {
            return Err(Refusal::NotQuiet { task: self.task, by: lead.member, lease: lead.lease });
        }
        let note = said(&self.note)?;
        let ends: Vec<RecordId> = task.leads().map(|claim| claim.id).chain(own(scene, task)).collect();
        Ok(vec![claimed(scene, task, Part::Lead, None, Some(note)).ending(ends)])
    }
}

/// To offer one's lead to another, who accepts or declines.
#[derive(Debug, Clone, PartialEq)]
pub struct Offer {
    pub task: TaskId,
    pub to: MemberId,
    pub note: Option<String>,
}

impl Decide for Offer {
    fn needs(&self) -> Needs<'_> {
        Needs::new([self.task.into(), self.to.into()], NO_DAYS)
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        let task = scene.live_task(self.task)?;
        scene.member_here(self.to)?;
        if self.to == scene.me {
            return Err(Refusal::OfferToSelf);
        }
        let claim = mine(scene, task)?;
        if claim.part != Part::Lead {
            return Err(Refusal::NotYours {
                task: self.task,
                by: task.leads().next().map(|claim| claim.member),
            });
        }
        if task.open_offers(scene.now).any(|offer| offer.to == self.to && offer.claim == claim.id) {
            return Err(Refusal::AlreadyOffered { task: self.task, to: self.to });
        }
        let event = TaskOffered {
            claim: claim.id,
            to: self.to,
            note: maybe(&self.note)?,
            by: None,
            at: None,
            from: None,
        };
        Ok(vec![Draft::new(self.task, event)])
    }
}

/// To take back what one has offered, to however many.
#[derive(Debug, Clone, PartialEq)]
pub struct Withdraw {
    pub task: TaskId,
}

impl Decide for Withdraw {
    fn needs(&self) -> Needs<'_> {
        Needs::new([self.task.into()], NO_DAYS)
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        let task = scene.live_task(self.task)?;
        let own = task.open_offers(scene.now).filter(|offer| offer.from == scene.me);
        let withdrawn: Vec<Draft> = own
            .map(|offer| offer.id)
            .map(|offer| {
                Draft::new(self.task, OfferWithdrawn { offer, by: None, at: None, from: None })
                    .ending([offer])
            })
            .collect();
        if withdrawn.is_empty() {
            return Err(Refusal::NoOffer { task: self.task, me: scene.me });
        }
        Ok(withdrawn)
    }
}

/// To accept a lead that was offered to oneself.
#[derive(Debug, Clone, PartialEq)]
pub struct Accept {
    pub task: TaskId,
}

impl Decide for Accept {
    fn needs(&self) -> Needs<'_> {
        Needs::new([self.task.into()], NO_DAYS)
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        let task = scene.live_task(self.task)?;
        let offer = offer_to_me(scene, task)?;
        let claim = task.leads().find(|claim| claim.id == offer.claim);
        let claim = claim.ok_or(Refusal::OfferOver { task: self.task })?.id;
        if task.claim_of(scene.me).is_some_and(|own| own.part == Part::Lead) {
            return Err(Refusal::AlreadyLead(self.task));
        }
        let given = task.leads().filter(|lead| lead.member == offer.from).map(|lead| lead.id);
        let ends = [offer.id].into_iter().chain(given).chain(own(scene, task));
        let terms = scene.terms().lease();
        let lease = terms.from(scene.now);
        let event = Event::from(OfferAccepted {
            offer: offer.id,
            claim,
            lease,
            terms: terms.unless_default(),
            by: None,
            at: None,
            from: None,
        });
        Ok(vec![Draft::new(self.task, event).ending(ends)])
    }
}

/// To decline a lead that was offered to oneself.
#[derive(Debug, Clone, PartialEq)]
pub struct Decline {
    pub task: TaskId,
    pub reason: Option<String>,
}

impl Decide for Decline {
    fn needs(&self) -> Needs<'_> {
        Needs::new([self.task.into()], NO_DAYS)
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        let task = scene.live_task(self.task)?;
        let offer = offer_to_me(scene, task)?.id;
        let event = Event::from(OfferDeclined {
            offer,
            reason: maybe(&self.reason)?,
            by: None,
            at: None,
            from: None,
        });
        Ok(vec![Draft::new(self.task, event).ending([offer])])
    }
}

fn offer_to_me<'t>(scene: &Scene, task: &'t Task) -> Result<&'t task::Offer, Refusal> {
    if let Some(offer) = task.open_offers(scene.now).find(|offer| offer.to == scene.me) {
        return Ok(offer);
    }
    let lapsed = task.offers.iter().rev().find(|offer| offer.to == scene.me && offer.reply.is_none());
    Err(match lapsed {
        Some(offer) => Refusal::OfferLapsed { task: task.id, from: offer.from },
        None => Refusal::NoOffer { task: task.id, me: scene.me },
    })
}
