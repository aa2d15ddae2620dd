//! A WeKan board, from its menu's *Export board to JSON*.
//!
//! Swimlanes are lists the other way: where there are several, their names are tags.

use std::collections::HashMap;

use super::bundle::{Bundle, Remark, Task};
use super::cards::Names;
use super::checklists::{CheckItem, Checklist, Checklists};
use super::detect::{File, Format};
use super::error::ImportError;
use super::import::{Gathered, Import, ListMapping, Options, Source};
use super::item::Item;
use super::lists::{Lists, Marks};
use super::people::{self, People, Times};
use super::tally::Lost;

pub(super) const FORMAT: Format = Format { is_json: true, has_lists: true, recognises, read };

const NAMES: Names = Names { id: "_id", title: "title", list: "listId" };

/// Fields of the board that say nothing that a board here has room for.
const BOARD_SILENT: &[&str] = &[
    "_id",
    "_format",
    "slug",
    "archived",
    "createdAt",
    "modifiedAt",
    "stars",
    "color",
    "permission",
    "sort",
    "type",
    "members",
    "triggers",
    "actions",
    "rules",
    "activities",
    "version",
];
/// Fields of a card that repeat what others hold, or how WeKan shows it.
const CARD_SILENT: &[&str] = &[
    "boardId",
    "sort",
    "userId",
    "type",
    "linkedId",
    "coverId",
    "modifiedAt",
    "cardNumber",
    "parentId",
    "subtaskSort",
    "showActivities",
    "attachments",
];

/// Ids are called `_id`, as MongoDB has them, and cards name their list as `listId`.
fn recognises(file: &File) -> bool {
    let Some(root) = file.json().and_then(|json| json.root()) else { return false };
    let is_list = |item: &Item| item.has("_id") && item.has("title");
    let is_card = |item: &Item| item.has("_id") && item.has("listId");
    root.items("cards", "").iter().any(is_card)
        || root.has("swimlanes") && root.items("lists", "").iter().any(is_list)
}

fn read(file: &File, options: &Options) -> Result<Import, ImportError> {
    let gathered = Gathered::new();
    let Some(board) = file.object().and_then(|raw| Item::read(raw, "board", &gathered.lost)) else {
        return Err(ImportError::NotABoard { may_be: None });
    };
    let (lists, bundle) = read_board(&board, options, &gathered)?;
    let lists = lists.finish(&gathered.notes);
    drop(board);
    Ok(gathered.import(Source::WeKan, lists, bundle))
}

fn read_board(board: &Item, options: &Options, gathered: &Gathered) -> Result<(Lists, Bundle), ImportError> {
    let cards = NAMES.cards(board, gathered);
    let lists = lists(board, &cards, options)?;
    let names = |field: &str, name: &str| -> HashMap<String, String> {
        let items = board.items(field, "");
        items.iter().filter_map(|item| Some((item.text("_id|id")?, item.text(name)?))).collect()
    };
    let mut reader = Reader {
        options,
        gathered,
        lists: &lists,
        lanes: names("swimlanes", "title"),
        labels: names("labels", "name|color"),
        users: users(board),
        people: People::new("wekan:member:", gathered),
        checklists: checklists(board, &cards, gathered),
        comments: comments(board),
    };
    if reader.lanes.len() < 2 {
        reader.lanes.clear();
    }
    let mut tasks: Vec<(bool, usize, f64, Task)> =
        cards.iter().map(|(id, card)| reader.ranked(id, card)).collect();
    tasks.sort_by(|a, b| (a.0, a.1).cmp(&(b.0, b.1)).then(a.2.total_cmp(&b.2)));
    for text in reader.comments.values().flatten().map(|(.., text)| text) {
        gathered.lost.add(Lost::CommentOnNothing, text);
    }
    for (_, card) in &cards {
        card.rest(CARD_SILENT);
    }
    let members = reader.people.finish();
    let tasks = tasks.into_iter().map(|(.., task)| task).collect();
    let bundle = Bundle { name: board.text("title"), members, tasks, ..Bundle::new() };
    board.rest(BOARD_SILENT);
    Ok((lists, bundle))
}

fn lists(board: &Item, cards: &[(String, Item)], options: &Options) -> Result<Lists, ImportError> {
    let held = NAMES.held(cards);
    let mut lists: Vec<(f64, String, ListMapping)> = Vec::new();
    for item in board.items("lists", "list") {
        let (id, name) = (item.string("_id|id"), item.string("title"));
        let count = held.get(&id).copied().unwrap_or(0);
        lists.push((item.place("sort"), id, ListMapping::new(&name, item.flag("archived"), count)));
    }
    lists.sort_by(|a, b| a.0.total_cmp(&b.0));
    Lists::new(lists.into_iter().map(|(_, id, list)| (id, list)).collect(), &options.lists)
}

