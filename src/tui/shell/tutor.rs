//! The tutor: five minutes at the sample team's desk, a step at a time.
//!
//! A strip below the panes says what to do and why (`strip`); a step is done when the thing was really done, whatever
//! else happened meanwhile, and then the next one stands there. Nothing is forbidden, and nothing is asked twice.
//!
//! ```text
//! ─ Learn by doing ━━━━━━━━━━━━━━━━━━━━──────── ✓ It is yours now ─ 3 of 12 ─
//!  u takes back what you did last. Give the claim back.
//!  Try anything: what was done is undone with one key.
//! ```
//!
//! A new step is a row of `screens::lesson`, which has the lessons.

pub mod strip;
#[cfg(test)]
mod tests;

use std::rc::Rc;

use super::action;
use super::app::App;
use super::ask::{Next, Question, Then};
use crate::domain::event::Event;
use crate::session::Done;
use crate::tui::kit::overlay::wrap::Paragraph;
use crate::tui::kit::overlay::{Message, Overlay};
use crate::tui::kit::text;
use crate::words::words;

/// Where somebody is in the steps.
#[derive(Debug, Clone)]
pub struct Tutor {
    lesson: &'static Lesson,
    /// The step at hand; behind the last one all are done.
    at: usize,
    seen: Seen,
    /// Whether what the step asks for was so when somebody came back to it: then it has to become so anew.
    was_so: bool,
    /// What is said of the step that was just done.
    well: Option<fn() -> String>,
    /// Whether the last word was said.
    is_closed: bool,
}

/// What the tutor teaches: its steps, and the last word.
#[derive(Debug)]
pub struct Lesson {
    pub steps: &'static [Step],
    /// What one can do now, as a title and in a sentence.
    pub card: fn() -> String,
    pub known: fn() -> String,
    /// How one begins on a board of one's own: a sentence, and commands with what they do.
    pub own: fn() -> String,
    pub commands: fn() -> Vec<(String, String)>,
}

/// One step.
#[derive(Debug)]
pub struct Step {
    /// What to do, with the keys that it takes.
    pub does: fn(Naming) -> String,
    /// What it is good for, in a sentence.
    pub why: fn() -> String,
    /// A word when it was done; short, for it stands beside the title.
    pub well: fn() -> String,
    pub done: fn(&App, &Seen) -> bool,
}

/// What happened since the step began.
#[derive(Debug, Clone, Default)]
pub struct Seen {
    actions: Vec<&'static str>,
    events: Vec<Event>,
    /// How often an action was taken from the palette.
    pub chosen: usize,
}

impl Seen {
    pub fn did(&self, action: &str) -> bool {
        self.actions.contains(&action)
    }

    pub fn happened(&self, is: fn(&Event) -> bool) -> bool {
        self.events.iter().any(is)
    }
}

impl Tutor {
    pub fn new(lesson: &'static Lesson) -> Tutor {
        Tutor { lesson, at: 0, seen: Seen::default(), was_so: false, well: None, is_closed: false }
    }

    fn steps(&self) -> &'static [Step] {
        self.lesson.steps
    }

    /// An action was done.
    pub fn saw_action(&mut self, name: &'static str) {
        self.seen.actions.push(name);
    }

    /// One was taken from the palette.
    pub fn saw_choice(&mut self) {
        self.seen.chosen += 1;
    }

    /// Something was done to the board.
    pub fn saw(&mut self, done: &Done) {
        self.seen.events.extend(done.records.iter().filter_map(|record| record.event.clone()));
    }

    /// The place of the step among all: `(3, 12)`; none when all are done.
    pub fn place(&self) -> Option<(usize, usize)> {
        (self.at < self.steps().len()).then_some((self.at + 1, self.steps().len()))
    }

    /// How much is done, 0 to 1.
    pub fn share(&self) -> f64 {
        self.at as f64 / self.steps().len() as f64
    }

    fn step(&self) -> Option<&'static Step> {
        self.steps().get(self.at)
    }

    /// What to do now and why, with the keys as `name` calls them.
    pub fn says(&self, name: Naming) -> [String; 2] {
        match self.step() {
            Some(step) => [(step.does)(name), (step.why)()],
            None => [
                words().tut_all_done(),
                words().tut_all_done_why(name("quit"), name("tutor.before"), name("help")),
            ],
        }
    }

    /// What is said of the step that was done last.
    pub fn well(&self) -> Option<String> {
        self.well.map(|well| well())
    }

    fn begin(&mut self, at: usize) {
        *self = Tutor { at, is_closed: self.is_closed, ..Tutor::new(self.lesson) };
    }
}

