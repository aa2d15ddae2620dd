//! The desk: one person at one board. Between what the screen wants ([`Effect`]) and what the session does.

mod effect;
mod front;
mod reading;
mod underway;
mod waiting;

use std::collections::VecDeque;
use std::time::{Duration, Instant};

use ratatui::buffer::Buffer;

use super::app::{self, App, Request, Screens};
use super::filter;
use super::habits::Habits;
use super::marked::Marked;
use super::news::News;
use super::page::Reading;
use super::preferences::{Change, Clipboard, Preferences};
use super::status::Status;
use super::tutor::{Lesson, Tutor};
use super::update::{Msg, arrange, update};
use crate::session::{Environment, Error, ErrorKind, SampleTeam, Session};
use crate::settings::{self as setting, Complaint};
use crate::tui::kit::cursor::From;
use crate::tui::kit::theme::{Ground, Theme};
use crate::words::words;
pub use effect::{After, Copying, Effect, Operation};
use underway::Underway;
use waiting::Waiting;

/// The most bytes that are copied: terminals refuse far longer ones, or hang on them.
const COPIED: usize = 8_000;

/// One person at one board, on the screen.
pub struct Desk {
    session: Session,
    app: App,
    screens: &'static Screens,
    request: Option<Request>,
    /// How much of what is to be said of the board was said.
    remarked: usize,
    /// The rows of the stage of which it was said that they are too many.
    told_of_stage: Option<u16>,
    /// What waits for another program that writes.
    waiting: Option<Waiting>,
    /// What takes long, and is done meanwhile.
    underway: Option<Underway>,
    /// Whether a time box has run out, and nobody heard of it yet.
    rings: bool,
    /// Whether another's change could not be read yet.
    is_stale: bool,
    /// How the board is made on which the tutor teaches.
    pub(in crate::tui) sample_team: Option<SampleTeam>,
}

impl Desk {
    pub fn new(session: Session, theme: Theme, screens: &'static Screens) -> Result<Desk, Error> {
        let mut desk = Desk {
            session,
            app: App::new(theme, screens),
            screens,
            request: None,
            remarked: 0,
            told_of_stage: None,
            waiting: None,
            underway: None,
            rings: false,
            is_stale: false,
            sample_team: None,
        };
        desk.read()?;
        desk.app.overview.news = News::read(&desk.session);
        Ok(desk)
    }

    /// Takes the preferences that hold, and says what of them cannot be.
    pub fn prefer(&mut self, preferences: Preferences, complaint: Option<Error>) {
        let learned = self.session.environment().learned();
        if preferences.is_drawn()
            && let Err(error) = self.session.wait_no_more()
        {
            self.tell(Msg::Refused(error));
        }
        self.app.habits = Habits::of(preferences.hints(), learned, self.screens.hints);
        let rearranged = self.app.base.prefer(&preferences);
        self.app.preferences = preferences;
        if rearranged && let Err(error) = self.read() {
            self.tell(Msg::Refused(error));
        }
        if let Some(complaint) = complaint {
            self.tell(Msg::Refused(complaint));
        }
    }

    /// The sample team's desk, with the tutor.
    pub fn lesson(
        session: Session,
        theme: Theme,
        preferences: Preferences,
        screens: &'static Screens,
        lesson: &'static Lesson,
    ) -> Result<Desk, Error> {
        let mut desk = Desk::new(session, theme, screens)?;
        desk.prefer(preferences, None);
        desk.app.habits.tutor = Some(Tutor::new(lesson));
        Ok(desk)
    }

    /// Takes what was set elsewhere in the meantime.
    pub fn follow(&mut self, preferences: Preferences, theme: Theme) {
        self.app.theme = theme;
        self.prefer(preferences, None);
    }

    /// The terminal has said what ground it has.
    pub fn see(&mut self, ground: Ground) {
        self.app.preferences.see(ground);
        // What else is wrong with the settings was said at the start.
        self.app.theme = self.app.preferences.apply().0;
        // Pages have texts that are styled.
        if let Err(error) = self.read() {
            self.tell(Msg::Refused(error));
        }
    }

