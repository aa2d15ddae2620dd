//! Questions line by line: what is asked in words, and a line that was typed as the keys that it stands for.
//!
//! The overlay itself takes the keys: what it refuses, keeps or throws away is the same as on the screen.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::domain::folding::folded;
use crate::tui::kit::overlay::form::{FieldQuestion, FormQuestion, Kind, Last};
use crate::tui::kit::overlay::{Confirm, Form, Message, Part, Picker, Prompt};
use crate::tui::shell::update::Msg;
use crate::words::words;

/// So many of a list are said at once.
const SAID: usize = 20;

/// What is open.
pub enum Open<'a, I> {
    Prompt(&'a Prompt),
    Picker(&'a Picker<I>),
    Confirm(&'a Confirm),
    Form(&'a Form<I>),
    Message(&'a Message),
}

impl<'a, I> From<&'a Part<I>> for Open<'a, I> {
    fn from(part: &'a Part<I>) -> Open<'a, I> {
        match part {
            Part::Prompt(prompt) => Open::Prompt(prompt),
            Part::Picker(picker) => Open::Picker(picker),
            Part::Confirm(confirm) => Open::Confirm(confirm),
            Part::Form(form) => Open::Form(form),
            Part::Message(message) => Open::Message(message),
        }
    }
}

/// What a line means.
pub enum Reply {
    Keys(Vec<Msg>),
    /// It cannot be an answer; the question stays.
    Say(String),
    /// A text of several lines begins; it ends with a dot alone. After it come these keys.
    Begin(Vec<Msg>),
}

/// What is asked.
pub fn ask<I: Clone + PartialEq>(open: &Open<'_, I>) -> Vec<String> {
    match open {
        Open::Prompt(prompt) => ask_prompt(prompt),
        Open::Picker(picker) => ask_picker(picker),
        Open::Confirm(confirm) => {
            let (yes, no) = confirm.both_ways();
            confirm.in_words().into_iter().chain([words().plain_yes_no(yes, no)]).collect()
        }
        Open::Form(form) => ask_form(form),
        Open::Message(message) => message.in_words(),
    }
}

fn ask_prompt(prompt: &Prompt) -> Vec<String> {
    let words = words();
    let mut said: Vec<String> = prompt.complaint().map(str::to_owned).into_iter().collect();
    said.push(match prompt.explained() {
        Some(hint) => words.plain_asks_hint(prompt.title(), hint),
        None => prompt.title().to_owned(),
    });
    said.push(match prompt.text() {
        "" if prompt.takes_nothing() => words.plain_line_or_nothing(),
        "" => words.plain_line(),
        text => words.plain_line_now(text),
    });
    said
}

fn ask_picker<I: Clone + PartialEq>(picker: &Picker<I>) -> Vec<String> {
    let (found, all) = (picker.found().len(), picker.items().len());
    let mut said = vec![picker.title().to_owned()];
    for (n, (_, item)) in (1..).zip(picker.found()).take(SAID) {
        said.push(match item.detail.as_str() {
            "" => format!("{n}. {}", item.label),
            detail => format!("{n}. {}, {detail}", item.label),
        });
    }
    said.push(match found {
        0 => words().plain_none_found(all),
        _ if found > SAID => words().plain_pick_more(found - SAID),
        _ => words().plain_pick(),
    });
    said
}

fn ask_form<I: Clone + PartialEq>(form: &Form<I>) -> Vec<String> {
    let words = words();
    let mut said: Vec<String> = form.complaint().map(str::to_owned).into_iter().collect();
    match form.question() {
        Some(FormQuestion::Choice(picker)) => said.extend(ask_picker(picker)),
        Some(FormQuestion::Leaving) => {
            said.push(words.ask_throw_away());
            said.push(words.plain_yes_no(words.ask_throw_away_yes(), words.ask_throw_away_no()));
        }
        Some(FormQuestion::Field(field)) => said.push(ask_field(&field)),
        None => {}
    }
    said
}

/// `Title: Sign the contract. Enter keeps it, a minus empties it.`
fn ask_field(field: &FieldQuestion<'_>) -> String {
    let words = words();
    let asked = match field.hint {
        "" => field.label.to_owned(),
        hint => words.plain_asks_hint(field.label, hint),
    };
    let how = match &field.kind {
        Kind::Line => String::new(),
        Kind::Notes => words.plain_field_notes(),
        Kind::Day => words.plain_field_day(),
        Kind::Choice(_) => words.plain_field_choice(),
    };
    let value = field.value.lines().collect::<Vec<_>>().join("; ");
    let said =
        if value.is_empty() { words.plain_field_empty(asked) } else { words.plain_field(asked, value) };
    if how.is_empty() { said } else { format!("{said} {how}") }
}

/// What a line means to what is open.
pub fn answer<I: Clone + PartialEq>(open: &Open<'_, I>, typed: &str) -> Reply {
    let line = typed.trim();
    // The key's name, too: so the hints call it.
    if line == ":back" || line == "Esc" || line == words().plain_word_back() {
        return Reply::Keys(vec![key(KeyCode::Esc)]);
    }
    match open {
        Open::Message(_) => Reply::Keys(vec![key(KeyCode::Esc)]),
        Open::Confirm(_) => yes_or_no(line),
        Open::Picker(picker) => pick(picker, line),
        Open::Prompt(prompt) => match line {
            "" if prompt.text().is_empty() && !prompt.takes_nothing() => {
                Reply::Say(words().plain_needs_line())
            }
            "" => Reply::Keys(vec![key(KeyCode::Enter)]),
            "-" | ":skip" if prompt.takes_nothing() => Reply::Keys(vec![ctrl('u'), key(KeyCode::Enter)]),
            _ => Reply::Keys(vec![ctrl('u'), paste(line), key(KeyCode::Enter)]),
        },
        Open::Form(form) => match form.question() {
            Some(FormQuestion::Choice(picker)) => pick(picker, line),
            Some(FormQuestion::Leaving) => yes_or_no(line),
            Some(FormQuestion::Field(field)) => fill(&field, line),
            None => Reply::Keys(vec![key(KeyCode::Esc)]),
        },
    }
}

fn yes_or_no(line: &str) -> Reply {
    let first = line.chars().next().map(|c| c.to_ascii_lowercase());
    match first {
        Some('y') => Reply::Keys(vec![key(KeyCode::Char('y'))]),
        Some('n') => Reply::Keys(vec![key(KeyCode::Char('n'))]),
        _ => Reply::Say(words().plain_y_or_n()),
    }
}

fn pick<I: Clone + PartialEq>(picker: &Picker<I>, line: &str) -> Reply {
    if line.is_empty() {
        return Reply::Say(words().plain_needs_pick());
    }
    if let Ok(n) = line.parse::<usize>()
        && let Some(place) = n.checked_sub(1).filter(|place| *place < picker.found().len())
    {
        return Reply::Keys(choose_found(picker, place));
    }
    let labels: Vec<&str> = picker.items().iter().map(|item| item.label.as_str()).collect();
    match named(&labels, line) {
        Some(at) => match picker.found().position(|(found, _)| found == at) {
            Some(place) => Reply::Keys(choose_found(picker, place)),
            None => Reply::Keys(choose(at)),
        },
        None => Reply::Keys(vec![ctrl('u'), paste(line)]),
    }
}

/// The one label that is meant: the same words, or the only one that begins with them.
fn named(labels: &[&str], line: &str) -> Option<usize> {
    let line = folded(line);
    let exact = labels.iter().position(|label| folded(label) == line);
    exact.or_else(|| {
        let mut begun = labels.iter().enumerate().filter(|(_, label)| folded(label).starts_with(&line));
        begun.next().filter(|_| begun.next().is_none()).map(|(at, _)| at)
    })
}

/// The keys that pick the item at a place among those that fit what was typed.
fn choose_found<I: Clone + PartialEq>(picker: &Picker<I>, place: usize) -> Vec<Msg> {
    let here = picker.place_of_selected();
    let code = if place < here { KeyCode::Up } else { KeyCode::Down };
    std::iter::repeat_n(code, place.abs_diff(here)).chain([KeyCode::Enter]).map(key).collect()
}

/// The keys that pick the item at a place among all.
fn choose(at: usize) -> Vec<Msg> {
    let down = std::iter::repeat_with(|| key(KeyCode::Down)).take(at);
    [ctrl('u'), key(KeyCode::Home)].into_iter().chain(down).chain([key(KeyCode::Enter)]).collect()
}

fn fill(field: &FieldQuestion<'_>, line: &str) -> Reply {
    let mut keys = match (line, &field.kind) {
        ("", _) => Vec::new(),
        (":skip", _) => return Reply::Keys(vec![ctrl('s')]),
        (":up", _) => return Reply::Keys(vec![key(KeyCode::BackTab)]),
        ("-", Kind::Choice(_)) => vec![key(KeyCode::Backspace)],
        (_, Kind::Choice(labels)) => {
            let mut keys = vec![key(KeyCode::Enter)];
            match named(labels, line) {
                Some(at) => keys.extend(choose(at)),
                None if line == "?" => keys.push(ctrl('u')),
                None => keys.extend([ctrl('u'), paste(line)]),
            }
            // What was picked leads on to the next field by itself; the last is sent by the line after it.
            return Reply::Keys(keys);
        }
        ("-", _) => emptied(field.value),
        (_, Kind::Notes) => {
            let mut keys = emptied(field.value);
            keys.push(paste(line));
            return Reply::Begin(keys);
        }
        (_, _) => emptied(field.value).into_iter().chain([paste(line)]).collect(),
    };
    keys.push(on(field.last));
    Reply::Keys(keys)
}

/// The key that leads on from a field, or sends the form.
pub fn on(last: Last) -> Msg {
    match last {
        Last::Yes => ctrl('s'),
        Last::No => key(KeyCode::Tab),
    }
}

fn emptied(value: &str) -> Vec<Msg> {
    let lines = value.split('\n').count();
    (0..lines).flat_map(|_| [ctrl('e'), ctrl('u'), key(KeyCode::Backspace)]).collect()
}

pub fn key(code: KeyCode) -> Msg {
    Msg::Key(KeyEvent::new(code, KeyModifiers::NONE))
}

pub fn ctrl(c: char) -> Msg {
    Msg::Key(KeyEvent::new(KeyCode::Char(c), KeyModifiers::CONTROL))
}

pub fn paste(text: &str) -> Msg {
    Msg::Paste(text.to_owned())
}
