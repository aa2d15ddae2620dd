//! Several fields at once: a new task, a role, a goal.
//!
//! A brief form shows its first field only, and Enter sends that alone; Tab shows the others.
//!
//! **Invariant:** nothing that was typed is lost unasked. Esc asks where something was typed, and a refusal leaves the
//! form as it is. Only the one line of a brief form goes as a prompt's does.

mod alike;
mod click;
mod field;
mod question;
mod view;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
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

    fn fill(&mut self, key: KeyEvent) -> Outcome<Answer<I>> {
        let ctrl = key.modifiers.contains(KeyModifiers::CONTROL);
        match key.code {
            KeyCode::Esc if self.touched && self.extent == Extent::All => self.state = State::Leaving,
            KeyCode::Esc => return Outcome::Leave,
            KeyCode::Char('s') if ctrl => return self.send(),
            KeyCode::Char('n') if ctrl && self.repeats => {
                self.sent.again = true;
                let sent = self.send();
                self.sent.again = false;
                return sent;
            }
            KeyCode::Char('t') if ctrl && self.read.is_some() => self.sent.as_text = !self.sent.as_text,
            KeyCode::Char('o') if ctrl && self.fields.get(self.here).is_some_and(Field::has_lines) => {
                let text = self.fields[self.here].edit().map(Edit::text).unwrap_or_default();
                return Outcome::Chosen(Answer::Write(text.to_owned()));
            }
            KeyCode::Tab => self.next_of_all(),
            KeyCode::BackTab => {
                self.extent = Extent::All;
                self.go(self.here.checked_sub(1).unwrap_or(self.fields.len().max(1) - 1));
            }
            _ if self.alike.as_ref().is_some_and(|alike| alike.at.is_some()) => return self.among_alike(key),
            _ => return self.in_field(key),
        }
        Outcome::Stay
    }

    fn in_field(&mut self, key: KeyEvent) -> Outcome<Answer<I>> {
        let is_last = self.here + 1 >= self.fields.len() || self.extent == Extent::Brief;
        let Some(field) = self.fields.get_mut(self.here) else { return Outcome::Stay };
        if matches!(field.content, Content::Choice { .. }) {
            return self.choose(key);
        }
        if key.code == KeyCode::Enter && !field.has_lines() {
            return if is_last { self.send() } else { self.next() };
        }
        // At the end of what was typed, one step to the right takes what would complete it.
        let completion = field.completion().filter(|_| matches!(key.code, KeyCode::Right | KeyCode::End));
        let completion = completion.map(str::to_owned);
        let Some(edit) = field.edit_mut() else { return Outcome::Stay };
        let edited = match completion {
            Some(rest) => edit.paste(&rest),
            None => edit.key(key),
        };
        let most = edit.most();
        if edited == Edited::Ignored {
            self.move_on(key);
        }
        self.heed(edited, most);
        Outcome::Stay
    }

    /// A key on one of the look-alikes. Whoever types on goes on with the field.
    fn among_alike(&mut self, key: KeyEvent) -> Outcome<Answer<I>> {
        let Some(alike) = &mut self.alike else { return Outcome::Stay };
        match key.code {
            KeyCode::Enter => match alike.chosen() {
                Some(item) => return Outcome::Chosen(Answer::Picked(item.id.clone())),
                None => return Outcome::Stay,
            },
            KeyCode::Down => {
                if !alike.down() {
                    self.next_of_all();
                }
            }
            KeyCode::Up => alike.up(),
            _ => {
                alike.at = None;
                return self.in_field(key);
            }
        }
        Outcome::Stay
    }

    /// A key in a choice: letters and Enter open the list, Backspace empties it, and where there are few a blank goes
    /// round.
    fn choose(&mut self, key: KeyEvent) -> Outcome<Answer<I>> {
        let Some(Field { label, content: Content::Choice { items, chosen, finder }, .. }) =
            self.fields.get_mut(self.here)
        else {
            return Outcome::Stay;
        };
        match key.code {
            KeyCode::Backspace | KeyCode::Delete => {
                self.touched |= chosen.is_some();
                *chosen = None;
            }
            KeyCode::Char(' ') if (1..=FEW).contains(&items.len()) => {
                let at = items.iter().position(|item| Some(&item.id) == chosen.as_ref());
                let next = at.map_or(0, |at| (at + 1) % items.len());
                *chosen = Some(items[next].id.clone());
                self.touched = true;
            }
            KeyCode::Enter | KeyCode::Char(_) | KeyCode::Right => {
                let mut picker = Picker::new(label.clone(), items.clone());
                if *finder == Finder::Asker {
                    picker = picker.found_by_asker();
                }
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

    /// Takes what is selected in the list.
    fn picked(&mut self) {
        let State::Picking(picker) = std::mem::replace(&mut self.state, State::Filling) else { return };
        if let Some(item) = picker.selected()
            && let Some(Field { content: Content::Choice { items, chosen, .. }, .. }) =
                self.fields.get_mut(self.here)
        {
            self.touched |= chosen.as_ref() != Some(&item.id);
            *chosen = Some(item.id.clone());
            // What was found later has to be shown, too.
            if items.iter().all(|known| known.id != item.id) {
                items.push(item.clone());
            }
        }
        self.next();
    }

    /// Up and down go to the field above and below; from the first one by way of what is like it.
    fn move_on(&mut self, key: KeyEvent) {
        match key.code {
            KeyCode::Up => self.go(self.here.saturating_sub(1)),
            KeyCode::Down => {
                let alike = self.alike.as_mut().filter(|_| self.here == 0);
                if !alike.is_some_and(Alike::down) {
                    self.extent = Extent::All;
                    self.go(self.here + 1);
                }
            }
            _ => {}
        }
    }

    /// To the next field, and from the last to the first; a brief form shows all of them then.
    fn next_of_all(&mut self) {
        self.extent = Extent::All;
        self.go((self.here + 1) % self.fields.len().max(1));
    }

    fn next(&mut self) -> Outcome<Answer<I>> {
        self.go(self.here + 1);
        Outcome::Stay
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