    pub fn environment(&self) -> &Environment {
        self.session.environment()
    }

    pub fn app(&self) -> &App {
        &self.app
    }

    pub fn session(&self) -> &Session {
        &self.session
    }

    pub fn session_mut(&mut self) -> &mut Session {
        &mut self.session
    }

    /// Shows first hints, to somebody who has learned nothing yet.
    #[cfg(test)]
    pub fn hints(&mut self) {
        self.app.habits = Habits::of(super::habits::Hints::On, Default::default(), self.screens.hints);
    }

    /// What the loop has to do, once.
    pub fn request(&mut self) -> Option<Request> {
        self.request.take()
    }

    /// Tells the screen something, and does all that follows from it.
    pub fn tell(&mut self, msg: Msg) {
        if self.is_to_give_up(&msg) {
            return self.give_up();
        }
        let effects = update(&mut self.app, msg);
        if !effects.is_empty() {
            self.carry_out_all(effects);
            // How much room there is for rows follows from how many there are.
            let effects = arrange(&mut self.app);
            self.carry_out_all(effects);
        }
        // What was done, or refused, is said before it.
        if let Some(notice) = self.app.top_mut().marks().and_then(Marked::take_notice)
            && self.app.status == Status::Quiet
        {
            self.app.status = Status::Hint(notice);
        }
        self.say_what_is_waited_for();
    }

    fn carry_out_all(&mut self, effects: Vec<Effect>) {
        let mut effects = VecDeque::from(effects);
        while let Some(effect) = effects.pop_front() {
            let again = effect.writes().then(|| effect.clone());
            let answer = match (self.carry_out(effect), again) {
                (Ok(answer), _) => answer,
                (Err(error), Some(effect)) if error.kind == ErrorKind::NotOurTurn => {
                    self.waiting = Some(Waiting::begin(effect, &mut self.app));
                    None
                }
                (Err(error), _) => Some(Msg::Refused(error)),
            };
            if let Some(msg) = answer {
                effects.extend(update(&mut self.app, msg));
            }
        }
    }

    /// Says what is to be said of the board, once; whether there was something.
    fn remark(&mut self) -> bool {
        let remarks = self.session.remarks();
        let Some(remark) = remarks.into_iter().nth(self.remarked) else { return false };
        self.remarked += 1;
        self.tell(Msg::Refused(remark));
        true
    }

    /// Says once of a stage whose letters are too small for a room that they are; whether it did.
    fn say_of_stage(&mut self) -> bool {
        let rows = self.app.overview.small_stage;
        // What was done stands there from one move to the next; it can be read again, and this is said once.
        let is_free = matches!(self.app.status, Status::Quiet | Status::Done { .. });
        if rows == self.told_of_stage || !is_free {
            return false;
        }
        self.told_of_stage = rows;
        if let Some(rows) = rows {
            self.app.status = Status::Hint(words().stage_too_small(rows));
        }
        rows.is_some()
    }

    /// Looks whether another process has written, and whether the minute is another one; whether either is so.
    pub fn look_around(&mut self) -> bool {
        let news = self.try_again() | self.look_whether_done() | self.say_what_is_waited_for();
        let changed = match self.session.has_changed() {
            Err(error) if error.kind == ErrorKind::Busy => Ok(false),
            changed => changed.map(|changed| changed | std::mem::take(&mut self.is_stale)),
        };
        let minute = |ms: i64| ms.div_euclid(60_000);
        let later = minute(self.session.now().0) != minute(self.app.overview.now.0);
        let now = self.session.now();
        let news = news | self.app.pages.last_mut().is_some_and(|page| page.tick(now));
        for page in &mut self.app.pages {
            self.rings |= page.runs_out(now);
        }
        match changed {
            Ok(false) if !later => return self.remark() | self.say_of_stage() | news,
            Ok(_) => self.tell(Msg::Stale),
            Err(error) => self.tell(Msg::Refused(error)),
        }
        true
    }

