//! When a team meets: on which days, at which time of which zone. It reminds, and nothing happens by itself.

use std::fmt;

use chrono::{Days, NaiveTime};
use serde::{Deserialize, Serialize};

use super::calendar::{At, Day};
use super::meeting::MeetingKind;
use super::week::Week;
use super::zone::Zone;

/// So long before it begins a meeting is announced.
pub const ANNOUNCED_MS: i64 = 30 * MINUTE_MS;
/// So many minutes a meeting takes at most.
pub const MINUTES_MOST: u32 = 480;
/// So many times one kind of meeting is held at most, each with days and a time of its own.
pub const SLOTS_MOST: usize = 7;

const MINUTE_MS: i64 = 60_000;
/// A time as records and tables write it.
const TIME: &str = "%H:%M";

/// When one kind of meeting is held. It is never empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meets(Vec<Slot>);

/// Days of the week on which a team meets at the same time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot {
    pub days: Week,
    pub time: NaiveTime,
    pub minutes: u32,
    pub zone: Zone,
}

/// The same as records write it. A zone that only a newer version knows is kept there, without effect here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WrittenSlot {
    pub weekdays: Week,
    pub time: String,
    pub minutes: u32,
    pub zone: String,
}

/// One time that a team meets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sitting {
    pub kind: MeetingKind,
    pub starts: At,
    pub ends: At,
}

impl Meets {
    /// What is held in these slots; `None` without any, or where there are too many.
    pub fn of(slots: Vec<Slot>) -> Option<Meets> {
        let fits = |slot: &Slot| (1..=MINUTES_MOST).contains(&slot.minutes);
        ((1..=SLOTS_MOST).contains(&slots.len()) && slots.iter().all(fits)).then_some(Meets(slots))
    }

    pub fn slots(&self) -> &[Slot] {
        &self.0
    }

    /// As records write it.
    pub fn written(&self) -> Vec<WrittenSlot> {
        self.0.iter().map(|slot| WrittenSlot::from(*slot)).collect()
    }

    /// What is known of what was written.
    pub fn known(written: &[WrittenSlot]) -> Option<Meets> {
        let slots = written.iter().take(SLOTS_MOST).filter_map(WrittenSlot::known);
        Meets::of(slots.filter(|slot| (1..=MINUTES_MOST).contains(&slot.minutes)).collect())
    }

    /// Takes back what [`Meets`] displays.
    pub fn read(text: &str) -> Option<Meets> {
        Meets::of(text.split("; ").map(Slot::read).collect::<Option<_>>()?)
    }

    /// What is held from a moment until another, at most a year; by slots.
    pub fn between(&self, kind: MeetingKind, from: At, until: At) -> Vec<Sitting> {
        let mut sittings = Vec::new();
        for slot in &self.0 {
            let days =
                slot.zone.day(from).iter_days().take(366).take_while(|day| *day <= slot.zone.day(until));
            let held = days.filter(|day| slot.days.works_on(*day)).map(|day| slot.sitting(kind, day));
            sittings.extend(held.filter(|sitting| sitting.starts >= from && sitting.starts < until));
        }
        sittings
    }

    /// The meeting that is to be announced at a moment: the first that is not over and begins within half an hour.
    pub fn announced(&self, kind: MeetingKind, now: At) -> Option<Sitting> {
        let sittings = self.0.iter().flat_map(|slot| slot.around(kind, now));
        sittings.filter(|sitting| sitting.is_announced(now)).min_by_key(|sitting| sitting.starts)
    }
}

impl Slot {
    /// What is held on the days around a moment.
    fn around(&self, kind: MeetingKind, now: At) -> impl Iterator<Item = Sitting> + use<'_> {
        let today = self.zone.day(now);
        let days = [today.checked_sub_days(Days::new(1)), Some(today), today.checked_add_days(Days::new(1))];
        let held = days.into_iter().flatten().filter(|day| self.days.works_on(*day));
        held.map(move |day| self.sitting(kind, day))
    }

    fn sitting(&self, kind: MeetingKind, day: Day) -> Sitting {
        let starts = self.zone.moment(day, self.time);
        let lasts = i64::from(self.minutes).saturating_mul(MINUTE_MS);
        Sitting { kind, starts, ends: At(starts.0.saturating_add(lasts)) }
    }

    fn read(text: &str) -> Option<Slot> {
        let (rest, zone) = text.rsplit_once(' ')?;
        let (rest, minutes) = rest.rsplit_once(' ')?;
        let (days, time) = rest.rsplit_once(' ')?;
        let minutes = minutes.parse().ok()?;
        let written =
            WrittenSlot { weekdays: Week::read(days)?, time: time.into(), minutes, zone: zone.into() };
        written.known()
    }
}

impl WrittenSlot {
    fn known(&self) -> Option<Slot> {
        let time = NaiveTime::parse_from_str(&self.time, TIME).ok()?;
        Some(Slot { days: self.weekdays, time, minutes: self.minutes, zone: Zone::named(&self.zone)? })
    }
}

impl From<Slot> for WrittenSlot {
    fn from(slot: Slot) -> WrittenSlot {
        WrittenSlot {
            weekdays: slot.days,
            time: slot.clock(),
            minutes: slot.minutes,
            zone: slot.zone.as_str().to_owned(),
        }
    }
}

