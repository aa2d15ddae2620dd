//! What the tests of overlays and pages share: keys by name, and a buffer as lines.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::{
    buffer::{Buffer, CellWidth},
    layout::Rect,
};

/// `"a"`, `"enter"`, `"ctrl-w"`, `"alt-left"`.
pub fn key(name: &str) -> KeyEvent {
    let (modifiers, name) = match name.split_once('-') {
        Some(("ctrl", rest)) => (KeyModifiers::CONTROL, rest),
        Some(("alt", rest)) => (KeyModifiers::ALT, rest),
        _ => (KeyModifiers::NONE, name),
    };
    let code = match name {
        "enter" => KeyCode::Enter,
        "esc" => KeyCode::Esc,
        "tab" => KeyCode::Tab,
        "backtab" => KeyCode::BackTab,
        "backspace" => KeyCode::Backspace,
        "delete" => KeyCode::Delete,
        "left" => KeyCode::Left,
        "right" => KeyCode::Right,
        "up" => KeyCode::Up,
        "down" => KeyCode::Down,
        "home" => KeyCode::Home,
        "end" => KeyCode::End,
        "pagedown" => KeyCode::PageDown,
        "pageup" => KeyCode::PageUp,
        "space" => KeyCode::Char(' '),
        _ => KeyCode::Char(name.chars().next().expect("a key has a name")),
    };
    KeyEvent::new(code, modifiers)
}

/// The letters of a text, one key each.
pub fn typed(text: &str) -> impl Iterator<Item = KeyEvent> + '_ {
    text.chars().map(|c| KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE))
}

/// The rows as a terminal shows them, without blanks at their ends; empty rows above and below are left out.
pub fn lines(width: u16, height: u16, view: impl FnOnce(Rect, &mut Buffer)) -> Vec<String> {
    let area = Rect::new(0, 0, width, height);
    let mut buf = Buffer::empty(area);
    view(area, &mut buf);
    let row = |y| {
        let (mut row, mut x) = (String::new(), 0);
        while x < width {
            row.push_str(buf[(x, y)].symbol());
            x += buf[(x, y)].cell_width().max(1);
        }
        assert_eq!(x, width, "row {y} is wider than the screen: {row}");
        row.trim_end().to_owned()
    };
    let rows: Vec<String> = (0..height).map(row).collect();
    let first = rows.iter().position(|row| !row.is_empty()).unwrap_or(0);
    let last = rows.iter().rposition(|row| !row.is_empty()).map_or(0, |at| at + 1);
    rows[first.min(last)..last].to_vec()
}

/// Sizes from the smallest to larger than any.
pub fn sizes() -> impl Iterator<Item = (u16, u16)> {
    let widths = [1, 2, 3, 5, 7, 8, 9, 19, 20, 40, 60, 80, 200];
    let heights = [1, 2, 3, 4, 5, 8, 12, 24, 60];
    widths.into_iter().flat_map(move |width| heights.into_iter().map(move |height| (width, height)))
}

/// Text that comes near the traps.
pub const AWKWARD: &str =
    "日本語 👩‍👩‍👧‍👦 \x1b[2J\u{202e}evil\u{202c} e\u{301}\u{301} ❤️ مرحبا بالعالم \u{200b}a\u{200d}yu 🇮🇩";
