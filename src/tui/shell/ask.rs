//! Questions: an overlay with what happens next.
//!
//! A question that ends in an operation stays open until the board has done it: if the board refuses, the question says why and
//! nothing that was typed is lost.

mod fields;
mod members;
mod naming;
mod search;

use std::rc::Rc;

use super::app::{App, Request};
use super::desk::{After, Effect, Operation};
use super::editor::Writing;
use super::help;
use super::overview::Overview;
use crate::domain::decide::Command;
use crate::domain::id::{SubjectRef, TaskId, TypedId};
use crate::domain::spoken;
use crate::session::{Error, ErrorKind, Session};
use crate::tui::kit::overlay::{Answer, Confirm, Form, Item, Outcome, Overlay, Part, Picker, Prompt, Refill};
use crate::words::words;
use crossterm::event::{KeyCode, KeyEvent};
use ratatui::layout::Position;

pub use fields::{Fields, lines, texts};
pub use members::{member, members};
pub use naming::{called, handles};
pub use search::{ItemOf, Search, also_finding, pick_found, searching};

/// What can be picked from a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pick {
    Subject(SubjectRef),
    /// An action, by its name.
    Action(&'static str),
    /// One of several, by its place.
    Nth(usize),
    /// None of those: something else, or somebody who is not on the board.
    Other,
    /// What was typed itself.
    Text(String),
}

impl Pick {
    /// The subject that was picked, where it is of that kind.
    pub fn typed<I: TypedId>(&self) -> Option<I> {
        match self {
            Pick::Subject(subject) => subject.typed(),
            Pick::Action(_) | Pick::Nth(_) | Pick::Other | Pick::Text(_) => None,
        }
    }
}

impl<I: TypedId> From<I> for Pick {
    fn from(id: I) -> Pick {
        Pick::Subject(SubjectRef::from(id))
    }
}

/// A question on the screen.
pub type Question = Overlay<Then, Pick>;
/// What an answer leads to.
pub type Next = Rc<dyn Fn(&mut App, Answer<Pick>) -> Vec<Effect>>;
/// What a text would mean, as it stands.
pub type Meaning = fn(&Session, &Overview, &str) -> Result<Option<String>, Error>;
/// What is like the first line of a form, as it stands.
pub type Likes = fn(&Session, &str) -> Result<Like, Error>;

/// What is like the first line of a form, and what that line is read as.
#[derive(Default)]
pub struct Like {
    pub items: Vec<Item<Pick>>,
    pub read: Option<String>,
}

/// What is looked at while somebody types.
#[derive(Clone)]
pub enum Looks {
    Meaning(Meaning),
    /// What is wrong with a text: while anything is, it is no answer.
    Fault(Meaning),
    Likes(Likes),
    /// What fits in a list.
    Search(Search),
}

/// What was seen.
pub enum Seen {
    Meaning(Option<String>),
    Alike(Like),
    Found(Refill<Pick>),
}

impl Looks {
    pub fn at(self, session: &Session, overview: &Overview, text: &str) -> Result<Seen, Error> {
        Ok(match self {
            Looks::Meaning(meaning) | Looks::Fault(meaning) => {
                Seen::Meaning(meaning(session, overview, text)?)
            }
            Looks::Likes(likes) => Seen::Alike(likes(session, text)?),
            Looks::Search(search) => Seen::Found(search.at(session, text)?),
        })
    }
}

/// A question that needs the board to be asked.
pub type Asking = Rc<dyn Fn(&Session, &Overview) -> Result<Question, Error>>;

/// A question that is asked only where the board has a reason to.
pub type Check = Rc<dyn Fn(&Session, &Overview) -> Result<Option<Question>, Error>>;

/// What happens with a question.
#[derive(Clone)]
pub struct Then {
    pub next: Next,
    /// What to say about the text while it is typed.
    pub looks: Option<Looks>,
    /// What is looked for in its list, or in the list of each of these fields.
    pub searches: Vec<(usize, Search)>,
    /// The question that this one lies on, and that comes back when it is left.
    pub beneath: Option<Box<Question>>,
}

impl Then {
    pub fn new(next: Next) -> Then {
        Then { next, looks: None, searches: Vec::new(), beneath: None }
    }
}

/// A question for a line of text.
pub fn text(prompt: Prompt, next: impl Fn(&mut App, String) -> Vec<Effect> + 'static) -> Question {
    let next: Next = Rc::new(move |app, answer| match answer {
        Answer::Text(text) => next(app, text),
        _ => Vec::new(),
    });
    Overlay::new(Then::new(next), prompt)
}

/// The same, with a word about what is typed.
pub fn text_that_looks(
    prompt: Prompt,
    meaning: Meaning,
    next: impl Fn(&mut App, String) -> Vec<Effect> + 'static,
) -> Question {
    let mut question = text(prompt, next);
    question.then.looks = Some(Looks::Meaning(meaning));
    question
}

