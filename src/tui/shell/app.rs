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
use std::collections::BTreeSet;

use ratatui::{buffer::Buffer, layout::Rect};

use super::ask::Question;
use super::editor::Writing;
use super::first::First;
use super::frame::Frame;
use super::habits::{Habits, Hints};
use super::overview::Overview;
use super::page::Page;
use super::preferences::{Links, Preferences};
use super::status::{self, Status};
use super::tutor::{Lesson, strip};
use super::{filter, footer, header, news, replay};
use crate::tui::kit::link::Placed;
use crate::tui::kit::theme::Theme;

/// What the screens bring into the shell.
pub struct Screens {
    /// The screen that lies below all pages.
    pub base: fn() -> Box<dyn Page>,
    /// What is said once to somebody who is new.
    pub hints: &'static [First],
    /// What the tutor teaches first.
    pub lesson: &'static Lesson,
}

/// Everything that is on the screen.
pub struct App {
    pub overview: Overview,
    /// The screen that lies below all pages.
    pub base: Box<dyn Page>,
    /// What was opened over it, the last on top.
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
    pub fn new(theme: Theme, screens: &Screens) -> App {
        App {
            overview: Overview::default(),
            base: (screens.base)(),
            pages: Vec::new(),
            question: None,
            filtering: None,
            status: Status::default(),
            theme,
            preferences: Preferences::default(),
            habits: Habits::of(Hints::Off, BTreeSet::new(), screens.hints),
            screen: Rect::new(0, 0, 80, 24),
        }
    }

    /// What one looks at.
    pub fn top(&self) -> &dyn Page {
        &**self.pages.last().unwrap_or(&self.base)
    }

    pub fn top_mut(&mut self) -> &mut dyn Page {
        &mut **self.pages.last_mut().unwrap_or(&mut self.base)
    }

    /// Where everything stands on a screen.
    pub fn frame(&self, screen: Rect) -> Frame {
        let banner = if self.overview.past.is_some() { replay::ROWS } else { 0 };
        let strip = if self.habits.tutor.is_some() { strip::rows(screen) } else { news::rows(self, screen) };
        Frame::of(screen, banner, strip)
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
        let strip = self.frame(self.screen).strip;
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
    let areas = app.frame(area);
    header::view(&app.overview, areas.header, buf, &app.theme);
    replay::view(&app.overview, areas.banner, buf, &app.theme);
    app.top().view(areas.body, buf, &app.overview, &app.theme);
    match &app.habits.tutor {
        Some(tutor) => strip::view(tutor, areas.strip, buf, &app.theme),
        None => news::view(app, areas.strip, buf),
    }
    status::view(app, areas.status, buf);
    footer::view(app, areas.footer, buf);
    if let Some(line) = &app.filtering {
        line.view_help(app, areas.status, buf);
    }
    if let Some(question) = &app.question {
        question.view(app.over(), buf, &app.theme);
    }
    status::view_whole(app, areas.status, buf);
}

/// The links in sight that the terminal may open. What lies over a page may cover them.
pub fn links(app: &App) -> Vec<Placed> {
    let is_open = app.question.is_none() && app.preferences.links() == Links::Written;
    let page = app.pages.last().filter(|_| is_open);
    page.map(|page| page.links(app.frame(app.screen).body)).unwrap_or_default()
}

/// What only the loop can do.
#[derive(Clone)]
pub enum Request {
    Quit,
    /// Open the sample team's board, with the tutor.
    Learn,
    /// Show the stage in the place of the desk.
    Stage,
    /// Leave what was opened so.
    Leave,
    /// Forget what is on the screen, and draw it whole.
    Repaint,
    Suspend,
    /// Let the person's editor change a text.
    Write(Writing),
    /// Put a text into the clipboard of the terminal.
    Copy(String),
}
