//! The steps of a checklist. They stand in the notes, so a change of one is an edit of these, with what it was about.

use super::{Decide, Draft, NO_DAYS, Needs, Refusal, Scene, TaskId, maybe, title};
use crate::domain::checklist::{self, Step};
use crate::domain::event::{StepChange, TaskEdited};

/// To change the checklist of a task.
#[derive(Debug, Clone, PartialEq)]
pub struct EditSteps {
    pub task: TaskId,
    pub edit: StepEdit,
}

/// What is to be done with a step.
#[derive(Debug, Clone, PartialEq)]
pub enum StepEdit {
    /// Behind another, or at the end.
    Add {
        text: String,
        after: Option<StepAt>,
    },
    Tick(StepAt),
    Open(StepAt),
    Rename(StepAt, String),
    Remove(StepAt),
}

/// A step as its author sees it: another may have been written before it in the meantime.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepAt {
    /// Its place among the steps, from 0.
    pub nth: usize,
    pub text: String,
}

impl Decide for EditSteps {
    fn needs(&self) -> Needs<'_> {
        Needs::new([self.task.into()], NO_DAYS)
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        let task = scene.task(self.task)?;
        if task.notes.written_twice().is_some() {
            return Err(Refusal::NotesTwice(self.task));
        }
        let notes = task.notes.value().map_or("", String::as_str);
        let find = |at: &StepAt| self.find(notes, at);
        let (new, change) = match &self.edit {
            StepEdit::Add { text, after } => {
                let text = one_line(text)?;
                let new = match after {
                    Some(at) => find(at)?.followed(notes, &text),
                    None => checklist::added(notes, &text),
                };
                (new, StepChange::Added(text))
            }
            StepEdit::Tick(at) => (turned(find(at)?, notes, Tick::On), StepChange::Ticked(at.text.clone())),
            StepEdit::Open(at) => (turned(find(at)?, notes, Tick::Off), StepChange::Opened(at.text.clone())),
            StepEdit::Rename(at, text) => {
                let text = one_line(text)?;
                (find(at)?.renamed(notes, &text), StepChange::Renamed(text))
            }
            StepEdit::Remove(at) => (find(at)?.removed(notes), StepChange::Removed(at.text.clone())),
        };
        if new == notes {
            return Err(Refusal::NothingToChange(self.task.into()));
        }
        let kept = maybe(&Some(new.clone()))?.map(|_| new);
        let edit = TaskEdited { notes: Some(kept), step: Some(change), ..TaskEdited::default() };
        Ok(vec![Draft::new(self.task, edit).ending(task.notes.seen())])
    }
}

impl EditSteps {
    /// The step of that place and these words; where it moved, the first of these words.
    fn find<'n>(&self, notes: &'n str, at: &StepAt) -> Result<Step<'n>, Refusal> {
        let mut steps = checklist::steps(notes);
        let place = match steps.get(at.nth) {
            Some(step) if step.text == at.text => Some(at.nth),
            _ => steps.iter().position(|step| step.text == at.text),
        };
        match place {
            Some(place) => Ok(steps.swap_remove(place)),
            None => Err(Refusal::NoSuchStep { task: self.task, text: at.text.clone() }),
        }
    }
}

enum Tick {
    On,
    Off,
}

/// The notes with a step ticked, or open; as they are where it is so already.
fn turned(step: Step<'_>, notes: &str, to: Tick) -> String {
    if step.is_ticked == matches!(to, Tick::On) { notes.to_owned() } else { step.turned(notes) }
}

/// A step is one line.
fn one_line(text: &str) -> Result<String, Refusal> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    title(&text).map_err(|refusal| match refusal {
        Refusal::EmptyTitle => Refusal::EmptyText,
        other => other,
    })
}
