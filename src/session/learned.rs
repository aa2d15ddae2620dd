//! What a person knows how to do, so that the screens do not tell them again: names of actions, a line each.

use std::collections::BTreeSet;
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
}

impl Session {
    /// Remembers that somebody knows how to do something. Where it cannot be written, it is told again the next time.
    pub fn learn(&self, name: &str) {
        let world = &self.environment;
        if world.learned().contains(name) {
            return;
        }
        let Ok(held) = world.hold(PATIENCE) else { return };
        let mut learned = world.learned();
        if learned.insert(name.to_owned()) {
            let lines: String = learned.into_iter().map(|name| name + "\n").collect();
            let _ = world.write_own(FILE, &lines, &held);
        }
    }
}
