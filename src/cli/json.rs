//! The shapes that `--json` prints. They are stable: a field may come, none goes or changes its meaning.
//!
//! **Invariant:** a field has one meaning and one type in all shapes, those of an export included: `by` is a key wherever it
//! stands, and what it is called is `by_name`. `tests/commands/shapes.rs` holds the table in the documentation to that, and
//! what the commands print to the table.
//!
//! | command | prints |
//! |---|---|
//! | whatever writes | [`Doing`] |
//! | `tasks` | an array of [`Task`] |
//! | `show`, `role show`, `goal show`, `me`, `tension show`, `decide show` | one [`Task`], [`Role`], [`Goal`], [`Member`], [`Tension`], [`Decision`] or [`Agreement`], with `findings` and `history` |
//! | `roles`, `goals`, `who`, `tensions`, `decisions`, `agreements` | arrays of [`Role`], [`Goal`], [`Member`], [`Tension`], [`Decision`], [`Agreement`] |
//! | `buddy` | an array of [`Pairing`] |
//! | `mine`, `next` | [`Mine`], [`Next`] |
//! | `findings` | an array of [`Finding`] |
//! | `agenda` | an array of [`AgendaTopic`] |
//! | `may` | [`May`]; with `--ask` a [`Doing`] |
//! | `blockers`, `waits`, `clarity` | arrays of [`Blocker`], [`Wait`], [`Clarity`] |
//! | `report` | an array of [`Figure`]; with `--out` an [`Exported`] |
//! | `log` | an array of [`Entry`]; what was done at once, such as an import, is one of them, unless `--each` |
//! | `since` | [`Since`] |
//! | `standup`, `retro` | [`Meeting`]; with `--last` [`Minutes`], with `--list` an array of [`MeetingHeld`]; their `topics` an array of texts |
//! | `stage` | an array of [`Panel`]: what is shown now, or one after the other |
//! | `terms` | an array of [`Term`] |
//! | `search` | an array of [`Hit`] |
//! | `settings` | [`Settings`]; with a name one [`Setting`] or [`Keys`]; `settings keys` an array of [`Keys`] |
//! | nothing (the board) | [`Board`] |
//! | `export` | `Bundle`, as exported; with `--out` an [`Exported`] |
//! | `import`, `backup`, `restore` | [`Imported`], [`BackedUp`], [`Restored`] |
//! | `doctor` | [`Examined`] |
//! | `help` | [`Manual`] |
//! | `man` | with `--out` [`Pages`] |
//!
//! Keys are ids (UUIDs) as in `setara export json`, whose shapes tasks, roles, goals and members have. Moments are RFC
//! 3339 in UTC, days `2026-12-12`. A failure prints `{"error": {"kind", "message", "hint"}}` on the standard error.

mod deciding;
mod figures;
mod files;
mod fill;
mod may;
mod meetings;
mod settings;

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;

pub use deciding::*;
pub use figures::*;
pub use files::*;
pub use fill::*;
pub use may::*;
pub use meetings::*;
pub use settings::*;

use crate::exchange::bundle;

/// What was done, in the journal's sentence, and to what.
#[derive(Serialize)]
pub struct Doing {
    pub sentence: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subject: Option<Subject>,
}

/// What stands on the stage at one time, in words.
#[derive(Serialize)]
pub struct Panel {
    /// What is now with the clock, the rows, and what comes next.
    pub lines: Vec<String>,
}

/// What is explained: a command, or a topic as Markdown.
#[derive(Serialize)]
pub struct Manual {
    /// As it was typed.
    pub name: String,
    pub text: String,
}

/// Something on the board, wherever another thing speaks of it.
#[derive(Serialize)]
pub struct Subject {
    /// `member`, `role`, `goal`, `task`, `tension`, `agreement`, `thanks`, `meeting`, `pairing`, `finding` or `board`.
    pub kind: &'static str,
    pub key: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub handle: Option<String>,
    /// Of a task, a goal, a tension and an agreement.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Of a member and a role.
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
    pub excerpt: Option<String>,
}

