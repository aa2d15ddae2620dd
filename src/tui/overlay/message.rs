//! Something to read: help, a refusal in full, what an import will bring.

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::{buffer::Buffer, layout::Rect};

use super::super::{text, theme::Theme};
use super::Outcome;
use super::frame::{self, Hint};
use super::reader::Reader;
use super::wrap::Paragraph;
use crate::words::words;

/// A line is read best below this.
const WIDTH: usize = 76;

/// A text over the screen.
#[derive(Debug, Clone)]
pub struct Message {
    title: String,
    reader: Reader,
}

impl Message {
    /// A text under a title.
    pub fn new(title: impl Into<String>, text: Vec<Paragraph>) -> Message {
        Message { title: title.into(), reader: Reader::new(text) }
    }

    /// Its title and its paragraphs.
    pub fn said(&self) -> Vec<String> {
        let text = self.reader.paragraphs().iter().map(|line| line.text().into_owned());
        std::iter::once(self.title.clone()).chain(text).collect()
    }

    /// `?`, `q` and Enter leave as well as Esc: what opened it and what is at hand.
    pub fn key(&mut self, key: KeyEvent, screen: Rect) -> Outcome<()> {
        match key.code {
            KeyCode::Esc | KeyCode::Enter | KeyCode::Char('q' | '?') => return Outcome::Leave,
            _ => {}
        }
        let inside = frame::inside(self.place(screen));
        self.reader.key(key, inside);
        Outcome::Stay
    }

    pub fn view(&self, screen: Rect, buf: &mut Buffer, theme: &Theme) {
        let place = self.place(screen.intersection(buf.area));
        let fact = self.reader.fact(frame::inside(place));
        let inside = frame::view(buf, place, &self.title, &fact, &hints(), theme);
        self.reader.view(inside, buf);
    }

    fn place(&self, screen: Rect) -> Rect {
        let lines = self.reader.paragraphs();
        // What a screen can hold is enough to know the size.
        let few = || lines.iter().take(screen.height.into());
        let widest = few().map(|line| text::width(&text::cut(&line.text(), WIDTH))).max().unwrap_or(0);
        let width = widest.min(usize::from(screen.width).saturating_sub(8)).max(1);
        let rows = few().map(|line| line.rows(width).len()).sum::<usize>();
        frame::place(screen, widest, rows, &self.title, &hints())
    }
}

fn hints() -> [Hint; 2] {
    [Hint::new(words().ask_keys_up_down(), words().ask_scroll()), Hint::leave()]
}
