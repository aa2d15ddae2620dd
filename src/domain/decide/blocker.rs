//! Blockers: raised, asked, promised, cleared. Anybody may do each of them.

use super::{Decide, Draft, NO_DAYS, Needs, Refusal, Scene, Task, TaskId, maybe, said};
use crate::domain::calendar::Day;
use crate::domain::event::{
    BlockerAsked, BlockerCleared, BlockerPromised, BlockerWithdrawn, Event, TaskBlocked, TaskEvent, WaitsOn,
};
use crate::domain::id::RecordId;

/// To say what stops a task.
#[derive(Debug, Clone, PartialEq)]
pub struct Block {
    pub task: TaskId,
    pub what: String,
    pub on: Option<WaitsOn>,
}

impl Decide for Block {
    fn needs(&self) -> Needs<'_> {
        let on = match self.on {
            Some(WaitsOn::Task(task)) => Some(task.into()),
            Some(WaitsOn::Member(member)) => Some(member.into()),
            Some(WaitsOn::Other(_)) | None => None,
        };
        Needs::new([self.task.into()].into_iter().chain(on), NO_DAYS)
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        scene.live_task(self.task)?;
        let on = match &self.on {
            Some(WaitsOn::Task(task)) if *task == self.task => return Err(Refusal::WaitsOnItself(self.task)),
            Some(WaitsOn::Task(task)) => {
                scene.task(*task)?;
                self.on.clone()
            }
            Some(WaitsOn::Member(member)) => {
                if !scene.member(*member)?.is_here() {
                    let leads = scene.live_task(self.task)?.leads().map(|claim| claim.member);
                    let others = leads.filter(|lead| lead != member && *lead != scene.me).collect();
                    return Err(Refusal::CannotBeAsked { task: self.task, member: *member, others });
                }
                self.on.clone()
            }
            Some(WaitsOn::Other(other)) => Some(WaitsOn::Other(said(other)?)),
            None => None,
        };
        // "Waits on danum" needs no further words.
        let what = match &on {
            Some(_) => super::text(&self.what)?,
            None => said(&self.what)?,
        };
        Ok(vec![Draft::new(self.task, TaskBlocked { what, on, by: None, at: None, from: None })])
    }
}

/// Which open blocker of a task is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// The only one there is.
    Only,
    /// The one with this number, as people type it: counted from 1, in the order in which they were raised.
    Nth(usize),
    /// The one that this record raised: what somebody points at, whatever else was cleared meanwhile.
    Raised(RecordId),
}

impl Which {
    fn of(self, task: &Task, to: BlockerStep) -> Result<RecordId, Refusal> {
        let open: Vec<_> = task.open_blockers().collect();
        match (self, open.as_slice()) {
            (Which::Raised(record), open) => match open.iter().find(|blocker| blocker.id == record) {
                Some(blocker) => Ok(blocker.id),
                None => Err(Refusal::BlockerOver { task: task.id }),
            },
            (_, []) => Err(Refusal::NotBlocked(task.id)),
            (Which::Only, [only]) => Ok(only.id),
            (Which::Only, several) => Err(Refusal::WhichBlocker {
                task: task.id,
                blockers: several.iter().map(|blocker| blocker.what.clone()).collect(),
                to,
            }),
            (Which::Nth(number), open) => match number.checked_sub(1).and_then(|i| open.get(i)) {
                Some(blocker) => Ok(blocker.id),
                None => Err(Refusal::NoSuchBlocker { task: task.id, number, count: open.len(), to }),
            },
        }
    }
}

/// What is to be done about a blocker: what a refusal advises does the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlockerStep {
    Ask,
    Promise(Day),
    Clear,
    Withdraw,
}

impl From<Option<usize>> for Which {
    fn from(number: Option<usize>) -> Which {
        number.map_or(Which::Only, Which::Nth)
    }
}

/// To say that whoever can help was asked.
#[derive(Debug, Clone, PartialEq)]
pub struct Ask {
    pub task: TaskId,
    pub which: Which,
}

impl Decide for Ask {
    fn needs(&self) -> Needs<'_> {
        Needs::new([self.task.into()], NO_DAYS)
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        let blocker = self.which.of(scene.live_task(self.task)?, BlockerStep::Ask)?;
        Ok(vec![Draft::new(self.task, BlockerAsked { blocker, at: None, by: None, from: None })])
    }
}

/// To say until when help was promised.
#[derive(Debug, Clone, PartialEq)]
pub struct Promise {
    pub task: TaskId,
    pub which: Which,
    pub until: Day,
}

impl Decide for Promise {
    fn needs(&self) -> Needs<'_> {
        Needs::new([self.task.into()], [self.until])
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        let blocker = self.which.of(scene.live_task(self.task)?, BlockerStep::Promise(self.until))?;
        if self.until < scene.today {
            return Err(Refusal::InThePast(self.until));
        }
        Ok(vec![Draft::new(
            self.task,
            BlockerPromised { blocker, until: self.until, at: None, by: None, from: None },
        )])
    }
}

/// To say that a blocker is gone, and how; or that it never was one.
#[derive(Debug, Clone, PartialEq)]
pub struct Clear {
    pub task: TaskId,
    pub which: Which,
    pub how: Option<String>,
    /// Taken back instead of cleared.
    pub withdrawn: bool,
}

impl Decide for Clear {
    fn needs(&self) -> Needs<'_> {
        Needs::new([self.task.into()], NO_DAYS)
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        let to = if self.withdrawn { BlockerStep::Withdraw } else { BlockerStep::Clear };
        let blocker = self.which.of(scene.live_task(self.task)?, to)?;
        let event = if self.withdrawn {
            Event::Task(TaskEvent::BlockerWithdrawn(BlockerWithdrawn {
                blocker,
                at: None,
                by: None,
                from: None,
            }))
        } else {
            Event::Task(TaskEvent::BlockerCleared(BlockerCleared {
                blocker,
                how: maybe(&self.how)?,
                at: None,
                by: None,
                from: None,
            }))
        };
        Ok(vec![Draft::new(self.task, event).ending([blocker])])
    }
}
