//! What lies over the panes: a question, a line of text, a list to pick from, a form, a text to read.
//!
//! An overlay is state that carries what happens next: [`Overlay::then`] is the app's own word for why it was opened,
//! and the app matches on it together with the [`Answer`]. None has a loop, a clock or a database of its own; keys come
//! in with the screen's area, since how far a text scrolls follows from how wide it is.
//!
//! **Invariant:** every overlay says which key leaves it, at any size that has room for a word.

pub mod confirm;
pub mod edit;
pub mod form;
pub mod frame;
pub mod message;
pub mod picker;
pub mod prompt;
pub mod reader;
pub mod wrap;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

pub use confirm::Confirm;
pub use form::{Field, Form, Value};
pub use message::Message;
pub use picker::{Item, Picker, Refill};
pub use prompt::Prompt;

use super::theme::Theme;

/// What a key did to a component.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome<T> {
    /// It stays open.
    Stay,
    /// The person leaves it without an answer.
    Leave,
    /// The answer. The component can stay open: if the board refuses, it can [`complain`](Overlay::complain), and
    /// nothing that was typed is lost.
    Chosen(T),
}

impl<T> Outcome<T> {
    /// The same outcome with another answer.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Outcome<U> {
        match self {
            Outcome::Stay => Outcome::Stay,
            Outcome::Leave => Outcome::Leave,
            Outcome::Chosen(answer) => Outcome::Chosen(change(answer)),
        }
    }
}

/// One of the overlays, and why it was opened. `I` is what pickers pick.
#[derive(Debug, Clone)]
pub struct Overlay<N, I> {
    /// What happens with the answer.
    pub then: N,
    /// What is shown.
    pub part: Part<I>,
}

/// The kinds of overlays.
#[derive(Debug, Clone)]
pub enum Part<I> {
    /// One line of text.
    Prompt(Prompt),
    /// One of many.
    Picker(Picker<I>),
    /// Yes or no.
    Confirm(Confirm),
    /// Several fields.
    Form(Box<Form<I>>),
    /// Something to read.
    Message(Message),
}

/// What was answered.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer<I> {
    /// The line of a prompt, trimmed.
    Text(String),
    /// What was picked; of a form, what is like what was typed.
    Picked(I),
    /// The question of a confirm was answered with yes.
    Yes,
    /// The values of a form, in the order of its fields.
    Filled(Vec<Value<I>>, Sent),
    /// This text of a form goes to an editor, and comes back by [`Form::written`]; the form stays.
    Write(String),
}

/// How a form was sent.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sent {
    /// What was read out of the first field is to be left in it, as text.
    pub as_text: bool,
    /// The form is wanted again.
    pub again: bool,
}

impl<N, I: Clone + PartialEq> Overlay<N, I> {
    pub fn new(then: N, part: impl Into<Part<I>>) -> Overlay<N, I> {
        Overlay { then, part: part.into() }
    }

    /// A key, on a screen of that area.
    pub fn key(&mut self, key: KeyEvent, screen: Rect) -> Outcome<Answer<I>> {
        match &mut self.part {
            Part::Prompt(prompt) => prompt.key(key).map(Answer::Text),
            Part::Picker(picker) => picker.key(key, screen).map(Answer::Picked),
            Part::Confirm(confirm) => confirm.key(key).map(|()| Answer::Yes),
            Part::Form(form) => form.key(key, screen),
            Part::Message(message) => match message.key(key, screen) {
                Outcome::Leave | Outcome::Chosen(()) => Outcome::Leave,
                Outcome::Stay => Outcome::Stay,
            },
        }
    }

    /// A click, on a screen of that area. One beside the overlay does nothing.
    pub fn click(&mut self, at: Position, screen: Rect) -> Outcome<Answer<I>> {
        match &mut self.part {
            Part::Prompt(prompt) => prompt.click(at, screen).map(Answer::Text),
            Part::Picker(picker) => picker.click(at, screen).map(Answer::Picked),
            Part::Confirm(confirm) => confirm.click(at, screen).map(|()| Answer::Yes),
            Part::Form(form) => form.click(at, screen),
            Part::Message(message) => match message.click(at, screen) {
                Outcome::Leave | Outcome::Chosen(()) => Outcome::Leave,
                Outcome::Stay => Outcome::Stay,
            },
        }
    }

    /// A notch of the wheel, as the arrow that it stands for: it moves in lists and texts, and types nothing.
    pub fn wheel(&mut self, arrow: KeyCode, screen: Rect) {
        let key = KeyEvent::new(arrow, KeyModifiers::NONE);
        match &mut self.part {
            Part::Picker(picker) => drop(picker.key(key, screen)),
            Part::Message(message) => drop(message.key(key, screen)),
            Part::Form(form) => form.wheel(arrow, screen),
            Part::Prompt(_) | Part::Confirm(_) => {}
        }
    }

    /// Text was pasted.
    pub fn paste(&mut self, text: &str) {
        match &mut self.part {
            Part::Prompt(prompt) => prompt.paste(text),
            Part::Picker(picker) => picker.paste(text),
            Part::Form(form) => form.paste(text),
            Part::Confirm(_) | Part::Message(_) => {}
        }
    }

    /// The list that whoever asked has to fill: its field, where it is a form's, and the text that is typed.
    pub fn asks(&self) -> Option<(usize, &str)> {
        match &self.part {
            Part::Picker(picker) => Some((0, picker.asks()?)),
            Part::Form(form) => form.asks(),
            Part::Prompt(_) | Part::Confirm(_) | Part::Message(_) => None,
        }
    }

    /// Says why the answer was not taken; what was typed stays.
    pub fn complain(&mut self, why: &str) {
        match &mut self.part {
            Part::Prompt(prompt) => prompt.complain(why),
            Part::Form(form) => form.complain(why),
            Part::Picker(_) | Part::Confirm(_) | Part::Message(_) => {}
        }
    }

    pub fn view(&self, screen: Rect, buf: &mut Buffer, theme: &Theme) {
        match &self.part {
            Part::Prompt(prompt) => prompt.view(screen, buf, theme),
            Part::Picker(picker) => picker.view(screen, buf, theme),
            Part::Confirm(confirm) => confirm.view(screen, buf, theme),
            Part::Form(form) => form.view(screen, buf, theme),
            Part::Message(message) => message.view(screen, buf, theme),
        }
    }
}

impl<I> From<Prompt> for Part<I> {
    fn from(prompt: Prompt) -> Part<I> {
        Part::Prompt(prompt)
    }
}

impl<I> From<Picker<I>> for Part<I> {
    fn from(picker: Picker<I>) -> Part<I> {
        Part::Picker(picker)
    }
}

impl<I> From<Confirm> for Part<I> {
    fn from(confirm: Confirm) -> Part<I> {
        Part::Confirm(confirm)
    }
}

impl<I> From<Form<I>> for Part<I> {
    fn from(form: Form<I>) -> Part<I> {
        Part::Form(Box::new(form))
    }
}

impl<I> From<Message> for Part<I> {
    fn from(message: Message) -> Part<I> {
        Part::Message(message)
    }
}

#[cfg(test)]
pub mod testing;

#[cfg(test)]
mod tests;
