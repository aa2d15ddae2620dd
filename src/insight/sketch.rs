//! Small boards for the tests of the rules, made by real records. All of them live in November 2026, whose
//! 16th is a Monday.

mod goal;
mod overlaps;
mod role;

use std::collections::HashMap;

use uuid::Uuid;

pub use goal::GoalSketch;
pub use overlaps::{of_overlaps, overlaps};
pub use role::RoleSketch;

use super::{Brief, Glance, Person, TaskScene};
use crate::domain::calendar::{At, Day};
use crate::domain::event::*;
use crate::domain::goal::{Goal, GoalState, Horizon};
use crate::domain::id::{BoardId, GoalId, MemberId, RecordId, ReplicaId, RoleId, SubjectId, TaskId};
use crate::domain::member::Away;
use crate::domain::names::{Named, Names};
use crate::domain::record::{Draft, Record, Tip};
use crate::domain::role::{Role, RoleState};
use crate::domain::subject::{Kind, Subject};
use crate::domain::task::{End, LeaseTerms, Part, State, Task};
use crate::domain::terms::Terms;

pub const AYU: MemberId = MemberId(Uuid::from_u128(0xa));
pub const BUDI: MemberId = MemberId(Uuid::from_u128(0xb));
pub const CITRA: MemberId = MemberId(Uuid::from_u128(0xc));
/// Somebody who claims nothing, for what anybody may do.
const DEWI: MemberId = MemberId(Uuid::from_u128(0xd));

/// A day and hour of November 2026; days beyond the 30th are in December.
pub fn nov(day: i64, hour: i64) -> At {
    At(1_793_491_200_000 + ((day - 1) * 24 + hour) * 3_600_000)
}

pub fn day(day: i64) -> Day {
    nov(day, 0).day()
}

pub fn task_id(n: u8) -> TaskId {
    TaskId(Uuid::from_u128(0x100 + u128::from(n)))
}

/// Tasks 1 to 3 are bakul, danum and lusab; roles 1 and 2 Bookkeeping and Treasurer; goal 1 is "Open the
/// store".
pub fn names() -> Names {
    let named = |id: SubjectId, handle: &str, name: &str| {
        (id, Named { handle: handle.to_owned(), name: name.to_owned() })
    };
    [
        named(AYU.into(), "", "ayu"),
        named(BUDI.into(), "", "budi"),
        named(CITRA.into(), "", "citra"),
        named(task_id(1).into(), "bakul", "Move the shop list"),
        named(task_id(2).into(), "danum", "Move the shop list"),
        named(task_id(3).into(), "lusab", "Count the shelves"),
        named(role_id(1).into(), "mobak", "Bookkeeping"),
        named(role_id(2).into(), "tirub", "Treasurer"),
        named(goal_id().into(), "gadut", "Open the store"),
    ]
    .into_iter()
    .collect()
}

/// A task as others see it; its place in the order is that of its number.
pub fn brief(n: u8, state: State, since: At, leads: &[MemberId]) -> Brief {
    Brief { id: task_id(n), state, since, rank: format!("{n:03}"), leads: leads.to_vec() }
}

/// Somebody who is away for some days; open-ended without the last one.
pub fn away(from: i64, until: Option<i64>) -> Person {
    Person { left: None, away: Some(Away { from: day(from), until: until.map(day) }) }
}

pub fn left(at: At) -> Person {
    Person { left: Some(at), away: None }
}

pub fn role_id(n: u8) -> RoleId {
    RoleId(Uuid::from_u128(0x1000 + u128::from(n)))
}

fn goal_id() -> GoalId {
    GoalId(Uuid::from_u128(0x2000))
}

/// One subject and the chain of records that makes it.
struct Chain {
    id: SubjectId,
    subject: Subject,
    tip: Tip,
}

impl Chain {
    fn blank(kind: Kind, id: impl Into<SubjectId>) -> Chain {
        let id = id.into();
        let tip = Tip { replica: ReplicaId([1; 16]), count: 0, last: RecordId::ZERO, lamport: 0 };
        Chain { id, subject: Subject::blank(kind, id), tip }
    }

    fn add(&mut self, by: MemberId, at: At, event: Event) {
        let board = BoardId(Uuid::from_u128(1));
        let (record, _) = Record::write(Draft::new(self.id, event), board, by, at, &mut self.tip);
        self.subject.apply(&record);
    }
}

/// A task, and what its rules see of others.
pub struct TaskSketch {
    chain: Chain,
    people: HashMap<MemberId, Person>,
    waits: HashMap<TaskId, Brief>,
    graph: HashMap<TaskId, Vec<TaskId>>,
    has_aims: bool,
    terms: Terms,
}

impl TaskSketch {
    /// An open task, made then.
    pub fn made(n: u8, at: At) -> TaskSketch {
        TaskSketch::added(n, at, TaskAdded::default())
    }

    /// One that another tool made `at`, and that came in `then`.
    pub fn brought(n: u8, at: At, then: At) -> TaskSketch {
        let (at, source) = (Some(at), Some(format!("trello:card:{n}")));
        TaskSketch::added(n, then, TaskAdded { at, source, ..Default::default() })
    }

    fn added(n: u8, at: At, added: TaskAdded) -> TaskSketch {
        let mut chain = Chain::blank(Kind::Task, task_id(n));
        let (title, rank) = (format!("task {n}"), format!("{n:03}"));
        let added = TaskAdded { title, state: State::Open, rank, ..added };
        chain.add(DEWI, at, Event::Task(TaskEvent::Added(added)));
        TaskSketch {
            chain,
            people: HashMap::new(),
            waits: HashMap::new(),
            graph: HashMap::new(),
            has_aims: false,
            terms: Terms::default(),
        }
    }

