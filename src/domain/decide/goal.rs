//! Goals: adding, editing, reading their measure, and saying how they ended.

use super::{Decide, Draft, GoalId, NO_DAYS, Needs, Refusal, Scene, are_there, edited, maybe, number};
use crate::domain::calendar::Day;
use crate::domain::event::{GoalEdited, GoalMoved, GoalRead};
use crate::domain::field::Values;
use crate::domain::goal::GoalState;

pub use crate::domain::goal::fields::AddGoal;

impl Decide for AddGoal {
    fn needs(&self) -> Needs<'_> {
        Needs::fields([self.id.into()], self)
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        scene.unknown(self.id)?;
        are_there(&self.values(), scene)?;
        Ok(vec![Draft::new(self.id, self.added()?)])
    }
}

/// To change what a goal says.
#[derive(Debug, Clone, PartialEq)]
pub struct EditGoal {
    pub goal: GoalId,
    pub edit: GoalEdited,
}

impl Decide for EditGoal {
    fn needs(&self) -> Needs<'_> {
        Needs::fields([self.goal.into()], &self.edit)
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        let goal = scene.goal(self.goal)?;
        are_there(&self.edit.values(), scene)?;
        if self.edit.parent.flatten() == Some(self.goal) {
            return Err(Refusal::GoalInItself);
        }
        edited(self.goal, &goal.registers, &self.edit)
    }
}

/// To say where the measure stood on a day.
#[derive(Debug, Clone, PartialEq)]
pub struct ReadGoal {
    pub goal: GoalId,
    pub date: Day,
    pub value: f64,
}

impl Decide for ReadGoal {
    fn needs(&self) -> Needs<'_> {
        Needs::new([self.goal.into()], [self.date])
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        scene.goal(self.goal)?;
        let event = GoalRead { date: self.date, value: number(self.value)?, at: None, by: None, from: None };
        Ok(vec![Draft::new(self.goal, event)])
    }
}

/// To say that a goal was met, missed or dropped, or that it is active again.
#[derive(Debug, Clone, PartialEq)]
pub struct MoveGoal {
    pub goal: GoalId,
    pub to: GoalState,
    pub reason: Option<String>,
}

impl Decide for MoveGoal {
    fn needs(&self) -> Needs<'_> {
        Needs::new([self.goal.into()], NO_DAYS)
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        let goal = scene.goal(self.goal)?;
        if goal.state() == self.to && goal.state.written_twice().is_none() {
            return Err(Refusal::GoalOver);
        }
        let event = GoalMoved { to: self.to, reason: maybe(&self.reason)?, by: None, at: None, from: None };
        Ok(vec![Draft::new(self.goal, event).ending(goal.state.seen())])
    }
}
