//! Where the stage stands: on a terminal of its own, or for a while in the place of a desk.

use std::time::Duration;

use ratatui::{buffer::Buffer, layout::Rect};

use super::{Heard, Stage};
use crate::session::{Error, ErrorKind, Session};
use crate::tui::kit::theme::{Ground, Theme};
use crate::tui::screens::mode::Mode;
use crate::tui::shell::app::{App, Request};
use crate::tui::shell::desk::Desk;
use crate::tui::shell::preferences::Preferences;
use crate::tui::shell::run::Front;
use crate::tui::shell::update::{Msg, way_out};

/// So long it sleeps between two looks where a meeting goes on, whose clock may tell seconds.
const LOOKS_EVERY: Duration = Duration::from_millis(250);
/// And where nobody meets: it follows within a second all the same, and a room is shown for hours.
const LOOKS_IDLE: Duration = Duration::from_millis(700);

/// The stage on a terminal.
pub struct StageFront {
    stage: Stage,
    behind: Behind,
    theme: Theme,
    preferences: Preferences,
    /// What went wrong: it is said where the stage is left, and never on it.
    failed: Option<Error>,
}

/// What lies behind the stage.
enum Behind {
    /// Nothing: this is its own process.
    Board(Box<Session>),
    /// The desk that comes back when it is left.
    Desk(Box<Mode>),
    /// It was left, or not yet put up.
    Left,
}

impl StageFront {
    /// On a terminal of its own.
    pub fn alone(mut session: Session, preferences: Preferences) -> Result<StageFront, Error> {
        if preferences.is_drawn() {
            session.wait_no_more()?;
        }
        let stage = Stage::read(&session)?;
        Ok(StageFront::over(stage, Behind::Board(Box::new(session)), preferences))
    }

    /// In the place of a desk, which is then to be put behind it.
    pub fn in_place_of(desk: &Desk) -> Result<StageFront, Error> {
        let App { screen, preferences, .. } = desk.app();
        let mut stage = Stage::read(desk.session())?;
        stage.resize(screen.width, screen.height);
        Ok(StageFront::over(stage, Behind::Left, preferences.clone()))
    }

    /// Puts behind it what comes back when it is left.
    pub fn stand_before(&mut self, mode: Mode) {
        self.behind = Behind::Desk(Box::new(mode));
    }

    fn over(stage: Stage, behind: Behind, preferences: Preferences) -> StageFront {
        StageFront { stage, behind, theme: preferences.theme_for_a_room(), preferences, failed: None }
    }

    /// Whether it cannot be shown any more.
    pub fn has_failed(&self) -> bool {
        self.failed.is_some()
    }

    /// The columns and rows of its terminal.
    pub fn size(&self) -> (u16, u16) {
        self.stage.size
    }

    /// What was behind it, and what is to be said there.
    pub fn leave(&mut self) -> Option<(Box<Mode>, Option<Error>)> {
        self.close();
        let failed = self.failed.take();
        match std::mem::replace(&mut self.behind, Behind::Left) {
            Behind::Desk(mode) => Some((mode, failed)),
            Behind::Board(_) | Behind::Left => None,
        }
    }

    fn close(&mut self) {
        let StageFront { stage, behind, .. } = self;
        if let Some(session) = behind.session() {
            stage.close(session);
        }
    }

    /// Makes the stage dark, or lights it again.
    fn turn(&mut self) -> Result<(), Error> {
        let StageFront { stage, behind, .. } = self;
        if let Some(session) = behind.session() {
            session.turn_stage()?;
            stage.changed();
            stage.look(session)?;
        }
        Ok(())
    }

    fn look(&mut self) -> Result<bool, Error> {
        let StageFront { stage, behind, .. } = self;
        let changed = match behind {
            Behind::Board(session) => match session.has_changed() {
                Err(error) if error.kind == ErrorKind::Busy => false,
                changed => changed?,
            },
            // The desk goes on behind it; whatever it heard of may be news here.
            Behind::Desk(mode) => mode.look_around(),
            Behind::Left => false,
        };
        if changed {
            stage.changed();
        }
        match behind.session() {
            Some(session) => stage.look(session),
            None => Ok(false),
        }
    }
}

impl Behind {
    fn session(&mut self) -> Option<&mut Session> {
        match self {
            Behind::Board(session) => Some(session),
            Behind::Desk(mode) => mode.session_mut(),
            Behind::Left => None,
        }
    }
}

impl Drop for StageFront {
    fn drop(&mut self) {
        self.close();
    }
}

impl Front for StageFront {
    fn tell(&mut self, msg: Msg) -> Option<Request> {
        match msg {
            Msg::Resize(columns, rows) => self.stage.resize(columns, rows),
            Msg::Key(key) => {
                if let Some(request) = way_out(key) {
                    return match (&mut self.behind, request) {
                        // It may have something under way.
                        (Behind::Desk(mode), Request::Quit) => mode.tell(Msg::Key(key)),
                        (_, request) => Some(request),
                    };
                }
                let now = self.behind.session().map(|session| session.now()).unwrap_or_default();
                match self.stage.press(key, now) {
                    Heard::Nothing => {}
                    Heard::Leave => {
                        return Some(match self.behind {
                            Behind::Desk(_) => Request::Leave,
                            Behind::Board(_) | Behind::Left => Request::Quit,
                        });
                    }
                    Heard::Turn => self.failed = self.turn().err(),
                }
            }
            _ => {}
        }
        None
    }

    fn preferences(&self) -> &Preferences {
        &self.preferences
    }

    fn see(&mut self, ground: Ground) {
        self.preferences.see(ground);
        self.theme = self.preferences.theme_for_a_room();
        if let Behind::Desk(mode) = &mut self.behind {
            mode.see(ground);
        }
    }

    fn view(&self, area: Rect, buf: &mut Buffer) {
        self.stage.view(area, buf, &self.theme);
    }

    fn look_around(&mut self) -> bool {
        match self.look() {
            Ok(news) => news,
            Err(error) => {
                self.failed = Some(error);
                false
            }
        }
    }

    fn patience(&self) -> Duration {
        if self.stage.is_idle() { LOOKS_IDLE } else { LOOKS_EVERY }
    }

    fn finish(&mut self) {
        if let Behind::Desk(mode) = &mut self.behind {
            mode.finish();
        }
    }

    /// What cannot be shown any more is left, and said there.
    fn go_on(&mut self) -> Result<bool, Error> {
        match (&self.behind, self.failed.take()) {
            (Behind::Board(_), Some(error)) => Err(error),
            (_, failed) => {
                self.failed = failed;
                Ok(false)
            }
        }
    }
}
