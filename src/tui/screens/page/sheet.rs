//! What pages are written with: facts with labels, sections, and lists whose ages stand in a column.

mod lists;

use ratatui::style::{Modifier, Style};

use super::Reading;
use super::Ticking;
use super::clarity::Column;
use super::text::{Acts, Key, Leads, Meet, Of, Piece, Side, Stop};
use crate::domain::calendar::{At, Day};
use crate::domain::field::{Field as _, Registers, Value};
use crate::domain::id::{RecordId, SubjectId, SubjectRef};
use crate::domain::names::Names;
use crate::domain::register::Register;
use crate::domain::spoken;
use crate::domain::task::State;
use crate::session::{Error, Session};
use crate::store::{RoleRow, TaskRow};
use crate::tui::kit::overlay::wrap::Paragraph;
use crate::tui::kit::{marks::marks, text, theme::Theme};
use crate::tui::shell::action::key_of;
use crate::tui::shell::overview::Overview;
use crate::words::words;

/// The column of the labels.
const LABEL: usize = 17;
/// The most columns of a title in a line about something else.
const TITLE: usize = 100;
/// The column of the ages: as wide as the longest of them in any language, and two blanks.
const AGE: usize = 9;
/// The most bytes of a title that every border has room for.
const BORDER: usize = 40;

/// A longer text than this floods a page: so many letters of it are shown, and how many more there are.
const LONG: usize = 600;
const SHOWN: usize = 300;

/// Whether long texts are shown whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Length {
    Folded,
    Whole,
}

/// A page being written.
pub(super) struct Sheet<'s> {
    pub session: &'s Session,
    pub overview: &'s Overview,
    pub theme: &'s Theme,
    pub names: Names,
    /// What the page is about: no stop leads back to it.
    about: SubjectRef,
    length: Length,
    /// How many long texts it has.
    long: usize,
    done: Vec<Piece>,
    side: Side,
    text: Vec<Paragraph>,
    stops: Vec<Stop>,
}

