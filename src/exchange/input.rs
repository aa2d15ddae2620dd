//! From the bytes of a file to text: unpacked, decoded, and whole.

use std::borrow::Cow;
use std::io::Read;

use flate2::read::MultiGzDecoder;

use super::error::{ImportError, Other};

/// No board is larger; what grows beyond it while it is unpacked was made to fill a memory.
const MOST: u64 = 1 << 30;

/// How a file begins that gzip packed.
pub(super) const GZIP: &[u8] = b"\x1f\x8b";

/// A file as text.
#[derive(Debug)]
pub(super) struct Input<'a> {
    pub text: Cow<'a, str>,
    /// How many halves of characters stood in it (`\ud83d` without its other half), each a U+FFFD now.
    pub halves: usize,
    /// In which encoding it was, where that was guessed: no file says so.
    pub guessed: Option<&'static str>,
}

/// Unpacks and decodes a file.
pub(super) fn read(bytes: &[u8]) -> Result<Input<'_>, ImportError> {
    if bytes.starts_with(GZIP) {
        let mut unpacked = Vec::new();
        let read = MultiGzDecoder::new(bytes).take(MOST + 1).read_to_end(&mut unpacked);
        read.map_err(|_| ImportError::Unpacking)?;
        if unpacked.len() as u64 > MOST {
            return Err(ImportError::TooLarge);
        }
        let input = decode(&unpacked)?;
        return Ok(Input { text: Cow::Owned(input.text.into_owned()), ..input });
    }
    decode(bytes)
}

fn decode(bytes: &[u8]) -> Result<Input<'_>, ImportError> {
    if let Some(other) = Other::of(bytes) {
        return Err(ImportError::NotABoard { may_be: Some(other) });
    }
    let (text, guessed) = match bytes {
        [0xff, 0xfe, rest @ ..] => (Cow::Owned(utf16(rest, u16::from_le_bytes)), None),
        [0xfe, 0xff, rest @ ..] => (Cow::Owned(utf16(rest, u16::from_be_bytes)), None),
        [0xef, 0xbb, 0xbf, rest @ ..] | rest => text(rest)?,
    };
    let (text, halves) = without_halves(text);
    Ok(Input { text, halves, guessed })
}

/// UTF-8, or what spreadsheets of Western Europe and America write where it is none. JSON is never anything else.
fn text(bytes: &[u8]) -> Result<(Cow<'_, str>, Option<&'static str>), ImportError> {
    let error = match std::str::from_utf8(bytes) {
        Ok(text) => return Ok((Cow::Borrowed(text), None)),
        Err(error) => error,
    };
    let at = error.valid_up_to();
    let is_json = bytes.trim_ascii_start().first().is_some_and(|first| matches!(first, b'{' | b'['));
    match error.error_len() {
        // A character that lacks its last bytes: the file was cut there.
        None => {
            let (line, column) = place(&bytes[..at]);
            Err(ImportError::Truncated { line, column })
        }
        Some(_) if is_json || bytes.contains(&0) => Err(ImportError::NotUtf8 { at }),
        Some(_) => Ok((Cow::Owned(bytes.iter().copied().map(windows_1252).collect()), Some("windows-1252"))),
    }
}

/// UTF-16, with a U+FFFD for each half of a character, and for a byte that is left over.
fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let (units, rest) = bytes.as_chunks();
    let mut text: String = char::decode_utf16(units.iter().copied().map(unit))
        .map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect();
    text.extend(rest.first().map(|_| char::REPLACEMENT_CHARACTER));
    text
}

/// The character of a byte in windows-1252, as the Encoding Standard has it: Latin-1, with signs in the place of most of its
/// control characters.
fn windows_1252(byte: u8) -> char {
    const SIGNS: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
        '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9f => SIGNS[usize::from(byte - 0x80)],
        byte => byte.into(),
    }
}

/// The line of the last byte, counted from 1, and how many bytes stand on it.
pub(super) fn place(text: &[u8]) -> (usize, usize) {
    let lines = text.iter().filter(|byte| **byte == b'\n').count();
    (lines + 1, text.iter().rev().take_while(|byte| **byte != b'\n').count())
}

