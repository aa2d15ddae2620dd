//! The clock in the corner: of a time box what is left of it, else of the day.

use crate::domain::calendar::At;
use crate::domain::meeting;
use crate::domain::spoken;
use crate::insight::panel::Clock;
use crate::tui::kit::marks::marks;
use crate::words::words;

/// Boxes up to here are short: every second of them is told.
const SHORT: i64 = 120;
const MINUTE: i64 = 60;

/// Whether the clock calls for a look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Calls {
    Not,
    Now,
}

/// What the clock says.
pub fn said(clock: Clock, now: At) -> (String, Calls) {
    let words = words();
    let seconds = |from: At, to: At| to.0.saturating_sub(from.0) / 1000;
    match clock {
        Clock::OfDay(offset) => (spoken::clock(now, offset), Calls::Not),
        Clock::OfBox(meeting::Clock::Rests { seconds }) => {
            (words.stage_rests(minutes(seconds.into())), Calls::Not)
        }
        Clock::OfBox(meeting::Clock::Runs { since, until }) => {
            let (gone, whole, left) = (seconds(since, now), seconds(since, until), seconds(now, until));
            match left {
                _ if until < now => (call(words.stage_box_over(minutes(-left))), Calls::Now),
                _ if whole <= SHORT => (words.stage_clock(minutes(gone), minutes(whole)), Calls::Not),
                ..=MINUTE => (call(words.stage_last_minute()), Calls::Now),
                left => (words.stage_left((left + MINUTE - 1) / MINUTE), Calls::Not),
            }
        }
    }
}

/// What is left of a box to the second, for large letters; over, what it is over, with a sign before it.
pub fn left(clock: Clock, now: At) -> String {
    match clock {
        Clock::OfDay(offset) => spoken::clock(now, offset),
        Clock::OfBox(meeting::Clock::Rests { seconds }) => minutes(seconds.into()),
        Clock::OfBox(meeting::Clock::Runs { until, .. }) => {
            let milliseconds = until.0.saturating_sub(now.0);
            match milliseconds {
                // A second that has begun is still there.
                0.. => minutes((milliseconds + 999) / 1000),
                over => format!("-{}", minutes(-(over / 1000))),
            }
        }
    }
}

/// With a sign that is seen without colour.
fn call(said: String) -> String {
    format!("{said} {}", marks().changed)
}

/// `0:42`
fn minutes(seconds: i64) -> String {
    format!("{}:{:02}", seconds.max(0) / 60, seconds.max(0) % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_box_tells_minutes_and_a_short_one_seconds() {
        let at = |seconds: i64| At(seconds * 1000);
        let runs = |until: i64, now: i64| {
            said(Clock::OfBox(meeting::Clock::Runs { since: at(0), until: at(until) }), at(now))
        };
        let quiet = |text: &str| (text.to_owned(), Calls::Not);
        let calls = |text: &str| (text.to_owned(), Calls::Now);
        assert_eq!(runs(300, 0), quiet("5 min left"));
        assert_eq!(runs(300, 1), quiet("5 min left"));
        assert_eq!(runs(300, 239), quiet("2 min left"));
        assert_eq!(runs(300, 240), calls("LAST MINUTE ▌"));
        assert_eq!(runs(300, 370), calls("1:10 OVER ▌"));
        assert_eq!(runs(60, 42), quiet("0:42 of 1:00"));
        assert_eq!(runs(60, 61), calls("0:01 OVER ▌"));
        // A clock that goes wrong elsewhere.
        assert_eq!(runs(60, -5), quiet("0:00 of 1:00"));
        let large = |until: i64, now: i64| {
            left(Clock::OfBox(meeting::Clock::Runs { since: at(0), until: at(until) }), at(now))
        };
        assert_eq!([large(480, 60), large(60, 60), large(60, 130)], ["7:00", "0:00", "-1:10"]);
        let rests = said(Clock::OfBox(meeting::Clock::Rests { seconds: 70 }), at(0));
        assert_eq!(rests, quiet("paused, 1:10 left"));
    }
}