    /// What is on the screen was drawn.
    pub fn drawn(&mut self) {
        if let Some(page) = self.app.pages.last_mut() {
            page.drawn();
        }
    }

    /// Whether the terminal is to ring, once: a time box has run out, and the person wants to hear of it.
    pub fn rings(&mut self) -> bool {
        std::mem::take(&mut self.rings) && self.app.preferences.rings()
    }

    /// Goes on through time, for as long as a key may wait; whether anything is new.
    pub fn travel(&mut self, patience: Duration) -> bool {
        if !self.session.is_on_the_way() {
            return false;
        }
        let (began, was_fetching) = (Instant::now(), self.session.is_fetching());
        let mut gone = Ok(());
        while gone.is_ok() && self.session.is_on_the_way() && began.elapsed() < patience {
            gone = self.session.travel().map(drop);
            if self.session.is_fetching() {
                break;
            }
        }
        if was_fetching && self.session.is_fetching() {
            return false;
        }
        match gone.and_then(|()| self.seek_changed()).and_then(|()| self.read()) {
            Ok(()) => {}
            Err(error) => self.tell(Msg::Refused(error)),
        }
        true
    }

    /// Whether one is on the way through time.
    pub fn is_on_the_way(&self) -> bool {
        self.session.is_on_the_way()
    }

    /// Where one task changed, it is what one wants to see.
    fn seek_changed(&mut self) -> Result<(), Error> {
        if let Some(moment) = self.session.moment()?.filter(|moment| !moment.on_the_way)
            && let [subject] = moment.changed.iter().collect::<Vec<_>>().as_slice()
            && self.session.board().task_row((**subject).into())?.is_some()
        {
            self.app.base.seek((**subject).into());
        }
        Ok(())
    }

    /// The frame as it would be drawn now.
    pub fn frame(&self) -> Buffer {
        let mut buf = Buffer::empty(self.app.screen);
        app::view(&self.app, self.app.screen, &mut buf);
        buf
    }

