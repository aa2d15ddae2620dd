//! Days as people type them, in English or Indonesian, whatever the language of the screens.
//!
//! | typed | means |
//! |---|---|
//! | `2026-12-12` | that day |
//! | `today` `tomorrow` `yesterday`, `hari ini` `besok` `lusa` `kemarin` | |
//! | `tue`, `selasa` | the next one after today: on a Tuesday, a week from today |
//! | `next tue`, `selasa depan` | the one in the week after this; weeks begin on Monday |
//! | `last tue`, `selasa lalu` | the last one before today |
//! | `12 dec`, `dec 12`, `12 desember 2026` | without a year: the next such day, which may be today |
//! | `3d` `+2w` `in 1 month`, `3 hari lagi` | so much later; `-3d`, `3 days ago`, `3 hari lalu`: earlier |
//! | `two weeks`, `dua minggu lagi`, `seminggu lagi` | numbers in words, up to ten |
//! | `next week`, `minggu depan`, `last week` | its Monday; `next month`, `bulan depan`: its first |
//! | `mon 7 dec`, `sen 7 des` | as it is shown; none, if that day is no Monday |
//! | `eom`, `end of month`, `akhir bulan` | the last day of this month |
//!
//! Days are from 1970 to 9999. `12/12` is refused: half the world reads `3/4` as March, the other half as April.

mod names;

use chrono::{Datelike, Days, Months, Weekday};

pub(super) use self::names::weekday;
use self::names::{Unit, count, month, one_of, unit};
use super::super::calendar::{Day, known};

/// No day is longer: what is pasted by mistake is not worth taking apart.
const TYPED_MAX: usize = 60;

/// The day that somebody means who speaks of what is to come; `None` where it cannot be told.
pub fn parse_day(text: &str, today: Day) -> Option<Day> {
    parse(text, today, Towards::Future).and_then(known)
}

/// The day that somebody means who speaks of what has been: `tue` and `12 nov` are the last such day, which may be
/// today, and `3d` is three days ago. What says itself where it lies, as `tomorrow` and `+3d`, stays there.
pub fn parse_past_day(text: &str, today: Day) -> Option<Day> {
    parse(text, today, Towards::Past).and_then(known)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Towards {
    Past,
    Future,
}

fn parse(text: &str, today: Day, towards: Towards) -> Option<Day> {
    use Towards::{Future, Past};
    let text = text.trim();
    if text.len() > TYPED_MAX {
        return None;
    }
    if let Some(day) = iso(text) {
        return Some(day);
    }
    let words = split(&text.to_lowercase())?;
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["today"] | ["hari", "ini"] => Some(today),
        ["tomorrow" | "besok"] => today.succ_opt(),
        ["day", "after", "tomorrow"] | ["lusa"] => today.checked_add_days(Days::new(2)),
        ["yesterday" | "kemarin"] => today.pred_opt(),
        ["day", "before", "yesterday"] | ["kemarin", "dulu" | "lusa"] => today.checked_sub_days(Days::new(2)),

        ["eom"] | ["end", "of", "month"] | ["end", "of", "the", "month"] | ["akhir", "bulan"] => {
            first_of_next_month(today)?.pred_opt()
        }
        ["next", "month"] | ["bulan", "depan"] => first_of_next_month(today),
        ["last", "month"] | ["bulan", "lalu"] => today.with_day(1)?.checked_sub_months(Months::new(1)),
        // Before the weekdays: "minggu" is Sunday, but "minggu depan" is next week.
        ["next", "week"] | ["minggu" | "pekan", "depan"] => monday(today)?.checked_add_days(Days::new(7)),
        ["last", "week"] | ["minggu" | "pekan", "lalu"] => monday(today)?.checked_sub_days(Days::new(7)),
        // Said as a day, it is one: "hari minggu".
        ["hari", name, rest @ ..] if weekday(name).is_some() && rest.len() <= 1 => match rest {
            ["depan"] => next(weekday(name)?, today),
            ["lalu"] => last(weekday(name)?, today.pred_opt()?),
            [] | ["ini"] => toward(weekday(name)?, today, towards),
            _ => None,
        },

        ["next", name] | [name, "depan"] => next(weekday(name)?, today),
        ["last", name] | [name, "lalu"] => last(weekday(name)?, today.pred_opt()?),

        ["+", n, unit] | ["in" | "dalam", n, unit] | [n, unit, "lagi"] => offset(today, n, unit, Future),
        ["-", n, unit] | [n, unit, "ago" | "lalu"] | [n, unit, "yang", "lalu"] => {
            offset(today, n, unit, Past)
        }

        [name] | ["this", name] | [name, "ini"] => toward(weekday(name)?, today, towards),
        // Before "12 dec", so that nothing that is a unit is asked whether it is a month.
        [n, unit] if is_number(n) && is_unit(unit) => offset(today, n, unit, towards),
        [a, b] => {
            let (day, name) = if is_number(a) { (a, b) } else { (b, a) };
            day_of_any_year(number(day)?, month(name)?, today, towards)
        }
        [a, b, year] if is_number(year) && year.len() == 4 => {
            let (day, name) = if is_number(a) { (a, b) } else { (b, a) };
            Day::from_ymd_opt(i32::try_from(number(year)?).ok()?, month(name)?, number(day)?)
        }
        // As it is shown: "Mon 7 Dec". A weekday that is another one makes it none.
        [name, date @ ..] if date.len() >= 2 && weekday(name).is_some() && weekday(date[0]).is_none() => {
            parse(&date.join(" "), today, towards).filter(|day| Some(day.weekday()) == weekday(name))
        }
        ["tanggal" | "tgl", date @ ..] if date.len() >= 2 => parse(&date.join(" "), today, towards),
        _ => None,
    }
}

