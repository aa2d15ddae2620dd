//! An object of a file, read with patience: an odd field costs that field, never its item or the file, and is said.
//!
//! Fields stay raw text until somebody asks for them, so that a number too large for any program, or a list where a text
//! should be, harms nothing else. What nobody asked for is counted by [`Item::rest`].

use std::borrow::Cow;
use std::cell::Cell;
use std::fmt;

use chrono::{DateTime, Utc};
use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::tally::{Lost, Tally};
use super::when::When;

/// What a field holds that says nothing.
const NOTHING: [&str; 6] = ["null", "\"\"", "[]", "{}", "false", "0"];

/// An object whose fields are asked for by name. Where a name is `"created_at|createdAt"`, the first that is there
/// counts.
pub(super) struct Item<'a> {
    /// Stands before the names of its fields where they are told; nothing for the items of a plain list.
    kind: &'static str,
    fields: Vec<Field<'a>>,
    lost: &'a Tally<Lost>,
}

struct Field<'a> {
    name: Cow<'a, str>,
    raw: &'a RawValue,
    was_asked: Cell<bool>,
}

impl<'a> Item<'a> {
    /// `None` where it is no object.
    pub fn read(raw: &'a RawValue, kind: &'static str, lost: &'a Tally<Lost>) -> Option<Item<'a>> {
        let Fields(read) = serde_json::from_str(raw.get()).ok()?;
        let mut item = Item { kind, fields: Vec::with_capacity(read.len()), lost };
        for (name, raw) in read {
            match item.fields.iter_mut().find(|field| field.name == name) {
                // As every reader of JSON has it, the last one counts.
                Some(field) => {
                    field.raw = raw;
                    lost.add(Lost::Odd(item.called(&name)), "");
                }
                None => item.fields.push(Field { name, raw, was_asked: Cell::new(false) }),
            }
        }
        Some(item)
    }

    /// Whether a field is there with something in it. Asks for nothing.
    pub fn has(&self, name: &str) -> bool {
        self.fields.iter().any(|field| field.name == name && !NOTHING.contains(&field.raw.get()))
    }

    /// A field as it stands in the file, unless it is null or an empty text.
    pub fn raw(&self, names: &str) -> Option<&'a RawValue> {
        let mut found = None;
        for name in names.split('|') {
            if let Some(field) = self.fields.iter().find(|field| field.name == name) {
                field.was_asked.set(true);
                found = found.or(Some(field.raw).filter(|raw| !matches!(raw.get(), "null" | "\"\"")));
            }
        }
        found
    }

    /// A text that is not blank; a number or a truth value counts as its text.
    pub fn text(&self, names: &str) -> Option<String> {
        let text = self.parsed(names, text_of)?;
        (!text.trim().is_empty()).then_some(text)
    }

    /// The same, empty where there is none.
    pub fn string(&self, names: &str) -> String {
        self.text(names).unwrap_or_default()
    }

    /// A truth value, also as 0 and 1 or as a word.
    pub fn flag(&self, names: &str) -> bool {
        let flag = |raw: &RawValue| match text_of(raw)?.trim().to_ascii_lowercase().as_str() {
            "true" | "1" | "yes" => Some(true),
            "false" | "0" | "no" | "" => Some(false),
            _ => None,
        };
        self.parsed(names, flag).unwrap_or(false)
    }

    /// A number, also one that is written as a text.
    pub fn number(&self, names: &str) -> Option<f64> {
        let number =
            |raw: &RawValue| text_of(raw)?.trim().parse().ok().filter(|number: &f64| number.is_finite());
        self.parsed(names, number)
    }

    /// A place among others. Trello's own interface takes "top" and "bottom" for one.
    pub fn place(&self, names: &str) -> f64 {
        let place = |raw: &RawValue| match text_of(raw)?.trim() {
            "top" => Some(f64::MIN),
            "bottom" => Some(f64::MAX),
            text => text.parse().ok().filter(|place: &f64| place.is_finite()),
        };
        self.parsed(names, place).unwrap_or(0.0)
    }

