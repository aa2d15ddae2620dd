//! Where the texts of a page and its chart stand.

use ratatui::layout::Rect;

use crate::tui::kit::chart::Chart;

/// Beyond this a line is hard to read.
const WIDTH: u16 = 100;
/// From here on there is room for two columns, and for a chart beside the only one.
const TWO: u16 = 116;
const BESIDE: u16 = 100;
/// From this height on a line can be spared above the text.
const AIR: u16 = 16;
/// From this height on a chart stands above the text; it takes a third.
const ABOVE: u16 = 24;

/// Where everything stands.
pub(super) struct Places {
    /// One column, or two.
    pub texts: Vec<Rect>,
    pub chart: Option<Rect>,
}

/// Whether there is anything for a second column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sides {
    One,
    Two,
}

/// Where the texts are, and the chart if there is one and room for it.
pub(super) fn of(area: Rect, sides: Sides, chart: Option<&Chart>) -> Places {
    let text = text_area(area);
    let inside = area.width.saturating_sub(6);
    let right_most = area.right().saturating_sub(3);
    if area.width >= TWO && area.height >= 12 && sides == Sides::Two {
        let wide = (u32::from(inside - 4) * 11 / 20) as u16;
        let left = Rect { width: wide.min(WIDTH), ..text };
        let x = left.right() + 4;
        let mut right = Rect { x, width: (right_most - x).min(WIDTH), ..text };
        let chart = chart.map(|_| {
            let height = (text.height / 3).clamp(5, 14);
            Rect { x, y: text.y, width: right.width, height }
        });
        if let Some(chart) = chart {
            right.y += chart.height + 1;
            right.height -= chart.height + 1;
        }
        return Places { texts: vec![left, right], chart };
    }
    if chart.is_some() && area.width >= BESIDE && area.height >= 12 {
        let text = Rect { width: text.width.min(area.width / 2 - 4), ..text };
        let x = text.right() + 3;
        let height = (text.height - 2).min(18);
        let chart = Rect { x, y: text.y + 1, width: right_most - x, height };
        return Places { texts: vec![text], chart: Some(chart) };
    }
    if chart.is_some() && area.height >= ABOVE && area.width >= 40 {
        let height = (text.height / 3).min(12);
        let chart = Rect { y: text.y + 1, height, width: right_most - text.x, ..text };
        let taken = height + 2;
        let text = Rect { y: text.y + taken, height: text.height - taken, ..text };
        return Places { texts: vec![text], chart: Some(chart) };
    }
    Places { texts: vec![text], chart: None }
}

/// How far before the text the mark of the selected stop stands.
pub(super) fn gutter(area: Rect) -> u16 {
    if area.width >= 40 { 2 } else { 1 }
}

/// Where the text of a page is: in the border, with a margin that has room for the mark, not wider than one can read.
fn text_area(area: Rect) -> Rect {
    if area.height <= 2 {
        return area;
    }
    let margin = gutter(area) + 1;
    let width = area.width.saturating_sub(2 * margin);
    let air = u16::from(area.height >= AIR);
    Rect {
        x: area.x + margin.min(area.width),
        y: area.y + 1 + air,
        width: width.min(WIDTH),
        height: area.height - 2 - air,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_columns_stand_side_by_side_however_wide_the_screen_is() {
        for width in [TWO, 200, 5_970, u16::MAX] {
            let area = Rect::new(0, 0, width, 40);
            let places = of(area, Sides::Two, None);
            let [left, right] = places.texts[..] else { panic!("{width}") };
            assert!(left.right() < right.left() && right.right() <= area.right(), "{left} {right}");
        }
    }
}
