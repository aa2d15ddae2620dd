//! A terminal at the far end of a slow link: what it answers late is typed into nothing.

use std::time::Duration;

use super::sample::sample;
use super::share::share;
use super::tally::Tally;
use super::terminal::{Answers, Kept, Terminal};

const SIZE: (u16, u16) = (120, 40);

#[test]
fn late_answers_are_typed_into_nothing() {
    let tally = Tally::new("late terminals", &["typed", "left behind"]);
    let place = sample();
    let is_home = |text: &str| text.contains("5 Blockers") && text.contains("? keys");
    // As it looks when nothing ever answers.
    let look = |answers: Answers| -> Option<String> {
        let mut terminal = Terminal::open(&place, &[], SIZE, Kept::Screen, answers);
        let came = terminal.shows(is_home);
        if let Answers::After(_) = answers {
            terminal.has_answered();
        }
        // The keys are read after the answer. Had that opened something, they would not open the help.
        terminal.press("?");
        let opened = terminal.shows(|text| text.contains(" Keys "));
        terminal.press("\x1b");
        let shown = came && opened && terminal.shows(|text| is_home(text) && !text.contains(" Keys "));
        let text = terminal.text();
        let last = if shown { Some(text) } else { None };
        terminal.signal("TERM");
        let _ = terminal.ended();
        let left = terminal.left_behind();
        if !left.is_empty() {
            tally.fault("left behind", format!("{left:?}"));
        }
        last
    };
    let calm = look(Answers::Never).expect("there is a home screen");
    let delays: &[u64] = &[0, 20, 60, 90, 120, 200, 300, 500, 700, 1_000, 1_400, 2_000];
    for late in delays.iter().rev().take(share(120).clamp(3, delays.len())) {
        let answers = Answers::After(Duration::from_millis(*late));
        match look(answers) {
            Some(text) if text == calm => {}
            Some(text) => {
                let differ = text.lines().zip(calm.lines()).find(|(now, then)| now != then);
                tally.fault("typed", format!("after {late} ms the screen is another: {differ:?}"));
            }
            None => tally.fault("typed", format!("after {late} ms the keys do not mean what they mean")),
        }
        tally.count("delays", 1);
    }
    tally.end();
}
