//! Commands that are killed at any moment: what was said is there, nothing is half, and the next command works at once.

use std::collections::HashSet;
use std::time::Instant;

use super::place::{Place, Running};
use super::random::Random;
use super::share::share;
use super::tally::Tally;

/// How often it is tried to hit a command before it ends by itself.
const TRIES: usize = 4;

#[test]
fn commands_are_killed_at_any_moment() {
    let tally = Tally::new("kills of commands", &["lost", "half", "ill", "blocked"]);
    let mut random = Random::new(tally.seed, 1);
    let place = Place::started();
    let handle = place.must(&["add", "The first task", "--json"]).handle();
    let since = Instant::now();
    for n in 0..5 {
        place.must(&["add", &format!("Measure {n}")]);
    }
    let usual = since.elapsed() / 5;
    let mut acknowledged = Vec::new();
    let mut at_once = HashSet::new();
    let wanted = share(250);
    let (mut killed, mut tries) = (0, 0);
    while killed < wanted && tries < wanted * TRIES {
        tries += 1;
        let mark = format!("mark{tries}x");
        let args: Vec<&str> = match random.below(10) {
            0..4 => vec!["add", &mark],
            4..7 => vec!["add", &mark, "--claim"],
            7 => vec!["remark", &handle, &mark],
            8 => vec!["edit", &handle, "--notes", &mark],
            _ => vec!["block", &handle, &mark],
        };
        if args.contains(&"--claim") {
            at_once.insert(mark.clone());
        }
        let while_ = usual.mul_f64(random.below(1_300) as f64 / 1_000.0);
        let said = Running::start(place.command(&args)).kill_after(while_);
        if said.is_killed {
            killed += 1;
        }
        // Whoever was told of it before the end was told.
        if said.is_done() || said.out.ends_with('\n') {
            acknowledged.push(mark.clone());
        }
        let next = place.run(&["remark", &handle, "and on"]);
        tally.look(&next);
        if !next.is_done() {
            tally.fault("blocked", format!("after the kill of {}: {}", args.join(" "), next.describe()));
        }
        if tries % 25 == 0 {
            place.is_well(&tally, &format!("after {tries} kills"));
        }
    }
    tally.count("kills", killed);
    tally.count("acknowledged", acknowledged.len());
    let lines: Vec<String> = {
        let connection = place.sql();
        let mut statement = connection.prepare("SELECT line FROM journal").unwrap();
        let lines = statement.query_map([], |row| row.get(0)).unwrap();
        lines.collect::<Result<_, _>>().unwrap()
    };
    let words: HashSet<&str> =
        lines.iter().flat_map(|line| line.split(|c: char| !c.is_alphanumeric())).collect();
    for mark in &acknowledged {
        if !words.contains(mark.as_str()) {
            tally.fault("lost", format!("{mark} was acknowledged and is not in the journal"));
        }
    }
    // What is done at once is there as a whole: who adds and claims leads it.
    let export = place.must(&["export", "json"]).json();
    for task in export["tasks"].as_array().into_iter().flatten() {
        let title = task["title"].as_str().unwrap_or_default();
        let is_claimed = task["claims"].as_array().is_some_and(|claims| !claims.is_empty());
        if at_once.contains(title) && !is_claimed {
            tally.fault("half", format!("{title} was added and claimed at once, and is not claimed"));
        }
    }
    place.is_well(&tally, "at the end");
    tally.end();
}
