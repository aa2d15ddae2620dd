//! Everything that can happen on a board. The wire names are frozen: a released one never changes.
//!
//! Each kind of subject has its events in a file of its own (`task/event.rs`): their wire names, their payloads, and a row of
//! facts for each. Here is what they have in common, and the enum over the kinds.
//!
//! A field that may be emptied is `Option<Option<T>>`: absent means untouched, `null` means emptied. What an importer
//! brings carries who and when of its source (`by`, `at`), because the record's own author and time are the import's, and the
//! key that it has there (`from`; of what is added, `source`). The first of what a file adds names it (`file`, without its
//! folder). What carries a time or a key of another tool is no progress.

mod raw;

use serde_json::value::{RawValue, to_raw_value};

use super::calendar::At;
use super::id::{MemberId, RecordId, SubjectId};
use super::kinds::for_every_kind;
use super::subject::Kind;

pub(in crate::domain) use raw::Raw;

/// The wire names of the events that are told without the name of who did them.
pub const UNNAMED: &[&str] = &["pairing.ended"];

/// The wire name of [`RecordUndone`], which can happen to a subject of any kind.
const UNDONE: &str = "record.undone";

macro_rules! all_events {
    ($($module:ident::$kind:ident($events:ident $(, $id:ident)?) = $word:literal by $called:ident,)+) => {
        $(pub use crate::domain::$module::event::*;)+

        /// What happened.
        #[derive(Debug, Clone, PartialEq)]
        pub enum Event {
            $($kind($events),)+
            /// The subject stands as if one of its records had not been written.
            Undone(RecordUndone),
        }

        impl Event {
            /// How many events there are.
            pub const COUNT: usize = $($events::NAMES.len() +)+ 1;

            /// The wire names of all events.
            pub fn names() -> impl Iterator<Item = &'static str> {
                [$($events::NAMES),+].into_iter().flatten().copied().chain([UNDONE])
            }

            /// The wire names, each with the fields of its payload as they are declared: for tests that ask of every field
            /// there is what may be done with it.
            #[doc(hidden)]
            pub fn declared() -> impl Iterator<Item = (&'static str, &'static str)> {
                let undone = (UNDONE, RecordUndone::DECLARED);
                [$($events::DECLARED),+].into_iter().flatten().copied().chain([undone])
            }

            /// The frozen wire name.
            pub fn kind(&self) -> &'static str {
                match self {
                    $(Event::$kind(event) => event.name(),)+
                    Event::Undone(_) => UNDONE,
                }
            }

            /// The kind of the subject to which this happens; `None` where any can be meant.
            pub fn subject_kind(&self) -> Option<Kind> {
                match self {
                    $(Event::$kind(_) => Some(Kind::$kind),)+
                    Event::Undone(_) => None,
                }
            }

            /// The data on the wire.
            pub fn data(&self) -> Box<RawValue> {
                match self {
                    $(Event::$kind(event) => event.data(),)+
                    Event::Undone(undone) => to_raw_value(undone),
                }
                .expect("events have text keys and finite numbers")
            }

            /// The event of a wire name and its data; `None` where this version does not know them.
            pub fn read(kind: &str, data: &RawValue) -> Option<Event> {
                match Kind::of(kind) {
                    $(Some(Kind::$kind) => $events::read(kind, data).map(Event::$kind),)+
                    None if kind == UNDONE => serde_json::from_str(data.get()).ok().map(Event::Undone),
                    None => None,
                }
            }

            /// What its subject is called from here on, where it makes one that is called something.
            pub fn names_subject(&self) -> Option<&str> {
                match self {
                    Event::Member(MemberEvent::Joined(e)) => Some(&e.name),
                    Event::Role(RoleEvent::Added(e)) => Some(&e.name),
                    Event::Goal(GoalEvent::Added(e)) => Some(&e.title),
                    Event::Task(TaskEvent::Added(e)) => Some(&e.title),
                    Event::Tension(TensionEvent::Sensed(e)) => Some(&e.is),
                    Event::Decision(DecisionEvent::Drafted(e)) => Some(&e.title),
                    Event::Agreement(AgreementEvent::Drafted(e)) => Some(&e.title),
                    _ => None,
                }
            }

            /// What is to be known of it besides its effect.
            pub fn facts(&self) -> EventFacts<'_> {
                match self {
                    $(Event::$kind(event) => event.facts(),)+
                    Event::Undone(undone) => EventFacts::plain().rests_on(undone.record),
                }
            }
        }
    };
}

