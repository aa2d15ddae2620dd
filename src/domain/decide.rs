//! Commands become events here, or refusals: every rule about what may happen stands in this folder.
//!
//! `decide` is pure. It sees only the subjects that its command names, as they stand inside the writing transaction,
//! so that of two people who claim at once one is told who holds it.

mod adopt;
mod agreement;
mod blocker;
mod cards;
mod chair;
mod claim;
mod decision;
mod goal;
mod meeting;
mod member;
mod merge;
mod needs;
mod pairing;
mod refusal;
mod role;
mod set_term;
mod settle;
mod stance;
mod step;
mod task;
mod tension;
mod thank;
mod undo;
mod way_out;

use std::collections::HashMap;

pub use adopt::{Asks, absence, excused, obstacle};
pub use agreement::{DidNotWrite, NoAgreement};
pub use blocker::{BlockerStep, Which};
pub use cards::RetroSetup;
pub use claim::{ClaimAs, LedAlike};
pub use decision::{NoDecision, Proposal};
pub use meeting::{Clockwork, Destination};
pub use needs::Needs;
pub use pairing::NoPairing;
pub use refusal::Refusal;
pub use step::{StepAt, StepEdit};
pub use task::{Ending, Neighbours, Place};
pub use undo::{undo, unsettles};

use needs::{NO_DAYS, NO_SUBJECTS};

use super::agreement::Agreement;
use super::calendar::{At, Day, known};
use super::decision::Decision;
use super::event::Event;
use super::field::{Registers, Value};
use super::folding::folded;
use super::goal::Goal;
use super::id::{
    AgreementId, BoardId, DecisionId, GoalId, MeetingId, MemberId, RoleId, SubjectId, TaskId, TensionId,
};
use super::meeting::Ahead;
use super::member::Member;
use super::record::Draft;
use super::role::Role;
use super::subject::{Fold, Subject};
use super::task::Task;
use super::tension::Tension;
use super::terms::{Agreed, Terms};
use crate::inert::steers;

/// The longest title, in characters: enough for any sentence, too short for a file that was pasted by mistake.
pub const TITLE_MAX: usize = 10_000;
/// The longest name of a member or a role, in characters: it stands in rows beside others.
pub const NAME_MAX: usize = 100;
/// The longest other text, in characters.
pub const TEXT_MAX: usize = 1_000_000;

/// The commands, by the file of this folder in which each stands. The `mod`s stand above, where rustfmt finds them.
macro_rules! commands {
    ($($file:ident: $($command:ident),+;)+) => {
        $(pub use $file::{$($command),+};)+

        /// What somebody wants to do. One variant a verb; what it needs to know is in its fields.
        #[derive(Debug, Clone, PartialEq)]
        pub enum Command {
            $($($command($command),)+)+
        }

        impl Command {
            fn rules(&self) -> &dyn Decide {
                match self { $($(Command::$command(command) => command,)+)+ }
            }
        }

        /// The files, for what a test asks of each command.
        #[cfg(test)]
        const SOURCES: &[&str] = &[$(include_str!(concat!("decide/", stringify!($file), ".rs"))),+];
    };
}

commands! {
    set_term: SetTerm;
    member: Join, Leave, Return, Away, EditMember, Merge;
    role: AddRole, EditRole, TakeRole, PutDown;
    goal: AddGoal, EditGoal, ReadGoal, MoveGoal;
    task: AddTask, EditTask, Move, Drop, RankTask, Park, Remark;
    step: EditSteps;
    claim: Claim, Renew, GiveBack, TakeOver, Offer, Withdraw, Accept, Decline;
    blocker: Block, Ask, Promise, Clear;
    thank: Thank;
    tension: Sense, TakeUpTension, Become, CloseTension;
    agreement: DraftAgreement, AmendAgreement, AgreeTo, LeaveAgreement, WithdrawAgreement, RenewAgreement;
    pairing: OfferPairing, AnswerPairing, EndPairing;
    meeting: StartMeeting, JoinMeeting, LeaveMeeting, MoveMeeting, TimeMeeting, ParkTopic, TakeUp, EndMeeting, JoinMeetings;
    chair: TakeChair, NextChair, OfferSwap, AcceptSwap;
    cards: AddCard, StrikeCard, GroupCards, RevealCards, CountDots, ActOn;
    decision: Propose, Amend, MoveDecision, ScheduleDecision, ShowStances, WithdrawDecision, CarryDecision;
    stance: TakeStance, TestObjection, AskDecision, AnswerDecision, JoinDecision, StepOut;
    adopt: Adopt, JudgeTrial, RenewDecision;
    settle: Settle;
    way_out: TakeWay, AnswerOffer;
}

impl Command {
    /// What must be known before it is decided.
    pub fn needs(&self) -> Needs<'_> {
        self.rules().needs()
    }
}

/// The rules of one command.
trait Decide {
    /// What must be known before it is decided.
    fn needs(&self) -> Needs<'_>;

    /// The records that it makes, or why it makes none, from what it needs.
    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal>;
}

