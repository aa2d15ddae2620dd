//! Tasks: adding, editing, moving, ranking, parking, dropping, remarking.

use super::{Command, Decide, Draft, NO_DAYS, Needs, Refusal, Scene, TaskId, are_there, edited, maybe, said};
use crate::domain::calendar::Day;
use crate::domain::event::{TaskAdded, TaskEdited, TaskMoved, TaskParked, TaskRanked, TaskRemarked};
use crate::domain::field::Values;
use crate::domain::rank::{self, Rank};
use crate::domain::task::State;

pub use crate::domain::task::fields::AddTask;

impl AddTask {
    /// A task with a title and nothing else, at the end of the order.
    pub fn titled(id: TaskId, title: impl Into<String>, place: Place) -> AddTask {
        AddTask { title: title.into(), place, ..AddTask::blank(id) }
    }
}

impl Decide for AddTask {
    fn needs(&self) -> Needs<'_> {
        Needs::fields([self.id.into()], self).place(self.id, self.place)
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        scene.unknown(self.id)?;
        are_there(&self.values(), scene)?;
        let rank = self.place.rank(self.id, scene)?;
        Ok(vec![Draft::new(self.id, TaskAdded { rank, ..self.added()? })])
    }
}

/// A place in the pull order: right before or right after another task, or at an end.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Place {
    Top,
    #[default]
    End,
    Before(TaskId),
    After(TaskId),
}

/// The ranks on both sides of a place, as they stand inside the writing transaction.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Neighbours {
    pub after: Option<Rank>,
    pub before: Option<Rank>,
}

impl Place {
    /// The task beside which it is.
    pub(super) fn beside(self) -> Option<TaskId> {
        match self {
            Place::Before(other) | Place::After(other) => Some(other),
            Place::Top | Place::End => None,
        }
    }

    fn rank(self, task: TaskId, scene: &Scene) -> Result<Rank, Refusal> {
        if self.beside() == Some(task) {
            return Err(Refusal::NothingToChange(task.into()));
        }
        self.beside().map(|other| scene.task(other)).transpose()?;
        Ok(rank::between(scene.neighbours.after.as_deref(), scene.neighbours.before.as_deref()))
    }
}

/// To change what a task says. `edit` names the fields to change.
#[derive(Debug, Clone, PartialEq)]
pub struct EditTask {
    pub task: TaskId,
    pub edit: TaskEdited,
}

impl Decide for EditTask {
    fn needs(&self) -> Needs<'_> {
        Needs::fields([self.task.into()], &self.edit)
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        let task = scene.task(self.task)?;
        are_there(&self.edit.values(), scene)?;
        edited(self.task, &task.registers, &self.edit)
    }
}

/// Whether a task may be finished under the hands of others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Ending {
    /// Only where nobody else leads it, and nothing stops it.
    #[default]
    Own,
    /// Whoever asked was told who leads it, or that something stops it.
    Anyway,
}

impl Ending {
    /// What somebody asks for who says `--anyway`, or not.
    pub fn anyway(is_said: bool) -> Ending {
        if is_said { Ending::Anyway } else { Ending::Own }
    }
}

/// To move a task to another state: also back, and also to done.
#[derive(Debug, Clone, PartialEq)]
pub struct Move {
    pub task: TaskId,
    pub to: State,
    pub ending: Ending,
}

impl Decide for Move {
    fn needs(&self) -> Needs<'_> {
        Needs::new([self.task.into()], NO_DAYS)
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        moved(scene, self.task, self.to, None, self.ending)
    }
}

/// To end a task unfinished, with the reason.
#[derive(Debug, Clone, PartialEq)]
pub struct Drop {
    pub task: TaskId,
    pub reason: String,
    pub ending: Ending,
}

impl Decide for Drop {
    fn needs(&self) -> Needs<'_> {
        Needs::new([self.task.into()], NO_DAYS)
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        moved(scene, self.task, State::Dropped, Some(said(&self.reason)?), self.ending)
    }
}

fn moved(
    scene: &Scene,
    id: TaskId,
    to: State,
    reason: Option<String>,
    ending: Ending,
) -> Result<Vec<Draft>, Refusal> {
    let task = scene.task(id)?;
    // Where two moved it apart, saying one of the two states again settles it.
    if task.state() == to && task.state.written_twice().is_none() {
        return Err(Refusal::AlreadyIn { task: id, state: to });
    }
    let mut led = Vec::new();
    if to.is_finished() && !task.is_finished() {
        led.extend(task.leads().map(|claim| claim.member).filter(|lead| *lead != scene.me));
        let is_blocked = task.is_blocked();
        if ending == Ending::Own && (!led.is_empty() || is_blocked) {
            return Err(Refusal::EndsForOthers { task: id, to, leads: led, is_blocked });
        }
    }
    let moved = TaskMoved { to, reason, led, by: None, at: None, from: None };
    Ok(vec![Draft::new(id, moved).ending(task.state.seen())])
}

/// To give a task another place in the pull order, with the reason if there is one.
#[derive(Debug, Clone, PartialEq)]
pub struct RankTask {
    pub task: TaskId,
    pub place: Place,
    pub reason: Option<String>,
}

impl RankTask {
    /// To give several tasks another place, one behind the other as they are given.
    pub fn each(tasks: &[TaskId], place: Place, reason: Option<&str>) -> Vec<Command> {
        let ranked = |nth: usize, task: TaskId| {
            let behind = nth.checked_sub(1).map(|before| Place::After(tasks[before]));
            let place = behind.filter(|_| matches!(place, Place::Top | Place::After(_))).unwrap_or(place);
            Command::RankTask(RankTask { task, place, reason: reason.map(str::to_owned) })
        };
        tasks.iter().enumerate().map(|(nth, task)| ranked(nth, *task)).collect()
    }
}

impl Decide for RankTask {
    fn needs(&self) -> Needs<'_> {
        Needs::new([self.task.into()], NO_DAYS).place(self.task, self.place)
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        let task = scene.live_task(self.task)?;
        let rank = self.place.rank(self.task, scene)?;
        let event = TaskRanked { rank, reason: maybe(&self.reason)?, by: None, at: None, from: None };
        Ok(vec![Draft::new(self.task, event).ending(task.rank.seen())])
    }
}

/// To lay a task aside until a day, or to take it up again.
#[derive(Debug, Clone, PartialEq)]
pub struct Park {
    pub task: TaskId,
    /// `None` takes it up again.
    pub until: Option<Day>,
}

impl Decide for Park {
    fn needs(&self) -> Needs<'_> {
        Needs::new([self.task.into()], self.until)
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        let task = scene.live_task(self.task)?;
        if task.parked.value() == self.until.as_ref() && task.parked.written_twice().is_none() {
            return Err(Refusal::NothingToChange(self.task.into()));
        }
        if let Some(until) = self.until.filter(|until| *until <= scene.today) {
            return Err(Refusal::InThePast(until));
        }
        let event = TaskParked { until: self.until, by: None, at: None, from: None };
        Ok(vec![Draft::new(self.task, event).ending(task.parked.seen())])
    }
}

/// To say something about a task.
#[derive(Debug, Clone, PartialEq)]
pub struct Remark {
    pub task: TaskId,
    pub text: String,
}

impl Decide for Remark {
    fn needs(&self) -> Needs<'_> {
        Needs::new([self.task.into()], NO_DAYS)
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        scene.task(self.task)?;
        let event = TaskRemarked { text: said(&self.text)?, by: None, at: None, from: None };
        Ok(vec![Draft::new(self.task, event)])
    }
}
