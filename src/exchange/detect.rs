//! Tells formats apart by what only one of them has: the name of a file says nothing, and every export is called
//! `something.json`.
//!
//! Lists of JSON come in many wrappings: one array, an array of pages, arrays printed one after the other (`][`, as
//! `gh api --paginate` does), or one object a line with or without commas. All are flattened into items here, so that
//! the importers see only items. Items stay raw text: one that cannot be read costs itself, not the file.

use serde_json::value::RawValue;

use super::error::ImportError;
use super::import::{Import, Options};
use super::input::place;
use super::item::Item;
use super::table::Told;
use super::tally::{Lost, Tally};
use super::{github, json, obsidian, planka, table, tasklist, taskwarrior, todotxt, trello, wekan};

/// A format: what gives it away, and how it is read.
pub(super) struct Format {
    pub is_json: bool,
    /// Whether its tasks stand in lists, to which `--list` may give a state.
    pub has_lists: bool,
    pub recognises: fn(&File) -> bool,
    pub read: fn(&File, &Options) -> Result<Import, ImportError>,
}

/// The first that recognises a file reads it: those that know themselves by a sign of their own stand before those that
/// go by the shape of lines.
const FORMATS: [Format; 11] = [
    json::FORMAT,
    trello::FORMAT,
    wekan::FORMAT,
    planka::FORMAT,
    github::project::FORMAT,
    github::FORMAT,
    taskwarrior::FORMAT,
    obsidian::FORMAT,
    table::FORMAT,
    tasklist::FORMAT,
    todotxt::FORMAT,
];

/// A file whose format is not known yet.
pub(super) struct File<'a> {
    pub text: &'a str,
    /// What its columns were told to be, if it has any.
    pub columns: &'a [Told],
    json: Result<Json<'a>, ImportError>,
}

/// What a file of JSON holds.
#[derive(Default)]
pub(super) struct Json<'a> {
    /// The one object that it is, if it is one.
    root: Option<(&'a RawValue, Item<'a>)>,
    /// What stands in its lists, flattened.
    pub items: Vec<&'a RawValue>,
    /// Of what was looked at to recognise a format nothing is counted.
    scratch: Option<&'a Tally<Lost>>,
}

impl<'a> File<'a> {
    pub fn new(text: &'a str, columns: &'a [Told], scratch: &'a Tally<Lost>) -> Self {
        let json = match text.trim_start().as_bytes().first() {
            Some(b'{' | b'[') => Json::read(text, scratch),
            _ => Err(ImportError::NotABoard { may_be: None }),
        };
        File { text, columns, json }
    }

    /// Whether it is meant as JSON, also where it is cut or broken. A link of Markdown begins like a list.
    fn is_json(&self) -> bool {
        match &self.json {
            Ok(_) => true,
            Err(ImportError::NotJson { line: 1, column: ..=2 }) => self.text.trim_start().starts_with('{'),
            Err(ImportError::NotABoard { .. }) => false,
            Err(_) => true,
        }
    }

    /// What it holds, if it is JSON.
    pub fn json(&self) -> Option<&Json<'a>> {
        self.json.as_ref().ok()
    }

    /// The one object that it is, if it is one, as it stands in the file.
    pub fn object(&self) -> Option<&'a RawValue> {
        self.json()?.root.as_ref().map(|(raw, _)| *raw)
    }

    /// The format, or why there is none.
    pub fn format(&self) -> Result<&'static Format, ImportError> {
        if self.text.trim().is_empty() {
            return Err(ImportError::Empty);
        }
        let fits = |format: &&Format| format.is_json == self.is_json() && (format.recognises)(self);
        if let Some(format) = FORMATS.iter().find(fits) {
            return Ok(format);
        }
        match &self.json {
            Err(error) => Err(error.clone()),
            Ok(json) if json.items.is_empty() => Err(ImportError::Empty),
            Ok(_) => Err(ImportError::NotABoard { may_be: None }),
        }
    }
}

impl<'a> Json<'a> {
    fn read(text: &'a str, scratch: &'a Tally<Lost>) -> Result<Self, ImportError> {
        let values = values(text)?;
        let root = match values[..] {
            [one] => Item::read(one, "", scratch).map(|item| (one, item)),
            _ => None,
        };
        Ok(Json { root, items: flatten(values)?, scratch: Some(scratch) })
    }

    /// The one object that it is, to be looked at.
    pub fn root(&self) -> Option<&Item<'a>> {
        self.root.as_ref().map(|(_, item)| item)
    }

    /// What an interface of GraphQL answered: the `data` of each object.
    pub fn answers(&self) -> impl Iterator<Item = Item<'a>> {
        let items =
            self.scratch.map(|scratch| self.items.iter().filter_map(|raw| Item::read(raw, "", scratch)));
        items.into_iter().flatten().filter_map(|item| item.item("data", ""))
    }

    /// Whether one of the objects in its lists is like that.
    pub fn any(&self, test: impl Fn(&Item) -> bool) -> bool {
        let Some(scratch) = self.scratch else { return false };
        self.items.iter().filter_map(|raw| Item::read(raw, "", scratch)).any(|item| test(&item))
    }
}

