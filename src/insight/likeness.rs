//! Whether two titles probably speak of the same work.
//!
//! Content words count: stop words of English and Indonesian are left out and affixes folded, so that "Signing the
//! contracts" and "Sign a contract" are alike, and so are "Menulis kebijakan" and "Tulis kebijakan". Differing numbers
//! are never a match: "Room 3" is another room than "Room 4". A slip of one letter in a longer word is forgiven.

use strsim::osa_distance;

use crate::domain::folding::tokens;

/// So many words of a title are looked at: beyond that it is a text, and no title.
const MOST: usize = 12;
/// What is left of a word whose affix is folded has at least so many letters.
const ROOT: usize = 4;
/// A slip is forgiven in words of at least so many letters.
const LONG: usize = 6;
/// Stands before a root of which the first consonant may have merged with its prefix: menulis, from tulis.
const MERGED: char = '~';

/// What a title says: its words without what every title has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Content {
    words: Vec<Word>,
    numbers: Vec<String>,
    /// Whether the last word may be only begun.
    last: Last,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Word {
    /// As it was written, folded.
    written: String,
    root: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Last {
    Whole,
    Begun,
}

impl Content {
    /// Of a title as it stands.
    pub fn of(title: &str) -> Content {
        let mut content = Content { words: Vec::new(), numbers: Vec::new(), last: Last::Whole };
        for token in tokens(title).split_whitespace() {
            if token.chars().any(|c| c.is_ascii_digit()) {
                content.numbers.push(token.to_owned());
            } else if !is_empty_of_sense(token) && content.words.len() < MOST {
                let word = Word { written: token.to_owned(), root: root(token) };
                if !content.words.iter().any(|known| known.root == word.root) {
                    content.words.push(word);
                }
            }
        }
        content.numbers.sort();
        content.numbers.dedup();
        content
    }

    /// Of a title while it is typed.
    pub fn typed(title: &str) -> Content {
        let ends_in_word = title.chars().next_back().is_some_and(char::is_alphanumeric);
        let last = if ends_in_word { Last::Begun } else { Last::Whole };
        Content { last, ..Content::of(title) }
    }

    /// How alike they are, from 0 to 1; `None` where they are not: where numbers differ, or where too little of what is
    /// said here is said there. One word alone is only like that one word.
    pub fn likeness(&self, written: &Content) -> Option<f64> {
        if self.words.is_empty() || written.words.is_empty() {
            return None;
        }
        let differ = !self.numbers.is_empty() && !written.numbers.is_empty();
        if differ && self.numbers != written.numbers {
            return None;
        }
        let said = |i: usize, word: &Word| {
            let is_begun = self.last == Last::Begun && i + 1 == self.words.len();
            written.words.iter().any(|other| {
                same(&word.root, &other.root) || (is_begun && other.written.starts_with(&word.written))
            })
        };
        let common = (0..).zip(&self.words).filter(|(i, word)| said(*i, word)).count();
        let (here, there) = (self.words.len(), written.words.len());
        let is_all = common == here;
        let is_like = match common {
            0 => false,
            1 => is_all && there == 1,
            _ => is_all || common * 4 >= here * 3,
        };
        is_like.then(|| 2.0 * common as f64 / (here + there) as f64)
    }

    /// For each word the beginnings of words by which titles that say the same can be found.
    pub fn sought(&self) -> Vec<Vec<String>> {
        let last = self.words.len().saturating_sub(1);
        (0..)
            .zip(&self.words)
            .map(|(i, word)| match self.last {
                Last::Begun if i == last => vec![word.written.clone()],
                _ => word.beginnings(),
            })
            .collect()
    }

    /// The words as they were written, without the one that may be only begun.
    pub fn whole(&self) -> impl Iterator<Item = &str> {
        let whole = self.words.len() - usize::from(self.last == Last::Begun && !self.words.is_empty());
        self.words[..whole].iter().map(|word| word.written.as_str())
    }
}

impl Word {
    /// The root, what the word itself begins with, and the forms in which me- stands before the root.
    fn beginnings(&self) -> Vec<String> {
        let mut all = vec![without_endings(&self.written).to_owned()];
        let roots: Vec<String> = match self.root.strip_prefix(MERGED) {
            Some(rest) => ["", "k", "p", "s", "t"].iter().map(|first| format!("{first}{rest}")).collect(),
            None => vec![self.root.clone()],
        };
        for root in roots {
            all.push(with_me(&root));
            all.push(root);
        }
        all.sort();
        all.dedup();
        all
    }
}

/// Whether two roots are the same word, but for a slip.
fn same(a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    match (a.strip_prefix(MERGED), b.strip_prefix(MERGED)) {
        (Some(rest), None) => merged(rest, b),
        (None, Some(rest)) => merged(rest, a),
        _ => {
            let long = |text: &str| text.chars().count() >= LONG;
            long(a) && long(b) && a.chars().next() == b.chars().next() && osa_distance(a, b) <= 1
        }
    }
}

/// Whether a root lost only its first consonant, or nothing, to its prefix.
fn merged(rest: &str, root: &str) -> bool {
    rest == root || root.strip_prefix(['k', 'p', 's', 't']) == Some(rest)
}

/// A word that every title may have, or a letter alone.
fn is_empty_of_sense(token: &str) -> bool {
    const STOP: &[&str] = &[
        // English
        "the", "and", "for", "from", "with", "into", "onto", "that", "this", "these", "those", "our", "your",
        "their", "its", "his", "her", "are", "was", "were", "been", "be", "is", "am", "to", "of", "in", "on",
        "at", "by", "an", "as", "or", "if", "it", "we", "us", "you", "they", "them", "all", "any", "some",
        "up", "out", "off", "about", "over", "new", "please", "need", "needs", "must", "should", "do",
        "does", "get", "can", "will", "not", "so", // Indonesian
        "yang", "dan", "atau", "untuk", "bagi", "dari", "dengan", "pada", "ke", "di", "oleh", "itu", "ini",
        "para", "agar", "supaya", "akan", "sudah", "belum", "harus", "perlu", "bisa", "dapat", "tidak",
        "jangan", "kita", "kami", "saya", "kamu", "anda", "mereka", "dia", "semua", "setiap", "tentang",
        "dalam", "baru", "juga", "serta", "sebuah", "tolong", "mohon",
    ];
    STOP.contains(&token) || (token.len() == 1 && token.is_ascii())
}

/// A word without its affixes, first English, then Indonesian ones: both sides are folded alike, so what matters is only
/// that forms of one word meet, not that the root is a word.
fn root(token: &str) -> String {
    if !token.is_ascii() {
        return token.to_owned();
    }
    const PREFIXES: [&str; 15] = [
        "meng", "meny", "mem", "men", "me", "peng", "peny", "pem", "pen", "pe", "ber", "ter", "di", "ke",
        "se",
    ];
    let stem = without_endings(token);
    for prefix in PREFIXES {
        let Some(rest) = stem.strip_prefix(prefix).filter(|rest| rest.len() >= ROOT) else { continue };
        let may_merge = prefix.len() > 2 && prefix.starts_with(['m', 'p']);
        let is_open = rest.starts_with(['a', 'e', 'i', 'o', 'u']);
        return if may_merge && is_open { format!("{MERGED}{rest}") } else { rest.to_owned() };
    }
    stem.to_owned()
}

fn without_endings(token: &str) -> &str {
    if !token.is_ascii() {
        return token;
    }
    let cut = |word: &'_ str, ends: &[&str], least: usize| {
        let rest = |end: &&str| word.strip_suffix(*end).filter(|rest| rest.len() >= least).map(str::len);
        ends.iter().find_map(rest).unwrap_or(word.len())
    };
    let mut word = token;
    if !word.ends_with("ss") && !word.ends_with("us") && !word.ends_with("is") && word.len() >= ROOT {
        word = word.strip_suffix('s').unwrap_or(word);
    }
    word = &word[..cut(word, &["ing", "ed", "ly"], ROOT - 1)];
    // running, planned: the letter was only doubled for the ending.
    if word.len() < token.len() && word.len() > 3 {
        let [.., before, last] = word.as_bytes() else { return word };
        if before == last && !b"aeiouls".contains(last) {
            word = &word[..word.len() - 1];
        }
    }
    // write and writing; policy and policies.
    if word.len() >= ROOT {
        word = word.strip_suffix("ie").or_else(|| word.strip_suffix(['e', 'y'])).unwrap_or(word);
    }
    word = &word[..cut(word, &["lah", "kah", "nya", "ku", "mu"], ROOT)];
    &word[..cut(word, &["kan", "an", "i"], ROOT)]
}

