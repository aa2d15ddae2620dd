//! Plain `setara`: the screens on a terminal, else the board as text. The only place of `cli` that names the screens.

use std::io::{self, IsTerminal, Write};

use super::desk::Desk;
use super::rows::board;
use super::stop::Stop;
use crate::inert::{Signs, inert};
use crate::session::{Session, Surroundings};
use crate::settings::Complaint;
use crate::tui::app::{self, Start};
use crate::tui::plain::{self, Echo};
pub use crate::tui::preferences::{Change, Preferences};
use crate::words::words;

/// The board, or the welcome where there is none yet.
pub fn open(mut desk: Desk) -> Result<u8, Stop> {
    if drawing(&desk) == Drawing::Board {
        board::print(&mut desk)?;
        return desk.paper.flush().map(|()| 0);
    }
    let located = desk.located()?;
    let surroundings = desk.surroundings.clone();
    let drawing = drawing(&desk);
    let start = if located.exists {
        Start::Board(Box::new(desk.into_session()?))
    } else {
        Start::Welcome { path: located.path, surroundings: desk.surroundings }
    };
    show(start, drawing, &surroundings)
}

/// A board that was made just now: on the screens, or as text.
pub fn open_session(desk: &mut Desk, session: Session) -> Result<(), Stop> {
    let drawing = drawing(desk);
    if drawing != Drawing::Board {
        return shown(Start::Board(Box::new(session)), drawing, desk);
    }
    desk.take(session);
    board::print(desk)
}

/// The sample team's board, with the tutor.
pub fn open_lesson(desk: &mut Desk, session: Session) -> Result<(), Stop> {
    match drawing(desk) {
        Drawing::Board => Err(Stop::refused(words().out_tutor_needs(), words().out_tutor_needs_hint())),
        drawing => shown(Start::Lesson(Box::new(session)), drawing, desk),
    }
}

fn shown(start: Start, drawing: Drawing, desk: &Desk) -> Result<(), Stop> {
    match show(start, drawing, &desk.surroundings)? {
        0 => Ok(()),
        status => Err(Stop::Left(status)),
    }
}

/// What is set, as the screens would take it, and all that is wrong with it.
pub fn preferences(surroundings: &Surroundings) -> (Preferences, Vec<Complaint>) {
    let (preferences, mut complaints) = Preferences::undrawn(surroundings);
    complaints.extend(preferences.apply().1);
    (preferences, complaints)
}

/// Every action by its name, with the keys that it has once [`preferences`] were read, and what it does.
pub fn keys() -> Vec<(&'static str, Vec<String>, String)> {
    crate::tui::reference::keys()
}

/// Says on the standard error what a person should know while nothing happens; not over a screen that is drawn.
pub fn say_aside(sentence: String) {
    if !crate::tui::terminal::is_held() {
        let _ = writeln!(io::stderr(), "setara: {}", inert(&sentence, Signs::UNICODE));
    }
}

/// How the desk is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Drawing {
    Screens,
    /// Line by line: asked for, or since the terminal says that it cannot draw.
    Lines(Echo),
    /// The board as text, once.
    Board,
}

fn drawing(desk: &Desk) -> Drawing {
    let reads = io::stdin().is_terminal();
    let is_dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
    match (desk.json(), desk.globals.plain, desk.paper.is_terminal && reads) {
        (true, ..) => Drawing::Board,
        (_, true, _) => Drawing::Lines(if reads { Echo::Nothing } else { Echo::Lines }),
        (.., true) if is_dumb => Drawing::Lines(Echo::Nothing),
        (.., true) => Drawing::Screens,
        (.., false) => Drawing::Board,
    }
}

fn show(start: Start, drawing: Drawing, surroundings: &Surroundings) -> Result<u8, Stop> {
    Ok(match drawing {
        Drawing::Lines(echo) => plain::run(start, surroundings, echo)?,
        Drawing::Screens | Drawing::Board => app::run(start, surroundings)?,
    })
}
