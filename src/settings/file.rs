//! The file itself: how it is read, and how one value is changed while all else stays as somebody wrote it.
//!
//! ```toml
//! theme = "light"
//!
//! [keys]
//! "task.claim" = ["c", "F2"]
//! ```

use std::ops::Range;

use toml_edit::{Array, DocumentMut, Item, Table, Value, value};

use super::{Complaint, Name, Settings};
use crate::words::words;

/// The tables of the file.
const KEYS: &str = "keys";
const FILTERS: &str = "filters";

/// What the text sets, and what of it was not understood. A text that is no TOML sets nothing.
pub fn read(text: &str) -> (Settings, Vec<Complaint>) {
    let document = match text.parse::<toml_edit::Document<String>>() {
        Ok(document) => document,
        Err(error) => {
            let line = error.span().map(|span| line_of(text, &span));
            let said = error.message().lines().next().unwrap_or_default().to_owned();
            return (Settings::default(), vec![Complaint::new(words().set_no_toml(said), None).at(line)]);
        }
    };
    let (mut settings, mut complaints) = (Settings::default(), Vec::new());
    for (name, item) in document.as_table() {
        let line = item.span().map(|span| line_of(text, &span));
        let complaint = match (name, item.as_table()) {
            (KEYS, Some(table)) => {
                for (action, item) in table {
                    match key_names(item) {
                        Some(keys) => drop(settings.keys.insert(action.to_owned(), keys)),
                        None => complaints.push(
                            Complaint::new(words().set_no_keys(action), Some(words().set_keys_hint(action)))
                                .at(item.span().map(|span| line_of(text, &span))),
                        ),
                    }
                }
                None
            }
            (FILTERS, Some(table)) => {
                let saved = table
                    .iter()
                    .filter_map(|(name, item)| Some((name.to_owned(), item.as_str()?.to_owned())));
                settings.filters.extend(saved);
                None
            }
            _ => match Name::named(name) {
                None => Some(Complaint::of_name(name, &Name::ALL.map(Name::as_str))),
                Some(known) => match word(item) {
                    None => Some(Complaint::of_value(name, item.to_string().trim(), &[])),
                    Some(said) => match known.check(&said) {
                        Ok(()) => {
                            settings.values.insert(known, said);
                            None
                        }
                        Err(complaint) => Some(complaint),
                    },
                },
            },
        };
        complaints.extend(complaint.map(|complaint| complaint.at(line)));
    }
    (settings, complaints)
}

/// The saved filters of a text, as [`read`] finds them.
pub fn filters(text: &str) -> std::collections::BTreeMap<String, String> {
    read(text).0.filters
}

/// A value as a word; `true` and `false` say on and off.
fn word(item: &Item) -> Option<String> {
    match item.as_value()? {
        Value::String(text) => Some(text.value().clone()),
        Value::Boolean(flag) => Some(if *flag.value() { "on" } else { "off" }.to_owned()),
        _ => None,
    }
}

/// One key or a list of them.
fn key_names(item: &Item) -> Option<Vec<String>> {
    match item.as_value()? {
        Value::String(key) => Some(vec![key.value().clone()]),
        Value::Array(keys) => keys.iter().map(|key| key.as_str().map(str::to_owned)).collect(),
        _ => None,
    }
}

fn line_of(text: &str, span: &Range<usize>) -> usize {
    text.as_bytes().iter().take(span.start).filter(|byte| **byte == b'\n').count() + 1
}

/// The text with a setting changed; `None` takes it out, so that the default holds. An error where the text is no TOML:
/// then it must not be written over.
pub fn with_value(text: &str, name: Name, to: Option<&str>) -> Result<String, Complaint> {
    // A value that is set for the first time stands right below the comment that explains it.
    let explained = format!("# {} = ", name.as_str());
    if let Some(to) = to
        && let (settings, _) = read(text)
        && !settings.is_set(name)
        && let Some((at, line)) = line_with(text, &explained)
    {
        let end = at + line.len();
        let text = format!("{}\n{} = {}{}", &text[..end], name.as_str(), Value::from(to), &text[end..]);
        return edited(&text, |_| ());
    }
    edited(text, |document| match to {
        Some(to) => document[name.as_str()] = value(to),
        None => drop(document.remove(name.as_str())),
    })
}

/// The text with other keys for an action; `None` gives it back its own.
pub fn with_keys(text: &str, action: &str, to: Option<&[String]>) -> Result<String, Complaint> {
    edited(text, |document| {
        let item = to.map(|keys| match keys {
            [only] => value(only.as_str()),
            several => value(several.iter().map(String::as_str).collect::<Array>()),
        });
        set_in(document, KEYS, action, item);
    })
}

/// The text with a filter saved under a name; `None` forgets it.
pub fn with_filter(text: &str, name: &str, to: Option<&str>) -> Result<String, Complaint> {
    edited(text, |document| set_in(document, FILTERS, name, to.map(value)))
}

