//! What a text says: its words without what every text has, each with its forms and its weight.

use std::collections::BTreeSet;

use super::lists::LISTS;
use super::reading::{self, Token};
use super::word::{Weight, Word, forms, is_slip};
use crate::domain::folding::is_unspaced;

/// So many words of a text are compared.
const MOST: usize = 16;
/// By so many words a text is looked up.
pub const KEYS: usize = 3;

/// What a text says.
#[derive(Debug, Clone, PartialEq)]
pub struct Content {
    pub(super) words: Vec<Word>,
    /// What two neighbouring words of the text are as one: sign up, signup.
    pub(super) joined: Vec<Joined>,
    pub(super) numbers: BTreeSet<String>,
    pub(super) denies: bool,
    last: Last,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Joined {
    plain: String,
    /// Those of the two that are among the words.
    pub words: Vec<usize>,
}

/// What a text is found by, and finds others by: a word in its forms, a number, or all that two neighbours may be as one.
#[derive(Debug)]
pub struct Term {
    pub forms: Vec<String>,
    pub is: TermIs,
    /// The word, where it is one that may be written with a slip.
    long: Option<String>,
}

impl Term {
    /// Whether it is one of these words but for a slip.
    pub fn slips_into(&self, long_words: &str) -> bool {
        let Some(own) = &self.long else { return false };
        long_words.split(' ').any(|word| is_slip(own, word))
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TermIs {
    /// One of the words that say which work it is.
    Ordinary,
    /// One that says less.
    Lesser,
    Number,
    Joined,
}

/// What a text is looked up by: words in their forms, and how many of them whatever is alike has at least.
#[derive(Debug)]
pub struct Keys<'c> {
    pub forms: Vec<Vec<&'c str>>,
    pub needed: usize,
}

/// Whether the last word may be only begun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Last {
    Whole,
    Begun,
}

impl Content {
    /// Of a text as it stands.
    pub fn of(text: &str) -> Content {
        Content::read(text, Last::Whole)
    }

    /// Of a title while it is typed.
    pub fn typed(title: &str) -> Content {
        let ends_in_word = title.chars().next_back().is_some_and(char::is_alphanumeric);
        Content::read(title, if ends_in_word { Last::Begun } else { Last::Whole })
    }

    fn read(text: &str, last: Last) -> Content {
        let mut content = Content {
            words: Vec::new(),
            joined: Vec::new(),
            numbers: BTreeSet::new(),
            denies: false,
            last: Last::Whole,
        };
        let tokens = reading::tokens(text);
        // For each token the word that it is, where it is one.
        let mut places = Vec::with_capacity(tokens.len());
        for token in &tokens {
            places.push(content.add(token));
        }
        let is_a_word = places.last().is_some_and(|last| last.is_some_and(|n| n + 1 == content.words.len()));
        content.last = if is_a_word { last } else { Last::Whole };
        for (pair, places) in tokens.windows(2).zip(places.windows(2)) {
            if pair.iter().any(|token| token.continues || token.numeral.is_some()) || places == [None, None] {
                continue;
            }
            let plain = format!("{}{}", pair[0].plain, pair[1].plain);
            content.joined.push(Joined { plain, words: places.iter().flatten().copied().collect() });
        }
        content
    }

    /// Takes a token up; which of the words it is, where it is one.
    fn add(&mut self, token: &Token) -> Option<usize> {
        let plain = token.plain.as_str();
        if let Some(number) = token.numeral.clone().or_else(|| number(plain)) {
            self.numbers.insert(number);
            return None;
        }
        if LISTS.is_negation(plain) {
            self.denies = true;
            return None;
        }
        let is_letter = plain.len() == 1 && plain.is_ascii();
        if LISTS.is_stop(plain) || is_letter {
            return None;
        }
        let word = Word::of(token, self.words.is_empty());
        if let Some(known) = self.words.iter().position(|known| known.meets(&word.forms)) {
            return Some(known);
        }
        if self.words.len() == MOST {
            return None;
        }
        self.words.push(word);
        Some(self.words.len() - 1)
    }

    /// The same without the verb at its beginning, be it an everyday one or one that changes nothing: what would be done
    /// something with. Where nothing else is said, the verb stays.
    pub fn without_verb(&self) -> Content {
        let is_verb =
            |first: &Word| first.weight == Weight::Verb || LISTS.changes_nothing(&first.plain, &first.forms);
        let says_more = self.words.len() > 1 || !self.numbers.is_empty();
        let mut rest = self.clone();
        if says_more && self.words.first().is_some_and(is_verb) {
            rest.words.remove(0);
            rest.joined.retain(|joined| !joined.words.contains(&0));
            for place in rest.joined.iter_mut().flat_map(|joined| &mut joined.words) {
                *place -= 1;
            }
        }
        rest
    }

