//! Importing a board in: a bundle becomes records, in one transaction.
//!
//! What the board knows already (by the key of its source, or by id) is not made again. What its source changed since is
//! brought, where nobody here changed it too: so the same file twice changes nothing, and a newer one what is newer. Times
//! come from the source: an import is no sign of progress.

mod changed;
pub(super) mod said;

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{Environment, Error, ErrorKind, Session, bundled};
use crate::domain::calendar::At;
use crate::domain::decide::Place;
use crate::domain::folding::folded;
use crate::domain::id::{BoardId, MemberId, RecordId, SubjectId, TaskId};
use crate::domain::member::alike::may_be_one;
use crate::domain::record::Draft;
use crate::domain::subject::Subject;
use crate::domain::task::LeaseTerms;
use crate::exchange::{Bundle, Records};
use crate::store::{LeftOut, Received, Writing};
use crate::words::words;

pub use changed::{Changed, ChangedTwice};

/// What was brought in, and what was there already.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Imported {
    pub members: usize,
    pub roles: usize,
    pub goals: usize,
    pub tasks: usize,
    /// Items that the board had already.
    pub known: usize,
    /// What of them is new.
    pub changed: Changed,
    /// What stays as it is here, since it was changed here too.
    pub both: Vec<ChangedTwice>,
    /// The titles of live tasks that came from there, and of which the file says nothing any more. They stay.
    pub gone: Vec<String>,
}

/// What came of a file of records.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TakenIn {
    /// How many are new, by the name of whoever they say wrote them.
    pub by: Vec<(String, usize)>,
    /// How many were here already.
    pub known: usize,
    /// How many lines were not taken in, by the reason.
    pub left_out: BTreeMap<LeftOut, usize>,
}

impl TakenIn {
    /// How many records are new.
    pub fn count(&self) -> usize {
        self.by.iter().map(|(_, count)| count).sum()
    }
}

/// Somebody of whom no record is here.
const UNKNOWN: &str = "?";

impl Session {
    /// Brings a board in; `progress` hears how many tasks are in so far.
    pub fn import(&mut self, bundle: &Bundle, progress: &mut dyn FnMut(usize)) -> Result<Imported, Error> {
        let me = self.me.ok_or_else(Error::who_are_you)?;
        self.at_present()?;
        self.store.make_room()?;
        let imported = self.import_as(me, bundle, progress);
        self.store.give_room_back()?;
        imported
    }

    /// Who of a bundle is new here, and may be a member under another name: the two names.
    pub fn alike_members(&self, bundle: &Bundle) -> Result<Vec<(String, String)>, Error> {
        let here: Vec<_> = self.board().members(usize::MAX / 4)?;
        let is_here = |name: &str| here.iter().any(|row| folded(&row.name) == folded(name));
        let mut alike = Vec::new();
        for member in bundle.members.iter().filter(|member| !is_here(&member.name)) {
            if bundle.same.contains_key(&member.key) || self.board().known_as(&member.key)?.is_some() {
                continue;
            }
            let near = here.iter().filter(|row| may_be_one(&row.name, &member.name));
            alike.extend(near.map(|row| (member.name.clone(), row.name.clone())));
        }
        Ok(alike)
    }

    /// What an import would bring; nothing is written.
    pub fn import_tried(&mut self, bundle: &Bundle) -> Result<Imported, Error> {
        let me = self.me.ok_or_else(Error::who_are_you)?;
        self.at_present()?;
        let (imported, _) = self.brought(me, bundle, &mut |_| {})?;
        Ok(imported)
    }

    /// Takes in records of this board that were written elsewhere, as they are: they stay the words of those who wrote them.
    pub fn receive(&mut self, records: &Records) -> Result<TakenIn, Error> {
        self.at_present()?;
        self.store.make_room()?;
        let taken = self.taken_in(records).and_then(|(taken, writing)| {
            writing.commit()?;
            Ok(taken)
        });
        self.store.give_room_back()?;
        taken
    }

    /// What of them would be new; nothing is written.
    pub fn receive_tried(&mut self, records: &Records) -> Result<TakenIn, Error> {
        self.at_present()?;
        Ok(self.taken_in(records)?.0)
    }

    fn taken_in(&mut self, records: &Records) -> Result<(TakenIn, Writing<'_>), Error> {
        let mut writing = self.store.write()?;
        let Received { new, known, left_out } = writing.receive_sealed(&records.lines())?;
        if new.is_empty() && known == 0 && left_out.keys().eq([&LeftOut::Foreign]) {
            let words = words();
            let (message, hint) = (words.import_other_board(), words.import_other_board_hint());
            return Err(Error::new(ErrorKind::Refused, message, Some(hint)));
        }
        let mut by = Vec::with_capacity(new.len());
        for (member, count) in new {
            let member = writing.subject(member.into())?;
            let name = member.as_ref().and_then(Subject::called);
            by.push((name.unwrap_or(UNKNOWN).to_owned(), count));
        }
        by.sort();
        Ok((TakenIn { by, known, left_out }, writing))
    }

