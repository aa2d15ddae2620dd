//! A role: a named bundle of work, not the person who does it.

pub(super) mod event;
pub(super) mod fields;

use serde::{Deserialize, Serialize};

use super::calendar::{At, Day};
use super::field::{OneOf, Registers};
use super::id::{MemberId, RecordId, RoleId, SubjectId};
use super::record::Record;
use super::subject::{Fold, Origin, Searched, Withdrawn};
use crate::words::words;
use event::RoleEvent;

pub use fields::{RoleField, RoleRegisters};

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RoleState {
    Draft,
    #[default]
    Active,
    Retired,
}

impl RoleState {
    /// The word in tables and exports.
    pub fn as_str(self) -> &'static str {
        match self {
            RoleState::Draft => "draft",
            RoleState::Active => "active",
            RoleState::Retired => "retired",
        }
    }
}

impl OneOf for RoleState {
    const ALL: &'static [RoleState] = &[RoleState::Active, RoleState::Draft, RoleState::Retired];

    fn said(self) -> String {
        match self {
            RoleState::Draft => words().phrase_role_draft(),
            RoleState::Active => words().phrase_role_active(),
            RoleState::Retired => words().phrase_role_retired(),
        }
    }
}

/// A named bundle of work.
#[derive(Debug, Clone, PartialEq)]
pub struct Role {
    pub id: RoleId,
    pub origin: Option<Origin>,
    pub registers: RoleRegisters,
    /// When it came into its state.
    pub since: At,
    /// Who fills it now, in the order in which they took it.
    pub holders: Vec<Holding>,
    /// Since when nobody holds it: since the last holding ended, or since it was made.
    pub vacant_since: At,
    /// The role in which it goes on, where it was the same.
    pub merged_into: Option<RoleId>,
    pub source: Option<String>,
    /// Where the record that made it was undone.
    pub withdrawn: Option<Withdrawn>,
}

/// A member in a role.
#[derive(Debug, Clone, PartialEq)]
pub struct Holding {
    /// The record that took it.
    pub id: RecordId,
    pub member: MemberId,
    /// Which part of the role.
    pub focus: Option<String>,
    pub since: At,
    /// Until when.
    pub term: Option<Day>,
}

impl Role {
    pub fn name(&self) -> &str {
        self.name.get().map_or("", String::as_str)
    }

    pub fn state(&self) -> RoleState {
        self.state.get().copied().unwrap_or(RoleState::Draft)
    }

    pub fn domains(&self) -> &[String] {
        self.domains.get().map_or(&[], Vec::as_slice)
    }

    pub fn accountabilities(&self) -> &[String] {
        self.accountabilities.get().map_or(&[], Vec::as_slice)
    }

    /// The holding of a member, if they fill the role.
    pub fn holding_of(&self, member: MemberId) -> Option<&Holding> {
        self.holders.iter().find(|holding| holding.member == member)
    }
}

impl Fold for Role {
    type Event = RoleEvent;

    fn blank(id: SubjectId) -> Role {
        Role {
            id: id.into(),
            origin: None,
            registers: RoleRegisters::default(),
            since: At::START,
            holders: Vec::new(),
            vacant_since: At::START,
            merged_into: None,
            source: None,
            withdrawn: None,
        }
    }

    fn id(&self) -> SubjectId {
        self.id.into()
    }

    fn apply(&mut self, record: &Record, event: &RoleEvent) {
        let (id, seen) = (record.id, record.ends.as_slice());
        match event {
            RoleEvent::Added(added) => {
                let at = added.at.unwrap_or(record.at);
                self.origin = Some(Origin { by: record.author, at, record: id });
                self.registers.add(record, added);
                self.since = at;
                self.vacant_since = at;
                self.source.clone_from(&added.source);
                self.withdrawn = None;
            }
            RoleEvent::Edited(edit) => {
                self.registers.edit(record, edit);
                if edit.state.is_some() {
                    // Taken up anew it is a role of its own again.
                    self.merged_into = None;
                    self.since = self.since.max(edit.at.unwrap_or(record.at));
                }
            }
            RoleEvent::Taken(taken) => {
                let holding = Holding {
                    id,
                    member: taken.by.unwrap_or(record.author),
                    focus: taken.focus.clone(),
                    since: taken.at.unwrap_or(record.at),
                    term: taken.term,
                };
                // Who takes another part of what they hold stays where they stood. Nobody takes another's place.
                let is_own = |held: &&mut Holding| held.member == holding.member && seen.contains(&held.id);
                match self.holders.iter_mut().find(is_own) {
                    Some(held) => *held = holding,
                    None => self.holders.push(holding),
                }
            }
            RoleEvent::Merged(merged) => {
                self.registers.state.write(id, seen, RoleState::Retired);
                self.merged_into = Some(merged.into);
                self.since = self.since.max(merged.at.unwrap_or(record.at));
            }
            RoleEvent::PutDown(put) => {
                // One's own: nobody puts down what another holds.
                let by = put.by.unwrap_or(record.author);
                let before = self.holders.len();
                self.holders.retain(|holding| holding.id != put.holding || holding.member != by);
                if self.holders.is_empty() && before > 0 {
                    self.vacant_since = self.vacant_since.max(put.at.unwrap_or(record.at));
                }
            }
        }
    }

    fn exists(&self) -> bool {
        self.origin.is_some()
    }

    fn ended(&self) -> Option<At> {
        (self.state() == RoleState::Retired).then_some(self.since)
    }

    fn called(&self) -> Option<&str> {
        Some(self.name())
    }

    fn source(&self) -> Option<&str> {
        self.source.as_deref()
    }

    fn searched(&self) -> Searched<'_> {
        let searched = Searched::named(self.name())
            .and(self.purpose.value())
            .and_all(self.domains())
            .and_all(self.accountabilities());
        self.holders.iter().fold(searched, |searched, holding| searched.and(holding.focus.as_ref()))
    }

    fn withdrawn(&self) -> Option<&Withdrawn> {
        self.withdrawn.as_ref()
    }

    fn withdraw(&mut self, withdrawn: Withdrawn) {
        self.withdrawn = Some(withdrawn);
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::domain::event::{RolePutDown, RoleTaken};
    use crate::domain::record::numbered;

    #[test]
    fn nobody_changes_since_when_a_role_is_vacant_by_putting_down_what_they_do_not_hold() {
        let (ayu, budi) = (MemberId(Uuid::from_u128(1)), MemberId(Uuid::from_u128(2)));
        let mut role = Role::blank(SubjectId(Uuid::from_u128(9)));
        let mut say = |n: u8, author, event: RoleEvent| {
            let record = numbered(n, author, role.id());
            role.apply(&record, &event);
            (role.holders.len(), role.vacant_since)
        };
        let taken = RoleEvent::Taken(RoleTaken { focus: None, term: None, by: None, at: None, from: None });
        let put_down =
            || RoleEvent::PutDown(RolePutDown { holding: RecordId([1; 32]), by: None, at: None, from: None });
        assert_eq!(say(1, ayu, taken), (1, At::START));
        assert_eq!(say(2, budi, put_down()), (1, At::START));
        assert_eq!(say(3, ayu, put_down()), (0, At(3)));
        assert_eq!(say(4, budi, put_down()), (0, At(3)));
    }
}
