//! What a team has to talk about, in the order in which it is worth its time: first where somebody waits, then by day,
//! then by age.

use std::cmp::Reverse;

use super::FindingKind;
use crate::domain::calendar::{At, Day};
use crate::domain::id::SubjectRef;

/// What kind of thing is talked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// Something was offered, and awaits a yes or a no.
    Offer,
    /// Something is to be decided.
    Decision,
    Blocker,
    Finding(FindingKind),
    /// Something is to be looked at again, or has to be soon.
    Review,
    /// A gap that somebody feels: nobody has taken it up, or all that it became has ended.
    Tension,
}

impl Sort {
    /// The word in texts and exports.
    pub fn as_str(self) -> &'static str {
        match self {
            Sort::Offer => "offer",
            Sort::Decision => "decision",
            Sort::Blocker => "blocker",
            Sort::Finding(_) => "finding",
            Sort::Review => "review",
            Sort::Tension => "tension",
        }
    }
}

/// Something to talk about.
#[derive(Debug, Clone, PartialEq)]
pub struct Topic {
    pub sort: Sort,
    /// What it is about, where that is one thing.
    pub about: Option<SubjectRef>,
    /// What there is to say, in a sentence.
    pub said: String,
    /// Who should be there, by name.
    pub who: Vec<String>,
    /// Whether somebody waits for it.
    pub waits: bool,
    /// Until when it is promised, or when it is due.
    pub day: Option<Day>,
    /// Since when it is so.
    pub since: Option<At>,
}

/// The order. What is as urgent and as old stays in the order in which it came.
pub fn in_order(topics: &mut [Topic]) {
    // What has no day or no age comes after what has one.
    topics.sort_by_key(|topic| {
        let day = topic.day.unwrap_or(Day::MAX);
        (Reverse(topic.waits), day, topic.since.unwrap_or(At::NEVER))
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::sketch::nov;

    fn topic(said: &str, waits: bool, day: Option<u32>, since: Option<i64>) -> Topic {
        Topic {
            sort: Sort::Finding(FindingKind::Gap),
            about: None,
            said: said.to_owned(),
            who: Vec::new(),
            waits,
            day: day.and_then(|day| Day::from_ymd_opt(2026, 11, day)),
            since: since.map(|day| nov(day, 9)),
        }
    }

    #[test]
    fn who_waits_comes_first_then_the_day_then_the_age() {
        let mut topics = [
            topic("nothing is known", false, None, None),
            topic("old", false, None, Some(2)),
            topic("older", false, None, Some(1)),
            topic("due", false, Some(20), Some(9)),
            topic("waits", true, None, Some(9)),
            topic("waits, promised", true, Some(30), None),
        ];
        in_order(&mut topics);
        let said: Vec<&str> = topics.iter().map(|topic| topic.said.as_str()).collect();
        assert_eq!(said, ["waits, promised", "waits", "due", "older", "old", "nothing is known"]);
    }
}
