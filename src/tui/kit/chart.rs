//! Readings over time, in block characters: one column some days, with the target as a line, on to the day on which it is
//! due.
//!
//! ```text
//! 100 ─────────────────────────────│
//!                ▄▄▄▄███           │
//!   0 ▁▁▁▄▄▄█████████████          │
//!     18 Aug          today   due 3 Mar
//! ```
//!
//! Blocks and not dots: they show in a locale without Unicode too, and on a projector from the back of the room.

use ratatui::{buffer::Buffer, layout::Rect};

use super::{draw, marks::marks, text, theme::Theme, when};
use crate::domain::calendar::Day;
use crate::domain::spoken;
use crate::words::words;

/// Readings in the order of their days, and where they should go.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    pub readings: Vec<(Day, f64)>,
    pub target: Option<f64>,
    pub due: Option<Day>,
    pub today: Day,
}

/// The days from the first column to the last.
struct Span {
    first: Day,
    /// The last day of which something is known.
    known: Day,
    end: Day,
}

impl Chart {
    pub fn view(&self, area: Rect, buf: &mut Buffer, theme: &Theme) {
        let area = area.intersection(buf.area);
        let values = || self.readings.iter().map(|(_, value)| *value).chain(self.target);
        let high = values().filter(|value| value.is_finite()).fold(f64::NEG_INFINITY, f64::max);
        let low =
            values().filter(|value| value.is_finite()).fold(f64::INFINITY, f64::min).min(0.0f64.min(high));
        let mut labels = vec![number(high), number(low)];
        labels.extend(self.target.map(number));
        let left = labels.iter().map(|label| text::width(label)).max().unwrap_or(0) as u16 + 1;
        let has_room = area.width > left + 8 && area.height > 3;
        let (Some(span), true) = (self.span(), has_room) else { return };
        let plot = Rect { x: area.x + left, width: area.width - left, height: area.height - 1, ..area };
        draw::put_right(buf, plot.x - 1, plot.y, left, &labels[0], theme.dim);
        draw::put_right(buf, plot.x - 1, plot.bottom() - 1, left, &labels[1], theme.dim);
        if let Some(due) = self.due.filter(|due| *due <= span.end && *due > span.known) {
            let x = span.column(due, plot);
            for y in plot.top()..plot.bottom() {
                draw::put(buf, x, y, 1, marks().frame.down, theme.dim);
            }
        }
        if let Some(target) = self.target {
            let row = row(target, low, high, plot);
            for x in plot.left()..plot.right() {
                draw::put(buf, x, row, 1, marks().left, theme.dim);
            }
            // The labels of the ends stand where they are.
            if row > plot.y && row < plot.bottom() - 1 {
                draw::put_right(buf, plot.x - 1, row, left, &labels[2], theme.dim);
            }
        }
        for x in 0..plot.width {
            let day = span.day(x, plot);
            if day > span.known {
                break;
            }
            // The reading of that day stands until the next.
            let until = self.readings.partition_point(|(date, _)| *date <= day);
            let Some((_, value)) = self.readings.get(until.saturating_sub(1)) else { continue };
            column(buf, plot, x, part(*value, low, high), theme);
        }
        self.legend(&span, buf, plot, theme);
    }

    /// From the first reading to the due day: but what is known keeps a third of the room.
    fn span(&self) -> Option<Span> {
        let (first, last) = (self.readings.first()?.0, self.readings.last()?.0);
        // A goal that is over, or whose due day has passed, goes no further than its readings.
        let known = match self.due {
            Some(due) if due < self.today => last.max(due),
            _ => last.max(self.today),
        };
        let most = (known - first).num_days().max(14).saturating_mul(2);
        let furthest = known.checked_add_signed(chrono::TimeDelta::days(most)).unwrap_or(known);
        let end = self.due.map_or(known, |due| due.clamp(known, furthest));
        Some(Span { first, known, end })
    }

    /// Below: the first day, today, the day on which it is due or the last one, and what the line is.
    fn legend(&self, span: &Span, buf: &mut Buffer, plot: Rect, theme: &Theme) {
        let y = plot.bottom();
        let from = when::short(span.first, self.today);
        let mut left = draw::put(buf, plot.x, y, plot.width, &from, theme.dim) + 2;
        let end = match self.due.filter(|due| *due == span.end) {
            Some(due) => words().scr_due(when::short(due, self.today)),
            None => when::short(span.end, self.today),
        };
        let width = text::width(&end) as u16;
        let mut right = plot.right().saturating_sub(width + 2);
        if right >= left {
            draw::put_right(buf, plot.right(), y, width, &end, theme.dim);
        } else {
            right = plot.right();
        }
        let today = words().times_today();
        let width = text::width(&today) as u16;
        let x = span.column(self.today, plot).saturating_sub(width / 2);
        if (span.first..span.end).contains(&self.today) && x >= left && x + width <= right {
            draw::put(buf, x, y, width, &today, theme.text);
            // What is left goes into the wider of both gaps.
            if x - left > right - (x + width) { right = x - 1 } else { left = x + width + 1 }
        }
        let target = format!("{} {}", marks().left, words().page_target());
        let width = text::width(&target) as u16;
        let room = right.saturating_sub(left);
        if self.target.is_some() && room >= width {
            draw::put(buf, left + (room - width) / 2, y, width, &target, theme.dim);
        }
    }
}

