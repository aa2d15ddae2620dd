//! For other programs: JSON, exports, pipes, shells, and the file itself.

use std::fs;

use serde_json::Value;
use setara::store::{Keyring, Store};

use super::home::Home;

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

/// A board where two moments are known to nobody: since when Dewi leads more than her limit, and when Eka was asked.
const AGELESS: &str = r#"{"format": "setara-board", "version": 1,
    "members": [{"key": "dewi", "name": "Dewi", "limit": 0}, {"key": "eka", "name": "Eka"}],
    "tasks": [
        {"key": "a", "title": "Sign the contract", "state": "doing", "claims": [{"member": "dewi", "part": "lead"}]},
        {"key": "b", "title": "Move the shop list", "state": "open", "blockers": [
            {"what": "the key", "on": {"member": "eka"}, "promised": "2026-11-02"}]}]}"#;

#[test]
fn nothing_is_as_old_as_the_clock() {
    let mut home = Home::with_team();
    fs::write(home.path("board.json"), AGELESS).unwrap();
    home.ok("Ayu", &["import", "board.json"], "");
    let found = home.ok("Ayu", &["findings"], "");
    assert!(found.contains("L1:") && found.contains("S4:"), "{found}");
    for args in [&["findings"][..], &[], &["export", "json"]] {
        for args in [args.to_vec(), [args, &["--json"]].concat()] {
            let said = home.run("Ayu", &args, "");
            assert!(!said.out.contains("1970") && !said.out.contains("56 y"), "{args:?}: {}", said.out);
        }
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
fn the_doctor_sees_a_line_that_was_changed() {
    let mut home = Home::with_team();
    home.ok("Ayu", &["add", "Sign the contract"], "");
    let board = home.path(".local/share/setara/board.db");
    let file = rusqlite::Connection::open(board).unwrap();
    file.execute("UPDATE task SET title = 'Something else'", []).unwrap();
    drop(file);
    let said = home.run("", &["doctor"], "");
    assert_eq!(said.status, 1);
    assert!(said.out.contains("not what the journal says: task"), "{}", said.out);
    assert!(said.err.contains("try: setara doctor --repair"), "{}", said.err);
    assert!(home.ok("", &["doctor", "--rebuild"], "").contains("Made anew from the journal: task"));
    assert!(home.ok("", &["doctor", "--rebuild"], "").contains("All tables are equal"));
    assert!(home.ok("", &["doctor"], "").contains("All is well."));
    assert!(home.ok("", &["tasks"], "").contains("Sign the contract"));
}

/// Two processes that draw from one seed at one time draw the same ids, and still make two of everything.
#[test]
fn what_is_added_twice_from_one_seed_is_two_things() {
    let mut home = Home::with_team();
    let imported = r#"{"name": "Shop", "lists": [{"id": "l1", "name": "To do", "pos": 1}], "members": [],
        "cards": [{"id": "5e0be1000000000000000001", "name": "Print the flyers", "idList": "l1", "pos": 1}],
        "actions": []}"#;
    fs::write(home.path("shop.json"), imported).unwrap();
    let mut typed = |who: &str, args: &[&str]| {
        let output = home.command(who, args).env("SETARA_SEED", "one").output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    for args in [
        &["add", "Sign the contract"][..],
        &["add", "Paint the door"],
        &["role", "add", "Treasurer"],
        &["goal", "add", "Open the store"],
        &["import", "shop.json"],
        &["join", "Citra"],
    ] {
        typed("Ayu", args);
    }
    let count = |text: String| serde_json::from_str::<Value>(&text).unwrap().as_array().unwrap().len();
    assert_eq!(count(typed("Ayu", &["tasks", "--json"])), 3);
    assert_eq!(count(typed("Ayu", &["roles", "--json"])), 1);
    assert_eq!(count(typed("Ayu", &["goals", "--json"])), 1);
    assert_eq!(count(typed("Ayu", &["who", "--json"])), 3);
    typed("Ayu", &["doctor", "--rebuild"]);
}

/// A key that is drawn from a seed is everybody's who knows the seed.
#[test]
fn two_boards_of_one_seed_are_written_under_two_keys() {
    let mut home = Home::new();
    let replicas = ["one.db", "two.db"].map(|board| {
        let start = ["--board", board, "start", "Warung Kode", "--name", "Ayu"];
        let output = home.command("", &start).env("SETARA_SEED", "one").output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
        let nobodys = Keyring::nowhere(|| [0; 32]);
        let board = Store::open(&home.path(board), &nobodys).unwrap();
        board.journal(None, 1).unwrap()[0].record.replica
    });
    assert_ne!(replicas[0], replicas[1]);
}

#[test]
fn a_damaged_line_is_said_and_set_aside_and_a_backup_brings_it_back() {
    let mut home = Home::with_team();
    home.ok("Ayu", &["add", "Sign the contract"], "");
    home.ok("Ayu", &["add", "Paint the door"], "");
    let records = home.records();
    home.ok("", &["backup", "copy.db"], "");
    let board = home.path(".local/share/setara/board.db");
    let file = rusqlite::Connection::open(board).unwrap();
    file.execute("UPDATE journal SET line = replace(line, 'Paint', 'Point') WHERE kind = 'task.added'", [])
        .unwrap();
    drop(file);
    // What can be read is told, and that not all of it was.
    let said = home.run("", &["log"], "");
    assert!(said.out.contains("Sign the contract") && !said.out.contains("Point"), "{}", said.out);
    assert!(said.err.contains("1 record of the journal cannot be read"), "{}", said.err);
    let said = home.run("", &["doctor"], "");
    assert!(said.out.contains(&format!("record {records} is damaged")), "{}", said.out);
    assert!(said.err.contains("try: setara doctor --repair"), "{}", said.err);
    let said = home.run("", &["doctor", "--repair"], "");
    assert_eq!(said.status, 1);
    for sentence in [
        format!("{} records are in place, 0 of them or their seals mended.", records - 1),
        format!(" up to {}", records - 1),
        "1 record is set aside".to_owned(),
        "The board is kept as it was in".to_owned(),
    ] {
        assert!(said.out.contains(&sentence), "{sentence}: {}", said.out);
    }
    assert!(said.err.contains("try: setara restore FILE"), "{}", said.err);
    home.ok("Ayu", &["add", "Go on"], "");
    assert!(home.ok("", &["restore", "copy.db"], "").contains("The board that was there is kept in"));
    assert!(home.ok("", &["tasks"], "").contains("Paint the door"));
    assert!(home.ok("", &["doctor"], "").contains("All is well."));
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

#[test]
fn help_explains_commands_and_topics() {
    let mut home = Home::new();
    let all = home.ok("", &["help"], "");
    assert!(all.contains("\n  help filters ") && all.contains("\n  take-over "), "{all}");
    assert!(home.ok("", &["help", "add"], "").contains("setara add [OPTIONS]"));
    assert!(home.ok("", &["help", "role", "add"], "").contains("setara role add [OPTIONS]"));
    let filters = home.ok("", &["help", "filters"], "");
    assert!(filters.starts_with("Filters\n\n  ") && filters.contains("\n  lead:me "), "{filters}");
    assert!(home.ok("", &["--lang", "id", "help", "saringan"], "").starts_with("Saringan\n\n  "));
    // What is a command and a topic is told as both.
    let both = home.ok("", &["help", "findings"], "");
    let (command, topic) = both.split_once("\n\nWhat the board finds\n").unwrap();
    assert!(command.contains("setara findings [OPTIONS]") && topic.contains("\n  O1 "), "{both}");
    let said = home.run("", &["help", "fiters"], "");
    assert_eq!((said.status, said.out.as_str()), (2, ""));
    assert!(said.err.contains(r#"no command and no topic "fiters""#), "{}", said.err);
    assert!(said.err.contains("sharing, privacy\ntry: setara help filters\n"), "{}", said.err);
    let mut complete = home.command("", &["--", "setara", "help", "fi"]);
    let offered = complete.env("SETARA_COMPLETE", "fish").output().unwrap().stdout;
    let offered = String::from_utf8_lossy(&offered);
    let names: Vec<&str> = offered.lines().filter_map(|line| line.split('\t').next()).collect();
    assert_eq!(names, ["filters", "findings", "figures", "files"], "{offered}");
}

#[test]
fn pages_for_man_are_written_over_older_ones() {
    let mut home = Home::new();
    for _ in 0..2 {
        assert!(home.ok("", &["man", "--out", "pages"], "").contains("pages are in pages"));
    }
    let page = fs::read_to_string(home.path("pages/setara-role-add.1")).unwrap();
    assert!(page.contains(r"\fBsetara role add\fR"), "{page}");
    assert!(home.ok("", &["man", "claim"], "").contains(r"\fBsetara claim\fR"));
    let said = home.run("", &["man", "clam"], "");
    assert_eq!(said.status, 2);
    assert!(said.err.ends_with("try: setara help claim\n"), "{}", said.err);
}

#[test]
fn to_add_and_claim_is_one_action_said_in_one_sentence_and_taken_back_at_once() {
    let mut home = Home::with_team();
    let done = home.json("Ayu", &["add", "Sign the contract", "--claim"]);
    let sentence = done["sentence"].as_str().unwrap();
    assert!(sentence.contains("added") && sentence.contains("claimed"), "{sentence}");
    assert_eq!(home.json("Ayu", &["tasks"])[0]["leads"][0], "Ayu");
    home.ok("Ayu", &["undo"], "");
    assert_eq!(home.json("Ayu", &["tasks"]).as_array().map(Vec::len), Some(0));
}

#[test]
fn what_another_program_reads_is_all_of_it() {
    let mut home = Home::with_team();
    let cards = (0..230).map(|n| {
        format!(r#"{{"id": "5e0be10000000000000{n:05}", "name": "Card {n}", "idList": "l1", "pos": {n}}}"#)
    });
    let cards = cards.collect::<Vec<_>>().join(", ");
    let board = format!(
        r#"{{"name": "Shop", "lists": [{{"id": "l1", "name": "To do", "pos": 1}}], "members": [], "cards": [{cards}], "actions": []}}"#
    );
    fs::write(home.path("many.json"), board).unwrap();
    home.ok("Ayu", &["import", "many.json"], "");
    let board = home.json("Ayu", &[]);
    assert_eq!(board["tasks"].as_array().unwrap().len(), 230);
    for part in ["blockers", "waits", "clarity", "findings"] {
        assert!(board[part].is_array(), "{part}");
    }
    let log = home.json("Ayu", &["log"]);
    let import = &log[0];
    assert_eq!(
        (&import["sentence"], &import["subject"]),
        (&"Ayu brought in 230 tasks from many.json (Trello)".into(), &Value::Null)
    );
    assert!(import["records"] == 230 && log.as_array().unwrap().len() < 10, "{log}");
    let each = home.json("Ayu", &["log", "--each"]);
    assert!(each.as_array().unwrap().len() > 230, "the log is cut");
    assert!(
        each.as_array()
            .unwrap()
            .iter()
            .all(|entry| entry["records"] == 1 && entry["subject"]["key"].is_string())
    );
    let log = home.ok("Ayu", &["log"], "");
    assert!(
        log.contains("  Ayu brought in 230 tasks from many.json (Trello)\n") && log.lines().count() < 10,
        "{log}"
    );
    assert!(home.ok("Ayu", &["log", "--each"], "").lines().count() > 230);
    assert_eq!(home.json("Ayu", &["log", "-n", "3"]).as_array().unwrap().len(), 3);
    // One thing has one value, wherever it is said.
    let (me, mine) = (home.json("Ayu", &["me"]), home.json("Ayu", &["mine"]));
    assert_eq!((me["limit"].as_i64(), mine["limit"].as_i64()), (Some(3), Some(3)));
    assert_eq!(home.json("Ayu", &["who"])[0]["limit"].as_i64(), Some(3));
}

#[test]
fn what_is_found_says_how_it_stands_and_where_the_words_are() {
    let mut home = Home::with_team();
    home.ok(
        "Ayu",
        &["add", "Sign the contract", "--notes", "first\nask the tax office for the number", "--claim"],
        "",
    );
    home.ok("Ayu", &["add", "Menu cafe\u{301} \u{1f389}"], "");
    home.ok("Ayu", &["add", "Learn C++"], "");
    home.ok("Ayu", &["goal", "add", "Open the store"], "");
    let handle = home.handles[0].1.clone();
    let out = home.ok("", &["search", "tax", "contract"], "");
    assert_eq!(
        out,
        format!("task  {handle}  Sign the contract  open  Ayu  ask the tax office for the number\n")
    );
    // Where the words are is seen, without colours, too; and no title steers the terminal by it.
    let out = home.ok("", &["--color", "always", "search", "TAX", "contr"], "");
    let mark = |word: &str| format!("\u{1b}[1m\u{1b}[4m{word}\u{1b}[0m");
    assert!(out.contains(&format!("Sign the {}act", mark("contr"))), "{out:?}");
    assert!(out.contains("tax") && out.contains("\u{1b}[4mtax\u{1b}[0m"), "{out:?}");
    home.ok("Ayu", &["add", "evil \u{1b}[2Jred"], "");
    let out = home.ok("", &["--color", "always", "search", "evil", "red"], "");
    assert!(!out.contains("[2J") || out.contains("␛[2J"), "{out:?}");
    let hit = home.json("", &["search", "tax"])[0].clone();
    assert_eq!((&hit["state"], &hit["leads"][0]), (&"open".into(), &"Ayu".into()));
    assert_eq!(hit["excerpt"], "ask the tax office for the number");
    assert!(home.ok("", &["search", "store"], "").contains("active"));
    // Whatever the form in which it was written, and signs that say something.
    for word in ["caf\u{e9}", "CAFE\u{301}", "\u{1f389}"] {
        for verb in ["search", "tasks"] {
            let out = home.ok("", &[verb, word], "");
            assert!(out.contains("Menu") && out.lines().count() == 1, "{verb} {word}: {out}");
        }
    }
    for word in ["C++", "c++"] {
        let out = home.ok("", &["tasks", word], "");
        assert!(out.contains("Learn C++") && out.lines().count() == 1, "{word}: {out}");
    }
    assert_eq!(home.ok("", &["tasks", "C#"], ""), "No task is like that.\n");
    assert_eq!(home.ok("", &["tasks", "..."], ""), "No task is like that.\n");
}

#[test]
fn finished_work_that_nobody_led_says_who_ended_it() {
    let mut home = Home::with_team();
    for title in ["Sign the contract", "Paint the door"] {
        home.ok("Ayu", &["add", title], "");
    }
    home.ok("Budi", &["done", "Sign"], "");
    home.ok("Ayu", &["claim", "Paint"], "");
    home.ok("Ayu", &["done", "Paint"], "");
    fs::write(home.path("shop.json"), super::TRELLO).unwrap();
    home.ok("Ayu", &["import", "shop.json"], "");
    let handle = home.handles[0].1.clone();
    let list = home.ok("", &["tasks", "state:done"], "");
    assert!(list.contains(&format!("{handle}  Sign the contract  by Budi  done")), "{list}");
    // Its lead is named as before; of what an import knows as done it is not known who did it.
    assert!(list.contains("Paint the door     Ayu      done"), "{list}");
    assert!(list.contains("Call the market             done"), "{list}");
    let page = home.ok("", &["show", &handle], "");
    assert!(page.contains("\nended by   Budi\n"), "{page}");
    let page = home.ok("", &["--lang", "id", "show", &handle], "");
    assert!(page.contains("\ndiakhiri   Budi\n"), "{page}");
    let task = home.json("", &["show", &handle]);
    assert_eq!((&task["ended_by_name"], &task["leads"]), (&"Budi".into(), &Value::Array(Vec::new())));
    home.ok("Budi", &["undo"], "");
    assert!(home.ok("", &["show", &handle], "").contains("nobody"));
}
