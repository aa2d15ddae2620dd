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

use std::ops::Range;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use super::Owns;
use super::card::{Card, Cards};
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

/// The least columns of a card.
const NARROWEST: u16 = 24;
/// From so many lines on cards are drawn whole.
const HIGH: u16 = 24;

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
}

impl Column {
    pub fn line(&self) -> Option<&Line> {
        self.rows.get(self.cursor.at())
    }
}

/// The room inside of the border.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Fit {
    width: u16,
    height: u16,
}

impl Fit {
    /// How many columns have room, with a line between two of them.
    fn columns(self) -> usize {
        usize::from((self.width + 1) / (NARROWEST + 1)).max(1)
    }

    pub fn cards(self) -> Cards {
        if self.height < HIGH { Cards::Short } else { Cards::Whole }
    }

    /// The lines of the heads: where there is room, an empty one below them.
    fn heads(self) -> u16 {
        if self.cards() == Cards::Short { 1 } else { 2 }
    }

    /// The lines below the heads.
    fn lines(self) -> u16 {
        self.height.saturating_sub(self.heads())
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
    }

    fn in_sight(&self) -> Range<usize> {
        self.first..self.columns.len().min(self.first + self.fit.columns())
    }

    /// The columns that are loaded: those in sight, and one on each side, so that a step beside finds its card.
    pub(super) fn loaded(&self) -> Range<usize> {
        let shown = self.in_sight();
        shown.start.saturating_sub(1)..self.columns.len().min(shown.end + 1)
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

    /// The columns of text on a card.
    pub(super) fn room(&self) -> u16 {
        let n = self.fit.columns().min(self.columns.len()) as u16;
        (self.fit.width.saturating_sub(n - 1) / n).saturating_sub(2)
    }

    /// The least lines of a row.
    pub(super) fn least_lines(&self) -> u16 {
        match (self.shape, self.fit.cards()) {
            (Shape::List, _) => 1,
            (Shape::Columns, Cards::Short) => 2,
            (Shape::Columns, Cards::Whole) => 3,
        }
    }

    /// The empty lines above a card.
    pub(super) fn gap(&self, i: usize, more_before: bool) -> u16 {
        u16::from(self.fit.cards() == Cards::Whole && (i > 0 || more_before))
    }

    /// Takes the area that the columns are drawn in from now on; what has to be read because of it.
    pub fn arrange_in(&mut self, area: Rect) -> Option<From> {
        let fit = Fit { width: area.width.saturating_sub(2), height: area.height.saturating_sub(2) };
        let before = std::mem::replace(&mut self.fit, fit);
        let is_other = before.width != fit.width || before.cards() != fit.cards();
        for column in &mut self.columns {
            let short = column.cursor.resize(fit.lines()).or(is_other.then_some(From::Here));
            column.short = column.short.or(short);
        }
        self.keep_in_sight();
        self.is_short().then_some(From::Here)
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

    /// Where each column in sight stands, without the lines between them.
    fn places(&self, inside: Rect) -> impl Iterator<Item = (usize, Rect)> {
        let shown = self.in_sight();
        let n = shown.len() as u16;
        let width = inside.width.saturating_sub(n - 1);
        shown.enumerate().map(move |(nth, i)| {
            let nth = nth as u16;
            // What is left over is spread over the first ones.
            let (each, rest) = (width / n, width % n);
            let x = inside.x + nth * (each + 1) + nth.min(rest);
            (i, Rect { x, width: each + u16::from(nth < rest), ..inside })
        })
    }

    /// The frames of the columns in the area of the pane, which share their lines.
    pub fn frames(&self, area: Rect) -> Vec<Rect> {
        if area.width < 2 || !self.is_beside() {
            return Vec::new();
        }
        let framed = |(_, place): (usize, Rect)| Rect { x: place.x - 1, width: place.width + 2, ..area };
        self.places(inside(area)).map(framed).collect()
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
        let room = self.room();
        Card::of(row, overview, room, self.fit.cards()).is_cut(room).then_some(row.title.as_str())
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
                let gap = self.gap(at, column.cursor.more_before());
                let room = self.room();
                let mut card = Card::of(task, overview, room, self.fit.cards());
                if self.marked.has(task.id) {
                    card.mark();
                }
                card.draw(gap, room, overview, row);
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

fn inside(area: Rect) -> Rect {
    Rect {
        x: area.x + 1,
        y: area.y + 1,
        width: area.width.saturating_sub(2),
        height: area.height.saturating_sub(2),
    }
}
