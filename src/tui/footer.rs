//! The last row: the keys that make sense now, from the table of actions.
//!
//! ```text
//!  c claim  + help       b blocked  x done  n new  / filter  : command  ? keys
//! └ changes by the row ┘└ as far as there is room         ┘└ always         ┘
//! ```
//!
//! The first part has a width of its own: what stands behind it stays where it is when another row is selected.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

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
    draw::clear(buf, area);
    for (area, hints) in placed(app, area) {
        draw::footer(buf, area, hints.iter().map(|hint| (&*hint.key, &*hint.label)), &app.theme);
    }
}

/// The action whose hint stands at a place.
pub fn at(app: &App, area: Rect, at: Position) -> Option<&'static str> {
    if app.question.is_some() || app.filtering.is_some() || !area.contains(at) {
        return None;
    }
    placed(app, area).into_iter().find_map(|(area, hints)| {
        let mut x = area.x + 1;
        hints.iter().find_map(|hint| {
            // As they are drawn: a hint with two blanks behind it.
            let end = x + width(hint) as u16 - 2;
            let is_here = (x..end).contains(&at.x) && end <= area.right();
            x = end + 2;
            is_here.then_some(hint.name)
        })
    })
}

/// The hints that have room, and where.
fn placed(app: &App, area: Rect) -> [(Rect, Vec<Said>); 2] {
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
    let left = (rest as u16).min(area.width);
    let right = Rect { x: area.x + left, width: area.width - left, ..area };
    [(Rect { width: left, ..area }, first), (right, behind)]
}

/// As wide as the widest two that come first.
const FIRST: usize = 22;

/// The columns of a hint, with the blanks behind it.
fn width(hint: &Said) -> usize {
    text::width(&hint.key) + text::width(&hint.label) + 3
}