/// Year, month and day with their dashes, all digits there. (`chrono` would also take spaces and signs.)
fn iso(text: &str) -> Option<Day> {
    let parts: Vec<&str> = text.split('-').collect();
    match parts.as_slice() {
        [year, month, day] if (year.len(), month.len(), day.len()) == (4, 2, 2) => {
            Day::from_ymd_opt(i32::try_from(number(year)?).ok()?, number(month)?, number(day)?)
        }
        _ => None,
    }
}

/// The words, numbers and signs of a text: `+3d` is three of them, `dec 12th,` two. `None` where it holds anything else.
fn split(text: &str) -> Option<Vec<String>> {
    let mut words: Vec<String> = Vec::new();
    let mut last: Option<char> = None;
    for c in text.chars() {
        let joins = last.is_some_and(|last| {
            (c.is_ascii_digit() && last.is_ascii_digit()) || (is_letter(c) && is_letter(last))
        });
        match c {
            '+' | '-' if words.is_empty() => words.push(c.into()),
            c if c.is_ascii_digit() || is_letter(c) => match words.last_mut() {
                Some(word) if joins => word.push(c),
                _ => words.push(c.into()),
            },
            ',' | '.' => {}
            c if c.is_whitespace() => {}
            _ => return None,
        }
        last = Some(c);
    }
    // "12th" is 12, "a week" is one, and so is "seminggu".
    let mut kept: Vec<String> = Vec::with_capacity(words.len());
    for word in words {
        let after_number = kept.last().is_some_and(|before| is_number(before));
        match word.as_str() {
            "st" | "nd" | "rd" | "th" if after_number => {}
            word => match (count(word), one_of(word)) {
                (Some(n), _) => kept.push(n.to_string()),
                (None, Some(unit)) => kept.extend(["1".into(), unit.into()]),
                (None, None) => kept.push(word.into()),
            },
        }
    }
    Some(kept)
}

fn is_letter(c: char) -> bool {
    // The apostrophe is for "jum'at".
    c.is_alphabetic() || c == '\''
}

fn is_number(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
}

fn number(word: &str) -> Option<u32> {
    if is_number(word) { word.parse().ok() } else { None }
}

fn monday(today: Day) -> Option<Day> {
    today.checked_sub_days(Days::new(today.weekday().num_days_from_monday().into()))
}

fn first_of_next_month(today: Day) -> Option<Day> {
    today.with_day(1)?.checked_add_months(Months::new(1))
}

/// The one in the week after this.
fn next(weekday: Weekday, today: Day) -> Option<Day> {
    let days = 7 + weekday.num_days_from_monday();
    monday(today)?.checked_add_days(Days::new(days.into()))
}

fn toward(weekday: Weekday, today: Day, towards: Towards) -> Option<Day> {
    match towards {
        Towards::Future => last(weekday, today.checked_add_days(Days::new(7))?),
        Towards::Past => last(weekday, today),
    }
}

/// The last such weekday, not after `until`.
fn last(weekday: Weekday, until: Day) -> Option<Day> {
    until.checked_sub_days(Days::new(until.weekday().days_since(weekday).into()))
}

