//! Roles, as items of a bundle.

use super::{Bundled, Import, Item, handle, source_of, time};
use crate::domain::event::{RoleAdded, RoleEdited, RoleMerged, RoleTaken};
use crate::domain::field::types::Choice;
use crate::domain::field::{Field, Type, Value, brought};
use crate::domain::id::RoleId;
use crate::domain::record::Draft;
use crate::domain::role::{Role, RoleField, RoleState};
use crate::domain::subject::Subject;
use crate::exchange::Bundle;
use crate::exchange::bundle;
use crate::session::import::ChangedTwice;
use crate::session::{Error, Session};

impl Bundled for Role {
    fn export(&self, session: &Session, out: &mut Bundle) -> Result<(), Error> {
        out.roles.push(role(self, handle(session, self.id.into())?));
        Ok(())
    }

    fn import(import: &mut Import<'_, '_>, bundle: &Bundle) -> Result<(), Error> {
        let mut merged = Vec::new();
        for role in &bundle.roles {
            let id = match import.item_from(&role.key, role.source.as_ref())? {
                Item::New(id) => id,
                Item::Known(id) => {
                    import.newer_role(id.into(), role)?;
                    continue;
                }
            };
            import.imported.roles += 1;
            let added = RoleAdded {
                name: role.name.clone(),
                purpose: role.purpose.clone(),
                domains: role.domains.clone(),
                accountabilities: role.accountabilities.clone(),
                review: role.review,
                state: state(role),
                source: source_of(&role.key, role.source.as_ref()),
                file: import.file.take(),
                at: Some(import.at(role.created)),
            };
            let added_at = added.at;
            let mut drafts = vec![Draft::new(id, added)];
            for holder in &role.holders {
                let Some(member) = import.member(&holder.member) else { continue };
                let taken = RoleTaken {
                    focus: holder.focus.clone(),
                    term: holder.term,
                    by: Some(member),
                    at: Some(import.at(holder.since)),
                    from: None,
                };
                drafts.push(Draft::new(id, taken));
            }
            merged.extend(role.merged_into.as_ref().map(|into| (id, into, added_at)));
            import.append(drafts)?;
        }
        // The role in which one goes on may come after it.
        for (id, into, at) in merged {
            let Some(into) = import.ids.get(into).map(|into| (*into).into()) else { continue };
            import.append(vec![Draft::new(id, RoleMerged { into, by: None, at, from: None })])?;
        }
        Ok(())
    }
}

impl Import<'_, '_> {
    /// What a newer file says of a role that came from there. Who holds it they say themselves.
    fn newer_role(&mut self, id: RoleId, role: &bundle::Role) -> Result<(), Error> {
        let Some(Subject::Role(said)) = self.said(id.into(), &role.key)? else { return Ok(()) };
        let Some(Subject::Role(here)) = self.writing.subject(id.into())? else { return Ok(()) };
        let now = [
            (RoleField::Name, Value::Name(role.name.clone())),
            (RoleField::Purpose, Value::Text(role.purpose.clone())),
            (RoleField::Domains, Value::Lines(role.domains.clone())),
            (RoleField::Accountabilities, Value::Lines(role.accountabilities.clone())),
            (RoleField::Review, Value::Date(role.review)),
            (RoleField::State, Choice::value(state(role))),
        ];
        let brought = brought(&said.registers, &here.registers, now);
        if brought.edit != RoleEdited::default() {
            let edit = RoleEdited { from: Some(role.key.clone()), ..brought.edit };
            self.append(vec![Draft::new(id, edit).ending(brought.ends)])?;
            self.imported.changed.edited += 1;
        }
        if !brought.both.is_empty() {
            let fields = brought.both.iter().map(|field| field.label()).collect();
            self.imported.both.push(ChangedTwice { title: here.name().to_owned(), fields });
        }
        Ok(())
    }
}

fn state(role: &bundle::Role) -> RoleState {
    match role.state.as_str() {
        "draft" => RoleState::Draft,
        "retired" => RoleState::Retired,
        _ => RoleState::Active,
    }
}

impl Session {
    /// One role as the export has it.
    pub fn role_out(&self, id: RoleId) -> Result<Option<bundle::Role>, Error> {
        match self.board().subject(id.into())? {
            Some(Subject::Role(r)) => Ok(Some(role(&r, handle(self, id.into())?))),
            _ => Ok(None),
        }
    }
}

fn role(role: &Role, handle: Option<String>) -> bundle::Role {
    bundle::Role {
        key: role.id.to_string(),
        source: role.source.clone(),
        handle,
        name: role.name().to_owned(),
        purpose: role.purpose.value().cloned(),
        domains: role.domains().to_vec(),
        accountabilities: role.accountabilities().to_vec(),
        review: role.review.value().copied(),
        state: role.state().as_str().to_owned(),
        merged_into: role.merged_into.map(|into| into.to_string()),
        created: role.origin.and_then(|origin| time(origin.at)),
        holders: role
            .holders
            .iter()
            .map(|holding| bundle::Holder {
                member: holding.member.to_string(),
                focus: holding.focus.clone(),
                since: time(holding.since),
                term: holding.term,
            })
            .collect(),
    }
}
