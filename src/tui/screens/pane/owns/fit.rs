//! How wide and how high the columns are, and where each of them stands.

use std::ops::Range;

use ratatui::layout::Rect;

use super::Owns;
use super::card::{self, Cards, Stack};
use super::columns::Shape;
use super::read::What;
use crate::tui::kit::cursor::From;
use crate::tui::kit::text;
use crate::tui::shell::overview::Overview;

/// The least columns of a card.
const NARROWEST: u16 = 24;
/// The most lines of a card that is drawn whole, with the one above it.
const TALLEST: usize = 5;

/// From so many lines on cards are drawn whole.
const HIGH: u16 = 24;

/// The room inside of the border.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Fit {
    width: u16,
    height: u16,
}

impl Fit {
    /// How many columns have room, with a line between two of them.
    pub(super) fn columns(self) -> usize {
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
    pub(super) fn heads(self) -> u16 {
        if self.cards() == Cards::Short { 1 } else { 2 }
    }

    /// The lines below the heads.
    pub(super) fn lines(self) -> u16 {
        self.height.saturating_sub(self.heads())
    }
}

impl Owns {
    pub(super) fn in_sight(&self) -> Range<usize> {
        self.first..self.columns.len().min(self.first + self.fit.columns())
    }

    /// The columns that are loaded: those in sight, and one on each side, so that a step beside finds its card.
    pub(super) fn loaded(&self) -> Range<usize> {
        let shown = self.in_sight();
        shown.start.saturating_sub(1)..self.columns.len().min(shown.end + 1)
    }

    /// How wide the columns in sight are inside of so many, without the lines between them.
    fn shares(&self, width: u16) -> Vec<u16> {
        let shown = self.in_sight();
        let lines = shown.len().saturating_sub(1) as u16;
        let needs: Vec<u16> = self.columns[shown].iter().map(|column| column.need).collect();
        shares(width.saturating_sub(lines), &needs)
    }

    /// The columns of text on the cards of each column that is loaded; beside those in sight as if all were equal.
    pub(super) fn rooms(&self) -> Vec<u16> {
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
            let Stack { lines, gap } = self.lay(&column.rows, room, (before, after), overview);
            let column = &mut self.columns[i];
            (column.laid, column.gap) = (room, gap);
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

    /// Takes the area that the columns are drawn in from now on; what has to be read because of it.
    pub fn arrange_in(&mut self, area: Rect) -> Option<From> {
        let fit = Fit { width: area.width.saturating_sub(2), height: area.height.saturating_sub(2) };
        let before = std::mem::replace(&mut self.fit, fit);
        for column in &mut self.columns {
            // Other lines are to spare, and in other columns what is read is broken anew.
            let is_other = column.cards(before) != column.cards(fit) || before.height != fit.height;
            let short = column.cursor.resize(fit.lines()).or(is_other.then_some(From::Here));
            column.short = column.short.or(short);
        }
        self.keep_in_sight();
        self.is_short().then_some(From::Here)
    }

    /// Where each column in sight stands, without the lines between them.
    pub(super) fn places(&self, inside: Rect) -> impl Iterator<Item = (usize, Rect)> {
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

pub(super) fn inside(area: Rect) -> Rect {
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
