//! What a team agrees on for its board: how long things may take, the days on which it works, what it calls its states.
//!
//! Terms belong to the board and travel in its journal, so that every replica finds the same. A person's own settings
//! (language, theme, keys) are another thing and stay on their machine.
//!
//! **Invariant:** no task's fold depends on them. A claim carries the terms under which it was promised.

mod agreed;
mod typed;

use std::borrow::Cow;

pub use agreed::Agreed;

use super::calendar::At;
use super::folding::folded;
use super::meeting::MeetingKind;
use super::meets::{Meets, Sitting};
use super::task::{LEASE_MOST, LEASE_WORKING_DAYS, LeaseTerms, State};
use super::week::Week;
use crate::inert::{Signs, inert, width};
use crate::words::words;

/// The widest name of a state, in columns: it stands in headings beside counts.
pub const STATE_NAME_MAX: usize = 20;

/// What a number of the terms counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    Days,
    WorkingDays,
}

macro_rules! numbers {
    ($($number:ident $name:literal $unit:ident $default:expr, $least:literal to $most:expr, $label:ident $doc:ident $said:ident;)+) => {
        /// How long something may take.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Number { $($number),+ }

        impl Number {
            /// All of them, in the order in which they are listed.
            pub const ALL: [Number; [$($name),+].len()] = [$(Number::$number),+];

            /// The name in commands, records and tables: that of the rule which asks.
            pub fn as_str(self) -> &'static str {
                match self { $(Number::$number => $name),+ }
            }

            pub fn unit(self) -> Unit {
                match self { $(Number::$number => Unit::$unit),+ }
            }

            /// What holds unless the team says otherwise.
            pub fn default(self) -> u32 {
                match self { $(Number::$number => $default),+ }
            }

            pub fn least(self) -> u32 {
                match self { $(Number::$number => $least),+ }
            }

            pub fn most(self) -> u32 {
                match self { $(Number::$number => $most),+ }
            }

            /// What it is about, in a few words.
            pub fn label(self) -> String {
                match self { $(Number::$number => words().$label()),+ }
            }

            /// What it means, in a line.
            pub fn doc(self) -> String {
                match self { $(Number::$number => words().$doc()),+ }
            }

            /// What it says with a value, in a sentence.
            pub fn said(self, value: u32) -> String {
                match self { $(Number::$number => words().$said(value)),+ }
            }
        }
    };
}

numbers! {
    Lease     "lease"   WorkingDays LEASE_WORKING_DAYS, 1 to LEASE_MOST, term_lease_name term_lease term_lease_said;
    Vacant    "G1"      Days        7,                  0 to 365,        term_vacant_name term_vacant term_vacant_said;
    Away      "G1-away" Days        7,                  0 to 365,        term_away_name term_away term_away_said;
    Due       "G2"      WorkingDays 3,                  0 to 60,         term_due_name term_due term_due_said;
    Adrift    "G3"      Days        7,                  0 to 365,        term_adrift_name term_adrift term_adrift_said;
    Still     "G4"      Days        14,                 1 to 365,        term_still_name term_still term_still_said;
    StillLong "G4-long" Days        45,                 1 to 730,        term_still_long_name term_still_long term_still_long_said;
    Asked     "S3"      WorkingDays 1,                  0 to 60,         term_asked_name term_asked term_asked_said;
    Answered  "S4"      WorkingDays 3,                  0 to 60,         term_answered_name term_answered term_answered_said;
}

/// One of the things that a team agrees on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Term {
    Number(Number),
    Week,
    /// What a state is called.
    State(State),
    /// When the team meets.
    Meets(MeetingKind),
}

/// What a team agreed on; what it did not is as for every team.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Terms {
    numbers: [Option<u32>; Number::ALL.len()],
    week: Option<Week>,
    states: [Option<String>; State::ALL.len()],
    meets: [Option<Meets>; MeetingKind::ALL.len()],
}

impl Term {
    /// All of them, in the order in which they are listed.
    pub fn all() -> impl Iterator<Item = Term> {
        let numbers = Number::ALL.into_iter().map(Term::Number);
        let states = State::ALL.into_iter().map(Term::State);
        let meets = MeetingKind::ALL.into_iter().map(Term::Meets);
        numbers.chain([Term::Week]).chain(states).chain(meets)
    }

