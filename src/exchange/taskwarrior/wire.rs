//! The part of a Taskwarrior task that is read, in Taskwarrior's words.

use serde::Deserialize;

use crate::exchange::lenient::{Text, or_default};

/// Fields that are read, or that Taskwarrior computes for itself. All others, such as a user's own (UDA), are counted.
pub(super) const KNOWN: &[&str] = &[
    "id",
    "uuid",
    "description",
    "status",
    "project",
    "tags",
    "depends",
    "annotations",
    "due",
    "entry",
    "modified",
    "end",
    "start",
    "wait",
    "priority",
    "recur",
    "mask",
    "imask",
    "parent",
    "rtype",
    "urgency",
];

#[derive(Deserialize)]
pub(super) struct Item {
    #[serde(default)]
    pub uuid: Text,
    #[serde(default)]
    pub description: Text,
    #[serde(default)]
    pub status: Status,
    #[serde(default)]
    pub project: Text,
    #[serde(default, deserialize_with = "or_default")]
    pub tags: Many,
    #[serde(default, deserialize_with = "or_default")]
    pub depends: Many,
    #[serde(default, deserialize_with = "or_default")]
    pub annotations: Vec<Annotation>,
    #[serde(default)]
    pub due: Text,
    #[serde(default)]
    pub entry: Text,
    #[serde(default)]
    pub modified: Text,
    #[serde(default)]
    pub end: Text,
    #[serde(default)]
    pub start: Text,
    #[serde(default)]
    pub wait: Text,
    #[serde(default)]
    pub priority: Text,
    #[serde(default)]
    pub recur: Text,
    #[serde(default)]
    pub parent: Text,
}

impl Item {
    /// A list written for `task import` has no uuids yet; then the time and the text are the identity.
    pub(super) fn key(&self) -> String {
        match self.uuid.filled() {
            Some(uuid) => format!("taskwarrior:{uuid}"),
            None => format!("taskwarrior:{}:{}", &*self.entry, &*self.description),
        }
    }

    /// Place in the order of work: Taskwarrior weighs high 6, medium 3.9, low 1.8, none 0.
    pub(super) fn weight(&self) -> u8 {
        match &*self.priority {
            "H" => 0,
            "M" => 1,
            "L" => 2,
            _ => 3,
        }
    }
}

#[derive(Deserialize, Debug, Clone, Copy, Default, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub(super) enum Status {
    #[default]
    Pending,
    Waiting,
    Recurring,
    Completed,
    Deleted,
}

impl Status {
    pub(super) fn is_finished(self) -> bool {
        matches!(self, Status::Completed | Status::Deleted)
    }
}

#[derive(Deserialize)]
pub(super) struct Annotation {
    #[serde(default)]
    pub entry: Text,
    #[serde(default)]
    pub description: Text,
}

/// Several words: an array, or (before version 2.6) one text with commas.
#[derive(Deserialize, Default)]
#[serde(from = "Written")]
pub(super) struct Many(pub Vec<String>);

#[derive(Deserialize)]
#[serde(untagged)]
enum Written {
    Array(Vec<Text>),
    Joined(Text),
}

impl From<Written> for Many {
    fn from(written: Written) -> Self {
        let words: Vec<String> = match written {
            Written::Array(words) => words.into_iter().map(|word| word.0).collect(),
            Written::Joined(words) => words.split(',').map(str::to_owned).collect(),
        };
        let mut many: Vec<String> = Vec::new();
        for word in words.iter().map(|word| word.trim()).filter(|word| !word.is_empty()) {
            if !many.iter().any(|known| known == word) {
                many.push(word.to_owned());
            }
        }
        Many(many)
    }
}
