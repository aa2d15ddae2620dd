//! A text while it is typed: one line, or several.
//!
//! Our own and not a text area of another crate: those fill cells by themselves, and a paste may hold what steers the
//! terminal. Here the cursor walks by the same clusters that [`text`] shows.
//!
//! **Invariants:** the cursor stands between two clusters; control characters never get in; a single line holds no
//! break; the text never grows beyond its most characters, which the board counts likewise.

mod history;
mod view;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

use super::super::text;
use history::{History, Run};
use view::pieces;

pub use view::Cursor;

/// How many lines a text may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lines {
    /// Breaks become blanks.
    One,
    /// Enter begins a new one.
    Many,
}

/// What a key or a paste did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edited {
    /// The text is another one.
    Text,
    /// Only the cursor moved.
    Cursor,
    /// The key means nothing here.
    Ignored,
    /// It would have been too long, so nothing was taken.
    TooLong,
}

/// A text and a cursor in it.
#[derive(Debug, Clone)]
pub struct Edit {
    text: String,
    /// A byte of the text, between two clusters.
    at: usize,
    lines: Lines,
    most: usize,
    /// What was cut last, for Ctrl-Y.
    cut: String,
    /// What Alt-U goes back to.
    history: History,
}

impl Edit {
    /// A text to be changed, with the cursor at its end. `most` counts characters.
    pub fn new(lines: Lines, most: usize, text: &str) -> Edit {
        let mut edit =
            Edit { text: String::new(), at: 0, lines, most, cut: String::new(), history: History::default() };
        edit.text = edit.taken(text);
        edit.at = edit.text.len();
        edit
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    /// The byte before which the cursor stands.
    pub fn at(&self) -> usize {
        self.at
    }

    /// Puts something in the place of a part of it; the cursor stands behind that.
    pub fn replace(&mut self, part: std::ops::Range<usize>, by: &str) -> Edited {
        if self.text.get(part.clone()).is_none() {
            return Edited::Ignored;
        }
        let by = self.taken(by);
        if self.is_too_long(part.clone(), &by) {
            return Edited::TooLong;
        }
        self.keep(Run::Over);
        self.at = part.start + by.len();
        self.text.replace_range(part, &by);
        self.settle();
        Edited::Text
    }

    /// The most characters that it takes.
    pub fn most(&self) -> usize {
        self.most
    }

    /// Whether it would be too long with something in the place of a part of it. No character takes less than a byte, so
    /// only a text that is nearly too long is counted.
    fn is_too_long(&self, part: std::ops::Range<usize>, by: &str) -> bool {
        let count = |text: &str| text.chars().count();
        self.text.len() - part.len() + by.len() > self.most
            && count(&self.text) - count(&self.text[part]) + count(by) > self.most
    }

    pub fn paste(&mut self, text: &str) -> Edited {
        // Before anything is copied: ten megabytes cost nothing.
        if text.len() > self.most.saturating_mul(8) {
            return Edited::TooLong;
        }
        let taken = self.taken(text);
        self.insert(&taken)
    }

    /// Another text in its place, such as comes back from an editor.
    pub fn rewrite(&mut self, text: &str) -> Edited {
        self.replace(0..self.text.len(), text)
    }

    /// Takes back the last run of changes.
    fn undo(&mut self) -> Edited {
        let Some((text, at)) = self.history.back() else { return Edited::Cursor };
        (self.text, self.at) = (text, at);
        Edited::Text
    }

    /// Keeps how it is before a change.
    fn keep(&mut self, run: Run) {
        self.history.keep(run, &self.text, self.at);
    }

    pub fn key(&mut self, key: KeyEvent) -> Edited {
        let ctrl = key.modifiers.contains(KeyModifiers::CONTROL);
        let alt = key.modifiers.contains(KeyModifiers::ALT);
        match key.code {
            KeyCode::Left if ctrl || alt => self.go(self.word_before()),
            KeyCode::Right if ctrl || alt => self.go(self.word_after()),
            KeyCode::Left => self.go(self.before()),
            KeyCode::Right => self.go(self.after()),
            KeyCode::Home => self.go(self.line_start()),
            KeyCode::End => self.go(self.line_end()),
            KeyCode::Up if self.lines == Lines::Many => self.line_up(),
            KeyCode::Down if self.lines == Lines::Many => self.line_down(),
            KeyCode::Enter if self.lines == Lines::Many => self.insert("\n"),
            KeyCode::Backspace if ctrl || alt => self.erase(self.word_before(), self.at),
            KeyCode::Backspace => self.erase(self.before(), self.at),
            KeyCode::Delete => self.erase(self.at, self.after()),
            // Some keyboards send Ctrl and Alt together for AltGr: that is a letter.
            KeyCode::Char(c) if ctrl && !alt => match c.to_ascii_lowercase() {
                'a' => self.go(self.line_start()),
                'e' => self.go(self.line_end()),
                'b' => self.go(self.before()),
                'f' => self.go(self.after()),
                'h' => self.erase(self.before(), self.at),
                'd' => self.erase(self.at, self.after()),
                'w' => self.kill(self.word_before(), self.at),
                'u' => self.kill(self.line_start(), self.at),
                'k' => self.kill(self.at, self.line_end()),
                'y' => self.insert(&self.cut.clone()),
                // Ctrl-_ as it comes in: terminals and keyboards do not agree on it.
                '7' | '_' | '/' => self.undo(),
                _ => Edited::Ignored,
            },
            KeyCode::Char(c) if alt && !ctrl => match c {
                'b' => self.go(self.word_before()),
                'f' => self.go(self.word_after()),
                'd' => self.kill(self.at, self.word_after()),
                'u' => self.undo(),
                _ => Edited::Ignored,
            },
            KeyCode::Char(c) if !c.is_control() => self.insert(c.encode_utf8(&mut [0; 4])),
            _ => Edited::Ignored,
        }
    }

    /// The text as it may stand here: breaks for what is one line, no control characters.
    fn taken(&self, text: &str) -> String {
        let text = text.replace("\r\n", "\n");
        text.chars()
            .filter_map(|c| match c {
                '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                    Some(if self.lines == Lines::One { ' ' } else { '\n' })
                }
                '\t' => Some(' '),
                c if c.is_control() => None,
                c => Some(c),
            })
            .collect()
    }

