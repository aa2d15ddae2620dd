//! From what people type to ids, and from ids to what people read: handles and names.
//!
//! **Invariant:** handles are shown and read among one set: the live subjects of all kinds, and those that ended within
//! the last [`COUNT_FOR`](handle::COUNT_FOR) days. So a handle that somebody was told means what it was told of until that
//! has been over for so long; what fits several is told, never chosen. What ended before is found where nothing of the
//! set fits, and shown as what tells it from everything.
//!
//! Looking up costs what is shown and found, whatever was finished ever: what ended is walked by the first three letters
//! and no further back than it counts.

mod fitting;

use rusqlite::{OptionalExtension, Row, ToSql, params};

pub use fitting::Fitting;

use super::{Store, StoreError, journal, merged};
use crate::domain::calendar::At;
use crate::domain::folding::folded;
use crate::domain::handle;
use crate::domain::id::{MemberId, SubjectId, TaskId};
use crate::domain::names::{Named, Names};
use crate::domain::subject::Kind;

/// Something that a typed word may mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    pub id: SubjectId,
    pub kind: Kind,
    /// As much of the handle as tells it from others.
    pub handle: String,
    /// Its title or name.
    pub name: String,
    /// Whether it is done, dropped, retired, met or missed, or has left.
    pub has_ended: bool,
}

impl Match {
    /// Whether a word says the handle as far as it is shown, or more of it: then it can mean nothing else.
    pub fn is_told_by(&self, word: &str) -> bool {
        word.starts_with(&self.handle)
    }
}

/// How many of a kind a word finds, by name or by handle: that it is ambiguous is known by then.
pub const CANDIDATES: usize = 8;

/// A row of the subjects.
struct Found {
    id: SubjectId,
    kind: Kind,
    /// In full.
    handle: String,
    name: String,
    ended: Option<At>,
}

const COLUMNS: &str = "id, kind, handle, name, ended";

/// Handles with a beginning: from it to before the next one of its length. '{' comes after every letter.
const BEGUN: &str = "handle >= ?1 AND handle < ?1 || '{'";

fn found(row: &Row<'_>) -> rusqlite::Result<Found> {
    Ok(Found {
        id: row.get(0)?,
        kind: row.get(1)?,
        handle: row.get(2)?,
        name: row.get(3)?,
        ended: row.get(4)?,
    })
}

impl Store {
    /// The same store, as one looks at it at a moment: handles depend on what ended lately.
    ///
    /// A store has no clock, and until it is told it takes all that ever ended for recent, by which a handle is longer
    /// than it must be and never means another. `session` tells it wherever it hands it out, so that no reader can
    /// forget to.
    pub fn as_of(&self, now: At) -> &Store {
        self.now.set(now);
        self
    }

    /// What ended before this has lost its handle to what lives.
    fn counts_since(&self) -> At {
        self.now.get().plus_days(-handle::COUNT_FOR)
    }

    /// What a word may mean among some kinds, in the order of their table: of those that are called by name whoever is
    /// called just so, else whose name begins so, else of whose name a part begins so, the present before what has ended;
    /// or the handle. Of each kind up to [`CANDIDATES`] by name, and as many by handle.
    pub fn find(&self, kinds: &[Kind], word: &str) -> Result<Vec<Match>, StoreError> {
        let word = folded(word);
        if word.is_empty() {
            return Ok(Vec::new());
        }
        let with_handle = self.with_handle(kinds, &word)?;
        let mut with_name = self.with_name(kinds, &word)?;
        let has = |found: &[Found], kind: Kind| found.iter().any(|found| found.kind == kind);
        // What has ended is meant by its name where nothing else is.
        with_name.retain(|found| found.ended.is_none() || !has(&with_handle, found.kind));
        let named: Vec<Kind> = kinds.iter().copied().filter(|kind| has(&with_name, *kind)).collect();
        let mut found = self.matches(with_name)?;
        // A few letters begin many handles: whoever says a name means the name. But where they are a handle as it is
        // shown, they may have been meant as one.
        for other in self.matches(with_handle)? {
            let is_meant = !named.contains(&other.kind) || other.is_told_by(&word);
            if is_meant && !found.iter().any(|known| known.id == other.id) {
                found.push(other);
            }
        }
        found.sort_by_key(|found| found.kind);
        Ok(found)
    }

    /// What is not a member and has a word for its whole handle, where it can mean nothing else. [`Store::find`] would find
    /// it, too; a script that names everything so, hundreds of times, is spared how much of it is shown.
    pub fn with_whole_handle(&self, kind: Kind, word: &str) -> Result<Option<SubjectId>, StoreError> {
        if word.len() != handle::WHOLE {
            return Ok(None);
        }
        let mut statement = self.connection.prepare_cached(
            "SELECT id FROM subject s INDEXED BY subject_handle
              WHERE handle = ?1 AND kind = ?2 AND kind <> 'member'
                AND (SELECT count(*) FROM subject WHERE handle = ?1) = 1
                AND (kind = 'task' OR NOT EXISTS (
                      SELECT 1 FROM subject n
                       WHERE n.kind = s.kind AND n.kind <> 'task' AND instr(' ' || n.folded, ' ' || ?1) > 0))",
        )?;
        Ok(statement.query_row(params![word, kind.as_str()], |row| row.get(0)).optional()?)
    }