for_every_kind!(all_events);

impl From<RecordUndone> for Event {
    fn from(undone: RecordUndone) -> Event {
        Event::Undone(undone)
    }
}

/// What is to be known of an event besides its effect. Each begins as one of three: it makes its subject, it is progress, or
/// it is neither.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct EventFacts<'e> {
    /// Whether its subject is there from this event on.
    pub makes_subject: bool,
    /// Whether its author may undo it.
    pub can_be_undone: bool,
    /// The record of the same subject on which it rests, besides those that it ends: undoing that one would pull the ground
    /// from under it.
    pub rests_on: Option<RecordId>,
    /// Who did it where an import says so: its author only brought it in.
    pub by: Option<MemberId>,
    /// When it happened where an import says so.
    pub at: Option<At>,
    /// Under which key another tool knows what it is about, where an import says so.
    pub from: Option<&'e str>,
    /// Whether it is told without the name of who did it, and listed nowhere as theirs.
    pub is_unnamed: bool,
    names: [Option<SubjectId>; 2],
    members: &'e [MemberId],
    moves_on: bool,
    is_imported: bool,
}

impl<'e> EventFacts<'e> {
    /// Its subject is there from this event on.
    pub(in crate::domain) fn makes() -> EventFacts<'e> {
        EventFacts { makes_subject: true, ..EventFacts::plain() }
    }

    /// Its author moved their work on by it.
    pub(in crate::domain) fn progress() -> EventFacts<'e> {
        EventFacts { moves_on: true, ..EventFacts::plain() }
    }

    /// Neither: talk, a reminder, an answer.
    pub(in crate::domain) fn plain() -> EventFacts<'e> {
        EventFacts {
            makes_subject: false,
            can_be_undone: true,
            rests_on: None,
            by: None,
            at: None,
            from: None,
            is_unnamed: false,
            names: [None; 2],
            members: &[],
            moves_on: false,
            is_imported: false,
        }
    }

    pub(in crate::domain) fn never_undone(self) -> EventFacts<'e> {
        EventFacts { can_be_undone: false, ..self }
    }

    pub(in crate::domain) fn unnamed(self) -> EventFacts<'e> {
        EventFacts { is_unnamed: true, ..self }
    }

    pub(in crate::domain) fn rests_on(self, record: RecordId) -> EventFacts<'e> {
        EventFacts { rests_on: Some(record), ..self }
    }

    pub(in crate::domain) fn naming(self, names: [Option<SubjectId>; 2]) -> EventFacts<'e> {
        EventFacts { names, ..self }
    }

    /// The same of several members.
    pub(in crate::domain) fn naming_all(self, members: &'e [MemberId]) -> EventFacts<'e> {
        EventFacts { members, ..self }
    }

    pub(in crate::domain) fn at(self, at: Option<At>) -> EventFacts<'e> {
        EventFacts { at, is_imported: self.is_imported || at.is_some(), ..self }
    }

    /// Who did it, when and under which key, where it comes from another tool.
    pub(in crate::domain) fn imported(
        self,
        by: Option<MemberId>,
        at: Option<At>,
        from: &'e Option<String>,
    ) -> EventFacts<'e> {
        let from = from.as_deref();
        EventFacts { by, at, from, is_imported: at.is_some() || from.is_some(), ..self }
    }

    /// The other subjects that it names: they must exist for as long as it stands.
    pub fn names(&self) -> impl Iterator<Item = SubjectId> + use<'e> {
        self.names.into_iter().flatten().chain(self.members.iter().map(|member| (*member).into()))
    }

    /// Whether it comes from another tool or another board.
    pub fn is_imported(&self) -> bool {
        self.is_imported
    }

    /// Whether its author moved the task on by it, so that their own claim on it is renewed. A remark, a reminder and what an
    /// import brings are no progress.
    pub fn is_progress(&self) -> bool {
        self.moves_on && !self.is_imported
    }
}

