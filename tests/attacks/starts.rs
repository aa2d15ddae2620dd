//! `start` that is killed at any moment: there is no board, or a whole one; and no stray file stays for ever.

use std::time::Instant;

use super::place::{Place, Running};
use super::random::Random;
use super::share::share;
use super::tally::Tally;

/// What may lie in a team's folder.
const KNOWN: &[&str] = &["", "-wal", "-shm", "-lock"];

#[test]
fn starts_are_killed_at_any_moment() {
    let tally = Tally::new("kills of start", &["half", "stuck", "stray", "ill"]);
    let mut random = Random::new(tally.seed, 2);
    let since = Instant::now();
    for _ in 0..3 {
        Place::started();
    }
    let usual = since.elapsed() / 3;
    let wanted = share(100);
    let (mut killed, mut whole, mut tries) = (0, 0, 0);
    while killed < wanted && tries < wanted * 4 {
        tries += 1;
        let place = Place::new();
        let while_ = usual.mul_f64(random.below(1_250) as f64 / 1_000.0);
        let start = ["start", "Warung Kode", "--name", "Ayu"];
        let said = Running::start(place.command(&start)).kill_after(while_);
        killed += usize::from(said.is_killed);
        let case = format!("killed after {} µs", while_.as_micros());
        let seen = place.run(&["who", "--json"]);
        tally.look(&seen);
        let is_there = place.board.exists();
        if seen.is_done() {
            whole += 1;
            let board = place.run(&["export", "json"]).json();
            let first = board["members"][0]["name"].as_str();
            if board["name"].as_str() != Some("Warung Kode") || first != Some("Ayu") {
                tally.fault("half", format!("{case}: the board {} with {first:?}", board["name"]));
            }
            place.is_well(&tally, &case);
        } else if is_there {
            tally.fault("half", format!("{case}: a file that is no board: {}", seen.describe()));
        }
        if said.out.ends_with('\n') && !seen.is_done() {
            tally.fault("half", format!("{case}: it was acknowledged and is not there"));
        }
        // Again, as a person would: it works, or there is a board already, and one can work with it.
        let again = place.run(&start);
        tally.look(&again);
        if seen.is_done() == again.is_done() {
            tally.fault("stuck", format!("{case}: {}", again.describe()));
        }
        let add = place.run(&["--as", "Ayu", "add", "And on"]);
        tally.look(&add);
        if !add.is_done() {
            tally.fault("stuck", format!("{case}: {}", add.describe()));
        }
        if seen.is_done() {
            // What the next start in this folder clears away is not there for ever.
            let other = place.path("team/other.db").to_string_lossy().into_owned();
            let other = ["--board", &other, "start", "Another", "--name", "Ayu"];
            tally.look(&place.run(&other));
        }
        let strays = strays(&place);
        if !strays.is_empty() {
            tally.fault("stray", format!("{case}: {strays:?}"));
        }
    }
    tally.count("kills", killed);
    tally.count("boards whole", whole);
    tally.end();
}

fn strays(place: &Place) -> Vec<String> {
    let known = |name: &str| {
        ["board.db", "other.db"]
            .iter()
            .any(|board| name.strip_prefix(board).is_some_and(|suffix| KNOWN.contains(&suffix)))
    };
    let files = std::fs::read_dir(place.path("team")).unwrap();
    let names = files.map(|file| file.unwrap().file_name().to_string_lossy().into_owned());
    names.filter(|name| !known(name)).collect()
}
