//! How a text that is typed looks: a line scrolled with its cursor, or lines that are broken between words.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::{Modifier, Style},
};
use unicode_segmentation::UnicodeSegmentation;

use super::super::super::{draw, marks::marks, text};
use super::Edit;

impl Edit {
    /// The column, counted from the left of its row, at which a single line ends that fits; `None` where it is scrolled.
    pub fn end_of_line(&self, width: u16) -> Option<u16> {
        u16::try_from(text::width(&self.text)).ok().filter(|end| *end < width)
    }

    /// Puts the cursor on the cluster at a column of a single line as [`view_line`](Edit::view_line) draws it.
    pub fn click(&mut self, column: u16, width: u16) {
        let pieces = pieces(&self.text);
        let mut x = 0;
        let first = self.first_shown(&pieces, width.into());
        let found = pieces[first..].iter().find(|(_, _, columns)| {
            x += columns;
            usize::from(column) < x
        });
        let at = found.map_or(self.text.len(), |(at, _, _)| *at);
        self.go(at);
    }

    /// Draws a single line into one row, scrolled so that the cursor is seen.
    pub fn view_line(&self, buf: &mut Buffer, x: u16, y: u16, width: u16, style: Style, cursor: Cursor) {
        self.view_styled(buf, x, y, width, |_| style, cursor);
    }

    /// The same, where a byte says how its cluster looks.
    pub fn view_styled(
        &self,
        buf: &mut Buffer,
        x: u16,
        y: u16,
        width: u16,
        style: impl Fn(usize) -> Style,
        cursor: Cursor,
    ) {
        let pieces = pieces(&self.text);
        let at = pieces.partition_point(|(start, _, _)| *start < self.at);
        let first = self.first_shown(&pieces, width.into());
        let mut column = x;
        let end = x.saturating_add(width);
        for (i, (byte, piece, columns)) in pieces.iter().enumerate().skip(first) {
            let columns = *columns as u16;
            let style = style(*byte);
            if column + columns > end {
                if column > x && i != at {
                    draw::put(buf, end.saturating_sub(1), y, 1, marks().ellipsis, style);
                }
                return;
            }
            let shown = if i == first && first > 0 && i != at { marks().ellipsis } else { piece };
            let here = if i == at && cursor == Cursor::Shown { style.patch(CURSOR) } else { style };
            draw::put(buf, column, y, columns, shown, here);
            column += columns;
        }
        if at == pieces.len() && cursor == Cursor::Shown && column < end {
            draw::put(buf, column, y, 1, " ", style(self.text.len()).patch(CURSOR));
        }
    }

    /// The first cluster of a single line that is in sight.
    fn first_shown(&self, pieces: &Row<'_>, width: usize) -> usize {
        let at = pieces.partition_point(|(start, _, _)| *start < self.at);
        let room = width.saturating_sub(pieces.get(at).map_or(1, |piece| piece.2));
        // A quarter of the room shows what follows, the rest what comes before.
        let ahead: usize = pieces.iter().skip(at + 1).map(|piece| piece.2).take_while(within(room / 4)).sum();
        let mut first = at;
        let mut left = room - ahead.min(room);
        while first > 0 && pieces[first - 1].2 <= left {
            first -= 1;
            left -= pieces[first].2;
        }
        first
    }

    /// Draws several lines into an area, wrapped, so that the cursor is seen. Only the lines near the cursor are
    /// looked at.
    pub fn view_lines(&self, buf: &mut Buffer, area: Rect, style: Style, cursor: Cursor) {
        if area.is_empty() {
            return;
        }
        let height = usize::from(area.height);
        let here = self.line_start();
        let mut starts = vec![here];
        while starts.len() <= height {
            let Some(first) = starts.last().copied().filter(|first| *first > 0) else { break };
            starts.push(self.text[..first - 1].rfind('\n').map_or(0, |at| at + 1));
        }
        let mut rows: Vec<Row<'_>> = Vec::new();
        let mut cursor_row = 0;
        let mut start = *starts.last().expect("the cursor's own line is there");
        loop {
            let end = self.text[start..].find('\n').map_or(self.text.len(), |at| start + at);
            for mut row in broken(&self.text[start..end], area.width.into()) {
                for piece in &mut row.1 {
                    piece.0 += start;
                }
                if start + row.0 <= self.at && start <= here {
                    cursor_row = rows.len();
                }
                rows.push(row.1);
            }
            if end == self.text.len() || (start >= here && rows.len() > cursor_row + height) {
                break;
            }
            start = end + 1;
        }
        let last = rows.len().saturating_sub(height);
        let top = cursor_row.saturating_sub(height * 2 / 3).min(last);
        for (y, row) in (area.y..area.bottom()).zip(top..rows.len()) {
            let mut x = area.x;
            let mut drawn = false;
            for (at, piece, columns) in &rows[row] {
                let is_here = *at == self.at && cursor == Cursor::Shown;
                drawn |= is_here;
                let style = if is_here { style.patch(CURSOR) } else { style };
                draw::put(buf, x, y, *columns as u16, piece, style);
                x += *columns as u16;
            }
            if row == cursor_row && !drawn && cursor == Cursor::Shown {
                draw::put(buf, x.min(area.right() - 1), y, 1, " ", style.patch(CURSOR));
            }
        }
    }
}

/// Whether a cursor is drawn: only where the keys go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cursor {
    Shown,
    Hidden,
}

/// Reversed, so that it shows without colour.
const CURSOR: Style = Style::new().add_modifier(Modifier::REVERSED);

/// Clusters as they are shown: the byte where each begins, its sign and its columns.
pub(super) type Row<'t> = Vec<(usize, &'t str, usize)>;

/// The clusters of a line as they are shown: the byte where each begins, its sign and its columns.
pub(super) fn pieces(line: &str) -> Row<'_> {
    let shown = text::pieces(line);
    line.grapheme_indices(true).zip(shown).map(|((at, _), (piece, columns))| (at, piece, columns)).collect()
}

/// The rows of a line, each with the byte where it begins; an empty line is one empty row. One column stays free for
/// a cursor behind the last cluster.
fn broken(line: &str, width: usize) -> Vec<(usize, Row<'_>)> {
    let mut rows = vec![(0, Vec::new())];
    let mut used = 0;
    for piece in pieces(line) {
        let (start, row) = rows.last_mut().expect("there is a first row");
        if used + piece.2 >= width.max(2) && !row.is_empty() {
            // At the last blank of the row, unless it is one long word.
            let split = row.iter().rposition(|(_, sign, _)| *sign == " ").map_or(row.len(), |at| at + 1);
            let rest = row.split_off(split);
            used = rest.iter().map(|piece| piece.2).sum::<usize>() + piece.2;
            let at = rest.first().map_or(piece.0, |piece| piece.0);
            debug_assert!(at >= *start);
            rows.push((at, rest));
            rows.last_mut().expect("it was just pushed").1.push(piece);
        } else {
            used += piece.2;
            row.push(piece);
        }
    }
    rows
}

/// Holds while the sum of what came is at most `room`.
fn within(room: usize) -> impl FnMut(&usize) -> bool {
    let mut left = room;
    move |columns| {
        let fits = *columns <= left;
        left = left.saturating_sub(*columns);
        fits
    }
}
