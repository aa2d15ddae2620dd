//! The fields of subjects: what a goal, a role, a member or a task says.
//!
//! Each is declared once, as a row of `fields!` in `goal/fields.rs` or its neighbours: its type, its name, its labels.
//! From the row follow its register, its place in the payloads that add and edit it, the command that adds it, what an edit
//! checks, changes and says, whether it was written twice, and how a form shows it and reads it again.
//!
//! Whoever goes through fields without knowing each (sentences, forms, pages) meets them as [`Value`]s.

mod brought;
mod declare;

use super::calendar::Day;
use super::decide::{Refusal, list, maybe, name, number, title};
use super::id::{GoalId, RecordId, RoleId, SubjectRef};
use super::member::DEFAULT_LIMIT;
use super::record::Record;
use super::register::Register;
use super::subject::Subject;

pub use brought::{Brought, brought};
pub(super) use declare::fields;

/// The name of a field. Its texts stand in its row.
pub trait Field: Copy + PartialEq + 'static {
    /// All of a kind, in the order of their rows.
    const ALL: &'static [Self];

    /// Its label in a sentence and on a page.
    fn label(self) -> String;

    /// Its label in a form.
    fn heading(self) -> String;

    /// What an edit says that emptied it.
    fn emptied(self) -> String;
}

/// The values of some fields: all of something new, or those that an edit changes.
pub trait Values: Sized {
    type Field: Field;

    /// In the order of the rows.
    fn values(&self) -> Vec<(Self::Field, Value)>;

    /// A value of another type than the field's leaves it as it is.
    fn set(&mut self, field: Self::Field, value: Value);

    /// The same with other values.
    #[must_use]
    fn with(mut self, values: impl IntoIterator<Item = (Self::Field, Value)>) -> Self {
        for (field, value) in values {
            self.set(field, value);
        }
        self
    }
}

/// What a subject says: a register for each field.
pub trait Registers: Clone + Default + 'static {
    type Field: Field;
    type Edited: Values<Field = Self::Field> + Clone + Default + PartialEq + 'static;

    /// What a subject of this kind says; `None` for another kind.
    fn of(subject: &Subject) -> Option<&Self>;

    /// What stands in a field, where there is room for one.
    fn value(&self, field: Self::Field) -> Value;

    /// All that stands in a field, where it differs.
    fn written_twice(&self, field: Self::Field) -> Option<Vec<(RecordId, Value)>>;

    /// Whether an edit of what was known `before` changes a field that somebody else has changed since.
    fn clashes(&self, before: &Self, edit: &Self::Edited, field: Self::Field) -> bool;

    /// What an edit changes, and the records whose values it supersedes.
    fn changed_by(&self, edit: &Self::Edited) -> Result<(Self::Edited, Vec<RecordId>), Refusal>;

    /// Writes what an edit names; what it leaves out stays.
    fn edit(&mut self, record: &Record, edit: &Self::Edited);
}

/// A type of field: what it holds, and how that is checked.
pub trait Type {
    type Held: Clone + PartialEq;

    /// What it holds before anything is written.
    fn blank() -> Self::Held;

    /// The value as it is kept.
    fn check(held: &Self::Held) -> Result<Self::Held, Refusal>;

    fn value(held: Self::Held) -> Value;

    /// The other way round; `None` for a value of another type.
    fn held(value: Value) -> Option<Self::Held>;
}

impl Value {
    /// The subject that it names.
    pub fn subject(&self) -> Option<SubjectRef> {
        match self {
            Value::Role(role) => role.map(SubjectRef::from),
            Value::Goal(goal) => goal.map(SubjectRef::from),
            Value::Title(_)
            | Value::Name(_)
            | Value::Text(_)
            | Value::Note(_)
            | Value::Long(_)
            | Value::Number(_)
            | Value::Limit(_)
            | Value::Date(_)
            | Value::Tags(_)
            | Value::Lines(_)
            | Value::Links(_)
            | Value::Choice(_) => None,
        }
    }
}

