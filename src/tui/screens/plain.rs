//! The whole desk line by line, for screen readers and for terminals that cannot draw: text out, lines in.
//!
//! It is another front of the same desk: a line that was typed becomes the action, the key or the answer that it names
//! (`order`, `question`), and what is on the screen then is said in words (`spell`). So whatever
//! the screens can do, it can do, and in the same sentences.
//!
//! ```text
//! line ──order──> Msg ──> desk (update, carry_out) ──> what changed, and where one is ──> lines
//! ```
//!
//! **Invariant:** nothing but text and line breaks goes out: no cursor moves, no colours, no borders.

mod describe;
mod order;
mod question;
mod spell;

use std::collections::VecDeque;
use std::io::{self, BufRead, Read, Write};

use super::mode::{Mode, Start};
use super::welcome;
use crate::domain::task::State;
use crate::session::{Environment, Error, ErrorKind, SampleTeam};
use crate::tui::kit::marks;
use crate::tui::kit::overlay::Part;
use crate::tui::shell::action;
use crate::tui::shell::app::{App, Request};
use crate::tui::shell::desk::Desk;
use crate::tui::shell::editor;
use crate::tui::shell::news;
use crate::tui::shell::preferences::Preferences;
use crate::tui::shell::run::Front;
use crate::tui::shell::tutor::strip;
use crate::tui::shell::update::Msg;
use crate::words::words;
use order::Order;
use question::{Open, Reply, key};

/// So many lines are said at once; `more` goes on.
const PIECE: usize = 20;
/// The longest line that is read.
const LONGEST: u64 = 1_000_000;
/// The size for which rows are read: enough for long lists, as no pane is cut.
const SIZE: (u16, u16) = (200, 60);

/// Runs until the person leaves or the lines end; the value is the process's exit status.
pub fn run(
    start: Start,
    environment: &Environment,
    echo: Echo,
    sample_team: SampleTeam,
) -> Result<u8, Error> {
    let (preferences, complaints) = Preferences::undrawn(environment);
    let mode = Mode::begin(start, environment, preferences, complaints, sample_team)?;
    match turn(mode, echo, &mut io::stdin().lock(), &mut io::stdout().lock()) {
        Ok(status) => status,
        // Nobody reads on: a pipe that was closed is no fault.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(0),
        Err(error) => Err(Error::new(ErrorKind::Environment, error.to_string(), None)),
    }
}

/// Whether what is read is said again: where it comes from a pipe, so that the whole can be read afterwards.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Echo {
    Lines,
    Nothing,
}

fn turn(
    mode: Mode,
    echo: Echo,
    lines: &mut impl BufRead,
    out: &mut impl Write,
) -> io::Result<Result<u8, Error>> {
    let mut plain = Plain::new(mode);
    let mut said = plain.begin();
    loop {
        for line in &said {
            writeln!(out, "{line}")?;
        }
        if plain.left {
            return Ok(Ok(0));
        }
        write!(out, "> ")?;
        out.flush()?;
        let mut typed = Vec::new();
        if lines.by_ref().take(LONGEST).read_until(b'\n', &mut typed)? == 0 {
            writeln!(out)?;
            return Ok(Ok(0));
        }
        let typed = String::from_utf8_lossy(&typed);
        let typed = typed.trim_end_matches(['\r', '\n']);
        if echo == Echo::Lines {
            writeln!(out, "{}", spell::line(typed))?;
        }
        said = match plain.hear(typed) {
            Ok(said) => said,
            Err(error) => return Ok(Err(error)),
        };
    }
}

/// The desk, and what of it was said already.
struct Plain {
    mode: Mode,
    /// What is left to say.
    rest: VecDeque<String>,
    /// A text of several lines that is being typed, and the key that ends it.
    writing: bool,
    /// What the tutor said last.
    taught: Vec<String>,
    left: bool,
}

impl Plain {
    fn new(mode: Mode) -> Plain {
        let mut plain =
            Plain { mode, rest: VecDeque::new(), writing: false, taught: Vec::new(), left: false };
        plain.tell(Msg::Resize(SIZE.0, SIZE.1));
        plain
    }

    /// What is said first.
    fn begin(&mut self) -> Vec<String> {
        let mut said = self.status();
        if let Some(app) = self.app() {
            let overview = &app.overview;
            said.push(match &overview.me {
                Some((_, name)) => words().plain_hello(&overview.team, name),
                None => words().plain_hello_nobody(&overview.team),
            });
            said.extend(
                overview.soon.map(|soon| {
                    words().plain_meeting_soon(soon.kind.as_str(), soon.minutes_left(overview.now))
                }),
            );
            let counts = &overview.counts;
            said.push(words().plain_counts(
                counts.doing,
                overview.terms.state(State::Doing),
                counts.free,
                counts.blocked,
                overview.findings,
            ));
            said.extend(overview.offers.iter().map(|offer| words().plain_offer(&offer.from, &offer.handle)));
            said.extend(overview.awaits.iter().map(|offer| words().plain_waits_for_you(&offer.said)));
            if overview.awaited > 0 {
                said.push(words().decisions_await(overview.awaited, action::key_of("screen.decisions")));
            }
            said.extend(news::in_words(app));
            said.push(words().plain_how());
        }
        said.extend(self.here());
        let mut said = self.piece(said);
        said.extend(self.lesson());
        said
    }

