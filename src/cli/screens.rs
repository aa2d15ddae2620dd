//! Plain `setara`: the screens on a terminal, else the board as text. The only place of `cli` that names the screens.

use std::io::{self, IsTerminal};

use super::desk::Desk;
use super::rows::board;
use super::stop::Stop;
use crate::session::{Session, Surroundings};
use crate::settings::Complaint;
use crate::tui::app::{self, Start};
use crate::tui::theme::{Depth, Theme};

/// The board, or the welcome where there is none yet.
pub fn open(mut desk: Desk) -> Result<u8, Stop> {
    if !on_a_terminal(&desk) {
        board::print(&mut desk)?;
        return desk.paper.flush().map(|()| 0);
    }
    let located = desk.located()?;
    let surroundings = desk.surroundings.clone();
    let start = if located.exists {
        Start::Board(Box::new(desk.into_session()?))
    } else {
        Start::Welcome { path: located.path, surroundings: desk.surroundings }
    };
    Ok(app::run(start, &surroundings)?)
}

/// A board that was made just now: on the screens, or as text.
pub fn open_session(desk: &mut Desk, session: Session) -> Result<(), Stop> {
    if on_a_terminal(desk) {
        return match app::run(Start::Board(Box::new(session)), &desk.surroundings)? {
            0 => Ok(()),
            status => Err(Stop::Left(status)),
        };
    }
    desk.take(session);
    board::print(desk)
}

/// Every action by its name, with its keys and what it does.
pub fn keys() -> Vec<(&'static str, String, String)> {
    crate::tui::reference::keys()
}

/// Whether there is a theme of that name, and it can be read.
pub fn check_theme(name: &str, surroundings: &Surroundings) -> Result<(), Complaint> {
    if ["auto", "high-contrast"].contains(&name) {
        return Ok(());
    }
    Theme::named(name, &surroundings.own_themes(), Depth::Indexed).map(drop)
}

fn on_a_terminal(desk: &Desk) -> bool {
    desk.paper.is_terminal && io::stdin().is_terminal() && !desk.json()
}
