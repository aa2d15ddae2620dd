//! The box around an overlay: a title above, the keys that work here below.

use ratatui::{buffer::Buffer, layout::Rect};

use super::super::draw::{self, Focus, Pane};
use super::super::{text, theme::Theme};
use crate::words::words;

/// Below this there is no room for a border.
const BORDERED: (u16, u16) = (8, 3);

/// A key and what it does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    pub key: String,
    pub does: String,
}

impl Hint {
    pub fn new(key: impl Into<String>, does: impl Into<String>) -> Hint {
        Hint { key: key.into(), does: does.into() }
    }

    /// Esc leaves.
    pub fn leave() -> Hint {
        Hint::new(words().ask_key_esc(), words().ask_leave())
    }

    /// Enter does something.
    pub fn enter(does: impl Into<String>) -> Hint {
        Hint::new(words().ask_key_enter(), does)
    }
}

/// The columns that hints take, with a blank before the first and two between them.
pub fn width_of(hints: &[Hint]) -> usize {
    let each = hints.iter().map(|hint| text::width(&hint.key) + 1 + text::width(&hint.does) + 2);
    each.sum::<usize>().saturating_sub(1)
}

/// The area that an overlay takes whose content wants to be so large.
pub fn place(screen: Rect, width: usize, height: usize, title: &str, hints: &[Hint]) -> Rect {
    let wanted = width.max(text::width(&text::cut(title, 60)) + 2).max(width_of(hints)) + 4;
    let margin = if screen.width >= 60 { 4 } else { 0 };
    let width = wanted.min(usize::from(screen.width.saturating_sub(margin))) as u16;
    let height = (height + 2).min(screen.height.into()) as u16;
    let x = screen.x + (screen.width - width) / 2;
    // A little above the middle, where the eye looks first.
    let y = screen.y + (screen.height - height) / 5 * 2;
    Rect { x, y, width, height }
}

/// What [`view`] leaves for the content of that place.
pub fn inside(place: Rect) -> Rect {
    if place.width < BORDERED.0 || place.height < BORDERED.1 {
        let height = if place.height > 1 { place.height - 1 } else { place.height };
        return Rect { height, ..place };
    }
    let margin = if place.width >= 20 { 2 } else { 1 };
    Rect { x: place.x + margin, y: place.y + 1, width: place.width - 2 * margin, height: place.height - 2 }
}

/// Draws the box and gives its inside. The hint that leaves stands last: it is kept longest.
pub fn view(buf: &mut Buffer, place: Rect, title: &str, fact: &str, hints: &[Hint], theme: &Theme) -> Rect {
    let place = place.intersection(buf.area);
    if place.width < BORDERED.0 || place.height < BORDERED.1 {
        draw::clear(buf, place);
        if place.height > 1 {
            keys(buf, Rect { y: place.bottom() - 1, height: 1, ..place }, hints, theme);
        }
        return inside(place);
    }
    draw::pane(buf, place, &Pane { number: None, title, fact, focus: Focus::Here }, theme);
    let row = Rect { x: place.x + 1, y: place.bottom() - 1, width: place.width - 2, height: 1 };
    keys(buf, row, hints, theme);
    inside(place)
}

/// The hints in one row, from the right as many as fit; the last is the one that leaves, if only as its key.
fn keys(buf: &mut Buffer, row: Rect, hints: &[Hint], theme: &Theme) {
    let mut from = 0;
    while from + 1 < hints.len() && width_of(&hints[from..]) > row.width.into() {
        from += 1;
    }
    let mut x = row.x;
    for hint in &hints[from..] {
        let end = row.right();
        x = draw::put(buf, x, row.y, end - x, " ", theme.dim);
        x = draw::put(buf, x, row.y, end.saturating_sub(x), &hint.key, theme.key);
        if text::width(&hint.does) < end.saturating_sub(x).into() {
            x = draw::put(buf, x, row.y, end.saturating_sub(x), " ", theme.dim);
            x = draw::put(buf, x, row.y, end.saturating_sub(x), &hint.does, theme.dim);
        }
        x = draw::put(buf, x, row.y, end.saturating_sub(x), " ", theme.dim);
    }
}
