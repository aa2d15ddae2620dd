//! The rows of goals.

use rusqlite::{Connection, params};

use super::{Layout, Reference, Stored};
use crate::domain::folding::folded;
use crate::domain::goal::{Goal, GoalState};
use crate::domain::handle;
use crate::store::codec::day;
use crate::store::{StoreError, tally};

impl Stored for Goal {
    const LAYOUT: Layout = Layout {
        each: Some(("goal", "created, id")),
        tables: &[("goal", "id"), ("goal_reading", "goal, date")],
        references: &[Reference::needs("goal", "id", "parent")],
    };

    fn write(&self, _: Option<&Goal>, connection: &Connection) -> Result<(), StoreError> {
        let Some(origin) = self.origin else { return Ok(()) };
        connection.prepare_cached("DELETE FROM goal_reading WHERE goal = ?1")?.execute([self.id])?;
        connection
            .prepare_cached(
                "INSERT INTO goal VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16,?17,?18)
                 ON CONFLICT (id) DO UPDATE SET title = excluded.title, folded = excluded.folded, why = excluded.why,
                 horizon = excluded.horizon, parent = excluded.parent, measure = excluded.measure, unit = excluded.unit,
                 baseline = excluded.baseline, target = excluded.target, current = excluded.current,
                 due = excluded.due, review = excluded.review, state = excluded.state, created = excluded.created,
                 moved = excluded.moved, source = excluded.source",
            )?
            .execute(params![
                self.id,
                handle::whole(self.id.0),
                self.title(),
                folded(self.title()),
                self.why.value(),
                self.horizon().as_str(),
                self.parent.value(),
                self.measure.value(),
                self.unit.value(),
                self.baseline.value(),
                self.target.value(),
                self.current(),
                day(self.due.value().copied()),
                day(self.review.value().copied()),
                self.state().as_str(),
                origin.at,
                self.moved,
                self.source,
            ])?;
        for reading in &self.readings {
            connection.prepare_cached("INSERT INTO goal_reading VALUES (?1,?2,?3)")?.execute(params![
                self.id,
                day(Some(reading.date)),
                reading.value,
            ])?;
        }
        Ok(())
    }

    fn counts(&self) -> Vec<tally::Name> {
        if self.state() == GoalState::Active { vec!["goal".into()] } else { Vec::new() }
    }
}
