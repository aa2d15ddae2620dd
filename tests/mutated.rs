//! Files that were changed in every way in which a file goes wrong: no importer panics, none tells of success where it
//! found nothing, and an odd field costs that field alone.

use std::collections::HashSet;

use serde_json::{Value, json};
use setara::exchange::{Import, Options, Source, State, read};

/// How often each format is tried: as many times as `PROPTEST_CASES` says, or as are usual.
fn tries() -> usize {
    std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(500)
}

/// Numbers that are the same in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides.max(1)
    }
}

fn trello() -> Value {
    json!({"name": "Shop", "lists": [{"id": "l1", "name": "To Do", "pos": 1, "closed": false, "idBoard": "b"},
            {"id": "l2", "name": "Done", "pos": 2}],
        "members": [{"id": "m1", "fullName": "Ana", "username": "ana", "initials": "A", "email": "a@example.org"}],
        "labels": [{"id": "x", "name": "bug", "color": "red"}],
        "cards": [
            {"id": "5e0be100a", "name": "Paint", "desc": "Blue.", "idList": "l1", "idMembers": ["m1"], "pos": 2.5, "closed": false,
             "labels": [{"id": "x", "name": "bug"}], "due": "2020-01-05T00:00:00Z", "dueComplete": false, "shortLink": "AAAA",
             "badges": {"comments": 2}, "attachments": [{"url": "https://trello.com/c/AAAA", "name": "n", "isUpload": false}],
             "checklists": [{"id": "k", "name": "Steps", "pos": 1, "checkItems": [{"name": "one", "state": "complete", "pos": 1}]}]},
            {"id": "5e0be100b", "name": "Buy", "idList": "l2", "pos": "bottom", "dateLastActivity": "2020-01-06T00:00:00Z"}],
        "actions": [{"type": "commentCard", "date": "2020-01-01T00:00:00Z", "idMemberCreator": "m1",
            "memberCreator": {"id": "m1", "fullName": "Ana"}, "data": {"text": "Hm.", "card": {"id": "5e0be100a"}, "old": {"idList": "l"}}}]})
}

fn wekan() -> Value {
    json!({"_id": "b", "title": "Shop", "swimlanes": [{"_id": "s", "title": "A"}, {"_id": "t", "title": "B"}],
        "lists": [{"_id": "l1", "title": "To Do", "sort": 1, "archived": false}, {"_id": "l2", "title": "Done", "sort": 2}],
        "users": [{"_id": "u1", "username": "ana", "profile": {"fullname": "Ana"}}], "labels": [{"_id": "x", "name": "bug", "color": "red"}],
        "cards": [{"_id": "c1", "title": "Paint", "description": "Blue.", "listId": "l1", "swimlaneId": "s", "members": ["u1"],
             "assignees": [], "labelIds": ["x"], "dueAt": "2020-01-05T00:00:00Z", "sort": 1, "archived": false},
            {"_id": "c2", "title": "Buy", "listId": "l2", "createdAt": "2020-01-01T00:00:00Z"}],
        "checklists": [{"_id": "k", "cardId": "c1", "title": "Steps", "sort": 1}],
        "checklistItems": [{"_id": "i", "checklistId": "k", "title": "one", "isFinished": true, "sort": 1}],
        "comments": [{"_id": "m", "cardId": "c1", "text": "Hm.", "userId": "u1", "createdAt": "2020-01-01T00:00:00Z"}]})
}

fn planka() -> Value {
    json!({"item": {"id": "1", "name": "Shop"}, "included": {
        "users": [{"id": "u1", "name": "Ana", "username": "ana"}], "labels": [{"id": "x", "name": "bug", "color": "red"}],
        "lists": [{"id": "l1", "name": "To Do", "position": 1, "type": "active"}, {"id": "l2", "name": "Done", "position": 2}],
        "cards": [{"id": "c1", "listId": "l1", "name": "Paint", "description": "Blue.", "position": 1, "dueDate": "2020-01-05T00:00:00Z"},
            {"id": "c2", "listId": "l2", "name": "Buy", "position": 1, "isDueDateCompleted": true, "createdAt": "2020-01-01T00:00:00Z"}],
        "cardMemberships": [{"cardId": "c1", "userId": "u1"}], "cardLabels": [{"cardId": "c1", "labelId": "x"}],
        "taskLists": [{"id": "k", "cardId": "c1", "name": "Steps", "position": 1}],
        "tasks": [{"taskListId": "k", "cardId": "c1", "name": "one", "isCompleted": true, "position": 1}]}})
}