/// The first line that begins so, with the byte at which it begins.
fn line_with<'t>(text: &'t str, beginning: &str) -> Option<(usize, &'t str)> {
    let mut at = 0;
    for line in text.split('\n') {
        if line.starts_with(beginning) {
            return Some((at, line));
        }
        at += line.len() + 1;
    }
    None
}

fn set_in(document: &mut DocumentMut, table: &str, key: &str, item: Option<Item>) {
    let entry = document.entry(table).or_insert_with(|| Item::Table(Table::new()));
    let Some(entry) = entry.as_table_mut() else { return };
    match item {
        Some(item) => drop(entry.insert(key, item)),
        None => drop(entry.remove(key)),
    }
}

fn edited(text: &str, change: impl FnOnce(&mut DocumentMut)) -> Result<String, Complaint> {
    let (_, mut complaints) = read(text);
    let mut document: DocumentMut = match text.parse() {
        Ok(document) => document,
        Err(_) => return Err(complaints.remove(0)),
    };
    change(&mut document);
    Ok(document.to_string())
}

/// A file for somebody who has none: every setting with what it does, none of them set.
pub fn template() -> String {
    let mut text = format!("# {}\n", words().set_file());
    for name in Name::ALL {
        text.push_str(&format!("\n# {}\n", name.doc()));
        if let super::Takes::Words(known) = name.takes() {
            text.push_str(&format!("# {}\n", words().set_takes(known.join(", "))));
        }
        text.push_str(&format!("# {} = \"{}\"\n", name.as_str(), name.default()));
    }
    text.push_str(&format!(
        "\n# {}\n[{KEYS}]\n# \"task.claim\" = [\"c\", \"F2\"]\n",
        words().set_file_keys()
    ));
    text.push_str(&format!(
        "\n# {}\n[{FILTERS}]\n# week = \"lead:me due:week\"\n",
        words().set_file_filters()
    ));
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "# mine\ntheme = \"light\" # for the office\n\n[keys]\n# claims\n\"task.claim\" = [\"c\", \"F2\"]\n\"task.done\" = \"F5\"\n";

    #[test]
    fn a_value_is_changed_and_every_comment_stays() {
        let text = with_value(FILE, Name::Theme, Some("dark")).unwrap();
        assert!(text.contains("# mine\ntheme = \"dark\""), "{text}");
        assert!(text.contains("# claims"), "{text}");
        let text = with_keys(&text, "task.done", Some(&["x".into()])).unwrap();
        let text = with_value(&text, Name::Language, Some("id")).unwrap();
        let (settings, complaints) = read(&text);
        assert_eq!(
            (settings.get(Name::Theme), settings.language()),
            ("dark", Some(crate::words::Language::Indonesian))
        );
        assert_eq!(
            (settings.keys["task.done"].as_slice(), complaints.len()),
            (["x".to_owned()].as_slice(), 0)
        );
        let text = with_keys(&text, "task.done", None).unwrap();
        assert!(!read(&text).0.keys.contains_key("task.done"), "{text}");
    }

    #[test]
    fn what_is_not_understood_is_said_with_its_line_and_the_rest_holds() {
        let (settings, complaints) =
            read("thme = \"dark\"\nmarks = \"emoji\"\nmouse = false\n[keys]\n\"a.b\" = 3\n");
        assert_eq!(settings.get(Name::Mouse), "off");
        let said: Vec<_> =
            complaints.iter().map(|c| (c.line, c.message.as_str(), c.hint.as_deref())).collect();
        assert_eq!(said.len(), 3, "{said:?}");
        assert_eq!(said[0].0, Some(1));
        assert!(said[0].2.unwrap().contains("theme"), "{said:?}");
        assert!(said[1].2.unwrap().contains("ascii"), "{said:?}");
        assert_eq!(said[2].0, Some(5));
    }

    #[test]
    fn a_text_that_is_no_toml_sets_nothing_and_is_not_written_over() {
        let (settings, complaints) = read("theme = \"dark\"\nmouse = = on\n");
        assert_eq!((settings, complaints.len(), complaints[0].line), (Settings::default(), 1, Some(2)));
        assert!(with_value("mouse = = on", Name::Theme, Some("dark")).is_err());
    }

    #[test]
    fn the_template_sets_nothing_and_can_be_filled() {
        let text = template();
        assert_eq!(read(&text), (Settings::default(), Vec::new()));
        let text = with_value(&text, Name::Marks, Some("ascii")).unwrap();
        let text = with_filter(&text, "week", Some("due:week")).unwrap();
        let (settings, _) = read(&text);
        assert_eq!((settings.get(Name::Marks), settings.filters["week"].as_str()), ("ascii", "due:week"));
    }
}