    /// How many; none where that cannot be read.
    pub fn count(&self, names: &str) -> usize {
        self.parsed(names, |raw| text_of(raw)?.trim().parse().ok()).unwrap_or(0)
    }

    /// What a list holds, without what is null in it. What is no list counts as a list of that, but for a connection of
    /// GraphQL, which holds its list inside.
    pub fn list(&self, names: &str) -> Vec<&'a RawValue> {
        let list = |raw: &'a RawValue| match raw.get().starts_with('[') {
            true => serde_json::from_str::<Vec<&RawValue>>(raw.get()).ok(),
            false => Some(self.connected(raw).unwrap_or_else(|| vec![raw])),
        };
        let mut list = self.parsed(names, list).unwrap_or_default();
        list.retain(|raw| raw.get() != "null");
        list
    }

    /// What stands in `{"nodes": […]}` or in `{"edges": [{"node": …}]}`.
    fn connected(&self, raw: &'a RawValue) -> Option<Vec<&'a RawValue>> {
        let connection = Item::read(raw, "", self.lost)?;
        match connection.raw("nodes") {
            Some(nodes) => serde_json::from_str(nodes.get()).ok(),
            None => {
                let edges: Vec<&RawValue> = serde_json::from_str(connection.raw("edges")?.get()).ok()?;
                let edges = edges.into_iter().filter_map(|edge| Item::read(edge, "", self.lost));
                Some(edges.filter_map(|edge| edge.raw("node")).collect())
            }
        }
    }

    /// The objects that stand in its fields.
    pub fn inside(&self) -> impl Iterator<Item = Item<'a>> {
        self.fields.iter().filter_map(|field| Item::read(field.raw, "", self.lost))
    }

    /// The fields whose names begin so, each by the rest of its name.
    pub fn beginning(&self, prefix: &str) -> Vec<(String, &'a RawValue)> {
        let mut found = Vec::new();
        for field in &self.fields {
            if let Some(rest) = field.name.strip_prefix(prefix) {
                field.was_asked.set(true);
                found.push((rest.to_owned(), field.raw));
            }
        }
        found
    }

    /// The objects of a list.
    pub fn items(&self, names: &str, kind: &'static str) -> Vec<Item<'a>> {
        let mut items = Vec::new();
        for raw in self.list(names) {
            match Item::read(raw, kind, self.lost) {
                Some(item) => items.push(item),
                None => self.is_odd(names),
            }
        }
        items
    }

    /// The object in a field.
    pub fn item(&self, names: &str, kind: &'static str) -> Option<Item<'a>> {
        self.parsed(names, |raw| Item::read(raw, kind, self.lost))
    }

    /// An element of one of its lists, if that is an object.
    pub fn part(&self, raw: &'a RawValue, kind: &'static str) -> Option<Item<'a>> {
        Item::read(raw, kind, self.lost)
    }

    /// What the elements of a list are called: texts, or objects that have their name in one of the fields `of`.
    pub fn names(&self, names: &str, of: &str) -> Vec<String> {
        let mut found = Vec::new();
        for raw in self.list(names) {
            let name = match Item::read(raw, "", self.lost) {
                Some(item) => item.text(of),
                None => text_of(raw).filter(|text| !text.trim().is_empty()).or_else(|| {
                    self.is_odd(names);
                    None
                }),
            };
            found.extend(name);
        }
        found
    }

    /// A day or a moment; what cannot be read is counted, with `of` as the example.
    pub fn when(&self, names: &str, of: &str) -> Option<When> {
        let text = self.text(names)?;
        let when = When::read(&text);
        if when.is_none() {
            self.lost.add(Lost::Date, of);
        }
        when
    }

    /// The same as a moment.
    pub fn moment(&self, names: &str, of: &str) -> Option<DateTime<Utc>> {
        self.when(names, of).map(When::moment)
    }

    /// Counts what nobody asked for and is neither empty nor among `silent`: what says nothing of its own, such as ids,
    /// totals and addresses.
    pub fn rest(&self, silent: &[&str]) {
        for field in &self.fields {
            if !field.was_asked.get()
                && !NOTHING.contains(&field.raw.get())
                && !silent.contains(&&*field.name)
            {
                self.lost.add(Lost::Field(self.called(&field.name)), "");
            }
        }
    }

    fn parsed<T>(&self, names: &str, parse: impl Fn(&'a RawValue) -> Option<T>) -> Option<T> {
        let parsed = parse(self.raw(names)?);
        if parsed.is_none() {
            self.is_odd(names);
        }
        parsed
    }

    /// Says that a field held what could not be read.
    pub fn is_odd(&self, names: &str) {
        let name = names.split('|').find(|name| self.fields.iter().any(|field| field.name == *name));
        self.lost.add(Lost::Odd(self.called(name.unwrap_or(names))), "");
    }

    fn called(&self, name: &str) -> String {
        match self.kind {
            "" => name.to_owned(),
            kind => format!("{kind}.{name}"),
        }
    }
}

/// A text, a number or a truth value as text; `None` for a list and an object.
pub(super) fn text_of(raw: &RawValue) -> Option<String> {
    match raw.get().as_bytes().first()? {
        b'"' => serde_json::from_str(raw.get()).ok(),
        b'[' | b'{' => None,
        b'n' => Some(String::new()),
        _ => Some(raw.get().to_owned()),
    }
}

/// The fields of an object in the order of the file, each as often as it is there.
struct Fields<'a>(Vec<(Cow<'a, str>, &'a RawValue)>);

impl<'de> Deserialize<'de> for Fields<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(FieldsVisitor)
    }
}

