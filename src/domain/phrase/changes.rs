//! What an edit changed: `due Tue 24 Nov; no role; notes`.
//!
//! Short values are said, long ones only named: the subject's page has them.

use super::super::calendar::Day;
use super::super::event::BoardAgreed;
use super::super::field::{Field, Value, Values};
use super::super::meets::Meets;
use super::super::names::Names;
use super::super::spoken;
use super::super::terms::{Number, Term, Terms};
use super::{first_line, thing};
use crate::words::words;

/// The terms that are set, each with what held before: `a claim stands for 10 working days (was 7)`.
pub(super) fn of_terms(e: &BoardAgreed) -> String {
    let set = |term: &Term| match term {
        Term::Number(number) => e.terms.contains_key(number.as_str()),
        Term::Week => e.week.is_some(),
        Term::State(state) => e.states.contains_key(state.as_str()),
        Term::Meets(kind) => e.meets.contains_key(kind.as_str()),
    };
    let said: Vec<String> = Term::all().filter(set).map(|term| term_said(e, term)).collect();
    said.join("; ")
}

fn term_said(e: &BoardAgreed, term: Term) -> String {
    let words = words();
    let key = term.as_str();
    let said = match term {
        Term::Number(number) => {
            number.said(e.terms.get(key).copied().flatten().unwrap_or(Number::default(number)))
        }
        Term::Week => words.term_week_said(spoken::week(e.week.flatten().unwrap_or_default())),
        Term::State(_) => {
            let name = e.states.get(key).and_then(Option::as_deref);
            words.term_state_said(key, name.unwrap_or(key))
        }
        Term::Meets(_) => {
            let meets = e.meets.get(key).and_then(Option::as_deref).and_then(Meets::known);
            words.term_meets_said(
                key,
                meets.map_or_else(|| words.term_meets_none(), |meets| spoken::meets(&meets)),
            )
        }
    };
    let Some(was) = e.was.get(key) else { return said };
    let mut before = Terms::default();
    before.read(key, was);
    words.phrase_agreed_was(said, before.spoken(term))
}

/// What an edit changes, field by field.
pub(super) fn of(edit: &impl Values, names: &Names, seen_from: Day) -> String {
    let said = |(field, value)| change(field, value, names, seen_from);
    edit.values().into_iter().map(said).collect::<Vec<_>>().join("; ")
}

fn change(field: impl Field, value: Value, names: &Names, seen_from: Day) -> String {
    let said = match value {
        Value::Title(text) | Value::Name(text) => Some(words().phrase_quoted(text)),
        Value::Text(text) => text.map(|text| words().phrase_quoted(first_line(&text))),
        Value::Note(Some(_)) | Value::Long(Some(_)) => return field.label(),
        Value::Note(None) | Value::Long(None) => None,
        Value::Number(value) => value.map(spoken::number),
        Value::Limit(limit) => Some(limit.to_string()),
        Value::Date(day) => day.map(|day| spoken::date(day, seen_from)),
        Value::Tags(texts) | Value::Lines(texts) | Value::Links(texts) => {
            (!texts.is_empty()).then(|| texts.join(", "))
        }
        Value::Role(role) => role.map(|role| names.name(role).to_owned()),
        Value::Goal(goal) => goal.map(|goal| thing(names, goal.into())),
        Value::Choice(chosen) => Some(chosen.said()),
    };
    said.map_or_else(|| field.emptied(), |said| words().phrase_set(field.label(), said))
}
