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
use std::time::{Duration, Instant};

use ratatui::{buffer::Buffer, layout::Rect};

use super::ask::Question;
use super::clicks::Clicks;
use super::desk::Desk;
use super::editor::{self, Writing};
use super::events::{Events, Input, TICK};
use super::facts::Facts;
use super::greeting::Greeting;
use super::habits::Habits;
use super::home::{self, Home};
use super::link::Placed;
use super::page::Page;
use super::preferences::{Links, Preferences};
use super::signals::{self, Signals};
use super::status::{self, Status};
use super::terminal::{self, Mouse, Screen};
use super::theme::{Asks, Ground, Theme};
use super::tutor::strip;
use super::update::Msg;
use super::{faults, filter, footer, header, replay};
use crate::session::{Error, ErrorKind, Session, Surroundings};
use crate::settings::Complaint;

/// So long a way through time is gone before keys are heard and the screen is drawn again.
const PIECE: Duration = Duration::from_millis(20);

/// With what the screens begin.
pub enum Start {
    /// A board, with or without somebody who acts.
    Board(Box<Session>),
    /// The sample team's board, with the tutor.
    Lesson(Box<Session>),
    /// No board yet: the welcome, which may make one at this path.
    Welcome { path: PathBuf, surroundings: Surroundings },
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
pub fn run(start: Start, surroundings: &Surroundings) -> Result<u8, Error> {
    let (preferences, complaints) = Preferences::here(surroundings);
    match turn(Stage::begin(start, surroundings, preferences, complaints)?) {
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
        if let Err(error) = stage.go_on() {
            return Ok(Err(error));
        }
    }
}

/// What the program shows: the welcome until there is a board, then the board.
pub(super) enum Stage {
    /// With what the desk is told when there is one.
    Welcome(Box<Greeting>, Box<(Preferences, Option<Error>)>),
    Desk(Box<Desk>),
    /// The sample team's board with the tutor, and what comes back when it is left.
    Lesson(Box<Desk>, Option<Box<Stage>>),
}

impl Stage {
    /// The board, or the welcome where there is none yet.
    pub(super) fn begin(
        start: Start,
        surroundings: &Surroundings,
        preferences: Preferences,
        mut complaints: Vec<Complaint>,
    ) -> Result<Stage, Error> {
        let (theme, more) = preferences.apply();
        complaints.extend(more);
        let complaint = surroundings.told_first(&complaints);
        Ok(match start {
            Start::Board(session) => {
                let mut desk = Desk::new(*session, theme)?;
                desk.prefer(preferences, complaint);
                Stage::Desk(Box::new(desk))
            }
            Start::Lesson(session) => {
                let mut desk = Desk::lesson(*session, theme, preferences)?;
                if let Some(complaint) = complaint {
                    desk.tell(Msg::Refused(complaint));
                }
                Stage::Lesson(Box::new(desk), None)
            }
            Start::Welcome { path, surroundings } => {
                let greeting = Greeting::new(path, surroundings, theme);
                Stage::Welcome(Box::new(greeting), Box::new((preferences, complaint)))
            }
        })
    }

    pub(super) fn tell(&mut self, msg: Msg) -> Option<Wish> {
        let wish = match self {
            Stage::Welcome(greeting, _) => greeting.tell(msg),
            Stage::Desk(desk) | Stage::Lesson(desk, _) => {
                desk.tell(msg);
                desk.wish()
            }
        };
        match wish {
            Some(Wish::Learn) => self.learn(),
            Some(Wish::Leave) => return self.leave(),
            other => return other,
        }
        None
    }

    /// What is set now.
    fn preferences(&self) -> &Preferences {
        match self {
            Stage::Desk(desk) | Stage::Lesson(desk, _) => &desk.app().preferences,
            Stage::Welcome(_, preferred) => &preferred.0,
        }
    }

    fn mouse(&self) -> Mouse {
        self.preferences().mouse()
    }

    /// The terminal has said what ground it has: the theme that suits it holds from now on, unless one was chosen.
    fn see(&mut self, ground: Ground) {
        match self {
            Stage::Welcome(greeting, preferred) => {
                preferred.0.see(ground);
                greeting.theme = preferred.0.apply().0;
            }
            Stage::Desk(desk) => desk.see(ground),
            Stage::Lesson(desk, behind) => {
                desk.see(ground);
                behind.iter_mut().for_each(|behind| behind.see(ground));
            }
        }
    }

    /// The desk, where there is one.
    pub(super) fn desk(&self) -> Option<&Desk> {
        match self {
            Stage::Desk(desk) | Stage::Lesson(desk, _) => Some(desk),
            Stage::Welcome(..) => None,
        }
    }

