//! Whatever cannot be done is one clear line, and changes nothing.

use std::fs;

use super::TRELLO;
use super::home::Home;

#[test]
fn bad_words_are_one_clear_line() {
    let mut home = Home::with_team();
    home.ok("Ayu", &["add", "Sign the contract"], "");
    let task = home.handles[0].1.clone();
    home.ok("Budi", &["claim", &task], "");
    let task = task.as_str();
    let long = "x".repeat(101);
    for (status, args, says) in [
        (1, &["claim", "zzz"][..], "no task matches \"zzz\""),
        (1, &["claim", ""], "no task matches"),
        (1, &["claim", task], "Budi leads"),
        (1, &["give-back", task], "Budi leads"),
        (1, &["offer", task, "Nobody"], "nobody here is called"),
        (1, &["add", ""], "the title is empty"),
        (1, &["add", "  \u{3000} "], "the title is empty"),
        (1, &["add", "\u{200b}\u{202e}"], "the title is empty"),
        (1, &["edit", task, "--title", ""], "try: a few words"),
        (1, &["join", "\u{200b}"], "the name is empty"),
        (1, &["join", &long], "longer than 100 characters"),
        (1, &["me", "--name", ""], "the name is empty"),
        (1, &["role", "add", ""], "the name is empty"),
        (2, &["goal", "add", "x", "--target", "1,000"], "\"1,000\" may be 1000, or 1.0000"),
        (2, &["goal", "add", "x", "--target", "-25.000"], "may be -25000"),
        (1, &["away", "--from", "2027-12-10", "--until", "2027-12-01"], "comes before the first"),
        (1, &["drop", task, ""], "no words"),
        (1, &["show", "zzz"], "nothing is called"),
        (1, &["take-over", task, "mine"], "not quiet"),
        (1, &["--as", "Nobody", "tasks"], "nobody here is called"),
        (1, &["settle", "O1:zzz", "fine", "why"], "no finding"),
        (1, &["tasks", "--state", "blocked"], "no state is called \"blocked\": there are open, doing"),
        (1, &["import", "nowhere.json"], "No such file"),
        (1, &["export", "--out", "no/such/folder.json"], "No such file"),
        (1, &["backup", "no/such/folder.db"], "try: setara backup another-name.db"),
        (2, &["add", "x", "--due", "12/12"], "is not a day"),
        (2, &["park", task, "someday"], "is not a day"),
        (2, &["goal", "reading", "x", "many"], "no goal matches"),
    ] {
        let status = if says.starts_with("no goal") { 1 } else { status };
        let err = home.refused(status, "Ayu", args);
        assert!(err.contains(says), "{args:?}: {err}");
    }
    for (args, says, hint) in [
        (&["frobnicate"][..], "unrecognized subcommand 'frobnicate'", "setara --help"),
        (&["clam", task], "unrecognized subcommand 'clam'", "setara claim --help"),
        (&["claim"], "<TASK> is missing", "setara claim --help"),
        (&["role", "take"], "<ROLE> is missing", "setara role take --help"),
        (&["take-over"], "<TASK>, <NOTE> are missing", "setara take-over --help"),
        (&["tasks", "--\u{202e}"], "unexpected argument", "setara tasks --help"),
        (&["rank", task], "<--top|--end|", "setara rank --help"),
    ] {
        let err = home.refused(2, "Ayu", args);
        assert!(err.contains(says) && err.ends_with(&format!("try: {hint}\n")), "{args:?}: {err}");
        assert!(err.lines().count() == 2 && harmless(&err), "{args:?}: {err:?}");
    }
}

