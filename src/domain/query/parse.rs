//! From text to terms, letter by letter.

use super::{Atom, Bytes, Fault, How, Query, Sense, Term, Test, What};
use crate::words::words;

/// The most words and values of one query: more than anybody types, and each is looked for by itself. What is pasted by
/// mistake has more.
pub const MOST: usize = 64;

/// Takes a text apart. Where a part is wrong, the rest is there all the same; behind [`MOST`] nothing is read.
pub fn parse(text: &str) -> (Query, Vec<Fault>) {
    let mut reader = Reader { text, at: 0, faults: Vec::new() };
    let mut terms = Vec::new();
    let mut parts = 0;
    loop {
        reader.skip(char::is_whitespace);
        if reader.rest().is_empty() {
            return (Query { terms }, reader.faults);
        }
        let Some(term) = reader.term() else { continue };
        parts += term.parts();
        if parts > MOST {
            reader.fault(term.at, words().filter_too_much(MOST), Some(words().filter_too_much_hint()));
            return (Query { terms }, reader.faults);
        }
        terms.push(term);
    }
}

/// A word as it has to be typed to be read as itself.
pub(super) fn quoted_word(text: &str) -> String {
    let plain = !text.is_empty()
        && !text.starts_with(['-', '"'])
        && !text.contains(char::is_whitespace)
        && key_of(text).is_none();
    if plain { text.to_owned() } else { quoted(text) }
}

/// A value as it has to be typed to be read as itself.
pub fn quoted_value(text: &str) -> String {
    let plain = !text.is_empty()
        && !text.starts_with(['<', '>', '=', '"'])
        && !text.contains(|c: char| c.is_whitespace() || c == ',')
        && !text.contains("..");
    if plain { text.to_owned() } else { quoted(text) }
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// The key with which a term begins: letters before a colon, but not those of an address.
fn key_of(text: &str) -> Option<&str> {
    let (key, rest) = text.split_once(':')?;
    let is_key = !key.is_empty() && key.bytes().all(|b| b.is_ascii_alphabetic()) && !rest.starts_with("//");
    is_key.then_some(key)
}

/// The signs of comparison, the longer ones first.
const COMPARED: [(&str, Compare); 4] =
    [("<=", How::AtMost), (">=", How::AtLeast), ("<", How::Below), (">", How::Above)];

type Compare = fn(Atom) -> How;

struct Reader<'t> {
    text: &'t str,
    at: usize,
    faults: Vec<Fault>,
}

impl Reader<'_> {
    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    fn skip(&mut self, which: impl Fn(char) -> bool) {
        self.at += self.rest().find(|c| !which(c)).unwrap_or(self.rest().len());
    }

    fn eat(&mut self, sign: &str) -> bool {
        let there = self.rest().starts_with(sign);
        self.at += if there { sign.len() } else { 0 };
        there
    }

    fn fault(&mut self, at: Bytes, message: String, hint: Option<String>) {
        self.faults.push(Fault { at, message, hint });
    }

    fn term(&mut self) -> Option<Term> {
        let start = self.at;
        let sense = if self.eat("-") { Sense::Not } else { Sense::Is };
        if self.rest().is_empty() || self.rest().starts_with(char::is_whitespace) {
            let hint = Some(words().filter_nothing_negated_hint());
            self.fault(start..self.at, words().filter_nothing_negated(), hint);
            return None;
        }
        let what = match key_of(self.rest()).map(str::len) {
            Some(length) => {
                let at = self.at..self.at + length;
                let key = Atom { text: self.text[at.clone()].to_ascii_lowercase(), at };
                self.at += length + 1;
                let tests = self.tests(&key);
                // A key without a value says nothing yet; that it lacks one was said.
                if tests.is_empty() {
                    return None;
                }
                What::Pair { key, tests }
            }
            None => What::Words(self.atom(|rest| rest.starts_with(char::is_whitespace))),
        };
        Some(Term { at: start..self.at, sense, what })
    }

    fn tests(&mut self, key: &Atom) -> Vec<Test> {
        let mut tests = Vec::new();
        loop {
            let start = self.at;
            match self.test() {
                Some(test) => tests.push(test),
                None => {
                    let hint = words().filter_no_value_hint(&key.text);
                    // What is not there has no place of its own: the key is shown with it.
                    self.fault(
                        key.at.start..self.at.max(start),
                        words().filter_no_value(&key.text),
                        Some(hint),
                    );
                }
            }
            if !self.eat(",") {
                return tests;
            }
        }
    }

    fn test(&mut self) -> Option<Test> {
        let start = self.at;
        for (sign, how) in COMPARED {
            if self.eat(sign) {
                let atom = self.value()?;
                return Some(Test { how: how(atom), at: start..self.at });
            }
        }
        let from = self.value();
        if self.eat("..") {
            let to = self.value();
            if from.is_none() && to.is_none() {
                return None;
            }
            return Some(Test { how: How::Between(from, to), at: start..self.at });
        }
        Some(Test { how: How::Is(from?), at: start..self.at })
    }

    fn value(&mut self) -> Option<Atom> {
        let ends =
            |rest: &str| rest.starts_with(|c: char| c.is_whitespace() || c == ',') || rest.starts_with("..");
        if self.rest().is_empty() || ends(self.rest()) {
            return None;
        }
        Some(self.atom(ends)).filter(|atom| !atom.text.is_empty())
    }

    /// A piece up to where it ends, or up to its closing quote.
    fn atom(&mut self, ends: impl Fn(&str) -> bool) -> Atom {
        let start = self.at;
        if self.eat("\"") {
            return self.quoted(start);
        }
        while !self.rest().is_empty() && !ends(self.rest()) {
            self.at += self.rest().chars().next().map_or(1, char::len_utf8);
        }
        Atom { text: self.text[start..self.at].to_owned(), at: start..self.at }
    }

    fn quoted(&mut self, start: usize) -> Atom {
        let mut text = String::new();
        let mut chars = self.rest().char_indices();
        let mut end = None;
        while let Some((i, c)) = chars.next() {
            match c {
                '"' => {
                    end = Some(i + 1);
                    break;
                }
                '\\' => text.extend(chars.next().map(|(_, c)| c)),
                c => text.push(c),
            }
        }
        self.at += end.unwrap_or(self.rest().len());
        if end.is_none() {
            self.fault(start..self.at, words().filter_open_quote(), Some(words().filter_open_quote_hint()));
        }
        Atom { text, at: start..self.at }
    }
}
