//! Times as people say and type them.
//!
//! The clock is never read here: today, now and the distance from UTC come in.

mod measure;
mod meets;
mod typed;
mod week;
pub mod word;

use chrono::{Datelike, FixedOffset, NaiveDateTime, Timelike};
pub use measure::{NoNumber, decimal, editable, number, parse_number};
pub use meets::{NoMeets, meets, parse_meets};
pub use typed::{parse_day, parse_past_day};
pub use week::{parse_week, week};

use super::calendar::{At, Day};
use crate::words::words;

const MINUTE_MS: i64 = 60_000;
/// Up to here days are counted: a stand-up says "12 days", not "a week and a half".
const DAYS_SHOWN: i64 = 14;
/// Up to here weeks are counted.
const WEEKS_SHOWN: i64 = 9;

/// How long ago `from` was, short enough for a column: `now`, `5 min`, `3 h`, `12 d`, `3 w`, `5 mo`, `2 y`. What lies
/// ahead, by a clock that goes wrong elsewhere, is now.
pub fn age(from: At, now: At) -> String {
    let minutes = now.0.saturating_sub(from.0).max(0) / MINUTE_MS;
    let (hours, days) = (minutes / 60, minutes / (24 * 60));
    if minutes == 0 {
        words().times_now()
    } else if hours == 0 {
        words().times_minutes(minutes)
    } else if days == 0 {
        words().times_hours(hours)
    } else if days < DAYS_SHOWN {
        words().times_days(days)
    } else if days < WEEKS_SHOWN * 7 {
        words().times_weeks(days / 7)
    } else if days < 2 * 365 {
        words().times_months(days * 12 / 365)
    } else {
        words().times_years(days / 365)
    }
}

/// A day as seen from today: `today`, `tomorrow`, `yesterday`, else as [`date`] says it.
pub fn day(day: Day, today: Day) -> String {
    match day.signed_duration_since(today).num_days() {
        0 => words().times_today(),
        1 => words().times_tomorrow(),
        -1 => words().times_yesterday(),
        _ => date(day, today),
    }
}

/// A day by its name: `Tue 24 Nov`, with the year where it is not that of `seen_from`. For sentences that are read
/// again later, when another day is today.
pub fn date(day: Day, seen_from: Day) -> String {
    let date = words().times_date(
        words().times_weekday(day.weekday().number_from_monday()),
        day.day(),
        words().times_month(day.month()),
    );
    if day.year() == seen_from.year() { date } else { words().times_date_year(date, day.year()) }
}

/// A moment where `offset` is the distance from UTC: `Sat 21 Nov 09:31`, with the year where it is not that of `today`.
pub fn weekday_time(at: At, offset: FixedOffset, today: Day) -> String {
    words().times_moment(date(local_day(at, offset), today), clock(at, offset))
}

/// The clock of a moment where `offset` is the distance from UTC: `09:31`.
pub fn clock(at: At, offset: FixedOffset) -> String {
    let local = local(at, offset);
    format!("{:02}:{:02}", local.hour(), local.minute())
}

/// The day of a moment where `offset` is the distance from UTC.
pub fn local_day(at: At, offset: FixedOffset) -> Day {
    local(at, offset).date()
}

/// At the ends of the calendar, where there is no later or earlier time to go to, the offset is left out.
fn local(at: At, offset: FixedOffset) -> NaiveDateTime {
    let utc = at.to_utc().naive_utc();
    utc.checked_add_offset(offset).unwrap_or(utc)
}

/// A name as a heading begins: with a capital letter.
pub fn begun(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn an_age_is_short() {
        let said = |minutes: i64| age(At(0), At(minutes * MINUTE_MS));
        let hour = 60;
        let day = 24 * hour;
        for (minutes, expected) in [
            (0, "now"),
            (5, "5 min"),
            (3 * hour + 59, "3 h"),
            (2 * day, "2 d"),
            (13 * day, "13 d"),
            (14 * day, "2 w"),
            (62 * day, "8 w"),
            (63 * day, "2 mo"),
            (160 * day, "5 mo"),
            (400 * day, "13 mo"),
            (800 * day, "2 y"),
        ] {
            assert_eq!(said(minutes), expected);
        }
        assert_eq!(said(-5), "now", "a clock elsewhere may be ahead");
    }

    #[test]
    fn a_near_day_is_said_by_its_distance() {
        let today = on("2026-11-21");
        assert_eq!(day(today, today), "today");
        assert_eq!(day(on("2026-11-22"), today), "tomorrow");
        assert_eq!(day(on("2026-11-20"), today), "yesterday");
        assert_eq!(day(on("2026-11-24"), today), "Tue 24 Nov");
        assert_eq!(day(on("2027-03-01"), today), "Mon 1 Mar 2027");
    }

    #[test]
    fn a_moment_is_said_in_local_time() {
        let at =
            At("2026-11-21T02:31:00Z".parse::<chrono::DateTime<chrono::Utc>>().unwrap().timestamp_millis());
        let jakarta = FixedOffset::east_opt(7 * 3600).unwrap();
        assert_eq!(weekday_time(at, jakarta, on("2026-01-01")), "Sat 21 Nov 09:31");
        assert_eq!(weekday_time(at, jakarta, on("2027-01-01")), "Sat 21 Nov 2026 09:31");
        let new_year = At::start_of(on("2027-01-01"));
        assert_eq!(weekday_time(new_year, jakarta, on("2027-01-01")), "Fri 1 Jan 07:00");
        let honolulu = FixedOffset::west_opt(10 * 3600).unwrap();
        assert_eq!(local_day(at, honolulu), on("2026-11-20"));
    }

    #[test]
    fn moments_beyond_any_calendar_do_not_panic() {
        let far = FixedOffset::east_opt(14 * 3600).unwrap();
        for at in [At(i64::MIN), At::NEVER] {
            let _ = (
                weekday_time(at, far, at.day()),
                age(at, At::NEVER),
                age(At::NEVER, at),
                day(at.day(), Day::MIN),
            );
        }
    }
}