    /// The name in commands, records and tables.
    pub fn as_str(self) -> &'static str {
        match self {
            Term::Number(number) => number.as_str(),
            Term::Week => "week",
            Term::State(state) => state.as_str(),
            Term::Meets(kind) => kind.as_str(),
        }
    }

    /// The term of that name, whatever its case.
    pub fn named(name: &str) -> Option<Term> {
        let name = folded(name);
        Term::all().find(|term| folded(term.as_str()) == name)
    }

    /// What it is about, in a few words.
    pub fn label(self) -> String {
        match self {
            Term::Number(number) => number.label(),
            Term::Week => words().term_week_name(),
            Term::State(state) => words().term_state_name(state.as_str()),
            Term::Meets(kind) => words().term_meets_name(kind.as_str()),
        }
    }

    /// What it means, in a line.
    pub fn doc(self) -> String {
        match self {
            Term::Number(number) => number.doc(),
            Term::Week => words().term_week(),
            Term::State(state) => words().term_state(state.as_str()),
            Term::Meets(kind) => words().term_meets(kind.as_str()),
        }
    }

    /// What holds unless the team says otherwise.
    pub fn default_value(self) -> String {
        Terms::default().value(self)
    }
}

impl Terms {
    pub fn number(&self, number: Number) -> u32 {
        self.numbers[number as usize].unwrap_or(number.default())
    }

    /// A number with what it means, in a sentence.
    pub fn said(&self, number: Number) -> String {
        number.said(self.number(number))
    }

    /// A number that is counted in days around the clock.
    pub fn days(&self, number: Number) -> i64 {
        self.number(number).into()
    }

    pub fn week(&self) -> Week {
        self.week.unwrap_or_default()
    }

    /// When the team holds a kind of meeting; `None` where it did not agree on that.
    pub fn meets(&self, kind: MeetingKind) -> Option<&Meets> {
        self.meets[kind as usize].as_ref()
    }

    /// The meetings that are to be announced at a moment, one of a kind.
    pub fn announced(&self, now: At) -> impl Iterator<Item = Sitting> {
        MeetingKind::ALL.into_iter().filter_map(move |kind| self.meets(kind)?.announced(kind, now))
    }

    /// The terms under which a claim is made now.
    pub fn lease(&self) -> LeaseTerms {
        LeaseTerms { days: self.number(Number::Lease), week: self.week() }
    }

    /// What the team calls a state: for people. Files and `--json` have the standard word. It is as people wrote it.
    pub fn state(&self, state: State) -> Cow<'_, str> {
        match &self.states[state as usize] {
            Some(name) => Cow::Borrowed(name),
            None => Cow::Owned(standard(state)),
        }
    }

    /// The state that a word means: the standard word, what the team calls it, or what the language does.
    pub fn state_named(&self, word: &str) -> Option<State> {
        let word = folded(word);
        let by_word = State::ALL.into_iter().find(|state| state.as_str() == word);
        let own = || State::ALL.into_iter().find(|state| folded(&self.state(*state)) == word);
        let spoken = || State::ALL.into_iter().find(|state| folded(&standard(*state)) == word);
        by_word.or_else(own).or_else(spoken)
    }

    /// The state that a word means, or begins where it is the only one.
    pub fn state_begun(&self, word: &str) -> Option<State> {
        let typed = folded(word);
        let begins = |state: &State| {
            state.as_str().starts_with(&typed) || folded(&self.state(*state)).starts_with(&typed)
        };
        let only = || {
            let mut begun = State::ALL.into_iter().filter(begins);
            begun.next().filter(|_| begun.next().is_none())
        };
        self.state_named(word).or_else(only)
    }

    /// The term that a word means: its name, or what the team calls the state.
    pub fn term(&self, word: &str) -> Option<Term> {
        Term::named(word).or_else(|| self.state_named(word).map(Term::State))
    }

    /// The value as records and tables write it: a number, `mon tue wed`, a name, `mon 09:15 15 UTC`; nothing where no
    /// meeting was agreed on.
    pub fn value(&self, term: Term) -> String {
        match term {
            Term::Number(number) => self.number(number).to_string(),
            Term::Week => self.week().to_string(),
            Term::State(state) => match &self.states[state as usize] {
                Some(name) => name.clone(),
                None => state.as_str().to_owned(),
            },
            Term::Meets(kind) => self.meets(kind).map(Meets::to_string).unwrap_or_default(),
        }
    }

    /// Whether the team has its own value.
    pub fn is_own(&self, term: Term) -> bool {
        match term {
            Term::Number(number) => self.numbers[number as usize].is_some(),
            Term::Week => self.week.is_some(),
            Term::State(state) => self.states[state as usize].is_some(),
            Term::Meets(kind) => self.meets(kind).is_some(),
        }
    }

    /// The team's own values, for a table; [`Terms::read`] takes them back.
    pub fn own(&self) -> impl Iterator<Item = (&'static str, String)> + '_ {
        Term::all().filter(|term| self.is_own(*term)).map(|term| (term.as_str(), self.value(term)))
    }

    /// Takes back what [`Terms::own`] wrote. What cannot be read is as for every team.
    pub fn read(&mut self, name: &str, value: &str) {
        match Term::named(name) {
            Some(Term::Number(number)) => self.set_number(number, value.parse().ok()),
            Some(Term::Week) => self.set_week(Week::read(value)),
            Some(Term::State(state)) => self.set_state(state, Some(value)),
            Some(Term::Meets(kind)) => self.set_meets(kind, Meets::read(value)),
            None => {}
        }
    }

    /// Whether findings may differ between these terms and others: names of states and the lease of new claims ask for
    /// nothing.
    pub fn asks_as(&self, other: &Terms) -> bool {
        let asking = || Number::ALL.into_iter().filter(|number| *number != Number::Lease);
        self.week() == other.week() && asking().all(|number| self.number(number) == other.number(number))
    }

    /// Out of range it is the nearest in range: a record of elsewhere may say anything.
    fn set_number(&mut self, number: Number, value: Option<u32>) {
        let value = value.map(|value| value.clamp(number.least(), number.most()));
        self.numbers[number as usize] = value.filter(|value| *value != number.default());
    }

    fn set_week(&mut self, week: Option<Week>) {
        self.week = week.filter(|week| *week != Week::default());
    }

    fn set_state(&mut self, state: State, name: Option<&str>) {
        let name = name.filter(|name| fits(name) && *name != state.as_str());
        self.states[state as usize] = name.map(str::to_owned);
    }

    fn set_meets(&mut self, kind: MeetingKind, meets: Option<Meets>) {
        self.meets[kind as usize] = meets;
    }
}

