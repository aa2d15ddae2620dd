//! Whether two names may be one person's: asked where a board comes in, and never decided by itself.

use crate::domain::folding::folded;

/// A word of a name that is shorter says too little.
const SHORTEST: usize = 3;

/// Whether two names that differ share a word, or one of them is the beginning of one: "Ayu" and "Ayu Lestari", "ayu.l".
pub fn may_be_one(one: &str, other: &str) -> bool {
    let (one, other) = (folded(one), folded(other));
    if one == other {
        return false;
    }
    let words = |name: &str| -> Vec<String> {
        let words =
            name.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() >= SHORTEST);
        words.map(str::to_owned).collect()
    };
    let (one, other) = (words(&one), words(&other));
    let is_near =
        |word: &String| other.iter().any(|known| known.starts_with(word) || word.starts_with(known));
    one.iter().any(is_near)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_share_a_word_may_be_one() {
        for (one, other) in
            [("Ayu", "Ayu Lestari"), ("ayu.lestari", "Lestari, Ayu"), ("Jose\u{301}", "Jos\u{e9} Luis")]
        {
            assert!(may_be_one(one, other), "{one}, {other}");
        }
        for (one, other) in [("Ayu", "AYU"), ("Ayu", "Budi"), ("Al", "Al Amin"), ("", "Ayu")] {
            assert!(!may_be_one(one, other), "{one}, {other}");
        }
    }
}
