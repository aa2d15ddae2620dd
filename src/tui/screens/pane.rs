//! The five panes of the home screen, each in a file of its own: its rows, its columns, its empty state.
//!
//! A pane reads its rows when it is told to ([`Pane::load`]) and draws them from what it has: drawing asks nobody.

mod blockers;
mod findings;
mod goals;
mod owns;
mod roles;
mod said;
mod stretch;

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::{Modifier, Style},
};

pub use blockers::{Blockers, asked, sentence};
pub use findings::{FindingRow, Findings, SHOWN, sign};
pub use goals::Goals;
pub use owns::{Owns, Quick};
pub use roles::{Roles, shares_focus, unclear};
pub use stretch::Now;

use crate::session::{Error, Session};
use crate::tui::kit::cursor::{Cursor, From};
use crate::tui::kit::draw;
use crate::tui::kit::marks::marks;
use crate::tui::kit::text;
use crate::tui::kit::theme::Theme;
use crate::tui::shell::facts::Facts;
use crate::tui::shell::hand::Hand;

/// The panes, in the order of their numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Name {
    Goals,
    Owns,
    Roles,
    Findings,
    Blockers,
}

pub const ALL: [Name; 5] = [Name::Goals, Name::Owns, Name::Roles, Name::Findings, Name::Blockers];

impl Name {
    /// The key that focuses it.
    pub fn number(self) -> u8 {
        self as u8 + 1
    }
}

/// What every pane can do.
pub trait Pane {
    fn title(&self) -> String;

    /// The fact in its border.
    fn fact(&self, facts: &Facts) -> String;

    /// What it says in one row where it has no room for more.
    fn gist(&self, facts: &Facts) -> String;

    /// What would stand here, and what makes it.
    fn empty(&self) -> String;

    fn cursor(&self) -> &Cursor;
    fn cursor_mut(&mut self) -> &mut Cursor;

    /// Reads the rows anew.
    fn load(&mut self, session: &Session, facts: &Facts, from: From) -> Result<(), Error>;

    /// The words that narrow it.
    fn filter(&self) -> &str;
    fn set_filter(&mut self, words: String);

    /// Whether anything keeps rows out of sight.
    fn is_narrowed(&self) -> bool {
        !self.filter().is_empty()
    }

    /// What a row is about.
    fn about(&self, i: usize) -> Hand;

    /// What the selected row is about.
    fn hand(&self) -> Hand {
        self.about(self.cursor().at())
    }

    /// The selected row in full, where its line cuts it.
    fn detail(&self) -> Option<&str> {
        None
    }

    /// The columns that the facts right of the detail take.
    fn aside(&self) -> usize {
        8
    }

    /// What stands below the last row, where there is room.
    fn after(&self) -> Option<String> {
        None
    }

    /// Whether a line of a row is a heading, which a click folds or unfolds.
    fn is_heading(&self, _row: usize, _line: u16) -> bool {
        false
    }

    fn row(&self, i: usize, facts: &Facts, line: &mut Row<'_>);

    /// A row in words, as one would say it.
    fn said(&self, i: usize, facts: &Facts) -> String;
}

/// Where one row is drawn, and how. `area` has as many lines as the row takes, or those that are in sight.
pub struct Row<'a> {
    pub buf: &'a mut Buffer,
    pub area: Rect,
    pub is_selected: bool,
    pub theme: &'a Theme,
}

