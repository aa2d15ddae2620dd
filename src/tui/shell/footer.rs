//! The last row: the keys that make sense now, from the table of actions.
//!
//! ```text
//!  c claim  + help      │ b blocked  x done  n new  / filter     : command  ? keys
//! └ changes by the row ┘ └ as far as there is room         ┘    └ always         ┘
//! ```
//!
//! Where the rows only speak of tasks, the handle of the one on which the keys act stands before all: ` bak: c claim`.
//! The first part has a width of its own: what stands behind it stays where it is when another row is selected.

use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Layout, Position, Rect},
};

use super::action::{self, KeyHint};
use super::app::App;
use crate::tui::kit::marks::marks;
use crate::tui::kit::{draw, text};

pub fn view(app: &App, area: Rect, buf: &mut Buffer) {
    if app.question.is_some() {
        // Then the keys go elsewhere, and what they do stands there.
        return draw::clear(buf, area);
    }
    if let Some(line) = &app.filtering {
        return line.view_footer(app, area, buf);
    }
    draw::clear(buf, area);
    if let Some(about) = about(app, area) {
        draw::put(buf, area.x + 1, area.y, area.width, &about, app.theme.accent);
    }
    let parts = placed(app, area);
    for (area, hints) in &parts {
        draw::footer(buf, *area, hints.iter().map(|hint| (&*hint.key, &*hint.label)), &app.theme);
    }
    if let [(first, _), (then, behind), _] = parts.as_slice()
        && usize::from(first.width) >= FIRST
        && !behind.is_empty()
    {
        draw::put(buf, then.x - 1, area.y, 1, marks().frame.down, app.theme.dim);
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
fn placed(app: &App, area: Rect) -> Vec<(Rect, Vec<KeyHint>)> {
    let [first, then, last] = action::hints(app);
    let before = about(app, area).map_or(0, |about| text::width(&about) as u16 + 1);
    let area = Rect { x: area.x + before, width: area.width - before, ..area };
    let needed = last.iter().map(width).sum::<usize>().min(area.width.into());
    let mut room = usize::from(area.width).saturating_sub(needed + 1);
    let mut fits = |hint: &KeyHint| {
        let fits = width(hint) <= room;
        room = if fits { room - width(hint) } else { 0 };
        fits
    };
    let first: Vec<KeyHint> = first.into_iter().filter(&mut fits).collect();
    let then: Vec<KeyHint> = then.into_iter().filter(fits).collect();
    let (used, rest): (usize, usize) = (first.iter().map(width).sum(), then.iter().map(width).sum());
    let stands = action::at_task(app) && !first.is_empty() && !then.is_empty();
    let at = if stands { (used + 1).max(FIRST) } else { used };
    // Where every column counts there is none to spare for standing still.
    let at = if at + rest + needed < usize::from(area.width) { at } else { used };
    let columns = [Constraint::Length(at as u16), Constraint::Fill(1), Constraint::Length(needed as u16)];
    let columns: [Rect; 3] = Layout::horizontal(columns).areas(area);
    std::iter::zip(columns, [first, then, last]).collect()
}

/// The handle of the task on which the keys act, where the rows only speak of it, and there is room for it.
fn about(app: &App, area: Rect) -> Option<String> {
    let row = action::row(app).filter(|_| app.top().speaks_of() && area.width >= 60)?;
    Some(format!("{}:", row.handle))
}

/// As wide as the widest two that come first, and the line behind them.
const FIRST: usize = 23;

/// The columns of a hint, with the blanks behind it.
fn width(hint: &KeyHint) -> usize {
    text::width(&hint.key) + text::width(&hint.label) + 3
}
