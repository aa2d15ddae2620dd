//! What the rules see: plain values, gathered by `store` for one anchor, or by a test from three lines.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::domain::agreement::Stretch;
use crate::domain::board::Board;
use crate::domain::calendar::{At, Day};
use crate::domain::event::WaitsOn;
use crate::domain::folding::folded;
use crate::domain::goal::{Goal, GoalState};
use crate::domain::id::{AgreementId, DecisionId, GoalId, MemberId, RoleId, TaskId};
use crate::domain::member::{Away, DEFAULT_LIMIT, Member};
use crate::domain::rank::Rank;
use crate::domain::role::{Role, RoleState};
use crate::domain::subject::{Fold, Subject};
use crate::domain::task::{State, Task};
use crate::domain::terms::Terms;

/// What findings hang on.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Anchor {
    Task(TaskId),
    /// The live tasks with this folded title.
    Title(String),
    /// The live tasks with this link.
    Link(String),
    /// A led live task, and those with titles that are alike to its own.
    Alike(TaskId),
    /// A task that was merged into another one.
    Merged(TaskId),
    /// A role that was merged into another one.
    MergedRole(RoleId),
    Role(RoleId),
    /// An active role, and those that have domains or accountabilities of its own, or nearly.
    Overlaps(RoleId),
    Goal(GoalId),
    Decision(DecisionId),
    Agreement(AgreementId),
    Member(MemberId),
    /// Somebody of the team, as one who may be new, and their buddies.
    Newcomer(MemberId),
    /// The live tasks that need this skill, as they write it, and the members who teach it or want to learn it.
    Skill(String),
    /// The pull order, and the hands that are free for it.
    Order,
}

/// What a change touches: anchors, and what only the store can look up.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Touch {
    Anchor(Anchor),
    /// What is kept of this task as one that somebody leads, and every task with a title that is or was alike to its own.
    Alike(TaskId),
    /// Every task in which this one goes on, and those with a kept finding that speaks of it as one of a circle.
    MergedWith(TaskId),
    /// The same of roles.
    RolesMergedWith(RoleId),
    /// Every active role with a domain that folds to this text.
    Domain(String),
    /// Every active role with an accountability that folds to this text, or is or was alike to it; and what is kept of it.
    Accountability(String),
    /// Every task with an open blocker on this one, and every task with a kept finding that speaks of it: a circle that it
    /// was part of.
    WaitersOn(TaskId),
    /// Every circle that it is part of now: it waits on other tasks than before.
    CirclesOf(TaskId),
    /// Every task that this member leads.
    LedBy(MemberId),
    /// Every role that this member holds.
    HeldBy(MemberId),
    /// Every task with an open blocker on this member.
    AwaitedFrom(MemberId),
    /// Every adopted decision of which this member is a party that was not waited for.
    ExcusedIn(MemberId),
    /// Everybody whose buddy this member is.
    PairedWith(MemberId),
    /// Everybody of the team, where it has come to be large enough for buddies, or is so no more.
    Newcomers,
    /// Every agreement: who is of the team is another one than before.
    Agreements,
    /// Every agreement that this decision wrote, or one whose place it took.
    WrittenBy(DecisionId),
    /// Every skill that tasks need and that folds to this text.
    SkillLike(String),
    /// Every task that belongs to no role and serves no goal, where the team has come to have either, or has none any more.
    Adrift,
    /// All there is: the team asks otherwise than before.
    Everything,
}

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

/// What must be looked at again after a subject changed from `before` to `after`.
pub fn touched(before: Option<&Subject>, after: &Subject) -> BTreeSet<Touch> {
    let mut touches = BTreeSet::new();
    for subject in before.into_iter().chain([after]) {
        touch(subject, &mut touches);
    }
    if let Subject::Role(after) = after {
        touches.extend(overlaps(before, after));
    }
    match (before, after) {
        (Some(Subject::Task(before)), Subject::Task(after)) => {
            let shown = |task: &Task| {
                let leads: Vec<_> = task.leads().map(|claim| claim.member).collect();
                (task.origin.is_some(), task.state(), task.since, task.rank().to_owned(), leads)
            };
            if shown(before) != shown(after) || blocks(before) != blocks(after) {
                touches.insert(Touch::WaitersOn(after.id));
            }
            if blocks(before) != blocks(after) && !blocks(after).is_empty() {
                touches.insert(Touch::CirclesOf(after.id));
            }
        }
        (_, Subject::Task(task)) => {
            touches.insert(Touch::WaitersOn(task.id));
            if !blocks(task).is_empty() {
                touches.insert(Touch::CirclesOf(task.id));
            }
        }
        (Some(Subject::Member(before)), Subject::Member(after)) => {
            let shown = |m: &Member| (m.left, m.away.value().copied(), m.limit(), m.exists());
            if shown(before) != shown(after) {
                touches.extend(around(after.id));
            }
            if before.is_here() != after.is_here() {
                touches.extend([Touch::PairedWith(after.id), Touch::Newcomers, Touch::Agreements]);
            }
            if shown(before) != shown(after) || !known(before).eq(known(after)) {
                touches.extend(known(before).chain(known(after)).map(Touch::SkillLike));
            }
        }
        (before, Subject::Role(_) | Subject::Goal(_)) if before.is_some_and(is_aim) != is_aim(after) => {
            touches.insert(Touch::Adrift);
        }
        (before, Subject::Board(after)) => {
            let terms = |board: &Board| board.agreed.terms();
            let (before, began) = match before {
                Some(Subject::Board(before)) => (terms(before), before.began),
                _ => (Terms::default(), None),
            };
            if !terms(after).asks_as(&before) || began != after.began {
                touches.insert(Touch::Everything);
            }
        }
        // What they claim and hold may have come before them.
        (None, Subject::Member(member)) => {
            touches.extend(around(member.id));
            touches.extend([Touch::PairedWith(member.id), Touch::Newcomers, Touch::Agreements]);
            touches.extend(known(member).map(Touch::SkillLike));
        }
        _ => {}
    }
    touches
}