/// What a command sees: who acts, when, the subjects that it names, and the board itself for its terms.
pub struct Scene {
    pub board: BoardId,
    pub me: MemberId,
    pub now: At,
    /// Today where the member is.
    pub today: Day,
    /// Of the place in the pull order that the command asks for.
    pub neighbours: Neighbours,
    /// Whether the member of whom that is asked has written anything.
    pub has_written: bool,
    /// What lies ahead of a meeting.
    pub ahead: Ahead,
    /// The task of others that looks most like the one of which that is asked.
    pub alike: Option<LedAlike>,
    subjects: HashMap<SubjectId, Subject>,
}

impl Scene {
    pub fn new(board: BoardId, me: MemberId, now: At, today: Day) -> Scene {
        Scene {
            board,
            me,
            now,
            today,
            neighbours: Neighbours::default(),
            has_written: false,
            ahead: Ahead::default(),
            alike: None,
            subjects: HashMap::new(),
        }
    }

    /// Brings a subject on.
    pub fn put(&mut self, id: SubjectId, subject: Subject) {
        self.subjects.insert(id, subject);
    }

    /// What the team agreed on; `None` before anything was written of it.
    fn agreed(&self) -> Option<&Agreed> {
        match self.subjects.get(&self.board.into()) {
            Some(Subject::Board(board)) => Some(&board.agreed),
            _ => None,
        }
    }

    /// The terms of the board.
    fn terms(&self) -> Terms {
        self.agreed().map(Agreed::terms).unwrap_or_default()
    }

    /// Of an id that was drawn for something new, nothing may be known, not even what was undone: the record that adds
    /// it would become another of that subject, and of two things one would be made.
    fn unknown(&self, id: impl Into<SubjectId>) -> Result<(), Refusal> {
        let id = id.into();
        if self.subjects.contains_key(&id) { Err(Refusal::Known(id)) } else { Ok(()) }
    }

    /// A subject of any kind that is on the board.
    fn there(&self, id: SubjectId) -> Result<&Subject, Refusal> {
        self.subjects.get(&id).filter(|subject| subject.exists()).ok_or(Refusal::Gone(id))
    }

    fn task(&self, id: TaskId) -> Result<&Task, Refusal> {
        match self.subjects.get(&id.into()) {
            Some(Subject::Task(task)) if task.origin.is_some() => Ok(task),
            _ => Err(Refusal::Gone(id.into())),
        }
    }

    /// A task that is not finished: nobody claims or blocks what is over.
    fn live_task(&self, id: TaskId) -> Result<&Task, Refusal> {
        let task = self.task(id)?;
        if task.is_finished() { Err(Refusal::Finished { task: id, state: task.state() }) } else { Ok(task) }
    }

    /// Somebody else of exactly this name: two of one could not be told apart.
    fn other_called(&self, name: &str) -> Option<MemberId> {
        let name = folded(name.trim());
        let is_called = |(id, subject): (&SubjectId, &Subject)| match subject {
            Subject::Member(member) if folded(member.name()) == name => Some(MemberId::from(*id)),
            _ => None,
        };
        self.subjects.iter().filter_map(is_called).find(|id| *id != self.me)
    }

    /// The tasks that were brought on, by id.
    fn tasks(&self) -> Vec<(TaskId, &Task)> {
        let ids = self.subjects.keys().map(|id| TaskId::from(*id));
        let mut tasks: Vec<_> = ids.filter_map(|id| Some((id, self.task(id).ok()?))).collect();
        tasks.sort_by_key(|(id, _)| *id);
        tasks
    }

    /// The roles that were brought on, by id.
    fn roles(&self) -> Vec<(RoleId, &Role)> {
        let ids = self.subjects.keys().map(|id| RoleId::from(*id));
        let mut roles: Vec<_> = ids.filter_map(|id| Some((id, self.role(id).ok()?))).collect();
        roles.sort_by_key(|(id, _)| *id);
        roles
    }

    fn role(&self, id: RoleId) -> Result<&Role, Refusal> {
        match self.subjects.get(&id.into()) {
            Some(Subject::Role(role)) if role.origin.is_some() => Ok(role),
            _ => Err(Refusal::Gone(id.into())),
        }
    }

    fn goal(&self, id: GoalId) -> Result<&Goal, Refusal> {
        match self.subjects.get(&id.into()) {
            Some(Subject::Goal(goal)) if goal.origin.is_some() => Ok(goal),
            _ => Err(Refusal::Gone(id.into())),
        }
    }

    fn tension(&self, id: TensionId) -> Result<&Tension, Refusal> {
        match self.subjects.get(&id.into()) {
            Some(Subject::Tension(tension)) if tension.origin.is_some() => Ok(tension),
            _ => Err(Refusal::Gone(id.into())),
        }
    }

    fn decision(&self, id: DecisionId) -> Result<&Decision, Refusal> {
        match self.subjects.get(&id.into()) {
            Some(Subject::Decision(decision)) if decision.origin.is_some() => Ok(decision),
            _ => Err(Refusal::Gone(id.into())),
        }
    }

