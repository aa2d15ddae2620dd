//! Taskwarrior, from `task export`: one person's list, so that nobody has claims and the team takes the tasks anew.
//!
//! A project becomes a tag `project:<name>`, not a goal: people have dozens of projects, and goals are few. Ordering
//! follows Taskwarrior's weights: high priority first, then medium, low, none.

mod wire;

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use serde_json::value::RawValue;

use super::bundle::{Blocker, Bundle, Remark, Task, WaitsOn};
use super::detect::{File, Format, Json};
use super::error::ImportError;
use super::import::{Gathered, Import, Options, Source, State};
use super::item::Item;
use super::tally::{Lost, Noted};
use crate::words::{in_other_languages, words};
use wire::{Entry, Status};

pub(super) const FORMAT: Format = Format { is_json: true, has_lists: false, recognises, read };

fn recognises(file: &File) -> bool {
    let is_task = |item: &Item| {
        item.has("description") && ["status", "uuid", "entry"].iter().any(|field| item.has(field))
    };
    file.json().is_some_and(|json| json.any(is_task))
}

/// Reads a list of tasks.
fn read(file: &File, options: &Options) -> Result<Import, ImportError> {
    let gathered = Gathered::new();
    let none = Json::default();
    let bundle = read_tasks(&file.json().unwrap_or(&none).items, options, &gathered);
    Ok(gathered.import(Source::Taskwarrior, Vec::new(), bundle))
}

fn read_tasks(items: &[&RawValue], options: &Options, gathered: &Gathered) -> Bundle {
    let entries = readable(items, gathered);
    let parents: HashSet<&str> = entries.iter().filter_map(|(_, entry)| entry.parent.as_deref()).collect();
    let is_pattern = |entry: &Entry| {
        entry.status == Status::Recurring && entry.uuid.as_deref().is_some_and(|uuid| parents.contains(uuid))
    };
    let (patterns, entries): (Vec<_>, Vec<_>) = entries.iter().partition(|(_, entry)| is_pattern(entry));
    for (_, pattern) in patterns {
        gathered.lost.add(Lost::RecurringPattern, pattern.called());
    }
    let by_uuid = entries.iter().filter_map(|(_, entry)| Some((entry.uuid.as_deref()?, entry))).collect();
    let mut reader = Reader { options, by_uuid, projects: HashSet::new(), gathered };
    let mut tasks: Vec<(bool, u8, Task)> = Vec::with_capacity(entries.len());
    for (key, entry) in &entries {
        tasks.push((entry.status.is_finished(), entry.weight(), reader.task(key, entry)));
    }
    tasks.sort_by_key(|(finished, weight, _)| (*finished, *weight));
    Bundle { tasks: tasks.into_iter().map(|(.., task)| task).collect(), ..Bundle::new() }
}

/// The tasks that can be read, each once, with their keys.
fn readable(items: &[&RawValue], gathered: &Gathered) -> Vec<(String, Entry)> {
    let lost = &gathered.lost;
    let mut seen = HashSet::new();
    let mut readable = Vec::with_capacity(items.len());
    for (at, raw) in items.iter().enumerate() {
        let item = Item::read(raw, "", lost).filter(|item| item.has("description") || item.has("uuid"));
        let Some(item) = item else {
            lost.add(Lost::Unreadable, &(at + 1).to_string());
            continue;
        };
        let entry = Entry::read(&item);
        let key = entry.key();
        if seen.insert(key.clone()) {
            item.rest(wire::SILENT);
            readable.push((key, entry));
        } else {
            lost.add(Lost::Duplicate, entry.called());
        }
    }
    readable
}

struct Reader<'a> {
    options: &'a Options,
    by_uuid: HashMap<&'a str, &'a Entry>,
    projects: HashSet<String>,
    gathered: &'a Gathered,
}

