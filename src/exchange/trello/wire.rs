//! The part of Trello's export that is read, in Trello's words.

use serde::Deserialize;
use serde_json::value::RawValue;

use crate::exchange::lenient::{Text, or_default};

/// Fields of the board that are read, or that say nothing that a board here has room for: addresses and totals.
pub(super) const BOARD_KNOWN: &[&str] = &[
    "id",
    "name",
    "closed",
    "url",
    "shortLink",
    "shortUrl",
    "dateLastActivity",
    "dateLastView",
    "limits",
    "ixUpdate",
    "lists",
    "cards",
    "members",
    "labels",
    "checklists",
    "actions",
    "labelNames",
    "nodeId",
    "creationMethod",
];

/// Fields of a card that are read, or that only repeat what other fields hold.
pub(super) const CARD_KNOWN: &[&str] = &[
    "id",
    "name",
    "desc",
    "closed",
    "idList",
    "idBoard",
    "idMembers",
    "labels",
    "idLabels",
    "due",
    "dueComplete",
    "attachments",
    "checklists",
    "idChecklists",
    "pos",
    "dateLastActivity",
    "shortLink",
    "badges",
    "limits",
    "email",
    "idShort",
    "descData",
    "checkItemStates",
    "idAttachmentCover",
    "isTemplate",
    "nodeId",
];

#[derive(Deserialize)]
pub(super) struct Board<'a> {
    #[serde(default)]
    pub name: Text,
    #[serde(default, deserialize_with = "or_default")]
    pub lists: Vec<List>,
    #[serde(borrow, default, deserialize_with = "or_default")]
    pub cards: Vec<&'a RawValue>,
    #[serde(default, deserialize_with = "or_default")]
    pub members: Vec<Member>,
    #[serde(default, deserialize_with = "or_default")]
    pub labels: Vec<Label>,
    #[serde(default, deserialize_with = "or_default")]
    pub checklists: Vec<Checklist>,
    #[serde(borrow, default, deserialize_with = "or_default")]
    pub actions: Vec<&'a RawValue>,
}

#[derive(Deserialize)]
pub(super) struct List {
    #[serde(default)]
    pub id: Text,
    #[serde(default)]
    pub name: Text,
    #[serde(default, deserialize_with = "or_default")]
    pub closed: bool,
    #[serde(default, deserialize_with = "or_default")]
    pub pos: f64,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Member {
    #[serde(default)]
    pub id: Text,
    #[serde(default)]
    pub full_name: Text,
    #[serde(default)]
    pub username: Text,
    #[serde(default)]
    pub initials: Text,
    /// Only looked at to say that it was left out.
    #[serde(default)]
    pub email: Text,
}

#[derive(Deserialize)]
pub(super) struct Label {
    #[serde(default)]
    pub id: Text,
    #[serde(default)]
    pub name: Text,
    #[serde(default)]
    pub color: Text,
}

impl Label {
    /// The label's name; its colour where it has none.
    pub(super) fn tag(&self) -> Option<String> {
        self.name.filled().or_else(|| self.color.filled())
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Card {
    #[serde(default)]
    pub id: Text,
    #[serde(default)]
    pub short_link: Text,
    #[serde(default)]
    pub name: Text,
    #[serde(default)]
    pub desc: Text,
    #[serde(default, deserialize_with = "or_default")]
    pub closed: bool,
    #[serde(default)]
    pub id_list: Text,
    #[serde(default, deserialize_with = "or_default")]
    pub id_members: Vec<Text>,
    #[serde(default, deserialize_with = "or_default")]
    pub labels: Vec<Label>,
    #[serde(default, deserialize_with = "or_default")]
    pub id_labels: Vec<Text>,
    #[serde(default)]
    pub due: Text,
    #[serde(default, deserialize_with = "or_default")]
    pub due_complete: bool,
    #[serde(default, deserialize_with = "or_default")]
    pub attachments: Vec<Attachment>,
    /// Exports through the API hold a card's checklists here, those from the menu on the board.
    #[serde(default, deserialize_with = "or_default")]
    pub checklists: Vec<Checklist>,
    #[serde(default, deserialize_with = "or_default")]
    pub pos: f64,
    #[serde(default)]
    pub date_last_activity: Text,
    #[serde(default, deserialize_with = "or_default")]
    pub badges: Badges,
    #[serde(default, deserialize_with = "or_default")]
    pub is_template: bool,
    /// Only looked at to say that it was left out.
    #[serde(default)]
    pub email: Text,
}

/// Totals that Trello shows on a card.
#[derive(Deserialize, Default)]
pub(super) struct Badges {
    /// All comments, also those that are too old for the export.
    #[serde(default, deserialize_with = "or_default")]
    pub comments: usize,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Attachment {
    #[serde(default)]
    pub url: Text,
    #[serde(default)]
    pub name: Text,
    #[serde(default, deserialize_with = "or_default")]
    pub is_upload: bool,
}

#[derive(Deserialize, Clone)]
#[serde(rename_all = "camelCase")]
pub(super) struct Checklist {
    #[serde(default)]
    pub id: Text,
    #[serde(default)]
    pub id_card: Text,
    #[serde(default)]
    pub name: Text,
    #[serde(default, deserialize_with = "or_default")]
    pub pos: f64,
    #[serde(default, deserialize_with = "or_default")]
    pub check_items: Vec<CheckItem>,
}

#[derive(Deserialize, Clone)]
#[serde(rename_all = "camelCase")]
pub(super) struct CheckItem {
    #[serde(default)]
    pub name: Text,
    #[serde(default)]
    pub state: Text,
    #[serde(default, deserialize_with = "or_default")]
    pub pos: f64,
    #[serde(default)]
    pub due: Text,
    #[serde(default)]
    pub id_member: Text,
}

/// The id of the card that an address of the form `https://trello.com/c/<id>/…` leads to.
pub(super) fn linked_card(url: &str) -> Option<&str> {
    let (_, rest) = url.split_once("trello.com/c/")?;
    rest.split(['/', '?', '#']).next().filter(|id| !id.is_empty())
}
