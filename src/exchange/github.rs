//! GitHub issues, as the REST API gives them and as `gh issue list --json …` prints them.
//!
//! The REST API lists pull requests among the issues. They are left out unless asked for: work on one is seen at
//! GitHub, and a team's board would drown in them. What depends on one is said.

mod depends;
mod wire;

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use serde_json::value::RawValue;

use super::bundle::{self, Blocker, Bundle, Claim, Goal, Member, Remark, Task, WaitsOn};
use super::fields::Fields;
use super::import::{Import, Options, Source, State};
use super::lenient::instant;
use super::states;
use super::tally::{Lost, Noted, Tally};
use crate::words::words;
use wire::{Comments, Issue, Milestone, Person};

/// Reads a list of issues.
pub(super) fn read(items: &[&RawValue], options: &Options) -> Import {
    let mut lost = Tally::new();
    let mut fields = Fields::default();
    let issues = issues(items, &mut lost, &mut fields);
    let mut reader = Reader {
        options,
        places: issues.iter().enumerate().map(|(at, (key, _))| (key.as_str(), at)).collect(),
        issues: &issues,
        members: People::default(),
        goals: Vec::new(),
        goal_keys: HashSet::new(),
        lost,
        notes: Tally::new(),
    };
    if matches!(items.len(), 30 | 100) {
        // What `gh` and the REST API print unless told otherwise: the rest would be missed without a word.
        reader.notes.add_many(Noted::OnePage, items.len(), "");
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

    let Reader { members, goals, mut lost, notes, .. } = reader;
    fields.finish(&mut lost);
    let bundle = Bundle {
        format: bundle::FORMAT.to_owned(),
        version: bundle::VERSION,
        name: one_repository(&issues),
        members: members.list,
        goals,
        tasks,
        ..Bundle::default()
    };
    let lists = Vec::new();
    Import { bundle, source: Source::GitHub, lists, left_out: lost.counted(), notes: notes.counted() }
}

/// The issues that can be read, each once, with their keys.
fn issues(items: &[&RawValue], lost: &mut Tally<Lost>, fields: &mut Fields) -> Vec<(String, Issue)> {
    let mut seen = HashSet::new();
    let mut issues = Vec::with_capacity(items.len());
    for (at, raw) in items.iter().enumerate() {
        let Ok(issue) = serde_json::from_str::<Issue>(raw.get()) else {
            lost.add(Lost::Unreadable, &(at + 1).to_string());
            continue;
        };
        let key = key(&issue.repository(), issue.number);
        if !seen.insert(key.clone()) {
            lost.add(Lost::Duplicate, &issue.named());
            continue;
        }
        if !issue.is_pull_request() {
            fields.count(raw, wire::KNOWN, "");
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
    members: People,
    goals: Vec<Goal>,
    goal_keys: HashSet<String>,
    lost: Tally<Lost>,
    notes: Tally<Noted>,
}

impl Reader<'_> {
    fn leave_out(&mut self, issue: &Issue) {
        self.lost.add(Lost::PullRequest, &issue.named());
        for reference in depends::of(&issue.body) {
            let example = words().import_depends(format!("#{}", issue.number), reference.to_string());
            self.lost.add(Lost::PullRequestDependency, &example);
        }
    }

    fn task(&mut self, key: &str, issue: &Issue) -> Task {
        let title = issue.title.filled().unwrap_or_else(|| {
            self.notes.add(Noted::Untitled, &format!("#{}", issue.number));
            words().import_untitled()
        });
        let mut tags: Vec<String> = issue.labels.iter().filter_map(|label| label.name().filled()).collect();
        let (state, reason) = self.state(issue, &tags);
        if issue.is_pull_request() {
            self.notes.add(Noted::PullRequestTask, &issue.named());
            tags.push(words().import_tag_pull_request());
        }
        let created = self.date(&issue.created_at, issue);
        let closed = self.date(&issue.closed_at, issue);
        let since = if state.is_finished() { closed.or(created) } else { created };
        Task {
            key: key.to_owned(),
            title,
            notes: issue.body.filled(),
            state: state.word().to_owned(),
            reason,
            since,
            created,
            goal: issue.milestone.as_ref().map(|milestone| self.goal(issue, milestone)),
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

    /// The first assignee leads, the others help.
    fn claims(
        &mut self,
        issue: &Issue,
        state: State,
        created: Option<DateTime<Utc>>,
        since: Option<DateTime<Utc>>,
    ) -> Vec<Claim> {
        let mut seen = HashSet::new();
        let people = if issue.assignees.is_empty() { issue.assignee.as_slice() } else { &issue.assignees };
        let people: Vec<&Person> =
            people.iter().filter(|person| !person.login.is_empty() && seen.insert(&*person.login)).collect();
        if self.options.no_claims {
            self.lost.add_many(Lost::Claim, people.len(), &issue.named());
            return Vec::new();
        }
        // GitHub does not tell when somebody was assigned: nothing is known to have happened after the last change.
        let began = if state.is_finished() { created } else { instant(&issue.updated_at).or(created) };
        let members = &mut self.members;
        people
            .into_iter()
            .enumerate()
            .map(|(at, person)| Claim {
                member: members.key(person),
                part: if at == 0 { "lead" } else { "helper" }.to_owned(),
                since: began,
                lease: None,
                ended: since.filter(|_| state.is_finished()),
                end: state.is_finished().then(|| "done".to_owned()),
            })
            .collect()
    }

    fn goal(&mut self, issue: &Issue, milestone: &Milestone) -> String {
        let id = milestone.number.filled().unwrap_or_else(|| milestone.title.0.clone());
        let key = format!("github:{}#milestone-{id}", issue.repository());
        if self.goal_keys.insert(key.clone()) {
            let is_closed = milestone.state.eq_ignore_ascii_case("closed");
            if is_closed {
                self.notes.add(Noted::ClosedMilestone, &milestone.title);
            }
            self.goals.push(Goal {
                key: key.clone(),
                title: milestone.title.filled().unwrap_or_else(|| words().import_untitled()),
                why: milestone.description.filled(),
                horizon: "short".to_owned(),
                // GitHub stores a due day as an instant of that day in UTC.
                due: instant(&milestone.due_on).map(|at| at.date_naive()),
                state: if is_closed { "met" } else { "active" }.to_owned(),
                created: instant(&milestone.created_at),
                ..Goal::default()
            });
        }
        key
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
        for reference in depends::of(&issue.body) {
            let other = reference.key(&issue.repository());
            let name = reference.to_string();
            if other == own {
                continue;
            }
            let found = self.places.get(other.as_str()).map(|at| &self.issues[*at].1);
            let is_left_out =
                found.is_some_and(|found| found.is_pull_request() && !self.options.pull_requests);
            if is_left_out {
                let example = words().import_depends(format!("#{}", issue.number), &name);
                self.lost.add(Lost::PullRequestDependency, &example);
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
                blocker.cleared = instant(&found.closed_at).or(since).or(created);
                blocker.how = Some(words().import_cleared_closed());
            } else if state.is_finished() {
                blocker.cleared = since.or(created);
                blocker.how = Some(words().import_cleared_finished());
            }
            if blocker.how.is_some() && blocker.cleared.is_none() {
                // Without a time it would look like an open blocker.
                let example = words().import_depends(format!("#{}", issue.number), reference.to_string());
                self.lost.add(Lost::MetDependency, &example);
                continue;
            }
            blockers.push(blocker);
        }
        blockers
    }

    fn remarks(&mut self, issue: &Issue) -> Vec<Remark> {
        match &issue.comments {
            Comments::Count(count) => {
                self.lost.add_many(Lost::Comment, *count, "");
                Vec::new()
            }
            Comments::Unknown(_) => Vec::new(),
            Comments::List(comments) => {
                let members = &mut self.members;
                let remarks = comments.iter().map(|comment| Remark {
                    by: comment
                        .author
                        .as_ref()
                        .filter(|who| !who.login.is_empty())
                        .map(|who| members.key(who)),
                    at: instant(&comment.created_at),
                    text: comment.body.0.clone(),
                });
                remarks.collect()
            }
        }
    }

    fn date(&mut self, text: &str, issue: &Issue) -> Option<DateTime<Utc>> {
        let at = instant(text);
        if at.is_none() && !text.is_empty() {
            self.lost.add(Lost::Date, &issue.named());
        }
        at
    }
}

/// The members found so far: everybody who is assigned or has written.
#[derive(Default)]
struct People {
    list: Vec<Member>,
    keys: HashSet<String>,
}

impl People {
    fn key(&mut self, person: &Person) -> String {
        let key = format!("github:member:{}", &*person.login);
        if self.keys.insert(key.clone()) {
            let name = person.name.filled().unwrap_or_else(|| person.login.0.clone());
            self.list.push(Member { key: key.clone(), name, ..Member::default() });
        }
        key
    }
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
