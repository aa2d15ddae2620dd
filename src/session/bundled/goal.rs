//! Goals, as items of a bundle.

use super::{Bundled, Import, Item, handle, source_of, time, title_of};
use crate::domain::calendar::At;
use crate::domain::event::{GoalAdded, GoalEdited, GoalMoved, GoalRead};
use crate::domain::field::types::Choice;
use crate::domain::field::{Field, Type, Value, brought};
use crate::domain::goal::{Goal, GoalField, GoalState, Horizon};
use crate::domain::id::GoalId;
use crate::domain::record::{Draft, Record};
use crate::domain::subject::Subject;
use crate::exchange::Bundle;
use crate::exchange::bundle;
use crate::session::import::ChangedTwice;
use crate::session::import::said::is_said;
use crate::session::{Error, Session};
use crate::words::words;

impl Bundled for Goal {
    fn export(&self, session: &Session, out: &mut Bundle) -> Result<(), Error> {
        let mut item = goal(self, handle(session, self.id.into())?);
        if let Some(source) = &self.source {
            let from_there = |record: &Record| is_said(record, self.id.into(), source);
            if let Some(Subject::Goal(said)) = session.board().folded_from(self.id.into(), from_there)? {
                item.goal_said = said_before(goal(&said, None), &item).map(Box::new);
            }
        }
        out.goals.push(item);
        Ok(())
    }

    fn import(import: &mut Import<'_, '_>, bundle: &Bundle) -> Result<(), Error> {
        // Parents may stand behind their children: all ids first.
        let (mut new, mut known) = (Vec::new(), Vec::new());
        for goal in &bundle.goals {
            match import.item_from(&goal.key, goal.source.as_ref())? {
                Item::New(id) => new.push((GoalId::from(id), goal)),
                Item::Known(id) => known.push((GoalId::from(id), goal)),
            }
        }
        for (id, goal) in new {
            import.imported.goals += 1;
            import.goal(id, goal)?;
        }
        known.into_iter().try_for_each(|(id, goal)| import.newer_goal(id, goal))
    }
}

impl Import<'_, '_> {
    fn goal(&mut self, id: GoalId, goal: &bundle::Goal) -> Result<(), Error> {
        // What its source said of it is known here as there, and what was changed since is not its source's.
        let first = goal.goal_said.as_deref().unwrap_or(goal);
        let added = GoalAdded {
            title: first.title.clone(),
            why: first.why.clone(),
            horizon: horizon(first),
            parent: first.parent.as_ref().and_then(|key| self.ids.get(key)).map(|id| (*id).into()),
            measure: first.measure.clone(),
            unit: first.unit.clone(),
            baseline: first.baseline.filter(|value| value.is_finite()),
            target: first.target.filter(|value| value.is_finite()),
            due: first.due,
            review: first.review,
            state: state(first),
            source: source_of(&goal.key, goal.source.as_ref()),
            file: self.file.take(),
            at: Some(self.at(goal.created)),
        };
        let mut drafts = vec![Draft::new(id, added)];
        for reading in &goal.readings {
            drafts.extend(self.read(reading, None).map(|read| Draft::new(id, read)));
        }
        self.append(drafts)?;
        if goal.goal_said.is_some() {
            // All of it is new here.
            let changed = self.imported.changed;
            self.newer_goal(id, goal)?;
            self.imported.changed = changed;
        }
        Ok(())
    }

    fn read(&self, reading: &bundle::Reading, from: Option<String>) -> Option<GoalRead> {
        let at = Some(At::end_of(reading.date).min(self.now));
        let is_number = reading.value.is_finite();
        is_number.then_some(GoalRead { date: reading.date, value: reading.value, at, by: None, from })
    }

    /// What a newer file says of a goal that came from there.
    fn newer_goal(&mut self, id: GoalId, goal: &bundle::Goal) -> Result<(), Error> {
        let Some(Subject::Goal(said)) = self.said(id.into(), &goal.key)? else { return Ok(()) };
        let Some(Subject::Goal(here)) = self.writing.subject(id.into())? else { return Ok(()) };
        let from = Some(goal.key.clone());
        let finite = |value: Option<f64>| value.filter(|value| value.is_finite());
        let title = title_of(goal.title.clone());
        let mut now: Vec<_> = title.map(|title| (GoalField::Title, title)).into_iter().collect();
        now.extend([
            (GoalField::Why, Value::Long(goal.why.clone())),
            (GoalField::Horizon, Choice::value(horizon(goal))),
            (GoalField::Measure, Value::Text(goal.measure.clone())),
            (GoalField::Unit, Value::Text(goal.unit.clone())),
            (GoalField::Baseline, Value::Number(finite(goal.baseline))),
            (GoalField::Target, Value::Number(finite(goal.target))),
            (GoalField::Due, Value::Date(goal.due)),
            (GoalField::Review, Value::Date(goal.review)),
        ]);
        if let Some(parent) = self.named(goal.parent.as_ref())? {
            now.push((GoalField::Parent, Value::Goal(parent.map(Into::into))));
        }
        let brought = brought(&said.registers, &here.registers, now);
        let mut both: Vec<String> = brought.both.iter().map(|field| field.label()).collect();
        let mut drafts = Vec::new();
        if brought.edit != GoalEdited::default() {
            let edit = GoalEdited { from: from.clone(), ..brought.edit };
            drafts.push(Draft::new(id, edit).ending(brought.ends));
            self.imported.changed.edited += 1;
        }
        let (then, ours, to) = (said.state(), here.state(), state(goal));
        if to != then && to != ours {
            if ours == then {
                let moved = GoalMoved { to, reason: None, by: None, at: None, from: from.clone() };
                drafts.push(Draft::new(id, moved).ending(here.state.seen()));
                self.imported.changed.moved += 1;
            } else {
                both.push(words().phrase_field_state());
            }
        }
        let on = |goal: &Goal, day| goal.readings.iter().find(|one| one.date == day).map(|one| one.value);
        for reading in &goal.readings {
            let (then, ours) = (on(&said, reading.date), on(&here, reading.date));
            if Some(reading.value) != then && Some(reading.value) != ours && ours == then {
                let read = self.read(reading, from.clone());
                self.imported.changed.readings += usize::from(read.is_some());
                drafts.extend(read.map(|read| Draft::new(id, read)));
            }
        }
        self.append(drafts)?;
        if !both.is_empty() {
            self.imported.both.push(ChangedTwice { title: here.title().to_owned(), fields: both });
        }
        Ok(())
    }
}

fn horizon(goal: &bundle::Goal) -> Horizon {
    if goal.horizon == "long" { Horizon::Long } else { Horizon::Short }
}

fn state(goal: &bundle::Goal) -> GoalState {
    match goal.state.as_str() {
        "proposed" => GoalState::Proposed,
        "met" => GoalState::Met,
        "missed" => GoalState::Missed,
        "dropped" => GoalState::Dropped,
        _ => GoalState::Active,
    }
}

/// What the source said last of a goal, where that is something else by now. Its readings tell by themselves.
fn said_before(said: bundle::Goal, now: &bundle::Goal) -> Option<bundle::Goal> {
    let item = |goal: &bundle::Goal| bundle::Goal {
        key: String::new(),
        source: None,
        handle: None,
        goal_said: None,
        created: None,
        readings: Vec::new(),
        ..goal.clone()
    };
    let (was, is) = (item(&said), item(now));
    (was != is).then_some(was)
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
        goal_said: None,
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
