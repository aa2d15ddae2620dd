//! What the quick words of a new title mean on this board.

use super::{Error, ErrorKind, Session};
use crate::domain::field::Value;
use crate::domain::id::{GoalId, RoleId, TypedId};
use crate::domain::quick::{self, Key, Word};
use crate::domain::spoken;
use crate::domain::task::TaskField;
use crate::words::words;

/// A new title, taken apart.
#[derive(Debug, Clone, Default)]
pub struct Quick {
    /// Without the words that mean something here.
    pub title: String,
    pub tags: Vec<String>,
    pub skills: Vec<String>,
    /// What else they say of the task.
    pub values: Vec<(TaskField, Value)>,
    /// Whether whoever writes it leads it.
    pub leads: bool,
    /// The same in words, one for each.
    pub said: Vec<String>,
    /// The words that mean nothing here and stay in the title.
    pub unknown: Vec<String>,
}

impl Session {
    /// Takes a new title apart. A word whose value is no day, or calls nothing or several things, stays in the title.
    pub fn quick(&self, title: &str) -> Result<Quick, Error> {
        let mut quick = Quick::default();
        let found = quick::words(title);
        let mut known: Vec<&Word> = Vec::with_capacity(found.len());
        for word in &found {
            let said = match word.key {
                Key::Tag => {
                    quick.tags.push(word.value.clone());
                    Some(format!("#{}", word.value))
                }
                Key::Skill => {
                    quick.skills.push(word.value.clone());
                    Some(words().quick_skill(&word.value))
                }
                Key::Me => {
                    quick.leads = true;
                    Some(words().quick_me())
                }
                Key::Due => spoken::parse_day(&word.value, self.today()).map(|day| {
                    quick.values.push((TaskField::Due, Value::Date(Some(day))));
                    words().quick_due(spoken::day(day, self.today()))
                }),
                Key::Goal => self.named_by::<GoalId>(&word.value)?.map(|(goal, name)| {
                    quick.values.push((TaskField::Goal, Value::Goal(Some(goal))));
                    words().quick_goal(name)
                }),
                Key::Role => self.named_by::<RoleId>(&word.value)?.map(|(role, name)| {
                    quick.values.push((TaskField::Role, Value::Role(Some(role))));
                    words().quick_role(name)
                }),
            };
            match said {
                Some(said) => {
                    known.push(word);
                    quick.said.push(said);
                }
                None => quick.unknown.push(title[word.at.clone()].to_owned()),
            }
        }
        quick.title = if known.is_empty() { title.to_owned() } else { quick::without(title, known) };
        Ok(quick)
    }

    /// The one subject that a word means, and its name; none where it is not known or not clear which.
    fn named_by<I: TypedId>(&self, word: &str) -> Result<Option<(I, String)>, Error> {
        match self.find::<I>(word) {
            Ok(id) => {
                let subject = id.into();
                Ok(Some((id, self.board().names([subject])?.name(subject).to_owned())))
            }
            Err(error) if error.kind == ErrorKind::Refused => Ok(None),
            Err(error) => Err(error),
        }
    }
}