impl Reader<'_> {
    fn task(&mut self, key: &str, entry: &Entry) -> Task {
        let text = entry.annotations.first().map(|note| note.description.as_str());
        let title =
            self.gathered.title(entry.description.clone(), text, entry.uuid.as_deref().unwrap_or_default());
        if entry.recurs {
            self.gathered.notes.add(Noted::Recurring, &title);
        }
        let (created, start, end) = (entry.entry, entry.start, entry.end);
        let state = match entry.status {
            Status::Completed => State::Done,
            Status::Deleted => State::Dropped,
            Status::Pending | Status::Waiting | Status::Recurring if start.is_some() => State::Doing,
            Status::Pending | Status::Waiting | Status::Recurring => State::Open,
        };
        let since = if state.is_finished() { end.or(entry.modified) } else { start }.or(created);
        let due = entry.due.map(|due| due.day(self.options.day));
        let parked = entry.wait.filter(|_| !state.is_finished()).map(|wait| wait.day(self.options.day));
        Task {
            key: key.to_owned(),
            title,
            state: state.word().to_owned(),
            reason: (state == State::Dropped).then(|| words().import_reason_deleted()),
            since,
            created,
            tags: self.tags(entry),
            due,
            parked,
            blockers: self.blockers(entry, state, created, since),
            remarks: self.remarks(entry),
            ..Task::default()
        }
    }

    fn tags(&mut self, entry: &Entry) -> Vec<String> {
        let mut tags = Vec::new();
        if let Some(project) = entry.project.clone() {
            if self.projects.insert(project.clone()) {
                self.gathered.notes.add(Noted::Project, &project);
            }
            tags.push(format!("project:{project}"));
        }
        tags.extend(entry.priority.as_ref().map(|priority| format!("priority:{priority}")));
        tags.extend(entry.tags.iter().cloned());
        tags
    }

    /// What the task depends on; done with where the other task, or this one, is finished.
    fn blockers(
        &mut self,
        entry: &Entry,
        state: State,
        created: Option<DateTime<Utc>>,
        since: Option<DateTime<Utc>>,
    ) -> Vec<Blocker> {
        let mut blockers = Vec::new();
        for id in &entry.depends {
            if entry.uuid.as_ref() == Some(id) {
                self.gathered.lost.add(Lost::OwnDependency, entry.called());
                continue;
            }
            let other = self.by_uuid.get(id.as_str());
            let how = match other.map(|other| other.status) {
                Some(Status::Completed) => Some(words().import_cleared_closed()),
                Some(Status::Deleted) => Some(words().import_reason_deleted()),
                _ if state.is_finished() => Some(words().import_cleared_finished()),
                _ => None,
            };
            let end = other.filter(|other| other.status.is_finished()).and_then(|other| other.end);
            let cleared = end.or(since).filter(|_| how.is_some());
            if how.is_some() && cleared.is_none() {
                // Without a time it would look like an open blocker.
                self.gathered.lost.add(Lost::MetDependency, &words().import_depends(entry.called(), id));
                continue;
            }
            blockers.push(Blocker {
                what: other.map_or_else(|| unknown(id), |other| other.called().to_owned()),
                also: if other.is_none() { in_other_languages(|| unknown(id)) } else { Vec::new() },
                on: Some(
                    other.map_or_else(|| WaitsOn::Other(unknown(id)), |other| WaitsOn::Task(other.key())),
                ),
                raised: created,
                cleared,
                how,
                ..Blocker::default()
            });
        }
        blockers
    }

    fn remarks(&self, entry: &Entry) -> Vec<Remark> {
        let remarks = entry.annotations.iter();
        remarks.map(|note| Remark { by: None, at: note.entry, text: note.description.clone() }).collect()
    }
}

/// A task that is not in the file, as Taskwarrior itself shortens what has no number.
fn unknown(id: &str) -> String {
    words().import_unknown_task(id.get(..8).unwrap_or(id))
}

#[cfg(test)]
mod tests;
