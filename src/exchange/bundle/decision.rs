//! Decisions as plain values. What was said goes out as text: nobody's stance can be brought in by somebody else.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// A decision, with what was said to the version to show as far as whoever exports it sees that.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Decision {
    pub key: String,
    pub handle: Option<String>,
    /// `consent`, `experiment`, `selection`, `consensus`, `vote` or `advice`.
    pub kind: String,
    /// `draft`, `clarify`, `react`, `objections`, `parked`, `adopted`, `contested`, `withdrawn` or `replaced`.
    pub state: String,
    pub title: String,
    /// What drives it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// How many versions there were, this one with them.
    pub versions: usize,
    /// Key of the member who drafted it.
    pub by: Option<String>,
    pub at: Option<DateTime<Utc>>,
    /// Keys of those who decide together.
    pub parties: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quorum: Option<u32>,
    /// `own` or `all`, where what others said is hidden for a while.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hide: Option<String>,
    pub closes: Option<NaiveDate>,
    pub review: Option<NaiveDate>,
    /// Key of the role that somebody is selected for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// Key of the member who is nominated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nominee: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trial: Option<Trial>,
    /// What is voted between.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<String>,
    /// How many were heard, of how many who are asked.
    pub heard: usize,
    pub voices: usize,
    pub stances: Vec<Stance>,
    pub adopted: Option<DateTime<Utc>>,
    /// What became of it on the board from which it was brought in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outcome: Option<String>,
}

/// Something that is tried for a while.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Trial {
    pub tried: String,
    pub judged: String,
    pub stop: String,
    pub ends: Option<NaiveDate>,
}

/// What somebody said.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Stance {
    /// Key of a member.
    pub by: String,
    /// `None` where it is hidden from whoever exports it: then only that they spoke is told.
    pub stance: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    pub at: Option<DateTime<Utc>>,
}