    pub(super) fn import_as(
        &mut self,
        me: MemberId,
        bundle: &Bundle,
        progress: &mut dyn FnMut(usize),
    ) -> Result<Imported, Error> {
        let (imported, writing) = self.brought(me, bundle, progress)?;
        writing.commit()?;
        Ok(imported)
    }

    /// Brings a board in, in a transaction that stands open.
    fn brought(
        &mut self,
        me: MemberId,
        bundle: &Bundle,
        progress: &mut dyn FnMut(usize),
    ) -> Result<(Imported, Writing<'_>), Error> {
        let (board, now) = (self.store.board(), self.now());
        let mut writing = self.store.write()?;
        let by_name = writing.members_by_name()?;
        let last = writing.neighbours(TaskId(Uuid::nil()), Place::End)?.after;
        let lease = writing.terms()?.lease();
        writing.expect_tasks(bundle.tasks.len())?;
        let mut import = Import {
            writing,
            environment: self.environment.clone(),
            board,
            me,
            now,
            by_name,
            last,
            lease,
            ids: HashMap::new(),
            imported: Imported::default(),
            outside: bundle.outside.clone(),
            file: bundle.file.clone(),
            progress,
        };
        bundled::import_all(&mut import, bundle)?;
        let Import { imported, writing, .. } = import;
        Ok((imported, writing))
    }
}

/// The id that a Setara board's own export carries as its key.
pub(super) fn own_id(key: &str) -> Option<Uuid> {
    Uuid::parse_str(key).ok()
}

/// An import that goes on.
pub(super) struct Import<'s, 'p> {
    pub writing: Writing<'s>,
    environment: Environment,
    pub board: BoardId,
    pub me: MemberId,
    pub now: At,
    /// Who was here before, by folded name; `None` where several bear it.
    pub by_name: HashMap<String, Option<MemberId>>,
    /// The last place in the pull order before anything came in.
    pub last: Option<String>,
    /// The terms under which claims begin here.
    pub lease: LeaseTerms,
    /// The subjects behind the keys of the bundle.
    pub ids: HashMap<String, SubjectId>,
    pub imported: Imported,
    /// What a file of a part of a board calls what is not in it.
    pub outside: BTreeMap<String, String>,
    /// What the file is called; taken by the first record that it leads to.
    pub file: Option<String>,
    /// Hears how many tasks are in so far.
    pub progress: &'p mut dyn FnMut(usize),
}

/// Whether an item of the bundle must be made.
pub(super) enum Item {
    New(SubjectId),
    Known(SubjectId),
}

impl Import<'_, '_> {
    pub fn item(&mut self, key: &str) -> Result<Item, Error> {
        self.item_from(key, None)
    }

    /// The same of one that another Setara board has from `source`.
    pub fn item_from(&mut self, key: &str, source: Option<&String>) -> Result<Item, Error> {
        Ok(match self.known(key, source)? {
            Some(id) => {
                self.imported.known += 1;
                self.ids.insert(key.to_owned(), id);
                Item::Known(id)
            }
            None => {
                let id = SubjectId(own_id(key).unwrap_or_else(|| self.new_id()));
                self.ids.insert(key.to_owned(), id);
                Item::New(id)
            }
        })
    }

    /// Who or what it is here, by its key or by the one that it had at another tool.
    pub fn known(&mut self, key: &str, source: Option<&String>) -> Result<Option<SubjectId>, Error> {
        if let Some(id) = own_id(key).map(SubjectId)
            && self.writing.knows(id)?
        {
            return Ok(Some(id));
        }
        if let Some(known) = self.writing.known_as(key)? {
            return Ok(Some(known));
        }
        Ok(source.map(|source| self.writing.known_as(source)).transpose()?.flatten())
    }

    pub fn new_id(&mut self) -> Uuid {
        let taken = |id| self.writing.mentions(SubjectId(id)).unwrap_or(false);
        self.environment.free_id(taken)
    }

    pub fn append(&mut self, drafts: Vec<Draft>) -> Result<Vec<RecordId>, Error> {
        let records = self.writing.append(self.me, self.now, drafts)?;
        Ok(records.into_iter().map(|record| record.id).collect())
    }

    /// What an item names: nothing, or something of the file or of the board. `None` where that is in neither.
    pub fn named(&mut self, key: Option<&String>) -> Result<Option<Option<SubjectId>>, Error> {
        let Some(key) = key else { return Ok(Some(None)) };
        let id = match self.ids.get(key) {
            Some(id) => Some(*id),
            None => self.known(key, None)?,
        };
        Ok(id.map(Some))
    }

    pub fn member(&self, key: &str) -> Option<MemberId> {
        self.ids.get(key).map(|id| (*id).into())
    }

    pub fn at(&self, time: Option<DateTime<Utc>>) -> At {
        time.map_or(self.now, At::from)
    }
}

/// The key of another tool; a Setara board's own ids need none.
pub(super) fn source(key: &str) -> Option<String> {
    own_id(key).is_none().then(|| key.to_owned())
}

/// The same of what may have come to that Setara board from another tool.
pub(super) fn source_of(key: &str, from: Option<&String>) -> Option<String> {
    source(key).or_else(|| from.cloned())
}
