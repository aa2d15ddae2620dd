//! The screens that are opened over the panes, each in a file of its own: the page of a task, a role, a goal, a member.
//!
//! A page reads what it shows when it is told to (`Page::load`) and draws it from what it has: drawing asks nobody.
//! A new one is its file, and an action that opens it.
//!
//! **Invariant:** nothing private is on a page of another: how much somebody has in hand is on one's own page only.

pub mod agenda;
pub(super) mod agreement;
pub mod agreements;
pub mod clarity;
pub(super) mod decision;
pub mod decisions;
pub mod figures;
pub(super) mod goal;
pub mod journal;
pub mod may;
pub mod meeting;
pub(super) mod member;
pub mod people;
mod prose;
pub(super) mod role;
pub mod settings;
mod sheet;
pub mod since;
mod steps;
mod subject;
pub(super) mod task;
pub(super) mod tension;
pub mod tensions;
mod text;
pub mod waits;
pub mod way_out;

use std::rc::Rc;

pub(super) use sheet::Length;
pub use text::Meet;
pub(super) use text::Text;

use crate::domain::id::SubjectRef;
use crate::tui::kit::cursor::From;
use crate::tui::shell::action::Run;
use crate::tui::shell::desk::Effect;
use crate::tui::shell::page::{Met, Opening, Page, Reading, Still, Ticking, Turned};

/// Opens the page of a subject.
pub fn of(subject: impl Into<SubjectRef>) -> Opening {
    let subject = subject.into();
    if let Some(meeting) = subject.typed() {
        return meeting::of(meeting);
    }
    Rc::new(move |reading| {
        let page = subject::SubjectPage::open(reading, subject)?;
        Ok(page.map(|page| Box::new(page) as Box<dyn Page>))
    })
}

/// What Enter does on a line that leads to a subject.
fn enters(subject: SubjectRef) -> Option<Run> {
    Some(Box::new(move |_| vec![Effect::Open(of(subject))]))
}

/// Opens a page that there is one of, at its beginning.
fn from_the_start<P: Page + Default>() -> Opening {
    Rc::new(|reading| {
        let mut page = P::default();
        page.load(reading, From::Start)?;
        Ok(Some(Box::new(page) as Box<dyn Page>))
    })
}

#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_stops;
