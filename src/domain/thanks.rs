//! Thanks: what somebody thanks others for. They are never counted, weighed or compared.

pub(super) mod event;

use super::calendar::At;
use super::id::{MemberId, SubjectId, ThanksId};
use super::record::Record;
use super::subject::{Fold, Origin, Searched};
use event::ThanksEvent;

/// What was said once, by one to one or several.
#[derive(Debug, Clone, PartialEq)]
pub struct Thanks {
    pub id: ThanksId,
    /// Who gave them, and when.
    pub origin: Option<Origin>,
    pub to: Vec<MemberId>,
    pub text: String,
    /// The task, goal, role or member that they are about.
    pub about: Option<SubjectId>,
    pub source: Option<String>,
}

impl Fold for Thanks {
    type Event = ThanksEvent;

    fn blank(id: SubjectId) -> Thanks {
        Thanks { id: id.into(), origin: None, to: Vec::new(), text: String::new(), about: None, source: None }
    }

    fn id(&self) -> SubjectId {
        self.id.into()
    }

    fn apply(&mut self, record: &Record, event: &ThanksEvent) {
        match event {
            ThanksEvent::Given(given) => {
                let (by, at) = (given.by.unwrap_or(record.author), given.at.unwrap_or(record.at));
                self.origin = Some(Origin { by, at, record: record.id });
                self.to.clone_from(&given.to);
                self.text.clone_from(&given.text);
                self.about = given.about;
                self.source.clone_from(&given.from);
            }
        }
    }

    fn exists(&self) -> bool {
        self.origin.is_some()
    }

    fn ended(&self) -> Option<At> {
        None
    }

    fn called(&self) -> Option<&str> {
        None
    }

    fn source(&self) -> Option<&str> {
        self.source.as_deref()
    }

    fn searched(&self) -> Searched<'_> {
        Searched::default().and(Some(&self.text))
    }
}