/// JavaScript cuts texts between the two halves of a character, and writes what is left as `\ud83d`. JSON allows it, no
/// UTF-8 text can hold it.
fn without_halves(text: Cow<'_, str>) -> (Cow<'_, str>, usize) {
    let mut halves = Vec::new();
    let mut at = 0;
    while let Some(found) = text.as_bytes()[at..].iter().position(|byte| *byte == b'\\') {
        at += found;
        match (surrogate(&text, at), surrogate(&text, at + 6)) {
            (Some(Half::First), Some(Half::Second)) => at += 12,
            (Some(_), _) => {
                halves.push(at);
                at += 6;
            }
            // Whatever follows belongs to this escape: `\\ud83d` is a backslash and five letters.
            (None, _) => at += 2,
        }
        if at >= text.len() {
            break;
        }
    }
    if halves.is_empty() {
        return (text, 0);
    }
    let mut whole = text.into_owned().into_bytes();
    for at in &halves {
        whole[at + 2..at + 6].copy_from_slice(b"fffd");
    }
    let whole = String::from_utf8(whole).expect("ASCII was put in the place of ASCII");
    (Cow::Owned(whole), halves.len())
}

enum Half {
    First,
    Second,
}

/// Which half of a character the escape at a byte stands for.
fn surrogate(text: &str, at: usize) -> Option<Half> {
    let digits = text.as_bytes().get(at..at + 6)?.strip_prefix(b"\\u")?;
    if !digits.iter().all(u8::is_ascii_hexdigit) {
        return None;
    }
    match u16::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()? {
        0xD800..=0xDBFF => Some(Half::First),
        0xDC00..=0xDFFF => Some(Half::Second),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    fn text_of(bytes: &[u8]) -> String {
        read(bytes).unwrap().text.into_owned()
    }

    #[test]
    fn every_encoding_gives_the_same_text() {
        let utf16 = |mark: [u8; 2], units: fn(u16) -> [u8; 2]| {
            let units = "né,値".encode_utf16().flat_map(units);
            mark.into_iter().chain(units).collect::<Vec<u8>>()
        };
        for bytes in [
            "né,値".as_bytes().to_vec(),
            "\u{feff}né,値".as_bytes().to_vec(),
            utf16([0xff, 0xfe], u16::to_le_bytes),
            utf16([0xfe, 0xff], u16::to_be_bytes),
        ] {
            assert_eq!(text_of(&bytes), "né,値");
        }
        let western = read(b"n\xe9,\x80 \x9f\xff").unwrap();
        assert_eq!((&*western.text, western.guessed), ("né,€ Ÿÿ", Some("windows-1252")));
        // Half a character, and half a unit.
        assert_eq!(text_of(b"\xff\xfea\0\x3d\xd8b\0c"), "a\u{fffd}b\u{fffd}");
        assert_eq!(read(b"[\"n\xe9\"]").unwrap_err(), ImportError::NotUtf8 { at: 3 });
        assert_eq!(read(&"[\"é".as_bytes()[..3]).unwrap_err(), ImportError::Truncated { line: 1, column: 2 });
    }

    #[test]
    fn a_compressed_file_is_unpacked_and_a_broken_one_refused() {
        let mut packing = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        packing.write_all("né".as_bytes()).unwrap();
        let packed = packing.finish().unwrap();
        assert_eq!(text_of(&packed), "né");
        assert_eq!(read(&packed[..packed.len() - 3]).unwrap_err(), ImportError::Unpacking);
    }

    #[test]
    fn half_a_character_becomes_the_sign_for_what_cannot_be_read() {
        for (text, whole, halves) in [
            (r#""a \ud83d""#, r#""a \ufffd""#, 1),
            (r#""\ude00\ud83d\ude00""#, r#""\ufffd\ud83d\ude00""#, 1),
            (r#""\ud83d\ud83d\ude00\\ud83d""#, r#""\ufffd\ud83d\ude00\\ud83d""#, 1),
            (r#""\u00e9 \ud8""#, r#""\u00e9 \ud8""#, 0),
            ("\\", "\\", 0),
        ] {
            let input = read(text.as_bytes()).unwrap();
            assert_eq!((&*input.text, input.halves), (whole, halves));
        }
    }

    #[test]
    fn files_of_other_kinds_are_named() {
        for (bytes, other) in [
            (&b"SQLite format 3\0..."[..], Other::Board),
            (b"PK\x03\x04...", Other::Zip),
            (b"%PDF-1.7", Other::Pdf),
            (b"<!DOCTYPE html><html>", Other::Html),
            (b"\n <html lang=en>", Other::Html),
            (b"BZh91AY", Other::Packed),
            (b"(\xb5/\xfd...", Other::Packed),
        ] {
            assert_eq!(read(bytes).unwrap_err(), ImportError::NotABoard { may_be: Some(other) });
        }
    }
}