/// What people are called, by id.
fn users(board: &Item) -> HashMap<String, String> {
    let mut users = HashMap::new();
    for user in board.items("users", "user") {
        let full = user.item("profile", "profile").and_then(|profile| profile.text("fullname"));
        if let (Some(id), Some(name)) = (user.text("_id|id"), full.or_else(|| user.text("username"))) {
            users.insert(id, name);
        }
    }
    users
}

fn checklists(board: &Item, cards: &[(String, Item)], gathered: &Gathered) -> Checklists {
    let mut items: HashMap<String, Vec<CheckItem>> = HashMap::new();
    for item in board.items("checklistItems", "checklistItem") {
        items.entry(item.string("checklistId")).or_default().push(check_item(&item));
    }
    let lists: Vec<Checklist> = board
        .items("checklists", "checklist")
        .iter()
        .map(|list| {
            let id = list.string("_id|id");
            let mut of_list = items.remove(&id).unwrap_or_default();
            of_list.extend(list.items("items", "checklistItem").iter().map(check_item));
            Checklist {
                card: list.string("cardId"),
                name: list.string("title"),
                pos: list.place("sort"),
                items: of_list,
                id,
            }
        })
        .collect();
    let ids = cards.iter().map(|(id, _)| id.as_str()).collect();
    Checklists::new(lists.iter(), &ids, &gathered.lost)
}

fn check_item(item: &Item) -> CheckItem {
    CheckItem {
        name: item.string("title"),
        is_done: item.flag("isFinished"),
        pos: item.place("sort"),
        has_details: false,
    }
}

/// Of each card who wrote a comment, when, and what.
type Comments = HashMap<String, Vec<(String, Option<chrono::DateTime<chrono::Utc>>, String)>>;

fn comments(board: &Item) -> Comments {
    let mut comments = Comments::new();
    for comment in board.items("comments", "comment") {
        let text = comment.string("text");
        let at = comment.moment("createdAt", &text);
        comments.entry(comment.string("cardId")).or_default().push((comment.string("userId"), at, text));
    }
    for comments in comments.values_mut() {
        comments.sort_by_key(|(_, at, _)| *at);
    }
    comments
}

struct Reader<'a> {
    options: &'a Options,
    gathered: &'a Gathered,
    lists: &'a Lists,
    /// Names of swimlanes by id; none where there is only one.
    lanes: HashMap<String, String>,
    labels: HashMap<String, String>,
    users: HashMap<String, String>,
    people: People<'a>,
    checklists: Checklists,
    comments: Comments,
}

