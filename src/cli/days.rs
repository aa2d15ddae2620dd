//! Days as people type them: ahead, behind, or at the end of other words.

use super::context::{Context, is_none, joined, short};
use super::stop::Stop;
use crate::domain::calendar::Day;
use crate::domain::spoken;
use crate::words::words;

impl Context {
    /// A day that lies ahead, as people type it.
    pub fn day(&mut self, text: &str) -> Result<Day, Stop> {
        let today = self.session()?.today();
        spoken::parse_day(text, today).ok_or_else(|| no_day(text))
    }

    /// A day that lies ahead of another: "from fri until tue" means the tuesday after.
    pub fn day_from(&mut self, text: &str, from: Day) -> Result<Day, Stop> {
        let day = self.day(text)?;
        let is_between = day >= self.session()?.today() && day < from;
        Ok(spoken::parse_day(text, from).filter(|_| is_between).unwrap_or(day))
    }

    /// The day at the end of several words, as many of them as make one, and what stands before it.
    pub fn day_behind<'t>(&mut self, typed: &'t [String]) -> Result<(&'t [String], Day), Stop> {
        let at = days_place(typed, self.session()?.today());
        let (before, day) = typed.split_at(at);
        match day {
            [] => Err(Stop::usage(words().out_missing("<DAY>", 1), words().out_no_day_hint())),
            day => Ok((before, self.day(&joined(day))?)),
        }
    }

    /// A day that has been.
    pub fn past_day(&mut self, text: &str) -> Result<Day, Stop> {
        let today = self.session()?.today();
        spoken::parse_past_day(text, today).ok_or_else(|| no_day(text))
    }

    /// A day, if one is given.
    pub fn maybe_day(&mut self, text: Option<&str>) -> Result<Option<Day>, Stop> {
        text.map(|text| self.day(text)).transpose()
    }

    /// A day, or `none` to take it away.
    pub fn changed_day(&mut self, text: Option<&str>) -> Result<Option<Option<Day>>, Stop> {
        text.map(|text| if is_none(text) { Ok(None) } else { self.day(text).map(Some) }).transpose()
    }
}

/// Where a day begins at the end of words of which the first is none; where none does, behind the first.
fn days_place(typed: &[String], today: Day) -> usize {
    let is_day = |at: &usize| spoken::parse_day(&joined(&typed[*at..]), today).is_some();
    (1..typed.len()).find(is_day).unwrap_or(1.min(typed.len()))
}

fn no_day(text: &str) -> Stop {
    Stop::usage(words().out_no_day(short(text)), words().out_no_day_hint())
}
