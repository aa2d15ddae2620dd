//! The lines of a page that lead somewhere.

use std::ops::Range;

use super::super::{Ticking, clarity};
use crate::domain::id::{RecordId, SubjectId, SubjectRef};
use crate::domain::meeting::CardId;
use crate::store::{RoleRow, TaskRow};

/// A line that leads somewhere.
#[derive(Debug, Clone)]
pub struct Stop {
    /// What tells it from all others of the page.
    pub key: Key,
    /// Its first paragraph, and how many there are.
    pub at: usize,
    pub len: usize,
    /// What Enter does.
    pub leads: Leads,
    /// Whether the keys act on that while it is selected.
    pub acts: Acts,
    /// Its line, where it is a task.
    pub row: Option<TaskRow>,
}

/// What Enter does at a stop.
#[derive(Debug, Clone, PartialEq)]
pub enum Leads {
    /// Opens the page of that.
    To(SubjectRef),
    /// Ticks a step of the checklist.
    Tick(Ticking),
    /// Writes what is missing of a role.
    Write(Box<RoleRow>, clarity::Column),
    /// Does something in a meeting.
    Meet(Meet),
    /// Takes one of the ways that the page offers, by its place among them.
    Choice(usize),
    /// Shows long texts whole, or folds them again.
    Unfold,
}

/// What Enter does in a meeting.
#[derive(Debug, Clone, PartialEq)]
pub enum Meet {
    /// Takes a parked topic out.
    TakeUp(RecordId, String),
    /// Writes a card in a column.
    Write(u32),
    /// Takes back a hidden card of this desk, by its place among them.
    TakeBack(usize),
    /// Puts a card to others, names them or strikes it.
    Card(CardId),
    /// Says that one has written all, or writes on.
    Ready(bool),
    /// Lets the keyboard go round.
    Round,
    /// Shows all hidden cards.
    Reveal,
    /// Gathers with names instead.
    Named,
    /// Puts a dot on a topic.
    Dots(CardId),
    /// Counts the dots.
    Count,
    /// Decides to do something.
    Act,
    Thank,
}

/// On what the keys act while a stop is selected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Acts {
    /// On what the page is about.
    OnPage,
    /// On what the stop leads to.
    OnStop,
}

/// What a stop is, in which part of the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key(pub &'static str, pub Of);

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Of {
    Subject(SubjectId),
    Record(RecordId),
    Card(CardId),
    /// One of several, by its place.
    Nth(usize),
}

impl Stop {
    pub(super) fn lines(&self) -> Range<usize> {
        self.at..self.at + self.len
    }
}