impl Slot {
    /// Its time: `09:15`.
    pub fn clock(&self) -> String {
        self.time.format(TIME).to_string()
    }
}

impl Sitting {
    fn is_announced(&self, now: At) -> bool {
        now >= self.announced_from() && now < self.ends
    }

    /// From when on it is announced. Whoever began one since held this one.
    pub fn announced_from(&self) -> At {
        At(self.starts.0.saturating_sub(ANNOUNCED_MS))
    }

    /// In how many minutes it begins; 0 from its beginning on.
    pub fn minutes_left(&self, now: At) -> i64 {
        self.starts.0.saturating_sub(now.0).saturating_add(MINUTE_MS - 1).div_euclid(MINUTE_MS).max(0)
    }
}

impl fmt::Display for Meets {
    /// As [`Meets::read`] takes it: `mon tue 09:15 15 Asia/Jakarta; fri 10:00 15 Asia/Jakarta`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (n, slot) in self.0.iter().enumerate() {
            let between = if n > 0 { "; " } else { "" };
            write!(f, "{between}{} {} {} {}", slot.days, slot.clock(), slot.minutes, slot.zone.as_str())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KIND: MeetingKind = MeetingKind::Standup;

    fn at(text: &str) -> At {
        text.parse::<chrono::DateTime<chrono::Utc>>().unwrap().into()
    }

    fn announced(meets: &str, now: &str) -> Option<i64> {
        let meets = Meets::read(meets).unwrap();
        meets.announced(KIND, at(now)).map(|sitting| sitting.minutes_left(at(now)))
    }

    #[test]
    fn what_is_held_within_some_days_is_by_the_clocks_there() {
        let meets = Meets::read("mon fri 09:15 15 Europe/Berlin").unwrap();
        let between = meets.between(KIND, at("2026-10-23T07:16:00Z"), at("2026-11-02T08:15:00Z"));
        let starts: Vec<String> =
            between.iter().map(|sitting| sitting.starts.to_utc().to_rfc3339()).collect();
        // The clocks there were put back on Sunday. What has begun is not ahead, and the end is not within.
        assert_eq!(starts, ["2026-10-26T08:15:00+00:00", "2026-10-30T08:15:00+00:00"]);
        assert_eq!(between[0].ends.0 - between[0].starts.0, 15 * MINUTE_MS);
    }

    #[test]
    fn it_reads_back_as_it_is_written() {
        for text in [
            "mon tue wed thu fri 09:15 15 Asia/Jakarta",
            "mon 09:00 15 UTC; fri 16:30 60 America/Argentina/Buenos_Aires",
        ] {
            let meets = Meets::read(text).unwrap();
            assert_eq!(meets.to_string(), text);
            assert_eq!(Meets::known(&meets.written()), Some(meets));
        }
        for text in
            ["", "09:15 15 UTC", "mon 15 UTC", "mon 25:00 15 UTC", "mon 09:15 0 UTC", "mon 09:15 15 Here"]
        {
            assert_eq!(Meets::read(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_not_known_of_it_is_left_out() {
        let mut written = Meets::read("mon 09:00 15 UTC; fri 16:30 60 UTC").unwrap().written();
        written[0].zone = "Mars/Olympus".into();
        assert_eq!(Meets::known(&written).unwrap().to_string(), "fri 16:30 60 UTC");
        written[1].minutes = 0;
        assert_eq!(Meets::known(&written), None);
    }

    #[test]
    fn a_meeting_is_announced_from_half_an_hour_before_until_it_is_over() {
        let meets = "mon tue wed thu fri 09:15 15 Asia/Jakarta";
        for (now, left) in [
            ("2026-11-23T01:44:59Z", None),
            ("2026-11-23T01:45:00Z", Some(30)),
            ("2026-11-23T02:03:00Z", Some(12)),
            ("2026-11-23T02:03:59Z", Some(12)),
            ("2026-11-23T02:14:59Z", Some(1)),
            ("2026-11-23T02:15:00Z", Some(0)),
            ("2026-11-23T02:29:59Z", Some(0)),
            ("2026-11-23T02:30:00Z", None),
            ("2026-11-22T02:10:00Z", None),
        ] {
            assert_eq!(announced(meets, now), left, "{now}");
        }
    }

    #[test]
    fn midnight_is_in_nobodys_way() {
        // It is Sunday in New York, where they meet, and Monday in UTC already.
        assert_eq!(announced("sun 23:50 30 America/New_York", "2026-11-23T04:40:00Z"), Some(10));
        assert_eq!(
            announced("sun 23:50 30 America/New_York", "2026-11-23T05:10:00Z"),
            Some(0),
            "past midnight"
        );
        assert_eq!(
            announced("mon 00:10 30 America/New_York", "2026-11-23T04:50:00Z"),
            Some(20),
            "the next day"
        );
    }

    #[test]
    fn the_first_of_two_is_announced() {
        let meets = "mon 09:15 15 UTC; mon 09:20 15 UTC";
        assert_eq!(announced(meets, "2026-11-23T09:10:00Z"), Some(5));
        assert_eq!(announced(meets, "2026-11-23T09:31:00Z"), Some(0));
    }
}
