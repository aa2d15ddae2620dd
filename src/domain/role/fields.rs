//! What a role says, field by field.

use super::{Role, RoleState};
use crate::domain::calendar::{At, Day};
use crate::domain::event::payloads;
use crate::domain::field::fields;
use crate::domain::id::RoleId;

fields! {
    /// A field of a role.
    RoleField of Role: RoleRegisters, edited by RoleEdited, added by RoleAdded and AddRole { id: RoleId };

    name name: Name(phrase_field_name);
    /// Why the role is there.
    text purpose: Purpose(phrase_field_purpose);
    /// What only this role controls.
    lines domains: Domains(phrase_field_domains);
    /// Ongoing activities that others may expect of it.
    lines accountabilities: Accountabilities(phrase_field_accountabilities);
    date review: Review(phrase_field_review, none phrase_no_review);
    choice<RoleState> state: State(phrase_field_state, form form_field_state);
    only added may source: String;
    only added may file: String;
    only added may at: At;
}
