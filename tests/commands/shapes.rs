//! What `--json` prints is what `assets/docs/json.md` says: every field of real output stands there with its type, every
//! field that stands there is printed, and one name is one thing in all shapes.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value;

use super::home::Home;

/// A field of a shape, as the documentation writes it.
#[derive(Debug, Clone, PartialEq)]
struct Field {
    is: String,
    may_be_null: bool,
    may_be_absent: bool,
}

/// The fields of each shape by their names.
type Shapes = BTreeMap<String, BTreeMap<String, Field>>;

struct Documented {
    shapes: Shapes,
    /// What each shape holds besides its own fields.
    parts: Vec<(String, String)>,
    /// The commands of the first table.
    commands: Vec<String>,
}

fn documented() -> Documented {
    let text = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/docs/json.md");
    let text = std::fs::read_to_string(text).unwrap();
    let mut found = Documented { shapes: Shapes::new(), parts: Vec::new(), commands: Vec::new() };
    let mut shape: Option<String> = None;
    for line in text.lines() {
        if let Some(name) = line.strip_prefix("### ") {
            found.shapes.insert(name.to_owned(), BTreeMap::new());
            shape = Some(name.to_owned());
            continue;
        }
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let [_, name, is, ..] = cells[..] else { continue };
        let Some(shape) = &shape else {
            found.commands.extend(
                name.split(", ").map(|name| name.replace('`', "")).filter(|_| is != "prints" && is != "---"),
            );
            continue;
        };
        if let Some(part) = is.strip_prefix("all of ") {
            found.parts.push((shape.clone(), part.trim_end_matches(" or null").to_owned()));
        } else if name.starts_with('`') {
            let (is, may_be_absent) = is.strip_suffix(", or absent").map_or((is, false), |is| (is, true));
            let (is, may_be_null) = is.strip_suffix(" or null").map_or((is, false), |is| (is, true));
            let field = Field { is: is.to_owned(), may_be_null, may_be_absent };
            found.shapes.get_mut(shape).unwrap().insert(name.replace('`', ""), field);
        }
    }
    // A shape of an export names the others as they are called among themselves.
    let exported: Vec<String> =
        found.shapes.keys().filter(|name| name.ends_with(EXPORTED)).cloned().collect();
    for name in &exported {
        for field in found.shapes.get_mut(name).unwrap().values_mut() {
            let bare = field.is.strip_prefix("array of ").unwrap_or(&field.is).to_owned();
            if exported.contains(&format!("{bare}{EXPORTED}")) {
                field.is.push_str(EXPORTED);
            }
        }
    }
    found
}

const EXPORTED: &str = ", as exported";

impl Documented {
    /// All fields of a shape, with those of its parts.
    fn fields(&self, shape: &str) -> BTreeMap<String, Field> {
        let own = self.shapes.get(shape).unwrap_or_else(|| panic!("no shape {shape:?} in the documentation"));
        let mut fields = own.clone();
        for (_, part) in self.parts.iter().filter(|(whole, _)| whole == shape) {
            let is_optional = part == "About";
            for (name, field) in self.fields(part) {
                fields.insert(name, Field { may_be_absent: field.may_be_absent || is_optional, ..field });
            }
        }
        fields
    }

    fn check(&self, at: &str, value: &Value, is: &str, seen: &mut Vec<String>) {
        let is_it = match is {
            "text" => value.is_string(),
            "number" => value.is_number(),
            "`true` or `false`" => value.is_boolean(),
            "moment" => {
                value.as_str().is_some_and(|text| text.parse::<chrono::DateTime<chrono::Utc>>().is_ok())
            }
            "day" => value.as_str().is_some_and(|text| text.parse::<chrono::NaiveDate>().is_ok()),
            "a number, a text or an array" => value.is_number() || value.is_string() || value.is_array(),
            _ => true,
        };
        assert!(is_it, "{at} is no {is}: {value}");
        if let Some(part) = is.strip_prefix("array of ") {
            let all = value.as_array().unwrap_or_else(|| panic!("{at} is no array: {value}"));
            all.iter().for_each(|value| self.check(at, value, part, seen));
        } else if let Some(part) = is.strip_prefix("object of ") {
            let all = value.as_object().unwrap_or_else(|| panic!("{at} is no object: {value}"));
            all.values().for_each(|value| self.check(at, value, part.trim_end_matches('s'), seen));
        } else if is.starts_with(char::is_uppercase) {
            self.check_shape(at, value, is, seen);
        }
    }

