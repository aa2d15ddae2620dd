//! A Planka board, as its interface gives it: `GET /api/boards/ID`.
//!
//! The board is the `item`, and everything on it stands in lists of `included`: who is on a card and which labels it has
//! are lists of their own.

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
use super::tally::{Lost, Noted};

pub(super) const FORMAT: Format = Format { is_json: true, has_lists: true, recognises, read };

const NAMES: Names = Names { id: "id", title: "name", list: "listId" };

/// Lists of the board that say nothing that a board here has room for.
const SILENT: &[&str] = &["projects", "boardMemberships", "boards", "customFieldGroups"];
/// Fields of a card that repeat what others hold, or how Planka shows it.
const CARD_SILENT: &[&str] = &[
    "boardId",
    "creatorUserId",
    "prevListId",
    "coverAttachmentId",
    "isSubscribed",
    "updatedAt",
    "type",
    "commentsTotal",
    "isClosed",
    "position",
];

/// Lists and cards inside of `included`, or the memberships that only Planka keeps as a list of their own.
fn recognises(file: &File) -> bool {
    let Some(root) = file.json().and_then(|json| json.root()) else { return false };
    let of_board = |board: &Item| {
        board.has("lists")
            && board.items("cards", "").iter().any(|card| card.has("listId") && !card.has("_id"))
    };
    root.item("included", "").is_some_and(|board| of_board(&board))
        || root.has("cardMemberships") && of_board(root)
}

fn read(file: &File, options: &Options) -> Result<Import, ImportError> {
    let gathered = Gathered::new();
    let Some(root) = file.object().and_then(|raw| Item::read(raw, "", &gathered.lost)) else {
        return Err(ImportError::NotABoard { may_be: None });
    };
    let included = root.item("included", "board");
    let board = included.as_ref().unwrap_or(&root);
    let cards = NAMES.cards(board, &gathered);
    let lists = lists(board, &cards, options)?;
    let mut bundle = tasks(board, &cards, &lists, options, &gathered);
    bundle.name = root.item("item", "board").and_then(|item| item.text("name"));
    board.rest(SILENT);
    let lists = lists.finish(&gathered.notes);
    drop((cards, included, root));
    Ok(gathered.import(Source::Planka, lists, bundle))
}

fn lists(board: &Item, cards: &[(String, Item)], options: &Options) -> Result<Lists, ImportError> {
    let held = NAMES.held(cards);
    let mut lists: Vec<(f64, String, ListMapping)> = Vec::new();
    for item in board.items("lists", "list") {
        let (id, kind) = (item.string("id"), item.string("type"));
        // Planka keeps what was archived or thrown away in lists without a name.
        let is_closed = matches!(kind.as_str(), "archive" | "trash");
        let name = item.text("name").unwrap_or(kind);
        let count = held.get(&id).copied().unwrap_or(0);
        let place = if item.has("position") { item.place("position") } else { f64::MAX };
        lists.push((place, id, ListMapping::new(&name, is_closed, count)));
    }
    lists.sort_by(|a, b| a.0.total_cmp(&b.0));
    Lists::new(lists.into_iter().map(|(_, id, list)| (id, list)).collect(), &options.lists)
}

/// What stands in one list and belongs to something in another: the second field by the first.
fn pairs(board: &Item, list: &str, of: &str, what: &str) -> HashMap<String, Vec<String>> {
    let mut pairs: HashMap<String, Vec<String>> = HashMap::new();
    for item in board.items(list, "included") {
        if let (Some(of), Some(what)) = (item.text(of), item.text(what)) {
            pairs.entry(of).or_default().push(what);
        }
    }
    pairs
}

fn tasks(
    board: &Item,
    cards: &[(String, Item)],
    lists: &Lists,
    options: &Options,
    gathered: &Gathered,
) -> Bundle {
    let named = |list: &str, name: &str| -> HashMap<String, String> {
        let items = board.items(list, "included");
        items.iter().filter_map(|item| Some((item.text("id")?, item.text(name)?))).collect()
    };
    let (users, labels) = (named("users", "name|username"), named("labels", "name|color"));
    let on_card = pairs(board, "cardMemberships", "cardId", "userId");
    let labelled = pairs(board, "cardLabels", "cardId", "labelId");
    let checklists = checklists(board, cards, gathered);
    let mut links = pairs(board, "attachments", "cardId", "url");
    let mut comments: HashMap<String, Vec<Item>> = HashMap::new();
    for comment in board.items("comments", "comment") {
        comments.entry(comment.string("cardId")).or_default().push(comment);
    }
    let mut people = People::new("planka:member:", gathered);
    let mut tasks: Vec<(bool, usize, f64, Task)> = Vec::with_capacity(cards.len());
    for (id, card) in cards {
        let place = lists.place(&card.string("listId"));
        let text = card.text("description");
        let title = gathered.title(card.text("name"), text.as_deref(), "");
        let is_complete = card.flag("isDueDateCompleted|isDueCompleted") || card.flag("isClosed");
        let marks = Marks { is_archived: false, is_complete };
        let (state, reason) = lists.state(place, marks, &title, &gathered.notes);
        let created = card.moment("createdAt", &title);
        let since = card.moment("listChangedAt", &title).or(created);
        let mut member = |id: &String| people.key(id, users.get(id).map(String::as_str));
        let keys: Vec<String> = on_card.get(id).into_iter().flatten().map(&mut member).collect();
        let began = if state.is_finished() { created } else { since };
        let tags = labelled.get(id).into_iter().flatten().filter_map(|label| labels.get(label).cloned());
        let mut remarks: Vec<Remark> = Vec::new();
        for comment in comments.remove(id).unwrap_or_default() {
            let by = comment.text("userId").filter(|by| users.contains_key(by)).map(|by| member(&by));
            let text = comment.string("text");
            remarks.push(Remark { by, at: comment.moment("createdAt", &text), text });
        }
        remarks.sort_by_key(|remark| remark.at);
        let mut task = Task {
            key: format!("planka:card:{id}"),
            notes: checklists.notes(id, text.as_deref(), &gathered.notes),
            state: state.word().to_owned(),
            reason,
            since,
            created,
            tags: tags.collect(),
            due: card.when("dueDate", &title).map(|due| due.day(options.day)),
            links: links.remove(id).unwrap_or_default(),
            claims: people::claims(&keys, state, Times { began, since }, &title, options, gathered),
            remarks,
            title,
            ..Task::default()
        };
        lists.mark(place, &mut task, &gathered.notes);
        card.rest(CARD_SILENT);
        tasks.push((state.is_finished(), place.unwrap_or(usize::MAX), card.place("position"), task));
    }
    tasks.sort_by(|a, b| (a.0, a.1).cmp(&(b.0, b.1)).then(a.2.total_cmp(&b.2)));
    for text in comments.values().flatten().map(|comment| comment.string("text")) {
        gathered.lost.add(Lost::CommentOnNothing, &text);
    }
    let idle = users.iter().filter(|(id, _)| !on_card.values().flatten().any(|on| on == *id)).count();
    gathered.notes.add_many(Noted::Idle, idle, "");
    let tasks = tasks.into_iter().map(|(.., task)| task).collect();
    Bundle { members: people.finish(), tasks, ..Bundle::new() }
}

