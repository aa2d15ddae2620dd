//! The ways out of a finding that bind others: what each is about, and whose yes it needs.

use serde::{Deserialize, Serialize};

use crate::domain::id::{MemberId, RoleId, SubjectId, TaskId};
use crate::domain::subject::Subject;

/// A way out of a finding that binds somebody else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WayOut {
    /// A task goes on in another one.
    MergeTask {
        task: TaskId,
        into: TaskId,
        /// Whether who led it helps there.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        helps: bool,
    },
    /// A role goes on in another one.
    MergeRole { role: RoleId, into: RoleId },
    /// One leads a task; who else led it helps.
    OneLeads { task: TaskId, lead: MemberId },
    /// Of two tasks each is called by its own part of the work.
    SplitTask { task: TaskId, title: String, other: TaskId, other_title: String },
    /// Domains and accountabilities that two roles have stay in one of them.
    SplitRole { role: RoleId, stays: RoleId, lines: Vec<String> },
}

impl WayOut {
    /// The key under which it is offered where no finding speaks of it: that which a finding about it would have.
    pub fn finding(&self) -> String {
        let rule = match self {
            WayOut::MergeTask { .. } | WayOut::SplitTask { .. } => "H1",
            WayOut::MergeRole { .. } => "H2",
            WayOut::SplitRole { .. } => "O2",
            WayOut::OneLeads { task, .. } => return format!("O1:{task}"),
        };
        let mut subjects = self.subjects();
        subjects.sort();
        format!("{rule}:{}:{}", subjects[0], subjects[1])
    }

    /// What is changed by it, and the other one; twice the same where it is about one thing.
    pub fn subjects(&self) -> [SubjectId; 2] {
        match *self {
            WayOut::MergeTask { task, into, .. } => [task.into(), into.into()],
            WayOut::MergeRole { role, into } => [role.into(), into.into()],
            WayOut::OneLeads { task, .. } => [task.into(), task.into()],
            WayOut::SplitTask { task, other, .. } => [task.into(), other.into()],
            WayOut::SplitRole { role, stays, .. } => [role.into(), stays.into()],
        }
    }

    /// What a sentence about it names.
    pub fn mentions(&self) -> [SubjectId; 2] {
        match *self {
            WayOut::OneLeads { task, lead } => [task.into(), lead.into()],
            _ => self.subjects(),
        }
    }

    /// Whom it binds besides `me`: who leads what is changed, or holds it. `subject` knows both.
    pub fn binds<'s>(
        &self,
        me: Option<MemberId>,
        subject: impl Fn(SubjectId) -> Option<&'s Subject>,
    ) -> Vec<MemberId> {
        let leads = |id: TaskId| match subject(id.into()) {
            Some(Subject::Task(task)) => task.leads().map(|claim| claim.member).collect(),
            _ => Vec::new(),
        };
        let holders = |id: RoleId| match subject(id.into()) {
            Some(Subject::Role(role)) => role.holders.iter().map(|holding| holding.member).collect(),
            _ => Vec::new(),
        };
        let mut bound = match *self {
            WayOut::MergeTask { task, .. } => leads(task),
            WayOut::MergeRole { role, .. } | WayOut::SplitRole { role, .. } => holders(role),
            WayOut::OneLeads { task, lead } => {
                leads(task).into_iter().filter(|member| *member != lead).collect()
            }
            WayOut::SplitTask { task, other, .. } => [leads(task), leads(other)].concat(),
        };
        bound.retain(|member| Some(*member) != me);
        bound.sort();
        bound.dedup();
        bound
    }
}
