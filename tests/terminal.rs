//! The program in a real pseudo-terminal: what it draws, and that the terminal is as it was after any end.

mod pty;

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::atomic::Ordering;
use std::time::Instant;

use pty::{PATIENCE, Terminal};

fn is_home(text: &str) -> bool {
    text.contains("Warung Kode") && text.contains("5 Blockers") && text.contains("? keys")
}

fn demo(home: &Path) -> Terminal {
    let terminal = Terminal::open(home, &["demo"], 120, 40);
    terminal.wait_for("the home screen", is_home);
    terminal
}

/// `SETARA_NOW` is set in all of these; who looks at the screen must not take its time for the real one.
#[test]
fn a_time_that_is_not_the_real_one_is_said() {
    let home = tempfile::tempdir().unwrap();
    assert!(demo(home.path()).text().lines().next().unwrap().ends_with("TEST MODE"));
    let welcome = Terminal::open(home.path(), &[], 80, 24);
    welcome.wait_for("the welcome", |text| text.contains("sample team") && text.contains("TEST MODE"));
    let real = Terminal::open_with(home.path(), &["demo"], 120, 40, &[("SETARA_NOW", "")]);
    assert!(!real.wait_for("the home screen", is_home).contains("TEST MODE"));
}

#[test]
fn q_leaves_the_terminal_as_it_was() {
    let home = tempfile::tempdir().unwrap();
    let mut terminal = demo(home.path());
    terminal.press("q");
    assert_eq!(terminal.ended().exit_code(), 0);
    terminal.assert_as_it_was();
}

#[test]
fn control_c_leaves_the_terminal_as_it_was() {
    let home = tempfile::tempdir().unwrap();
    let mut terminal = demo(home.path());
    terminal.press("\u{3}");
    terminal.ended();
    terminal.assert_as_it_was();
}

#[test]
fn signals_leave_the_terminal_as_it_was() {
    let home = tempfile::tempdir().unwrap();
    let ends = [("TERM", 15), ("HUP", 1), ("INT", 2), ("QUIT", 3), ("ABRT", 6), ("ALRM", 14), ("USR1", 10)];
    for (name, number) in ends {
        let mut terminal = demo(home.path());
        // Also with a question on the screen.
        terminal.press("b");
        terminal.wait_for("the question", |text| text.contains("What stops it?"));
        terminal.signal(name);
        assert_eq!(terminal.ended().exit_code(), 128 + number, "{name}");
        terminal.assert_as_it_was();
    }
}

/// The answers of a terminal at the end of a slow link: to what was asked, and to what others ask.
const LIGHT: &str = "\u{1b}]11;rgb:ffff/ffff/ffff\u{1b}\\";
const OTHER: &str = "\u{1b}]10;rgb:0000/0000/0000\u{7}\u{1b}[?62;22c";

#[test]
fn the_theme_follows_an_answer_that_comes_late_and_none_is_typed() {
    let home = tempfile::tempdir().unwrap();
    // One that answers at once.
    let mut quick = Terminal::open(home.path(), &["demo"], 120, 40);
    let asked = |terminal: &Terminal| {
        String::from_utf8_lossy(&terminal.seen.lock().unwrap().raw).contains("\u{1b}]11;?\u{7}")
    };
    quick.wait_for("the question", |_| asked(&quick));
    quick.press(LIGHT);
    quick.wait_for("the home screen", is_home);
    // One that answers when the screen is drawn already, with a key before and after.
    let mut slow = demo(home.path());
    let unknown = slow.look();
    slow.press(&format!("j{OTHER}{LIGHT}{OTHER}k"));
    // And one whose answer comes in two parts, the first of which is the escape alone.
    let mut cut = demo(home.path());
    cut.press(&LIGHT[..1]);
    cut.press(&LIGHT[1..]);
    for late in [&slow, &cut] {
        late.wait_for("the light theme", |_| late.look() == quick.look());
    }
    assert!(quick.look() != unknown, "the theme did not follow");
    quick.press("q");
    quick.ended();
    for terminal in [&mut slow, &mut cut] {
        // A key that was typed with the answers would have gone somewhere else.
        terminal.press("?");
        terminal.wait_for("the help", |text| text.contains("Esc"));
        terminal.press("\u{1b}");
        terminal.wait_for("the home screen", is_home);
        terminal.press("q");
        assert_eq!(terminal.ended().exit_code(), 0);
        terminal.assert_as_it_was();
    }
}

