//! The names of lists in many languages, from `assets/states.txt`, whose head says how it is written: read when the first
//! board comes in.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::Meaning;
use super::name::{Accents, NUMBER, Piece, pieces, words};
use crate::exchange::State;
use crate::packed::{packed, unpacked};

pub(super) static TABLE: LazyLock<[Table; 2]> =
    LazyLock::new(|| [Accents::Kept, Accents::Dropped].map(Table::read));

pub(super) static TEXT: LazyLock<String> = LazyLock::new(|| unpacked(packed!("states.txt")));

/// The line that holds for all languages.
pub(super) const ANY: &str = "any";

/// A name has so many words, or characters where no blanks are written. It bounds what one name costs.
const MOST: usize = 40;

/// Without accents a phrase has so many letters, or it is too easily a word of another language.
const LEAST: usize = 4;

/// One line of the text: a language's code, whether it writes blanks, and the phrases of each column.
pub(super) struct Line {
    pub code: &'static str,
    pub blanks: bool,
    pub columns: Vec<(&'static str, Vec<&'static str>)>,
}

impl Line {
    pub fn column(&self, name: &str) -> impl Iterator<Item = &'static str> {
        self.columns
            .iter()
            .filter(move |(column, _)| *column == name)
            .flat_map(|(_, phrases)| phrases)
            .copied()
    }
}

pub(super) fn lines(text: &'static str) -> impl Iterator<Item = Line> {
    text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(|line| {
        let mut columns = line.split('|').map(str::trim);
        let code = columns.next().unwrap_or_default();
        let columns = columns.filter_map(|column| column.split_once(':')).map(|(column, phrases)| {
            (column, phrases.split(',').map(str::trim).filter(|phrase| !phrase.is_empty()).collect())
        });
        let columns = columns.collect();
        Line { code: code.trim_end_matches('*'), blanks: !code.ends_with('*'), columns }
    })
}

/// What a column says of the lists that are named in it.
pub(super) fn meaning(column: &str) -> Option<Meaning> {
    let state = match column {
        "blocked" => return Some(Meaning { state: State::Open, is_blocked: true }),
        "doing" => State::Doing,
        "review" => State::Review,
        "done" => State::Done,
        "dropped" => State::Dropped,
        _ => return None,
    };
    Some(Meaning { state, is_blocked: false })
}

/// A phrase as it stands in the table.
pub(super) struct Written {
    text: String,
    /// Nothing may stand beside it.
    is_alone: bool,
    /// Its accents may not be missing.
    is_exact: bool,
}

impl Written {
    pub fn read(phrase: &str) -> Written {
        let text = phrase.trim_start_matches(['=', '!']);
        let signs = &phrase[..phrase.len() - text.len()];
        // The sign for a number is read as one.
        Written { text: text.replace('#', "0"), is_alone: signs.contains('='), is_exact: signs.contains('!') }
    }

    /// Its words as they are compared; without accents only where it may be written so.
    pub fn words(&self, accents: Accents) -> Option<Vec<String>> {
        let words = self.spelled(accents);
        let is_too_short = || words.concat().chars().count() < LEAST;
        let may_be = accents == Accents::Kept
            || !(self.is_exact || is_too_short())
            || words == self.spelled(Accents::Kept);
        may_be.then_some(words)
    }

    fn spelled(&self, accents: Accents) -> Vec<String> {
        words(&pieces(&self.text, accents)).into_iter().map(str::to_owned).collect()
    }
}

/// All languages, with accents or without.
pub(super) struct Table {
    accents: Accents,
    languages: Vec<Language>,
    /// The phrases of all languages, their words parted by blanks.
    whole: HashMap<String, Phrase>,
    /// What joins two phrases in any language: both must be understood, so that it may be in any.
    joining: HashSet<String>,
}

struct Language {
    code: &'static str,
    blanks: bool,
    phrases: HashMap<String, Phrase>,
    /// What may stand beside a phrase.
    beside: HashSet<String>,
    /// What may stand beside one that else stands alone.
    limits: HashSet<String>,
}

#[derive(Clone, Copy)]
struct Phrase {
    meaning: Meaning,
    is_alone: bool,
}

impl Table {
    fn read(accents: Accents) -> Table {
        let mut table =
            Table { accents, languages: Vec::new(), whole: HashMap::new(), joining: HashSet::new() };
        let mut limits = Vec::new();
        for line in lines(&TEXT) {
            let read = |written| Written::read(written).spelled(accents);
            if line.code == ANY {
                limits = line.column("beside").map(read).collect();
                limits.push(vec![NUMBER.to_owned()]);
                continue;
            }
            let negating: HashSet<String> = line.column("not").flat_map(read).collect();
            let is_harmless = |words: &Vec<String>| !words.iter().any(|word| negating.contains(word));
            let beside: Vec<Vec<String>> = line.column("beside").map(read).filter(is_harmless).collect();
            let join = |words: &Vec<String>| words.join(if line.blanks { " " } else { "" });
            let limits: HashSet<String> = limits.iter().map(join).collect();
            table.joining.extend(line.column("and").flat_map(read));
            let phrases = phrases(&line, accents);
            table.whole.extend(phrases.iter().map(|(words, phrase)| (words.clone(), *phrase)));
            table.languages.push(Language {
                code: line.code,
                blanks: line.blanks,
                phrases,
                beside: beside.iter().map(join).chain(limits.iter().cloned()).collect(),
                limits,
            });
        }
        table
    }