/// The events of one kind: the enum over their payloads, and their wire names.
macro_rules! events {
    ($(#[$doc:meta])* $events:ident of $kind:ident { $($variant:ident($payload:ident) = $wire:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq)]
        pub enum $events {
            $($variant($payload)),+
        }

        impl $events {
            /// The wire names, in the order of the variants.
            pub const NAMES: &[&str] = &[$($wire),+];

            #[doc(hidden)]
            pub const DECLARED: &[(&str, &str)] = &[$(($wire, $payload::DECLARED)),+];

            /// The frozen wire name.
            pub fn name(&self) -> &'static str {
                match self { $($events::$variant(_) => $wire),+ }
            }

            pub(in crate::domain) fn data(&self) -> serde_json::Result<Box<serde_json::value::RawValue>> {
                match self { $($events::$variant(payload) => serde_json::value::to_raw_value(payload)),+ }
            }

            pub(in crate::domain) fn read(name: &str, data: &serde_json::value::RawValue) -> Option<$events> {
                let raw = serde_json::from_str(data.get()).ok()?;
                match name {
                    $($wire => $payload::read(&raw).ok().map($events::$variant),)+
                    _ => None,
                }
            }
        }

        $(impl From<$payload> for Event {
            fn from(payload: $payload) -> Event {
                Event::$kind($events::$variant(payload))
            }
        })+
    };
}