    /// Up to `most` subjects of the present, of a kind that is called by name, of which a part of the name, or the handle,
    /// begins so; with nothing typed, the first by name.
    pub fn called_like(&self, kind: Kind, typed: &str, most: usize) -> Result<Vec<Match>, StoreError> {
        let mut statement = self.connection.prepare_cached(&format!(
            "SELECT {COLUMNS} FROM subject WHERE kind = ?1 AND kind <> 'task' AND ended IS NULL
                AND (instr(' ' || folded, ' ' || ?2) > 0 OR substr(handle, 1, length(?2)) = ?2)
              ORDER BY folded, id LIMIT ?3"
        ))?;
        let rows = statement.query_map(params![kind.as_str(), folded(typed), most as i64], found)?;
        self.matches(rows.collect::<Result<_, _>>()?)
    }

    /// Those of each kind whom a name means best; initials are a name. In one walk over all that is called by name, of
    /// which there are few.
    fn with_name(&self, kinds: &[Kind], folded: &str) -> Result<Vec<Found>, StoreError> {
        let kinds = listed(kinds.iter().copied().filter(|kind| kind.is_called_by_name()));
        if kinds.is_empty() {
            return Ok(Vec::new());
        }
        self.rows_of(Kind::Member)?;
        let sql = format!(
            "WITH whole AS (SELECT id FROM member WHERE lower(initials) = ?1),
                  called AS (
                SELECT {COLUMNS}, 3 * (ended IS NOT NULL) + CASE
                           WHEN folded = ?1 OR id IN whole THEN 0
                           WHEN substr(folded, 1, length(?1)) = ?1 THEN 1
                           ELSE 2
                       END AS far
                  FROM subject
                 WHERE kind <> 'task' AND kind IN ({kinds})
                   AND (instr(' ' || folded, ' ' || ?1) > 0 OR id IN whole)),
                  ranked AS (
                SELECT *, rank() OVER (PARTITION BY kind ORDER BY far) AS best,
                       row_number() OVER (PARTITION BY kind ORDER BY far, handle) AS place
                  FROM called)
             SELECT {COLUMNS} FROM ranked WHERE best = 1 AND place <= {CANDIDATES} ORDER BY handle"
        );
        self.subjects(&sql, params![folded])
    }

    /// Those of some kinds whose handles begin so, of each up to [`CANDIDATES`]: of the set, and only where nothing of it
    /// fits, of whatever kind, those that ended earlier.
    fn with_handle(&self, kinds: &[Kind], begun: &str) -> Result<Vec<Found>, StoreError> {
        if !handle::plausible(begun) {
            return Ok(Vec::new());
        }
        let mut found = self.tasks_of_the_set(begun)?;
        found.extend(self.others(begun, self.counts_since())?);
        if found.is_empty() {
            let tasks = format!(
                "SELECT {COLUMNS} FROM subject INDEXED BY subject_handle WHERE {BEGUN} AND kind = 'task'
                  LIMIT {CANDIDATES}"
            );
            found = self.subjects(&tasks, params![begun])?;
            found.extend(self.others(begun, At(i64::MIN))?);
        }
        found.retain(|found| kinds.contains(&found.kind));
        Ok(found)
    }

    fn tasks_of_the_set(&self, begun: &str) -> Result<Vec<Found>, StoreError> {
        let live = format!(
            "SELECT {COLUMNS} FROM subject INDEXED BY subject_live
              WHERE {BEGUN} AND ended IS NULL AND kind = 'task' ORDER BY handle LIMIT {CANDIDATES}"
        );
        let ended = format!(
            "SELECT {COLUMNS} FROM subject INDEXED BY subject_ended
              WHERE substr(handle, 1, 3) = ?2 AND ended >= ?3 AND {BEGUN} AND kind = 'task'
              LIMIT {CANDIDATES}"
        );
        let mut found = self.subjects(&live, params![begun])?;
        for head in handle::heads(begun) {
            // Two are one too many already.
            if found.len() >= CANDIDATES {
                break;
            }
            found.extend(self.subjects(&ended, params![begun, head, self.counts_since()])?);
        }
        found.sort_by(|a, b| a.handle.cmp(&b.handle));
        found.truncate(CANDIDATES);
        Ok(found)
    }

