//! The banner over a past that is looked at: which one it is, what happened last, and where in the board's time one stands.
//!
//! ```text
//!  ◂ Looking back  Wed 18 Nov 17:40   Budi cleared what blocked lusab: it came by post         4 events that day
//!  Mon 12 Oct  ▁▁▂▁▁▁▃▁▁▁▁█▁▁▂▁▁▁▁▁▁◆▁▁▁▂▁▁  today                                  ▌ 2 changed by this step
//! ```

use chrono::{FixedOffset, TimeDelta};
use ratatui::style::Style;
use ratatui::{buffer::Buffer, layout::Rect};

use super::overview::{Overview, Past};
use crate::domain::calendar::{At, Day};
use crate::domain::spoken;
use crate::session::Moment;
use crate::store::EVENTS_COUNTED;
use crate::tui::kit::marks::marks;
use crate::tui::kit::theme::Theme;
use crate::tui::kit::{draw, text};
use crate::words::words;

/// The rows that the banner would like to have.
pub const ROWS: u16 = 2;

/// The least columns of a line of time that says anything.
const LEAST: u16 = 12;
/// The columns of a date beside it.
const DATE: u16 = 15;

pub fn view(overview: &Overview, area: Rect, buf: &mut Buffer, theme: &Theme) {
    draw::clear(buf, area);
    if area.is_empty() {
        return;
    }
    let first = Rect { height: 1, ..area };
    match &overview.past {
        None => {}
        Some(Past::Coming) => {
            ground(buf, first, theme);
            let words = format!("{} {}", marks().back, words().replay_coming());
            draw::put(buf, area.x + 1, area.y, area.width.saturating_sub(2), &words, theme.selected);
        }
        Some(Past::There(moment)) => {
            headline(moment, overview, first, buf, theme);
            if area.height > 1 {
                line(moment, overview, Rect { y: area.y + 1, height: 1, ..area }, buf, theme);
            }
        }
    }
}

/// The banner in words, line by line.
pub fn in_words(overview: &Overview) -> Vec<String> {
    match &overview.past {
        None => Vec::new(),
        Some(Past::Coming) => vec![words().replay_coming()],
        Some(Past::There(moment)) => {
            let mut said =
                vec![words().replay_said(when(moment, overview), count(moment)), last(moment, overview)];
            if !moment.changed.is_empty() {
                said.push(words().replay_changed(moment.changed.len()));
            }
            said
        }
    }
}

/// Which past it is and what happened last, on a ground that nothing else on the screen has over its whole width.
fn headline(moment: &Moment, overview: &Overview, area: Rect, buf: &mut Buffer, theme: &Theme) {
    ground(buf, area, theme);
    let style = theme.selected;
    let (y, mut right) = (area.y, area.right().saturating_sub(1));
    let mut x = draw::put(buf, area.x + 1, y, area.width.saturating_sub(1), marks().back, style) + 1;
    if area.width >= 60 {
        x = draw::put(buf, x, y, right.saturating_sub(x), &words().replay_title(), style) + 2;
    }
    x = draw::put(buf, x, y, right.saturating_sub(x), &when(moment, overview), style) + 3;
    let count = count(moment);
    let columns = text::width(&count) as u16;
    // What happened says more than how much did.
    if moment.last.is_some() && x + columns + 34 < right {
        right = draw::put_right(buf, right, y, columns, &count, style).saturating_sub(3);
    }
    if x + 8 < right {
        draw::put(buf, x, y, right - x, &last(moment, overview), style);
    }
}