impl Span {
    fn days(&self) -> i64 {
        (self.end - self.first).num_days().max(1)
    }

    /// The day at a column of the plot.
    fn day(&self, x: u16, plot: Rect) -> Day {
        let day = self.days() * i64::from(x) / i64::from(plot.width.max(2) - 1);
        self.first.checked_add_signed(chrono::TimeDelta::days(day)).unwrap_or(self.end)
    }

    /// The column of a day.
    fn column(&self, day: Day, plot: Rect) -> u16 {
        let days = (day - self.first).num_days().min(self.days()).max(0);
        let column = days * i64::from(plot.width.max(2) - 1) / self.days();
        plot.x + u16::try_from(column).unwrap_or(0).min(plot.width.saturating_sub(1))
    }
}

/// A value as people write it: no more places than it needs.
pub fn number(value: f64) -> String {
    let rounded = (value * 100.0).round() / 100.0;
    if rounded == 0.0 || (0.01..1e15).contains(&rounded.abs()) {
        spoken::decimal(&(rounded + 0.0).to_string())
    } else {
        format!("{value:e}")
    }
}

/// Where a value is between the lowest and the highest, 0 to 1.
fn part(value: f64, low: f64, high: f64) -> f64 {
    // Halved first: the distance of two huge values may itself be no number.
    let part = (value / 2.0 - low / 2.0) / (high / 2.0 - low / 2.0);
    if part.is_finite() { part.clamp(0.0, 1.0) } else { 0.5 }
}

fn row(value: f64, low: f64, high: f64, plot: Rect) -> u16 {
    let from_below = (part(value, low, high) * f64::from(plot.height)).ceil() as u16;
    plot.bottom() - from_below.max(1).min(plot.height)
}

/// One column, in eighths of a row; what is there at all shows at least one.
fn column(buf: &mut Buffer, plot: Rect, x: u16, part: f64, theme: &Theme) {
    let eighths = ((part * f64::from(plot.height) * 8.0).round() as u16).max(1);
    for above in 0..plot.height {
        let here = eighths.saturating_sub(above * 8).min(8);
        if here > 0 {
            let mark = marks().heights[usize::from(here) - 1];
            draw::put(buf, plot.x + x, plot.bottom() - 1 - above, 1, mark, theme.reached);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::testing::rows;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn drawn(due: Option<&str>, readings: &[(&str, f64)]) -> String {
        let chart = Chart {
            readings: readings.iter().map(|(date, value)| (day(date), *value)).collect(),
            target: Some(80.0),
            due: due.map(day),
            today: day("2026-11-21"),
        };
        let area = Rect::new(0, 0, 60, 9);
        let mut buf = Buffer::empty(area);
        chart.view(area, &mut buf, &Theme::mono());
        rows(&buf).join("\n")
    }

    #[test]
    fn it_goes_on_to_the_day_on_which_it_is_due() {
        let screen = drawn(Some("2027-01-10"), &[("2026-09-01", 10.0), ("2026-11-01", 40.0)]);
        for part in ["80 ─", "today", "due 10 Jan", "│", "█"] {
            assert!(screen.contains(part), "{part} is missing in\n{screen}");
        }
        let bottom = screen.lines().rev().nth(1).unwrap();
        assert!(bottom.ends_with('│') && bottom.contains("█ "), "nothing is known of later days: {bottom:?}");
    }

    #[test]
    fn a_due_day_far_away_leaves_the_readings_a_third() {
        let screen = drawn(Some("2040-01-10"), &[("2026-09-01", 10.0), ("2026-11-01", 40.0)]);
        let bottom = screen.lines().rev().nth(1).unwrap();
        assert!(bottom.matches('█').count() >= 18, "{screen}");
        assert!(!screen.contains("due"), "{screen}");
    }

    #[test]
    fn without_a_due_day_it_ends_today() {
        let screen = drawn(None, &[("2026-09-01", 10.0), ("2026-11-01", 160.0)]);
        let bottom = screen.lines().rev().nth(1).unwrap();
        assert!(bottom.ends_with('█'), "{screen}");
        assert!(screen.contains("160 ") && screen.contains("80 ─"), "the target has its own label: {screen}");
    }
}
