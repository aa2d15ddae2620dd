//! Panes, bars, rows and hints over a buffer: what every screen draws with.
//!
//! **Invariants:** nothing here touches a cell outside of the buffer, whatever the area, down to 0×0. Every
//! text goes through [`text`]. A wide character that something is drawn over loses both of its halves: the
//! terminal would otherwise keep the half that was not overwritten and shift the row.

use std::ops::Range;

use ratatui::{
    buffer::{Buffer, Cell, CellWidth},
    layout::Rect,
    style::{Modifier, Style},
    symbols::merge::MergeStrategy,
    text::Line,
};

use super::{marks::marks, text, theme::Theme};

/// Whether a pane has the focus.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Focus {
    /// The keys act here: a heavier border, a stronger title.
    Here,
    /// They act elsewhere.
    Elsewhere,
}

/// What a pane's border says.
#[derive(Debug, Clone, Copy)]
pub struct Pane<'a> {
    /// The key that focuses it.
    pub number: Option<u8>,
    /// Its name.
    pub title: &'a str,
    /// One fact, right in the border. The first to give way where the columns are few.
    pub fact: &'a str,
    /// Whether it has the focus.
    pub focus: Focus,
}

/// Writes the text at most `width` columns wide, cut with `…`; returns the column after it. Cells that the
/// text does not reach keep what they hold.
pub fn put(buf: &mut Buffer, x: u16, y: u16, width: u16, text: &str, style: Style) -> u16 {
    let area = buf.area;
    if y < area.top() || y >= area.bottom() || x < area.left() || x >= area.right() {
        return x;
    }
    let width = width.min(area.right() - x);
    let shown = text::cut(text, width.into());
    let (head, rest) = shown.split_at(text::plain_head(&shown));
    let mut at = put_plain(buf, x, y, head, style);
    // Cluster by cluster and not by `set_stringn`: what `cut` measured is what the cells get.
    for (piece, columns) in text::pieces(rest) {
        let next = at + columns as u16;
        if next > x + width {
            break;
        }
        sever(buf, at, y);
        sever(buf, next, y);
        let piece = if piece == text::KEEPS { " " } else { piece };
        buf[(at, y)].set_symbol(piece).set_style(style);
        for covered in at + 1..next {
            // As ratatui's own `set_stringn`: the right half of a wide cluster is an empty cell without
            // style.
            buf[(covered, y)].reset();
        }
        at = next;
    }
    at
}

/// The same of a text that fits and has a column for each byte, as most has that is drawn.
fn put_plain(buf: &mut Buffer, x: u16, y: u16, shown: &str, style: Style) -> u16 {
    if shown.is_empty() {
        return x;
    }
    sever(buf, x, y);
    let first = buf.index_of(x, y);
    for (at, cell) in buf.content[first..first + shown.len()].iter_mut().enumerate() {
        cell.set_symbol(&shown[at..=at]).set_style(style);
    }
    x + shown.len() as u16
}

/// Writes a text so that its last column is the one before `right`; returns its first column.
pub fn put_right(buf: &mut Buffer, right: u16, y: u16, width: u16, text: &str, style: Style) -> u16 {
    let shown = text::cut(text, width.into());
    let x = right.saturating_sub(text::width(&shown) as u16);
    put(buf, x, y, right - x, &shown, style);
    x
}

/// Writes a line's spans one after the other, the last one cut; returns the column after it. The line's
/// alignment is not looked at.
pub fn put_line(buf: &mut Buffer, x: u16, y: u16, width: u16, line: &Line<'_>) -> u16 {
    let end = x.saturating_add(width);
    line.spans.iter().fold(x, |at, span| {
        put(buf, at, y, end.saturating_sub(at), &span.content, line.style.patch(span.style))
    })
}

/// Draws a border with its title and fact, and clears what is inside. Returns the inside, which may be empty.
///
/// ```text
/// ┌ 1 Goals ───────── 2 active ┐
/// └────────────────────────────┘
/// ```
pub fn pane(buf: &mut Buffer, area: Rect, pane: &Pane<'_>, theme: &Theme) -> Rect {
    let area = area.intersection(buf.area);
    clear(buf, area);
    frames(buf, &[(area, pane.focus)], theme);
    titled(buf, area, pane, theme)
}

