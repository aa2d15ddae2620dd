//! A member: a person of the team, without rank.

pub mod alike;
pub(super) mod event;
pub(super) mod fields;
#[cfg(test)]
mod tests;

use super::calendar::{At, Day};
use super::field::Registers;
use super::id::{MemberId, SubjectId};
use super::record::Record;
use super::register::Register;
use super::subject::{Fold, Origin, Searched, Withdrawn};
use event::MemberEvent;

pub use fields::{MemberField, MemberRegisters};

/// Live claims that a member may hold before the board asks, unless they set their own limit.
pub const DEFAULT_LIMIT: u32 = 3;

/// A person of the team.
#[derive(Debug, Clone, PartialEq)]
pub struct Member {
    pub id: MemberId,
    pub origin: Option<Origin>,
    /// When they came to this board: an import may tell of an earlier day, on which they joined a team elsewhere.
    pub came: Option<At>,
    pub registers: MemberRegisters,
    /// Away from a day, and until when if they said.
    pub away: Register<Option<Away>>,
    pub left: Option<At>,
    /// Into whom they were merged last.
    pub into: Option<Merged>,
    /// Whether they are somebody else by that: who, and whether a circle makes them themselves again, follows from what
    /// stands of all members, which only the store knows.
    pub is_another: bool,
    /// Whether anything that is written of them here is their own.
    pub speaks: bool,
    /// The key under which another tool knew them.
    pub source: Option<String>,
    /// Where the record that made it was undone.
    pub withdrawn: Option<Withdrawn>,
}

/// A stretch of days away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Away {
    pub from: Day,
    /// The last day away; `None` is open-ended.
    pub until: Option<Day>,
}

impl Away {
    /// Whether the stretch covers a day.
    pub fn covers(&self, day: Day) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }
}

/// Who somebody else is said to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Merged {
    pub into: MemberId,
    /// Whether they said so themselves.
    pub by_self: bool,
}

impl Member {
    /// Their name, or nothing while it is unknown.
    pub fn name(&self) -> &str {
        self.name.get().map_or("", String::as_str)
    }

    /// Their limit of live claims.
    pub fn limit(&self) -> u32 {
        self.limit.get().copied().unwrap_or(DEFAULT_LIMIT)
    }

    /// The skills that they teach.
    pub fn teaches(&self) -> &[String] {
        self.teaches.get().map_or(&[], Vec::as_slice)
    }

    /// The skills that they want to learn.
    pub fn learns(&self) -> &[String] {
        self.learns.get().map_or(&[], Vec::as_slice)
    }

    /// Whether they are of the team now.
    pub fn is_here(&self) -> bool {
        self.exists() && self.left.is_none()
    }

    /// Whether a record about them counts: their own do. Whoever brings somebody in from elsewhere tells with it what was
    /// known of them there, and no more once they speak for themselves.
    fn is_told_by(&self, author: MemberId) -> bool {
        author == self.id || !self.speaks && self.origin.is_some_and(|origin| origin.by == author)
    }

    /// Who they are said to be, once they are there themselves.
    pub fn told_into(&self) -> Option<Merged> {
        self.into.filter(|_| self.is_made())
    }

    /// The same where it counts. `has_written` tells of anybody whether they write
    /// here: who does says for themselves who they are, and what others said of it counts no more.
    pub fn merged_into<E>(
        &self,
        has_written: impl FnOnce(MemberId) -> Result<bool, E>,
    ) -> Result<Option<MemberId>, E> {
        match self.told_into() {
            Some(merged) if merged.by_self || !has_written(self.id)? => Ok(Some(merged.into)),
            _ => Ok(None),
        }
    }

    /// Whether they are away on a day.
    pub fn is_away(&self, day: Day) -> bool {
        self.away.value().is_some_and(|away| away.covers(day))
    }
}

impl Fold for Member {
    type Event = MemberEvent;

    fn blank(id: SubjectId) -> Member {
        Member {
            id: id.into(),
            origin: None,
            came: None,
            registers: MemberRegisters::default(),
            away: Register::default(),
            left: None,
            into: None,
            is_another: false,
            speaks: false,
            source: None,
            withdrawn: None,
        }
    }

    fn id(&self) -> SubjectId {
        self.id.into()
    }

    fn apply(&mut self, record: &Record, event: &MemberEvent) {
        let (id, seen) = (record.id, record.ends.as_slice());
        self.speaks |= record.author == self.id;
        let counts = match event {
            MemberEvent::Joined(_) => !self.is_made() || self.is_told_by(record.author),
            // It has a rule of its own.
            MemberEvent::Merged(_) => true,
            MemberEvent::Edited(_)
            | MemberEvent::Away(_)
            | MemberEvent::Left(_)
            | MemberEvent::Returned(_)
            | MemberEvent::Device(_) => self.is_told_by(record.author),
        };
        if !counts {
            return;
        }
        match event {
            MemberEvent::Joined(joined) => {
                self.origin =
                    Some(Origin { by: record.author, at: joined.at.unwrap_or(record.at), record: record.id });
                self.came = Some(record.at);
                self.registers.name.write(id, seen, joined.name.clone());
                if joined.initials.is_some() {
                    self.registers.initials.write(id, seen, joined.initials.clone());
                }
                self.source.clone_from(&joined.source);
                self.withdrawn = None;
            }
            MemberEvent::Edited(edit) => self.registers.edit(record, edit),
            MemberEvent::Away(away) => {
                let away = away.from.map(|from| Away { from, until: away.until });
                self.away.write(id, seen, away);
            }
            MemberEvent::Left(left) => self.left = Some(left.at.unwrap_or(record.at)),
            MemberEvent::Returned(_) => self.left = None,
            MemberEvent::Merged(merged) => {
                let by_self = record.author == self.id;
                if by_self || !self.into.is_some_and(|before| before.by_self) {
                    self.into = (merged.into != self.id).then_some(Merged { into: merged.into, by_self });
                }
            }
            // Of a replica, and no more of theirs.
            MemberEvent::Device(_) => {}
        }
    }

    fn exists(&self) -> bool {
        self.is_made() && !self.is_another
    }

    fn is_made(&self) -> bool {
        self.origin.is_some()
    }

    fn ended(&self) -> Option<At> {
        self.left
    }

    fn called(&self) -> Option<&str> {
        Some(self.name())
    }

    fn source(&self) -> Option<&str> {
        self.source.as_deref()
    }

    fn searched(&self) -> Searched<'_> {
        Searched::named(self.name()).and(self.contact.value()).and_all(self.teaches()).and_all(self.learns())
    }

    fn withdrawn(&self) -> Option<&Withdrawn> {
        self.withdrawn.as_ref()
    }

    fn withdraw(&mut self, withdrawn: Withdrawn) {
        self.withdrawn = Some(withdrawn);
    }
}
