//! GitHub issues, as the REST API and GraphQL give them and as `gh issue list --json …` prints them.
//!
//! The REST API lists pull requests among the issues. They are left out unless asked for: work on one is seen at
//! GitHub, and a team's board would drown in them. What depends on one is said.

mod depends;
pub(super) mod project;
mod wire;

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use serde_json::value::RawValue;

use super::bundle::{Blocker, Bundle, Claim, Goal, Remark, Task, WaitsOn};
use super::detect::{File, Format, Json};
use super::error::ImportError;
use super::import::{Gathered, Import, Options, Source, State};
use super::item::Item;
use super::people::{self, People, Times};
use super::states;
use super::tally::{Lost, Noted};
use crate::words::words;
use wire::{Comments, Issue, Milestone, Person};

pub(super) const FORMAT: Format = Format { is_json: true, has_lists: false, recognises, read };

/// A title with a number; without one, what only GitHub says of an issue.
fn recognises(file: &File) -> bool {
    const ITS_OWN: [&str; 9] = [
        "labels",
        "assignees",
        "milestone",
        "body",
        "url",
        "html_url",
        "createdAt",
        "created_at",
        "stateReason",
    ];
    let is_issue = |item: &Item| {
        let has_state = || {
            let state = item.string("state").to_ascii_lowercase();
            matches!(&*state, "open" | "closed") && ITS_OWN.iter().any(|field| item.has(field))
        };
        item.has("title") && (item.has("number") || has_state())
    };
    file.json().is_some_and(|json| json.any(is_issue) || !connected(json, "issues").is_empty())
}

/// What stands in the connections of that name, wherever in the answers of GraphQL they are.
fn connected<'a>(json: &Json<'a>, name: &str) -> Vec<&'a RawValue> {
    fn within<'a>(item: &Item<'a>, name: &str, depth: usize) -> Vec<&'a RawValue> {
        if item.has(name) {
            return item.list(name);
        }
        match depth {
            0 => Vec::new(),
            _ => item.inside().flat_map(|item| within(&item, name, depth - 1)).collect(),
        }
    }
    json.answers().flat_map(|data| within(&data, name, 4)).collect()
}

/// Reads a list of issues.
fn read(file: &File, options: &Options) -> Result<Import, ImportError> {
    let gathered = Gathered::new();
    let none = Json::default();
    let json = file.json().unwrap_or(&none);
    let answered = connected(json, "issues");
    let items = if answered.is_empty() { &json.items } else { &answered };
    let bundle = read_issues(items, options, &gathered);
    Ok(gathered.import(Source::GitHub, Vec::new(), bundle))
}

fn read_issues(items: &[&RawValue], options: &Options, gathered: &Gathered) -> Bundle {
    let issues = issues(items, gathered);
    let mut reader = Reader {
        options,
        places: issues.iter().enumerate().map(|(at, (key, _))| (key.as_str(), at)).collect(),
        issues: &issues,
        members: People::new("github:member:", gathered),
        goals: Vec::new(),
        gathered,
    };
    if matches!(items.len(), 30 | 100) {
        // What `gh` and the REST API print unless told otherwise: the rest would be missed without a word.
        gathered.notes.add_many(Noted::OnePage, items.len(), "");
    }
    let mut tasks = Vec::with_capacity(issues.len());
    for (key, issue) in &issues {
        if issue.is_pull_request() && !options.pull_requests {
            reader.leave_out(issue);
        } else {
            tasks.push(reader.task(key, issue));
        }
    }
    tasks.sort_by_key(|task| matches!(&*task.state, "done" | "dropped"));
    let Reader { members, goals, .. } = reader;
    Bundle { name: one_repository(&issues), members: members.finish(), goals, tasks, ..Bundle::new() }
}

/// The issues that can be read, each once, with their keys.
fn issues(items: &[&RawValue], gathered: &Gathered) -> Vec<(String, Issue)> {
    let lost = &gathered.lost;
    let mut seen = HashSet::new();
    let mut issues = Vec::with_capacity(items.len());
    for (at, raw) in items.iter().enumerate() {
        let item = Item::read(raw, "", lost).filter(|item| item.has("title") || item.has("number"));
        let Some(item) = item else {
            lost.add(Lost::Unreadable, &(at + 1).to_string());
            continue;
        };
        let issue = Issue::read(&item);
        let key = match issue.number {
            Some(number) => key(&issue.repository(), number),
            None => format!("github:{}#{}", issue.repository(), issue.short()),
        };
        if !seen.insert(key.clone()) {
            lost.add(Lost::Duplicate, &issue.named());
            continue;
        }
        if !issue.is_pull_request() {
            item.rest(wire::SILENT);
        }
        issues.push((key, issue));
    }
    issues
}

struct Reader<'a> {
    options: &'a Options,
    /// Place in `issues` by key.
    places: HashMap<&'a str, usize>,
    issues: &'a [(String, Issue)],
    members: People<'a>,
    goals: Vec<Goal>,
    gathered: &'a Gathered,
}

