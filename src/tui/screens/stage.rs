//! The stage as the loop runs it: it follows the board, turns by itself where nobody meets, and hears few keys.
//!
//! ```text
//! q Esc    back to the desk, or out        . dark, and lit again
//! → ←      the next panel, the one before  any other key: stay here for a minute
//! ```
//!
//! It goes by the board's clock, as meetings do.

mod front;

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::{buffer::Buffer, layout::Rect};

use crate::domain::calendar::At;
use crate::insight::panel::Panel;
use crate::session::{Error, ErrorKind, Session, Staged, What};
use crate::tui::kit::key::{Key, code};
use crate::tui::kit::theme::Theme;
use crate::tui::shell::{action, keymap};
use crate::tui::stage::{self, Hold};
pub use front::StageFront;

/// So long each panel stands where they turn by themselves.
const TURN_MS: i64 = 12_000;
/// So long a key holds one.
const HELD_MS: i64 = 60_000;

/// The actions that show it and that make it dark, by their names.
pub const STAGE: &str = "screen.stage";
pub const DARK: &str = "stage.dark";

/// The stage, and where it is.
pub struct Stage {
    staged: Staged,
    /// Which of the panels is shown, where they turn.
    at: usize,
    /// Since when.
    since: At,
    /// Until when somebody holds it.
    held: Option<At>,
    /// When it was read, and the time that it shows.
    read: At,
    now: At,
    clock: String,
    /// Whether a change could not be read yet.
    is_stale: bool,
    /// The size of its terminal, and whether that was left for the desks.
    size: (u16, u16),
    left_size: Option<(u16, u16)>,
}

/// What a key means to the loop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heard {
    Nothing,
    Leave,
    /// To make it dark, or to light it.
    Turn,
}

impl Stage {
    pub fn read(session: &Session) -> Result<Stage, Error> {
        let now = session.now();
        let mut stage = Stage {
            staged: session.staged()?,
            at: 0,
            since: now,
            held: None,
            read: now,
            now,
            clock: String::new(),
            is_stale: false,
            size: (0, 0),
            left_size: None,
        };
        stage.clock = stage.clock();
        Ok(stage)
    }

    /// Whether nobody meets.
    pub fn is_idle(&self) -> bool {
        matches!(self.staged.what, What::Board | What::Dark)
    }

    /// The board is another one than it was read.
    pub fn changed(&mut self) {
        self.is_stale = true;
    }

    /// Looks what is to be shown now; whether that is something else.
    pub fn look(&mut self, session: &mut Session) -> Result<bool, Error> {
        let now = session.now();
        let minute = |at: At| at.0.div_euclid(60_000);
        let mut news = false;
        let second = |at: At| at.0.div_euclid(1_000);
        // What is counted beside the board tells nobody that it changed.
        let is_old = minute(now) != minute(self.read)
            || (self.staged.what == What::Gathering && second(now) != second(self.read));
        if std::mem::take(&mut self.is_stale) || is_old {
            match session.staged() {
                Err(error) if error.kind == ErrorKind::Busy => self.is_stale = true,
                staged => {
                    news = self.follow(staged?, now);
                    self.read = now;
                }
            }
        }
        self.leave_size(session);
        news |= self.turn(now);
        self.now = now;
        let clock = self.clock();
        news |= clock != self.clock;
        self.clock = clock;
        Ok(news)
    }

    /// Takes what was read; whether it is something else.
    fn follow(&mut self, staged: Staged, now: At) -> bool {
        if staged == self.staged {
            return false;
        }
        let title = |staged: &Staged| staged.panels.first().and_then(|panel| panel.now.first().cloned());
        if staged.what == self.staged.what && title(&staged) == title(&self.staged) {
            self.at = self.at.min(staged.panels.len().saturating_sub(1));
        } else {
            self.begin(now);
        }
        self.staged = staged;
        true
    }

    fn begin(&mut self, now: At) {
        (self.at, self.since, self.held) = (0, now, None);
    }

    /// Goes on to the next panel where it is time; whether it did.
    fn turn(&mut self, now: At) -> bool {
        let count = self.staged.panels.len();
        if count < 2 {
            return false;
        }
        if let Some(held) = self.held {
            // A clock that was set back holds nothing for hours.
            if now < held && held.0.saturating_sub(now.0) <= HELD_MS {
                return false;
            }
            self.held = None;
        } else if (0..TURN_MS).contains(&now.0.saturating_sub(self.since.0)) {
            return false;
        }
        self.at = (self.at + 1) % count;
        self.since = now;
        true
    }

    /// A key was pressed.
    pub fn press(&mut self, key: KeyEvent, now: At) -> Heard {
        let key = Key::pressed(key);
        let is_of = |name: &str| action::all().any(|action| action.name == name && keymap::has(action, key));
        if key == code(KeyCode::Esc) || is_of("quit") || is_of(STAGE) {
            return Heard::Leave;
        }
        if is_of(DARK) {
            return Heard::Turn;
        }
        let by = match key {
            Key(KeyCode::Right, _) => 1,
            Key(KeyCode::Left, _) => -1,
            _ => 0,
        };
        self.go(by, now);
        Heard::Nothing
    }

    /// Goes so many panels on, where they turn, and holds the one that comes.
    pub fn go(&mut self, by: isize, now: At) {
        let count = self.staged.panels.len() as isize;
        if count > 1 {
            self.at = (self.at as isize + by).rem_euclid(count) as usize;
            self.held = Some(At(now.0.saturating_add(HELD_MS)));
        }
    }

    /// Its terminal has this size.
    pub fn resize(&mut self, columns: u16, rows: u16) {
        self.size = (columns, rows);
    }

    /// Leaves the size for the desks. Where somebody else writes just now, at one of the next looks; a board that cannot be
    /// written is none to drive a meeting on.
    fn leave_size(&mut self, session: &mut Session) {
        if self.left_size == Some(self.size) {
            return;
        }
        match session.leave_stage_size(Some(self.size)) {
            Err(error) if matches!(error.kind, ErrorKind::Busy | ErrorKind::NotOurTurn) => {}
            _ => self.left_size = Some(self.size),
        }
    }

    /// Takes the size away again: there is no stage any more.
    pub fn close(&mut self, session: &mut Session) {
        if self.left_size.take().is_some() {
            // To nobody: at the end nothing more is shown.
            let _ = session.leave_stage_size(None);
        }
    }

    fn panel(&self) -> Option<&Panel> {
        self.staged.panels.get(self.at)
    }

    fn clock(&self) -> String {
        self.panel().map(|panel| stage::clock(panel, self.now)).unwrap_or_default()
    }

    pub fn view(&self, area: Rect, buf: &mut Buffer, theme: &Theme) {
        let hold = if self.held.is_some() { Hold::Held } else { Hold::Free };
        match self.panel() {
            Some(panel) => stage::view(panel, hold, self.now, area, buf, theme),
            None => stage::view_dark(&action::key_of(DARK), area, buf, theme),
        }
    }
}

/// What the stage shows now, in words.
pub fn in_words(session: &Session) -> Result<Vec<Vec<String>>, Error> {
    let now = session.now();
    Ok(session.staged()?.panels.iter().map(|panel| stage::in_words(panel, now)).collect())
}

#[cfg(test)]
mod tests;