    /// To the sample team's board, with the tutor. What was there waits until it is left.
    fn learn(&mut self) {
        let (screen, theme, preferences, surroundings) = match self {
            Stage::Welcome(greeting, preferred) => {
                (greeting.screen, greeting.theme, preferred.0.clone(), greeting.surroundings().clone())
            }
            Stage::Desk(desk) => {
                let App { screen, theme, preferences, .. } = desk.app();
                (*screen, *theme, preferences.clone(), desk.surroundings().clone())
            }
            Stage::Lesson(..) => return,
        };
        match Session::demo(surroundings).and_then(|session| Desk::lesson(session, theme, preferences)) {
            Ok(mut desk) => {
                desk.tell(Msg::Resize(screen.width, screen.height));
                let before = std::mem::replace(self, Stage::Lesson(Box::new(desk), None));
                if let Stage::Lesson(_, behind) = self {
                    *behind = Some(Box::new(before));
                }
            }
            Err(error) => drop(self.tell(Msg::Refused(error))),
        }
    }

    /// Out of the lesson, to what was there before.
    pub(super) fn leave(&mut self) -> Option<Wish> {
        let Stage::Lesson(lesson, behind) = self else { return Some(Wish::Quit) };
        let Some(mut before) = behind.take() else { return Some(Wish::Quit) };
        let App { screen, theme, preferences, .. } = lesson.app();
        match &mut *before {
            Stage::Welcome(greeting, preferred) => {
                greeting.theme = *theme;
                preferred.0 = preferences.clone();
            }
            // What was set meanwhile holds here, too.
            Stage::Desk(desk) => desk.follow(preferences.clone(), *theme),
            Stage::Lesson(..) => {}
        }
        before.tell(Msg::Resize(screen.width, screen.height));
        before.tell(Msg::Stale);
        *self = *before;
        None
    }

    pub(super) fn view(&self, area: Rect, buf: &mut Buffer) {
        match self {
            Stage::Welcome(greeting, _) => greeting.view(area, buf),
            Stage::Desk(desk) | Stage::Lesson(desk, _) => view(desk.app(), area, buf),
        }
    }

    fn links(&self) -> Vec<Placed> {
        match self {
            Stage::Welcome(..) => Vec::new(),
            Stage::Desk(desk) | Stage::Lesson(desk, _) => links(desk.app()),
        }
    }

    /// Looks at what may have changed by itself; whether anything did.
    pub(super) fn look_around(&mut self) -> bool {
        let (Stage::Desk(desk) | Stage::Lesson(desk, _)) = self else { return false };
        let faults = faults::take();
        let told = !faults.is_empty();
        for fault in faults {
            desk.tell(Msg::Fault(fault));
        }
        desk.look_around() || told
    }

    /// Whether one is on the way through time.
    pub(super) fn is_on_the_way(&self) -> bool {
        matches!(self, Stage::Desk(desk) | Stage::Lesson(desk, _) if desk.is_on_the_way())
    }

    /// How long may be slept until something comes in.
    fn patience(&self) -> Duration {
        if self.is_on_the_way() { Duration::from_millis(1) } else { TICK }
    }

    /// Goes on through time; whether anything is new.
    pub(super) fn travel(&mut self) -> bool {
        match self {
            Stage::Desk(desk) | Stage::Lesson(desk, _) => desk.travel(PIECE),
            Stage::Welcome(..) => false,
        }
    }

    /// From the welcome to the board that was made there.
    pub(super) fn go_on(&mut self) -> Result<(), Error> {
        let Stage::Welcome(greeting, preferred) = self else { return Ok(()) };
        let Some(session) = greeting.made() else { return Ok(()) };
        let (theme, screen) = (greeting.theme, greeting.screen);
        let mut desk = Desk::new(session, theme)?;
        desk.tell(Msg::Resize(screen.width, screen.height));
        desk.prefer(preferred.0.clone(), preferred.1.take());
        *self = Stage::Desk(Box::new(desk));
        Ok(())
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

#[cfg(test)]
mod tests {
    use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

    use super::*;
    use crate::settings::Name;
    use crate::tui::testing::world;

    #[test]
    fn the_board_that_the_welcome_makes_knows_the_settings() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("settings.toml"), "mouse = \"off\"\nthme = \"dark\"\n").unwrap();
        let world = world("welcome").with_settings(folder.path().to_owned());
        let (preferences, complaints) = Preferences::undrawn(&world);
        let start = Start::Welcome { path: folder.path().join("board.db"), surroundings: world.clone() };
        let mut stage = Stage::begin(start, &world, preferences, complaints).unwrap();
        // The second of the ways is the sample team.
        for code in [KeyCode::Down, KeyCode::Enter] {
            stage.tell(Msg::Key(KeyEvent::new(code, KeyModifiers::NONE)));
        }
        stage.go_on().unwrap();
        let Stage::Desk(desk) = stage else { panic!("there is a board now") };
        assert_eq!(desk.app().preferences.settings.get(Name::Mouse), "off");
        assert!(desk.says().contains("there is no setting \"thme\""), "{}", desk.says());
    }
}
