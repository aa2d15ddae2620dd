//! Pairings, as items of a bundle. Who ended one does not go out, so that nobody reads it there.

use super::{Bundled, Import, Item, source, time};
use crate::domain::calendar::known;
use crate::domain::event::{
    PairingAccepted, PairingDeclined, PairingEnded, PairingOffered, PairingWithdrawn,
};
use crate::domain::id::{MemberId, PairingId};
use crate::domain::pairing::{PAIRING_DAYS_MOST, Pairing, PairingKind};
use crate::domain::record::Draft;
use crate::domain::subject::Subject;
use crate::exchange::Bundle;
use crate::exchange::bundle;
use crate::session::{Error, Session};

impl Bundled for Pairing {
    fn export(&self, _: &Session, out: &mut Bundle) -> Result<(), Error> {
        out.pairings.extend(pairing(self));
        Ok(())
    }

    fn import(import: &mut Import<'_, '_>, bundle: &Bundle) -> Result<(), Error> {
        for pairing in &bundle.pairings {
            let kind = PairingKind::ALL.into_iter().find(|kind| kind.as_str() == pairing.kind);
            let two = import.member(&pairing.buddy).zip(import.member(&pairing.newcomer));
            let (Some(kind), Some((buddy, with))) = (kind, two) else { continue };
            let Item::New(id) = import.item(&pairing.key)? else { continue };
            let offered = PairingOffered {
                kind,
                with,
                until: pairing.until.and_then(known),
                days: pairing.days.filter(|days| (1..=PAIRING_DAYS_MOST).contains(days)),
                by: Some(buddy),
                at: Some(import.at(pairing.at)),
                from: source(&pairing.key),
            };
            let offers = import.append(vec![Draft::new(id, offered)])?;
            let Some(offer) = offers.first().copied() else { continue };
            let told = |by: Option<MemberId>, at| (by, Some(import.at(at)), source(&pairing.key));
            let mut after = Vec::new();
            if let Some(ends) = pairing.ends.and_then(known) {
                let (by, at, from) = told(Some(with), pairing.accepted);
                after.push(Draft::new(id, PairingAccepted { offer, ends, by, at, from }));
            }
            if pairing.declined.is_some() {
                let (by, at, from) = told(Some(with), pairing.declined);
                after.push(Draft::new(id, PairingDeclined { offer, by, at, from }));
            }
            if pairing.withdrawn.is_some() {
                let (by, at, from) = told(Some(buddy), pairing.withdrawn);
                after.push(Draft::new(id, PairingWithdrawn { offer, by, at, from }));
            }
            if pairing.ended.is_some() {
                let (by, at, from) = told(None, pairing.ended);
                after.push(Draft::new(id, PairingEnded { offer, by, at, from }));
            }
            import.append(after)?;
        }
        Ok(())
    }
}

impl Session {
    /// A pairing as it goes out.
    pub fn pairing_out(&self, id: PairingId) -> Result<Option<bundle::Pairing>, Error> {
        match self.board().subject(id.into())? {
            Some(Subject::Pairing(one)) => Ok(pairing(&one)),
            _ => Ok(None),
        }
    }
}

fn pairing(pairing: &Pairing) -> Option<bundle::Pairing> {
    Some(bundle::Pairing {
        key: pairing.id.to_string(),
        kind: pairing.kind.as_str().to_owned(),
        buddy: pairing.buddy()?.to_string(),
        newcomer: pairing.with?.to_string(),
        at: pairing.origin.and_then(|origin| time(origin.at)),
        until: pairing.until,
        days: pairing.days,
        accepted: pairing.accepted.and_then(|accepted| time(accepted.at)),
        ends: pairing.accepted.map(|accepted| accepted.ends),
        declined: pairing.declined.and_then(time),
        withdrawn: pairing.withdrawn.and_then(time),
        ended: pairing.ended.and_then(time),
    })
}