    /// A line was typed; what is said to it.
    fn hear(&mut self, line: &str) -> Result<Vec<String>, Error> {
        self.mode.look_around();
        let before = std::mem::discriminant(&self.mode);
        let said = self.heard(line);
        self.mode.finish();
        self.mode.go_on()?;
        // Another desk: the board that the welcome made, or the lesson, or what was there before it.
        if before != std::mem::discriminant(&self.mode) {
            self.tell(Msg::Resize(SIZE.0, SIZE.1));
            self.taught.clear();
            return Ok(self.begin());
        }
        let mut said = self.piece(said);
        said.extend(self.lesson());
        self.mode.drawn();
        Ok(said)
    }

    /// What the tutor says, where it is something new: last, so that it is what one has heard when one types again.
    fn lesson(&mut self) -> Vec<String> {
        let Some(tutor) = self.app().and_then(|app| app.habits.tutor.as_ref()) else { return Vec::new() };
        let lines = strip::in_words(tutor, order::word);
        if lines == self.taught {
            return Vec::new();
        }
        let said = tutor.well().map(|well| words().plain_well(well)).into_iter().chain(lines.clone());
        let said = said.map(|line| spell::line(&line)).collect();
        self.taught = lines;
        said
    }

    fn heard(&mut self, line: &str) -> Vec<String> {
        if self.writing {
            return self.write(line);
        }
        match self.reply(line) {
            Some(Reply::Say(why)) => vec![why],
            Some(Reply::Keys(keys)) => self.act(keys),
            Some(Reply::Begin(keys)) => {
                self.writing = true;
                keys.into_iter().for_each(|msg| self.tell(msg));
                vec![words().plain_writing()]
            }
            None => self.obey(line),
        }
    }

    /// What a line means to the question that is open.
    fn reply(&self, line: &str) -> Option<Reply> {
        match &self.mode {
            Mode::Desk(desk) | Mode::Lesson(desk, _) => {
                let question = desk.app().question.as_ref()?;
                Some(question::answer(&Open::from(&question.part), line))
            }
            Mode::Stage(_) => None,
            Mode::Welcome(greeting, _) => Some(match greeting.welcome().question() {
                welcome::WelcomeQuestion::Ways(_) => order::way(line),
                welcome::WelcomeQuestion::Line(prompt) => question::answer::<()>(&Open::Prompt(prompt), line),
                welcome::WelcomeQuestion::Form(_, form) => question::answer(&Open::Form(form), line),
                welcome::WelcomeQuestion::YesOrNo(confirm) => {
                    question::answer::<()>(&Open::Confirm(confirm), line)
                }
            }),
        }
    }

    /// A line of a text, which a dot alone ends.
    fn write(&mut self, line: &str) -> Vec<String> {
        if line.trim() != "." {
            self.tell(question::paste(&format!("\n{line}")));
            return Vec::new();
        }
        self.writing = false;
        let last = self.app().and_then(|app| match &app.question.as_ref()?.part {
            Part::Form(form) => match form.question()? {
                crate::tui::kit::overlay::form::FormQuestion::Field(field) => Some(field.last),
                _ => None,
            },
            _ => None,
        });
        self.act(last.map(question::on).into_iter().collect())
    }

    /// An order to the desk.
    fn obey(&mut self, line: &str) -> Vec<String> {
        let Some(app) = self.app() else { return Vec::new() };
        match order::of(app, line) {
            Order::Where => {
                let step = app.habits.tutor.as_ref().map(|tutor| strip::in_words(tutor, order::word));
                let here = self.past().into_iter().chain(self.here());
                here.chain(step.into_iter().flatten()).collect()
            }
            Order::List => self.list(),
            Order::More if self.rest.is_empty() => self.go_on(),
            // Said by the piece.
            Order::More => Vec::new(),
            Order::Help => {
                let said = order::help(app);
                // It counts as looked at, as on the screens.
                self.tell(Msg::Act("help"));
                self.close_message();
                said
            }
            // Out of the lesson to what was there before it.
            Order::Leave if matches!(&self.mode, Mode::Lesson(_, Some(_))) => {
                self.mode.leave();
                Vec::new()
            }
            Order::Leave => {
                self.left = true;
                vec![words().plain_bye()]
            }
            Order::Act(msgs) => self.act(msgs),
            Order::Narrow(text) => self.narrow(&text),
            Order::Say(why) => vec![why],
            Order::Seek(text) => self.seek(&text),
        }
    }