    fn check_shape(&self, at: &str, value: &Value, shape: &str, seen: &mut Vec<String>) {
        let object = value.as_object().unwrap_or_else(|| panic!("{at} is no {shape}: {value}"));
        seen.push(shape.to_owned());
        // It is written as one of its fields, by the name of that.
        let is_choice = shape.starts_with("WaitsOn");
        let fields = self.fields(shape);
        for (name, value) in object {
            let at = format!("{at}.{name}");
            let field = fields.get(name).unwrap_or_else(|| panic!("{at} is no field of {shape}"));
            match value {
                Value::Null => assert!(field.may_be_null && !field.may_be_absent, "{at} is null"),
                value => self.check(&at, value, &field.is, seen),
            }
        }
        for (name, field) in fields.iter().filter(|_| !is_choice) {
            assert!(
                field.may_be_absent || object.contains_key(name),
                "{at} lacks {name} of {shape}: {value}"
            );
        }
    }
}

/// What stands for the value of anything, or is told apart by what it is said of.
const ANY: &[&str] = &["value", "default"];

#[test]
fn one_name_is_one_thing() {
    let documented = documented();
    let mut meant: BTreeMap<&str, (&str, &str)> = BTreeMap::new();
    for (shape, fields) in &documented.shapes {
        for (name, field) in fields.iter().filter(|(name, _)| !ANY.contains(&name.as_str())) {
            let is = field.is.trim_end_matches(EXPORTED);
            // Two shapes of one name are the same thing: the exported one, and that with what a page has besides.
            let (first, was) = *meant.entry(name).or_insert((shape, is));
            // Both are in the released format of exports: to one member, and to several.
            let is_both = name == "to";
            assert!(was == is || is_both, "{name} is {was} in {first}, and {is} in {shape}");
        }
    }
    // People are keys, and what they are called stands beside that.
    for (shape, fields) in &documented.shapes {
        for (name, of) in fields.keys().filter_map(|name| Some((name, name.strip_suffix("_name")?))) {
            let mut parts = documented.parts.iter().filter(|(whole, _)| whole == shape);
            let has =
                fields.contains_key(of) || parts.any(|(_, part)| documented.shapes[part].contains_key(of));
            assert!(has, "{shape} has {name} and no {of}");
        }
    }
}