/// As `kill -TSTP` and `fg` do; `kill -STOP` cannot be heard, so nothing is given back, but all is taken again.
#[cfg(target_os = "linux")]
#[test]
fn a_program_that_was_stopped_takes_the_terminal_again() {
    let home = tempfile::tempdir().unwrap();
    for name in ["TSTP", "STOP"] {
        let mut terminal = demo(home.path());
        for _ in 0..2 {
            terminal.signal(name);
            terminal.stopped();
            if name == "TSTP" {
                terminal.assert_as_it_was();
                assert!(!terminal.stty(&["-a"]).contains("-icanon"), "{name}: it is still raw");
            }
            terminal.taken_by_a_shell();
            terminal.signal("CONT");
            terminal.wait_for("the whole screen", is_home);
            terminal.assert_is_ours();
        }
        terminal.press("q");
        assert_eq!(terminal.ended().exit_code(), 0, "{name}");
        terminal.assert_as_it_was();
    }
}

/// Ctrl-Z and Ctrl-\ in an editor reach us, too: the first stops both, or the shell would wait for ever; the second is
/// the editor's own affair.
#[cfg(target_os = "linux")]
#[test]
fn a_stop_while_an_editor_has_the_terminal_stops_us_too() {
    let home = tempfile::tempdir().unwrap();
    let editor = home.path().join("editor");
    std::fs::write(&editor, "#!/bin/sh\necho editing\nread line\necho \"$line\" > \"$1\"\n").unwrap();
    assert!(Command::new("chmod").arg("+x").arg(&editor).status().unwrap().success());
    let mut terminal =
        Terminal::open_with(home.path(), &["demo"], 120, 40, &[("EDITOR", editor.to_str().unwrap())]);
    terminal.wait_for("the home screen", is_home);
    // The form of a task, its notes, and the editor for them.
    terminal.press(&format!("E{}\u{f}", "\t".repeat(8)));
    terminal.wait_for("the editor", |text| text.contains("editing"));
    terminal.signal("QUIT");
    terminal.signal("TSTP");
    terminal.stopped();
    terminal.signal("CONT");
    terminal.press("Why it is worth it\n");
    terminal.wait_for("what was written", |text| text.contains("Why it is worth it"));
    terminal.assert_is_ours();
    terminal.press("\u{3}");
    assert_eq!(terminal.ended().exit_code(), 0);
    terminal.assert_as_it_was();
}

/// The desk line by line leaves the terminal as it is, so that a stop needs nothing.
#[cfg(target_os = "linux")]
#[test]
fn the_desk_in_lines_goes_on_after_a_stop() {
    let home = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::open(home.path(), &["--plain", "demo"], 120, 40);
    terminal.wait_for("the prompt", |text| text.trim_end().ends_with('>'));
    terminal.signal("STOP");
    terminal.stopped();
    terminal.taken_by_a_shell();
    terminal.signal("CONT");
    terminal.press("goals\n");
    terminal.wait_for("an answer", |text| text.contains("Goals"));
    terminal.press("quit\n");
    assert_eq!(terminal.ended().exit_code(), 0);
}

#[test]
fn a_closed_terminal_ends_the_program() {
    let home = tempfile::tempdir().unwrap();
    let mut terminal = demo(home.path());
    // The window is gone once nobody holds its end: the reader lets go after the next thing that is drawn.
    terminal.reading.store(false, Ordering::Relaxed);
    terminal.press("?");
    terminal.reader.take().unwrap().join().unwrap();
    terminal.keys = None;
    terminal.master = None;
    terminal.ended();
}