impl<'s> Sheet<'s> {
    /// A page about something, that mentions these subjects.
    pub fn new(
        reading: &Reading<'s>,
        length: Length,
        about: impl Into<SubjectRef>,
        mentions: impl IntoIterator<Item = SubjectId>,
    ) -> Result<Sheet<'s>, Error> {
        let names = reading.session.board().names(mentions)?;
        Ok(Sheet {
            session: reading.session,
            overview: reading.overview,
            theme: reading.theme,
            names,
            about: about.into(),
            length,
            long: 0,
            done: Vec::new(),
            side: Side::Left,
            text: Vec::new(),
            stops: Vec::new(),
        })
    }

    pub fn done(mut self) -> Vec<Piece> {
        self.on(Side::Left);
        self.done
    }

    /// What follows stands on this side where there are two columns; in one it stands right below.
    pub fn on(&mut self, side: Side) {
        let (text, stops) = (std::mem::take(&mut self.text), std::mem::take(&mut self.stops));
        self.done.push(Piece { side: self.side, text, stops });
        self.side = side;
    }

    /// What `write` writes leads to something: Enter opens it.
    pub fn link(
        &mut self,
        part: &'static str,
        of: Of,
        leads: Option<SubjectRef>,
        write: impl FnOnce(&mut Sheet<'s>),
    ) {
        match leads {
            Some(leads) => self.lead(Key(part, of), leads, Acts::OnPage, None, write),
            None => write(self),
        }
    }

    /// What `write` writes is a line of something on which the keys act too, other than on a task's page.
    pub fn line(
        &mut self,
        part: &'static str,
        leads: Option<SubjectRef>,
        write: impl FnOnce(&mut Sheet<'s>),
    ) {
        match leads {
            Some(leads) => self.lead(Key(part, Of::Subject(leads.id)), leads, Acts::OnStop, None, write),
            None => write(self),
        }
    }

    fn lead(
        &mut self,
        key: Key,
        leads: SubjectRef,
        acts: Acts,
        row: Option<TaskRow>,
        write: impl FnOnce(&mut Sheet<'s>),
    ) {
        let at = self.text.len();
        write(self);
        // A text that is folded there has a stop of its own, and what leads back here none.
        let has_own = self.stops.last().is_some_and(|stop| stop.at >= at);
        if !has_own && leads != self.about {
            self.stop(key, at, Leads::To(leads), acts, row);
        }
    }

    /// What was written from paragraph `at` on is a stop.
    fn stop(&mut self, key: Key, at: usize, leads: Leads, acts: Acts, row: Option<TaskRow>) {
        let len = self.text.len() - at;
        if len > 0 {
            self.stops.push(Stop { key, at, len, leads, acts, row });
        }
    }

    /// What `write` writes is a step that can be ticked.
    pub fn ticks(&mut self, step: Ticking, write: impl FnOnce(&mut Sheet<'s>)) {
        let at = self.text.len();
        write(self);
        self.stop(Key("step", Of::Nth(step.at.nth)), at, Leads::Tick(step), Acts::OnPage, None);
    }

    /// What `write` writes says what is missing of a role.
    pub fn writes(&mut self, role: RoleRow, column: Column, write: impl FnOnce(&mut Sheet<'s>)) {
        let at = self.text.len();
        write(self);
        let key = Key("lacks", Of::Nth(column as usize));
        self.stop(key, at, Leads::Write(Box::new(role), column), Acts::OnPage, None);
    }

    /// What `write` writes is a topic that can be taken out of the parking lot.
    pub fn takes_up(&mut self, topic: RecordId, text: &str, write: impl FnOnce(&mut Sheet<'s>)) {
        self.meets("topic", Of::Record(topic), Meet::TakeUp(topic, text.to_owned()), write);
    }

    /// What `write` writes is a line at which Enter does something in a meeting.
    pub fn meets(&mut self, part: &'static str, of: Of, meet: Meet, write: impl FnOnce(&mut Sheet<'s>)) {
        let at = self.text.len();
        write(self);
        self.stop(Key(part, of), at, Leads::Meet(meet), Acts::OnPage, None);
    }

    /// What `write` writes is one of the ways that the page offers.
    pub fn choice(&mut self, part: &'static str, nth: usize, write: impl FnOnce(&mut Sheet<'s>)) {
        let at = self.text.len();
        write(self);
        self.stop(Key(part, Of::Nth(nth)), at, Leads::Choice(nth), Acts::OnPage, None);
    }

    /// The name of one of the things that the page is about, which leads to it.
    pub fn heading(&mut self, thing: SubjectRef, name: String) {
        let style = self.theme.title.add_modifier(Modifier::BOLD);
        let at = self.text.len();
        self.text.push(Paragraph::styled(name, style));
        self.stop(Key("thing", Of::Subject(thing.id)), at, Leads::To(thing), Acts::OnStop, None);
    }

    /// Something to choose, and what comes of it.
    pub fn chosen(&mut self, what: &str, asks: &str) {
        let line = Paragraph::styled(format!("  {what}"), self.theme.text).hanging(4);
        let more = if asks.is_empty() { String::new() } else { format!("  {asks}") };
        self.text.push(line.and(more, self.theme.dim));
    }

    /// What `write` writes of a text, of which only the beginning is shown where it is long.
    fn folded(&mut self, text: &str, write: impl FnOnce(&mut Sheet<'s>, &str)) {
        let Some(begin) = beginning(text) else { return write(self, text) };
        let at = self.text.len();
        match self.length {
            Length::Whole => write(self, text),
            Length::Folded => {
                write(self, &format!("{begin} {}", marks().ellipsis));
                let more = words().pages_more_letters(text.chars().count() - begin.chars().count());
                if let Some(last) = self.text.pop() {
                    self.text.push(last.and(format!(" {more}"), self.theme.dim));
                }
            }
        }
        let key = Key("long", Of::Nth(self.long));
        self.long += 1;
        self.stop(key, at, Leads::Unfold, Acts::OnPage, None);
    }

    pub fn name(&self, id: impl Into<SubjectId>) -> String {
        self.names.name(id).to_owned()
    }

    /// A task or a goal by handle and title.
    pub fn thing(&self, id: impl Into<SubjectId> + Copy) -> String {
        words().page_task_line(self.names.handle(id), text::cut(self.names.name(id), TITLE))
    }

    /// What the team calls a state.
    pub fn state(&self, state: State) -> String {
        self.overview.terms.state(state).into_owned()
    }

    pub fn day(&self, day: Day) -> String {
        spoken::day(day, self.session.today())
    }

    /// The day of a moment where the person is.
    pub fn day_of(&self, at: At) -> String {
        self.day(spoken::local_day(at, self.session.environment().offset_at(at)))
    }

    pub fn age(&self, at: At) -> String {
        spoken::age(at, self.session.now())
    }

    pub fn push(&mut self, paragraph: Paragraph) {
        self.text.push(paragraph);
    }

    /// A question to whoever looks, with the keys that answer it and what they do.
    pub fn asked(&mut self, question: String, keys: &[(&str, String)]) {
        let (bold, theme) = (Modifier::BOLD, self.theme);
        let mut line = Paragraph::styled(question, theme.warn.add_modifier(bold));
        for (action, does) in keys {
            let key = format!("   {}", key_of(action));
            line = line.and(key, theme.accent.add_modifier(bold)).and(format!(" {does}"), theme.text);
        }
        self.push(line);
    }

    pub fn gap(&mut self) {
        self.text.push(Paragraph::empty());
    }

    /// A heading, with an empty line before it.
    pub fn section(&mut self, title: String) {
        self.gap();
        self.text.push(Paragraph::styled(title, self.theme.title.add_modifier(Modifier::BOLD)));
    }

    /// The same with how much of it is done.
    pub fn section_with(&mut self, title: String, fact: String) {
        self.section(title);
        if let Some(heading) = self.text.pop() {
            self.text.push(heading.and(format!("  {fact}"), self.theme.dim));
        }
    }

    /// A label and what it says; nothing where that is nothing.
    pub fn fact(&mut self, label: String, value: Option<String>) {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            self.styled_fact(label, value, self.theme.text);
        }
    }

    pub fn styled_fact(&mut self, label: String, value: String, style: Style) {
        let head = Paragraph::styled(text::fit(&label, LABEL - 1) + " ", self.theme.dim);
        self.folded(&value, |sheet, value| sheet.hung(head, LABEL, value, style));
    }

    /// What people wrote, behind a head before its first line: it may have many.
    fn hung(&mut self, head: Paragraph, hang: usize, what: &str, style: Style) {
        let mut lines = Paragraph::all(what, style).into_iter();
        let first = lines.next().unwrap_or_default();
        self.text.push(head.followed_by(first).hanging(hang));
        let indent = " ".repeat(hang);
        self.text.extend(lines.map(|line| Paragraph::plain(&*indent).followed_by(line).hanging(hang)));
    }

    /// A field: its value, or all of them with their writers where it was written twice.
    pub fn field<T>(
        &mut self,
        label: String,
        field: &Register<T>,
        say: impl Fn(&Sheet<'_>, &T) -> Option<String>,
    ) -> Result<(), Error> {
        let Some(values) = field.written_twice() else {
            let value = field.get().and_then(|value| say(self, value));
            self.fact(label, value);
            return Ok(());
        };
        let values = values.iter().map(|(record, value)| (*record, say(self, value))).collect();
        self.twice(label, values)
    }

    /// The same of a field whose label and value are told by its row.
    pub fn says<R: Registers>(&mut self, registers: &R, field: R::Field) -> Result<(), Error> {
        let Some(values) = registers.written_twice(field) else {
            let value = self.said(registers.value(field));
            self.fact(field.label(), value);
            return Ok(());
        };
        let values = values.into_iter().map(|(record, value)| (record, self.said(value))).collect();
        self.twice(field.label(), values)
    }

    /// A value, where there is any.
    fn said(&self, value: Value) -> Option<String> {
        match value {
            Value::Title(text) | Value::Name(text) => Some(text),
            Value::Text(text) | Value::Note(text) | Value::Long(text) => text,
            Value::Number(value) => value.map(spoken::number),
            Value::Limit(limit) => Some(limit.to_string()),
            Value::Date(day) => Some(self.day(day?)),
            Value::Tags(texts) | Value::Lines(texts) => listed(&texts),
            Value::Links(texts) => (!texts.is_empty()).then(|| texts.join("\n")),
            Value::Role(role) => Some(self.name(role?)),
            Value::Goal(goal) => Some(self.thing(goal?)),
            Value::Choice(chosen) => Some(chosen.said()),
        }
    }

    fn twice(&mut self, label: String, values: Vec<(RecordId, Option<String>)>) -> Result<(), Error> {
        let mut both = Vec::with_capacity(values.len());
        for (record, value) in values {
            let value = value.unwrap_or_else(|| words().page_empty_value());
            both.push(words().page_twice_value(value, self.writer(record)?));
        }
        let both = both.join(&format!(" {} ", marks().dot));
        self.styled_fact(label, format!("{}: {both}", words().page_twice()), self.theme.warn);
        Ok(())
    }

    /// Who wrote a record.
    pub fn writer(&self, record: RecordId) -> Result<String, Error> {
        let Some(entry) = self.session.board().entry(record)? else { return Ok("?".into()) };
        let author = entry.record.author;
        Ok(self.session.board().names([author.into()])?.name(author).to_owned())
    }

    /// What the border says already: here only where it cannot say all of it.
    pub fn title(&mut self, label: String, field: &Register<String>) -> Result<(), Error> {
        let is_long = field.get().is_some_and(|title| title.len() > BORDER);
        if is_long || field.written_twice().is_some() {
            self.field(label, field, |_, title| Some(title.clone()))?;
        }
        Ok(())
    }

    /// The same of a title that is no field.
    pub fn long_title(&mut self, label: String, title: &str) {
        if title.len() > BORDER {
            self.fact(label, Some(title.to_owned()));
        }
    }

    /// Something that happened, with its age before it where that is known.
    pub fn timed(&mut self, at: impl Into<Option<At>>, mark: &str, what: &str, style: Style) {
        let age = at.into().map_or_else(String::new, |at| self.age(at));
        let age = text::fit_right(&age, AGE - 2) + "  ";
        let mark = if mark.is_empty() { String::new() } else { format!("{mark} ") };
        let hang = AGE + text::width(&mark);
        let head = Paragraph::styled(age, self.theme.dim).and(mark, self.theme.accent);
        self.folded(what, |sheet, what| sheet.hung(head, hang, what, style));
    }

    /// More about what was said last, under it.
    pub fn under(&mut self, what: &str, style: Style) {
        let indent = AGE + 2;
        let head = Paragraph::plain(" ".repeat(indent));
        self.text.push(head.and(what.to_owned(), style).hanging(indent));
    }

    /// A share as a bar, and what it is in words.
    pub fn bar_fact(&mut self, label: String, share: f64, said: String) {
        const BAR: usize = 20;
        let full = ((share * BAR as f64).round() as usize).min(BAR);
        // What is begun shows, and what is not over does not look so.
        let full = if share > 0.0 { full.max(1) } else { full };
        let full = if share < 1.0 { full.min(BAR - 1) } else { full };
        let head = Paragraph::styled(text::fit(&label, LABEL - 1) + " ", self.theme.dim);
        let bar = head
            .and(marks().reached.repeat(full), self.theme.reached)
            .and(marks().left.repeat(BAR - full), self.theme.left);
        self.text.push(bar.and(format!("  {said}"), self.theme.text).hanging(LABEL));
    }

    /// More about the fact said last, under its value.
    pub fn under_fact(&mut self, what: &str, style: Style) {
        let head = Paragraph::plain(" ".repeat(LABEL));
        self.text.push(head.and(what.to_owned(), style).hanging(LABEL));
    }

    /// A line of a list.
    pub fn item(&mut self, mark: &str, what: &str, style: Style) {
        let mark = format!("  {mark} ");
        let hang = text::width(&mark);
        let head = Paragraph::styled(mark, self.theme.accent);
        self.folded(what, |sheet, what| sheet.hung(head, hang, what, style));
    }
}

/// What is shown of a long text: up to the end of a word, where there is one.
fn beginning(text: &str) -> Option<&str> {
    text.char_indices().nth(LONG)?;
    let (end, _) = text.char_indices().nth(SHOWN)?;
    let begin = &text[..end];
    let word = begin.rfind(char::is_whitespace).filter(|at| end - at < SHOWN / 4);
    Some(begin[..word.unwrap_or(end)].trim_end())
}

/// A list in one line.
pub(super) fn listed(values: &[String]) -> Option<String> {
    (!values.is_empty()).then(|| values.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{Language, speaking};

    #[test]
    fn every_age_has_room_in_its_column() {
        const MINUTE: i64 = 60_000;
        let (hour, day) = (60 * MINUTE, 24 * 60 * MINUTE);
        for language in [Language::English, Language::Indonesian] {
            for ms in [0, 45 * MINUTE, 23 * hour, 13 * day, 62 * day, 700 * day, 99 * 365 * day] {
                let age = speaking(language, || spoken::age(At(0), At(ms)));
                assert!(text::width(&age) <= AGE - 2, "{age}");
            }
        }
    }
}
