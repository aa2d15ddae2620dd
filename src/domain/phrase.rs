//! Every event in one sentence: `ayu claimed bakul (Sign the payment contract)`.
//!
//! The same sentence answers a command, stands in the status line and the journal, and tells what undo took back. It
//! says what its record knows and what that record rests on, and speaks of days by their date, since it is read again
//! when another day is today. What people wrote goes in raw: screens and the command line make it inert. Of a text with
//! many lines only the first is said, without the marks of Markdown.

mod agreement;
mod board;
mod changes;
mod decision;
mod goal;
mod meeting;
mod member;
mod mentions;
mod pairing;
mod role;
mod settlement;
mod several;
mod task;
mod tension;
mod thanks;
mod titled;
mod way;

use std::borrow::Cow;

pub use meeting::place as meeting_place;
pub(super) use mentions::at as mentioned_at;
pub use mentions::{about, mentions, tells_of};
pub use several::{of_several, together};
pub use thanks::received_thanks;
pub use titled::{Phrase, Span};
pub use way::way;

use super::calendar::Day;
use super::event::{Event, PairingEvent};
use super::id::SubjectId;
use super::kinds::for_every_kind;
use super::markdown;
use super::names::Names;
use super::record::Record;
use super::spoken;
use super::subject::Kind;
use crate::words::words;

/// Where a sentence is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Read {
    Anywhere,
    /// On the page of what it happened to, which needs not be named again.
    OnItsPage,
}

/// What a record says happened. `names` holds what [`mentions()`] and [`tells_of()`] ask for; what it lacks is said as `?`.
pub fn phrase(record: &Record, names: &Names, read: Read) -> Phrase {
    Phrase::read(&marked(record, names, read))
}

/// That somebody undid what another record says.
pub fn undone_phrase(author_name: &str, undone: &Record, names: &Names, read: Read) -> Phrase {
    if let Some(Event::Pairing(PairingEvent::Ended(ended))) = &undone.event {
        return Phrase::read(&pairing::goes_on(ended, names));
    }
    Phrase::read(&words().phrase_undid(author_name, marked(undone, names, read)))
}

/// That somebody did again what another record says, after it had been undone.
pub fn redone_phrase(author_name: &str, redone: &Record, names: &Names, read: Read) -> Phrase {
    if redone.event.as_ref().is_some_and(|event| event.facts().is_unnamed) {
        return Phrase::read(&marked(redone, names, read));
    }
    Phrase::read(&words().phrase_redid(author_name, marked(redone, names, read)))
}

fn marked(record: &Record, names: &Names, read: Read) -> String {
    let author = names.name(record.author);
    let Some(event) = &record.event else { return words().phrase_unknown(author, &record.kind) };
    let sentence = |who| Sentence { record, who, names, read }.of(event);
    match event.facts().by.filter(|by| *by != record.author) {
        None => sentence(author),
        Some(by) => words().phrase_brought_in_that(author, sentence(names.name(by))),
    }
}

/// What a sentence is made of, besides its event.
struct Sentence<'a> {
    record: &'a Record,
    /// The name of who did it.
    who: &'a str,
    names: &'a Names,
    read: Read,
}

/// What the events of one kind say.
trait Say {
    /// The sentence, without the words by which it was brought in.
    fn say(&self, sentence: &Sentence<'_>) -> String;
}

macro_rules! sentences {
    ($($module:ident::$kind:ident($events:ident $(, $id:ident)?) = $word:literal by $called:ident,)+) => {
        impl Sentence<'_> {
            fn of(&self, event: &Event) -> String {
                match event {
                    $(Event::$kind(event) => event.say(self),)+
                    Event::Undone(_) => self.of_undo(),
                }
            }
        }
    };
}

for_every_kind!(sentences);

