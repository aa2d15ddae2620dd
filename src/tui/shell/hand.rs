//! What one has in hand: the subject on which the keys act.

use crate::domain::id::{GoalId, MemberId, RoleId, SubjectId, TaskId};

/// The subject of the selected row, or of the open page.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Hand {
    Task(TaskId),
    Goal(GoalId),
    Role(RoleId),
    Member(MemberId),
    #[default]
    Nothing,
}

impl Hand {
    pub fn subject(self) -> Option<SubjectId> {
        match self {
            Hand::Task(id) => Some(id.into()),
            Hand::Goal(id) => Some(id.into()),
            Hand::Role(id) => Some(id.into()),
            Hand::Member(id) => Some(id.into()),
            Hand::Nothing => None,
        }
    }
}
