//! A text that is read row by row, of any length: only the rows that are seen are broken.
//!
//! **Invariant:** the place is a paragraph and one of its rows, never a count of rows from the top: that count would
//! have to be made anew for every width.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::{buffer::Buffer, layout::Rect};

use super::super::cursor::Step;
use super::super::{draw, link::Placed, marks::marks};
use super::wrap::Paragraph;
use crate::words::words;

/// A text and how far it is read.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Reader {
    paragraphs: Vec<Paragraph>,
    top: Place,
}

/// A row of a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
struct Place {
    paragraph: usize,
    row: usize,
}

impl Reader {
    pub fn new(paragraphs: Vec<Paragraph>) -> Reader {
        Reader { paragraphs, top: Place::default() }
    }

    pub fn paragraphs(&self) -> &[Paragraph] {
        &self.paragraphs
    }

    /// Goes to where another text is being read: the same one before a change.
    pub fn keep_place(&mut self, before: &Reader) {
        self.top = before.top;
    }

    /// Scrolls, if the key says so; whether it did.
    pub fn key(&mut self, key: KeyEvent, area: Rect) -> bool {
        let ctrl = key.modifiers.contains(KeyModifiers::CONTROL);
        let page = usize::from(area.height).max(2) - 1;
        match key.code {
            KeyCode::Down | KeyCode::Char('j') if !ctrl => self.on(1, area),
            KeyCode::Up | KeyCode::Char('k') if !ctrl => self.back(1, area),
            KeyCode::PageDown | KeyCode::Char(' ') => self.on(page, area),
            KeyCode::PageUp => self.back(page, area),
            KeyCode::Char('d') if ctrl => self.on(page / 2 + 1, area),
            KeyCode::Char('u') if ctrl => self.back(page / 2 + 1, area),
            KeyCode::Home | KeyCode::Char('g') if !ctrl => self.top = Place::default(),
            KeyCode::End | KeyCode::Char('G') => self.top = self.last(area),
            _ => return false,
        }
        true
    }

    /// Scrolls as the keys of a list do.
    pub fn step(&mut self, step: Step, area: Rect) {
        let page = usize::from(area.height).max(2) - 1;
        match step {
            Step::Rows(by) if by < 0 => self.back(by.unsigned_abs(), area),
            Step::Rows(by) => self.on(by.unsigned_abs(), area),
            Step::Pages(by) if by < 0 => self.back(by.unsigned_abs().saturating_mul(page), area),
            Step::Pages(by) => self.on(by.unsigned_abs().saturating_mul(page), area),
            Step::First => self.top = Place::default(),
            Step::Last => self.top = self.last(area),
        }
    }

    /// Scrolls on, as a wheel does; the last row stays the last of the area.
    pub fn on(&mut self, rows: usize, area: Rect) {
        let mut top = self.seen_from(area);
        for _ in 0..rows {
            top = if top.row + 1 < self.rows(top.paragraph, area) {
                Place { row: top.row + 1, ..top }
            } else {
                Place { paragraph: top.paragraph + 1, row: 0 }
            };
        }
        self.top = top.min(self.last(area));
    }

    /// Scrolls back.
    pub fn back(&mut self, rows: usize, area: Rect) {
        let mut top = self.seen_from(area);
        for _ in 0..rows {
            top = self.before(top, area).unwrap_or_default();
        }
        self.top = top;
    }

    pub fn view(&self, area: Rect, buf: &mut Buffer) {
        self.view_beside(area, &[area], buf);
    }

    /// Draws what an area would show into columns beside each other, which are as wide and together as high.
    pub fn view_beside(&self, area: Rect, columns: &[Rect], buf: &mut Buffer) {
        let top = self.seen_from(area);
        let lines = self.paragraphs.iter().skip(top.paragraph);
        let lines = lines.flat_map(|paragraph| paragraph.rows(area.width.into()));
        for (row, line) in columns.iter().flat_map(|column| column.rows()).zip(lines.skip(top.row)) {
            draw::put_line(buf, row.x, row.y, row.width, &line);
        }
    }

    /// The links in sight.
    pub fn links(&self, area: Rect) -> Vec<Placed> {
        let seen = self.in_sight(area);
        let mut links = Vec::new();
        let mut y = area.y;
        for same in seen.chunk_by(|a, b| a.0 == b.0) {
            let (paragraph, first) = same[0];
            let found = self.paragraphs.get(paragraph).map(|paragraph| paragraph.links(area.width.into()));
            for (row, link) in found.unwrap_or_default() {
                if let Some(down) = row.checked_sub(first).filter(|down| *down < same.len()) {
                    links.push(Placed { x: area.x + link.x, y: y + down as u16, ..link });
                }
            }
            y += same.len() as u16;
        }
        links
    }

    /// Of every row in sight its paragraph, and which of its rows it is.
    pub fn in_sight(&self, area: Rect) -> Vec<(usize, usize)> {
        let mut seen = Vec::new();
        let mut place = self.seen_from(area);
        while place.paragraph < self.paragraphs.len() && seen.len() < usize::from(area.height) {
            seen.extend((place.row..self.rows(place.paragraph, area)).map(|row| (place.paragraph, row)));
            place = Place { paragraph: place.paragraph + 1, row: 0 };
        }
        seen.truncate(area.height.into());
        seen
    }

    /// Whether nothing stands above what is in sight.
    pub fn is_at_top(&self, area: Rect) -> bool {
        self.seen_from(area) == Place::default()
    }

    /// Scrolls as little as brings a paragraph into sight: all of it where there is room, else its beginning.
    pub fn reveal(&mut self, paragraph: usize, area: Rect) {
        let begin = Place { paragraph, row: 0 };
        let mut lowest = Place { paragraph, row: self.rows(paragraph, area).saturating_sub(1) };
        for _ in 1..area.height {
            let Some(before) = self.before(lowest, area) else { break };
            lowest = before;
        }
        self.top = self.seen_from(area).clamp(lowest.min(begin), begin);
    }

    /// How much is read, for the border: that there is more at the beginning, and nothing where all of it is seen.
    pub fn fact(&self, area: Rect) -> String {
        let last = self.last(area);
        if last == Place::default() {
            return String::new();
        }
        let top = self.seen_from(area);
        let read = top.paragraph * 100 / last.paragraph.max(1);
        match top {
            top if top == last => words().ask_read(100),
            top if top == Place::default() => marks().down.to_owned(),
            _ => words().ask_read(read.min(99)),
        }
    }

    /// The place that is shown at the top: after a resize or a shorter text not beyond the last.
    fn seen_from(&self, area: Rect) -> Place {
        let rows = self.rows(self.top.paragraph, area);
        let top = Place { row: self.top.row.min(rows.saturating_sub(1)), ..self.top };
        top.min(self.last(area))
    }

    /// The first row of the last page.
    fn last(&self, area: Rect) -> Place {
        let mut place = Place { paragraph: self.paragraphs.len(), row: 0 };
        for _ in 0..area.height {
            let Some(before) = self.before(place, area) else { break };
            place = before;
        }
        place
    }

    fn before(&self, place: Place, area: Rect) -> Option<Place> {
        if place.row > 0 {
            return Some(Place { row: place.row - 1, ..place });
        }
        let paragraph = place.paragraph.checked_sub(1)?;
        Some(Place { paragraph, row: self.rows(paragraph, area).saturating_sub(1) })
    }

    fn rows(&self, paragraph: usize, area: Rect) -> usize {
        self.paragraphs.get(paragraph).map_or(0, |paragraph| paragraph.rows(area.width.into()).len())
    }
}
