//! Tasks side by side: a column for each group, as many as there is room for, each a list of its own.
//!
//! ```text
//! ┏ 2 Who owns what ━━━━━━━━━━┯━━━━━━━━━━━━━ 21 live ┓
//! ┃ doing 8            ▾ 3 more │ review 3        2 › ┃   heads; what is out of sight
//! ┃▸Sign the payment contract   │ Print the labels    ┃
//! ┃ bak  Ayu +1            2 d  │ tiz  Budi       1 d ┃
//! ```
//!
//! The one in which the cursor stands is the list that all keys act on. **Invariant:** it is in sight.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use super::Owns;
use super::card::{Card, Cards};
use super::fit::{Fit, inside};
use crate::store::{Group, Line};
use crate::tui::kit::cursor::{Cursor, From, Step};
use crate::tui::kit::draw::{self, Focus};
use crate::tui::kit::list;
use crate::tui::kit::marks::marks;
use crate::tui::kit::text;
use crate::tui::kit::theme::Theme;
use crate::tui::screens::pane::{Name, Pane, bordered, say_nothing};
use crate::tui::shell::overview::Overview;
use crate::words::words;

/// How the tasks stand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Shape {
    /// Below each other.
    #[default]
    List,
    /// Side by side, by groups.
    Columns,
}

/// A list of tasks.
#[derive(Default)]
pub struct Column {
    /// The group that stands beside others; none where all are in one list.
    pub group: Option<Group>,
    pub rows: Vec<Line>,
    pub cursor: Cursor,
    /// What has to be read of it.
    pub short: Option<From>,
    /// How many columns its head and its cards need so that nothing in them is cut.
    pub need: u16,
    /// The columns of text by which its rows were broken into lines.
    pub laid: u16,
    /// The empty lines between two of its cards.
    pub gap: u16,
}

impl Column {
    pub fn line(&self) -> Option<&Line> {
        self.rows.get(self.cursor.at())
    }

    /// How its cards are drawn.
    pub(super) fn cards(&self, fit: Fit) -> Cards {
        fit.cards_of(self.rows.len(), self.cursor.more_before() || self.cursor.more_after())
    }

    /// The empty lines above one of its cards, and its own.
    fn lines_of(&self, i: usize) -> (u16, u16) {
        let gap = if i > 0 || self.cursor.more_before() { self.gap } else { 0 };
        (gap, self.cursor.lines(i).saturating_sub(gap))
    }
}

impl Owns {
    pub fn is_beside(&self) -> bool {
        self.shape == Shape::Columns
    }

    /// What the column is called in which the cursor stands.
    pub fn column(&self, overview: &Overview) -> Option<String> {
        Some(self.heading(self.here().group?, overview).0)
    }

    /// Lets the tasks stand so; whether they stood otherwise, and are to be read anew.
    #[must_use]
    pub fn reshape(&mut self, shape: Shape) -> bool {
        std::mem::replace(&mut self.shape, shape) != shape
    }

    /// Takes the lists that there are to be, each with what it held before.
    pub(super) fn stand(&mut self, wanted: Vec<Option<Group>>) {
        let mut before = std::mem::take(&mut self.columns);
        let height = self.fit.lines();
        let taken = |group| match before.iter_mut().find(|column| column.group == group) {
            Some(column) => std::mem::take(column),
            None => {
                let mut column = Column { group, ..Column::default() };
                column.cursor.resize(height);
                column
            }
        };
        self.columns = wanted.into_iter().map(taken).collect();
        self.keep_in_sight();
    }

    /// Scrolls sideways, as little as it takes.
    pub(super) fn keep_in_sight(&mut self) {
        let n = self.fit.columns().min(self.columns.len());
        self.at = self.at.min(self.columns.len() - 1);
        let least = (self.at + 1).saturating_sub(n);
        self.first = self.first.clamp(least, self.at).min(self.columns.len() - n);
        // What came beside others has other columns, and with them other lines.
        let (loaded, rooms) = (self.loaded(), self.rooms());
        for (column, room) in self.columns[loaded].iter_mut().zip(rooms) {
            if column.laid != room && !column.rows.is_empty() {
                column.short = column.short.or(Some(From::Here));
            }
        }
    }