/// Tasks stand on cards themselves, or since version 2 in task lists of cards.
fn checklists(board: &Item, cards: &[(String, Item)], gathered: &Gathered) -> Checklists {
    let mut lists: Vec<Checklist> = Vec::new();
    for list in board.items("taskLists", "taskList") {
        lists.push(Checklist {
            id: list.string("id"),
            card: list.string("cardId"),
            name: list.string("name"),
            pos: list.place("position"),
            items: Vec::new(),
        });
    }
    for task in board.items("tasks", "task") {
        let (list, card) = (task.string("taskListId"), task.string("cardId"));
        let item = CheckItem {
            name: task.string("name"),
            is_done: task.flag("isCompleted"),
            pos: task.place("position"),
            has_details: task.text("assigneeUserId").is_some(),
        };
        let of_card = |known: &Checklist| match list.is_empty() {
            true => known.id.is_empty() && known.card == card,
            false => known.id == list,
        };
        match lists.iter_mut().find(|list| of_card(list)) {
            Some(list) => list.items.push(item),
            None => {
                lists.push(Checklist { id: list, card, name: String::new(), pos: 0.0, items: vec![item] })
            }
        }
    }
    let ids = cards.iter().map(|(id, _)| id.as_str()).collect();
    Checklists::new(lists.iter(), &ids, &gathered.lost)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::read;

    const BOARD: &str = r#"{"item": {"id": "1", "name": "Shop"}, "included": {
        "users": [{"id": "u1", "name": "Ana", "username": "ana"}, {"id": "u2", "name": "Budi"}],
        "lists": [{"id": "l2", "name": "Done", "position": 2}, {"id": "l1", "name": "To Do", "position": 1},
                  {"id": "l3", "type": "archive", "name": null}],
        "cards": [
            {"id": "c1", "listId": "l1", "name": "Paint", "description": "Blue.", "position": 1, "dueDate": "2020-01-05T00:00:00Z"},
            {"id": "c2", "listId": "l2", "name": "Buy a lock", "position": 1, "stopwatch": {"total": 5}},
            {"id": "c3", "listId": "l3", "name": "Old", "position": 1}],
        "cardMemberships": [{"cardId": "c1", "userId": "u1"}], "labels": [{"id": "x", "name": null, "color": "red"}],
        "cardLabels": [{"cardId": "c1", "labelId": "x"}],
        "taskLists": [{"id": "k", "cardId": "c1", "name": "Steps"}],
        "tasks": [{"taskListId": "k", "name": "first", "isCompleted": true}, {"cardId": "c2", "name": "measure"}]}}"#;

    #[test]
    fn a_board_comes_in_with_what_stands_in_other_lists() {
        let import = read(BOARD.as_bytes(), &Options::default()).unwrap();
        assert_eq!((import.source, import.bundle.name.as_deref()), (Source::Planka, Some("Shop")));
        let found: Vec<_> = import.bundle.tasks.iter().map(|task| (&*task.title, &*task.state)).collect();
        assert_eq!(found, [("Paint", "open"), ("Buy a lock", "done"), ("Old", "dropped")]);
        let paint = &import.bundle.tasks[0];
        assert_eq!(
            (&*paint.claims[0].member, &paint.tags[..]),
            ("planka:member:u1", &["red".to_owned()][..])
        );
        assert_eq!(paint.notes.as_deref(), Some("Blue.\n\n### Steps\n- [x] first"));
        assert!(import.bundle.tasks[1].notes.as_ref().unwrap().contains("- [ ] measure"));
        let lost: Vec<_> = import.left_out.iter().map(|lost| &lost.kind).collect();
        assert_eq!(lost, [&Lost::Field("card.stopwatch".into())]);
    }
}
