//! Which of many texts are alike, without comparing all with all.
//!
//! Of two that are alike one has no ordinary word that the other lacks, but for one slip. So each text is looked up by its
//! keys, which are its longest ordinary words, and compared only with those that hold nearly all of them.

use std::collections::{BTreeSet, HashMap};

use super::content::Content;

/// A text that is alike to more others than so many is one of a series.
pub const PAIRED: usize = 2;

/// Every two that are alike among these, the earlier one first.
pub fn pairs(texts: &[Content]) -> BTreeSet<(usize, usize)> {
    // Apart by the numbers of the texts: those with other numbers are not even looked at.
    let mut holding: HashMap<&str, HashMap<&BTreeSet<String>, Vec<usize>>> = HashMap::new();
    let found_by: Vec<BTreeSet<String>> = texts.iter().map(Content::found_by).collect();
    for (n, text) in texts.iter().enumerate() {
        for form in &found_by[n] {
            let having = holding.entry(form.as_str()).or_default().entry(&text.numbers).or_default();
            if having.last() != Some(&n) {
                having.push(n);
            }
        }
    }
    let none = BTreeSet::new();
    let having = |form: &str, numbers: &BTreeSet<String>| -> Vec<usize> {
        let Some(having) = holding.get(form) else { return Vec::new() };
        match numbers.is_empty() {
            true => having.values().flatten().copied().collect(),
            false => {
                [numbers, &none].iter().filter_map(|which| having.get(which)).flatten().copied().collect()
            }
        }
    };
    let mut alike = BTreeSet::new();
    let mut compared = BTreeSet::new();
    for (n, text) in texts.iter().enumerate() {
        let keys = text.keys();
        let mut held: HashMap<usize, usize> = HashMap::new();
        for key in &keys.forms {
            let with_any: BTreeSet<usize> = key.iter().flat_map(|form| having(form, &text.numbers)).collect();
            with_any.into_iter().for_each(|other| *held.entry(other).or_default() += 1);
        }
        for (other, held) in held {
            let pair = (n.min(other), n.max(other));
            if other != n && held >= keys.needed && compared.insert(pair) && text.is_alike(&texts[other]) {
                alike.insert(pair);
            }
        }
    }
    alike
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn two_that_are_alike_are_a_pair() {
        let texts = ["Send client invoices", "Print flyers", "Invoices for clients: send", "Clean it"];
        assert_eq!(pairs(&texts.map(Content::of)), BTreeSet::from([(0, 2)]));
    }

    const WORD: &str = "write|menulis|tulis|sign|signup|sign up|price|harga|pricing|contract|cotnract|invoice|faktur|list|\
                        daftar|page|thing|new|3|IV|not|kitchen|ktichen|cellar|roof|fence";

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn none_is_missed_that_a_comparison_of_all_with_all_finds(
            texts in prop::collection::vec(prop::collection::vec(WORD, 1..6), 2..12),
        ) {
            let texts: Vec<Content> = texts.iter().map(|words| Content::of(&words.join(" "))).collect();
            let all = (0..texts.len()).flat_map(|b| (0..b).map(move |a| (a, b)));
            let alike: BTreeSet<_> = all.filter(|(a, b)| texts[*a].is_alike(&texts[*b])).collect();
            prop_assert_eq!(pairs(&texts), alike);
        }
    }
}
