//! The shape of an answer to whether something may just be done, and how it is filled.

use serde::Serialize;

use super::Subject;
use super::fill::members;
use crate::domain::subject::Kind;
use crate::insight::may::{Ended, Knows, Reason, Says};
use crate::session::{Asked, Error, Session};

/// What the board says to the question whether something may just be done.
#[derive(Serialize)]
pub struct May {
    pub question: String,
    /// `go`, `ask`, `propose` or `take_part`.
    pub advice: &'static str,
    /// What gave it: `open`, `led`, `decided`, `agreement`, `domain`, `own`, `accountability` or `nothing`.
    pub ground: &'static str,
    pub sentence: String,
    /// Whom to ask; where nobody has to be asked, whom to tell.
    pub to_whom: Vec<Subject>,
    pub changes_nothing: bool,
    /// What bears on it, what decides first.
    pub bears: Vec<Bears>,
    pub experts: Vec<Expert>,
    /// Commands that can be typed next.
    pub typed_next: Vec<String>,
}

/// Something that bears on a question.
#[derive(Serialize)]
pub struct Bears {
    pub subject: Subject,
    /// `strong`, `near` or `before`.
    pub bearing: &'static str,
    /// `task`, `domain`, `accountability`, `role`, `open`, `decided`, `agreement`, `done` or `dropped`.
    pub as_what: &'static str,
    /// The domain or the accountability; how it ended; how an agreement says that it is decided.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quote: Option<String>,
    /// Who leads or holds it.
    pub people: Vec<Subject>,
    /// Which share of the question it says, and the question of it, from 0 to 1.
    pub share_said: f64,
    pub share_of_it: f64,
}

/// Somebody who knows something about it.
#[derive(Serialize)]
pub struct Expert {
    pub subject: Subject,
    pub teaches: Vec<String>,
}

impl May {
    pub fn of(session: &Session, asked: &Asked) -> Result<May, Error> {
        let answer = &asked.answer;
        Ok(May {
            question: asked.question.clone(),
            advice: answer.advice.as_str(),
            ground: answer.ground.as_str(),
            sentence: asked.first.clone(),
            to_whom: members(session, answer.whom.iter().copied())?,
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
        Says::Agreed { way, .. } => way.map(|way| way.as_str().to_owned()),
        Says::Task | Says::Name | Says::Open | Says::Decided(_) => None,
    };
    Ok(Bears {
        subject: Subject::of(session, reason.about.id, reason.about.kind)?,
        bearing: reason.bearing.as_str(),
        as_what: reason.says.as_str(),
        quote,
        people: members(session, reason.people.iter().copied())?,
        share_said: rounded(reason.cover.say),
        share_of_it: rounded(reason.cover.of),
    })
}

fn expert(session: &Session, knows: &Knows) -> Result<Expert, Error> {
    let subject = Subject::of(session, knows.member.into(), Kind::Member)?;
    Ok(Expert { subject, teaches: knows.skills.clone() })
}

/// To hundredths: what follows says no more.
fn rounded(share: f64) -> f64 {
    (share * 100.0).round() / 100.0
}
