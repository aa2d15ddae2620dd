//! The lists of words behind likeness, from `assets/likeness`: read once. Boards will make them grow.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::affixes;

pub(super) static LISTS: LazyLock<Lists> = LazyLock::new(Lists::read);

const STOP: &str = include_str!("../../../assets/likeness/stop.txt");
const LIGHT: &str = include_str!("../../../assets/likeness/light.txt");
const NEGATIONS: &str = include_str!("../../../assets/likeness/negations.txt");
const NUMBERS: &str = include_str!("../../../assets/likeness/numbers.txt");
const VERBS: &str = include_str!("../../../assets/likeness/verbs.txt");
const HARMLESS: &str = include_str!("../../../assets/likeness/harmless.txt");
const LEXICON: &str = include_str!("../../../assets/likeness/lexicon.txt");
const SPELLINGS: &str = include_str!("../../../assets/likeness/spellings.txt");

pub(super) struct Lists {
    stop: HashSet<&'static str>,
    light: HashSet<&'static str>,
    negations: HashSet<&'static str>,
    /// What each word for a number stands for.
    numbers: HashMap<&'static str, &'static str>,
    /// The first word of its line for each word, and for each form that an English ending leaves of it.
    verbs: HashMap<String, &'static str>,
    lexicon: HashMap<String, &'static str>,
    /// Verbs that change nothing, and what an English ending would leave of them.
    harmless: HashSet<String>,
    /// The words of its line for each word.
    spellings: HashMap<&'static str, Vec<&'static str>>,
}

impl Lists {
    fn read() -> Lists {
        let numbers = lines(NUMBERS).flat_map(|line| {
            let mut words = line.split_whitespace();
            let number = words.next().unwrap_or_default();
            words.map(move |word| (word, number))
        });
        let spellings = lines(SPELLINGS).flat_map(|line| {
            line.split_whitespace().map(move |word| (word, line.split_whitespace().collect()))
        });
        Lists {
            stop: lines(STOP).collect(),
            light: lines(LIGHT).collect(),
            negations: lines(NEGATIONS).collect(),
            numbers: numbers.collect(),
            verbs: by_form(VERBS),
            lexicon: by_form(LEXICON),
            harmless: lines(HARMLESS).flat_map(affixes::bare).collect(),
            spellings: spellings.collect(),
        }
    }

    pub fn is_stop(&self, word: &str) -> bool {
        self.stop.contains(word)
    }

    pub fn is_light(&self, word: &str) -> bool {
        self.light.contains(word)
    }

    pub fn is_negation(&self, word: &str) -> bool {
        self.negations.contains(word)
    }

    pub fn number(&self, word: &str) -> Option<&'static str> {
        self.numbers.get(word).copied()
    }

    /// The class of everyday verbs that a form of a word is of.
    pub fn verb(&self, form: &str) -> Option<&'static str> {
        self.verbs.get(form).copied()
    }

    /// Whether a word at the beginning of a text, in its forms, is a verb that changes nothing.
    pub fn changes_nothing(&self, plain: &str, forms: &[String]) -> bool {
        // What stands in a list as it is written is that word, whatever else it may be a form of.
        let is_another = self.verbs.contains_key(plain) || self.lexicon.contains_key(plain);
        self.harmless.contains(plain) || !is_another && forms.iter().any(|form| self.harmless.contains(form))
    }

    /// The line of the lexicon that a form of a word is in.
    pub fn meaning(&self, form: &str) -> Option<&'static str> {
        self.lexicon.get(form).copied()
    }

    /// All words of a line of the lexicon.
    pub fn words_of_meaning(&self, meaning: &str) -> impl Iterator<Item = &'static str> {
        let line = lines(LEXICON).find(|line| line.split_whitespace().next() == Some(meaning));
        line.into_iter().flat_map(str::split_whitespace)
    }

    /// A word in all its spellings.
    pub fn spellings(&self, word: &str) -> &[&'static str] {
        self.spellings.get(word).map_or(&[], Vec::as_slice)
    }
}

fn lines(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty())
}

fn by_form(list: &'static str) -> HashMap<String, &'static str> {
    let words = lines(list).flat_map(|line| {
        let name = line.split_whitespace().next().unwrap_or_default();
        line.split_whitespace().map(move |word| (word, name))
    });
    words.flat_map(|(word, name)| affixes::bare(word).into_iter().map(move |form| (form, name))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// All words of some lists, each with the list and line where it stands.
    fn words(lists: &[(&'static str, &'static str)]) -> Vec<(&'static str, String)> {
        let all = lists.iter().flat_map(|(name, list)| {
            lines(list).enumerate().flat_map(move |(n, line)| {
                line.split_whitespace().map(move |word| (word, format!("{name} {n}")))
            })
        });
        all.collect()
    }

    /// What stands twice in lists of which a word can be in one line only.
    fn twice(lists: &[(&'static str, &'static str)]) -> Vec<String> {
        let mut seen = HashMap::new();
        let twice = words(lists).into_iter().filter_map(|(word, place)| {
            seen.insert(word, place.clone()).map(|before| format!("{word}: {before} and {place}"))
        });
        twice.collect()
    }

    #[test]
    fn no_word_says_two_things() {
        let none: [&str; 0] = [];
        let numbers = NUMBERS;
        // What weighs nothing, half, or counts as a number does so wherever it stands.
        assert_eq!(
            twice(&[("stop", STOP), ("light", LIGHT), ("negation", NEGATIONS), ("number", numbers)]),
            none
        );
        for (name, list) in
            [("verbs", VERBS), ("harmless", HARMLESS), ("lexicon", LEXICON), ("spellings", SPELLINGS)]
        {
            assert_eq!(twice(&[(name, list)]), none);
            assert_eq!(twice(&[(name, list), ("negation", NEGATIONS), ("number", numbers)]), none);
        }
        assert_eq!(twice(&[("lexicon", LEXICON), ("stop", STOP)]), none);
        for (word, place) in words(&[("verbs", VERBS), ("lexicon", LEXICON)]) {
            let list = if place.starts_with("verbs") { VERBS } else { LEXICON };
            let forms = by_form(list);
            let name = forms[word];
            assert!(affixes::bare(word).iter().all(|form| forms[form] == name), "{word} in {place}");
        }
    }

    #[test]
    fn the_lists_are_words_as_they_are_compared() {
        let all = [
            ("stop", STOP),
            ("light", LIGHT),
            ("negation", NEGATIONS),
            ("number", NUMBERS),
            ("verbs", VERBS),
            ("harmless", HARMLESS),
            ("lexicon", LEXICON),
            ("spellings", SPELLINGS),
        ];
        for (name, list) in all {
            assert!(list.starts_with("# "), "{name} says what it is");
        }
        for (word, place) in words(&all) {
            assert!(word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit()), "{word} in {place}");
        }
    }
}
