//! How a form looks.
//!
//! ```text
//! ┏ New task ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
//! ┃ Title  Sign the payment contract_                               ┃
//! ┃      ≈ bakul  Sign the payment contract              ayu leads  ┃
//! ┃ Due    next tue                                      Tue 1 Dec  ┃
//! ┃ Notes  …                                                        ┃
//! ┗ Tab next  Ctrl-S add  Esc close ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛
//! ```

use ratatui::{buffer::Buffer, layout::Rect};

use super::super::super::{draw, marks::marks, text, theme::Theme};
use super::super::edit::Cursor;
use super::super::frame::{self, Hint};
use super::super::picker::Item;
use super::alike::LINES;
use super::{Content, Extent, Field, Form, State};
use crate::domain::spoken;
use crate::words::words;

/// How wide a form is where there is room.
const WIDTH: usize = 76;
/// The columns of a day that was understood.
const DAY: u16 = 16;

/// What stands at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Spot {
    Field(usize),
    Alike(usize),
}

/// Where everything stands.
pub(super) struct Laid {
    pub place: Rect,
    /// The row that says what is wrong; empty where there is no room.
    pub said: Rect,
    /// The columns of the labels.
    pub label: u16,
    pub spots: Vec<(Spot, Rect)>,
}

impl<I: Clone + PartialEq> Form<I> {
    pub fn view(&self, screen: Rect, buf: &mut Buffer, theme: &Theme) {
        let screen = screen.intersection(buf.area);
        let laid = self.laid(screen);
        frame::view(buf, laid.place, &self.title, "", &self.hints(), theme);
        for (spot, area) in &laid.spots {
            match *spot {
                Spot::Field(i) => self.view_row(buf, *area, i, laid.label, theme),
                Spot::Alike(i) => self.view_alike(buf, *area, i, laid.label, theme),
            }
        }
        if let Some(said) = self.says().filter(|_| !laid.said.is_empty()) {
            draw::clear(buf, laid.said);
            draw::put(buf, laid.said.x, laid.said.y, laid.said.width, &said, theme.warn);
        } else if let Some(read) = &self.read {
            self.view_read(buf, laid.said, read, laid.label, theme);
        }
        if let State::Picking(picker) = &self.state {
            picker.view(screen, buf, theme);
        }
    }

    /// What the first field is read as, under the texts of the fields; and the key that takes it as text.
    fn view_read(&self, buf: &mut Buffer, area: Rect, read: &str, label: u16, theme: &Theme) {
        let (key, words) = ("Ctrl-T", words());
        let (said, does, style) = match self.sent.as_text {
            true => (words.quick_as_text(), words.quick_key_read(), theme.dim),
            false => (read.to_owned(), words.quick_key_text(), theme.ok),
        };
        let aside = (text::width(key) + 1 + text::width(&does)) as u16;
        let room = area.width.saturating_sub(label + aside + 2);
        draw::put(buf, area.x + label, area.y, room, &said, style);
        if room > 0 && !area.is_empty() {
            let x = area.right().saturating_sub(aside);
            let x = draw::put(buf, x, area.y, aside, key, theme.key);
            draw::put(buf, x + 1, area.y, area.right().saturating_sub(x + 1), &does, theme.dim);
        }
    }

    fn says(&self) -> Option<String> {
        match (&self.state, &self.complaint) {
            (State::Leaving, _) => Some(words().ask_throw_away()),
            (_, complaint) => complaint.clone(),
        }
    }

    /// The fields that are shown.
    fn shown(&self) -> &[Field<I>] {
        match self.extent {
            Extent::Brief => &self.fields[..self.fields.len().min(1)],
            Extent::All => &self.fields,
        }
    }

    /// Where everything stands on a screen: the fields from the first that must be left out for the one with the
    /// cursor to be seen.
    pub(super) fn laid(&self, screen: Rect) -> Laid {
        let kept_for_alike = if self.alike.is_some() { LINES } else { 0 };
        let all = self.shown().iter().map(Field::rows).sum::<u16>() + kept_for_alike;
        let place = frame::place(screen, WIDTH, usize::from(all) + 1, &self.title, &self.hints());
        let inside = frame::inside(place);
        // The last row is kept for what is said, so that nothing jumps.
        let kept = u16::from(
            inside.height > 1 && (self.says().is_some() || self.read.is_some() || inside.height > all),
        );
        let area = Rect { height: inside.height - kept, ..inside };
        let said = match kept {
            0 if self.says().is_some() => {
                Rect { y: inside.bottom().saturating_sub(1), height: inside.height.min(1), ..inside }
            }
            _ => Rect { y: area.bottom(), height: kept, ..inside },
        };
        let label = self.shown().iter().map(|field| text::width(&text::cut(&field.label, 20))).max();
        let label = (label.unwrap_or(0) as u16 + 2).min(area.width / 2);
        Laid { place, said, label, spots: self.spots(area, all) }
    }

