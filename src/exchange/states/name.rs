//! A name in pieces: words in lower case, numbers, and what parts them. Names of lists and phrases of the table are read
//! by the same function, so that what is folded away on one side never stands on the other.

use crate::domain::folding::{folded, is_mark, without_marks};

/// A name of more characters is a text, and no name of a state.
const LONGEST: usize = 200;

/// What stands for a number among words. No word is spelled like this.
pub(super) const NUMBER: &str = "#";

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    /// A word, or [`NUMBER`].
    Word(String),
    /// What is neither letter nor blank, other than a hyphen inside a word.
    Mark,
    /// "in-progress" is one phrase of two words, "done-released" two phrases.
    Hyphen,
}

/// Whether accents count. Those who write in capitals, or on a keyboard of another language, leave them out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Accents {
    Kept,
    Dropped,
}

/// The pieces of a name, in order; none of what is too long for a name.
pub(super) fn pieces(name: &str, accents: Accents) -> Vec<Piece> {
    if name.chars().nth(LONGEST).is_some() {
        return Vec::new();
    }
    let name: String = name.chars().filter_map(narrow).collect();
    let letters: Vec<char> = folded(&name).chars().collect();
    let mut pieces = Vec::new();
    for run in letters.chunk_by(|a, b| is_letter(*a) == is_letter(*b)) {
        if run.iter().all(|c| is_letter(*c)) {
            pieces.extend(parted(run).map(|part| Piece::Word(word(part, accents))));
        } else if run == ['-'] {
            pieces.push(Piece::Hyphen);
        } else if run != [' '] {
            pieces.push(Piece::Mark);
        }
    }
    pieces
}

/// The words among pieces.
pub(super) fn words(pieces: &[Piece]) -> Vec<&str> {
    let words = pieces.iter().filter_map(|piece| match piece {
        Piece::Word(word) => Some(word.as_str()),
        Piece::Mark | Piece::Hyphen => None,
    });
    words.collect()
}

/// The full width that Chinese and Japanese keyboards type, as usual; nothing for what is not seen or not said.
fn narrow(c: char) -> Option<char> {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0),
        // Apostrophes: "won't" and "wont" are one.
        '\'' | '’' | '‘' | 'ʼ' | '`' | '´' => None,
        // Soft hyphens, joiners, what says the direction, and the stroke that only makes an Arabic word longer.
        '\u{ad}'
        | '\u{200d}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}'
        | '\u{640}' => None,
        // Which form an emoji has.
        '\u{fe00}'..='\u{fe0f}' => None,
        // Persian joins the parts of a word by a blank without width, or by a plain one.
        '\u{200c}' => Some(' '),
        // Letters in boxes are emoji.
        '\u{1f100}'..='\u{1f1ff}' => Some('.'),
        _ => Some(c),
    }
}

fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || is_mark(c) || is_sign(c)
}

/// Signs of vowels and tones in Hebrew, Arabic, Devanagari and Thai that belong to the letter before them. Many leave
/// them out.
fn is_sign(c: char) -> bool {
    matches!(u32::from(c), 0x591..=0x5bd | 0x5bf..=0x5c7 | 0x64b..=0x65f | 0x670 | 0x93c | 0x94d | 0xe47..=0xe4e)
}

/// A run of letters, cut where a number begins or ends: "3月完了". What is all ASCII stays whole, as "web3" is a word.
fn parted(run: &[char]) -> impl Iterator<Item = &[char]> {
    let is_whole = run.iter().all(char::is_ascii);
    run.chunk_by(move |a, b| is_whole || a.is_numeric() == b.is_numeric())
}

/// How a word is compared.
fn word(letters: &[char], accents: Accents) -> String {
    if is_number(letters) {
        return NUMBER.to_owned();
    }
    let mut word = String::with_capacity(letters.len());
    for &c in letters {
        match (unified(c), accents) {
            ('ß', _) => word.push_str("ss"),
            ('æ', Accents::Dropped) => word.push_str("ae"),
            (c, Accents::Kept) => word.push(c),
            (c, Accents::Dropped) if is_mark(c) || is_sign(c) => {}
            (c, Accents::Dropped) => word.push(bare(c)),
        }
    }
    word
}

/// Digits alone, or with one or two letters: "Q3", "W12", "v2", "4th".
fn is_number(letters: &[char]) -> bool {
    let digits = letters.iter().filter(|c| c.is_numeric()).count();
    let ends =
        letters.first().is_some_and(|c| c.is_numeric()) || letters.last().is_some_and(|c| c.is_numeric());
    let runs = letters.chunk_by(|a, b| a.is_numeric() == b.is_numeric()).count();
    digits > 0 && ends && runs <= 2 && letters.len() - digits <= 2
}

/// Letters that are written in several ways for one.
fn unified(c: char) -> char {
    match c {
        'ς' => 'σ',
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ى' | 'ی' => 'ي',
        'ک' => 'ك',
        'ة' => 'ه',
        // Romanian, as old keyboards write it.
        'ş' => 'ș',
        'ţ' => 'ț',
        _ => c,
    }
}

/// A letter without its accent.
fn bare(c: char) -> char {
    match c {
        'ł' => 'l',
        'ø' => 'o',
        'đ' => 'd',
        'ı' => 'i',
        'ё' => 'е',
        'ά' => 'α',
        'έ' => 'ε',
        'ή' => 'η',
        'ί' | 'ϊ' | 'ΐ' => 'ι',
        'ό' => 'ο',
        'ύ' | 'ϋ' | 'ΰ' => 'υ',
        'ώ' => 'ω',
        _ => without_marks(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(name: &str, accents: Accents) -> String {
        let piece = |piece: &Piece| match piece {
            Piece::Word(word) => word.clone(),
            Piece::Mark => "|".to_owned(),
            Piece::Hyphen => "-".to_owned(),
        };
        pieces(name, accents).iter().map(piece).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn case_width_and_what_is_not_seen_count_for_nothing() {
        assert_eq!(shown("ＤＯＮＥ　（３）", Accents::Kept), "done | # |");
        assert_eq!(shown("Won’t  do", Accents::Kept), "wont do");
        assert_eq!(shown("In-Progress ✔️", Accents::Kept), "in - progress |");
        assert_eq!(shown("A - B", Accents::Kept), "a | b");
        assert_eq!(shown("انجام\u{200c}شده", Accents::Kept), shown("انجام شده", Accents::Kept));
    }

    #[test]
    fn numbers_and_dates_are_numbers() {
        assert_eq!(shown("2015-07-07 W12 Q3 4th v2 web3 3月", Accents::Kept), "# - # - # # # # # web3 # 月");
    }

    #[test]
    fn accents_can_be_dropped() {
        assert_eq!(shown("Terminé", Accents::Kept), "terminé");
        assert_eq!(shown("Termine\u{301}", Accents::Kept), "terminé");
        assert_eq!(shown("YAPILIYOR Færdig Đã xong", Accents::Dropped), "yapiliyor faerdig da xong");
        assert_eq!(shown("ΟΛΟΚΛΗΡΩΜΈΝΕΣ", Accents::Dropped), "ολοκληρωμενεσ");
        assert_eq!(shown("เสร็จ", Accents::Dropped), "เสรจ");
    }

    #[test]
    fn a_text_is_no_name() {
        assert_eq!(pieces(&"done ".repeat(100), Accents::Kept), []);
    }
}
