//! What the pages of subjects are: a title, a fact, and a text to scroll.

use ratatui::{buffer::Buffer, layout::Rect};

use super::super::cursor::Step;
use super::super::draw::{self, Focus, Pane};
use super::super::overlay::reader::Reader;
use super::super::overlay::wrap::Paragraph;
use super::super::theme::Theme;

/// Beyond this a line is hard to read.
const WIDTH: u16 = 100;

/// A text in a border, from its title to its last line.
#[derive(Debug, Clone)]
pub(super) struct Text {
    title: String,
    fact: String,
    pub(super) reader: Reader,
}

impl Text {
    pub fn new(title: String, fact: String, text: Vec<Paragraph>) -> Text {
        Text { title, fact, reader: Reader::new(text) }
    }

    /// Goes to where another page of the same subject is being read.
    pub fn keep_place(&mut self, before: &Text) {
        self.reader.keep_place(&before.reader);
    }

    /// All of it, from the title to the last line.
    pub fn said(&self) -> Vec<String> {
        let text = self.reader.paragraphs().iter().map(|line| line.text().into_owned());
        std::iter::once(format!("{}, {}", self.title, self.fact)).chain(text).collect()
    }

    /// Scrolls. `area` is what [`view`](Text::view) gets.
    pub fn step(&mut self, step: Step, area: Rect) {
        self.reader.step(step, text_area(area));
    }

    pub fn view(&self, area: Rect, buf: &mut Buffer, theme: &Theme) {
        self.frame(area, buf, theme);
        self.reader.view(text_area(area.intersection(buf.area)), buf);
    }

    pub fn frame(&self, area: Rect, buf: &mut Buffer, theme: &Theme) {
        let area = area.intersection(buf.area);
        let read = self.reader.fact(text_area(area));
        let fact = if read.is_empty() { self.fact.clone() } else { format!("{} {read}", self.fact) };
        if area.height > 2 {
            draw::pane(
                buf,
                area,
                &Pane { number: None, title: &self.title, fact: &fact, focus: Focus::Here },
                theme,
            );
        } else {
            draw::clear(buf, area);
        }
    }
}

/// Where the text of a page is: in the border, with a margin, not wider than one can read.
pub(super) fn text_area(area: Rect) -> Rect {
    if area.height <= 2 {
        return area;
    }
    let margin = if area.width >= 40 { 3 } else { 1 };
    let width = area.width.saturating_sub(2 * margin);
    Rect {
        x: area.x + margin.min(area.width),
        y: area.y + 1,
        width: width.min(WIDTH),
        height: area.height - 2,
    }
}
