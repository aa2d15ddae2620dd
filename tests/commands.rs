//! The commands, as people type them. The transcripts in `tests/snapshots` are also documentation: each is a story with
//! a fixed clock, fixed ids and a home of its own.
//!
//! A story is a few lines: `# …` is said, `now …` sets the clock, `$ …` is typed (after a name and a colon: by whom).
//! `{Sign}` stands for the handle of what was added under a title that begins so.

use std::collections::HashMap;
use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use assert_cmd::Command;
use serde_json::Value;

/// A home with a board in it, or not yet.
struct Home {
    folder: tempfile::TempDir,
    now: String,
    /// How often each command was typed: the same words twice make two different things.
    typed: HashMap<String, usize>,
    handles: Vec<(String, String)>,
}

struct Said {
    out: String,
    err: String,
    status: i32,
}

impl Home {
    fn new() -> Home {
        Home {
            folder: tempfile::tempdir().unwrap(),
            now: "2026-11-18T09:00:00Z".to_owned(),
            typed: HashMap::new(),
            handles: Vec::new(),
        }
    }

    /// A board with Ayu and Budi.
    fn with_team() -> Home {
        let mut home = Home::new();
        home.ok("Ayu", &["start", "Warung Kode", "--name", "Ayu"], "");
        home.ok("", &["join", "Budi"], "");
        home
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn command(&mut self, who: &str, args: &[&str]) -> Command {
        let line = args.join(" ");
        let count = self.typed.entry(line.clone()).or_insert(0);
        *count += 1;
        let mut command = Command::new(env!("CARGO_BIN_EXE_setara"));
        command
            .env_clear()
            .env("HOME", self.folder.path())
            .env("TZ", "UTC")
            .env("SETARA_NOW", &self.now)
            .env("SETARA_SEED", format!("{line} {count}"))
            .current_dir(self.folder.path())
            .timeout(Duration::from_secs(60))
            .args(args);
        if !who.is_empty() {
            command.env("SETARA_AS", who);
        }
        command
    }

    fn run(&mut self, who: &str, args: &[&str], stdin: &str) -> Said {
        let output = self.command(who, args).write_stdin(stdin).output().unwrap();
        let folder = self.folder.path().to_string_lossy().into_owned();
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).replace(&folder, "~");
        let said = Said {
            out: text(&output.stdout),
            err: text(&output.stderr),
            status: output.status.code().expect("no signal ended it"),
        };
        assert!(!said.err.contains("panicked") && said.status != 101, "{args:?}: {}", said.err);
        for line in said.out.lines() {
            if let Some((_, added)) = line.split_once(" added ")
                && let Some((handle, title)) = added.split_once(": ")
                && let Some(handle) = handle.split(' ').next_back()
            {
                self.handles.push((title.to_owned(), handle.to_owned()));
            }
        }
        said
    }

    fn ok(&mut self, who: &str, args: &[&str], stdin: &str) -> String {
        let said = self.run(who, args, stdin);
        assert_eq!((said.status, said.err.as_str()), (0, ""), "{args:?}");
        said.out
    }

    fn json(&mut self, who: &str, args: &[&str]) -> Value {
        let args: Vec<&str> = args.iter().copied().chain(["--json"]).collect();
        let out = self.ok(who, &args, "");
        serde_json::from_str(&out).unwrap_or_else(|error| panic!("{args:?}: {error}: {out}"))
    }

    /// A refusal with its status: one line, and one that can be typed. Nothing is changed.
    fn refused(&mut self, status: i32, who: &str, args: &[&str]) -> String {
        let before = self.records();
        let said = self.run(who, args, "");
        assert_eq!((said.status, said.out.as_str()), (status, ""), "{args:?}: {}", said.err);
        let lines: Vec<&str> = said.err.lines().collect();
        assert!(lines.len() <= 2 && lines[0].starts_with("setara: "), "{args:?}: {}", said.err);
        assert!(lines.get(1).is_none_or(|hint| hint.starts_with("try: ")), "{args:?}: {}", said.err);
        assert_eq!(self.records(), before, "{args:?} changed something");
        said.err
    }

