//! The part of Trello's export that is read, in Trello's words.

use chrono::{DateTime, Utc};

use crate::exchange::checklists::{CheckItem, Checklist};
use crate::exchange::item::Item;
use crate::exchange::when::When;

/// Fields of the board that say nothing that a board here has room for: addresses and totals.
pub(super) const BOARD_SILENT: &[&str] = &[
    "id",
    "closed",
    "url",
    "shortLink",
    "shortUrl",
    "dateLastActivity",
    "dateLastView",
    "limits",
    "ixUpdate",
    "labelNames",
    "nodeId",
    "creationMethod",
];

/// Fields of a card that only repeat what other fields hold.
pub(super) const CARD_SILENT: &[&str] = &[
    "idBoard",
    "idChecklists",
    "limits",
    "idShort",
    "descData",
    "checkItemStates",
    "idAttachmentCover",
    "nodeId",
    "idLabels",
];

pub(super) struct List {
    pub id: String,
    pub name: String,
    pub closed: bool,
    pub pos: f64,
}

impl List {
    pub(super) fn read(item: &Item) -> List {
        List {
            id: item.string("id"),
            name: item.string("name"),
            closed: item.flag("closed"),
            pos: item.place("pos"),
        }
    }
}

pub(super) struct Member {
    pub id: String,
    pub full_name: Option<String>,
    pub username: Option<String>,
    pub initials: Option<String>,
    /// Only looked at to say that it was left out.
    pub has_email: bool,
}

impl Member {
    pub(super) fn read(item: &Item) -> Member {
        Member {
            id: item.string("id"),
            full_name: item.text("fullName"),
            username: item.text("username"),
            initials: item.text("initials"),
            has_email: item.text("email").is_some(),
        }
    }
}

/// A label of the board.
pub(super) struct Label {
    pub id: String,
    pub name: Option<String>,
    pub color: Option<String>,
}

impl Label {
    pub(super) fn read(item: &Item) -> Label {
        Label { id: item.string("id"), name: item.text("name"), color: item.text("color") }
    }

    /// The label's name; its colour where it has none.
    pub(super) fn tag(&self) -> Option<String> {
        self.name.clone().or_else(|| self.color.clone())
    }
}

pub(super) struct Card {
    pub id: String,
    pub short_link: Option<String>,
    pub name: Option<String>,
    pub desc: Option<String>,
    pub closed: bool,
    pub id_list: String,
    pub id_members: Vec<String>,
    /// Names of labels, or their colours.
    pub labels: Vec<String>,
    /// Ids of labels, for exports whose cards hold no more.
    pub id_labels: Vec<String>,
    pub due: Option<When>,
    pub due_complete: bool,
    pub attachments: Vec<Attachment>,
    /// Exports through the API hold a card's checklists here, those from the menu on the board.
    pub checklists: Vec<Checklist>,
    pub pos: f64,
    pub last_activity: Option<DateTime<Utc>>,
    /// All comments, also those that are too old for the export.
    pub comments: usize,
    pub is_template: bool,
    /// Only looked at to say that it was left out.
    pub has_email: bool,
}

impl Card {
    pub(super) fn read(item: &Item) -> Card {
        let (id_list, name) = (item.string("idList"), item.text("name"));
        let example = name.clone().unwrap_or_default();
        // Without an id, it is the card of that name in that list.
        let id = item.text("id").unwrap_or_else(|| format!("{id_list}/{example}"));
        let mut id_labels = item.names("idLabels", "id");
        let labels = item.list("labels").into_iter().filter_map(|raw| item.part(raw, "label"));
        id_labels.extend(labels.filter_map(|label| label.text("id")));
        Card {
            short_link: item.text("shortLink"),
            desc: item.text("desc"),
            closed: item.flag("closed"),
            id_members: item.names("idMembers", "id"),
            labels: item.names("labels", "name|color"),
            id_labels,
            due: item.when("due", &example),
            due_complete: item.flag("dueComplete"),
            attachments: item.items("attachments", "attachment").iter().map(Attachment::read).collect(),
            checklists: item
                .items("checklists", "checklist")
                .iter()
                .map(|item| checklist(item, Some(&id)))
                .collect(),
            pos: item.place("pos"),
            last_activity: item.moment("dateLastActivity", &example),
            comments: item.item("badges", "badges").map_or(0, |badges| badges.count("comments")),
            is_template: item.flag("isTemplate"),
            has_email: item.text("email").is_some(),
            id,
            id_list,
            name,
        }
    }

    /// What it is called in examples.
    pub(super) fn called(&self) -> &str {
        self.name.as_deref().unwrap_or_default()
    }
}

pub(super) struct Attachment {
    pub url: Option<String>,
    pub name: Option<String>,
    pub is_upload: bool,
}

impl Attachment {
    fn read(item: &Item) -> Attachment {
        Attachment { url: item.text("url"), name: item.text("name"), is_upload: item.flag("isUpload") }
    }
}

/// A checklist; one that stands inside of a card belongs to that card.
pub(super) fn checklist(item: &Item, card: Option<&str>) -> Checklist {
    let of = item.string("idCard");
    Checklist {
        id: item.string("id"),
        card: card.map_or(of, str::to_owned),
        name: item.string("name"),
        pos: item.place("pos"),
        items: item.items("checkItems", "checkItem").iter().map(check_item).collect(),
    }
}

fn check_item(item: &Item) -> CheckItem {
    CheckItem {
        name: item.string("name"),
        is_done: item.text("state").as_deref() == Some("complete"),
        pos: item.place("pos"),
        has_details: item.text("due").is_some() || item.text("idMember").is_some(),
    }
}

/// The id of the card that an address of the form `https://trello.com/c/<id>/…` leads to.
pub(super) fn linked_card(url: &str) -> Option<&str> {
    let (_, rest) = url.split_once("trello.com/c/")?;
    rest.split(['/', '?', '#']).next().filter(|id| !id.is_empty())
}
