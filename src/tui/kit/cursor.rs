//! Where one stands in a windowed list: which of the loaded rows is selected, and which of them are in sight.
//!
//! ```text
//!             more_before? ┐
//!   0 ......... top        │ loaded rows: some more than are in sight
//!               at   ▸     │ the selected one
//!               …          │
//!   len                    ┘ more_after?
//! ```
//!
//! **Invariants:** `at` is a row wherever there is one; the selected row is in sight as a whole where the height allows
//! it. Moving inside of the loaded rows needs no query: [`Cursor::step`] says when the rows have to be read anew.
//!
//! Rows that were read anew never move the selected one on the screen: above it the first row may be in sight in part, below
//! it lines may stay empty. Only a step, another height or another list puts that right.

use std::ops::Range;

/// A way to go in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// So many rows, downwards where positive.
    Rows(isize),
    /// So many screens.
    Pages(isize),
    First,
    Last,
}

/// What has to be read after a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum From {
    /// The rows around the selected one.
    Here,
    /// The beginning of the list.
    Start,
    /// Its end.
    End,
}

/// The line of a row that is its own, and stays where it is when the row is read anew.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Own {
    /// What stands below it belongs to it.
    First,
    /// Above it there may be a heading.
    #[default]
    Last,
}

/// The place in a list; the rows themselves are the pane's.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cursor {
    /// How many lines each loaded row takes.
    lines: Vec<u16>,
    at: usize,
    top: usize,
    /// So many lines of the first row in sight are above the edge.
    cut: u16,
    /// The lines in sight.
    height: u16,
    own: Own,
    more_before: bool,
    more_after: bool,
}

impl Cursor {
    /// The selected row, as an index into the loaded ones.
    pub fn at(&self) -> usize {
        self.at
    }

    /// How many rows are loaded.
    pub fn len(&self) -> usize {
        self.lines.len()
    }

    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// The lines that a loaded row takes.
    pub fn lines(&self, i: usize) -> u16 {
        self.lines.get(i).map_or(1, |n| (*n).max(1))
    }

    pub fn more_before(&self) -> bool {
        self.more_before
    }

    pub fn more_after(&self) -> bool {
        self.more_after
    }

    /// How many rows to read on each side of the selected one: what is in sight wherever it stands, and as much again.
    pub fn reach(&self) -> usize {
        self.reach_of(1)
    }

    /// The same where every row takes at least so many lines.
    pub fn reach_of(&self, lines: u16) -> usize {
        (usize::from(self.height) * 2).div_ceil(usize::from(lines.max(1))).max(20)
    }

    /// Takes rows of the same list that were read anew. The selected one stays where it stood on the screen, as far as there
    /// are rows above it; what is selected in its place stands there.
    pub fn replace(&mut self, lines: Vec<u16>, at: usize, more_before: bool, more_after: bool) {
        let was_empty = self.lines.is_empty();
        let line = self.to_own(self.top).saturating_sub(u32::from(self.cut));
        self.at = at.min(lines.len().saturating_sub(1));
        (self.lines, self.more_before, self.more_after) = (lines, more_before, more_after);
        self.top = self.at;
        while self.top > 0 && self.to_own(self.top) < line {
            self.top -= 1;
        }
        let above = self.to_own(self.top).saturating_sub(line);
        self.cut = u16::try_from(above).unwrap_or(0).min(self.lines(self.top) - 1);
        // Where nothing stood nothing keeps its line.
        if was_empty {
            self.settle();
        } else {
            self.show();
        }
    }

    /// Takes the rows of another list.
    pub fn restart(&mut self, lines: Vec<u16>, at: usize, more_before: bool, more_after: bool) {
        self.replace(lines, at, more_before, more_after);
        self.settle();
    }

    /// Lets no line be empty that a row could fill, though the selected row moves by it.
    pub fn fill(&mut self) {
        self.settle();
    }

    /// Which line of its rows is their own.
    pub fn stands_on(&mut self, own: Own) {
        self.own = own;
    }

    /// Lets the loaded rows take other lines, of so many in sight.
    pub fn lay(&mut self, lines: Vec<u16>, height: u16) {
        if self.lines != lines || self.height != height {
            (self.lines, self.height) = (lines, height);
            self.settle();
        }
    }