#[test]
fn after_a_storm_of_sizes_the_screen_is_whole() {
    let home = tempfile::tempdir().unwrap();
    let mut terminal = demo(home.path());
    for n in 0..200_u16 {
        terminal.resize(1 + (n * 37) % 200, 1 + (n * 23) % 60);
    }
    terminal.resize(120, 40);
    let stormy = terminal.wait_for("the whole screen", |text| is_home(text) && text.lines().count() == 40);
    let calm = demo(home.path());
    let calm = calm.wait_for("the whole screen", |text| text.lines().count() == 40);
    assert_eq!(stormy, calm);
    terminal.press("q");
    assert_eq!(terminal.ended().exit_code(), 0);
}

#[test]
fn one_cell_is_enough_to_run_in() {
    let home = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::open(home.path(), &["demo"], 1, 1);
    terminal.press("jjj:");
    terminal.press("\u{1b}");
    terminal.resize(120, 40);
    terminal.wait_for("the home screen", is_home);
    terminal.press("q");
    assert_eq!(terminal.ended().exit_code(), 0);
    terminal.assert_as_it_was();
}

#[test]
fn what_another_process_does_shows_by_itself() {
    let home = tempfile::tempdir().unwrap();
    let setara = |args: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_setara"))
            .args(args)
            .env_clear()
            .env("HOME", home.path())
            .current_dir(home.path())
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    setara(&["start", "Warung Kode", "--name", "Ayu"]);
    setara(&["add", "Sign the payment contract"]);
    let mut terminal = Terminal::open(home.path(), &[], 120, 40);
    terminal.wait_for("the task", |text| text.contains("Sign the payment contract"));
    setara(&["add", "Move the shop list"]);
    terminal.wait_for("the other's task", |text| text.contains("Move the shop list"));
    // And the other way round: a key here is a claim there.
    terminal.press("c");
    terminal.wait_for("the claim", |text| text.contains("Ayu claimed"));
    terminal.press("q");
    assert_eq!(terminal.ended().exit_code(), 0);
    assert!(setara(&["mine"]).contains("Sign the payment contract"));
}

#[test]
fn the_stage_follows_the_desks_from_a_terminal_of_its_own() {
    let home = tempfile::tempdir().unwrap();
    let board = home.path().join("team.db").display().to_string();
    let clock = home.path().join("clock");
    let at = |minute: u32| std::fs::write(&clock, format!("2026-11-21T09:{minute}:00+07:00")).unwrap();
    at(31);
    let now = format!("@{}", clock.display());
    let env = [("SETARA_NOW", now.as_str())];
    let open = |args: &[&str], cols: u16, rows: u16| {
        let args: Vec<&str> = args.iter().copied().chain(["--board", &board]).collect();
        Terminal::open_with(home.path(), &args, cols, rows, &env)
    };
    let mut desk = open(&["demo"], 120, 40);
    desk.wait_for("the desk", is_home);
    let mut stage = open(&["stage"], 80, 47);
    stage.wait_for("the goals", |text| text.contains("Open the co-op store") && text.contains("09:31"));
    // Nobody drives it from there, and it follows whoever does.
    desk.press("s\r");
    stage.wait_for("the stand-up", |text| text.contains("0:00 of 1:00"));
    desk.wait_for("that its letters are small", |text| text.contains("has 47 rows"));
    let mut other = open(&["--as", "Budi"], 80, 24);
    other.wait_for("the other desk", |text| text.contains("stand-up: s"));
    // A key answers to what was drawn: the second waits for it.
    desk.press("\x1b[C");
    desk.wait_for("what happened", |text| text.contains("▸ since"));
    desk.press("\x1b[C");
    stage.wait_for("the walk", |text| text.contains("Walk the board  1 of"));
    at(35);
    stage.wait_for("its last minute", |text| text.contains("LAST MINUTE"));
    // Who is killed takes nothing along.
    desk.signal("KILL");
    other.press("s");
    other.wait_for("the walk", |text| text.contains("▸ walk 1 of"));
    other.press("\x1b[C");
    stage.wait_for("the next task", |text| text.contains("Walk the board  2 of"));
    other.press(".");
    stage.wait_for("that it is dark", |text| text.trim() == ". shows it again");
    stage.press("x .");
    stage.wait_for("light", |text| text.contains("Walk the board  2 of"));
    other.press("Q");
    stage.wait_for("what came of it", |text| text.contains("Stand-up over"));
    at(41);
    stage.wait_for("the board again", |text| text.contains("Open the co-op store"));
    stage.press("q");
    assert_eq!(stage.ended().exit_code(), 0);
    stage.assert_as_it_was();
}

