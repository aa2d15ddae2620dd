//! Where in a text the words stand that a search found it by, so that they can be shown there.

use std::ops::Range;

use super::{is_mark, is_unspaced, joins, tokens};

/// So many characters more than the sought word has are looked at: another form of Unicode takes more of them.
const SLACK: usize = 8;

/// Where words begin in a text as those that are sought do: bytes of the text, in order, each once. What is marked ends
/// where the sought part does, with the marks that belong to its last letter.
pub fn matched(text: &str, sought: &str) -> Vec<Range<usize>> {
    let sought: Vec<String> = sought.split_whitespace().map(tokens).filter(|word| !word.is_empty()).collect();
    if sought.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<Range<usize>> = Vec::new();
    for at in beginnings(text) {
        let longest = sought.iter().filter_map(|word| end(&text[at..], word)).max();
        let Some(end) = longest.map(|end| at + end) else { continue };
        match found.last_mut() {
            Some(last) if at < last.end => last.end = last.end.max(end),
            _ => found.push(at..end),
        }
    }
    found
}

/// Where a word may begin: at a letter behind none, and at whatever is a word by itself.
fn beginnings(text: &str) -> impl Iterator<Item = usize> {
    let mut in_word = false;
    text.char_indices().filter_map(move |(at, c)| {
        let is_letter = c.is_alphanumeric() || is_mark(c);
        let begins = !(c.is_whitespace() || joins(c) || in_word && is_letter);
        in_word = is_letter && !is_unspaced(c);
        begins.then_some(at)
    })
}

/// The end of the sought word, where the text begins with it.
fn end(text: &str, word: &str) -> Option<usize> {
    // A sign before a letter is passed over when words are made of both.
    let first = text.chars().next()?;
    if !first.is_alphanumeric() && !is_mark(first) && !word[1..].starts_with(first) {
        return None;
    }
    if let Some(plain) = plainly(text, &word[1..]) {
        return plain;
    }
    let most = word.chars().count() * 3 + SLACK;
    let ends = || text.char_indices().map(|(at, c)| at + c.len_utf8()).take(most);
    let whole = ends().last()?;
    if !tokens(&text[..whole]).starts_with(word) {
        return None;
    }
    let end = ends().find(|end| tokens(&text[..*end]).starts_with(word))?;
    let rest = text[end..].char_indices().find(|(_, c)| !is_mark(*c) && !joins(*c));
    Some(rest.map_or(text.len(), |(more, _)| end + more))
}

/// The same where letter by letter tells, as it does nearly everywhere: `None` where either has more than plain letters and
/// digits up to there, so that what they are composed of has to be looked at.
fn plainly(text: &str, word: &str) -> Option<Option<usize>> {
    if !word.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return None;
    }
    for (at, sought) in word.bytes().enumerate() {
        match text.as_bytes().get(at) {
            Some(byte) if !byte.is_ascii() => return None,
            Some(byte) if byte.to_ascii_lowercase() == sought => {}
            _ => return Some(None),
        }
    }
    let is_over = text.as_bytes().get(word.len()).is_none_or(u8::is_ascii);
    is_over.then_some(Some(word.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(text: &str, sought: &str) -> String {
        let (mut out, mut from) = (String::new(), 0);
        for Range { start, end } in matched(text, sought) {
            out += &format!("{}[{}]", &text[from..start], &text[start..end]);
            from = end;
        }
        out + &text[from..]
    }

    #[test]
    fn what_was_sought_is_marked_where_words_begin_so() {
        for (text, sought, expected) in [
            ("Sign the contract", "contr", "Sign the [contr]act"),
            ("Sign the contract", "SIGN con", "[Sign] the [con]tract"),
            ("Resign, sign; co-sign", "sign", "Resign, [sign]; co-[sign]"),
            ("Learn C++ and C", "c++", "Learn [C++] and C"),
            ("値札を書く", "札", "値[札]を書く"),
            ("cafe\u{301} and caf\u{e9}", "caf\u{e9}", "[cafe\u{301}] and [caf\u{e9}]"),
            ("cafe\u{301}s", "cafe\u{301}", "[cafe\u{301}]s"),
            ("party \u{1f389}\u{fe0f}!", "\u{1f389}", "party [\u{1f389}\u{fe0f}]!"),
            ("\u{1b}[31m red", "31m", "\u{1b}[[31m] red"),
            ("nothing here", "else", "nothing here"),
            ("", "x", ""),
            ("x", " ", "x"),
        ] {
            assert_eq!(marked(text, sought), expected);
        }
    }

    #[test]
    fn long_texts_are_looked_through_once() {
        let text = "a".repeat(200_000) + " b";
        assert_eq!(matched(&text, "b").first(), Some(&(200_001..200_002)));
        assert_eq!(matched(&"札".repeat(20_000), "札").len(), 20_000);
    }
}