    /// How many records there are; none where there is no board.
    fn records(&mut self) -> u64 {
        let said = self.run("", &["doctor", "--json"], "");
        let report: Value = serde_json::from_str(&said.out).unwrap_or_default();
        report["records"].as_u64().unwrap_or(0)
    }

    fn story(&mut self, story: &str) -> String {
        let mut told = String::new();
        for line in story.lines().map(str::trim) {
            if let Some(now) = line.strip_prefix("now ") {
                self.now = now.to_owned();
                continue;
            }
            let Some((who, typed)) = line.split_once("$ ") else {
                told.push_str(line);
                told.push('\n');
                continue;
            };
            let typed = self.filled(typed);
            let words = split(&typed);
            let words: Vec<&str> = words.iter().skip(1).map(String::as_str).collect();
            let who = who.trim_end_matches([':', ' ']);
            let said = self.run(who, &words, "");
            let prompt = if who.is_empty() { String::new() } else { format!("{who}: ") };
            told.push_str(&format!("{prompt}$ {typed}\n{}{}", said.out, said.err));
            if said.status != 0 {
                told.push_str(&format!("[status {}]\n", said.status));
            }
        }
        told
    }

    /// The text with handles in the place of `{Sign}`.
    fn filled(&self, text: &str) -> String {
        let mut filled = text.to_owned();
        while let Some((before, rest)) = filled.split_once('{') {
            let (title, after) = rest.split_once('}').expect("a brace is closed");
            let known = self.handles.iter().rev().find(|(known, _)| known.starts_with(title));
            let (_, handle) = known.unwrap_or_else(|| panic!("nothing was added as {title}"));
            filled = format!("{before}{handle}{after}");
        }
        filled
    }
}

/// The words of a line; quotes keep blanks together.
fn split(line: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quoted = false;
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            ' ' if !quoted => words.push(String::new()),
            c => words.last_mut().unwrap().push(c),
        }
    }
    words
}

fn tell(story: &str) -> String {
    Home::new().story(story)
}

/// Compares a story with its snapshot, which bears the name of the test; `INSTA_UPDATE=always` writes it anew.
#[track_caller]
fn same(name: &str, told: String) {
    let mut settings = insta::Settings::clone_current();
    settings.set_omit_expression(true);
    settings.set_prepend_module_to_snapshot(false);
    settings.bind(|| insta::assert_snapshot!(name, told));
}

#[test]
fn the_first_ten_minutes() {
    same(
        "the_first_ten_minutes",
        tell(
            r#"# Nothing is there yet.
        $ setara
        $ setara start "Warung Kode" --name Ayu
        $ setara
        # Work is written down; nobody is told to do it.
        $ setara add "Sign the payment contract" --due fri --tag legal
        $ setara add Move the shop list --next "ask Budi for the file"
        $ setara next
        $ setara claim {Sign}
        $ setara tasks
        # A second member joins, on a machine of their own.
        $ setara join Budi
        Budi: $ setara claim {Sign}
        Budi: $ setara help-with {Sign}
        Budi: $ setara claim {Move}
        Budi: $ setara mine
        Ayu: $ setara who
        Ayu: $ setara done {Sign}
        Ayu: $ setara log --limit 4
        Ayu: $ setara"#,
        ),
    );
}

