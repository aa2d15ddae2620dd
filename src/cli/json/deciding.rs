//! The shapes of decisions and agreements, and how they are filled.

use chrono::NaiveDate;
use serde::Serialize;

use super::fill::members;
use super::{About, Subject};
use crate::domain::id::{AgreementId, DecisionId};
use crate::domain::subject::Kind;
use crate::exchange::bundle;
use crate::session::{Error, Session};

/// A decision as in the export, with how it stands for whoever asks.
#[derive(Serialize)]
pub struct Decision {
    #[serde(flatten)]
    pub decision: bundle::Decision,
    /// Who drafted it.
    pub drafted_by: Subject,
    /// What it lacks to be adopted, in a sentence; `null` where anybody may write that it is, and where it is over.
    pub lacks: Option<String>,
    /// Why an adoption does not hold, a sentence each.
    pub contested: Vec<String>,
    /// The names of those who were not heard on the version to show.
    pub unheard: Vec<String>,
    /// The agreement that is in force because of it.
    pub written_in: Option<Subject>,
    #[serde(flatten)]
    pub about: Option<About>,
}

/// An agreement as in the export, with how it stands today.
#[derive(Serialize)]
pub struct Agreement {
    #[serde(flatten)]
    pub agreement: bundle::Agreement,
    /// `proposed`, `in_force`, `ended` or `withdrawn`.
    pub state: String,
    /// Whom what is in force binds.
    pub bound: Vec<Subject>,
    /// The decision because of which what is in force is so; `null` where its parties agreed to it.
    pub decided_by: Option<Subject>,
    /// Whose yes is missing, to what is proposed or else to what is in force.
    pub waits_for: Vec<Subject>,
    /// How many versions are proposed besides what is in force; more than one were written apart.
    pub proposed: usize,
    /// When it is looked at again.
    pub looked_at: Option<NaiveDate>,
    #[serde(flatten)]
    pub about: Option<About>,
}

pub fn decision(session: &Session, id: DecisionId) -> Result<Option<Decision>, Error> {
    let Some(out) = session.decision_out(id)? else { return Ok(None) };
    let decision = session.decision(id)?;
    let Some(origin) = decision.origin else { return Ok(None) };
    let Some(standing) = session.standing(&decision, session.me())? else { return Ok(None) };
    let silent = || standing.voices.iter().filter(|voice| !voice.spoke).map(|voice| voice.member);
    let names = session.board().names(silent().map(Into::into))?;
    Ok(Some(Decision {
        decision: out,
        drafted_by: Subject::of(session, origin.by.into(), Kind::Member)?,
        unheard: silent().map(|member| names.name(member).to_owned()).collect(),
        lacks: standing.lack,
        written_in: session
            .written_down(id)?
            .map(|agreement| Subject::of(session, agreement.into(), Kind::Agreement))
            .transpose()?,
        contested: standing.contested,
        about: None,
    }))
}

pub fn agreement(session: &Session, id: AgreementId) -> Result<Option<Agreement>, Error> {
    let row = session.board().agreement_row(id, session.today())?;
    let (Some(agreement), Some(row)) = (session.agreement_out(id)?, row) else { return Ok(None) };
    let waits_for: Vec<Subject> =
        if row.state.is_over() { Vec::new() } else { members(session, row.owed.iter().copied())? };
    Ok(Some(Agreement {
        agreement,
        state: row.state.as_str().to_owned(),
        bound: members(session, row.bound.iter().copied())?,
        decided_by: row.decision.map(|id| Subject::of(session, id, Kind::Decision)).transpose()?,
        waits_for,
        proposed: row.open.len(),
        looked_at: row.review,
        about: None,
    }))
}
