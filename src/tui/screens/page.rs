//! The screens that are opened over the panes, each in a file of its own: the page of a task, a role, a goal, a member.
//!
//! A page reads what it shows when it is told to ([`Page::load`]) and draws it from what it has: drawing asks nobody.
//! A new one is its file, and an action that opens it.
//!
//! **Invariant:** nothing private is on a page of another: how much somebody has in hand is on one's own page only.

mod chart;
pub mod clarity;
mod goal;
pub mod journal;
mod list;
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

use std::any::Any;
use std::rc::Rc;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use crate::domain::decide::StepAt;
use crate::domain::id::TaskId;
use crate::session::{Error, Session};
use crate::store::TaskRow;
use crate::tui::kit::cursor::{From, Step};
use crate::tui::kit::link::Placed;
use crate::tui::kit::theme::Theme;
use crate::tui::shell::action::Run;
use crate::tui::shell::facts::Facts;
use crate::tui::shell::hand::Hand;
use crate::tui::shell::preferences::Preferences;

/// One screen over the panes.
pub trait Page: Any {
    /// What the keys act on.
    fn hand(&self) -> Hand {
        Hand::Nothing
    }

    /// The line of the task in hand, for what the keys may do with it.
    fn row(&self) -> Option<&TaskRow> {
        None
    }

    /// Reads everything anew: after a change, at the same place; or from an end, where a step asked for it.
    fn load(&mut self, reading: &Reading<'_>, from: From) -> Result<Still, Error>;

    /// Goes; tells what has to be read because of it, if anything. `area` is what [`view`](Page::view) gets.
    fn step(&mut self, step: Step, area: Rect) -> Option<From>;

    /// Takes the area that it is drawn in from now on; tells what has to be read because of it.
    fn arrange(&mut self, _area: Rect) -> Option<From> {
        None
    }

    /// Selects what is at a place. `area` is what [`view`](Page::view) gets.
    fn click(&mut self, _at: Position, _area: Rect) -> Met {
        Met::Nothing
    }

    /// Goes to the column or the thing beside; whether there is one.
    fn turn(&mut self, _by: isize) -> Turned {
        Turned::Nowhere
    }

    /// What Enter does here.
    fn enter(&self) -> Option<Run> {
        None
    }

    /// What Enter does, in a word; where it opens a page, that needs no other.
    fn enters(&self) -> Option<String> {
        None
    }

    /// The step of a checklist that is selected.
    fn ticking(&self) -> Option<Ticking> {
        None
    }

    /// Shows long texts whole, or folds them again, when it is read next.
    fn unfold(&mut self) {}

    /// What is selected in full, for the status line, where its own line cuts it.
    fn detail(&self, _facts: &Facts) -> Option<String> {
        None
    }

    /// All of it in words, where it is a text: its title first. What is a list is heard as it is drawn.
    fn text(&self) -> Option<Vec<String>> {
        None
    }

    /// The links in sight in what people wrote.
    fn links(&self, _area: Rect) -> Vec<Placed> {
        Vec::new()
    }

    fn view(&self, area: Rect, buf: &mut Buffer, facts: &Facts, theme: &Theme);
}

/// What a page is read from.
pub struct Reading<'a> {
    pub session: &'a Session,
    pub facts: &'a Facts,
    pub theme: &'a Theme,
    pub preferences: &'a Preferences,
}

/// A step of a checklist, as the page shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ticking {
    pub task: TaskId,
    pub at: StepAt,
    pub is_ticked: bool,
}

/// Whether what a page shows is still on the board. A page of what is gone closes by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Still {
    There,
    Gone,
}

/// What a click met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Met {
    Nothing,
    /// It is selected now; what has to be read because of it.
    Something(Option<From>),
}

/// Whether a page has something beside what is selected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turned {
    There,
    Nowhere,
}

/// How a page is opened; `None` where there is nothing (any more) to show.
pub type Opening = Rc<dyn Fn(&Reading<'_>) -> Result<Option<Box<dyn Page>>, Error>>;

/// Opens the page of what is in hand.
pub fn of(hand: Hand) -> Opening {
    Rc::new(move |reading| {
        let page = subject::SubjectPage::open(reading, hand)?;
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
