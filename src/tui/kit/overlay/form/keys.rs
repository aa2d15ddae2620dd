//! What a key does in a form, by where one is in it.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::super::edit::{Edit, Edited};
use super::super::picker::Picker;
use super::super::{Answer, Outcome};
use super::alike::Alike;
use super::field::{Content, Finder};
use super::{Extent, FEW, Field, Form, State};

impl<I: Clone + PartialEq> Form<I> {
    pub(super) fn fill(&mut self, key: KeyEvent) -> Outcome<Answer<I>> {
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
    pub(super) fn picked(&mut self) {
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
    pub(super) fn next_of_all(&mut self) {
        self.extent = Extent::All;
        self.go((self.here + 1) % self.fields.len().max(1));
    }

    pub(super) fn next(&mut self) -> Outcome<Answer<I>> {
        self.go(self.here + 1);
        Outcome::Stay
    }
}
