//! The data of an event before it is known what each field is.
//!
//! There are some ninety payloads, and each field of each is read by one of a few functions here: what serde would derive for
//! each payload by itself is twelve times as much program.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;

use crate::domain::calendar::{Day, known};

/// The fields of a JSON object, in the order in which they stand there. What is unknown among them is left alone.
pub struct Raw<'a>(Vec<(Cow<'a, str>, &'a RawValue)>);

type Read<T> = serde_json::Result<T>;

impl<'a> Raw<'a> {
    /// A field that must be there.
    pub fn must<T: Deserialize<'a>>(&self, name: &'static str) -> Read<T> {
        self.field(name)?.ok_or_else(|| Error::missing_field(name))
    }

    /// A field that is read as something else where it is not there.
    pub fn or<T: Deserialize<'a>>(&self, name: &'static str, blank: fn() -> T) -> Read<T> {
        Ok(self.field(name)?.unwrap_or_else(blank))
    }

    /// A field that may be there; `null` is not there.
    pub fn may<T: Deserialize<'a>>(&self, name: &'static str) -> Read<Option<T>> {
        Ok(self.field::<Option<T>>(name)?.flatten())
    }

    /// A field that may be there, and may be emptied by `null`.
    pub fn clear<T: Deserialize<'a>>(&self, name: &'static str) -> Read<Option<Option<T>>> {
        self.field(name)
    }

    /// A day that must be one that somebody can mean: without it the event has no effect.
    pub fn must_day(&self, name: &'static str) -> Read<Day> {
        known(self.must(name)?).ok_or_else(|| Error::custom("a day that nobody can mean"))
    }

    /// A day that may be there. One that nobody can mean says nothing: the rest of the event holds.
    pub fn may_day(&self, name: &'static str) -> Read<Option<Day>> {
        Ok(self.may(name)?.and_then(known))
    }

    /// The same of a day that may be emptied: one that nobody can mean leaves the field as it was.
    pub fn clear_day(&self, name: &'static str) -> Read<Option<Option<Day>>> {
        Ok(match self.clear(name)? {
            Some(Some(day)) => known(day).map(Some),
            left => left,
        })
    }

    fn field<T: Deserialize<'a>>(&self, name: &'static str) -> Read<Option<T>> {
        self.value(name)?.map(|value| serde_json::from_str(value.get())).transpose()
    }

    /// A field that stands there twice is read as neither.
    fn value(&self, name: &'static str) -> Read<Option<&'a RawValue>> {
        let mut values = self.0.iter().filter(|(field, _)| field == name).map(|(_, value)| *value);
        match (values.next(), values.next()) {
            (_, Some(_)) => Err(Error::duplicate_field(name)),
            (value, None) => Ok(value),
        }
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Raw<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Raw<'a>, D::Error> {
        struct Fields;

        impl<'de> Visitor<'de> for Fields {
            type Value = Raw<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Raw<'de>, A::Error> {
                let mut fields = Vec::new();
                while let Some(Name(name)) = map.next_key()? {
                    fields.push((name, map.next_value()?));
                }
                Ok(Raw(fields))
            }
        }

        deserializer.deserialize_map(Fields)
    }
}

#[derive(Deserialize)]
struct Name<'a>(#[serde(borrow)] Cow<'a, str>);

#[cfg(test)]
mod tests {
    use super::*;

    fn raw(json: &str) -> Raw<'_> {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn a_field_that_may_be_there_is_not_there_as_null() {
        let raw = raw(r#"{"a": 1, "b": null, "\u0063": "x\ny", "d": [1], "a ": 2}"#);
        assert_eq!(raw.must::<u8>("a").unwrap(), 1);
        assert_eq!(raw.must::<String>("c").unwrap(), "x\ny", "names and texts may be escaped");
        assert_eq!(
            [raw.may::<u8>("a").unwrap(), raw.may("b").unwrap(), raw.may("e").unwrap()],
            [Some(1), None, None]
        );
        assert_eq!(
            [raw.clear::<u8>("a").unwrap(), raw.clear("b").unwrap(), raw.clear("e").unwrap()],
            [Some(Some(1)), Some(None), None]
        );
        assert_eq!((raw.or("d", Vec::new).unwrap(), raw.or("e", Vec::<u8>::new).unwrap()), (vec![1], vec![]));
        assert!(
            raw.must::<u8>("b").is_err() && raw.must::<u8>("e").is_err() && raw.or::<u8>("b", || 7).is_err()
        );
    }

    #[test]
    fn a_field_that_is_there_twice_or_as_something_else_is_an_error() {
        let raw = raw(r#"{"a": 1, "b": "x", "a": 1, "c": -1, "c": 2}"#);
        assert!(raw.may::<u8>("a").is_err() && raw.may::<u8>("b").is_err());
        assert_eq!(raw.must::<String>("b").unwrap(), "x", "what is unknown may be there twice");
        for text in ["[]", "1", "null", "{", r#"{"a":}"#] {
            assert!(serde_json::from_str::<Raw<'_>>(text).is_err(), "{text}");
        }
    }
}
