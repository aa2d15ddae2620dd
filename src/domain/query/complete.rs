//! What may be typed at a place of a query: a key, or a value of the key before it.

use super::{Bytes, Choice, Row, Vocabulary};

/// What stands where the cursor is, and so what would complete it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// What a proposal replaces.
    pub at: Bytes,
    /// As much of it as was typed, without quote and comparison.
    pub typed: String,
    /// The key whose value it is; a key is to come where `None`.
    pub key: Option<String>,
}

/// Something that may stand there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// What is put in its place.
    pub text: String,
    /// What it means.
    pub doc: String,
}

impl Place {
    /// The place of a cursor in a text; inside of a word, all of what stands before it.
    pub fn of(text: &str, cursor: usize) -> Place {
        let cursor = (0..=cursor.min(text.len())).rev().find(|i| text.is_char_boundary(*i)).unwrap_or(0);
        let before = &text[..cursor];
        let start = term_start(before);
        let term = &before[start..];
        let (minus, body) = match term.strip_prefix('-') {
            Some(body) => (1, body),
            None => (0, term),
        };
        let start = start + minus;
        let is_key = |key: &str| !key.is_empty() && key.bytes().all(|b| b.is_ascii_alphabetic());
        match body.split_once(':') {
            Some((key, value)) if is_key(key) && !value.starts_with("//") => {
                let value_at = start + key.len() + 1 + value_start(value);
                let typed = before[value_at..].trim_start_matches('"').to_owned();
                Place { at: value_at..cursor, typed, key: Some(key.to_ascii_lowercase()) }
            }
            _ => Place { at: start..cursor, typed: body.to_owned(), key: None },
        }
    }
}

/// Where the term begins in which a text ends: blanks within quotes are part of it.
fn term_start(before: &str) -> usize {
    let (mut start, mut in_quotes, mut escaped) = (0, false, false);
    for (i, c) in before.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' if in_quotes => escaped = true,
            '"' => in_quotes = !in_quotes,
            c if c.is_whitespace() && !in_quotes => start = i + c.len_utf8(),
            _ => {}
        }
    }
    start
}

/// Where the last value of several begins, after its sign of comparison.
fn value_start(values: &str) -> usize {
    let mut start = 0;
    let mut in_quotes = false;
    let bytes = values.as_bytes();
    for (i, c) in values.char_indices() {
        match c {
            '"' => in_quotes = !in_quotes,
            ',' if !in_quotes => start = i + 1,
            '.' if !in_quotes && i > 0 && bytes[i - 1] == b'.' => start = i + 1,
            _ => {}
        }
    }
    start + values[start..].find(|c| !matches!(c, '<' | '>' | '=')).unwrap_or(values.len() - start)
}

impl<K: Copy> Vocabulary<K> {
    /// The keys that begin as typed, as they are to be put.
    pub fn keys(&self, typed: &str) -> Vec<Proposal> {
        let typed = typed.to_lowercase();
        let rows = self.rows.iter().map(|(_, row)| row).filter(|row| row.key.starts_with(&typed));
        rows.map(|row| Proposal { text: format!("{}:", row.key), doc: (row.doc)() }).collect()
    }
}

impl Row {
    /// The words of this key that begin as typed.
    pub fn words(&self, typed: &str) -> Vec<Proposal> {
        let typed = typed.to_lowercase();
        let begun = self.choices.iter().filter(|choice| choice.word.starts_with(&typed));
        begun.map(|Choice { word, doc }| Proposal { text: (*word).to_owned(), doc: doc() }).collect()
    }
}

impl Proposal {
    /// A name as a value.
    pub fn name(name: &str, doc: impl Into<String>) -> Proposal {
        Proposal { text: super::parse::quoted_value(name), doc: doc.into() }
    }
}
