//! The first row: the program, the team, who acts, and the time.

use ratatui::{buffer::Buffer, layout::Rect};

use super::facts::Facts;
use super::marks::marks;
use super::theme::Theme;
use super::{draw, text};
use crate::domain::spoken;
use crate::words::words;

/// `setara  Warung Kode                     ayu ▾      Sat 21 Nov 09:31`
pub fn view(facts: &Facts, area: Rect, buf: &mut Buffer, theme: &Theme) {
    draw::clear(buf, area);
    if area.width < 4 {
        return;
    }
    let mut right = area.right() - 1;
    let team = text::width(&text::cut(&facts.team, 24)) as u16;
    let mut before = |words: &str, style, gap: u16| {
        let columns = text::width(words) as u16;
        // The team's name has the first right to the room.
        if right > area.x + columns + 10 + team {
            right = draw::put_right(buf, right, area.y, columns, words, style).saturating_sub(gap);
        }
    };
    // The banner says the time where it is another.
    if let Some(offset) = facts.offset.filter(|_| facts.past.is_none()) {
        before(&spoken::weekday_time(facts.now, offset, facts.today), theme.dim, 3);
    }
    let me = match &facts.me {
        Some((_, name)) => format!("{} {}", text::cut(name, 24), marks().down),
        None => words().scr_nobody_yet(),
    };
    before(&me, theme.accent, 3);
    if facts.read_only {
        before(&words().scr_read_only(), theme.warn, 3);
    }
    let x = draw::put(buf, area.x + 1, area.y, right - area.x - 1, "setara", theme.dim);
    draw::put(buf, x + 2, area.y, right.saturating_sub(x + 2), &facts.team, theme.title);
}
