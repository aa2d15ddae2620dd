//! The last row: the keys that make sense now, from the table of actions.
//!
//! ```text
//!  c claim  + help       b blocked  x done  n new  / filter  : command  ? keys
//! └ changes by the row ┘└ as far as there is room         ┘└ always         ┘
//! ```
//!
//! The first part has a width of its own: what stands behind it stays where it is when another row is selected.

use ratatui::{buffer::Buffer, layout::Rect};

use super::action::{self, Said};
use super::app::App;
use super::{draw, text};

pub fn view(app: &App, area: Rect, buf: &mut Buffer) {
    if app.question.is_some() {
        // Then the keys go elsewhere, and what they do stands there.
        return draw::clear(buf, area);
    }
    if let Some(line) = &app.filtering {
        return line.view_footer(app, area, buf);
    }
    let [first, then, last] = action::hints(app);
    let mut room = usize::from(area.width).saturating_sub(1 + last.iter().map(width).sum::<usize>());
    let mut fitting = |hints: Vec<Said>| -> Vec<Said> {
        let fits = |hint: &Said| {
            let fits = width(hint) <= room;
            room = if fits { room - width(hint) } else { 0 };
            fits
        };
        hints.into_iter().filter(fits).collect()
    };
    let first = fitting(first);
    let used: usize = first.iter().map(width).sum();
    let rest = if action::at_task(app) && used > 0 { used.max(FIRST) } else { used };
    let behind: Vec<Said> = fitting(then).into_iter().chain(last).collect();
    let needed: usize = behind.iter().map(width).sum();
    // Where every column counts there is none to spare for standing still.
    let rest = if rest + needed < usize::from(area.width) { rest } else { used };
    draw::footer(buf, area, pairs(&first), &app.theme);
    let left = (rest as u16).min(area.width);
    let area = Rect { x: area.x + left, width: area.width - left, ..area };
    draw::footer(buf, area, pairs(&behind), &app.theme);
}

/// As wide as the widest two that come first.
const FIRST: usize = 22;

/// The columns of a hint, with the blanks behind it.
fn width((key, label): &Said) -> usize {
    text::width(key) + text::width(label) + 3
}

fn pairs(hints: &[Said]) -> impl Iterator<Item = (&str, &str)> {
    hints.iter().map(|(key, label)| (key.as_str(), label.as_str()))
}
