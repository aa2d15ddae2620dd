//! The shapes that `--json` prints. They are stable: a field may come, none goes or changes its meaning.
//!
//! | command | prints |
//! |---|---|
//! | whatever writes | [`Doing`] |
//! | `tasks` | an array of [`Task`] |
//! | `show`, `role show`, `goal show`, `me` | one [`Task`], [`Role`], [`Goal`] or [`Member`], with `findings` and `history` |
//! | `roles`, `goals`, `who` | arrays of [`Role`], [`Goal`], [`Member`] |
//! | `mine`, `next` | [`Mine`], [`Next`] |
//! | `findings` | an array of [`Finding`] |
//! | `blockers`, `waits`, `clarity` | arrays of [`Blocker`], [`Wait`], [`Clarity`] |
//! | `log` | an array of [`Entry`] |
//! | `since` | [`Since`] |
//! | `terms` | an array of [`Term`] |
//! | `search` | an array of [`Hit`] |
//! | `settings` | [`Settings`]; with a name one [`Setting`] or [`Keys`]; `settings keys` an array of [`Keys`] |
//! | nothing (the board) | [`Board`] |
//!
//! Keys are ids (UUIDs) as in `setara export json`, whose shapes tasks, roles, goals and members have. Moments are RFC
//! 3339 in UTC, days `2026-12-12`. A failure prints `{"error": {"kind", "message", "hint"}}` on the standard error.

mod fill;
mod settings;

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;

pub use fill::*;
pub use settings::*;

use crate::exchange::bundle;

/// What was done, in the journal's sentence, and to what.
#[derive(Serialize)]
pub struct Doing {
    pub sentence: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subject: Option<Subject>,
}

