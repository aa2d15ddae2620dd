//! A form under the mouse: a click goes to a field, on the cluster that it hits; a click on a choice that the keys are
//! in already opens it.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::layout::{Position, Rect};

use super::super::frame;
use super::super::{Answer, Outcome};
use super::view::Spot;
use super::{Content, Form, State};

impl<I: Clone + PartialEq> Form<I> {
    pub fn click(&mut self, at: Position, screen: Rect) -> Outcome<Answer<I>> {
        if let State::Picking(picker) = &mut self.state {
            return match picker.click(at, screen) {
                Outcome::Stay => Outcome::Stay,
                Outcome::Leave => {
                    self.state = State::Filling;
                    Outcome::Stay
                }
                Outcome::Chosen(_) => {
                    self.picked();
                    Outcome::Stay
                }
            };
        }
        let laid = self.laid(screen);
        if let Some(key) = frame::hint_at(laid.place, &self.hints(), at) {
            return self.key(key, screen);
        }
        if matches!(self.state, State::Leaving) {
            return Outcome::Stay;
        }
        let Some((spot, area)) = laid.spots.iter().find(|(_, area)| area.contains(at)) else {
            return Outcome::Stay;
        };
        match *spot {
            Spot::Alike(i) => {
                let Some(alike) = &mut self.alike else { return Outcome::Stay };
                if alike.at == Some(i) {
                    return self.key(KeyEvent::new(KeyCode::Enter, KeyModifiers::NONE), screen);
                }
                self.here = 0;
                alike.at = Some(i);
            }
            Spot::Field(i) => {
                let was_here = self.here == i;
                self.go(i);
                let field = &mut self.fields[i];
                if matches!(field.content, Content::Choice { .. }) && was_here {
                    return self.key(KeyEvent::new(KeyCode::Enter, KeyModifiers::NONE), screen);
                }
                let has_lines = field.has_lines();
                if let Some(edit) = field.edit_mut().filter(|_| !has_lines) {
                    let x = area.x + laid.label;
                    edit.click(at.x.saturating_sub(x), area.right().saturating_sub(x));
                }
            }
        }
        Outcome::Stay
    }

    /// The wheel turned: it moves in a list that is open.
    pub fn wheel(&mut self, code: KeyCode, screen: Rect) {
        if let State::Picking(picker) = &mut self.state {
            picker.key(KeyEvent::new(code, KeyModifiers::NONE), screen);
        }
    }
}
