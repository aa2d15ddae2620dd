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
use super::card::{self, Card, Cards};
use super::read::What;
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
/// The most lines of a card that is drawn whole, with the one above it.
const TALLEST: usize = 5;

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
    /// How many columns its head and its cards need so that nothing in them is cut.
    pub need: u16,
    /// The columns of text by which its rows were broken into lines.
    pub laid: u16,
}

impl Column {
    pub fn line(&self) -> Option<&Line> {
        self.rows.get(self.cursor.at())
    }

    /// How its cards are drawn.
    fn cards(&self, fit: Fit) -> Cards {
        fit.cards_of(self.rows.len(), self.cursor.more_before() || self.cursor.more_after())
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

    /// The same in a column of so many cards: where all of them have room they are whole, beside others that are not.
    pub(super) fn cards_of(self, rows: usize, goes_on: bool) -> Cards {
        let is_roomy = !goes_on && rows.saturating_mul(TALLEST) <= usize::from(self.lines()) + 1;
        if is_roomy { Cards::Whole } else { self.cards() }
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
        // What came beside others has other columns, and with them other lines.
        let (loaded, rooms) = (self.loaded(), self.rooms());
        for (column, room) in self.columns[loaded].iter_mut().zip(rooms) {
            if column.laid != room && !column.rows.is_empty() {
                column.short = column.short.or(Some(From::Here));
            }
        }
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

    /// How wide the columns in sight are inside of so many, without the lines between them.
    fn shares(&self, width: u16) -> Vec<u16> {
        let shown = self.in_sight();
        let lines = shown.len().saturating_sub(1) as u16;
        let needs: Vec<u16> = self.columns[shown].iter().map(|column| column.need).collect();
        shares(width.saturating_sub(lines), &needs)
    }

    /// The columns of text on the cards of each column that is loaded; beside those in sight as if all were equal.
    fn rooms(&self) -> Vec<u16> {
        let (shown, shares) = (self.in_sight(), self.shares(self.fit.width));
        let equal = shares.iter().sum::<u16>() / shares.len().max(1) as u16;
        let share = |i: usize| i.checked_sub(shown.start).and_then(|at| shares.get(at)).copied();
        self.loaded().map(|i| share(i).unwrap_or(equal).saturating_sub(2)).collect()
    }

    /// The columns of text on the cards of one of them.
    pub(super) fn room(&self, i: usize) -> u16 {
        let at = i.saturating_sub(self.loaded().start);
        self.rooms().get(at).copied().unwrap_or_default()
    }

    /// Lets each column have the room that it needs, now that its rows are read; those that were read for more than is in
    /// sight need what they needed before, too.
    pub(super) fn share_room(&mut self, overview: &Overview, what: What) {
        for i in self.loaded() {
            let column = &self.columns[i];
            let head = column.group.map_or(0, |group| {
                let (name, count) = self.heading(group, overview);
                // Whether more is below or beside it.
                text::width(&name) + count.map_or(0, |count| 1 + count.to_string().len()) + 10
            });
            let rows = column.rows.iter().filter_map(|line| Some((line.group, line.task.as_ref()?)));
            let cards = card::need(rows, overview, column.cards(self.fit)) + 2;
            let need = (head as u16).min(NARROWEST).max(if column.rows.is_empty() { 0 } else { cards });
            let before = if what == What::Short { column.need } else { 0 };
            self.columns[i].need = need.max(before);
        }
        for (i, room) in self.loaded().zip(self.rooms()) {
            if self.columns[i].laid == room {
                continue;
            }
            let column = &self.columns[i];
            let (before, after) = (column.cursor.more_before(), column.cursor.more_after());
            let lines = self.lines_of(&column.rows, room, (before, after), overview);
            let column = &mut self.columns[i];
            column.laid = room;
            if !lines.is_empty() {
                column.cursor.replace(lines, column.cursor.at(), before, after);
            }
            if i != self.at {
                self.columns[i].cursor.fill();
            }
        }
    }

    /// The least lines of a row.
    pub(super) fn least_lines(&self) -> u16 {
        match (self.shape, self.fit.cards()) {
            (Shape::List, _) => 1,
            (Shape::Columns, Cards::Short) => 2,
            (Shape::Columns, Cards::Whole) => 3,
        }
    }

    /// How the cards of a column are drawn that has these rows, and perhaps more before and after them.
    pub(super) fn cards_of(&self, rows: &[Line], (before, after): (bool, bool)) -> Cards {
        self.fit.cards_of(rows.len(), before || after)
    }

    /// Takes the area that the columns are drawn in from now on; what has to be read because of it.
    pub fn arrange_in(&mut self, area: Rect) -> Option<From> {
        let fit = Fit { width: area.width.saturating_sub(2), height: area.height.saturating_sub(2) };
        let before = std::mem::replace(&mut self.fit, fit);
        for column in &mut self.columns {
            let is_other = column.cards(before) != column.cards(fit);
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
        let mut x = inside.x;
        shown.zip(self.shares(inside.width)).map(move |(i, width)| {
            let place = Rect { x, width, ..inside };
            x += width + 1;
            (i, place)
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
        let room = self.room(self.at);
        Card::of(row, self.line()?.group, overview, room, self.here().cards(self.fit))
            .is_cut(room)
            .then_some(row.title.as_str())
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
                let drawn = column.cards(self.fit);
                let gap = card::gap(drawn, at, column.cursor.more_before());
                let room = place.width.saturating_sub(2);
                let mut card = Card::of(task, column.rows[at].group, overview, room, drawn);
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

/// So many columns divided among those who need so many each: who needs less than an equal part leaves it to who needs
/// more; what nobody needs is spread so that they come as near to each other as they can.
fn shares(all: u16, needs: &[u16]) -> Vec<u16> {
    let is_enough = needs.iter().map(|need| u32::from(*need)).sum::<u32>() <= all.into();
    let of = |need: u16, level: u16| if is_enough { need.max(level) } else { need.min(level) };
    let sum = |level: u16| needs.iter().map(|need| u32::from(of(*need, level))).sum::<u32>();
    let (mut low, mut high) = (0, all);
    while low < high {
        let middle = low + (high - low).div_ceil(2);
        (low, high) = if sum(middle) <= all.into() { (middle, high) } else { (low, middle - 1) };
    }
    // The columns that the level does not divide go to the first ones on it.
    let mut rest = all - sum(low) as u16;
    let share = |need: &u16| {
        let is_on_level = if is_enough { *need <= low } else { *need > low };
        let more = u16::from(is_on_level && rest > 0);
        rest -= more;
        of(*need, low) + more
    };
    needs.iter().map(share).collect()
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

#[cfg(test)]
mod tests {
    use super::shares;

    #[test]
    fn who_needs_less_leaves_it_to_who_needs_more() {
        assert_eq!(shares(100, &[20, 20, 20, 20]), [25, 25, 25, 25]);
        assert_eq!(shares(102, &[20, 20, 20, 20]), [26, 26, 25, 25]);
        assert_eq!(shares(100, &[60, 10, 10, 10]), [60, 14, 13, 13]);
        assert_eq!(shares(100, &[60, 10, 60, 10]), [40, 10, 40, 10]);
        assert_eq!(shares(101, &[60, 10, 60, 10]), [41, 10, 40, 10]);
        assert_eq!(shares(100, &[90, 90, 90]), [34, 33, 33]);
        assert_eq!(shares(7, &[0]), [7]);
        assert_eq!(shares(0, &[9, 9]), [0, 0]);
        assert!(shares(50, &[]).is_empty());
    }

    #[test]
    fn all_of_it_is_given_away() {
        let needs = [0, 9, 24, 31, 80];
        for n in 0..5usize.pow(4) {
            let needs: Vec<u16> = (0..4).map(|at| needs[n / 5usize.pow(at) % 5]).collect();
            for all in [0, 1, 50, 77, 118, 195] {
                assert_eq!(shares(all, &needs).iter().sum::<u16>(), all, "{needs:?}");
            }
        }
    }
}