/// How an action is called in a step: by its key on the screen, by a word where lines are typed.
pub type Naming = fn(&str) -> String;

/// An action by the key that it has now; one that has none is in the palette.
pub fn key(name: &str) -> String {
    let Some(action) = action::all().find(|action| action.name == name) else { return String::new() };
    match action.key() {
        none if none.is_empty() => format!("{} {}", action::key_of("palette"), (action.label)()),
        key => key,
    }
}

/// Looks whether the step is done, and goes on. Called after everything that happened.
pub fn follow(app: &mut App) {
    while let Some(step) = app.habits.tutor.as_ref().and_then(Tutor::step) {
        // What lies over the panes is looked at first.
        if app.question.is_some() {
            return;
        }
        let Some(tutor) = &app.habits.tutor else { return };
        let is_so = (step.done)(app, &tutor.seen);
        let Some(tutor) = &mut app.habits.tutor else { return };
        if !is_so || tutor.was_so {
            tutor.was_so = is_so;
            break;
        }
        tutor.begin(tutor.at + 1);
        tutor.well = Some(step.well);
    }
    close(app);
}

/// To the next step, or to the one before.
pub fn go(app: &mut App, by: isize) {
    let Some(tutor) = &mut app.habits.tutor else { return };
    let steps = tutor.steps().len();
    let Some(at) = tutor.at.checked_add_signed(by).filter(|at| *at <= steps) else { return };
    tutor.begin(at);
    let Some(step) = tutor.step().filter(|_| by < 0) else { return };
    let is_so = app.habits.tutor.as_ref().is_some_and(|tutor| (step.done)(app, &tutor.seen));
    if let Some(tutor) = app.habits.tutor.as_mut().filter(|_| is_so) {
        tutor.was_so = true;
    }
}

/// The last word, once.
fn close(app: &mut App) {
    let Some(tutor) = &mut app.habits.tutor else { return };
    if tutor.at < tutor.steps().len() || tutor.is_closed || app.question.is_some() {
        return;
    }
    tutor.is_closed = true;
    let lesson = tutor.lesson;
    app.question = Some(card(app, lesson));
}

/// How one begins on a board of one's own.
fn card(app: &App, lesson: &Lesson) -> Question {
    let (words, theme) = (words(), &app.theme);
    let commands = (lesson.commands)();
    let wide = commands.iter().map(|(command, _)| text::width(command)).max().unwrap_or(0);
    let commands = commands.into_iter().map(|(command, does)| {
        let command = Paragraph::styled(format!("  {}  ", text::fit(&command, wide)), theme.key);
        command.and(does, theme.text).hanging(wide + 4)
    });
    let mut lines = vec![
        Paragraph::styled((lesson.known)(), theme.text),
        Paragraph::empty(),
        Paragraph::styled((lesson.own)(), theme.text),
        Paragraph::empty(),
    ];
    lines.extend(commands);
    lines.push(Paragraph::empty());
    let last = words.tut_card_leave(key("quit"), key("help"), key("palette"));
    lines.push(Paragraph::styled(last, theme.dim));
    let next: Next = Rc::new(|_, _| Vec::new());
    Overlay::new(Then::new(next), Message::new((lesson.card)(), lines))
}
