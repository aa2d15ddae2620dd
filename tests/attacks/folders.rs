//! Hostile folders: links, pipes and held locks where files should be. Nothing of others is changed, and nothing waits for
//! ever.

use std::fs::{self, File};
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use super::place::{Place, Running};
use super::share::some;
use super::snapshot::{Snapshot, walk};
use super::tally::Tally;

const PRECIOUS: &str = "precious, and nobody else's\n";

fn fifo(path: &Path) {
    assert!(Command::new("mkfifo").arg(path).status().expect("there is mkfifo").success());
}

/// Commands that open, write, make and copy a board.
const COMMANDS: &[&[&str]] = &[
    &["tasks"],
    &["--as", "Ayu", "add", "A task"],
    &["start", "Warung Kode", "--name", "Ayu"],
    &["doctor"],
    &["doctor", "--rebuild"],
    &[],
];

/// Sets a trap.
type Trap = fn(&Place);

const CASES: &[(&str, Trap)] = &[
    ("an empty board whose lock is a link to a file", |place| {
        fs::write(&place.board, "").unwrap();
        symlink(place.path("precious.txt"), place.beside("-lock")).unwrap();
    }),
    ("no board, and a lock that is a link to a file", |place| {
        symlink(place.path("precious.txt"), place.beside("-lock")).unwrap();
    }),
    ("no board, and a lock that is a link to nothing", |place| {
        symlink(place.path("nothing.txt"), place.beside("-lock")).unwrap();
    }),
    ("an empty board whose lock is a pipe", |place| {
        fs::write(&place.board, "").unwrap();
        fifo(&place.beside("-lock"));
    }),
    ("no board, and a lock that is a pipe", |place| fifo(&place.beside("-lock"))),
    ("no board, and a lock that is a folder", |place| fs::create_dir(place.beside("-lock")).unwrap()),
    ("a board that is a link to a file", |place| {
        symlink(place.path("precious.txt"), &place.board).unwrap();
    }),
    ("a board that is a link to nothing", |place| {
        symlink(place.path("nothing.txt"), &place.board).unwrap();
    }),
    ("a board that is a pipe", |place| fifo(&place.board)),
    ("a board that is a folder", |place| fs::create_dir(&place.board).unwrap()),
    ("a board that is a link to itself", |place| symlink(&place.board, &place.board).unwrap()),
    ("no board, and a log that is a link to a file", |place| {
        symlink(place.path("precious.txt"), place.beside("-wal")).unwrap();
    }),
    ("settings that are a pipe", |place| {
        let folder = place.path("home/.config/setara");
        fs::create_dir_all(&folder).unwrap();
        fifo(&folder.join("settings.toml"));
        fifo(&folder.join("me.toml"));
    }),
    ("who one is that is a link to a file", |place| {
        let folder = place.path("home/.config/setara");
        fs::create_dir_all(&folder).unwrap();
        symlink(place.path("precious.txt"), folder.join("me.toml")).unwrap();
    }),
    ("a folder of keys that is a link to nowhere", |place| {
        fs::create_dir_all(place.path("home/.local/share")).unwrap();
        symlink(place.path("nowhere"), place.path("home/.local/share/setara")).unwrap();
    }),
];

#[test]
fn nothing_is_written_through_links_and_nothing_waits_for_ever() {
    let tally = Tally::new("hostile folders", &["harmed", "lost", "ill"]);
    for (case, set) in some(CASES) {
        for command in COMMANDS {
            let place = Place::new();
            fs::write(place.path("precious.txt"), PRECIOUS).unwrap();
            set(&place);
            tally.look(&place.run(command).after(case));
            unharmed(&place, &tally, case, command);
            tally.count("cases", 1);
        }
    }
    held_lock(&tally);
    tally.end();
}

fn unharmed(place: &Place, tally: &Tally, case: &str, command: &[&str]) {
    if fs::read_to_string(place.path("precious.txt")).ok().as_deref() != Some(PRECIOUS) {
        tally.fault("harmed", format!("{case}: setara {} changed the file of another", command.join(" ")));
    }
    if place.path("nothing.txt").exists() {
        tally.fault("harmed", format!("{case}: setara {} made what a link led to", command.join(" ")));
    }
}

/// Somebody holds the lock and does not let go: waiting for it is said and has an end.
fn held_lock(tally: &Tally) {
    const BOUND: Duration = Duration::from_secs(40);
    for is_empty in [true, false] {
        let place = Place::new();
        if is_empty {
            fs::write(&place.board, "").unwrap();
        }
        let held = File::create(place.beside("-lock")).unwrap();
        held.lock().unwrap();
        // All at once: each may wait as long as a person would.
        let waiting: Vec<_> = COMMANDS.iter().map(|command| Running::start(place.command(command))).collect();
        for waiting in waiting {
            let said = waiting.finish_within(BOUND);
            let case = format!("a lock that is held: {}", said.describe());
            if said.is_hung || said.is_panic() {
                tally.fault(if said.is_hung { "hangs" } else { "panics" }, case);
            }
            tally.count("cases", 1);
        }
    }
}

/// A folder and a disk that take no writing: what can be read is read truly, and what cannot be written is said.
#[test]
fn a_disk_that_takes_no_writing_is_said() {
    let tally = Tally::new("read-only disks", &["lost", "harmed", "acknowledged"]);
    for left_by_kill in [false, true] {
        let place = Place::started();
        place.must(&["add", "The first task"]);
        let snapshot = {
            let reader = place.sql();
            reader.execute_batch("BEGIN; SELECT count(*) FROM journal;").unwrap();
            place.must(&["add", "The newest task"]);
            Snapshot::of(place.folder())
        };
        if left_by_kill {
            snapshot.restore();
        }
        let Some(_mount) = super::full_disk::Mount::read_only(&place.path("team")) else {
            println!("attack read-only disks: skipped, nothing can be mounted here");
            return;
        };
        let files = walk(&place.path("team"));
        let tasks = place.run(&["tasks"]);
        tally.look(&tasks);
        if tasks.is_done() && !tasks.out.contains("The newest task") {
            tally.fault("lost", format!("with a log left: {left_by_kill}: {}", tasks.describe()));
        }
        if left_by_kill && tasks.is_done() {
            tally.count("read from the log", 1);
        }
        let add = place.run(&["add", "One more"]);
        tally.look(&add);
        if add.is_done() {
            tally.fault("acknowledged", add.describe());
        }
        let doctor = place.run(&["doctor"]);
        tally.look(&doctor);
        if !tasks.is_done() && doctor.is_done() {
            tally.fault("lost", format!("it cannot be read, and doctor says: {}", doctor.describe()));
        }
        if walk(&place.path("team")) != files {
            tally.fault("harmed", "files came or went on a disk that takes no writing");
        }
        tally.count("disks", 1);
    }
    tally.end();
}
