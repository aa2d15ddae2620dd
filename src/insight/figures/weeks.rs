//! Weeks of the calendar, from Monday on. As working days they are counted in UTC, so that everybody sees the same.

use chrono::{Datelike, TimeDelta};

use crate::domain::calendar::{At, Day};

/// The Monday with which the week of a day begins.
pub fn monday(day: Day) -> Day {
    day - TimeDelta::days(i64::from(day.weekday().num_days_from_monday()))
}

/// So many days before; the first day there is, before all calendars.
pub fn before(day: Day, days: i64) -> Day {
    day.checked_sub_signed(TimeDelta::days(days)).unwrap_or(Day::MIN)
}

/// The Mondays of the last weeks that are over, the oldest first: not before the week of `from`.
pub fn over(now: At, most: usize, from: Day) -> Vec<Day> {
    let this = monday(now.in_calendar().day());
    let from = monday(from.max(before(this, most as i64 * 7)));
    let weeks = (this - from).num_days().max(0) / 7;
    (0..weeks).map(|n| from + TimeDelta::days(n * 7)).collect()
}

/// When the week that begins on a Monday is over.
pub fn end(monday: Day) -> At {
    At::start_of(monday).plus_days(7)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::sketch::{day, nov};

    #[test]
    fn the_week_that_goes_on_is_not_among_those_that_are_over() {
        // The 16th is a Monday.
        assert_eq!(over(nov(18, 9), 2, day(1)), [day(2), day(9)]);
        assert_eq!(over(nov(16, 0), 2, day(1)), [day(2), day(9)]);
        assert_eq!(over(nov(15, 23), 2, day(4)), [day(2)], "from the week in which it begins");
        assert_eq!(over(nov(18, 9), 12, day(17)), Vec::<Day>::new());
    }

    #[test]
    fn no_clock_breaks_it() {
        for now in [At(i64::MIN), At::START, At::LAST, At::NEVER] {
            assert!(over(now, 12, now.in_calendar().day()).is_empty());
            assert!(over(now, 12, At::START.day()).len() <= 12);
        }
    }
}