fn issues() -> Value {
    json!([{"number": 1, "title": "One", "body": "Depends on #2 and a/b#3.", "state": "OPEN", "labels": [{"name": "bug"}, "docs"],
            "assignees": [{"login": "ana", "name": "Ana"}], "milestone": {"number": 7, "title": "v1", "state": "open", "dueOn": "2020-01-05"},
            "url": "https://github.com/acme/app/issues/1", "createdAt": "2020-01-01T00:00:00Z", "updatedAt": "2020-01-02T00:00:00Z",
            "comments": [{"author": {"login": "budi"}, "body": "Hm.", "createdAt": "2020-01-02T00:00:00Z"}]},
        {"number": 2, "title": "Two", "state": "CLOSED", "stateReason": "COMPLETED", "closedAt": "2020-01-03T00:00:00Z", "comments": 3}])
}

fn project() -> Value {
    json!({"items": [{"id": "PVTI_1", "title": "Paint", "status": "Todo", "assignees": ["ana"], "labels": ["bug"], "due": "2020-01-05",
            "milestone": {"title": "v1"}, "content": {"type": "Issue", "number": 7, "title": "Paint", "body": "Blue.",
            "repository": "acme/app", "url": "https://github.com/acme/app/issues/7"}},
        {"id": "PVTI_2", "title": "Draft", "status": "Done", "content": {"type": "DraftIssue", "title": "Draft"},
         "fieldValues": {"nodes": [{"name": "Done", "field": {"name": "Status"}}]}}], "totalCount": 2})
}

fn taskwarrior() -> Value {
    json!([{"uuid": "a", "description": "One", "status": "pending", "depends": "b,c", "tags": ["x"], "project": "home", "priority": "H",
            "due": "20200105T000000Z", "entry": "20200101T000000Z", "annotations": [{"entry": "20200102T000000Z", "description": "Hm."}]},
        {"uuid": "b", "description": "Two", "status": "completed", "end": "20200103T000000Z", "wait": "20300101T000000Z", "recur": "weekly"}])
}

fn own() -> Value {
    json!({"format": "setara-board", "version": 1, "name": "Shop", "members": [{"key": "m", "name": "Ana"}],
        "tasks": [{"key": "t", "title": "Paint", "state": "open", "due": "2020-01-05", "claims": [{"member": "m", "part": "lead"}],
            "blockers": [{"what": "paint", "on": {"other": "the shop"}}], "remarks": [{"text": "Hm."}]}],
        "goals": [{"key": "g", "title": "Open", "horizon": "short", "state": "active", "readings": [{"date": "2020-01-05", "value": 1.5}]}]})
}

const TEXTS: [(&str, Source); 6] = [
    (
        "---\n\nkanban-plugin: board\n\n---\n\n## To do\n\n- [ ] Paint #shop @{2020-01-05}\n\tBlue.\n\n## Done\n\n**Complete**\n- [x] Buy (Ana)\n\n\
      ***\n\n## Archive\n\n- [x] Old\n\n%% kanban:settings\n```\n{}\n```\n%%\n",
        Source::Obsidian,
    ),
    (
        "# Shop\n\n- [ ] Paint 📅 2020-01-05 #shop\n  - [x] blue\n  text\n* [x] Buy (Ana)\n1. [-] Sell\n\n## Later\n- [/] Move due:2020-01-06\n- none\n",
        Source::Markdown,
    ),
    (
        "(A) 2020-01-01 Paint +shop @hands due:2020-01-05\nx 2020-01-02 2020-01-01 Buy +shop pri:B\nOrder +flour t:2020-02-01 rec:1w\n",
        Source::TodoTxt,
    ),
    (
        "Issue key,Summary,Status,Assignee,Due Date,Labels,Labels,Blocked by,Comment,Story points\n\
      S-1,\"Paint, twice\",In Progress,ana,24/Dec/26 12:00 AM,a,b,,\"24/Nov/26 10:00 AM;ana;Hm\nhm.\",3\n\
      S-2,\"Buy \"\"locks\"\"\",To Do,,3/4/2026,,,S-1,,\nS-3,Sell,Done,\"Ana, Budi\",,,,S-2,,1\n",
        Source::Table,
    ),
    ("Task;Owner;Status;Due\nPaint;ana;Doing;24.12.2026\nBuy;;;\n", Source::Table),
    ("Name\tAssignee\tCompleted\tTags\nPaint\tana\tTRUE\ta, b\nBuy\t\tfalse\t\n", Source::Table),
];

