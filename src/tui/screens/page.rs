//! The screens that are opened over the panes, each in a file of its own: the page of a task, a role, a goal, a member.
//!
//! A page reads what it shows when it is told to (`Page::load`) and draws it from what it has: drawing asks nobody.
//! A new one is its file, and an action that opens it.
//!
//! **Invariant:** nothing private is on a page of another: how much somebody has in hand is on one's own page only.

pub mod clarity;
mod goal;
pub mod journal;
mod member;
pub mod people;
mod prose;
mod role;
pub mod settings;
mod sheet;
mod steps;
mod subject;
mod task;
mod text;
pub mod waits;

use std::rc::Rc;

use crate::tui::kit::cursor::From;
use crate::tui::shell::page::{Met, Opening, Page, Reading, Still, Ticking, Turned};
use crate::tui::shell::selection::Selection;

/// Opens the page of what is selected.
pub fn of(selection: Selection) -> Opening {
    Rc::new(move |reading| {
        let page = subject::SubjectPage::open(reading, selection)?;
        Ok(page.map(|page| Box::new(page) as Box<dyn Page>))
    })
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
