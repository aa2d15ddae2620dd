//! What is like the text in the first field: the board may hold it already.
//!
//! ```text
//! ┃ Title  returns pol_                                    ┃
//! ┃     ≈ ▸fob  Write the returns policy        budi leads ┃
//! ```
//!
//! Down goes from the field to these lines, Enter takes one instead of sending the form.

use super::super::picker::Item;

/// So many lines are kept free for them, so that nothing jumps while one types.
pub(super) const LINES: u16 = 3;

/// The look-alikes, and which of them is chosen.
#[derive(Debug, Clone)]
pub(super) struct Alike<I> {
    pub items: Vec<Item<I>>,
    /// What Enter does on one of them, in a word.
    pub does: String,
    /// The line that the keys are on; none while they fill the field.
    pub at: Option<usize>,
}

impl<I> Alike<I> {
    pub fn new(does: String) -> Alike<I> {
        Alike { items: Vec::new(), does, at: None }
    }

    /// Other ones, for another text. The keys go to the field again.
    pub fn replace(&mut self, mut items: Vec<Item<I>>) {
        items.truncate(LINES.into());
        self.items = items;
        self.at = None;
    }

    pub fn chosen(&self) -> Option<&Item<I>> {
        self.items.get(self.at?)
    }

    /// To the next line; whether there is one.
    pub fn down(&mut self) -> bool {
        let next = self.at.map_or(0, |at| at + 1);
        let is_there = next < self.items.len();
        self.at = is_there.then_some(next);
        is_there
    }

    /// To the line before, or to the field.
    pub fn up(&mut self) {
        self.at = self.at.and_then(|at| at.checked_sub(1));
    }
}
