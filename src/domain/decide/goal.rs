//! Goals: adding, editing, reading their measure, and saying how they ended.

use super::{Draft, GoalId, Refusal, Scene, Seen, maybe, title};
use crate::domain::calendar::Day;
use crate::domain::event::{GoalAdded, GoalEdited, GoalMoved, GoalRead};
use crate::domain::goal::{GoalState, Horizon};

/// To write down a new goal.
#[derive(Debug, Clone, PartialEq)]
pub struct AddGoal {
    pub id: GoalId,
    pub title: String,
    pub why: Option<String>,
    pub horizon: Horizon,
    pub parent: Option<GoalId>,
    pub measure: Option<String>,
    pub unit: Option<String>,
    pub baseline: Option<f64>,
    pub target: Option<f64>,
    pub due: Option<Day>,
    pub review: Option<Day>,
}

impl AddGoal {
    pub(super) fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        scene.unknown(self.id)?;
        self.parent.map(|parent| scene.goal(parent)).transpose()?;
        let added = GoalAdded {
            title: title(&self.title)?,
            why: maybe(&self.why)?,
            horizon: self.horizon,
            parent: self.parent,
            measure: maybe(&self.measure)?,
            unit: maybe(&self.unit)?,
            baseline: self.baseline.map(number).transpose()?,
            target: self.target.map(number).transpose()?,
            due: self.due,
            review: self.review,
            state: GoalState::Active,
            source: None,
            at: None,
        };
        Ok(vec![Draft::new(self.id, added)])
    }
}

/// JSON has no way to write an endless number, and no goal has a use for one.
fn number(value: f64) -> Result<f64, Refusal> {
    if value.is_finite() { Ok(value) } else { Err(Refusal::NotANumber) }
}

/// To change what a goal says.
#[derive(Debug, Clone, PartialEq)]
pub struct EditGoal {
    pub goal: GoalId,
    pub edit: GoalEdited,
}

impl EditGoal {
    /// No field named yet.
    pub const NOTHING: GoalEdited = GoalEdited {
        title: None,
        why: None,
        horizon: None,
        parent: None,
        measure: None,
        unit: None,
        baseline: None,
        target: None,
        due: None,
        review: None,
        by: None,
        at: None,
        from: None,
    };

    pub(super) fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        let goal = scene.goal(self.goal)?;
        let edit = &self.edit;
        if let Some(parent) = edit.parent.flatten() {
            scene.goal(parent)?;
            if parent == self.goal {
                return Err(Refusal::GoalInItself);
            }
        }
        for value in [edit.baseline, edit.target].into_iter().flatten().flatten() {
            number(value)?;
        }
        let mut seen = Seen::default();
        let new = GoalEdited {
            title: seen.change(edit.title.as_deref().map(title).transpose()?, &goal.title),
            why: seen.change(edit.why.as_ref().map(maybe).transpose()?, &goal.why),
            horizon: seen.change(edit.horizon, &goal.horizon),
            parent: seen.change(edit.parent, &goal.parent),
            measure: seen.change(edit.measure.as_ref().map(maybe).transpose()?, &goal.measure),
            unit: seen.change(edit.unit.as_ref().map(maybe).transpose()?, &goal.unit),
            baseline: seen.change(edit.baseline, &goal.baseline),
            target: seen.change(edit.target, &goal.target),
            due: seen.change(edit.due, &goal.due),
            review: seen.change(edit.review, &goal.review),
            by: None,
            at: None,
            from: None,
        };
        if new == EditGoal::NOTHING {
            return Err(Refusal::NothingToChange(self.goal.into()));
        }
        Ok(vec![Draft::new(self.goal, new).ending(seen.0)])
    }
}

/// To say where the measure stood on a day.
#[derive(Debug, Clone, PartialEq)]
pub struct ReadGoal {
    pub goal: GoalId,
    pub date: Day,
    pub value: f64,
}

impl ReadGoal {
    pub(super) fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
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

impl MoveGoal {
    pub(super) fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        let goal = scene.goal(self.goal)?;
        if goal.state() == self.to && goal.state.written_twice().is_none() {
            return Err(Refusal::GoalOver);
        }
        let event = GoalMoved { to: self.to, reason: maybe(&self.reason)?, by: None, at: None, from: None };
        Ok(vec![Draft::new(self.goal, event).ending(goal.state.seen())])
    }
}
