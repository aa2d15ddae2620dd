//! The days of the week on which a team works.
//!
//! **Invariant:** a week has at least one working day, so that whoever counts working days arrives.

use std::fmt;

use chrono::{Datelike, Weekday};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::calendar::Day;

/// A set of weekdays, never empty: bit 0 is Monday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Week(u8);

/// The days as records, tables and exports write them.
const WORDS: [(Weekday, &str); 7] = [
    (Weekday::Mon, "mon"),
    (Weekday::Tue, "tue"),
    (Weekday::Wed, "wed"),
    (Weekday::Thu, "thu"),
    (Weekday::Fri, "fri"),
    (Weekday::Sat, "sat"),
    (Weekday::Sun, "sun"),
];

impl Default for Week {
    fn default() -> Week {
        Week::MON_TO_FRI
    }
}

impl Week {
    /// What holds unless a team says otherwise.
    pub const MON_TO_FRI: Week = Week(0b001_1111);

    /// The week of these days; `None` without any.
    pub fn of(days: impl IntoIterator<Item = Weekday>) -> Option<Week> {
        let bits = days.into_iter().fold(0, |bits, day| bits | bit(day));
        (bits != 0).then_some(Week(bits))
    }

    /// The week whose days are written so, with blanks between.
    pub fn read(text: &str) -> Option<Week> {
        let day = |word: &str| WORDS.iter().find(|(_, known)| *known == word).map(|(day, _)| *day);
        let days: Option<Vec<Weekday>> = text.split_whitespace().map(day).collect();
        days.and_then(Week::of)
    }

    /// Whether people work on that day.
    pub fn works_on(self, day: Day) -> bool {
        self.has(day.weekday())
    }

    pub fn has(self, day: Weekday) -> bool {
        self.0 & bit(day) != 0
    }

    /// How many of its days are working days: 1 to 7.
    pub fn working_days(self) -> u32 {
        self.0.count_ones()
    }

    /// Its days, from Monday on.
    pub fn days(self) -> impl Iterator<Item = Weekday> {
        WORDS.iter().map(|(day, _)| *day).filter(move |day| self.has(*day))
    }
}

fn bit(day: Weekday) -> u8 {
    1 << day.num_days_from_monday()
}

impl fmt::Display for Week {
    /// As [`Week::read`] takes it: `mon tue wed`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words: Vec<&str> =
            WORDS.iter().filter(|(day, _)| self.has(*day)).map(|(_, word)| *word).collect();
        f.write_str(&words.join(" "))
    }
}

impl Serialize for Week {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Week {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Week, D::Error> {
        let text = String::deserialize(d)?;
        Week::read(&text).ok_or_else(|| serde::de::Error::custom("no working days"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_week_reads_back_as_it_is_written() {
        for bits in 1..=127 {
            let week = Week(bits);
            assert_eq!(Week::read(&week.to_string()), Some(week));
        }
        assert_eq!(Week::MON_TO_FRI.to_string(), "mon tue wed thu fri");
    }

    #[test]
    fn a_week_without_a_working_day_is_none() {
        assert_eq!((Week::read(""), Week::read("mon someday"), Week::of([])), (None, None, None));
        assert!(serde_json::from_str::<Week>("\"\"").is_err());
    }
}
