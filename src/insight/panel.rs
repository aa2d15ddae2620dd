//! What the stage shows, as values: a few rows that everybody in the room may read.
//!
//! ```text
//! now                          clock
//! ──────────────────────────────────
//! at most five rows, or a name in big letters
//! ──────────────────────────────────
//! next   then               how far
//! ```
//!
//! **Invariant:** every text in a panel is a [`Shown`], and those are made in one file (`session/stage/columns.rs`) from named
//! columns. What no function there names cannot be shown, however a panel is put together.

mod masked;

use chrono::FixedOffset;

use crate::domain::meeting;

/// So many rows stand between *now* and *next* at most.
pub const ROWS: usize = 5;

/// A text that may be shown to a room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown(String);

impl Shown {
    /// For the list of columns alone. Addresses in the text are masked.
    pub fn new(text: &str) -> Shown {
        Shown(masked::masked(text).into_owned())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What is on the stage at one time.
#[derive(Debug, Clone, PartialEq)]
pub struct Panel {
    /// What this is; further parts give way where the columns are few.
    pub now: Vec<Shown>,
    pub clock: Clock,
    pub body: Body,
    /// What comes next, and after that.
    pub next: Vec<Shown>,
    /// How far one is: `heard 4 of 7`.
    pub far: Option<Shown>,
}

/// What stands in the middle.
#[derive(Debug, Clone, PartialEq)]
pub enum Body {
    /// The first [`ROWS`] of them.
    Rows(Vec<Row>),
    /// Somebody's name in big letters, and what they are asked.
    Name { name: Shown, under: Vec<Shown> },
    /// What is left of the time box in big letters, and what is done in it.
    Clock { under: Vec<Shown> },
}

/// The clock in the corner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    /// The time of day, at this distance from UTC.
    OfDay(FixedOffset),
    /// The time box of what is now.
    OfBox(meeting::Clock),
}

/// One row; where others leave room, it goes on in a second one.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    pub mark: Mark,
    /// By what it is called in the room.
    pub handle: Option<Shown>,
    pub text: Shown,
    /// At the right, where there is room for it beside the text, else below. Of several facts the first stays longest.
    pub right: Vec<Shown>,
    pub bar: Option<Bar>,
    pub weight: Weight,
}

impl Row {
    /// What the panel is about.
    pub fn strong(mark: Mark, text: Shown) -> Row {
        Row { mark, handle: None, text, right: Vec::new(), bar: None, weight: Weight::Strong }
    }

    /// What is said of the row above.
    pub fn under(text: Shown) -> Row {
        Row { mark: Mark::None, handle: None, text, right: Vec::new(), bar: None, weight: Weight::Plain }
    }

    pub fn called(self, handle: Shown) -> Row {
        Row { handle: Some(handle), ..self }
    }

    pub fn beside(self, right: impl IntoIterator<Item = Shown>) -> Row {
        Row { right: right.into_iter().collect(), ..self }
    }

    pub fn measured(self, bar: Option<Bar>) -> Row {
        Row { bar, ..self }
    }
}

/// The sign before a row: it says what colour would only repeat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    None,
    Goal,
    LongGoal,
    Free,
    Doing,
    Blocked,
    Overlap,
    Done,
    Quiet,
    Point,
}

/// A measure as a bar.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Bar {
    /// How much of a way is behind, from 0 to 1.
    Share(f64),
    /// So many, of the most that any row has.
    Count { n: usize, most: usize },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    Strong,
    Plain,
}
