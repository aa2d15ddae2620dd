//! The moves of a meeting that follow each other are one line that opens: whoever reads the journal wants to know what a team
//! did in it, not how often somebody pressed *Next*.

use rusqlite::{OptionalExtension, params};

use super::Batch;
use crate::domain::event::{Event, MeetingEvent};
use crate::domain::id::MemberId;
use crate::store::journal::Entry;
use crate::store::{Store, StoreError};

/// Fewer are lines of their own.
const FEW: usize = 3;

/// That a row is no move of the meeting ?2, nor says something of its clock.
const ELSE: &str = "NOT (subject = ?2 AND kind IN ('meeting.moved', 'meeting.timed'))";

impl Store {
    /// The moves among which an entry stands, where it is one and there are several.
    pub(super) fn moves_around(&self, entry: &Entry) -> Result<Option<Batch>, StoreError> {
        let is_move = matches!(
            &entry.record.event,
            Some(Event::Meeting(MeetingEvent::Moved(_) | MeetingEvent::Timed(_)))
        );
        if !is_move {
            return Ok(None);
        }
        let row = |sql: &str| -> Result<Option<i64>, StoreError> {
            let mut statement = self.connection.prepare_cached(sql)?;
            Ok(statement.query_row(params![entry.n, entry.record.subject], |row| row.get(0)).optional()?)
        };
        let before = row(&format!("SELECT n FROM journal WHERE n < ?1 AND {ELSE} ORDER BY n DESC LIMIT 1"))?;
        let after = row(&format!("SELECT n FROM journal WHERE n > ?1 AND {ELSE} ORDER BY n LIMIT 1"))?;
        let last = match after {
            Some(after) => after - 1,
            None => self.journal_len()?.max(entry.n),
        };
        let batch = Batch { first: before.unwrap_or(0) + 1, last };
        Ok((batch.records() >= FEW).then_some(batch))
    }

    /// Who wrote the records of a batch, the first first.
    pub fn authors_of(&self, batch: Batch) -> Result<Vec<MemberId>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT author FROM journal WHERE n BETWEEN ?1 AND ?2 GROUP BY author ORDER BY min(n)",
        )?;
        let rows = statement.query_map(params![batch.first, batch.last], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
