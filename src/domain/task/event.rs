//! The events of a task: their payloads, and what is to be known of each besides its effect.

use serde::{Deserialize, Serialize};

use super::{End, LeaseTerms, Part, State};
use crate::domain::calendar::{At, Day};
use crate::domain::event::{Event, EventFacts, events, payloads};
use crate::domain::id::{MemberId, RecordId, SubjectId, TaskId};
use crate::domain::rank::Rank;

pub use super::fields::{TaskAdded, TaskEdited};

events! {
    /// What happens to a task.
    TaskEvent of Task {
        Added(TaskAdded) = "task.added",
        Edited(TaskEdited) = "task.edited",
        Moved(TaskMoved) = "task.moved",
        Ranked(TaskRanked) = "task.ranked",
        Parked(TaskParked) = "task.parked",
        Claimed(TaskClaimed) = "task.claimed",
        Renewed(TaskRenewed) = "task.renewed",
        GivenBack(TaskGivenBack) = "task.given_back",
        Offered(TaskOffered) = "task.offered",
        OfferAccepted(OfferAccepted) = "task.offer_accepted",
        OfferDeclined(OfferDeclined) = "task.offer_declined",
        OfferWithdrawn(OfferWithdrawn) = "task.offer_withdrawn",
        Blocked(TaskBlocked) = "task.blocked",
        BlockerAsked(BlockerAsked) = "task.blocker_asked",
        BlockerPromised(BlockerPromised) = "task.blocker_promised",
        BlockerCleared(BlockerCleared) = "task.blocker_cleared",
        BlockerWithdrawn(BlockerWithdrawn) = "task.blocker_withdrawn",
        BlockerTurned(BlockerTurned) = "task.blocker_turned",
        Remarked(TaskRemarked) = "task.remarked",
        Merged(TaskMerged) = "task.merged",
        TookIn(TaskTookIn) = "task.took_in",
    }
}

payloads! {
    TaskMoved { must to: State, may reason: String, list led: MemberId, imported, }
    TaskRanked { must rank: Rank, may reason: String, imported, }
    /// Parked until a day; absent means back in the order.
    TaskParked { may_day until: Day, imported, }
    /// A promise taken by oneself. `terms` are those under which it is made, where the team has its own. `saw` are the live leads that the author saw; what a take-over ends stands in the
    /// record's `x`. `by`, `at`, `ended` and `end` only where a board comes from elsewhere.
    TaskClaimed {
        must part: Part, list saw: RecordId, must lease: At, may contest: String, may note: String,
        may ended: At, may end: End, may terms: LeaseTerms, imported,
    }
    TaskRenewed { must claim: RecordId, must lease: At, may terms: LeaseTerms, imported, }
    TaskGivenBack { must claim: RecordId, must end: End, may note: String, imported, }
    /// A lead offers the claim to another, who accepts or declines.
    TaskOffered {
        must claim: RecordId, must to: MemberId, may note: String, imported,
    }
    /// The old claim ends and the new one begins in this one record.
    OfferAccepted { must offer: RecordId, must claim: RecordId, must lease: At, may terms: LeaseTerms, imported, }
    OfferDeclined { must offer: RecordId, may reason: String, imported, }
    OfferWithdrawn { must offer: RecordId, imported, }
    /// Something stops the task.
    TaskBlocked { must what: String, may on: WaitsOn, imported, }
    BlockerAsked { must blocker: RecordId, imported, }
    BlockerPromised { must blocker: RecordId, must_day until: Day, imported, }
    BlockerCleared { must blocker: RecordId, may how: String, imported, }
    BlockerWithdrawn { must blocker: RecordId, imported, }
    /// It waits on something else from now on: the task on which it waited goes on there.
    BlockerTurned { must blocker: RecordId, must on: WaitsOn, imported, }
    TaskRemarked { must text: String, imported, }
    /// It is the same work as another task, and goes on there.
    TaskMerged { must into: TaskId, imported, }
    /// Another task goes on in this one, with what still stops it.
    TaskTookIn { must task: TaskId, list blockers: OpenBlocker, imported, }
}

payloads! {
    /// A blocker that moves with its task: known by the record that raised it, as whoever asks or clears it names that.
    OpenBlocker {
        must id: RecordId, must what: String, may on: WaitsOn, must by: MemberId, must raised: At, may asked: At,
        may first_asked: At, may_day promised: Day,
    }
}

