//! A member: a person of the team, without rank.

use super::calendar::{At, Day};
use super::event::Event;
use super::id::MemberId;
use super::record::Record;
use super::register::Register;
use super::subject::Origin;

/// Live claims that a member may hold before the board asks, unless they set their own limit.
pub const DEFAULT_LIMIT: u32 = 3;

/// A person of the team.
#[derive(Debug, Clone, PartialEq)]
pub struct Member {
    pub id: MemberId,
    pub origin: Option<Origin>,
    pub name: Register<String>,
    pub initials: Register<Option<String>>,
    /// Their own limit of live claims.
    pub limit: Register<u32>,
    /// Away from a day, and until when if they said.
    pub away: Register<Option<Away>>,
    pub contact: Register<Option<String>>,
    pub teaches: Register<Vec<String>>,
    pub learns: Register<Vec<String>>,
    pub left: Option<At>,
    /// The key under which another tool knew them.
    pub source: Option<String>,
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

impl Member {
    pub(super) fn blank(id: MemberId) -> Member {
        Member {
            id,
            origin: None,
            name: Register::default(),
            initials: Register::default(),
            limit: Register::default(),
            away: Register::default(),
            contact: Register::default(),
            teaches: Register::default(),
            learns: Register::default(),
            left: None,
            source: None,
        }
    }

    /// Their name, or nothing while it is unknown.
    pub fn name(&self) -> &str {
        self.name.get().map_or("", String::as_str)
    }

    /// Their limit of live claims.
    pub fn limit(&self) -> u32 {
        self.limit.get().copied().unwrap_or(DEFAULT_LIMIT)
    }

    /// Whether they are of the team now.
    pub fn is_here(&self) -> bool {
        self.origin.is_some() && self.left.is_none()
    }

    /// Whether they are away on a day.
    pub fn is_away(&self, day: Day) -> bool {
        self.away.value().is_some_and(|away| away.covers(day))
    }

    pub(super) fn apply(&mut self, record: &Record, event: &Event) {
        let (id, seen) = (record.id, record.ends.as_slice());
        match event {
            Event::MemberJoined(joined) => {
                self.origin =
                    Some(Origin { by: record.author, at: joined.at.unwrap_or(record.at), record: record.id });
                self.name.write(id, seen, joined.name.clone());
                if joined.initials.is_some() {
                    self.initials.write(id, seen, joined.initials.clone());
                }
                self.source.clone_from(&joined.source);
            }
            Event::MemberEdited(edit) => {
                self.name.edit(id, seen, &edit.name);
                self.initials.edit(id, seen, &edit.initials);
                self.limit.edit(id, seen, &edit.limit);
                self.contact.edit(id, seen, &edit.contact);
                self.teaches.edit(id, seen, &edit.teaches);
                self.learns.edit(id, seen, &edit.learns);
            }
            Event::MemberAway(away) => {
                let away = away.from.map(|from| Away { from, until: away.until });
                self.away.write(id, seen, away);
            }
            Event::MemberLeft(left) => self.left = Some(left.at.unwrap_or(record.at)),
            Event::MemberReturned(_) => self.left = None,
            _ => {}
        }
    }
}