/// Something on the board.
#[derive(Serialize)]
pub struct Subject {
    /// `member`, `role`, `goal`, `task`, `thanks`, `finding` or `board`.
    pub kind: &'static str,
    pub key: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub handle: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// What a search found.
#[derive(Serialize)]
pub struct Hit {
    #[serde(flatten)]
    pub subject: Subject,
    /// How it stands: `doing`, `active`; nothing for what has no state.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<String>,
    /// The names of those who lead a task.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub leads: Vec<String>,
    /// The first line that holds one of the words, where its name does not hold them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<String>,
}

/// One of the team's terms.
#[derive(Serialize)]
pub struct Term {
    pub name: &'static str,
    /// A number, an array of weekdays (`mon`), or what the team calls a state.
    pub value: serde_json::Value,
    pub default: serde_json::Value,
    /// Whether the team has a value of its own.
    pub own: bool,
    /// `days` or `working days`, with the least and the most of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub least: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub most: Option<u32>,
    pub doc: String,
}

/// A task as in the export, with the names of those who claim it.
#[derive(Serialize)]
pub struct Task {
    #[serde(flatten)]
    pub task: bundle::Task,
    pub leads: Vec<String>,
    pub helpers: Vec<String>,
    #[serde(flatten)]
    pub about: Option<About>,
}

#[derive(Serialize)]
pub struct Role {
    #[serde(flatten)]
    pub role: bundle::Role,
    /// The names of the holders.
    pub held_by: Vec<String>,
    #[serde(flatten)]
    pub about: Option<About>,
}

#[derive(Serialize)]
pub struct Goal {
    #[serde(flatten)]
    pub goal: bundle::Goal,
    #[serde(flatten)]
    pub about: Option<About>,
}

/// A member as in the export; one's own limit only on one's own page.
#[derive(Serialize)]
pub struct Member {
    #[serde(flatten)]
    pub member: bundle::Member,
    /// Handles of the tasks that they lead, and help with.
    pub leads: Vec<String>,
    pub helps: Vec<String>,
    /// Names of the roles that they hold.
    pub roles: Vec<String>,
    #[serde(flatten)]
    pub about: Option<About>,
}

/// What a page has besides the thing itself.
#[derive(Serialize)]
pub struct About {
    pub findings: Vec<Finding>,
    /// The newest first.
    pub history: Vec<Entry>,
}

#[derive(Serialize)]
pub struct Finding {
    /// What `setara settle` takes: `O1:bakul`.
    pub key: String,
    pub rule: &'static str,
    /// `overlap`, `gap`, `unclear`, `stale` or `load`.
    pub kind: &'static str,
    pub sentence: String,
    /// Since when it is so; left out where no moment is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<DateTime<Utc>>,
    /// Keys of what it speaks of.
    pub about: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub settled: Option<Settled>,
}

#[derive(Serialize)]
pub struct Settled {
    pub verdict: String,
    pub reason: String,
    pub until: Option<NaiveDate>,
    pub by: String,
}

#[derive(Serialize)]
pub struct Entry {
    pub id: String,
    pub at: DateTime<Utc>,
    /// The author's name.
    pub by: String,
    /// The event's wire name, such as `task.claimed`.
    pub event: String,
    /// Key of what it happened to.
    pub subject: String,
    pub sentence: String,
}

/// What touches one since one looked last.
#[derive(Serialize)]
pub struct Since {
    /// When one looked last; left out where that is not known here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<DateTime<Utc>>,
    /// The newest first.
    pub touches: Vec<Touch>,
    /// Whether more arrived since than was looked at.
    pub more: bool,
}

#[derive(Serialize)]
pub struct Touch {
    #[serde(flatten)]
    pub entry: Entry,
    /// How much else of the same import, or the same undo, touches one: it is told once.
    pub also: usize,
}

#[derive(Serialize)]
pub struct Offer {
    pub key: String,
    pub handle: String,
    pub title: String,
    pub from: String,
    pub at: DateTime<Utc>,
    pub note: Option<String>,
}

/// What one has in hand.
#[derive(Serialize)]
pub struct Mine {
    pub member: String,
    /// Leads in doing that nothing blocks, and one's own limit of them.
    pub in_hand: i64,
    pub limit: i64,
    pub offers: Vec<Offer>,
    pub tasks: Vec<Task>,
    pub roles: Vec<Role>,
}

/// What one could pull.
#[derive(Serialize)]
pub struct Next {
    pub offers: Vec<Offer>,
    pub tasks: Vec<Task>,
}

/// The board at a glance.
#[derive(Serialize)]
pub struct Board {
    pub name: String,
    pub me: Option<String>,
    pub at: DateTime<Utc>,
    pub goals: Vec<Goal>,
    pub tasks: Vec<Task>,
    pub roles: Vec<Role>,
    pub findings: Vec<Finding>,
    pub blockers: Vec<Blocker>,
    pub waits: Vec<Wait>,
    pub clarity: Vec<Clarity>,
    pub blocked: i64,
    pub unclaimed: i64,
}

/// An open blocker.
#[derive(Serialize)]
pub struct Blocker {
    /// Key of the task that it stops.
    pub task: String,
    pub handle: String,
    pub title: String,
    /// The name of who leads the task.
    pub lead: Option<String>,
    pub what: String,
    /// On whom or what it waits, as in the export.
    pub on: Option<bundle::WaitsOn>,
    /// The name of that member, or the title of that task.
    pub on_name: Option<String>,
    pub raised: DateTime<Utc>,
    pub asked: Option<DateTime<Utc>>,
    pub promised: Option<NaiveDate>,
    /// How many tasks wait on this one.
    pub holds_up: i64,
}

/// A line of the trees of who waits on whom.
#[derive(Serialize)]
pub struct Wait {
    /// `cause`, `free`, `waits`, `again` or `circle`.
    pub kind: &'static str,
    /// How far below its root it stands; a root has 0.
    pub depth: usize,
    /// Key of the task; with a cause, of the one that it stops.
    pub task: String,
    pub handle: String,
    pub title: String,
    /// What stops it; nothing where nothing does.
    pub blocker: Option<Blocker>,
    /// How many tasks go on at once when a root is cleared, and how many in all.
    pub frees_at_once: Option<usize>,
    pub frees_in_all: Option<usize>,
}

/// How clear a role is: each aspect is `clear`, `missing`, `passed` or `not needed`.
#[derive(Serialize)]
pub struct Clarity {
    pub key: String,
    pub handle: String,
    pub name: String,
    /// Whether nothing is missing or passed.
    pub clear: bool,
    pub purpose: &'static str,
    pub accountabilities: &'static str,
    pub domains: &'static str,
    pub holders: &'static str,
    pub focus: &'static str,
    pub term: &'static str,
    pub review: &'static str,
}

/// What went wrong.
#[derive(Serialize)]
pub struct Failure<'e> {
    pub error: Fault<'e>,
}

#[derive(Serialize)]
pub struct Fault<'e> {
    /// `refused`, `environment`, `usage` or `bug`.
    pub kind: &'static str,
    pub message: &'e str,
    pub hint: Option<&'e str>,
}
