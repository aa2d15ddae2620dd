//! Which tasks a list shows.

use super::arrange::Arrangement;
use crate::domain::calendar::{At, Day};
use crate::domain::id::{GoalId, MemberId, RoleId, SubjectId};
use crate::domain::query::{Days, Sense};
use crate::domain::task::State;
use crate::store::project;

/// Which tasks to show: the live ones that pass, unless finished ones are asked for. All conditions hold together.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Words that begin words of the title, the handle, a tag or the name of somebody who claims it.
    pub text: String,
    /// Claimed by this member.
    pub claimed_by: Option<MemberId>,
    /// Led by nobody.
    pub unclaimed: bool,
    pub blocked: bool,
    pub state: Option<State>,
    pub role: Option<RoleId>,
    pub goal: Option<GoalId>,
    pub tag: Option<String>,
    /// Finished tasks instead of live ones, the newest first.
    pub finished: bool,
    /// What else has to hold, as the filter language says it.
    pub terms: Vec<Term>,
    /// In which groups and order.
    pub arrangement: Arrangement,
}

/// One or another of several tests, or none of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    pub sense: Sense,
    pub any: Vec<Test>,
}

/// Something that is so about a task, or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Test {
    /// These words in a row, the last perhaps only begun, in what [`Filter::text`] looks into.
    Words(String),
    /// Led by somebody, or by nobody.
    Lead(Option<MemberId>),
    Help(Option<MemberId>),
    /// Led or helped.
    Who(Option<MemberId>),
    Blocked,
    /// Two edits made apart both stand.
    Twice,
    Finished,
    /// The leases of all who lead it are over at this moment, and nothing stops it.
    Quiet(At),
    /// Laid aside beyond this day.
    Parked(Day),
    /// Offered to somebody since this moment, and not answered.
    Offered(At),
    State(State),
    Goal(Option<GoalId>),
    Role(Option<RoleId>),
    Tag(Option<String>),
    Skill(Option<String>),
    /// Due within; `None`: without a day.
    Due(Option<Days>),
    /// In its state from one moment on, before another.
    Since(Option<At>, Option<At>),
    Has(Has),
    /// A blocker waits on this member or task.
    WaitsOn(SubjectId),
}

/// What may have been written on a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Has {
    Notes,
    Links,
    Next,
    Remarks,
}

impl Filter {
    /// Whether everything live is shown, in whatever order.
    pub fn is_all(&self) -> bool {
        let arrangement = self.arrangement.clone();
        *self == Filter { arrangement, ..Filter::default() }
    }

    /// The same with every group unfolded.
    pub(super) fn unfolded(&self) -> Filter {
        let mut filter = self.clone();
        filter.arrangement.folded.clear();
        filter
    }

    /// The lists that are walked, one after the other: those in which anything can pass.
    pub(super) fn lists(&self) -> Vec<i64> {
        let mut states: Option<Vec<State>> = self.state.map(|state| vec![state]);
        let mut only = |these: Vec<State>| {
            let kept = |state: &State| states.as_ref().is_none_or(|states| states.contains(state));
            states = Some(these.into_iter().filter(kept).collect());
        };
        for term in self.terms.iter().filter(|term| term.sense == Sense::Is) {
            let named: Option<Vec<Vec<State>>> = term.any.iter().map(Test::states).collect();
            if let Some(named) = named {
                only(named.concat());
            }
        }
        if self.finished {
            only(vec![State::Done, State::Dropped]);
        }
        let mut lists: Vec<i64> = match states {
            Some(states) => states.into_iter().map(project::list).collect(),
            None => vec![0, 1, 2],
        };
        lists.sort_unstable();
        lists.dedup();
        lists
    }
}

impl Test {
    /// The states of which it speaks, if it speaks of nothing else.
    fn states(&self) -> Option<Vec<State>> {
        match self {
            Test::State(state) => Some(vec![*state]),
            Test::Finished => Some(vec![State::Done, State::Dropped]),
            _ => None,
        }
    }
}

/// The bits in `task.has` of what is asked for by what it says: tags and skills.
pub(in crate::store) const TAGS: i64 = 16;
pub(in crate::store) const SKILLS: i64 = 32;

impl Has {
    /// Its bit in `task.has`.
    pub(in crate::store) fn bit(self) -> i64 {
        match self {
            Has::Notes => 1,
            Has::Links => 2,
            Has::Next => 4,
            Has::Remarks => 8,
        }
    }
}