/// The days around the one where one stands, each a column: higher where more happened. A step of a day is a step on it.
fn line(moment: &Moment, overview: &Overview, area: Rect, buf: &mut Buffer, theme: &Theme) {
    let Some(offset) = overview.offset else { return };
    let (y, mut right) = (area.y, area.right().saturating_sub(1));
    let changed = match (moment.on_the_way, moment.changed.len()) {
        (true, _) => words().replay_on_the_way(),
        (false, 0) => String::new(),
        (false, n) => format!("{} {}", marks().changed, words().replay_changed(n)),
    };
    let columns = text::width(&changed) as u16;
    if columns > 0 && columns + LEAST < area.width {
        let style = if moment.on_the_way { theme.dim } else { theme.warn };
        right = draw::put_right(buf, right, y, columns, &changed, style).saturating_sub(3);
    }
    let (first, today) =
        (spoken::local_day(moment.rhythm.first(), offset), spoken::local_day(moment.present, offset));
    // A blank, the first day, two blanks, the line, two blanks, the last day.
    let room = right.saturating_sub(area.x + 1 + DATE + 2 + 2 + DATE);
    let days = stretch(first, today, moment.day.min(today), room);
    let Some((begin, end)) = days.first().zip(days.last()) else { return };
    let x = draw::put(buf, area.x + 1, y, DATE, &spoken::date(*begin, today), theme.dim) + 2;
    let counts: Vec<u32> = days.iter().map(|day| on(moment, *day, offset)).collect();
    let most = counts.iter().max().copied().unwrap_or(0);
    for ((column, day), count) in (x..).zip(&days).zip(counts) {
        let (sign, style) = match day {
            day if *day == moment.day.min(today) => (marks().here, theme.title_focused),
            day => (height(count, most), if *day < moment.day { theme.reached } else { theme.left }),
        };
        draw::put(buf, column, y, 1, sign, style);
    }
    let end = if *end == today { words().times_today() } else { spoken::date(*end, today) };
    let x = x + days.len() as u16 + 2;
    draw::put(buf, x, y, right.saturating_sub(x), &end, theme.dim);
}

/// As many days as there are columns: up to today, or those around one that lies further back.
fn stretch(first: Day, today: Day, here: Day, columns: u16) -> Vec<Day> {
    let columns = i64::from(columns);
    if columns < i64::from(LEAST) {
        return Vec::new();
    }
    let back = today.signed_duration_since(here).num_days();
    let last = if back < columns - columns / 4 { 0 } else { back - columns / 2 };
    let until = today - TimeDelta::days(last);
    (0..columns)
        .rev()
        .filter_map(|n| until.checked_sub_signed(TimeDelta::days(n)))
        .filter(|day| *day >= first.min(here))
        .collect()
}

/// How much happened on a day.
fn on(moment: &Moment, day: Day, offset: FixedOffset) -> u32 {
    let from = At::start_of(day).0 - i64::from(offset.local_minus_utc()) * 1_000;
    moment.rhythm.between(At(from), At(from + 86_400_000))
}

/// A day on which twice as much happened is not twice as high: else an import would flatten all the others.
fn height(count: u32, most: u32) -> &'static str {
    let heights = marks().heights;
    if count == 0 {
        return heights[0];
    }
    let share = f64::from(count).ln_1p() / f64::from(most.max(1)).ln_1p();
    heights[(1 + (share * (heights.len() - 2) as f64).round() as usize).min(heights.len() - 1)]
}

fn when(moment: &Moment, overview: &Overview) -> String {
    if moment.is_now {
        return words().replay_now();
    }
    let Some(offset) = overview.offset else { return String::new() };
    let today = spoken::local_day(moment.present, offset);
    words().times_moment(spoken::date(moment.day, today), spoken::clock(moment.at, offset))
}

fn last(moment: &Moment, overview: &Overview) -> String {
    match (&moment.last, overview.offset) {
        // The clock stands before it already, where one stands at the event.
        (Some((at, sentence)), Some(offset)) if *at != moment.at => {
            format!("{} {sentence}", spoken::clock(*at, offset))
        }
        (Some((_, sentence)), _) => sentence.clone(),
        (None, _) => words().replay_nothing(),
    }
}

fn count(moment: &Moment) -> String {
    match moment.events {
        EVENTS_COUNTED.. => words().replay_many_events(EVENTS_COUNTED - 1),
        events => words().replay_events(events),
    }
}

fn ground(buf: &mut Buffer, area: Rect, theme: &Theme) {
    let style: Style = theme.selected;
    for x in area.left()..area.right() {
        draw::put(buf, x, area.y, 1, " ", style);
    }
}
