//! How a text was before it was changed, a word at a time.

use std::collections::VecDeque;

/// How many runs can be taken back, and the most bytes of a text of which they are kept.
const RUNS: usize = 100;
const KEPT: usize = 100_000;

/// A run of changes that is taken back as one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Run {
    /// Letter by letter, within a word.
    Typing,
    Erasing,
    /// The next change begins a new one.
    #[default]
    Over,
}

/// The texts before each run of changes, each with its cursor.
#[derive(Debug, Clone, Default)]
pub(super) struct History {
    before: VecDeque<(String, usize)>,
    run: Run,
}

impl History {
    /// Keeps how it is before a change, where that begins a run.
    pub fn keep(&mut self, run: Run, text: &str, at: usize) {
        let goes_on = run == self.run && run != Run::Over;
        self.run = run;
        if goes_on {
            return;
        }
        // A copy of a long text for each word would cost more than it is worth.
        if text.len() > KEPT {
            self.before.clear();
            return;
        }
        if self.before.len() == RUNS {
            self.before.pop_front();
        }
        self.before.push_back((text.to_owned(), at));
    }

    /// How it was before the last run.
    pub fn back(&mut self) -> Option<(String, usize)> {
        self.run = Run::Over;
        self.before.pop_back()
    }

    pub fn end_run(&mut self) {
        self.run = Run::Over;
    }
}