/// The same, where a text with a fault is no answer.
pub fn text_without_fault(
    prompt: Prompt,
    fault: Meaning,
    next: impl Fn(&mut App, String) -> Vec<Effect> + 'static,
) -> Question {
    let mut question = text(prompt, next);
    question.then.looks = Some(Looks::Fault(fault));
    question
}

/// A question for one of many.
pub fn pick(
    title: String,
    items: Vec<Item<Pick>>,
    next: impl Fn(&mut App, Pick) -> Vec<Effect> + 'static,
) -> Question {
    let next: Next = Rc::new(move |app, answer| match answer {
        Answer::Picked(pick) => next(app, pick),
        _ => Vec::new(),
    });
    Overlay::new(Then::new(next), Picker::new(title, items))
}

/// A question that is answered by yes, or left.
pub fn sure(title: String, question: &str, yes: impl Fn(&mut App) -> Vec<Effect> + 'static) -> Question {
    let next: Next = Rc::new(move |app, answer| match answer {
        Answer::Yes => yes(app),
        _ => Vec::new(),
    });
    Overlay::new(Then::new(next), Confirm::new(title, question))
}

/// A question for several fields.
pub fn form(form: Form<Pick>, next: impl Fn(&mut App, Fields) -> Vec<Effect> + 'static) -> Question {
    let before = form.values();
    let next: Next = Rc::new(move |app, answer| match answer {
        Answer::Filled(values, sent) => next(app, Fields::new(values, sent, before.clone())),
        _ => Vec::new(),
    });
    Overlay::new(Then::new(next), form)
}

/// The same, where something that is like the first line may be taken instead.
pub fn form_with_likes(
    form: Form<Pick>,
    likes: Likes,
    filled: impl Fn(&mut App, Fields) -> Vec<Effect> + 'static,
    instead: impl Fn(&mut App, Pick) -> Vec<Effect> + 'static,
) -> Question {
    let next: Next = Rc::new(move |app, answer| match answer {
        Answer::Filled(values, sent) => filled(app, Fields::new(values, sent, None)),
        Answer::Picked(pick) => instead(app, pick),
        _ => Vec::new(),
    });
    let mut then = Then::new(next);
    then.looks = Some(Looks::Likes(likes));
    Overlay::new(then, form.with_alike(words().form_alike_does()))
}

/// Shows a question that needs nothing from the board.
pub fn show(app: &mut App, question: Question) -> Vec<Effect> {
    app.question = Some(question);
    Vec::new()
}

/// Asks with what the board knows.
pub fn with_board(asking: impl Fn(&Session, &Overview) -> Result<Question, Error> + 'static) -> Vec<Effect> {
    vec![Effect::Ask(Rc::new(asking))]
}

/// Does something, unless the board has a reason to ask before.
pub fn checked(
    check: impl Fn(&Session, &Overview) -> Result<Option<Question>, Error> + 'static,
    operation: impl Fn(&mut Session) -> Result<crate::session::Done, Error> + 'static,
) -> Vec<Effect> {
    let otherwise = Effect::Do(Rc::new(operation), After::Undo);
    vec![Effect::Check(Rc::new(check), Box::new(otherwise))]
}

/// Does what a command says, and says the sentence that the command line would say.
pub fn perform(command: Command) -> Vec<Effect> {
    run(move |session| session.perform(&command))
}

/// Does the same to several tasks as one action.
pub fn perform_each(tasks: Vec<TaskId>, command: impl Fn(TaskId) -> Command + 'static) -> Vec<Effect> {
    run(move |session| {
        let commands: Vec<Command> = tasks.iter().map(|task| command(*task)).collect();
        session.perform_all(&commands)
    })
}

/// Does something that needs the session for more than one command: a new id, a place in the order.
pub fn run(operation: impl Fn(&mut Session) -> Result<crate::session::Done, Error> + 'static) -> Vec<Effect> {
    let operation: Operation = Rc::new(operation);
    vec![Effect::Do(operation, After::Undo)]
}

/// The same, and asks on once it is done.
pub fn run_and_ask(
    operation: impl Fn(&mut Session) -> Result<crate::session::Done, Error> + 'static,
    asking: Asking,
) -> Vec<Effect> {
    vec![Effect::Do(Rc::new(operation), After::Ask(asking))]
}

/// What day a text means.
pub fn day_looks(_: &Session, overview: &Overview, text: &str) -> Result<Option<String>, Error> {
    Ok(spoken::parse_day(text, overview.today).map(|day| spoken::day(day, overview.today)))
}

/// Somebody took it back while it was on the screen.
pub fn gone() -> Error {
    Error::new(ErrorKind::Refused, words().scr_gone(), None)
}

/// Says why an answer cannot be taken; what was typed stays.
pub fn complain(app: &mut App, why: String) -> Vec<Effect> {
    let _ = app;
    vec![Effect::Complain(why)]
}

