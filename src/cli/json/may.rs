//! The shape of an answer to whether something may just be done, filled.

use super::{Bears, Expert, May, Subject};
use crate::domain::id::MemberId;
use crate::domain::subject::Kind;
use crate::insight::may::{Ended, Knows, Reason, Says};
use crate::session::{Asked, Error, Session};

impl May {
    pub fn of(session: &Session, asked: &Asked) -> Result<May, Error> {
        let answer = &asked.answer;
        Ok(May {
            question: asked.question.clone(),
            advice: answer.advice.as_str(),
            ground: answer.ground.as_str(),
            sentence: asked.first.clone(),
            to_whom: members(session, &answer.whom)?,
            changes_nothing: answer.changes_nothing,
            bears: answer.reasons.iter().map(|reason| bears(session, reason)).collect::<Result<_, _>>()?,
            experts: answer.knows.iter().map(|knows| expert(session, knows)).collect::<Result<_, _>>()?,
            typed_next: asked.ways.iter().map(|way| way.typed.clone()).collect(),
        })
    }
}

fn bears(session: &Session, reason: &Reason) -> Result<Bears, Error> {
    let quote = match &reason.says {
        Says::Domain(text) | Says::Accountability(text) => Some(text.clone()),
        Says::Ended(Ended { said, .. }) => said.clone(),
        Says::Task | Says::Name => None,
    };
    Ok(Bears {
        subject: Subject::of(session, reason.about.id, reason.about.kind)?,
        bearing: reason.bearing.as_str(),
        as_what: reason.says.as_str(),
        quote,
        people: members(session, &reason.people)?,
        share_said: rounded(reason.cover.say),
        share_of_it: rounded(reason.cover.of),
    })
}

fn expert(session: &Session, knows: &Knows) -> Result<Expert, Error> {
    let subject = Subject::of(session, knows.member.into(), Kind::Member)?;
    Ok(Expert { subject, teaches: knows.skills.clone() })
}

fn members(session: &Session, ids: &[MemberId]) -> Result<Vec<Subject>, Error> {
    ids.iter().map(|id| Subject::of(session, (*id).into(), Kind::Member)).collect()
}

/// To hundredths: what follows says no more.
fn rounded(share: f64) -> f64 {
    (share * 100.0).round() / 100.0
}
