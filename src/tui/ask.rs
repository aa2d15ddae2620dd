//! Questions: an overlay with what happens next.
//!
//! A question that ends in a deed stays open until the board has done it: if the board refuses, the question says why and
//! nothing that was typed is lost.

use std::rc::Rc;

use super::app::App;
use super::desk::{After, Deed, Effect};
use super::facts::Facts;
use super::help;
use super::overlay::{Answer, Form, Item, Outcome, Overlay, Part, Picker, Prompt, Value};
use crate::domain::decide::Command;
use crate::domain::id::{GoalId, MemberId, RoleId, SubjectId, TaskId};
use crate::domain::spoken;
use crate::domain::task;
use crate::session::{Error, ErrorKind, Session};
use crate::store::Filter;
use crate::words::words;
use crossterm::event::{KeyCode, KeyEvent};

/// What can be picked from a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pick {
    Member(MemberId),
    Task(TaskId),
    Role(RoleId),
    Goal(GoalId),
    /// An action, by its name.
    Action(&'static str),
    /// One of several, by its place.
    Nth(usize),
    /// None of those: something else, or somebody who is not on the board.
    Other,
}

/// A question on the screen.
pub type Question = Overlay<Then, Pick>;
/// What an answer leads to.
pub type Next = Rc<dyn Fn(&mut App, Answer<Pick>) -> Vec<Effect>>;
/// What a text would mean, as it stands.
pub type Looks = fn(&Session, &Facts, &str) -> Result<Option<String>, Error>;
/// A question that needs the board to be asked.
pub type Asking = Rc<dyn Fn(&Session, &Facts) -> Result<Question, Error>>;

/// What happens with a question.
#[derive(Clone)]
pub struct Then {
    pub next: Next,
    /// What to say about the text while it is typed.
    pub looks: Option<Looks>,
    /// The question that this one lies on, and that comes back when it is left.
    pub beneath: Option<Box<Question>>,
}

/// A question for a line of text.
pub fn text(prompt: Prompt, next: impl Fn(&mut App, String) -> Vec<Effect> + 'static) -> Question {
    let next: Next = Rc::new(move |app, answer| match answer {
        Answer::Text(text) => next(app, text),
        _ => Vec::new(),
    });
    Overlay::new(Then { next, looks: None, beneath: None }, prompt)
}

/// The same, with a word about what is typed.
pub fn text_that_looks(
    prompt: Prompt,
    looks: Looks,
    next: impl Fn(&mut App, String) -> Vec<Effect> + 'static,
) -> Question {
    let mut question = text(prompt, next);
    question.then.looks = Some(looks);
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
    Overlay::new(Then { next, looks: None, beneath: None }, Picker::new(title, items))
}

/// A question for several fields.
pub fn form(form: Form<Pick>, next: impl Fn(&mut App, Fields) -> Vec<Effect> + 'static) -> Question {
    let next: Next = Rc::new(move |app, answer| match answer {
        Answer::Filled(values) => next(app, Fields(values.into_iter())),
        _ => Vec::new(),
    });
    Overlay::new(Then { next, looks: None, beneath: None }, form)
}

/// The values of a form, taken one after the other.
pub struct Fields(std::vec::IntoIter<Value<Pick>>);

impl Fields {
    pub fn text(&mut self) -> Option<String> {
        self.0.next().and_then(Value::text)
    }

    /// The lines of a text, as a list.
    pub fn list(&mut self) -> Vec<String> {
        self.text().map(|text| text.lines().map(str::to_owned).collect()).unwrap_or_default()
    }

    pub fn choice(&mut self) -> Option<Pick> {
        self.0.next().and_then(Value::choice)
    }

    pub fn day(&mut self) -> Option<crate::domain::calendar::Day> {
        self.0.next().and_then(Value::day)
    }

    pub fn number(&mut self) -> Option<f64> {
        self.0.next().and_then(Value::number)
    }
}

/// Shows a question that needs nothing from the board.
pub fn show(app: &mut App, question: Question) -> Vec<Effect> {
    app.question = Some(question);
    Vec::new()
}

/// Asks with what the board knows.
pub fn with_board(asking: impl Fn(&Session, &Facts) -> Result<Question, Error> + 'static) -> Vec<Effect> {
    vec![Effect::Ask(Rc::new(asking))]
}

/// Does what a command says, and says the sentence that the command line would say.
pub fn perform(command: Command) -> Vec<Effect> {
    deed(move |session| session.perform(&command))
}

/// Does something that needs the session for more than one command: a new id, a place in the order.
pub fn deed(deed: impl Fn(&mut Session) -> Result<crate::session::Done, Error> + 'static) -> Vec<Effect> {
    let deed: Deed = Rc::new(deed);
    vec![Effect::Do(deed, After::Undo)]
}