pub fn no_day(app: &mut App) -> Vec<Effect> {
    complain(app, words().scr_no_day())
}

/// A key for the question on the screen.
pub fn key(app: &mut App, key: KeyEvent) -> Vec<Effect> {
    if key.code == KeyCode::F(1)
        && let Some(question) = app.question.take_if(|question| !matches!(question.part, Part::Message(_)))
    {
        app.question = Some(help::of_question(app, question));
        return Vec::new();
    }
    let over = app.over();
    hear(app, |question| question.key(key, over))
}

/// A click for the question on the screen.
pub fn click(app: &mut App, at: Position) -> Vec<Effect> {
    let over = app.over();
    hear(app, |question| question.click(at, over))
}

fn hear(app: &mut App, hear: impl FnOnce(&mut Question) -> Outcome<Answer<Pick>>) -> Vec<Effect> {
    let Some(mut question) = app.question.take() else { return Vec::new() };
    let before = typed(&question).map(str::to_owned);
    match hear(&mut question) {
        Outcome::Leave => {
            app.question = question.then.beneath.map(|beneath| *beneath);
            Vec::new()
        }
        Outcome::Stay => {
            let changed = typed(&question) != before.as_deref();
            let looks = question.then.looks.clone().filter(|_| changed);
            let text = typed(&question).unwrap_or_default().to_owned();
            let search = search::effect(&question);
            app.question = Some(question);
            looks.map(|looks| Effect::Look(looks, text)).into_iter().chain(search).collect()
        }
        Outcome::Chosen(Answer::Write(text)) => {
            app.question = Some(question);
            vec![Effect::Request(Request::Write(Writing::of_form(text)))]
        }
        Outcome::Chosen(_) if fault(&question).is_some() => {
            let why = fault(&question).unwrap_or_default().to_owned();
            question.complain(&why);
            app.question = Some(question);
            Vec::new()
        }
        Outcome::Chosen(answer) => {
            let next = question.then.next.clone();
            let effects = next(app, answer);
            if app.question.is_none() && effects.iter().any(waits) {
                app.question = kept(question);
            }
            effects
        }
    }
}

/// What was found wrong with the text of a prompt that takes none with a fault.
fn fault(question: &Question) -> Option<&str> {
    match (&question.then.looks, &question.part) {
        (Some(Looks::Fault(_)), Part::Prompt(prompt)) => prompt.meaning(),
        _ => None,
    }
}

/// Whether the question stays until the board has answered.
fn waits(effect: &Effect) -> bool {
    matches!(
        effect,
        Effect::Do(..)
            | Effect::Keep(_)
            | Effect::Join(..)
            | Effect::Complain(_)
            | Effect::Ask(_)
            | Effect::Check(..)
            | Effect::Set(_)
            | Effect::Remember(_)
    )
}

/// The board answers with a question: about a look-alike, who acts, what comes next. What was typed so far stays
/// beneath it, so that Esc leads back to it and a refusal loses nothing.
pub fn asked(app: &mut App, mut question: Question) {
    if question.then.beneath.is_none() {
        question.then.beneath = app.question.take().and_then(kept).map(Box::new);
    }
    app.question = Some(question);
}

/// What can say why it was refused, and keeps what was typed: the question, or the form beneath it.
fn kept(question: Question) -> Option<Question> {
    match question.part {
        Part::Prompt(_) | Part::Form(_) => Some(question),
        _ => question.then.beneath.map(|beneath| *beneath),
    }
}

/// Text was pasted into the question on the screen.
pub fn paste(app: &mut App, text: &str) -> Vec<Effect> {
    let Some(question) = &mut app.question else { return Vec::new() };
    question.paste(text);
    let looks = question.then.looks.clone().zip(typed(question).map(str::to_owned));
    looks.map(|(looks, text)| Effect::Look(looks, text)).into_iter().chain(search::effect(question)).collect()
}

/// What is typed in a prompt, or in the first line of a form.
fn typed(question: &Question) -> Option<&str> {
    match &question.part {
        Part::Prompt(prompt) => Some(prompt.text()),
        Part::Form(form) => form.first_text(),
        _ => None,
    }
}

/// Says what the text would mean, or shows what is like it.
pub fn seen(app: &mut App, seen: Seen) {
    let Some(question) = &mut app.question else { return };
    match (seen, &mut question.part) {
        (Seen::Meaning(what), Part::Prompt(prompt)) => prompt.looks_like(what),
        (Seen::Alike(like), Part::Form(form)) => {
            form.alike(like.items);
            form.read_as(like.read);
        }
        (Seen::Found(refill), Part::Picker(picker)) => picker.refill(refill),
        (Seen::Found(refill), Part::Form(form)) => form.refill(refill),
        _ => {}
    }
}
