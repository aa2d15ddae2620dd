//! What the screens have for each kind of subject: its page, the forms that add and edit one, what can be chosen of it.
//!
//! A new kind is a row here; pages, actions, pickers and the journal go by it.

use super::page::{Length, Text, agreement, decision, goal, meeting, member, role, task, tension};
use super::{choices, forms};
use crate::domain::id::{SubjectId, SubjectRef};
use crate::domain::subject::Kind;
use crate::session::{Error, Session};
use crate::tui::kit::overlay::Item;
use crate::tui::shell::ask::{self, ItemOf, Pick, Question};
use crate::tui::shell::overview::Overview;
use crate::tui::shell::page::Reading;

/// The row of a kind. What a kind does not have is offered nowhere.
#[derive(Clone, Copy)]
pub struct KindScreens {
    /// Writes the page of one.
    pub page: Option<PageWriter>,
    /// Asks for all that a new one says.
    pub add: Option<AddForm>,
    pub edit: Edit,
    /// How one of them is chosen.
    pub choices: Option<Choices>,
}

/// What can be chosen of a kind.
#[derive(Clone, Copy)]
pub struct Choices {
    /// What is offered while nothing is typed.
    pub first: fn(&Session) -> Result<Vec<Item<Pick>>, Error>,
    /// How one that was found stands in the list.
    pub item: ItemOf,
}

/// Writes the page of a subject; `None` where there is no such subject (any more).
pub type PageWriter = fn(&Reading<'_>, SubjectId, Length) -> Result<Option<Text>, Error>;
pub type AddForm = fn(&Session, &Overview) -> Result<Question, Error>;
pub type EditForm = fn(&Session, &Overview, SubjectId) -> Result<Question, Error>;

/// Who edits a subject in a form.
#[derive(Clone, Copy)]
pub enum Edit {
    Nobody,
    Anyone(EditForm),
    /// A member, and only themselves.
    Oneself(EditForm),
}

pub fn of(kind: Kind) -> KindScreens {
    match kind {
        Kind::Task => KindScreens {
            page: Some(|reading, id, length| task::write(reading, id.into(), length)),
            add: Some(forms::new_task),
            edit: Edit::Anyone(|session, overview, id| forms::edit_task(session, overview, id.into())),
            choices: Some(Choices { first: choices::tasks, item: choices::task }),
        },
        Kind::Goal => KindScreens {
            page: Some(|reading, id, length| goal::write(reading, id.into(), length)),
            add: Some(forms::new_goal),
            edit: Edit::Anyone(|session, overview, id| forms::edit_goal(session, overview, id.into())),
            choices: Some(Choices { first: choices::goals, item: choices::goal }),
        },
        Kind::Role => KindScreens {
            page: Some(|reading, id, length| role::write(reading, id.into(), length)),
            add: Some(forms::new_role),
            edit: Edit::Anyone(|session, overview, id| forms::edit_role(session, overview, id.into())),
            choices: Some(Choices { first: choices::roles, item: choices::role }),
        },
        Kind::Member => KindScreens {
            page: Some(|reading, id, length| member::write(reading, id.into(), length)),
            add: None,
            edit: Edit::Oneself(|session, overview, _| forms::edit_me(session, overview)),
            choices: Some(Choices { first: |session| ask::members(session, None), item: ask::member }),
        },
        Kind::Meeting => KindScreens {
            page: Some(|reading, id, _| meeting::write(reading, id.into())),
            add: None,
            edit: Edit::Nobody,
            choices: None,
        },
        Kind::Tension => KindScreens {
            page: Some(|reading, id, length| tension::write(reading, id.into(), length)),
            add: Some(forms::new_tension),
            edit: Edit::Nobody,
            choices: Some(Choices { first: choices::tensions, item: choices::task }),
        },
        Kind::Decision => KindScreens {
            page: Some(|reading, id, length| decision::write(reading, id.into(), length)),
            add: Some(forms::new_decision),
            edit: Edit::Anyone(|session, overview, id| forms::amend(session, overview, id.into())),
            choices: Some(Choices { first: choices::decisions, item: choices::task }),
        },
        Kind::Agreement => KindScreens {
            page: Some(|reading, id, length| agreement::write(reading, id.into(), length)),
            add: Some(forms::new_agreement),
            edit: Edit::Anyone(|session, overview, id| forms::amend_agreement(session, overview, id.into())),
            choices: Some(Choices { first: choices::agreements, item: choices::task }),
        },
        Kind::Board | Kind::Thanks | Kind::Pairing | Kind::Settlement => {
            KindScreens { page: None, add: None, edit: Edit::Nobody, choices: None }
        }
    }
}

/// A subject of a kind that has pages.
pub fn with_page(kind: Kind, id: SubjectId) -> Option<SubjectRef> {
    of(kind).page.map(|_| SubjectRef { kind, id })
}
