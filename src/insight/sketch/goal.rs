//! A goal for the tests of its rules.

use super::super::GoalScene;
use super::*;
use crate::domain::event::*;

/// A goal, and what its rules see of its tasks.
pub struct GoalSketch {
    chain: Chain,
    terms: Terms,
}

impl GoalSketch {
    pub fn made(state: GoalState, horizon: Horizon, at: At) -> GoalSketch {
        let mut chain = Chain::blank(Kind::Goal, goal_id());
        let added = GoalAdded { title: "Open the store".to_owned(), horizon, state, ..Default::default() };
        chain.add(DEWI, at, Event::Goal(GoalEvent::Added(added)));
        GoalSketch { chain, terms: Terms::default() }
    }

    pub fn read(mut self, on: i64) -> GoalSketch {
        let read = GoalRead { date: day(on), value: 1.0, at: None, by: None, from: None };
        self.chain.add(DEWI, nov(on, 12), Event::Goal(GoalEvent::Read(read)));
        self
    }

    pub fn says(mut self, edit: GoalEdited) -> GoalSketch {
        self.chain.add(DEWI, nov(3, 9), Event::Goal(GoalEvent::Edited(edit)));
        self
    }

    /// The team agreed on another value of a term.
    pub fn under(mut self, term: &str, value: &str) -> GoalSketch {
        self.terms.read(term, value);
        self
    }

    pub fn scene(&self, has_work: bool, work_moved: Option<At>) -> GoalScene<'_> {
        let Subject::Goal(goal) = &self.chain.subject else { unreachable!() };
        let goal: &Goal = goal;
        GoalScene { goal, has_work, work_moved, terms: &self.terms }
    }
}
