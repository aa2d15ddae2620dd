//! Addresses are nobody's business in a room: of mail, of pages, of files.

use std::borrow::Cow;

use crate::words::words;

/// The text with each address replaced by a word that says what stood there.
pub fn masked(text: &str) -> Cow<'_, str> {
    if !text.contains(['@', '/', '\\', ':']) && !text.contains("www.") {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| !c.is_whitespace()) {
        let end = rest[start..].find(char::is_whitespace).map_or(rest.len(), |end| start + end);
        shown.push_str(&rest[..start]);
        word(&rest[start..end], &mut shown);
        rest = &rest[end..];
    }
    shown.push_str(rest);
    Cow::Owned(shown)
}

/// One word, with the signs around it: brackets and commas are no part of an address.
fn word(word: &str, shown: &mut String) {
    let opens = |c: char| matches!(c, '(' | '[' | '<' | '{' | '"' | '\'' | '«' | '„' | '“' | '‘');
    let closes = |c: char| {
        matches!(c, ')' | ']' | '>' | '}' | '"' | '\'' | '»' | '”' | '’' | ',' | ';' | ':' | '.' | '!' | '?')
    };
    let inner = word.trim_start_matches(opens);
    let before = &word[..word.len() - inner.len()];
    let core = inner.trim_end_matches(closes);
    let after = &inner[core.len()..];
    match kind(core) {
        Some(kind) => {
            shown.push_str(before);
            shown.push_str(&words().stage_address(kind));
            shown.push_str(after);
        }
        None => shown.push_str(word),
    }
}

fn kind(word: &str) -> Option<&'static str> {
    let folded = word.to_lowercase();
    if folded.contains("mailto:") || is_mail(&folded) {
        return Some("mail");
    }
    if folded.contains("://") || folded.contains("www.") || is_page(&folded) {
        return Some("page");
    }
    is_path(word).then_some("file")
}

/// `ayu@example.org`, also inside of other letters.
fn is_mail(word: &str) -> bool {
    word.split_once('@').is_some_and(|(who, at)| !who.is_empty() && at.contains('.') && !at.starts_with('.'))
}

/// `example.org/board`: a dot inside of what stands before the first slash.
fn is_page(word: &str) -> bool {
    let Some((host, _)) = word.split_once('/') else { return false };
    let Some((name, end)) = host.rsplit_once('.') else { return false };
    !name.is_empty() && end.len() >= 2 && end.chars().all(char::is_alphabetic)
}

/// `/home/ayu/board.db`, `~/board.db`, `C:\board.db`; not `and/or`, and not `6/20`.
fn is_path(word: &str) -> bool {
    let unix = word.strip_prefix('/').is_some_and(|rest| rest.len() > 1 && rest.contains('/'));
    let home = ["~/", "./", "../", "\\\\"].iter().any(|start| word.starts_with(start));
    let drive = word.get(1..3) == Some(":\\") && word.starts_with(|c: char| c.is_ascii_alphabetic());
    unix || home || drive
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_masked_and_nothing_else_is() {
        for (text, shown) in [
            ("Write to ayu@example.org, today", "Write to [mail], today"),
            ("See <https://example.org/a?b=1>.", "See <[link]>."),
            ("(www.example.org) and example.org/board", "([link]) and [link]"),
            ("In /home/ayu/board.db or ~/x or C:\\board.db", "In [file] or [file] or [file]"),
            ("mailto:ayu", "[mail]"),
            ("  two  blanks and/or 6/20 @ayu 9:00 ", "  two  blanks and/or 6/20 @ayu 9:00 "),
            ("Ask a.b about the 3.5/4 mark", "Ask a.b about the 3.5/4 mark"),
        ] {
            assert_eq!(masked(text), shown);
        }
    }
}
