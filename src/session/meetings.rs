//! Meetings as screens and commands need them: which one goes on, what happened since the last one, who facilitates next.

mod formats;
mod held;
mod hidden;
mod minutes;

pub use formats::Format;
pub use held::Held;
pub use hidden::{Gathered, Hand};
pub use minutes::Minutes;

use super::{Done, Entry, Error, Session};
use crate::domain::calendar::At;
use crate::domain::decide::{Claim, ClaimAs, Command};
use crate::domain::event::{Event, TaskEvent};
use crate::domain::id::{MeetingId, MemberId, TaskId};
use crate::domain::meeting::{Ahead, Meeting, MeetingKind};
use crate::domain::meets::Sitting;
use crate::domain::phrase::Read;
use crate::domain::record::Record;
use crate::domain::subject::{Subject, undone};
use crate::domain::task::State;
use crate::insight::Rule;
use crate::store::{CurrentFinding, JournalFilter};

/// So far back the journal is read for what happened between two meetings.
const FAR: usize = 2_000;
/// So many of one sort are told.
const TOLD: usize = 12;
/// Where there was no meeting yet: as long as a team waits for the next.
const FIRST_DAYS: i64 = 7;

/// What happened to tasks in a stretch of the journal, each the newest first. What was taken back, and what an import
/// brought, is not among it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Happened {
    pub parts: Vec<Part>,
}

/// What happened of one sort.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    pub sort: Sort,
    pub told: Vec<Entry>,
    /// How many more there are.
    pub more: usize,
}

/// A sort of what happens, in the order in which a stand-up hears of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sort {
    Done,
    Added,
    Blocked,
    Cleared,
    Claimed,
    HandedOver,
}

impl Sort {
    pub const ALL: [Sort; 6] =
        [Sort::Done, Sort::Added, Sort::Blocked, Sort::Cleared, Sort::Claimed, Sort::HandedOver];

    /// The word in JSON and in texts.
    pub fn as_str(self) -> &'static str {
        match self {
            Sort::Done => "done",
            Sort::Added => "added",
            Sort::Blocked => "blocked",
            Sort::Cleared => "cleared",
            Sort::Claimed => "claimed",
            Sort::HandedOver => "handed_over",
        }
    }

    fn of(record: &Record) -> Option<Sort> {
        let Some(Event::Task(event)) = &record.event else { return None };
        match event {
            TaskEvent::Moved(moved) if moved.to == State::Done => Some(Sort::Done),
            TaskEvent::Added(_) => Some(Sort::Added),
            TaskEvent::Blocked(_) => Some(Sort::Blocked),
            TaskEvent::BlockerCleared(_) => Some(Sort::Cleared),
            // A claim that ends another is a take-over.
            TaskEvent::Claimed(_) if record.ends.is_empty() => Some(Sort::Claimed),
            TaskEvent::Claimed(_) | TaskEvent::OfferAccepted(_) => Some(Sort::HandedOver),
            _ => None,
        }
    }
}

impl Session {
    /// A meeting, as it stands.
    pub fn meeting(&self, id: MeetingId) -> Result<Option<Meeting>, Error> {
        match self.board().subject(id.into())? {
            Some(Subject::Meeting(meeting)) => Ok(Some(*meeting)),
            _ => Ok(None),
        }
    }

    /// The meeting of a kind that goes on.
    pub fn open_meeting(&self, kind: MeetingKind) -> Result<Option<Meeting>, Error> {
        let open = self.board().open_meeting(kind)?;
        Ok(open.map(|id| self.meeting(id)).transpose()?.flatten())
    }

    /// The last meeting of a kind that ended.
    pub fn last_meeting(&self, kind: MeetingKind) -> Result<Option<Meeting>, Error> {
        let last = self.board().last_meeting(kind)?;
        Ok(last.map(|id| self.meeting(id)).transpose()?.flatten())
    }

