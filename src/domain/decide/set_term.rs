//! Terms: what the team agrees on for its board. Anybody may write them down, as anybody may write anything.

use std::collections::BTreeMap;

use super::{Decide, Draft, NO_DAYS, NO_SUBJECTS, Needs, Refusal, Scene};
use crate::domain::event::BoardAgreed;
use crate::domain::folding::folded;
use crate::domain::meeting::MeetingKind;
use crate::domain::meets::Meets;
use crate::domain::task::State;
use crate::domain::terms::{Number, STATE_NAME_MAX, Term, Terms};
use crate::domain::week::Week;
use crate::inert::{Signs, inert, width};

/// To set one of the terms; without a value, back to what holds for every team.
#[derive(Debug, Clone, PartialEq)]
pub enum SetTerm {
    Number(Number, Option<u32>),
    Week(Option<Week>),
    State(State, Option<String>),
    Meets(MeetingKind, Option<Meets>),
}

impl SetTerm {
    pub fn term(&self) -> Term {
        match self {
            SetTerm::Number(number, _) => Term::Number(*number),
            SetTerm::Week(_) => Term::Week,
            SetTerm::State(state, _) => Term::State(*state),
            SetTerm::Meets(kind, _) => Term::Meets(*kind),
        }
    }
}

impl Decide for SetTerm {
    fn needs(&self) -> Needs<'_> {
        Needs::new(NO_SUBJECTS, NO_DAYS)
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        let (term, before) = (self.term(), scene.terms());
        let mut agreed = BoardAgreed {
            terms: BTreeMap::new(),
            week: None,
            states: BTreeMap::new(),
            meets: BTreeMap::new(),
            was: BTreeMap::from([(term.as_str().to_owned(), before.value(term))]),
        };
        let key = term.as_str().to_owned();
        let value = match self {
            SetTerm::Number(number, value) => {
                if value.is_some_and(|value| !(number.least()..=number.most()).contains(&value)) {
                    return Err(Refusal::TermOutOfRange(*number));
                }
                // What is as for every team stands so, whoever types it.
                let value = value.filter(|value| *value != number.default());
                agreed.terms.insert(key, value);
                value.map(|value| value.to_string())
            }
            SetTerm::Week(week) => {
                let week = week.filter(|week| *week != Week::default());
                agreed.week = Some(week);
                week.map(|week| week.to_string())
            }
            SetTerm::State(state, name) => {
                let name = name.as_deref().map(|name| state_name(*state, name, &before)).transpose()?;
                let name = name.filter(|name| name != state.as_str());
                agreed.states.insert(key, name.clone());
                name
            }
            SetTerm::Meets(_, meets) => {
                agreed.meets.insert(key, meets.as_ref().map(Meets::written));
                meets.as_ref().map(Meets::to_string)
            }
        };
        let own = before.is_own(term).then(|| before.value(term));
        let board = scene.agreed();
        if own == value && !board.is_some_and(|agreed| agreed.is_written_twice(term)) {
            return Err(Refusal::TermStands(term));
        }
        let seen = board.map(|agreed| agreed.seen(term)).unwrap_or_default();
        Ok(vec![Draft::new(scene.board, agreed).ending(seen)])
    }
}

/// A name that can stand as a heading, and that no other state has.
fn state_name(state: State, name: &str, terms: &Terms) -> Result<String, Refusal> {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.is_empty() || width(&name) > STATE_NAME_MAX || inert(&name, Signs::UNICODE) != name {
        return Err(Refusal::StateNameUnfit(state));
    }
    let word = folded(&name);
    let mut others = State::ALL.into_iter().filter(|other| *other != state);
    match others.find(|other| other.as_str() == word || folded(&terms.state(*other)) == word) {
        Some(other) => Err(Refusal::StateNameTaken { state, name, by: other }),
        None => Ok(name),
    }
}
