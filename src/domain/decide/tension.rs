//! Tensions: sensing one, looking after it, saying what it became, and that it is over.

use super::{Decide, Draft, NO_DAYS, Needs, Refusal, Scene, maybe, said, title};
use crate::domain::event::{TensionBecame, TensionLetGo, TensionSensed, TensionSettled, TensionTakenUp};
use crate::domain::id::{SubjectId, TensionId};
use crate::domain::subject::Subject;
use crate::domain::tension::{Closing, Outcome, Tension};

/// To say that something could be otherwise than it is.
#[derive(Debug, Clone, PartialEq)]
pub struct Sense {
    pub id: TensionId,
    pub is: String,
    pub could: String,
    /// The task, goal or role that it is about; never a person.
    pub about: Option<SubjectId>,
    /// Whom or what it would serve.
    pub serves: Option<String>,
}

impl Decide for Sense {
    fn needs(&self) -> Needs<'_> {
        Needs::new([self.id.into()].into_iter().chain(self.about), NO_DAYS)
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        scene.unknown(self.id)?;
        if let Some(about) = self.about
            && let Subject::Member(_) = scene.there(about)?
        {
            return Err(Refusal::TensionAboutMember);
        }
        let sensed = TensionSensed {
            is: title(&self.is)?,
            could: said(&self.could).map_err(|refusal| match refusal {
                Refusal::EmptyText => Refusal::NoCouldBe,
                other => other,
            })?,
            about: self.about,
            serves: maybe(&self.serves)?,
            by: None,
            at: None,
            from: None,
        };
        Ok(vec![Draft::new(self.id, sensed)])
    }
}

/// To look after one.
#[derive(Debug, Clone, PartialEq)]
pub struct TakeUpTension {
    pub tension: TensionId,
}

impl Decide for TakeUpTension {
    fn needs(&self) -> Needs<'_> {
        Needs::new([self.tension.into()], NO_DAYS)
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        let tension = open(scene, self.tension)?;
        if tension.taken_up.iter().any(|(member, _)| *member == scene.me) {
            return Err(Refusal::TensionTakenUp(self.tension));
        }
        Ok(vec![Draft::new(self.tension, TensionTakenUp { by: None, at: None, from: None })])
    }
}

/// To say that something was made of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Become {
    pub tension: TensionId,
    pub what: Outcome,
}

impl Decide for Become {
    fn needs(&self) -> Needs<'_> {
        Needs::new([self.tension.into(), self.what.subject()], NO_DAYS)
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        let tension = open(scene, self.tension)?;
        match self.what {
            Outcome::Task(task) => scene.task(task).map(drop)?,
        }
        if tension.became.iter().any(|became| became.what == self.what) {
            return Err(Refusal::NothingToChange(self.tension.into()));
        }
        let became = TensionBecame { what: self.what, by: None, at: None, from: None };
        Ok(vec![Draft::new(self.tension, became)])
    }
}

/// To say that it is over.
#[derive(Debug, Clone, PartialEq)]
pub struct CloseTension {
    pub tension: TensionId,
    pub way: Closing,
    /// Needed where it is let go.
    pub why: Option<String>,
}

impl Decide for CloseTension {
    fn needs(&self) -> Needs<'_> {
        Needs::new([self.tension.into()], NO_DAYS).sensed(self.tension)
    }

    /// Whether a gap is felt is known to whoever feels it. What they sensed who have left would never be over.
    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        let tension = open(scene, self.tension)?;
        let sensor = tension.origin.map(|origin| origin.by).filter(|by| *by != scene.me);
        if let Some(by) = sensor.filter(|by| scene.member_here(*by).is_ok()) {
            return Err(Refusal::NotYourTension { tension: self.tension, by });
        }
        let (by, at, from) = (None, None, None);
        Ok(vec![match self.way {
            Closing::Settled => {
                Draft::new(self.tension, TensionSettled { why: maybe(&self.why)?, by, at, from })
            }
            Closing::LetGo => {
                let why = said(self.why.as_deref().unwrap_or_default())?;
                Draft::new(self.tension, TensionLetGo { why, by, at, from })
            }
        }])
    }
}

fn open(scene: &Scene, id: TensionId) -> Result<&Tension, Refusal> {
    let tension = scene.tension(id)?;
    if tension.is_open() { Ok(tension) } else { Err(Refusal::TensionOver(id)) }
}
