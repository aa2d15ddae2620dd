//! One subject on the whole screen: a task, a role, a goal, a member.
//!
//! A page is loaded once from the session and is then plain text with styles; drawing it asks nothing. After a change
//! the app loads it anew, and [`Page::keep_place`] keeps what was being read.
//!
//! **Invariant:** nothing private is on a page of another: how much somebody has in hand is on one's own page only.

mod chart;
mod goal;
mod member;
mod prose;
mod role;
mod sheet;
mod task;

use crossterm::event::KeyEvent;
use ratatui::{buffer::Buffer, layout::Rect};

pub use goal::GoalPage;
pub use member::MemberPage;
pub use role::RolePage;
pub use task::TaskPage;

use super::draw::{self, Focus, Pane};
use super::overlay::reader::Reader;
use super::overlay::wrap::Paragraph;
use super::theme::Theme;

/// Beyond this a line is hard to read.
const WIDTH: u16 = 100;

/// What all pages are: a title, a fact, and a text to scroll.
#[derive(Debug, Clone)]
pub struct Page {
    title: String,
    fact: String,
    reader: Reader,
}

impl Page {
    fn new(title: String, fact: String, text: Vec<Paragraph>) -> Page {
        Page { title, fact, reader: Reader::new(text) }
    }

    /// Goes to where another page of the same subject is being read.
    pub fn keep_place(&mut self, before: &Page) {
        self.reader.keep_place(&before.reader);
    }

    /// Scrolls, if the key says so; whether it did. `area` is what [`view`](Page::view) gets.
    pub fn key(&mut self, key: KeyEvent, area: Rect) -> bool {
        self.reader.key(key, text_area(area))
    }

    pub fn view(&self, area: Rect, buf: &mut Buffer, theme: &Theme) {
        self.frame(area, buf, theme);
        self.reader.view(text_area(area.intersection(buf.area)), buf);
    }

    fn frame(&self, area: Rect, buf: &mut Buffer, theme: &Theme) {
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
fn text_area(area: Rect) -> Rect {
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

#[cfg(test)]
mod tests;