/// Another program that holds the board's lock to write, until it is dropped: this one.
struct Writer(rusqlite::Connection);

impl Writer {
    fn begin(home: &Path) -> Writer {
        let board = home.join(".local/share/setara/board.db");
        let connection = rusqlite::Connection::open(board).unwrap();
        connection.execute_batch("BEGIN IMMEDIATE").unwrap();
        Writer(connection)
    }
}

fn command(home: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_setara"));
    command.args(args).env_clear().env("HOME", home).current_dir(home);
    command
}

#[test]
fn keys_are_answered_while_another_program_writes() {
    let home = tempfile::tempdir().unwrap();
    for args in [&["start", "Warung Kode", "--name", "Ayu"][..], &["add", "Sign it"], &["add", "Move it"]] {
        assert!(command(home.path(), args).output().unwrap().status.success());
    }
    let mut terminal = Terminal::open(home.path(), &[], 120, 40);
    terminal.wait_for("the tasks", |text| text.contains("Move it"));
    let writer = Writer::begin(home.path());
    terminal.press("c");
    let who = format!("process {}", std::process::id());
    terminal.wait_for("who is waited for", |text| {
        text.contains("waiting for ") && (!cfg!(target_os = "linux") || text.contains(&who))
    });
    terminal.press("?");
    terminal.wait_for("the help", |text| text.contains("Esc close"));
    assert!(!terminal.text().contains("Ayu claimed"));
    drop(writer.0);
    terminal.press("\u{1b}");
    terminal.wait_for("the claim", |text| text.contains("Ayu claimed"));
    terminal.press("q");
    assert_eq!(terminal.ended().exit_code(), 0);
}

#[test]
fn a_command_says_for_whom_it_waits() {
    let home = tempfile::tempdir().unwrap();
    assert!(
        command(home.path(), &["start", "Warung Kode", "--name", "Ayu"]).output().unwrap().status.success()
    );
    let writer = Writer::begin(home.path());
    let spawn = |args: &[&str]| {
        let mut command = command(home.path(), args);
        command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
    };
    let (mut plain, json) = (spawn(&["add", "Sign it"]), spawn(&["add", "Move it", "--json"]));
    let mut word = String::new();
    BufReader::new(plain.stderr.take().unwrap()).read_line(&mut word).unwrap();
    assert!(word.starts_with("setara: waiting for "), "{word}");
    if cfg!(target_os = "linux") {
        assert!(word.contains(&format!("process {}", std::process::id())), "{word}");
    }
    drop(writer.0);
    assert!(plain.wait().unwrap().success());
    let json = json.wait_with_output().unwrap();
    assert!(json.status.success() && json.stderr.is_empty(), "{json:?}");
}

#[test]
fn a_newcomer_is_welcomed_and_looks_around() {
    let home = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::open(home.path(), &[], 80, 24);
    terminal.wait_for("the welcome", |text| text.contains("sample team"));
    terminal.press("q");
    terminal.ended();
    terminal.assert_as_it_was();
}

#[test]
fn a_click_where_no_place_is_does_nothing() {
    let home = tempfile::tempdir().unwrap();
    let mut terminal = demo(home.path());
    for click in
        ["\x1b[<0;0;0M", "\x1b[<0;0;0m", "\x1b[M   ", "\x1b[32;0;0M", "\x1b[<64;0;65535M", "\x1b[0;0R"]
    {
        terminal.press(click);
    }
    terminal.press("/");
    terminal.wait_for("the filter", |text| text.contains("Enter"));
    terminal.press("\x1b\x1bq");
    assert_eq!(terminal.ended().exit_code(), 0);
}

