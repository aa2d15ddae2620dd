//! What things are called in a sentence: values that `session` looks up for the ids that a sentence mentions, and the
//! terms of the team, by whose words it speaks of states and by whose week it counts working days.

use std::collections::{HashMap, HashSet};

use super::id::{MemberId, RecordId, SubjectId};
use super::record::Record;
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
    records: HashMap<RecordId, Record>,
    /// Whom a sentence calls by name, though they have a handle.
    by_name: HashSet<SubjectId>,
    pub terms: Terms,
}

impl Names {
    /// Nothing is known yet but what the team agreed on.
    pub fn under(terms: Terms) -> Names {
        Names { terms, ..Names::default() }
    }

    pub fn put(&mut self, id: impl Into<SubjectId>, named: Named) {
        self.named.insert(id.into(), named);
    }

    /// The same of a member or a role, of which a sentence says the name alone.
    pub fn put_by_name(&mut self, id: impl Into<SubjectId>, named: Named) {
        let id = id.into();
        self.by_name.insert(id);
        self.put(id, named);
    }

    pub fn is_called_by_name(&self, id: impl Into<SubjectId>) -> bool {
        self.by_name.contains(&id.into())
    }

    /// Another record that a sentence tells of: what stopped a task, what was offered.
    pub fn put_record(&mut self, record: Record) {
        self.records.insert(record.id, record);
    }

    pub fn record(&self, id: RecordId) -> Option<&Record> {
        self.records.get(&id)
    }

    /// The name of who did what another record tells.
    pub fn doer(&self, id: RecordId) -> Option<(MemberId, &str)> {
        let doer = self.record(id)?.doer();
        Some((doer, self.name(doer)))
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
        Names { named: names.into_iter().collect(), ..Names::default() }
    }
}
