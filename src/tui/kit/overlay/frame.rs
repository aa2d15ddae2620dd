//! The box around an overlay: a title above, the keys that work here below.

use crossterm::event::KeyEvent;
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use super::super::draw::{self, Focus, Pane};
use super::super::key::Key;
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
        if let Some(row) = hint_row(place) {
            keys(buf, row, hints, theme);
        }
        return inside(place);
    }
    draw::pane(buf, place, &Pane { number: None, title, fact, focus: Focus::Here }, theme);
    if let Some(row) = hint_row(place) {
        keys(buf, row, hints, theme);
    }
    inside(place)
}

/// The key whose hint stands at a place, for a click on it.
pub fn hint_at(place: Rect, hints: &[Hint], at: Position) -> Option<KeyEvent> {
    let row = hint_row(place)?;
    let (_, hint) = laid(row, hints).into_iter().find(|(area, _)| area.contains(at))?;
    let key = Key::named(&hint.key)?;
    Some(KeyEvent::new(key.0, key.1))
}

/// The row in which the hints stand.
fn hint_row(place: Rect) -> Option<Rect> {
    if place.width < BORDERED.0 || place.height < BORDERED.1 {
        return (place.height > 1).then(|| Rect { y: place.bottom() - 1, height: 1, ..place });
    }
    Some(Rect { x: place.x + 1, y: place.bottom() - 1, width: place.width - 2, height: 1 })
}

/// Where the hints stand in their row: from the right as many as fit; the last is the one that leaves, if only as its
/// key.
fn laid(row: Rect, hints: &[Hint]) -> Vec<(Rect, &Hint)> {
    let mut from = 0;
    while from + 1 < hints.len() && width_of(&hints[from..]) > row.width.into() {
        from += 1;
    }
    let mut x = row.x;
    let mut laid = Vec::with_capacity(hints.len());
    for hint in &hints[from..] {
        let left = row.right().saturating_sub(x);
        let key = text::width(&hint.key) + 1;
        let both = key + 1 + text::width(&hint.does);
        let width = if both <= left.into() { both + 1 } else { key + 1 };
        let width = width.min(left.into()) as u16;
        laid.push((Rect { x, width, ..row }, hint));
        x += width;
    }
    laid
}

fn keys(buf: &mut Buffer, row: Rect, hints: &[Hint], theme: &Theme) {
    for (area, hint) in laid(row, hints) {
        let end = area.right();
        let mut x = draw::put(buf, area.x, area.y, area.width, " ", theme.dim);
        x = draw::put(buf, x, area.y, end.saturating_sub(x), &hint.key, theme.key);
        x = draw::put(buf, x, area.y, end.saturating_sub(x), " ", theme.dim);
        if usize::from(end.saturating_sub(x)) >= text::width(&hint.does) {
            x = draw::put(buf, x, area.y, end.saturating_sub(x), &hint.does, theme.dim);
            draw::put(buf, x, area.y, end.saturating_sub(x), " ", theme.dim);
        }
    }
}
