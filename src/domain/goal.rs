//! A goal: what the team wants to reach, with a measure that can be read.

use serde::{Deserialize, Serialize};

use super::calendar::{At, Day};
use super::event::Event;
use super::id::{GoalId, RecordId};
use super::record::Record;
use super::register::Register;
use super::subject::Origin;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Horizon {
    Long,
    Short,
}

impl Horizon {
    /// The word in tables and exports.
    pub fn as_str(self) -> &'static str {
        match self {
            Horizon::Long => "long",
            Horizon::Short => "short",
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GoalState {
    Proposed,
    Active,
    Met,
    Missed,
    Dropped,
}

impl GoalState {
    /// The word in tables and exports.
    pub fn as_str(self) -> &'static str {
        match self {
            GoalState::Proposed => "proposed",
            GoalState::Active => "active",
            GoalState::Met => "met",
            GoalState::Missed => "missed",
            GoalState::Dropped => "dropped",
        }
    }
}

/// What the team wants to reach.
#[derive(Debug, Clone, PartialEq)]
pub struct Goal {
    pub id: GoalId,
    pub origin: Option<Origin>,
    pub title: Register<String>,
    pub why: Register<Option<String>>,
    pub horizon: Register<Horizon>,
    pub parent: Register<Option<GoalId>>,
    pub measure: Register<Option<String>>,
    pub unit: Register<Option<String>>,
    pub baseline: Register<Option<f64>>,
    pub target: Register<Option<f64>>,
    pub due: Register<Option<Day>>,
    pub review: Register<Option<Day>>,
    pub state: Register<GoalState>,
    /// In the order of their dates; of two on one day the later record counts and stands alone.
    pub readings: Vec<Reading>,
    /// When a reading or a change of state last moved it.
    pub moved: At,
    pub source: Option<String>,
}

/// Where the measure stood on a day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reading {
    pub id: RecordId,
    pub date: Day,
    pub value: f64,
}

impl Goal {
    pub(super) fn blank(id: GoalId) -> Goal {
        Goal {
            id,
            origin: None,
            title: Register::default(),
            why: Register::default(),
            horizon: Register::default(),
            parent: Register::default(),
            measure: Register::default(),
            unit: Register::default(),
            baseline: Register::default(),
            target: Register::default(),
            due: Register::default(),
            review: Register::default(),
            state: Register::default(),
            readings: Vec::new(),
            moved: At::START,
            source: None,
        }
    }

    pub fn title(&self) -> &str {
        self.title.get().map_or("", String::as_str)
    }

    pub fn state(&self) -> GoalState {
        self.state.get().copied().unwrap_or(GoalState::Proposed)
    }

    pub fn horizon(&self) -> Horizon {
        self.horizon.get().copied().unwrap_or(Horizon::Short)
    }

    /// Where the measure stands: its last reading, else its baseline.
    pub fn current(&self) -> Option<f64> {
        self.readings.last().map(|reading| reading.value).or(self.baseline.value().copied())
    }

    pub(super) fn apply(&mut self, record: &Record, event: &Event) {
        let (id, seen) = (record.id, record.ends.as_slice());
        match event {
            Event::GoalAdded(added) => {
                let at = added.at.unwrap_or(record.at);
                self.origin = Some(Origin { by: record.author, at, record: id });
                self.title.write(id, seen, added.title.clone());
                self.why.write(id, seen, added.why.clone());
                self.horizon.write(id, seen, added.horizon);
                self.parent.write(id, seen, added.parent);
                self.measure.write(id, seen, added.measure.clone());
                self.unit.write(id, seen, added.unit.clone());
                self.baseline.write(id, seen, added.baseline);
                self.target.write(id, seen, added.target);
                self.due.write(id, seen, added.due);
                self.review.write(id, seen, added.review);
                self.state.write(id, seen, added.state);
                self.moved = at;
                self.source.clone_from(&added.source);
            }
            Event::GoalEdited(edit) => {
                self.title.edit(id, seen, &edit.title);
                self.why.edit(id, seen, &edit.why);
                self.horizon.edit(id, seen, &edit.horizon);
                self.parent.edit(id, seen, &edit.parent);
                self.measure.edit(id, seen, &edit.measure);
                self.unit.edit(id, seen, &edit.unit);
                self.baseline.edit(id, seen, &edit.baseline);
                self.target.edit(id, seen, &edit.target);
                self.due.edit(id, seen, &edit.due);
                self.review.edit(id, seen, &edit.review);
            }
            Event::GoalRead(read) => {
                self.readings.retain(|reading| reading.date != read.date);
                let place = self.readings.partition_point(|reading| reading.date < read.date);
                self.readings.insert(place, Reading { id, date: read.date, value: read.value });
                // A reading is progress on the day that it speaks of: one brought from elsewhere may be old.
                self.moved = self.moved.max(At::end_of(read.date).min(record.at));
            }
            Event::GoalMoved(moved) => {
                self.state.write(id, seen, moved.to);
                self.moved = self.moved.max(record.at);
            }
            _ => {}
        }
    }
}
