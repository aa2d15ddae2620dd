//! What the program shows: the welcome until there is a board, then the board, and the lesson over either.

use std::path::PathBuf;
use std::time::Duration;

use ratatui::{buffer::Buffer, layout::Rect};

use super::greeting::Greeting;
use super::stage::{self, StageFront};
use super::{lesson, screens};
use crate::session::{Environment, Error, SampleTeam, Session};
use crate::settings::Complaint;
use crate::tui::kit::link::Placed;
use crate::tui::kit::theme::Ground;
use crate::tui::shell::app::{App, Request};
use crate::tui::shell::desk::Desk;
use crate::tui::shell::preferences::Preferences;
use crate::tui::shell::run::{self, Front};
use crate::tui::shell::update::Msg;

/// With what the screens begin.
pub enum Start {
    /// A board, with or without somebody who acts.
    Board(Box<Session>),
    /// The same, with an action done first.
    At(Box<Session>, &'static str),
    /// The sample team's board, with the tutor.
    Lesson(Box<Session>, Teaches),
    /// The stage alone.
    Stage(Box<Session>),
    /// No board yet: the welcome, which may make one at this path.
    Welcome { path: PathBuf, environment: Environment },
}

/// What the tutor teaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Teaches {
    /// One's own desk.
    Desk,
    /// To run a stand-up.
    Standup,
}

/// Runs until the person leaves; the value is the process's exit status.
pub fn run(start: Start, environment: &Environment, sample_team: SampleTeam) -> Result<u8, Error> {
    let (preferences, complaints) = Preferences::here(environment);
    run::run(Mode::begin(start, environment, preferences, complaints, sample_team)?)
}

/// What is set, as the screens would take it where nothing is drawn, and all that is wrong with it.
pub fn undrawn(environment: &Environment) -> (Preferences, Vec<Complaint>) {
    screens();
    let (preferences, mut complaints) = Preferences::undrawn(environment);
    complaints.extend(preferences.apply().1);
    (preferences, complaints)
}

/// One of them.
pub enum Mode {
    /// With what the desk has to complain of when there is one.
    Welcome(Box<Greeting>, Option<Error>),
    Desk(Box<Desk>),
    /// The sample team's board with the tutor, and what comes back when it is left.
    Lesson(Box<Desk>, Option<Box<Mode>>),
    /// The stage, alone or in the place of one of them.
    Stage(Box<StageFront>),
}

impl Mode {
    /// The board, or the welcome where there is none yet.
    pub fn begin(
        start: Start,
        environment: &Environment,
        preferences: Preferences,
        mut complaints: Vec<Complaint>,
        sample_team: SampleTeam,
    ) -> Result<Mode, Error> {
        let screens = screens();
        let (theme, more) = preferences.apply();
        complaints.extend(more);
        let complaint = environment.first_complaint(&complaints);
        Ok(match start {
            Start::Board(session) => {
                let mut desk = Desk::new(*session, theme, screens)?;
                desk.sample_team = Some(sample_team);
                desk.prefer(preferences, complaint);
                if desk.app().overview.forgotten_hidden.is_some() {
                    desk.tell(Msg::Act("meeting.hidden"));
                }
                Mode::Desk(Box::new(desk))
            }
            Start::At(session, action) => {
                let start = Start::Board(session);
                let mut mode = Mode::begin(start, environment, preferences, complaints, sample_team)?;
                drop(mode.tell(Msg::Act(action)));
                mode
            }
            Start::Lesson(session, teaches) => {
                let lesson = match teaches {
                    Teaches::Desk => screens.lesson,
                    Teaches::Standup => &lesson::standup::LESSON,
                };
                let mut desk = Desk::lesson(*session, theme, preferences, screens, lesson)?;
                if let Some(complaint) = complaint {
                    desk.tell(Msg::Refused(complaint));
                }
                Mode::Lesson(Box::new(desk), None)
            }
            Start::Stage(session) => Mode::Stage(Box::new(StageFront::alone(*session, preferences)?)),
            Start::Welcome { path, environment } => {
                let greeting = Greeting::new(path, environment, theme, preferences, sample_team);
                Mode::Welcome(Box::new(greeting), complaint)
            }
        })
    }

