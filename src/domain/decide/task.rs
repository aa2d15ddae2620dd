//! Tasks: adding, editing, moving, ranking, parking, dropping, remarking.

use super::{Draft, Refusal, Scene, Seen, TaskId, list, maybe, said, title};
use crate::domain::calendar::Day;
use crate::domain::event::{TaskAdded, TaskEdited, TaskMoved, TaskParked, TaskRanked, TaskRemarked};
use crate::domain::id::{GoalId, RoleId};
use crate::domain::rank::{self, Rank};
use crate::domain::task::State;

/// To write down new work. Nobody holds it yet.
#[derive(Debug, Clone, PartialEq)]
pub struct AddTask {
    pub id: TaskId,
    pub title: String,
    pub notes: Option<String>,
    pub role: Option<RoleId>,
    pub goal: Option<GoalId>,
    pub tags: Vec<String>,
    pub skills: Vec<String>,
    pub due: Option<Day>,
    pub next: Option<String>,
    pub links: Vec<String>,
    pub place: Place,
}

impl AddTask {
    /// A task with a title and nothing else, at the end of the order.
    pub fn titled(id: TaskId, title: impl Into<String>, place: Place) -> AddTask {
        AddTask {
            id,
            title: title.into(),
            notes: None,
            role: None,
            goal: None,
            tags: Vec::new(),
            skills: Vec::new(),
            due: None,
            next: None,
            links: Vec::new(),
            place,
        }
    }

    pub(super) fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        scene.unknown(self.id)?;
        self.role.map(|role| scene.role(role)).transpose()?;
        self.goal.map(|goal| scene.goal(goal)).transpose()?;
        let added = TaskAdded {
            title: title(&self.title)?,
            notes: maybe(&self.notes)?,
            state: State::Open,
            reason: None,
            rank: self.place.rank(self.id, scene)?,
            role: self.role,
            goal: self.goal,
            tags: list(&self.tags)?,
            skills: list(&self.skills)?,
            due: self.due,
            parked: None,
            next: maybe(&self.next)?,
            links: list(&self.links)?,
            source: None,
            at: None,
            since: None,
        };
        Ok(vec![Draft::new(self.id, added)])
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

impl EditTask {
    /// No field named yet.
    pub const NOTHING: TaskEdited = TaskEdited {
        title: None,
        notes: None,
        role: None,
        goal: None,
        tags: None,
        skills: None,
        due: None,
        next: None,
        links: None,
        step: None,
        by: None,
        at: None,
        from: None,
    };

    pub(super) fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        let task = scene.task(self.task)?;
        let edit = &self.edit;
        edit.role.flatten().map(|role| scene.role(role)).transpose()?;
        edit.goal.flatten().map(|goal| scene.goal(goal)).transpose()?;
        let mut seen = Seen::default();
        let new = TaskEdited {
            title: seen.change(edit.title.as_deref().map(title).transpose()?, &task.title),
            notes: seen.change(edit.notes.as_ref().map(maybe).transpose()?, &task.notes),
            role: seen.change(edit.role, &task.role),
            goal: seen.change(edit.goal, &task.goal),
            tags: seen.change(edit.tags.as_deref().map(list).transpose()?, &task.tags),
            skills: seen.change(edit.skills.as_deref().map(list).transpose()?, &task.skills),
            due: seen.change(edit.due, &task.due),
            next: seen.change(edit.next.as_ref().map(maybe).transpose()?, &task.next),
            links: seen.change(edit.links.as_deref().map(list).transpose()?, &task.links),
            step: None,
            by: None,
            at: None,
            from: None,
        };
        if new == EditTask::NOTHING {
            return Err(Refusal::NothingToChange(self.task.into()));
        }
        Ok(vec![Draft::new(self.task, new).ending(seen.0)])
    }
}

/// To move a task to another state: also back, and also to done.
#[derive(Debug, Clone, PartialEq)]
pub struct Move {
    pub task: TaskId,
    pub to: State,
}

impl Move {
    pub(super) fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        moved(scene, self.task, self.to, None)
    }
}

/// To end a task unfinished, with the reason.
#[derive(Debug, Clone, PartialEq)]
pub struct Drop {
    pub task: TaskId,
    pub reason: String,
}

impl Drop {
    pub(super) fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        moved(scene, self.task, State::Dropped, Some(said(&self.reason)?))
    }
}

fn moved(scene: &Scene, id: TaskId, to: State, reason: Option<String>) -> Result<Vec<Draft>, Refusal> {
    let task = scene.task(id)?;
    // Where two moved it apart, saying one of the two states again settles it.
    if task.state() == to && task.state.written_twice().is_none() {
        return Err(Refusal::AlreadyIn { task: id, state: to });
    }
    Ok(vec![
        Draft::new(id, TaskMoved { to, reason, by: None, at: None, from: None }).ending(task.state.seen()),
    ])
}

/// To give a task another place in the pull order, with the reason if there is one.
#[derive(Debug, Clone, PartialEq)]
pub struct RankTask {
    pub task: TaskId,
    pub place: Place,
    pub reason: Option<String>,
}

impl RankTask {
    pub(super) fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
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

impl Park {
    pub(super) fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
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

impl Remark {
    pub(super) fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        scene.task(self.task)?;
        let event = TaskRemarked { text: said(&self.text)?, by: None, at: None, from: None };
        Ok(vec![Draft::new(self.task, event)])
    }
}
