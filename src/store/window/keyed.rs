//! What of a task tells where it stands in an arranged list.

use rusqlite::Row;
use rusqlite::types::Value;

use super::FINISHED;
use super::arrange::{Group, Section};
use crate::domain::id::{GoalId, MemberId, RoleId, TaskId};
use crate::domain::task::State;
use crate::store::project;

/// The groups that a task may stand in, and what sorts it there.
pub(super) struct Keyed {
    pub id: TaskId,
    list: i64,
    goal: Option<GoalId>,
    role: Option<RoleId>,
    lead: Option<MemberId>,
    rank: String,
    due: String,
    since: i64,
}

/// Reads `id, list, goal, role, lead, rank, due_key, since`.
pub(super) fn keyed(row: &Row<'_>) -> rusqlite::Result<Keyed> {
    Ok(Keyed {
        id: row.get(0)?,
        list: row.get(1)?,
        goal: row.get(2)?,
        role: row.get(3)?,
        lead: row.get(4)?,
        rank: row.get(5)?,
        due: row.get(6)?,
        since: row.get(7)?,
    })
}

impl Keyed {
    /// The section that it stands in.
    pub fn section(&self, sections: &[Section]) -> Option<usize> {
        sections.iter().position(|section| match section.heading.group {
            Group::Finished => self.list == FINISHED,
            _ if self.list == FINISHED => false,
            Group::State(state) => self.list == list(state),
            Group::Goal(goal) => self.goal == goal,
            Group::Role(role) => self.role == role,
            Group::Lead(lead) => self.lead == lead,
            Group::Live => true,
        })
    }

    /// The values of the columns that sort it.
    pub fn key(&self, keys: &[&str]) -> Vec<Value> {
        let value = |key: &&str| match *key {
            "rank" => Value::Text(self.rank.clone()),
            "due_key" => Value::Text(self.due.clone()),
            _ => Value::Integer(self.since),
        };
        keys.iter().map(value).collect()
    }

    /// The same as something that sorts, within a section; the id last, as everywhere.
    pub fn sort(&self, section: &Section) -> (i64, Vec<u8>, Vec<u8>, [u8; 16]) {
        let since = match (section.keys.contains(&"since"), section.descending) {
            (true, false) => self.since,
            (true, true) => self.since.checked_neg().unwrap_or(i64::MAX),
            (false, _) => 0,
        };
        let text = |key: &str, text: &str| match section.keys.contains(&key) {
            true => text.as_bytes().to_vec(),
            false => Vec::new(),
        };
        let id = *self.id.0.as_bytes();
        let id = if section.descending { id.map(|byte| !byte) } else { id };
        (since, text("due_key", &self.due), text("rank", &self.rank), id)
    }
}

fn list(state: State) -> i64 {
    project::list(state)
}
