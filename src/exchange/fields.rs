//! Counts the fields that no importer takes, by name, so that none vanishes unsaid.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::tally::{Lost, Tally};

/// How often each field was seen with something in it.
#[derive(Debug, Default)]
pub(super) struct Fields(BTreeMap<String, usize>);

impl Fields {
    /// Counts the filled fields of one item, except for those in `known`. `known` holds what the importer takes, and
    /// what carries nothing of its own (ids, totals, addresses of the API).
    pub(super) fn count(&mut self, item: &RawValue, known: &[&str], prefix: &str) {
        let mut deserializer = serde_json::Deserializer::from_str(item.get());
        // What is no object was already counted as unreadable.
        let _ = Names { fields: self, known, prefix }.deserialize(&mut deserializer);
    }

    pub(super) fn add(&mut self, name: &str) {
        match self.0.get_mut(name) {
            Some(count) => *count += 1,
            None => drop(self.0.insert(name.to_owned(), 1)),
        }
    }

    /// Moves the counts into the tally of all that was left out.
    pub(super) fn finish(self, lost: &mut Tally<Lost>) {
        for (name, count) in self.0 {
            lost.add_many(Lost::Field(name), count, "");
        }
    }
}

struct Names<'f> {
    fields: &'f mut Fields,
    known: &'f [&'f str],
    prefix: &'f str,
}

impl<'de> DeserializeSeed<'de> for Names<'_> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Names<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(name) = map.next_key::<std::borrow::Cow<'de, str>>()? {
            let value: &RawValue = map.next_value()?;
            let is_empty = matches!(value.get(), "null" | "\"\"" | "[]" | "{}" | "false" | "0");
            if is_empty || self.known.contains(&&*name) {
                continue;
            }
            match self.prefix {
                "" => self.fields.add(&name),
                prefix => self.fields.add(&format!("{prefix}.{name}")),
            }
        }
        Ok(())
    }
}