/// What is typed to have something of everything, before it is looked at.
const BEFORE: &[(&str, &[&str])] = &[
    ("Budi", &["join", "Budi"]),
    ("Ayu", &["role", "add", "Menu", "--purpose", "What is on the card"]),
    ("Ayu", &["role", "take", "Menu", "--focus", "drinks"]),
    ("Ayu", &["role", "add", "Door"]),
    ("Ayu", &["me", "--teaches", "contracts"]),
    ("Ayu", &["goal", "add", "Open the store", "--target", "20", "--unit", "shops"]),
    ("Ayu", &["goal", "reading", "Open", "4"]),
    ("Ayu", &["goal", "reading", "Open", "3", "--on", "yesterday"]),
    ("Ayu", &["add", "Sign the contract", "--due", "fri", "--tag", "legal", "--claim"]),
    ("Ayu", &["add", "Paint the door", "--claim"]),
    ("Ayu", &["add", "Print the menu"]),
    ("Ayu", &["block", "Sign", "the number", "--on", "Budi"]),
    ("Ayu", &["block", "Print", "--on-task", "Paint"]),
    ("Ayu", &["block", "Paint", "the key", "--on-other", "the landlord"]),
    ("Ayu", &["remark", "Paint", "in green"]),
    ("Ayu", &["offer", "Paint", "Budi", "--note", "you know how"]),
    ("Budi", &["help-with", "Sign"]),
    ("Ayu", &["buddy", "Budi", "--days", "30"]),
    ("Ayu", &["me", "--teaches", "+sewing", "--learns", "baking"]),
    ("Budi", &["me", "--teaches", "baking", "--learns", "sewing"]),
    ("Ayu", &["thank", "Budi", "the coffee", "--about", "Paint"]),
    ("Ayu", &["tension", "The key comes late", "--could", "Two keys", "--about", "Paint", "--for", "all"]),
    ("Budi", &["tension", "take-up", "{The key}"]),
    ("Budi", &["tension", "became", "{The key}"]),
    ("Budi", &["claim", "Sign", "--contest", "both of us"]),
    ("Ayu", &["tension", "Shops wait for answers", "--could", "Answers the same day"]),
    ("Ayu", &["tension", "settled", "{Shops wait}", "we take turns"]),
    (
        "Ayu",
        &[
            "decide",
            "Deliver on Saturdays",
            "--kind",
            "experiment",
            "--why",
            "Shops ask",
            "--text",
            "Ayu drives",
            "--tried",
            "Saturdays",
            "--judged",
            "orders",
            "--stop",
            "two complaints",
            "--ends",
            "+8w",
            "--closes",
            "+2w",
            "--quorum",
            "1",
            "--hide",
            "own",
        ],
    ),
    ("Budi", &["decide", "say", "{Deliver}", "objection", "no car"]),
    ("Ayu", &["decide", "Which colour", "--kind", "vote", "--option", "red", "--option", "blue"]),
    ("Ayu", &["decide", "Who keeps the till", "--kind", "selection", "--role", "Door", "--nominee", "Budi"]),
    (
        "Ayu",
        &[
            "agree",
            "Money above a million",
            "--text",
            "By consent",
            "--way",
            "consent",
            "--quorum",
            "2",
            "--about",
            "money",
            "--silence",
            "no",
            "--criteria",
            "no debts",
            "--duties",
            "all ask",
            "--share",
            "half",
            "--exit",
            "30",
            "--dispute",
            "we vote",
            "--review",
            "+30d",
        ],
    ),
    ("Budi", &["agree", "{Money above}"]),
    ("Budi", &["agree", "{Money above}", "--amend", "--text", "By consent of two"]),
    ("Ayu", &["terms", "standup", "mon-fri", "9:15"]),
    ("Ayu", &["standup", "start"]),
    ("Ayu", &["standup", "next"]),
    ("Ayu", &["add", "Count the till", "--claim"]),
    ("Ayu", &["standup", "park", "The keys", "--with", "Budi"]),
    ("Ayu", &["standup", "to", "round"]),
    ("Ayu", &["standup", "absent"]),
    ("Ayu", &["standup", "end"]),
    ("Budi", &["standup", "take-next"]),
    ("Budi", &["standup", "start"]),
    ("Budi", &["standup", "to", "walk"]),
    ("Budi", &["standup", "take", "1", "--becomes", "Count"]),
    ("Ayu", &["retro", "start"]),
    ("Budi", &["retro", "card", "1", "We tested early"]),
    ("Budi", &["retro", "card", "1", "Nobody had the key"]),
    ("Ayu", &["retro", "group", "1", "2"]),
    ("Ayu", &["retro", "to", "dots"]),
    ("Ayu", &["retro", "vote", "1"]),
    ("Ayu", &["retro", "count"]),
    ("Ayu", &["retro", "act", "Test every week"]),
    ("Ayu", &["retro", "end"]),
    ("Ayu", &["retro", "to", "gather"]),
    ("Ayu", &["import", "shop.json"]),
];

/// `{The key}` stands for a handle.
fn does(home: &mut Home, who: &str, args: &[&str]) {
    let args: Vec<String> = args.iter().map(|arg| home.filled(arg)).collect();
    home.ok(who, &args.iter().map(String::as_str).collect::<Vec<_>>(), "");
}

