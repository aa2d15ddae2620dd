//! Roles: adding, editing, taking and putting down. Taking a role is one's own choice, like a claim.

use super::{Decide, Draft, NO_DAYS, Needs, Refusal, RoleId, Scene, are_there, edited, maybe};
use crate::domain::calendar::Day;
use crate::domain::event::{RoleEdited, RolePutDown, RoleTaken};
use crate::domain::field::Values;
use crate::domain::role::RoleState;

pub use crate::domain::role::fields::AddRole;

impl Decide for AddRole {
    fn needs(&self) -> Needs<'_> {
        Needs::fields([self.id.into()], self)
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        scene.unknown(self.id)?;
        are_there(&self.values(), scene)?;
        Ok(vec![Draft::new(self.id, self.added()?)])
    }
}

/// To change what a role says; retiring it is one such change.
#[derive(Debug, Clone, PartialEq)]
pub struct EditRole {
    pub role: RoleId,
    pub edit: RoleEdited,
}

impl Decide for EditRole {
    fn needs(&self) -> Needs<'_> {
        Needs::fields([self.role.into()], &self.edit)
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        let role = scene.role(self.role)?;
        are_there(&self.edit.values(), scene)?;
        edited(self.role, &role.registers, &self.edit)
    }
}

/// To fill a role, or a part of it, oneself; or another part of one that one fills, or until another day.
#[derive(Debug, Clone, PartialEq)]
pub struct TakeRole {
    pub role: RoleId,
    pub focus: Option<String>,
    pub term: Option<Day>,
}

impl Decide for TakeRole {
    fn needs(&self) -> Needs<'_> {
        Needs::new([self.role.into()], self.term)
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
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

impl Decide for PutDown {
    fn needs(&self) -> Needs<'_> {
        Needs::new([self.role.into()], NO_DAYS)
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        let holding =
            scene.role(self.role)?.holding_of(scene.me).ok_or(Refusal::NotHolding { role: self.role })?.id;
        Ok(vec![
            Draft::new(self.role, RolePutDown { holding, by: None, at: None, from: None }).ending([holding]),
        ])
    }
}
