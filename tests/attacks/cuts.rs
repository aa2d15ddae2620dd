//! The board's file, or the log beside it, ends somewhere: that is said, and nothing is invented.

use super::flips::judge;
use super::place::overwrite;
use super::random::Random;
use super::sample::{Seen, sample};
use super::share::share;
use super::snapshot::Snapshot;
use super::tally::Tally;

#[test]
fn the_file_is_cut_anywhere() {
    let tally = Tally::new("cuts", &["unsaid", "lost"]);
    let mut random = Random::new(tally.seed, 4);
    let place = sample();
    let snapshot = Snapshot::of(place.folder());
    let before = Seen::of(&place, &tally, "nothing");
    let whole = snapshot.bytes(&place.board).to_vec();
    for n in 0..share(50).max(4) {
        snapshot.restore();
        // The ends of pages are what a file system leaves.
        let length = match n {
            0 => 0,
            1 => whole.len() - 1,
            _ if n % 2 == 0 => random.below(whole.len() / 4096) * 4096,
            _ => random.below(whole.len()),
        };
        overwrite(&place.board, &whole[..length]).unwrap();
        judge(&place, &tally, &before, &format!("cut at {length} of {}", whole.len()));
        tally.count("cuts", 1);
    }
    tally.end();
}

/// What a process leaves that is killed: the newest changes stand in the log only.
#[test]
fn the_log_of_a_killed_process_is_cut_or_turned_anywhere() {
    let tally = Tally::new("cuts of the log", &["unsaid", "lost"]);
    let mut random = Random::new(tally.seed, 5);
    let place = sample();
    let log = place.beside("-wal");
    let snapshot = {
        // Whoever reads keeps the log from being folded into the file.
        let reader = place.sql();
        reader.execute_batch("BEGIN; SELECT count(*) FROM journal;").unwrap();
        for n in 0..6 {
            place.must(&["--as", "Budi", "add", &format!("Only in the log {n}"), "--claim"]);
        }
        Snapshot::of(place.folder())
    };
    snapshot.restore();
    let before = Seen::of(&place, &tally, "nothing");
    assert!(before.says("Only in the log 5"), "the log is read");
    let whole = snapshot.bytes(&log).to_vec();
    assert!(whole.len() > 32 + 6 * 4120, "the changes stand in the log");
    for n in 0..share(50).max(4) {
        snapshot.restore();
        let at = random.below(whole.len());
        let case = if n % 2 == 0 {
            overwrite(&log, &whole[..at]).unwrap();
            format!("log cut at {at} of {}", whole.len())
        } else {
            let mut flipped = whole.clone();
            flipped[at] ^= 1 << random.below(8);
            overwrite(&log, &flipped).unwrap();
            format!("log turned at {at} of {}", whole.len())
        };
        judge(&place, &tally, &before, &case);
        tally.count("cuts", 1);
    }
    snapshot.restore();
    std::fs::remove_file(&log).unwrap();
    judge(&place, &tally, &before, "the log is gone");
    tally.end();
}
