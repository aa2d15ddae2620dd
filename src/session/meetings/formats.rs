//! The columns with which a retro can begin: those that come along, and a person's own.
//!
//! A format is a text: the first line is its name, and each line after it is a column.

use std::fs;

use crate::files;
use crate::session::Environment;
use crate::words::{Language, language};

/// The folder of one's own formats, beside one's settings.
const FOLDER: &str = "formats";
/// So many of one's own are read.
const MOST: usize = 50;

/// What columns are called together, and each of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Format {
    /// What it is called where it is typed: the file's name.
    pub key: String,
    pub name: String,
    pub columns: Vec<String>,
}

macro_rules! bundled {
    ($($key:literal),+) => {
        fn bundled() -> Vec<Format> {
            let texts = match language() {
                Language::English => [$(($key, include_str!(concat!("../../../assets/formats/en/", $key, ".txt")))),+],
                Language::Indonesian => [$(($key, include_str!(concat!("../../../assets/formats/id/", $key, ".txt")))),+],
            };
            texts.iter().filter_map(|(key, text)| Format::read(key, text)).collect()
        }
    };
}

bundled!("helped", "start", "swot");

impl Format {
    fn read(key: &str, text: &str) -> Option<Format> {
        let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned);
        let name = lines.next()?;
        let columns: Vec<String> = lines.collect();
        (!columns.is_empty()).then(|| Format { key: key.to_owned(), name, columns })
    }
}

impl Environment {
    /// All formats: those that come along first. One of one's own takes the place of one that is called the same; a file that
    /// cannot be read is none.
    pub fn formats(&self) -> Vec<Format> {
        let mut formats = bundled();
        for own in self.own_formats() {
            match formats.iter_mut().find(|format| format.key == own.key) {
                Some(format) => *format = own,
                None => formats.push(own),
            }
        }
        formats
    }

    fn own_formats(&self) -> Vec<Format> {
        let Some(found) = self.settings().and_then(|folder| fs::read_dir(folder.join(FOLDER)).ok()) else {
            return Vec::new();
        };
        let mut paths: Vec<_> = found.filter_map(|entry| Some(entry.ok()?.path())).collect();
        paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
        paths.sort();
        let read = |path: &std::path::PathBuf| {
            Format::read(path.file_stem()?.to_str()?, &files::read_text(path).ok()?)
        };
        paths.iter().take(MOST).filter_map(read).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_is_a_name_and_its_columns() {
        let read = Format::read("4l", "Four L\n\n Liked \nLearned\n").unwrap();
        assert_eq!((read.name.as_str(), read.columns), ("Four L", vec!["Liked".into(), "Learned".into()]));
        assert_eq!(Format::read("empty", "\n"), None);
        assert_eq!(Format::read("alone", "A name\n"), None);
        assert_eq!(bundled().iter().map(|format| format.columns.len()).collect::<Vec<_>>(), [3, 3, 4]);
    }
}