    fn spots(&self, area: Rect, all: u16) -> Vec<(Spot, Rect)> {
        // Notes give way first.
        let is_tight = all > area.height;
        let most = if is_tight { (area.height / 2).max(1) } else { u16::MAX };
        let rows = |i: usize| self.fields[i].rows().min(most);
        let alike = match &self.alike {
            Some(alike) if is_tight => alike.items.len() as u16,
            Some(_) => LINES,
            None => 0,
        };
        let below = |i: usize| if i == 0 { alike } else { 0 };
        let shown = self.shown().len();
        if area.is_empty() || shown == 0 {
            return Vec::new();
        }
        let mut first = self.here.min(shown - 1);
        let mut left = area.height.saturating_sub(rows(first));
        while first > 0 && rows(first - 1) + below(first - 1) <= left {
            first -= 1;
            left -= rows(first) + below(first);
        }
        let mut y = area.y;
        let mut spots = Vec::with_capacity(shown);
        for i in first..shown {
            let height = rows(i).min(area.bottom() - y);
            if height == 0 {
                break;
            }
            spots.push((Spot::Field(i), Rect { y, height, ..area }));
            y += height;
            let items = if i == 0 { self.alike.as_ref().map_or(0, |alike| alike.items.len()) } else { 0 };
            for (n, y) in (0..items).zip(y..area.bottom()) {
                spots.push((Spot::Alike(n), Rect { y, height: 1, ..area }));
            }
            y = (y + below(i)).min(area.bottom());
        }
        spots
    }

    pub(super) fn hints(&self) -> Vec<Hint> {
        let words = words();
        match &self.state {
            State::Leaving => {
                return vec![
                    Hint::new("y", words.ask_throw_away_yes()),
                    Hint::new("n", words.ask_throw_away_no()),
                ];
            }
            State::Picking(_) | State::Filling => {}
        }
        if let Some(alike) = self.alike.as_ref().filter(|alike| alike.at.is_some()) {
            let keys = Hint::new(words.ask_keys_up_down(), words.ask_move());
            return vec![keys, Hint::enter(&*alike.does), Hint::leave()];
        }
        let here = self.fields.get(self.here).map(|field| &field.content);
        if self.extent == Extent::Brief {
            let mut hints = vec![Hint::enter(&*self.does)];
            hints.extend(self.repeats.then(|| Hint::new("Ctrl-N", words.form_another())));
            if self.alike.as_ref().is_some_and(|alike| !alike.items.is_empty()) {
                hints.push(Hint::new(words.form_key_down(), words.form_to_alike()));
            }
            hints.extend([Hint::new(words.ask_key_tab(), words.form_more()), Hint::leave()]);
            return hints;
        }
        let mut hints = Vec::with_capacity(5);
        match here {
            Some(Content::Choice { .. }) => hints.push(Hint::enter(words.ask_choose())),
            Some(Content::Notes { .. }) => hints.push(Hint::new("Ctrl-O", words.form_editor())),
            _ => {}
        }
        hints.push(Hint::new(words.ask_key_tab(), words.ask_next()));
        // Where Enter sends it, that is easier to see than Ctrl-S.
        let is_last = self.here + 1 == self.fields.len();
        let is_line = !matches!(here, None | Some(Content::Choice { .. } | Content::Notes { .. }));
        hints.push(match is_last && is_line {
            true => Hint::enter(&*self.does),
            false => Hint::new(words.ask_key_ctrl_s(), &*self.does),
        });
        hints.push(Hint::leave());
        hints
    }

    fn view_row(&self, buf: &mut Buffer, area: Rect, i: usize, label: u16, theme: &Theme) {
        let field = &self.fields[i];
        let named = if i == self.here { theme.key } else { theme.dim };
        draw::put(buf, area.x, area.y, label.saturating_sub(1), &field.label, named);
        let rest = Rect { x: area.x + label, width: area.width - label, ..area };
        self.view_field(buf, rest, field, i == self.here, theme);
    }