fn day_of_any_year(day: u32, month: u32, today: Day, towards: Towards) -> Option<Day> {
    // Eight years hold a 29 February, also around a century that has none.
    let years = 0..=8;
    match towards {
        Towards::Future => years
            .filter_map(|n| Day::from_ymd_opt(today.year() + n, month, day))
            .find(|candidate| *candidate >= today),
        Towards::Past => years
            .filter_map(|n| Day::from_ymd_opt(today.year() - n, month, day))
            .find(|candidate| *candidate <= today),
    }
}

/// A month after 31 January is the last of February.
fn offset(today: Day, n: &str, unit: &str, towards: Towards) -> Option<Day> {
    let n = number(n)?;
    let (days, months) = match names::unit(unit)? {
        Unit::Day => (u64::from(n), None),
        Unit::Week => (u64::from(n) * 7, None),
        Unit::Month => (0, Some(n)),
        Unit::Year => (0, Some(n.checked_mul(12)?)),
    };
    match (towards, months) {
        (Towards::Future, None) => today.checked_add_days(Days::new(days)),
        (Towards::Future, Some(months)) => today.checked_add_months(Months::new(months)),
        (Towards::Past, None) => today.checked_sub_days(Days::new(days)),
        (Towards::Past, Some(months)) => today.checked_sub_months(Months::new(months)),
    }
}