#[test]
fn the_life_of_a_task() {
    same(
        "the_life_of_a_task",
        tell(
            r#"$ setara start "Warung Kode" --name Ayu
        $ setara join Budi
        $ setara join Citra
        Ayu: $ setara add "Choose the couriers" --skill bargaining --link https://example.org/couriers
        Ayu: $ setara edit {Choose} --due "12 dec" --notes "Three offers, not one." --tag shop
        Ayu: $ setara claim {Choose}
        Ayu: $ setara move {Choose} doing
        Ayu: $ setara remark {Choose} The second one is cheaper on Sundays
        # One offers, the other accepts or declines. Nobody assigns.
        Ayu: $ setara offer {Choose} Budi --note "you know their driver"
        Budi: $ setara next
        Budi: $ setara decline {Choose} --reason "next week is full"
        Ayu: $ setara offer {Choose} Citra
        Ayu: $ setara offer {Choose} Citra
        Ayu: $ setara withdraw {Choose}
        Ayu: $ setara offer {Choose} Citra
        Citra: $ setara accept {Choose}
        Ayu: $ setara renew {Choose}
        # Two may want it: both claims stand, and the board asks.
        Budi: $ setara claim {Choose} --contest "I have signed with one of them"
        Budi: $ setara findings
        Budi: $ setara give-back {Choose} --note "Citra goes on"
        # Three weeks later the claim has gone quiet.
        now 2026-12-09T09:00:00Z
        Budi: $ setara findings
        Budi: $ setara claim {Choose}
        Budi: $ setara take-over {Choose} "you are ill, I go on"
        Budi: $ setara park {Choose} "next week"
        Budi: $ setara park {Choose} --back
        Budi: $ setara show {Choose}
        Budi: $ setara move {Choose} dropped
        Budi: $ setara drop {Choose} we deliver ourselves
        Budi: $ setara tasks
        Budi: $ setara tasks --finished"#,
        ),
    );
}

#[test]
fn what_stands_in_the_way() {
    same(
        "what_stands_in_the_way",
        tell(
            r#"$ setara start "Warung Kode" --name Ayu
        $ setara join Dewi
        Ayu: $ setara add "Switch on payments" --claim
        Ayu: $ setara add "Sign the contract"
        Ayu: $ setara block {Switch} "the VAT number" --on Dewi
        Ayu: $ setara block {Switch} --on-task {Sign}
        Ayu: $ setara clear {Switch}
        Ayu: $ setara asked {Switch} --which 1
        Ayu: $ setara promise {Switch} fri --which 1
        Ayu: $ setara promise {Switch} yesterday --which 1
        Ayu: $ setara promise {Switch} someday --which 1
        Ayu: $ setara show {Switch}
        Ayu: $ setara show {Sign}
        Ayu: $ setara clear {Switch} "Dewi sent it" --which 1
        Ayu: $ setara clear {Switch} --withdraw
        Ayu: $ setara clear {Switch}
        Ayu: $ setara block {Switch} --on-task {Switch}
        Ayu: $ setara tasks --blocked"#,
        ),
    );
}

#[test]
fn roles_and_goals() {
    same(
        "roles_and_goals",
        tell(
            r#"$ setara start "Warung Kode" --name Ayu
        $ setara join Budi
        Ayu: $ setara role add Treasurer --purpose "Everybody is paid on time" --domain "Price list" --accountability "Paying wages"
        Ayu: $ setara role take treasurer --focus wages --term "+6 months"
        Ayu: $ setara role add Bookkeeping --domain "price list"
        Ayu: $ setara roles
        Ayu: $ setara role edit book --domain none --review "1 mar"
        Ayu: $ setara role edit book --state retired
        Budi: $ setara role take book
        Ayu: $ setara role put-down treas
        Ayu: $ setara role show treas
        Ayu: $ setara goal add "Twenty member shops" --target 20 --baseline 4 --unit shops --due "1 mar"
        Ayu: $ setara goal reading {Twenty} 6 --on mon
        Ayu: $ setara goal reading {Twenty} 7,5
        Ayu: $ setara goal reading {Twenty} six
        Ayu: $ setara add "Visit the market" --goal twenty --role treas
        Ayu: $ setara goals
        Ayu: $ setara goal show {Twenty}
        Ayu: $ setara goal met {Twenty} "all signed"
        Ayu: $ setara goals
        Ayu: $ setara goal again {Twenty}
        Ayu: $ setara me --teaches "bargaining, counting" --learns Rust --limit 2 --contact "mornings"
        Ayu: $ setara away --from mon --until "fri"
        Ayu: $ setara me
        Ayu: $ setara away --back
        Budi: $ setara leave
        Budi: $ setara add "Something"
        Budi: $ setara return"#,
        ),
    );
}

