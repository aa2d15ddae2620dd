//! What one has in hand: the subject on which the keys act.

use super::app::App;
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

/// What is in hand, as one would call it: `bak, Sign the payment contract`.
pub fn held(app: &App) -> Option<String> {
    let Some(page) = app.pages.last() else {
        let pane = app.home.focused();
        let said = pane.said(pane.cursor().at(), &app.facts);
        // What it is called stands first; a handle has its title behind it.
        let parts = if matches!(pane.hand(), Hand::Task(_))
            && app.home.focus == crate::tui::screens::pane::Name::Owns
        {
            2
        } else {
            1
        };
        return Some(said.split(", ").take(parts).collect::<Vec<_>>().join(", "))
            .filter(|held| !held.is_empty());
    };
    match page.row() {
        Some(row) => Some(format!("{}, {}", row.handle, row.title)),
        None => page.text().and_then(|text| text.into_iter().next()),
    }
}