macro_rules! types {
    ($($(#[$doc:meta])* $type:ident($held:ty) = $blank:expr, $check:expr;)+) => {
        /// The value of a field, told apart by type.
        #[derive(Debug, Clone, PartialEq)]
        pub enum Value {
            $($(#[$doc])* $type($held),)+
            /// One of a few words.
            Choice(Chosen),
        }

        /// The types of fields.
        pub mod types {
            use super::*;

            $($(#[$doc])*
            pub struct $type;

            impl Type for $type {
                type Held = $held;

                fn blank() -> $held {
                    $blank
                }

                fn check(held: &$held) -> Result<$held, Refusal> {
                    $check(held)
                }

                fn value(held: $held) -> Value {
                    Value::$type(held)
                }

                fn held(value: Value) -> Option<$held> {
                    if let Value::$type(held) = value { Some(held) } else { None }
                }
            })+

            /// One of a few words.
            pub struct Choice<T>(std::marker::PhantomData<T>);
        }
    };
}

types! {
    /// What a task or a goal is called. Never empty.
    Title(String) = String::new(), title;
    /// What a member or a role is called. Never empty, and short.
    Name(String) = String::new(), name;
    /// A line, which the sentence of an edit quotes.
    Text(Option<String>) = None, maybe;
    /// A line that is nobody's but its reader's: the sentence only names it.
    Note(Option<String>) = None, maybe;
    /// Several lines, which the sentence only names.
    Long(Option<String>) = None, maybe;
    Number(Option<f64>) = None, finite;
    /// How many at once.
    Limit(u32) = DEFAULT_LIMIT, limit;
    /// The days of a command are looked at before all else.
    Date(Option<Day>) = None, as_it_is;
    /// Short words, typed with commas.
    Tags(Vec<String>) = Vec::new(), list;
    /// Sentences, typed in a line each.
    Lines(Vec<String>) = Vec::new(), list;
    /// Addresses, typed in a line each.
    Links(Vec<String>) = Vec::new(), list;
    /// Whether a role or a goal is there is for the command to say.
    Role(Option<RoleId>) = None, as_it_is;
    Goal(Option<GoalId>) = None, as_it_is;
}

fn finite(value: &Option<f64>) -> Result<Option<f64>, Refusal> {
    value.map(number).transpose()
}

fn limit(limit: &u32) -> Result<u32, Refusal> {
    if *limit == 0 { Err(Refusal::LimitTooLow) } else { Ok(*limit) }
}

fn as_it_is<T: Clone>(held: &T) -> Result<T, Refusal> {
    Ok(held.clone())
}

/// A few words of which a field holds one. The default is what something new holds.
pub trait OneOf: Copy + PartialEq + Default + 'static {
    /// In the order in which they are offered.
    const ALL: &'static [Self];

    fn said(self) -> String;
}

/// The one that was chosen, and what there is to choose from.
#[derive(Debug, Clone, Copy)]
pub struct Chosen {
    pub nth: usize,
    all: fn() -> Vec<String>,
}

/// Two values of one field are chosen from the same.
impl PartialEq for Chosen {
    fn eq(&self, other: &Chosen) -> bool {
        self.nth == other.nth
    }
}

impl Chosen {
    /// Another one of them.
    #[must_use]
    pub fn at(self, nth: usize) -> Chosen {
        Chosen { nth, ..self }
    }

    /// What there is to choose from.
    pub fn all(self) -> Vec<String> {
        (self.all)()
    }

    pub fn said(self) -> String {
        self.all().into_iter().nth(self.nth).unwrap_or_default()
    }
}

impl<T: OneOf> Type for types::Choice<T> {
    type Held = T;

    fn blank() -> T {
        T::default()
    }

    fn check(held: &T) -> Result<T, Refusal> {
        Ok(*held)
    }

    fn value(held: T) -> Value {
        let nth = T::ALL.iter().position(|one| *one == held).unwrap_or_default();
        Value::Choice(Chosen { nth, all: || T::ALL.iter().map(|one| one.said()).collect() })
    }

    fn held(value: Value) -> Option<T> {
        if let Value::Choice(chosen) = value { T::ALL.get(chosen.nth).copied() } else { None }
    }
}

/// What stands in a register.
pub(super) fn value<T: Type>(register: &Register<T::Held>) -> Value {
    T::value(register.get().cloned().unwrap_or_else(T::blank))
}

/// All that stands in a register, where it differs.
pub(super) fn written_twice<T: Type>(register: &Register<T::Held>) -> Option<Vec<(RecordId, Value)>> {
    let values = register.written_twice()?.iter();
    Some(values.map(|(record, held)| (*record, T::value(held.clone()))).collect())
}

/// The records whose values an edit supersedes, found field by field.
#[derive(Default)]
pub(super) struct Seen(pub(super) Vec<RecordId>);

impl Seen {
    /// The new value of a field, where it is one: an edit that changes nothing would only be noise in the history.
    /// Where a field was written twice, saying again the value that is shown settles it, and so is a change.
    pub(super) fn change<T: Type>(
        &mut self,
        new: &Option<T::Held>,
        old: &Register<T::Held>,
    ) -> Result<Option<T::Held>, Refusal> {
        let Some(new) = new.as_ref().map(T::check).transpose()? else { return Ok(None) };
        if old.get() == Some(&new) && old.written_twice().is_none() {
            return Ok(None);
        }
        for id in old.seen() {
            // One record may have written several fields.
            if !self.0.contains(&id) {
                self.0.push(id);
            }
        }
        Ok(Some(new))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::decide::{AddGoal, AddTask};
    use crate::domain::event::{GoalEdited, TaskEdited};
    use crate::domain::goal::GoalField;
    use crate::domain::id::TaskId;
    use crate::domain::task::TaskField;

    fn goal() -> AddGoal {
        AddGoal { title: "Open".into(), target: Some(20.0), ..AddGoal::blank(GoalId(uuid::Uuid::nil())) }
    }

    #[test]
    fn the_values_of_one_can_be_set_in_another() {
        let edit = GoalEdited::default().with(goal().values());
        assert_eq!(
            (edit.title.as_deref(), edit.target, edit.unit.clone()),
            (Some("Open"), Some(Some(20.0)), Some(None))
        );
        assert!(edit.values().iter().map(|(field, _)| field).eq(GoalField::ALL));
        let blank = AddGoal::blank(goal().id);
        assert_eq!(blank.with(edit.values()), goal());
        let task = AddTask::blank(TaskId(uuid::Uuid::nil()));
        assert!(
            TaskEdited::default()
                .with(task.values())
                .values()
                .iter()
                .map(|(field, _)| field)
                .eq(TaskField::ALL)
        );
    }

    #[test]
    fn a_value_of_another_type_leaves_a_field_as_it_is() {
        let with =
            goal().with([(GoalField::Target, Value::Text(None)), (GoalField::Unit, Value::Long(None))]);
        assert_eq!(with, goal());
        assert!(GoalEdited::default().values().is_empty());
    }
}
