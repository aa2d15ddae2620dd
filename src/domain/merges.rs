//! Members who are one person: what the record of one is, it is of the person.
//!
//! Somebody stands on a board twice where an import knew them under another name, or where they joined apart on two
//! machines. A record says so (`member.merged`), and is undone like any other; nothing that was written is changed. So
//! whose a record is follows from what is known now, and is asked before a subject is folded.

use std::collections::HashMap;

use serde_json::Value;
use serde_json::value::to_raw_value;

use super::event::Event;
use super::id::MemberId;
use super::record::Record;

/// Who each member is, of those who are somebody else.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Merges {
    into: HashMap<MemberId, MemberId>,
    persons: HashMap<MemberId, MemberId>,
}

impl Merges {
    /// From who was merged into whom. A person is who stands at the end of the way, or in a circle its smallest id.
    pub fn of(into: HashMap<MemberId, MemberId>) -> Merges {
        let end = |from: MemberId| {
            let mut way = vec![from];
            loop {
                let here = way[way.len() - 1];
                let Some(next) = into.get(&here) else { return here };
                match way.iter().position(|member| member == next) {
                    Some(circle) => return way[circle..].iter().copied().min().unwrap_or(here),
                    None => way.push(*next),
                }
            }
        };
        let persons = into.keys().map(|member| (*member, end(*member)));
        let persons = persons.filter(|(member, person)| member != person).collect();
        Merges { into, persons }
    }

    /// Who a member is.
    pub fn person(&self, member: MemberId) -> MemberId {
        self.persons.get(&member).copied().unwrap_or(member)
    }

    /// Into whom a member was merged.
    pub fn merged_into(&self, member: MemberId) -> Option<MemberId> {
        self.into.get(&member).copied()
    }

    /// A member, and those whose way to their person leads by them: who becomes somebody else with them.
    pub fn through(&self, member: MemberId) -> Vec<MemberId> {
        let leads_by = |from: MemberId| {
            let mut way = vec![from];
            while let Some(next) = self.into.get(&way[way.len() - 1]).filter(|next| !way.contains(next)) {
                way.push(*next);
            }
            way.contains(&member)
        };
        let others = self.into.keys().copied().filter(|other| *other != member && leads_by(*other));
        std::iter::once(member).chain(others).collect()
    }

    /// A person, and the members who are that person.
    pub fn members_who_are(&self, person: MemberId) -> Vec<MemberId> {
        let others = self.persons.iter().filter(|(_, of)| **of == person).map(|(member, _)| *member);
        std::iter::once(person).chain(others).collect()
    }

    pub fn is_empty(&self) -> bool {
        self.persons.is_empty()
    }

    /// Lets a record speak of persons.
    pub fn resolve(&self, record: &mut Record) {
        record.author = self.person(record.author);
        let Some(data) = record.event.as_ref().map(Event::data) else { return };
        if !self.persons.keys().any(|member| data.get().contains(&member.to_string())) {
            return;
        }
        let Ok(mut told) = serde_json::from_str(data.get()) else { return };
        self.rename(&mut told);
        let resolved = to_raw_value(&told).ok().and_then(|data| Event::read(&record.kind, &data));
        record.event = resolved.or(record.event.take());
    }

    /// An id is a whole text of the data: no word of a sentence is touched.
    fn rename(&self, told: &mut Value) {
        match told {
            Value::String(text) => {
                let id = text.parse().ok().map(MemberId);
                if let Some(person) = id.and_then(|id| self.persons.get(&id)) {
                    *text = person.to_string();
                }
            }
            Value::Array(items) => {
                let before = items.clone();
                items.iter_mut().for_each(|item| self.rename(item));
                if *items != before {
                    // Two members who are one are named once.
                    let mut seen = Vec::with_capacity(items.len());
                    items.retain(|item| {
                        !seen.contains(item) && {
                            seen.push(item.clone());
                            true
                        }
                    });
                }
            }
            Value::Object(fields) => fields.values_mut().for_each(|field| self.rename(field)),
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn member(n: u128) -> MemberId {
        MemberId(Uuid::from_u128(n))
    }

    fn merges(into: &[(u128, u128)]) -> Merges {
        Merges::of(into.iter().map(|(from, into)| (member(*from), member(*into))).collect())
    }

    #[test]
    fn a_person_is_who_stands_at_the_end_of_the_way() {
        let merges = merges(&[(1, 2), (2, 3), (5, 4)]);
        let person = |n| merges.person(member(n));
        assert_eq!([1, 2, 3, 4, 5, 6].map(person), [3, 3, 3, 4, 4, 6].map(member));
        let mut through = merges.through(member(2));
        through.sort();
        assert_eq!(through, [1, 2].map(member));
        assert_eq!(merges.through(member(9)), [member(9)]);
    }

    #[test]
    fn a_circle_is_its_smallest_id() {
        let merges = merges(&[(3, 2), (2, 7), (7, 2), (9, 3)]);
        let person = |n| merges.person(member(n));
        assert_eq!([2, 3, 7, 9].map(person), [2, 2, 2, 2].map(member));
        assert_eq!(self::merges(&[(1, 1)]).person(member(1)), member(1));
    }
}
