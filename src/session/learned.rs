//! What a person knows how to do, so that the screens do not tell them again: names of actions, a line each.

use std::collections::BTreeSet;
use std::io;
use std::time::Duration;

use super::{Environment, Session};

const FILE: &str = "learned";
/// More than there are things to learn.
const MOST: usize = 1_000;
/// The screens wait for it: what takes longer is told again the next time.
const PATIENCE: Duration = Duration::from_millis(50);

impl Environment {
    /// What was learned before; nothing where there is no home.
    pub fn learned(&self) -> BTreeSet<String> {
        let text = self.own_text(FILE).ok().flatten().unwrap_or_default();
        text.lines().take(MOST).map(|line| line.trim().to_owned()).collect()
    }

    /// Adds a name to what was learned, once. Whoever else writes is waited for as long as `patience`.
    pub(super) fn learn(&self, name: &str, patience: Duration) -> io::Result<()> {
        if self.learned().contains(name) {
            return Ok(());
        }
        let held = self.hold(patience)?;
        let mut learned = self.learned();
        if !learned.insert(name.to_owned()) {
            return Ok(());
        }
        let lines: String = learned.into_iter().map(|name| name + "\n").collect();
        self.write_own(FILE, &lines, &held)
    }
}

impl Session {
    /// Remembers that somebody knows how to do something. Where it cannot be written, it is told again the next time.
    pub fn learn(&self, name: &str) {
        let _ = self.environment.learn(name, PATIENCE);
    }
}
