//! What was written of the terms, as registers: of two who set one term apart, both values stand until it is settled.

use std::collections::BTreeMap;

use super::{Number, Term, Terms};
use crate::domain::event::BoardAgreed;
use crate::domain::id::RecordId;
use crate::domain::meeting::MeetingKind;
use crate::domain::meets::{Meets, WrittenSlot};
use crate::domain::record::Record;
use crate::domain::register::Register;
use crate::domain::task::State;
use crate::domain::week::Week;

/// The terms as they were written, with who saw what.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Agreed {
    numbers: BTreeMap<&'static str, Register<Option<u32>>>,
    week: Register<Option<Week>>,
    states: BTreeMap<State, Register<Option<String>>>,
    meets: BTreeMap<MeetingKind, Register<Option<Vec<WrittenSlot>>>>,
}

impl Agreed {
    /// What is known of the terms; names of tomorrow's terms are kept in the journal, without effect here.
    pub(in crate::domain) fn write(&mut self, record: &Record, agreed: &BoardAgreed) {
        let (id, seen) = (record.id, record.ends.as_slice());
        for number in Number::ALL {
            if let Some(value) = agreed.terms.get(number.as_str()) {
                self.numbers.entry(number.as_str()).or_default().write(id, seen, *value);
            }
        }
        self.week.edit(id, seen, &agreed.week);
        for state in State::ALL {
            if let Some(name) = agreed.states.get(state.as_str()) {
                self.states.entry(state).or_default().write(id, seen, name.clone());
            }
        }
        for kind in MeetingKind::ALL {
            if let Some(meets) = agreed.meets.get(kind.as_str()) {
                self.meets.entry(kind).or_default().write(id, seen, meets.clone());
            }
        }
    }

    /// The terms that hold.
    pub fn terms(&self) -> Terms {
        let mut terms = Terms::default();
        for number in Number::ALL {
            let value = self.numbers.get(number.as_str()).and_then(Register::value);
            terms.set_number(number, value.copied());
        }
        terms.set_week(self.week.value().copied());
        for (state, name) in &self.states {
            terms.set_state(*state, name.value().map(String::as_str));
        }
        for (kind, meets) in &self.meets {
            terms.set_meets(*kind, meets.value().and_then(|written| Meets::known(written)));
        }
        terms
    }

    /// The records of the values of a term that stand: what a new value names as seen.
    pub fn seen(&self, term: Term) -> Vec<RecordId> {
        match term {
            Term::Number(number) => seen(self.numbers.get(number.as_str())),
            Term::Week => seen(Some(&self.week)),
            Term::State(state) => seen(self.states.get(&state)),
            Term::Meets(kind) => seen(self.meets.get(&kind)),
        }
    }

    /// Whether two values of a term stand.
    pub fn is_written_twice(&self, term: Term) -> bool {
        match term {
            Term::Number(number) => twice(self.numbers.get(number.as_str())),
            Term::Week => twice(Some(&self.week)),
            Term::State(state) => twice(self.states.get(&state)),
            Term::Meets(kind) => twice(self.meets.get(&kind)),
        }
    }
}

fn seen<T>(register: Option<&Register<T>>) -> Vec<RecordId> {
    register.map(|register| register.seen().collect()).unwrap_or_default()
}

fn twice<T>(register: Option<&Register<T>>) -> bool {
    register.is_some_and(|register| register.written_twice().is_some())
}
