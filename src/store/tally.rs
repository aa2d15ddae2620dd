//! Kept counts: what the screens say in numbers, without counting rows.

use std::borrow::Cow;
use std::collections::BTreeMap;

use rusqlite::{Connection, params};

use uuid::Uuid;

use super::{Store, StoreError, project};
use crate::domain::goal::GoalState;
use crate::domain::role::RoleState;
use crate::domain::subject::Subject;

/// What the counts change by, gathered over a transaction.
#[derive(Default)]
pub(super) struct Changes(BTreeMap<Cow<'static, str>, i64>);

impl Changes {
    /// Counts a subject out as it was and in as it is.
    pub fn count(&mut self, before: Option<&Subject>, after: &Subject) {
        for (subject, by) in before.map(|before| (before, -1)).into_iter().chain([(after, 1)]) {
            for name in names(subject) {
                *self.0.entry(name).or_default() += by;
            }
        }
    }

    pub fn keep(&self, connection: &Connection) -> Result<(), StoreError> {
        let mut statement = connection.prepare_cached(
            "INSERT INTO tally VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET n = n + excluded.n",
        )?;
        for (name, by) in self.0.iter().filter(|(_, by)| **by != 0) {
            statement.execute(params![name, by])?;
        }
        Ok(())
    }
}

/// The counts in which a subject takes part.
fn names(subject: &Subject) -> Vec<Cow<'static, str>> {
    if !subject.exists() {
        return Vec::new();
    }
    let mut all: Vec<Cow<'static, str>> = kinds(subject).into_iter().map(Cow::Borrowed).collect();
    if let Subject::Task(task) = subject
        && !task.is_finished()
    {
        let goal = task.goal.value().map(|goal| goal.0);
        let role = task.role.value().map(|role| role.0);
        let lead = project::first_lead(task).map(|lead| lead.0);
        all.extend([group("goal", goal), group("role", role), group("lead", lead)].map(Cow::Owned));
    }
    all
}

/// The count of a group of live tasks: those of one goal, role or lead, or of none.
fn group(kind: &str, id: Option<Uuid>) -> String {
    match id {
        Some(id) => format!("in:{kind}:{}", id.simple()),
        None => format!("in:{kind}:-"),
    }
}

fn kinds(subject: &Subject) -> Vec<&'static str> {
    match subject {
        Subject::Board(_) | Subject::Thanks(_) | Subject::Settlement(_) => Vec::new(),
        Subject::Member(member) if member.is_here() => vec!["member"],
        Subject::Member(_) => Vec::new(),
        Subject::Role(role) if role.state() == RoleState::Active && role.holders.is_empty() => {
            vec!["role", "role:vacant"]
        }
        Subject::Role(role) if role.state() != RoleState::Retired => vec!["role"],
        Subject::Role(_) => Vec::new(),
        Subject::Goal(goal) if goal.state() == GoalState::Active => vec!["goal"],
        Subject::Goal(_) => Vec::new(),
        Subject::Task(task) => {
            let mut names = vec![task.state().as_str()];
            if !task.is_finished() {
                names.push("live");
                if task.leads().next().is_none() {
                    names.push("free");
                }
                if task.is_blocked() {
                    names.push("blocked");
                }
            }
            names
        }
    }
}

/// How many of each there are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    pub members: i64,
    pub roles: i64,
    pub vacant_roles: i64,
    pub goals: i64,
    pub open: i64,
    pub doing: i64,
    pub review: i64,
    pub done: i64,
    pub dropped: i64,
    /// Not finished.
    pub live: i64,
    /// Live, and nobody leads it.
    pub free: i64,
    /// Live, with an open blocker.
    pub blocked: i64,
}

impl Store {
    /// The kept counts.
    pub fn counts(&self) -> Result<Counts, StoreError> {
        let mut counts = Counts::default();
        let mut statement =
            self.tables()?.prepare_cached("SELECT name, n FROM tally WHERE name < 'in:' OR name >= 'in;'")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let n = row.get(1)?;
            match row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)? {
                "member" => counts.members = n,
                "role" => counts.roles = n,
                "role:vacant" => counts.vacant_roles = n,
                "goal" => counts.goals = n,
                "open" => counts.open = n,
                "doing" => counts.doing = n,
                "review" => counts.review = n,
                "done" => counts.done = n,
                "dropped" => counts.dropped = n,
                "live" => counts.live = n,
                "free" => counts.free = n,
                "blocked" => counts.blocked = n,
                _ => {}
            }
        }
        Ok(counts)
    }
}
