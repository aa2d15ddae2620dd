//! What a value means: a word of its key, a name to look up, a stretch of days, or of ages.
//!
//! | typed | days |
//! |---|---|
//! | `fri`, `1dec`, `today`, `"next tue"`, `2026-12-12` | that day |
//! | `week`, `month`, `"next week"`, `"last month"` | from its first day to its last |
//! | `<fri`, `<=fri`, `>fri`, `>=fri` | before it, up to it, after it, from it on; a stretch counts as a whole |
//! | `mon..fri`, `mon..`, `..fri` | both ends within; `fri` is the first one after `mon` |

use chrono::{Datelike, Days as Count, Months, TimeDelta};

use super::vocabulary::Takes;
use super::{Atom, Bytes, Fault, How};
use crate::domain::calendar::Day;
use crate::domain::spoken;
use crate::words::words;

/// The day on which a query is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clock {
    pub today: Day,
}

/// What a value means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A word of the key.
    Choice(&'static str),
    /// A name, a handle, a tag: to be looked up.
    Name(String),
    Days(Days),
    Ages(Span),
}

/// A stretch of days, both ends within; open where `None`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Days {
    pub from: Option<Day>,
    pub to: Option<Day>,
}

/// Ages in milliseconds: at least so old, and younger than that.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Span {
    pub least: Option<i64>,
    pub below: Option<i64>,
}

pub(super) fn days(how: &How, takes: Takes, clock: &Clock, at: &Bytes) -> Result<Value, Fault> {
    let read = |atom: &Atom| stretch(atom, takes, clock.today);
    let before = |day: Day| day.pred_opt().or(Some(day));
    let after = |day: Day| day.succ_opt().or(Some(day));
    let (from, to) = match how {
        How::Is(atom) => {
            let (first, last) = read(atom)?;
            (Some(first), if takes == Takes::Since { None } else { Some(last) })
        }
        How::Below(atom) => (None, before(read(atom)?.0)),
        How::AtMost(atom) => (None, Some(read(atom)?.1)),
        How::Above(atom) => (after(read(atom)?.1), None),
        How::AtLeast(atom) => (Some(read(atom)?.0), None),
        How::Between(from, to) => {
            let start = from.as_ref().map(read).transpose()?.map(|(first, _)| first);
            let mut end = to.as_ref().map(read).transpose()?.map(|(_, last)| last);
            if let (Some(start), Some(early), Some(to)) = (start, end, to)
                && early < start
            {
                // "mon..fri" on a Wednesday: the Friday after that Monday.
                let from = start.pred_opt().unwrap_or(start);
                end = Some(stretch(to, Takes::Day, from)?.1);
            }
            if let (Some(start), Some(end)) = (start, end)
                && end < start
            {
                let message = words().filter_backwards();
                return Err(Fault { at: at.clone(), message, hint: Some(words().filter_backwards_hint()) });
            }
            (start, end)
        }
    };
    Ok(Value::Days(Days { from, to }))
}

/// The first and the last day that a word means.
fn stretch(atom: &Atom, takes: Takes, today: Day) -> Result<(Day, Day), Fault> {
    let text = atom.text.trim().to_lowercase();
    let found = period(&text, today).or_else(|| {
        let day = match takes {
            Takes::Since => spoken::parse_past_day(&text, today),
            _ => spoken::parse_day(&text, today),
        };
        day.map(|day| (day, day))
    });
    found.ok_or_else(|| Fault {
        at: atom.at.clone(),
        message: words().filter_no_day(&atom.text),
        hint: Some(words().filter_no_day_hint()),
    })
}

fn period(text: &str, today: Day) -> Option<(Day, Day)> {
    let week = |ahead: i64| {
        let monday = today.checked_sub_days(Count::new(today.weekday().num_days_from_monday().into()))?;
        let monday = monday.checked_add_signed(TimeDelta::days(7 * ahead))?;
        Some((monday, monday.checked_add_days(Count::new(6))?))
    };
    let month = |ahead: i32| {
        let first = today.with_day(1)?;
        let first = match ahead {
            0.. => first.checked_add_months(Months::new(ahead.unsigned_abs()))?,
            _ => first.checked_sub_months(Months::new(ahead.unsigned_abs()))?,
        };
        Some((first, first.checked_add_months(Months::new(1))?.pred_opt()?))
    };
    match text {
        "week" | "this week" | "minggu ini" | "pekan" | "pekan ini" => week(0),
        "next week" | "minggu depan" | "pekan depan" => week(1),
        "last week" | "minggu lalu" | "pekan lalu" => week(-1),
        "month" | "this month" | "bulan" | "bulan ini" => month(0),
        "next month" | "bulan depan" => month(1),
        "last month" | "bulan lalu" => month(-1),
        _ => None,
    }
}

pub(super) fn ages(how: &How, at: &Bytes) -> Result<Value, Fault> {
    let span = match how {
        How::Is(atom) => {
            let (n, unit) = length(atom)?;
            Span { least: Some(n), below: Some(n.saturating_add(unit)) }
        }
        How::Below(atom) => Span { least: None, below: Some(length(atom)?.0) },
        How::AtMost(atom) => {
            let (n, unit) = length(atom)?;
            Span { least: None, below: Some(n.saturating_add(unit)) }
        }
        How::Above(atom) | How::AtLeast(atom) => Span { least: Some(length(atom)?.0), below: None },
        How::Between(from, to) => {
            let least = from.as_ref().map(length).transpose()?.map(|(n, _)| n);
            let below = to.as_ref().map(length).transpose()?.map(|(n, unit)| n.saturating_add(unit));
            if least.zip(below).is_some_and(|(least, below)| below <= least) {
                let message = words().filter_backwards();
                return Err(Fault { at: at.clone(), message, hint: Some(words().filter_backwards_hint()) });
            }
            Span { least, below }
        }
    };
    Ok(Value::Ages(span))
}

/// `3d` in milliseconds, and its unit.
fn length(atom: &Atom) -> Result<(i64, i64), Fault> {
    const MINUTE: i64 = 60_000;
    const DAY: i64 = 24 * 60 * MINUTE;
    let text = atom.text.trim().to_lowercase();
    let split = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (number, unit) = text.split_at(split);
    let unit = match unit.trim() {
        "min" | "minute" | "minutes" | "menit" | "mnt" => MINUTE,
        "h" | "hour" | "hours" | "jam" => 60 * MINUTE,
        "d" | "day" | "days" | "hari" => DAY,
        "w" | "week" | "weeks" | "minggu" | "pekan" | "mgg" => 7 * DAY,
        "m" | "mo" | "month" | "months" | "bulan" | "bln" => 365 * DAY / 12,
        "y" | "year" | "years" | "tahun" | "thn" => 365 * DAY,
        _ => 0,
    };
    match number.parse::<u32>() {
        Ok(n) if unit > 0 => Ok((i64::from(n).saturating_mul(unit), unit)),
        _ => Err(Fault {
            at: atom.at.clone(),
            message: words().filter_no_age(&atom.text),
            hint: Some(words().filter_no_age_hint()),
        }),
    }
}
