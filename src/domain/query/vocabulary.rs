//! Which keys there are, and what each takes: one row a key. Completion, help, hints and the documentation read the rows.

use super::value::{self, Clock, Value};
use super::{Atom, Bytes, Fault, Query, Sense, Test, What, parse};
use crate::domain::subject::Kind;
use crate::words::words;

/// One key.
pub struct Row {
    pub key: &'static str,
    /// What it asks for, in one line.
    pub doc: fn() -> String,
    /// The words that it takes, whatever else it takes.
    pub choices: &'static [Choice],
    pub takes: Takes,
    /// A value to show in help.
    pub example: &'static str,
}

/// A word that a key takes.
pub struct Choice {
    pub word: &'static str,
    pub doc: fn() -> String,
}

/// What a key takes besides its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Takes {
    /// Nothing.
    Choices,
    /// A subject, by its name or its handle. Those of this kind are proposed; which others may be meant, and which comes
    /// first, is for the reader of the key to say.
    Subject(Kind),
    Tag,
    Skill,
    /// A state, also by what the team calls it.
    State,
    /// A day, ahead where it can lie on either side.
    Day,
    /// A day that has been; without a sign: from then on.
    Since,
    /// A length of time.
    Age,
}

impl Takes {
    fn is_compared(self) -> bool {
        matches!(self, Takes::Day | Takes::Since | Takes::Age)
    }
}

/// What a text of the words says, when it is asked for: by then a language is spoken.
macro_rules! says {
    ($name:ident) => {
        || crate::words::Words::$name(crate::words::words())
    };
}
pub(super) use says;

/// The keys over which a query is read; `K` is what the reader knows each by.
pub struct Vocabulary<K: 'static> {
    pub rows: &'static [(K, Row)],
}

/// A query whose keys and values are known. Names are not looked up yet.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading<K> {
    pub terms: Vec<Read<K>>,
    pub faults: Vec<Fault>,
}

/// One condition of a reading.
#[derive(Debug, Clone, PartialEq)]
pub struct Read<K> {
    pub at: Bytes,
    pub sense: Sense,
    pub what: Known<K>,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Known<K> {
    /// A word, or several in a row.
    Words(String),
    /// A key, and one value or another.
    Key(K, Vec<(Value, Bytes)>),
}

impl<K: Copy> Vocabulary<K> {
    /// What a text says in these keys. What is wrong is left out and told.
    pub fn read(&self, text: &str, clock: &Clock) -> Reading<K> {
        let (query, faults) = parse(text);
        self.know(&query, faults, clock)
    }

    fn know(&self, query: &Query, mut faults: Vec<Fault>, clock: &Clock) -> Reading<K> {
        let mut terms = Vec::new();
        for term in &query.terms {
            let what = match &term.what {
                What::Words(atom) => Known::Words(atom.text.clone()),
                What::Pair { key, tests } => {
                    let Some((known, row)) = self.rows.iter().find(|(_, row)| row.key == key.text) else {
                        faults.push(self.unknown(key));
                        continue;
                    };
                    let mut values = Vec::new();
                    for test in tests {
                        match row.value(test, clock) {
                            Ok(value) => values.push((value, test.at.clone())),
                            Err(fault) => faults.push(fault),
                        }
                    }
                    if values.is_empty() {
                        continue;
                    }
                    Known::Key(*known, values)
                }
            };
            terms.push(Read { at: term.at.clone(), sense: term.sense, what });
        }
        faults.sort_by_key(|fault| fault.at.start);
        Reading { terms, faults }
    }

    fn unknown(&self, key: &Atom) -> Fault {
        let hint = match nearest(&key.text, self.rows.iter().map(|(_, row)| row.key)) {
            Some(near) => words().filter_unknown_key_near(near, &key.text),
            None => words().filter_unknown_key_hint(&key.text),
        };
        Fault {
            at: key.at.start..key.at.end + 1,
            message: words().filter_unknown_key(&key.text),
            hint: Some(hint),
        }
    }

    /// The row of a key.
    pub fn row(&self, key: &str) -> Option<&'static Row> {
        self.rows.iter().map(|(_, row)| row).find(|row| row.key == key)
    }
}

impl Row {
    pub(super) const fn new(
        key: &'static str,
        doc: fn() -> String,
        choices: &'static [Choice],
        takes: Takes,
        example: &'static str,
    ) -> Row {
        Row { key, doc, choices, takes, example }
    }

    fn value(&self, test: &Test, clock: &Clock) -> Result<Value, Fault> {
        if let super::How::Is(atom) = &test.how
            && let Some(choice) = self.choice(atom)?
        {
            return Ok(Value::Choice(choice));
        }
        match (self.takes, &test.how) {
            (Takes::Day | Takes::Since, how) => value::days(how, self.takes, clock, &test.at),
            (Takes::Age, how) => value::ages(how, &test.at),
            (_, super::How::Is(atom)) => Ok(Value::Name(atom.text.clone())),
            (_, _) => Err(Fault {
                at: test.at.clone(),
                message: words().filter_not_compared(self.key),
                hint: Some(words().filter_not_compared_hint(self.key, self.example)),
            }),
        }
    }

    /// The word of this key that was typed. Where a key takes nothing else, the beginning of one is enough.
    fn choice(&self, atom: &Atom) -> Result<Option<&'static str>, Fault> {
        let typed = atom.text.to_lowercase();
        let mut words_of = self.choices.iter().map(|choice| choice.word);
        if let Some(word) = words_of.clone().find(|word| *word == typed) {
            return Ok(Some(word));
        }
        if self.takes != Takes::Choices {
            return Ok(None);
        }
        let begin: Vec<_> = words_of.clone().filter(|word| word.starts_with(&typed)).collect();
        let hint = match begin.as_slice() {
            [word] => return Ok(Some(word)),
            [] => match nearest(&typed, &mut words_of) {
                Some(near) => words().filter_unknown_value_near(self.key, near),
                None => {
                    let all: Vec<_> = self.choices.iter().map(|choice| choice.word).collect();
                    words().filter_unknown_value_hint(all.join(", "))
                }
            },
            several => words().filter_unknown_value_hint(several.join(", ")),
        };
        let message = match begin.len() {
            0 => words().filter_unknown_value(self.key, &atom.text),
            _ => words().filter_ambiguous(&atom.text),
        };
        Err(Fault { at: atom.at.clone(), message, hint: Some(hint) })
    }

    /// Whether a value may be compared.
    pub fn is_compared(&self) -> bool {
        self.takes.is_compared()
    }
}

/// The word that was probably meant: one or two letters away, or what was begun.
pub fn nearest<'w>(typed: &str, known: impl IntoIterator<Item = &'w str>) -> Option<&'w str> {
    // No word is longer, and comparing costs as much as both are long.
    const TYPED_MAX: usize = 100;
    let far = match typed.chars().take(TYPED_MAX + 1).count() {
        0..=4 => 1,
        5..=TYPED_MAX => 2,
        _ => return None,
    };
    let distance = |word: &str| match word.starts_with(typed) && !typed.is_empty() {
        true => 0,
        false => strsim::osa_distance(typed, word),
    };
    known
        .into_iter()
        .map(|word| (distance(word), word))
        .filter(|(n, _)| *n <= far)
        .min()
        .map(|(_, word)| word)
}
