//! The name, one sentence, and the four ways on, in as much room as there is.

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::style::Style;
use ratatui::{buffer::Buffer, layout::Rect};

use super::banner::{self, Size};
use crate::tui::kit::overlay::Outcome;
use crate::tui::kit::overlay::wrap::Paragraph;
use crate::tui::kit::{draw, marks::marks, text, theme::Theme};
use crate::words::words;

/// How wide the text is where there is room.
const WIDTH: u16 = 70;

/// One of the ways on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Entry {
    Start,
    Demo,
    Learn,
    Import,
}

impl Entry {
    const ALL: [Entry; 4] = [Entry::Start, Entry::Demo, Entry::Learn, Entry::Import];

    fn label(self) -> String {
        match self {
            Entry::Start => words().welcome_start(),
            Entry::Demo => words().welcome_demo(),
            Entry::Learn => words().welcome_learn(),
            Entry::Import => words().welcome_import(),
        }
    }

    fn detail(self) -> String {
        match self {
            Entry::Start => words().welcome_start_detail(),
            Entry::Demo => words().welcome_demo_detail(),
            Entry::Learn => words().welcome_learn_detail(),
            Entry::Import => words().welcome_import_detail(),
        }
    }
}

/// So many rows a question needs below the name and the sentence.
const QUESTION: u16 = 8;

#[derive(Debug, Clone)]
pub(super) struct Menu {
    /// Where a board would come to lie.
    file: String,
    selected: usize,
    complaint: Option<String>,
}

/// How much of the menu is shown: the first that fits.
const SHAPES: [Shape; 7] = [
    Shape { size: Size::Large, sentence: true, details: true, gaps: 2 },
    Shape { size: Size::Small, sentence: true, details: true, gaps: 2 },
    Shape { size: Size::Small, sentence: true, details: true, gaps: 1 },
    Shape { size: Size::Plain, sentence: true, details: true, gaps: 1 },
    Shape { size: Size::Plain, sentence: true, details: false, gaps: 1 },
    Shape { size: Size::Plain, sentence: true, details: false, gaps: 0 },
    Shape { size: Size::Plain, sentence: false, details: false, gaps: 0 },
];

#[derive(Debug, Clone, Copy)]
struct Shape {
    size: Size,
    sentence: bool,
    details: bool,
    /// Empty rows between its parts.
    gaps: u16,
}

/// A row of the menu, before it has a place.
enum Row {
    Empty,
    Centred(String, Style),
    Text(String, Style),
    Entry(usize),
    Detail(usize),
}

impl Menu {
    pub fn new(file: String) -> Menu {
        Menu { file, selected: 0, complaint: None }
    }

    pub fn complain(&mut self, why: &str) {
        self.complaint = Some(why.to_owned());
    }

    /// All of it in words, a line each.
    pub fn in_words(&self) -> Vec<String> {
        let ways = (1..).zip(Entry::ALL).map(|(n, way)| format!("{n}. {}: {}", way.label(), way.detail()));
        let file = words().welcome_file(&self.file);
        std::iter::once(words().welcome_what())
            .chain(ways)
            .chain([file])
            .chain(self.complaint.clone())
            .collect()
    }

    pub fn key(&mut self, key: KeyEvent) -> Outcome<Entry> {
        self.complaint = None;
        match key.code {
            KeyCode::Up | KeyCode::Char('k') | KeyCode::BackTab => {
                self.selected = self.selected.checked_sub(1).unwrap_or(Entry::ALL.len() - 1);
            }
            KeyCode::Down | KeyCode::Char('j') | KeyCode::Tab => {
                self.selected = (self.selected + 1) % Entry::ALL.len();
            }
            KeyCode::Char(c @ '1'..='4') => {
                self.selected = c as usize - '1' as usize;
                return Outcome::Chosen(Entry::ALL[self.selected]);
            }
            KeyCode::Enter | KeyCode::Right | KeyCode::Char('l' | ' ') => {
                return Outcome::Chosen(Entry::ALL[self.selected]);
            }
            KeyCode::Esc | KeyCode::Char('q') => return Outcome::Leave,
            _ => {}
        }
        Outcome::Stay
    }

    pub fn view(&self, screen: Rect, buf: &mut Buffer, theme: &Theme) {
        if screen.is_empty() {
            return;
        }
        let (block, rows, top) = self.placed(screen, theme);
        let room = usize::from(block.height);
        // Where not even the ways fit, the one that is selected is seen.
        let at = rows.iter().position(|row| matches!(row, Row::Entry(i) if *i == self.selected)).unwrap_or(0);
        let skip = if rows.len() > room { at.min(rows.len() - room) } else { 0 };
        for (y, row) in (top..block.bottom()).zip(rows.iter().skip(skip)) {
            self.row(buf, Rect { y, height: 1, ..block }, row, theme);
        }
        if screen.height > 1 {
            self.footer(buf, Rect { y: screen.bottom() - 1, height: 1, ..screen }, theme);
        }
    }

    /// Draws what stands above the ways, where it stands with them; what is left is a question's.
    pub fn view_above(&self, screen: Rect, buf: &mut Buffer, theme: &Theme) -> Rect {
        let below = self.below(screen);
        if below != screen {
            let (block, rows, top) = self.placed(screen, theme);
            let after =
                rows.iter().rposition(|row| matches!(row, Row::Detail(_))).map_or(rows.len(), |at| at + 1);
            let above = (top..below.y).zip(&rows);
            for (y, row) in above.chain((below.bottom()..block.bottom()).zip(&rows[after..])) {
                self.row(buf, Rect { y, height: 1, ..block }, row, theme);
            }
        }
        below
    }

