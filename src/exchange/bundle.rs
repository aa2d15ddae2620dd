//! A whole board as plain values: what every importer yields, what every exporter takes, and the JSON export itself.
//!
//! **Invariant:** references between items are `key`s. A key is an item's identity at its source (`trello:card:5cee…`,
//! `github:owner/repo#84`, `taskwarrior:<uuid>`), or its own UUID when the board is a Setara board; importing a key
//! that the board knows already adds nothing.

mod decision;
mod meeting;
mod task;

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

pub use decision::{Decision, Stance, Trial};
pub use meeting::{Action, Attendance, Card, Count, Meeting, Taken, Topic, Turn};
pub use task::{Blocker, Claim, Offer, Remark, Task, WaitsOn};

use crate::domain::folding::folded;
use crate::domain::id::MemberId;
use crate::inert::{Signs, cut};

/// The value of [`Bundle::format`] in every JSON export.
pub const FORMAT: &str = "setara-board";
/// The newest version of the JSON export that this program writes and reads.
pub const VERSION: u32 = 1;

/// So many columns of a file's name are told.
const FILE: usize = 60;

/// A whole board.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Bundle {
    /// Always [`FORMAT`].
    pub format: String,
    pub version: u32,
    /// What the file is called that it was read from, without its folder: for the journal alone.
    #[serde(skip)]
    pub file: Option<String>,
    /// Who of it is which member here, by key, as whoever brings it says.
    #[serde(skip)]
    pub same: HashMap<String, MemberId>,
    /// The team's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What was asked for, where it is not the whole board: what is missing here is not gone there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub asked_for: Option<String>,
    /// What is named and not among it, by key: its handle and title.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub outside: BTreeMap<String, String>,
    pub members: Vec<Member>,
    pub roles: Vec<Role>,
    pub goals: Vec<Goal>,
    pub tasks: Vec<Task>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tensions: Vec<Tension>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub decisions: Vec<Decision>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub agreements: Vec<Agreement>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub thanks: Vec<Thanks>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub meetings: Vec<Meeting>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub pairings: Vec<Pairing>,
    pub settlements: Vec<Settlement>,
}

impl Bundle {
    /// A board with nothing on it.
    pub fn new() -> Bundle {
        Bundle { format: FORMAT.to_owned(), version: VERSION, ..Bundle::default() }
    }

    /// The same, read from a file of that name; of a path its last part is kept.
    pub fn from_file(mut self, path: &Path) -> Bundle {
        let name =
            path.file_name().map(|name| cut(&name.to_string_lossy(), FILE, Signs::UNICODE).into_owned());
        self.file = name;
        self
    }

    /// The members whom a word means: those of that name, or the one of that key.
    pub fn members_called(&self, word: &str) -> Vec<&Member> {
        let name = folded(word);
        self.members.iter().filter(|member| member.key == word || folded(&member.name) == name).collect()
    }

    /// Since when each member shows, by key: the earliest of their claims and remarks. Most tools do not tell when
    /// somebody joined, but whoever claimed something was there.
    pub fn first_seen(&self) -> HashMap<&str, DateTime<Utc>> {
        let mut seen = HashMap::new();
        for task in &self.tasks {
            let made = task.created.or(task.since);
            let claims = task.claims.iter().map(|claim| (Some(&claim.member), claim.since.or(made)));
            let remarks = task.remarks.iter().map(|remark| (remark.by.as_ref(), remark.at));
            for (member, at) in claims.chain(remarks) {
                let (Some(member), Some(at)) = (member, at) else { continue };
                let first = seen.entry(member.as_str()).or_insert(at);
                *first = at.min(*first);
            }
        }
        seen
    }
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Member {
    pub key: String,
    /// Its key at another tool, where it came from there to a Setara board: known by that on a board that has it already.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    pub handle: Option<String>,
    pub name: String,
    pub initials: Option<String>,
    pub joined: Option<DateTime<Utc>>,
    pub left: Option<DateTime<Utc>>,
    /// The member's own limit of live claims.
    pub limit: Option<u32>,
    pub away_from: Option<NaiveDate>,
    pub away_until: Option<NaiveDate>,
    pub contact: Option<String>,
    pub teaches: Vec<String>,
    pub learns: Vec<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Role {
    pub key: String,
    /// Its key at another tool, where it came from there to a Setara board: known by that on a board that has it already.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    pub handle: Option<String>,
    pub name: String,
    pub purpose: Option<String>,
    pub domains: Vec<String>,
    pub accountabilities: Vec<String>,
    pub review: Option<NaiveDate>,
    /// `draft`, `active` or `retired`.
    pub state: String,
    /// Key of the role in which it goes on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub merged_into: Option<String>,
    pub created: Option<DateTime<Utc>>,
    pub holders: Vec<Holder>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Holder {
    /// Key of a member.
    pub member: String,
    pub focus: Option<String>,
    pub since: Option<DateTime<Utc>>,
    pub term: Option<NaiveDate>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Goal {
    pub key: String,
    /// Its key at another tool, where it came from there to a Setara board: known by that on a board that has it already.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// What that tool said of it last, where it says something else by now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub goal_said: Option<Box<Goal>>,
    pub handle: Option<String>,
    pub title: String,
    pub why: Option<String>,
    /// `long` or `short`.
    pub horizon: String,
    /// Key of the goal above.
    pub parent: Option<String>,
    pub measure: Option<String>,
    pub unit: Option<String>,
    pub baseline: Option<f64>,
    pub target: Option<f64>,
    pub due: Option<NaiveDate>,
    pub review: Option<NaiveDate>,
    /// `proposed`, `active`, `met`, `missed` or `dropped`.
    pub state: String,
    pub created: Option<DateTime<Utc>>,
    pub readings: Vec<Reading>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    pub date: NaiveDate,
    pub value: f64,
}

/// A gap that somebody feels between what is and what could be.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Tension {
    pub key: String,
    pub handle: Option<String>,
    pub is: String,
    pub could: String,
    /// Key of the task, goal or role that it is about.
    pub about: Option<String>,
    /// Whom or what it would serve.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub serves: Option<String>,
    /// Key of the member who sensed it.
    pub by: Option<String>,
    pub at: Option<DateTime<Utc>>,
    pub taken_up: Vec<TakenUp>,
    pub outcomes: Vec<Outcome>,
    pub closed: Option<Closed>,
}

/// That somebody looks after a tension.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TakenUp {
    pub by: Option<String>,
    pub at: Option<DateTime<Utc>>,
}

/// Something that a tension became.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Outcome {
    /// Key of the task.
    pub task: Option<String>,
    pub by: Option<String>,
    pub at: Option<DateTime<Utc>>,
}

/// How a tension ended.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Closed {
    /// `settled` or `let_go`.
    pub way: String,
    pub reason: Option<String>,
    pub by: Option<String>,
    pub at: Option<DateTime<Utc>>,
}