#[test]
fn findings_are_answered_once() {
    same(
        "findings_are_answered_once",
        tell(
            r#"$ setara start "Warung Kode" --name Ayu
        $ setara join Budi
        Ayu: $ setara add "Write the returns policy" --claim
        Budi: $ setara claim {Write} --contest "I began it last week"
        Budi: $ setara findings
        Budi: $ setara settle o1:{Write} maybe "we pair on it"
        Budi: $ setara settle o2:{Write} fine "we pair on it"
        Budi: $ setara settle o1:{Write} fine we pair on it
        Budi: $ setara findings
        Budi: $ setara findings --settled
        # A month later it is asked again.
        now 2026-12-19T09:00:00Z
        Budi: $ setara findings
        Budi: $ setara settle o1:{Write} tension "we each want to own it" --until fri"#,
        ),
    );
}

#[test]
fn undo_and_redo() {
    same(
        "undo_and_redo",
        tell(
            r#"$ setara start "Warung Kode" --name Ayu
        $ setara join Budi
        Ayu: $ setara add "Move the shop list"
        Ayu: $ setara claim {Move}
        Ayu: $ setara undo
        Ayu: $ setara redo
        Ayu: $ setara redo
        Budi: $ setara help-with {Move}
        Ayu: $ setara undo
        Ayu: $ setara undo
        Budi: $ setara undo
        Ayu: $ setara undo
        Ayu: $ setara undo
        Ayu: $ setara log"#,
        ),
    );
}

const TRELLO: &str = r#"{"name": "Shop", "lists": [
    {"id": "l1", "name": "To do", "pos": 1}, {"id": "l2", "name": "With the client", "pos": 2}, {"id": "l3", "name": "Done", "pos": 3}],
  "members": [{"id": "m1", "fullName": "Citra Dewi", "username": "citra"}],
  "cards": [
    {"id": "5e0be1000000000000000001", "name": "Photograph the shelves", "idList": "l1", "idMembers": ["m1"], "pos": 1},
    {"id": "5e0be1000000000000000002", "name": "Print the flyers", "idList": "l2", "pos": 2},
    {"id": "5e0be1000000000000000003", "name": "Call the market", "idList": "l3", "pos": 3}],
  "actions": []}"#;

#[test]
fn a_board_from_elsewhere() {
    let mut home = Home::new();
    fs::write(home.path("shop.json"), TRELLO).unwrap();
    same(
        "a_board_from_elsewhere",
        home.story(
            r#"$ setara start "Warung Kode" --name Ayu
        $ setara import shop.json --dry-run
        $ setara import shop.json --list "With the client=review"
        $ setara tasks
        # The same file again adds nothing twice.
        $ setara import shop.json --list "With the client=review"
        $ setara import shop.json --list "Nowhere=review"
        $ setara import shop.json --list "Done=finished"
        $ setara export markdown
        $ setara search flyer"#,
        ),
    );
    let text = home.ok("", &["import", "-", "--json"], TRELLO);
    let report: Value = serde_json::from_str(&text).unwrap();
    assert_eq!((report["tasks"].as_u64(), report["known"].as_u64()), (Some(0), Some(4)));
}

