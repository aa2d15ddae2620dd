//! What the rules see: plain values, gathered by `store` for one anchor, or by a test from three lines.

use std::collections::{BTreeMap, HashMap};

use crate::domain::agreement::Stretch;
use crate::domain::calendar::{At, Day};
use crate::domain::goal::Goal;
use crate::domain::id::{AgreementId, DecisionId, MemberId, RoleId, TaskId};
use crate::domain::member::{Away, DEFAULT_LIMIT};
use crate::domain::rank::Rank;
use crate::domain::role::Role;
use crate::domain::task::{State, Task};
use crate::domain::terms::Terms;

/// A task as others see it.
#[derive(Debug, Clone, PartialEq)]
pub struct Brief {
    pub id: TaskId,
    pub state: State,
    pub since: At,
    pub rank: Rank,
    /// The members who lead it live, in the order of their ids.
    pub leads: Vec<MemberId>,
}

/// A led live task as those see it whose titles are alike.
#[derive(Debug, Clone, PartialEq)]
pub struct Likened {
    pub id: TaskId,
    pub title: String,
    pub since: At,
    /// The members who lead it live, in the order of their ids, and those who help.
    pub leads: Vec<MemberId>,
    pub helpers: Vec<MemberId>,
    /// The tasks on which it waits, and its links.
    pub names: Vec<TaskId>,
    pub links: Vec<String>,
    /// Whether its title is alike to so many others that it is one of a series.
    pub is_of_many: bool,
}

/// A led live task, and those that somebody leads with titles that are alike to its own but not the same, in the order of
/// their ids. Of a long series only the first ones, and only for whoever is the first of it; of a pair the second only.
#[derive(Debug, Clone, PartialEq)]
pub struct AlikeScene {
    pub task: Likened,
    pub others: Vec<Likened>,
}

/// A domain or an accountability, and the active roles that have it.
#[derive(Debug, Clone, PartialEq)]
pub struct RoleText {
    /// As the role writes it of which the scene is, or else the first by id of those that have it.
    pub text: String,
    /// Each with when it was made.
    pub roles: BTreeMap<RoleId, At>,
}

/// An accountability, and those of other wording that are alike to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Accountability {
    pub own: RoleText,
    /// Of a long series only the first ones, and only for the first role by id of those that have the first text of it.
    pub alike: Vec<RoleText>,
    /// Whether it is alike to so many others that it is one of a series. One that is not has none of a series beside it.
    pub is_of_many: bool,
}

/// An active role, and the active ones that have domains or accountabilities of its own, or nearly.
#[derive(Debug, Clone, PartialEq)]
pub struct OverlapScene {
    pub role: RoleId,
    /// Each folded text once, in the order of those: a role that names them in another order is asked nothing anew.
    pub domains: Vec<RoleText>,
    pub accountabilities: Vec<Accountability>,
}

/// A task or a role that was merged, as the rules see it that look for circles.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct MergedScene<Id> {
    /// It, that in which it goes on, and so on, each with the moment of its merge, where the way leads back to it; empty where
    /// it does not.
    pub circle: Vec<(Id, At)>,
}

/// A member as rules see one.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Person {
    /// Since when they are not of the team any more.
    pub left: Option<At>,
    pub away: Option<Away>,
}

/// One task with what its rules need to know of others.
pub struct TaskScene<'a> {
    pub task: &'a Task,
    /// The members who lead it live, and those on whom its open blockers wait.
    pub people: &'a HashMap<MemberId, Person>,
    /// The tasks on which its open blockers wait; one that is not there was undone.
    pub waits: &'a HashMap<TaskId, Brief>,
    /// Who waits on whom, as far as it can be walked from this task along open blockers of live tasks.
    pub graph: &'a HashMap<TaskId, Vec<TaskId>>,
    /// Whether the team has an active role or goal at all, to which a task could belong.
    pub has_aims: bool,
    pub terms: &'a Terms,
}

/// What a line of the board tells of a task, before anything else of it is read: a rule decides by it whether to look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Glance {
    pub is_live: bool,
    pub is_led: bool,
    pub is_blocked: bool,
    pub is_due: bool,
    /// Whether it is in doing or review.
    pub is_begun: bool,
    /// Whether somebody's claim ended because they left.
    pub was_left: bool,
    /// Whether it belongs to no role and serves no goal, where the team has either.
    pub is_adrift: bool,
}

/// One role with what its rules need to know of its holders.
pub struct RoleScene<'a> {
    pub role: &'a Role,
    pub people: &'a HashMap<MemberId, Person>,
    pub terms: &'a Terms,
}

