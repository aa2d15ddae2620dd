//! What things are called in a sentence: values that `session` looks up for the ids that a sentence mentions, and the
//! terms of the team, by whose words it speaks of states and by whose week it counts working days.

use std::collections::HashMap;

use super::id::SubjectId;
use super::terms::Terms;

/// How one subject is called.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Named {
    /// The handle as it is shown now; empty for members, who are called by name.
    pub handle: String,
    /// A member's or role's name, a goal's or task's title; as written, so not yet inert.
    pub name: String,
}

/// The names of the subjects that a sentence mentions.
#[derive(Debug, Clone, Default)]
pub struct Names {
    named: HashMap<SubjectId, Named>,
    pub terms: Terms,
}

impl Names {
    /// Nothing is known yet but what the team agreed on.
    pub fn under(terms: Terms) -> Names {
        Names { named: HashMap::new(), terms }
    }

    pub fn put(&mut self, id: impl Into<SubjectId>, named: Named) {
        self.named.insert(id.into(), named);
    }

    /// The name, or `?` for somebody whose records have not come yet.
    pub fn name(&self, id: impl Into<SubjectId>) -> &str {
        self.named.get(&id.into()).map_or("?", |named| named.name.as_str())
    }

    /// The handle, or `?` for something whose records have not come yet.
    pub fn handle(&self, id: impl Into<SubjectId>) -> &str {
        self.named.get(&id.into()).map_or("?", |named| named.handle.as_str())
    }
}

impl FromIterator<(SubjectId, Named)> for Names {
    fn from_iter<I: IntoIterator<Item = (SubjectId, Named)>>(names: I) -> Names {
        Names { named: names.into_iter().collect(), terms: Terms::default() }
    }
}
