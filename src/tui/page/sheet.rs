//! What pages are written with: facts with labels, sections, and lists whose ages stand in a column.

use ratatui::style::{Modifier, Style};

use super::super::overlay::wrap::Paragraph;
use super::super::{marks::marks, text, theme::Theme};
use crate::domain::calendar::{At, Day};
use crate::domain::id::{RecordId, SubjectId};
use crate::domain::names::Names;
use crate::domain::register::Register;
use crate::domain::spoken;
use crate::insight::FindingKind;
use crate::session::{Error, Session};
use crate::words::words;

/// The column of the labels.
const LABEL: usize = 17;
/// The column of the ages.
const AGE: usize = 7;
/// The most bytes of a title that every border has room for.
const BORDER: usize = 40;
/// How many entries of the journal a page shows.
const HISTORY: usize = 100;

/// A page being written.
pub(super) struct Sheet<'s> {
    pub session: &'s Session,
    pub theme: &'s Theme,
    pub names: Names,
    text: Vec<Paragraph>,
}

impl<'s> Sheet<'s> {
    /// A page that mentions these subjects.
    pub fn new(
        session: &'s Session,
        theme: &'s Theme,
        mentions: impl IntoIterator<Item = SubjectId>,
    ) -> Result<Sheet<'s>, Error> {
        let names = session.board().names(mentions)?;
        Ok(Sheet { session, theme, names, text: Vec::new() })
    }

    pub fn done(self) -> Vec<Paragraph> {
        self.text
    }

    pub fn name(&self, id: impl Into<SubjectId>) -> String {
        self.names.name(id).to_owned()
    }

    /// A task or a goal by handle and title.
    pub fn thing(&self, id: impl Into<SubjectId> + Copy) -> String {
        words().page_task_line(self.names.handle(id), self.names.name(id))
    }

    pub fn day(&self, day: Day) -> String {
        spoken::day(day, self.session.today())
    }

    /// The day of a moment where the person is.
    pub fn day_of(&self, at: At) -> String {
        self.day(spoken::local_day(at, self.session.surroundings().offset_at(at)))
    }

    pub fn age(&self, at: At) -> String {
        spoken::age(at, self.session.now())
    }

    pub fn push(&mut self, paragraph: Paragraph) {
        self.text.push(paragraph);
    }

    pub fn gap(&mut self) {
        self.text.push(Paragraph::empty());
    }

    /// A heading, with an empty line before it.
    pub fn section(&mut self, title: String) {
        self.gap();
        self.text.push(Paragraph::styled(title, self.theme.title.add_modifier(Modifier::BOLD)));
    }

    /// A label and what it says; nothing where that is nothing.
    pub fn fact(&mut self, label: String, value: Option<String>) {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            self.styled_fact(label, value, self.theme.text);
        }
    }

    pub fn styled_fact(&mut self, label: String, value: String, style: Style) {
        // What people wrote may have many lines; the label stands before the first.
        let mut lines = Paragraph::all(&value, style).into_iter();
        let first = lines.next().unwrap_or_default();
        let head = Paragraph::styled(text::fit(&label, LABEL - 1) + " ", self.theme.dim);
        self.text.push(head.followed_by(first).hanging(LABEL));
        let indent = " ".repeat(LABEL);
        self.text.extend(lines.map(|line| Paragraph::plain(&*indent).followed_by(line).hanging(LABEL)));
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
        let mut both = Vec::with_capacity(values.len());
        for (record, value) in values {
            let value = say(self, value).unwrap_or_else(|| words().page_empty_value());
            both.push(words().page_twice_value(value, self.writer(*record)?));
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

    /// Something that happened, with its age before it; what holds since ever has none.
    pub fn timed(&mut self, at: At, mark: &str, what: &str, style: Style) {
        let age = if at == At::START { String::new() } else { self.age(at) };
        let age = text::fit_right(&age, AGE - 2) + "  ";
        let mark = if mark.is_empty() { String::new() } else { format!("{mark} ") };
        let hang = AGE + text::width(&mark);
        let mut lines = Paragraph::all(what, style).into_iter();
        let first = lines.next().unwrap_or_default();
        let head = Paragraph::styled(age, self.theme.dim).and(mark, self.theme.accent);
        self.text.push(head.followed_by(first).hanging(hang));
        let indent = " ".repeat(hang);
        self.text.extend(lines.map(|line| Paragraph::plain(&*indent).followed_by(line).hanging(hang)));
    }

    /// More about what was said last, under it.
    pub fn under(&mut self, what: &str, style: Style) {
        let indent = AGE + 2;
        let head = Paragraph::plain(" ".repeat(indent));
        self.text.push(head.and(what.to_owned(), style).hanging(indent));
    }

    /// A line of a list.
    pub fn item(&mut self, mark: &str, what: &str, style: Style) {
        let mark = format!("  {mark} ");
        let hang = text::width(&mark);
        for (i, line) in Paragraph::all(what, style).into_iter().enumerate() {
            let head = if i == 0 { mark.clone() } else { " ".repeat(hang) };
            self.text.push(Paragraph::styled(head, self.theme.accent).followed_by(line).hanging(hang));
        }
    }

    /// Up to `most` tasks of a role or goal, the first in the pull order.
    pub fn tasks(&mut self, filter: &crate::store::Filter, most: usize) -> Result<(), Error> {
        let rows = self.session.board().tasks(filter, None, 0, most)?;
        if rows.rows.is_empty() {
            return Ok(());
        }
        self.section(words().page_tasks());
        for row in rows.rows.iter().take(most) {
            let names: Vec<&str> = row.claims.iter().map(|claim| claim.name.as_str()).collect();
            let line = words().page_task_line(&row.handle, &row.title);
            let mark = if row.blocked > 0 { marks().blocked } else { marks().dot };
            self.timed(row.since, mark, &line, self.theme.text);
            if !names.is_empty() {
                self.under(&names.join(", "), self.theme.dim);
            }
        }
        let all = self.session.board().count_tasks(filter, 1000)?;
        if all > most {
            self.under(&words().page_more(all - most), self.theme.dim);
        }
        Ok(())
    }

    /// What the board asks about a subject, answered or not. How much somebody has in hand is their own matter: it is
    /// on no page but theirs.
    pub fn findings(&mut self, id: SubjectId) -> Result<(), Error> {
        let (now, today) = (self.session.now(), self.session.today());
        let mut held = self.session.board().findings_about(id, now, today)?;
        let is_mine = self.session.me().map(SubjectId::from) == Some(id);
        held.retain(|held| is_mine || held.finding.rule.kind() != FindingKind::Load);
        if held.is_empty() {
            return Ok(());
        }
        self.section(words().page_findings());
        for held in held {
            let mark = match held.finding.rule.kind() {
                FindingKind::Overlap => marks().overlap,
                FindingKind::Gap => marks().gap,
                FindingKind::Unclear => marks().unclear,
                FindingKind::Stale => marks().stale,
                FindingKind::Load => marks().load,
            };
            let sentence = self.session.say_finding(&held)?;
            let style = if held.settled.is_some() { self.theme.dim } else { self.theme.warn };
            let since = held.finding.facts.since.unwrap_or(held.finding.from);
            self.timed(since, mark, &sentence, style);
            if let Some(settled) = &held.settled {
                let verdict = match settled.verdict.as_str() {
                    "fixed" => words().page_settled_fixed(),
                    "fine" => words().page_settled_fine(),
                    "tension" => words().page_settled_tension(),
                    other => other.to_owned(),
                };
                self.under(&words().page_settled(verdict, &settled.reason), self.theme.dim);
            }
        }
        Ok(())
    }

    /// What happened to a subject, the newest first.
    pub fn history(&mut self, id: SubjectId) -> Result<(), Error> {
        let entries = self.session.board().journal_of(id, HISTORY)?;
        let entries = self.session.say_all(entries)?;
        if !entries.is_empty() {
            self.section(words().page_history());
        }
        for entry in entries {
            self.timed(entry.record.at, "", &entry.sentence, self.theme.text);
        }
        Ok(())
    }
}

/// A list in one line.
pub(super) fn listed(values: &[String]) -> Option<String> {
    (!values.is_empty()).then(|| values.join(", "))
}