fn is_unit(word: &str) -> bool {
    unit(word).is_some()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::words::{Language, choose_here};

    /// A Saturday.
    fn today() -> Day {
        Day::from_ymd_opt(2026, 11, 21).unwrap()
    }

    fn typed(text: &str) -> String {
        parse_day(text, today()).map_or("-".into(), |day| day.to_string())
    }

    fn typed_past(text: &str) -> String {
        parse_past_day(text, today()).map_or("-".into(), |day| day.to_string())
    }

    #[test]
    fn a_day_is_understood_as_people_type_it() {
        for (text, expected) in [
            ("2026-12-12", "2026-12-12"),
            ("today", "2026-11-21"),
            (" Tomorrow ", "2026-11-22"),
            ("yesterday", "2026-11-20"),
            ("tue", "2026-11-24"),
            ("TUESDAY", "2026-11-24"),
            ("this tue", "2026-11-24"),
            ("next tue", "2026-11-24"),
            ("next sat", "2026-11-28"),
            ("last tue", "2026-11-17"),
            ("next week", "2026-11-23"),
            ("next month", "2026-12-01"),
            ("12 dec", "2026-12-12"),
            ("dec 12", "2026-12-12"),
            ("12dec", "2026-12-12"),
            ("12th december 2027", "2027-12-12"),
            ("December 12, 2027", "2027-12-12"),
            ("20 nov", "2027-11-20"),
            ("21 nov", "2026-11-21"),
            ("29 feb", "2028-02-29"),
            ("3d", "2026-11-24"),
            ("+3d", "2026-11-24"),
            ("-3d", "2026-11-18"),
            ("+2w", "2026-12-05"),
            ("+1m", "2026-12-21"),
            ("in 3 days", "2026-11-24"),
            ("in a week", "2026-11-28"),
            ("2 days ago", "2026-11-19"),
            ("eom", "2026-11-30"),
            ("end of month", "2026-11-30"),
            ("two weeks", "2026-12-05"),
            ("last week", "2026-11-09"),
            ("last month", "2026-10-01"),
            ("Mon 7 Dec", "2026-12-07"),
            ("Mon 1 Mar 2027", "2027-03-01"),
            ("day before yesterday", "2026-11-19"),
        ] {
            assert_eq!(typed(text), expected, "{text}");
        }
    }

    #[test]
    fn a_day_is_understood_in_indonesian() {
        for (text, expected) in [
            ("hari ini", "2026-11-21"),
            ("besok", "2026-11-22"),
            ("lusa", "2026-11-23"),
            ("kemarin", "2026-11-20"),
            ("Senin", "2026-11-23"),
            ("jum'at", "2026-11-27"),
            ("minggu", "2026-11-22"),
            ("minggu depan", "2026-11-23"),
            ("sabtu depan", "2026-11-28"),
            ("selasa lalu", "2026-11-17"),
            ("17 agustus", "2027-08-17"),
            ("5 des", "2026-12-05"),
            ("2 minggu lagi", "2026-12-05"),
            ("3 hari yang lalu", "2026-11-18"),
            ("akhir bulan", "2026-11-30"),
            ("minggu ini", "2026-11-22"),
            ("hari minggu", "2026-11-22"),
            ("hari senin depan", "2026-11-23"),
            ("hari selasa lalu", "2026-11-17"),
            ("minggu lalu", "2026-11-09"),
            ("bulan lalu", "2026-10-01"),
            ("seminggu lagi", "2026-11-28"),
            ("dua minggu lagi", "2026-12-05"),
            ("tiga hari lalu", "2026-11-18"),
            ("sebulan yang lalu", "2026-10-21"),
            ("dalam 3 hari", "2026-11-24"),
            ("+3 hari", "2026-11-24"),
            ("+2 mgg", "2026-12-05"),
            ("6 hr", "2026-11-27"),
            ("sen 7 des", "2026-12-07"),
            ("tgl 17 agustus", "2027-08-17"),
            ("kemarin lusa", "2026-11-19"),
            ("10 nopember 2027", "2027-11-10"),
        ] {
            assert_eq!(typed(text), expected, "{text}");
        }
    }

    #[test]
    fn todays_weekday_is_a_week_ahead_but_not_a_week_ago() {
        assert_eq!(typed("sat"), "2026-11-28");
        assert_eq!(typed_past("sat"), "2026-11-21");
        assert_eq!(typed_past("last sat"), "2026-11-14");
    }

    #[test]
    fn a_past_day_is_the_last_such_day() {
        for (text, expected) in [
            ("tue", "2026-11-17"),
            ("12 nov", "2026-11-12"),
            ("12 dec", "2025-12-12"),
            ("3d", "2026-11-18"),
            ("-3d", "2026-11-18"),
            ("+3d", "2026-11-24"),
            ("29 feb", "2024-02-29"),
            ("yesterday", "2026-11-20"),
        ] {
            assert_eq!(typed_past(text), expected, "{text}");
        }
    }

    #[test]
    fn what_can_be_read_in_two_ways_is_refused() {
        for text in [
            "",
            "12/12",
            "12.12.2026",
            "12-12-2026",
            "12",
            "dec",
            "30 feb",
            "12 dec 26",
            "2026-13-01",
            "soon",
            "+-3d",
            "3",
            "d",
            "99999999999d",
            "next",
            "1 2 3 4",
            "12 12",
            "4000000000 w",
            "in 3 dec",
            "tue 7 dec",
            "+8500y",
            "+8500 years",
            "31 dec 1969",
            "1969-12-31",
            "3h",
            "3 jam",
            "hari hari",
            "tgl",
            "mon mon 7 dec 2026",
        ] {
            assert_eq!(typed(text), "-", "{text}");
        }
    }

    #[test]
    fn the_ends_of_the_calendar_do_not_panic() {
        for today in [Day::MIN, Day::MAX] {
            for text in ["tue", "next tue", "last tue", "29 feb", "+9w", "-9w", "eom", "next week", "lusa"] {
                let _ = (parse_day(text, today), parse_past_day(text, today));
            }
        }
    }

    proptest! {
        #[test]
        fn a_day_is_understood_as_it_is_shown(ahead in 0u64..3000, from in 0u64..3000) {
            let today = today() + Days::new(from);
            let day = today + Days::new(ahead);
            for language in Language::ALL {
                choose_here(language);
                for shown in [super::super::day(day, today), super::super::date(day, today)] {
                    prop_assert_eq!(parse_day(&shown, today), Some(day), "{}", shown);
                }
            }
        }

        #[test]
        fn no_text_panics(text in ".{0,40}", words in "([+-]|[0-9]{1,12}|d|w|next|last|dec|tue|ago|hari|lalu|tgl|seminggu| ){1,8}") {
            for text in [text, words] {
                let _ = (parse_day(&text, today()), parse_past_day(&text, today()));
            }
        }

        #[test]
        fn an_iso_day_is_always_itself(days in 0u32..2_932_897) {
            let day = Day::from_ymd_opt(1970, 1, 1).unwrap() + Days::new(days.into());
            let text = day.format("%Y-%m-%d").to_string();
            prop_assert_eq!(parse_day(&text, today()), Some(day));
            prop_assert_eq!(parse_past_day(&text, today()), Some(day));
        }

        #[test]
        fn a_weekday_lies_within_a_week(ahead in 0u64..3000, name in "mon|selasa|wed|kamis|fri|sat|ahad") {
            let today = today() + Days::new(ahead);
            let next = parse_day(&name, today).unwrap();
            prop_assert!((1..=7).contains(&(next - today).num_days()));
            prop_assert!((0..=6).contains(&(today - parse_past_day(&name, today).unwrap()).num_days()));
        }
    }
}