    fn insert(&mut self, text: &str) -> Edited {
        if self.is_too_long(self.at..self.at, text) {
            return Edited::TooLong;
        }
        if text.is_empty() {
            return Edited::Ignored;
        }
        let is_letter = text.chars().nth(1).is_none() && !text.contains(char::is_whitespace);
        self.keep(if is_letter { Run::Typing } else { Run::Over });
        self.text.insert_str(self.at, text);
        self.at += text.len();
        self.settle();
        Edited::Text
    }

    fn erase(&mut self, from: usize, to: usize) -> Edited {
        if from == to {
            return Edited::Cursor;
        }
        let is_letter = self.text[from..to].graphemes(true).nth(1).is_none();
        self.keep(if is_letter { Run::Erasing } else { Run::Over });
        self.text.replace_range(from..to, "");
        self.at = from;
        self.settle();
        Edited::Text
    }

    fn kill(&mut self, from: usize, to: usize) -> Edited {
        if from < to {
            self.cut = self.text[from..to].to_owned();
        }
        self.erase(from, to)
    }

    fn go(&mut self, to: usize) -> Edited {
        self.history.end_run();
        self.at = to;
        Edited::Cursor
    }

    /// What was typed or erased may have joined two clusters around the cursor.
    fn settle(&mut self) {
        let start = self.line_start();
        let line = &self.text[start..self.line_end()];
        let at = self.at - start;
        let mut cursor = GraphemeCursor::new(at, line.len(), true);
        if cursor.is_boundary(line, 0) != Ok(true) {
            self.at = start + cursor.next_boundary(line, 0).ok().flatten().unwrap_or(line.len());
        }
    }

    fn before(&self) -> usize {
        let start = self.line_start();
        match self.text[start..self.at].grapheme_indices(true).next_back() {
            Some((at, _)) => start + at,
            None => start.saturating_sub(1),
        }
    }

    fn after(&self) -> usize {
        self.at + self.text[self.at..].graphemes(true).next().map_or(0, str::len)
    }

    fn word_before(&self) -> usize {
        let head = self.text[..self.at].trim_end_matches(|c: char| !c.is_alphanumeric());
        head.trim_end_matches(char::is_alphanumeric).len()
    }

    fn word_after(&self) -> usize {
        let tail = self.text[self.at..].trim_start_matches(|c: char| !c.is_alphanumeric());
        self.text.len() - tail.trim_start_matches(char::is_alphanumeric).len()
    }

    fn line_start(&self) -> usize {
        self.text[..self.at].rfind('\n').map_or(0, |at| at + 1)
    }

    fn line_end(&self) -> usize {
        self.text[self.at..].find('\n').map_or(self.text.len(), |at| self.at + at)
    }

    fn line_up(&mut self) -> Edited {
        let (start, column) = (self.line_start(), self.column());
        if start == 0 {
            return Edited::Ignored;
        }
        self.at = start - 1;
        self.at = self.line_start() + reach(&self.text[self.line_start()..self.at], column);
        Edited::Cursor
    }

    fn line_down(&mut self) -> Edited {
        let (end, column) = (self.line_end(), self.column());
        if end == self.text.len() {
            return Edited::Ignored;
        }
        self.at = end + 1;
        self.at += reach(&self.text[self.at..self.line_end()], column);
        Edited::Cursor
    }

    /// The columns before the cursor in its line.
    fn column(&self) -> usize {
        text::width(&self.text[self.line_start()..self.at])
    }
}

/// The byte at which a line has at most so many columns before it.
fn reach(line: &str, column: usize) -> usize {
    let mut used = 0;
    for (at, _, columns) in pieces(line) {
        if used + columns > column {
            return at;
        }
        used += columns;
    }
    line.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fits_is_counted_in_characters_as_the_board_counts() {
        let mut edit = Edit::new(Lines::One, 4, "ペイé");
        assert_eq!(edit.paste("ü"), Edited::Text);
        assert_eq!(edit.paste("a"), Edited::TooLong);
        assert_eq!(edit.replace(0..3, "日"), Edited::Text);
        assert_eq!(edit.replace(0..3, "日本"), Edited::TooLong);
        assert_eq!(edit.text(), "日イéü");
        assert_eq!(edit.rewrite("éééé"), Edited::Text);
        assert_eq!(edit.rewrite("eeeee"), Edited::TooLong);
    }
}
