//! Blockers: what stops a task, asked from someone or something.

use super::super::calendar::{At, Day};
use super::super::event::{OpenBlocker, TaskBlocked, WaitsOn};
use super::super::id::{MemberId, RecordId};
use super::super::record::Record;

/// What stops a task: raised, asked, promised, then cleared or withdrawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Blocker {
    /// The record that raised it.
    pub id: RecordId,
    pub what: String,
    pub on: Option<WaitsOn>,
    pub by: MemberId,
    pub raised: At,
    /// When whoever can help was last asked.
    pub asked: Option<At>,
    /// When they were asked first, as far as it was written.
    pub first_asked: Option<At>,
    /// Until when they promised to help.
    pub promised: Option<Day>,
    pub cleared: Option<Cleared>,
}

/// How a blocker ended.
#[derive(Debug, Clone, PartialEq)]
pub struct Cleared {
    pub at: At,
    pub how: Option<String>,
    /// Whether it was taken back instead: it never was one, or is none any more.
    pub withdrawn: bool,
}

impl Blocker {
    pub fn is_open(&self) -> bool {
        self.cleared.is_none()
    }

    pub(super) fn raised(record: &Record, blocked: &TaskBlocked) -> Blocker {
        Blocker {
            id: record.id,
            what: blocked.what.clone(),
            on: blocked.on.clone(),
            by: blocked.by.unwrap_or(record.author),
            raised: blocked.at.unwrap_or(record.at),
            asked: None,
            first_asked: None,
            promised: None,
            cleared: None,
        }
    }

    /// One of another task that goes on in this one.
    pub(super) fn moved(open: &OpenBlocker) -> Blocker {
        Blocker {
            id: open.id,
            what: open.what.clone(),
            on: open.on.clone(),
            by: open.by,
            raised: open.raised,
            asked: open.asked,
            first_asked: open.first_asked,
            promised: open.promised,
            cleared: None,
        }
    }

    /// It as it moves to another task.
    pub(in crate::domain) fn as_open(&self) -> OpenBlocker {
        OpenBlocker {
            id: self.id,
            what: self.what.clone(),
            on: self.on.clone(),
            by: self.by,
            raised: self.raised,
            asked: self.asked,
            first_asked: self.first_asked,
            promised: self.promised,
        }
    }

    /// Of two who asked apart the later counts.
    pub(super) fn ask(&mut self, at: At) {
        self.asked = self.asked.max(Some(at));
        self.first_asked = Some(self.first_asked.map_or(at, |first| first.min(at)));
    }

    /// A promise answers the question, so it counts as asked even where nobody said that they did; an import may not
    /// know when that was.
    pub(super) fn promise(&mut self, until: Day, at: At) {
        self.promised = Some(until);
        if at > At::START {
            self.asked.get_or_insert(at);
            self.first_asked.get_or_insert(at);
        }
    }

    /// The first answer counts: a second one made apart changes nothing.
    pub(super) fn clear(&mut self, at: At, how: Option<String>) {
        self.cleared.get_or_insert(Cleared { at, how, withdrawn: false });
    }

    pub(super) fn withdraw(&mut self, at: At) {
        self.cleared.get_or_insert(Cleared { at, how: None, withdrawn: true });
    }
}