    /// Without its numbers; `None` where it has none.
    pub fn without_numbers(&self) -> Option<Content> {
        (!self.numbers.is_empty()).then(|| Content { numbers: BTreeSet::new(), ..self.clone() })
    }

    /// Whether it begins with a verb by which nothing is changed: read, compare, ask.
    pub fn changes_nothing(&self) -> bool {
        self.words.first().is_some_and(|first| LISTS.changes_nothing(&first.plain, &first.forms))
    }

    /// Whether there is no word and no number in it that says anything.
    pub fn says_nothing(&self) -> bool {
        self.words.is_empty() && self.numbers.is_empty()
    }

    /// What all of it weighs.
    pub(super) fn weight(&self) -> f64 {
        self.words.iter().map(Word::value).sum::<f64>() + self.numbers.len() as f64
    }

    /// The numbers, in one text that is the same for the same ones: titles with other numbers are other work.
    pub fn numbers(&self) -> String {
        self.numbers.iter().map(String::as_str).collect::<Vec<_>>().join(" ")
    }

    /// How many words say which work it is.
    pub fn ordinary(&self) -> usize {
        self.words.iter().filter(|word| word.weight == Weight::Ordinary).count()
    }

    /// How many of its words say less, where it says nothing else besides: no number, and no denial.
    pub fn lesser(&self) -> Option<usize> {
        (self.numbers.is_empty() && !self.denies).then(|| self.words.len() - self.ordinary())
    }

    /// Whether a word may be only begun.
    pub(super) fn is_begun(&self, word: usize) -> bool {
        self.last == Last::Begun && word + 1 == self.words.len()
    }

    /// What can be looked up to find whatever is alike to this and has no more to say: its three longest ordinary words.
    /// Where it has none, all that it has.
    pub fn keys(&self) -> Keys<'_> {
        let mut longest = self.longest();
        if longest.is_empty() {
            let words = self.words.iter().map(|word| word.as_texts());
            let numbers = self.numbers.iter().map(|number| vec![number.as_str()]);
            return Keys { forms: words.chain(numbers).collect(), needed: 1 };
        }
        let needed = keys_needed(longest.len());
        longest.truncate(KEYS);
        Keys { forms: longest.into_iter().map(|word| word.as_texts()).collect(), needed }
    }

    /// Its ordinary words, the longest first. Of two that are as long the first by the alphabet: the order in which they
    /// stand says nothing.
    fn longest(&self) -> Vec<&Word> {
        let mut longest: Vec<&Word> =
            self.words.iter().filter(|word| word.weight == Weight::Ordinary).collect();
        longest.sort_by_key(|word| (std::cmp::Reverse(word.plain.len()), word.plain.as_str()));
        longest
    }

    /// All that it is found by, part by part: the ordinary words first, as [`Content::keys`] has them.
    pub fn terms(&self) -> Vec<Term> {
        let lesser = self.words.iter().filter(|word| word.weight != Weight::Ordinary);
        let of = |word: &Word, is| Term {
            forms: word.forms.clone(),
            is,
            long: word.may_slip().then(|| word.plain.clone()),
        };
        let lesser = lesser.map(|word| of(word, TermIs::Lesser));
        let ordinary = self.longest().into_iter().map(|word| of(word, TermIs::Ordinary));
        let numbers = self.numbers.iter().map(|number| Term {
            forms: vec![number.clone()],
            is: TermIs::Number,
            long: None,
        });
        let joined: BTreeSet<String> = self.joined.iter().flat_map(Joined::forms).collect();
        let joined = (!joined.is_empty()).then(|| Term {
            forms: joined.into_iter().collect(),
            is: TermIs::Joined,
            long: None,
        });
        ordinary.chain(lesser).chain(numbers).chain(joined).collect()
    }

    /// The words in which a slip is forgiven, as [`Term::slips_into`] takes them.
    pub fn long_words(&self) -> String {
        let long = self.words.iter().filter(|word| word.may_slip());
        long.map(|word| word.plain.as_str()).collect::<Vec<_>>().join(" ")
    }

    /// All that it is found by, each once: every form of every word, also of two that may be one.
    pub fn found_by(&self) -> BTreeSet<String> {
        let words = self.words.iter().flat_map(|word| word.forms.iter().cloned());
        let joined = self.joined.iter().flat_map(Joined::forms);
        words.chain(joined).chain(self.numbers.iter().cloned()).collect()
    }

    /// For each word the beginnings of words by which titles that say the same can be found. Everyday verbs find too much,
    /// and say too little: they are not sought where anything else is.
    pub fn sought(&self) -> Vec<Vec<String>> {
        self.to_seek().map(|(_, beginnings)| beginnings).collect()
    }

    /// The sought words as they were written, without the one that may be only begun.
    pub fn whole(&self) -> impl Iterator<Item = &str> {
        let whole = self.to_seek().filter(|(n, _)| !self.is_begun(*n));
        whole.map(|(n, _)| self.words[n].written.as_str())
    }