/// The commands by their names in the documentation, what is typed for each, and what it prints.
const PRINTS: &[(&str, &str, &[&str], &str)] = &[
    ("tasks", "", &["tasks"], "array of Task"),
    ("tasks", "", &["tasks", "state:done"], "array of Task"),
    ("show", "", &["show", "Sign"], "Task"),
    ("show", "", &["show", "Paint"], "Task"),
    ("role show", "", &["role", "show", "Menu"], "Role"),
    ("goal show", "", &["goal", "show", "Open"], "Goal"),
    ("me", "Ayu", &["me"], "Member"),
    ("show", "", &["show", "Budi"], "Member"),
    ("roles", "", &["roles"], "array of Role"),
    ("goals", "", &["goals"], "array of Goal"),
    ("who", "", &["who"], "array of Member"),
    ("tensions", "", &["tensions", "--over"], "array of Tension"),
    ("tension show", "", &["show", "{The key}"], "Tension"),
    ("decisions", "Ayu", &["decisions"], "array of Decision"),
    ("decide show", "Ayu", &["decide", "show", "{Deliver}"], "Decision"),
    ("agreements", "", &["agreements"], "array of Agreement"),
    ("show", "", &["show", "{Money above}"], "Agreement"),
    ("buddy", "", &["buddy"], "array of Pairing"),
    ("mine", "Ayu", &["mine"], "Mine"),
    ("mine", "Budi", &["mine"], "Mine"),
    ("next", "Budi", &["next"], "Next"),
    ("findings", "", &["findings"], "array of Finding"),
    ("findings", "", &["findings", "--settled"], "array of Finding"),
    ("agenda", "", &["agenda"], "array of AgendaTopic"),
    ("may", "Budi", &["may", "sign the contract"], "May"),
    ("may", "Budi", &["may", "read the contract"], "May"),
    ("blockers", "", &["blockers"], "array of Blocker"),
    ("waits", "", &["waits"], "array of Wait"),
    ("clarity", "", &["clarity"], "array of Clarity"),
    ("report", "", &["report"], "array of Figure"),
    ("report", "", &["report", "--out", "figures.html"], "Exported"),
    ("log", "", &["log"], "array of Entry"),
    ("log", "", &["log", "--each"], "array of Entry"),
    ("since", "Budi", &["since"], "Since"),
    ("standup", "", &["standup"], "Meeting"),
    ("standup", "", &["standup", "--last"], "Minutes"),
    ("standup", "", &["standup", "--last", "--out", "minutes.md"], "Exported"),
    ("standup", "", &["standup", "--list"], "array of MeetingHeld"),
    ("retro", "", &["retro"], "Meeting"),
    ("stage", "", &["stage"], "array of Panel"),
    ("terms", "", &["terms"], "array of Term"),
    ("search", "", &["search", "paint"], "array of Hit"),
    ("settings", "", &["settings"], "Settings"),
    ("settings", "", &["settings", "language"], "Setting"),
    ("settings keys", "", &["settings", "keys"], "array of Keys"),
    ("help", "", &["help", "filters"], "Manual"),
    ("man", "", &["man", "--out", "pages"], "Pages"),
    ("nothing (the board)", "Ayu", &[], "Board"),
    ("nothing (the board)", "", &[], "Board"),
    ("export", "", &["export"], "Bundle, as exported"),
    ("export", "", &["export", "--out", "out.json"], "Exported"),
    ("import", "Ayu", &["import", "shop.json"], "Imported"),
    ("import", "Ayu", &["import", "later.json"], "Imported"),
    ("backup", "", &["backup", "copy.db"], "BackedUp"),
    ("backup", "", &["backup", "--records", "copy.jsonl"], "BackedUp"),
    ("import", "Ayu", &["import", "there.jsonl"], "Received"),
    ("restore", "", &["restore", "copy.db"], "Restored"),
    ("doctor", "", &["doctor"], "Examined"),
    ("doctor", "", &["doctor", "--rebuild"], "Examined"),
    ("whatever writes", "Ayu", &["claim", "menu"], "Doing"),
    ("whatever writes", "Ayu", &["done", "menu", "--anyway"], "Doing"),
    ("whatever writes", "Ayu", &["undo"], "Doing"),
];

/// Shapes that none of these commands comes to: what goes wrong, and repairs of damaged files.
const UNSEEN: &[&str] = &["Failure", "Fault", "Complaint", "Repaired"];

