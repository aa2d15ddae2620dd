//! Everything that can happen on a board. The wire names are frozen: a released one never changes.
//!
//! A field that may be emptied is `Option<Option<T>>`: absent means untouched, `null` means emptied. What an importer
//! brings carries who and when of its source (`by`, `at`), because the record's own author and time are the import's.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize};
use serde_json::value::{RawValue, to_raw_value};

use super::calendar::{At, Day, known};
use super::goal::{GoalState, Horizon};
use super::id::{GoalId, MemberId, RecordId, RoleId, SubjectId, TaskId};
use super::rank::Rank;
use super::role::RoleState;
use super::settlement::Verdict;
use super::subject::Kind;
use super::task::{End, LeaseTerms, Part, State};
use super::week::Week;

macro_rules! events {
    ($($variant:ident = $wire:literal of $kind:ident),+ $(,)?) => {
        /// What happened.
        #[derive(Debug, Clone, PartialEq)]
        pub enum Event {
            $($variant($variant)),+
        }

        impl Event {
            /// The frozen wire name.
            pub fn kind(&self) -> &'static str {
                match self { $(Event::$variant(_) => $wire),+ }
            }

            /// The kind of the subject to which this happens; `None` where any can be meant.
            pub fn subject_kind(&self) -> Option<Kind> {
                match self { $(Event::$variant(_) => events!(@kind $kind)),+ }
            }

            /// The data on the wire.
            pub fn data(&self) -> Box<RawValue> {
                match self { $(Event::$variant(data) => to_raw_value(data)),+ }
                    .expect("events have text keys and finite numbers")
            }

            /// The event of a wire name and its data; `None` where this version does not know them.
            pub fn read(kind: &str, data: &RawValue) -> Option<Event> {
                match kind {
                    $($wire => serde_json::from_str(data.get()).ok().map(Event::$variant),)+
                    _ => None,
                }
            }
        }
    };
    (@kind Any) => { None };
    (@kind $kind:ident) => { Some(Kind::$kind) };
}

events! {
    BoardStarted = "board.started" of Board,
    BoardAgreed = "board.agreed" of Board,
    MemberJoined = "member.joined" of Member,
    MemberEdited = "member.edited" of Member,
    MemberAway = "member.away" of Member,
    MemberLeft = "member.left" of Member,
    MemberReturned = "member.returned" of Member,
    MemberDevice = "member.device" of Member,
    RoleAdded = "role.added" of Role,
    RoleEdited = "role.edited" of Role,
    RoleTaken = "role.taken" of Role,
    RolePutDown = "role.put_down" of Role,
    GoalAdded = "goal.added" of Goal,
    GoalEdited = "goal.edited" of Goal,
    GoalRead = "goal.read" of Goal,
    GoalMoved = "goal.moved" of Goal,
    TaskAdded = "task.added" of Task,
    TaskEdited = "task.edited" of Task,
    TaskMoved = "task.moved" of Task,
    TaskRanked = "task.ranked" of Task,
    TaskParked = "task.parked" of Task,
    TaskClaimed = "task.claimed" of Task,
    TaskRenewed = "task.renewed" of Task,
    TaskGivenBack = "task.given_back" of Task,
    TaskOffered = "task.offered" of Task,
    OfferAccepted = "task.offer_accepted" of Task,
    OfferDeclined = "task.offer_declined" of Task,
    OfferWithdrawn = "task.offer_withdrawn" of Task,
    TaskBlocked = "task.blocked" of Task,
    BlockerAsked = "task.blocker_asked" of Task,
    BlockerPromised = "task.blocker_promised" of Task,
    BlockerCleared = "task.blocker_cleared" of Task,
    BlockerWithdrawn = "task.blocker_withdrawn" of Task,
    TaskRemarked = "task.remarked" of Task,
    FindingSettled = "finding.settled" of Settlement,
    RecordUndone = "record.undone" of Any,
}

/// Reads a present field as `Some`, also where it is `null`: that is how a field is emptied.
fn present<'de, T: Deserialize<'de>, D: Deserializer<'de>>(d: D) -> Result<Option<Option<T>>, D::Error> {
    Option::deserialize(d).map(Some)
}

/// A day that nobody can mean says nothing: the rest of the record holds.
fn may_day<'de, D: Deserializer<'de>>(d: D) -> Result<Option<Day>, D::Error> {
    Ok(Option::<Day>::deserialize(d)?.and_then(known))
}

/// The same of a day that may be emptied: one that nobody can mean leaves the field as it was.
fn clear_day<'de, D: Deserializer<'de>>(d: D) -> Result<Option<Option<Day>>, D::Error> {
    Ok(match Option::<Day>::deserialize(d)? {
        Some(day) => known(day).map(Some),
        None => Some(None),
    })
}