impl Sentence<'_> {
    fn of_undo(&self) -> String {
        // "Took back a step on ayu" would be odd of ayu's own page; nor is a finding's subject called anything.
        let is_named = called(self.names, self.record.subject) != UNKNOWN;
        if !is_named || self.read == Read::OnItsPage || self.record.subject == self.record.author.into() {
            return words().phrase_took_back_step(self.who);
        }
        words().phrase_took_back(self.who, thing(self.names, self.record.subject))
    }

    /// What its subject is called in the middle of a sentence.
    fn it(&self) -> String {
        let subject = self.record.subject;
        match (Kind::of(&self.record.kind), self.read) {
            (
                Some(
                    kind @ (Kind::Task
                    | Kind::Goal
                    | Kind::Role
                    | Kind::Tension
                    | Kind::Decision
                    | Kind::Agreement),
                ),
                Read::OnItsPage,
            ) => words().phrase_it(kind.as_str()),
            (Some(Kind::Goal), _) => words().phrase_the_goal(thing(self.names, subject)),
            (Some(Kind::Role), _) => words().phrase_the_role(self.names.name(subject)),
            (Some(Kind::Tension), _) => words().phrase_the_tension(thing(self.names, subject)),
            (Some(Kind::Decision), _) => words().phrase_the_decision(thing(self.names, subject)),
            (Some(Kind::Agreement), _) => words().phrase_the_agreement(thing(self.names, subject)),
            _ => thing(self.names, subject),
        }
    }

    /// The same where it is named for the first time, as which its title is news.
    fn introduced(&self, title: &str) -> String {
        let subject = self.record.subject;
        if self.read == Read::OnItsPage {
            // What it was called then is told where that was something else.
            let was = Some(title).filter(|title| *title != self.names.name(subject));
            return told(self.it(), was);
        }
        let handle = called(self.names, subject);
        let new = match handle == UNKNOWN || handle == title {
            true => title.to_owned(),
            false => words().phrase_thing(handle, title),
        };
        match Kind::of(&self.record.kind) {
            Some(Kind::Goal) => words().phrase_the_goal(new),
            Some(Kind::Role) => words().phrase_the_role(new),
            Some(Kind::Tension) => words().phrase_the_tension(new),
            Some(Kind::Decision) => words().phrase_the_decision(new),
            Some(Kind::Agreement) => words().phrase_the_agreement(new),
            _ => new,
        }
    }

    /// A day, as one says it on the day of the record.
    fn date(&self, day: Day) -> String {
        spoken::date(day, self.record.at.day())
    }
}

/// How [`Names`] says what it does not know.
const UNKNOWN: &str = "?";

/// What something is called in the middle of a sentence: its handle; a member, who has none, by name.
pub(super) fn called(names: &Names, id: SubjectId) -> &str {
    match names.handle(id) {
        "" | UNKNOWN => names.name(id),
        handle => handle,
    }
}

/// The same with its title, which says what the handle means.
fn thing(names: &Names, id: SubjectId) -> String {
    if names.is_called_by_name(id) {
        return names.name(id).to_owned();
    }
    match (names.handle(id), names.name(id)) {
        ("" | UNKNOWN, name) => name.to_owned(),
        (handle, UNKNOWN) => handle.to_owned(),
        (handle, title) => titled::titled(handle, title),
    }
}

/// What somebody wrote, said behind a sentence.
fn with_text(sentence: String, text: Option<&str>) -> String {
    match text.map(first_line).filter(|text| !text.is_empty()) {
        Some(text) => words().phrase_told(sentence, text),
        None => sentence,
    }
}

/// What is no Markdown, said behind a sentence.
fn told(sentence: String, text: Option<&str>) -> String {
    match text.filter(|text| !text.is_empty()) {
        Some(text) => words().phrase_told(sentence, text),
        None => sentence,
    }
}

fn until(sentence: String, date: Option<String>) -> String {
    match date {
        Some(date) => words().phrase_until(sentence, date),
        None => sentence,
    }
}

/// A line longer than this was typed by nobody, and is not taken apart.
const LONGEST: usize = 4_000;

/// The first line that says something, without the marks of Markdown; `…` where more follow.
pub(super) fn first_line(text: &str) -> Cow<'_, str> {
    let mut lines = text.lines().map(str::trim).filter_map(|line| {
        let said = if line.len() > LONGEST { Cow::Borrowed(line) } else { markdown::plain(line).into() };
        (!said.is_empty()).then_some(said)
    });
    let first = lines.next().unwrap_or_default();
    if lines.next().is_some() { format!("{first} …").into() } else { first }
}

#[cfg(test)]
mod tests;
