//! The file itself: what it sets, and what of it is not understood.
//!
//! ```toml
//! theme = "light"
//!
//! [keys]
//! "task.claim" = ["c", "F2"]
//! ```

use std::ops::Range;

use toml_edit::{Item, TableLike, Value};

use super::{Complaint, Name, Settings};
use crate::words::words;

/// The tables of the file.
pub(super) const KEYS: &str = "keys";
pub(super) const FILTERS: &str = "filters";

/// What the text sets, and what of it was not understood. A text that is no TOML sets nothing.
pub fn read(text: &str) -> (Settings, Vec<Complaint>) {
    let document = match text.parse::<toml_edit::Document<String>>() {
        Ok(document) => document,
        Err(error) => {
            let line = error.span().map(|span| line_of(text, &span));
            let said = first_line(error.message());
            return (Settings::default(), vec![Complaint::new(words().set_no_toml(said), None).at(line)]);
        }
    };
    let mut reading = Reading { text, settings: Settings::default(), complaints: Vec::new() };
    for (name, item) in document.as_table() {
        match (name, item.as_table_like()) {
            (KEYS, Some(table)) => reading.keys("", table),
            (FILTERS, Some(table)) => reading.filters(table),
            (KEYS | FILTERS, None) => {
                let hint = words().set_no_table_hint(name);
                reading.complain(item, Complaint::new(words().set_no_table(name), Some(hint)));
            }
            _ => reading.value(name, item),
        }
    }
    (reading.settings, reading.complaints)
}

/// What was understood so far.
struct Reading<'t> {
    text: &'t str,
    settings: Settings,
    complaints: Vec<Complaint>,
}

impl Reading<'_> {
    fn value(&mut self, name: &str, item: &Item) {
        let Some(known) = Name::named(name) else {
            let known: Vec<&str> =
                Name::ALL.iter().map(|name| name.as_str()).chain([KEYS, FILTERS]).collect();
            return self.complain(item, Complaint::of_name(name, &known));
        };
        let said = word(item).unwrap_or_else(|| first_line(&item.to_string()));
        let checked = if item.is_value() { known.check(&said) } else { Err(known.refuses(&said)) };
        match checked {
            Ok(()) => {
                self.settings.lines.insert(name.to_owned(), self.line(item));
                self.settings.values.insert(known, said);
            }
            Err(complaint) => self.complain(item, complaint),
        }
    }

    /// The names of actions have a dot in them. Without quotes that makes tables in the table: they mean the same.
    fn keys(&mut self, before: &str, table: &dyn TableLike) {
        for (name, item) in table.iter() {
            let action = format!("{before}{name}");
            match (key_names(item), item.as_table_like()) {
                (Some(keys), _) => {
                    self.settings.lines.insert(action.clone(), self.line(item));
                    self.settings.keys.insert(action, keys);
                }
                (None, Some(inner)) => self.keys(&format!("{action}."), inner),
                (None, None) => {
                    let hint = words().set_keys_hint(&action);
                    self.complain(item, Complaint::new(words().set_no_keys(&action), Some(hint)));
                }
            }
        }
    }

    fn filters(&mut self, table: &dyn TableLike) {
        for (name, item) in table.iter() {
            match item.as_str() {
                Some(query) => drop(self.settings.filters.insert(name.to_owned(), query.to_owned())),
                None => {
                    let complaint =
                        Complaint::new(words().set_no_filter(name), Some(words().set_no_filter_hint()));
                    self.complain(item, complaint);
                }
            }
        }
    }

    fn complain(&mut self, item: &Item, complaint: Complaint) {
        let line = self.line(item);
        self.complaints.push(complaint.at(Some(line)));
    }

    fn line(&self, item: &Item) -> usize {
        item.span().map_or(1, |span| line_of(self.text, &span))
    }
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

fn first_line(text: &str) -> String {
    text.trim().lines().next().unwrap_or_default().to_owned()
}

fn line_of(text: &str, span: &Range<usize>) -> usize {
    text.as_bytes().iter().take(span.start).filter(|byte| **byte == b'\n').count() + 1
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

    #[test]
    fn what_is_not_understood_is_said_with_its_line_and_the_rest_holds() {
        let text = "thme = \"dark\"\nmarks = \"emoji\"\nlanguage = [\n1]\nmouse = false\nfilters = 3\n[keys]\n\"a.b\" = 3\n";
        let (settings, complaints) = read(text);
        assert_eq!(settings.get(Name::Mouse), "off");
        let said: Vec<_> = complaints.iter().map(|c| (c.line.unwrap(), c.hint.clone().unwrap())).collect();
        assert_eq!(said.iter().map(|(line, _)| *line).collect::<Vec<_>>(), [1, 2, 3, 6, 8]);
        for ((_, hint), expected) in said.iter().zip(["theme", "ascii", "auto", "[filters]", "\"a.b\" ="]) {
            assert!(hint.contains(expected), "{said:?}");
        }
        assert!(complaints.iter().all(|complaint| !complaint.message.contains('\n')));
    }

    #[test]
    fn keys_are_found_however_they_are_written() {
        for text in [
            "[keys]\n\"task.claim\" = \"F2\"\n",
            "[keys]\ntask.claim = [\"F2\"]\n",
            "[keys.task]\nclaim = \"F2\"\n",
            "keys = { \"task.claim\" = \"F2\" }\n",
        ] {
            let (settings, complaints) = read(text);
            assert_eq!(
                (settings.keys["task.claim"].as_slice(), complaints.len()),
                (["F2".to_owned()].as_slice(), 0)
            );
            assert_eq!(settings.line("task.claim"), Some(text.lines().count()));
        }
    }

    #[test]
    fn a_text_that_is_no_toml_sets_nothing() {
        let (settings, complaints) = read("theme = \"dark\"\nmouse = = on\n");
        assert_eq!((settings, complaints.len(), complaints[0].line), (Settings::default(), 1, Some(2)));
    }

    #[test]
    fn the_template_sets_nothing() {
        assert_eq!(read(&template()), (Settings::default(), Vec::new()));
    }
}
