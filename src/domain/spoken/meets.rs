//! When a team meets, as people say and type it: `mon-fri 9:15 15 min Asia/Jakarta`.

use chrono::NaiveTime;

use super::{parse_week, week};
use crate::domain::meets::{MINUTES_MOST, Meets, SLOTS_MOST, Slot};
use crate::domain::zone::Zone;
use crate::words::words;

/// Nothing that is longer is worth taking apart.
const TYPED_MAX: usize = 400;
/// Words that may stand between the others.
const BETWEEN: [&str; 11] =
    ["at", "on", "every", "for", "in", "and", "pukul", "jam", "setiap", "tiap", "selama"];

/// Why it cannot be told when a team meets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoMeets {
    /// A time without a day, or nothing at all.
    NoDay,
    NoTime,
    /// No zone was typed, and that of the machine is not known.
    NoZone,
    Minutes,
    TooMany,
    Word(String),
}

/// What of a slot was typed.
#[derive(Default)]
struct Typed {
    days: Vec<String>,
    time: Option<NaiveTime>,
    minutes: Option<u32>,
    zone: Option<Zone>,
}

/// When a team meets, as somebody types it: days, a time, minutes, a zone, as often as it takes. A meeting whose minutes
/// are not typed takes `minutes`; where no zone is, it is the other's, or `here`.
pub fn parse_meets(text: &str, minutes: u32, here: Option<Zone>) -> Result<Meets, NoMeets> {
    if text.len() > TYPED_MAX {
        return Err(NoMeets::TooMany);
    }
    // A stretch may be typed with blanks around its dash, which may be long.
    let text = text.to_lowercase().replace(['–', '—'], "-").replace(" - ", "-");
    let mut words = text.split([' ', '\t', ',', ';']).filter(|word| !word.is_empty()).peekable();
    let mut slots: Vec<Typed> = vec![Typed::default()];
    while let Some(word) = words.next() {
        let is_begun = slots.last().is_some_and(|slot| slot.time.is_some() && !slot.days.is_empty());
        if is_begun && parse_week(word).is_some() {
            slots.push(Typed::default());
        }
        let slot = slots.last_mut().expect("one is always there");
        if let Some(time) = clock(word) {
            if slot.time.replace(time).is_some() {
                return Err(NoMeets::NoDay);
            }
        } else if let Some(count) = counted(word) {
            if words.peek().is_some_and(|next| is_minute(next)) {
                words.next();
            }
            slot.minutes = Some(count);
        } else if parse_week(word).is_some() {
            slot.days.push(word.to_owned());
        } else if let Some(zone) = Zone::named(word) {
            slot.zone = Some(zone);
        } else if !BETWEEN.contains(&word) {
            return Err(NoMeets::Word(word.to_owned()));
        }
    }
    let said = slots.iter().find_map(|slot| slot.zone);
    let slots: Result<Vec<Slot>, NoMeets> =
        slots.into_iter().map(|slot| slot.whole(minutes, said.or(here))).collect();
    let slots = slots?;
    if slots.len() > SLOTS_MOST {
        return Err(NoMeets::TooMany);
    }
    Meets::of(slots).ok_or(NoMeets::Minutes)
}

impl Typed {
    fn whole(self, minutes: u32, zone: Option<Zone>) -> Result<Slot, NoMeets> {
        Ok(Slot {
            days: parse_week(&self.days.join(" ")).ok_or(NoMeets::NoDay)?,
            time: self.time.ok_or(NoMeets::NoTime)?,
            minutes: match self.minutes {
                None => minutes,
                Some(minutes) if (1..=MINUTES_MOST).contains(&minutes) => minutes,
                Some(_) => return Err(NoMeets::Minutes),
            },
            zone: self.zone.or(zone).ok_or(NoMeets::NoZone)?,
        })
    }
}