    /// What the name and the sentence leave, in the place of the ways; all of a screen on which that is too little.
    pub fn below(&self, screen: Rect) -> Rect {
        if screen.is_empty() {
            return screen;
        }
        let (block, rows, top) = self.placed(screen, &Theme::mono());
        let above = rows.iter().position(|row| matches!(row, Row::Entry(_))).unwrap_or(0);
        let y = top + u16::try_from(above).unwrap_or(u16::MAX).min(block.height);
        let height = screen.bottom().saturating_sub(y);
        if rows.len() > block.height.into() || height < QUESTION {
            return screen;
        }
        // A box stands out of the text by its border.
        let x = block.x.saturating_sub(2).max(screen.x);
        let width = (block.width + 4).min(screen.right() - x);
        // Right below it, and not somewhere in the middle of a large screen.
        Rect { x, y, width, height: QUESTION }
    }

    /// The block of text, its rows, and where the first of them stands.
    fn placed(&self, screen: Rect, theme: &Theme) -> (Rect, Vec<Row>, u16) {
        let area = Rect { height: screen.height - u16::from(screen.height > 1), ..screen };
        let width = WIDTH.min(area.width.saturating_sub(if area.width > 30 { 4 } else { 0 })).max(1);
        let block = Rect { x: area.x + (area.width - width) / 2, width, ..area };
        let rows = self.rows(block, theme);
        let top = area.y + (usize::from(area.height).saturating_sub(rows.len()) / 5 * 2) as u16;
        (block, rows, top)
    }

    fn rows(&self, block: Rect, theme: &Theme) -> Vec<Row> {
        let mut rows = Vec::new();
        for shape in SHAPES {
            rows = self.shaped(shape, block, theme);
            let name = banner::rows(shape.size).iter().map(|row| text::width(row)).max().unwrap_or(0);
            // Large letters in a narrow place would shout.
            let air = if shape.size == Size::Large { 8 } else { 0 };
            if rows.len() + air <= block.height.into() && name <= block.width.into() {
                break;
            }
        }
        rows
    }

    fn shaped(&self, shape: Shape, block: Rect, theme: &Theme) -> Vec<Row> {
        let gap = |rows: &mut Vec<Row>, n: u16| rows.extend((0..n).map(|_| Row::Empty));
        let mut rows: Vec<Row> = Vec::new();
        let banner = banner::rows(shape.size);
        let width = banner.first().map_or(0, |row| text::width(row));
        rows.extend(banner.into_iter().map(|row| Row::Centred(row, theme.title_focused)));
        if shape.size != Size::Plain {
            gap(&mut rows, 1);
            rows.push(Row::Centred(marks().reached.repeat(width), theme.reached));
        }
        if shape.sentence {
            gap(&mut rows, shape.gaps.min(1));
            for line in Paragraph::plain(words().welcome_what()).rows(block.width.into()) {
                rows.push(Row::Text(line.to_string(), theme.text));
            }
        }
        gap(&mut rows, shape.gaps);
        for i in 0..Entry::ALL.len() {
            if shape.details && i > 0 {
                gap(&mut rows, shape.gaps.min(1));
            }
            rows.push(Row::Entry(i));
            if shape.details {
                rows.push(Row::Detail(i));
            }
        }
        if shape.details {
            gap(&mut rows, 1);
            // The path whole, over as many rows as it takes.
            for line in Paragraph::plain(words().welcome_file(&self.file)).rows(block.width.into()) {
                rows.push(Row::Text(line.to_string(), theme.dim));
            }
        }
        if let Some(complaint) = &self.complaint {
            gap(&mut rows, shape.gaps.min(1));
            rows.push(Row::Text(complaint.clone(), theme.warn));
        }
        rows
    }

    fn row(&self, buf: &mut Buffer, place: Rect, row: &Row, theme: &Theme) {
        let Rect { x, y, width, .. } = place;
        match row {
            Row::Empty => {}
            Row::Centred(line, style) => {
                let from = width.saturating_sub(text::width(line) as u16) / 2;
                draw::put(buf, x + from, y, width - from, line, *style);
            }
            Row::Text(line, style) => {
                draw::put(buf, x, y, width, line, *style);
            }
            Row::Entry(i) => {
                let is_here = *i == self.selected;
                let mark = if is_here { marks().selected } else { " " };
                draw::put(buf, x, y, width, &format!(" {mark} "), theme.key);
                let room = width.saturating_sub(3);
                let after = draw::put(buf, x + 3, y, room, &(i + 1).to_string(), theme.key) + 2;
                let left = (x + width).saturating_sub(after);
                draw::put(buf, after, y, left, &Entry::ALL[*i].label(), theme.title);
                if is_here {
                    draw::select(buf, place, theme.selected);
                }
            }
            Row::Detail(i) => {
                draw::put(buf, x + 6, y, width.saturating_sub(6), &Entry::ALL[*i].detail(), theme.dim);
            }
        }
    }

    fn footer(&self, buf: &mut Buffer, row: Rect, theme: &Theme) {
        let words = words();
        let all = [
            (words.ask_key_esc(), words.ask_leave()),
            (words.ask_key_enter(), words.welcome_does_choose()),
            (words.ask_keys_up_down(), words.ask_move()),
        ];
        let hints = all.iter().map(|(key, does)| (key.as_str(), does.as_str()));
        draw::footer(buf, row, hints, theme);
    }
}
