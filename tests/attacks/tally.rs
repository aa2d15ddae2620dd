//! What an attack did and what did not hold: all of it, counted by kind, and told in one line.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Mutex;
use std::time::Duration;

use super::place::Said;
use super::random;
use super::share::patience;

/// How many cases of one kind are told in full.
const TOLD: usize = 12;

/// The count of one attack. Shared by all of its threads.
pub struct Tally {
    attack: &'static str,
    pub seed: u64,
    inner: Mutex<Inner>,
}

#[derive(Default)]
struct Inner {
    counts: Vec<(&'static str, usize)>,
    faults: BTreeMap<&'static str, Vec<String>>,
    /// The order in which the kinds of faults are told, also those that never came.
    kinds: Vec<&'static str>,
    slowest: Duration,
    slowest_was: String,
}

impl Tally {
    /// An attack that looks for these kinds of faults, beside those that every answer is looked at for.
    pub fn new(attack: &'static str, kinds: &[&'static str]) -> Tally {
        let kinds = kinds.iter().chain(&["panics", "hangs", "unclear"]).copied().collect();
        Tally { attack, seed: random::seed(), inner: Mutex::new(Inner { kinds, ..Inner::default() }) }
    }

    fn inner(&self) -> std::sync::MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    /// Counts something that was done.
    pub fn count(&self, what: &'static str, n: usize) {
        let mut inner = self.inner();
        match inner.counts.iter_mut().find(|(name, _)| *name == what) {
            Some((_, count)) => *count += n,
            None => inner.counts.push((what, n)),
        }
    }

    /// Something that did not hold, told so that it can be done again.
    pub fn fault(&self, kind: &'static str, case: impl Into<String>) {
        let mut inner = self.inner();
        if !inner.kinds.contains(&kind) {
            inner.kinds.push(kind);
        }
        inner.faults.entry(kind).or_default().push(case.into());
    }

    /// Looks at an answer: it came in time, nothing panicked, and a refusal is a clear line.
    pub fn look(&self, said: &Said) {
        if !said.is_hung {
            self.took(said.took, &said.what);
        }
        if said.is_hung {
            self.fault("hangs", said.describe());
        } else if said.is_panic() {
            self.fault("panics", said.describe());
        } else if !said.is_clear() {
            self.fault("unclear", said.describe());
        }
    }

    /// How long something took to answer.
    pub fn took(&self, took: Duration, what: &str) {
        if took > patience() {
            self.fault("hangs", format!("{what}: {} ms", took.as_millis()));
        }
        let mut inner = self.inner();
        if took > inner.slowest {
            (inner.slowest, inner.slowest_was) = (took, what.to_owned());
        }
    }

    /// One line of figures; and a failure that lists every kind of what did not hold.
    #[track_caller]
    pub fn end(self) {
        let inner = self.inner.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
        let mut line = format!("attack {}:", self.attack);
        let faults = |kind: &str| inner.faults.get(kind).map_or(0, Vec::len);
        for (what, n) in &inner.counts {
            let _ = write!(line, " {n} {what},");
        }
        for kind in &inner.kinds {
            let _ = write!(line, " {} {kind},", faults(kind));
        }
        let what: String = inner.slowest_was.chars().take(60).collect();
        let _ = write!(line, " slowest answer {} ms ({what}), seed {}", inner.slowest.as_millis(), self.seed);
        println!("{line}");
        if inner.faults.is_empty() {
            return;
        }
        let mut told = line;
        for (kind, cases) in &inner.faults {
            let _ = write!(told, "\n\n{kind}: {}", cases.len());
            for case in cases.iter().take(TOLD) {
                let _ = write!(told, "\n  - {}", case.trim_end().replace('\n', "\n    "));
            }
        }
        panic!("{told}");
    }
}