impl TaskEvent {
    /// What is to be known of it besides its effect.
    pub fn facts(&self) -> EventFacts<'_> {
        match self {
            TaskEvent::Added(e) => {
                EventFacts::makes().naming([e.role.map(Into::into), e.goal.map(Into::into)]).at(e.at)
            }
            TaskEvent::Edited(e) => EventFacts::progress()
                .naming([e.role.flatten().map(Into::into), e.goal.flatten().map(Into::into)])
                .imported(e.by, e.at, &e.from),
            TaskEvent::Moved(e) => EventFacts::progress().naming_all(&e.led).imported(e.by, e.at, &e.from),
            TaskEvent::Ranked(e) => EventFacts::progress().imported(e.by, e.at, &e.from),
            TaskEvent::Parked(e) => EventFacts::progress().imported(e.by, e.at, &e.from),
            TaskEvent::Claimed(e) => {
                EventFacts::progress().naming([e.by.map(Into::into), None]).imported(e.by, e.at, &e.from)
            }
            TaskEvent::Renewed(e) => EventFacts::progress().rests_on(e.claim).imported(e.by, e.at, &e.from),
            TaskEvent::GivenBack(e) => EventFacts::progress().rests_on(e.claim).imported(e.by, e.at, &e.from),
            TaskEvent::Offered(e) => EventFacts::progress()
                .rests_on(e.claim)
                .naming([Some(e.to.into()), None])
                .imported(e.by, e.at, &e.from),
            TaskEvent::OfferAccepted(e) => {
                EventFacts::progress().rests_on(e.offer).imported(e.by, e.at, &e.from)
            }
            TaskEvent::OfferDeclined(e) => {
                EventFacts::progress().rests_on(e.offer).imported(e.by, e.at, &e.from)
            }
            TaskEvent::OfferWithdrawn(e) => {
                EventFacts::progress().rests_on(e.offer).imported(e.by, e.at, &e.from)
            }
            TaskEvent::Blocked(e) => EventFacts::progress()
                .naming([e.on.as_ref().and_then(WaitsOn::subject), None])
                .imported(e.by, e.at, &e.from),
            TaskEvent::BlockerAsked(e) => {
                EventFacts::plain().rests_on(e.blocker).imported(e.by, e.at, &e.from)
            }
            TaskEvent::BlockerPromised(e) => {
                EventFacts::progress().rests_on(e.blocker).imported(e.by, e.at, &e.from)
            }
            TaskEvent::BlockerCleared(e) => {
                EventFacts::progress().rests_on(e.blocker).imported(e.by, e.at, &e.from)
            }
            TaskEvent::BlockerWithdrawn(e) => {
                EventFacts::progress().rests_on(e.blocker).imported(e.by, e.at, &e.from)
            }
            TaskEvent::BlockerTurned(e) => EventFacts::plain()
                .rests_on(e.blocker)
                .naming([e.on.subject(), None])
                .imported(e.by, e.at, &e.from),
            TaskEvent::Remarked(e) => EventFacts::plain().imported(e.by, e.at, &e.from),
            TaskEvent::Merged(e) => {
                EventFacts::plain().naming([Some(e.into.into()), None]).imported(e.by, e.at, &e.from)
            }
            TaskEvent::TookIn(e) => {
                EventFacts::plain().naming([Some(e.task.into()), None]).imported(e.by, e.at, &e.from)
            }
        }
    }

    /// The offer that it answers, or the blocker of which it says how it goes on: who that concerns stands there.
    pub fn answers(&self) -> Option<RecordId> {
        match self {
            TaskEvent::OfferAccepted(e) => Some(e.offer),
            TaskEvent::OfferDeclined(e) => Some(e.offer),
            TaskEvent::OfferWithdrawn(e) => Some(e.offer),
            TaskEvent::BlockerAsked(e) => Some(e.blocker),
            TaskEvent::BlockerPromised(e) => Some(e.blocker),
            TaskEvent::BlockerCleared(e) => Some(e.blocker),
            TaskEvent::BlockerWithdrawn(e) => Some(e.blocker),
            TaskEvent::BlockerTurned(e) => Some(e.blocker),
            TaskEvent::Added(_)
            | TaskEvent::Edited(_)
            | TaskEvent::Moved(_)
            | TaskEvent::Ranked(_)
            | TaskEvent::Parked(_)
            | TaskEvent::Claimed(_)
            | TaskEvent::Renewed(_)
            | TaskEvent::GivenBack(_)
            | TaskEvent::Offered(_)
            | TaskEvent::Blocked(_)
            | TaskEvent::Remarked(_)
            | TaskEvent::Merged(_)
            | TaskEvent::TookIn(_) => None,
        }
    }
}

/// On whom or what a blocker waits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WaitsOn {
    Member(MemberId),
    Task(TaskId),
    /// Somebody or something that is not on the board.
    Other(String),
}

impl WaitsOn {
    /// Whom or what of the board.
    pub fn subject(&self) -> Option<SubjectId> {
        match self {
            WaitsOn::Member(id) => Some((*id).into()),
            WaitsOn::Task(id) => Some((*id).into()),
            WaitsOn::Other(_) => None,
        }
    }
}

/// What happened to one step of a checklist, with its words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StepChange {
    Added(String),
    Ticked(String),
    /// Its tick was taken away.
    Opened(String),
    /// With its new words.
    Renamed(String),
    Removed(String),
}

impl TaskClaimed {
    /// A claim that its member makes here and now, under the terms of every team, beside no lead that they know of.
    pub fn new(part: Part, lease: At) -> TaskClaimed {
        TaskClaimed {
            part,
            saw: Vec::new(),
            lease,
            contest: None,
            note: None,
            by: None,
            at: None,
            ended: None,
            end: None,
            terms: None,
            from: None,
        }
    }
}
