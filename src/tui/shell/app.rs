//! The program on the screen: from keys to actions, from the board to a frame.
//!
//! ```text
//! Input --Msg--> update --Effects--> desk (the session) --Msg--> update …
//!                  │
//!                 App --view--> Buffer
//! ```
//!
//! **Invariant:** [`view`] asks nobody: no clock, no store, no change of state. What is drawn follows from the `App`.

use std::any::Any;
use std::path::PathBuf;
use std::time::Instant;

use ratatui::{buffer::Buffer, layout::Rect};

use super::ask::Question;
use super::editor::{self, Writing};
use super::facts::Facts;
use super::habits::Habits;
use super::preferences::{Links, Preferences};
use super::status::{self, Status};
use super::tutor::strip;
use super::update::Msg;
use super::{filter, footer, header, replay};
use crate::session::{Environment, Error, ErrorKind, Session};
use crate::tui::kit::clicks::Clicks;
use crate::tui::kit::events::{Events, Input, TICK};
use crate::tui::kit::link::Placed;
use crate::tui::kit::signals::{self, Signals};
use crate::tui::kit::terminal::{self, Screen};
use crate::tui::kit::theme::{Asks, Theme};
use crate::tui::screens::home::{self, Home};
use crate::tui::screens::page::Page;
use crate::tui::screens::stage::Stage;

/// With what the screens begin.
pub enum Start {
    /// A board, with or without somebody who acts.
    Board(Box<Session>),
    /// The sample team's board, with the tutor.
    Lesson(Box<Session>),
    /// No board yet: the welcome, which may make one at this path.
    Welcome { path: PathBuf, environment: Environment },
}

/// Everything that is on the screen.
pub struct App {
    pub facts: Facts,
    pub home: Home,
    /// What was opened over the panes, the last on top.
    pub pages: Vec<Box<dyn Page>>,
    /// What is asked, over everything else.
    pub question: Option<Question>,
    /// The line in which a filter is typed.
    pub filtering: Option<filter::Line>,
    pub status: Status,
    pub theme: Theme,
    pub preferences: Preferences,
    /// What the person has done here before.
    pub habits: Habits,
    /// The size for which everything was arranged.
    pub screen: Rect,
}

impl App {
    pub fn new(theme: Theme) -> App {
        App {
            facts: Facts::default(),
            home: Home::new(),
            pages: Vec::new(),
            question: None,
            filtering: None,
            status: Status::default(),
            theme,
            preferences: Preferences::default(),
            habits: Habits::default(),
            screen: Rect::new(0, 0, 80, 24),
        }
    }

    /// The page on top, if it is one of that kind.
    pub fn page<P: Page>(&self) -> Option<&P> {
        let page: &dyn Any = &**self.pages.last()?;
        page.downcast_ref()
    }

    pub fn page_mut<P: Page>(&mut self) -> Option<&mut P> {
        let page: &mut dyn Any = &mut **self.pages.last_mut()?;
        page.downcast_mut()
    }

    /// Where questions lie over what is shown: beside the tutor not over what it says, where there is room enough.
    pub fn over(&self) -> Rect {
        let strip = self.home.areas(self.screen).strip;
        match strip.y {
            y if !strip.is_empty() && y >= OVER => Rect { height: y, ..self.screen },
            _ => self.screen,
        }
    }
}

/// So many rows are enough for every question.
const OVER: u16 = 16;

/// Draws everything.
pub fn view(app: &App, area: Rect, buf: &mut Buffer) {
    let areas = app.home.areas(area);
    header::view(&app.facts, areas.header, buf, &app.theme);
    replay::view(&app.facts, areas.banner, buf, &app.theme);
    match app.pages.last() {
        Some(page) => page.view(areas.body, buf, &app.facts, &app.theme),
        None => home::view(&app.home, &app.facts, &areas, buf, &app.theme),
    }
    if let Some(tutor) = &app.habits.tutor {
        strip::view(tutor, areas.strip, buf, &app.theme);
    }
    status::view(app, areas.status, buf);
    footer::view(app, areas.footer, buf);
    if let Some(line) = &app.filtering {
        line.view_help(app, areas.status, buf);
    }
    if let Some(question) = &app.question {
        question.view(app.over(), buf, &app.theme);
    }
}

