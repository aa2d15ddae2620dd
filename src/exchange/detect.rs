//! Tells formats apart by their content, since every one of them is called `something.json`.
//!
//! Lists come in many wrappings: one array, an array of pages, arrays printed one after the other (`][`, as
//! `gh api --paginate` does), or one object a line with or without commas. All are flattened into items here, so that
//! the importers see only items. Items stay raw text: one that cannot be read costs itself, not the file.

use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::value::RawValue;

use super::bundle::FORMAT;
use super::error::ImportError;

/// A file whose format is known.
pub(super) enum Found<'a> {
    Trello(&'a str),
    GitHub(Vec<&'a RawValue>),
    Taskwarrior(Vec<&'a RawValue>),
    Setara(&'a str),
}

/// The text of a file, without the mark that some editors put in front.
pub(super) fn text(bytes: &[u8]) -> Result<&str, ImportError> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    std::str::from_utf8(bytes).map_err(|error| {
        let at = error.valid_up_to();
        match error.error_len() {
            Some(_) => ImportError::NotUtf8 { at },
            // A character that lacks its last bytes: the file was cut there.
            None => {
                let (line, column) = place(&bytes[..at]);
                ImportError::Truncated { line, column }
            }
        }
    })
}

/// Sees which format `text` is in.
pub(super) fn detect(text: &str) -> Result<Found<'_>, ImportError> {
    let values = values(text)?;
    if values.is_empty() {
        return Err(ImportError::Empty);
    }
    let is_object = values[0].get().starts_with('{');
    let items = flatten(values)?;
    for item in &items {
        let Ok(probe) = serde_json::from_str::<Probe>(item.get()) else { continue };
        match probe {
            Probe { format: Some(format), .. } if format.get().trim_matches('"') == FORMAT => {
                return Ok(Found::Setara(text));
            }
            Probe { lists: Some(_), cards: Some(_), .. } if is_object => return Ok(Found::Trello(text)),
            Probe { number: Some(_), title: Some(_), .. } => return Ok(Found::GitHub(items)),
            Probe { description: Some(_), status, uuid, entry, .. }
                if status.is_some() || uuid.is_some() || entry.is_some() =>
            {
                return Ok(Found::Taskwarrior(items));
            }
            _ => {}
        }
    }
    Err(if items.is_empty() { ImportError::Empty } else { ImportError::NotABoard })
}

/// The fields that give a format away; each is skipped over, not read.
#[derive(Deserialize, Default)]
#[serde(default)]
struct Probe<'a> {
    #[serde(borrow)]
    format: Option<&'a RawValue>,
    lists: Option<IgnoredAny>,
    cards: Option<IgnoredAny>,
    number: Option<IgnoredAny>,
    title: Option<IgnoredAny>,
    description: Option<IgnoredAny>,
    status: Option<IgnoredAny>,
    uuid: Option<IgnoredAny>,
    entry: Option<IgnoredAny>,
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

/// The line of the last byte, counted from 1, and how many bytes stand on it.
fn place(text: &[u8]) -> (usize, usize) {
    let lines = text.iter().filter(|byte| **byte == b'\n').count();
    (lines + 1, text.iter().rev().take_while(|byte| **byte != b'\n').count())
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

    fn issues(text: &str) -> usize {
        match detect(text) {
            Ok(Found::GitHub(items)) => items.len(),
            _ => panic!("not seen as issues: {text}"),
        }
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
            assert_eq!(issues(&text), 2, "{text}");
        }
    }

    #[test]
    fn a_byte_order_mark_is_stripped_and_other_encodings_are_named() {
        assert_eq!(text(b"\xef\xbb\xbf[]"), Ok("[]"));
        assert_eq!(text(b"\xff\xfe[\0]\0"), Err(ImportError::NotUtf8 { at: 0 }));
    }

    #[test]
    fn a_cut_file_is_told_from_a_broken_one_with_its_place() {
        let error = |text: &str| detect(text).err().unwrap();
        assert_eq!(error("[1,\n2"), ImportError::Truncated { line: 2, column: 1 });
        assert_eq!(error("[]\n[1,\n x]"), ImportError::NotJson { line: 3, column: 2 });
        assert_eq!(error("[] x"), ImportError::NotJson { line: 1, column: 4 });
        assert_eq!(error("[1,\n-1."), ImportError::Truncated { line: 2, column: 3 });
        assert_eq!(text(&"[\"é".as_bytes()[..3]), Err(ImportError::Truncated { line: 1, column: 2 }));
        assert_eq!(error("hello"), ImportError::NotJson { line: 1, column: 1 });
    }

    #[test]
    fn json_of_another_kind_is_no_board() {
        let error = |text: &str| detect(text).err().unwrap();
        assert_eq!(error(r#"{"message": "Not Found"}"#), ImportError::NotABoard);
        assert_eq!(error("[1, \"a\", null]"), ImportError::NotABoard);
        assert_eq!(error(" \n"), ImportError::Empty);
        assert_eq!(error("[]"), ImportError::Empty);
    }

    #[test]
    fn deep_nesting_neither_panics_nor_overflows() {
        let deep = "[".repeat(200_000);
        assert!(detect(&deep).is_err());
        assert!(detect(&format!("{deep}{}", "]".repeat(200_000))).is_err());
    }
}
