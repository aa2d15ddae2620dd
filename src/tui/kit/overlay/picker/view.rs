//! How a list to pick from is drawn, and clicked.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use super::super::super::{draw, marks::marks, text, theme::Theme};
use super::super::Outcome;
use super::super::edit::Cursor;
use super::super::frame::{self, Hint};
use super::{Filled, Finder, Picker, Tone};
use crate::words::words;

/// Long enough to find one, short enough to see what lies below.
const ROWS: usize = 14;

impl<I: Clone + PartialEq> Picker<I> {
    fn hints(&self) -> [Hint; 3] {
        [Hint::new(words().ask_keys_up_down(), words().ask_move()), Hint::enter(&*self.does), Hint::leave()]
    }

    fn place(&self, screen: Rect) -> Rect {
        // As large as all of it, whatever the filter leaves: nothing jumps while typing.
        let (label, detail) = self.widths;
        let width = (label + detail + if detail > 0 { 5 } else { 3 }).max(36);
        frame::place(screen, width, self.rows.clamp(1, ROWS) + 1, &self.title, &self.hints())
    }

    /// Where the items are, below the line of the filter.
    pub(super) fn list(&self, screen: Rect) -> Rect {
        let inside = frame::inside(self.place(screen));
        let taken = inside.height.min(1);
        if inside.height < 2 {
            return inside;
        }
        Rect { y: inside.y + taken, height: inside.height - taken, ..inside }
    }

    pub fn view(&self, screen: Rect, buf: &mut Buffer, theme: &Theme) {
        let screen = screen.intersection(buf.area);
        let is_part = matches!(
            self.finder,
            Finder::Asker { state: Filled::InPart, .. } | Finder::Both { state: Filled::InPart, .. }
        );
        let fact = match self.found.len() == self.items.len() {
            true => format!("{}{}", self.items.len(), if is_part { "+" } else { "" }),
            false => words().ask_of(self.found.len(), self.items.len()),
        };
        let inside = frame::view(buf, self.place(screen), &self.title, &fact, &self.hints(), theme);
        let list = self.list(screen);
        if list.y > inside.y {
            let x = draw::put(
                buf,
                inside.x,
                inside.y,
                inside.width,
                words().ask_filter_mark().as_str(),
                theme.key,
            );
            let x = x + 1;
            let width = inside.right().saturating_sub(x);
            self.filter.view_line(buf, x, inside.y, width, theme.text, Cursor::Shown);
        }
        if self.found.is_empty() {
            draw::put(buf, list.x, list.y, list.width, &words().ask_no_match(), theme.dim);
        }
        for (row, at) in list.rows().zip(self.top(list)..self.found.len()) {
            self.row(buf, row, at, theme);
        }
    }

    /// The first item in sight.
    fn top(&self, list: Rect) -> usize {
        let height = usize::from(list.height);
        self.selected.saturating_sub(height * 2 / 3).min(self.found.len().saturating_sub(height))
    }

    /// A click on an item chooses it.
    pub fn click(&mut self, at: Position, screen: Rect) -> Outcome<I> {
        if let Some(key) = frame::hint_at(self.place(screen), &self.hints(), at) {
            return self.key(key, screen);
        }
        let list = self.list(screen);
        if !list.contains(at) {
            return Outcome::Stay;
        }
        let at = self.top(list) + usize::from(at.y - list.y);
        match self.found.get(at).filter(|_| self.asks().is_none()) {
            Some(item) => {
                self.selected = at;
                Outcome::Chosen(self.items[*item].id.clone())
            }
            None => Outcome::Stay,
        }
    }

    fn row(&self, buf: &mut Buffer, row: Rect, at: usize, theme: &Theme) {
        let item = &self.items[self.found[at]];
        let label = text::cut(&item.label, row.width.saturating_sub(1).into());
        let is_here = at == self.selected;
        let mark = if is_here { marks().selected } else { " " };
        let x = draw::put(buf, row.x, row.y, row.width, mark, theme.key) + 1;
        let style = if item.tone == Tone::Faint { theme.dim } else { theme.text };
        let end = draw::put(buf, x, row.y, row.right().saturating_sub(x), &label, style);
        // The detail has a column of its own where both fit, else it follows what is left.
        let left = row.right().saturating_sub(end).saturating_sub(2);
        let needed = text::width(&text::cut(&item.detail, 60)).min(left.into()) as u16;
        let is_shown = needed > 3 || usize::from(needed) == text::width(&item.detail);
        let detail = if is_shown { text::cut(&item.detail, needed.into()) } else { "".into() };
        draw::put_right(buf, row.right(), row.y, needed, &detail, theme.dim);
        let [in_label, in_detail] = self.found_by(self.found[at], &label, &detail);
        draw::underline(buf, x, row.y, &label, in_label);
        draw::underline(buf, row.right() - text::width(&detail) as u16, row.y, &detail, in_detail);
        if is_here {
            draw::select(buf, row, theme.selected);
        }
    }
}
