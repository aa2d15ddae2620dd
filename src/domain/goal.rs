//! A goal: what the team wants to reach, with a measure that can be read.

pub(super) mod event;
pub(super) mod fields;

use serde::{Deserialize, Serialize};

use super::calendar::{At, Day};
use super::field::{OneOf, Registers};
use super::id::{GoalId, RecordId, SubjectId};
use super::record::Record;
use super::register::Register;
use super::subject::{Fold, Origin, Searched, Withdrawn};
use crate::words::words;
use event::GoalEvent;

pub use fields::{GoalField, GoalRegisters};

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Horizon {
    Long,
    #[default]
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

impl OneOf for Horizon {
    const ALL: &'static [Horizon] = &[Horizon::Long, Horizon::Short];

    fn said(self) -> String {
        match self {
            Horizon::Long => words().phrase_horizon_long(),
            Horizon::Short => words().phrase_horizon_short(),
        }
    }
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GoalState {
    Proposed,
    #[default]
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
    pub registers: GoalRegisters,
    pub state: Register<GoalState>,
    /// In the order of their dates; of two on one day the later record counts and stands alone.
    pub readings: Vec<Reading>,
    /// When a reading or a change of state last moved it.
    pub moved: At,
    pub source: Option<String>,
    /// Where the record that made it was undone.
    pub withdrawn: Option<Withdrawn>,
}

/// Where the measure stood on a day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reading {
    pub id: RecordId,
    pub date: Day,
    pub value: f64,
}

impl Goal {
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
}

impl Fold for Goal {
    type Event = GoalEvent;

    fn blank(id: SubjectId) -> Goal {
        Goal {
            id: id.into(),
            origin: None,
            registers: GoalRegisters::default(),
            state: Register::default(),
            readings: Vec::new(),
            moved: At::START,
            source: None,
            withdrawn: None,
        }
    }

    fn id(&self) -> SubjectId {
        self.id.into()
    }

    fn apply(&mut self, record: &Record, event: &GoalEvent) {
        let (id, seen) = (record.id, record.ends.as_slice());
        match event {
            GoalEvent::Added(added) => {
                let at = added.at.unwrap_or(record.at);
                self.origin = Some(Origin { by: record.author, at, record: id });
                self.registers.add(record, added);
                self.state.write(id, seen, added.state);
                self.moved = at;
                self.source.clone_from(&added.source);
                self.withdrawn = None;
            }
            GoalEvent::Edited(edit) => self.registers.edit(record, edit),
            GoalEvent::Read(read) => {
                self.readings.retain(|reading| reading.date != read.date);
                let place = self.readings.partition_point(|reading| reading.date < read.date);
                self.readings.insert(place, Reading { id, date: read.date, value: read.value });
                // A reading is progress on the day that it speaks of: one brought from elsewhere may be old.
                self.moved = self.moved.max(At::end_of(read.date).min(record.at));
            }
            GoalEvent::Moved(moved) => {
                self.state.write(id, seen, moved.to);
                self.moved = self.moved.max(moved.at.unwrap_or(record.at));
            }
        }
    }

    fn exists(&self) -> bool {
        self.origin.is_some()
    }

    fn ended(&self) -> Option<At> {
        // Where a goal is read after its end, it is its last reading that counts: somebody still speaks of it.
        match self.state() {
            GoalState::Proposed | GoalState::Active => None,
            GoalState::Met | GoalState::Missed | GoalState::Dropped => Some(self.moved),
        }
    }

    fn called(&self) -> Option<&str> {
        Some(self.title())
    }

    fn source(&self) -> Option<&str> {
        self.source.as_deref()
    }

    fn searched(&self) -> Searched<'_> {
        Searched::named(self.title()).and(self.why.value()).and(self.measure.value()).and(self.unit.value())
    }

    fn withdrawn(&self) -> Option<&Withdrawn> {
        self.withdrawn.as_ref()
    }

    fn withdraw(&mut self, withdrawn: Withdrawn) {
        self.withdrawn = Some(withdrawn);
    }
}
