//! Roles, as items of a bundle.

use super::{Bundled, Import, Item, handle, source_of, time};
use crate::domain::event::{RoleAdded, RoleMerged, RoleTaken};
use crate::domain::id::RoleId;
use crate::domain::record::Draft;
use crate::domain::role::{Role, RoleState};
use crate::domain::subject::Subject;
use crate::exchange::Bundle;
use crate::exchange::bundle;
use crate::session::{Error, Session};

impl Bundled for Role {
    fn export(&self, session: &Session, out: &mut Bundle) -> Result<(), Error> {
        out.roles.push(role(self, handle(session, self.id.into())?));
        Ok(())
    }

    fn import(import: &mut Import<'_, '_>, bundle: &Bundle) -> Result<(), Error> {
        let mut merged = Vec::new();
        for role in &bundle.roles {
            let Item::New(id) = import.item_from(&role.key, role.source.as_ref())? else { continue };
            import.imported.roles += 1;
            let added = RoleAdded {
                name: role.name.clone(),
                purpose: role.purpose.clone(),
                domains: role.domains.clone(),
                accountabilities: role.accountabilities.clone(),
                review: role.review,
                state: match role.state.as_str() {
                    "draft" => RoleState::Draft,
                    "retired" => RoleState::Retired,
                    _ => RoleState::Active,
                },
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
