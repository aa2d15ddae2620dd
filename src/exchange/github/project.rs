//! A project of GitHub, from `gh project item-list NUMBER --format json` or from GraphQL.
//!
//! An item that is an issue has the key of that issue, so that a project and the issues of a repository may both be
//! brought in and nothing comes twice. The project's *Status* is its list; a field of its own has no place here, but for
//! one that is called like a due day.

use std::collections::HashSet;

use serde_json::value::RawValue;

use super::wire::{Milestone, Person, people};
use super::{connected, goal, key, wire};
use crate::exchange::bundle::{Bundle, Goal, Task};
use crate::exchange::detect::{File, Format, Json};
use crate::exchange::error::ImportError;
use crate::exchange::import::{Gathered, Import, Options, Source, State};
use crate::exchange::item::Item;
use crate::exchange::lists::{Lists, Marks};
use crate::exchange::people::{self as who, People, Times};
use crate::exchange::tally::{Lost, Noted};
use crate::exchange::when::When;
use crate::words::words;

pub(in crate::exchange) const FORMAT: Format = Format { is_json: true, has_lists: true, recognises, read };

/// Fields of an item that say nothing of their own, or again what its content says.
const SILENT: &[&str] =
    &["id", "__typename", "type", "createdAt", "updatedAt", "repository", "fieldValues", "content", "title"];
const DUE: [&str; 6] = ["due", "due date", "target", "target date", "deadline", "end date"];

/// Items with a content, in a list called `items`.
fn recognises(file: &File) -> bool {
    file.json().is_some_and(|json| !items(json).is_empty())
}

fn items<'a>(json: &Json<'a>) -> Vec<&'a RawValue> {
    let printed =
        json.root().filter(|root| root.has("items")).map(|root| root.list("items")).unwrap_or_default();
    let items = if printed.is_empty() { connected(json, "items") } else { printed };
    let scratch = crate::exchange::tally::Tally::new();
    let has_content =
        items.iter().any(|raw| Item::read(raw, "", &scratch).is_some_and(|item| item.has("content")));
    if has_content { items } else { Vec::new() }
}

fn read(file: &File, options: &Options) -> Result<Import, ImportError> {
    let gathered = Gathered::new();
    let none = Json::default();
    let (lists, bundle) = read_items(items(file.json().unwrap_or(&none)), options, &gathered)?;
    let lists = lists.finish(&gathered.notes);
    Ok(gathered.import(Source::GitHubProject, lists, bundle))
}

/// An item of the project, with what its fields and its content say.
struct Entry {
    key: String,
    title: String,
    text: Option<String>,
    status: Option<String>,
    is_pull_request: bool,
    is_closed: bool,
    is_archived: bool,
    people: Vec<Person>,
    tags: Vec<String>,
    milestone: Option<Milestone>,
    repository: String,
    due: Option<When>,
    created: Option<chrono::DateTime<chrono::Utc>>,
    closed: Option<chrono::DateTime<chrono::Utc>>,
    link: Option<String>,
}

fn read_items(
    items: Vec<&RawValue>,
    options: &Options,
    gathered: &Gathered,
) -> Result<(Lists, Bundle), ImportError> {
    let mut seen = HashSet::new();
    let mut entries: Vec<Entry> = Vec::with_capacity(items.len());
    for (at, raw) in items.into_iter().enumerate() {
        let Some(item) = Item::read(raw, "item", &gathered.lost) else {
            gathered.lost.add(Lost::Unreadable, &(at + 1).to_string());
            continue;
        };
        let entry = entry(&item, gathered);
        if entry.is_pull_request && !options.pull_requests {
            gathered.lost.add(Lost::PullRequest, &entry.title);
        } else if !seen.insert(entry.key.clone()) {
            gathered.lost.add(Lost::Duplicate, &entry.title);
        } else {
            entries.push(entry);
        }
    }
    let lists = Lists::named(entries.iter().filter_map(|entry| entry.status.as_deref()), &options.lists)?;
    let mut members = People::new("github:member:", gathered);
    let mut goals: Vec<Goal> = Vec::new();
    let mut tasks: Vec<Task> = Vec::with_capacity(entries.len());
    for entry in entries {
        tasks.push(task(entry, &lists, &mut members, &mut goals, options, gathered));
    }
    tasks.sort_by_key(|task| matches!(&*task.state, "done" | "dropped"));
    Ok((lists, Bundle { members: members.finish(), goals, tasks, ..Bundle::new() }))
}

