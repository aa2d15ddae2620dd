//! The rows of a form: each field is shown by its type, and read again by it.

use crate::domain::field::{Field as _, Registers, Value};
use crate::domain::id::{MemberId, SubjectId, SubjectRef};
use crate::domain::spoken;
use crate::domain::subject::Kind;
use crate::session::{Error, Session};
use crate::tui::kit::overlay::{self, Field, Item};
use crate::tui::screens::choices;
use crate::tui::shell::ask::{self, Fields, Pick, Search};
use crate::words::words;

/// How many of a list's lines are in sight.
const LINES: u16 = 4;
/// The same of addresses.
const LINKS: u16 = 2;

/// A field as it stands; `own` is the subject itself, where it is there already.
pub fn row<R: Registers>(
    session: &Session,
    known: &R,
    own: Option<SubjectId>,
    field: R::Field,
) -> Result<Field<Pick>, Error> {
    let (words, label) = (words(), field.heading());
    let row = match known.value(field) {
        Value::Title(text) | Value::Name(text) => Field::text(label, &text).needed(),
        Value::Text(text) | Value::Note(text) => Field::text(label, &text.unwrap_or_default()),
        Value::Long(text) => Field::notes(label, &text.unwrap_or_default()),
        Value::Number(value) => Field::number(label, value),
        Value::Limit(limit) => Field::number(label, Some(f64::from(limit))).needed(),
        Value::Date(day) => Field::date(label, day).hint(words.scr_ask_day_hint()),
        Value::Tags(texts) => Field::list(label, &texts, Vec::new()).hint(words.scr_field_tags_hint()),
        Value::Lines(texts) => Field::lines(label, &texts.join("\n"), LINES),
        Value::Links(texts) => Field::lines(label, &texts.join("\n"), LINKS),
        Value::Role(role) => subject(session, label, Kind::Role, own, role.map(Into::into))?,
        Value::Goal(goal) => subject(session, label, Kind::Goal, own, goal.map(Into::into))?,
        Value::Choice(chosen) => {
            let items = (0..).zip(chosen.all()).map(|(n, said)| Item::new(Pick::Nth(n), said, ""));
            Field::choice(label, items.collect(), Some(Pick::Nth(chosen.nth)))
        }
    };
    Ok(row.remark(twice(session, known, field)?))
}

/// One subject of a kind, or none.
fn subject(
    session: &Session,
    label: String,
    kind: Kind,
    own: Option<SubjectId>,
    chosen: Option<SubjectId>,
) -> Result<Field<Pick>, Error> {
    let mut items = choices::of(session, kind, own)?;
    let chosen = chosen.map(|id| Pick::Subject(SubjectRef { kind, id }));
    if let Some(Pick::Subject(SubjectRef { id, .. })) = chosen
        && items.iter().all(|item| Some(&item.id) != chosen.as_ref())
    {
        items.extend(
            chosen.clone().map(|pick| Item::new(pick, ask::called(session, id).unwrap_or_default(), "")),
        );
    }
    Ok(Field::choice(label, items, chosen))
}

/// What is looked for in the lists of a form, by the places of their fields.
pub fn searches<R: Registers>(known: &R, form: &[R::Field], own: Option<SubjectId>) -> Vec<(usize, Search)> {
    let kind = |field: &R::Field| match known.value(*field) {
        Value::Role(_) => Some(choices::search(&[Kind::Role])),
        Value::Goal(_) => Some(choices::search(&[Kind::Goal])),
        _ => None,
    };
    let places = form.iter().enumerate();
    places.filter_map(|(place, field)| Some((place, kind(field)?.without(own)))).collect()
}

/// What a field that was written twice says besides what stands in it.
fn twice<R: Registers>(session: &Session, known: &R, field: R::Field) -> Result<Option<String>, Error> {
    let values = known.written_twice(field).unwrap_or_default();
    let Some((record, other)) = values.into_iter().rev().nth(1) else { return Ok(None) };
    let Some(entry) = session.board().entry(record)? else { return Ok(None) };
    let author: MemberId = entry.record.author;
    let who = session.board().names([author.into()])?.name(author).to_owned();
    Ok(Some(words().form_twice(said(session, other), who)))
}

/// A value as it is said where another one stands in the field.
fn said(session: &Session, value: Value) -> String {
    let called = |id: SubjectId| ask::called(session, id).ok();
    let said = match value {
        Value::Title(text) | Value::Name(text) => return text,
        Value::Tags(texts) | Value::Lines(texts) => return texts.join(", "),
        Value::Links(texts) => return texts.join(" "),
        Value::Text(text) | Value::Note(text) | Value::Long(text) => text,
        Value::Number(value) => value.map(spoken::number),
        Value::Limit(limit) => Some(limit.to_string()),
        Value::Date(day) => day.map(|day| spoken::day(day, session.today())),
        Value::Role(role) => role.and_then(|role| called(role.into())),
        Value::Goal(goal) => goal.and_then(|goal| called(goal.into())),
        Value::Choice(chosen) => Some(chosen.said()),
    };
    said.unwrap_or_else(|| words().page_empty_value())
}

/// What was filled in: the fields that were touched, or all that are not empty of something new. The rows are read in the
/// order in which they stand in the form; what no field can hold is said.
pub fn filled<R: Registers>(
    known: &R,
    form: &[R::Field],
    fields: &mut Fields,
) -> Result<Vec<(R::Field, Value)>, String> {
    let mut filled = Vec::with_capacity(form.len());
    for field in form {
        let is_twice = known.written_twice(*field).is_some();
        let Some((value, is_touched)) = fields.take() else { continue };
        if is_touched || is_twice {
            filled.extend(typed(known.value(*field), value)?.map(|value| (*field, value)));
        }
    }
    Ok(filled)
}

/// What was typed, as a field of the type of `like` has it; `None` where it cannot be empty.
fn typed(like: Value, typed: overlay::Value<Pick>) -> Result<Option<Value>, String> {
    Ok(Some(match like {
        Value::Title(_) => return Ok(typed.text().map(Value::Title)),
        Value::Name(_) => return Ok(typed.text().map(Value::Name)),
        Value::Limit(_) => match typed.number() {
            Some(limit) if limit.fract() == 0.0 && (0.0..=999.0).contains(&limit) => {
                Value::Limit(limit as u32)
            }
            Some(_) => return Err(words().form_no_limit()),
            None => return Ok(None),
        },
        Value::Text(_) => Value::Text(typed.text()),
        Value::Note(_) => Value::Note(typed.text()),
        Value::Long(_) => Value::Long(typed.text()),
        Value::Number(_) => Value::Number(typed.number()),
        Value::Date(_) => Value::Date(typed.day()),
        Value::Tags(_) => Value::Tags(ask::texts(typed.text())),
        Value::Lines(_) => Value::Lines(ask::lines(typed.text())),
        Value::Links(_) => Value::Links(ask::lines(typed.text())),
        Value::Role(_) => Value::Role(typed.choice().and_then(|pick| pick.typed())),
        Value::Goal(_) => Value::Goal(typed.choice().and_then(|pick| pick.typed())),
        Value::Choice(chosen) => match typed.choice() {
            Some(Pick::Nth(nth)) => Value::Choice(chosen.at(nth)),
            _ => Value::Choice(chosen),
        },
    }))
}
