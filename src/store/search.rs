//! Search over everything written: titles, notes, remarks, blockers, purposes, accountabilities, reasons, names.

use std::collections::HashSet;

use rusqlite::{Connection, OptionalExtension, params};

use super::{Store, StoreError, project};
use crate::domain::folding::tokens;
use crate::domain::id::SubjectId;
use crate::domain::query::MOST;
use crate::domain::subject::{Kind, Searched, Subject};

/// Raised by one whenever something else is searched, or is taken apart into other words.
pub(super) const REVISION: i64 = 3;

/// What a search found.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    pub subject: SubjectId,
    pub kind: Kind,
}

/// What is searched in a subject, where it is searched at all.
fn searched(subject: &Subject) -> Option<Searched<'_>> {
    Some(subject.searched()).filter(|searched| subject.exists() && *searched != Searched::default())
}

/// The words of some texts as they are kept.
pub(super) fn words(texts: &[&str]) -> String {
    texts.iter().map(|text| tokens(text)).collect()
}

/// Keeps the search in step with a subject. Only where a text changed it is taken apart into words: most changes are
/// claims and moves, and notes may be long.
pub(super) fn keep(
    connection: &Connection,
    before: Option<&Subject>,
    after: &Subject,
) -> Result<(), StoreError> {
    let (old, new) = (before.and_then(searched), searched(after));
    if old == new {
        return Ok(());
    }
    let id = after.id();
    let known: Option<i64> = if old.is_some() {
        connection
            .prepare_cached("SELECT n FROM doc WHERE subject = ?1")?
            .query_row([id], |row| row.get(0))
            .optional()?
    } else {
        None
    };
    if let Some(n) = known {
        connection.prepare_cached("DELETE FROM search WHERE rowid = ?1")?.execute([n])?;
    }
    match (new, known) {
        (Some(new), known) => {
            let n = match known {
                Some(n) => n,
                None => {
                    connection
                        .prepare_cached("INSERT INTO doc (subject, kind) VALUES (?1, ?2)")?
                        .execute(params![id, after.kind().as_str()])?;
                    connection.last_insert_rowid()
                }
            };
            connection
                .prepare_cached("INSERT INTO search (rowid, line, body) VALUES (?1, ?2, ?3)")?
                .execute(params![n, project::line(after), words(&new.body)])?;
        }
        (None, Some(n)) => {
            connection.prepare_cached("DELETE FROM doc WHERE n = ?1")?.execute([n])?;
        }
        (None, None) => {}
    }
    Ok(())
}

/// A query that finds what holds all words, each as the beginning of a word; `None` where it has none. Of a text without
/// end the first words are taken: each more is looked for by itself.
///
/// Every word is quoted, so nothing that a person types is read as a language of its own.
fn query(text: &str) -> Option<String> {
    let mut left = MOST;
    let fits = |(_, tokens): &(&str, String)| {
        let count = tokens.split_whitespace().count();
        let fits = count <= left;
        left = left.saturating_sub(count);
        fits
    };
    let words: Vec<String> = different(text).take_while(fits).map(|(word, _)| phrase(word)).collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// How much of each word is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Whole,
    /// As much as the index has of the beginnings of words.
    Indexed,
}

/// The longest beginning of a word in the index.
const INDEXED: usize = 3;

/// The same in what names it.
pub(super) fn in_lines(text: &str, part: Part) -> Option<String> {
    let text: String = match part {
        Part::Whole => text.to_owned(),
        Part::Indexed => {
            tokens(text).split_whitespace().flat_map(|word| word.chars().take(INDEXED).chain([' '])).collect()
        }
    };
    query(&text).map(|query| format!("line : ({query})"))
}

/// What holds all the words, each whole, in what names it.
pub(super) fn whole_in_lines(text: &str) -> Option<String> {
    let words: Vec<String> = different(text).take(MOST).map(|(_, tokens)| quoted(&tokens)).collect();
    (!words.is_empty()).then(|| format!("line : ({})", words.join(" ")))
}

/// The words of a text that can be looked for, each once, and what is looked for.
fn different(text: &str) -> impl Iterator<Item = (&str, String)> {
    let mut known = HashSet::new();
    text.split_whitespace()
        .map(|word| (word, tokens(word)))
        .filter(move |(_, tokens)| !tokens.is_empty() && known.insert(tokens.clone()))
}

/// How many different words of a text are looked for; those that are written without blanks between them are many.
pub fn words_sought(text: &str) -> usize {
    different(text).map(|(_, tokens)| tokens.split_whitespace().count()).sum()
}

/// What holds these words in a row, the last perhaps only begun.
pub(super) fn phrase(words: &str) -> String {
    quoted(&tokens(words)) + "*"
}

/// Tokens in a row, as a query has them. A quote may be among the signs that are looked for.
pub(super) fn quoted(tokens: &str) -> String {
    format!("\"{}\"", tokens.trim().replace('"', "\"\""))
}

impl Store {
    /// Everything that holds all the words, in no order; `None` where that is more than `most`. Nothing is ranked, so
    /// that it costs as much as is found.
    pub fn holding(&self, text: &str, most: usize) -> Result<Option<Vec<SubjectId>>, StoreError> {
        let Some(query) = query(text) else { return Ok(Some(Vec::new())) };
        let mut statement = self.tables()?.prepare_cached(
            "SELECT d.subject FROM search s CROSS JOIN doc d ON d.n = s.rowid WHERE search MATCH ?1 LIMIT ?2",
        )?;
        let found: Vec<SubjectId> = statement
            .query_map(params![query, most as i64 + 1], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        Ok((found.len() <= most).then_some(found))
    }

    /// What holds all the words; what is named so first, and at most `most`.
    pub fn search(&self, text: &str, most: usize) -> Result<Vec<Hit>, StoreError> {
        let Some(query) = query(text) else { return Ok(Vec::new()) };
        let mut statement = self.tables()?.prepare_cached(
            "SELECT d.subject, d.kind FROM search s JOIN doc d ON d.n = s.rowid
              WHERE search MATCH ?1 ORDER BY bm25(search, 8.0, 1.0), d.n LIMIT ?2",
        )?;
        let mut rows = statement.query(params![query, most as i64])?;
        let mut hits = Vec::new();
        while let Some(row) = rows.next()? {
            let word: String = row.get(1)?;
            let Some(kind) = Kind::of(&word) else { continue };
            hits.push(Hit { subject: row.get(0)?, kind });
        }
        Ok(hits)
    }
}