#[test]
fn bad_words_are_one_clear_line() {
    let mut home = Home::with_team();
    home.ok("Ayu", &["add", "Sign the contract"], "");
    let task = home.handles[0].1.clone();
    home.ok("Budi", &["claim", &task], "");
    let task = task.as_str();
    for (status, args, says) in [
        (1, &["claim", "zzz"][..], "no task matches \"zzz\""),
        (1, &["claim", ""], "no task matches"),
        (1, &["claim", task], "Budi leads"),
        (1, &["give-back", task], "Budi leads"),
        (1, &["offer", task, "Nobody"], "nobody here is called"),
        (1, &["add", ""], "the title is empty"),
        (1, &["add", "  \u{3000} "], "the title is empty"),
        (1, &["drop", task, ""], "no words"),
        (1, &["show", "zzz"], "nothing is called"),
        (1, &["take-over", task, "mine"], "not quiet"),
        (1, &["--as", "Nobody", "tasks"], "nobody here is called"),
        (1, &["settle", "O1:zzz", "fine", "why"], "no finding"),
        (1, &["import", "nowhere.json"], "No such file"),
        (1, &["export", "--out", "no/such/folder.json"], "No such file"),
        (1, &["backup", "no/such/folder.db"], "cannot be made"),
        (2, &["add", "x", "--due", "12/12"], "is not a day"),
        (2, &["park", task, "someday"], "is not a day"),
        (2, &["goal", "reading", "x", "many"], "no goal matches"),
    ] {
        let status = if says.starts_with("no goal") { 1 } else { status };
        let err = home.refused(status, "Ayu", args);
        assert!(err.contains(says), "{args:?}: {err}");
    }
    for args in [&["frobnicate"][..], &["claim"], &["tasks", "--state", "blocked"], &["rank", task]] {
        let said = home.run("Ayu", args, "");
        assert_eq!((said.status, said.out.as_str()), (2, ""), "{args:?}");
        assert!(said.err.starts_with("error: "), "{args:?}: {}", said.err);
    }
}

#[test]
fn an_ambiguous_beginning_lists_what_it_may_be() {
    let mut home = Home::with_team();
    for n in 0..40 {
        home.ok("Ayu", &["add", &format!("Task {n}")], "");
    }
    let first = |handle: &str| handle[..1].to_owned();
    let handles: Vec<String> = home.handles.iter().map(|(_, handle)| handle.clone()).collect();
    let shared =
        handles.iter().find(|a| handles.iter().filter(|b| first(a) == first(b)).count() > 1).unwrap();
    let err = home.refused(1, "Ayu", &["claim", &first(shared)]);
    assert!(err.contains(" may be ") && err.contains(shared.as_str()), "{err}");
    home.ok("Ayu", &["claim", shared], "");
}

#[test]
fn a_huge_or_hostile_text_does_no_harm() {
    let mut home = Home::with_team();
    let huge = "x".repeat(10_000_000);
    let said = home.run("Ayu", &["add", "-"], &huge);
    assert_eq!(said.status, 1, "{}", said.err);
    assert!(said.err.contains("longer than 10000 characters") && said.err.len() < 300, "{}", said.err);
    let said = home.run("Ayu", &["add", "x", "--notes", "-"], &huge);
    assert!(said.err.contains("longer than 1000000 characters"), "{}", said.err);
    let evil = "red \u{1b}[31m \u{202e}back\u{7}";
    for args in [&["add", evil][..], &["role", "add", evil], &["goal", "add", evil], &["join", evil]] {
        let said = home.run("Ayu", args, "");
        assert_eq!(said.status, 0, "{}", said.err);
        assert!(harmless(&said.out), "{args:?}: {:?}", said.out);
    }
    for args in [
        &["tasks"][..],
        &["roles"],
        &["goals"],
        &["who"],
        &["log"],
        &[],
        &["findings"],
        &["search", "red"],
        &["show", "red"],
        &["--as", evil, "mine"],
        &["claim", evil],
        &["show", "\u{1b}[2J"],
        &["import", "\u{1b}[2J"],
    ] {
        let said = home.run("Ayu", args, "");
        assert!(harmless(&said.out) && harmless(&said.err), "{args:?}: {:?}{:?}", said.out, said.err);
    }
    let piped = home.ok("Ayu", &["add", "-"], "A title\n\nand notes\nof two lines\n");
    assert!(piped.ends_with(": A title\n"), "{piped}");
    let tasks = home.json("Ayu", &["tasks"]);
    assert_eq!(tasks[1]["notes"], "and notes\nof two lines");
}

