//! The loop: what comes in goes to what is on the screen, and what changed is drawn.

use std::time::{Duration, Instant};

use ratatui::{buffer::Buffer, layout::Rect};

use super::app::Request;
use super::editor;
use super::preferences::Preferences;
use super::update::Msg;
use crate::session::{Error, ErrorKind};
use crate::tui::kit::clicks::Clicks;
use crate::tui::kit::events::{Events, Input, TICK};
use crate::tui::kit::link::Placed;
use crate::tui::kit::signals::{self, Signals};
use crate::tui::kit::terminal::{self, Screen};
use crate::tui::kit::theme::{Asks, Ground};

/// What the loop runs.
pub trait Front {
    /// Something came in; what the loop has to do because of it.
    fn tell(&mut self, msg: Msg) -> Option<Request>;

    /// What is set now.
    fn preferences(&self) -> &Preferences;

    /// The terminal has said what ground it has: the theme that suits it holds from now on, unless one was chosen.
    fn see(&mut self, ground: Ground);

    fn view(&self, area: Rect, buf: &mut Buffer);

    /// The links in sight that the terminal may open.
    fn links(&self) -> Vec<Placed> {
        Vec::new()
    }

    /// Looks at what may have changed by itself; whether anything did.
    fn look_around(&mut self) -> bool;

    /// What is on the screen was drawn: what comes in from now on answers to it.
    fn drawn(&mut self) {}

    /// Whether the terminal is to ring, once.
    fn rings(&mut self) -> bool {
        false
    }

    /// Goes on through time, for a moment; whether anything is new.
    fn travel(&mut self) -> bool {
        false
    }

    /// Goes on to the next front, where there is one; whether anything is new.
    fn go_on(&mut self) -> Result<bool, Error> {
        Ok(false)
    }

    /// How long may be slept until something comes in.
    fn patience(&self) -> Duration {
        TICK
    }

    /// Waits for what is done on a thread, where nothing is drawn meanwhile.
    fn finish(&mut self);
}

/// Runs until the person leaves; the value is the process's exit status.
pub fn run(front: impl Front) -> Result<u8, Error> {
    match turn(front) {
        Ok(status) => status,
        Err(error) if terminal::is_gone(&error) => Ok(0),
        Err(error) => Err(Error::new(ErrorKind::Environment, error.to_string(), None)),
    }
}

/// The loop. It sleeps until something comes in, and draws only where something changed.
fn turn(mut front: impl Front) -> std::io::Result<Result<u8, Error>> {
    let signals = Signals::watch()?;
    let mut screen = Screen::enter(front.preferences().mouse())?;
    let mut events = Events::start(signals)?;
    let size = screen.size()?;
    front.tell(Msg::Resize(size.width, size.height));
    if front.preferences().asks() == Asks::Ground {
        screen.ask_ground()?;
        events.await_ground().into_iter().for_each(|ground| front.see(ground));
    }
    let began = Instant::now();
    let (mut looked, mut clicks) = (began, Clicks::default());
    let mut news = true;
    loop {
        // After the last of what waits, so that a held key never runs ahead of the screen.
        if news && !events.is_waiting() {
            let links = front.links();
            screen.draw(
                |frame| {
                    let area = frame.area();
                    front.view(area, frame.buffer_mut());
                },
                links,
            )?;
            front.drawn();
            news = false;
        }
        let msg = match events.next(front.patience()) {
            Input::Key(key) => Some(Msg::Key(key)),
            Input::Paste(text) => Some(Msg::Paste(text)),
            Input::Mouse(mouse) => Some(Msg::Mouse(mouse, clicks.count(&mouse, began.elapsed()))),
            Input::Resize(width, height) => {
                // What the terminal cut off on the way is gone, even where the size is the same again.
                screen.refresh()?;
                Some(Msg::Resize(width, height))
            }
            Input::Ground(ground) => {
                front.see(ground);
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
        match msg.and_then(|msg| front.tell(msg)) {
            Some(Request::Quit) => {
                events.settle();
                return Ok(Ok(0));
            }
            Some(Request::Repaint) => screen.refresh()?,
            Some(Request::Suspend) => events.paused(|| screen.suspend())?,
            Some(Request::Copy(text)) => screen.copy(&text)?,
            Some(Request::Write(writing)) => {
                let editor = editor::command();
                let came = events.paused(|| screen.lend(|| editor::write(&editor, &writing.text)))?;
                front.tell(Msg::Written(writing, came));
            }
            // The front has seen to it.
            Some(Request::Learn | Request::Stage | Request::Leave) | None => {}
        }
        screen.mind(front.preferences().mouse())?;
        // Also under a held key: another's change shows within a tenth of a second all the same.
        if looked.elapsed() >= TICK {
            looked = Instant::now();
            news |= front.look_around();
            if front.rings() {
                screen.ring()?;
            }
        }
        news |= front.travel();
        match front.go_on() {
            Ok(is_new) => news |= is_new,
            Err(error) => return Ok(Err(error)),
        }
    }
}