#[test]
fn what_is_printed_stands_in_the_documentation() {
    let documented = documented();
    let mut home = Home::with_team();
    std::fs::write(home.path("shop.json"), super::TRELLO).unwrap();
    let later = super::TRELLO
        .replace(r#""Print the flyers","#, r#""Print the flyers", "due": "2026-12-01T09:00:00Z","#);
    std::fs::write(home.path("later.json"), later).unwrap();
    home.json("Budi", &["since"]);
    for (who, args) in BEFORE {
        does(&mut home, who, args);
    }
    // What is changed there, too.
    home.ok("Ayu", &["edit", "Print the flyers", "--due", "2026-11-30"], "");
    let findings = home.json("Ayu", &["findings"]);
    let first = findings[0]["handle"].as_str().expect("something is to be asked").to_owned();
    home.ok("Ayu", &["settle", &first, "fine", "we know", "--until", "2026-12-01"], "");
    let second = findings[1]["handle"].as_str().expect("something else is to be asked").to_owned();
    home.ok("Ayu", &["settle", &second, "tension", "we talk on Friday"], "");
    // Somebody writes on another copy.
    home.ok("", &["backup", "before.db"], "");
    home.ok("", &["--board", "there.db", "restore", "before.db"], "");
    home.ok("Budi", &["--board", "there.db", "add", "Water the plants"], "");
    home.ok("", &["--board", "there.db", "backup", "--records", "there.jsonl"], "");
    let mut seen = Vec::new();
    for (_, who, args, is) in PRINTS {
        let args: Vec<String> = args.iter().map(|arg| home.filled(arg)).collect();
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        let printed = home.json(who, &args);
        documented.check(&format!("{args:?}"), &printed, is, &mut seen);
        if is.starts_with("array") {
            assert!(
                !printed.as_array().unwrap().is_empty(),
                "{args:?} prints nothing that could be looked at"
            );
        }
    }
    for command in &documented.commands {
        assert!(PRINTS.iter().any(|(name, ..)| name == command), "{command} is not tried");
    }
    for shape in documented.shapes.keys().filter(|shape| !UNSEEN.contains(&shape.as_str())) {
        let is_part = documented.parts.iter().any(|(_, part)| part == shape);
        assert!(is_part || seen.contains(shape), "{shape} was never printed");
    }
}

/// Whatever is called by its key somewhere is called by that key everywhere.
#[test]
fn a_task_is_the_same_wherever_it_stands() {
    let mut home = Home::with_team();
    for (who, args) in BEFORE.iter().take(BEFORE.len() - 1) {
        does(&mut home, who, args);
    }
    let task = home.json("", &["tasks", "Paint"])[0].clone();
    let same = |subject: &Value| {
        assert_eq!(subject["kind"], "task", "{subject}");
        for field in ["key", "handle", "title"] {
            assert_eq!(subject[field], task[field], "{subject}");
        }
    };
    let of = |list: &Value| {
        list.as_array().unwrap().iter().find(|item| item["subject"]["key"] == task["key"]).cloned()
    };
    same(&home.json("", &["search", "Paint"])[0]);
    for args in [&["blockers"][..], &["waits"], &["log"]] {
        let list = home.json("", args);
        same(&of(&list).unwrap_or_else(|| panic!("{args:?}: {list}"))["subject"]);
    }
    let mine = home.json("Ayu", &["mine"]);
    let board = home.json("Ayu", &[]);
    for tasks in [&mine["tasks"], &board["tasks"]] {
        assert!(tasks.as_array().unwrap().contains(&task));
    }
    same(&of(&home.json("Budi", &["mine"])["offers"]).unwrap()["subject"]);
    let me = home.json("Ayu", &["me"]);
    let leads = me["leading"].as_array().unwrap();
    same(leads.iter().find(|leads| leads["key"] == task["key"]).unwrap());
    assert_eq!((&me["key"], &mine["me"]["key"]), (&task["claims"][0]["member"], &me["key"]));
    let log = home.json("", &["log", "--on", "Paint"]);
    let entry = log.as_array().unwrap().last().unwrap();
    assert_eq!((&entry["by"], &entry["by_name"]), (&me["key"], &me["name"]));
}