struct FieldsVisitor;

impl<'de> Visitor<'de> for FieldsVisitor {
    type Value = Fields<'de>;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Fields<'de>, A::Error> {
        let mut fields = Vec::new();
        while let Some(Name(name)) = map.next_key()? {
            fields.push((name, map.next_value()?));
        }
        Ok(Fields(fields))
    }
}

#[derive(Deserialize)]
struct Name<'a>(#[serde(borrow)] Cow<'a, str>);

#[cfg(test)]
mod tests {
    use super::*;

    const ODD: &str = r#"{"name": ["x"], "pos": "bottom", "closed": 0, "due": 1e999, "count": "7", "a": 1, "a": 2,
        "members": [null, "ayu", {"login": "budi"}, ["?"]], "left": "over", "empty": {}, "labels": {"name": "one"}}"#;

    #[test]
    fn an_odd_field_costs_that_field_and_is_said() {
        let lost = Tally::new();
        let raw = serde_json::from_str(ODD).unwrap();
        let item = Item::read(raw, "card", &lost).unwrap();
        assert_eq!(item.text("name"), None);
        assert!(item.place("pos") > 1e300 && !item.flag("closed"));
        assert_eq!((item.number("due"), item.count("count")), (None, 7));
        assert_eq!(item.text("b|a").as_deref(), Some("2"));
        assert_eq!(item.names("members", "login"), ["ayu", "budi"]);
        assert_eq!(item.names("labels", "name"), ["one"]);
        item.rest(&[]);
        let counted: Vec<_> = lost.counted().into_iter().map(|lost| (lost.kind, lost.count)).collect();
        let odd = |name: &str| Lost::Odd(format!("card.{name}"));
        let expected = [odd("a"), odd("due"), odd("members"), odd("name")].map(|odd| (odd, 1));
        assert_eq!(counted[1..], expected);
        assert_eq!(counted[0], (Lost::Field("card.left".into()), 1));
    }

    #[test]
    fn what_is_no_object_is_none() {
        let lost = Tally::new();
        for text in ["7", "null", "[]", "\"a\""] {
            assert!(Item::read(serde_json::from_str(text).unwrap(), "", &lost).is_none(), "{text}");
        }
    }
}
