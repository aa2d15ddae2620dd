//! How a form looks.
//!
//! ```text
//! ┏ New task ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
//! ┃ Title  Sign the payment contract_         ┃
//! ┃ Due    next tue               Tue 1 Dec   ┃
//! ┃ Notes  …                                  ┃
//! ┗ Tab next  Ctrl-S add  Esc leave ━━━━━━━━━━┛
//! ```

use ratatui::{buffer::Buffer, layout::Rect};

use super::super::super::{draw, text, theme::Theme};
use super::super::edit::Cursor;
use super::super::frame::{self, Hint};
use super::{Content, Field, Form, State};
use crate::domain::spoken;
use crate::words::words;

/// How wide a form is where there is room.
const WIDTH: usize = 76;
/// How many rows notes have where there is room.
const NOTES: u16 = 6;
/// The columns of a day that was understood.
const DAY: u16 = 16;

impl<I: Clone + PartialEq> Form<I> {
    pub fn view(&self, screen: Rect, buf: &mut Buffer, theme: &Theme) {
        let screen = screen.intersection(buf.area);
        let hints = self.hints();
        let rows = self.fields.iter().map(|field| field.rows(NOTES)).sum::<u16>() + 1;
        let place = frame::place(screen, WIDTH, rows.into(), &self.title, &hints);
        let inside = frame::view(buf, place, &self.title, "", &hints, theme);
        let words = words();
        let said = match (&self.state, &self.complaint) {
            (State::Leaving, _) => Some(words.ask_throw_away()),
            (_, complaint) => complaint.clone(),
        };
        // The last row is kept for what is said, so that nothing jumps.
        let kept = u16::from(inside.height > 1 && (said.is_some() || inside.height >= rows));
        self.view_fields(buf, Rect { height: inside.height - kept, ..inside }, theme);
        if let Some(said) = said.filter(|_| inside.height > 0) {
            let y = inside.bottom() - 1;
            draw::clear(buf, Rect { y, height: 1, ..inside });
            draw::put(buf, inside.x, y, inside.width, &said, theme.warn);
        }
        if let State::Picking(picker) = &self.state {
            picker.view(screen, buf, theme);
        }
    }

    fn hints(&self) -> Vec<Hint> {
        let words = words();
        if matches!(self.state, State::Leaving) {
            return vec![
                Hint::new("y", words.ask_throw_away_yes()),
                Hint::new("n", words.ask_throw_away_no()),
            ];
        }
        let is_choice =
            self.fields.get(self.here).is_some_and(|field| matches!(field.content, Content::Choice { .. }));
        let mut hints = Vec::with_capacity(4);
        if is_choice {
            hints.push(Hint::enter(words.ask_choose()));
        }
        hints.push(Hint::new(words.ask_key_tab(), words.ask_next()));
        // Where Enter sends it, that is easier to see than Ctrl-S.
        let is_last = self.here + 1 == self.fields.len();
        let is_line = matches!(
            self.fields.get(self.here).map(|field| &field.content),
            Some(Content::Text(_) | Content::Date(_) | Content::Number(_))
        );
        hints.push(match is_last && is_line {
            true => Hint::enter(&*self.does),
            false => Hint::new(words.ask_key_ctrl_s(), &*self.does),
        });
        hints.push(Hint::leave());
        hints
    }

    /// The fields, from the first that must be left out for the one with the cursor to be seen.
    fn view_fields(&self, buf: &mut Buffer, area: Rect, theme: &Theme) {
        if area.is_empty() {
            return;
        }
        let label = self.fields.iter().map(|field| text::width(&text::cut(&field.label, 20))).max();
        let label = (label.unwrap_or(0) as u16 + 2).min(area.width / 2);
        let all: u16 = self.fields.iter().map(|field| field.rows(NOTES)).sum();
        // Notes give way first.
        let notes = if all <= area.height { NOTES } else { (area.height / 2).clamp(1, NOTES) };
        let mut first = self.here.min(self.fields.len());
        let mut left =
            area.height.saturating_sub(self.fields.get(first).map_or(0, |field| field.rows(notes)));
        while first > 0 && self.fields[first - 1].rows(notes) <= left {
            first -= 1;
            left -= self.fields[first].rows(notes);
        }
        let mut y = area.y;
        for (i, field) in self.fields.iter().enumerate().skip(first) {
            let height = field.rows(notes).min(area.bottom() - y);
            if height == 0 {
                break;
            }
            let is_here = i == self.here;
            let named = if is_here { theme.key } else { theme.dim };
            draw::put(buf, area.x, y, label.saturating_sub(1), &field.label, named);
            let rest = Rect { x: area.x + label, y, width: area.width - label, height };
            self.view_field(buf, rest, field, is_here, theme);
            y += height;
        }
    }

    fn view_field(&self, buf: &mut Buffer, area: Rect, field: &Field<I>, is_here: bool, theme: &Theme) {
        let keys_fill = is_here && matches!(self.state, State::Filling);
        let cursor = if keys_fill { Cursor::Shown } else { Cursor::Hidden };
        match &field.content {
            Content::Text(edit) | Content::Number(edit) => {
                edit.view_line(buf, area.x, area.y, area.width, theme.text, cursor);
                hint(buf, area, field, edit.text(), keys_fill, theme);
            }
            Content::Notes(edit) => {
                edit.view_lines(buf, area, theme.text, cursor);
                hint(buf, area, field, edit.text(), keys_fill, theme);
            }
            Content::Choice { items, chosen } => {
                let label = chosen.as_ref().and_then(|id| items.iter().find(|item| item.id == *id));
                let none = if field.hint.is_empty() { words().ask_none() } else { field.hint.clone() };
                let (shown, style) = label.map_or((none, theme.dim), |item| (item.label.clone(), theme.text));
                let width = area.width.min(text::width(&text::cut(&shown, area.width.into())) as u16);
                draw::put(buf, area.x, area.y, area.width, &shown, style);
                if is_here {
                    buf.set_style(Rect { width, height: 1, ..area }, theme.selected);
                }
            }
            Content::Date(edit) => {
                let day = match spoken::parse_day(edit.text(), self.today) {
                    Some(day) => (spoken::day(day, self.today), theme.ok),
                    None if edit.text().trim().is_empty() => (String::new(), theme.dim),
                    None => (words().ask_no_day_yet(), theme.warn),
                };
                let room = DAY.min(area.width / 2);
                draw::put_right(buf, area.right(), area.y, room, &day.0, day.1);
                let width = if day.0.is_empty() { area.width } else { area.width - room };
                edit.view_line(buf, area.x, area.y, width, theme.text, cursor);
                hint(buf, area, field, edit.text(), keys_fill, theme);
            }
        }
    }
}

impl<I> Field<I> {
    fn rows(&self, notes: u16) -> u16 {
        if matches!(self.content, Content::Notes(_)) { notes } else { 1 }
    }
}

/// What an empty field is for; behind the cursor, if it is there.
fn hint<I>(buf: &mut Buffer, area: Rect, field: &Field<I>, text: &str, has_cursor: bool, theme: &Theme) {
    if text.is_empty() {
        let from = if has_cursor { 2.min(area.width) } else { 0 };
        draw::put(buf, area.x + from, area.y, area.width - from, &field.hint, theme.dim);
    }
}