impl Reader<'_> {
    /// A card's task, with what the tasks are sorted by: unfinished work first, its list's place, its place therein.
    fn ranked(&mut self, id: &str, card: &Item) -> (bool, usize, f64, Task) {
        let place = self.lists.place(&card.string("listId"));
        let task = self.task(id, card, place);
        let is_finished = matches!(&*task.state, "done" | "dropped");
        (is_finished, place.unwrap_or(usize::MAX), card.place("sort"), task)
    }

    fn task(&mut self, id: &str, card: &Item, place: Option<usize>) -> Task {
        let text = card.text("description");
        let title = self.gathered.title(card.text("title"), text.as_deref(), "");
        let marks = Marks { is_archived: card.flag("archived"), is_complete: false };
        let (state, reason) = self.lists.state(place, marks, &title, &self.gathered.notes);
        let created = card.moment("createdAt", &title).or(card.moment("startAt", &title));
        let moved = card.moment("archivedAt", &title).or(card.moment("endAt", &title));
        let active = card.moment("dateLastActivity", &title);
        let since = moved.filter(|_| state.is_finished()).or(active).or(created);
        let mut ids = card.names("assignees", "_id|userId|id");
        ids.extend(card.names("members", "_id|userId|id"));
        let keys: Vec<String> = ids.iter().map(|id| self.member(id)).collect();
        let began = if state.is_finished() { created } else { since };
        let mut tags = Vec::new();
        for label in card.names("labelIds", "_id|id") {
            tags.extend(self.labels.get(&label).filter(|tag| !tags.contains(*tag)).cloned());
        }
        let lane = self.lanes.get(&card.string("swimlaneId")).map(|lane| lane.trim().to_lowercase());
        tags.extend(lane.filter(|lane| !tags.contains(lane)));
        let comments = self.comments.remove(id).unwrap_or_default();
        let remarks = comments.into_iter().map(|(by, at, text)| Remark {
            by: self.users.contains_key(&by).then(|| self.member(&by)),
            at,
            text,
        });
        let mut task = Task {
            key: format!("wekan:card:{id}"),
            remarks: remarks.collect(),
            notes: self.checklists.notes(id, text.as_deref(), &self.gathered.notes),
            state: state.word().to_owned(),
            reason,
            since,
            created,
            tags,
            due: card.when("dueAt", &title).map(|due| due.day(self.options.day)),
            claims: people::claims(&keys, state, Times { began, since }, &title, self.options, self.gathered),
            title,
            ..Task::default()
        };
        self.lists.mark(place, &mut task, &self.gathered.notes);
        task
    }

    fn member(&mut self, id: &str) -> String {
        self.people.key(id, self.users.get(id).map(String::as_str))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::read;

    const BOARD: &str = r#"{"_id": "b", "title": "Shop", "swimlanes": [{"_id": "s", "title": "Front"}, {"_id": "t", "title": "Kitchen"}],
        "lists": [{"_id": "l2", "title": "Done", "sort": 2}, {"_id": "l1", "title": "To Do", "sort": 1}],
        "users": [{"_id": "u1", "username": "ana", "profile": {"fullname": "Ana Lopez"}}, {"_id": "u2", "username": "budi"}],
        "labels": [{"_id": "x", "name": "", "color": "green"}],
        "cards": [
            {"_id": "c2", "title": "Buy a lock", "listId": "l2", "archived": true, "endAt": "2020-01-02T00:00:00Z"},
            {"_id": "c1", "title": "Paint", "listId": "l1", "swimlaneId": "t", "assignees": ["u2"], "members": ["u1", "u2", null],
             "labelIds": ["x"], "dueAt": "2020-01-05T00:00:00Z", "description": "Blue.", "customFields": [{"_id": "f", "value": 1}]},
            {"_id": "c3", "title": "Old", "listId": "l1", "archived": true}, 5],
        "checklists": [{"_id": "k", "cardId": "c1", "title": "Steps"}],
        "checklistItems": [{"_id": "i", "checklistId": "k", "title": "first", "isFinished": true}],
        "comments": [{"_id": "m", "cardId": "c1", "text": "Hm.", "userId": "u1", "createdAt": "2020-01-01T00:00:00Z"}]}"#;

    #[test]
    fn a_board_comes_in_with_people_lanes_steps_and_comments() {
        let import = read(BOARD.as_bytes(), &Options::default()).unwrap();
        assert_eq!((import.source, import.bundle.name.as_deref()), (Source::WeKan, Some("Shop")));
        let found: Vec<_> = import.bundle.tasks.iter().map(|task| (&*task.title, &*task.state)).collect();
        assert_eq!(found, [("Paint", "open"), ("Old", "dropped"), ("Buy a lock", "done")]);
        let paint = &import.bundle.tasks[0];
        let claims: Vec<_> = paint.claims.iter().map(|claim| (&*claim.member, &*claim.part)).collect();
        assert_eq!(claims, [("wekan:member:u2", "lead"), ("wekan:member:u1", "helper")]);
        assert_eq!(paint.tags, ["green", "kitchen"]);
        assert_eq!(paint.notes.as_deref(), Some("Blue.\n\n### Steps\n- [x] first"));
        assert_eq!(paint.due, Some("2020-01-05".parse().unwrap()));
        assert_eq!(paint.remarks[0].by.as_deref(), Some("wekan:member:u1"));
        let names: Vec<_> = import.bundle.members.iter().map(|member| &*member.name).collect();
        assert_eq!(names, ["budi", "Ana Lopez"]);
        let lost: Vec<_> = import.left_out.iter().map(|lost| &lost.kind).collect();
        assert_eq!(lost, [&Lost::Unreadable, &Lost::Field("card.customFields".into())]);
    }

    #[test]
    fn a_board_without_a_card_is_refused() {
        let text = r#"{"_id": "b", "lists": [{"_id": "l", "title": "To Do"}], "swimlanes": [{"_id": "s"}], "cards": []}"#;
        let error = read(text.as_bytes(), &Options::default()).unwrap_err();
        assert_eq!(error, ImportError::NothingInIt { source: Source::WeKan, unread: 0 });
    }
}
