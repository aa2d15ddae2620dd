//! Links in what people wrote: where they stand in a text, and the address that a terminal may open.
//!
//! **Invariant:** an address is printable ASCII without blanks, and its scheme is http, https or mailto. So nothing that
//! somebody wrote can end the sequence in which an address is written, or have a program opened.

use std::ops::Range;
use std::rc::Rc;

/// What may be opened.
const SCHEMES: [&str; 3] = ["https://", "http://", "mailto:"];
/// The longest address: some terminals cut off what is longer, and then it leads elsewhere.
const LONGEST: usize = 2_083;

/// A link in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Where it stands, in bytes.
    pub at: Range<usize>,
    pub address: Rc<str>,
}

/// A link on the screen: cells of one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    pub x: u16,
    pub y: u16,
    pub width: u16,
    pub address: Rc<str>,
}

/// All links of a text, one after the other.
pub fn all(text: &str) -> Vec<Link> {
    let mut found = Vec::new();
    let mut from = 0;
    // Every scheme has a colon: most texts are done with here.
    while let Some(colon) = text[from..].find(':').map(|at| from + at) {
        // A scheme ends with its colon, or two bytes behind it.
        let begins = |scheme: &&str| colon.checked_sub(scheme.find(':')?).filter(|at| *at >= from);
        match SCHEMES.iter().filter_map(begins).find_map(|start| at(text, start)) {
            Some(link) => {
                from = link.at.end;
                found.push(link);
            }
            None => from = colon + 1,
        }
    }
    found
}

/// The link that begins at a place, if one does.
pub fn at(text: &str, start: usize) -> Option<Link> {
    let rest = text.get(start..)?;
    let begins =
        |scheme: &&&str| rest.get(..scheme.len()).is_some_and(|head| head.eq_ignore_ascii_case(scheme));
    let scheme = SCHEMES.iter().find(begins)?;
    // `xhttp://` is a word.
    if text[..start].chars().next_back().is_some_and(char::is_alphanumeric) {
        return None;
    }
    let body = &rest[scheme.len()..];
    let end = body.find(|c| !stands_in_link(c)).unwrap_or(body.len());
    let body = trimmed(&body[..end]);
    let is_whole = match *scheme {
        "mailto:" => body.contains('@'),
        _ => body.starts_with(|c: char| c.is_alphanumeric() || c == '['),
    };
    let link = &rest[..scheme.len() + body.len()];
    let address = address(link)?;
    is_whole.then(|| Link { at: start..start + link.len(), address })
}

/// Whether it can be opened as it is, from its first letter to its last.
pub fn is_link(text: &str) -> bool {
    at(text, 0).is_some_and(|link| link.at.end == text.len())
}

fn stands_in_link(c: char) -> bool {
    match c.is_ascii() {
        true => c.is_ascii_graphic() && !r#"<>"{}|\^`"#.contains(c),
        false => c.is_alphanumeric(),
    }
}

/// Without what belongs to the sentence around it: a full stop, a bracket that was opened before.
fn trimmed(mut body: &str) -> &str {
    loop {
        let shorter = body.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '*', '_', '~']);
        let unopened = |open: char, close: char| {
            let count = |sign: char| shorter.matches(sign).count();
            shorter.ends_with(close) && count(close) > count(open)
        };
        let cut = unopened('(', ')') || unopened('[', ']');
        let next = if cut { &shorter[..shorter.len() - 1] } else { shorter };
        if next.len() == body.len() {
            return body;
        }
        body = next;
    }
}

/// The link in printable ASCII: other letters as their bytes.
fn address(link: &str) -> Option<Rc<str>> {
    let mut address = String::with_capacity(link.len());
    for byte in link.bytes() {
        match byte {
            0x21..=0x7e => address.push(char::from(byte)),
            0x80.. => address.push_str(&format!("%{byte:02X}")),
            _ => return None,
        }
    }
    (address.len() <= LONGEST).then(|| address.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        all(text).into_iter().map(|link| &text[link.at]).collect()
    }

    #[test]
    fn links_end_where_the_sentence_goes_on() {
        for (text, links) in [
            (
                "see https://a.example/x, or HTTP://b.example.",
                vec!["https://a.example/x", "HTTP://b.example"],
            ),
            ("(https://a.example/wiki/Rust_(language))", vec!["https://a.example/wiki/Rust_(language)"]),
            (
                "[site](https://a.example/x) <https://b.example>",
                vec!["https://a.example/x", "https://b.example"],
            ),
            ("**https://a.example/a_b_c**", vec!["https://a.example/a_b_c"]),
            ("write to mailto:ayu@warung.example!", vec!["mailto:ayu@warung.example"]),
            ("https://a.example/é→", vec!["https://a.example/é"]),
            (
                "https://a.example:8080/?q=1&r=https://b.example",
                vec!["https://a.example:8080/?q=1&r=https://b.example"],
            ),
        ] {
            assert_eq!(found(text), links, "{text}");
        }
    }

    #[test]
    fn nothing_else_is_a_link() {
        for text in [
            "",
            "www.a.example",
            "javascript:alert(1)",
            "file:///etc/passwd",
            "xhttps://a.example",
            "https://",
            "https:// a.example",
            "http:/a.example",
            "mailto:ayu",
            "ssh://a.example",
            "lead:me",
            "data:text/html,x",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn no_address_can_break_out() {
        for text in [
            "https://a.example/\u{1b}]8;;https://b.example\u{1b}\\x",
            "https://a.example/\u{7}x",
            "https://a.example/\u{9c}x\u{9d}",
            "https://a.example/\u{202e}gpj.exe",
            "https://a.example/\u{200b}x",
            "https://a.example/ö/😀/日本",
            "https://a.example/\r\n\u{1b}[31m",
        ] {
            for link in all(text) {
                assert!(link.address.bytes().all(|byte| (0x21..=0x7e).contains(&byte)), "{link:?}");
                assert!(link.address.starts_with("https://"), "{link:?}");
            }
        }
        assert_eq!(&*all("https://a.example/ö")[0].address, "https://a.example/%C3%B6");
        assert!(all(&format!("https://a.example/{}", "x".repeat(3_000))).is_empty());
    }

    #[test]
    fn only_a_whole_text_is_a_link() {
        assert!(is_link("https://a.example/x") && is_link("mailto:ayu@warung.example"));
        assert!(!is_link("see https://a.example/x") && !is_link("https://a.example/x y") && !is_link("bak"));
    }
}
