//! Agreements, as items of a bundle. Out goes what is in force, else what was proposed last, and who agreed to it.
//!
//! **Invariant:** a text alone comes in. That somebody agreed elsewhere is told by the file, and binds nobody here.

use super::{Bundled, Import, Item, handle, source, time};
use crate::domain::agreement::{Agreement, AgreementKind, Way};
use crate::domain::calendar::known;
use crate::domain::event::AgreementDrafted;
use crate::domain::id::AgreementId;
use crate::domain::record::Draft;
use crate::exchange::Bundle;
use crate::exchange::bundle;
use crate::session::{Error, Session};

impl Bundled for Agreement {
    fn export(&self, session: &Session, out: &mut Bundle) -> Result<(), Error> {
        out.agreements.extend(agreement(session, self)?);
        Ok(())
    }

    fn import(import: &mut Import<'_, '_>, bundle: &Bundle) -> Result<(), Error> {
        for agreement in &bundle.agreements {
            let Item::New(id) = import.item(&agreement.key)? else { continue };
            let parties = agreement.parties.iter().filter_map(|key| import.member(key)).collect();
            let drafted = AgreementDrafted {
                kind: AgreementKind::named(&agreement.kind).unwrap_or(AgreementKind::Working),
                title: agreement.title.clone(),
                text: agreement.text.clone(),
                parties,
                about: agreement.phrases.clone(),
                way: agreement.way.as_deref().and_then(Way::named),
                quorum: agreement.quorum,
                silence: agreement.silence,
                criteria: agreement.criteria.clone(),
                duties: agreement.duties.clone(),
                share: agreement.share.clone(),
                exit: agreement.exit,
                dispute: agreement.dispute.clone(),
                review: agreement.review.and_then(known),
                decision: None,
                by: agreement.by.as_ref().and_then(|key| import.member(key)),
                at: Some(import.at(agreement.at)),
                from: source(&agreement.key),
            };
            import.append(vec![Draft::new(id, drafted)])?;
        }
        Ok(())
    }
}

impl Session {
    /// One agreement as the export has it.
    pub fn agreement_out(&self, id: AgreementId) -> Result<Option<bundle::Agreement>, Error> {
        let Some(one) = self.board().agreement(id)? else { return Ok(None) };
        agreement(self, &one)
    }
}

fn agreement(session: &Session, agreement: &Agreement) -> Result<Option<bundle::Agreement>, Error> {
    let standing = session.board().standing_for_others(agreement)?;
    let Some(version) = standing.in_force.or(agreement.versions.last()) else { return Ok(None) };
    let handle = handle(session, agreement.id.into())?;
    let said = version.wording.clone();
    let yes = agreement.yes.iter().filter(|yes| yes.version == version.id);
    Ok(Some(bundle::Agreement {
        key: agreement.id.to_string(),
        handle,
        kind: agreement.kind.as_str().to_owned(),
        title: said.title,
        text: said.text,
        parties: said.parties.iter().map(ToString::to_string).collect(),
        phrases: said.about,
        way: said.way.map(|way| way.as_str().to_owned()),
        quorum: said.quorum,
        silence: said.silence,
        criteria: said.criteria,
        duties: said.duties,
        share: said.share,
        exit: said.exit,
        dispute: said.dispute,
        review: said.review,
        by: agreement.origin.map(|origin| origin.by.to_string()),
        at: agreement.origin.and_then(|origin| time(origin.at)),
        yes: yes.map(|yes| bundle::Yes { by: Some(yes.member.to_string()), at: time(yes.at) }).collect(),
    }))
}
