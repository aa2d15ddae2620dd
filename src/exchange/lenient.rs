//! Reading what other programs wrote: null for an empty list, a number for a text, a date in any of three spellings.

use std::fmt;
use std::ops::Deref;

use chrono::{DateTime, NaiveDateTime, Utc};
use serde::de::{Deserialize, Deserializer, Visitor};

/// A text that may have been written as a number, a truth value or null.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Text(pub String);

impl Text {
    /// The text, unless it is blank.
    pub(super) fn filled(&self) -> Option<String> {
        (!self.0.trim().is_empty()).then(|| self.0.clone())
    }
}

impl Deref for Text {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TextVisitor)
    }
}

struct TextVisitor;

impl Visitor<'_> for TextVisitor {
    type Value = Text;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a text")
    }
    fn visit_str<E>(self, v: &str) -> Result<Text, E> {
        Ok(Text(v.to_owned()))
    }
    fn visit_string<E>(self, v: String) -> Result<Text, E> {
        Ok(Text(v))
    }
    fn visit_u64<E>(self, v: u64) -> Result<Text, E> {
        Ok(Text(v.to_string()))
    }
    fn visit_i64<E>(self, v: i64) -> Result<Text, E> {
        Ok(Text(v.to_string()))
    }
    fn visit_f64<E>(self, v: f64) -> Result<Text, E> {
        Ok(Text(v.to_string()))
    }
    fn visit_bool<E>(self, v: bool) -> Result<Text, E> {
        Ok(Text(v.to_string()))
    }
    fn visit_unit<E>(self) -> Result<Text, E> {
        Ok(Text::default())
    }
}

/// For `#[serde(deserialize_with)]`: null means the empty value.
pub(super) fn or_default<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: Default + Deserialize<'de>,
{
    Ok(Option::<T>::deserialize(deserializer)?.unwrap_or_default())
}

/// An instant as RFC 3339, as Taskwarrior writes it (`20101121T205311Z`), or in seconds since 1970.
pub(super) fn instant(text: &str) -> Option<DateTime<Utc>> {
    if let Ok(at) = DateTime::parse_from_rfc3339(text) {
        return Some(at.with_timezone(&Utc));
    }
    if let Ok(at) = NaiveDateTime::parse_from_str(text, "%Y%m%dT%H%M%SZ") {
        return Some(at.and_utc());
    }
    text.parse().ok().and_then(|seconds| DateTime::from_timestamp(seconds, 0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_in_three_spellings() {
        let at = instant("2010-11-21T20:53:11Z").unwrap();
        assert_eq!(instant("20101121T205311Z"), Some(at));
        assert_eq!(instant("1290372791"), Some(at));
        assert_eq!(instant("2010-11-21T21:53:11+01:00"), Some(at));
        assert_eq!(instant("tomorrow"), None);
        assert_eq!(instant("99999999999999999"), None);
    }

    #[test]
    fn a_text_may_be_a_number_or_null() {
        let texts: Vec<Text> = serde_json::from_str(r#"["a", 1, null, true]"#).unwrap();
        let texts: Vec<&str> = texts.iter().map(|text| &**text).collect();
        assert_eq!(texts, ["a", "1", "", "true"]);
    }
}
