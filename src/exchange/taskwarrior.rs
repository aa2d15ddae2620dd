//! Taskwarrior, from `task export`: one person's list, so that nobody has claims and the team takes the tasks anew.
//!
//! A project becomes a tag `project:<name>`, not a goal: people have dozens of projects, and goals are few. Ordering
//! follows Taskwarrior's weights: high priority first, then medium, low, none.

mod wire;

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use serde_json::value::RawValue;

use super::bundle::{self, Blocker, Bundle, Remark, Task, WaitsOn};
use super::fields::Fields;
use super::import::{Import, Options, Source, State};
use super::lenient::instant;
use super::tally::{Lost, Noted, Tally};
use crate::words::words;
use wire::{Item, Status};

/// Reads a list of tasks.
pub(super) fn read(items: &[&RawValue], options: &Options) -> Import {
    let mut lost = Tally::new();
    let mut fields = Fields::default();
    let items = readable(items, &mut lost, &mut fields);
    let parents: HashSet<&str> =
        items.iter().map(|(_, item)| &*item.parent).filter(|id| !id.is_empty()).collect();
    let (patterns, items): (Vec<_>, Vec<_>) =
        items.iter().partition(|(_, item)| item.status == Status::Recurring && parents.contains(&*item.uuid));
    for (_, pattern) in patterns {
        lost.add(Lost::RecurringPattern, &pattern.description);
    }
    let by_uuid = items.iter().map(|(_, item)| (&*item.uuid, item)).collect();
    let mut reader = Reader { options, by_uuid, projects: HashSet::new(), lost, notes: Tally::new() };
    let mut tasks: Vec<(bool, u8, Task)> = Vec::with_capacity(items.len());
    for (key, item) in &items {
        tasks.push((item.status.is_finished(), item.weight(), reader.task(key, item)));
    }
    tasks.sort_by_key(|(finished, weight, _)| (*finished, *weight));

    let Reader { mut lost, notes, .. } = reader;
    fields.finish(&mut lost);
    let bundle = Bundle {
        format: bundle::FORMAT.to_owned(),
        version: bundle::VERSION,
        tasks: tasks.into_iter().map(|(.., task)| task).collect(),
        ..Bundle::default()
    };
    let lists = Vec::new();
    Import { bundle, source: Source::Taskwarrior, lists, left_out: lost.counted(), notes: notes.counted() }
}

/// The tasks that can be read, each once, with their keys.
fn readable(items: &[&RawValue], lost: &mut Tally<Lost>, fields: &mut Fields) -> Vec<(String, Item)> {
    let mut seen = HashSet::new();
    let mut readable = Vec::with_capacity(items.len());
    for (at, raw) in items.iter().enumerate() {
        let Ok(item) = serde_json::from_str::<Item>(raw.get()) else {
            lost.add(Lost::Unreadable, &(at + 1).to_string());
            continue;
        };
        let key = item.key();
        if seen.insert(key.clone()) {
            fields.count(raw, wire::KNOWN, "");
            readable.push((key, item));
        } else {
            lost.add(Lost::Duplicate, &item.description);
        }
    }
    readable
}

struct Reader<'a> {
    options: &'a Options,
    by_uuid: HashMap<&'a str, &'a Item>,
    projects: HashSet<String>,
    lost: Tally<Lost>,
    notes: Tally<Noted>,
}

impl Reader<'_> {
    fn task(&mut self, key: &str, item: &Item) -> Task {
        let title = item.description.filled().unwrap_or_else(|| {
            self.notes.add(Noted::Untitled, &item.uuid);
            words().import_untitled()
        });
        if !item.recur.is_empty() {
            self.notes.add(Noted::Recurring, &title);
        }
        let created = self.date(&item.entry, &title);
        let start = self.date(&item.start, &title);
        let end = self.date(&item.end, &title);
        let state = match item.status {
            Status::Completed => State::Done,
            Status::Deleted => State::Dropped,
            Status::Pending | Status::Waiting | Status::Recurring if start.is_some() => State::Doing,
            Status::Pending | Status::Waiting | Status::Recurring => State::Open,
        };
        let modified = instant(&item.modified);
        let since = if state.is_finished() { end.or(modified) } else { start }.or(created);
        let due = self.date(&item.due, &title).map(self.options.day);
        let parked = self.date(&item.wait, &title).filter(|_| !state.is_finished()).map(self.options.day);
        Task {
            key: key.to_owned(),
            title,
            state: state.word().to_owned(),
            reason: (state == State::Dropped).then(|| words().import_reason_deleted()),
            since,
            created,
            tags: self.tags(item),
            due,
            parked,
            blockers: self.blockers(item, state, created, since),
            remarks: self.remarks(item),
            ..Task::default()
        }
    }

    fn tags(&mut self, item: &Item) -> Vec<String> {
        let mut tags = Vec::new();
        if let Some(project) = item.project.filled() {
            if self.projects.insert(project.clone()) {
                self.notes.add(Noted::Project, &project);
            }
            tags.push(format!("project:{project}"));
        }
        tags.extend(item.priority.filled().map(|priority| format!("priority:{priority}")));
        tags.extend(item.tags.0.iter().cloned());
        tags
    }

    /// What the task depends on; done with where the other task, or this one, is finished.
    fn blockers(
        &mut self,
        item: &Item,
        state: State,
        created: Option<DateTime<Utc>>,
        since: Option<DateTime<Utc>>,
    ) -> Vec<Blocker> {
        let mut blockers = Vec::new();
        for id in item.depends.0.iter().filter(|id| ***id != *item.uuid) {
            let other = self.by_uuid.get(id.as_str());
            let how = match other.map(|other| other.status) {
                Some(Status::Completed) => Some(words().import_cleared_closed()),
                Some(Status::Deleted) => Some(words().import_reason_deleted()),
                _ if state.is_finished() => Some(words().import_cleared_finished()),
                _ => None,
            };
            let end = other.filter(|other| other.status.is_finished()).and_then(|other| instant(&other.end));
            let cleared = end.or(since).filter(|_| how.is_some());
            if how.is_some() && cleared.is_none() {
                // Without a time it would look like an open blocker.
                self.lost.add(Lost::MetDependency, &words().import_depends(&*item.description, id));
                continue;
            }
            blockers.push(Blocker {
                what: other.map_or_else(|| unknown(id), |other| other.description.0.clone()),
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

    fn remarks(&self, item: &Item) -> Vec<Remark> {
        let remarks = item.annotations.iter();
        remarks
            .map(|note| Remark { by: None, at: instant(&note.entry), text: note.description.0.clone() })
            .collect()
    }

    fn date(&mut self, text: &str, title: &str) -> Option<DateTime<Utc>> {
        let at = instant(text);
        if at.is_none() && !text.is_empty() {
            self.lost.add(Lost::Date, title);
        }
        at
    }
}

/// A task that is not in the file, as Taskwarrior itself shortens what has no number.
fn unknown(id: &str) -> String {
    words().import_unknown_task(id.get(..8).unwrap_or(id))
}

#[cfg(test)]
mod tests;
