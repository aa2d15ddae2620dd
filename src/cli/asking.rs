//! A query of the filter language on the command line: the words of a shell put together, and what is wrong with them.

use super::stop::Stop;
use crate::domain::query::journal::JOURNAL;
use crate::domain::query::tasks::TASKS;
use crate::domain::query::{Fault, Query, Term, Vocabulary, What, parse};
use crate::inert::{Signs, cut, inert};
use crate::session::{Error, ErrorKind, Session};
use crate::store::{Filter, JournalFilter};
use crate::words::words;

/// What a query asks for; what is wrong with it ends the command.
pub fn filter(session: &Session, typed: &[String]) -> Result<Filter, Stop> {
    filter_behind("", session, typed)
}

/// The same, behind a query that was saved.
pub fn filter_behind(saved: &str, session: &Session, typed: &[String]) -> Result<Filter, Stop> {
    // What looks like an option and is none was meant as one.
    if let Some(option) = typed.iter().find(|word| word.starts_with("--")) {
        return Err(Stop::usage(words().filter_no_option(option), words().filter_no_option_hint()));
    }
    let query = behind(saved, typed);
    let read = session.task_query(&query)?;
    match read.faults.into_iter().next() {
        None => Ok(read.filter),
        Some(fault) => Err(Stop::Query(Box::new(Misread { query, fault }))),
    }
}

/// What a query asks of the journal; what is wrong with it ends the command.
pub fn journal_filter(session: &Session, typed: &[String]) -> Result<JournalFilter, Stop> {
    let query = joined(typed, &JOURNAL);
    let read = session.journal_query(&query)?;
    match read.faults.into_iter().next() {
        None => Ok(read.filter),
        Some(fault) => Err(Stop::Query(Box::new(Misread { query, fault }))),
    }
}

/// So many signs are shown on either side of what is wrong.
const BESIDE: usize = 60;

/// A query with what is wrong with it.
#[derive(Debug)]
pub struct Misread {
    query: String,
    fault: Fault,
}

impl Misread {
    pub fn error(&self) -> Error {
        Error::new(ErrorKind::Refused, self.fault.message.clone(), self.fault.hint.clone())
    }

    /// The query, and a line that points at the fault.
    pub fn shown(&self) -> [String; 2] {
        let columns =
            |text: &str| unicode_width::UnicodeWidthStr::width(inert(text, Signs::UNICODE).as_ref());
        let at = &self.fault.at;
        // Of a long query as much as a person can look over.
        let from = self.query[..at.start].char_indices().rev().nth(BESIDE).map_or(0, |(from, _)| from);
        let lead = if from > 0 { "…" } else { "" };
        let before = columns(lead) + columns(&self.query[from..at.start]);
        let under = columns(&self.query[at.clone()]).clamp(1, BESIDE);
        let shown = format!("{lead}{}", cut(&self.query[from..], before + under + BESIDE, Signs::UNICODE));
        [shown, format!("{}{}", " ".repeat(before), "^".repeat(under))]
    }
}

/// What was saved has its quotes: it is not put together once more.
fn behind(saved: &str, typed: &[String]) -> String {
    format!("{saved} {}", joined(typed, &TASKS)).trim().to_owned()
}

/// The words of a shell as one query. A shell takes quotes away, so `goal:"co-op store"` comes as one word with a blank
/// in it: its value is quoted again, unless the word reads as a query of its own.
fn joined<K: Copy>(typed: &[String], keys: &Vocabulary<K>) -> String {
    let words: Vec<String> = typed.iter().map(|word| requoted(word, keys)).collect();
    words.join(" ")
}

fn requoted<K: Copy>(word: &str, keys: &Vocabulary<K>) -> String {
    let is_whole =
        !word.trim().contains(char::is_whitespace) || word.contains('"') || holds_keys(&parse(word).0, keys);
    let Some((key, value)) = word.split_once(':').filter(|_| !is_whole) else { return word.to_owned() };
    match keys.row(key.trim_start_matches('-')) {
        Some(_) => format!("{key}:{}", quoted(value)),
        None => word.to_owned(),
    }
}

/// Signs of comparison stay outside.
fn quoted(value: &str) -> String {
    let at = value.find(|c| !matches!(c, '<' | '>' | '=')).unwrap_or(value.len());
    format!("{}\"{}\"", &value[..at], &value[at..])
}

/// Whether keys stand behind the first word.
fn holds_keys<K: Copy>(query: &Query, keys: &Vocabulary<K>) -> bool {
    let is_key = |term: &Term| matches!(&term.what, What::Pair { key, .. } if keys.row(&key.text).is_some());
    query.terms.iter().skip(1).any(is_key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_shell_took_apart_is_put_together() {
        for (typed, expected) in [
            (vec!["lead:me", "pay"], "lead:me pay"),
            (vec!["goal:co-op store", "pay"], r#"goal:"co-op store" pay"#),
            (vec!["-goal:co-op store"], r#"-goal:"co-op store""#),
            (vec!["due:<=next tue"], r#"due:<="next tue""#),
            (vec!["lead:me is:blocked"], "lead:me is:blocked"),
            (vec![r#"goal:"co-op store" pay"#], r#"goal:"co-op store" pay"#),
            (vec!["price list"], "price list"),
            (vec!["note: this one"], "note: this one"),
        ] {
            let typed: Vec<String> = typed.into_iter().map(str::to_owned).collect();
            assert_eq!(joined(&typed, &TASKS), expected);
        }
    }

    #[test]
    fn the_journal_has_keys_of_its_own() {
        let typed = ["by:Budi Santoso", "lead:Budi Santoso", "since:mon"].map(str::to_owned);
        let expected = r#"by:"Budi Santoso" lead:Budi Santoso since:mon"#;
        assert_eq!(joined(&typed, &JOURNAL), expected);
    }

    #[test]
    fn what_was_saved_stays_as_it_was_saved() {
        let typed = ["goal:co-op store".to_owned()];
        assert_eq!(behind("lead:me payment", &typed), r#"lead:me payment goal:"co-op store""#);
        assert_eq!(behind("lead:me payment", &[]), "lead:me payment");
    }

    #[test]
    fn a_fault_is_pointed_at_by_columns() {
        let query = "ペイ led:x".to_owned();
        let fault = Fault { at: 7..11, message: String::new(), hint: None };
        assert_eq!(Misread { query, fault }.shown()[1], "     ^^^^");
    }

    #[test]
    fn of_a_long_query_what_stands_around_the_fault_is_shown() {
        let query = "ペ".repeat(5_000) + "led:x" + &"y".repeat(5_000);
        let fault = Fault { at: 15_000..15_004, message: String::new(), hint: None };
        let [shown, under] = Misread { query, fault }.shown();
        let columns = |text: &str| unicode_width::UnicodeWidthStr::width(text);
        assert!(columns(&shown) < 260 && shown.starts_with('…') && shown.ends_with('…'), "{shown}");
        let before = shown.split("led:").next().unwrap();
        assert_eq!(under, " ".repeat(columns(before)) + "^^^^");
    }
}
