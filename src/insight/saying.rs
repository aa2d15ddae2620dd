//! What the sentences of findings are made of: names and ages, read back from the facts.
//!
//! Facts come out of a table, perhaps written by another version: what is missing there is said as `?` or 0,
//! and never panics.

use super::Finding;
use super::finding::Facts;
use crate::domain::calendar::{At, Day};
use crate::domain::id::MemberId;
use crate::domain::names::Names;
use crate::domain::spoken;
use crate::domain::task::State;
use crate::domain::terms::Term;
use crate::words::words;

/// A finding about to be said, as of a moment.
#[derive(Clone, Copy)]
pub(super) struct Saying<'a> {
    pub facts: &'a Facts,
    names: &'a Names,
    now: At,
}

const UNKNOWN: &str = "?";

impl<'a> Saying<'a> {
    pub fn of(finding: &'a Finding, names: &'a Names, now: At) -> Saying<'a> {
        Saying { facts: &finding.facts, names, now }
    }

    /// The handle of the n-th task.
    pub fn task(self, n: usize) -> &'a str {
        self.facts.tasks.get(n).map_or(UNKNOWN, |id| self.names.handle(*id))
    }

    /// The handles of all tasks, without a word between: `dan, taj, hos`.
    pub fn tasks(self) -> String {
        let handles: Vec<_> = self.facts.tasks.iter().map(|id| self.names.handle(*id)).collect();
        if handles.is_empty() { UNKNOWN.to_owned() } else { handles.join(", ") }
    }

    /// The same as a sentence has them: `dan, taj and hos`.
    pub fn tasks_listed(self) -> String {
        listed(self.facts.tasks.iter().map(|id| self.names.handle(*id)))
    }

    /// The title of the first task.
    pub fn title(self) -> &'a str {
        self.facts.tasks.first().map_or(UNKNOWN, |id| self.names.name(*id))
    }

    pub fn role(self, n: usize) -> &'a str {
        self.facts.roles.get(n).map_or(UNKNOWN, |id| self.names.name(*id))
    }

    /// The names of all roles: `treasurer, bookkeeping and shop`.
    pub fn roles(self) -> String {
        listed(self.facts.roles.iter().map(|id| self.names.name(*id)))
    }

    pub fn goal(self) -> &'a str {
        self.facts.goals.first().map_or(UNKNOWN, |id| self.names.name(*id))
    }

    /// The handle of the decision.
    pub fn decision(self) -> &'a str {
        self.facts.decisions.first().map_or(UNKNOWN, |id| self.names.handle(*id))
    }

    /// What the decision is called.
    pub fn decided(self) -> &'a str {
        self.facts.decisions.first().map_or(UNKNOWN, |id| self.names.name(*id))
    }

    /// What the agreement is called.
    pub fn agreed(self) -> &'a str {
        self.facts.agreements.first().map_or(UNKNOWN, |id| self.names.name(*id))
    }

    pub fn member(self) -> &'a str {
        self.facts.members.first().map_or(UNKNOWN, |id| self.names.name(*id))
    }

    /// All members, each once: `ayu, budi and citra`.
    pub fn members(self) -> String {
        let mut once: Vec<MemberId> = Vec::with_capacity(self.facts.members.len());
        for id in &self.facts.members {
            if !once.contains(id) {
                once.push(*id);
            }
        }
        listed(once.into_iter().map(|id| self.names.name(id)))
    }

    /// A state as a noun: a team's own name for it may be anything, and stands in quotes.
    pub fn state(self, state: State) -> String {
        let name = self.names.terms.state(state);
        match self.names.terms.is_own(Term::State(state)) {
            true => words().phrase_quoted(name),
            false => name.into_owned(),
        }
    }

    /// The first text.
    pub fn text(self) -> &'a str {
        self.facts.texts.first().map_or(UNKNOWN, String::as_str)
    }

    /// All texts: `prices and shelves`.
    pub fn texts(self) -> String {
        listed(self.facts.texts.iter().map(String::as_str))
    }

    /// The n-th of the texts that are alike.
    pub fn alike(self, n: usize) -> &'a str {
        self.facts.alike.get(n).map_or(UNKNOWN, String::as_str)
    }

    /// Whole days from `since` of the facts.
    pub fn days(self) -> i64 {
        self.facts.since.map_or(0, |since| since.days_until(self.now))
    }

    /// Whole working days from a moment of the facts.
    pub fn working_days(self, since: Option<At>) -> i64 {
        since.map_or(0, |since| since.working_days_until(self.now, self.names.terms.week()))
    }

    /// A day by its date: `Fri 20 Nov`.
    pub fn day(self, day: Day) -> String {
        spoken::date(day, self.now.day())
    }

    /// How far away a due day is: `due in 2 days`.
    pub fn due(self, day: Day) -> String {
        match (day - self.now.day()).num_days() {
            past @ ..0 => words().finding_overdue(-past),
            left => words().finding_due(left),
        }
    }
}

/// Names in a sentence: `ayu, budi and citra`.
pub fn listed<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let mut names = names.peekable();
    let mut said = names.next().unwrap_or(UNKNOWN).to_owned();
    while let Some(name) = names.next() {
        said = match names.peek() {
            Some(_) => words().finding_comma(&said, name),
            None => words().finding_and(&said, name),
        };
    }
    said
}

#[cfg(test)]
mod tests {
    use super::super::sketch::{AYU, BUDI, CITRA, day, names, nov};
    use super::super::{Facts, Finding, Rule, line};
    use super::*;

    #[test]
    fn names_are_listed_each_once() {
        let said = |members: &[MemberId]| {
            let facts = Facts { members: members.to_vec(), ..Facts::default() };
            Saying { facts: &facts, names: &names(), now: At::START }.members()
        };
        assert_eq!(said(&[AYU]), "ayu");
        assert_eq!(said(&[AYU, BUDI, AYU]), "ayu and budi");
        assert_eq!(said(&[AYU, BUDI, CITRA]), "ayu, budi and citra");
    }

    #[test]
    fn a_due_day_is_said_from_today() {
        let facts = Facts::default();
        let said = |today: i64| Saying { facts: &facts, names: &names(), now: nov(today, 9) }.due(day(18));
        assert_eq!(
            [16, 17, 18, 19].map(said),
            ["due in 2 days", "due in 1 day", "due today", "due 1 day ago"]
        );
    }

    #[test]
    fn facts_of_another_version_do_not_panic() {
        for rule in Rule::ALL {
            let finding = Finding::new(rule, &[], Facts::default(), At::START);
            assert!(!line(&finding, &Names::default(), At::NEVER).is_empty());
        }
    }
}
