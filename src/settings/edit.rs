//! One value of the file is changed, and all else stays as somebody wrote it, to the byte.
//!
//! A value that is there is replaced where it stands, or cut out of its line, so that the comments above and beside it
//! stay. Only a value that is new is put in by the library, which knows where a table ends.

use std::ops::Range;

use toml_edit::{Array, Document, DocumentMut, Item, TableLike, Value};

use super::file::{FILTERS, KEYS};
use super::{Complaint, Name, read};
use crate::words::words;

/// The text with a setting changed; `None` takes it out, so that the default holds. An error where the text is no TOML:
/// then it must not be written over.
pub fn with_value(text: &str, name: Name, to: Option<&str>) -> Result<String, Complaint> {
    set(text, None, name.as_str(), to.map(Value::from))
}

/// The text with other keys for an action; `None` gives it back its own.
pub fn with_keys(text: &str, action: &str, to: Option<&[String]>) -> Result<String, Complaint> {
    let to = to.map(|keys| match keys {
        [only] => Value::from(only.as_str()),
        several => Value::from(several.iter().map(String::as_str).collect::<Array>()),
    });
    set(text, Some(KEYS), action, to)
}

/// The text with a filter saved under a name; `None` forgets it.
pub fn with_filter(text: &str, name: &str, to: Option<&str>) -> Result<String, Complaint> {
    set(text, Some(FILTERS), name, to.map(Value::from))
}

/// Where a value stands that is there already.
struct Place {
    key: Range<usize>,
    value: Range<usize>,
    /// Whether it stands in a line of its own, and not between braces.
    in_line: bool,
}

fn set(text: &str, table: Option<&str>, key: &str, to: Option<Value>) -> Result<String, Complaint> {
    let Ok(document) = text.parse::<Document<String>>() else {
        return Err(read(text).1.remove(0));
    };
    let root: &dyn TableLike = document.as_table();
    let within = match table {
        None => Some(root),
        Some(name) => match root.get(name) {
            None => None,
            Some(item) => Some(item.as_table_like().ok_or_else(|| {
                Complaint::new(words().set_no_table(name), Some(words().set_no_table_hint(name)))
            })?),
        },
    };
    let place = match within.and_then(|within| found(within, key, true)) {
        Some(Found::Value(place)) => Some(place),
        Some(Found::Table) => return Err(no_value(table, key)),
        None => None,
    };
    let changed = match (place, to) {
        (Some(place), Some(to)) => replaced(text, &place.value, &to.to_string()),
        (Some(place), None) if place.in_line => cut(text, &place),
        (Some(_), None) => within_braces(text, table, key),
        (None, None) => text.to_owned(),
        (None, Some(to)) => added(text, table, key, to),
    };
    // Whatever was overlooked above: a file that can be read is never made one that cannot.
    match changed.parse::<Document<String>>() {
        Ok(_) => Ok(changed),
        Err(_) => Err(read(&changed).1.remove(0)),
    }
}

/// What stands under a key.
enum Found {
    Value(Place),
    /// A table, which somebody wrote by hand: what is in it is not thrown away.
    Table,
}

/// What a key leads to; `task.claim` is also found where it was written without quotes, which makes it a table of one.
fn found(within: &dyn TableLike, key: &str, in_line: bool) -> Option<Found> {
    if let Some((found, item)) = within.get_key_value(key) {
        return Some(match (found.span(), item.span()) {
            (Some(key), Some(value)) if item.is_value() => Found::Value(Place { key, value, in_line }),
            _ => Found::Table,
        });
    }
    let (first, rest) = key.split_once('.')?;
    let inner = within.get(first)?;
    found(inner.as_table_like()?, rest, in_line && inner.is_table())
}

/// Why a setting, the keys of an action or a filter cannot be written where a table stands.
fn no_value(table: Option<&str>, key: &str) -> Complaint {
    let words = words();
    match (table, Name::named(key)) {
        (None, Some(name)) => name.refuses(&format!("[{key}]")),
        (Some(FILTERS), _) => Complaint::new(words.set_no_filter(key), Some(words.set_no_filter_hint())),
        _ => Complaint::new(words.set_no_keys(key), Some(words.set_keys_hint(key))),
    }
}