/// What an import must be whatever was read.
fn is_sound(import: &Import, text: &str) {
    let bundle = &import.bundle;
    let members: HashSet<&str> = bundle.members.iter().map(|member| &*member.key).collect();
    let goals: HashSet<&str> = bundle.goals.iter().map(|goal| &*goal.key).collect();
    let lines = import.summary();
    assert!(!lines.is_empty() && lines.iter().all(|line| !line.contains('\u{1b}')), "{text}");
    if import.source == Source::Setara {
        return;
    }
    assert!(!bundle.tasks.is_empty(), "success with nothing: {text}");
    let mut keys = HashSet::new();
    for task in &bundle.tasks {
        assert!(!task.title.trim().is_empty() && State::parse(&task.state).is_some(), "{text}");
        assert!(keys.insert(&task.key), "{}: {text}", task.key);
        assert!(task.claims.iter().all(|claim| members.contains(&*claim.member)), "{text}");
        assert!(task.goal.as_deref().is_none_or(|goal| goals.contains(goal)), "{text}");
    }
}

/// Every place in a value, as the way to it.
fn places(value: &Value, way: &mut Vec<String>, found: &mut Vec<Vec<String>>) {
    found.push(way.clone());
    let inside: Vec<(String, &Value)> = match value {
        Value::Object(fields) => fields.iter().map(|(name, value)| (name.clone(), value)).collect(),
        Value::Array(items) => items.iter().enumerate().map(|(n, value)| (n.to_string(), value)).collect(),
        _ => Vec::new(),
    };
    for (step, value) in inside {
        way.push(step);
        places(value, way, found);
        way.pop();
    }
}

fn at<'a>(value: &'a mut Value, way: &[String]) -> &'a mut Value {
    way.iter().fold(value, |value, step| match value {
        Value::Object(fields) => fields.get_mut(step).unwrap(),
        Value::Array(items) => &mut items[step.parse::<usize>().unwrap()],
        _ => unreachable!("no way leads into a leaf"),
    })
}

fn odd(dice: &mut Dice, value: Value) -> Value {
    match dice.roll(13) {
        0 => Value::Null,
        1 => json!(true),
        2 => json!(-1),
        3 => json!(1e300),
        4 => json!("\u{1b}[31m\u{202e}x\0"),
        5 => json!(""),
        6 => json!([]),
        7 => json!({}),
        8 => json!([value]),
        9 => json!({"a": value}),
        10 => json!("2020-13-45T99:99:99Z"),
        11 => json!(u64::MAX),
        _ => json!("x".repeat(5000)),
    }
}

/// One change to a value.
fn change(value: &mut Value, dice: &mut Dice) {
    let mut ways = Vec::new();
    places(value, &mut Vec::new(), &mut ways);
    let way = ways.swap_remove(dice.roll(ways.len()));
    let Some((last, above)) = way.split_last() else { return };
    let parent = at(value, above);
    match (dice.roll(4), parent) {
        (0, Value::Object(fields)) => drop(fields.remove(last)),
        (0, Value::Array(items)) => drop(items.remove(last.parse().unwrap())),
        (1, Value::Array(items)) => {
            let twin = items[last.parse::<usize>().unwrap()].clone();
            items.push(twin);
        }
        (1, Value::Object(fields)) => {
            let twin = fields[last].clone();
            fields.insert(format!("{last}2"), twin);
        }
        (_, parent) => {
            let place = at(parent, std::slice::from_ref(last));
            let old = place.take();
            *place = odd(dice, old);
        }
    }
}

