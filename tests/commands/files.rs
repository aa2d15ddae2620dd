//! Files that are named, found and kept: nothing of others is harmed, and nothing hangs.

use std::fs;
use std::os::unix::fs::{PermissionsExt, chown, symlink};
use std::path::Path;
use std::process::{Command, Stdio};

use super::home::Home;

fn is_root() -> bool {
    use std::os::unix::fs::MetadataExt;
    fs::metadata("/proc/self").is_ok_and(|process| process.uid() == 0)
}

fn pipe(path: &Path) {
    assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
}

#[test]
fn an_export_replaces_nothing_unasked_and_never_the_board() {
    let mut home = Home::with_team();
    home.ok("Ayu", &["add", "Sign the contract"], "");
    home.ok("", &["backup", "board.db"], "");
    symlink("board.db", home.path("link.db")).unwrap();
    fs::hard_link(home.path("board.db"), home.path("other-name.db")).unwrap();
    // Beside the board lies what belongs to it.
    let names = |home: &Home| {
        let names = fs::read_dir(home.folder.path()).unwrap().map(|file| file.unwrap().file_name());
        names.filter(|name| !name.to_string_lossy().starts_with("board.db")).count()
    };
    let count = names(&home);
    for to in [
        "board.db",
        "./board.db",
        "link.db",
        "other-name.db",
        "board.db-wal",
        "board.db-shm",
        "board.db-lock",
    ] {
        for args in [
            &["--board", "board.db", "export", "--out", to, "--force"][..],
            &["--board", "board.db", "export", "csv", "--out", to],
            &["--board", "board.db", "backup", to],
        ] {
            let err = home.refused(1, "", args);
            assert!(err.contains("belongs to the board that is open"), "{args:?}: {err}");
        }
    }
    assert!(home.ok("", &["--board", "board.db", "tasks"], "").contains("Sign the contract"));
    fs::write(home.path("mine.md"), "mine").unwrap();
    fs::set_permissions(home.path("mine.md"), fs::Permissions::from_mode(0o640)).unwrap();
    symlink("mine.md", home.path("link.md")).unwrap();
    symlink("nowhere", home.path("loose.md")).unwrap();
    let err = home.refused(1, "", &["export", "md", "--out", "mine.md"]);
    assert!(err.contains("mine.md is there already") && err.contains("--force"), "{err}");
    for link in ["link.md", "loose.md"] {
        for args in [&["export", "md", "--out", link, "--force"][..], &["export", "md", "--out", link]] {
            assert!(home.refused(1, "", args).contains("is a link to"), "{args:?}");
        }
        assert!(home.refused(1, "", &["backup", link]).contains("is there already"));
    }
    assert_eq!(fs::read_to_string(home.path("mine.md")).unwrap(), "mine");
    home.ok("", &["export", "md", "--out", "mine.md", "--force"], "");
    assert!(fs::read_to_string(home.path("mine.md")).unwrap().contains("Sign the contract"));
    assert_eq!(fs::metadata(home.path("mine.md")).unwrap().permissions().mode() & 0o777, 0o640);
    assert!(!home.path("nowhere").exists());
    assert_eq!(names(&home), count + 3, "nothing is left beside");
    assert_eq!(home.ok("", &["export", "md", "--out", "/dev/null"], ""), "The board is in /dev/null\n");
}

#[test]
fn a_backup_that_fails_leaves_nothing_and_can_be_made_again() {
    let mut home = Home::with_team();
    home.ok("Ayu", &["add", "Sign the contract"], "");
    fs::create_dir(home.path("there")).unwrap();
    // What is written beyond a limit fails as on a full disk.
    let program = env!("CARGO_BIN_EXE_setara");
    let script = format!("ulimit -f 4; trap '' XFSZ; exec '{program}' backup there/copy.db");
    let mut shell = Command::new("sh");
    shell.arg("-c").arg(script).env_clear().env("HOME", home.folder.path()).current_dir(home.folder.path());
    let output = shell.output().unwrap();
    let err = String::from_utf8_lossy(&output.stderr);
    assert_eq!((output.status.code(), err.lines().count()), (Some(1), 2), "{err}");
    assert_eq!(fs::read_dir(home.path("there")).unwrap().count(), 0, "{err}");
    home.ok("", &["backup", "there/copy.db"], "");
    let names: Vec<_> =
        fs::read_dir(home.path("there")).unwrap().map(|file| file.unwrap().file_name()).collect();
    assert_eq!(names, ["copy.db"]);
    assert!(home.ok("", &["--board", "there/copy.db", "tasks"], "").contains("Sign the contract"));
}