/// The links in sight that the terminal may open. What lies over a page may cover them.
pub fn links(app: &App) -> Vec<Placed> {
    let is_open = app.question.is_none() && app.preferences.links() == Links::Written;
    let page = app.pages.last().filter(|_| is_open);
    page.map(|page| page.links(app.home.areas(app.screen).body)).unwrap_or_default()
}

/// Runs until the person leaves; the value is the process's exit status.
pub fn run(start: Start, environment: &Environment) -> Result<u8, Error> {
    let (preferences, complaints) = Preferences::here(environment);
    match turn(Stage::begin(start, environment, preferences, complaints)?) {
        Ok(status) => status,
        Err(error) if terminal::is_gone(&error) => Ok(0),
        Err(error) => Err(Error::new(ErrorKind::Environment, error.to_string(), None)),
    }
}

/// The loop. It sleeps until something comes in, and draws only where something changed.
fn turn(mut stage: Stage) -> std::io::Result<Result<u8, Error>> {
    let signals = Signals::watch()?;
    let mut screen = Screen::enter(stage.mouse())?;
    let mut events = Events::start(signals)?;
    let size = screen.size()?;
    stage.tell(Msg::Resize(size.width, size.height));
    if stage.preferences().asks() == Asks::Ground {
        screen.ask_ground()?;
        events.await_ground().into_iter().for_each(|ground| stage.see(ground));
    }
    let began = Instant::now();
    let (mut looked, mut clicks) = (began, Clicks::default());
    let mut news = true;
    loop {
        // After the last of what waits, so that a held key never runs ahead of the screen.
        if news && !events.is_waiting() {
            let links = stage.links();
            screen.draw(
                |frame| {
                    let area = frame.area();
                    stage.view(area, frame.buffer_mut());
                },
                links,
            )?;
            news = false;
        }
        let msg = match events.next(stage.patience()) {
            Input::Key(key) => Some(Msg::Key(key)),
            Input::Paste(text) => Some(Msg::Paste(text)),
            Input::Mouse(mouse) => Some(Msg::Mouse(mouse, clicks.count(&mouse, began.elapsed()))),
            Input::Resize(width, height) => Some(Msg::Resize(width, height)),
            Input::Ground(ground) => {
                stage.see(ground);
                news = true;
                None
            }
            Input::Tick => None,
            Input::Stop => {
                events.paused(|| screen.suspend())?;
                news = true;
                None
            }
            Input::Resumed => {
                screen.take_again()?;
                news = true;
                None
            }
            Input::Signal(signal) => return Ok(Ok(signals::exit_status(signal) as u8)),
            Input::Closed => return Ok(Ok(0)),
        };
        news |= msg.is_some();
        match msg.and_then(|msg| stage.tell(msg)) {
            Some(Wish::Quit) => {
                events.settle();
                return Ok(Ok(0));
            }
            Some(Wish::Repaint) => screen.refresh()?,
            Some(Wish::Suspend) => events.paused(|| screen.suspend())?,
            Some(Wish::Copy(text)) => screen.copy(&text)?,
            Some(Wish::Write(writing)) => {
                let editor = editor::command();
                let came = events.paused(|| screen.lend(|| editor::write(&editor, &writing.text)))?;
                stage.tell(Msg::Written(writing, came));
            }
            // The stage has seen to it.
            Some(Wish::Learn | Wish::Leave) | None => {}
        }
        screen.mind(stage.mouse())?;
        // Also under a held key: another's change shows within a tenth of a second all the same.
        if looked.elapsed() >= TICK {
            looked = Instant::now();
            news |= stage.look_around();
        }
        news |= stage.travel();
        match stage.go_on() {
            Ok(is_new) => news |= is_new,
            Err(error) => return Ok(Err(error)),
        }
    }
}

/// What only the loop can do.
#[derive(Clone)]
pub enum Wish {
    Quit,
    /// Open the sample team's board, with the tutor.
    Learn,
    /// Leave it again.
    Leave,
    /// Forget what is on the screen, and draw it whole.
    Repaint,
    Suspend,
    /// Let the person's editor change a text.
    Write(Writing),
    /// Put a text into the clipboard of the terminal.
    Copy(String),
}
