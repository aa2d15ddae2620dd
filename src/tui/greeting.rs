//! The welcome at work: what somebody chooses there is done here, until there is a board.

use std::io::Read;
use std::path::{Path, PathBuf};

use ratatui::{buffer::Buffer, layout::Rect};

use super::app::Wish;
use super::header;
use super::overlay::Outcome;
use super::theme::Theme;
use super::update::Msg;
use super::welcome::{Way, Welcome};
use crate::exchange::{self, Import, Options};
use crate::files;
use crate::session::{Error, Session, Surroundings};

/// The first screen, where there is no board yet.
pub struct Greeting {
    welcome: Welcome,
    path: PathBuf,
    surroundings: Surroundings,
    pub theme: Theme,
    pub screen: Rect,
    /// The board that was made.
    made: Option<Session>,
}

impl Greeting {
    pub fn new(path: PathBuf, surroundings: Surroundings, theme: Theme) -> Greeting {
        let welcome = Welcome::new(surroundings.today());
        Greeting { welcome, path, surroundings, theme, screen: Rect::new(0, 0, 80, 24), made: None }
    }

    pub fn welcome(&self) -> &Welcome {
        &self.welcome
    }

    pub fn surroundings(&self) -> &Surroundings {
        &self.surroundings
    }

    /// The board, once there is one.
    pub fn made(&mut self) -> Option<Session> {
        self.made.take()
    }

    pub fn tell(&mut self, msg: Msg) -> Option<Wish> {
        match msg {
            Msg::Resize(width, height) => self.screen = Rect::new(0, 0, width, height),
            Msg::Paste(text) => self.welcome.paste(&text),
            Msg::Key(key) => {
                if let Some(wish) = super::update::way_out(key) {
                    return Some(wish);
                }
                match self.welcome.key(key, self.screen) {
                    Outcome::Stay => {}
                    Outcome::Leave => return Some(Wish::Quit),
                    Outcome::Chosen(Way::Learn) => return Some(Wish::Learn),
                    Outcome::Chosen(way) => {
                        if let Err(error) = self.go(way) {
                            self.welcome.complain(&said(&error));
                        }
                    }
                }
            }
            _ => {}
        }
        None
    }

    pub fn view(&self, area: Rect, buf: &mut Buffer) {
        self.welcome.view(area, buf, &self.theme);
        if self.surroundings.is_fixed_for_tests() && !area.is_empty() {
            header::test(Rect { height: 1, ..area }, buf, &self.theme);
        }
    }

    fn go(&mut self, way: Way) -> Result<(), Error> {
        match way {
            // The stage opens the lesson over this.
            Way::Learn => {}
            Way::Demo => self.made = Some(Session::demo(self.surroundings.clone())?),
            Way::StartBoard { team, name } => self.made = Some(self.start(&team, &name)?),
            Way::Read { path } => {
                let import = read(&path)?;
                self.welcome.found(&path, &import.summary(), import.bundle.name.as_deref());
            }
            Way::Import { path, team, name } => {
                // Read again before a board is made: a file that went away must leave none behind.
                let import = read(&path)?;
                let mut session = self.start(&team, &name)?;
                session.bring(&import.bundle, &mut |_| {})?;
                self.made = Some(session);
            }
        }
        Ok(())
    }

    fn start(&self, team: &str, name: &str) -> Result<Session, Error> {
        Session::start(&self.path, team, name, self.surroundings.clone())
    }
}

fn read(path: &str) -> Result<Import, Error> {
    let path = match (path.strip_prefix("~/"), std::env::home_dir()) {
        (Some(rest), Some(home)) => home.join(rest),
        _ => Path::new(path).to_owned(),
    };
    let mut bytes = Vec::new();
    files::open(&path)
        .and_then(|mut file| file.read_to_end(&mut bytes))
        .map_err(|error| Error::file(&path, &error))?;
    Ok(exchange::read(&bytes, &Options::default())?)
}

fn said(error: &Error) -> String {
    match &error.hint {
        Some(hint) => format!("{}: {hint}", error.message),
        None => error.message.clone(),
    }
}