    /// What follows what is loaded, where there is more.
    fn go_on(&mut self) -> Vec<String> {
        let before = self.list();
        self.tell(Msg::Act("go.page-down"));
        let said = self.list();
        if said == before { vec![words().plain_all_said()] } else { said }
    }

    /// Tells the desk, and says what came of it.
    fn act(&mut self, msgs: Vec<Msg>) -> Vec<String> {
        let pages = self.app().map(|app| app.pages.len());
        let (before, past) = (self.here(), self.past());
        let mut alike = Vec::new();
        for msg in msgs {
            alike = self.look_alikes().unwrap_or(alike);
            self.tell(msg);
        }
        let mut said = self.status();
        if self.app().is_some_and(|app| app.question.is_none()) {
            said.extend(alike);
        }
        if self.left {
            said.push(words().plain_bye());
            return said;
        }
        let now = self.past();
        if now != past {
            let begins = past.is_empty().then(order::through_time);
            said.extend(if now.is_empty() { vec![words().replay_left()] } else { now });
            said.extend(begins.filter(|_| !self.past().is_empty()));
        }
        let opened = self.app().map(|app| app.pages.len()) > pages;
        if opened && self.app().is_some_and(|app| app.question.is_none()) {
            said.extend(self.list());
            return said;
        }
        let here = self.here();
        if said.is_empty() || here != before {
            said.extend(here);
        }
        said
    }

    /// Types a filter.
    fn narrow(&mut self, text: &str) -> Vec<String> {
        self.tell(Msg::Act("filter"));
        if self.app().is_none_or(|app| app.filtering.is_none()) {
            return vec![words().plain_no_filter()];
        }
        [question::ctrl('u'), question::paste(text)].into_iter().for_each(|msg| self.tell(msg));
        let fault = self.app().and_then(|app| app.filtering.as_ref()?.fault());
        if let Some((message, hint)) = fault {
            self.tell(key(crossterm::event::KeyCode::Esc));
            return std::iter::once(message).chain(hint).collect();
        }
        self.tell(key(crossterm::event::KeyCode::Enter));
        self.list()
    }

    /// Looks for an action whose words are near to these.
    fn seek(&mut self, text: &str) -> Vec<String> {
        self.tell(Msg::Act("palette"));
        self.tell(question::paste(text));
        let found = self.app().and_then(|app| match &app.question.as_ref()?.part {
            Part::Picker(picker) => Some(picker.found().len()),
            _ => None,
        });
        if found.is_none_or(|found| found == 0) {
            self.tell(key(crossterm::event::KeyCode::Esc));
            return vec![words().plain_unknown(text)];
        }
        std::iter::once(words().plain_did_you_mean(text)).chain(self.here()).collect()
    }

    /// As much as can be listened to at once. What is left waits for `more`.
    fn piece(&mut self, said: Vec<String>) -> Vec<String> {
        if !said.is_empty() {
            self.rest.clear();
        }
        self.rest.extend(said.iter().map(|text| spell::line(text)).filter(|text| !text.is_empty()));
        let take = self.rest.len().min(PIECE);
        let mut piece: Vec<String> = self.rest.drain(..take).collect();
        if !self.rest.is_empty() {
            piece.push(words().plain_more(self.rest.len()));
        }
        // A text to read was said; it needs no key to go away.
        self.close_message();
        piece
    }

    fn close_message(&mut self) {
        let is_message =
            |app: &App| matches!(&app.question, Some(question) if matches!(question.part, Part::Message(_)));
        if self.app().is_some_and(is_message) {
            self.tell(key(crossterm::event::KeyCode::Esc));
        }
    }

    fn tell(&mut self, msg: Msg) {
        // Only of this set every mark can be told from letters; a change of settings may have chosen another.
        marks::choose(&marks::UNICODE);
        match self.mode.tell(msg) {
            Some(Request::Quit) => self.left = true,
            Some(Request::Write(writing)) => {
                let came = editor::write(&editor::command(), &writing.text);
                self.tell(Msg::Written(writing, came));
            }
            // There is nothing to draw anew, the terminal itself suspends, what is copied was said, and the stage sees to
            // the rest.
            Some(
                Request::Repaint
                | Request::Suspend
                | Request::Copy(_)
                | Request::Learn
                | Request::Stage
                | Request::Leave,
            )
            | None => {}
        }
        // What is said is said once it is done, and one is there.
        self.mode.finish();
        while self.mode.is_on_the_way() {
            Front::travel(&mut self.mode);
        }
    }

    fn app(&self) -> Option<&App> {
        self.mode.desk().map(Desk::app)
    }
}

#[cfg(test)]
mod tests;