/// Draws the borders of panes beside each other, of which neighbours share a line: the lines meet, and only the frame of
/// the pane with the focus is heavier. What is in the areas stays; the titles are put over the lines by [`titled`].
pub fn frames(buf: &mut Buffer, panes: &[(Rect, Focus)], theme: &Theme) {
    let with = |focus| panes.iter().filter(move |(_, other)| *other == focus);
    // The one with the focus is the last, so that no other line goes over its own.
    for (area, focus) in with(Focus::Elsewhere).chain(with(Focus::Here)) {
        let area = area.intersection(buf.area);
        if area.is_empty() {
            continue;
        }
        let (frame, border) = match focus {
            Focus::Here => (&marks().strong, theme.border_focused),
            Focus::Elsewhere => (&marks().frame, theme.border),
        };
        let (left, top, right, bottom) = (area.left(), area.top(), area.right() - 1, area.bottom() - 1);
        for x in left + 1..right {
            join(&mut buf[(x, top)], frame.across, border);
            join(&mut buf[(x, bottom)], frame.across, border);
        }
        for y in top + 1..bottom {
            join(&mut buf[(left, y)], frame.down, border);
            join(&mut buf[(right, y)], frame.down, border);
        }
        let corners = [(left, top), (right, top), (left, bottom), (right, bottom)];
        for (corner, symbol) in corners.into_iter().zip(frame.corners).rev() {
            join(&mut buf[corner], symbol, border);
        }
    }
}

/// Draws a piece of a border over what is there: lines that meet become the sign of their meeting.
fn join(cell: &mut Cell, symbol: &str, style: Style) {
    let corner = |symbol: &str| [&marks().frame, &marks().strong].iter().any(|f| f.corners.contains(&symbol));
    match symbol.is_ascii() {
        false => drop(cell.merge_symbol(symbol, MergeStrategy::Exact)),
        // There a corner is all that can be said of a meeting.
        true if corner(cell.symbol()) && !corner(symbol) => {}
        true => drop(cell.set_symbol(symbol)),
    }
    cell.set_style(style);
}

/// Puts the title and the fact into the upper border of a pane that is drawn. Returns the inside, which may be empty.
pub fn titled(buf: &mut Buffer, area: Rect, pane: &Pane<'_>, theme: &Theme) -> Rect {
    let area = area.intersection(buf.area);
    if area.is_empty() {
        return area;
    }
    let row = Rect { x: area.x + 1, width: area.width.saturating_sub(2), height: 1, ..area };
    legend(buf, row, pane, title(pane.focus, theme), theme.dim);
    if area.width < 2 || area.height < 2 {
        return Rect { width: 0, height: 0, ..area };
    }
    Rect { x: area.x + 1, y: area.y + 1, width: area.width - 2, height: area.height - 2 }
}

fn title(focus: Focus, theme: &Theme) -> Style {
    match focus {
        Focus::Here => theme.title_focused,
        Focus::Elsewhere => theme.title,
    }
}

/// A pane that has no room for its rows, as one row: number and title left, the fact right.
pub fn summary(buf: &mut Buffer, area: Rect, pane: &Pane<'_>, theme: &Theme) {
    let row = Rect { height: area.height.min(1), ..area }.intersection(buf.area);
    clear(buf, row);
    legend(buf, row, pane, title(pane.focus, theme), theme.dim);
}

/// The number, the title and the fact in one row, each with a space around it.
fn legend(buf: &mut Buffer, row: Rect, pane: &Pane<'_>, title: Style, fact: Style) {
    if row.width < 3 || row.is_empty() {
        return;
    }
    let number = pane.number.map(|number| format!("{number} ")).unwrap_or_default();
    let named = text::cut(&format!(" {number}{}", pane.title), row.width as usize - 1).into_owned() + " ";
    // The border below may be another pane's, in another colour.
    clear(buf, Rect { width: (text::width(&named) as u16).min(row.width), ..row });
    let x = put(buf, row.x, row.y, row.width, &named, title);
    // The fact is there whole or not at all: half a number is a wrong number.
    let needed = text::width(pane.fact) as u16 + 2;
    if !pane.fact.is_empty() && needed < row.right().saturating_sub(x) {
        clear(buf, Rect { x: row.right() - 1 - needed, width: needed, ..row });
        put_right(buf, row.right() - 1, row.y, needed, &format!(" {} ", text::inert(pane.fact)), fact);
    }
}

/// A progress bar. `share` is 0 to 1; what is begun shows at least one cell, what is not reached leaves at
/// least one.
pub fn bar(buf: &mut Buffer, x: u16, y: u16, width: u16, share: f64, theme: &Theme) {
    let share = if share.is_nan() { 0.0 } else { share.clamp(0.0, 1.0) };
    let mut full = (share * f64::from(width)).round() as u16;
    if share > 0.0 {
        full = full.max(1);
    }
    if share < 1.0 {
        full = full.min(width.saturating_sub(1));
    }
    for i in 0..width {
        let (mark, style) =
            if i < full { (marks().reached, theme.reached) } else { (marks().left, theme.left) };
        sign(buf, x.saturating_add(i), y, mark, style);
    }
}