    /// The meeting that the team agreed on for now or soon and that nobody has begun yet.
    pub fn meeting_soon(&self) -> Result<Option<Sitting>, Error> {
        let now = self.now();
        let mut soon: Option<Sitting> = None;
        for sitting in self.terms()?.announced(now) {
            let last = self.board().meeting_before(sitting.kind, At(now.0.saturating_add(1)))?;
            let is_held = last.is_some_and(|last| last >= sitting.announced_from());
            if !is_held && soon.is_none_or(|other| sitting.starts < other.starts) {
                soon = Some(sitting);
            }
        }
        Ok(soon)
    }

    /// What of the board lies ahead of a meeting of a kind.
    pub fn ahead(&self, kind: MeetingKind) -> Result<Ahead, Error> {
        Ok(self.board().ahead(kind, self.today())?)
    }

    /// Claims a task for somebody who says yes at another's keyboard: the promise is theirs, and so is the record.
    pub fn claim_as(&mut self, who: MemberId, task: TaskId) -> Result<Done, Error> {
        self.perform_as(who, &[Command::Claim(Claim { task, part: ClaimAs::Lead })])
    }

    /// What the last meeting of the kind before this one decided to do.
    pub fn last_actions(&self, meeting: &Meeting) -> Result<Vec<TaskId>, Error> {
        let began = meeting.origin.map_or(self.now(), |origin| origin.at);
        Ok(self.board().last_actions((meeting.kind, meeting.id), began)?)
    }

    /// From when on a meeting hears what happened: from the beginning of the one before it.
    pub fn since_last(&self, meeting: &Meeting) -> Result<At, Error> {
        let began = meeting.origin.map_or(self.now(), |origin| origin.at);
        let before = self.board().meeting_before(meeting.kind, began)?;
        Ok(before.unwrap_or(began.plus_days(-FIRST_DAYS)))
    }

    /// What happened to tasks from a moment on, until another.
    pub fn happened(&self, since: At, until: Option<At>) -> Result<Happened, Error> {
        let filter = JournalFilter { since: Some(since), until, ..JournalFilter::default() };
        let mut entries = self.board().events(&filter, None, 0, FAR)?.rows;
        let oldest_first: Vec<Record> = entries.iter().rev().map(|entry| entry.record.clone()).collect();
        let undone = undone(&oldest_first);
        entries.retain(|entry| {
            let is_imported = entry.record.event.as_ref().is_some_and(|event| event.facts().is_imported());
            !is_imported && !undone.contains(&entry.record.id)
        });
        let mut happened = Happened::default();
        for sort in Sort::ALL {
            let mut of_sort: Vec<_> =
                entries.iter().filter(|entry| Sort::of(&entry.record) == Some(sort)).cloned().collect();
            // What happened to one thing several times is told once.
            let mut seen = std::collections::HashSet::new();
            of_sort.retain(|entry| seen.insert(entry.record.subject));
            let more = of_sort.len().saturating_sub(TOLD);
            of_sort.truncate(TOLD);
            if !of_sort.is_empty() {
                happened.parts.push(Part { sort, told: self.say_all(of_sort, Read::Anywhere)?, more });
            }
        }
        Ok(happened)
    }

    /// The claims that went quiet since a moment, and still are.
    pub fn gone_quiet(&self, since: At) -> Result<Vec<CurrentFinding>, Error> {
        let Some(rule) = Rule::named("S1") else { return Ok(Vec::new()) };
        let mut quiet = self.board().findings_of(rule, self.now(), self.today(), FAR)?;
        quiet.retain(|held| held.finding.from >= since);
        quiet.truncate(TOLD);
        Ok(quiet)
    }

    /// Who facilitates the next meeting of a kind: who said so after the last one, else whoever has not for the longest, of
    /// those who are here and did not pass. It is a mark and never a lock.
    pub fn next_chair(&self, kind: MeetingKind) -> Result<Option<MemberId>, Error> {
        Ok(self.board().rota(kind, self.today())?.first().copied())
    }
}
