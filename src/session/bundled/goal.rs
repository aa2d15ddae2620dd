//! Goals, as items of a bundle.

use super::{Bundled, Import, Item, handle, source_of, time};
use crate::domain::calendar::At;
use crate::domain::event::{GoalAdded, GoalRead};
use crate::domain::goal::{Goal, GoalState, Horizon};
use crate::domain::id::GoalId;
use crate::domain::record::Draft;
use crate::domain::subject::Subject;
use crate::exchange::Bundle;
use crate::exchange::bundle;
use crate::session::{Error, Session};

impl Bundled for Goal {
    fn export(&self, session: &Session, out: &mut Bundle) -> Result<(), Error> {
        out.goals.push(goal(self, handle(session, self.id.into())?));
        Ok(())
    }

    fn import(import: &mut Import<'_>, bundle: &Bundle) -> Result<(), Error> {
        // Parents may stand behind their children: all ids first.
        let mut new = Vec::new();
        for goal in &bundle.goals {
            if let Item::New(id) = import.item_from(&goal.key, goal.source.as_ref())? {
                new.push((GoalId::from(id), goal));
            }
        }
        for (id, goal) in new {
            import.imported.goals += 1;
            let state = match goal.state.as_str() {
                "proposed" => GoalState::Proposed,
                "met" => GoalState::Met,
                "missed" => GoalState::Missed,
                "dropped" => GoalState::Dropped,
                _ => GoalState::Active,
            };
            let added = GoalAdded {
                title: goal.title.clone(),
                why: goal.why.clone(),
                horizon: if goal.horizon == "long" { Horizon::Long } else { Horizon::Short },
                parent: goal.parent.as_ref().and_then(|key| import.ids.get(key)).map(|id| (*id).into()),
                measure: goal.measure.clone(),
                unit: goal.unit.clone(),
                baseline: goal.baseline.filter(|value| value.is_finite()),
                target: goal.target.filter(|value| value.is_finite()),
                due: goal.due,
                review: goal.review,
                state,
                source: source_of(&goal.key, goal.source.as_ref()),
                file: import.file.take(),
                at: Some(import.at(goal.created)),
            };
            let mut drafts = vec![Draft::new(id, added)];
            for reading in goal.readings.iter().filter(|reading| reading.value.is_finite()) {
                let at = Some(At::end_of(reading.date).min(import.now));
                let read = GoalRead { date: reading.date, value: reading.value, at, by: None, from: None };
                drafts.push(Draft::new(id, read));
            }
            import.append(drafts)?;
        }
        Ok(())
    }
}

impl Session {
    /// One goal as the export has it.
    pub fn goal_out(&self, id: GoalId) -> Result<Option<bundle::Goal>, Error> {
        match self.board().subject(id.into())? {
            Some(Subject::Goal(g)) => Ok(Some(goal(&g, handle(self, id.into())?))),
            _ => Ok(None),
        }
    }
}

fn goal(goal: &Goal, handle: Option<String>) -> bundle::Goal {
    bundle::Goal {
        key: goal.id.to_string(),
        source: goal.source.clone(),
        handle,
        title: goal.title().to_owned(),
        why: goal.why.value().cloned(),
        horizon: goal.horizon().as_str().to_owned(),
        parent: goal.parent.value().map(ToString::to_string),
        measure: goal.measure.value().cloned(),
        unit: goal.unit.value().cloned(),
        baseline: goal.baseline.value().copied(),
        target: goal.target.value().copied(),
        due: goal.due.value().copied(),
        review: goal.review.value().copied(),
        state: goal.state().as_str().to_owned(),
        created: goal.origin.and_then(|origin| time(origin.at)),
        readings: goal
            .readings
            .iter()
            .map(|reading| bundle::Reading { date: reading.date, value: reading.value })
            .collect(),
    }
}