/// `9:15`, and `9.15` as it is written in Indonesian.
fn clock(word: &str) -> Option<NaiveTime> {
    let (hours, minutes) = word.split_once([':', '.'])?;
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let is_clock = (1..=2).contains(&hours.len()) && minutes.len() == 2 && digits(hours) && digits(minutes);
    NaiveTime::from_hms_opt(hours.parse().ok().filter(|_| is_clock)?, minutes.parse().ok()?, 0)
}

/// `15`, `15min`.
fn counted(word: &str) -> Option<u32> {
    let end = word.find(|c: char| !c.is_ascii_digit()).unwrap_or(word.len());
    let (digits, unit) = word.split_at(end);
    // What is too much to count is too long.
    let count = || digits.parse().unwrap_or(u32::MAX);
    (!digits.is_empty() && (unit.is_empty() || is_minute(unit))).then(count)
}

fn is_minute(word: &str) -> bool {
    matches!(word, "m" | "min" | "mins" | "minute" | "minutes" | "mnt" | "menit")
}

/// When a team meets: `Mon-Fri 09:15, 15 min, Asia/Jakarta`. It can be typed back.
pub fn meets(meets: &Meets) -> String {
    let slot =
        |slot: &Slot| words().meets_slot(week(slot.days), slot.clock(), slot.minutes, slot.zone.as_str());
    meets.slots().iter().map(slot).collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{Language, choose_here};

    fn typed(text: &str) -> Result<String, NoMeets> {
        parse_meets(text, 15, Zone::named("UTC")).map(|meets| meets.to_string())
    }

    #[test]
    fn it_is_typed_as_people_say_it() {
        let daily = "mon tue wed thu fri 09:15 15 Asia/Jakarta";
        for (text, means) in [
            ("mon-fri 9:15 15 min Asia/Jakarta", daily),
            ("Mon – Fri at 09:15 for 15 minutes, asia/jakarta", daily),
            ("senin-jumat pukul 9.15 15 menit WIB", daily),
            ("mon-fri 9:15 15min Asia/Jakarta", daily),
            ("Asia/Jakarta 9:15 mon-fri", daily),
            ("mon, wed 10:00", "mon wed 10:00 15 UTC"),
            ("every fri 16:30 60", "fri 16:30 60 UTC"),
            ("sen-min 8:00", "mon tue wed thu fri sat sun 08:00 15 UTC"),
            (
                "mon 9:15, tue-fri 10:00 20 min WITA",
                "mon 09:15 15 Asia/Makassar; tue wed thu fri 10:00 20 Asia/Makassar",
            ),
        ] {
            assert_eq!(typed(text).as_deref(), Ok(means), "{text}");
        }
    }

    #[test]
    fn what_cannot_be_told_is_said() {
        use NoMeets::{Minutes, NoDay, NoTime, NoZone, TooMany, Word};
        for (text, why) in [
            ("", NoDay),
            ("9:15", NoDay),
            ("mon 9:15 10:15", NoDay),
            ("mon-fri", NoTime),
            ("mon-fri 25:00", Word("25:00".into())),
            ("mon-fri 9am", Word("9am".into())),
            ("mon-fri 9:15 Asia/Nowhere", Word("asia/nowhere".into())),
            ("mon-fri 9:15 0 min", Minutes),
            ("mon-fri 9:15 481 min", Minutes),
            ("mon-fri 9:15 99999999999999 min", Minutes),
            (&"mon 9:15 ".repeat(8), TooMany),
        ] {
            assert_eq!(typed(text), Err(why), "{text}");
        }
        assert_eq!(parse_meets("mon 9:15", 15, None), Err(NoZone));
    }

    #[test]
    fn what_is_said_can_be_typed_back() {
        for language in Language::ALL {
            choose_here(language);
            for text in ["sun 09:15 15 Asia/Jakarta", "mon tue 09:00 45 UTC; sun 23:30 60 America/New_York"] {
                let known = Meets::read(text).unwrap();
                let said = meets(&known);
                assert_eq!(parse_meets(&said, 1, None).as_ref(), Ok(&known), "{said}");
            }
        }
    }
}
