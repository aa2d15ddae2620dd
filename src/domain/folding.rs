//! Texts made comparable: the one place where case and blanks are folded.
//!
//! SQLite's own `NOCASE` knows ASCII only; so what is compared or searched is folded here, before it is stored.

/// Lower case, with every run of blanks as one, and none at the ends.
pub fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.extend(word.chars().flat_map(char::to_lowercase));
    }
    out
}

/// The words of a text, folded, each with a blank before it: what is searched, and what a filter looks into.
///
/// A word is a run of letters and digits; in scripts that write without blanks every character is one, so that a
/// search finds parts of what is written in them. A search for a part of the result that begins with a blank is a
/// search for words that begin so.
pub fn tokens(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut in_word = false;
    for c in text.chars().flat_map(char::to_lowercase) {
        let unspaced = is_unspaced(c);
        if !(c.is_alphanumeric() || is_mark(c)) {
            in_word = false;
            continue;
        }
        if unspaced || !in_word {
            out.push(' ');
        }
        out.push(c);
        in_word = !unspaced;
    }
    out
}

/// Combining marks belong to the letter before them.
fn is_mark(c: char) -> bool {
    matches!(u32::from(c), 0x0300..=0x036F | 0x3099..=0x309A)
}

/// Han, Hiragana, Katakana and Thai: a word there is not marked off by blanks.
fn is_unspaced(c: char) -> bool {
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
}
