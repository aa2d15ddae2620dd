//! What a form asks, in words: for those who cannot see it.

use super::field::Content;
use super::{Extent, Form, State};
use crate::tui::kit::overlay::picker::Picker;

/// What the keys answer now.
pub enum FormQuestion<'a, I> {
    Field(FieldQuestion<'a>),
    Choice(&'a Picker<I>),
    /// Whether what was typed may go.
    Leaving,
}

/// The field that the keys go to.
pub struct FieldQuestion<'a> {
    pub label: &'a str,
    pub hint: &'a str,
    /// What stands there.
    pub value: &'a str,
    pub kind: Kind<'a>,
    pub last: Last,
}

/// What may stand in a field.
pub enum Kind<'a> {
    Line,
    /// Several lines.
    Notes,
    Day,
    /// One of these labels.
    Choice(Vec<&'a str>),
}

/// Whether another field follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Last {
    Yes,
    No,
}

impl<I: Clone + PartialEq> Form<I> {
    pub fn title(&self) -> &str {
        &self.title
    }

    /// Why it was not taken.
    pub fn complaint(&self) -> Option<&str> {
        self.complaint.as_deref()
    }

    /// What is like the text in the first field: what it is, and a word about it.
    pub fn look_alikes(&self) -> impl Iterator<Item = (&str, &str)> {
        let items = self.alike.iter().flat_map(|alike| &alike.items);
        items.map(|item| (item.label.as_str(), item.detail.as_str()))
    }

    /// What the keys answer now; `None` for a form without fields.
    pub fn question(&self) -> Option<FormQuestion<'_, I>> {
        match &self.state {
            State::Picking(picker) => return Some(FormQuestion::Choice(picker)),
            State::Leaving => return Some(FormQuestion::Leaving),
            State::Filling => {}
        }
        let field = self.fields.get(self.here)?;
        let (value, kind) = match &field.content {
            Content::Text(edit) | Content::List { edit, .. } | Content::Number(edit) => {
                (edit.text(), Kind::Line)
            }
            Content::Notes { edit, .. } => (edit.text(), Kind::Notes),
            Content::Date(edit) => (edit.text(), Kind::Day),
            Content::Choice { items, chosen, .. } => {
                let chosen = items.iter().find(|item| Some(&item.id) == chosen.as_ref());
                let labels = items.iter().map(|item| item.label.as_str()).collect();
                (chosen.map_or("", |item| item.label.as_str()), Kind::Choice(labels))
            }
        };
        // A brief form is one line, and is asked as one.
        let is_last = self.here + 1 >= self.fields.len() || self.extent == Extent::Brief;
        let last = if is_last { Last::Yes } else { Last::No };
        Some(FormQuestion::Field(FieldQuestion { label: &field.label, hint: &field.hint, value, kind, last }))
    }
}
