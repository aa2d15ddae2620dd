//! Several fields at once: a new task, a role, a goal.
//!
//! **Invariant:** nothing that was typed is lost unasked. Esc asks where something was typed, and a refusal leaves the
//! form as it is.

mod field;
mod said;
mod view;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::layout::Rect;

pub use field::{Field, Value};
pub use said::{Asked, FieldSaid, Kind, Last};

use super::Outcome;
use super::edit::Edited;
use super::picker::Picker;
use crate::domain::calendar::Day;
use crate::words::words;
use field::Content;

/// Fields to be filled.
#[derive(Debug, Clone)]
pub struct Form<I> {
    title: String,
    does: String,
    fields: Vec<Field<I>>,
    /// The field that the keys go to.
    here: usize,
    state: State<I>,
    complaint: Option<String>,
    /// Days are read as seen from today.
    today: Day,
    touched: bool,
}

/// What the keys do.
#[derive(Debug, Clone)]
enum State<I> {
    /// They fill the field.
    Filling,
    /// They pick the field's choice.
    Picking(Box<Picker<I>>),
    /// They answer whether what was typed may go.
    Leaving,
}

impl<I: Clone + PartialEq> Form<I> {
    /// Fields under a title; `does` is what sending them does, in a word.
    pub fn new(
        title: impl Into<String>,
        does: impl Into<String>,
        fields: Vec<Field<I>>,
        today: Day,
    ) -> Form<I> {
        Form {
            title: title.into(),
            does: does.into(),
            fields,
            here: 0,
            state: State::Filling,
            complaint: None,
            today,
            touched: false,
        }
    }

    /// Says why it was not taken, until the next change.
    pub fn complain(&mut self, why: &str) {
        self.complaint = Some(why.to_owned());
    }

    /// What stands in a field so far.
    pub fn value(&self, field: usize) -> Option<Value<I>> {
        self.fields.get(field).and_then(|field| field.value(self.today).ok())
    }

    /// Begins at another field than the first.
    #[must_use]
    pub fn from_field(mut self, field: usize) -> Form<I> {
        self.go(field);
        self
    }

    pub fn key(&mut self, key: KeyEvent, screen: Rect) -> Outcome<Vec<Value<I>>> {
        match &mut self.state {
            State::Picking(picker) => {
                match picker.key(key, screen) {
                    Outcome::Stay => {}
                    Outcome::Leave => self.state = State::Filling,
                    Outcome::Chosen(id) => self.picked(id),
                }
                Outcome::Stay
            }
            State::Leaving => {
                match key.code {
                    KeyCode::Char('y' | 'Y') => return Outcome::Leave,
                    KeyCode::Esc | KeyCode::Char('n' | 'N') => self.state = State::Filling,
                    _ => {}
                }
                Outcome::Stay
            }
            State::Filling => self.fill(key),
        }
    }

    pub fn paste(&mut self, text: &str) {
        match &mut self.state {
            State::Picking(picker) => picker.paste(text),
            State::Leaving => {}
            State::Filling => {
                if let Some(edit) = self.fields.get_mut(self.here).and_then(Field::edit_mut) {
                    let (edited, most) = (edit.paste(text), edit.most());
                    self.heed(edited, most);
                }
            }
        }
    }

    fn fill(&mut self, key: KeyEvent) -> Outcome<Vec<Value<I>>> {
        let ctrl = key.modifiers.contains(KeyModifiers::CONTROL);
        let is_last = self.here + 1 >= self.fields.len();
        match key.code {
            KeyCode::Esc if self.touched => self.state = State::Leaving,
            KeyCode::Esc => return Outcome::Leave,
            KeyCode::Char('s') if ctrl => return self.send(),
            KeyCode::Tab => self.go((self.here + 1) % self.fields.len().max(1)),
            KeyCode::BackTab => self.go(self.here.checked_sub(1).unwrap_or(self.fields.len().max(1) - 1)),
            _ => match self.fields.get_mut(self.here).map(|field| &mut field.content) {
                Some(Content::Choice { .. }) => return self.choose(key),
                Some(Content::Notes(edit)) => {
                    let (edited, most) = (edit.key(key), edit.most());
                    if edited == Edited::Ignored {
                        self.move_on(key);
                    }
                    self.heed(edited, most);
                }
                Some(Content::Text(edit) | Content::Date(edit) | Content::Number(edit)) => {
                    if key.code == KeyCode::Enter {
                        return if is_last { self.send() } else { self.next() };
                    }
                    let (edited, most) = (edit.key(key), edit.most());
                    if edited == Edited::Ignored {
                        self.move_on(key);
                    }
                    self.heed(edited, most);
                }
                None => {}
            },
        }
        Outcome::Stay
    }

    /// A key in a choice: letters and Enter open the list, Backspace empties it.
    fn choose(&mut self, key: KeyEvent) -> Outcome<Vec<Value<I>>> {
        let Some(Field { label, content: Content::Choice { items, chosen }, .. }) =
            self.fields.get_mut(self.here)
        else {
            return Outcome::Stay;
        };
        match key.code {
            KeyCode::Backspace | KeyCode::Delete => {
                self.touched |= chosen.is_some();
                *chosen = None;
            }
            KeyCode::Enter | KeyCode::Char(_) | KeyCode::Right => {
                let mut picker = Picker::new(label.clone(), items.clone());
                if let Some(id) = chosen {
                    picker = picker.at(id);
                }
                if let KeyCode::Char(c) = key.code
                    && c != ' '
                {
                    picker = picker.filtered(&c.to_string());
                }
                self.state = State::Picking(Box::new(picker));
            }
            _ => self.move_on(key),
        }
        Outcome::Stay
    }

    fn picked(&mut self, id: I) {
        self.state = State::Filling;
        if let Some(Field { content: Content::Choice { chosen, .. }, .. }) = self.fields.get_mut(self.here) {
            self.touched |= *chosen != Some(id.clone());
            *chosen = Some(id);
        }
        self.next();
    }

    /// Up and down go to the field above and below.
    fn move_on(&mut self, key: KeyEvent) {
        match key.code {
            KeyCode::Up => self.go(self.here.saturating_sub(1)),
            KeyCode::Down => self.go(self.here + 1),
            _ => {}
        }
    }

    fn next(&mut self) -> Outcome<Vec<Value<I>>> {
        self.go(self.here + 1);
        Outcome::Stay
    }

    fn go(&mut self, field: usize) {
        self.here = field.min(self.fields.len().saturating_sub(1));
    }

    /// The values, or what is wrong with the first that is wrong, and the cursor there.
    fn send(&mut self) -> Outcome<Vec<Value<I>>> {
        let mut values = Vec::with_capacity(self.fields.len());
        for (i, field) in self.fields.iter().enumerate() {
            match field.value(self.today) {
                Ok(value) => values.push(value),
                Err(why) => {
                    self.complaint = Some(why);
                    self.go(i);
                    return Outcome::Stay;
                }
            }
        }
        Outcome::Chosen(values)
    }

    fn heed(&mut self, edited: Edited, most: usize) {
        match edited {
            Edited::Text => {
                self.touched = true;
                self.complaint = None;
            }
            Edited::TooLong => self.complaint = Some(words().ask_too_long(most)),
            Edited::Cursor | Edited::Ignored => {}
        }
    }
}