fn replaced(text: &str, at: &Range<usize>, with: &str) -> String {
    format!("{}{with}{}", &text[..at.start], &text[at.end..])
}

/// Without the value: its whole line, unless a comment stands beside it.
fn cut(text: &str, place: &Place) -> String {
    let from = text[..place.key.start].rfind('\n').map_or(0, |at| at + 1);
    let to = text[place.value.end..].find('\n').map_or(text.len(), |at| place.value.end + at + 1);
    let beside = text[place.value.end..to].trim_start_matches([' ', '\t']);
    let beside = if beside.starts_with('#') { beside } else { "" };
    replaced(text, &(from..to), beside)
}

/// Without a value that stands between braces, where no comments are.
fn within_braces(text: &str, table: Option<&str>, key: &str) -> String {
    edited(text, |document| {
        let mut within: Option<&mut dyn TableLike> = Some(document.as_table_mut());
        if let Some(name) = table {
            within = within.and_then(|root| root.get_mut(name)).and_then(Item::as_table_like_mut);
        }
        let mut rest = key;
        while let Some(table) = within {
            if table.remove(rest).is_some() {
                return;
            }
            let Some((first, behind)) = rest.split_once('.') else { return };
            rest = behind;
            within = table.get_mut(first).and_then(Item::as_table_like_mut);
        }
    })
}

/// With a value that was not there. It stands right below the comment that explains it, if that comment is still there
/// and still above all tables.
fn added(text: &str, table: Option<&str>, key: &str, to: Value) -> String {
    if table.is_none()
        && let Some((before, line, after)) = explained(text, key)
    {
        let end = if line.ends_with('\r') { "\r" } else { "" };
        let text = format!("{before}{line}\n{key} = {to}{end}{after}");
        let is_there = |document: Document<String>| document.as_table().contains_key(key);
        if text.parse().is_ok_and(is_there) {
            return text;
        }
    }
    edited(text, |document| {
        let root = document.as_table_mut();
        let within: Option<&mut dyn TableLike> = match table {
            None => Some(root),
            Some(name) => {
                root.entry(name).or_insert_with(|| Item::Table(toml_edit::Table::new())).as_table_like_mut()
            }
        };
        if let Some(within) = within {
            within.insert(key, Item::Value(to));
        }
    })
}

/// The comment `# key = …`: what stands before it, the line, and what follows.
fn explained<'t>(text: &'t str, key: &str) -> Option<(&'t str, &'t str, &'t str)> {
    let beginning = format!("# {key} = ");
    let mut from = 0;
    for line in text.split('\n') {
        let to = from + line.len();
        if line.starts_with(&beginning) {
            return Some((&text[..from], line, &text[to..]));
        }
        from = to + 1;
    }
    None
}

/// Changed by the library, which ends its own lines with a line feed only; where others end otherwise, all do.
fn edited(text: &str, change: impl FnOnce(&mut DocumentMut)) -> String {
    let Ok(mut document) = text.parse::<DocumentMut>() else { return text.to_owned() };
    change(&mut document);
    let changed = document.to_string();
    match text.contains("\r\n") {
        true => changed.replace("\r\n", "\n").replace('\n', "\r\n"),
        false => changed,
    }
}

#[cfg(test)]
mod tests {
    use super::super::template;
    use super::*;
    use crate::words::Language;

    const FILE: &str = "# mine\ntheme = \"light\" # for the office\n\n[keys]\n# claims\n\"task.claim\" = [\"c\", \"F2\"] # both\ntask.done = \"F5\"\n# the end\n";

    #[test]
    fn a_value_is_changed_and_all_else_stays() {
        let text = with_value(FILE, Name::Theme, Some("dark")).unwrap();
        assert_eq!(text, FILE.replace("light", "dark"));
        let text = with_keys(FILE, "task.claim", Some(&["x".into()])).unwrap();
        assert_eq!(text, FILE.replace("[\"c\", \"F2\"]", "\"x\""));
        let text = with_keys(FILE, "task.done", Some(&[])).unwrap();
        assert_eq!(text, FILE.replace("\"F5\"", "[]"), "also where the name has no quotes");
        let windows = FILE.replace('\n', "\r\n");
        let text = with_value(&windows, Name::Theme, Some("dark")).unwrap();
        assert_eq!(text, windows.replace("light", "dark"));
    }

