//! Terms as people type them: `10`, `mon-thu`, `in the kitchen`, `default`.

use super::{Term, Terms, Unit};
use crate::domain::decide::{Refusal, SetTerm};
use crate::domain::spoken;
use crate::words::words;

/// The word that goes back to what holds for every team.
const DEFAULT: &str = "default";

impl Term {
    /// The command that gives a term the value which was typed.
    pub fn typed(self, text: &str) -> Result<SetTerm, Refusal> {
        let text = text.trim();
        if text == DEFAULT {
            return Ok(match self {
                Term::Number(number) => SetTerm::Number(number, None),
                Term::Week => SetTerm::Week(None),
                Term::State(state) => SetTerm::State(state, None),
            });
        }
        match self {
            Term::Number(number) => {
                let value = text.parse().map_err(|_| Refusal::TermOutOfRange(number))?;
                Ok(SetTerm::Number(number, Some(value)))
            }
            Term::Week => {
                spoken::parse_week(text).map(|week| SetTerm::Week(Some(week))).ok_or(Refusal::NoWorkingDay)
            }
            Term::State(state) => Ok(SetTerm::State(state, Some(text.to_owned()))),
        }
    }
}

impl Terms {
    /// The value of a term for people: `Mon-Fri` for the week, numbers and names as they are.
    pub fn spoken(&self, term: Term) -> String {
        match term {
            Term::Week => spoken::week(self.week()),
            Term::State(state) => self.state(state).into_owned(),
            Term::Number(_) => self.value(term),
        }
    }

    /// The same with its unit: `10 working days`.
    pub fn shown(&self, term: Term) -> String {
        match term {
            Term::Number(number) => match number.unit() {
                Unit::Days => words().out_terms_days(self.number(number)),
                Unit::WorkingDays => words().out_terms_working_days(self.number(number)),
            },
            Term::Week | Term::State(_) => self.spoken(term),
        }
    }
}
