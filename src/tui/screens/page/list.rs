//! What pages that are lists share: a border, a line of headings, and the rows in sight of which one is selected.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use super::super::pane::{Row, wrapped};
use super::Met;
use crate::tui::kit::cursor::Cursor;
use crate::tui::kit::draw::{self, Focus};
use crate::tui::kit::theme::Theme;

/// What stands around the rows.
pub(super) struct Around<'a> {
    pub title: &'a str,
    pub fact: &'a str,
    /// What would stand here, where nothing does.
    pub empty: &'a str,
}

/// Whether a line of headings stands above the rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Head {
    Shown,
    None,
}

/// The lines that the rows have.
pub(super) fn height(area: Rect, head: Head) -> u16 {
    area.height.saturating_sub(2 + u16::from(head == Head::Shown)).max(1)
}

/// Selects the row at a place.
pub(super) fn click(cursor: &mut Cursor, at: Position, area: Rect, head: Head) -> Met {
    let first = area.y + 1 + u16::from(head == Head::Shown);
    let inside = Rect { y: first, height: height(area, head), ..area };
    let line = at.y.checked_sub(first).filter(|_| inside.contains(at));
    match line.and_then(|line| cursor.row_at(line)) {
        Some(row) => Met::Something(cursor.select(row)),
        None => Met::Nothing,
    }
}

/// Draws the list; `heading` draws the line above the rows, `row` one of them.
pub(super) fn view(
    area: Rect,
    buf: &mut Buffer,
    theme: &Theme,
    around: &Around<'_>,
    cursor: &Cursor,
    heading: Option<&dyn Fn(&mut Row<'_>)>,
    row: &dyn Fn(usize, &mut Row<'_>),
) {
    let border = draw::Pane { number: None, title: around.title, fact: around.fact, focus: Focus::Here };
    let mut inside = draw::pane(buf, area, &border, theme);
    if cursor.is_empty() {
        let room = inside.width.saturating_sub(2);
        for (line, words) in (0..inside.height).zip(wrapped(around.empty, room)) {
            draw::put(buf, inside.x + 1, inside.y + line, room, &words, theme.dim);
        }
        return;
    }
    if let Some(heading) = heading.filter(|_| inside.height > 1) {
        heading(&mut Row { buf, area: Rect { height: 1, ..inside }, is_selected: false, theme });
        inside = Rect { y: inside.y + 1, height: inside.height - 1, ..inside };
    }
    let mut y = inside.y;
    for i in cursor.in_sight(inside.height) {
        let lines = cursor.lines(i).min(inside.bottom() - y);
        let area = Rect { y, height: lines, ..inside };
        row(i, &mut Row { buf, area, is_selected: i == cursor.at(), theme });
        y += lines;
    }
}