/// A root with me- before it, as it is written.
fn with_me(root: &str) -> String {
    match root.as_bytes().first() {
        Some(b't') => format!("men{}", &root[1..]),
        Some(b'p') => format!("mem{}", &root[1..]),
        Some(b'k') => format!("meng{}", &root[1..]),
        Some(b's') => format!("meny{}", &root[1..]),
        Some(b'b' | b'f' | b'v') => format!("mem{root}"),
        Some(b'c' | b'd' | b'j' | b'z') => format!("men{root}"),
        Some(b'a' | b'e' | b'i' | b'o' | b'u' | b'g' | b'h') => format!("meng{root}"),
        _ => format!("me{root}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn are_alike(typed: &str, title: &str) -> bool {
        Content::of(typed).likeness(&Content::of(title)).is_some()
    }

    #[test]
    fn the_same_work_in_other_words_is_alike() {
        for (typed, title) in [
            ("sign payment contract", "Sign the payment contract"),
            ("Signing contracts for payments", "Sign the payment contract"),
            ("returns policies", "Write the returns policy"),
            ("planning the party", "Plan party"),
            ("moved the shop lists", "Move the shop list"),
            ("sign the paymnet contract", "Sign the payment contract"),
            ("newsletter", "The newsletter"),
            ("Menulis kebijakan pengembalian", "Tulis kebijakan pengembalian"),
            ("kirim daftar toko", "Mengirimkan daftar toko-tokonya"),
            ("pilih kurir", "Memilih kurir yang baru"),
            ("susun laporan", "Menyusun laporan"),
            ("ambil kunci gudang", "Mengambil kunci gudang"),
            ("棚卸し", "棚卸し"),
        ] {
            assert!(are_alike(typed, title), "{typed} / {title}");
            assert!(are_alike(title, title));
        }
    }

    #[test]
    fn other_work_with_some_of_the_words_is_not() {
        for (typed, title) in [
            ("sign the contract", "Write the contract"),
            ("paint the door blue", "Paint the fence blue"),
            ("contract", "Sign the payment contract"),
            ("the of and", "The of and"),
            ("art for the wall", "Part of the wall"),
            ("", "Sign it"),
            ("kirim daftar", "Kirim barang"),
        ] {
            assert!(!are_alike(typed, title), "{typed} / {title}");
        }
    }

    #[test]
    fn differing_numbers_are_never_a_match() {
        assert!(!are_alike("Paint room 3", "Paint room 4"));
        assert!(!are_alike("Release 1.2 of the store", "Release 1.3 of the store"));
        assert!(are_alike("Paint room 3", "Paint the room 3"));
        assert!(are_alike("Paint the room", "Paint the room 3"), "the number may be still to come");
    }

    #[test]
    fn the_last_word_may_be_only_begun() {
        let title = Content::of("Write the returns policy");
        assert!(Content::typed("returns pol").likeness(&title).is_some());
        assert!(Content::typed("returns pol ").likeness(&title).is_none());
        assert!(Content::typed("ret").likeness(&title).is_none());
    }

    #[test]
    fn more_in_common_is_more_alike() {
        let typed = Content::of("write returns policy");
        let likeness = |title: &str| typed.likeness(&Content::of(title)).unwrap();
        assert!(likeness("Write the returns policy") > likeness("Write the returns policy for shops abroad"));
    }

    #[test]
    fn every_form_is_sought_by_a_beginning_that_it_has() {
        for (typed, written) in [
            ("signing", "signs"),
            ("menulis", "tulis"),
            ("tulis", "menulis"),
            ("kirimkan", "mengirim"),
            ("bayar", "membayarkan"),
            ("policy", "policies"),
            ("ambil", "mengambil"),
        ] {
            let sought = Content::of(typed).sought().concat();
            assert!(sought.iter().any(|begin| written.starts_with(begin.as_str())), "{written}: {sought:?}");
        }
    }
}
