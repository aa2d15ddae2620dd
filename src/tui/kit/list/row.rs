//! One row of a list, as it is drawn.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::{Modifier, Style},
};

use super::super::marks::marks;
use super::super::theme::Theme;
use super::super::{draw, text};
use super::flow::{self, Span};
use crate::domain::folding::matched;

/// Where one row is drawn, and how. `area` has as many lines as the row takes, or those that are in sight.
pub struct Row<'a> {
    pub buf: &'a mut Buffer,
    pub area: Rect,
    /// So many of its lines are out of sight above `area`.
    pub cut: u16,
    pub is_selected: bool,
    pub theme: &'a Theme,
    /// The first line under which the bar of the selection lies: no heading is selected.
    first: u16,
    /// The columns of the one cell that is selected, and how many, where the keys go sideways too.
    cell: Option<(u16, u16)>,
}

impl<'a> Row<'a> {
    pub fn new(buf: &'a mut Buffer, area: Rect, cut: u16, is_selected: bool, theme: &'a Theme) -> Row<'a> {
        Row { buf, area, cut, is_selected, theme, first: 0, cell: None }
    }

    /// Lays the bar of the selection under what was drawn: across the row, and a stronger one under the selected cell.
    pub fn finish(self) {
        if !self.is_selected {
            return;
        }
        let from = self.first.saturating_sub(self.cut).min(self.area.height);
        let bar = Rect { y: self.area.y + from, height: self.area.height - from, ..self.area };
        let Some((x, width)) = self.cell else { return draw::select(self.buf, bar, self.theme.selected) };
        draw::select(self.buf, bar, self.theme.selected_idle);
        let cell = Rect { x: bar.x.saturating_add(x), width, ..bar }.intersection(bar);
        draw::select(self.buf, cell, self.theme.selected);
    }

    /// Only so many of the columns are what is selected.
    pub fn select_cell(&mut self, x: u16, width: u16) {
        self.cell = Some((x, width));
    }

    /// The style of the words that a row is found by: bold where it is selected.
    pub fn lead(&self, style: Style) -> Style {
        if self.is_selected {
            style.add_modifier(Modifier::BOLD).remove_modifier(Modifier::DIM)
        } else {
            style
        }
    }

    /// The mark of the selected row, at the left of one of its lines, from which on the bar lies: who sees no ground sees
    /// the mark.
    pub fn mark(&mut self, line: u16) {
        self.first = line;
        if self.is_selected {
            self.put_on(line, 0, 1, marks().selected, self.theme.title_focused);
        }
    }

    /// Writes from a column, counted from the row's left edge; returns the column after it.
    pub fn put(&mut self, x: u16, width: u16, words: &str, style: Style) -> u16 {
        self.put_on(0, x, width, words, style)
    }

    /// The same on another line of the row.
    pub fn put_on(&mut self, line: u16, x: u16, width: u16, words: &str, style: Style) -> u16 {
        let Some(line) = line.checked_sub(self.cut).filter(|line| *line < self.area.height) else { return x };
        if x >= self.area.width {
            return x;
        }
        let width = width.min(self.area.width - x);
        draw::put(self.buf, self.area.x + x, self.area.y + line, width, words, style) - self.area.x
    }

    /// Writes on a line, and underlines where words stand in it that begin as those that were looked for.
    pub fn put_found(
        &mut self,
        line: u16,
        x: u16,
        width: u16,
        words: &str,
        style: Style,
        sought: &str,
    ) -> u16 {
        let shown = text::cut(words, width.min(self.area.width.saturating_sub(x)).into());
        let end = self.put_on(line, x, width, &shown, style);
        if end > x
            && let Some(line) = line.checked_sub(self.cut)
        {
            let (x, y) = (self.area.x + x, self.area.y + line);
            draw::underline(self.buf, x, y, &shown, matched(&shown, sought));
        }
        end
    }

    /// Writes a text of several styles on a line, cut as a whole.
    pub fn put_parts(&mut self, line: u16, x: u16, width: u16, parts: &[(&str, Style)]) {
        let whole: String = parts.iter().map(|(text, _)| *text).collect();
        let style = parts.first().map_or(self.theme.text, |(_, style)| *style);
        let end = self.put_on(line, x, width, &whole, style);
        let Some(y) = line.checked_sub(self.cut).filter(|y| *y < self.area.height) else { return };
        let mut at = x;
        for (text, style) in parts {
            let next = at.saturating_add(text::width(text) as u16).min(end);
            let part = Rect { x: self.area.x + at, y: self.area.y + y, width: next - at, height: 1 };
            self.buf.set_style(part, *style);
            at = next;
        }
    }

    /// Writes words that go on in so many lines below each other; returns the last of them, and the column after it.
    pub fn flow(&mut self, x: u16, span: Span, lines: u16, words: &str, style: Style) -> (u16, u16) {
        let mut end = (0, x);
        for (n, line) in (0..).zip(flow::broken(words, span, lines)) {
            let columns = text::width(&line) as u16;
            self.put_on(n, x, columns, &line, style);
            end = (n, x + columns);
        }
        end
    }

    /// Writes a sentence in so many lines, of which what stands before the colon is what a row is found by.
    pub fn sentence(&mut self, x: u16, span: Span, lines: u16, sentence: &str) {
        let head = &sentence[..sentence.find(':').unwrap_or(sentence.len())];
        let mut letters = head.chars().filter(|c| !c.is_whitespace()).count();
        let (lead, text) = (self.lead(self.theme.text), self.theme.text);
        for (n, line) in (0..).zip(flow::broken(sentence, span, lines)) {
            let mut seen = line.char_indices().filter(|(_, c)| !c.is_whitespace());
            let at = match letters {
                0 => 0,
                _ => seen.nth(letters - 1).map_or(line.len(), |(i, c)| i + c.len_utf8()),
            };
            let (head, rest) = line.split_at(at);
            letters -= letters.min(head.chars().filter(|c| !c.is_whitespace()).count());
            let end = self.put_on(n, x, text::width(head) as u16, head, lead);
            self.put_on(n, end, text::width(rest) as u16, rest, text);
        }
    }

    /// Writes so that the last column is the one before `right`.
    pub fn put_right(&mut self, right: u16, width: u16, words: &str, style: Style) {
        let (right, width) = (right.min(self.area.width), width.min(right));
        if self.area.height > 0 && self.cut == 0 {
            draw::put_right(self.buf, self.area.x + right, self.area.y, width, words, style);
        }
    }

    pub fn width(&self) -> u16 {
        self.area.width
    }

    /// The lines that it takes, down to the last that is in sight.
    pub fn height(&self) -> u16 {
        self.area.height + self.cut
    }
}