    /// What the pieces of a name mean, as a whole or part by part.
    pub fn meaning(&self, name: &str) -> Option<Meaning> {
        self.of(&self.pieces(name), 0)
    }

    /// The languages in which the name, or a part of it, is a phrase.
    pub fn languages(&self, name: &str) -> impl Iterator<Item = &'static str> {
        let pieces = self.pieces(name);
        self.languages.iter().filter_map(move |language| {
            let mut names = std::iter::once(&*pieces).chain(pieces.split(|piece| *piece == Piece::Mark));
            names.any(|name| language.meaning(&words(name)).is_some()).then_some(language.code)
        })
    }

    pub fn pieces(&self, name: &str) -> Vec<Piece> {
        pieces(name, self.accents)
    }

    fn of(&self, pieces: &[Piece], depth: usize) -> Option<Meaning> {
        let spoken = words(pieces);
        let whole = || self.whole.get(&spoken.join(" ")).map(|phrase| phrase.meaning);
        let with_others = || self.languages.iter().find_map(|language| language.meaning(&spoken));
        if let Some(meaning) = whole().or_else(with_others) {
            return Some(meaning);
        }
        // The first sign that cuts the name in parts: hyphens join words more often than they part phrases.
        let cuts: [&dyn Fn(&Piece) -> bool; 3] = [
            &|piece| *piece == Piece::Mark,
            &|piece| matches!(piece, Piece::Word(word) if self.joining.contains(word)),
            &|piece| *piece == Piece::Hyphen,
        ];
        let depth = (depth..cuts.len()).find(|depth| pieces.iter().any(cuts[*depth]))?;
        let mut all: Option<Meaning> = None;
        for part in pieces.split(cuts[depth]) {
            if self.is_harmless(&words(part)) {
                continue;
            }
            let meaning = self.of(part, depth + 1)?;
            all = Some(all.map_or(meaning, |all| all.and(meaning)));
        }
        all
    }

    /// What a whole phrase of any language means, without what may stand beside it, and whether it may only stand alone.
    pub fn whole(&self, pieces: &[Piece]) -> Option<(Meaning, bool)> {
        let spoken: Vec<&str> = words(pieces).into_iter().filter(|word| *word != NUMBER).collect();
        let found = self.whole.get(&spoken.join(" ")).or_else(|| self.whole.get(&spoken.concat()));
        found.map(|phrase| (phrase.meaning, phrase.is_alone))
    }

    fn is_harmless(&self, words: &[&str]) -> bool {
        words.is_empty()
            || self.languages.iter().any(|language| {
                let units = language.units(words);
                units.len() <= MOST && language.reach(&units, &language.beside).last() == Some(&true)
            })
    }
}

fn phrases(line: &Line, accents: Accents) -> HashMap<String, Phrase> {
    let mut phrases = HashMap::new();
    for (column, written) in &line.columns {
        let Some(meaning) = meaning(column) else { continue };
        for written in written {
            let written = Written::read(written);
            let Some(words) = written.words(accents) else { continue };
            phrases.insert(
                words.join(if line.blanks { " " } else { "" }),
                Phrase { meaning, is_alone: written.is_alone },
            );
        }
    }
    phrases
}

impl Language {
    /// The one phrase that the words are, with nothing but what may stand beside it. The longest counts: "waiting for
    /// review" is more than "waiting".
    fn meaning(&self, words: &[&str]) -> Option<Meaning> {
        if !self.blanks && words.iter().all(|word| word.is_ascii()) {
            return None;
        }
        let units = self.units(words);
        let many = units.len();
        if many == 0 || many > MOST {
            return None;
        }
        let (before, after) = self.around(&units, &self.beside);
        let (few_before, few_after) = self.around(&units, &self.limits);
        for length in (1..=many).rev() {
            for from in 0..=many - length {
                let to = from + length;
                if !(before[from] && after[to]) {
                    continue;
                }
                let found = self.phrases.get(&self.join(&units[from..to]));
                let may_be = |phrase: &&Phrase| !phrase.is_alone || few_before[from] && few_after[to];
                if let Some(phrase) = found.filter(may_be) {
                    return Some(phrase.meaning);
                }
            }
        }
        None
    }

    /// Words where blanks are written, else characters.
    fn units<'a>(&self, words: &[&'a str]) -> Vec<&'a str> {
        if self.blanks {
            return words.to_vec();
        }
        words
            .iter()
            .flat_map(|word| word.char_indices().map(|(at, c)| &word[at..at + c.len_utf8()]))
            .collect()
    }

    fn join(&self, units: &[&str]) -> String {
        units.join(if self.blanks { " " } else { "" })
    }

    /// At each place, whether all before it may stand beside a phrase, and whether all after it may.
    fn around(&self, units: &[&str], beside: &HashSet<String>) -> (Vec<bool>, Vec<bool>) {
        let before = self.reach(units, beside);
        let mut after = vec![false; units.len() + 1];
        after[units.len()] = true;
        for from in (0..units.len()).rev() {
            after[from] =
                (from + 1..=units.len()).any(|to| after[to] && beside.contains(&self.join(&units[from..to])));
        }
        (before, after)
    }

    /// At each place, whether all before it is made of what may stand beside a phrase.
    fn reach(&self, units: &[&str], beside: &HashSet<String>) -> Vec<bool> {
        let mut reach = vec![false; units.len() + 1];
        reach[0] = true;
        for to in 1..=units.len() {
            reach[to] = (0..to).any(|from| reach[from] && beside.contains(&self.join(&units[from..to])));
        }
        reach
    }
}
