//! Tensions, as items of a bundle.

use super::{Bundled, Import, Item, handle, source, time};
use crate::domain::event::{TensionBecame, TensionLetGo, TensionSensed, TensionSettled, TensionTakenUp};
use crate::domain::id::TensionId;
use crate::domain::record::Draft;
use crate::domain::subject::Subject;
use crate::domain::tension::{Closing, Outcome, Tension};
use crate::exchange::Bundle;
use crate::exchange::bundle;
use crate::session::{Error, Session};

impl Bundled for Tension {
    fn export(&self, session: &Session, out: &mut Bundle) -> Result<(), Error> {
        out.tensions.push(tension(self, handle(session, self.id.into())?));
        Ok(())
    }

    fn import(import: &mut Import<'_, '_>, bundle: &Bundle) -> Result<(), Error> {
        for tension in &bundle.tensions {
            let Item::New(id) = import.item(&tension.key)? else { continue };
            let by = |import: &Import<'_, '_>, key: &Option<String>| {
                key.as_ref().and_then(|key| import.member(key))
            };
            // None is about a person, whatever a file says: then it is about nothing in particular.
            let is_member = |key: &&String| bundle.members.iter().any(|member| member.key == **key);
            let about = tension.about.as_ref().filter(|key| !is_member(key));
            let from = source(&tension.key);
            let sensed = TensionSensed {
                is: tension.is.clone(),
                could: tension.could.clone(),
                about: about.and_then(|key| import.ids.get(key)).copied(),
                serves: tension.serves.clone(),
                by: by(import, &tension.by),
                at: Some(import.at(tension.at)),
                from: from.clone(),
            };
            let mut drafts = vec![Draft::new(id, sensed)];
            for taken in &tension.taken_up {
                let (by, at) = (by(import, &taken.by), Some(import.at(taken.at)));
                drafts.push(Draft::new(id, TensionTakenUp { by, at, from: from.clone() }));
            }
            for outcome in &tension.outcomes {
                let task = outcome.task.as_ref().and_then(|key| import.ids.get(key));
                let Some(task) = task else { continue };
                let what = Outcome::Task((*task).into());
                let (by, at) = (by(import, &outcome.by), Some(import.at(outcome.at)));
                drafts.push(Draft::new(id, TensionBecame { what, by, at, from: from.clone() }));
            }
            if let Some(closed) = &tension.closed {
                let (by, at) = (by(import, &closed.by), Some(import.at(closed.at)));
                drafts.push(match Closing::named(&closed.way) {
                    Some(Closing::LetGo) => {
                        let why = closed.reason.clone().unwrap_or_default();
                        Draft::new(id, TensionLetGo { why, by, at, from })
                    }
                    Some(Closing::Settled) | None => {
                        Draft::new(id, TensionSettled { why: closed.reason.clone(), by, at, from })
                    }
                });
            }
            import.append(drafts)?;
        }
        Ok(())
    }
}

impl Session {
    /// One tension as the export has it.
    pub fn tension_out(&self, id: TensionId) -> Result<Option<bundle::Tension>, Error> {
        match self.board().subject(id.into())? {
            Some(Subject::Tension(one)) => Ok(Some(tension(&one, handle(self, id.into())?))),
            _ => Ok(None),
        }
    }
}

fn tension(tension: &Tension, handle: Option<String>) -> bundle::Tension {
    bundle::Tension {
        key: tension.id.to_string(),
        handle,
        is: tension.is.clone(),
        could: tension.could.clone(),
        about: tension.about.map(|about| about.to_string()),
        serves: tension.serves.clone(),
        by: tension.origin.map(|origin| origin.by.to_string()),
        at: tension.origin.and_then(|origin| time(origin.at)),
        taken_up: tension
            .taken_up
            .iter()
            .map(|(by, at)| bundle::TakenUp { by: Some(by.to_string()), at: time(*at) })
            .collect(),
        outcomes: tension
            .became
            .iter()
            .map(|became| {
                let Outcome::Task(task) = became.what;
                let (by, at) = (Some(became.by.to_string()), time(became.at));
                bundle::Outcome { task: Some(task.to_string()), by, at }
            })
            .collect(),
        closed: tension.closed.as_ref().map(|closed| bundle::Closed {
            way: closed.way.as_str().to_owned(),
            reason: closed.why.clone(),
            by: Some(closed.by.to_string()),
            at: time(closed.at),
        }),
    }
}
