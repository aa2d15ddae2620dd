//! Meetings as plain values. Their turns, cards and topics name each other by their places.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// A meeting with its turns.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Meeting {
    pub key: String,
    /// `standup` or `retro`.
    pub kind: String,
    /// Key of the member who began it.
    pub by: Option<String>,
    pub at: Option<DateTime<Utc>>,
    /// The steps and their time boxes in seconds.
    pub plan: Vec<(String, u32)>,
    /// The first one is at the first step of the plan.
    pub turns: Vec<Turn>,
    /// What the columns of a retro are called together.
    pub format: Option<String>,
    pub columns: Vec<String>,
    /// `named` or `hidden`: whether its cards said who wrote them.
    pub names: Option<String>,
    /// How many dots each had, and how many of them could be put on one topic.
    pub dots_each: Option<u32>,
    pub dots_on_one: Option<u32>,
    pub cards: Vec<Card>,
    /// How many had said that they are ready when hidden cards were shown.
    pub ready: Option<u32>,
    /// The sums of dots.
    pub counts: Vec<Count>,
    /// What it decided to do.
    pub acted_on: Vec<Action>,
    pub attendance: Vec<Attendance>,
    /// Key of the member in the chair.
    pub chair: Option<String>,
    /// Key of the member who said that they facilitate the next one.
    pub chairs_next: Option<String>,
    pub topics: Vec<Topic>,
    pub taken: Vec<Taken>,
    pub ended: Option<DateTime<Utc>>,
}

/// The stay of a meeting at one place.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Turn {
    /// The turn that was left for it, counted from 0; `None` for the first.
    pub after: Option<usize>,
    /// How whoever was asked there answered: `spoke`, `passed`, `absent` or `later`.
    pub answer: Option<String>,
    pub step: String,
    /// Key of the task that was looked at.
    pub task: Option<String>,
    /// Key of the member who was asked.
    pub member: Option<String>,
    /// Which of the cards was talked about, counted from 0: the one that others were put to.
    pub topic: Option<usize>,
    /// Key of the member who moved the meeting there.
    pub by: Option<String>,
    pub at: Option<DateTime<Utc>>,
}

/// A card of a retro. One that was hidden says neither who wrote it nor when.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Card {
    /// Which of the columns, counted from 0.
    pub column: u32,
    pub text: String,
    /// Key of the member who wrote it.
    pub by: Option<String>,
    pub at: Option<DateTime<Utc>>,
    /// Why it was struck.
    pub struck: Option<String>,
    /// Key of the member who struck it.
    pub struck_by: Option<String>,
    /// Which of the cards it was put to, counted from 0.
    pub put_to: Option<usize>,
    /// What it and those that were put to it are called.
    pub called: Option<String>,
}

/// The sums of the dots of those who voted at one machine.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Count {
    pub voters: u32,
    /// Which of the cards has how many.
    pub sums: Vec<(usize, u32)>,
    /// Key of the member who counted.
    pub by: Option<String>,
}

/// What a retro decided to do.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Action {
    /// Key of the task.
    pub task: String,
    pub by: Option<String>,
    pub at: Option<DateTime<Utc>>,
}

/// Who was there, and what they took upon themselves.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Attendance {
    /// Key of a member.
    pub member: String,
    /// Whether they were there at the end.
    pub present: bool,
    /// Whether they were in the chair at any time.
    pub chaired: bool,
    /// Whether they said that they do not facilitate the next one.
    pub passed_next: bool,
}

/// Something that was kept for later.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Topic {
    pub text: String,
    /// Key of the task, goal, role or member that it is about.
    pub about: Option<String>,
    /// Keys of the members who are needed for it.
    pub with: Vec<String>,
    pub by: Option<String>,
    pub at: Option<DateTime<Utc>>,
}

/// That a topic was taken up.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Taken {
    /// Key of the meeting that kept it.
    pub meeting: String,
    /// Which of the topics of that meeting, counted from 0.
    pub topic: usize,
    /// Key of what it became.
    pub became: Option<String>,
    pub by: Option<String>,
    pub at: Option<DateTime<Utc>>,
}
