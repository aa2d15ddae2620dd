//! Letters and the marks behind them as the one character that Unicode has for both (NFC).
//!
//! The same word comes as "\u{e9}" from one keyboard and as "e\u{301}" from another, or from the name of a file.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::decompose_canonical;

/// A small Latin letter without the marks that it has, where it has any.
pub fn without_marks(c: char) -> char {
    if c.is_ascii() {
        return c;
    }
    let mut letter = None;
    decompose_canonical(c, |part| {
        letter.get_or_insert(part);
    });
    letter.filter(char::is_ascii_lowercase).unwrap_or(c)
}

/// Puts together what is one character.
pub fn composed(text: String) -> String {
    // Almost all text is, and most of it is seen to be at a glance.
    if text.is_ascii() || unicode_normalization::is_nfc(&text) { text } else { text.nfc().collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_latin_letter_stands_without_its_marks() {
        let bare: String = "\u{e9}\u{1da}\u{1ed9}\u{10d}ax3".chars().map(without_marks).collect();
        assert_eq!(bare, "euocax3");
        assert_eq!(without_marks('\u{304c}'), '\u{304c}', "another syllable, and no mark");
    }

    #[test]
    fn both_forms_of_a_word_become_one() {
        for (apart, one) in [
            ("cafe\u{301}", "caf\u{e9}"),
            ("e\u{323}\u{302}", "\u{1ec7}"),
            // Two marks are one letter in whichever order they were typed.
            ("e\u{302}\u{323}", "\u{1ec7}"),
            ("\u{304b}\u{3099}", "\u{304c}"),
            ("\u{1112}\u{1161}\u{11ab}", "\u{d55c}"),
            ("x\u{302}", "x\u{302}"),
            ("plain", "plain"),
        ] {
            assert_eq!(composed(apart.to_owned()), one);
            assert_eq!(composed(one.to_owned()), one);
        }
    }
}
