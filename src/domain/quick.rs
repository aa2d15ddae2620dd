//! Quick words: what a new title says besides, in the words of the filter. `Sign the contract due:fri #shop goal:store
//! @me` is a title, a day, a tag, a goal, and that whoever writes it leads it.
//!
//! Here they are only told apart. What a value means is looked up where the board is at hand, and a word that means
//! nothing stays in the title.

use std::ops::Range;

/// What a quick word is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    Due,
    Tag,
    Skill,
    Goal,
    Role,
    /// Whoever writes leads it. Nobody else can be named: work is not given out.
    Me,
}

/// A quick word of a title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    pub key: Key,
    /// Without quotes; empty for [`Key::Me`].
    pub value: String,
    /// Where it stands in the title.
    pub at: Range<usize>,
}

/// The keys as they are typed before a colon: those of the filter.
const KEYS: [(&str, Key); 5] =
    [("due", Key::Due), ("tag", Key::Tag), ("skill", Key::Skill), ("goal", Key::Goal), ("role", Key::Role)];

/// The quick words of a title, in their order. A value with blanks stands in quotes.
pub fn words(title: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut at = 0;
    while at < title.len() {
        let rest = &title[at..];
        let blank = rest.len() - rest.trim_start().len();
        if blank > 0 {
            at += blank;
            continue;
        }
        let end = end_of(rest);
        if let Some((key, value)) = word(&rest[..end]) {
            words.push(Word { key, value, at: at..at + end });
        }
        at += end;
    }
    words
}

/// A title without some of its words, and without the blanks that would be left.
pub fn without<'w>(title: &str, words: impl IntoIterator<Item = &'w Word>) -> String {
    let mut left = String::with_capacity(title.len());
    let mut at = 0;
    for word in words {
        left.push_str(&title[at..word.at.start]);
        at = word.at.end;
    }
    left.push_str(&title[at..]);
    left.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Where the word at the beginning ends: at a blank that stands in no quotes behind a colon.
fn end_of(text: &str) -> usize {
    let blank = |text: &str| text.find(char::is_whitespace).unwrap_or(text.len());
    let Some(quote) = text[..blank(text)].find(":\"") else { return blank(text) };
    let from = quote + 2;
    match text[from..].find('"') {
        Some(to) => from + to + 1,
        None => blank(text),
    }
}

fn word(text: &str) -> Option<(Key, String)> {
    // A number behind the sign is that of an issue somewhere.
    if let Some(tag) = text.strip_prefix('#').filter(|tag| tag.starts_with(char::is_alphabetic)) {
        return Some((Key::Tag, tag.to_owned()));
    }
    if text.eq_ignore_ascii_case("@me") {
        return Some((Key::Me, String::new()));
    }
    let (key, value) = text.split_once(':')?;
    if key.eq_ignore_ascii_case("lead") && value.eq_ignore_ascii_case("me") {
        return Some((Key::Me, String::new()));
    }
    let (_, key) = KEYS.iter().find(|(name, _)| key.eq_ignore_ascii_case(name))?;
    let value = match value.strip_prefix('"') {
        Some(quoted) => quoted.strip_suffix('"')?,
        None => value,
    };
    Some(value.trim()).filter(|value| !value.is_empty()).map(|value| (*key, value.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(title: &str) -> (String, Vec<(Key, String)>) {
        let words = words(title);
        (without(title, &words), words.into_iter().map(|word| (word.key, word.value)).collect())
    }

    #[test]
    fn quick_words_are_told_from_the_title_wherever_they_stand() {
        let (title, words) =
            read("due:fri Sign  the contract #shop goal:\"Open the store\" lead:me tag:b @me");
        assert_eq!(title, "Sign the contract");
        let said: Vec<_> = words.iter().map(|(key, value)| (*key, value.as_str())).collect();
        let goal = (Key::Goal, "Open the store");
        let expected =
            [(Key::Due, "fri"), (Key::Tag, "shop"), goal, (Key::Me, ""), (Key::Tag, "b"), (Key::Me, "")];
        assert_eq!(said, expected);
    }

    #[test]
    fn what_only_looks_like_one_is_title() {
        let plain = [
            "Answer issue #12",
            "Read https://example.org/due:fri",
            "Note: call them",
            "Ask @budi",
            "due: soon",
            "C# and F#",
            "goal:\"unfinished quote",
            "10:30 stand-up",
            "",
        ];
        for title in plain {
            let (left, words) = read(title);
            assert_eq!(left, title);
            assert!(words.is_empty(), "{title}: {words:?}");
        }
        assert_eq!(read("買い物 #店 due:fri").0, "買い物");
    }
}