impl Reader<'_> {
    fn leave_out(&mut self, issue: &Issue) {
        self.gathered.lost.add(Lost::PullRequest, &issue.named());
        for reference in depends::of(issue.body.as_deref().unwrap_or_default()) {
            let example = words().import_depends(issue.short(), reference.to_string());
            self.gathered.lost.add(Lost::PullRequestDependency, &example);
        }
    }

    fn task(&mut self, key: &str, issue: &Issue) -> Task {
        let title = self.gathered.title(issue.title.clone(), issue.body.as_deref(), &issue.short());
        let mut tags = issue.labels.clone();
        let (state, reason) = self.state(issue, &tags);
        if issue.is_pull_request() {
            self.gathered.notes.add(Noted::PullRequestTask, &issue.named());
            tags.push(words().import_tag_pull_request());
        }
        let created = issue.created_at;
        let since = if state.is_finished() { issue.closed_at.or(created) } else { created };
        Task {
            key: key.to_owned(),
            title,
            notes: issue.body.clone(),
            state: state.word().to_owned(),
            reason,
            since,
            created,
            goal: issue
                .milestone
                .as_ref()
                .map(|milestone| goal(milestone, &issue.repository(), &mut self.goals, self.gathered)),
            tags,
            links: issue.page().into_iter().collect(),
            claims: self.claims(issue, state, created, since),
            blockers: self.blockers(key, issue, state, created, since),
            remarks: self.remarks(issue),
            ..Task::default()
        }
    }

    fn state(&self, issue: &Issue, labels: &[String]) -> (State, Option<String>) {
        if !issue.is_closed() {
            let states = labels.iter().filter_map(|label| states::of_label(label));
            return (states.max().unwrap_or(State::Open), None);
        }
        match issue.state_reason.to_ascii_lowercase().as_str() {
            "not_planned" => (State::Dropped, Some(words().import_reason_not_planned())),
            "duplicate" => (State::Dropped, Some(words().import_reason_duplicate())),
            _ => (State::Done, None),
        }
    }

    fn claims(
        &mut self,
        issue: &Issue,
        state: State,
        created: Option<DateTime<Utc>>,
        since: Option<DateTime<Utc>>,
    ) -> Vec<Claim> {
        // GitHub does not tell when somebody was assigned: nothing is known to have happened after the last change.
        let began = if state.is_finished() { created } else { issue.updated_at.or(created) };
        let members = &mut self.members;
        let key = |person: &Person| members.key(&person.login, person.name.as_deref());
        let keys: Vec<String> = issue.assignees.iter().map(key).collect();
        people::claims(&keys, state, Times { began, since }, &issue.named(), self.options, self.gathered)
    }

    /// One blocker for each issue that the text says it waits on.
    fn blockers(
        &mut self,
        own: &str,
        issue: &Issue,
        state: State,
        created: Option<DateTime<Utc>>,
        since: Option<DateTime<Utc>>,
    ) -> Vec<Blocker> {
        let mut blockers: Vec<Blocker> = Vec::new();
        for reference in depends::of(issue.body.as_deref().unwrap_or_default()) {
            let other = reference.key(&issue.repository());
            let name = reference.to_string();
            if other == own {
                continue;
            }
            let found = self.places.get(other.as_str()).map(|at| &self.issues[*at].1);
            let is_left_out =
                found.is_some_and(|found| found.is_pull_request() && !self.options.pull_requests);
            if is_left_out {
                let example = words().import_depends(issue.short(), &name);
                self.gathered.lost.add(Lost::PullRequestDependency, &example);
            }
            let mut blocker = Blocker { what: name.clone(), raised: created, ..Blocker::default() };
            blocker.on = Some(match found {
                Some(found) if !is_left_out => {
                    blocker.what = found.named();
                    WaitsOn::Task(other)
                }
                _ => WaitsOn::Other(name),
            });
            if let Some(found) = found.filter(|found| found.is_closed()) {
                blocker.cleared = found.closed_at.or(since).or(created);
                blocker.how = Some(words().import_cleared_closed());
            } else if state.is_finished() {
                blocker.cleared = since.or(created);
                blocker.how = Some(words().import_cleared_finished());
            }
            if blocker.how.is_some() && blocker.cleared.is_none() {
                // Without a time it would look like an open blocker.
                let example = words().import_depends(issue.short(), reference.to_string());
                self.gathered.lost.add(Lost::MetDependency, &example);
                continue;
            }
            blockers.push(blocker);
        }
        blockers
    }

    fn remarks(&mut self, issue: &Issue) -> Vec<Remark> {
        match &issue.comments {
            Comments::Count(count) => {
                self.gathered.lost.add_many(Lost::Comment, *count, "");
                Vec::new()
            }
            Comments::List(comments) => {
                let members = &mut self.members;
                let remarks = comments.iter().map(|comment| Remark {
                    by: comment.author.as_ref().map(|who| members.key(&who.login, who.name.as_deref())),
                    at: comment.created_at,
                    text: comment.body.clone(),
                });
                remarks.collect()
            }
        }
    }
}

/// The key of a milestone's goal, which is made where it is not there yet.
fn goal(milestone: &Milestone, repository: &str, goals: &mut Vec<Goal>, gathered: &Gathered) -> String {
    let title = milestone.title.clone().unwrap_or_else(|| words().import_untitled());
    let id = milestone.number.as_ref().unwrap_or(&title);
    let key = format!("github:{repository}#milestone-{id}");
    if goals.iter().any(|goal| goal.key == key) {
        return key;
    }
    if milestone.is_closed {
        gathered.notes.add(Noted::ClosedMilestone, &title);
    }
    goals.push(Goal {
        key: key.clone(),
        title,
        why: milestone.description.clone(),
        horizon: "short".to_owned(),
        // GitHub stores a due day as an instant of that day in UTC.
        due: milestone.due_on.map(|due| due.day(|at| at.date_naive())),
        state: if milestone.is_closed { "met" } else { "active" }.to_owned(),
        created: milestone.created_at,
        ..Goal::default()
    });
    key
}

fn key(repository: &str, number: u64) -> String {
    format!("github:{repository}#{number}")
}

/// The repository's name, if all issues are of one.
fn one_repository(issues: &[(String, Issue)]) -> Option<String> {
    let first = issues.first()?.1.repository();
    let is_one = !first.is_empty() && issues.iter().all(|(_, issue)| issue.repository() == first);
    is_one.then(|| first.into_owned())
}

#[cfg(test)]
mod tests;
