//! One field of a form: a line, a list, notes, a choice, a day, a number.

use super::super::edit::{Edit, Lines};
use super::super::picker::Item;
use crate::domain::calendar::Day;
use crate::domain::spoken;
use crate::words::words;

/// The most characters of a line and of notes: as many as the board takes.
const LINE: usize = 10_000;
const NOTES: usize = 1_000_000;
/// How many rows notes have where there is room.
const SEEN: u16 = 6;

/// A field with its label.
#[derive(Debug, Clone)]
pub struct Field<I> {
    pub(super) label: String,
    pub(super) hint: String,
    pub(super) content: Content<I>,
    /// What else is to be known of it, such as that it was written twice.
    pub(super) remark: Option<String>,
    needed: bool,
}

#[derive(Debug, Clone)]
pub(super) enum Content<I> {
    Text(Edit),
    /// Several, with commas; what is known already completes what is typed.
    List {
        edit: Edit,
        known: Vec<String>,
    },
    /// Several lines, and how many of them are in sight where there is room.
    Notes {
        edit: Edit,
        rows: u16,
    },
    Choice {
        items: Vec<Item<I>>,
        chosen: Option<I>,
        finder: Finder,
    },
    Date(Edit),
    Number(Edit),
}

/// Who finds what fits the text in the list of a choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Finder {
    /// The list, among its items.
    List,
    /// Whoever asked.
    Asker,
}

/// What a field holds when the form is sent.
#[derive(Debug, Clone, PartialEq)]
pub enum Value<I> {
    /// A line or notes, trimmed; empty where nothing was typed.
    Text(String),
    /// What was chosen.
    Choice(Option<I>),
    /// The day that was meant.
    Day(Option<Day>),
    /// The number that was meant.
    Number(Option<f64>),
}

impl<I> Value<I> {
    /// The text of a line or of notes; `None` where it is empty or something else.
    pub fn text(self) -> Option<String> {
        match self {
            Value::Text(text) if !text.is_empty() => Some(text),
            _ => None,
        }
    }

    pub fn choice(self) -> Option<I> {
        match self {
            Value::Choice(chosen) => chosen,
            Value::Text(_) | Value::Day(_) | Value::Number(_) => None,
        }
    }

    pub fn day(self) -> Option<Day> {
        match self {
            Value::Day(day) => day,
            Value::Text(_) | Value::Choice(_) | Value::Number(_) => None,
        }
    }

    pub fn number(self) -> Option<f64> {
        match self {
            Value::Number(number) => number,
            Value::Text(_) | Value::Choice(_) | Value::Day(_) => None,
        }
    }
}

impl<I: Clone + PartialEq> Field<I> {
    /// A line of text.
    pub fn text(label: impl Into<String>, text: &str) -> Field<I> {
        Field::of(label, Content::Text(Edit::new(Lines::One, LINE, text)))
    }

    /// Several texts in one line, with commas between them.
    pub fn list(label: impl Into<String>, texts: &[String], known: Vec<String>) -> Field<I> {
        let edit = Edit::new(Lines::One, LINE, &texts.join(", "));
        Field::of(label, Content::List { edit, known })
    }

    /// Several lines.
    pub fn notes(label: impl Into<String>, text: &str) -> Field<I> {
        Field::lines(label, text, SEEN)
    }

    /// Several lines, of which so many are in sight.
    pub fn lines(label: impl Into<String>, text: &str, rows: u16) -> Field<I> {
        Field::of(label, Content::Notes { edit: Edit::new(Lines::Many, NOTES, text), rows })
    }

    /// One of a list, or none.
    pub fn choice(label: impl Into<String>, items: Vec<Item<I>>, chosen: Option<I>) -> Field<I> {
        Field::of(label, Content::Choice { items, chosen, finder: Finder::List })
    }

    /// A day, typed as people say it.
    pub fn date(label: impl Into<String>, day: Option<Day>) -> Field<I> {
        let text = day.map(|day| day.to_string()).unwrap_or_default();
        Field::of(label, Content::Date(Edit::new(Lines::One, LINE, &text)))
    }

    /// A number, with a point or a comma.
    pub fn number(label: impl Into<String>, number: Option<f64>) -> Field<I> {
        let text = number.map(spoken::editable).unwrap_or_default();
        Field::of(label, Content::Number(Edit::new(Lines::One, LINE, &text)))
    }

    fn of(label: impl Into<String>, content: Content<I>) -> Field<I> {
        Field { label: label.into(), hint: String::new(), content, remark: None, needed: false }
    }

