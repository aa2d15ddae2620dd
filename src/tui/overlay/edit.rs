//! A text while it is typed: one line, or several.
//!
//! Our own and not a text area of another crate: those fill cells by themselves, and a paste may hold what steers the
//! terminal. Here the cursor walks by the same clusters that [`text`] shows.
//!
//! **Invariants:** the cursor stands between two clusters; control characters never get in; a single line holds no
//! break; the text never grows beyond its most bytes.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::{Modifier, Style},
};
use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

use super::super::{draw, marks::marks, text};

/// How many lines a text may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lines {
    /// Breaks become blanks.
    One,
    /// Enter begins a new one.
    Many,
}

/// What a key or a paste did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edited {
    /// The text is another one.
    Text,
    /// Only the cursor moved.
    Cursor,
    /// The key means nothing here.
    Ignored,
    /// It would have been too long, so nothing was taken.
    TooLong,
}

/// A text and a cursor in it.
#[derive(Debug, Clone)]
pub struct Edit {
    text: String,
    /// A byte of the text, between two clusters.
    at: usize,
    lines: Lines,
    most: usize,
    /// What was cut last, for Ctrl-Y.
    cut: String,
}

impl Edit {
    /// A text to be changed, with the cursor at its end. `most` counts bytes.
    pub fn new(lines: Lines, most: usize, text: &str) -> Edit {
        let mut edit = Edit { text: String::new(), at: 0, lines, most, cut: String::new() };
        edit.text = edit.taken(text);
        edit.at = edit.text.len();
        edit
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    /// The byte before which the cursor stands.
    pub fn at(&self) -> usize {
        self.at
    }

    /// Puts something in the place of a part of it; the cursor stands behind that.
    pub fn replace(&mut self, part: std::ops::Range<usize>, by: &str) -> Edited {
        if self.text.get(part.clone()).is_none() {
            return Edited::Ignored;
        }
        let by = self.taken(by);
        if self.text.len() - part.len() + by.len() > self.most {
            return Edited::TooLong;
        }
        self.at = part.start + by.len();
        self.text.replace_range(part, &by);
        self.settle();
        Edited::Text
    }

    /// The most bytes that it takes.
    pub fn most(&self) -> usize {
        self.most
    }

    pub fn paste(&mut self, text: &str) -> Edited {
        // Before anything is copied: ten megabytes cost nothing.
        if text.len() > self.most.saturating_mul(2) {
            return Edited::TooLong;
        }
        let taken = self.taken(text);
        self.insert(&taken)
    }

    pub fn key(&mut self, key: KeyEvent) -> Edited {
        let ctrl = key.modifiers.contains(KeyModifiers::CONTROL);
        let alt = key.modifiers.contains(KeyModifiers::ALT);
        match key.code {
            KeyCode::Left if ctrl || alt => self.go(self.word_before()),
            KeyCode::Right if ctrl || alt => self.go(self.word_after()),
            KeyCode::Left => self.go(self.before()),
            KeyCode::Right => self.go(self.after()),
            KeyCode::Home => self.go(self.line_start()),
            KeyCode::End => self.go(self.line_end()),
            KeyCode::Up if self.lines == Lines::Many => self.line_up(),
            KeyCode::Down if self.lines == Lines::Many => self.line_down(),
            KeyCode::Enter if self.lines == Lines::Many => self.insert("\n"),
            KeyCode::Backspace if ctrl || alt => self.erase(self.word_before(), self.at),
            KeyCode::Backspace => self.erase(self.before(), self.at),
            KeyCode::Delete => self.erase(self.at, self.after()),
            // Some keyboards send Ctrl and Alt together for AltGr: that is a letter.
            KeyCode::Char(c) if ctrl && !alt => match c.to_ascii_lowercase() {
                'a' => self.go(self.line_start()),
                'e' => self.go(self.line_end()),
                'b' => self.go(self.before()),
                'f' => self.go(self.after()),
                'h' => self.erase(self.before(), self.at),
                'd' => self.erase(self.at, self.after()),
                'w' => self.kill(self.word_before(), self.at),
                'u' => self.kill(self.line_start(), self.at),
                'k' => self.kill(self.at, self.line_end()),
                'y' => self.insert(&self.cut.clone()),
                _ => Edited::Ignored,
            },
            KeyCode::Char(c) if alt && !ctrl => match c {
                'b' => self.go(self.word_before()),
                'f' => self.go(self.word_after()),
                'd' => self.kill(self.at, self.word_after()),
                _ => Edited::Ignored,
            },
            KeyCode::Char(c) if !c.is_control() => self.insert(c.encode_utf8(&mut [0; 4])),
            _ => Edited::Ignored,
        }
    }

    /// The text as it may stand here: breaks for what is one line, no control characters.
    fn taken(&self, text: &str) -> String {
        let text = text.replace("\r\n", "\n");
        text.chars()
            .filter_map(|c| match c {
                '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                    Some(if self.lines == Lines::One { ' ' } else { '\n' })
                }
                '\t' => Some(' '),
                c if c.is_control() => None,
                c => Some(c),
            })
            .collect()
    }

