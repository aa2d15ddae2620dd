//! Moments, days and working days.
//!
//! Working days are counted in UTC: findings are kept in tables, and two replicas in different time zones must keep the
//! same ones. Only screens speak local time.

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveTime, Utc};
use serde::{Deserialize, Serialize};

use super::week::Week;

/// A moment: milliseconds since 1970 in UTC. For ages only; never compared to decide who was first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct At(pub i64);

/// A calendar day, without a time zone.
pub type Day = NaiveDate;

const DAY_MS: i64 = 86_400_000;

/// The day, if it is one of those that people speak of: from 1970, where moments begin, to 9999, since a year of five
/// digits does not sort as text.
pub fn known(day: Day) -> Option<Day> {
    (1970..=9999).contains(&day.year()).then_some(day)
}

impl At {
    /// Before everything: for what holds from the beginning.
    pub const START: At = At(0);
    /// After everything: for what never ends by itself.
    pub const NEVER: At = At(i64::MAX);
    /// The last moment of the calendar that a board has: the end of the year 9999. Later years have five digits, which
    /// neither sort nor read back as days.
    pub const LAST: At = At(253_402_300_799_999);

    /// Midnight (UTC) at which `day` begins.
    pub fn start_of(day: Day) -> At {
        day.and_time(NaiveTime::MIN).and_utc().into()
    }

    /// Midnight (UTC) at which `day` is over.
    pub fn end_of(day: Day) -> At {
        At::start_of(day).plus_days(1)
    }

    /// The UTC day of this moment; the last day there is, for one beyond all calendars.
    pub fn day(self) -> Day {
        self.to_utc().date_naive()
    }

    /// As a date and time; clamped to what a calendar can hold.
    pub fn to_utc(self) -> DateTime<Utc> {
        DateTime::from_timestamp_millis(self.0).unwrap_or(if self.0 < 0 {
            DateTime::<Utc>::MIN_UTC
        } else {
            DateTime::<Utc>::MAX_UTC
        })
    }

    /// The nearest moment from 1970 to 9999: what a clock that is wrong may say.
    pub fn in_calendar(self) -> At {
        self.clamp(At::START, At::LAST)
    }

    /// So many times 24 hours later.
    pub fn plus_days(self, days: i64) -> At {
        At(self.0.saturating_add(days.saturating_mul(DAY_MS)))
    }

    /// The same time of day, so many working days later. From a day of rest it counts as from the next working day.
    pub fn plus_working_days(self, days: u32, week: Week) -> At {
        let mut day = self.day();
        let mut time = At(self.0 - At::start_of(day).0);
        if !week.works_on(day) {
            time = At(0);
            while !week.works_on(day) {
                let Some(next) = day.succ_opt() else { return At::NEVER };
                day = next;
            }
        }
        // Whole weeks at once, so that no number of days costs more than another.
        let Some(mut day) = day.checked_add_days(Days::new(u64::from(days / week.working_days()) * 7)) else {
            return At::NEVER;
        };
        for _ in 0..days % week.working_days() {
            loop {
                let Some(next) = day.succ_opt() else { return At::NEVER };
                day = next;
                if week.works_on(day) {
                    break;
                }
            }
        }
        At(At::start_of(day).0.saturating_add(time.0))
    }

    /// The moment so many working days before the end of `day`.
    pub fn working_days_before(day: Day, days: u32, week: Week) -> At {
        let mut at = day;
        let mut left = days;
        while left > 0 {
            let Some(before) = at.pred_opt() else { return At::START };
            at = before;
            if week.works_on(at) {
                left -= 1;
            }
        }
        At::start_of(at)
    }

    /// Whole 24-hour days from this moment to `later`; 0 where that is not later.
    pub fn days_until(self, later: At) -> i64 {
        (later.0.saturating_sub(self.0) / DAY_MS).max(0)
    }

    /// Whole working days from this moment to `later`.
    pub fn working_days_until(self, later: At, week: Week) -> i64 {
        let (from, to) = (self.day(), later.day());
        if later <= self {
            return 0;
        }
        let calendar_days = (to - from).num_days();
        let mut working = calendar_days / 7 * i64::from(week.working_days());
        let mut day = from;
        for _ in 0..calendar_days % 7 {
            let Some(next) = day.succ_opt() else { break };
            day = next;
            working += i64::from(week.works_on(day));
        }
        working
    }
}

impl From<DateTime<Utc>> for At {
    fn from(time: DateTime<Utc>) -> At {
        At(time.timestamp_millis())
    }
}

#[cfg(test)]
mod tests {
    use chrono::Weekday;

    use super::*;

    fn at(text: &str) -> At {
        format!("{text}:00Z").parse::<DateTime<Utc>>().unwrap().into()
    }

    #[test]
    fn a_weekend_does_not_count() {
        let week = Week::MON_TO_FRI;
        let plus = |from: &str, days| at(from).plus_working_days(days, week);
        assert_eq!(plus("2026-11-20T15:00", 1), at("2026-11-23T15:00"), "Friday to Monday");
        assert_eq!(plus("2026-11-21T15:00", 1), at("2026-11-24T00:00"), "Saturday counts as Monday");
        assert_eq!(plus("2026-11-18T15:00", 8), at("2026-11-30T15:00"));
        assert_eq!(at("2026-11-20T15:00").working_days_until(at("2026-11-24T09:00"), week), 2);
        assert_eq!(At::working_days_before(at("2026-11-24T00:00").day(), 3, week), at("2026-11-19T00:00"));
    }

    #[test]
    fn a_team_that_works_one_day_a_week_counts_weeks() {
        let thursdays = Week::of([Weekday::Thu]).unwrap();
        assert_eq!(
            at("2026-11-19T15:00").plus_working_days(2, thursdays),
            at("2026-12-03T15:00"),
            "from a Thursday"
        );
        assert_eq!(at("2026-11-20T15:00").plus_working_days(0, thursdays), at("2026-11-26T00:00"));
        assert_eq!(at("2026-11-19T15:00").working_days_until(at("2026-12-03T15:00"), thursdays), 2);
        assert_eq!(
            At::working_days_before(at("2026-11-24T00:00").day(), 1, thursdays),
            at("2026-11-19T00:00")
        );
    }

    #[test]
    fn any_week_counts_as_day_by_day() {
        for bits in 1..128u8 {
            let weekdays = (0..7u8).filter(|n| bits >> n & 1 == 1).map(|n| Weekday::try_from(n).unwrap());
            let week = Week::of(weekdays).unwrap();
            let from = at("2026-11-18T15:00");
            let first = from.plus_working_days(0, week);
            for days in 0..20 {
                let later = from.plus_working_days(days, week);
                assert!(week.works_on(later.day()));
                assert_eq!(first.working_days_until(later, week), i64::from(days), "{week}");
            }
        }
    }

    #[test]
    fn the_calendar_ends_with_the_last_year_of_four_digits() {
        assert_eq!(At::NEVER.in_calendar().day().to_string(), "9999-12-31");
        assert_eq!(At(At::LAST.0 + 1).day().to_string(), "+10000-01-01");
        assert_eq!(At(-1).in_calendar(), At::START);
    }

    #[test]
    fn moments_beyond_any_calendar_do_not_panic() {
        let week = Week::MON_TO_FRI;
        for moment in [At(i64::MIN), At::NEVER] {
            let _ = (moment.day(), moment.plus_days(i64::MAX), moment.plus_working_days(u32::MAX, week));
            let _ = At::START.working_days_until(moment, week);
        }
    }
}
