//! What people type to narrow a list, the same in the command line and on the screens.
//!
//! ```text
//! lead:me  -is:blocked  state:open,doing  due:<=fri  goal:"co-op store"  payment  "price list"
//! key value  not         one or the other  compared   quoted              word     words in a row
//! ```
//!
//! All terms hold together. The grammar is one ([`parse`]); which keys there are, and what they take, is a list of rows
//! ([`Vocabulary`]): tasks have theirs, the journal has its own. The rows also feed completion, help and hints.
//!
//! **Invariants:** no text panics; what is wrong is a [`Fault`] at its place, and the rest still means what it says; a
//! query that is written out ([`Query`] displays) reads the same again.

mod complete;
pub mod journal;
mod parse;
pub mod tasks;
mod value;
mod vocabulary;

#[cfg(test)]
mod tests;

use std::fmt;
use std::ops::Range;

use super::folding::tokens;

pub use complete::{Place, Proposal};
pub use parse::{MOST, parse, quoted_value as quoted};
pub use value::{Clock, Days, Span, Value};
pub use vocabulary::{Choice, Known, Read, Reading, Row, Takes, Vocabulary, nearest};

/// Where something stands in the text, in bytes.
pub type Bytes = Range<usize>;

/// What was typed, taken apart; what the keys mean is not known yet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    pub terms: Vec<Term>,
}

impl Query {
    /// The words that are looked for in what is written, besides those that shall not be there.
    pub fn sought(&self) -> String {
        let wanted = self.terms.iter().filter(|term| term.sense == Sense::Is);
        let words = wanted.filter_map(|term| match &term.what {
            What::Words(words) => Some(words.text.as_str()),
            What::Pair { .. } => None,
        });
        words.collect::<Vec<_>>().join(" ")
    }
}

/// One condition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    pub at: Bytes,
    pub sense: Sense,
    pub what: What,
}

/// Whether what is said shall be so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sense {
    Is,
    /// With a `-` before it.
    Not,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// A word, or several in a row.
    Words(Atom),
    /// A key, and one value or another.
    Pair { key: Atom, tests: Vec<Test> },
}

/// A piece of the text, without its quotes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Atom {
    pub at: Bytes,
    pub text: String,
}

/// A value with the way in which it is compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Test {
    pub at: Bytes,
    pub how: How,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum How {
    Is(Atom),
    Below(Atom),
    AtMost(Atom),
    Above(Atom),
    AtLeast(Atom),
    /// From one to the other, both within; an end that is left open is `None`.
    Between(Option<Atom>, Option<Atom>),
}

/// What is wrong with a query, where, and what can be typed instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    pub at: Bytes,
    /// Lower case, without a full stop.
    pub message: String,
    pub hint: Option<String>,
}

impl Term {
    /// How many words and values it has.
    fn parts(&self) -> usize {
        match &self.what {
            What::Words(words) => tokens(&words.text).split_whitespace().count().max(1),
            What::Pair { tests, .. } => tests.len(),
        }
    }
}

impl fmt::Display for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, term) in self.terms.iter().enumerate() {
            if i > 0 {
                f.write_str(" ")?;
            }
            term.fmt(f)?;
        }
        Ok(())
    }
}

impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.sense == Sense::Not {
            f.write_str("-")?;
        }
        match &self.what {
            What::Words(words) => f.write_str(&parse::quoted_word(&words.text)),
            What::Pair { key, tests } => {
                write!(f, "{}:", key.text)?;
                for (i, test) in tests.iter().enumerate() {
                    if i > 0 {
                        f.write_str(",")?;
                    }
                    test.how.fmt(f)?;
                }
                Ok(())
            }
        }
    }
}

impl fmt::Display for How {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let value = |atom: &Atom| parse::quoted_value(&atom.text);
        match self {
            How::Is(atom) => f.write_str(&value(atom)),
            How::Below(atom) => write!(f, "<{}", value(atom)),
            How::AtMost(atom) => write!(f, "<={}", value(atom)),
            How::Above(atom) => write!(f, ">{}", value(atom)),
            How::AtLeast(atom) => write!(f, ">={}", value(atom)),
            How::Between(from, to) => {
                let end = |end: &Option<Atom>| end.as_ref().map(&value).unwrap_or_default();
                write!(f, "{}..{}", end(from), end(to))
            }
        }
    }
}
