//! What several people wrote apart: all of it, each with who wrote it, until somebody who saw all of it settles it.

use super::{Error, Session};
use crate::domain::field::{Field, Registers, Value};
use crate::domain::id::RecordId;
use crate::domain::spoken;
use crate::domain::subject::Subject;
use crate::words::words;

/// A field that was written twice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Twice {
    pub label: String,
    /// Each value with who wrote it; the one that is shown where there is room for one comes last.
    pub values: Vec<(String, String)>,
}

impl Session {
    /// What of a subject was written twice, field by field.
    pub fn written_twice(&self, subject: &Subject) -> Result<Vec<Twice>, Error> {
        match subject {
            Subject::Task(task) => {
                let mut all = self.twice(&task.registers)?;
                if let Some(values) = task.state.written_twice() {
                    let terms = self.board().terms()?;
                    let said = |(record, state): &(RecordId, _)| (*record, terms.state(*state).into_owned());
                    let values = values.iter().map(said).collect();
                    all.insert(0, self.by_whom(words().phrase_field_state(), values)?);
                }
                Ok(all)
            }
            Subject::Goal(goal) => self.twice(&goal.registers),
            Subject::Role(role) => self.twice(&role.registers),
            Subject::Member(member) => self.twice(&member.registers),
            _ => Ok(Vec::new()),
        }
    }

    fn twice<R: Registers>(&self, registers: &R) -> Result<Vec<Twice>, Error> {
        let mut all = Vec::new();
        for field in R::Field::ALL {
            let Some(values) = registers.written_twice(*field) else { continue };
            let mut said = Vec::with_capacity(values.len());
            for (record, value) in values {
                said.push((record, self.say_value(value)?.unwrap_or_else(|| words().page_empty_value())));
            }
            all.push(self.by_whom(field.label(), said)?);
        }
        Ok(all)
    }

    fn by_whom(&self, label: String, values: Vec<(RecordId, String)>) -> Result<Twice, Error> {
        let mut said = Vec::with_capacity(values.len());
        for (record, value) in values {
            let author = self.board().entry(record)?.map(|entry| entry.record.author);
            let names = self.board().names(author.map(Into::into))?;
            said.push((value, author.map_or("?", |author| names.name(author)).to_owned()));
        }
        Ok(Twice { label, values: said })
    }

    /// A value, where there is any.
    fn say_value(&self, value: Value) -> Result<Option<String>, Error> {
        let called = value.subject().map(|subject| subject.id);
        let names = self.board().names(called)?;
        Ok(match value {
            Value::Title(text) | Value::Name(text) => Some(text),
            Value::Text(text) | Value::Note(text) | Value::Long(text) => text,
            Value::Number(value) => value.map(spoken::number),
            Value::Limit(limit) => Some(limit.to_string()),
            Value::Date(day) => day.map(|day| spoken::day(day, self.today())),
            Value::Tags(texts) | Value::Lines(texts) | Value::Links(texts) => {
                (!texts.is_empty()).then(|| texts.join(", "))
            }
            Value::Role(_) | Value::Goal(_) => called.map(|id| names.name(id).to_owned()),
            Value::Choice(chosen) => Some(chosen.said()),
        })
    }
}
