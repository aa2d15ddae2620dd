//! Charts of figures as lines of text: columns in eighths of a row, and bars for what has names.

use chrono::TimeDelta;

use crate::domain::calendar::Day;
use crate::domain::spoken;
use crate::exchange::report::{Chart, LEAST, Shows, short};
use crate::tui::kit::marks::marks;
use crate::tui::kit::overlay::wrap::Paragraph;
use crate::tui::kit::text;
use crate::tui::kit::theme::Theme;
use crate::words::words;

/// Beyond this a chart says no more.
pub const WIDEST: u16 = 72;
/// Its rows.
const HEIGHT: usize = 4;
/// The columns of a week: with its number below, at least.
const WEEK: usize = 3;
/// What has a name: its column at most, and the columns of a bar.
const NAME: usize = 16;
const BAR: usize = 30;

/// A chart in so many columns; nothing where there is no room for it.
pub fn drawn(chart: &Chart, room: u16, theme: &Theme) -> Vec<Paragraph> {
    let room = usize::from(room);
    match &chart.shows {
        Shows::Weeks(weeks) => columns(weeks, room, theme),
        Shows::Counts(counts) => bars(counts, room, theme),
        Shows::Readings { readings, target, today } => line(readings, *target, *today, room, theme),
    }
}

/// The last weeks for which there is room, each with its number below it.
fn columns(weeks: &[(Day, usize)], room: usize, theme: &Theme) -> Vec<Paragraph> {
    let most = weeks.iter().map(|(_, n)| *n).max().unwrap_or(0);
    let widest = most.to_string().len() + 1;
    let least = WEEK.max(widest);
    let seen = &weeks[weeks.len().saturating_sub(room / least)..];
    if seen.is_empty() {
        return Vec::new();
    }
    let step = (room / seen.len()).clamp(least, least + 3);
    let parts: Vec<f64> = seen.iter().map(|(_, n)| *n as f64 / most.max(LEAST) as f64).collect();
    let width = (step - 1).min(4);
    // A line of air, lest the highest one stands in the sentence above.
    let mut lines = vec![Paragraph::empty()];
    lines.extend(rows(&parts, |mark| format!("{}{}", " ".repeat(step - width), mark.repeat(width)), theme));
    let number = |(_, n): &(Day, usize)| {
        let n = n.to_string();
        let right = width.saturating_sub(n.len()) / 2;
        text::fit_right(&n, step - right) + &" ".repeat(right)
    };
    let numbers: String = seen.iter().map(number).collect();
    lines.push(Paragraph::styled(numbers, theme.text));
    let (first, last) = (short(seen[0].0), short(seen[seen.len() - 1].0));
    lines.push(ends(&first, &last, step * seen.len(), theme));
    lines
}

/// The first and the last of what the columns are of.
fn ends(first: &str, last: &str, width: usize, theme: &Theme) -> Paragraph {
    let last_width = text::width(last);
    if text::width(first) + 1 + last_width > width {
        return Paragraph::styled(text::fit(first, width), theme.dim);
    }
    Paragraph::styled(text::fit(first, width - last_width) + last, theme.dim)
}

/// Rows of columns, from the top: each a share of the height, in eighths. What is there at all shows.
fn rows(parts: &[f64], cell: impl Fn(&str) -> String, theme: &Theme) -> Vec<Paragraph> {
    let eighths = |part: f64| match (part.clamp(0.0, 1.0) * (HEIGHT * 8) as f64).round() as usize {
        0 if part > 0.0 => 1,
        eighths => eighths,
    };
    (0..HEIGHT)
        .rev()
        .map(|above| {
            let row = parts.iter().map(|part| match eighths(*part).saturating_sub(above * 8).min(8) {
                0 => cell(" "),
                here => cell(marks().heights[here - 1]),
            });
            Paragraph::styled(row.collect::<String>(), theme.reached)
        })
        .collect()
}

/// What has names: each with its bar and its number.
fn bars(counts: &[(String, usize)], room: usize, theme: &Theme) -> Vec<Paragraph> {
    let most = counts.iter().map(|(_, n)| *n).max().unwrap_or(0).max(1);
    let name = counts.iter().map(|(what, _)| text::width(what)).max().unwrap_or(0).min(NAME);
    let number = most.to_string().len();
    let bar = room.saturating_sub(name + number + 3).min(BAR);
    counts
        .iter()
        .map(|(what, n)| {
            let full = match (*n * bar).div_ceil(most) {
                0 if *n > 0 => 1,
                full => full,
            };
            Paragraph::styled(text::fit(what, name) + " ", theme.dim)
                .and(marks().reached.repeat(full), theme.reached)
                .and(format!("{}{n}", if full > 0 { " " } else { "" }), theme.text)
        })
        .collect()
}

/// Readings, each on to the next and the last to today, below their target.
fn line(
    readings: &[(Day, f64)],
    target: Option<f64>,
    today: Day,
    room: usize,
    theme: &Theme,
) -> Vec<Paragraph> {
    let values = || readings.iter().map(|(_, value)| *value).chain(target).filter(|value| value.is_finite());
    let high = values().fold(f64::NEG_INFINITY, f64::max);
    let low = values().fold(f64::INFINITY, f64::min).min(0.0);
    let Some((first, _)) = readings.first().filter(|_| high.is_finite() && room >= 12) else {
        return Vec::new();
    };
    let days = (today - *first).num_days().max(1);
    let part = |x: usize| {
        let day = *first + TimeDelta::days(days * x as i64 / (room as i64 - 1));
        let until = readings.partition_point(|(date, _)| *date <= day).max(1);
        // Halved first: the distance of two huge values may itself be no number.
        let part = (readings[until - 1].1 / 2.0 - low / 2.0) / (high / 2.0 - low / 2.0);
        if part.is_finite() { part } else { 0.5 }
    };
    let parts: Vec<f64> = (0..room).map(part).collect();
    let mut lines = rows(&parts, str::to_owned, theme);
    let today = words().times_today();
    let below = text::fit(&short(*first), room.saturating_sub(text::width(&today))) + &today;
    lines.push(Paragraph::styled(below, theme.dim));
    if let Some(target) = target {
        let top = format!("{} {}", words().figures_target(), spoken::number(target));
        // Where the readings are all below it, the target is the upper edge.
        if target >= high {
            lines.insert(0, Paragraph::styled(text::fit(&top, room), theme.dim));
        }
    }
    lines
}
