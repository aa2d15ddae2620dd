//! A word of a text: all that it may be a form of, and how much it says.

use strsim::osa_distance;

use super::affixes;
use super::lists::LISTS;
use super::reading::Token;

/// What stands before the name of a class of everyday verbs where it is a form, and before that of a line of the lexicon.
const VERB: char = '+';
const MEANING: char = '=';
/// A slip is forgiven in words of at least so many letters.
const SLIP: usize = 6;

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Word {
    /// In small letters, as it was written.
    pub written: String,
    /// The same without accents.
    pub plain: String,
    /// All words that it may be a form of, in order.
    pub forms: Vec<String>,
    pub weight: Weight,
    /// The line of the lexicon that it is in.
    meaning: Option<&'static str>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    /// An everyday verb at the beginning.
    Verb,
    Light,
    Ordinary,
}

impl Word {
    pub fn of(token: &Token, is_first: bool) -> Word {
        let plain = token.plain.clone();
        let mut forms = forms(&plain);
        let meaning = forms.iter().find_map(|form| form.strip_prefix(MEANING)).and_then(|m| LISTS.meaning(m));
        // What has a meaning by itself is not looked for a verb in: *pertemuan* is a meeting, and no finding.
        let verb = LISTS.verb(&plain).or_else(|| {
            let may_be = LISTS.meaning(&plain).is_none();
            forms.iter().filter(|_| may_be).find_map(|form| LISTS.verb(form))
        });
        let weight = match verb.filter(|_| is_first) {
            Some(class) => {
                forms.push(format!("{VERB}{class}"));
                forms.sort_unstable();
                Weight::Verb
            }
            None if forms.iter().any(|form| LISTS.is_light(form)) => Weight::Light,
            None => Weight::Ordinary,
        };
        Word { written: token.written.clone(), plain, forms, weight, meaning }
    }

    pub fn value(&self) -> f64 {
        match self.weight {
            Weight::Verb => 0.4,
            Weight::Light => 0.5,
            Weight::Ordinary => 1.0,
        }
    }

    /// Whether it may be the same word as one with these forms.
    pub fn meets(&self, forms: &[String]) -> bool {
        meet(&self.forms, forms)
    }

    /// Whether it begins as another one does that may be only begun.
    pub fn begins_with(&self, begun: &Word) -> bool {
        self.plain.starts_with(&begun.plain)
    }

    /// Whether a slip is forgiven in it.
    pub fn may_slip(&self) -> bool {
        self.weight != Weight::Verb && self.plain.is_ascii() && self.plain.len() >= SLIP
    }

    /// Its forms, to be looked up.
    pub fn as_texts(&self) -> Vec<&str> {
        self.forms.iter().map(String::as_str).collect()
    }

    /// What words may begin with that are forms of this one.
    pub fn possible_beginnings(&self) -> Vec<String> {
        let is_word = |form: &&String| !form.starts_with([VERB, MEANING]);
        let mut all: Vec<String> =
            self.forms.iter().filter(is_word).flat_map(|form| affixes::beginnings(form)).collect();
        all.push(self.written.clone());
        all.extend(self.meaning.into_iter().flat_map(|m| LISTS.words_of_meaning(m)).map(str::to_owned));
        all.sort_unstable();
        // What begins with another one of them is found with that.
        let mut shortest: Vec<String> = Vec::new();
        for begin in all.into_iter().filter(|begin| begin.len() > 2) {
            if shortest.last().is_none_or(|last| !begin.starts_with(last.as_str())) {
                shortest.push(begin);
            }
        }
        shortest
    }
}

/// Whether two words of those in which a slip is forgiven differ by one.
pub(super) fn is_slip(a: &str, b: &str) -> bool {
    a.as_bytes().first() == b.as_bytes().first() && a.len().abs_diff(b.len()) <= 1 && osa_distance(a, b) <= 1
}

/// All words that a word may be a form of, in order.
pub(super) fn forms(plain: &str) -> Vec<String> {
    if !plain.is_ascii() {
        return vec![plain.to_owned()];
    }
    let english = affixes::english(plain);
    let mut forms = Vec::with_capacity(english.len() + 4);
    for form in &english {
        forms.extend(LISTS.spellings(form).iter().map(|word| (*word).to_owned()));
        forms.extend(LISTS.meaning(form).map(|meaning| format!("{MEANING}{meaning}")));
    }
    forms.extend(english);
    forms.extend(affixes::indonesian(plain));
    forms.sort_unstable();
    forms.dedup();
    forms
}

/// Whether two lists, both in order, have anything in common.
fn meet(a: &[String], b: &[String]) -> bool {
    let (mut a, mut b) = (a.iter().peekable(), b.iter().peekable());
    while let (Some(one), Some(other)) = (a.peek(), b.peek()) {
        match one.cmp(other) {
            std::cmp::Ordering::Equal => return true,
            std::cmp::Ordering::Less => a.next(),
            std::cmp::Ordering::Greater => b.next(),
        };
    }
    false
}