    fn agreement(&self, id: AgreementId) -> Result<&Agreement, Refusal> {
        match self.subjects.get(&id.into()) {
            Some(Subject::Agreement(agreement)) if agreement.origin.is_some() => Ok(agreement),
            _ => Err(Refusal::Gone(id.into())),
        }
    }

    fn member(&self, id: MemberId) -> Result<&Member, Refusal> {
        match self.subjects.get(&id.into()) {
            Some(Subject::Member(member)) if member.exists() => Ok(member),
            _ => Err(Refusal::Gone(id.into())),
        }
    }

    /// Somebody who is of the team now.
    fn member_here(&self, id: MemberId) -> Result<&Member, Refusal> {
        let member = self.member(id)?;
        if member.is_here() { Ok(member) } else { Err(Refusal::HasLeft(id)) }
    }
}

/// The records that a command makes, or why it makes none. Never none without a reason.
pub fn decide(command: &Command, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
    if !matches!(command, Command::Join(_) | Command::Return(_)) {
        scene.member_here(scene.me).map_err(|refusal| match refusal {
            Refusal::HasLeft(_) => Refusal::YouLeft,
            other => other,
        })?;
    }
    if command.needs().days.into_iter().any(|day| known(day).is_none()) {
        return Err(Refusal::NoSuchDay);
    }
    command.rules().decide(scene)
}

/// A title as it is kept: without blanks at its ends, neither empty nor endless.
pub(super) fn title(text: &str) -> Result<String, Refusal> {
    let text = text.trim();
    if is_blank(text) {
        return Err(Refusal::EmptyTitle);
    }
    match text.chars().take(TITLE_MAX + 1).count() {
        n if n > TITLE_MAX => Err(Refusal::LongText { most: TITLE_MAX }),
        _ => Ok(text.to_owned()),
    }
}

/// The name of a member or a role, as it is kept.
pub(super) fn name(text: &str) -> Result<String, Refusal> {
    let name = title(text).map_err(|refusal| match refusal {
        Refusal::EmptyTitle => Refusal::EmptyName,
        Refusal::LongText { .. } => Refusal::LongText { most: NAME_MAX },
        other => other,
    })?;
    if name.chars().count() > NAME_MAX { Err(Refusal::LongText { most: NAME_MAX }) } else { Ok(name) }
}

/// Whether nobody could see the text, or say it.
fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || steers(c))
}

/// Any other text: it may be long, but not endless.
fn text(text: &str) -> Result<String, Refusal> {
    let text = text.trim();
    if text.len() > TEXT_MAX && text.chars().take(TEXT_MAX + 1).count() > TEXT_MAX {
        return Err(Refusal::LongText { most: TEXT_MAX });
    }
    Ok(text.to_owned())
}

/// A text that must say something.
fn said(said: &str) -> Result<String, Refusal> {
    let said = text(said)?;
    if is_blank(&said) { Err(Refusal::EmptyText) } else { Ok(said) }
}

/// A text that may be left out; blank is left out.
pub(super) fn maybe(said: &Option<String>) -> Result<Option<String>, Refusal> {
    Ok(said.as_deref().map(text).transpose()?.filter(|text| !text.is_empty()))
}

/// JSON has no way to write an endless number, and nothing has a use for one.
pub(super) fn number(value: f64) -> Result<f64, Refusal> {
    if value.is_finite() { Ok(value) } else { Err(Refusal::NotANumber) }
}

/// A list of texts, without blank or repeated ones.
pub(super) fn list(items: &[String]) -> Result<Vec<String>, Refusal> {
    let mut kept: Vec<String> = Vec::with_capacity(items.len());
    for item in items {
        let item = title_or_blank(item)?;
        if !item.is_empty() && !kept.contains(&item) {
            kept.push(item);
        }
    }
    Ok(kept)
}

fn title_or_blank(text: &str) -> Result<String, Refusal> {
    if is_blank(text) { Ok(String::new()) } else { title(text) }
}

/// The record of an edit: of what it changes, naming what it supersedes.
fn edited<R: Registers>(
    subject: impl Into<SubjectId>,
    registers: &R,
    edit: &R::Edited,
) -> Result<Vec<Draft>, Refusal>
where
    R::Edited: Into<Event>,
{
    let subject = subject.into();
    let (new, seen) = registers.changed_by(edit)?;
    if new == R::Edited::default() {
        return Err(Refusal::NothingToChange(subject));
    }
    Ok(vec![Draft::new(subject, new).ending(seen)])
}

/// Refuses values that name a role or a goal that is not there.
fn are_there<F>(values: &[(F, Value)], scene: &Scene) -> Result<(), Refusal> {
    for subject in values.iter().filter_map(|(_, value)| value.subject()) {
        if let Some(role) = subject.typed() {
            scene.role(role)?;
        }
        if let Some(goal) = subject.typed() {
            scene.goal(goal)?;
        }
    }
    Ok(())
}