/// One goal with what its rules need to know of its tasks.
pub struct GoalScene<'a> {
    pub goal: &'a Goal,
    /// Whether any of its tasks is live.
    pub has_work: bool,
    /// When one of its tasks last came into its state.
    pub work_moved: Option<At>,
    pub terms: &'a Terms,
}

/// One decision, as the board lists it.
#[derive(Debug, Clone, PartialEq)]
pub struct DecisionScene {
    pub decision: DecisionId,
    pub is_adopted: bool,
    /// When it is looked at again, once it is adopted.
    pub review: Option<Day>,
    /// The last day of a trial that runs.
    pub trial_ends: Option<Day>,
    /// Since when the oldest open objection is there, where everybody sees it, and whose they are.
    pub objection: Option<At>,
    pub objectors: Vec<MemberId>,
    /// Until when all were to be heard.
    pub closes: Option<Day>,
    /// Whom its adoption did not wait for as gone or away, who was here by their own records and has not spoken since; with
    /// when it was adopted.
    pub excused: Vec<MemberId>,
    pub adopted: Option<At>,
}

/// One agreement, with when it is looked at again.
#[derive(Debug, Clone, PartialEq)]
pub struct AgreementScene {
    pub agreement: AgreementId,
    pub reviews: Vec<Stretch>,
}

/// One member with what they have in hand.
#[derive(Debug, Clone, PartialEq)]
pub struct MemberScene {
    pub member: MemberId,
    pub is_here: bool,
    pub limit: u32,
    /// The tasks in doing that they lead live and that nothing blocks, in the order of their ids.
    pub leads: Vec<TaskId>,
}

/// Somebody of the team, as one who may be new.
#[derive(Debug, Clone, PartialEq)]
pub struct NewcomerScene {
    pub member: MemberId,
    /// When they came to this board.
    pub came: At,
    /// When the board began; `None` where its records have not come yet.
    pub began: Option<At>,
    /// How many are of the team.
    pub people: u32,
    /// The last day on which they have a buddy who is of the team, where they have one.
    pub paired_until: Option<Day>,
}

/// A skill, and who needs, teaches and wants to learn it.
#[derive(Debug, Clone, PartialEq)]
pub struct SkillScene {
    pub skill: String,
    /// How many live tasks need it.
    pub needed_by: u32,
    /// Those of the team, in the order of their ids.
    pub teachers: Vec<MemberId>,
    pub learners: Vec<MemberId>,
}

/// The pull order as far as free hands reach, and the hands.
#[derive(Debug, Clone, PartialEq)]
pub struct OrderScene {
    /// Everybody of the team who has room for another task, with the days that they are away. Of those only who writes
    /// here: whom an import brought may never look at this board.
    pub hands: Vec<Option<Away>>,
    /// What nobody leads and nothing blocks, in the order, with the day until which it is parked. As many as there are
    /// hands, and [`NEXT`] at most, are not parked; what stands behind those is left out.
    pub next: Vec<(TaskId, Option<Day>)>,
}

/// So many tasks at most are named as those to be pulled next.
pub const NEXT: usize = super::rule::NAMED;

impl Person {
    /// When they are back; [`At::NEVER`] where they are not away, or did not say until when.
    pub fn back(&self) -> At {
        self.away.and_then(|away| away.until).map_or(At::NEVER, At::end_of)
    }
}

impl TaskScene<'_> {
    /// Whether the task is there and not finished.
    pub fn is_live(&self) -> bool {
        self.task.origin.is_some() && !self.task.is_finished()
    }

    /// When the task is back in the order: with the day until which it was parked; [`At::START`] where it is not.
    pub fn rests_until(&self) -> At {
        self.task.parked.value().map_or(At::START, |day| At::start_of(*day))
    }

    /// What is known of a member; somebody unknown is taken to be here.
    pub fn person(&self, member: MemberId) -> Person {
        self.people.get(&member).copied().unwrap_or_default()
    }
}

impl RoleScene<'_> {
    /// What is known of a member; somebody unknown is taken to be here.
    pub fn person(&self, member: MemberId) -> Person {
        self.people.get(&member).copied().unwrap_or_default()
    }
}

impl From<&Task> for Brief {
    fn from(task: &Task) -> Brief {
        let mut leads: Vec<_> = task.leads().map(|claim| claim.member).collect();
        leads.sort();
        Brief { id: task.id, state: task.state(), since: task.since, rank: task.rank().to_owned(), leads }
    }
}

impl MemberScene {
    /// Somebody with nothing in hand.
    pub fn free(member: MemberId) -> MemberScene {
        MemberScene { member, is_here: true, limit: DEFAULT_LIMIT, leads: Vec::new() }
    }
}
