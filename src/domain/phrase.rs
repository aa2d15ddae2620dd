//! Every event in one sentence: `ayu claimed bakul: Sign the payment contract`.
//!
//! The same sentence answers a command, stands in the status line and the journal, and tells what undo took back. It
//! says only what its record knows, and speaks of days by their date, since it is read again when another day is today.
//! What people wrote goes in raw: screens and the command line make it inert. Of a text with many lines only the first
//! is said.

mod board;
mod changes;
mod goal;
mod member;
mod mentions;
mod role;
mod settlement;
mod task;
mod thanks;

use std::borrow::Cow;

pub use mentions::mentions;
pub use thanks::received_thanks;

use super::calendar::Day;
use super::event::Event;
use super::id::SubjectId;
use super::kinds::for_every_kind;
use super::names::Names;
use super::record::Record;
use super::spoken;
use crate::words::words;

/// What a record says happened. `names` holds what [`mentions()`] asks for; what it lacks is said as `?`.
pub fn phrase(record: &Record, names: &Names) -> String {
    let author = names.name(record.author);
    let Some(event) = &record.event else { return words().phrase_unknown(author, &record.kind) };
    let sentence = |who| Sentence { record, who, names }.of(event);
    match event.facts().by.filter(|by| *by != record.author) {
        None => sentence(author),
        Some(by) => words().phrase_brought_in_that(author, sentence(names.name(by))),
    }
}

/// That somebody undid what `sentence` says.
pub fn undone_phrase(author_name: &str, sentence: &str) -> String {
    words().phrase_undid(author_name, sentence)
}

/// That somebody did again what `sentence` says, after it had been undone.
pub fn redone_phrase(author_name: &str, sentence: &str) -> String {
    words().phrase_redid(author_name, sentence)
}

/// What a sentence is made of, besides its event.
struct Sentence<'a> {
    record: &'a Record,
    /// The name of who did it.
    who: &'a str,
    names: &'a Names,
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
        if self.it() == UNKNOWN || self.record.subject == self.record.author.into() {
            return words().phrase_took_back_step(self.who);
        }
        words().phrase_took_back(self.who, self.it())
    }

    /// What its subject is called in the middle of a sentence.
    fn it(&self) -> &str {
        called(self.names, self.record.subject)
    }

    /// The name or title of its subject.
    fn name(&self) -> &str {
        self.names.name(self.record.subject)
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

/// Handle and title, where something is named for the first time.
fn thing(names: &Names, id: SubjectId, title: &str) -> String {
    match names.handle(id) {
        "" | UNKNOWN => title.to_owned(),
        handle => words().phrase_thing(handle, title),
    }
}

fn with_text(sentence: String, text: Option<&str>) -> String {
    match text.map(first_line).filter(|text| !text.is_empty()) {
        Some(text) => words().phrase_told(sentence, text),
        None => sentence,
    }
}

/// The title, where nothing else is told: in the journal a handle alone says little.
fn with_text_or_title(sentence: String, text: Option<&str>, names: &Names, id: SubjectId) -> String {
    if text.is_some() { with_text(sentence, text) } else { titled(sentence, names, id) }
}

fn titled(sentence: String, names: &Names, id: SubjectId) -> String {
    match names.name(id) {
        "" | UNKNOWN => sentence,
        title => words().phrase_told(sentence, title),
    }
}

fn until(sentence: String, date: Option<String>) -> String {
    match date {
        Some(date) => words().phrase_until(sentence, date),
        None => sentence,
    }
}

/// The first line that says something; `…` where more follow.
pub(super) fn first_line(text: &str) -> Cow<'_, str> {
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let first = lines.next().unwrap_or("");
    if lines.next().is_some() { Cow::Owned(format!("{first} …")) } else { Cow::Borrowed(first) }
}

#[cfg(test)]
mod tests;
