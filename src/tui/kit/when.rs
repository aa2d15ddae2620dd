//! Days in a column: as short as a day can be said without doubt.

use chrono::Datelike;

use crate::domain::calendar::Day;
use crate::words::words;

/// `today`, `Tue` within the coming week, `24 Nov`, `24 Nov 2027`.
pub fn short(day: Day, today: Day) -> String {
    let words = words();
    match (day - today).num_days() {
        0 => words.times_today(),
        1..=6 => words.times_weekday(day.weekday().number_from_monday()),
        _ => {
            let date = words.scr_day(day.day(), words.times_month(day.month()));
            if day.year() == today.year() || (day - today).num_days().abs() < 180 {
                date
            } else {
                words.scr_day_year(date, day.year())
            }
        }
    }
}

/// `due Tue`, `due today`, and `3 d late` where it is over.
pub fn due(day: Day, today: Day) -> String {
    match (today - day).num_days() {
        late @ 1.. => words().scr_late(crate::domain::spoken::age(
            crate::domain::calendar::At::START,
            crate::domain::calendar::At::START.plus_days(late),
        )),
        _ => words().scr_due(short(day, today)),
    }
}
