//! The board is deleted, moved, replaced or written over by a backup while somebody works on it: what is acknowledged is
//! on a board that can be found, and what is not is said.

use std::fs;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use super::place::{Place, Running};
use super::share::{share, some};
use super::tally::Tally;
use super::terminal::{Answers, Kept, Terminal};

/// What is done to the board's file.
type Mishap = fn(&Place);

const MISHAPS: &[(&str, Mishap)] = &[
    ("deleted", |place| {
        for suffix in ["", "-wal", "-shm", "-lock"] {
            let _ = fs::remove_file(place.beside(suffix));
        }
    }),
    ("only its file deleted", |place| {
        let _ = fs::remove_file(&place.board);
    }),
    ("moved away", |place| {
        let _ = fs::rename(&place.board, place.path("team/moved.db"));
    }),
    ("the folder moved away", |place| {
        let _ = fs::rename(place.path("team"), place.path("elsewhere"));
    }),
    ("replaced by a backup", |place| {
        let _ = fs::rename(place.path("backup.db"), &place.board);
    }),
    ("written over by a backup", |place| {
        let bytes = fs::read(place.path("backup.db")).unwrap();
        let _ = super::place::overwrite(&place.board, &bytes);
    }),
];

/// All boards that can be found, and whether one of them holds the text.
fn is_somewhere(place: &Place, text: &str) -> bool {
    let boards = ["team/board.db", "team/moved.db", "elsewhere/board.db"];
    boards.iter().any(|board| {
        let path = place.path(board);
        let board = path.to_string_lossy().into_owned();
        path.exists() && place.run(&["--board", &board, "log", "--all"]).out.contains(text)
    })
}

fn prepared() -> Place {
    let place = Place::started();
    place.must(&["add", "The first task"]);
    let backup = place.path("backup.db").to_string_lossy().into_owned();
    place.must(&["backup", &backup]);
    place.must(&["add", "After the backup"]);
    place
}

#[test]
fn a_board_that_goes_away_under_a_screen_is_said() {
    let tally = Tally::new("boards moved under a screen", &["nowhere", "left behind"]);
    for (name, mishap) in some(MISHAPS) {
        let place = prepared();
        let mut terminal = Terminal::open(&place, &[], (120, 40), Kept::Screen, Answers::Never);
        if !terminal.shows(|text| text.contains("After the backup")) {
            tally.fault("hangs", format!("{name}: no home screen: {}", terminal.text()));
            continue;
        }
        mishap(&place);
        for n in 0..3 {
            let mark = format!("Mark{n}x");
            terminal.press("n");
            terminal.press(&mark);
            terminal.press("\r");
            let told = |text: &str| text.lines().any(|line| line.contains("added") && line.contains(&mark));
            // It says that it was added, or something else; either comes within the guard, and a change of size
            // shows that it answers.
            super::place::until(std::time::Duration::from_millis(300), || told(&terminal.text()));
            match terminal.resize(119 - n, 40) {
                Some(took) => tally.took(took, &format!("a screen whose board was {name}")),
                None if terminal.has_ended() => {}
                None => tally.fault("hangs", format!("{name}: {}", terminal.text())),
            }
            if told(&terminal.text()) && !is_somewhere(&place, &mark) {
                tally.fault("nowhere", format!("{name}: the screen said that {mark} was added"));
            }
            terminal.press("\x1b\x1b");
        }
        terminal.signal("TERM");
        if terminal.ended().is_none() || terminal.is_panic() {
            tally.fault("panics", format!("{name}: {}", terminal.last_words()));
        }
        let left = terminal.left_behind();
        if !left.is_empty() {
            tally.fault("left behind", format!("{name}: {left:?}"));
        }
        // The next command works on what is there, or says what is wrong.
        tally.look(&place.run(&["tasks"]));
        tally.look(&place.run(&["--as", "Ayu", "add", "And on"]));
        tally.count("mishaps", 1);
    }
    tally.end();
}

#[test]
fn a_board_that_goes_away_under_commands_is_said() {
    let tally = Tally::new("boards moved under commands", &["nowhere"]);
    for round in 0..share(50).max(1) {
        for (name, mishap) in some(MISHAPS) {
            let place = prepared();
            let stop = AtomicBool::new(false);
            let told: Vec<String> = thread::scope(|scope| {
                let workers: Vec<_> = (0..3)
                    .map(|n| {
                        let (place, tally, stop) = (&place, &tally, &stop);
                        scope.spawn(move || {
                            let mut told = Vec::new();
                            for turn in 0..12 {
                                let mark = format!("Mark{round}x{n}x{turn}x");
                                let add = ["--as", "Ayu", "add", &mark];
                                // What began before the mishap may be gone with the file; what began after it not.
                                let is_after = stop.load(Ordering::SeqCst);
                                let said = Running::start(place.command(&add)).finish().after(name);
                                tally.look(&said);
                                if said.is_done() && is_after {
                                    told.push(mark);
                                }
                            }
                            told
                        })
                    })
                    .collect();
                super::place::until(std::time::Duration::from_millis(40), || false);
                mishap(&place);
                stop.store(true, Ordering::SeqCst);
                workers.into_iter().flat_map(|worker| worker.join().expect("no worker panics")).collect()
            });
            tally.count("acknowledged after it", told.len());
            tally.count("mishaps", 1);
            for mark in told {
                if !is_somewhere(&place, &mark) {
                    tally.fault("nowhere", format!("{name}: {mark} was acknowledged"));
                }
            }
        }
    }
    tally.end();
}