    /// Has so many lines in sight from now on. Whether rows have to be read because of it.
    pub fn resize(&mut self, height: u16) -> Option<From> {
        if self.height != height {
            self.height = height;
            self.settle();
        }
        self.runs_short().then_some(From::Here)
    }

    /// Goes; tells what has to be read, if anything.
    pub fn step(&mut self, step: Step) -> Option<From> {
        let last = self.lines.len().saturating_sub(1);
        match step {
            Step::First if self.more_before => return Some(From::Start),
            Step::Last if self.more_after => return Some(From::End),
            Step::First => self.at = 0,
            Step::Last => self.at = last,
            Step::Rows(by) => self.at = self.at.saturating_add_signed(by).min(last),
            Step::Pages(by) => {
                // One row of the old screen stays in sight.
                let page = usize::from(self.height).saturating_sub(1).max(1) as isize;
                let (at, top) = (self.at, self.top);
                self.at = at.saturating_add_signed(by.saturating_mul(page)).min(last);
                self.top = (top + self.at).saturating_sub(at);
            }
        }
        self.settle();
        self.runs_short().then_some(From::Here)
    }

    /// Selects a loaded row.
    pub fn select(&mut self, at: usize) -> Option<From> {
        self.at = at.min(self.lines.len().saturating_sub(1));
        self.settle();
        self.runs_short().then_some(From::Here)
    }

    /// The loaded rows that are in sight in `height` lines. The first and the last may be there in part.
    pub fn in_sight(&self, height: u16) -> Range<usize> {
        let (top, cut) = self.first_in_sight(height);
        let mut left = u32::from(height) + u32::from(cut);
        let mut end = top;
        while left > 0 && end < self.lines.len() {
            left = left.saturating_sub(u32::from(self.lines(end)));
            end += 1;
        }
        top..end
    }

    /// How many lines of the first row in sight are above the edge.
    pub fn cut(&self, height: u16) -> u16 {
        self.first_in_sight(height).1
    }

    fn first_in_sight(&self, height: u16) -> (usize, u16) {
        if height == self.height {
            return (self.top, self.cut);
        }
        // What is drawn may be lower than what was arranged for: a size may change before it is reported.
        let mut place = Cursor { height, ..self.clone() };
        place.settle();
        (place.top, place.cut)
    }

    /// How many loaded rows are below what is in sight, and whether there are more behind them.
    pub fn below(&self, height: u16) -> (usize, bool) {
        (self.len().saturating_sub(self.in_sight(height).end), self.more_after)
    }

    /// The first line of the selected row, from the upper edge.
    pub fn line(&self) -> u16 {
        u16::try_from(self.lines_of(self.top..self.at)).unwrap_or(u16::MAX).saturating_sub(self.cut)
    }

    /// The row that stands on a line in sight.
    pub fn row_at(&self, line: u16) -> Option<usize> {
        self.place_at(line).map(|(row, _)| row)
    }

    /// The same, and which of the row's lines it is.
    pub fn place_at(&self, line: u16) -> Option<(usize, u16)> {
        let line = line.saturating_add(self.cut);
        let mut above = 0;
        self.in_sight(self.height).find_map(|i| {
            let lines = self.lines(i);
            let part = line.checked_sub(above);
            above += lines;
            part.filter(|part| *part < lines).map(|part| (i, part))
        })
    }

    /// Whether a line is the first one below all rows.
    pub fn ends_at(&self, line: u16) -> bool {
        u32::from(line) + u32::from(self.cut) == self.lines_of(self.in_sight(self.height))
    }

    /// The lines from a row on down to the own line of the selected one.
    fn to_own(&self, row: usize) -> u32 {
        match self.own {
            Own::First => self.lines_of(row..self.at) + 1,
            Own::Last => self.lines_of(row..self.at + 1),
        }
    }

    fn lines_of(&self, rows: Range<usize>) -> u32 {
        let end = rows.end.min(self.lines.len());
        (rows.start..end).map(|i| u32::from(self.lines(i))).sum()
    }

