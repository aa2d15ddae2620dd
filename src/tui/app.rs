//! The program on the screen: from keys to actions, from the board to a frame.
//!
//! ```text
//! Input --Msg--> update --Effects--> desk (the session) --Msg--> update …
//!                  │
//!                 App --view--> Buffer
//! ```
//!
//! **Invariant:** [`view`] asks nobody: no clock, no store, no change of state. What is drawn follows from the `App`.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use ratatui::{buffer::Buffer, layout::Rect};

use super::ask::Question;
use super::desk::Desk;
use super::events::{Events, Input, TICK};
use super::facts::Facts;
use super::home::{self, Home};
use super::marks::{self, Marks};
use super::overlay::edit::Edit;
use super::signals::{self, Signals};
use super::status::{self, Status};
use super::terminal::{self, Mouse, Screen};
use super::theme::Theme;
use super::update::Msg;
use super::{faults, footer, header};
use crate::session::{Error, ErrorKind, Session, Surroundings};

/// With what the screens begin.
pub enum Start {
    /// A board, with or without somebody who acts.
    Board(Box<Session>),
    /// No board yet: the welcome, which may make one at this path.
    Welcome { path: PathBuf, surroundings: Surroundings },
}

/// Everything that is on the screen.
pub struct App {
    pub facts: Facts,
    pub home: Home,
    /// What is asked, over everything else.
    pub question: Option<Question>,
    /// The line in which a filter is typed.
    pub filtering: Option<Edit>,
    pub status: Status,
    pub theme: Theme,
    /// The size for which everything was arranged.
    pub screen: Rect,
}

impl App {
    pub fn new(theme: Theme) -> App {
        App {
            facts: Facts::default(),
            home: Home::new(),
            question: None,
            filtering: None,
            status: Status::default(),
            theme,
            screen: Rect::new(0, 0, 80, 24),
        }
    }
}

/// Draws everything.
pub fn view(app: &App, area: Rect, buf: &mut Buffer) {
    let areas = app.home.areas(area);
    header::view(&app.facts, areas.header, buf, &app.theme);
    home::view(&app.home, &app.facts, &areas, buf, &app.theme);
    status::view(app, areas.status, buf);
    footer::view(app, areas.footer, buf);
    if let Some(question) = &app.question {
        question.view(area, buf, &app.theme);
    }
}

/// One frame of a board, for pictures.
pub fn frame(session: Session, width: u16, height: u16) -> Result<Buffer, Error> {
    let mut desk = Desk::new(session, Theme::colour())?;
    desk.tell(Msg::Resize(width, height));
    Ok(desk.frame())
}

/// Runs until the person leaves; the value is the process's exit status.
pub fn run(start: Start) -> Result<u8, Error> {
    marks::choose(Marks::from_env());
    let Start::Board(session) = start else { return Ok(0) };
    let mut desk = Desk::new(*session, Theme::from_env())?;
    match turn(&mut desk) {
        Ok(status) => Ok(status),
        Err(error) if terminal::is_gone(&error) => Ok(0),
        Err(error) => Err(Error::new(ErrorKind::Environment, error.to_string(), None)),
    }
}

/// The loop. It sleeps until something comes in, and draws only where something changed.
fn turn(desk: &mut Desk) -> std::io::Result<u8> {
    let signals = Signals::watch()?;
    let mut screen = Screen::enter(Mouse::Captured)?;
    let mut events = Events::start(signals)?;
    let size = screen.size()?;
    desk.tell(Msg::Resize(size.width, size.height));
    let mut looked = Instant::now();
    loop {
        // After the last of what waits, so that a held key never runs ahead of the screen.
        if desk.has_news() && !events.is_waiting() {
            screen.draw(|frame| {
                let area = frame.area();
                view(desk.app(), area, frame.buffer_mut());
            })?;
            desk.was_drawn();
        }
        match events.next(TICK) {
            Input::Key(key) => desk.tell(Msg::Key(key)),
            Input::Paste(text) => desk.tell(Msg::Paste(text)),
            Input::Mouse(mouse) => desk.tell(Msg::Mouse(mouse)),
            Input::Resize(width, height) => desk.tell(Msg::Resize(width, height)),
            Input::Tick => {}
            Input::Signal(signal) => return Ok(signals::exit_status(signal) as u8),
            Input::Closed => return Ok(0),
        }
        // Also under a held key: another's change shows within a tenth of a second all the same.
        if looked.elapsed() >= Duration::from_millis(50) {
            looked = Instant::now();
            desk.look_around();
            for fault in faults::take() {
                desk.tell(Msg::Fault(fault));
            }
        }
        if let Some(wish) = desk.wish() {
            match wish {
                Wish::Quit => return Ok(0),
                Wish::Repaint => screen.refresh()?,
                Wish::Suspend => events.paused(|| screen.suspend())?,
            }
        }
    }
}

/// What only the loop can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wish {
    Quit,
    /// Forget what is on the screen, and draw it whole.
    Repaint,
    Suspend,
}