/// Nothing that could steer a terminal.
fn harmless(text: &str) -> bool {
    !text.chars().any(|c| (c.is_control() && c != '\n') || ('\u{202a}'..='\u{202e}').contains(&c))
}

#[test]
fn a_file_that_is_no_board_is_left_alone() {
    let mut home = Home::with_team();
    let text = b"just a letter".repeat(1000);
    fs::write(home.path("letter.db"), &text).unwrap();
    fs::write(home.path("empty.db"), "").unwrap();
    fs::write(home.path("cut.json"), &TRELLO[..TRELLO.len() / 2]).unwrap();
    fs::write(home.path("letter.json"), "Dear all").unwrap();
    for (args, says) in [
        (&["--board", "letter.db", "tasks"][..], "is not a Setara board"),
        (&["--board", "letter.db", "add", "x"], "is not a Setara board"),
        (&["--board", "empty.db", "tasks"], "is not a Setara board"),
        (&["--board", "nowhere.db", "tasks"], "there is no board at nowhere.db"),
        (&["--board", "letter.db/board.db", "start", "T", "--name", "A"], "cannot be made"),
        (&["--board", "letter.db", "start", "T", "--name", "A"], "there is a board at"),
        (&["--board", "new.db", "start", " ", "--name", "A"], "a team needs a name"),
        (&["--board", "new.db", "start", "T", "--name", " "], "the name is empty"),
        (&["import", "cut.json"], "ends in the middle"),
        (&["import", "letter.json"], "JSON"),
    ] {
        let said = home.run("", args, "");
        assert_eq!((said.status, said.out.as_str()), (1, ""), "{args:?}: {}", said.err);
        assert!(said.err.contains(says) && said.err.lines().count() <= 2, "{args:?}: {}", said.err);
    }
    assert_eq!(fs::read(home.path("letter.db")).unwrap(), text);
    assert!(!home.path("new.db").exists() && !home.path("nowhere.db").exists());
    let said = home.run("", &["--board", "new.db", "start", "T"], "");
    assert_eq!(said.status, 2, "{}", said.err);
}

#[test]
fn without_a_home_it_says_so() {
    let mut home = Home::new();
    for args in [&["tasks"][..], &[], &["add", "x"]] {
        let mut command = home.command("", args);
        // The system may know a home without HOME: these folders keep it out of the test.
        let nowhere = home.path("nowhere");
        command.env_remove("HOME").env("XDG_DATA_HOME", &nowhere).env("XDG_CONFIG_HOME", &nowhere);
        let output = command.output().unwrap();
        let err = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!((output.status.code(), err.lines().count()), (Some(1), 2), "{args:?}: {err}");
        assert!(!nowhere.exists());
    }
}

