//! Working weeks as people say and type them: `mon-fri`, `mon wed fri`, `senin-kamis`.

use chrono::Weekday;

use super::typed::weekday;
use crate::domain::week::Week;
use crate::words::words;

/// No week is longer to type.
const TYPED_MAX: usize = 120;

/// The week that somebody types: days and stretches of days, in English or Indonesian. `None` where it cannot be told.
pub fn parse_week(text: &str) -> Option<Week> {
    if text.len() > TYPED_MAX {
        return None;
    }
    // A stretch may be typed with blanks around its dash, which may be long.
    let text = text.to_lowercase().replace(['–', '—'], "-").replace(" - ", "-");
    let mut days = Vec::new();
    for part in text.split([' ', ',', ';', '+']).filter(|part| !part.is_empty()) {
        match part.split_once('-') {
            None => days.push(weekday(part)?),
            Some((from, to)) => {
                let (mut day, last) = (weekday(from)?, weekday(to)?);
                days.push(day);
                while day != last {
                    day = day.succ();
                    days.push(day);
                }
            }
        }
    }
    Week::of(days)
}

/// The days of a week, those in a row of three or more as a stretch: `Mon-Fri`, `Mon, Wed-Sat`. It can be typed back.
pub fn week(week: Week) -> String {
    let name = |day: Weekday| words().times_weekday(day.number_from_monday());
    let mut parts: Vec<String> = Vec::new();
    let days: Vec<Weekday> = week.days().collect();
    let rows = days.chunk_by(|a, b| a.succ() == *b);
    for row in rows {
        match row {
            [first, _, .., last] if row.len() > 2 => parts.push(format!("{}-{}", name(*first), name(*last))),
            row => parts.extend(row.iter().map(|day| name(*day))),
        }
    }
    parts.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{Language, choose_here};

    #[test]
    fn weeks_are_typed_as_people_say_them() {
        for (typed, said) in [
            ("mon-thu", "Mon-Thu"),
            ("Monday – Friday", "Mon-Fri"),
            ("sen-kam", "Mon-Thu"),
            ("mon, wed,fri", "Mon, Wed, Fri"),
            ("sat-mon", "Mon, Sat, Sun"),
            ("tue", "Tue"),
            ("senin-minggu", "Mon-Sun"),
        ] {
            assert_eq!(parse_week(typed).map(week).as_deref(), Some(said), "{typed}");
        }
        for typed in ["", "-", "mon-", "never", "mon-fri-sat", "5"] {
            assert_eq!(parse_week(typed), None, "{typed}");
        }
    }

    #[test]
    fn what_is_said_can_be_typed_back() {
        for language in Language::ALL {
            choose_here(language);
            for bits in 1..128u8 {
                let days = (0..7u8).filter(|n| bits >> n & 1 == 1).map(|n| Weekday::try_from(n).unwrap());
                let known = Week::of(days).unwrap();
                assert_eq!(parse_week(&week(known)), Some(known), "{}", week(known));
            }
        }
    }
}
