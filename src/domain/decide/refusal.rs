//! Why a command is not done. `session` turns each into one line and a hint that can be typed.

use super::super::calendar::{At, Day};
use super::super::id::{AgreementId, DecisionId, MemberId, RoleId, SubjectId, TaskId, TensionId};
use super::super::meeting::{MeetingKind, Place};
use super::super::record::Record;
use super::super::settlement::WayOut;
use super::super::spoken::NoMeets;
use super::super::task::State;
use super::super::terms::{Number, Term};
use super::agreement::{DidNotWrite, NoAgreement};
use super::blocker::BlockerStep;
use super::decision::NoDecision;
use super::pairing::NoPairing;

/// Why a command is not done: nothing was changed.
#[derive(Debug, Clone, PartialEq)]
pub enum Refusal {
    /// The subject is not there any more: it was undone, or never made.
    Gone(SubjectId),
    /// What would be added bears the id of something that is known already.
    Known(SubjectId),
    HasLeft(MemberId),
    /// Whoever types it has.
    YouLeft,
    /// Who has left is not asked any more; the others may be. Empty where the lead is whoever says it: then the board
    /// is looked at for more.
    CannotBeAsked {
        task: TaskId,
        member: MemberId,
        others: Vec<MemberId>,
    },
    NameTaken(MemberId),
    AlreadyHere(MemberId),
    /// A member who writes says for themselves who they are.
    TheirsToSay {
        member: MemberId,
        into: MemberId,
    },
    OneAlready(MemberId),
    EmptyTitle,
    EmptyText,
    EmptyName,
    LongText {
        most: usize,
    },
    /// With what stays as it is.
    NothingToChange(SubjectId),
    /// The task is done or dropped.
    Finished {
        task: TaskId,
        state: State,
    },
    /// Others lead the task that would be finished, or something stops it.
    EndsForOthers {
        task: TaskId,
        to: State,
        leads: Vec<MemberId>,
        is_blocked: bool,
    },
    AlreadyIn {
        task: TaskId,
        state: State,
    },
    /// Somebody else's live claim; quiet ones can be taken over.
    Taken {
        task: TaskId,
        by: MemberId,
        lease: At,
        quiet: bool,
    },
    /// Somebody else leads a task that looks like the same work.
    LooksLike {
        task: TaskId,
        other: TaskId,
        by: MemberId,
    },
    AlreadyLead(TaskId),
    AlreadyHelping(TaskId),
    /// Renewing, giving back or offering needs a claim of one's own.
    NotYours {
        task: TaskId,
        by: Option<MemberId>,
    },
    /// Only a quiet claim can be taken over.
    NotQuiet {
        task: TaskId,
        by: MemberId,
        lease: At,
    },
    NobodyLeads(TaskId),
    OfferToSelf,
    ThanksToSelf,
    ThanksToNobody,
    /// What is between people is no part of the board.
    TensionAboutMember,
    /// A tension says what is, and what could be.
    NoCouldBe,
    /// The tension is settled, or was let go.
    TensionOver(TensionId),
    /// Whoever says it looks after the tension already.
    TensionTakenUp(TensionId),
    /// Whoever sensed the tension is here, and says when it is over.
    NotYourTension {
        tension: TensionId,
        by: MemberId,
    },
    /// With whom no pairing begins, or ends.
    Pairing {
        with: MemberId,
        why: NoPairing,
    },
    /// What is not done to a decision, and why.
    Decision {
        decision: DecisionId,
        why: NoDecision,
    },
    /// What cannot be done with an agreement.
    Agreement {
        agreement: AgreementId,
        why: NoAgreement,
    },
    /// An agreement names a decision that did not write it.
    DidNotWrite {
        decision: DecisionId,
        why: DidNotWrite,
    },
    /// It takes two to agree.
    AgreesAlone,
    /// Only an agreement on how to decide says a way, a quorum and what silence means.
    WayOfNone,
    QuorumOfNobody,
    AlreadyOffered {
        task: TaskId,
        to: MemberId,
    },
    NoOffer {
        task: TaskId,
        me: MemberId,
    },
    OfferLapsed {
        task: TaskId,
        from: MemberId,
    },
    /// The claim that was offered is not its holder's any more.
    OfferOver {
        task: TaskId,
    },
    NotBlocked(TaskId),
    /// Several open blockers: which one is said by its number.
    WhichBlocker {
        task: TaskId,
        blockers: Vec<String>,
        to: BlockerStep,
    },
    NoSuchBlocker {
        task: TaskId,
        number: usize,
        count: usize,
        to: BlockerStep,
    },
    /// The checklist has changed since it was looked at.
    NoSuchStep {
        task: TaskId,
        text: String,
    },
    /// The notes were written twice: which of them hold is said first.
    NotesTwice(TaskId),
    /// The blocker that was pointed at is over.
    BlockerOver {
        task: TaskId,
    },
    WaitsOnItself(TaskId),
    InThePast(Day),
    /// Before 1970 or after 9999.
    NoSuchDay,
    /// The end of a stretch lies before its beginning.
    EndsBeforeItBegins,
    AlreadyHolds(RoleId),
    NotHolding {
        role: RoleId,
    },
    Retired(RoleId),
    NotANumber,
    GoalOver,
    GoalInItself,
    LimitTooLow,
    /// A term has that value already.
    TermStands(Term),
    TermOutOfRange(Number),
    /// No day of the week could be told, and one at least is needed.
    NoWorkingDay,
    /// Too long for a heading, empty, or with signs that nobody can see.
    StateNameUnfit(State),
    /// Two states of one name could not be told apart.
    StateNameTaken {
        state: State,
        name: String,
        by: State,
    },
    /// When a team meets could not be told.
    NoMeets {
        kind: MeetingKind,
        why: NoMeets,
    },
    /// Another of its kind goes on.
    MeetingOpen(MeetingKind),
    MeetingOver(MeetingKind),
    /// Somebody else moved it on, to there.
    MovedOn {
        kind: MeetingKind,
        place: Place,
    },
    /// It is at its beginning.
    NothingBefore(MeetingKind),
    IsPresent {
        kind: MeetingKind,
        member: MemberId,
    },
    InTheChair(MeetingKind),
    TopicTaken(MeetingKind),
    /// Only who facilitates the next meeting can offer to swap.
    NotNextChair(MeetingKind),
    /// Nobody offered them to swap.
    NoSwap(MeetingKind),
    /// Only a retro has cards.
    NotARetro,
    /// So many columns with so many letters at most.
    ColumnsUnfit {
        columns: usize,
        letters: usize,
    },
    /// It has so many columns.
    NoColumn(usize),
    NoCard,
    /// What is written is kept in no record until all of it is shown.
    CardsHidden,
    CardsShown,
    NobodyVoted,
    /// What would be merged is one already.
    MergesIntoItself(WayOut),
    /// Who is to go on leading it does not lead it.
    LeadsNot {
        task: TaskId,
        member: MemberId,
    },
    /// It waits for the yes of those whom it binds.
    WayOffered {
        way: WayOut,
        to: Vec<MemberId>,
    },
    /// It was not offered to whoever answers, or not any more.
    NotAsked(WayOut),
    /// Others lead what would be changed, or hold it, who were not asked.
    BindsOthers {
        way: WayOut,
        members: Vec<MemberId>,
    },
    NothingToUndo,
    NothingToRedo,
    /// Somebody has built on what would be undone.
    BuiltOn {
        undone: Box<Record>,
        later: Box<Record>,
    },
}