#[test]
fn json_is_an_object_or_an_array_and_so_is_a_refusal() {
    let mut home = Home::with_team();
    let done = home.json("Ayu", &["add", "Sign the contract", "--due", "fri"]);
    assert_eq!(done["subject"]["kind"], "task");
    let handle = done["subject"]["handle"].as_str().unwrap().to_owned();
    home.json("Ayu", &["claim", &handle]);
    home.json("Ayu", &["block", &handle, "the VAT number", "--on", "Budi"]);
    let tasks = home.json("Ayu", &["tasks"]);
    let task = &tasks[0];
    assert_eq!((&task["title"], &task["state"]), (&"Sign the contract".into(), &"open".into()));
    assert_eq!((&task["due"], &task["leads"][0]), (&"2026-11-20".into(), &"Ayu".into()));
    assert_eq!(task["blockers"][0]["what"], "the VAT number");
    assert!(task["findings"].is_null() && task["claims"][0]["lease"].is_string());
    let page = home.json("Ayu", &["show", &handle]);
    assert_eq!(page["history"].as_array().unwrap().len(), 3);
    assert!(page["findings"].is_array());
    for args in [&["who"][..], &["roles"], &["goals"], &["findings"], &["log"], &["search", "sign"]] {
        assert!(home.json("Ayu", args).is_array(), "{args:?}");
    }
    for args in
        [&[][..], &["mine"], &["next"], &["me"], &["doctor"], &["doctor", "--rebuild"], &["demo"], &["undo"]]
    {
        assert!(home.json("Ayu", args).is_object(), "{args:?}");
    }
    home.json("Ayu", &["me", "--limit", "2"]);
    assert_eq!(home.json("Ayu", &["who"])[0]["limit"].as_i64(), Some(2));
    assert!(home.json("Ayu", &["who"])[1]["limit"].is_null(), "another's limit is their own affair");
    for (status, args) in
        [(1, &["claim", "zzz"][..]), (2, &["add", "x", "--due", "12/12"]), (2, &["frobnicate"])]
    {
        let args: Vec<&str> = args.iter().copied().chain(["--json"]).collect();
        let said = home.run("Ayu", &args, "");
        assert_eq!((said.status, said.out.as_str()), (status, ""), "{args:?}");
        let error: Value = serde_json::from_str(&said.err).unwrap();
        assert!(error["error"]["message"].is_string() && error["error"]["kind"].is_string(), "{error}");
    }
}

#[test]
fn an_export_comes_back_whole() {
    let mut home = Home::with_team();
    home.ok("Ayu", &["add", "Sign the contract", "--notes", "two\nlines", "--tag", "legal"], "");
    let task = home.handles[0].1.clone();
    home.ok("Budi", &["claim", &task], "");
    home.ok("Budi", &["block", &task, "the bank", "--on-other", "the bank"], "");
    home.ok("Ayu", &["export", "json", "--out", "board.json"], "");
    let out = fs::read_to_string(home.path("board.json")).unwrap();
    assert_eq!(home.ok("", &["export"], ""), out);
    home.ok("", &["--board", "other.db", "start", "Other", "--name", "Ayu"], "");
    home.ok("Ayu", &["--board", "other.db", "import", "board.json"], "");
    // Ayu is the same person on both boards: two of one name could not be told apart any more.
    assert_eq!(home.json("Ayu", &["--board", "other.db", "who"]).as_array().unwrap().len(), 2);
    let there = home.json("Ayu", &["--board", "other.db", "tasks"]);
    let tasks = home.json("Ayu", &["tasks"]);
    assert_eq!(there, tasks);
    let again = home.ok("Ayu", &["--board", "other.db", "import", "board.json"], "");
    assert!(again.contains("Brought in 0 tasks"), "{again}");
    home.ok("", &["backup", "copy.db"], "");
    assert_eq!(home.json("Ayu", &["--board", "copy.db", "tasks"]), tasks);
}

#[test]
fn nobody_acts_until_it_is_known_who() {
    let mut home = Home::with_team();
    fs::remove_dir_all(home.path(".config")).unwrap();
    home.ok("", &["tasks"], "");
    let err = home.refused(1, "", &["add", "x"]);
    assert!(err.contains("who you are") && err.contains("setara join"), "{err}");
    home.ok("", &["join", "Budi", "Santoso"], "");
    home.ok("", &["add", "x"], "");
    assert!(home.ok("", &["log", "--limit", "1"], "").contains("Budi Santoso added"));
}

#[test]
fn a_read_only_board_can_be_read() {
    use std::os::unix::fs::PermissionsExt;
    let mut home = Home::with_team();
    home.ok("Ayu", &["add", "x"], "");
    fs::create_dir(home.path("locked")).unwrap();
    home.ok("", &["backup", "locked/board.db"], "");
    fs::set_permissions(home.path("locked/board.db"), fs::Permissions::from_mode(0o444)).unwrap();
    fs::set_permissions(home.path("locked"), fs::Permissions::from_mode(0o555)).unwrap();
    home.ok("", &["--board", "locked/board.db", "tasks"], "");
    // Whoever may do everything (root in a container) is not stopped by a mode.
    let said = home.run("Ayu", &["--board", "locked/board.db", "add", "y"], "");
    assert!(said.status == 0 || said.err.contains("can be read but not written"), "{}", said.err);
    fs::set_permissions(home.path("locked"), fs::Permissions::from_mode(0o755)).unwrap();
}

