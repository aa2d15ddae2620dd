//! The part of a Taskwarrior task that is read, in Taskwarrior's words.

use chrono::{DateTime, Utc};
use serde_json::value::RawValue;

use crate::exchange::item::{Item, text_of};
use crate::exchange::when::When;

/// Fields that Taskwarrior computes for itself. All others that are not read, such as a user's own (UDA), are counted.
pub(super) const SILENT: &[&str] = &["id", "mask", "imask", "rtype", "urgency"];

pub(super) struct Entry {
    pub uuid: Option<String>,
    pub description: Option<String>,
    pub status: Status,
    pub project: Option<String>,
    pub tags: Vec<String>,
    pub depends: Vec<String>,
    pub annotations: Vec<Annotation>,
    pub due: Option<When>,
    /// When it was entered, as it stands in the file: a part of the identity of what has no uuid.
    entered: String,
    pub entry: Option<DateTime<Utc>>,
    pub modified: Option<DateTime<Utc>>,
    pub end: Option<DateTime<Utc>>,
    pub start: Option<DateTime<Utc>>,
    pub wait: Option<When>,
    pub priority: Option<String>,
    pub recurs: bool,
    pub parent: Option<String>,
}

impl Entry {
    pub(super) fn read(item: &Item) -> Entry {
        let description = item.text("description");
        let example = description.clone().unwrap_or_default();
        let status = match item.text("status") {
            Some(status) => Status::read(&status).unwrap_or_else(|| {
                item.is_odd("status");
                Status::Pending
            }),
            None => Status::Pending,
        };
        Entry {
            uuid: item.text("uuid"),
            status,
            project: item.text("project"),
            tags: words(item, "tags", "tag_"),
            depends: words(item, "depends", "dep_"),
            annotations: item
                .items("annotations", "annotation")
                .iter()
                .map(|item| Annotation {
                    entry: item.moment("entry", &item.string("description")),
                    description: item.string("description"),
                })
                .collect(),
            due: item.when("due", &example),
            entered: item.string("entry"),
            entry: item.moment("entry", &example),
            modified: item.moment("modified", &example),
            end: item.moment("end", &example),
            start: item.moment("start", &example),
            wait: item.when("wait", &example),
            priority: item.text("priority"),
            recurs: item.text("recur").is_some(),
            parent: item.text("parent"),
            description,
        }
    }

    /// A list written for `task import` has no uuids yet; then the time and the text are the identity.
    pub(super) fn key(&self) -> String {
        match &self.uuid {
            Some(uuid) => format!("taskwarrior:{uuid}"),
            None => format!("taskwarrior:{}:{}", self.entered, self.called()),
        }
    }

    /// What it is called in examples.
    pub(super) fn called(&self) -> &str {
        self.description.as_deref().unwrap_or_default()
    }

    /// Place in the order of work: Taskwarrior weighs high 6, medium 3.9, low 1.8, none 0.
    pub(super) fn weight(&self) -> u8 {
        match self.priority.as_deref() {
            Some("H") => 0,
            Some("M") => 1,
            Some("L") => 2,
            _ => 3,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Status {
    Pending,
    Waiting,
    Recurring,
    Completed,
    Deleted,
}

impl Status {
    fn read(word: &str) -> Option<Status> {
        Some(match word.to_ascii_lowercase().as_str() {
            "pending" => Status::Pending,
            "waiting" => Status::Waiting,
            "recurring" => Status::Recurring,
            "completed" => Status::Completed,
            "deleted" => Status::Deleted,
            _ => return None,
        })
    }

    pub(super) fn is_finished(self) -> bool {
        matches!(self, Status::Completed | Status::Deleted)
    }
}

pub(super) struct Annotation {
    pub entry: Option<DateTime<Utc>>,
    pub description: String,
}

/// Several words, each once: an array, one text with commas (before version 2.6), or an array inside of a text (as
/// version 3 writes the dependencies of what was brought into it).
fn words(item: &Item, field: &str, prefix: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut take = |text: &str| {
        let word = text.trim();
        if !word.is_empty() && !words.iter().any(|known| known == word) {
            words.push(word.to_owned());
        }
    };
    // Version 3 keeps each as a field of its own.
    item.beginning(prefix).iter().for_each(|(word, _)| take(word));
    let Some(raw) = item.raw(field) else { return words };
    if raw.get().starts_with('[') {
        item.names(field, "").iter().for_each(|word| take(word));
        return words;
    }
    let Some(text) = text_of(raw) else {
        item.is_odd(field);
        return words;
    };
    match serde_json::from_str::<Vec<&RawValue>>(&text) {
        Ok(inside) => inside.iter().filter_map(|raw| text_of(raw)).for_each(|word| take(&word)),
        Err(_) => text.split(',').for_each(take),
    }
    words
}
