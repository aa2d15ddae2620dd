//! The stage, drawn: what a whole room reads from a few metres away.
//!
//! ```text
//!  Walk the board  3 of 9                                     9 min left
//!  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
//!  ▲ lusab  Send the tax report                               led by Ayu
//!    waits on Dewi: the VAT number
//!  ──────────────────────────────────────────────────────────────────────
//!  next  zat  Collect the signs
//! ```
//!
//! The number of rows of a terminal decides from how far it can be read. So it is a grid of 40×12, spread up to 80×24, in the
//! middle of whatever there is: seven rows of content at most, nothing dim, nothing that blinks, no colour alone.
//!
//! **Invariant:** it draws [panels](crate::insight::panel) and the time, and knows of no board: `tests/layers.rs` holds it.

mod body;
mod clock;
mod letters;

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::{Modifier, Style},
};

use crate::domain::calendar::At;
use crate::insight::panel::{Body, Panel, Shown};
use crate::tui::kit::draw;
use crate::tui::kit::marks::marks;
use crate::tui::kit::text;
use crate::tui::kit::theme::Theme;
use crate::words::words;

/// The largest grid. On more rows its letters would only be smaller.
const WIDEST: u16 = 80;
const HIGHEST: u16 = 24;
/// On so many rows one is left free above and below.
const ROOMY: u16 = 20;

/// Whether a panel gives way to the next by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hold {
    Free,
    /// Somebody pressed a key to read on.
    Held,
}

/// The few styles of the stage: none of them dim.
#[derive(Debug, Clone, Copy)]
struct Look {
    plain: Style,
    strong: Style,
    accent: Style,
    alert: Style,
}

impl Look {
    fn of(theme: &Theme) -> Look {
        let lit = |style: Style| style.remove_modifier(Modifier::DIM);
        Look {
            plain: lit(theme.text),
            strong: lit(theme.text).add_modifier(Modifier::BOLD),
            accent: lit(theme.accent).add_modifier(Modifier::BOLD),
            alert: lit(theme.alert),
        }
    }
}

/// Draws a panel.
pub fn view(panel: &Panel, hold: Hold, now: At, area: Rect, buf: &mut Buffer, theme: &Theme) {
    draw::clear(buf, area);
    let look = Look::of(theme);
    let grid = grid(area);
    if grid.is_empty() {
        return;
    }
    let left = clock::left(panel.clock, now);
    top(panel, now, Rect { height: 1, ..grid }, buf, look);
    // Of what has no room, what is now stays longest.
    if grid.height < 5 {
        let body = Rect { y: grid.y + 1, height: grid.height - 1, ..grid };
        return body::view(&panel.body, &left, body, buf, look);
    }
    rule(buf, Rect { y: grid.y + 1, height: 1, ..grid }, marks().strong.across, look);
    rule(buf, Rect { y: grid.bottom() - 2, height: 1, ..grid }, marks().frame.across, look);
    foot(panel, hold, Rect { y: grid.bottom() - 1, height: 1, ..grid }, buf, look);
    let body = Rect { y: grid.y + 2, height: grid.height - 4, ..grid };
    body::view(&panel.body, &left, body, buf, look);
}

/// Draws the dark stage: nothing, but how one comes back from it.
pub fn view_dark(key: &str, area: Rect, buf: &mut Buffer, theme: &Theme) {
    draw::clear(buf, area);
    let grid = grid(area);
    if !grid.is_empty() {
        let said = words().stage_dark(key);
        draw::put_right(buf, grid.right(), grid.bottom() - 1, grid.width, &said, Look::of(theme).plain);
    }
}

/// What the clock of a panel says: it alone changes from second to second.
pub fn clock(panel: &Panel, now: At) -> String {
    match panel.body {
        Body::Clock { .. } => {
            format!("{}  {}", clock::said(panel.clock, now).0, clock::left(panel.clock, now))
        }
        Body::Rows(_) | Body::Name { .. } => clock::said(panel.clock, now).0,
    }
}

/// The panel in words, line by line, for whoever does not see it drawn.
pub fn in_words(panel: &Panel, now: At) -> Vec<String> {
    let mut lines = vec![format!("{}  {}", joined(&panel.now), clock(panel, now))];
    lines.extend(body::in_words(&panel.body));
    let next = panel.next.iter().map(Shown::as_str).collect::<Vec<_>>().join(", ");
    let next = (!next.is_empty()).then(|| format!("{} {next}", words().stage_next()));
    lines.extend(next);
    lines.extend(panel.far.as_ref().map(|far| far.as_str().to_owned()));
    lines
}

/// The grid in the middle of the terminal.
fn grid(area: Rect) -> Rect {
    let (width, height) = (area.width.min(WIDEST), area.height.min(HIGHEST));
    let grid =
        Rect { x: area.x + (area.width - width) / 2, y: area.y + (area.height - height) / 2, width, height };
    let (across, down) = (u16::from(width >= 20), u16::from(height >= ROOMY));
    Rect { x: grid.x + across, y: grid.y + down, width: width - 2 * across, height: height - 2 * down }
}

/// What is now, and the clock.
fn top(panel: &Panel, now: At, row: Rect, buf: &mut Buffer, look: Look) {
    let (clock, calls) = clock::said(panel.clock, now);
    let style = if calls == clock::Calls::Now { look.alert } else { look.strong };
    let wide = (text::width(&clock) as u16).min(row.width);
    let x = draw::put_right(buf, row.right(), row.y, wide, &clock, style);
    let room = x.saturating_sub(row.x + 2);
    draw::put(buf, row.x, row.y, room, &fitting(&panel.now, room), look.strong);
}

/// What comes next, and how far one is.
fn foot(panel: &Panel, hold: Hold, row: Rect, buf: &mut Buffer, look: Look) {
    let held = (hold == Hold::Held).then(|| words().stage_held());
    let far = panel.far.as_ref().map(|far| far.as_str().to_owned());
    let right: Vec<String> = far.into_iter().chain(held).collect();
    let right = right.join("  ");
    let mut end = row.right();
    if !right.is_empty() && text::width(&right) as u16 + 12 < row.width {
        end = draw::put_right(buf, row.right(), row.y, row.width, &right, look.plain) - 2;
    }
    if panel.next.is_empty() {
        return;
    }
    let x = draw::put(buf, row.x, row.y, row.width, &words().stage_next(), look.plain) + 2;
    let room = end.saturating_sub(x);
    draw::put(buf, x, row.y, room, &fitting(&panel.next, room), look.strong);
}

fn rule(buf: &mut Buffer, row: Rect, sign: &str, look: Look) {
    draw::put(buf, row.x, row.y, row.width, &sign.repeat(row.width.into()), look.plain);
}

/// As many of the parts as have room, the first of them in any case.
fn fitting(parts: &[Shown], room: u16) -> String {
    let mut said = String::new();
    for part in parts {
        let longer =
            if said.is_empty() { part.as_str().to_owned() } else { format!("{said}  {}", part.as_str()) };
        if !said.is_empty() && text::width(&longer) > room.into() {
            break;
        }
        said = longer;
    }
    said
}

fn joined(parts: &[Shown]) -> String {
    parts.iter().map(Shown::as_str).collect::<Vec<_>>().join("  ")
}