fn entry(item: &Item, gathered: &Gathered) -> Entry {
    let content = item.item("content", "content");
    let of_content = |field: &str| content.as_ref().and_then(|content| content.text(field));
    let text = of_content("body");
    let title = gathered.title(of_content("title").or_else(|| item.text("title")), text.as_deref(), "");
    let mut entry = Entry {
        key: String::new(),
        status: item.text("status"),
        is_pull_request: [of_content("type|__typename"), item.text("type")]
            .into_iter()
            .flatten()
            .any(|kind| kind.to_ascii_lowercase().replace('_', "") == "pullrequest"),
        is_closed: of_content("state").is_some_and(|state| !state.eq_ignore_ascii_case("open")),
        is_archived: item.flag("isArchived"),
        people: people(item, "assignees"),
        tags: item.names("labels", "name"),
        milestone: Milestone::of(item),
        repository: of_content("repository").or_else(|| item.text("repository")).unwrap_or_default(),
        due: None,
        created: None,
        closed: None,
        link: of_content("url"),
        title,
        text,
    };
    if let Some(content) = &content {
        entry.created = content.moment("createdAt", &entry.title);
        entry.closed = content.moment("closedAt", &entry.title);
        if entry.people.is_empty() {
            entry.people = people(content, "assignees");
        }
        entry.tags.extend(content.names("labels", "name"));
        entry.milestone = entry.milestone.or_else(|| Milestone::of(content));
    }
    let from_link = entry.link.as_deref().and_then(wire::repository_of);
    let repository = from_link
        .or_else(|| wire::repository_of(&entry.repository))
        .unwrap_or_else(|| entry.repository.clone());
    let number = content.as_ref().and_then(|content| content.number("number"));
    entry.key = match number {
        Some(number) => key(&repository, number as u64),
        None => format!("github:item:{}", item.text("id").unwrap_or_else(|| entry.title.clone())),
    };
    entry.repository = repository;
    for name in DUE {
        if item.has(name) && entry.due.is_none() {
            entry.due = item.when(name, &entry.title);
        }
    }
    for value in item.items("fieldValues", "field") {
        field(&value, &mut entry, gathered);
    }
    item.rest(SILENT);
    entry
}

/// Takes the value of one field of the project, as GraphQL tells it.
fn field(value: &Item, entry: &mut Entry, gathered: &Gathered) {
    let Some(name) = value.item("field", "field").and_then(|field| field.text("name")) else { return };
    match name.to_lowercase().as_str() {
        "status" => entry.status = value.text("name|text"),
        // These say again what the content says.
        "title" | "assignees" | "labels" | "milestone" | "repository" => {}
        due if DUE.contains(&due) => entry.due = value.when("date|text", &entry.title),
        _ => gathered.lost.add(Lost::Field(name), ""),
    }
}

