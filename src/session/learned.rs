//! What a person knows how to do, so that the screens do not tell them again: names of actions, a line each.

use std::collections::BTreeSet;
use std::fs;

use super::{Session, Surroundings};

const FILE: &str = "learned";
/// More than there are things to learn.
const MOST: usize = 1_000;

impl Surroundings {
    /// What was learned before; nothing where there is no home.
    pub fn learned(&self) -> BTreeSet<String> {
        let text = self.settings().and_then(|folder| fs::read_to_string(folder.join(FILE)).ok());
        text.unwrap_or_default().lines().take(MOST).map(|line| line.trim().to_owned()).collect()
    }
}

impl Session {
    /// Remembers that somebody knows how to do something. Where it cannot be written, it is told again the next time.
    pub fn learn(&self, name: &str) {
        let Some(folder) = self.surroundings.settings() else { return };
        let mut learned = self.surroundings.learned();
        if learned.insert(name.to_owned()) && fs::create_dir_all(folder).is_ok() {
            let lines: String = learned.into_iter().map(|name| name + "\n").collect();
            let _ = fs::write(folder.join(FILE), lines);
        }
    }
}
