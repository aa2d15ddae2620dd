//! The part of an issue that is read, in the words of the REST API and of `gh`.

use std::borrow::Cow;

use serde::Deserialize;
use serde::de::IgnoredAny;

use crate::exchange::lenient::{Text, or_default};

/// Fields that are read, or that hold ids and addresses of the API only.
pub(super) const KNOWN: &[&str] = &[
    "id",
    "node_id",
    "number",
    "title",
    "body",
    "state",
    "state_reason",
    "stateReason",
    "labels",
    "assignee",
    "assignees",
    "milestone",
    "html_url",
    "url",
    "repository_url",
    "labels_url",
    "comments_url",
    "events_url",
    "timeline_url",
    "created_at",
    "createdAt",
    "updated_at",
    "updatedAt",
    "closed_at",
    "closedAt",
    "closed",
    "comments",
    "pull_request",
    "isPullRequest",
    "score",
    "performed_via_github_app",
];

#[derive(Deserialize)]
pub(super) struct Issue {
    pub number: u64,
    #[serde(default)]
    pub title: Text,
    #[serde(default)]
    pub body: Text,
    #[serde(default)]
    pub state: Text,
    #[serde(default, alias = "stateReason")]
    pub state_reason: Text,
    #[serde(default, deserialize_with = "or_default")]
    pub labels: Vec<Label>,
    #[serde(default, deserialize_with = "or_default")]
    pub assignees: Vec<Person>,
    #[serde(default)]
    pub assignee: Option<Person>,
    #[serde(default)]
    pub milestone: Option<Milestone>,
    #[serde(default)]
    html_url: Text,
    #[serde(default)]
    url: Text,
    #[serde(default)]
    repository_url: Text,
    #[serde(default, alias = "createdAt")]
    pub created_at: Text,
    #[serde(default, alias = "updatedAt")]
    pub updated_at: Text,
    #[serde(default, alias = "closedAt")]
    pub closed_at: Text,
    #[serde(default)]
    pull_request: Option<IgnoredAny>,
    #[serde(default, deserialize_with = "or_default")]
    pub comments: Comments,
}

impl Issue {
    pub(super) fn is_pull_request(&self) -> bool {
        self.pull_request.is_some() || self.html_url.contains("/pull/") || self.url.contains("/pull/")
    }

    pub(super) fn is_closed(&self) -> bool {
        !self.state.is_empty() && !self.state.eq_ignore_ascii_case("open")
    }

    /// `#84 Its title`.
    pub(super) fn named(&self) -> String {
        format!("#{} {}", self.number, &*self.title)
    }

    /// The address that a person can open.
    pub(super) fn page(&self) -> Option<String> {
        let url = self.url.filled().filter(|url| !url.contains("/repos/"));
        self.html_url.filled().or(url)
    }

    /// `owner/name`; empty where the file does not tell, as `gh` without `url`.
    pub(super) fn repository(&self) -> Cow<'_, str> {
        let addresses = [&self.repository_url, &self.html_url, &self.url];
        let found = addresses.into_iter().find_map(|url| repository_of(url));
        found.map_or(Cow::Borrowed(""), Cow::Owned)
    }
}

/// `owner/name` in an address of a page or of the API, on any host.
fn repository_of(url: &str) -> Option<String> {
    let path = match url.split_once("/repos/") {
        Some((_, path)) => path,
        None => url.split_once("://")?.1.split_once('/')?.1,
    };
    let mut parts = path.split('/').filter(|part| !part.is_empty());
    Some(format!("{}/{}", parts.next()?, parts.next()?))
}

#[derive(Deserialize)]
#[serde(untagged)]
pub(super) enum Label {
    Named { name: Text },
    Plain(Text),
}

impl Label {
    pub(super) fn name(&self) -> &Text {
        match self {
            Label::Named { name } | Label::Plain(name) => name,
        }
    }
}

#[derive(Deserialize)]
pub(super) struct Person {
    #[serde(default)]
    pub login: Text,
    #[serde(default)]
    pub name: Text,
}

#[derive(Deserialize)]
pub(super) struct Milestone {
    #[serde(default)]
    pub number: Text,
    #[serde(default)]
    pub title: Text,
    #[serde(default)]
    pub description: Text,
    #[serde(default)]
    pub state: Text,
    #[serde(default, alias = "dueOn")]
    pub due_on: Text,
    #[serde(default, alias = "createdAt")]
    pub created_at: Text,
}

/// The REST API only counts comments; `gh` can print them.
#[derive(Deserialize)]
#[serde(untagged)]
pub(super) enum Comments {
    Count(usize),
    List(Vec<Comment>),
    Unknown(IgnoredAny),
}

impl Default for Comments {
    fn default() -> Self {
        Comments::Count(0)
    }
}

#[derive(Deserialize)]
pub(super) struct Comment {
    #[serde(default, alias = "user")]
    pub author: Option<Person>,
    #[serde(default)]
    pub body: Text,
    #[serde(default, alias = "createdAt")]
    pub created_at: Text,
}