impl Refusal {
    /// Whether all is so already that was asked for: nothing is to be done, and nothing is wrong.
    pub fn is_so_already(&self) -> bool {
        matches!(
            self,
            Refusal::NothingToChange(_)
                | Refusal::AlreadyIn { .. }
                | Refusal::AlreadyLead(_)
                | Refusal::AlreadyHelping(_)
                | Refusal::AlreadyOffered { .. }
                | Refusal::AlreadyHolds(_)
                | Refusal::AlreadyHere(_)
                | Refusal::TermStands(_)
                | Refusal::GoalOver
                | Refusal::MovedOn { .. }
                | Refusal::IsPresent { .. }
                | Refusal::InTheChair(_)
                | Refusal::TopicTaken(_)
                | Refusal::WayOffered { .. }
                | Refusal::LeadsNot { .. }
                | Refusal::TensionTakenUp(_)
                | Refusal::Pairing { why: NoPairing::Offered | NoPairing::Paired, .. }
                | Refusal::Decision { why: NoDecision::IsParty, .. }
                | Refusal::Agreement {
                    why: NoAgreement::AgreedAlready
                        | NoAgreement::LeavesAlready
                        | NoAgreement::WithdrawnAlready,
                    ..
                }
        )
    }

    /// The task to which something was to be done, where a refusal is about one.
    pub fn task(&self) -> Option<TaskId> {
        match self {
            Refusal::Finished { task, .. }
            | Refusal::EndsForOthers { task, .. }
            | Refusal::AlreadyIn { task, .. }
            | Refusal::Taken { task, .. }
            | Refusal::LooksLike { task, .. }
            | Refusal::NotYours { task, .. }
            | Refusal::NotQuiet { task, .. }
            | Refusal::AlreadyLead(task)
            | Refusal::AlreadyHelping(task)
            | Refusal::NobodyLeads(task) => Some(*task),
            _ => None,
        }
    }
}
