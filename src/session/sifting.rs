//! What is typed to narrow the journal, as what is asked of it.

use std::collections::BTreeSet;

use super::{Error, ErrorKind, Session};
use crate::domain::calendar::{At, Day};
use crate::domain::id::SubjectId;
use crate::domain::query::journal::{JOURNAL, Key};
use crate::domain::query::{Bytes, Clock, Fault, Known, Sense, Value};
use crate::store::Sift;
use crate::words::words;

/// So many subjects may hold the words that are typed; with more of them they say too little.
const HELD: usize = 400;

/// What a query asks of the journal.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Sifted {
    pub sift: Sift,
    /// What is wrong with it; that part asks for nothing.
    pub faults: Vec<Fault>,
}

impl Session {
    /// What a query over the journal asks for. Words are looked for in what the entries are about: a title, notes, names.
    pub fn sift(&self, text: &str) -> Result<Sifted, Error> {
        let reading = JOURNAL.read(text, &Clock { today: self.today() });
        let mut sifted = Sifted { sift: Sift::default(), faults: reading.faults };
        let mut typed = Vec::new();
        for term in reading.terms {
            if term.sense == Sense::Not {
                let message = words().journal_not_negated();
                sifted.faults.push(Fault { at: term.at, message, hint: None });
                continue;
            }
            match &term.what {
                Known::Words(text) => typed.push(text.clone()),
                Known::Key(key, values) => {
                    for (value, at) in values {
                        self.sift_by(*key, value, at, &mut sifted)?;
                    }
                }
            }
        }
        if !typed.is_empty() {
            let hits = self.journal().search(&typed.join(" "), HELD)?;
            let found: BTreeSet<SubjectId> = hits.into_iter().map(|hit| hit.subject).collect();
            narrow(&mut sifted.sift, found);
        }
        Ok(sifted)
    }

    fn sift_by(&self, key: Key, value: &Value, at: &Bytes, sifted: &mut Sifted) -> Result<(), Error> {
        let start = |day: Day| At(At::start_of(day).0 - self.offset_ms());
        let found = match (key, value) {
            (Key::By, Value::Name(word)) => self.member(word).map(|by| sifted.sift.by = Some(by)),
            (Key::By, _) => self.me.ok_or_else(Error::who_are_you).map(|by| sifted.sift.by = Some(by)),
            (Key::About, Value::Name(word)) => {
                self.anything(word).map(|subject| narrow(&mut sifted.sift, BTreeSet::from([subject])))
            }
            (Key::Since, Value::Days(days)) => {
                sifted.sift.since = days.from.map(start);
                sifted.sift.until = days.to.and_then(|day| day.succ_opt()).map(start).or(sifted.sift.until);
                Ok(())
            }
            (Key::Until, Value::Days(days)) => {
                let last = days.to.or(days.from);
                sifted.sift.until = last.and_then(|day| day.succ_opt()).map(start);
                Ok(())
            }
            _ => Ok(()),
        };
        match found {
            Err(error) if error.kind == ErrorKind::Refused => {
                sifted.faults.push(Fault { at: at.clone(), message: error.message, hint: error.hint });
                Ok(())
            }
            found => found,
        }
    }

    /// A task, a role, a goal or a person: the first of these that the word means.
    fn anything(&self, word: &str) -> Result<SubjectId, Error> {
        let not = |error: &Error| error.kind == ErrorKind::Refused;
        match self.task(word) {
            Err(error) if not(&error) => {}
            found => return found.map(SubjectId::from),
        }
        match self.member(word) {
            Err(error) if not(&error) => {}
            found => return found.map(SubjectId::from),
        }
        match self.role(word) {
            Err(error) if not(&error) => {}
            found => return found.map(SubjectId::from),
        }
        self.goal(word).map(SubjectId::from).map_err(|_| Error::no_task(word))
    }
}

/// Only about what is in both.
fn narrow(sift: &mut Sift, found: BTreeSet<SubjectId>) {
    sift.about = Some(match sift.about.take() {
        Some(about) => about.intersection(&found).copied().collect(),
        None => found,
    });
}