/// Whether a text can stand as the name of a state.
fn fits(name: &str) -> bool {
    let is_clean = inert(name, Signs::UNICODE) == name;
    is_clean && name.trim() == name && (1..=STATE_NAME_MAX).contains(&width(name))
}

/// What a state is called where the team has no name of its own.
fn standard(state: State) -> String {
    match state {
        State::Open => words().phrase_state_open(),
        State::Doing => words().phrase_state_doing(),
        State::Review => words().phrase_state_review(),
        State::Done => words().phrase_state_done(),
        State::Dropped => words().phrase_state_dropped(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_term_is_found_by_its_name_and_reads_back() {
        let mut terms = Terms::default();
        for term in Term::all() {
            assert_eq!(Term::named(&term.as_str().to_uppercase()), Some(term));
            assert!(!terms.is_own(term) && !term.doc().is_empty());
            let value = match term {
                Term::Number(number) => number.most().to_string(),
                Term::Week => "sat sun".to_owned(),
                Term::State(state) => format!("my {}", state.as_str()),
                Term::Meets(_) => "sat sun 10:00 20 Asia/Jakarta".to_owned(),
            };
            terms.read(term.as_str(), &value);
            assert_eq!((terms.value(term), terms.is_own(term)), (value, true));
        }
        let mut again = Terms::default();
        for (name, value) in terms.own() {
            again.read(name, &value);
        }
        assert_eq!(again, terms);
    }

    #[test]
    fn numbers_stand_within_their_bounds() {
        for number in Number::ALL {
            assert!((number.least()..=number.most()).contains(&number.default()), "{number:?}");
            let mut terms = Terms::default();
            terms.read(number.as_str(), &u32::MAX.to_string());
            assert_eq!(terms.number(number), number.most());
        }
    }

    #[test]
    fn a_state_is_meant_by_the_standard_word_and_by_the_teams() {
        let mut terms = Terms::default();
        terms.read("doing", "In the Kitchen");
        for word in ["doing", "in the  kitchen", "DOING"] {
            assert_eq!(terms.state_named(word), Some(State::Doing), "{word}");
        }
        // Two who named apart may have taken a standard word: that goes first.
        terms.read("open", "review");
        assert_eq!(terms.state_named("review"), Some(State::Review));
        assert_eq!(terms.state(State::Open), "review");
        assert_eq!(terms.state_named("somewhere"), None);
        assert_eq!(terms.state_begun("in the"), Some(State::Doing));
        assert_eq!(terms.state_begun("d"), None, "doing, done, dropped");
    }

    #[test]
    fn a_name_that_fits_nowhere_is_as_for_every_team() {
        for name in ["", " ", "a\u{1b}[31m", "a name that is far too long", "doing"] {
            let mut terms = Terms::default();
            terms.read("doing", name);
            assert_eq!(terms, Terms::default(), "{name:?}");
        }
    }
}