/// The same where the record is about nothing else: without the day it has no effect.
fn must_day<'de, D: Deserializer<'de>>(d: D) -> Result<Day, D::Error> {
    known(Day::deserialize(d)?).ok_or_else(|| serde::de::Error::custom("a day that nobody can mean"))
}

macro_rules! payloads {
    ($($(#[$doc:meta])* $name:ident { $($body:tt)* })+) => {$(
        payloads!(@fields [$(#[$doc])* $name] [] $($body)*);
    )+};
    // Fields that must be there, may be there, are there when not empty (a list, or a map), and may also be emptied. Days
    // are looked at.
    (@fields $head:tt [$($done:tt)*] must $field:ident: $type:ty, $($rest:tt)*) => {
        payloads!(@fields $head [$($done)* pub $field: $type,] $($rest)*);
    };
    (@fields $head:tt [$($done:tt)*] may $field:ident: $type:ty, $($rest:tt)*) => {
        payloads!(@fields $head [$($done)*
            #[serde(default, skip_serializing_if = "Option::is_none")] pub $field: Option<$type>,] $($rest)*);
    };
    (@fields $head:tt [$($done:tt)*] list $field:ident: $type:ty, $($rest:tt)*) => {
        payloads!(@fields $head [$($done)*
            #[serde(default, skip_serializing_if = "Vec::is_empty")] pub $field: Vec<$type>,] $($rest)*);
    };
    (@fields $head:tt [$($done:tt)*] clear $field:ident: $type:ty, $($rest:tt)*) => {
        payloads!(@fields $head [$($done)*
            #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
            pub $field: Option<Option<$type>>,] $($rest)*);
    };
    (@fields $head:tt [$($done:tt)*] must_day $field:ident: $type:ty, $($rest:tt)*) => {
        payloads!(@fields $head [$($done)*
            #[serde(deserialize_with = "must_day")] pub $field: $type,] $($rest)*);
    };
    (@fields $head:tt [$($done:tt)*] may_day $field:ident: $type:ty, $($rest:tt)*) => {
        payloads!(@fields $head [$($done)*
            #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "may_day")]
            pub $field: Option<$type>,] $($rest)*);
    };
    (@fields $head:tt [$($done:tt)*] clear_day $field:ident: $type:ty, $($rest:tt)*) => {
        payloads!(@fields $head [$($done)*
            #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "clear_day")]
            pub $field: Option<Option<$type>>,] $($rest)*);
    };
    (@fields $head:tt [$($done:tt)*] map $field:ident: $type:ty, $($rest:tt)*) => {
        payloads!(@fields $head [$($done)*
            #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
            pub $field: BTreeMap<String, $type>,] $($rest)*);
    };
    (@fields [$(#[$doc:meta])* $name:ident] [$($done:tt)*]) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
        pub struct $name { $($done)* }
    };
}

payloads! {
    /// A team's board begins.
    BoardStarted { must name: String, }
    /// The team agrees on terms of its own, by their names; `null` goes back to the default. `was` tells what held
    /// before, for the sentence.
    BoardAgreed { map terms: Option<u32>, clear week: Week, map states: Option<String>, map was: String, }
    /// A person joins; `source` is the key under which another tool knew them.
    MemberJoined { must name: String, may initials: String, may source: String, may at: At, }
    /// A member writes about themselves.
    MemberEdited {
        may name: String, clear initials: String, may limit: u32, clear contact: String,
        may teaches: Vec<String>, may learns: Vec<String>,
    }
    /// Away from a day, until the day of return; both absent means back.
    MemberAway { may_day from: Day, may_day until: Day, }
    MemberLeft { may at: At, }
    MemberReturned {}
    /// The first record of a replica: whose it is, and under which key (ed25519, in hexadecimal digits) it writes.
    MemberDevice { must key: String, }
    RoleAdded {
        must name: String, may purpose: String, list domains: String, list accountabilities: String,
        may_day review: Day, must state: RoleState, may source: String, may at: At,
    }
    RoleEdited {
        may name: String, clear purpose: String, may domains: Vec<String>, may accountabilities: Vec<String>,
        clear_day review: Day, may state: RoleState,
    }
    /// A member fills a role; `by` only where a board comes from elsewhere.
    RoleTaken { may focus: String, may_day term: Day, may by: MemberId, may at: At, }
    /// A holding, named by its record, ends.
    RolePutDown { must holding: RecordId, }
    GoalAdded {
        must title: String, may why: String, must horizon: Horizon, may parent: GoalId, may measure: String,
        may unit: String, may baseline: f64, may target: f64, may_day due: Day, may_day review: Day,
        must state: GoalState, may source: String, may at: At,
    }
    GoalEdited {
        may title: String, clear why: String, may horizon: Horizon, clear parent: GoalId, clear measure: String,
        clear unit: String, clear baseline: f64, clear target: f64, clear_day due: Day, clear_day review: Day,
    }
    /// The goal's measure stood at `value` on `date`.
    GoalRead { must_day date: Day, must value: f64, may at: At, }
    GoalMoved { must to: GoalState, may reason: String, }
    TaskAdded {
        must title: String, may notes: String, must state: State, may reason: String, must rank: Rank,
        may role: RoleId, may goal: GoalId, list tags: String, list skills: String, may_day due: Day,
        may_day parked: Day, may next: String, list links: String, may source: String,
        may at: At, may since: At,
    }
    /// `step` tells which step of the checklist in the notes was changed, for the sentence.
    TaskEdited {
        may title: String, clear notes: String, clear role: RoleId, clear goal: GoalId, may tags: Vec<String>,
        may skills: Vec<String>, clear_day due: Day, clear next: String, may links: Vec<String>, may step: StepChange,
    }
    TaskMoved { must to: State, may reason: String, }
    TaskRanked { must rank: Rank, may reason: String, }
    /// Parked until a day; absent means back in the order.
    TaskParked { may_day until: Day, }
    /// A promise taken by oneself. `terms` are those under which it is made, where the team has its own. `saw` are the live leads that the author saw; what a take-over ends stands in the
    /// record's `x`. `by`, `at`, `ended` and `end` only where a board comes from elsewhere.
    TaskClaimed {
        must part: Part, list saw: RecordId, must lease: At, may contest: String, may note: String,
        may by: MemberId, may at: At, may ended: At, may end: End, may terms: LeaseTerms,
    }
    TaskRenewed { must claim: RecordId, must lease: At, may terms: LeaseTerms, }
    TaskGivenBack { must claim: RecordId, must end: End, may note: String, }
    /// A lead offers the claim to another, who accepts or declines.
    TaskOffered {
        must claim: RecordId, must to: MemberId, may note: String, may by: MemberId, may at: At,
    }
    /// The old claim ends and the new one begins in this one record.
    OfferAccepted { must offer: RecordId, must claim: RecordId, must lease: At, may terms: LeaseTerms, }
    OfferDeclined { must offer: RecordId, may reason: String, }
    OfferWithdrawn { must offer: RecordId, }
    /// Something stops the task.
    TaskBlocked { must what: String, may on: WaitsOn, may by: MemberId, may at: At, }
    BlockerAsked { must blocker: RecordId, may at: At, }
    BlockerPromised { must blocker: RecordId, must_day until: Day, may at: At, }
    BlockerCleared { must blocker: RecordId, may how: String, may at: At, }
    BlockerWithdrawn { must blocker: RecordId, may at: At, }
    TaskRemarked { must text: String, may by: MemberId, may at: At, }
    /// A finding was answered. `facts` is the fingerprint of what was answered: other facts bring it back.
    FindingSettled {
        must finding: String, must verdict: Verdict, must reason: String, may_day until: Day, must facts: String,
        may by: MemberId, may at: At,
    }
    /// The subject stands as if that record had not been written.
    RecordUndone { must record: RecordId, }
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
        }
    }
}

impl Event {
    /// The records of the same subject on which this event rests, besides those that it ends: undoing one of them
    /// would pull the ground from under it.
    pub fn rests_on(&self) -> Option<RecordId> {
        match self {
            Event::RolePutDown(e) => Some(e.holding),
            Event::TaskRenewed(e) => Some(e.claim),
            Event::TaskGivenBack(e) => Some(e.claim),
            Event::TaskOffered(e) => Some(e.claim),
            Event::OfferAccepted(e) => Some(e.offer),
            Event::OfferDeclined(e) => Some(e.offer),
            Event::OfferWithdrawn(e) => Some(e.offer),
            Event::BlockerAsked(e) => Some(e.blocker),
            Event::BlockerPromised(e) => Some(e.blocker),
            Event::BlockerCleared(e) => Some(e.blocker),
            Event::BlockerWithdrawn(e) => Some(e.blocker),
            Event::RecordUndone(e) => Some(e.record),
            Event::BoardStarted(_)
            | Event::BoardAgreed(_)
            | Event::MemberJoined(_)
            | Event::MemberEdited(_)
            | Event::MemberAway(_)
            | Event::MemberLeft(_)
            | Event::MemberReturned(_)
            | Event::MemberDevice(_)
            | Event::RoleAdded(_)
            | Event::RoleEdited(_)
            | Event::RoleTaken(_)
            | Event::GoalAdded(_)
            | Event::GoalEdited(_)
            | Event::GoalRead(_)
            | Event::GoalMoved(_)
            | Event::TaskAdded(_)
            | Event::TaskEdited(_)
            | Event::TaskMoved(_)
            | Event::TaskRanked(_)
            | Event::TaskParked(_)
            | Event::TaskClaimed(_)
            | Event::TaskBlocked(_)
            | Event::TaskRemarked(_)
            | Event::FindingSettled(_) => None,
        }
    }

    /// Whether its subject is there from this event on.
    pub fn makes_subject(&self) -> bool {
        matches!(
            self,
            Event::MemberJoined(_) | Event::RoleAdded(_) | Event::GoalAdded(_) | Event::TaskAdded(_)
        )
    }

    /// Whether its author moved the task by it, so that their own claim on it is renewed. A remark, a reminder and
    /// what an import brings are no progress.
    pub fn is_progress(&self) -> bool {
        match self {
            Event::TaskAdded(_)
            | Event::TaskRemarked(_)
            | Event::BlockerAsked(_)
            | Event::RecordUndone(_) => false,
            Event::TaskClaimed(e) => e.at.is_none(),
            Event::TaskOffered(e) => e.at.is_none(),
            Event::TaskBlocked(e) => e.at.is_none(),
            Event::BlockerPromised(e) => e.at.is_none(),
            Event::BlockerCleared(e) => e.at.is_none(),
            Event::BlockerWithdrawn(e) => e.at.is_none(),
            other => other.subject_kind() == Some(Kind::Task),
        }
    }

    /// The other subjects that this event names: they must exist for as long as it stands.
    pub fn names(&self) -> Vec<SubjectId> {
        fn ids<const N: usize>(ids: [Option<SubjectId>; N]) -> Vec<SubjectId> {
            ids.into_iter().flatten().collect()
        }
        match self {
            Event::TaskAdded(e) => ids([e.role.map(Into::into), e.goal.map(Into::into)]),
            Event::TaskEdited(e) => ids([e.role.flatten().map(Into::into), e.goal.flatten().map(Into::into)]),
            Event::GoalAdded(e) => ids([e.parent.map(Into::into)]),
            Event::GoalEdited(e) => ids([e.parent.flatten().map(Into::into)]),
            Event::TaskBlocked(TaskBlocked { on: Some(WaitsOn::Task(task)), .. }) => vec![(*task).into()],
            Event::TaskBlocked(TaskBlocked { on: Some(WaitsOn::Member(member)), .. }) => {
                vec![(*member).into()]
            }
            Event::TaskOffered(e) => vec![e.to.into()],
            Event::TaskClaimed(e) => ids([e.by.map(Into::into)]),
            Event::RoleTaken(e) => ids([e.by.map(Into::into)]),
            _ => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_emptied_field_differs_from_an_untouched_one() {
        let read = |json: &str| match Event::read("task.edited", &RawValue::from_string(json.into()).unwrap())
        {
            Some(Event::TaskEdited(edit)) => (edit.due, edit.notes),
            other => panic!("{other:?}"),
        };
        assert_eq!(read(r#"{"due":null}"#), (Some(None), None));
        let emptied =
            Event::read("task.edited", &RawValue::from_string(r#"{"due":null}"#.into()).unwrap()).unwrap();
        assert_eq!(emptied.data().get(), r#"{"due":null}"#);
    }

    #[test]
    fn a_day_that_nobody_can_mean_says_nothing() {
        let read = |kind: &str, json: &str| Event::read(kind, &RawValue::from_string(json.into()).unwrap());
        let Some(Event::TaskEdited(edit)) = read("task.edited", r#"{"title":"x","due":"+10526-01-01"}"#)
        else {
            panic!("the rest holds");
        };
        assert_eq!((edit.title.as_deref(), edit.due), (Some("x"), None));
        let parked = read("task.parked", r#"{"until":"1969-12-31"}"#);
        assert_eq!(parked, Some(Event::TaskParked(TaskParked { until: None })));
        assert_eq!(read("goal.read", r#"{"date":"+10000-01-01","value":1.0}"#), None);
        assert!(read("goal.read", r#"{"date":"9999-12-31","value":1.0}"#).is_some());
    }

    #[test]
    fn data_in_a_shape_of_tomorrow_is_unknown_not_wrong() {
        let data = RawValue::from_string(r#"{"to":"sleeping"}"#.into()).unwrap();
        assert_eq!(Event::read("task.moved", &data), None);
    }
}
