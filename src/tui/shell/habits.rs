//! What somebody has done here before, so that it need not be said again: which actions, which keys that do nothing,
//! and which first hints.
//!
//! Kept for the session; what was learned is remembered in the person's settings folder by [`Session::learn`]
//! (crate::session::Session::learn).

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::first::First;
use super::tutor::Tutor;
use crate::tui::kit::key::Key;

/// So often a hint is shown to somebody who does not take it.
const SHOWN: u8 = 6;
/// So many actions are called the last ones.
const RECENT: usize = 8;

/// Whether first hints are shown at all.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Hints {
    On,
    #[default]
    Off,
}

#[derive(Debug, Clone, Default)]
pub struct Habits {
    pub hints: Hints,
    /// What there is to say first, in the order in which it matters.
    pub firsts: &'static [First],
    /// The steps that are taken now, if somebody learns by doing.
    pub tutor: Option<Tutor>,
    /// The actions that were done last, the newest first.
    recent: Vec<&'static str>,
    /// The actions of which nobody needs to be told any more.
    learned: BTreeSet<String>,
    /// How often the hint of an action was shown, and the one that stands there now.
    shown: BTreeMap<&'static str, u8>,
    showing: Option<&'static str>,
    /// The keys that did nothing, and were answered once.
    idle: HashSet<Key>,
}

impl Habits {
    /// Somebody who has learned this before.
    pub fn of(hints: Hints, learned: BTreeSet<String>, firsts: &'static [First]) -> Habits {
        Habits { hints, learned, firsts, ..Habits::default() }
    }

    /// An action was done. Going about is not what somebody looks for again.
    pub fn did(&mut self, name: &'static str) {
        if let Some(tutor) = &mut self.tutor {
            tutor.saw_action(name);
        }
        let passes = ["go.", "pane.", "tutor."].iter().any(|going| name.starts_with(going));
        if ["palette", "help"].contains(&name) || passes {
            return;
        }
        self.recent.retain(|other| *other != name);
        self.recent.insert(0, name);
        self.recent.truncate(RECENT);
    }

    /// How long ago an action was done, in actions; `None` for those that were not.
    pub fn since(&self, name: &str) -> Option<usize> {
        self.recent.iter().position(|other| *other == name)
    }

    /// A key that does nothing was pressed; whether it is the first time.
    pub fn is_first(&mut self, key: Key) -> bool {
        self.idle.insert(key)
    }

    pub fn knows(&self, name: &str) -> bool {
        self.learned.contains(name)
    }

    /// From now on nobody is told of it; whether that is new.
    pub fn learn(&mut self, name: &str) -> bool {
        self.learned.insert(name.to_owned())
    }

    /// A hint stands there now, or none; gives the one that was shown often enough by that.
    pub fn show(&mut self, name: Option<&'static str>) -> Option<&'static str> {
        if self.showing == name {
            return None;
        }
        self.showing = name;
        let name = name?;
        let shown = self.shown.entry(name).or_default();
        *shown += 1;
        (*shown >= SHOWN).then_some(name)
    }
}
