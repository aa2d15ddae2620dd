//! What touches oneself of what happened since one was here.
//!
//! How far somebody has looked is their own: it lies beside their settings, for each board and member the last row of the
//! journal by its number and its record. A board in which that row holds another record was restored or replaced: it is
//! looked at from its present end on, as one that is opened for the first time. Nothing but looking moves it on.

use std::time::Duration;

use toml::{Table, Value};

use super::{Environment, Error, Session};
use crate::domain::calendar::At;
use crate::domain::event::{Event, SettlementEvent, ThanksEvent};
use crate::domain::id::{MemberId, RecordId, SubjectId, SubjectRef};
use crate::domain::phrase::{Phrase, Read, mentions};
use crate::domain::record::Record;
use crate::domain::subject::Kind;
use crate::files::LOCK_PATIENCE;
use crate::insight::since::touching;
use crate::store::Entry;
use crate::words::words;

const FILE: &str = "since.toml";
/// So many of the last rows of the journal are looked at.
const ROWS: i64 = 3_000;
/// The screens wait for it: what takes longer begins the next time.
const PATIENCE: Duration = Duration::from_millis(50);

/// What touches a member.
#[derive(Debug, Clone, PartialEq)]
pub struct Since {
    pub member: MemberId,
    /// When they looked last.
    pub at: At,
    /// The newest first.
    pub touches: Vec<Touch>,
    /// Whether more arrived than was looked at.
    pub more: bool,
    upto: Mark,
}

/// One thing that touches somebody.
#[derive(Debug, Clone, PartialEq)]
pub struct Touch {
    pub record: Record,
    /// What it leads to.
    pub about: Option<SubjectRef>,
    /// How much else of the same action touches them: an import is one thing.
    pub also: usize,
}

/// Up to where somebody has looked, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Mark {
    n: i64,
    record: RecordId,
    at: At,
}

impl Session {
    /// What touches a member since they looked last; `None` where it is not known here when that was.
    pub fn since(&self, member: MemberId) -> Result<Option<Since>, Error> {
        let Some(mark) = self.environment.mark(self, member)? else { return Ok(None) };
        self.since_mark(member, mark).map(Some)
    }

    /// The same of who acts, where they are who is remembered for this board on this machine: it is theirs, and not
    /// whoever's stands at their screen. Where it is not known when that was, it begins.
    pub fn since_remembered(&self) -> Result<Option<Since>, Error> {
        let Some(member) = self.remembered()?.filter(|member| self.me == Some(*member)) else {
            return Ok(None);
        };
        match self.since(member)? {
            None => self.begin_since(member, PATIENCE).map(|()| None),
            since => Ok(since),
        }
    }

    /// Whether who acts here is somebody else than who is remembered for this board on this machine.
    pub fn acts_for_another(&self) -> Result<bool, Error> {
        Ok(self.remembered()?.is_some_and(|member| self.me != Some(member)))
    }

    /// From here on it is told to a member what touches them.
    pub fn tell_since_now(&self, member: MemberId) -> Result<(), Error> {
        self.begin_since(member, LOCK_PATIENCE)
    }

    /// They have looked at all of it. Where they looked further meanwhile, that stays.
    pub fn looked(&self, since: &Since) -> Result<(), Error> {
        let upto = Mark { at: self.environment.now(), ..since.upto };
        self.environment.keep_mark(self, since.member, upto, LOCK_PATIENCE)
    }

    /// What it says, in a sentence.
    pub fn say_touch(&self, touch: &Touch) -> Result<Phrase, Error> {
        let phrase = self.phrase(&touch.record, Read::Anywhere)?;
        Ok(match touch.also {
            0 => phrase,
            more => phrase.within(|sentence| words().since_also(sentence, more)),
        })
    }

    /// Begins at the present end, where nothing is known yet. A board in memory is gone before anybody could come back.
    pub(super) fn begin_since(&self, member: MemberId, patience: Duration) -> Result<(), Error> {
        let Some((n, record)) = self.store.last_row()? else { return Ok(()) };
        let now = Mark { n, record, at: self.environment.now() };
        match self.environment.mark(self, member)? {
            Some(_) => Ok(()),
            None => self.environment.keep_mark(self, member, now, patience),
        }
    }

