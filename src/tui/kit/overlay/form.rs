//! Several fields at once: a new task, a role, a goal.
//!
//! A brief form shows its first field only, and Enter sends that alone; Tab shows the others.
//!
//! **Invariant:** nothing that was typed is lost unasked. Esc asks where something was typed, and a refusal leaves the
//! form as it is. Only the one line of a brief form goes as a prompt's does.

mod alike;
mod click;
mod field;
mod keys;
mod question;
mod view;

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::layout::Rect;

pub use field::{Field, Value};
pub use question::{FieldQuestion, FormQuestion, Kind, Last};

use super::edit::{Edit, Edited};
use super::picker::{Item, Picker, Refill};
use super::{Answer, Outcome, Sent};
use crate::domain::calendar::Day;
use crate::words::words;
use alike::Alike;
use field::{Content, Finder};

/// So many choices can be gone round by one key.
const FEW: usize = 4;

/// Fields to be filled.
#[derive(Debug, Clone)]
pub struct Form<I> {
    title: String,
    does: String,
    fields: Vec<Field<I>>,
    /// The field that the keys go to.
    here: usize,
    state: State<I>,
    extent: Extent,
    /// What is like the text of the first field; `None` where nobody looks.
    alike: Option<Alike<I>>,
    /// What the first field is read as, in words; `None` where nothing was read out of it.
    read: Option<String>,
    sent: Sent,
    /// Whether one goes on with another one after sending it.
    repeats: bool,
    complaint: Option<String>,
    /// Days are read as seen from today.
    today: Day,
    touched: bool,
}

/// How much of a form is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Extent {
    /// The first field.
    Brief,
    All,
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
            extent: Extent::All,
            alike: None,
            read: None,
            sent: Sent::default(),
            repeats: false,
            complaint: None,
            today,
            touched: false,
        }
    }

    /// Says why it was not taken, until the next change.
    pub fn complain(&mut self, why: &str) {
        self.complaint = Some(why.to_owned());
    }

    /// Begins with the first field alone.
    #[must_use]
    pub fn brief(self) -> Form<I> {
        Form { extent: Extent::Brief, ..self }
    }

    /// Has room for what is like the text of the first field; `does` is what Enter does on it, in a word.
    #[must_use]
    pub fn with_alike(self, does: impl Into<String>) -> Form<I> {
        Form { alike: Some(Alike::new(does.into())), ..self }
    }

    /// Can be sent and filled again at once.
    #[must_use]
    pub fn repeats(self) -> Form<I> {
        Form { repeats: true, ..self }
    }

    /// Says what the first field is read as. Whoever wants none of it keeps the text.
    pub fn read_as(&mut self, read: Option<String>) {
        self.sent.as_text &= read.is_some();
        self.read = read;
    }

    /// Whether what is like it can be chosen instead.
    pub fn has_alike(&self) -> bool {
        self.alike.is_some()
    }

    /// The text of the first field: for what is [`alike`](Form::alike).
    pub fn first_text(&self) -> Option<&str> {
        self.fields.first()?.edit().map(Edit::text)
    }

    /// Shows what is like the text of the first field, as it stands.
    pub fn alike(&mut self, items: Vec<Item<I>>) {
        if let Some(alike) = &mut self.alike {
            alike.replace(items);
        }
    }

    /// Whoever asked looks for what fits in the list of that field.
    #[must_use]
    pub fn found_by_asker(mut self, field: usize) -> Form<I> {
        if let Some(Field { content: Content::Choice { finder, .. }, .. }) = self.fields.get_mut(field) {
            *finder = Finder::Asker;
        }
        self
    }

    /// The field whose list is to be filled, and the text that is typed in it.
    pub fn asks(&self) -> Option<(usize, &str)> {
        match &self.state {
            State::Picking(picker) => Some((self.here, picker.asks()?)),
            State::Filling | State::Leaving => None,
        }
    }

    /// What fits that text.
    pub fn refill(&mut self, refill: Refill<I>) {
        if let State::Picking(picker) = &mut self.state {
            picker.refill(refill);
        }
    }

    /// What comes back from an editor, for the notes that the keys are in.
    pub fn written(&mut self, text: &str) {
        if let Some(edit) = self.fields.get_mut(self.here).and_then(Field::edit_mut) {
            let (edited, most) = (edit.rewrite(text), edit.most());
            self.heed(edited, most);
        }
    }

    /// The values as they stand, where all of them can be.
    pub fn values(&self) -> Option<Vec<Value<I>>> {
        self.fields.iter().map(|field| field.value(self.today).ok()).collect()
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

    pub fn key(&mut self, key: KeyEvent, screen: Rect) -> Outcome<Answer<I>> {
        match &mut self.state {
            State::Picking(picker) => {
                match picker.key(key, screen) {
                    Outcome::Stay => {}
                    Outcome::Leave => self.state = State::Filling,
                    Outcome::Chosen(_) => self.picked(),
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

    fn go(&mut self, field: usize) {
        if let Some(alike) = &mut self.alike {
            alike.at = None;
        }
        self.here = field.min(self.fields.len().saturating_sub(1));
    }

    /// The values, or what is wrong with the first that is wrong, and the cursor there.
    fn send(&mut self) -> Outcome<Answer<I>> {
        let mut values = Vec::with_capacity(self.fields.len());
        for (i, field) in self.fields.iter().enumerate() {
            match field.value(self.today) {
                Ok(value) => values.push(value),
                Err(why) => {
                    self.complaint = Some(why);
                    if i > 0 {
                        self.extent = Extent::All;
                    }
                    self.go(i);
                    return Outcome::Stay;
                }
            }
        }
        Outcome::Chosen(Answer::Filled(values, self.sent))
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