/// One change to a text: what a cut, an editor or another program does to it.
fn damage(text: &mut String, dice: &mut Dice) {
    let cut = |at: usize, text: &str| (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let (a, b) = (cut(dice.roll(text.len() + 1), text), cut(dice.roll(text.len() + 1), text));
    match dice.roll(6) {
        0 => text.truncate(a),
        1 => text.replace_range(a.min(b)..a.max(b), ""),
        2 => {
            let part = text[a.min(b)..a.max(b)].to_owned();
            text.insert_str(a, &part);
        }
        3 => text.insert_str(
            a,
            ["\"", "\\ud83d", "\n", "\t", ",", "[", "}", "\u{1b}", "- [ ] ", "\0", "=cmd()", "| "]
                [dice.roll(12)],
        ),
        4 => *text = text.lines().rev().collect::<Vec<_>>().join("\n"),
        _ => *text = text.replace('\n', "\r\n"),
    }
}

fn tried(name: &str, sample: impl Fn(&mut Dice) -> String) -> usize {
    let mut dice = Dice(name.len() as u64 * 7919);
    let mut came_in = 0;
    for _ in 0..tries() {
        let text = sample(&mut dice);
        if let Ok(import) = read(text.as_bytes(), &Options::default()) {
            is_sound(&import, &text);
            came_in += 1;
        }
    }
    came_in
}

#[test]
fn changed_json_is_read_or_refused() {
    let samples: [(&str, Value); 7] = [
        ("trello", trello()),
        ("wekan", wekan()),
        ("planka", planka()),
        ("issues", issues()),
        ("project", project()),
        ("taskwarrior", taskwarrior()),
        ("own", own()),
    ];
    for (name, sample) in samples {
        let came_in = tried(name, |dice| {
            let mut value = sample.clone();
            for _ in 0..=dice.roll(4) {
                change(&mut value, dice);
            }
            let mut text = value.to_string();
            // Most changes are to what is said, a few to how it is written.
            if dice.roll(8) == 0 {
                damage(&mut text, dice);
            }
            text
        });
        // A sample that no change leaves readable would try nothing.
        assert!(came_in > tries() / 10, "{name}: {came_in}");
    }
}

#[test]
fn changed_texts_are_read_or_refused() {
    for (n, (sample, source)) in TEXTS.into_iter().enumerate() {
        assert_eq!(read(sample.as_bytes(), &Options::default()).map(|import| import.source), Ok(source));
        let came_in = tried(&"x".repeat(n + 1), |dice| {
            let mut text = sample.to_owned();
            for _ in 0..=dice.roll(3) {
                damage(&mut text, dice);
            }
            text
        });
        assert!(came_in > tries() / 10, "{source:?}: {came_in}");
    }
}

#[test]
fn an_odd_field_costs_no_task() {
    // These say that an item is none, or another one.
    const TELLING: [&str; 4] = ["isTemplate", "pull_request", "parent", "type"];
    for (name, sample, items) in [
        ("trello", trello(), &["cards"][..]),
        ("wekan", wekan(), &["cards"]),
        ("planka", planka(), &["included", "cards"]),
        ("issues", issues(), &[]),
        ("project", project(), &["items"]),
        ("taskwarrior", taskwarrior(), &[]),
    ] {
        let mut ways = Vec::new();
        places(&sample, &mut Vec::new(), &mut ways);
        let is_field = |way: &&Vec<String>| {
            let inside = way.get(items.len() + 1..).unwrap_or_default();
            way.iter().zip(items).all(|(step, item)| step == item)
                && !inside.is_empty()
                && !inside.iter().any(|step| TELLING.contains(&step.as_str()))
        };
        for way in ways.iter().filter(is_field) {
            for odd in [
                json!([]),
                json!([[]]),
                json!({}),
                json!({"a": 1}),
                json!(3.5),
                json!(true),
                Value::Null,
                json!(1e300),
            ] {
                let mut value = sample.clone();
                *at(&mut value, way) = odd.clone();
                let import = read(value.to_string().as_bytes(), &Options::default());
                let tasks = import.as_ref().map(|import| import.bundle.tasks.len());
                assert_eq!(tasks, Ok(2), "{name}: {} is {odd}", way.join("."));
                is_sound(&import.unwrap(), &value.to_string());
            }
        }
    }
}