    /// All but tasks that live or ended no earlier.
    fn others(&self, begun: &str, ended_since: At) -> Result<Vec<Found>, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS} FROM (
                SELECT {COLUMNS}, row_number() OVER (PARTITION BY kind ORDER BY handle) AS place
                  FROM subject INDEXED BY subject_other
                 WHERE {BEGUN} AND kind <> 'task' AND (ended IS NULL OR ended >= ?2))
              WHERE place <= {CANDIDATES} ORDER BY handle"
        );
        self.subjects(&sql, params![begun, ended_since])
    }

    fn subjects(&self, sql: &str, values: &[&dyn ToSql]) -> Result<Vec<Found>, StoreError> {
        let mut statement = self.connection.prepare_cached(sql)?;
        Ok(statement.query_map(values, found)?.collect::<Result<_, _>>()?)
    }

    fn matches(&self, found: Vec<Found>) -> Result<Vec<Match>, StoreError> {
        let seen = |found: Found| {
            let handle = self.shown(&found.handle, found.ended)?;
            let Found { id, kind, name, .. } = found;
            Ok(Match { id, kind, handle, name, has_ended: found.ended.is_some() })
        };
        found.into_iter().map(seen).collect()
    }

    /// How subjects are called, for those that exist.
    pub fn names(&self, ids: impl IntoIterator<Item = SubjectId>) -> Result<Names, StoreError> {
        let mut names = Names::under(self.terms()?);
        for id in ids {
            let found = match self.known(id)? {
                Some(found) => Some(found),
                // Whoever is somebody else is called as that one is.
                None => match merged::all(self.tables()?)?.person(MemberId::from(id)) {
                    person if SubjectId::from(person) == id => None,
                    person => self.known(person.into())?,
                },
            };
            let named = match found {
                Some(found) => {
                    let handle = self.shown(&found.handle, found.ended)?;
                    Some((found.kind, Named { handle, name: found.name }))
                }
                None => self.once_known(id)?,
            };
            match named {
                Some((Kind::Member | Kind::Role, named)) => names.put_by_name(id, named),
                Some((_, named)) => names.put(id, named),
                None => {}
            }
        }
        Ok(names)
    }

    /// What a subject was called whose making was undone: the journal still speaks of it.
    fn once_known(&self, id: SubjectId) -> Result<Option<(Kind, Named)>, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT id, line FROM journal WHERE subject = ?1 ORDER BY n LIMIT 1")?;
        let mut rows = statement.query([id])?;
        let Some(row) = rows.next()? else { return Ok(None) };
        let record = journal::read(row, 0, 1, self.reading().0)?;
        let Some(event) = record.and_then(|record| record.event) else { return Ok(None) };
        let Some((kind, name)) = event.subject_kind().zip(event.names_subject()) else { return Ok(None) };
        let handle = self.shown(&handle::whole(id.0), None)?;
        Ok(Some((kind, Named { handle, name: name.to_owned() })))
    }

    /// As much of a subject's handle as is shown.
    pub fn handle_of(&self, id: impl Into<SubjectId>) -> Result<String, StoreError> {
        let id = id.into();
        let ended = self.known(id)?.and_then(|found| found.ended);
        self.shown(&handle::whole(id.0), ended)
    }

    /// The same of a task.
    pub fn task_handle(&self, id: TaskId) -> Result<String, StoreError> {
        self.handle_of(id)
    }

    fn known(&self, id: SubjectId) -> Result<Option<Found>, StoreError> {
        let mut statement =
            self.connection.prepare_cached(&format!("SELECT {COLUMNS} FROM subject WHERE id = ?1"))?;
        Ok(statement.query_row([id], found).optional()?)
    }

    /// As much of a whole handle as is shown: what tells it from all others of the set; from everything, once it is of it
    /// no more. Lists ask it for every row.
    pub(super) fn shown(&self, whole: &str, ended: Option<At>) -> Result<String, StoreError> {
        const OF_THE_SET: &str = "
            SELECT (SELECT max(handle) FROM subject WHERE handle < ?1 AND ended IS NULL),
                   (SELECT min(handle) FROM subject WHERE handle > ?1 AND ended IS NULL),
                   max(iif(handle < ?1, handle, NULL)), min(iif(handle > ?1, handle, NULL))
              FROM subject INDEXED BY subject_ended WHERE substr(handle, 1, 3) = ?2 AND ended >= ?3";
        const OF_ALL: &str = "
            SELECT (SELECT max(handle) FROM subject WHERE handle < ?1),
                   (SELECT min(handle) FROM subject WHERE handle > ?1), NULL, NULL
             WHERE ?2 IS NOT NULL AND ?3 IS NOT NULL";
        let since = self.counts_since();
        let sql = if ended.is_none_or(|ended| ended >= since) { OF_THE_SET } else { OF_ALL };
        let mut statement = self.connection.prepare_cached(sql)?;
        let head = whole.get(..handle::SHOWN).unwrap_or(whole);
        let neighbours: [Option<String>; 4] = statement.query_row(params![whole, head, since], |row| {
            Ok([row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?])
        })?;
        Ok(handle::shown(whole, neighbours.iter().flatten().map(String::as_str)).to_owned())
    }
}

/// Kinds as SQL lists them: their words are ours and hold no quotes.
fn listed(kinds: impl Iterator<Item = Kind>) -> String {
    kinds.map(|kind| format!("'{}'", kind.as_str())).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests;