    fn since_mark(&self, member: MemberId, mark: Mark) -> Result<Since, Error> {
        let (n, record) = self.store.last_row()?.unwrap_or((mark.n, mark.record));
        let upto = Mark { n, record, ..mark };
        let more = n - mark.n > ROWS;
        let arrived = if n > mark.n { self.store.arrived_after(mark.n, member, ROWS)? } else { Vec::new() };
        let ties = self.store.ties(member, &arrived)?;
        let touching = touching(arrived.iter().map(|entry| &entry.record), member, &ties);
        let mut touches: Vec<Touch> = Vec::new();
        let mut last: Option<(i64, bool)> = None;
        for i in touching {
            let Entry { action, record, .. } = &arrived[i];
            let this = (*action, is_one_of_many(record));
            if this.1 && last == Some(this) {
                touches.last_mut().expect("there was one before").also += 1;
                continue;
            }
            last = Some(this);
            touches.push(Touch { about: self.about(record)?, record: record.clone(), also: 0 });
        }
        touches.reverse();
        Ok(Since { member, at: mark.at, touches, more, upto })
    }

    /// What a record leads to: its subject, or what its subject is about.
    fn about(&self, record: &Record) -> Result<Option<SubjectRef>, Error> {
        let candidates: Vec<SubjectId> = match (&record.event, Kind::of(&record.kind)) {
            (Some(Event::Thanks(ThanksEvent::Given(given))), _) => given.about.into_iter().collect(),
            // A pairing has no page: whoever it is with has one.
            (Some(Event::Pairing(_)), _) => vec![record.author.into()],
            (Some(Event::Settlement(SettlementEvent::Settled(_))), _) => {
                mentions(record).into_iter().filter(|id| *id != record.author.into()).collect()
            }
            (_, Some(kind)) => return Ok(Some(SubjectRef { kind, id: record.subject })),
            (_, None) => vec![record.subject],
        };
        for id in candidates {
            if let Some(subject) = self.store.subject(id)? {
                return Ok(Some(SubjectRef { kind: subject.kind(), id }));
            }
        }
        Ok(None)
    }
}

/// Whether it is told once for all of its action: a claim and a step that one takes in one go are told each.
fn is_one_of_many(record: &Record) -> bool {
    record
        .event
        .as_ref()
        .is_some_and(|event| matches!(event, Event::Undone(_)) || event.facts().is_imported())
}

impl Environment {
    /// Up to where a member has looked at a board, where the board still holds that.
    fn mark(&self, session: &Session, member: MemberId) -> Result<Option<Mark>, Error> {
        let table = self.marks()?;
        let mark = table
            .get(&session.store.board().to_string())
            .and_then(|board| Mark::read(board.get(member.to_string())?));
        let Some(mark) = mark else { return Ok(None) };
        let is_held = session.store.record_in_row(mark.n)? == Some(mark.record);
        Ok(is_held.then_some(mark))
    }

    fn keep_mark(
        &self,
        session: &Session,
        member: MemberId,
        mark: Mark,
        patience: Duration,
    ) -> Result<(), Error> {
        let Some(file) = self.settings().map(|folder| folder.join(FILE)) else { return Ok(()) };
        if session.store.is_in_memory() {
            return Ok(());
        }
        let cannot = |error| Error::file(&file, &error);
        let held = self.hold(patience).map_err(cannot)?;
        if self.mark(session, member)?.is_some_and(|kept| kept.n > mark.n) {
            return Ok(());
        }
        let mut table = self.marks()?;
        let board =
            table.entry(session.store.board().to_string()).or_insert_with(|| Value::Table(Table::new()));
        if !board.is_table() {
            *board = Value::Table(Table::new());
        }
        if let Value::Table(board) = board {
            board.insert(member.to_string(), mark.write());
        }
        self.write_own(FILE, &table.to_string(), &held).map_err(cannot)
    }

    /// A file that cannot be read is told, and not written over: it may know of other boards.
    fn marks(&self) -> Result<Table, Error> {
        let file = self.settings().map(|folder| folder.join(FILE)).unwrap_or_default();
        let text = self.own_text(FILE).map_err(|error| Error::file(&file, &error))?;
        text.unwrap_or_default().parse().map_err(|_| Error::unreadable(&file))
    }
}

impl Mark {
    /// `None` where it is none: then it begins anew.
    fn read(value: &Value) -> Option<Mark> {
        let number = |name: &str| value.get(name)?.as_integer();
        let record = value.get("record")?.as_str()?.parse().ok()?;
        Some(Mark { n: number("n")?, record, at: At(number("at")?).in_calendar() })
    }

    fn write(self) -> Value {
        let Mark { n, record, at } = self;
        let mut table = Table::new();
        table.insert("n".into(), Value::Integer(n));
        table.insert("record".into(), Value::String(record.to_string()));
        table.insert("at".into(), Value::Integer(at.0));
        Value::Table(table)
    }
}

#[cfg(test)]
mod tests;