impl Row<'_> {
    /// The style of the words that a row is found by: bold where it is selected, which costs a few bytes, while another
    /// ground would repaint the row.
    pub fn lead(&self, style: Style) -> Style {
        if self.is_selected {
            style.add_modifier(Modifier::BOLD).remove_modifier(Modifier::DIM)
        } else {
            style
        }
    }

    /// The mark of the selected row, at the left of one of its lines.
    pub fn mark(&mut self, line: u16) {
        if self.is_selected {
            self.put_on(line, 0, 1, marks().selected, self.theme.title_focused);
        }
    }

    /// Writes from a column, counted from the row's left edge; returns the column after it.
    pub fn put(&mut self, x: u16, width: u16, words: &str, style: Style) -> u16 {
        self.put_on(0, x, width, words, style)
    }

    /// The same on another line of the row.
    pub fn put_on(&mut self, line: u16, x: u16, width: u16, words: &str, style: Style) -> u16 {
        if line >= self.area.height || x >= self.area.width {
            return x;
        }
        let width = width.min(self.area.width - x);
        draw::put(self.buf, self.area.x + x, self.area.y + line, width, words, style) - self.area.x
    }

    /// Writes a sentence, of which what stands before the colon is what a row is found by.
    pub fn sentence(&mut self, x: u16, width: u16, sentence: &str) {
        let (head, rest) = sentence.split_at(sentence.find(':').unwrap_or(sentence.len()));
        let end = x + width;
        let lead = self.lead(self.theme.text);
        // Cut as a whole: a head that just fits would hide that something follows.
        let shown = text::cut(sentence, width.into());
        match shown.split_at_checked(head.len()) {
            Some((head, tail)) if !rest.is_empty() => {
                let x = self.put(x, width, head, lead);
                self.put(x, end.saturating_sub(x), tail, self.theme.text);
            }
            _ => {
                self.put(x, width, &shown, lead);
            }
        }
    }

    /// Writes so that the last column is the one before `right`.
    pub fn put_right(&mut self, right: u16, width: u16, words: &str, style: Style) {
        let (right, width) = (right.min(self.area.width), width.min(right));
        if self.area.height > 0 {
            draw::put_right(self.buf, self.area.x + right, self.area.y, width, words, style);
        }
    }

    pub fn width(&self) -> u16 {
        self.area.width
    }

    pub fn height(&self) -> u16 {
        self.area.height
    }
}

/// Draws a pane into its place.
pub fn view(
    pane: &dyn Pane,
    name: Name,
    focus: draw::Focus,
    facts: &Facts,
    area: Rect,
    buf: &mut Buffer,
    theme: &Theme,
) {
    let (title, fact) = (title(pane), pane.fact(facts));
    let border = draw::Pane { number: Some(name.number()), title: &title, fact: &fact, focus };
    let inside = draw::pane(buf, area, &border, theme);
    if pane.cursor().is_empty() {
        let words = nothing(pane, facts);
        for (line, words) in (0..inside.height).zip(wrapped(&words, inside.width.saturating_sub(2))) {
            draw::put(buf, inside.x + 1, inside.y + line, inside.width.saturating_sub(2), &words, theme.dim);
        }
        return;
    }
    let cursor = pane.cursor();
    let mut y = inside.y;
    for i in cursor.in_sight(inside.height) {
        let is_selected = focus == draw::Focus::Here && i == cursor.at();
        let lines = cursor.lines(i).min(inside.bottom() - y);
        let area = Rect { y, height: lines, ..inside };
        pane.row(i, facts, &mut Row { buf, area, is_selected, theme });
        if facts.has_changed(pane.about(i)) {
            // In the border, where it takes no column from the row.
            for y in area.top()..area.bottom() {
                draw::put(buf, inside.x - 1, y, 1, marks().changed, theme.warn);
            }
        }
        y += lines;
    }
    if let Some(after) = pane.after().filter(|_| y < inside.bottom()) {
        draw::put(buf, inside.x + 3, y, inside.width.saturating_sub(3), &after, theme.dim);
    }
}

/// What stands in a pane that holds nothing. In the past nothing can be added.
fn nothing(pane: &dyn Pane, facts: &Facts) -> String {
    let words = crate::words::words();
    match facts.past {
        _ if pane.is_narrowed() => words.scr_none_found(crate::tui::shell::action::key_of("back")),
        Some(_) => words.replay_not_yet(),
        None => pane.empty(),
    }
}

/// Draws a pane as one row.
pub fn summary(
    pane: &dyn Pane,
    name: Name,
    focus: draw::Focus,
    facts: &Facts,
    area: Rect,
    buf: &mut Buffer,
    theme: &Theme,
) {
    let title = title(pane);
    let room = usize::from(area.width).saturating_sub(text::width(&title) + 10);
    let gist = if pane.cursor().is_empty() { nothing(pane, facts) } else { pane.gist(facts) };
    let gist = text::cut(&gist, room);
    draw::summary(
        buf,
        area,
        &draw::Pane { number: Some(name.number()), title: &title, fact: &gist, focus },
        theme,
    );
}

/// A pane's title, with the words that narrow it.
fn title(pane: &dyn Pane) -> String {
    match pane.filter() {
        "" => pane.title(),
        words => format!("{} /{words}", pane.title()),
    }
}

/// Words in lines of at most `width` columns.
pub fn wrapped(words: &str, width: u16) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words.split_whitespace() {
        match lines.last_mut() {
            Some(line) if text::width(line) + 1 + text::width(word) <= usize::from(width) => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}
