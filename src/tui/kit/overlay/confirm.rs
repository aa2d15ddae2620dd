//! A question with yes and no, for the few things that cannot simply be undone.

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use super::super::{draw, text, theme::Theme};
use super::Outcome;
use super::frame::{self, Hint};
use super::wrap::Paragraph;
use crate::words::words;

/// A line is read best below this.
const WIDTH: usize = 70;

/// A question.
#[derive(Debug, Clone)]
pub struct Confirm {
    title: String,
    question: Vec<Paragraph>,
    yes: String,
    no: String,
}

impl Confirm {
    /// A question, under a title that says what it is about.
    pub fn new(title: impl Into<String>, question: &str) -> Confirm {
        let question = question.lines().map(Paragraph::plain).collect();
        Confirm { title: title.into(), question, yes: words().ask_yes(), no: words().ask_no() }
    }

    /// What `y` and what `n` does, in a word or two.
    #[must_use]
    pub fn ways(self, yes: impl Into<String>, no: impl Into<String>) -> Confirm {
        Confirm { yes: yes.into(), no: no.into(), ..self }
    }

    /// What is asked, line by line, and what yes and no do.
    pub fn in_words(&self) -> Vec<String> {
        let question = self.question.iter().map(|line| line.text().into_owned());
        std::iter::once(self.title.clone()).chain(question).collect()
    }

    pub fn both_ways(&self) -> (&str, &str) {
        (&self.yes, &self.no)
    }

    /// Enter does nothing: who types on blindly must not have said yes.
    pub fn key(&mut self, key: KeyEvent) -> Outcome<()> {
        match key.code {
            KeyCode::Char('y' | 'Y') => Outcome::Chosen(()),
            KeyCode::Esc | KeyCode::Char('n' | 'N' | 'q') => Outcome::Leave,
            _ => Outcome::Stay,
        }
    }

    /// A click on a hint does it.
    pub fn click(&mut self, at: Position, screen: Rect) -> Outcome<()> {
        match frame::hint_at(self.place(screen), &self.hints(), at) {
            Some(key) => self.key(key),
            None => Outcome::Stay,
        }
    }

    fn hints(&self) -> [Hint; 3] {
        [Hint::new("y", &*self.yes), Hint::new("n", &*self.no), Hint::leave()]
    }

    fn rows(&self, width: usize) -> impl Iterator<Item = ratatui::text::Line<'static>> {
        self.question.iter().flat_map(move |line| line.rows(width))
    }

    fn place(&self, screen: Rect) -> Rect {
        let widest = self.question.iter().map(|line| text::width(&line.text())).max().unwrap_or(0).min(WIDTH);
        let room = usize::from(screen.width).saturating_sub(8).clamp(1, WIDTH);
        let rows = self.rows(room.min(widest.max(1))).count();
        frame::place(screen, widest, rows, &self.title, &self.hints())
    }

    pub fn view(&self, screen: Rect, buf: &mut Buffer, theme: &Theme) {
        let inside = frame::view(buf, self.place(screen), &self.title, "", &self.hints(), theme);
        for (row, line) in inside.rows().zip(self.rows(inside.width.into())) {
            draw::put_line(buf, row.x, row.y, row.width, &line);
        }
    }
}
