//! The screens without a terminal: for pictures, and for measuring what a key costs.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::session::{Error, Session};
use crate::tui::kit::key::Key;
use crate::tui::kit::theme::Theme;
use crate::tui::screens::mode::Mode;
use crate::tui::screens::screens;
use crate::tui::shell::desk::Desk;
use crate::tui::shell::run::Front;
use crate::tui::shell::update::Msg;

/// A desk on which keys are pressed, and whose frames are looked at; or what a key put in its place.
pub struct Rehearsal {
    mode: Mode,
    screen: Rect,
}

impl Rehearsal {
    /// The home screen of a board, in that many columns and rows.
    pub fn of(session: Session, width: u16, height: u16) -> Result<Rehearsal, Error> {
        let mut desk = Desk::new(session, Theme::colour(), screens())?;
        desk.tell(Msg::Resize(width, height));
        Ok(Rehearsal { mode: Mode::Desk(Box::new(desk)), screen: Rect::new(0, 0, width, height) })
    }

    /// Presses keys: by their names with blanks between, where `text:` types what follows it. A word that names no key
    /// is passed over.
    pub fn press(&mut self, keys: &str) {
        for word in keys.split_whitespace() {
            let typed = word.strip_prefix("text:").unwrap_or_default();
            let letters = typed.chars().map(|c| Key(KeyCode::Char(c), KeyModifiers::NONE));
            for key in letters.chain(Key::named(word)) {
                self.tell(key);
                self.arrive();
            }
        }
    }

    /// Presses one key and no more: a long way through time is only begun.
    pub fn set_out(&mut self, key: &str) {
        Key::named(key).into_iter().for_each(|key| self.tell(key));
    }

    /// Goes on to where a way through time leads.
    pub fn arrive(&mut self) {
        while Front::travel(&mut self.mode) {}
        self.mode.drawn();
    }

    fn tell(&mut self, Key(code, held): Key) {
        self.mode.tell(Msg::Key(KeyEvent::new(code, held)));
    }

    /// What is on the screen now.
    pub fn frame(&self) -> Buffer {
        let mut buf = Buffer::empty(self.screen);
        self.mode.view(self.screen, &mut buf);
        buf
    }
}
