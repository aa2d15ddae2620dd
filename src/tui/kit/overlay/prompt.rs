//! One line of text: a title, a reason, a search, a command.

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use super::super::marks::marks;
use super::super::{draw, list, text, theme::Theme};
use super::Outcome;
use super::edit::{Cursor, Edit, Edited, Lines};
use super::frame::{self, Hint};
use crate::words::words;

/// The most characters of a line; a title takes as many.
const MOST: usize = 10_000;
/// How wide the line is where there is room.
const WIDTH: usize = 60;

/// A line of text that somebody is asked for.
#[derive(Debug, Clone)]
pub struct Prompt {
    title: String,
    hint: Option<String>,
    does: String,
    edit: Edit,
    may_be_empty: bool,
    is_masked: bool,
    looks_like: Option<String>,
    complaint: Option<String>,
}

impl Prompt {
    /// Asks for a line under that title.
    pub fn new(title: impl Into<String>) -> Prompt {
        Prompt {
            title: title.into(),
            hint: None,
            does: words().ask_ok(),
            edit: Edit::new(Lines::One, MOST, ""),
            may_be_empty: false,
            is_masked: false,
            looks_like: None,
            complaint: None,
        }
    }

    /// A line that explains what is asked for.
    #[must_use]
    pub fn hint(self, hint: impl Into<String>) -> Prompt {
        Prompt { hint: Some(hint.into()), ..self }
    }

    /// What Enter does, in a word.
    #[must_use]
    pub fn does(self, does: impl Into<String>) -> Prompt {
        Prompt { does: does.into(), ..self }
    }

    /// What stands there already.
    #[must_use]
    pub fn with(self, text: &str) -> Prompt {
        Prompt { edit: Edit::new(Lines::One, MOST, text), ..self }
    }

    /// Nothing is an answer too.
    #[must_use]
    pub fn may_be_empty(self) -> Prompt {
        Prompt { may_be_empty: true, ..self }
    }

    /// What is typed is seen as dots: others look at the same screen.
    #[must_use]
    pub fn masked(self) -> Prompt {
        Prompt { is_masked: true, ..self }
    }

    /// What is typed so far: for what [`looks_like`](Prompt::looks_like) says about it.
    pub fn text(&self) -> &str {
        self.edit.text()
    }

    /// What it asks for, and what explains it.
    pub fn title(&self) -> &str {
        &self.title
    }

    pub fn explained(&self) -> Option<&str> {
        self.hint.as_deref()
    }

    /// Whether nothing is an answer too.
    pub fn takes_nothing(&self) -> bool {
        self.may_be_empty
    }

    /// What the text would mean, and why the last answer was not taken.
    pub fn meaning(&self) -> Option<&str> {
        self.looks_like.as_deref()
    }

    pub fn complaint(&self) -> Option<&str> {
        self.complaint.as_deref()
    }

    /// Says what the text would mean, as it stands: a day, a task that has that title already.
    pub fn looks_like(&mut self, what: Option<String>) {
        self.looks_like = what;
    }

    /// Says why the answer was not taken, until the next change.
    pub fn complain(&mut self, why: &str) {
        self.complaint = Some(why.to_owned());
    }

    pub fn key(&mut self, key: KeyEvent) -> Outcome<String> {
        match key.code {
            KeyCode::Esc => return Outcome::Leave,
            KeyCode::Enter => {
                let text = self.edit.text().trim();
                if !text.is_empty() || self.may_be_empty {
                    return Outcome::Chosen(text.to_owned());
                }
            }
            _ => {
                let edited = self.edit.key(key);
                self.heed(edited);
            }
        }
        Outcome::Stay
    }

    pub fn paste(&mut self, text: &str) {
        let edited = self.edit.paste(text);
        self.heed(edited);
    }

    fn heed(&mut self, edited: Edited) {
        match edited {
            Edited::Text => self.complaint = None,
            Edited::TooLong => self.complaint = Some(words().ask_too_long(self.edit.most())),
            Edited::Cursor | Edited::Ignored => {}
        }
    }

    /// A click on a hint does it, a click on the line goes there.
    pub fn click(&mut self, at: Position, screen: Rect) -> Outcome<String> {
        let place = self.place(screen);
        if let Some(key) = frame::hint_at(place, &self.hints(), at) {
            return self.key(key);
        }
        let inside = frame::inside(place);
        let line = inside.y + self.hint_in(inside).len() as u16;
        if inside.contains(at) && at.y == line {
            self.edit.click(at.x - inside.x, inside.width);
        }
        Outcome::Stay
    }

    fn hints(&self) -> [Hint; 2] {
        [Hint::enter(&*self.does), Hint::leave()]
    }

    fn place(&self, screen: Rect) -> Rect {
        let wanted = self.hint.as_deref().map_or(0, text::width).clamp(WIDTH, 100);
        let place = |height| frame::place(screen, wanted, height, &self.title, &self.hints());
        // The line below is there from the start, so that nothing jumps while typing.
        let whole = Rect { height: screen.height, ..frame::inside(place(2)) };
        place(2 + self.hint_in(whole).len())
    }

    /// The lines of what explains it, as many as there are beside the one that is typed; the last is cut where that is less
    /// than it takes.
    fn hint_in(&self, inside: Rect) -> Vec<String> {
        let mut lines = list::wrapped(self.hint.as_deref().unwrap_or_default(), inside.width);
        let most = usize::from(inside.height.saturating_sub(1));
        if let Some(rest) = lines.get(most.saturating_sub(1)..).filter(|rest| rest.len() > 1) {
            let rest = rest.join(" ");
            lines.truncate(most.saturating_sub(1));
            lines.push(rest);
        }
        lines.truncate(most);
        lines
    }

    pub fn view(&self, screen: Rect, buf: &mut Buffer, theme: &Theme) {
        let (hints, place) = (self.hints(), self.place(screen));
        let inside = frame::view(buf, place, &self.title, "", &hints, theme);
        let mut rows = inside.rows();
        for (hint, row) in self.hint_in(inside).iter().zip(rows.by_ref()) {
            draw::put(buf, row.x, row.y, row.width, hint, theme.dim);
        }
        if let Some(row) = rows.next() {
            let dots = || Edit::new(Lines::One, MOST, &marks().dot.repeat(self.edit.text().chars().count()));
            let edit = if self.is_masked { &dots() } else { &self.edit };
            edit.view_line(buf, row.x, row.y, row.width, theme.text, Cursor::Shown);
        }
        if let Some(row) = rows.next() {
            match (&self.complaint, &self.looks_like) {
                (Some(complaint), _) => draw::put(buf, row.x, row.y, row.width, complaint, theme.warn),
                (None, Some(what)) => draw::put(buf, row.x, row.y, row.width, what, theme.dim),
                (None, None) => row.x,
            };
        }
    }
}