#[test]
fn a_fault_in_a_query_is_pointed_at() {
    let mut home = Home::with_team();
    home.ok("Ayu", &["add", "Sign the contract"], "");
    for (args, told) in [
        (
            &["tasks", "sign", "led:me"][..],
            "setara: there is no key \"led:\"\n  sign led:me\n       ^^^^\ndid you mean lead:? in quotes \"led:\" is a word\n",
        ),
        (
            &["tasks", "goal:no such", "sign"],
            "setara: no goal matches \"no such\"\n  goal:\"no such\" sign\n       ^^^^^^^^^\n",
        ),
        (
            &["mine", "is:blokked"],
            "setara: is: does not take \"blokked\"\n  is:blokked\n     ^^^^^^^\ntry is:blocked\n",
        ),
        (&["next", "due:<soon"], "setara: \"soon\" is not a day\n  due:<soon\n       ^^^^\n"),
    ] {
        let said = home.run("Ayu", args, "");
        assert!(said.status == 2 && said.err.starts_with(told), "{args:?}: {}", said.err);
    }
    assert!(
        home.ok("Ayu", &["tasks", "-is:blocked", "state:open", "sign"], "").contains("Sign the contract")
    );
    assert!(home.ok("Ayu", &["tasks", "--group", "lead"], "").starts_with("nobody's yet 1\n"));
    assert!(home.ok("Ayu", &["tasks", "--saved", "nobody"], "").contains("Sign the contract"));
    let error = home.refused(1, "Ayu", &["tasks", "--saved", "zzz"]);
    assert!(error.contains("mine, nobody's, blocked"), "{error}");
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
fn a_lead_that_was_offered_to_two_is_taken_back_from_both() {
    let mut home = Home::with_team();
    home.ok("", &["join", "Citra"], "");
    home.ok("Ayu", &["add", "Sign the contract", "--claim"], "");
    let task = home.handles[0].1.clone();
    for who in ["Budi", "Citra"] {
        home.ok("Ayu", &["offer", &task, who], "");
    }
    home.ok("Ayu", &["withdraw", &task], "");
    let err = home.refused(1, "Ayu", &["withdraw", &task]);
    assert!(err.contains("no open offer"), "{err}");
    home.ok("Ayu", &["offer", &task, "Citra"], "");
}

#[test]
fn one_long_title_pushes_no_other_row_away() {
    let mut home = Home::with_team();
    home.ok("Ayu", &["add", &"long ".repeat(60)], "");
    home.ok("Ayu", &["add", "short"], "");
    let rows = home.ok("", &["tasks"], "");
    let widths: Vec<usize> = rows.lines().map(str::len).collect();
    assert!(widths[0] > 300 && widths[1] < 140, "{rows}");
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
    let red = home.ok("Ayu", &["add", "c1 \u{9b}31m \u{7f}"], "");
    assert!(harmless(&red), "{red:?}");
    for args in [&["tasks", "--json"][..], &["who", "--json"], &["export"], &["export", "csv"]] {
        let said = home.ok("Ayu", args, "");
        assert!(harmless(&said), "{args:?}: {said:?}");
    }
    assert_eq!(home.json("Ayu", &["tasks"])[1]["title"], "c1 \u{9b}31m \u{7f}");
    let piped = home.ok("Ayu", &["add", "-"], "A title\n\nand notes\nof two lines\n");
    assert!(piped.ends_with(": A title\n"), "{piped}");
    let tasks = home.json("Ayu", &["tasks"]);
    assert_eq!(tasks[2]["notes"], "and notes\nof two lines");
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
    home.ok("", &["backup", "whole.db"], "");
    fs::write(home.path("cut.db"), &fs::read(home.path("whole.db")).unwrap()[..100_000]).unwrap();
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
        (&["import", "letter.json"], "it reads boards of Trello"),
        (&["--board", "cut.db", "doctor"], "try: setara --board copy.db"),
        (&["--board", "/dev/zero", "tasks"], "is not a Setara board"),
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
    home.ok("", &["backup", "copy.db"], "");
    home.ok("", &["--board", "locked/board.db", "restore", "copy.db"], "");
    fs::set_permissions(home.path("locked/board.db"), fs::Permissions::from_mode(0o444)).unwrap();
    fs::set_permissions(home.path("locked"), fs::Permissions::from_mode(0o555)).unwrap();
    home.ok("", &["--board", "locked/board.db", "tasks"], "");
    // Whoever may do everything (root in a container) is not stopped by a mode.
    let said = home.run("Ayu", &["--board", "locked/board.db", "add", "y"], "");
    assert!(said.status == 0 || said.err.contains("can be read but not written"), "{}", said.err);
    fs::set_permissions(home.path("locked"), fs::Permissions::from_mode(0o755)).unwrap();
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
fn who_has_left_is_not_asked_and_others_are_named() {
    let mut home = Home::with_team();
    home.ok("", &["join", "Citra"], "");
    home.ok("Ayu", &["add", "Sign the contract"], "");
    let task = home.handles[0].1.clone();
    home.ok("Budi", &["leave"], "");
    let block = ["block", &task, "the key", "--on", "Budi"];
    let hint = format!("try: setara block {task} \"what stops it\" --on \"Citra\"\n");
    let said = home.refused(1, "Ayu", &block);
    assert_eq!(said, format!("setara: Budi has left the team; Citra could be asked\n{hint}"));
    home.ok("", &["join", "Dewi"], "");
    home.ok("Dewi", &["claim", &task], "");
    let said = home.refused(1, "Ayu", &block);
    assert!(said.contains("Dewi could be asked"), "its lead: {said}");
    let role = home.ok("Citra", &["role", "add", "Shed"], "");
    assert!(role.contains("Shed"), "{role}");
    home.ok("Citra", &["role", "take", "Shed"], "");
    home.ok("Dewi", &["edit", &task, "--role", "Shed"], "");
    let said = home.refused(1, "Dewi", &block);
    assert!(said.contains("Citra could be asked"), "who holds its role: {said}");
}

/// A script that says again what is so already has done nothing wrong.
#[test]
fn what_is_so_already_is_no_failure() {
    let mut home = Home::with_team();
    home.story(
        r#"Ayu: $ setara add "Sign the contract" --due fri --claim
        Ayu: $ setara role add Treasurer
        Ayu: $ setara role take Treasurer
        Ayu: $ setara add "Load the shop list"
        Ayu: $ setara done {Load}
        Ayu: $ setara goal add "Open the store"
        Ayu: $ setara goal met Open"#,
    );
    for (who, typed, says) in [
        ("Ayu", "edit {Sign} --due fri", "it stands so already, and nothing was changed"),
        ("Ayu", "rank {Sign} --after {Sign}", "it stands so already"),
        ("Ayu", "away --back", "it stands so already"),
        ("Ayu", "claim {Sign}", "you lead {Sign} already"),
        ("Ayu", "move {Sign} open", "{Sign} is marked open already"),
        ("Budi", "done {Load}", "{Load} is marked done already"),
        ("Ayu", "role take Treasurer", "you hold the role Treasurer already"),
        ("Ayu", "goal met Open", "the goal stands so already"),
        ("Ayu", "terms lease 7", "lease stands so already"),
    ] {
        let (typed, says) = (home.filled(typed), home.filled(says));
        let words: Vec<&str> = typed.split(' ').collect();
        let before = home.records();
        let out = home.ok(who, &words, "");
        assert!(out.contains(&says), "{typed}: {out}");
        assert_eq!(home.records(), before, "{typed}");
        let out = home.ok(who, &[&["--json"], words.as_slice()].concat(), "");
        assert!(out.starts_with("{\n  \"sentence\": \""), "{typed}: {out}");
    }
}

#[test]
fn a_word_of_one_title_finds_the_task_and_of_two_lists_them() {
    let mut home = Home::with_team();
    for title in ["Tanda tangani kontrak", "Load the shop list", "Print the list", "Contract of the shop"] {
        home.ok("Ayu", &["add", title, "--tag", "kontrak-2"], "");
    }
    let handles: Vec<String> = home.handles.iter().map(|(_, handle)| handle.clone()).collect();
    let out = home.ok("Ayu", &["claim", "KONTRAK"], "");
    assert_eq!(out, format!("Ayu claimed {} (Tanda tangani kontrak)\n", handles[0]));
    let out = home.ok("Ayu", &["move", "kontrak", "doing"], "");
    assert_eq!(out, format!("Ayu moved {} (Tanda tangani kontrak) to doing\n", handles[0]));
    let err = home.refused(1, "Ayu", &["claim", "list"]);
    assert!(
        err.contains("\"list\" may be ") && err.contains(&handles[1]) && err.contains(&handles[2]),
        "{err}"
    );
    assert!(err.contains("Load the shop list") && !err.contains("kontrak"), "{err}");
    assert!(home.ok("Ayu", &["claim", "list shop"], "").contains(&handles[1]));
    // Only whole words, and only of titles.
    assert!(home.refused(1, "Ayu", &["done", "kontra"]).contains("no task matches"));
    assert!(home.refused(1, "Ayu", &["done", "2"]).contains("no task matches"));
    home.ok("Ayu", &["done", "kontrak"], "");
    assert!(home.ok("Ayu", &["show", "kontrak"], "").contains("Tanda tangani kontrak"));
}

/// What is refused on a board where much has happened; `{Sign}` and the like stand for handles.
const REFUSED: &[(&str, &str)] = &[
    ("Ayu", "claim {Sign}"),
    ("Ayu", "renew {Sign}"),
    ("Ayu", "give-back {Sign}"),
    ("Ayu", "offer {Sign} Citra"),
    ("Ayu", "take-over {Sign} mine"),
    ("Ayu", "withdraw {Sign}"),
    ("Ayu", "asked {Switch}"),
    ("Ayu", "promise {Switch} fri"),
    ("Ayu", "clear {Switch}"),
    ("Ayu", "clear {Switch} --withdraw"),
    ("Ayu", "asked {Switch} --which 5"),
    ("Ayu", "promise {Switch} +2w --which 0"),
    ("Ayu", "block {Switch} --on-task {Switch}"),
    ("Ayu", "block {Open} the key --on Zainab"),
    ("Ayu", "block {Open} the key --on-task zzz"),
    ("Ayu", "offer {Switch} Ayu"),
    ("Ayu", "offer {Switch} Citra"),
    ("Ayu", "offer {Switch} Zainab"),
    ("Ayu", "thank Ayu well"),
    ("Ayu", "claim {Load}"),
    ("Ayu", "asked {Open}"),
    ("Ayu", "accept {Open}"),
    ("Ayu", "offer {Open} Budi"),
    ("Ayu", "renew {Open}"),
    ("Ayu", "claim zzz"),
    ("Ayu", "show zzz"),
    ("Ayu", "add Sell --goal zzz"),
    ("Ayu", "add Sell --role zzz"),
    ("Ayu", "settle O1:{Open} fine why"),
    ("Ayu", "move {Open} dropped"),
    ("Ayu", "tasks --state blocked"),
    ("Budi", "role put-down Treasurer"),
    ("Ayu", "role take Bookkeeper"),
    ("Ayu", "undo"),
    ("Ayu", "redo"),
    ("Ayu", "me --name Budi"),
    ("Ayu", "me --limit 0"),
    ("Ayu", "terms lease 500"),
    ("Ayu", "terms doing open"),
    ("Ayu", "terms zzz 3"),
    ("Ayu", "away --from fri --until 2026-11-19"),
    ("Ayu", "edit {Load} --tick 3"),
    ("", "--as Zainab tasks"),
    ("Ayu", "start Other --name Ayu"),
    ("Ayu", "backup .local/share/setara/board.db"),
    ("Ayu", "export --out .local/share/setara/board.db"),
    ("Ayu", "tasks --saved zzz"),
    ("Ayu", "assign {Switch} Budi"),
    ("Ayu", "assign {Open} Budi"),
    ("Ayu", "assign {Open}"),
    ("Ayu", "assign"),
    ("Ayu", "rm {Open}"),
    ("Ayu", "rm Treasurer"),
    ("Ayu", "delete"),
    ("Ayu", "start {Open}"),
];

/// A hint that leads nowhere, or away from what one was about, is worse than none.
#[test]
fn every_hint_can_be_typed_and_fits_the_verb() {
    let mut home = Home::with_team();
    home.story(
        r#"$ setara join Citra
        Budi: $ setara add "Sign the contract" --claim
        Ayu: $ setara add "Switch on payments" --claim
        Ayu: $ setara block {Switch} "the VAT number" --on Budi
        Ayu: $ setara block {Switch} "the key"
        Ayu: $ setara add "Load the shop list"
        Ayu: $ setara done {Load}
        Ayu: $ setara role add Treasurer
        Ayu: $ setara role take Treasurer
        Ayu: $ setara role add Bookkeeper
        Ayu: $ setara role edit Bookkeeper --state retired
        Citra: $ setara leave
        Ayu: $ setara add "Open the door"
        Budi: $ setara remark {Open} "which one?""#,
    );
    for (who, typed) in REFUSED {
        let typed = home.filled(typed);
        let words: Vec<&str> = typed.split(' ').collect();
        let said = home.run(who, &words, "");
        assert!([1, 2].contains(&said.status), "{who}: {typed}: {}{}", said.out, said.err);
        let Some((_, hint)) = said.err.trim_end().split_once("\ntry: ") else {
            panic!("{typed} says no way out: {}", said.err)
        };
        // An example of what to write is in quotes, or what an option takes; it is no command.
        for command in hint.split(", or ").filter_map(|command| command.strip_prefix("setara ")) {
            let mut copy = home.copy();
            let words = super::home::split(command);
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            let then = copy.run(who, &words, "");
            assert_eq!(then.status, 0, "{typed}: {hint}: {}", then.err);
            let (verb, other) = (typed.split(' ').next().unwrap(), words[0]);
            let steps = ["asked", "promise", "clear"];
            assert!(!(steps.contains(&verb) && steps.contains(&other)) || verb == other, "{typed}: {hint}");
        }
    }
}

#[test]
fn what_was_built_on_is_named_and_so_is_what_built_on_it() {
    let mut home = Home::with_team();
    home.ok("Ayu", &["add", "Open the door"], "");
    let task = home.handles[0].1.clone();
    home.ok("Budi", &["claim", &task], "");
    let err = home.refused(1, "Ayu", &["undo"]);
    let says = format!(
        "others built on \"Ayu added {task}: Open the door\": Budi claimed it\ntry: setara log --on {task}\n"
    );
    assert!(err.ends_with(&says), "{err}");
}
