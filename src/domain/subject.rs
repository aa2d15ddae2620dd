//! Subjects and their fold: a subject's state is nothing but its own records, applied in canonical order.
//!
//! **Invariant:** any order of arrival gives the same state. What arrives late, or undoes, makes its subject be folded
//! again from all of its records; only a record that comes last in canonical order may be applied on top.

use std::collections::{HashMap, HashSet};

use super::calendar::At;
use super::event::Event;
use super::id::{MemberId, RecordId, SubjectId};
use super::kinds::for_every_kind;
use super::record::Record;

/// What every kind of subject is: the fold of its own events.
pub trait Fold {
    /// What can happen to it.
    type Event;

    /// The state before any record.
    fn blank(id: SubjectId) -> Self;

    fn id(&self) -> SubjectId;

    /// Applies an event, whose record comes after all applied before. This is the only place where state changes.
    fn apply(&mut self, record: &Record, event: &Self::Event);

    /// Whether the record that makes it is there and not undone. What merely speaks of a subject that nobody made (its
    /// first record has not come yet, or was undone) stays out of sight.
    fn exists(&self) -> bool;

    /// Whether that record stands, also where the subject is out of sight since it is another one by now: the key under
    /// which another tool knew it is its own all the same.
    fn is_made(&self) -> bool {
        self.exists()
    }

    /// When it was done or dropped, retired, met or missed, or left; `None` while it lives, and for what has no end.
    fn ended(&self) -> Option<At>;

    /// Its name or title; `None` for what is not called anything, and has no handle.
    fn called(&self) -> Option<&str>;

    /// The key under which another tool knew it.
    fn source(&self) -> Option<&str>;

    /// What is searched in it.
    fn searched(&self) -> Searched<'_> {
        Searched::default()
    }

    /// What it was called and when that was taken back, where the record that made it was undone.
    fn withdrawn(&self) -> Option<&Withdrawn> {
        None
    }

    /// Keeps that, for what has a handle: whoever was told it may say it for a while.
    fn withdraw(&mut self, _: Withdrawn) {}
}

/// The texts by which a subject is found, as they were written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Searched<'s> {
    /// What names it.
    pub line: Vec<&'s str>,
    /// Everything else that was written about it.
    pub body: Vec<&'s str>,
}

impl<'s> Searched<'s> {
    pub(in crate::domain) fn named(name: &'s str) -> Searched<'s> {
        Searched { line: vec![name], body: Vec::new() }
    }

    /// With a text that may be there.
    pub(in crate::domain) fn and(mut self, text: Option<&'s String>) -> Searched<'s> {
        self.body.extend(text.map(String::as_str));
        self
    }

    /// With all of a list.
    pub(in crate::domain) fn and_all(mut self, texts: &'s [String]) -> Searched<'s> {
        self.body.extend(texts.iter().map(String::as_str));
        self
    }
}

/// What something was called whose adding was undone, and when that was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Withdrawn {
    pub called: String,
    pub at: At,
}

/// How people say which subject of a kind they mean. Lists and completion offer what stands first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CalledBy {
    /// Nobody names one: it has no handle.
    Nothing,
    /// There are too many for a title to mean one.
    Handle,
    HandleOrName,
    NameOrHandle,
}

macro_rules! kinds {
    ($($module:ident::$kind:ident($events:ident $(, $id:ident)?) = $word:literal by $called:ident,)+) => {
        /// The kinds of subjects.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind {
            $($kind),+
        }

        impl Kind {
            pub const ALL: &[Kind] = &[$(Kind::$kind),+];

            /// The word for it in wire names, tables and JSON.
            pub fn as_str(self) -> &'static str {
                match self { $(Kind::$kind => $word),+ }
            }

            pub fn called_by(self) -> CalledBy {
                match self { $(Kind::$kind => CalledBy::$called),+ }
            }
        }

        /// The state of one subject.
        #[derive(Debug, Clone, PartialEq)]
        pub enum Subject {
            $($kind(Box<crate::domain::$module::$kind>)),+
        }

        impl Subject {
            /// The state before any record.
            pub fn blank(kind: Kind, id: SubjectId) -> Subject {
                match kind { $(Kind::$kind => Subject::$kind(Box::new(Fold::blank(id)))),+ }
            }

            pub fn kind(&self) -> Kind {
                match self { $(Subject::$kind(_) => Kind::$kind),+ }
            }

            fn apply_event(&mut self, record: &Record, event: &Event) {
                match (self, event) {
                    $((Subject::$kind(state), Event::$kind(event)) => state.apply(record, event),)+
                    // An event of another kind, or an undo, which folds without what it undoes.
                    _ => {}
                }
            }
        }

        macro_rules! of_state {
            ($subject:expr, $name:ident => $body:expr) => {
                match $subject { $(Subject::$kind($name) => $body),+ }
            };
        }
    };
}

for_every_kind!(kinds);

impl Kind {
    /// The kind that a wire name speaks of, also where the event itself is unknown; `None` for `record.…` and for
    /// kinds of tomorrow.
    pub fn of(wire_name: &str) -> Option<Kind> {
        Kind::named(wire_name.split('.').next()?)
    }

    /// Whether a name says which one is meant, and not only a handle.
    pub fn is_called_by_name(self) -> bool {
        matches!(self.called_by(), CalledBy::HandleOrName | CalledBy::NameOrHandle)
    }

    /// The kind of a word.
    pub fn named(word: &str) -> Option<Kind> {
        Kind::ALL.iter().copied().find(|kind| kind.as_str() == word)
    }
}

/// Who made something, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Origin {
    pub by: MemberId,
    pub at: At,
    pub record: RecordId,
}

