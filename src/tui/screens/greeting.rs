//! The welcome at work: what somebody chooses there is done here, until there is a board.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread;

use ratatui::{buffer::Buffer, layout::Rect};

use super::welcome::{Way, Welcome};
use crate::exchange::{self, Import, Options};
use crate::files;
use crate::session::{Environment, Error, Imported, SampleTeam, Session};
use crate::tui::kit::draw;
use crate::tui::kit::overlay::Outcome;
use crate::tui::kit::theme::{Ground, Theme};
use crate::tui::shell::app::Request;
use crate::tui::shell::header;
use crate::tui::shell::preferences::Preferences;
use crate::tui::shell::run::Front;
use crate::tui::shell::update::Msg;
use crate::words::{self, words};

/// The first screen, where there is no board yet.
pub struct Greeting {
    welcome: Welcome,
    path: PathBuf,
    environment: Environment,
    pub theme: Theme,
    /// What the desk is told when there is one.
    pub preferences: Preferences,
    pub screen: Rect,
    /// The board that was made.
    made: Option<Session>,
    /// Whether it has people whom a file brought: one of them may be who made it.
    pub brought_people: bool,
    /// Whether they said that already.
    is_known_there: bool,
    pub sample_team: SampleTeam,
    /// The board that is being made, while a file is brought in.
    importing: Option<Importing>,
}

/// An import under way, on a thread of its own: a large one takes seconds, in which keys must be answered.
struct Importing {
    made: Receiver<Result<(Session, Imported), Error>>,
    tasks: usize,
    so_far: Arc<AtomicUsize>,
}

impl Greeting {
    pub fn new(
        path: PathBuf,
        environment: Environment,
        theme: Theme,
        preferences: Preferences,
        sample_team: SampleTeam,
    ) -> Greeting {
        let welcome = Welcome::new(environment.today(), path.display().to_string());
        Greeting {
            welcome,
            path,
            environment,
            theme,
            preferences,
            screen: Rect::new(0, 0, 80, 24),
            made: None,
            brought_people: false,
            is_known_there: false,
            sample_team,
            importing: None,
        }
    }

    pub fn welcome(&self) -> &Welcome {
        &self.welcome
    }

    /// The sample team's board, made anew.
    pub fn sample_team(&self) -> Result<Session, Error> {
        (self.sample_team)(self.environment.clone())
    }

    /// The board, once there is one.
    pub fn made(&mut self) -> Option<Session> {
        if let Some(Ok(made)) = self.importing.as_ref().map(|importing| importing.made.try_recv()) {
            self.importing = None;
            self.imported(made);
        }
        self.made.take()
    }

    /// Whether a board is being made just now.
    pub fn is_importing(&self) -> bool {
        self.importing.is_some()
    }

    fn imported(&mut self, made: Result<(Session, Imported), Error>) {
        match made {
            Ok((session, imported)) => {
                self.brought_people = imported.members > 0 && !self.is_known_there;
                self.made = Some(session);
            }
            Err(error) => self.welcome.complain(&error_text(&error)),
        }
    }

    fn go(&mut self, way: Way) -> Result<(), Error> {
        match way {
            // The mode opens the lesson over this.
            Way::Learn => {}
            Way::Demo => self.made = Some(self.sample_team()?),
            Way::StartBoard { team, name } => self.made = Some(self.start(&team, &name)?),
            Way::Read { path } => {
                let import = read(&path)?;
                let members = import.bundle.members.iter().map(|member| member.name.clone()).collect();
                self.welcome.found(&path, &import.summary(), members, import.bundle.name.as_deref());
            }
            Way::Import { path, team, name, same } => {
                // Read again before a board is made: a file that went away must leave none behind.
                let import = read(&path)?;
                self.is_known_there = !same.is_empty();
                self.import(import, team, name, same);
            }
        }
        Ok(())
    }

    fn import(&mut self, mut import: Import, team: String, name: String, same: Vec<String>) {
        let (sender, made) = sync_channel(1);
        let so_far = Arc::new(AtomicUsize::new(0));
        self.importing =
            Some(Importing { made, tasks: import.bundle.tasks.len(), so_far: Arc::clone(&so_far) });
        let (path, environment, language) = (self.path.clone(), self.environment.clone(), words::language());
        thread::spawn(move || {
            words::choose_here(language);
            let made = Session::start(&path, &team, &name, environment).and_then(|mut session| {
                for name in &same {
                    let keys =
                        import.bundle.members_called(name).into_iter().map(|member| member.key.clone());
                    let keys: Vec<String> = keys.collect();
                    import.bundle.same.extend(keys.into_iter().zip(session.me()));
                }
                let count = &mut |tasks| so_far.store(tasks, Ordering::Relaxed);
                let imported = session.import(&import.bundle, count)?;
                Ok((session, imported))
            });
            // Whoever left meanwhile does not hear of it.
            let _ = sender.send(made);
        });
    }

    fn start(&self, team: &str, name: &str) -> Result<Session, Error> {
        Session::start(&self.path, team, name, self.environment.clone())
    }
}

impl Front for Greeting {
    fn tell(&mut self, msg: Msg) -> Option<Request> {
        match msg {
            Msg::Resize(width, height) => self.screen = Rect::new(0, 0, width, height),
            Msg::Paste(text) if self.importing.is_none() => self.welcome.paste(&text),
            Msg::Key(key) => {
                if let Some(request) = crate::tui::shell::update::way_out(key) {
                    return Some(request);
                }
                // What was asked was answered; there is nothing to type before it is done.
                if self.importing.is_some() {
                    return None;
                }
                match self.welcome.key(key, self.screen) {
                    Outcome::Stay => {}
                    Outcome::Leave => return Some(Request::Quit),
                    Outcome::Chosen(Way::Learn) => return Some(Request::Learn),
                    Outcome::Chosen(way) => {
                        if let Err(error) = self.go(way) {
                            self.welcome.complain(&error_text(&error));
                        }
                    }
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
        self.theme = self.preferences.apply().0;
    }

    fn view(&self, area: Rect, buf: &mut Buffer) {
        self.welcome.view(area, buf, &self.theme);
        if let Some(importing) = &self.importing {
            let row = Rect { y: area.bottom().saturating_sub(1), height: area.height.min(1), ..area };
            let so_far = importing.so_far.load(Ordering::Relaxed);
            draw::clear(buf, row);
            draw::put(
                buf,
                row.x + 1,
                row.y,
                row.width.saturating_sub(1),
                &words().welcome_bringing(so_far, importing.tasks),
                self.theme.accent,
            );
        }
        if self.environment.is_fixed_for_tests() && !area.is_empty() {
            header::test(Rect { height: 1, ..area }, buf, &self.theme);
        }
    }

    /// How far it is.
    fn look_around(&mut self) -> bool {
        self.is_importing()
    }

    /// Waits until the board is made that is being made.
    fn finish(&mut self) {
        if let Some(Ok(made)) = self.importing.take().map(|importing| importing.made.recv()) {
            self.imported(made);
        }
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
    let options = Options { day: Environment::day_here, ..Options::default() };
    let import = exchange::read(&bytes, &options)?;
    Ok(Import { bundle: import.bundle.from_file(&path), ..import })
}

fn error_text(error: &Error) -> String {
    match &error.hint {
        Some(hint) => format!("{}: {hint}", error.message),
        None => error.message.clone(),
    }
}