#[test]
fn a_reader_that_has_enough_is_no_failure() {
    let mut home = Home::with_team();
    for n in 0..40 {
        home.ok("Ayu", &["add", &format!("{n} {}", "long ".repeat(1500))], "");
    }
    let mut command = std::process::Command::new("sh");
    let script = format!("{} tasks | head -c 20; exit 0", env!("CARGO_BIN_EXE_setara"));
    command.env("HOME", home.folder.path()).args(["-c", &script]);
    let output = command.output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    let full = std::process::Command::new("sh")
        .env("HOME", home.folder.path())
        .args(["-c", &format!("{} tasks > /dev/full", env!("CARGO_BIN_EXE_setara"))])
        .output()
        .unwrap();
    assert_eq!(full.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&full.stderr).contains("No space left"), "{full:?}");
}

#[test]
fn a_shell_completes_handles_from_the_board() {
    let mut home = Home::with_team();
    home.ok("Ayu", &["add", "Sign the contract"], "");
    let task = home.handles[0].1.clone();
    let mut offered = |words: &[&str]| {
        let mut args = vec!["--", "setara"];
        args.extend(words);
        let mut command = home.command("", &args);
        command.env("SETARA_COMPLETE", "fish");
        String::from_utf8(command.output().unwrap().stdout).unwrap()
    };
    assert!(offered(&["claim", ""]).contains(&format!("{task}\tSign the contract")));
    assert!(offered(&["offer", &task, "B"]).contains("Budi"));
    assert!(offered(&["give-b"]).contains("give-back"));
    assert_eq!(offered(&["claim", "zzz"]), "");
}

#[test]
fn a_board_of_a_newer_version_can_be_read() {
    let mut home = Home::with_team();
    home.ok("Ayu", &["add", "Sign the contract"], "");
    home.ok("", &["backup", "newer.db"], "");
    let file = rusqlite::Connection::open(home.path("newer.db")).unwrap();
    file.pragma_update(None, "user_version", 99).unwrap();
    drop(file);
    assert!(home.ok("", &["--board", "newer.db", "tasks"], "").contains("Sign the contract"));
    let err = home.refused(1, "Ayu", &["--board", "newer.db", "add", "x"]);
    assert!(err.contains("newer Setara (its version 99)") && err.contains("upgrade"), "{err}");
}

#[test]
fn the_doctor_sees_a_line_that_was_changed() {
    let mut home = Home::with_team();
    home.ok("Ayu", &["add", "Sign the contract"], "");
    let board = home.path(".local/share/setara/board.db");
    let file = rusqlite::Connection::open(board).unwrap();
    file.execute("UPDATE task SET title = 'Something else'", []).unwrap();
    drop(file);
    assert!(home.ok("", &["doctor"], "").contains("All is well."));
    assert!(home.ok("", &["doctor", "--rebuild"], "").contains("Made anew from the journal: task"));
    assert!(home.ok("", &["doctor", "--rebuild"], "").contains("All tables are equal"));
    assert!(home.ok("", &["tasks"], "").contains("Sign the contract"));
}

#[test]
fn every_shell_gets_its_script() {
    let mut home = Home::new();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        assert!(home.ok("", &["completions", shell, "--static"], "").contains("give-back"), "{shell}");
        assert!(home.ok("", &["completions", shell], "").contains("SETARA_COMPLETE"), "{shell}");
    }
    assert!(home.ok("", &["--help"], "").contains("take-over"));
    assert!(home.ok("", &["--version"], "").starts_with("setara "));
}
