//! Days and moments as other programs write them.

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};

/// A larger number of seconds lies behind the year 5100: such a number counts milliseconds.
const MOST_SECONDS: i64 = 100_000_000_000;

/// When something is or was, as exactly as the file tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum When {
    Day(NaiveDate),
    At(DateTime<Utc>),
}

impl When {
    /// RFC 3339 with or without zone, seconds and time of day, Taskwarrior's `20101121T205311Z`, or seconds or
    /// milliseconds since 1970. A time without a zone is told by a clock nobody knows, so that only its day counts.
    pub fn read(text: &str) -> Option<When> {
        let text = text.trim();
        if let Ok(at) = DateTime::parse_from_rfc3339(text) {
            return Some(When::At(at.with_timezone(&Utc)));
        }
        if let Ok(at) = NaiveDateTime::parse_from_str(text, "%Y%m%dT%H%M%SZ") {
            return Some(When::At(at.and_utc()));
        }
        if let Ok(day) = text.parse() {
            return Some(When::Day(day));
        }
        // A zone that is written as `+0700`, as Jira does.
        for format in ["%Y-%m-%dT%H:%M:%S%.f%z", "%Y-%m-%d %H:%M:%S%.f %z"] {
            if let Ok(at) = DateTime::parse_from_str(text, format) {
                return Some(When::At(at.with_timezone(&Utc)));
            }
        }
        let formats = [
            "%Y-%m-%dT%H:%M:%S%.f",
            "%Y-%m-%d %H:%M:%S%.f",
            "%Y-%m-%dT%H:%M",
            "%Y-%m-%d %H:%M",
            "%Y%m%dT%H%M%S",
        ];
        if let Some(at) = formats.iter().find_map(|format| NaiveDateTime::parse_from_str(text, format).ok()) {
            return Some(When::Day(at.date()));
        }
        let number: i64 = text.parse().ok()?;
        let at = match number.abs() {
            MOST_SECONDS.. => DateTime::from_timestamp_millis(number),
            _ => DateTime::from_timestamp(number, 0),
        };
        at.map(When::At)
    }

    /// The day, where `local` tells on which one a moment falls.
    pub fn day(self, local: fn(DateTime<Utc>) -> NaiveDate) -> NaiveDate {
        match self {
            When::Day(day) => day,
            When::At(at) => local(at),
        }
    }

    /// The moment; of a day its beginning in UTC.
    pub fn moment(self) -> DateTime<Utc> {
        match self {
            When::Day(day) => day.and_time(chrono::NaiveTime::MIN).and_utc(),
            When::At(at) => at,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_spelling_of_a_moment_is_read() {
        let at = When::read("2010-11-21T20:53:11Z");
        assert!(at.is_some());
        for text in [
            "20101121T205311Z",
            "1290372791",
            "1290372791000",
            "2010-11-21T21:53:11+01:00",
            " 2010-11-21T20:53:11.000Z",
            "2010-11-21T21:53:11.000+0100",
        ] {
            assert_eq!(When::read(text), at, "{text}");
        }
    }

    #[test]
    fn a_day_stays_a_day_and_a_time_without_a_zone_is_its_day() {
        let day = NaiveDate::from_ymd_opt(2026, 12, 24).map(When::Day);
        for text in ["2026-12-24", "2026-12-24T23:30:00", "2026-12-24 23:30", "2026-12-24T23:30:00.5"] {
            assert_eq!(When::read(text), day, "{text}");
        }
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in ["tomorrow", "", "99999999999999999", "2026-13-01", "12/24", "-"] {
            assert_eq!(When::read(text), None, "{text}");
        }
    }
}