    pub fn lead(self, member: MemberId, at: At) -> TaskSketch {
        self.claim(member, Part::Lead, at)
    }

    pub fn helper(self, member: MemberId, at: At) -> TaskSketch {
        self.claim(member, Part::Helper, at)
    }

    fn claim(self, member: MemberId, part: Part, at: At) -> TaskSketch {
        let claimed = TaskClaimed::new(part, LeaseTerms::default().from(at));
        self.did(member, at, Event::Task(TaskEvent::Claimed(claimed)))
    }

    /// The member's claim ends.
    pub fn unclaim(self, member: MemberId, at: At, end: End) -> TaskSketch {
        let claim = self.task().claim_of(member).unwrap().id;
        self.did(
            member,
            at,
            Event::Task(TaskEvent::GivenBack(TaskGivenBack {
                claim,
                end,
                note: None,
                by: None,
                at: None,
                from: None,
            })),
        )
    }

    pub fn moved(self, member: MemberId, to: State, at: At) -> TaskSketch {
        self.did(
            member,
            at,
            Event::Task(TaskEvent::Moved(TaskMoved {
                to,
                reason: None,
                led: Vec::new(),
                by: None,
                at: None,
                from: None,
            })),
        )
    }

    pub fn due(mut self, on: i64) -> TaskSketch {
        let Subject::Task(task) = &mut self.chain.subject else { unreachable!() };
        task.registers.due.write(RecordId::ZERO, &[], Some(day(on)));
        self
    }

    pub fn parked(mut self, until: i64) -> TaskSketch {
        let Subject::Task(task) = &mut self.chain.subject else { unreachable!() };
        task.parked.write(RecordId::ZERO, &[], Some(day(until)));
        self
    }

    /// The team has roles and goals.
    pub fn among_aims(mut self) -> TaskSketch {
        self.has_aims = true;
        self
    }

    pub fn for_goal(mut self) -> TaskSketch {
        let Subject::Task(task) = &mut self.chain.subject else { unreachable!() };
        task.registers.goal.write(RecordId::ZERO, &[], Some(goal_id()));
        self
    }

    pub fn of_role(mut self) -> TaskSketch {
        let Subject::Task(task) = &mut self.chain.subject else { unreachable!() };
        task.registers.role.write(RecordId::ZERO, &[], Some(role_id(1)));
        self
    }

    /// Something stops the task; what follows is said of the last that was raised.
    pub fn blocked(self, on: Option<WaitsOn>, at: At) -> TaskSketch {
        let what = "the VAT number".to_owned();
        self.did(
            DEWI,
            at,
            Event::Task(TaskEvent::Blocked(TaskBlocked { what, on, by: None, at: None, from: None })),
        )
    }

    pub fn asked(self, at: At) -> TaskSketch {
        let blocker = self.task().blockers.last().unwrap().id;
        self.did(
            DEWI,
            at,
            Event::Task(TaskEvent::BlockerAsked(BlockerAsked { blocker, at: None, by: None, from: None })),
        )
    }

    pub fn promised(self, until: i64, at: At) -> TaskSketch {
        let blocker = self.task().blockers.last().unwrap().id;
        self.did(
            DEWI,
            at,
            Event::Task(TaskEvent::BlockerPromised(BlockerPromised {
                blocker,
                until: day(until),
                at: None,
                by: None,
                from: None,
            })),
        )
    }

    pub fn cleared(self, at: At) -> TaskSketch {
        let blocker = self.task().blockers.last().unwrap().id;
        self.did(
            DEWI,
            at,
            Event::Task(TaskEvent::BlockerCleared(BlockerCleared {
                blocker,
                how: None,
                at: None,
                by: None,
                from: None,
            })),
        )
    }

    fn did(mut self, by: MemberId, at: At, event: Event) -> TaskSketch {
        self.chain.add(by, at, event);
        self
    }

    pub fn with(mut self, member: MemberId, person: Person) -> TaskSketch {
        self.people.insert(member, person);
        self
    }

    /// Another task is there on which this one may wait.
    pub fn beside(mut self, other: Brief) -> TaskSketch {
        self.waits.insert(other.id, other);
        self
    }

    /// Who waits on whom, by their numbers.
    pub fn graph(mut self, waits: &[(u8, &[u8])]) -> TaskSketch {
        let ids = |on: &[u8]| on.iter().map(|n| task_id(*n)).collect();
        self.graph = waits.iter().map(|(task, on)| (task_id(*task), ids(on))).collect();
        self
    }

    /// The team agreed on another value of a term.
    pub fn under(mut self, term: &str, value: &str) -> TaskSketch {
        self.terms.read(term, value);
        self
    }

    pub fn task(&self) -> &Task {
        let Subject::Task(task) = &self.chain.subject else { unreachable!() };
        task
    }

    /// What its line says.
    pub fn glance(&self) -> Glance {
        let task = self.task();
        Glance {
            is_live: !task.is_finished(),
            is_led: task.leads().next().is_some(),
            is_blocked: task.is_blocked(),
            is_due: task.due.value().is_some(),
            is_begun: matches!(task.state(), State::Doing | State::Review),
            is_adrift: self.has_aims && task.role.value().is_none() && task.goal.value().is_none(),
            was_left: task.claims.iter().any(|claim| claim.ended.is_some_and(|(_, end)| end == End::Left)),
        }
    }

    pub fn scene(&self) -> TaskScene<'_> {
        TaskScene {
            task: self.task(),
            people: &self.people,
            waits: &self.waits,
            graph: &self.graph,
            has_aims: self.has_aims,
            terms: &self.terms,
        }
    }
}