/// One of the team's terms.
#[derive(Serialize)]
pub struct Term {
    pub name: &'static str,
    /// A number, an array of weekdays (`mon`), what the team calls a state, or the times of a meeting, as the command takes them.
    pub value: serde_json::Value,
    pub default: serde_json::Value,
    /// Of a meeting: when it is held, if that was agreed on.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub times: Vec<MeetingTime>,
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

/// Days of the week on which the team holds a meeting.
#[derive(Serialize)]
pub struct MeetingTime {
    pub weekdays: Vec<String>,
    /// What clocks say there: `09:15`.
    pub time: String,
    pub minutes: u32,
    /// By its name in the tables of all zones: `Asia/Jakarta`.
    pub zone: &'static str,
}

/// A task as in the export, with the names of those who claim it.
#[derive(Serialize)]
pub struct Task {
    #[serde(flatten)]
    pub task: bundle::Task,
    /// The names of those who lead it, and of those who help; of a finished task, who did when it ended.
    pub leads: Vec<String>,
    pub helpers: Vec<String>,
    /// Key and name of who finished it, where nobody led it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ended_by: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ended_by_name: Option<String>,
    /// What is offered about it: that somebody else leads it, that it is merged, that it is told apart.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub offered: Vec<Offered>,
    /// The tensions that became it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub came_from: Vec<Subject>,
    #[serde(flatten)]
    pub about: Option<About>,
}

/// What is offered and waits for an answer.
#[derive(Serialize)]
pub struct Offered {
    pub sentence: String,
    /// Key and name of who offers it.
    pub from: String,
    pub from_name: String,
    pub at: DateTime<Utc>,
    /// The members who are asked and have not answered.
    pub awaits: Vec<Subject>,
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

/// A tension as in the export, with where it stands.
#[derive(Serialize)]
pub struct Tension {
    #[serde(flatten)]
    pub tension: bundle::Tension,
    /// `sensed`, `taken_up`, `in_hand`, `asked` (all that it became has ended), `settled` or `let_go`.
    pub state: String,
    /// Who sensed it.
    pub sensed_by: Subject,
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
    /// The tasks that they lead, those that they help with, and the roles that they hold.
    pub leading: Vec<Subject>,
    pub helping: Vec<Subject>,
    pub holding: Vec<Subject>,
    /// Whose buddy they are, who is theirs, and what is offered of it.
    pub pairings: Vec<Pairing>,
    /// What they want to learn and others of the team teach, and what they teach and others want to learn.
    pub could_learn: Vec<SkillMatch>,
    pub could_teach: Vec<SkillMatch>,
    #[serde(flatten)]
    pub about: Option<About>,
}

/// A skill, and by their names the others who teach it, or want to learn it.
#[derive(Serialize)]
pub struct SkillMatch {
    pub skill: String,
    pub who: Vec<String>,
}

/// A pairing that stands, or an offer of one, as in the export, with the names of the two.
#[derive(Serialize)]
pub struct Pairing {
    #[serde(flatten)]
    pub pairing: bundle::Pairing,
    pub buddy_name: String,
    pub newcomer_name: String,
    pub sentence: String,
}

/// What a page has besides the thing itself.
#[derive(Serialize)]
pub struct About {
    pub findings: Vec<Finding>,
    /// All of it, the newest first.
    pub history: Vec<Entry>,
}

#[derive(Serialize)]
pub struct Finding {
    /// The rule, with keys of what it is about: the same as long as the finding stands.
    pub key: String,
    /// What `setara settle` takes: `O1:bakul`.
    pub handle: String,
    pub rule: &'static str,
    /// `overlap`, `gap`, `unclear`, `stale` or `load`.
    pub kind: &'static str,
    pub sentence: String,
    /// Since when it is so; left out where no moment is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<DateTime<Utc>>,
    /// What it speaks of.
    pub subjects: Vec<Subject>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub settled: Option<Settled>,
    /// What it was answered with before it was asked again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<Settled>,
}

#[derive(Serialize)]
pub struct Settled {
    pub verdict: String,
    pub reason: String,
    pub until: Option<NaiveDate>,
    /// Key and name of who gave it.
    pub by: String,
    pub by_name: String,
    /// Key of the tension that was made of it. While that is open the answer holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tension: Option<String>,
    /// The texts of an overlap, such as two titles, as they were when it was answered.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub texts: Vec<String>,
}

/// What happened: a record, or all that was done at once, such as an import.
#[derive(Serialize)]
pub struct Entry {
    /// Key of the record; of many their first.
    pub key: String,
    pub at: DateTime<Utc>,
    /// Key and name of the author; left out where it is told without them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by_name: Option<String>,
    /// The event's wire name, such as `task.claimed`.
    pub event: String,
    /// What it happened to; of many records nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subject: Option<Subject>,
    /// How many records it tells.
    pub records: usize,
    pub sentence: String,
}

/// What touches one since one looked last.
#[derive(Serialize)]
pub struct Since {
    /// When one looked last; left out where that is not known here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<DateTime<Utc>>,
    /// The newest first; of an import, or an undo, those of its records that touch one are one entry.
    pub touches: Vec<Entry>,
    /// Whether more arrived since than was looked at.
    pub more: bool,
}

/// A lead that is offered to one.
#[derive(Serialize)]
pub struct Offer {
    /// The task.
    pub subject: Subject,
    /// Key and name of who offers it.
    pub from: String,
    pub from_name: String,
    pub at: DateTime<Utc>,
    pub note: Option<String>,
}

/// What one has in hand.
#[derive(Serialize)]
pub struct Mine {
    pub me: Option<Subject>,
    /// Leads in doing that nothing blocks, and one's own limit of them.
    pub in_hand: i64,
    pub limit: i64,
    pub offers: Vec<Offer>,
    /// What else waits for one's answer: a way out of a finding, or that somebody would be one's buddy.
    pub offered: Vec<Offered>,
    /// The open decisions on which one is still to be heard.
    pub decisions: Vec<Decision>,
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
    /// Who acts, where that is known.
    pub me: Option<Subject>,
    pub at: DateTime<Utc>,
    pub goals: Vec<Goal>,
    pub tasks: Vec<Task>,
    pub roles: Vec<Role>,
    pub findings: Vec<Finding>,
    pub blockers: Vec<Blocker>,
    pub waits: Vec<Wait>,
    pub clarity: Vec<Clarity>,
    /// How many live tasks have an open blocker, and how many nobody leads.
    pub blocked: i64,
    pub unclaimed: i64,
}

/// An open blocker.
#[derive(Serialize)]
pub struct Blocker {
    /// The task that it stops.
    pub subject: Subject,
    /// The names of those who lead the task.
    pub leads: Vec<String>,
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

/// Something to talk about.
#[derive(Serialize)]
pub struct AgendaTopic {
    /// `offer`, `blocker`, `finding`, `review` or `tension`.
    pub about_sort: &'static str,
    pub sentence: String,
    /// The names of those who should be there.
    pub concerns: Vec<String>,
    /// Whether somebody waits for it.
    pub is_awaited: bool,
    /// Until when it is promised, or when it is due.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by_day: Option<NaiveDate>,
    /// Since when it is so; left out where no moment is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<DateTime<Utc>>,
    /// What it is about, where that is one thing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subject: Option<Subject>,
}

/// A line of the trees of who waits on whom.
#[derive(Serialize)]
pub struct Wait {
    /// `cause`, `free`, `waits`, `again` or `circle`.
    pub node: &'static str,
    /// How far below its root it stands; a root has 0.
    pub depth: usize,
    /// The task; with a cause, the one that it stops.
    pub subject: Subject,
    /// What stops it; nothing where nothing does.
    pub blocker: Option<Blocker>,
    /// How many tasks go on at once when a root is cleared, and how many in all.
    pub frees_at_once: Option<usize>,
    pub frees_in_all: Option<usize>,
}

/// How clear a role is.
#[derive(Serialize)]
pub struct Clarity {
    /// The role.
    pub subject: Subject,
    /// Whether nothing is missing or passed.
    pub clear: bool,
    /// `purpose`, `accountabilities`, `domains`, `holders`, `focus`, `term` and `review`, each `clear`, `missing`, `passed`
    /// or `not needed`.
    pub aspects: BTreeMap<&'static str, &'static str>,
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