    fn carry_out(&mut self, effect: Effect) -> Result<Option<Msg>, Error> {
        match effect {
            // Before anybody is asked who they are.
            Effect::Do(..) | Effect::TakeBack(_) if self.session.is_looking_back() => {
                return Err(Error::in_the_past());
            }
            Effect::Do(..) | Effect::TakeBack(_) if self.session.me().is_none() => {
                return Ok(Some(Msg::WhoActs(effect)));
            }
            Effect::Do(..) | Effect::TakeBack(_) | Effect::Join(..) if self.is_at_something() => {
                return Err(self.one_thing_at_a_time());
            }
            Effect::Do(operation, after) => {
                let done = operation(&mut self.session)?;
                return self.done(done, after).map(Some);
            }
            Effect::TakeBack(step) => match self.session.take_back_at_once(step)? {
                Some(done) => return self.taken_back(done, step).map(Some),
                None => self.underway = Some(Underway::begin(&self.session, step, &mut self.app)?),
            },
            Effect::Ask(asking) => {
                let _still = self.session.board().still()?;
                let question = asking(&self.session, &self.app.overview)?;
                return Ok(Some(Msg::Asked(Box::new(question))));
            }
            Effect::Check(check, otherwise) => {
                let reason = match self.session.me() {
                    Some(_) if !self.session.is_looking_back() => {
                        let _still = self.session.board().still()?;
                        check(&self.session, &self.app.overview)?
                    }
                    // What is to be done says what stands in its way.
                    _ => None,
                };
                return match reason {
                    Some(question) => Ok(Some(Msg::Asked(Box::new(question)))),
                    None => self.carry_out(*otherwise),
                };
            }
            Effect::Look(looks, text) => {
                let _still = self.session.board().still()?;
                return Ok(Some(Msg::Seen(looks.at(&self.session, &self.app.overview, &text)?)));
            }
            Effect::HelpFilter(text, at) => {
                let _still = self.session.board().still()?;
                return Ok(Some(Msg::FilterHelp(Box::new(filter::ask(&self.session, &text, at)?))));
            }
            Effect::Keep(change) => return Ok(Some(Msg::Kept(change(&mut self.session)?))),
            Effect::Copy(copying) => {
                let mut text = copying(&self.session)?;
                text.truncate(text.floor_char_boundary(COPIED));
                let clipboard = self.app.preferences.clipboard();
                if clipboard == Clipboard::Terminal {
                    self.request = Some(Request::Copy(text.clone()));
                }
                return Ok(Some(Msg::Copied(text, clipboard)));
            }
            Effect::Complain(why) => {
                return Ok(Some(Msg::Refused(Error::new(ErrorKind::Refused, why, None))));
            }
            Effect::Know(member) => {
                let sentence = self.session.act_at_screen(member)?;
                self.read()?;
                return Ok(Some(Msg::Kept(sentence)));
            }
            Effect::Join(name, waiting) => {
                let done = match self.session.me() {
                    Some(_) => self.session.join_at_screen(&name)?,
                    None => self.session.join(&name, None)?,
                };
                self.read_or_later()?;
                return Ok(Some(Msg::Joined(Box::new(done), waiting)));
            }
            Effect::LoadBase => {
                let _still = self.session.board().still()?;
                let App { base, overview, theme, preferences, .. } = &mut self.app;
                base.load_more(
                    &Reading { session: &self.session, overview, theme, preferences },
                    From::Here,
                )?;
            }
            Effect::Open(opening) => {
                let _still = self.session.board().still()?;
                let App { overview, theme, preferences, .. } = &self.app;
                return Ok(opening(&Reading { session: &self.session, overview, theme, preferences })?
                    .map(Msg::Opened));
            }
            Effect::LoadRow(task) => self.app.overview.selected_row = self.session.board().task_row(task)?,
            Effect::LoadPage(from) => {
                let _still = self.session.board().still()?;
                let App { base, pages, overview, theme, preferences, .. } = &mut self.app;
                let reading = Reading { session: &self.session, overview, theme, preferences };
                pages.last_mut().unwrap_or(base).load_more(&reading, from)?;
            }
            Effect::Remember(_) if self.session.environment().settings_file().is_none() => {}
            Effect::Set(change) | Effect::Remember(change) => {
                if let Some(Complaint { message, hint, .. }) = self.app.preferences.refuses(&change) {
                    return Ok(Some(Msg::Refused(Error::new(ErrorKind::Refused, message, hint))));
                }
                let text = |text: &str| change.made(text);
                self.app.preferences.settings = self.session.environment().change_settings(text)?;
                // What else is wrong with the file was said at the start.
                (self.app.theme, _) = self.app.preferences.apply();
                match change {
                    Change::Value(setting::Name::Language, _) => self.app.preferences.speak(),
                    Change::Value(
                        setting::Name::Panes
                        | setting::Name::Group
                        | setting::Name::Order
                        | setting::Name::Columns,
                        _,
                    ) => {
                        // All is read below.
                        let _ = self.app.base.prefer(&self.app.preferences);
                    }
                    _ => {}
                }
                self.app.habits.hints = self.app.preferences.hints();
                self.read()?;
                return Ok(Some(Msg::Kept(change.sentence())));
            }
            Effect::Stride(stride) => {
                let was_looking = self.session.is_looking_back();
                let gone = self.session.stride(stride);
                if gone.is_err() && !was_looking {
                    self.session.leave_replay();
                }
                gone?;
                self.session.travel()?;
                self.seek_changed()?;
                self.read()?;
            }
            Effect::Return => {
                self.session.leave_replay();
                self.read()?;
            }
            Effect::LoadAll => self.read_or_later()?,
            Effect::Learn(name) => self.session.learn(name),
            Effect::Looked(since) => self.session.looked(&since)?,
            Effect::Request(Request::Quit) => {
                if let Some(error) = self.holds_back() {
                    return Err(error);
                }
                self.request = Some(Request::Quit);
            }
            Effect::Request(request) => self.request = Some(request),
        }
        Ok(None)
    }
}