    /// How many tasks are loaded of those that a filter leaves, and whether there are more. What is finished stands beside
    /// them, and is not asked for.
    pub(super) fn loaded_tasks(&self) -> (usize, bool) {
        let is_beside = |column: &Column| column.group == Some(Group::Finished) && self.columns.len() > 1;
        let asked = || self.columns.iter().filter(|column| !is_beside(column));
        let tasks = asked().flat_map(|column| &column.rows).filter(|line| line.task.is_some()).count();
        let goes_on = |column: &Column| column.cursor.more_before() || column.cursor.more_after();
        let is_out = |column: &Column| column.rows.is_empty() && column.short.is_some();
        (tasks, asked().any(|column| goes_on(column) || is_out(column)))
    }

    /// Whether anything that is to be loaded has to be read.
    pub(super) fn is_short(&self) -> bool {
        self.columns[self.loaded()].iter().any(|column| column.short.is_some())
    }

    /// Goes to a column beside, and stays on the same line there; what has to be read because of it.
    pub fn turn(&mut self, by: isize) -> Option<From> {
        let line = self.here().cursor.line();
        self.at = self.at.saturating_add_signed(by).min(self.columns.len() - 1);
        self.keep_in_sight();
        let cursor = &mut self.here_mut().cursor;
        let row = cursor.row_at(line).unwrap_or(cursor.len().saturating_sub(1));
        let short = cursor.select(row);
        self.runs_short(self.at, short)
    }

    fn runs_short(&mut self, i: usize, short: Option<From>) -> Option<From> {
        let column = &mut self.columns[i];
        column.short = column.short.or(short);
        self.is_short().then_some(From::Here)
    }

    /// The column at a place, and the line in it; none for its head.
    fn met(&self, at: Position, area: Rect) -> Option<(usize, Option<u16>)> {
        let inside = inside(area);
        let (i, _) = self.places(inside).find(|(_, place)| place.contains(at))?;
        Some((i, (at.y - inside.y).checked_sub(self.fit.heads())))
    }

    /// Selects the card at a place, or else the column; whether there is one, and what has to be read because of it.
    pub fn click(&mut self, at: Position, area: Rect) -> Option<(Selected, Option<From>)> {
        let (i, line) = self.met(at, area)?;
        self.at = i;
        if line.is_none()
            && let Some(by) = self.mark_at(i, at.x, inside(area))
        {
            return Some((Selected::Column, self.turn(by)));
        }
        let Some(row) = line.and_then(|line| self.here().cursor.row_at(line)) else {
            return Some((Selected::Column, None));
        };
        let short = self.here_mut().cursor.select(row);
        Some((Selected::Card, self.runs_short(i, short)))
    }

    /// The way to the columns out of sight whose number stands there.
    fn mark_at(&self, i: usize, x: u16, inside: Rect) -> Option<isize> {
        let shown = self.in_sight();
        let (_, place) = self.places(inside).find(|(at, _)| *at == i)?;
        match () {
            () if i == shown.start && i > 0 && x < place.x + 4 => Some(-1),
            () if i + 1 == shown.end && shown.end < self.columns.len() && x + 5 > place.right() => Some(1),
            () => None,
        }
    }

    /// Scrolls the column at a place; what has to be read because of it.
    pub fn wheel(&mut self, at: Position, rows: isize, area: Rect) -> Option<From> {
        let (i, _) = self.met(at, area)?;
        let short = self.columns[i].cursor.step(Step::Rows(rows));
        self.runs_short(i, short)
    }

    /// The title of the selected card, where it is cut.
    pub fn cut_title(&self, overview: &Overview) -> Option<&str> {
        let row = self.selected()?;
        let (room, here) = (self.room(self.at), self.here());
        let (_, lines) = here.lines_of(here.cursor.at());
        Card::of(row, self.line()?.group, overview, room, lines).is_cut(room).then_some(row.title.as_str())
    }

