//! Finds "depends on #12" and "blocked by #3, #4 and owner/repo#5" in an issue's text.

use std::fmt;

const PHRASES: [&str; 5] = ["depends on", "depend on", "blocked by", "blocked on", "waits on"];

/// An issue that a text names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reference {
    /// `owner/name`, where the text says it.
    repository: Option<String>,
    number: u64,
}

impl Reference {
    /// The key of the issue, as seen from an issue of `repository`.
    pub(super) fn key(&self, repository: &str) -> String {
        super::key(self.repository.as_deref().unwrap_or(repository), self.number)
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}#{}", self.repository.as_deref().unwrap_or_default(), self.number)
    }
}

/// What the text says that it waits on, each once, in the order of the text.
pub(super) fn of(text: &str) -> Vec<Reference> {
    if !text.contains('#') && !text.contains("://") {
        return Vec::new();
    }
    // ASCII case keeps every byte in its place.
    let lower = text.to_ascii_lowercase();
    let mut found: Vec<(usize, Reference)> = Vec::new();
    for phrase in PHRASES {
        for (at, _) in lower.match_indices(phrase) {
            if is_phrase(&lower, at, phrase.len()) {
                let after = at + phrase.len();
                found.extend(list(&text[after..]).into_iter().map(|reference| (at, reference)));
            }
        }
    }
    found.sort_by_key(|(at, _)| *at);
    let mut references: Vec<Reference> = Vec::new();
    for (_, reference) in found {
        if !references.contains(&reference) {
            references.push(reference);
        }
    }
    references
}

/// Whether whole words stand there, and no "not" or "no longer" before them.
fn is_phrase(lower: &str, at: usize, length: usize) -> bool {
    let before = lower[..at].trim_end();
    let is_word_start = !lower[..at].ends_with(|c: char| c.is_alphanumeric());
    let is_word_end = !lower[at + length..].starts_with(|c: char| c.is_alphanumeric());
    let last = before.rsplit(|c: char| c.is_whitespace()).next().unwrap_or_default();
    is_word_start
        && is_word_end
        && !matches!(last, "not" | "longer" | "never" | "doesn't" | "don't" | "isn't")
}

/// The references that follow one another from the start of `text`.
fn list(text: &str) -> Vec<Reference> {
    let mut references = Vec::new();
    let mut rest = text.trim_start_matches([' ', '\t', ':', '*', '_']);
    loop {
        rest = bullet(rest);
        let Some((reference, after)) = reference(rest) else { return references };
        references.push(reference);
        rest = separator(after);
    }
}

/// Skips line breaks, a list's mark and its box; a line without a mark is another sentence.
fn bullet(text: &str) -> &str {
    let line = text.trim_start();
    if line.len() == text.len() || !text[..text.len() - line.len()].contains('\n') {
        return line;
    }
    let Some(item) = line.strip_prefix(['-', '*', '+']).filter(|item| item.starts_with(' ')) else {
        return text;
    };
    let item = item.trim_start();
    let boxed =
        item.strip_prefix("[ ]").or_else(|| item.strip_prefix("[x]")).or_else(|| item.strip_prefix("[X]"));
    boxed.unwrap_or(item).trim_start()
}

/// Skips what joins two references: commas, "and", "&", "or".
fn separator(text: &str) -> &str {
    let mut rest = text;
    loop {
        let line = rest.trim_start_matches([' ', '\t', ',', ';', '&']);
        let word = ["and ", "or ", "AND ", "And "].into_iter().find_map(|word| line.strip_prefix(word));
        match word {
            Some(after) => rest = after,
            None => return line,
        }
    }
}

/// A reference at the very start of the text, and what comes after it.
fn reference(text: &str) -> Option<(Reference, &str)> {
    let end =
        text.find(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | ')' | ']')).unwrap_or(text.len());
    let word = text[..end].trim_end_matches(['.', ':', '!', '?', '*', '_']);
    let (repository, digits) = match word.split_once("/issues/").or_else(|| word.split_once("/pull/")) {
        Some((page, digits)) => {
            let path = page.split_once("://")?.1;
            (path.split_once('/')?.1, digits)
        }
        None => word.split_once('#')?,
    };
    let is_repository = repository.is_empty() || repository.matches('/').count() == 1;
    let digits = &digits[..digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len())];
    let number = digits.parse().ok().filter(|_| is_repository)?;
    let repository = (!repository.is_empty()).then(|| repository.to_owned());
    Some((Reference { repository, number }, &text[word.len()..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<String> {
        of(text).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn lists_of_references_are_found_in_any_case() {
        assert_eq!(names("This DEPENDS on #1, #2 and #3."), ["#1", "#2", "#3"]);
        assert_eq!(names("Blocked by: #4 & #5; depends on #4"), ["#4", "#5"]);
        assert_eq!(names("blocked by\n\n- [ ] #6\n- [x] #7\n\n#8 is another"), ["#6", "#7"]);
        assert_eq!(names("(depends on #9)"), ["#9"]);
    }

    #[test]
    fn other_repositories_are_named() {
        assert_eq!(names("depends on acme/app#3"), ["acme/app#3"]);
        assert_eq!(names("Depends on https://github.com/acme/app/issues/12, #1"), ["acme/app#12", "#1"]);
    }

    #[test]
    fn what_is_no_dependency_is_not_taken_for_one() {
        assert_eq!(names("no longer blocked by #1, not blocked by #2"), [""; 0]);
        assert_eq!(names("it depends on the weather. #4"), [""; 0]);
        assert_eq!(names("depends on #\u{e9}, # 5, #"), [""; 0]);
        assert_eq!(names("depends on #1. #2 is fine"), ["#1"]);
        assert_eq!(names("depends on #99999999999999999999999"), [""; 0]);
    }
}
