//! The one door to all exporters.

use super::bundle::{Bundle, Task};
use super::{csv, json, markdown};

/// What a board can be written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Everything; `import` reads it back.
    Json,
    /// A board for reading: a chat, a wiki, a repository.
    Markdown,
    /// One row a task, for a spreadsheet.
    Csv,
}

impl Format {
    pub const ALL: [Format; 3] = [Format::Json, Format::Markdown, Format::Csv];

    /// The word on the command line, and the usual ending of the file's name.
    pub fn word(self) -> &'static str {
        match self {
            Format::Json => "json",
            Format::Markdown => "md",
            Format::Csv => "csv",
        }
    }

    /// The format of that name; `markdown` is understood too.
    pub fn parse(word: &str) -> Option<Format> {
        let word = word.trim().to_ascii_lowercase();
        if word == "markdown" {
            return Some(Format::Markdown);
        }
        Format::ALL.into_iter().find(|format| format.word() == word)
    }
}

/// Writes a board. The text ends with a line break.
pub fn write(bundle: &Bundle, format: Format) -> String {
    match format {
        Format::Json => json::write(bundle),
        Format::Markdown => markdown::write(bundle),
        Format::Csv => csv::write(bundle),
    }
}

/// Keys of the members with a live claim of that part.
pub(super) fn live<'a>(task: &'a Task, part: &'a str) -> impl Iterator<Item = &'a str> {
    let claims = task.claims.iter().filter(move |claim| claim.part == part && claim.end.is_none());
    claims.map(|claim| claim.member.as_str())
}

/// Keys of the members who did a finished task in that part.
pub(super) fn ended<'a>(task: &'a Task, part: &'a str) -> impl Iterator<Item = &'a str> {
    let claims =
        task.claims.iter().filter(move |claim| claim.part == part && claim.end.as_deref() == Some("done"));
    claims.map(|claim| claim.member.as_str())
}
