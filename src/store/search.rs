//! Search over everything written: titles, notes, remarks, blockers, purposes, accountabilities, reasons, names.

use rusqlite::{Connection, OptionalExtension, params};

use super::{Store, StoreError, project};
use crate::domain::folding::tokens;
use crate::domain::id::SubjectId;
use crate::domain::subject::{Kind, Subject};

/// What a search found.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    pub subject: SubjectId,
    pub kind: Kind,
}

/// The words of a subject: first what names it, then everything else that was written about it.
fn texts(subject: &Subject) -> Option<(String, String)> {
    if !subject.exists() {
        return None;
    }
    let mut body = String::new();
    let mut add = |text: &str| body.push_str(&tokens(text));
    let line = match subject {
        Subject::Board(_) => return None,
        Subject::Member(member) => {
            member.contact.value().map(String::as_str).into_iter().for_each(&mut add);
            for skills in [member.teaches.get(), member.learns.get()].into_iter().flatten() {
                skills.iter().map(String::as_str).for_each(&mut add);
            }
            tokens(member.name())
        }
        Subject::Role(role) => {
            role.purpose.value().map(String::as_str).into_iter().for_each(&mut add);
            role.domains().iter().chain(role.accountabilities()).map(String::as_str).for_each(&mut add);
            role.holders.iter().filter_map(|holding| holding.focus.as_deref()).for_each(&mut add);
            tokens(role.name())
        }
        Subject::Goal(goal) => {
            let parts = [&goal.why, &goal.measure, &goal.unit];
            parts.into_iter().filter_map(|part| part.value()).map(String::as_str).for_each(&mut add);
            tokens(goal.title())
        }
        Subject::Task(task) => {
            let parts = [task.notes.value(), task.next.value(), task.reason.as_ref()];
            parts.into_iter().flatten().map(String::as_str).for_each(&mut add);
            task.skills().iter().chain(task.links()).map(String::as_str).for_each(&mut add);
            for blocker in &task.blockers {
                add(&blocker.what);
                blocker.cleared.iter().filter_map(|cleared| cleared.how.as_deref()).for_each(&mut add);
            }
            task.remarks.iter().map(|remark| remark.text.as_str()).for_each(&mut add);
            project::task_line(task)
        }
        Subject::Settlement(settlement) => {
            settlement.answer.iter().map(|answer| answer.reason.as_str()).for_each(&mut add);
            String::new()
        }
    };
    Some((line, body))
}

/// Keeps the words of a subject searchable. Most changes leave them as they were, and cost nothing here.
pub(super) fn keep(
    connection: &Connection,
    before: Option<&Subject>,
    after: &Subject,
) -> Result<(), StoreError> {
    let (old, new) = (before.and_then(texts), texts(after));
    if old == new {
        return Ok(());
    }
    let (id, kind) = project::identity(after);
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
        (Some((line, body)), known) => {
            let n = match known {
                Some(n) => n,
                None => {
                    connection
                        .prepare_cached("INSERT INTO doc (subject, kind) VALUES (?1, ?2)")?
                        .execute(params![id, kind_word(kind)])?;
                    connection.last_insert_rowid()
                }
            };
            connection
                .prepare_cached("INSERT INTO search (rowid, line, body) VALUES (?1, ?2, ?3)")?
                .execute(params![n, line, body])?;
        }
        (None, Some(n)) => {
            connection.prepare_cached("DELETE FROM doc WHERE n = ?1")?.execute([n])?;
        }
        (None, None) => {}
    }
    Ok(())
}

fn kind_word(kind: Kind) -> &'static str {
    match kind {
        Kind::Board => "board",
        Kind::Member => "member",
        Kind::Role => "role",
        Kind::Goal => "goal",
        Kind::Task => "task",
        Kind::Settlement => "finding",
    }
}

/// A query that finds what holds all words, each as the beginning of a word; `None` where it has none.
///
/// Every word is quoted, so nothing that a person types is read as a language of its own.
pub(super) fn query(text: &str) -> Option<String> {
    let words: Vec<String> = text
        .split_whitespace()
        .map(tokens)
        .filter(|tokens| !tokens.is_empty())
        .map(|tokens| format!("\"{}\"*", tokens.trim_start()))
        .collect();
    (!words.is_empty()).then(|| words.join(" "))
}

impl Store {
    /// What holds all the words; what is named so first, and at most `most`.
    pub fn search(&self, text: &str, most: usize) -> Result<Vec<Hit>, StoreError> {
        let Some(query) = query(text) else { return Ok(Vec::new()) };
        let mut statement = self.connection.prepare_cached(
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
