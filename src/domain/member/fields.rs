//! What a member says of themselves, field by field. Joining says only the name and the initials.

use super::Member;
use crate::domain::event::payloads;
use crate::domain::field::fields;

fields! {
    /// A field of a member.
    MemberField of Member: MemberRegisters, edited by MemberEdited;

    name name: Name(phrase_field_name);
    text initials: Initials(phrase_field_initials);
    /// Their own limit of live claims.
    limit limit: Limit(phrase_field_limit, form form_field_limit);
    note contact: Contact(phrase_field_contact, form form_field_contact);
    tags teaches: Teaches(phrase_field_teaches, form form_field_teaches);
    tags learns: Learns(phrase_field_learns, form form_field_learns);
}