/// The members who are here, to pick from, without one.
pub fn members(session: &Session, but: Option<MemberId>) -> Result<Vec<Item<Pick>>, Error> {
    let rows = session.board().members(MANY)?;
    let here = rows.into_iter().filter(|row| row.left.is_none() && Some(row.id) != but);
    Ok(here.map(|row| Item::new(Pick::Member(row.id), row.name, contact(row.contact))).collect())
}

/// How somebody likes to be asked, beside their name.
fn contact(note: Option<String>) -> String {
    note.map(|note| super::text::cut(&note, 44).into_owned()).unwrap_or_default()
}

/// The tasks that somebody may mean, to pick from: the first of the order.
pub fn tasks(session: &Session, but: TaskId) -> Result<Vec<Item<Pick>>, Error> {
    let window = session.board().tasks(&crate::store::Filter::default(), None, 0, MANY)?;
    let rows = window.rows.into_iter().filter(|row| row.id != but);
    Ok(rows.map(|row| Item::new(Pick::Task(row.id), format!("{}  {}", row.handle, row.title), "")).collect())
}

/// How something is called: a task by its handle, all else by its name.
pub fn called(session: &Session, id: SubjectId) -> Result<String, Error> {
    let names = session.board().names([id])?;
    Ok(names.name(id).to_owned())
}

/// A task's handle.
pub fn handle(session: &Session, task: TaskId) -> Result<String, Error> {
    Ok(session.board().task_handle(task)?)
}

/// What day a text means.
pub fn day_looks(_: &Session, facts: &Facts, text: &str) -> Result<Option<String>, Error> {
    Ok(spoken::parse_day(text, facts.today).map(|day| spoken::day(day, facts.today)))
}

/// The task that holds all the longer words of a title: perhaps the same work.
pub fn task_looks(session: &Session, _: &Facts, text: &str) -> Result<Option<String>, Error> {
    let telling: Vec<&str> = text.split_whitespace().filter(|word| word.chars().count() > 3).collect();
    if telling.len() < 2 {
        return Ok(None);
    }
    let filter = Filter { text: telling.join(" "), ..Filter::default() };
    let window = session.board().tasks(&filter, None, 0, 0)?;
    Ok(window.rows.first().map(|row| match row.claims.iter().find(|claim| claim.part == task::Part::Lead) {
        Some(lead) => words().scr_looks_led(&row.handle, &lead.name, &row.title),
        None => words().scr_looks(&row.handle, &row.title),
    }))
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

/// Nobody looks through more; who seeks types a few letters.
const MANY: usize = 500;

/// A key for the question on the screen.
pub fn key(app: &mut App, key: KeyEvent) -> Vec<Effect> {
    let Some(mut question) = app.question.take() else { return Vec::new() };
    if key.code == KeyCode::F(1) && !matches!(question.part, Part::Message(_)) {
        app.question = Some(help::of_question(app, question));
        return Vec::new();
    }
    let before = typed(&question).map(str::to_owned);
    match question.key(key, app.screen) {
        Outcome::Leave => {
            app.question = question.then.beneath.map(|beneath| *beneath);
            Vec::new()
        }
        Outcome::Stay => {
            let changed = typed(&question) != before.as_deref();
            let looks = question.then.looks.filter(|_| changed);
            let text = typed(&question).unwrap_or_default().to_owned();
            app.question = Some(question);
            looks.map(|looks| Effect::Look(looks, text)).into_iter().collect()
        }
        Outcome::Chosen(answer) => {
            let next = question.then.next.clone();
            let effects = next(app, answer);
            let waits = |effect: &Effect| {
                matches!(
                    effect,
                    Effect::Do(..)
                        | Effect::Keep(_)
                        | Effect::Join(..)
                        | Effect::Complain(_)
                        | Effect::Ask(_)
                        | Effect::Set(_)
                )
            };
            let waits = effects.iter().any(waits);
            if waits && app.question.is_none() && matches!(question.part, Part::Prompt(_) | Part::Form(_)) {
                app.question = Some(question);
            }
            effects
        }
    }
}

/// Text was pasted into the question on the screen.
pub fn paste(app: &mut App, text: &str) -> Vec<Effect> {
    let Some(question) = &mut app.question else { return Vec::new() };
    question.paste(text);
    let looks = question.then.looks.zip(typed(question).map(str::to_owned));
    looks.map(|(looks, text)| Effect::Look(looks, text)).into_iter().collect()
}

/// What is typed in a prompt.
fn typed(question: &Question) -> Option<&str> {
    match &question.part {
        Part::Prompt(prompt) => Some(prompt.text()),
        _ => None,
    }
}

/// Says what the text in the prompt would mean.
pub fn looks_like(app: &mut App, what: Option<String>) {
    if let Some(Overlay { part: Part::Prompt(prompt), .. }) = &mut app.question {
        prompt.looks_like(what);
    }
}
