//! What an update wants from the world: done by the desk, one after the other.

use std::rc::Rc;

use super::super::app::Request;
use super::super::ask::{Asking, Check, Looks};
use super::super::page::Opening;
use super::super::preferences::Change;
use crate::domain::id::{MemberId, TaskId};
use crate::session::{Done, Error, Session, Since, Step, Stride};
use crate::tui::kit::cursor::From;

/// Something that is done to the board, in the name of who acts. It may be tried again: after a refusal, or when it is
/// known who acts.
pub type Operation = Rc<dyn Fn(&mut Session) -> Result<Done, Error>>;

/// Something of the person's own, which is no event: gives the sentence to say.
pub type PersonalChange = Rc<dyn Fn(&mut Session) -> Result<String, Error>>;

/// What is to be copied, asked from the board.
pub type Copying = Rc<dyn Fn(&Session) -> Result<String, Error>>;

/// What an update wants from the world.
#[derive(Clone)]
pub enum Effect {
    /// Do it, and say the sentence.
    Do(Operation, After),
    /// Take back what was done last, or do it again, and say the sentence.
    TakeBack(Step),
    /// Keep something for the person.
    Keep(PersonalChange),
    /// Put a text on the clipboard.
    Copy(Copying),
    /// Read what ran short on the screen below all pages.
    LoadBase,
    /// Read everything anew.
    LoadAll,
    /// Open a page.
    Open(Opening),
    /// Read the page on top anew.
    LoadPage(From),
    /// Read the line of the selected task.
    LoadRow(TaskId),
    /// Ask something, with what the board knows.
    Ask(Asking),
    /// Ask something where the board has a reason to, else go on.
    Check(Check, Box<Effect>),
    /// Say what a text would mean.
    Look(Looks, String),
    /// Say what may stand in a filter, at this byte of it, and what is wrong with it.
    HelpFilter(String, usize),
    /// Say why an answer cannot be taken; the question stays.
    Complain(String),
    /// From now on this member acts.
    Know(MemberId),
    /// A new member acts, and then does what waited for it.
    Join(String, Vec<Effect>),
    /// Write a setting of the person's, and let it hold.
    Set(Change),
    /// The same with what holds already, for the next start; where there is nowhere to keep it, it holds until the end.
    Remember(Change),
    /// Remember that the person has looked at this.
    Looked(Rc<Since>),
    /// Remember that the person knows how to do this.
    Learn(&'static str),
    /// Go through time.
    Stride(Stride),
    /// Come back to the present.
    Return,
    /// What only the loop can do.
    Request(Request),
}

impl Effect {
    /// Whether it writes to the board.
    pub(super) fn writes(&self) -> bool {
        match self {
            Effect::Check(_, otherwise) => otherwise.writes(),
            _ => matches!(self, Effect::Do(..) | Effect::TakeBack(..) | Effect::Join(..)),
        }
    }
}

/// What the status line offers after something was done.
#[derive(Clone)]
pub enum After {
    /// The key that takes it back.
    Undo,
    /// The key that does it again.
    Redo,
    /// The same as [`Undo`](After::Undo), and this is asked.
    Ask(Asking),
}

impl After {
    /// What follows on a step.
    pub fn step(step: Step) -> After {
        match step {
            Step::Undo => After::Redo,
            Step::Redo => After::Undo,
        }
    }
}