    fn front(&self) -> &dyn Front {
        match self {
            Mode::Welcome(greeting, _) => &**greeting,
            Mode::Desk(desk) | Mode::Lesson(desk, _) => &**desk,
            Mode::Stage(stage) => &**stage,
        }
    }

    fn front_mut(&mut self) -> &mut dyn Front {
        match self {
            Mode::Welcome(greeting, _) => &mut **greeting,
            Mode::Desk(desk) | Mode::Lesson(desk, _) => &mut **desk,
            Mode::Stage(stage) => &mut **stage,
        }
    }

    /// The desk, where there is one.
    pub fn desk(&self) -> Option<&Desk> {
        match self {
            Mode::Desk(desk) | Mode::Lesson(desk, _) => Some(desk),
            Mode::Welcome(..) | Mode::Stage(_) => None,
        }
    }

    /// The board of the desk, where there is one.
    pub fn session_mut(&mut self) -> Option<&mut Session> {
        match self {
            Mode::Desk(desk) | Mode::Lesson(desk, _) => Some(desk.session_mut()),
            Mode::Welcome(..) | Mode::Stage(_) => None,
        }
    }

    /// To the sample team's board, with the tutor. What was there waits until it is left.
    fn learn(&mut self) {
        let (screen, theme, preferences, made) = match self {
            Mode::Welcome(greeting, _) => {
                (greeting.screen, greeting.theme, greeting.preferences.clone(), Some(greeting.sample_team()))
            }
            Mode::Desk(desk) => {
                let App { screen, theme, preferences, .. } = desk.app();
                let made = desk.sample_team.map(|make| make(desk.environment().clone()));
                (*screen, *theme, preferences.clone(), made)
            }
            Mode::Lesson(..) | Mode::Stage(_) => return,
        };
        let Some(made) = made else { return };
        match made.and_then(|session| Desk::lesson(session, theme, preferences, screens(), screens().lesson))
        {
            Ok(mut desk) => {
                desk.tell(Msg::Resize(screen.width, screen.height));
                let before = std::mem::replace(self, Mode::Lesson(Box::new(desk), None));
                if let Mode::Lesson(_, behind) = self {
                    *behind = Some(Box::new(before));
                }
            }
            Err(error) => drop(self.tell(Msg::Refused(error))),
        }
    }

    /// Out of the lesson, to what was there before.
    pub fn leave(&mut self) -> Option<Request> {
        let Mode::Lesson(lesson, behind) = self else { return Some(Request::Quit) };
        let Some(mut before) = behind.take() else { return Some(Request::Quit) };
        let App { screen, theme, preferences, .. } = lesson.app();
        match &mut *before {
            Mode::Welcome(greeting, _) => {
                greeting.theme = *theme;
                greeting.preferences = preferences.clone();
            }
            // What was set meanwhile holds here, too.
            Mode::Desk(desk) => desk.follow(preferences.clone(), *theme),
            Mode::Lesson(..) | Mode::Stage(_) => {}
        }
        before.tell(Msg::Resize(screen.width, screen.height));
        before.tell(Msg::Stale);
        *self = *before;
        None
    }

    /// The stage in the place of the desk, until it is left. Where nothing is drawn it is said what it shows.
    fn show_stage(&mut self) {
        let Some(desk) = self.desk() else { return };
        if !desk.app().preferences.is_drawn() {
            let said = stage::in_words(desk.session()).map(|panels| panels.concat().join("\n"));
            return drop(self.tell(said.map_or_else(Msg::Refused, Msg::Kept)));
        }
        match StageFront::in_place_of(desk) {
            Ok(stage) => {
                let before = std::mem::replace(self, Mode::Stage(Box::new(stage)));
                if let Mode::Stage(stage) = self {
                    stage.stand_before(before);
                }
            }
            Err(error) => drop(self.tell(Msg::Refused(error))),
        }
    }

    /// From the stage back to what was there before.
    fn leave_stage(&mut self) -> Option<Request> {
        let Mode::Stage(stage) = self else { return None };
        let (columns, rows) = stage.size();
        let Some((before, failed)) = stage.leave() else { return Some(Request::Quit) };
        *self = *before;
        self.tell(Msg::Resize(columns, rows));
        self.tell(Msg::Stale);
        if let Some(failed) = failed {
            self.tell(Msg::Refused(failed));
        }
        None
    }

