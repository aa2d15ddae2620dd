//! A goal's readings over time, in block characters: one column a stretch of days, with the target as a line.
//!
//! Blocks and not dots: they show in a locale without Unicode too, and on a projector from the back of the room.

use ratatui::{buffer::Buffer, layout::Rect};

use super::super::{draw, marks::marks, text, theme::Theme};
use crate::domain::calendar::Day;
use crate::domain::spoken;
use crate::words::words;

/// Readings in the order of their days, and where they should go.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Chart {
    pub readings: Vec<(Day, f64)>,
    pub target: Option<f64>,
    pub today: Day,
}

impl Chart {
    pub fn view(&self, area: Rect, buf: &mut Buffer, theme: &Theme) {
        let area = area.intersection(buf.area);
        let values = || self.readings.iter().map(|(_, value)| *value).chain(self.target);
        let high = values().filter(|value| value.is_finite()).fold(f64::NEG_INFINITY, f64::max);
        let low =
            values().filter(|value| value.is_finite()).fold(f64::INFINITY, f64::min).min(0.0f64.min(high));
        let labels = [number(high), number(low)];
        let left = labels.iter().map(|label| text::width(label)).max().unwrap_or(0) as u16 + 1;
        let has_room = area.width > left + 8 && area.height > 3;
        let (Some(first), Some(last), true) = (self.readings.first(), self.readings.last(), has_room) else {
            return;
        };
        let plot = Rect { x: area.x + left, width: area.width - left, height: area.height - 1, ..area };
        draw::put_right(buf, plot.x - 1, plot.y, left, &labels[0], theme.dim);
        draw::put_right(buf, plot.x - 1, plot.bottom() - 1, left, &labels[1], theme.dim);
        if let Some(target) = self.target {
            let row = row(target, low, high, plot);
            for x in plot.left()..plot.right() {
                draw::put(buf, x, row, 1, marks().left, theme.dim);
            }
        }
        let days = (last.0 - first.0).num_days().max(1);
        for x in 0..plot.width {
            let day = days * i64::from(x) / i64::from(plot.width - 1);
            // The reading of that day stands until the next.
            let until = self.readings.partition_point(|(date, _)| (*date - first.0).num_days() <= day);
            let Some((_, value)) = self.readings.get(until.saturating_sub(1)) else { continue };
            column(buf, plot, x, part(*value, low, high), theme);
        }
        self.legend(buf, area, plot, theme);
    }

    /// The first and the last day below, and what the line is.
    fn legend(&self, buf: &mut Buffer, area: Rect, plot: Rect, theme: &Theme) {
        let y = area.bottom() - 1;
        let (Some(first), Some(last)) = (self.readings.first(), self.readings.last()) else { return };
        let (from, to) = (spoken::date(first.0, self.today), spoken::date(last.0, self.today));
        let x = draw::put(buf, plot.x, y, plot.width, &from, theme.dim);
        let needed = text::width(&to) as u16;
        if plot.right().saturating_sub(x) > needed {
            draw::put_right(buf, plot.right(), y, needed, &to, theme.dim);
        }
        let target = format!("{} {}", marks().left, words().page_target());
        let width = text::width(&target) as u16;
        let room = plot.right().saturating_sub(x + needed + 4);
        if self.target.is_some() && room >= width {
            draw::put(buf, x + 2 + (room - width) / 2, y, width, &target, theme.dim);
        }
    }
}

/// A value as people write it: no more places than it needs.
pub(super) fn number(value: f64) -> String {
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
    plot.bottom() - from_below.clamp(1, plot.height)
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