    /// It must not be empty.
    #[must_use]
    pub fn needed(self) -> Field<I> {
        Field { needed: true, ..self }
    }

    /// The same with so many lines in sight.
    #[must_use]
    pub fn in_sight(mut self, lines: u16) -> Field<I> {
        if let Content::Notes { rows, .. } = &mut self.content {
            *rows = lines;
        }
        self
    }

    /// The same with no more to choose from than the first ones.
    #[must_use]
    pub fn choices(mut self, most: usize) -> Field<I> {
        if let Content::Choice { items, .. } = &mut self.content {
            items.truncate(most);
        }
        self
    }

    /// The same with what is known already, to complete what is typed.
    #[must_use]
    pub fn completed_by(mut self, texts: Vec<String>) -> Field<I> {
        if let Content::List { known, .. } = &mut self.content {
            *known = texts;
        }
        self
    }

    /// What is shown while it is empty.
    #[must_use]
    pub fn hint(self, hint: impl Into<String>) -> Field<I> {
        Field { hint: hint.into(), ..self }
    }

    /// Something to know of what stands there.
    #[must_use]
    pub fn remark(self, remark: Option<String>) -> Field<I> {
        Field { remark, ..self }
    }

    pub(super) fn edit(&self) -> Option<&Edit> {
        match &self.content {
            Content::Text(edit) | Content::Date(edit) | Content::Number(edit) => Some(edit),
            Content::List { edit, .. } | Content::Notes { edit, .. } => Some(edit),
            Content::Choice { .. } => None,
        }
    }

    pub(super) fn edit_mut(&mut self) -> Option<&mut Edit> {
        match &mut self.content {
            Content::Text(edit) | Content::Date(edit) | Content::Number(edit) => Some(edit),
            Content::List { edit, .. } | Content::Notes { edit, .. } => Some(edit),
            Content::Choice { .. } => None,
        }
    }

    /// Whether Enter stays inside of it.
    pub(super) fn has_lines(&self) -> bool {
        matches!(self.content, Content::Notes { .. })
    }

    /// What would complete the last of several texts, behind the cursor.
    pub(super) fn completion(&self) -> Option<&str> {
        let Content::List { edit, known } = &self.content else { return None };
        if edit.at() != edit.text().len() {
            return None;
        }
        let mut typed: Vec<&str> = edit.text().split(',').collect();
        let last = typed.pop()?.trim_start();
        if last.is_empty() {
            return None;
        }
        let is_there = |text: &str| typed.iter().any(|typed| typed.trim() == text);
        known.iter().filter(|text| !is_there(text)).find_map(|text| text.strip_prefix(last))
    }

    /// What it holds, or what is wrong with it.
    pub(super) fn value(&self, today: Day) -> Result<Value<I>, String> {
        let value = match &self.content {
            Content::Text(edit) | Content::List { edit, .. } | Content::Notes { edit, .. } => {
                Value::Text(edit.text().trim().to_owned())
            }
            Content::Choice { chosen, .. } => Value::Choice(chosen.clone()),
            Content::Date(edit) if edit.text().trim().is_empty() => Value::Day(None),
            Content::Date(edit) => match spoken::parse_day(edit.text(), today) {
                Some(day) => Value::Day(Some(day)),
                None => return Err(words().ask_no_day()),
            },
            Content::Number(edit) if edit.text().trim().is_empty() => Value::Number(None),
            Content::Number(edit) => match spoken::parse_number(edit.text()) {
                Ok(number) => Value::Number(Some(number)),
                Err(why) => return Err(why.message(edit.text().trim())),
            },
        };
        let is_empty = match &value {
            Value::Text(text) => text.is_empty(),
            Value::Choice(chosen) => chosen.is_none(),
            Value::Day(day) => day.is_none(),
            Value::Number(number) => number.is_none(),
        };
        if self.needed && is_empty { Err(words().ask_needed(&self.label)) } else { Ok(value) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_of_several_is_completed_by_one_that_is_not_there_yet() {
        let known = ["shop", "shelf", "ship"].map(str::to_owned).to_vec();
        let field = |texts: &[&str]| -> Field<()> {
            let texts: Vec<String> = texts.iter().map(|text| (*text).to_owned()).collect();
            Field::list("Tags", &texts, known.clone())
        };
        assert_eq!(field(&["sh"]).completion(), Some("op"));
        assert_eq!(field(&["shop", "sh"]).completion(), Some("elf"));
        assert_eq!(field(&["shop", "shi"]).completion(), Some("p"));
        assert_eq!(field(&["x"]).completion(), None);
        assert_eq!(field(&[]).completion(), None);
    }
}
