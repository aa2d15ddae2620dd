//! Terms as people type them: `10`, `mon-thu`, `in the kitchen`, `mon-fri 9:15`, `default`.

use super::{Term, Terms, Unit};
use crate::domain::decide::{Refusal, SetTerm};
use crate::domain::spoken;
use crate::domain::zone::Zone;
use crate::words::words;

/// The word that goes back to what holds for every team.
const DEFAULT: &str = "default";

impl Term {
    /// The command that gives a term the value which was typed. Times are those of the zone `here`, where none is typed.
    pub fn typed(self, text: &str, here: Option<Zone>) -> Result<SetTerm, Refusal> {
        let text = text.trim();
        if text == DEFAULT {
            return Ok(match self {
                Term::Number(number) => SetTerm::Number(number, None),
                Term::Week => SetTerm::Week(None),
                Term::State(state) => SetTerm::State(state, None),
                Term::Meets(kind) => SetTerm::Meets(kind, None),
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
            Term::Meets(kind) => match spoken::parse_meets(text, kind.minutes(), here) {
                Ok(meets) => Ok(SetTerm::Meets(kind, Some(meets))),
                Err(why) => Err(Refusal::NoMeets { kind, why }),
            },
        }
    }
}

impl Terms {
    /// The value of a term for people: `Mon-Fri` for the week, numbers and names as they are. It can be typed, but for what
    /// was not agreed on.
    pub fn spoken(&self, term: Term) -> String {
        match term {
            Term::Week => spoken::week(self.week()),
            Term::State(state) => self.state(state).into_owned(),
            Term::Meets(kind) => self.meets(kind).map_or_else(|| words().term_meets_none(), spoken::meets),
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
            Term::Week | Term::State(_) | Term::Meets(_) => self.spoken(term),
        }
    }
}
