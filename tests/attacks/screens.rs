//! Screens that are ended at any moment while keys write: what was said is there, and the terminal is given back wherever
//! that can be.

use std::time::Duration;

use super::place::{Place, until};
use super::random::Random;
use super::share::share;
use super::tally::Tally;
use super::terminal::{Answers, Kept, Terminal};

#[test]
fn screens_are_ended_at_any_moment() {
    let tally = Tally::new("kills of screens", &["lost", "left behind", "blocked", "ill"]);
    let mut random = Random::new(tally.seed, 6);
    let place = Place::started();
    place.must(&["add", "The first task"]);
    let mut acknowledged = Vec::new();
    for n in 0..share(80) {
        let mut terminal = Terminal::open(&place, &[], (120, 40), Kept::Screen, Answers::Never);
        if !terminal.shows(|text| text.contains("? keys")) {
            tally.fault("hangs", format!("no home screen: {}", terminal.text()));
            continue;
        }
        // Tasks are written down one after the other, each once the one before was acknowledged; the end comes in
        // the midst of the last.
        let told =
            |text: &str, mark: &str| text.lines().any(|line| line.contains("added") && line.contains(mark));
        let last = random.below(5);
        let write = |terminal: &Terminal, mark: &str| terminal.press(&format!("n{mark}\r"));
        for k in 0..last {
            let mark = format!("mark{n}x{k}x");
            write(&terminal, &mark);
            if terminal.shows(|text| told(text, &mark)) {
                acknowledged.push(mark);
            } else {
                tally.fault("hangs", format!("{mark} is not acknowledged: {}", terminal.text()));
            }
        }
        let mark = format!("mark{n}x{last}x");
        write(&terminal, &mark);
        until(Duration::from_micros(random.below(60_000) as u64), || false);
        let how = match n % 4 {
            0 | 1 => "KILL",
            2 => "TERM",
            _ => "window",
        };
        if how == "window" {
            terminal.close();
        } else {
            terminal.signal(how);
        }
        let status = terminal.ended();
        if status.is_none() {
            tally.fault("hangs", format!("it did not end by {how}"));
        }
        if terminal.is_panic() {
            tally.fault("panics", format!("{how}: {}", terminal.last_words()));
        }
        if how == "TERM" {
            let left = terminal.left_behind();
            if !left.is_empty() || status != Some(143) {
                tally.fault("left behind", format!("after SIGTERM, status {status:?}: {left:?}"));
            }
        }
        if told(&terminal.text(), &mark) {
            acknowledged.push(mark);
        }
        drop(terminal);
        let next = place.run(&["add", &format!("After the end {n}")]);
        tally.look(&next);
        if !next.is_done() {
            tally.fault("blocked", format!("after {how}: {}", next.describe()));
        }
        if n % 10 == 9 {
            place.is_well(&tally, &format!("after {n} ends"));
        }
        tally.count("ends", 1);
    }
    tally.count("acknowledged", acknowledged.len());
    let log = place.must(&["log", "--all"]).out;
    for mark in &acknowledged {
        if !log.contains(mark.as_str()) {
            tally.fault("lost", format!("the screen said that {mark} was added"));
        }
    }
    place.is_well(&tally, "at the end");
    tally.end();
}