    fn view_alike(&self, buf: &mut Buffer, area: Rect, i: usize, label: u16, theme: &Theme) {
        let Some(alike) = &self.alike else { return };
        let Item { label: what, detail, .. } = &alike.items[i];
        let is_here = alike.at == Some(i);
        let x = area.x + label.saturating_sub(2);
        let mark = if is_here { marks().selected } else { marks().overlap };
        draw::put(buf, x, area.y, 1, mark, if is_here { theme.key } else { theme.warn });
        let x = area.x + label;
        let width = area.right().saturating_sub(x);
        let aside = (text::width(detail).min(usize::from(width / 2))) as u16;
        draw::put(buf, x, area.y, width.saturating_sub(aside + 2), what, theme.text);
        draw::put_right(buf, area.right(), area.y, aside, detail, theme.dim);
        if is_here {
            draw::select(buf, Rect { x, width, height: 1, y: area.y }, theme.selected);
        }
    }

    fn view_field(&self, buf: &mut Buffer, area: Rect, field: &Field<I>, is_here: bool, theme: &Theme) {
        let is_among_alike = self.alike.as_ref().is_some_and(|alike| alike.at.is_some());
        let keys_fill = is_here && matches!(self.state, State::Filling) && !is_among_alike;
        let cursor = if keys_fill { Cursor::Shown } else { Cursor::Hidden };
        let aside = match (&field.content, &field.remark) {
            (_, Some(remark)) => Some((remark.clone(), theme.warn)),
            (Content::Date(edit), None) => match spoken::parse_day(edit.text(), self.today) {
                Some(day) => Some((spoken::day(day, self.today), theme.ok)),
                None if edit.text().trim().is_empty() => None,
                None => Some((words().ask_no_day_yet(), theme.warn)),
            },
            (Content::Number(edit), None) => {
                let is_none = spoken::parse_number(edit.text()).is_err() && !edit.text().trim().is_empty();
                is_none.then(|| (words().form_no_number_yet(), theme.warn))
            }
            _ => None,
        };
        let mut room = area.width;
        if let Some((aside, style)) = aside {
            let most = if field.remark.is_some() { area.width * 2 / 3 } else { DAY.min(area.width / 2) };
            let needed = (text::width(&aside) as u16).min(most);
            draw::put_right(buf, area.right(), area.y, needed, &aside, style);
            room = room.saturating_sub(if field.remark.is_some() { needed + 2 } else { most });
        }
        match &field.content {
            Content::Notes { edit, .. } => {
                edit.view_lines(buf, Rect { width: room, ..area }, theme.text, cursor);
                hint(buf, area, field, edit.text(), keys_fill, theme);
            }
            Content::Choice { items, chosen, .. } => {
                let label = chosen.as_ref().and_then(|id| items.iter().find(|item| item.id == *id));
                let none = if field.hint.is_empty() { words().ask_none() } else { field.hint.clone() };
                let (shown, style) = label.map_or((none, theme.dim), |item| (item.label.clone(), theme.text));
                let width = room.min(text::width(&text::cut(&shown, room.into())) as u16);
                draw::put(buf, area.x, area.y, room, &shown, style);
                if is_here {
                    draw::select(buf, Rect { width, height: 1, ..area }, theme.selected);
                }
            }
            Content::Text(edit)
            | Content::Date(edit)
            | Content::Number(edit)
            | Content::List { edit, .. } => {
                edit.view_line(buf, area.x, area.y, room, theme.text, cursor);
                hint(buf, area, field, edit.text(), keys_fill, theme);
                if let (true, Some(rest), Some(end)) = (keys_fill, field.completion(), edit.end_of_line(room))
                {
                    // Behind the cursor, which stands on a blank of its own.
                    draw::put(buf, area.x + end + 1, area.y, room.saturating_sub(end + 1), rest, theme.dim);
                }
            }
        }
    }
}

impl<I> Field<I> {
    fn rows(&self) -> u16 {
        if let Content::Notes { rows, .. } = self.content { rows } else { 1 }
    }
}

/// What an empty field is for; behind the cursor, if it is there.
fn hint<I>(buf: &mut Buffer, area: Rect, field: &Field<I>, text: &str, has_cursor: bool, theme: &Theme) {
    if text.is_empty() {
        let from = if has_cursor { 2.min(area.width) } else { 0 };
        draw::put(buf, area.x + from, area.y, area.width - from, &field.hint, theme.dim);
    }
}
