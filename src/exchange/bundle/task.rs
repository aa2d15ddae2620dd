//! A task with all that is said of it.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Task {
    pub key: String,
    /// Its key at another tool, where it came from there to a Setara board: known by that on a board that has it already.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// What that tool said of it last, where it says something else by now: without it nobody could tell later which of the
    /// two changed it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub task_said: Option<Box<Task>>,
    pub handle: Option<String>,
    pub title: String,
    /// Markdown; an importer puts checklists here as `- [ ]` boxes under a heading.
    pub notes: Option<String>,
    /// `open`, `doing`, `review`, `done` or `dropped`.
    pub state: String,
    /// Why it was dropped.
    pub reason: Option<String>,
    /// Key of the task in which it goes on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub merged_into: Option<String>,
    /// When it came into its state; from the source, so that an import is no sign of progress.
    pub since: Option<DateTime<Utc>>,
    pub created: Option<DateTime<Utc>>,
    /// Key of a role.
    pub role: Option<String>,
    /// Key of a goal.
    pub goal: Option<String>,
    pub tags: Vec<String>,
    pub skills: Vec<String>,
    pub due: Option<NaiveDate>,
    /// Parked until this day.
    pub parked: Option<NaiveDate>,
    /// The next visible step.
    pub next: Option<String>,
    pub links: Vec<String>,
    /// Live claims first; ended ones say how they ended.
    pub claims: Vec<Claim>,
    /// Handovers that still await an answer.
    pub offers: Vec<Offer>,
    pub blockers: Vec<Blocker>,
    pub remarks: Vec<Remark>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Claim {
    /// Key of a member.
    pub member: String,
    /// `lead` or `helper`.
    pub part: String,
    pub since: Option<DateTime<Utc>>,
    /// Until when the claim stands unrenewed.
    pub lease: Option<DateTime<Utc>>,
    pub ended: Option<DateTime<Utc>>,
    /// `given-back`, `handed-over`, `taken-over`, `done` or `left`; `None` while the claim lives.
    pub end: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Offer {
    /// Key of the member whose lead is offered.
    pub from: String,
    /// Key of the member to whom it is offered.
    pub to: String,
    pub at: Option<DateTime<Utc>>,
    pub note: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Blocker {
    pub what: String,
    /// The same in other languages, where nobody said it but whoever read the file: who brings a newer one may speak another.
    #[serde(skip)]
    pub also: Vec<String>,
    /// On whom or what the task waits.
    pub on: Option<WaitsOn>,
    /// Key of the member who raised it.
    pub by: Option<String>,
    pub raised: Option<DateTime<Utc>>,
    pub asked: Option<DateTime<Utc>>,
    pub promised: Option<NaiveDate>,
    pub cleared: Option<DateTime<Utc>>,
    /// How it was cleared, or `withdrawn`.
    pub how: Option<String>,
}

/// Whom or what a blocked task waits on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum WaitsOn {
    /// Key of a member.
    Member(String),
    /// Key of a task.
    Task(String),
    /// Somebody or something outside of the board.
    Other(String),
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Remark {
    /// Key of a member; `None` where the writer is unknown.
    pub by: Option<String>,
    pub at: Option<DateTime<Utc>>,
    pub text: String,
}
