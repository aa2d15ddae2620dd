//! A person's settings: one TOML file with comments, read once at the start and written value by value.
//!
//! Pure: text in, values and complaints out; who reads and writes the file is `session`. What a team has agreed on is
//! not here: that belongs to the board.
//!
//! **Invariants:** a file that cannot be read changes nothing and is never overwritten; a value that is set leaves every
//! comment and every other line as they were; what is not understood is said once, with the nearest name that is.

mod chosen;
mod complaint;
mod edit;
mod file;
mod panes;

use std::collections::BTreeMap;

pub use complaint::{Complaint, nearest};
pub use edit::{with_filter, with_keys, with_value};
pub use file::{read, template};
pub use panes::Panes;

use crate::words::{Language, words};

/// One setting that has a value: everything but the keys and the saved filters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Name {
    Language,
    Theme,
    Marks,
    Mouse,
    Clipboard,
    Links,
    Panes,
    Group,
    Order,
    Columns,
    Hints,
    Bell,
}

/// What a setting takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Takes {
    /// One of these words, the first of which is the default.
    Words(&'static [&'static str]),
    /// A theme's name: one of our own, or a file of the person's.
    Theme,
    /// Sizes, as [`Panes`] reads them.
    Panes,
}

/// What a person has set.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settings {
    values: BTreeMap<Name, String>,
    /// The keys of actions, by the action's name; an empty list takes its keys away.
    pub keys: BTreeMap<String, Vec<String>>,
    /// Saved filters, by their names.
    pub filters: BTreeMap<String, String>,
    /// The lines of the file on which values and keys are set, by the name of the setting or the action.
    lines: BTreeMap<String, usize>,
}

impl Name {
    pub const ALL: [Name; 12] = [
        Name::Language,
        Name::Theme,
        Name::Marks,
        Name::Mouse,
        Name::Clipboard,
        Name::Links,
        Name::Panes,
        Name::Group,
        Name::Order,
        Name::Columns,
        Name::Hints,
        Name::Bell,
    ];

    /// As the file and the command line call it.
    pub fn as_str(self) -> &'static str {
        match self {
            Name::Language => "language",
            Name::Theme => "theme",
            Name::Marks => "marks",
            Name::Mouse => "mouse",
            Name::Clipboard => "clipboard",
            Name::Links => "links",
            Name::Panes => "panes",
            Name::Group => "group",
            Name::Order => "order",
            Name::Columns => "columns",
            Name::Hints => "hints",
            Name::Bell => "bell",
        }
    }

    pub fn named(name: &str) -> Option<Name> {
        Name::ALL.into_iter().find(|known| known.as_str() == name)
    }

    pub fn takes(self) -> Takes {
        match self {
            Name::Language => Takes::Words(&["auto", "en", "id"]),
            Name::Theme => Takes::Theme,
            Name::Panes => Takes::Panes,
            Name::Marks => Takes::Words(&["auto", "unicode", "ascii"]),
            Name::Links => Takes::Words(&["auto", "on", "off"]),
            Name::Group => Takes::Words(&["state", "goal", "role", "lead", "none"]),
            Name::Order => Takes::Words(&["pull", "due", "age"]),
            Name::Columns | Name::Bell => Takes::Words(&["off", "on"]),
            Name::Mouse | Name::Clipboard | Name::Hints => Takes::Words(&["on", "off"]),
        }
    }

    /// The value where none is set.
    pub fn default(self) -> &'static str {
        match self.takes() {
            Takes::Words(words) => words[0],
            Takes::Theme | Takes::Panes => "auto",
        }
    }

    /// In a sentence.
    pub fn doc(self) -> String {
        let words = words();
        match self {
            Name::Language => words.set_language_doc(),
            Name::Theme => words.set_theme_doc(),
            Name::Marks => words.set_marks_doc(),
            Name::Mouse => words.set_mouse_doc(),
            Name::Clipboard => words.set_clipboard_doc(),
            Name::Links => words.set_links_doc(),
            Name::Panes => words.set_panes_doc(),
            Name::Group => words.set_group_doc(),
            Name::Order => words.set_order_doc(),
            Name::Columns => words.set_columns_doc(),
            Name::Hints => words.set_hints_doc(),
            Name::Bell => words.set_bell_doc(),
        }
    }

    /// Whether it takes the value; the message where it does not.
    pub fn check(self, value: &str) -> Result<(), Complaint> {
        match self.takes() {
            Takes::Words(known) if !known.contains(&value) => Err(self.refuses(value)),
            Takes::Panes if Panes::read(value).is_none() => Err(self.refuses(value)),
            _ => Ok(()),
        }
    }

    /// What is said of a value that it does not take.
    fn refuses(self, value: &str) -> Complaint {
        match self.takes() {
            Takes::Words(known) => Complaint::of_value(self.as_str(), value, known),
            Takes::Theme => Complaint::of_value(self.as_str(), value, &["auto"]),
            Takes::Panes => Complaint::of_value(self.as_str(), value, &["auto", "left 55%, goals 6, low 9"]),
        }
    }
}

impl Settings {
    /// The value of a setting, or its default.
    pub fn get(&self, name: Name) -> &str {
        self.values.get(&name).map_or(name.default(), String::as_str)
    }

    /// Whether a person has set it.
    pub fn is_set(&self, name: Name) -> bool {
        self.values.contains_key(&name)
    }

    /// The line of the file on which a setting, or the keys of an action, are set.
    pub fn line(&self, name: &str) -> Option<usize> {
        self.lines.get(name).copied()
    }

    /// The language, where one is set.
    pub fn language(&self) -> Option<Language> {
        Language::named(self.get(Name::Language))
    }
}