#[test]
fn what_is_done_is_said_to_be_done_where_the_output_takes_nothing() {
    let mut home = Home::with_team();
    let mut run = |args: &[&str]| {
        let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let output = home.process("Ayu", args).stdout(full).stderr(Stdio::piped()).spawn().unwrap();
        let output = output.wait_with_output().unwrap();
        (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
    };
    let (status, err) = run(&["add", "Sign the contract"]);
    assert_eq!(status, Some(1));
    assert!(err.contains("what you asked for is done; only the output took nothing: No space left"), "{err}");
    let (status, err) = run(&["tasks"]);
    assert!(status == Some(1) && err.contains("stdout: No space left") && !err.contains("done"), "{err}");
    assert!(home.ok("", &["tasks"], "").contains("Sign the contract"));
}

#[test]
fn a_pipe_where_a_file_of_ones_own_should_be_hangs_nothing() {
    let mut home = Home::with_team();
    let own = home.path(".config/setara");
    for name in ["settings.toml", "me.toml", "learned"] {
        let _ = fs::remove_file(own.join(name));
        pipe(&own.join(name));
    }
    let said = home.run("Ayu", &["add", "x"], "");
    assert_eq!(said.status, 0);
    assert!(
        said.err.contains("settings.toml: it is not a plain file") && said.err.lines().count() == 1,
        "{}",
        said.err
    );
    for (args, says) in [
        (&["join", "Citra"][..], "me.toml says who you are on which board, and cannot be read"),
        (&["settings", "theme", "dark"], "settings.toml: it is not a plain file"),
        (&["settings", "edit"], "settings.toml: it is not a plain file"),
    ] {
        let said = home.run("", args, "");
        assert!(said.status == 1 && said.err.contains(says), "{args:?}: {}", said.err);
    }
    fs::remove_file(own.join("settings.toml")).unwrap();
    home.ok("", &["settings", "theme", "dark"], "");
}

#[test]
fn a_place_that_cannot_be_looked_at_is_not_told_as_empty() {
    let mut home = Home::with_team();
    symlink("circle.db", home.path("circle.db")).unwrap();
    for args in [&["--board", "circle.db", "tasks"][..], &["--board", "circle.db", "add", "x"]] {
        let err = home.refused(1, "Ayu", args);
        assert!(err.contains("circle.db cannot be opened: its links lead in a circle"), "{err}");
        assert!(!err.contains("setara start"), "{err}");
    }
}

/// Only root can give a folder away, and become somebody else.
#[test]
fn a_board_of_another_owner_is_opened_only_where_it_is_trusted() {
    if !is_root() {
        eprintln!("skipped: only root can give files away");
        return;
    }
    let mut home = Home::with_team();
    home.ok("Ayu", &["add", "Sign the contract"], "");
    fs::create_dir_all(home.path("cloned/.setara/deep")).unwrap();
    home.ok("", &["backup", "cloned/.setara/board.db"], "");
    for path in ["cloned/.setara/board.db", "cloned/.setara"] {
        chown(home.path(path), Some(4242), Some(4242)).unwrap();
    }
    let before = fs::read(home.path("cloned/.setara/board.db")).unwrap();
    let within = |home: &mut Home, folder: &str, args: &[&str]| {
        let mut process = home.process("Ayu", args);
        if args.first() == Some(&"--") {
            process.env("SETARA_COMPLETE", "fish");
        }
        let output = process.current_dir(home.path(folder)).stdin(Stdio::null()).output().unwrap();
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        (output.status.code(), text(&output.stdout), text(&output.stderr))
    };
    let completes = ["--", "setara", "claim", ""];
    for args in [&["tasks"][..], &[], &["add", "x"], &["doctor"], &["join", "Citra"], &["log", "--json"]] {
        let (status, out, err) = within(&mut home, "cloned", args);
        assert_eq!((status, out.as_str()), (Some(1), ""), "{args:?}: {err}");
        assert!(err.contains("belongs to 4242") && err.contains("setara trust /"), "{args:?}: {err}");
    }
    let (status, _, err) = within(&mut home, "cloned", &["start", "T", "--name", "A"]);
    assert!(status == Some(1) && err.contains("there is a board at"), "{err}");
    let (_, out, err) = within(&mut home, "cloned", &completes);
    assert_eq!((out.contains("Sign"), err.as_str()), (false, ""), "{out}");
    let beside: Vec<_> =
        fs::read_dir(home.path("cloned/.setara")).unwrap().map(|file| file.unwrap().file_name()).collect();
    assert_eq!(beside.len(), 2, "nothing was made beside it: {beside:?}");
    assert!(fs::read(home.path("cloned/.setara/board.db")).unwrap() == before, "nor was it written");
    // Whoever names it trusts it.
    assert!(home.ok("", &["--board", "cloned/.setara/board.db", "tasks"], "").contains("Sign the contract"));
    let said = home.ok("", &["trust", "cloned"], "");
    assert!(said.contains("cloned/.setara is opened, though it belongs to 4242"), "{said}");
    let (status, out, err) = within(&mut home, "cloned/.setara/deep", &["tasks"]);
    assert!(status == Some(0) && out.contains("Sign the contract"), "{err}");
    assert!(within(&mut home, "cloned", &completes).1.contains("Sign"), "once it is trusted it completes");
    chown(home.path("cloned/.setara"), Some(4243), None).unwrap();
    let (status, _, err) = within(&mut home, "cloned", &["tasks"]);
    assert!(status == Some(1) && err.contains("belongs to 4242, 4243"), "{err}");
    assert!(home.ok("", &["trust"], "").contains("is your own"));
}

#[test]
fn a_file_that_was_mistyped_is_what_is_told_of() {
    let mut home = Home::new();
    for command in ["restore", "trust"] {
        let said = home.refused(1, "", &[command, "backpu.db"]);
        assert!(said.contains("backpu.db") && said.contains("No such file"), "{command}: {said}");
    }
}

#[test]
fn what_was_written_on_two_copies_of_a_board_comes_together_as_records() {
    let mut home = Home::with_team();
    home.ok("Ayu", &["decide", "Paint the door", "--with", "Ayu,Budi"], "");
    home.ok("", &["backup", "copy.db"], "");
    home.ok("", &["--board", "there.db", "restore", "copy.db"], "");
    let decision = home.json("", &["decisions"])[0]["handle"].as_str().unwrap().to_owned();
    home.ok("Ayu", &["decide", "say", &decision, "consent"], "");
    home.ok("Budi", &["--board", "there.db", "decide", "say", &decision, "consent"], "");
    home.ok("Budi", &["--board", "there.db", "add", "Buy the paint"], "");
    home.ok("", &["--board", "there.db", "backup", "--records", "there.jsonl"], "");
    let err = home.refused(1, "", &["--board", "there.db", "backup", "--records", "there.jsonl"]);
    assert!(err.contains("is there already") && err.contains("try: setara backup --records"), "{err}");
    // What was written there is Budi's own word here, and decides with Ayu's.
    let before = home.records();
    let tried = home.ok("Ayu", &["import", "there.jsonl", "--dry-run"], "");
    assert!(tried.contains("It would take in") && home.records() == before, "{tried}");
    let said = home.ok("Ayu", &["import", "there.jsonl"], "");
    assert!(said.contains("In the name of: Budi") && home.records() > before, "{said}");
    home.ok("Ayu", &["decide", "adopt", &decision], "");
    assert!(home.ok("", &["tasks"], "").contains("Buy the paint"));
    assert!(home.ok("", &["doctor"], "").contains("All is well."));
    let again = home.ok("Ayu", &["import", "there.jsonl"], "");
    assert!(again.contains("Took in 0 records"), "{again}");
    // And back, packed.
    home.ok("", &["backup", "--records", "here.jsonl"], "");
    let pack = Command::new("gzip").arg("-k").arg(home.path("here.jsonl")).status();
    assert!(pack.unwrap().success());
    home.ok("Budi", &["--board", "there.db", "import", "here.jsonl.gz"], "");
    let there = home.json("", &["--board", "there.db", "decisions", "--all"]);
    assert_eq!(there[0]["state"], "adopted", "{there}");
    let err = home.refused(2, "", &["import", "here.jsonl", "--no-claims"]);
    assert!(err.contains("records come in as they are"), "{err}");
}

#[test]
fn of_a_file_of_records_as_much_is_taken_in_as_its_seals_vouch_for() {
    let mut home = Home::with_team();
    home.ok("", &["backup", "copy.db"], "");
    home.ok("", &["--board", "there.db", "restore", "copy.db"], "");
    home.ok("Budi", &["--board", "there.db", "add", "Buy the paint"], "");
    home.ok("", &["--board", "there.db", "backup", "--records", "there.jsonl"], "");
    let lines = fs::read_to_string(home.path("there.jsonl")).unwrap();
    let before = home.records();
    // A word that was changed, a line that somebody put there, and a file that was cut: nothing of it counts.
    let added = lines.lines().find(|line| line.contains("Buy the paint")).unwrap();
    let changed = lines.replace("Buy the paint", "Buy the house");
    let forged = format!("{}\n{lines}", added.replace("Buy the paint", "Sell the house"));
    let unsealed: String =
        lines.lines().filter(|line| !line.contains("\"sig\"")).map(|l| format!("{l}\n")).collect();
    // The first record of that replica is missing.
    let device = lines.lines().rfind(|line| line.contains("member.device")).unwrap();
    let holed = lines.replace(&format!("{device}\n"), "");
    for (name, text) in [("changed", changed), ("unsealed", unsealed), ("holed", holed)] {
        let file = format!("{name}.jsonl");
        fs::write(home.path(&file), text).unwrap();
        for how in [&["import", &file][..], &["import", &file, "--dry-run"]] {
            let err = home.refused(1, "Ayu", how);
            assert!(err.contains("nothing of it could be taken in: left out, since"), "{name}: {err}");
        }
        assert_eq!(home.records(), before, "{name}");
        assert!(home.ok("", &["doctor"], "").contains("All is well."), "{name}");
    }
    fs::write(home.path("forged.jsonl"), forged).unwrap();
    let said = home.ok("Ayu", &["import", "forged.jsonl"], "");
    assert!(said.contains("no seal") && said.contains("In the name of: Budi (2)"), "{said}");
    let tasks = home.ok("", &["tasks"], "");
    assert!(tasks.contains("Buy the paint") && !tasks.contains("the house"), "{tasks}");
    // Of another board nothing is looked at.
    home.ok("", &["--board", "other.db", "start", "Other", "--name", "Ayu"], "");
    let err = home.refused(1, "Ayu", &["--board", "other.db", "import", "there.jsonl"]);
    let other_board = "those are the records of another board";
    assert!(err.contains(other_board) && err.contains("setara export json"), "{err}");
    assert!(home.ok("", &["--board", "other.db", "tasks"], "").lines().all(|line| !line.contains("paint")));
}

#[test]
fn what_was_written_twice_stands_on_the_page_with_who_wrote_it() {
    let mut home = Home::with_team();
    home.ok("Ayu", &["add", "Paint the door"], "");
    home.ok("", &["backup", "copy.db"], "");
    home.ok("", &["--board", "there.db", "restore", "copy.db"], "");
    home.ok("Ayu", &["edit", "Paint", "--notes", "in oil"], "");
    home.ok("Ayu", &["drop", "Paint", "no door"], "");
    home.ok("Budi", &["--board", "there.db", "edit", "Paint", "--notes", "with water"], "");
    home.ok("Budi", &["--board", "there.db", "done", "Paint", "--anyway"], "");
    home.ok("", &["--board", "there.db", "backup", "--records", "there.jsonl"], "");
    assert!(!home.ok("", &["show", "Paint"], "").contains("Written twice"));
    home.ok("Ayu", &["import", "there.jsonl"], "");
    let page = home.ok("", &["show", "Paint"], "");
    for said in ["Written twice", "in oil (Ayu)", "with water (Budi)", "dropped (Ayu)", "done (Budi)"] {
        assert!(page.contains(said), "{said}: {page}");
    }
}
