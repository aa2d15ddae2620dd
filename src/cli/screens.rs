//! Plain `setara`: the screens on a terminal, else the board as text. The only place of `cli` that names the screens.

use std::io::{self, IsTerminal, Write};

use super::context::Context;
use super::demo::sample_team;
use super::rows::board;
use super::stop::Stop;
use crate::inert::{Signs, inert};
use crate::session::{Environment, Session};
use crate::settings::Complaint;
pub use crate::tui::screens::mode::Teaches;
use crate::tui::screens::mode::{self, Start};
use crate::tui::screens::plain::{self, Echo};
pub use crate::tui::shell::preferences::{Change, Preferences};
use crate::words::words;

/// The board, or the welcome where there is none yet.
pub fn open(mut context: Context) -> Result<u8, Stop> {
    if drawing(&context) == Drawing::Board {
        board::print(&mut context)?;
        return context.paper.flush().map(|()| 0);
    }
    let located = context.located()?;
    let environment = context.environment.clone();
    let drawing = drawing(&context);
    let start = if located.exists {
        Start::Board(Box::new(context.into_session()?))
    } else {
        Start::Welcome { path: located.path, environment: context.environment }
    };
    show(start, drawing, &environment)
}

/// The screens with an action done first; whether there is a terminal for them.
pub fn open_at(context: &mut Context, action: &'static str) -> Result<bool, Stop> {
    let drawing = drawing(context);
    if drawing != Drawing::Screens {
        return Ok(false);
    }
    let session = context.take_session()?;
    shown(Start::At(Box::new(session), action), drawing, context).map(|()| true)
}

/// The stage; whether there is a terminal for it.
pub fn open_stage(context: &mut Context) -> Result<bool, Stop> {
    let drawing = drawing(context);
    if drawing != Drawing::Screens {
        return Ok(false);
    }
    let session = context.take_session()?;
    shown(Start::Stage(Box::new(session)), drawing, context).map(|()| true)
}

/// What the stage shows, panel by panel, in lines.
pub fn stage_in_words(session: &Session) -> Result<Vec<Vec<String>>, Stop> {
    Ok(crate::tui::screens::stage::in_words(session)?)
}

/// A board that was made just now: on the screens, or as text.
pub fn open_session(context: &mut Context, session: Session) -> Result<(), Stop> {
    let drawing = drawing(context);
    if drawing != Drawing::Board {
        return shown(Start::Board(Box::new(session)), drawing, context);
    }
    context.take(session);
    board::print(context)
}

/// The sample team's board, with the tutor.
pub fn open_lesson(context: &mut Context, session: Session, teaches: Teaches) -> Result<(), Stop> {
    match drawing(context) {
        Drawing::Board => Err(Stop::refused(words().out_tutor_needs(), words().out_tutor_needs_hint())),
        drawing => shown(Start::Lesson(Box::new(session), teaches), drawing, context),
    }
}

fn shown(start: Start, drawing: Drawing, context: &Context) -> Result<(), Stop> {
    match show(start, drawing, &context.environment)? {
        0 => Ok(()),
        status => Err(Stop::Left(status)),
    }
}

/// What is set, as the screens would take it, and all that is wrong with it.
pub fn preferences(environment: &Environment) -> (Preferences, Vec<Complaint>) {
    mode::undrawn(environment)
}

/// Every action by its name, with the keys that it has once [`preferences`] were read, and what it does.
pub fn keys() -> Vec<(&'static str, Vec<String>, String)> {
    crate::tui::screens::reference::keys()
}

/// The tables of keys in the documents and in the manual.
pub fn key_tables() -> String {
    crate::tui::screens::reference::markdown()
}

/// Says on the standard error what a person should know while nothing happens; not over a screen that is drawn.
pub fn say_aside(sentence: String) {
    if !crate::tui::kit::terminal::is_held() {
        let _ = writeln!(io::stderr(), "setara: {}", inert(&sentence, Signs::UNICODE));
    }
}

/// How the context is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Drawing {
    Screens,
    /// Line by line: asked for, or since the terminal says that it cannot draw.
    Lines(Echo),
    /// The board as text, once.
    Board,
}

fn drawing(context: &Context) -> Drawing {
    let reads = io::stdin().is_terminal();
    let is_dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
    match (context.json(), context.globals.plain, context.paper.is_terminal && reads) {
        (true, ..) => Drawing::Board,
        (_, true, _) => Drawing::Lines(if reads { Echo::Nothing } else { Echo::Lines }),
        (.., true) if is_dumb => Drawing::Lines(Echo::Nothing),
        (.., true) => Drawing::Screens,
        (.., false) => Drawing::Board,
    }
}

fn show(start: Start, drawing: Drawing, environment: &Environment) -> Result<u8, Stop> {
    Ok(match drawing {
        Drawing::Lines(echo) => plain::run(start, environment, echo, sample_team)?,
        Drawing::Screens | Drawing::Board => mode::run(start, environment, sample_team)?,
    })
}
