//! The events of a tension: their payloads, and what is to be known of each besides its effect.

use serde::{Deserialize, Serialize};

use crate::domain::event::{Event, EventFacts, events, payloads};
use crate::domain::id::{SubjectId, TaskId};

events! {
    /// What happens to a tension.
    TensionEvent of Tension {
        Sensed(TensionSensed) = "tension.sensed",
        TakenUp(TensionTakenUp) = "tension.taken_up",
        Became(TensionBecame) = "tension.became",
        Settled(TensionSettled) = "tension.settled",
        LetGo(TensionLetGo) = "tension.let_go",
    }
}

payloads! {
    /// Its author feels a gap between what is and what could be, perhaps about a task, goal or role, and perhaps says whom or
    /// what it would serve.
    TensionSensed { must is: String, must could: String, may about: SubjectId, may serves: String, imported, }
    /// Its author looks after it.
    TensionTakenUp { imported, }
    /// Something was made of it.
    TensionBecame { must what: Outcome, imported, }
    /// Whoever sensed it feels it no more.
    TensionSettled { may why: String, imported, }
    /// Nothing is to be done about it.
    TensionLetGo { must why: String, imported, }
}

/// What a tension can become. One that this version does not know is kept with its record, and without effect.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    Task(TaskId),
}

impl Outcome {
    pub fn subject(self) -> SubjectId {
        match self {
            Outcome::Task(task) => task.into(),
        }
    }
}

impl TensionEvent {
    /// What is to be known of it besides its effect.
    pub fn facts(&self) -> EventFacts<'_> {
        match self {
            TensionEvent::Sensed(e) => {
                EventFacts::makes().naming([e.about, None]).imported(e.by, e.at, &e.from)
            }
            TensionEvent::TakenUp(e) => EventFacts::plain().imported(e.by, e.at, &e.from),
            TensionEvent::Became(e) => {
                EventFacts::plain().naming([Some(e.what.subject()), None]).imported(e.by, e.at, &e.from)
            }
            TensionEvent::Settled(e) => EventFacts::plain().imported(e.by, e.at, &e.from),
            TensionEvent::LetGo(e) => EventFacts::plain().imported(e.by, e.at, &e.from),
        }
    }
}