    #[test]
    fn what_is_taken_out_leaves_its_comments() {
        let text = with_value(FILE, Name::Theme, None).unwrap();
        assert_eq!(text, FILE.replace("theme = \"light\" # for", "# for"));
        let text = with_keys(FILE, "task.done", None).unwrap();
        assert_eq!(text, FILE.replace("task.done = \"F5\"\n", ""));
        assert_eq!(with_keys(FILE, "task.drop", None).unwrap(), FILE);
        let braces = "keys = { \"task.claim\" = \"F2\", task.done = \"x\" }\n";
        let text = with_keys(braces, "task.done", None).unwrap();
        let (settings, complaints) = read(&text);
        assert_eq!((settings.keys.len(), complaints), (1, Vec::new()), "{text}");
    }

    #[test]
    fn what_is_new_is_added_without_touching_the_rest() {
        let text = with_value(FILE, Name::Language, Some("id")).unwrap();
        let (settings, complaints) = read(&text);
        assert_eq!((settings.language(), complaints), (Some(Language::Indonesian), Vec::new()));
        let kept = |text: &str| FILE.lines().all(|line| text.lines().any(|other| other == line));
        assert!(kept(&text), "{text}");
        let text = with_filter(FILE, "my week", Some("due:week")).unwrap();
        assert!(kept(&text) && read(&text).0.filters["my week"] == "due:week", "{text}");
        let windows = with_filter(&FILE.replace('\n', "\r\n"), "my week", Some("due:week")).unwrap();
        assert_eq!(windows.replace("\r\n", "\n"), text);
        assert_eq!(windows.matches('\n').count(), windows.matches("\r\n").count());
    }

    #[test]
    fn a_new_value_stands_below_the_comment_that_explains_it() {
        let text = with_value(&template(), Name::Theme, Some("dark")).unwrap();
        assert!(text.contains("# theme = \"auto\"\ntheme = \"dark\"\n"), "{text}");
        let moved = "[keys]\n# theme = \"auto\"\n";
        let text = with_value(moved, Name::Theme, Some("dark")).unwrap();
        assert_eq!(read(&text).0.get(Name::Theme), "dark", "not among the keys: {text}");
    }

    #[test]
    fn a_table_where_a_value_should_stand_is_not_written_over() {
        for text in ["[theme]\nname = \"x\"\n", "theme.name = \"x\"\n", "[[theme]]\nname = \"x\"\n"] {
            let complaint = with_value(text, Name::Theme, Some("dark")).unwrap_err();
            assert!(complaint.message.contains("theme"), "{complaint:?}");
            assert!(with_value(text, Name::Theme, None).is_err());
            let other = with_value(text, Name::Marks, Some("ascii")).unwrap();
            assert_eq!(read(&other).0.get(Name::Marks), "ascii", "{other}");
        }
        assert!(with_filter("[filters.week]\nquery = \"x\"\n", "week", Some("due:week")).is_err());
        let inner = "[keys.task]\nclaim = \"F2\"\n[keys.goal.new]\nx = 1\n";
        assert!(with_keys(inner, "goal.new", Some(&["x".into()])).is_err());
        let text = with_keys(inner, "task.claim", Some(&["x".into()])).unwrap();
        assert_eq!(text, inner.replace("F2", "x"));
    }

    #[test]
    fn a_text_that_cannot_be_read_is_not_written_over() {
        assert!(with_value("mouse = = on", Name::Theme, Some("dark")).is_err());
        let complaint = with_keys("keys = 3\n", "task.claim", Some(&[])).unwrap_err();
        assert!(complaint.message.contains("keys"), "{complaint:?}");
        assert!(with_filter("filters = \"x\"\n", "week", Some("due:week")).is_err());
    }
}
