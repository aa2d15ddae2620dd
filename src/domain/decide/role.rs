//! Roles: adding, editing, taking and putting down. Taking a role is one's own choice, like a claim.

use super::{Draft, Refusal, RoleId, Scene, Seen, list, maybe, name};
use crate::domain::calendar::Day;
use crate::domain::event::{RoleAdded, RoleEdited, RolePutDown, RoleTaken};
use crate::domain::role::RoleState;

/// To write down a new role.
#[derive(Debug, Clone, PartialEq)]
pub struct AddRole {
    pub id: RoleId,
    pub name: String,
    pub purpose: Option<String>,
    pub domains: Vec<String>,
    pub accountabilities: Vec<String>,
    pub review: Option<Day>,
    pub state: RoleState,
}

impl AddRole {
    pub(super) fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        scene.unknown(self.id)?;
        let added = RoleAdded {
            name: name(&self.name)?,
            purpose: maybe(&self.purpose)?,
            domains: list(&self.domains)?,
            accountabilities: list(&self.accountabilities)?,
            review: self.review,
            state: self.state,
            source: None,
            at: None,
        };
        Ok(vec![Draft::new(self.id, added)])
    }
}

/// To change what a role says; retiring it is one such change.
#[derive(Debug, Clone, PartialEq)]
pub struct EditRole {
    pub role: RoleId,
    pub edit: RoleEdited,
}

impl EditRole {
    /// No field named yet.
    pub const NOTHING: RoleEdited = RoleEdited {
        name: None,
        purpose: None,
        domains: None,
        accountabilities: None,
        review: None,
        state: None,
        by: None,
        at: None,
        from: None,
    };

    pub(super) fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        let role = scene.role(self.role)?;
        let edit = &self.edit;
        let mut seen = Seen::default();
        let new = RoleEdited {
            name: seen.change(edit.name.as_deref().map(name).transpose()?, &role.name),
            purpose: seen.change(edit.purpose.as_ref().map(maybe).transpose()?, &role.purpose),
            domains: seen.change(edit.domains.as_deref().map(list).transpose()?, &role.domains),
            accountabilities: seen
                .change(edit.accountabilities.as_deref().map(list).transpose()?, &role.accountabilities),
            review: seen.change(edit.review, &role.review),
            state: seen.change(edit.state, &role.state),
            by: None,
            at: None,
            from: None,
        };
        if new == EditRole::NOTHING {
            return Err(Refusal::NothingToChange(self.role.into()));
        }
        Ok(vec![Draft::new(self.role, new).ending(seen.0)])
    }
}

/// To fill a role, or a part of it, oneself; or another part of one that one fills, or until another day.
#[derive(Debug, Clone, PartialEq)]
pub struct TakeRole {
    pub role: RoleId,
    pub focus: Option<String>,
    pub term: Option<Day>,
}

impl TakeRole {
    pub(super) fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        let role = scene.role(self.role)?;
        if role.state() == RoleState::Retired {
            return Err(Refusal::Retired(self.role));
        }
        let (held, focus) = (role.holding_of(scene.me), maybe(&self.focus)?);
        if held.is_some_and(|held| held.focus == focus && held.term == self.term) {
            return Err(Refusal::AlreadyHolds(self.role));
        }
        if let Some(term) = self.term.filter(|term| *term < scene.today) {
            return Err(Refusal::InThePast(term));
        }
        let event =
            RoleTaken { focus, term: self.term, by: None, at: held.map(|held| held.since), from: None };
        Ok(vec![Draft::new(self.role, event).ending(held.map(|held| held.id))])
    }
}

/// To put a role down that one holds.
#[derive(Debug, Clone, PartialEq)]
pub struct PutDown {
    pub role: RoleId,
}

impl PutDown {
    pub(super) fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        let holding =
            scene.role(self.role)?.holding_of(scene.me).ok_or(Refusal::NotHolding { role: self.role })?.id;
        Ok(vec![
            Draft::new(self.role, RolePutDown { holding, by: None, at: None, from: None }).ending([holding]),
        ])
    }
}
