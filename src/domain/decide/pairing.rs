//! Pairings: who is whose buddy. One offers oneself, the other says yes or no, and either ends it.

use super::{Decide, Draft, MemberId, NO_DAYS, Needs, Refusal, Scene};
use crate::domain::calendar::{Day, known};
use crate::domain::event::{
    PairingAccepted, PairingDeclined, PairingEnded, PairingOffered, PairingWithdrawn,
};
use crate::domain::id::{PairingId, RecordId};
use crate::domain::pairing::{PAIRING_DAYS_MOST, Pairing, PairingKind, Stage};
use crate::domain::subject::{Fold, Subject};

/// What stands in the way of a pairing with another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoPairing {
    Oneself,
    /// One has offered it already, and they have not answered.
    Offered,
    /// They have offered it themselves.
    OffersThemselves,
    Paired,
    /// Only whoever was asked can answer.
    TheirsToAnswer,
    /// They have offered nothing, or took it back.
    NoOffer,
    /// There is nothing that could be ended.
    NotPaired,
}

/// To offer oneself to another, until a day or for so many days after their yes. Nobody offers another.
#[derive(Debug, Clone, PartialEq)]
pub struct OfferPairing {
    pub id: PairingId,
    pub kind: PairingKind,
    pub with: MemberId,
    pub until: Option<Day>,
    pub days: Option<u32>,
}

impl Decide for OfferPairing {
    fn needs(&self) -> Needs<'_> {
        Needs::new([self.id.into(), self.with.into()], self.until).paired_with(self.with)
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        scene.unknown(self.id)?;
        let no = |why| Err(Refusal::Pairing { with: self.with, why });
        if self.with == scene.me {
            return no(NoPairing::Oneself);
        }
        scene.member_here(self.with)?;
        if let Some(until) = self.until.filter(|until| *until < scene.today) {
            return Err(Refusal::InThePast(until));
        }
        if self.days.is_some_and(|days| !(1..=PAIRING_DAYS_MOST).contains(&days)) {
            return Err(Refusal::NoSuchDay);
        }
        for pairing in scene.pairings_with(self.with, self.kind) {
            if pairing.stands(scene.today) {
                return no(NoPairing::Paired);
            }
            if pairing.is_offered(scene.today) {
                let is_mine = pairing.buddy() == Some(scene.me);
                return no(if is_mine { NoPairing::Offered } else { NoPairing::OffersThemselves });
            }
        }
        let offered = PairingOffered {
            kind: self.kind,
            with: self.with,
            until: self.until,
            days: self.days,
            by: None,
            at: None,
            from: None,
        };
        Ok(vec![Draft::new(self.id, offered)])
    }
}

/// To say yes or no to somebody who offered themselves.
#[derive(Debug, Clone, PartialEq)]
pub struct AnswerPairing {
    pub from: MemberId,
    pub yes: bool,
}

impl Decide for AnswerPairing {
    fn needs(&self) -> Needs<'_> {
        Needs::new([self.from.into()], NO_DAYS).paired_with(self.from)
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        let no = |why| Refusal::Pairing { with: self.from, why };
        let open: Vec<&Pairing> = scene
            .pairings_with(self.from, PairingKind::Buddy)
            .filter(|pairing| pairing.is_offered(scene.today))
            .collect();
        let Some(pairing) = open.iter().find(|pairing| pairing.with == Some(scene.me)) else {
            return Err(no(match open.first() {
                Some(_) => NoPairing::TheirsToAnswer,
                None => NoPairing::NoOffer,
            }));
        };
        let offer = offer(pairing).ok_or(no(NoPairing::NoOffer))?;
        if !self.yes {
            return Ok(vec![Draft::new(
                pairing.id,
                PairingDeclined { offer, by: None, at: None, from: None },
            )]);
        }
        scene.member_here(self.from)?;
        let ends = pairing.would_end(scene.today).and_then(known).ok_or(Refusal::NoSuchDay)?;
        let accepted = PairingAccepted { offer, ends, by: None, at: None, from: None };
        Ok(vec![Draft::new(pairing.id, accepted)])
    }
}

/// To end a pairing with another, or to take back that one offered oneself. No reason is asked.
#[derive(Debug, Clone, PartialEq)]
pub struct EndPairing {
    pub with: MemberId,
}

impl Decide for EndPairing {
    fn needs(&self) -> Needs<'_> {
        Needs::new([self.with.into()], NO_DAYS).paired_with(self.with)
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        let mut drafts = Vec::new();
        // Two that were begun apart end together.
        for pairing in scene.pairings_with(self.with, PairingKind::Buddy) {
            let Some(offer) = offer(pairing) else { continue };
            if pairing.stands(scene.today) {
                let ended = PairingEnded { offer, by: None, at: None, from: None };
                drafts.push(Draft::new(pairing.id, ended));
            } else if pairing.stage() == Stage::Offered && pairing.buddy() == Some(scene.me) {
                let withdrawn = PairingWithdrawn { offer, by: None, at: None, from: None };
                drafts.push(Draft::new(pairing.id, withdrawn));
            }
        }
        if drafts.is_empty() {
            return Err(Refusal::Pairing { with: self.with, why: NoPairing::NotPaired });
        }
        Ok(drafts)
    }
}

/// The record that made a pairing.
fn offer(pairing: &Pairing) -> Option<RecordId> {
    pairing.origin.map(|origin| origin.record)
}

impl Scene {
    /// Those of a kind between oneself and another that were brought on, the oldest first.
    fn pairings_with(&self, other: MemberId, kind: PairingKind) -> impl Iterator<Item = &Pairing> {
        let two = [Some(self.me), Some(other)];
        let mut between: Vec<&Pairing> = self
            .subjects
            .values()
            .filter_map(|subject| match subject {
                Subject::Pairing(pairing) => Some(&**pairing),
                _ => None,
            })
            .filter(|pairing| pairing.exists() && pairing.kind == kind)
            .filter(|pairing| two.contains(&pairing.buddy()) && two.contains(&pairing.with))
            .collect();
        between.sort_by_key(|pairing| (pairing.origin.map(|origin| origin.at), pairing.id));
        between.into_iter()
    }
}