impl Subject {
    /// The fold of a subject's records, which stand in canonical order.
    pub fn fold(kind: Kind, id: SubjectId, records: &[Record]) -> Subject {
        let undone = undone(records);
        let mut subject = Subject::blank(kind, id);
        for record in records.iter().filter(|record| !undone.contains(&record.id)) {
            subject.apply(record);
        }
        if !subject.exists()
            && let Some(withdrawn) = withdrawn(kind, id, records, &undone)
        {
            of_state!(&mut subject, state => state.withdraw(withdrawn));
        }
        subject
    }

    /// Applies a record that comes after all applied before.
    pub fn apply(&mut self, record: &Record) {
        if let Some(event) = &record.event {
            self.apply_event(record, event);
        }
    }

    pub fn id(&self) -> SubjectId {
        of_state!(self, state => Fold::id(&**state))
    }

    /// Whether the record that makes it is there and not undone.
    pub fn exists(&self) -> bool {
        of_state!(self, state => state.exists())
    }

    /// Whether the record that makes it stands; see [`Fold::is_made`].
    pub fn is_made(&self) -> bool {
        of_state!(self, state => state.is_made())
    }

    /// When it was done or dropped, retired, met or missed, or left; `None` while it lives, and for what has no end.
    pub fn ended(&self) -> Option<At> {
        of_state!(self, state => state.ended())
    }

    /// Its name or title; `None` for what is not called anything, and has no handle.
    pub fn called(&self) -> Option<&str> {
        of_state!(self, state => state.called())
    }

    /// The key under which another tool knew it.
    pub fn source(&self) -> Option<&str> {
        of_state!(self, state => Fold::source(&**state))
    }

    /// What is searched in it.
    pub fn searched(&self) -> Searched<'_> {
        of_state!(self, state => state.searched())
    }

    /// What it was called and when that was taken back, where the record that made it was undone.
    pub fn withdrawn(&self) -> Option<&Withdrawn> {
        of_state!(self, state => state.withdrawn())
    }
}

/// What a subject was called whose making is undone, and when that was done last.
fn withdrawn(kind: Kind, id: SubjectId, records: &[Record], undone: &HashSet<RecordId>) -> Option<Withdrawn> {
    let makes = |record: &&Record| {
        undone.contains(&record.id) && record.event.as_ref().is_some_and(|event| event.facts().makes_subject)
    };
    let made = records.iter().find(makes)?;
    let undoes = |record: &&Record| {
        !undone.contains(&record.id)
            && record.author == made.author
            && matches!(&record.event, Some(Event::Undone(undo)) if undo.record == made.id)
    };
    let at = records.iter().rev().find(undoes)?.at;
    let mut then = Subject::blank(kind, id);
    then.apply(made);
    then.called().map(|called| Withdrawn { called: called.to_owned(), at })
}

/// The records that stand as if they had not been written: those undone by a record that is not undone itself.
///
/// Everybody takes back only what is their own: a line that says more has no effect. Else whoever could write into what is
/// shared could take away another's stance, claim or yes, and it would look as if they had done so themselves.
///
/// An undoing record comes after what it undoes (its clock is higher), so one pass from the end decides: undoing an
/// undo is redo.
pub fn undone(records: &[Record]) -> HashSet<RecordId> {
    let mut undone = HashSet::new();
    // Few subjects have an undo at all: only those pay for it.
    let mut authors: Option<HashMap<RecordId, MemberId>> = None;
    for record in records.iter().rev() {
        if let Some(Event::Undone(undo)) = &record.event
            && !undone.contains(&record.id)
        {
            let authors = authors
                .get_or_insert_with(|| records.iter().map(|record| (record.id, record.author)).collect());
            if authors.get(&undo.record) == Some(&record.author) {
                undone.insert(undo.record);
            }
        }
    }
    undone
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::domain::event::{MemberJoined, RecordUndone};
    use crate::domain::record::numbered;

    const AYU: MemberId = MemberId(Uuid::from_u128(1));
    const BUDI: MemberId = MemberId(Uuid::from_u128(2));

    /// What each wrote of Ayu, one after the other: that she joined, or that a record is undone, by its number.
    fn ayu(written: &[(MemberId, Option<u8>)]) -> Subject {
        let record = |(n, (author, undoes)): (u8, &(MemberId, Option<u8>))| {
            let event = match undoes {
                Some(n) => Event::from(RecordUndone { record: RecordId([*n; 32]) }),
                None => Event::from(MemberJoined {
                    name: "Ayu".to_owned(),
                    initials: None,
                    source: None,
                    file: None,
                    at: None,
                }),
            };
            Record { event: Some(event), ..numbered(n, *author, AYU.into()) }
        };
        let records: Vec<Record> = (1..).zip(written).map(record).collect();
        Subject::fold(Kind::Member, AYU.into(), &records)
    }

    #[test]
    fn only_who_wrote_something_takes_it_back() {
        assert!(ayu(&[(AYU, None), (BUDI, Some(1))]).exists());
        let own = ayu(&[(AYU, None), (AYU, Some(1))]);
        assert!(!own.exists() && own.withdrawn().is_some_and(|withdrawn| withdrawn.at == At(2)));
        // Nor does anybody else's line change when that was.
        let told = ayu(&[(AYU, None), (AYU, Some(1)), (BUDI, Some(1))]);
        assert_eq!(told.withdrawn().map(|withdrawn| withdrawn.at), Some(At(2)));
        assert!(
            !ayu(&[(AYU, None), (AYU, Some(1)), (BUDI, Some(2))]).exists(),
            "nor is it brought back by others"
        );
        assert!(ayu(&[(AYU, None), (AYU, Some(1)), (AYU, Some(2))]).exists());
    }
}