/// Writes one of our own signs, each of which is one column wide: there is nothing in it to look for.
fn sign(buf: &mut Buffer, x: u16, y: u16, sign: &str, style: Style) {
    let area = buf.area;
    if y >= area.top() && y < area.bottom() && x >= area.left() && x < area.right() {
        sever(buf, x, y);
        sever(buf, x + 1, y);
        buf[(x, y)].set_symbol(sign).set_style(style);
    }
}

/// The last `width` values as blocks between their own least and greatest; a value that is no number is a
/// blank. Values that do not move are a line at half the height: neither good nor bad.
pub fn sparkline(values: &[f64], width: u16) -> String {
    let shown = &values[values.len().saturating_sub(width.into())..];
    let finite = || shown.iter().copied().filter(|value| value.is_finite());
    let (low, high) = (finite().fold(f64::INFINITY, f64::min), finite().fold(f64::NEG_INFINITY, f64::max));
    let height = |value: f64| match () {
        _ if !value.is_finite() => " ",
        _ if low == high => marks().heights[3],
        // Halved first: the distance of two huge values may itself be no number.
        _ => {
            marks().heights[((value / 2.0 - low / 2.0) / (high / 2.0 - low / 2.0) * 7.0).round() as usize % 8]
        }
    };
    shown.iter().copied().map(height).collect()
}

/// Key hints in one row: ` c claim  + help`. Those that do not fit are left out from the right; returns how
/// many are shown.
pub fn footer<'a>(
    buf: &mut Buffer,
    area: Rect,
    hints: impl IntoIterator<Item = (&'a str, &'a str)>,
    theme: &Theme,
) -> usize {
    let row = Rect { height: area.height.min(1), ..area }.intersection(buf.area);
    clear(buf, row);
    let (mut x, mut shown) = (row.x.saturating_add(1), 0);
    for (key, label) in hints {
        let needed = text::width(key) + 1 + text::width(label);
        if row.is_empty() || needed > row.right().saturating_sub(x).into() {
            break;
        }
        x = put(buf, x, row.y, row.width, key, theme.key) + 1;
        x = put(buf, x, row.y, row.width, label, theme.dim) + 2;
        shown += 1;
    }
    shown
}

/// An empty place of at most that size in the middle of the screen, for what lies over the panes.
pub fn overlay(buf: &mut Buffer, screen: Rect, width: u16, height: u16) -> Rect {
    let screen = screen.intersection(buf.area);
    let (width, height) = (width.min(screen.width), height.min(screen.height));
    let x = screen.x + (screen.width - width) / 2;
    let y = screen.y + (screen.height - height) / 2;
    let area = Rect { x, y, width, height };
    clear(buf, area);
    area
}

/// Lays the ground of what is selected under what stands in the area. Nothing stays dim on it: a dim reverse is unreadable
/// in several terminals.
pub fn select(buf: &mut Buffer, area: Rect, style: Style) {
    buf.set_style(area, style.remove_modifier(Modifier::DIM));
}

/// Underlines parts of a text where it was put: what it was found by. That is seen in every theme.
pub fn underline(
    buf: &mut Buffer,
    x: u16,
    y: u16,
    shown: &str,
    parts: impl IntoIterator<Item = Range<usize>>,
) {
    for Range { start, end } in parts {
        let x = x.saturating_add(text::width(&shown[..start]) as u16);
        let part = Rect { x, y, width: text::width(&shown[start..end]) as u16, height: 1 };
        buf.set_style(part, Style::new().add_modifier(Modifier::UNDERLINED));
    }
}

/// Empties the area's cells, also of the style.
pub fn clear(buf: &mut Buffer, area: Rect) {
    let area = area.intersection(buf.area);
    for y in area.top()..area.bottom() {
        sever(buf, area.left(), y);
        sever(buf, area.right(), y);
        if !area.is_empty() {
            let first = buf.index_of(area.left(), y);
            buf.content[first..first + usize::from(area.width)].iter_mut().for_each(Cell::reset);
        }
    }
}

/// Blanks the wide character that reaches over the left edge of the column, if there is one.
fn sever(buf: &mut Buffer, x: u16, y: u16) {
    if x > buf.area.left() && x < buf.area.right() && buf[(x - 1, y)].cell_width() > 1 {
        buf[(x - 1, y)].set_symbol(" ");
    }
}

#[cfg(test)]
#[path = "draw_tests.rs"]
mod tests;