/// The payloads of events, as structs.
macro_rules! payloads {
    ($($(#[$doc:meta])* $name:ident { $($body:tt)* })+) => {$(
        payloads!(@fields [$(#[$doc])* $name] [] [] $($body)*);
    )+};
    // Fields that must be there, are read as something else where they are not (and always written), may be there, are
    // there when not empty (a list, or a map), and may also be emptied. Days are looked at.
    // Who did it, when, and under which key, where it comes from another tool.
    (@fields $head:tt $done:tt $read:tt imported, $($rest:tt)*) => {
        payloads!(@fields $head $done $read
            may by: crate::domain::id::MemberId, may at: crate::domain::calendar::At, may from: String, $($rest)*);
    };
    (@fields $head:tt $done:tt $read:tt must $field:ident: $type:ty, $($rest:tt)*) => {
        payloads!(@put $head $done $read [pub $field: $type] [must $field] $($rest)*);
    };
    (@fields $head:tt $done:tt $read:tt or $blank:tt $field:ident: $type:ty, $($rest:tt)*) => {
        payloads!(@put $head $done $read [pub $field: $type] [or $field $blank] $($rest)*);
    };
    (@fields $head:tt $done:tt $read:tt may $field:ident: $type:ty, $($rest:tt)*) => {
        payloads!(@put $head $done $read
            [#[serde(skip_serializing_if = "Option::is_none")] pub $field: Option<$type>] [may $field] $($rest)*);
    };
    (@fields $head:tt $done:tt $read:tt list $field:ident: $type:ty, $($rest:tt)*) => {
        payloads!(@put $head $done $read
            [#[serde(skip_serializing_if = "Vec::is_empty")] pub $field: Vec<$type>] [or $field (Vec::new)] $($rest)*);
    };
    (@fields $head:tt $done:tt $read:tt clear $field:ident: $type:ty, $($rest:tt)*) => {
        payloads!(@put $head $done $read
            [#[serde(skip_serializing_if = "Option::is_none")] pub $field: Option<Option<$type>>] [clear $field]
            $($rest)*);
    };
    (@fields $head:tt $done:tt $read:tt must_day $field:ident: $type:ty, $($rest:tt)*) => {
        payloads!(@put $head $done $read [pub $field: $type] [must_day $field] $($rest)*);
    };
    (@fields $head:tt $done:tt $read:tt may_day $field:ident: $type:ty, $($rest:tt)*) => {
        payloads!(@put $head $done $read
            [#[serde(skip_serializing_if = "Option::is_none")] pub $field: Option<$type>] [may_day $field] $($rest)*);
    };
    (@fields $head:tt $done:tt $read:tt clear_day $field:ident: $type:ty, $($rest:tt)*) => {
        payloads!(@put $head $done $read
            [#[serde(skip_serializing_if = "Option::is_none")] pub $field: Option<Option<$type>>] [clear_day $field]
            $($rest)*);
    };
    (@fields $head:tt $done:tt $read:tt map $field:ident: $type:ty, $($rest:tt)*) => {
        payloads!(@put $head $done $read
            [#[serde(skip_serializing_if = "std::collections::BTreeMap::is_empty")] pub $field: std::collections::BTreeMap<String, $type>]
            [or $field (std::collections::BTreeMap::new)] $($rest)*);
    };
    (@put $head:tt [$($done:tt)*] [$($read:tt)*] [$($field:tt)*] $how:tt $($rest:tt)*) => {
        payloads!(@fields $head [$($done)* $($field)*,] [$($read)* $how] $($rest)*);
    };
    (@fields [$(#[$doc:meta])* $name:ident] [$($done:tt)*] [$([$how:ident $field:ident $($blank:tt)?])*]) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, serde::Serialize)]
        pub struct $name { $($done)* }

        impl $name {
            #[doc(hidden)]
            #[allow(dead_code, reason = "a payload may be a part of others")]
            pub const DECLARED: &str = stringify!($($done)*);

            #[allow(unused_variables, reason = "a payload may be empty")]
            pub(in crate::domain) fn read(raw: &crate::domain::event::Raw<'_>) -> serde_json::Result<$name> {
                Ok($name { $($field: raw.$how(stringify!($field) $(, $blank)?)?,)* })
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<$name, D::Error> {
                $name::read(&serde::Deserialize::deserialize(deserializer)?).map_err(serde::de::Error::custom)
            }
        }
    };
}

pub(in crate::domain) use {events, payloads};

payloads! {
    /// The subject stands as if that record had not been written.
    RecordUndone { must record: RecordId, }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_emptied_field_differs_from_an_untouched_one() {
        let read = |json: &str| match Event::read("task.edited", &RawValue::from_string(json.into()).unwrap())
        {
            Some(Event::Task(TaskEvent::Edited(edit))) => (edit.due, edit.notes),
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
        let Some(Event::Task(TaskEvent::Edited(edit))) =
            read("task.edited", r#"{"title":"x","due":"+10526-01-01"}"#)
        else {
            panic!("the rest holds");
        };
        assert_eq!((edit.title.as_deref(), edit.due), (Some("x"), None));
        let parked = read("task.parked", r#"{"until":"1969-12-31"}"#);
        assert_eq!(parked, Some(TaskParked { until: None, by: None, at: None, from: None }.into()));
        assert_eq!(read("goal.read", r#"{"date":"+10000-01-01","value":1.0}"#), None);
        assert!(read("goal.read", r#"{"date":"9999-12-31","value":1.0}"#).is_some());
    }

    #[test]
    fn a_field_that_a_record_is_older_than_is_blank_in_it() {
        let as_written_now = |kind: &str, json: &str| {
            let read = Event::read(kind, &RawValue::from_string(json.into()).unwrap());
            read.map(|event| event.data().get().to_owned())
        };
        let role = as_written_now("role.added", r#"{"name":"x"}"#);
        assert_eq!(role.as_deref(), Some(r#"{"name":"x","state":"active"}"#));
        assert_eq!(as_written_now("role.added", r#"{"name":"x","state":"asleep"}"#), None, "not of tomorrow");
        assert_eq!(as_written_now("role.added", "{}"), None, "nor without a name");
        payloads! {
            Limited { or (<crate::domain::field::types::Limit as crate::domain::field::Type>::blank) limit: u32, }
        }
        let blank = serde_json::from_str::<Limited>("{}").unwrap();
        assert_eq!(serde_json::to_string(&blank).unwrap(), r#"{"limit":3}"#);
    }

    #[test]
    fn data_in_a_shape_of_tomorrow_is_unknown_not_wrong() {
        let data = RawValue::from_string(r#"{"to":"sleeping"}"#.into()).unwrap();
        assert_eq!(Event::read("task.moved", &data), None);
    }
}
