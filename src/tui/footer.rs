//! The last row: the keys that make sense now, from the table of actions.

use ratatui::{buffer::Buffer, layout::Rect};

use super::action;
use super::app::App;
use super::{draw, text};

/// The hints that fit, in the order of the table; the last ones, which lead to all the others, always fit first.
pub fn view(app: &App, area: Rect, buf: &mut Buffer) {
    let hints = action::hints(app);
    let width = |(key, label): &(String, String)| text::width(key) + text::width(label) + 3;
    let (last, first): (Vec<_>, Vec<_>) = hints.into_iter().partition(|(is_last, ..)| *is_last);
    let mut room = usize::from(area.width).saturating_sub(1);
    room = room.saturating_sub(last.iter().map(|(_, hint)| width(hint)).sum());
    let fits = |(_, hint): &(bool, (String, String))| {
        let fits = width(hint) <= room;
        room = if fits { room - width(hint) } else { 0 };
        fits
    };
    let shown: Vec<_> = first.into_iter().filter(fits).chain(last).map(|(_, hint)| hint).collect();
    draw::footer(buf, area, shown.iter().map(|(key, label)| (key.as_str(), label.as_str())), &app.theme);
}