#[test]
fn the_mouse_is_left_alone_as_soon_as_that_is_set() {
    let home = tempfile::tempdir().unwrap();
    let mut terminal = demo(home.path());
    let is_captured = |terminal: &Terminal| {
        let raw = String::from_utf8_lossy(&terminal.seen.lock().unwrap().raw).into_owned();
        raw.rfind("\u{1b}[?1000h") > raw.rfind("\u{1b}[?1000l")
    };
    assert!(is_captured(&terminal));
    // Settings, down to the mouse, and the other value.
    terminal.press("0jjj\r");
    terminal.wait_for("the values", |text| text.contains("Esc close"));
    terminal.press("off\r");
    terminal.wait_for("that it is off", |text| text.contains("The mouse is left to your terminal"));
    let end = Instant::now() + PATIENCE;
    while is_captured(&terminal) {
        assert!(Instant::now() < end, "the mouse is still ours");
        terminal.pause();
    }
    terminal.press("qq");
    terminal.ended();
}

/// Only root can give a folder away.
#[test]
fn whether_another_owners_board_is_trusted_is_asked_once() {
    use std::os::unix::fs::{MetadataExt, chown};
    if !std::fs::metadata("/proc/self").is_ok_and(|process| process.uid() == 0) {
        eprintln!("skipped: only root can give files away");
        return;
    }
    let home = tempfile::tempdir().unwrap();
    let board = home.path().join(".setara").join("board.db");
    let start = ["--board", ".setara/board.db", "start", "Warung Kode", "--name", "Ayu"];
    Terminal::open(home.path(), &start, 80, 24).ended();
    chown(&board, Some(4242), None).unwrap();
    let asks = |text: &str| text.contains("Trust it? [y/N]");
    for (args, answer) in [(&["tasks"][..], "\r"), (&[], "n\r"), (&["add", "Sign the contract"], "y\r")] {
        let mut terminal = Terminal::open(home.path(), args, 80, 24);
        terminal.wait_for("the question", asks);
        terminal.press(answer);
        let end = terminal.ended();
        if answer.starts_with('y') {
            assert!(end.success());
        } else {
            assert!(!end.success());
            terminal.wait_for("the refusal", |text| text.contains("nobody here has trusted it"));
        }
    }
    let mut terminal = Terminal::open(home.path(), &[], 120, 40);
    let screen = terminal.wait_for("the home screen", is_home);
    assert!(screen.contains("Sign the contract") && !asks(&screen));
    terminal.press("q");
    terminal.ended();
}

#[test]
fn what_is_longer_than_the_terminal_goes_to_the_pager_and_columns_have_heads() {
    let home = tempfile::tempdir().unwrap();
    assert!(
        command(home.path(), &["start", "Warung Kode", "--name", "Ayu"]).output().unwrap().status.success()
    );
    for n in 0..8 {
        assert!(command(home.path(), &["add", &format!("Task {n}")]).output().unwrap().status.success());
    }
    let pager = [("PAGER", "sed s/^/paged:/")];
    let mut long = Terminal::open_with(home.path(), &["tasks"], 60, 6, &pager);
    long.wait_for("the pager", |text| text.contains("paged:") && text.contains("Task 7"));
    assert!(long.ended().success());
    for (args, rows) in [(&["tasks"][..], 30), (&["--no-pager", "tasks"], 9)] {
        let mut whole = Terminal::open_with(home.path(), args, 60, rows, &pager);
        let text = whole.wait_for("the tasks", |text| text.contains("Task 7"));
        assert!(!text.contains("paged:"), "{text}");
        assert!(rows == 9 || text.starts_with("handle"), "{text}");
        assert!(whole.ended().success());
    }
    // Where no person reads there are no colours and no heads; but colours where they are asked for.
    let piped =
        |args: &[&str]| String::from_utf8(command(home.path(), args).output().unwrap().stdout).unwrap();
    assert!(!piped(&["tasks"]).contains("handle") && !piped(&["tasks"]).contains('\u{1b}'));
    assert!(piped(&["--color", "always", "tasks"]).contains('\u{1b}'));
    assert!(piped(&["--color=always", "--help"]).contains('\u{1b}'));
    assert!(!piped(&["--color=never", "tasks"]).contains('\u{1b}'));
}