    /// Draws the columns into the area of the pane, whose border is there already.
    pub fn view(&self, focus: Focus, overview: &Overview, area: Rect, buf: &mut Buffer, theme: &Theme) {
        let inside = bordered(self, Name::Owns, focus, &self.fact(overview), area, buf, theme);
        if inside.is_empty() {
            return;
        }
        for (i, place) in self.places(inside) {
            let focus = if i == self.at { focus } else { Focus::Elsewhere };
            self.head(i, focus, overview, Rect { height: 1, ..place }, buf, theme);
            let column = &self.columns[i];
            let heads = self.fit.heads().min(place.height);
            let cards = Rect { y: place.y + heads, height: place.height - heads, ..place };
            list::rows(cards, buf, theme, &column.cursor, &|at, row| {
                row.is_selected &= focus == Focus::Here;
                let Some(task) = column.rows.get(at).and_then(|line| line.task.as_ref()) else { return };
                let (gap, lines) = column.lines_of(at);
                let room = place.width.saturating_sub(2);
                let mut card = Card::of(task, column.rows[at].group, overview, room, lines);
                if self.marked.has(task.id) {
                    card.mark();
                }
                card.draw(gap, room, overview, &self.found_by, row);
                if overview.has_changed(task.id.into()) {
                    // In the line beside it, where it takes no column from the card.
                    for y in row.area.top() + gap.saturating_sub(row.cut)..row.area.bottom() {
                        draw::put(row.buf, row.area.x - 1, y, 1, marks().changed, theme.warn);
                    }
                }
            });
        }
        if self.columns.iter().all(|column| column.rows.is_empty()) {
            let below = Rect { y: inside.y + 1, height: inside.height - 1, ..inside };
            say_nothing(self, overview, below, buf, theme);
        }
    }

    /// What a column is called and how many it holds; at its right how many cards are below the edge, and how many columns
    /// beside those in sight.
    fn head(&self, i: usize, focus: Focus, overview: &Overview, area: Rect, buf: &mut Buffer, theme: &Theme) {
        let (column, shown) = (&self.columns[i], self.in_sight());
        let Some(group) = column.group else { return };
        let (mut x, mut right) = (area.x + 1, area.right().saturating_sub(1));
        let [before, after] = marks().quotes;
        if i == shown.start && shown.start > 0 {
            let hidden = format!("{before} {} ", shown.start);
            x = draw::put(buf, x, area.y, right.saturating_sub(x), &hidden, theme.dim);
        }
        let mut put_right = |words: String, least: u16| {
            let wide = text::width(&words) as u16;
            if right.saturating_sub(x) >= wide + least {
                draw::put(buf, right - wide, area.y, wide, &words, theme.dim);
                right -= wide + 1;
            }
        };
        let hidden = self.columns.len() - shown.end;
        if i + 1 == shown.end && hidden > 0 {
            put_right(format!("{hidden} {after}"), 1);
        }
        let (name, count) = self.heading(group, overview);
        let least = (text::width(&name) + count.map_or(0, |count| 1 + count.to_string().len()) + 1) as u16;
        let down = marks().down;
        let cursor = &column.cursor;
        let below = match count.and_then(|count| usize::try_from(count).ok()) {
            // What is not loaded is known by the count.
            Some(count) if !cursor.more_before() && cursor.more_after() => {
                (count.saturating_sub(cursor.in_sight(self.fit.lines()).end), false)
            }
            _ => cursor.below(self.fit.lines()),
        };
        match below {
            (0, false) => {}
            // How much somebody has in hand is nobody else's number.
            _ if matches!(group, Group::Lead(Some(_))) => put_right(down.to_owned(), least),
            (n, more) => {
                let n = if more { format!("{n}+") } else { n.to_string() };
                put_right(format!("{down} {}", words().scr_out_of_sight(n)), least);
            }
        }
        let (style, is_empty) = match focus {
            Focus::Here => (theme.title_focused, column.rows.is_empty()),
            Focus::Elsewhere => (theme.title, false),
        };
        if is_empty {
            // There is no card to bear it.
            draw::put(buf, area.x, area.y, 1, marks().selected, theme.title_focused);
        }
        x = draw::put(buf, x, area.y, right.saturating_sub(x), &name, style);
        if let Some(count) = count {
            draw::put(buf, x + 1, area.y, right.saturating_sub(x + 1), &count.to_string(), theme.dim);
        }
    }
}

/// What a click selected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Selected {
    Card,
    Column,
}
