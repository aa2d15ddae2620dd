//! A role for the tests of its rules.

use std::collections::HashMap;

use super::super::{Person, RoleScene};
use super::*;
use crate::domain::event::*;

/// A role, and what its rules see of its holders.
pub struct RoleSketch {
    chain: Chain,
    added: RoleAdded,
    at: At,
    people: HashMap<MemberId, Person>,
    terms: Terms,
}

impl RoleSketch {
    /// An active role, made then.
    pub fn made(n: u8, at: At) -> RoleSketch {
        let added = RoleAdded { name: format!("role {n}"), state: RoleState::Active, ..Default::default() };
        let chain = Chain::blank(Kind::Role, role_id(n));
        RoleSketch { chain, added, at, people: HashMap::new(), terms: Terms::default() }
    }

    pub fn domains(mut self, texts: &[&str]) -> RoleSketch {
        self.added.domains = texts.iter().map(|text| (*text).to_owned()).collect();
        self
    }

    pub fn accountabilities(mut self, texts: &[&str]) -> RoleSketch {
        self.added.accountabilities = texts.iter().map(|text| (*text).to_owned()).collect();
        self
    }

    pub fn state(mut self, state: RoleState) -> RoleSketch {
        self.added.state = state;
        self
    }

    pub fn held(self, member: MemberId, at: At) -> RoleSketch {
        self.taken(member, None, None, at)
    }

    /// The member holds a part of it; all of it where that is empty.
    pub fn part(self, member: MemberId, focus: &str, at: At) -> RoleSketch {
        self.taken(member, (!focus.is_empty()).then_some(focus), None, at)
    }

    /// The member holds it until a day.
    pub fn until(self, member: MemberId, on: i64) -> RoleSketch {
        self.taken(member, None, Some(day(on)), nov(3, 9))
    }

    /// The day on which it is looked at again.
    pub fn reviewed(mut self, on: i64) -> RoleSketch {
        self.added.review = Some(day(on));
        self
    }

    fn taken(mut self, member: MemberId, focus: Option<&str>, term: Option<Day>, at: At) -> RoleSketch {
        self.begin();
        let focus = focus.map(str::to_owned);
        let taken = RoleTaken { focus, term, by: None, at: None, from: None };
        self.chain.add(member, at, Event::Role(RoleEvent::Taken(taken)));
        self
    }

    pub fn put_down(mut self, member: MemberId, at: At) -> RoleSketch {
        let Subject::Role(role) = &self.chain.subject else { unreachable!() };
        let holding = role.holding_of(member).unwrap().id;
        self.chain.add(
            member,
            at,
            Event::Role(RoleEvent::PutDown(RolePutDown { holding, by: None, at: None, from: None })),
        );
        self
    }

    pub fn with(mut self, member: MemberId, person: Person) -> RoleSketch {
        self.people.insert(member, person);
        self
    }

    /// The team agreed on another value of a term.
    pub fn under(mut self, term: &str, value: &str) -> RoleSketch {
        self.terms.read(term, value);
        self
    }

    pub fn role(mut self) -> Role {
        self.begin();
        let Subject::Role(role) = self.chain.subject else { unreachable!() };
        *role
    }

    /// What a rule finds in the role.
    pub fn look<T>(mut self, find: impl Fn(&RoleScene<'_>) -> T) -> T {
        self.begin();
        let Subject::Role(role) = &self.chain.subject else { unreachable!() };
        find(&RoleScene { role, people: &self.people, terms: &self.terms })
    }

    fn begin(&mut self) {
        if !self.chain.subject.exists() {
            self.chain.add(DEWI, self.at, Event::Role(RoleEvent::Added(self.added.clone())));
        }
    }
}
