//! Something to read: help, a refusal in full, what an import will bring.

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use super::super::{draw, text, theme::Theme};
use super::Outcome;
use super::edit::{Edit, Lines};
use super::frame::{self, Hint};
use super::reader::Reader;
use super::wrap::Paragraph;
use crate::domain::folding::folded;
use crate::words::words;

/// A line is read best below this.
const WIDTH: usize = 76;
/// The most bytes that are looked for.
const MOST: usize = 200;

/// The columns between two columns of a text.
const GAP: usize = 4;

/// How many columns of a text there are, how wide, and how many rows each has.
struct Size {
    count: usize,
    width: usize,
    rows: usize,
}

/// A text over the screen. Where it is longer than the screen is high it stands in columns, as many as there is room for.
#[derive(Debug, Clone)]
pub struct Message {
    title: String,
    reader: Reader,
    search: Option<Search>,
}

/// What is looked for in a text.
#[derive(Debug, Clone)]
struct Search {
    /// All of the text.
    all: Vec<Paragraph>,
    words: Edit,
    state: Typing,
}

/// Whether letters are looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Typing {
    No,
    Yes,
}

impl Message {
    /// A text under a title.
    pub fn new(title: impl Into<String>, text: Vec<Paragraph>) -> Message {
        Message { title: title.into(), reader: Reader::new(text), search: None }
    }

    /// The same, in which words can be looked for.
    #[must_use]
    pub fn searched(self) -> Message {
        let (all, words) = (self.reader.paragraphs().to_vec(), Edit::new(Lines::One, MOST, ""));
        Message { search: Some(Search { all, words, state: Typing::No }), ..self }
    }

    /// Its title and its paragraphs.
    pub fn in_words(&self) -> Vec<String> {
        let text = self.reader.paragraphs().iter().map(|line| line.text().into_owned());
        std::iter::once(self.title.clone()).chain(text).collect()
    }

    /// `?`, `q` and Enter leave as well as Esc: what opened it and what is at hand.
    pub fn key(&mut self, key: KeyEvent, screen: Rect) -> Outcome<()> {
        if self.look(key) {
            return Outcome::Stay;
        }
        match key.code {
            KeyCode::Esc | KeyCode::Enter | KeyCode::Char('q' | '?') => return Outcome::Leave,
            _ => {}
        }
        let (read, _) = self.columns(screen);
        self.reader.key(key, read);
        Outcome::Stay
    }

    /// A key for the search; whether it was one.
    fn look(&mut self, key: KeyEvent) -> bool {
        let Some(search) = &mut self.search else { return false };
        match (search.state, key.code) {
            (Typing::No, KeyCode::Char('/')) => search.state = Typing::Yes,
            (Typing::No, KeyCode::Esc) if !search.words.text().is_empty() => {
                search.words = Edit::new(Lines::One, MOST, "");
            }
            (Typing::No, _) => return false,
            (Typing::Yes, KeyCode::Esc) => {
                (search.state, search.words) = (Typing::No, Edit::new(Lines::One, MOST, ""));
            }
            (Typing::Yes, KeyCode::Enter) => search.state = Typing::No,
            (Typing::Yes, KeyCode::Up | KeyCode::Down | KeyCode::PageUp | KeyCode::PageDown) => return false,
            (Typing::Yes, _) => {
                search.words.key(key);
            }
        }
        self.reader = Reader::new(search.found());
        true
    }

    /// The title, with what is looked for.
    fn titled(&self) -> String {
        match &self.search {
            Some(Search { words, state, .. }) if *state == Typing::Yes || !words.text().is_empty() => {
                format!("{} /{}", self.title, words.text())
            }
            _ => self.title.clone(),
        }
    }

    fn hints(&self) -> Vec<Hint> {
        let find = self.search.is_some().then(|| Hint::new("/", words().help_find()));
        let scroll = Hint::new(words().ask_keys_up_down(), words().ask_scroll());
        find.into_iter().chain([scroll, Hint::leave()]).collect()
    }

    /// A click on a hint does it.
    pub fn click(&mut self, at: Position, screen: Rect) -> Outcome<()> {
        match frame::hint_at(self.place(screen), &self.hints(), at) {
            Some(key) => self.key(key, screen),
            None => Outcome::Stay,
        }
    }

    pub fn view(&self, screen: Rect, buf: &mut Buffer, theme: &Theme) {
        let screen = screen.intersection(buf.area);
        let (read, columns) = self.columns(screen);
        let fact = self.reader.fact(read);
        let place = self.place(screen);
        let inside = frame::view(buf, place, &self.titled(), &fact, &self.hints(), theme);
        if self.reader.paragraphs().is_empty() {
            draw::put(buf, inside.x, inside.y, inside.width, &words().ask_no_match(), theme.dim);
        }
        self.reader.view_beside(read, &columns, buf);
    }

    fn place(&self, screen: Rect) -> Rect {
        let Size { count, width, rows } = self.size(screen);
        let all = count * width + (count - 1) * GAP;
        frame::place(screen, all, rows, &self.title, &self.hints())
    }

    /// The columns in which the text stands, and the area that they make one below the other.
    fn columns(&self, screen: Rect) -> (Rect, Vec<Rect>) {
        let inside = frame::inside(self.place(screen));
        let count = self.size(screen).count as u16;
        let width = (inside.width + GAP as u16).div_euclid(count).saturating_sub(GAP as u16);
        let width = if count == 1 { inside.width } else { width };
        let column = |n: u16| Rect { x: inside.x + n * (width + GAP as u16), width, ..inside };
        (
            Rect { width, height: inside.height.saturating_mul(count), ..inside },
            (0..count).map(column).collect(),
        )
    }

    /// As large as all of it, whatever is looked for: nothing jumps while typing.
    fn size(&self, screen: Rect) -> Size {
        let lines = self.search.as_ref().map_or(self.reader.paragraphs(), |search| &search.all);
        let room = usize::from(screen.width).saturating_sub(8).max(1);
        let most = ((room + GAP) / (WIDTH + GAP)).max(1);
        // What a screen can hold is enough to know the size.
        let few = || lines.iter().take(usize::from(screen.height) * most);
        let widest = few().map(|line| text::width(&text::cut(&line.text(), WIDTH))).max().unwrap_or(0);
        let rows: usize = few().map(|line| line.rows(widest.clamp(1, room)).len()).sum();
        let count = rows.div_ceil(usize::from(screen.height).saturating_sub(2).max(1)).clamp(1, most);
        Size { count, width: widest, rows: rows.div_ceil(count) }
    }
}

impl Search {
    /// The lines that hold every word; headings stand only above all.
    fn found(&self) -> Vec<Paragraph> {
        let sought = folded(self.words.text());
        if sought.is_empty() {
            return self.all.clone();
        }
        let holds = |line: &&Paragraph| {
            let line = folded(&line.text());
            sought.split(' ').all(|word| line.contains(word))
        };
        self.all.iter().filter(|line| line.hangs()).filter(holds).cloned().collect()
    }
}