    /// Puts the top so that the selected row is in sight.
    fn show(&mut self) {
        self.at = self.at.min(self.lines.len().saturating_sub(1));
        if self.top > self.at {
            (self.top, self.cut) = (self.at, 0);
        }
        let height = u32::from(self.height.max(1));
        while self.top < self.at && self.lines_of(self.top..self.at + 1) > height + u32::from(self.cut) {
            (self.top, self.cut) = (self.top + 1, 0);
        }
    }

    /// The same, with the first row as a whole where it is the selected one, and no line empty that a row could fill.
    fn settle(&mut self) {
        self.show();
        if self.top >= self.at {
            self.cut = 0;
        }
        let fits = |top: usize| {
            let height = usize::from(self.height.max(1));
            self.lines_of(top..top + height + 1) <= height as u32
        };
        let mut top = self.top;
        while top > 0 && fits(top - 1) {
            top -= 1;
        }
        if top < self.top || top == self.at || fits(top) {
            (self.top, self.cut) = (top, 0);
        }
    }

    /// Whether the edge of the loaded rows is nearer than a screen, and there are more behind it.
    fn runs_short(&self) -> bool {
        let screen = usize::from(self.height);
        let is_short =
            |rows: Range<usize>| rows.len() < screen && self.lines_of(rows) < u32::from(self.height);
        (self.more_before && is_short(0..self.at))
            || (self.more_after && is_short(self.at + 1..self.lines.len()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cursor(rows: usize, height: u16) -> Cursor {
        let mut cursor = Cursor::default();
        cursor.resize(height);
        cursor.replace(vec![1; rows], 0, false, false);
        cursor
    }

    #[test]
    fn the_selected_row_is_always_in_sight() {
        let mut cursor = cursor(30, 5);
        assert_eq!(cursor.in_sight(5), 0..5);
        for step in
            [Step::Rows(4), Step::Rows(1), Step::Pages(1), Step::Last, Step::Rows(-1), Step::Pages(-9)]
        {
            assert_eq!(cursor.step(step), None);
            assert!(cursor.in_sight(5).contains(&cursor.at()), "{step:?}");
        }
        assert_eq!((cursor.at(), cursor.in_sight(5)), (0, 0..5));
        cursor.step(Step::Last);
        assert_eq!(cursor.in_sight(5), 25..30);
        assert_eq!(cursor.in_sight(9), 21..30, "a higher pane shows more, not an empty end");
    }

    #[test]
    fn rows_are_read_only_where_the_loaded_ones_run_short() {
        let mut cursor = cursor(30, 5);
        cursor.replace(vec![1; 30], 15, true, true);
        assert_eq!(cursor.step(Step::Rows(5)), None);
        assert_eq!(cursor.step(Step::Rows(5)), Some(From::Here));
        assert_eq!(cursor.step(Step::First), Some(From::Start));
        assert_eq!(cursor.step(Step::Last), Some(From::End));
    }

    #[test]
    fn the_selected_row_stays_on_its_line_when_rows_are_read_anew() {
        let mut cursor = cursor(30, 5);
        cursor.step(Step::Rows(10));
        let line = cursor.at() - cursor.in_sight(5).start;
        cursor.replace(vec![1; 60], 40, true, true);
        assert_eq!(cursor.at() - cursor.in_sight(5).start, line);
    }

    /// The line on which the selected row stands: the last of its own.
    fn line(cursor: &Cursor) -> u16 {
        let above: u16 = (cursor.in_sight(cursor.height).start..=cursor.at()).map(|i| cursor.lines(i)).sum();
        above - cursor.cut(cursor.height) - 1
    }

    #[test]
    fn nothing_moves_the_selected_row_but_a_step() {
        let mut cursor = cursor(0, 8);
        cursor.restart(vec![2, 1, 1, 2, 1, 1, 1, 2, 1, 1, 1, 1], 0, false, false);
        for _ in 0..9 {
            cursor.step(Step::Rows(1));
        }
        cursor.step(Step::Rows(-1));
        let before = line(&cursor);

        // It comes to stand below a heading, or as the first of its group; rows leave above and below it.
        for (lines, at) in [
            (vec![2, 1, 1, 1, 1, 1, 1, 2, 1, 1, 1, 1], 6),
            (vec![2, 1, 1, 2, 1, 1, 2, 1, 1, 1, 1, 1], 6),
            (vec![2, 1, 1, 2, 2, 2, 1, 1], 6),
            (vec![2, 1, 1, 2, 2, 2, 1], 6),
            (vec![2, 1, 2, 1, 1, 1], 5),
        ] {
            cursor.replace(lines.clone(), at, false, false);
            assert_eq!(line(&cursor), before, "{lines:?}");
            assert!(cursor.in_sight(8).contains(&cursor.at()));
        }
        // Where too little is above any more, it stands as low as it can.
        cursor.replace(vec![2, 1], 1, false, false);
        assert_eq!(line(&cursor), 2);
        cursor.replace(vec![2, 1, 1, 1, 1, 1], 4, false, false);
        assert_eq!(line(&cursor), 2, "and stays there");
        cursor.step(Step::Rows(0));
        assert_eq!((cursor.in_sight(8), cursor.cut(8)), (0..6, 0));
    }

    #[test]
    fn what_is_seen_in_part_is_where_it_is_pressed() {
        let mut cursor = cursor(0, 4);
        cursor.restart(vec![1, 1, 1, 1, 1, 1], 0, false, false);
        cursor.step(Step::Rows(2));
        cursor.replace(vec![1, 1, 2, 1, 1, 1], 4, false, false);
        assert_eq!((cursor.in_sight(4), cursor.cut(4)), (2..6, 1));
        assert_eq!(
            [0, 1, 2, 3].map(|line| cursor.place_at(line)),
            [(2, 1), (3, 0), (4, 0), (5, 0)].map(Some)
        );
        assert!(cursor.ends_at(4));
    }

    #[test]
    fn rows_of_two_lines_are_counted_as_such() {
        let mut cursor = cursor(0, 5);
        cursor.restart(vec![2, 1, 2, 2, 1], 0, false, false);
        assert_eq!(cursor.in_sight(5), 0..3);
        assert_eq!([0, 1, 2, 3, 4].map(|line| cursor.row_at(line)), [0, 0, 1, 2, 2].map(Some));
        assert_eq!(
            [0, 1, 2, 3].map(|line| cursor.place_at(line)),
            [(0, 0), (0, 1), (1, 0), (2, 0)].map(Some)
        );
        cursor.step(Step::Last);
        assert_eq!(cursor.in_sight(5), 2..5);
    }

    #[test]
    fn a_row_that_goes_on_below_stays_on_its_first_line() {
        let mut cursor = cursor(0, 9);
        cursor.stands_on(Own::First);
        cursor.restart(vec![1, 2, 1, 1], 1, false, false);
        assert_eq!(cursor.line(), 1);
        for lines in [vec![1, 1, 1], vec![1, 3, 1], vec![1, 2]] {
            cursor.replace(lines, 1, false, false);
            assert_eq!((cursor.line(), cursor.in_sight(9).start), (1, 0));
        }
        // Nothing above it is out of sight while lines are empty.
        cursor.lay(vec![2, 3], 9);
        assert_eq!((cursor.line(), cursor.in_sight(9)), (2, 0..2));
    }

    #[test]
    fn what_runs_short_are_lines_and_not_rows() {
        let mut cursor = cursor(0, 12);
        cursor.replace(vec![4; 21], 10, true, true);
        assert_eq!((cursor.reach(), cursor.reach_of(4)), (24, 20));
        for (by, short) in [(7, None), (1, Some(From::Here)), (-14, None), (-2, Some(From::Here))] {
            assert_eq!(cursor.step(Step::Rows(by)), short, "at {}", cursor.at());
        }
    }

    #[test]
    fn nothing_at_all_is_fine() {
        let mut cursor = cursor(0, 0);
        for step in [Step::Rows(1), Step::Pages(-1), Step::First, Step::Last] {
            assert_eq!(cursor.step(step), None);
        }
        assert_eq!((cursor.in_sight(0), cursor.in_sight(9), cursor.row_at(0)), (0..0, 0..0, None));
    }
}