    /// Whether one is on the way through time.
    pub fn is_on_the_way(&self) -> bool {
        matches!(self, Mode::Desk(desk) | Mode::Lesson(desk, _) if desk.is_on_the_way())
    }
}

impl Front for Mode {
    fn tell(&mut self, msg: Msg) -> Option<Request> {
        match self.front_mut().tell(msg) {
            Some(Request::Learn) => self.learn(),
            Some(Request::Stage) => self.show_stage(),
            Some(Request::Leave) if matches!(self, Mode::Stage(_)) => return self.leave_stage(),
            Some(Request::Leave) => return self.leave(),
            other => return other,
        }
        None
    }

    fn preferences(&self) -> &Preferences {
        self.front().preferences()
    }

    fn see(&mut self, ground: Ground) {
        self.front_mut().see(ground);
        if let Mode::Lesson(_, Some(behind)) = self {
            behind.see(ground);
        }
    }

    fn view(&self, area: Rect, buf: &mut Buffer) {
        self.front().view(area, buf);
    }

    fn links(&self) -> Vec<Placed> {
        self.front().links()
    }

    fn look_around(&mut self) -> bool {
        self.front_mut().look_around()
    }

    fn drawn(&mut self) {
        self.front_mut().drawn();
    }

    fn rings(&mut self) -> bool {
        self.front_mut().rings()
    }

    fn travel(&mut self) -> bool {
        self.front_mut().travel()
    }

    fn patience(&self) -> Duration {
        self.front().patience()
    }

    fn finish(&mut self) {
        self.front_mut().finish();
    }

    /// From the welcome to the board that was made there; whether anything is new.
    fn go_on(&mut self) -> Result<bool, Error> {
        if let Mode::Stage(stage) = self {
            stage.go_on()?;
            // What cannot be shown any more is said at the desk.
            let has_failed = stage.has_failed();
            return Ok(has_failed && self.leave_stage().is_none());
        }
        let Mode::Welcome(greeting, complaint) = self else { return Ok(false) };
        let was_bringing = greeting.is_importing();
        let Some(session) = greeting.made() else { return Ok(was_bringing && !greeting.is_importing()) };
        let (theme, screen) = (greeting.theme, greeting.screen);
        let mut desk = Desk::new(session, theme, screens())?;
        desk.sample_team = Some(greeting.sample_team);
        desk.tell(Msg::Resize(screen.width, screen.height));
        desk.prefer(greeting.preferences.clone(), complaint.take());
        if greeting.brought_people {
            desk.tell(Msg::Act("member.me"));
        }
        *self = Mode::Desk(Box::new(desk));
        Ok(true)
    }
}

#[cfg(test)]
mod tests {
    use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

    use super::*;
    use crate::cli::sample_team;
    use crate::domain::decide::{Command, Destination, MoveMeeting, RetroSetup, StartMeeting};
    use crate::domain::id::MeetingId;
    use crate::domain::meeting::{CardNames, Dots, MeetingKind, Step};
    use crate::settings::Name;
    use crate::store::Keyring;
    use crate::tui::testing::{keys, rows, world};