    fn insert(&mut self, text: &str) -> Edited {
        if self.text.len() + text.len() > self.most {
            return Edited::TooLong;
        }
        if text.is_empty() {
            return Edited::Ignored;
        }
        self.text.insert_str(self.at, text);
        self.at += text.len();
        self.settle();
        Edited::Text
    }

    fn erase(&mut self, from: usize, to: usize) -> Edited {
        if from == to {
            return Edited::Cursor;
        }
        self.text.replace_range(from..to, "");
        self.at = from;
        self.settle();
        Edited::Text
    }

    fn kill(&mut self, from: usize, to: usize) -> Edited {
        if from < to {
            self.cut = self.text[from..to].to_owned();
        }
        self.erase(from, to)
    }

    fn go(&mut self, to: usize) -> Edited {
        self.at = to;
        Edited::Cursor
    }

    /// What was typed or erased may have joined two clusters around the cursor.
    fn settle(&mut self) {
        let start = self.line_start();
        let line = &self.text[start..self.line_end()];
        let at = self.at - start;
        let mut cursor = GraphemeCursor::new(at, line.len(), true);
        if cursor.is_boundary(line, 0) != Ok(true) {
            self.at = start + cursor.next_boundary(line, 0).ok().flatten().unwrap_or(line.len());
        }
    }

    fn before(&self) -> usize {
        let start = self.line_start();
        match self.text[start..self.at].grapheme_indices(true).next_back() {
            Some((at, _)) => start + at,
            None => start.saturating_sub(1),
        }
    }

    fn after(&self) -> usize {
        self.at + self.text[self.at..].graphemes(true).next().map_or(0, str::len)
    }

    fn word_before(&self) -> usize {
        let head = self.text[..self.at].trim_end_matches(|c: char| !c.is_alphanumeric());
        head.trim_end_matches(char::is_alphanumeric).len()
    }

    fn word_after(&self) -> usize {
        let tail = self.text[self.at..].trim_start_matches(|c: char| !c.is_alphanumeric());
        self.text.len() - tail.trim_start_matches(char::is_alphanumeric).len()
    }

    fn line_start(&self) -> usize {
        self.text[..self.at].rfind('\n').map_or(0, |at| at + 1)
    }

    fn line_end(&self) -> usize {
        self.text[self.at..].find('\n').map_or(self.text.len(), |at| self.at + at)
    }

    fn line_up(&mut self) -> Edited {
        let (start, column) = (self.line_start(), self.column());
        if start == 0 {
            return Edited::Ignored;
        }
        self.at = start - 1;
        self.at = self.line_start() + reach(&self.text[self.line_start()..self.at], column);
        Edited::Cursor
    }

    fn line_down(&mut self) -> Edited {
        let (end, column) = (self.line_end(), self.column());
        if end == self.text.len() {
            return Edited::Ignored;
        }
        self.at = end + 1;
        self.at += reach(&self.text[self.at..self.line_end()], column);
        Edited::Cursor
    }

    /// The columns before the cursor in its line.
    fn column(&self) -> usize {
        text::width(&self.text[self.line_start()..self.at])
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
        let room = usize::from(width).saturating_sub(pieces.get(at).map_or(1, |piece| piece.2));
        // A quarter of the room shows what follows, the rest what comes before.
        let ahead: usize = pieces.iter().skip(at + 1).map(|piece| piece.2).take_while(within(room / 4)).sum();
        let mut first = at;
        let mut left = room - ahead.min(room);
        while first > 0 && pieces[first - 1].2 <= left {
            first -= 1;
            left -= pieces[first].2;
        }
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
type Row<'t> = Vec<(usize, &'t str, usize)>;

/// The clusters of a line as they are shown: the byte where each begins, its sign and its columns.
fn pieces(line: &str) -> Row<'_> {
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

/// The byte at which a line has at most so many columns before it.
fn reach(line: &str, column: usize) -> usize {
    let mut used = 0;
    for (at, _, columns) in pieces(line) {
        if used + columns > column {
            return at;
        }
        used += columns;
    }
    line.len()
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
