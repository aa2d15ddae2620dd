//! The records of a board as lines, as they were written and sealed. Nothing is made of them: a board takes them in as they
//! are, and each stays the word of whoever wrote it.

use std::borrow::Cow;
use std::io::Read;

use flate2::read::MultiGzDecoder;

use super::input;
use crate::domain::record::Record;

/// So many bytes of a file tell whether it is one: its first lines.
const HEAD: usize = 1 << 16;
/// How every record and every seal begins.
const BEGINNING: &str = "{\"v\":";

/// A file of records.
#[derive(Debug)]
pub struct Records {
    text: String,
}

impl Records {
    /// What the bytes of a file hold; `None` where no record is among its first lines.
    pub fn of(bytes: &[u8]) -> Option<Records> {
        let head = match bytes.starts_with(input::GZIP) {
            true => {
                let mut head = Vec::new();
                // What cannot be unpacked is said when all of it is read.
                let _ = MultiGzDecoder::new(bytes).take(HEAD as u64).read_to_end(&mut head);
                Cow::Owned(head)
            }
            false => Cow::Borrowed(&bytes[..bytes.len().min(HEAD)]),
        };
        if !is_of_records(&String::from_utf8_lossy(&head)) {
            return None;
        }
        Some(Records { text: input::read(bytes).ok()?.text.into_owned() })
    }

    /// The records and seals, a line each.
    pub fn lines(&self) -> Vec<&str> {
        self.text.lines().map(str::trim).filter(|line| !line.is_empty()).collect()
    }
}

/// Whether one of the first lines of a file is a record.
pub(super) fn is_of_records(text: &str) -> bool {
    let head = text[..text.floor_char_boundary(HEAD)].trim_start_matches('\u{feff}');
    head.lines().any(|line| line.trim().starts_with(BEGINNING) && Record::read(line.trim()).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    const RECORD: &str = concat!(
        r#"{"v":1,"b":"00000000-0000-4000-8000-000000000001","r":"0123456789abcdef0123456789abcdef","s":1,"l":1,"w":1,"#,
        r#""p":"0000000000000000000000000000000000000000000000000000000000000000","#,
        r#""a":"00000000-0000-4000-8000-000000000002","t":"00000000-0000-4000-8000-000000000002","#,
        r#""k":"member.sung","x":[],"d":{}}"#
    );

    #[test]
    fn a_file_is_known_by_any_of_its_first_lines() {
        let lines = |text: &str| Records::of(text.as_bytes()).map(|records| records.lines().len());
        assert_eq!(lines(RECORD), Some(1));
        assert_eq!(lines(&format!("\u{feff}{RECORD}\r\n\r\n{RECORD}\r\n")), Some(2));
        assert_eq!(lines(&format!("{{\"v\":1,\"cut\n{RECORD}\n")), Some(2), "the first one is damaged");
        assert_eq!(lines(&RECORD.replace("\"k\"", "\"kind\"")), None);
        assert_eq!(lines("{\"lists\": [], \"cards\": []}"), None);
    }
}
