//! Texts made comparable: the one place where case, blanks and the forms of Unicode are folded.
//!
//! SQLite's own `NOCASE` knows ASCII only; so what is compared or searched is folded here, before it is stored.

mod composed;
mod matched;

use composed::composed;
pub use composed::without_marks;
pub use matched::matched;

/// Lower case, with every run of blanks as one, and none at the ends.
pub fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.extend(word.chars().flat_map(char::to_lowercase));
    }
    composed(out)
}

/// The words of a text, folded, each with a blank before it: what is searched, and what a filter looks into.
///
/// A word is a run of letters and digits; in scripts that write without blanks every character is one, so that a
/// search finds parts of what is written in them. So is every sign that says something, such as the two of C++ or an
/// emoji; and of what is written between blanks and has none of all these, such as "...", every character. A search for
/// a part of the result that begins with a blank is a search for words that begin so.
pub fn tokens(text: &str) -> String {
    let lower = composed(text.chars().flat_map(char::to_lowercase).collect());
    let mut out = String::with_capacity(lower.len() + 8);
    for word in lower.split_whitespace() {
        let before = out.len();
        words_of(word, is_sign, &mut out);
        if out.len() == before {
            words_of(word, |c, _| !c.is_control() && !joins(c), &mut out);
        }
    }
    out
}

/// The words in what is written between blanks. `is_word` says of a character that is no letter whether it is a word, and
/// hears whether it follows a letter.
fn words_of(written: &str, is_word: impl Fn(char, bool) -> bool, out: &mut String) {
    let mut in_word = false;
    for c in written.chars() {
        let is_letter = c.is_alphanumeric() || is_mark(c);
        if is_letter {
            let unspaced = is_unspaced(c);
            if unspaced || !in_word {
                out.push(' ');
            }
            out.push(c);
            in_word = !unspaced;
        } else if joins(c) {
            continue;
        } else {
            if is_word(c, in_word) {
                out.extend([' ', c]);
            }
            in_word = false;
        }
    }
}

/// Whether a character that is no letter says something by itself: signs of money and of reckoning, arrows, emoji. A `#`
/// does behind a letter, as in C#; before one it marks a tag.
fn is_sign(c: char, follows_letter: bool) -> bool {
    match c {
        '#' => follows_letter,
        '+' | '$' | '%' | '&' => true,
        _ => matches!(u32::from(c),
            0xA2..=0xA9 | 0xAC | 0xAE | 0xB0 | 0xB1 | 0xD7 | 0xF7 | 0x20A0..=0x20CF | 0x2100..=0x2BFF | 0x1F000..=0x1FAFF),
    }
}

/// What only shapes the sign before it, or joins two: the colour of a skin, the form of an emoji.
fn joins(c: char) -> bool {
    matches!(u32::from(c), 0x200C..=0x200D | 0xFE00..=0xFE0F | 0x1F3FB..=0x1F3FF | 0xE0000..=0xE007F)
}

/// Combining marks belong to the letter before them.
pub fn is_mark(c: char) -> bool {
    matches!(u32::from(c), 0x0300..=0x036F | 0x3099..=0x309A)
}

/// Han, Hiragana, Katakana and Thai: a word there is not marked off by blanks.
pub fn is_unspaced(c: char) -> bool {
    matches!(u32::from(c), 0x0E00..=0x0E7F | 0x3040..=0x30FF | 0x3400..=0x9FFF | 0xF900..=0xFAFF | 0x20000..=0x3FFFF)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_and_blanks_make_no_difference() {
        assert_eq!(folded("  ÉCRIRE la\tLettre\n"), "écrire la lettre");
    }

    #[test]
    fn a_script_without_blanks_is_split_into_characters() {
        assert_eq!(tokens("タグ ABC-12"), " タ グ abc 12");
    }

    #[test]
    fn both_forms_of_unicode_are_one() {
        assert_eq!(tokens("CAFE\u{301}"), tokens("caf\u{e9}"));
        assert_eq!(folded("E\u{301}crire"), "\u{e9}crire");
    }

    #[test]
    fn signs_are_words_where_they_say_something() {
        assert_eq!(tokens("C++ and C#"), " c + + and c #");
        assert_eq!(tokens("#legal, \u{1f389}\u{fe0f} 5 €!"), " legal \u{1f389} 5 €");
        assert_eq!(tokens("\u{1f44d}\u{1f3fd}"), tokens("\u{1f44d}"));
        assert_eq!(tokens("wait ... (now)"), " wait . . . now");
        assert_eq!(tokens(" \n"), "");
    }
}
