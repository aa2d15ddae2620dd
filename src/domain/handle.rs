//! Handles that can be said aloud: consonant-vowel syllables made from an id's random bits.
//!
//! The alphabet is that of proquints (Wilkerson, 2009): 16 bits are five letters, consonant-vowel-consonant-
//! vowel-consonant. A handle never changes; what is shown is its shortest prefix that is unique among the live subjects
//! of all kinds and those that ended within [`COUNT_FOR`] days, [`SHOWN`] letters at least.

use uuid::Uuid;

/// The fewest letters that are ever shown.
pub const SHOWN: usize = 3;
/// For so many days after its end a subject is still called by its handle, and nothing else is.
pub const COUNT_FOR: i64 = 30;
/// Letters of a whole handle: three words of 16 bits.
pub const WHOLE: usize = 15;

/// How no new handle begins: what is rude or alarms in English or in Indonesian, where somebody says it aloud to a team.
/// Handles that are there stay.
const AVOIDED: &[&str] = &[
    // English.
    "bad", "bom", "bum", "dam", "dik", "dud", "dum", "fag", "fat", "fuk", "gag", "gun", "hag", "jap", "jiz",
    "kil", "kok", "kuk", "kum", "mad", "nad", "nazi", "nig", "nuk", "pis", "pus", "rabid", "rapis", "rot",
    "sad", "satan", "sik", "sin", "sob", "tit", "vag", "vomit", "zit", // Indonesian.
    "babi", "bakar", "basi", "bodoh", "bubar", "budak", "bunuh", "busuk", "dosa", "gagal", "ganas", "gila",
    "hama", "haram", "hina", "jahat", "jijik", "kafir", "kubur", "kutuk", "mabuk", "maki", "mati", "modar",
    "najis", "pukul", "rusak", "sakit", "tahi", "tikam", "tolol", "zina",
];

const CONSONANTS: &[u8; 16] = b"bdfghjklmnprstvz";
const VOWELS: &[u8; 4] = b"aiou";

/// The whole handle of an id.
///
/// The last four bytes come first: in a version 7 UUID the bytes before them may count up within a millisecond, and
/// everything that is imported at once would begin with the same letters.
pub fn whole(id: Uuid) -> String {
    let b = id.as_bytes();
    let mut text = String::with_capacity(WHOLE);
    for pair in [[b[12], b[13]], [b[14], b[15]], [b[10], b[11]]] {
        let word = u16::from_be_bytes(pair);
        let consonant = |shift: u16| char::from(CONSONANTS[usize::from(word >> shift & 15)]);
        let vowel = |shift: u16| char::from(VOWELS[usize::from(word >> shift & 3)]);
        text.extend([consonant(12), vowel(10), consonant(6), vowel(4), consonant(0)]);
    }
    text
}

/// Whether the handle of an id may be given to something new.
pub fn is_fit(id: Uuid) -> bool {
    let handle = whole(id);
    !AVOIDED.iter().any(|begun| handle.starts_with(begun))
}

/// How much of `handle` must be shown to tell it from its neighbours in alphabetical order, and so from all others.
pub fn shown<'h, 'n>(handle: &'h str, neighbours: impl IntoIterator<Item = &'n str>) -> &'h str {
    let shared = |other: &str| handle.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count();
    let needed = neighbours.into_iter().map(shared).max().unwrap_or(0) + 1;
    &handle[..needed.max(SHOWN).min(handle.len())]
}

/// The first [`SHOWN`] letters of all handles that begin so.
pub fn heads(begun: &str) -> Vec<String> {
    let mut heads = vec![begun.chars().take(SHOWN).collect::<String>()];
    for place in heads[0].len()..SHOWN {
        let letters: &[u8] = if is_vowel(place) { VOWELS } else { CONSONANTS };
        let longer =
            |head: String| letters.iter().map(move |letter| format!("{head}{}", char::from(*letter)));
        heads = heads.into_iter().flat_map(longer).collect();
    }
    heads
}

/// Whether a vowel stands at this place of a handle.
fn is_vowel(place: usize) -> bool {
    matches!(place % 5, 1 | 3)
}

/// Whether a typed word could be a handle at all, so that a hint can tell a typing error from a title.
pub fn plausible(word: &str) -> bool {
    !word.is_empty()
        && word.len() <= WHOLE
        && word.bytes().enumerate().all(|(place, c)| match is_vowel(place) {
            true => VOWELS.contains(&c),
            false => CONSONANTS.contains(&c),
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_handle_can_be_said_aloud() {
        let id = Uuid::from_u128(0x0192_0000_0000_7000_8000_0000_7f00_0001);
        assert_eq!(whole(id), "lusabbabadbabab", "127.0.0.1 is lusab-babad among proquints");
        assert!(plausible("lusab") && !plausible("lsuab"));
    }

    #[test]
    fn what_is_rude_in_either_language_is_given_to_nothing_new() {
        assert!(AVOIDED.iter().all(|begun| plausible(begun) && begun.len() >= SHOWN));
        let drawn = |last: u32| Uuid::from_u128(u128::from(last));
        let unfit = (0..=u16::MAX).filter(|last| !is_fit(drawn(u32::from(*last) << 16)));
        let unfit: Vec<_> = unfit.map(|last| whole(drawn(u32::from(last) << 16))[..5].to_owned()).collect();
        assert!(
            unfit.iter().any(|handle| handle == "bodoh")
                && unfit.iter().any(|handle| handle.starts_with("tit"))
        );
        assert!(unfit.len() < usize::from(u16::MAX) / 16, "most can still be drawn: {}", unfit.len());
    }

    #[test]
    fn the_shortest_unique_prefix_is_shown() {
        assert_eq!(shown("bakuldanumlusab", []), "bak");
        assert_eq!(shown("bakuldanumlusab", ["bakub", "danum"]), "bakul");
        assert_eq!(shown("bakuldanumlusab", ["bab", "danum"]), "bak");
    }

    #[test]
    fn the_beginnings_of_a_few_letters_are_all_that_handles_may_have() {
        assert_eq!((heads("bakul"), heads("bak")), (vec!["bak".to_owned()], vec!["bak".to_owned()]));
        assert_eq!((heads("ba").len(), heads("b").len()), (16, 64));
        for head in heads("t") {
            assert!(head.starts_with('t') && plausible(&head), "{head}");
        }
    }
}
