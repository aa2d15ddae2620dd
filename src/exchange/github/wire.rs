//! The part of an issue that is read, in the words of the REST API and of `gh`.

use std::borrow::Cow;

use chrono::{DateTime, Utc};

use crate::exchange::item::{Item, text_of};
use crate::exchange::when::When;

/// Fields that hold ids and addresses of the API only, or say again what others say.
pub(super) const SILENT: &[&str] = &[
    "id",
    "node_id",
    "labels_url",
    "comments_url",
    "events_url",
    "timeline_url",
    "closed",
    "isPullRequest",
    "score",
    "performed_via_github_app",
];

pub(super) struct Issue {
    /// `None` where the file does not tell it.
    pub number: Option<u64>,
    pub title: Option<String>,
    pub body: Option<String>,
    pub state: String,
    pub state_reason: String,
    pub labels: Vec<String>,
    pub assignees: Vec<Person>,
    pub milestone: Option<Milestone>,
    html_url: String,
    url: String,
    repository_url: String,
    pub created_at: Option<DateTime<Utc>>,
    pub updated_at: Option<DateTime<Utc>>,
    pub closed_at: Option<DateTime<Utc>>,
    has_pull_request: bool,
    pub comments: Comments,
}

impl Issue {
    pub(super) fn read(item: &Item) -> Issue {
        let (number, title) = (item.number("number"), item.text("title"));
        let example = match number {
            Some(number) => format!("#{number} {}", title.as_deref().unwrap_or_default()),
            None => title.clone().unwrap_or_default(),
        };
        let mut assignees = people(item, "assignees");
        if assignees.is_empty() {
            assignees = people(item, "assignee");
        } else {
            item.raw("assignee");
        }
        Issue {
            number: number
                .filter(|number| number.fract() == 0.0 && *number >= 0.0)
                .map(|number| number as u64),
            title,
            body: item.text("body"),
            state: item.string("state"),
            state_reason: item.string("state_reason|stateReason"),
            labels: item.names("labels", "name"),
            assignees,
            milestone: Milestone::of(item),
            html_url: item.string("html_url"),
            url: item.string("url"),
            repository_url: item.string("repository_url"),
            created_at: item.moment("created_at|createdAt", &example),
            updated_at: item.moment("updated_at|updatedAt", &example),
            closed_at: item.moment("closed_at|closedAt", &example),
            has_pull_request: item.raw("pull_request").is_some(),
            comments: Comments::read(item),
        }
    }

    pub(super) fn is_pull_request(&self) -> bool {
        self.has_pull_request || self.html_url.contains("/pull/") || self.url.contains("/pull/")
    }

    pub(super) fn is_closed(&self) -> bool {
        !self.state.is_empty() && !self.state.eq_ignore_ascii_case("open")
    }

    /// `#84 Its title`.
    pub(super) fn named(&self) -> String {
        let title = self.title.as_deref().unwrap_or_default();
        match self.number {
            Some(number) => format!("#{number} {title}"),
            None => title.to_owned(),
        }
    }

    /// `#84`; where the file does not tell the number, its title.
    pub(super) fn short(&self) -> String {
        match self.number {
            Some(number) => format!("#{number}"),
            None => self.title.clone().unwrap_or_default(),
        }
    }

    /// The address that a person can open.
    pub(super) fn page(&self) -> Option<String> {
        let is_page = |url: &&String| !url.is_empty() && !url.contains("/repos/");
        [&self.html_url, &self.url].into_iter().find(is_page).cloned()
    }

    /// `owner/name`; empty where the file does not tell, as `gh` without `url`.
    pub(super) fn repository(&self) -> Cow<'_, str> {
        let addresses = [&self.repository_url, &self.html_url, &self.url];
        let found = addresses.into_iter().find_map(|url| repository_of(url));
        found.map_or(Cow::Borrowed(""), Cow::Owned)
    }
}

/// `owner/name` in an address of a page or of the API, on any host.
pub(super) fn repository_of(url: &str) -> Option<String> {
    let path = match url.split_once("/repos/") {
        Some((_, path)) => path,
        None => url.split_once("://")?.1.split_once('/')?.1,
    };
    let mut parts = path.split('/').filter(|part| !part.is_empty());
    Some(format!("{}/{}", parts.next()?, parts.next()?))
}

/// The people in a field: objects, or their names alone.
pub(super) fn people(item: &Item, field: &str) -> Vec<Person> {
    let person = |item: &Item| Some(Person { login: item.text("login|name")?, name: item.text("name") });
    let mut people = Vec::new();
    for raw in item.list(field) {
        let found = match item.part(raw, "person") {
            Some(item) => person(&item),
            None => text_of(raw).filter(|login| !login.is_empty()).map(|login| Person { login, name: None }),
        };
        match found {
            Some(person) => people.push(person),
            None => item.is_odd(field),
        }
    }
    people
}

pub(super) struct Person {
    pub login: String,
    pub name: Option<String>,
}

#[derive(Default)]
pub(super) struct Milestone {
    pub number: Option<String>,
    pub title: Option<String>,
    pub description: Option<String>,
    pub is_closed: bool,
    pub due_on: Option<When>,
    pub created_at: Option<DateTime<Utc>>,
}

impl Milestone {
    /// The milestone of an issue, of which some tools only tell the title.
    pub(super) fn of(item: &Item) -> Option<Milestone> {
        match text_of(item.raw("milestone")?) {
            Some(title) => Milestone::titled(title),
            None => item.item("milestone", "milestone").map(|milestone| Milestone::read(&milestone)),
        }
    }

    pub(super) fn read(item: &Item) -> Milestone {
        let title = item.text("title");
        let example = title.clone().unwrap_or_default();
        Milestone {
            number: item.text("number"),
            description: item.text("description"),
            is_closed: item.string("state").eq_ignore_ascii_case("closed"),
            due_on: item.when("due_on|dueOn", &example),
            created_at: item.moment("created_at|createdAt", &example),
            title,
        }
    }

    pub(super) fn titled(title: String) -> Option<Milestone> {
        let title = Some(title).filter(|title| !title.trim().is_empty());
        title.map(|title| Milestone { title: Some(title), ..Milestone::default() })
    }
}

/// The REST API only counts comments; `gh` can print them.
pub(super) enum Comments {
    Count(usize),
    List(Vec<Comment>),
}

impl Comments {
    fn read(item: &Item) -> Comments {
        match item.raw("comments") {
            Some(raw) if raw.get().starts_with(['[', '{']) => {
                Comments::List(item.items("comments", "comment").iter().map(Comment::read).collect())
            }
            _ => Comments::Count(item.count("comments")),
        }
    }
}

pub(super) struct Comment {
    pub author: Option<Person>,
    pub body: String,
    pub created_at: Option<DateTime<Utc>>,
}

impl Comment {
    fn read(item: &Item) -> Comment {
        Comment {
            author: people(item, "author|user").into_iter().next(),
            body: item.string("body"),
            created_at: item.moment("created_at|createdAt", ""),
        }
    }
}