    /// The everyday verb at the beginning, as it was written, where it is there in full.
    pub fn verb(&self) -> Option<&str> {
        let first = self.words.first().filter(|word| word.weight == Weight::Verb && !self.is_begun(0));
        first.map(|word| word.written.as_str())
    }

    fn to_seek(&self) -> impl Iterator<Item = (usize, Vec<String>)> {
        let is_only_verb = self.words.len() == 1;
        let words = self.words.iter().enumerate();
        let sought = words.filter(move |(_, word)| is_only_verb || word.weight != Weight::Verb);
        sought.map(|(n, word)| {
            let mut all =
                if self.is_begun(n) { vec![word.written.clone()] } else { word.possible_beginnings() };
            for begin in all.iter_mut().filter(|begin| begin.starts_with(is_unspaced)) {
                // The index has the characters of such scripts one by one.
                begin.truncate(begin.ceil_char_boundary(1));
            }
            // Of two letters far too much begins.
            all.retain(|begin| !begin.is_ascii() || begin.len() > 2);
            (n, all)
        })
    }
}

/// How many of the keys of a text with so many ordinary words whatever is alike has at least: one may be written with a
/// slip.
pub fn keys_needed(ordinary: usize) -> usize {
    ordinary.min(KEYS).saturating_sub(1).max(1)
}

impl Joined {
    /// All words that the two may be a form of as one. Seldom asked for, and as costly as those of a word.
    pub fn forms(&self) -> Vec<String> {
        forms(&self.plain)
    }
}

/// What a token says as a number, where it is one.
fn number(plain: &str) -> Option<String> {
    if !plain.contains(|c: char| c.is_ascii_digit()) {
        return LISTS.number(plain).map(str::to_owned);
    }
    let ordinal = ["st", "nd", "rd", "th"].iter().find_map(|end| plain.strip_suffix(end));
    let digits = ordinal.filter(|rest| rest.chars().all(|c| c.is_ascii_digit())).unwrap_or(plain);
    let trimmed = digits.trim_start_matches('0');
    Some(if trimmed.is_empty() { "0" } else { trimmed }.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(text: &str) -> String {
        Content::of(text).numbers.into_iter().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn numbers_are_the_same_however_they_are_written() {
        for (text, said) in [
            ("The third room", "3"),
            ("3rd room", "3"),
            ("Kamar ketiga", "3"),
            ("Phase III", "3"),
            ("Shift on Monday, hari Senin", "d1"),
            ("Report for Januari 2027", "2027 m1"),
            ("We may march in minggu ini", ""),
            ("Release 1.02", "1 2"),
            ("Room A", "a"),
        ] {
            assert_eq!(numbers(text), said, "{text}");
        }
    }

    #[test]
    fn words_weigh_what_they_say() {
        let weights = |text: &str| Content::of(text).words.iter().map(|word| word.weight).collect::<Vec<_>>();
        use Weight::{Light, Ordinary, Verb};
        assert_eq!(weights("Please write the new policy"), [Verb, Light, Ordinary]);
        assert_eq!(weights("Menulis kebijakan"), [Verb, Ordinary]);
        assert_eq!(
            weights("Policy to write"),
            [Ordinary, Ordinary],
            "a verb says more where it does not begin"
        );
        assert_eq!(weights("Pertemuan tim"), [Ordinary, Ordinary], "a meeting, and no finding");
        assert_eq!(weights("Contracts and a contract"), [Ordinary], "one word");
        assert_eq!(weights("never without it"), []);
        assert!(Content::of("Don't sign").denies && !Content::of("Sign").denies);
    }

    #[test]
    fn every_form_is_sought_by_a_beginning_that_it_has() {
        for (typed, written) in [
            ("signing", "signs"),
            ("menulis", "tulis"),
            ("tulis", "menulis"),
            ("kirimkan", "mengirim"),
            ("kirim", "pengiriman"),
            ("tulis", "ditulis"),
            ("bayar", "membayarkan"),
            ("policy", "policies"),
            ("ambil", "mengambil"),
            ("prices", "harga"),
            ("pelanggan", "customers"),
            ("izin", "ijin"),
        ] {
            let sought = Content::of(typed).sought().concat();
            assert!(sought.iter().any(|begin| written.starts_with(begin.as_str())), "{written}: {sought:?}");
        }
    }

    #[test]
    fn a_verb_is_sought_where_nothing_else_is() {
        assert_eq!(Content::of("Write the policy").whole().collect::<Vec<_>>(), ["policy"]);
        assert_eq!(Content::of("Write it").whole().collect::<Vec<_>>(), ["write"]);
        assert_eq!(Content::typed("sign the polic").whole().collect::<Vec<_>>(), ["sign"]);
    }
}
