//! What a text says in a form that stays the same when its case, its order or an ending changes.
//!
//! An answer to a question about two texts stands as long as their gists do. Unlike a content it follows from the rules of
//! affixes alone: a word that is added to a list must not ask again what was answered.

use std::collections::BTreeSet;

use super::{affixes, reading};

/// A root is cut no shorter.
const ROOT: usize = 3;

pub fn gist(text: &str) -> String {
    let roots: BTreeSet<String> = reading::tokens(text).into_iter().map(|token| root(token.plain)).collect();
    roots.into_iter().collect::<Vec<_>>().join(" ")
}

/// The shortest of its forms, and the shortest of those of that one. It need not be a word.
fn root(word: String) -> String {
    let mut root = word;
    while root.is_ascii() {
        let forms = affixes::english(&root).into_iter().chain(affixes::indonesian(&root));
        let forms = forms.map(|form| unmerged(form.trim_end_matches('-')).to_owned());
        let shortest = forms.filter(|form| form.len() >= ROOT).min_by_key(|form| (form.len(), form.clone()));
        match shortest.filter(|shortest| shortest.len() < root.len()) {
            Some(shorter) => root = shorter,
            None => break,
        }
    }
    root
}

/// Without a first consonant that merges with a prefix: so *tulis* and *menulis* end up alike.
fn unmerged(form: &str) -> &str {
    let rest = form.strip_prefix(['k', 'p', 's', 't']);
    rest.filter(|rest| rest.starts_with(['a', 'e', 'i', 'o', 'u'])).unwrap_or(form)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_another_word_makes_another_gist() {
        for (one, other) in [
            ("Send the client invoices", "the invoices: SENDING client"),
            ("Write policies", "Policy, writing"),
            ("Tulis laporan", "Menulis laporan"),
            ("Kirim barang", "Pengiriman barang"),
        ] {
            assert_eq!(gist(one), gist(other));
        }
        assert_ne!(gist("Send the invoices"), gist("Send the receipts"));
        assert_ne!(gist("Paint room 3"), gist("Paint room 4"));
        assert_ne!(gist("Sign it"), gist("Do not sign it"));
    }
}