/// What sees the texts of a role, as far as they are others than before.
fn overlaps(before: Option<&Subject>, after: &Role) -> BTreeSet<Touch> {
    let shown = |role: &Role| {
        let is_active = role.state() == RoleState::Active;
        role.origin
            .filter(|_| is_active)
            .map(|origin| (origin.at, role.domains().to_owned(), role.accountabilities().to_owned()))
    };
    let before = match before {
        Some(Subject::Role(before)) => shown(before),
        _ => None,
    };
    let after_all = shown(after);
    let mut touches = BTreeSet::new();
    if before != after_all {
        touches.insert(Touch::Anchor(Anchor::Overlaps(after.id)));
        for (_, domains, accountabilities) in before.into_iter().chain(after_all) {
            touches.extend(domains.iter().map(|text| Touch::Domain(folded(text))));
            touches.extend(accountabilities.iter().map(|text| Touch::Accountability(folded(text))));
        }
    }
    touches
}

/// What sees whether a member is here.
fn around(member: MemberId) -> [Touch; 4] {
    [Touch::LedBy(member), Touch::HeldBy(member), Touch::AwaitedFrom(member), Touch::Anchor(Anchor::Order)]
}

/// Whether it is something to which tasks can belong now.
fn is_aim(subject: &Subject) -> bool {
    subject.exists()
        && match subject {
            Subject::Role(role) => role.state() == RoleState::Active,
            Subject::Goal(goal) => goal.state() == GoalState::Active,
            _ => false,
        }
}

/// What a member teaches and wants to learn, folded.
fn known(member: &Member) -> impl Iterator<Item = String> + '_ {
    [member.teaches(), member.learns()].into_iter().flatten().map(|skill| folded(skill))
}

fn blocks(task: &Task) -> Vec<Option<&WaitsOn>> {
    if task.is_finished() { Vec::new() } else { task.open_blockers().map(|b| b.on.as_ref()).collect() }
}

fn touch(subject: &Subject, touches: &mut BTreeSet<Touch>) {
    let mut anchor = |anchor| {
        touches.insert(Touch::Anchor(anchor));
    };
    match subject {
        Subject::Board(_)
        | Subject::Tension(_)
        | Subject::Thanks(_)
        | Subject::Meeting(_)
        | Subject::Settlement(_) => {}
        Subject::Pairing(pairing) => {
            if let Some(with) = pairing.with {
                anchor(Anchor::Newcomer(with));
            }
        }
        Subject::Member(member) => {
            anchor(Anchor::Member(member.id));
            anchor(Anchor::Newcomer(member.id));
            touches.insert(Touch::ExcusedIn(member.id));
        }
        Subject::Role(role) => {
            anchor(Anchor::Role(role.id));
            if role.merged_into.is_some() {
                touches.insert(Touch::RolesMergedWith(role.id));
            }
        }
        Subject::Goal(goal) => anchor(Anchor::Goal(goal.id)),
        Subject::Decision(decision) => {
            anchor(Anchor::Decision(decision.id));
            touches.insert(Touch::WrittenBy(decision.id));
        }
        Subject::Agreement(agreement) => anchor(Anchor::Agreement(agreement.id)),
        Subject::Task(task) => {
            anchor(Anchor::Task(task.id));
            // What is finished is compared with nothing; its state before, if it was live, is touched for itself.
            if !task.is_finished() {
                anchor(Anchor::Title(folded(task.title())));
                for link in task.links() {
                    anchor(Anchor::Link(link.clone()));
                }
                for skill in task.skills() {
                    anchor(Anchor::Skill(skill.clone()));
                }
            }
            if let Some(goal) = task.goal.value() {
                anchor(Anchor::Goal(*goal));
            }
            for claim in &task.claims {
                anchor(Anchor::Member(claim.member));
            }
            touches.insert(Touch::Anchor(Anchor::Order));
            if task.merged_into.is_some() {
                touches.insert(Touch::MergedWith(task.id));
            }
            if !task.is_finished() && task.leads().next().is_some() {
                touches.insert(Touch::Alike(task.id));
            }
        }
    }
}

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

#[cfg(test)]
mod tests {
    use super::super::sketch::{AYU, TaskSketch, nov, task_id};
    use super::*;

    #[test]
    fn who_waits_on_a_task_is_told_of_all_that_they_see_of_it() {
        let subject = |task: TaskSketch| Subject::Task(Box::new(task.task().clone()));
        let made = || TaskSketch::made(1, nov(2, 9));
        let doing = |hour| subject(made().moved(AYU, State::Doing, nov(16, hour)));
        let waiters = Touch::WaitersOn(task_id(1));
        for (before, after) in [
            (subject(made()), doing(9)),
            (doing(9), doing(10)),
            (subject(made()), subject(made().lead(AYU, nov(16, 9)))),
        ] {
            assert!(touched(Some(&before), &after).contains(&waiters), "{after:?}");
        }
        assert!(!touched(Some(&subject(made())), &subject(made().due(20))).contains(&waiters));
    }
}
