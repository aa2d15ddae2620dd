//! The names in days as people type them: numbers, units, weekdays and months, of both languages.
//!
//! **Invariant:** a word means one thing, whichever language it is of. `minggu` is the only one in two tables, as a week
//! and as Sunday: where it stands tells which.

use chrono::Weekday;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Day,
    Week,
    Month,
    Year,
}

/// Small numbers in words; `a week` is one.
pub(super) fn count(word: &str) -> Option<u32> {
    Some(match word {
        "a" | "an" | "one" | "satu" => 1,
        "two" | "dua" => 2,
        "three" | "tiga" => 3,
        "four" | "empat" => 4,
        "five" | "lima" => 5,
        "six" | "enam" => 6,
        "seven" | "tujuh" => 7,
        "eight" | "delapan" => 8,
        "nine" | "sembilan" => 9,
        "ten" | "sepuluh" => 10,
        _ => return None,
    })
}

/// One of a unit in a word: `seminggu lagi`.
pub(super) fn one_of(word: &str) -> Option<&'static str> {
    Some(match word {
        "sehari" => "hari",
        "seminggu" | "sepekan" => "minggu",
        "sebulan" => "bulan",
        "setahun" => "tahun",
        _ => return None,
    })
}

/// `hr`, `mgg`, `bln` and `thn` are what Indonesian columns say.
pub(super) fn unit(word: &str) -> Option<Unit> {
    Some(match word {
        "d" | "day" | "days" | "hari" | "hr" => Unit::Day,
        "w" | "week" | "weeks" | "minggu" | "pekan" | "mgg" => Unit::Week,
        "m" | "mo" | "month" | "months" | "bulan" | "bln" => Unit::Month,
        "y" | "year" | "years" | "tahun" | "thn" => Unit::Year,
        _ => return None,
    })
}

pub(in super::super) fn weekday(word: &str) -> Option<Weekday> {
    Some(match word {
        "mon" | "monday" | "senin" | "sen" => Weekday::Mon,
        "tue" | "tues" | "tuesday" | "selasa" | "sel" => Weekday::Tue,
        "wed" | "wednesday" | "rabu" | "rab" => Weekday::Wed,
        "thu" | "thur" | "thurs" | "thursday" | "kamis" | "kam" => Weekday::Thu,
        "fri" | "friday" | "jumat" | "jum'at" | "jum" => Weekday::Fri,
        "sat" | "saturday" | "sabtu" | "sab" => Weekday::Sat,
        "sun" | "sunday" | "minggu" | "min" | "ahad" => Weekday::Sun,
        _ => return None,
    })
}

pub(super) fn month(word: &str) -> Option<u32> {
    Some(match word {
        "jan" | "january" | "januari" => 1,
        "feb" | "february" | "februari" | "pebruari" => 2,
        "mar" | "march" | "maret" => 3,
        "apr" | "april" => 4,
        "may" | "mei" => 5,
        "jun" | "june" | "juni" => 6,
        "jul" | "july" | "juli" => 7,
        "aug" | "august" | "agustus" | "agu" | "ags" | "agt" => 8,
        "sep" | "sept" | "september" => 9,
        "oct" | "october" | "oktober" | "okt" => 10,
        "nov" | "november" | "nopember" => 11,
        "dec" | "december" | "desember" | "des" => 12,
        _ => return None,
    })
}