/// The JSON values that follow one another in a text, with or without commas between.
fn values(text: &str) -> Result<Vec<&RawValue>, ImportError> {
    let mut values = Vec::new();
    let mut start = 0;
    loop {
        let rest = text[start..].trim_start_matches([' ', '\t', '\r', '\n', ',']);
        start = text.len() - rest.len();
        let mut stream = serde_json::Deserializer::from_str(rest).into_iter::<&RawValue>();
        match stream.next() {
            None => return Ok(values),
            Some(Ok(value)) => values.push(value),
            Some(Err(error)) => return Err(placed(text, start, &error)),
        }
        start += stream.byte_offset();
    }
}

/// An error of the text from byte `start` on, with line and column of the whole text.
fn placed(text: &str, start: usize, error: &serde_json::Error) -> ImportError {
    let (lines, on_line) = place(&text.as_bytes()[..start]);
    let line = lines - 1 + error.line();
    let column = if error.line() == 1 { on_line + error.column() } else { error.column() };
    // A number that was cut behind its sign, point or exponent is a syntax error to serde, at the very end.
    let is_last = place(text.as_bytes()) == (line, column);
    match ImportError::json(error) {
        ImportError::Truncated { .. } => ImportError::Truncated { line, column },
        _ if is_last && text.ends_with(['-', '+', '.', 'e', 'E']) => ImportError::Truncated { line, column },
        _ => ImportError::NotJson { line, column },
    }
}

/// The items inside of arrays and arrays of arrays.
fn flatten(values: Vec<&RawValue>) -> Result<Vec<&RawValue>, ImportError> {
    let mut items = Vec::new();
    for value in values {
        for value in elements(value)? {
            items.extend(elements(value)?);
        }
    }
    Ok(items)
}

fn elements(value: &RawValue) -> Result<Vec<&RawValue>, ImportError> {
    match value.get().starts_with('[') {
        true => serde_json::from_str(value.get()).map_err(|error| ImportError::json(&error)),
        false => Ok(vec![value]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::import::{Source, read};

    fn source(text: &str) -> Result<Source, ImportError> {
        read(text.as_bytes(), &Options::default()).map(|import| import.source)
    }

    #[test]
    fn every_wrapping_of_a_list_is_flattened() {
        let (a, b) = (r#"{"number":1,"title":"a"}"#, r#"{"number":2,"title":"b"}"#);
        for text in [
            format!("[{a},{b}]"),
            format!("[[{a}],[{b}]]"),
            format!("[{a}][{b}]"),
            format!("[{a}]\n[{b}]\n"),
            format!("{a}\n{b}\n"),
            format!("{a},\r\n{b}"),
        ] {
            let scratch = Tally::new();
            assert_eq!(File::new(&text, &[], &scratch).json().unwrap().items.len(), 2, "{text}");
            assert_eq!(source(&text), Ok(Source::GitHub));
        }
    }

    #[test]
    fn a_cut_file_is_told_from_a_broken_one_with_its_place() {
        let error = |text: &str| source(text).unwrap_err();
        assert_eq!(error("[1,\n2"), ImportError::Truncated { line: 2, column: 1 });
        assert_eq!(error("[]\n[1,\n x]"), ImportError::NotJson { line: 3, column: 2 });
        assert_eq!(error("[] x"), ImportError::NotJson { line: 1, column: 4 });
        assert_eq!(error("[1,\n-1."), ImportError::Truncated { line: 2, column: 3 });
    }

    #[test]
    fn what_is_no_board_is_none_whatever_its_first_letter() {
        let error = |text: &str| source(text).unwrap_err();
        for text in ["hello", "---\ntitle: x\n---", "title,of\n", "true", "null", "-", "\"a\"", "7"] {
            assert_eq!(error(text), ImportError::NotABoard { may_be: None }, "{text}");
        }
        for text in [r#"{"message": "Not Found"}"#, "[1, \"a\", null]", "{}", r#"{"lists": [], "cards": []}"#]
        {
            assert_eq!(error(text), ImportError::NotABoard { may_be: None }, "{text}");
        }
        for text in [" \n", "[]", "[[], []]"] {
            assert_eq!(error(text), ImportError::Empty, "{text}");
        }
    }

    #[test]
    fn deep_nesting_neither_panics_nor_overflows() {
        let deep = "[".repeat(200_000);
        assert!(source(&deep).is_err());
        assert!(source(&format!("{deep}{}", "]".repeat(200_000))).is_err());
    }
}