fn task(
    entry: Entry,
    lists: &Lists,
    members: &mut People,
    goals: &mut Vec<Goal>,
    options: &Options,
    gathered: &Gathered,
) -> Task {
    let place = entry.status.as_deref().and_then(|status| lists.place(status));
    let marks = Marks { is_archived: entry.is_archived, is_complete: entry.is_closed };
    let (state, reason) = match place {
        Some(_) => lists.state(place, marks, &entry.title, &gathered.notes),
        None if entry.is_closed => (State::Done, None),
        None if entry.is_archived => (State::Dropped, Some(words().import_reason_archived())),
        None => (State::Open, None),
    };
    let mut tags = entry.tags;
    if entry.is_pull_request {
        gathered.notes.add(Noted::PullRequestTask, &entry.title);
        tags.push(words().import_tag_pull_request());
    }
    let since = if state.is_finished() { entry.closed.or(entry.created) } else { entry.created };
    let key_of = |person: &Person| members.key(&person.login, person.name.as_deref());
    let keys: Vec<String> = entry.people.iter().map(key_of).collect();
    let times = Times { began: entry.created, since };
    let mut task = Task {
        key: entry.key,
        notes: entry.text,
        state: state.word().to_owned(),
        reason,
        since,
        created: entry.created,
        goal: entry.milestone.as_ref().map(|milestone| goal(milestone, &entry.repository, goals, gathered)),
        tags,
        due: entry.due.map(|due| due.day(|at| at.date_naive())),
        links: entry.link.into_iter().collect(),
        claims: who::claims(&keys, state, times, &entry.title, options, gathered),
        title: entry.title,
        ..Task::default()
    };
    lists.mark(place, &mut task, &gathered.notes);
    task
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::read;

    #[test]
    fn a_project_as_it_is_printed_comes_in() {
        let text = r#"{"items": [
            {"id": "PVTI_1", "title": "Paint", "status": "In Progress", "assignees": ["ana"], "labels": ["shop"], "priority": "P1",
             "due date": "2026-12-24", "repository": "https://github.com/acme/app",
             "content": {"type": "Issue", "number": 7, "title": "Paint", "body": "Blue.", "repository": "acme/app",
                         "url": "https://github.com/acme/app/issues/7"}},
            {"id": "PVTI_2", "title": "A draft", "status": "Done", "content": {"type": "DraftIssue", "title": "A draft"}},
            {"id": "PVTI_3", "title": "A pull", "content": {"type": "PullRequest", "number": 8, "title": "A pull"}}], "totalCount": 3}"#;
        let import = read(text.as_bytes(), &Options::default()).unwrap();
        assert_eq!(import.source, Source::GitHubProject);
        let found: Vec<_> = import.bundle.tasks.iter().map(|task| (&*task.key, &*task.state)).collect();
        assert_eq!(found, [("github:acme/app#7", "doing"), ("github:item:PVTI_2", "done")]);
        let paint = &import.bundle.tasks[0];
        assert_eq!(
            (&*paint.claims[0].member, &paint.tags[..]),
            ("github:member:ana", &["shop".to_owned()][..])
        );
        assert_eq!((paint.due, paint.notes.as_deref()), (Some("2026-12-24".parse().unwrap()), Some("Blue.")));
        let lost: Vec<_> = import.left_out.iter().map(|lost| &lost.kind).collect();
        assert_eq!(lost, [&Lost::PullRequest, &Lost::Field("item.priority".into())]);
    }

    #[test]
    fn answers_of_graphql_come_in_page_by_page() {
        let page = |id: &str, status: &str| {
            format!(
                r#"{{"data": {{"organization": {{"projectV2": {{"items": {{"nodes": [
                    {{"id": "{id}", "type": "ISSUE", "content": {{"__typename": "Issue", "number": 7, "title": "{id}", "state": "OPEN",
                      "url": "https://github.com/acme/{id}/issues/7", "assignees": {{"nodes": [{{"login": "ana"}}]}}}},
                      "fieldValues": {{"nodes": [{{}}, {{"name": "{status}", "field": {{"name": "Status"}}}},
                        {{"date": "2026-12-24", "field": {{"name": "Due date"}}}}, {{"number": 3, "field": {{"name": "Size"}}}}]}}}}]}}}}}}}}}}"#
            )
        };
        let text = format!("{}\n{}", page("one", "Todo"), page("two", "Done"));
        let import = read(text.as_bytes(), &Options::default()).unwrap();
        let found: Vec<_> = import.bundle.tasks.iter().map(|task| (&*task.key, &*task.state)).collect();
        assert_eq!(found, [("github:acme/one#7", "open"), ("github:acme/two#7", "done")]);
        assert_eq!(import.bundle.tasks[0].due, Some("2026-12-24".parse().unwrap()));
        assert_eq!(import.bundle.tasks[0].claims.len(), 1);
        assert_eq!(
            import.left_out.iter().map(|lost| &lost.kind).collect::<Vec<_>>(),
            [&Lost::Field("Size".into())]
        );
    }

    #[test]
    fn issues_of_graphql_come_in_as_issues() {
        let text = r#"{"data": {"repository": {"issues": {"edges": [{"node": {"number": 1, "title": "a", "state": "CLOSED",
            "labels": {"nodes": [{"name": "bug"}]}, "assignees": {"nodes": []}}}]}}}}"#;
        let import = read(text.as_bytes(), &Options::default()).unwrap();
        assert_eq!(import.source, Source::GitHub);
        let task = &import.bundle.tasks[0];
        assert_eq!((&*task.title, &*task.state, &task.tags[..]), ("a", "done", &["bug".to_owned()][..]));
    }
}