    #[test]
    fn the_board_that_the_welcome_makes_knows_the_settings() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("settings.toml"), "mouse = \"off\"\nthme = \"dark\"\n").unwrap();
        let world = world("welcome").with_settings(folder.path().to_owned());
        let (preferences, complaints) = Preferences::undrawn(&world);
        let start = Start::Welcome { path: folder.path().join("board.db"), environment: world.clone() };
        let mut mode = Mode::begin(start, &world, preferences, complaints, sample_team).unwrap();
        // The second of the ways is the sample team.
        for code in [KeyCode::Down, KeyCode::Enter] {
            mode.tell(Msg::Key(KeyEvent::new(code, KeyModifiers::NONE)));
        }
        assert!(mode.go_on().unwrap());
        let Mode::Desk(desk) = mode else { panic!("there is a board now") };
        assert_eq!(desk.app().preferences.settings.get(Name::Mouse), "off");
        assert!(desk.says().contains("there is no setting \"thme\""), "{}", desk.says());
    }

    #[test]
    fn keys_are_answered_while_a_board_is_brought_in() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("shop.json");
        let card = |n| format!(r#"{{"id": "{n:024}", "name": "Task {n}", "idList": "l1", "pos": {n}}}"#);
        let cards = (0..300).map(card).collect::<Vec<_>>().join(",");
        let lists = r#""lists": [{"id": "l1", "name": "To do", "pos": 1}], "members": [], "actions": []"#;
        std::fs::write(&file, format!(r#"{{"name": "Shop", {lists}, "cards": [{cards}]}}"#)).unwrap();
        let world = world("bringing");
        let (preferences, complaints) = Preferences::undrawn(&world);
        let start = Start::Welcome { path: folder.path().join("board.db"), environment: world.clone() };
        let mut mode = Mode::begin(start, &world, preferences, complaints, sample_team).unwrap();
        let shown = |mode: &Mode| {
            let area = Rect::new(0, 0, 80, 24);
            let mut buf = Buffer::empty(area);
            mode.view(area, &mut buf);
            rows(&buf).join("\n")
        };
        mode.tell(Msg::Resize(80, 24));
        let mut typed = keys("4");
        typed.extend(keys(&format!("text:{} Enter text:Ayu", file.display())));
        for key in typed {
            mode.tell(Msg::Key(key));
        }
        assert!(shown(&mode).contains("300"), "{}", shown(&mode));
        mode.tell(Msg::Key(KeyEvent::new(KeyCode::Enter, KeyModifiers::NONE)));
        // It is told how far it is until the loop looks whether it is there.
        assert!(shown(&mode).contains("of 300 tasks") && mode.look_around(), "{}", shown(&mode));
        mode.tell(Msg::Key(KeyEvent::new(KeyCode::Esc, KeyModifiers::NONE)));
        let leaves = KeyEvent::new(KeyCode::Char('c'), KeyModifiers::CONTROL);
        assert!(matches!(mode.tell(Msg::Key(leaves)), Some(Request::Quit)));
        mode.finish();
        assert!(mode.go_on().unwrap());
        assert!(shown(&mode).contains("Task 0"), "{}", shown(&mode));
    }

    #[test]
    fn whoever_opens_the_board_is_asked_about_what_was_hidden_and_forgotten() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("board.db");
        let keys_of = || Keyring::in_folder(folder.path().join("keys"), "one machine".into(), || [7; 32]);
        let mut session = Session::start(&path, "Team", "Ayu", world("box").with_keys(keys_of())).unwrap();
        let id = MeetingId(session.new_id());
        let setup = RetroSetup {
            format: None,
            columns: vec!["Helped".into()],
            names: CardNames::Hidden,
            dots: Dots::default(),
        };
        let start = StartMeeting { id, kind: MeetingKind::Retro, retro: Some(setup) };
        session.perform(&Command::StartMeeting(start)).unwrap();
        let from = session.meeting(id).unwrap().unwrap().course.now().unwrap().id;
        let to = Destination::Step(Step::Gather);
        session.perform(&Command::MoveMeeting(MoveMeeting { meeting: id, from, to, how: None })).unwrap();
        session.hide_card(id, 0, "less talk").unwrap();
        drop(session);

        let now = "2026-11-23T09:31:00Z".parse::<chrono::DateTime<chrono::Utc>>().unwrap();
        let later = Environment::fixed(now.into(), "later").with_keys(keys_of());
        let mut session = Session::open(&path, later.clone()).unwrap();
        session.act_as(Some("Ayu")).unwrap();
        let (preferences, complaints) = Preferences::undrawn(&later);
        let start = Start::Board(Box::new(session));
        let mut mode = Mode::begin(start, &later, preferences, complaints, sample_team).unwrap();
        mode.tell(Msg::Resize(80, 24));
        let area = Rect::new(0, 0, 80, 24);
        let mut buf = Buffer::empty(area);
        mode.view(area, &mut buf);
        let shown = rows(&buf).join("\n");
        assert!(shown.contains("hidden since Sat 21 Nov 09:31 were never shown"), "{shown}");
        assert!(!shown.contains("less talk"), "{shown}");
        for key in keys("Down Enter") {
            mode.tell(Msg::Key(key));
        }
        assert!(!folder.path().join("board.db-box").exists());
    }
}