/// What several agreed on: what is in force, else what was proposed last. On another board it comes in as a draft to which
/// nobody has agreed yet.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Agreement {
    pub key: String,
    pub handle: Option<String>,
    /// `working`, `charter` or `governance`.
    pub kind: String,
    pub title: String,
    pub text: String,
    /// Keys of members.
    pub parties: Vec<String>,
    /// What it is about, in phrases by which it is found.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub phrases: Vec<String>,
    /// How that is decided: `consent`, `consensus`, `advice` or `vote`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub way: Option<String>,
    /// So many have to be heard.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quorum: Option<u32>,
    /// Whether whoever says nothing until the closing day is counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub silence: Option<bool>,
    /// By what one sees whether it works.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub criteria: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub duties: Option<String>,
    /// How gain and loss are shared.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub share: Option<String>,
    /// So many days lie between the word that one leaves and the day from which it binds one no more.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exit: Option<u32>,
    /// What is done where two see it differently.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dispute: Option<String>,
    /// When it is looked at again, as it says itself.
    pub review: Option<NaiveDate>,
    /// Key of the member who drafted it.
    pub by: Option<String>,
    pub at: Option<DateTime<Utc>>,
    /// Who agreed to it there. Nobody agrees for another, so no import brings this in.
    pub yes: Vec<Yes>,
}

/// That somebody agreed to something.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Yes {
    pub by: Option<String>,
    pub at: Option<DateTime<Utc>>,
}

/// What somebody thanks others for.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Thanks {
    pub key: String,
    /// Key of the member who gave them.
    pub by: Option<String>,
    /// Keys of members.
    pub to: Vec<String>,
    pub text: String,
    /// Key of the task, goal, role or member that they are about.
    pub about: Option<String>,
    pub at: Option<DateTime<Utc>>,
}

/// Who offered to be whose buddy, and what became of it. Who ended it is not among it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Pairing {
    pub key: String,
    /// `buddy`.
    pub kind: String,
    /// Key of the member who offered themselves.
    pub buddy: String,
    /// Key of the member whom they asked.
    pub newcomer: String,
    pub at: Option<DateTime<Utc>>,
    /// Until when it was offered, or for how many days after the yes; 90 where nothing is said.
    pub until: Option<NaiveDate>,
    pub days: Option<u32>,
    pub accepted: Option<DateTime<Utc>>,
    /// The last day on which it stands, once it is accepted.
    pub ends: Option<NaiveDate>,
    pub declined: Option<DateTime<Utc>>,
    pub withdrawn: Option<DateTime<Utc>>,
    /// When one of the two ended it before.
    pub ended: Option<DateTime<Utc>>,
}

/// The answer to one finding.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settlement {
    /// The finding's key, such as `O2:<role>:<role>`, with keys of items as parts.
    pub finding: String,
    /// `fixed`, `fine` or `tension`.
    pub verdict: String,
    pub reason: String,
    pub until: Option<NaiveDate>,
    pub by: Option<String>,
    pub at: Option<DateTime<Utc>>,
    /// Fingerprint of the facts that were answered; others bring the finding back.
    pub facts: String,
    /// Key of the tension that was made of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tension: Option<String>,
    /// The texts by which it came up, as they were.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub texts: Vec<String>,
}
