//! From what came in to what changes: the only place where the state of the screen changes.

use crossterm::event::{KeyEvent, MouseEvent};
use ratatui::layout::Rect;

use super::action;
use super::app::App;
use super::desk::{After, Effect};
use super::status::Status;
use crate::session::{Done, Error};
use crate::words::words;

/// What came in.
pub enum Msg {
    Key(KeyEvent),
    Paste(String),
    Mouse(MouseEvent),
    Resize(u16, u16),
    /// Another process has written, or time has passed: everything may be other than it was read.
    Stale,
    Done(Box<Done>, After),
    Refused(Error),
    /// Something broke down in the background.
    Fault(String),
}

/// Changes the state; gives what has to be done in the world.
pub fn update(app: &mut App, msg: Msg) -> Vec<Effect> {
    let mut effects = match msg {
        Msg::Key(key) => action::press(app, key),
        Msg::Paste(_) | Msg::Mouse(_) => Vec::new(),
        Msg::Resize(width, height) => {
            app.screen = Rect::new(0, 0, width, height);
            Vec::new()
        }
        Msg::Stale => vec![Effect::LoadAll],
        Msg::Done(done, after) => {
            let then = match after {
                After::Undo => Some(words().scr_undo_hint(action::key_of("undo"))),
                After::Redo => Some(words().scr_redo_hint(action::key_of("redo"))),
                After::Nothing => None,
            };
            app.status = Status::Done { sentence: done.sentence, then };
            Vec::new()
        }
        Msg::Refused(error) => {
            app.status = error.into();
            Vec::new()
        }
        Msg::Fault(line) => {
            app.status = Status::Refused { message: line, hint: None };
            Vec::new()
        }
    };
    effects.extend(app.home.arrange(app.screen).into_iter().map(|(name, from)| Effect::Load(name, from)));
    effects
}
