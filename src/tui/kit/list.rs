//! A list: rows of which a window is loaded, which of them is selected, and how it is drawn.
//!
//! ```text
//! ┌ title ─────────── fact ┐
//! │ heading                │
//! │▸row                    │   the rows in sight (cursor)
//! │ row                    │
//! └────────────────────────┘
//! ```
//!
//! What is in a list, and what one can do with a row, is said by who has it: each pane and each page that is a list.

pub mod flow;
mod room;
mod row;
mod window;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

pub use flow::wrapped;
pub use room::{Needs, Room};
pub use row::Row;

use super::cursor::{Cursor, From, Own};
use super::draw::{self, Focus};
use super::marks::marks;
use super::text;
use super::theme::Theme;
use crate::words::words;

/// The rows that are loaded, and where one stands in them.
#[derive(Debug)]
pub struct List<T> {
    pub rows: Vec<T>,
    /// The place of the first loaded row in the whole.
    skip: usize,
    pub cursor: Cursor,
    /// The room for which its rows have their lines, and how many of them stay free below the rows.
    room: Room,
    pub kept: u16,
    /// The words that narrow it.
    pub words: String,
    /// The words by which what is loaded was narrowed.
    narrowed: String,
}

impl<T> Default for List<T> {
    fn default() -> List<T> {
        List {
            rows: Vec::new(),
            skip: 0,
            cursor: Cursor::default(),
            room: Room::default(),
            kept: 0,
            words: String::new(),
            narrowed: String::new(),
        }
    }
}

impl<T> List<T> {
    pub fn get(&self, i: usize) -> Option<&T> {
        self.rows.get(i)
    }

    pub fn selected(&self) -> Option<&T> {
        self.rows.get(self.cursor.at())
    }

    /// The room for which its rows have their lines.
    pub fn room(&self) -> Room {
        self.room
    }

    /// Takes rows that are all there are.
    pub fn replace(&mut self, rows: Vec<T>, at: usize, from: From, needs: impl Fn(&[T], u16) -> Vec<Needs>) {
        self.skip = 0;
        self.take(rows, at, (false, false), from, needs);
    }

    /// Takes rows of a line each that are all there are; the selected one is found again by what `key` says of it.
    pub fn take_all<K: PartialEq>(&mut self, rows: Vec<T>, from: From, key: impl Fn(&T) -> K) {
        let before = self.selected().map(&key);
        self.rows = rows;
        let at = match from {
            From::Start => 0,
            From::End => self.rows.len().saturating_sub(1),
            From::Here => {
                let found = self.rows.iter().position(|row| Some(key(row)) == before);
                found.unwrap_or(self.cursor.at())
            }
        };
        self.cursor.replace(vec![1; self.rows.len()], at, false, false);
    }

    /// Reads anew what is in sight and some more, each of a line: `read` takes how many rows to leave out and how many to
    /// give at most. A row is found again by its id, and by the words of its text.
    pub fn read<I: PartialEq, E>(
        &mut self,
        from: From,
        read: impl Fn(usize, usize) -> Result<Vec<T>, E>,
        id: impl Fn(&T) -> I,
        text: impl Fn(&T) -> String,
    ) -> Result<(), E> {
        self.read_with_needs(from, read, id, text, |rows, _| vec![Needs::just(1); rows.len()])
    }

    /// The same, where rows may take more than a line: `needs` takes all of them, and the columns that they have.
    pub fn read_with_needs<I: PartialEq, E>(
        &mut self,
        from: From,
        read: impl Fn(usize, usize) -> Result<Vec<T>, E>,
        id: impl Fn(&T) -> I,
        text: impl Fn(&T) -> String,
        needs: impl Fn(&[T], u16) -> Vec<Needs>,
    ) -> Result<(), E> {
        let read = self.now().read(from, read, id, text)?;
        self.skip = read.skip;
        self.take(read.rows, read.at, (read.skip > 0, read.more_after), from, needs);
        Ok(())
    }

    /// Takes rows that were read: those of the same list, where nothing else is asked for than before.
    fn take(
        &mut self,
        rows: Vec<T>,
        at: usize,
        (before, after): (bool, bool),
        from: From,
        needs: impl Fn(&[T], u16) -> Vec<Needs>,
    ) {
        let is_same = from == From::Here && self.words == self.narrowed;
        self.narrowed.clone_from(&self.words);
        self.rows = rows;
        let lines = self.share((before, after), needs);
        self.cursor.stands_on(Own::First);
        if is_same {
            self.cursor.replace(lines, at, before, after);
        } else {
            self.cursor.restart(lines, at, before, after);
        }
    }

    /// Takes the room that its rows have from now on; what has to be read because of it.
    pub fn arrange(&mut self, room: Room, needs: impl Fn(&[T], u16) -> Vec<Needs>) -> Option<From> {
        if self.room != room {
            self.room = room;
            let goes_on = (self.cursor.more_before(), self.cursor.more_after());
            let lines = self.share(goes_on, needs);
            self.cursor.lay(lines, room.lines);
        }
        self.cursor.resize(room.lines)
    }

