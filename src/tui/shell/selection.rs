//! What is selected: the subject on which the keys act.

use crate::domain::id::{GoalId, MemberId, RoleId, SubjectId, TaskId};

/// The subject of the selected row, or of the open page.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Selection {
    Task(TaskId),
    Goal(GoalId),
    Role(RoleId),
    Member(MemberId),
    #[default]
    Nothing,
}

impl Selection {
    pub fn subject(self) -> Option<SubjectId> {
        match self {
            Selection::Task(id) => Some(id.into()),
            Selection::Goal(id) => Some(id.into()),
            Selection::Role(id) => Some(id.into()),
            Selection::Member(id) => Some(id.into()),
            Selection::Nothing => None,
        }
    }
}