    /// How many lines each row has. Where rows are not loaded none is left over.
    fn share(&self, (before, after): (bool, bool), needs: impl Fn(&[T], u16) -> Vec<Needs>) -> Vec<u16> {
        // What is not loaded as a whole need not be measured.
        let goes_on = before || after;
        let (columns, lines) = match goes_on {
            true => (0, 0),
            false => (self.room.columns, self.room.lines.saturating_sub(self.kept)),
        };
        room::shared(&needs(&self.rows, columns), lines)
    }

    /// Where the selected row stands among rows that were read anew; where it is gone, its nearest neighbour's place.
    pub fn place<I: PartialEq>(&self, new: &[T], from: From, id: impl Fn(&T) -> I) -> usize {
        self.now().place(new, from, id)
    }

    fn now(&self) -> window::Now<'_, T> {
        window::Now { rows: &self.rows, skip: self.skip, cursor: &self.cursor, words: &self.words }
    }

    /// Whether the first row that is loaded is the first of all.
    pub fn begins(&self) -> bool {
        self.skip == 0
    }
}

/// What stands around the rows.
pub struct Around<'a> {
    pub title: &'a str,
    pub fact: &'a str,
    /// What would stand here, where nothing does.
    pub empty: &'a str,
}

/// Whether a line of headings stands above the rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Head {
    Shown,
    None,
}

/// The lines that the rows have.
pub fn height(area: Rect, head: Head) -> u16 {
    area.height.saturating_sub(2 + u16::from(head == Head::Shown)).max(1)
}

/// The loaded row at a place.
pub fn row_at(cursor: &Cursor, at: Position, area: Rect, head: Head) -> Option<usize> {
    let first = area.y + 1 + u16::from(head == Head::Shown);
    let inside = Rect { y: first, height: height(area, head), ..area };
    let line = at.y.checked_sub(first).filter(|_| inside.contains(at))?;
    cursor.row_at(line)
}

/// Draws the list; `heading` draws the line above the rows, `row` one of them.
pub fn view(
    area: Rect,
    buf: &mut Buffer,
    theme: &Theme,
    around: &Around<'_>,
    cursor: &Cursor,
    heading: Option<&dyn Fn(&mut Row<'_>)>,
    row: &dyn Fn(usize, &mut Row<'_>),
) {
    let lines = height(area, if heading.is_some() { Head::Shown } else { Head::None });
    let room = usize::from(area.width).saturating_sub(text::width(around.title) + 8);
    let fact = fact_with_more(around.fact, cursor, lines, room);
    let border = draw::Pane { number: None, title: around.title, fact: &fact, focus: Focus::Here };
    let mut inside = draw::pane(buf, area, &border, theme);
    if cursor.is_empty() {
        let room = inside.width.saturating_sub(2);
        for (line, words) in (0..inside.height).zip(wrapped(around.empty, room)) {
            draw::put(buf, inside.x + 1, inside.y + line, room, &words, theme.dim);
        }
        return;
    }
    if let Some(heading) = heading.filter(|_| inside.height > 1) {
        heading(&mut Row::new(buf, Rect { height: 1, ..inside }, 0, false, theme));
        inside = Rect { y: inside.y + 1, height: inside.height - 1, ..inside };
    }
    rows(inside, buf, theme, cursor, row);
}

/// Draws the rows that are in sight; returns the line after them.
pub fn rows(
    area: Rect,
    buf: &mut Buffer,
    theme: &Theme,
    cursor: &Cursor,
    row: &dyn Fn(usize, &mut Row<'_>),
) -> u16 {
    let mut y = area.y;
    let mut cut = cursor.cut(area.height);
    for i in cursor.in_sight(area.height) {
        let lines = (cursor.lines(i) - cut).min(area.bottom() - y);
        let area = Rect { y, height: lines, ..area };
        let mut line = Row::new(buf, area, cut, i == cursor.at(), theme);
        row(i, &mut line);
        line.finish();
        (y, cut) = (y + lines, 0);
    }
    y
}

/// A fact, and behind it how many rows are out of sight; that alone where both have no room.
pub fn fact_with_more(fact: &str, cursor: &Cursor, height: u16, room: usize) -> String {
    let more = match cursor.below(height) {
        (0, false) => return fact.to_owned(),
        (n, false) => format!("{} {}", marks().down, words().scr_out_of_sight(n.to_string())),
        (n, true) => format!("{} {}", marks().down, words().scr_out_of_sight(format!("{n}+"))),
    };
    let both = if fact.is_empty() { more.clone() } else { format!("{fact} {} {more}", marks().dot) };
    if text::width(&both) <= room { both } else { more }
}
