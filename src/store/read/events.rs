//! Stretches of the journal, the newest first: read by row number, so that a million records cost no more than fifty.

use std::collections::BTreeSet;

use rusqlite::types::Value;
use rusqlite::{OptionalExtension, params_from_iter};

use crate::domain::calendar::At;
use crate::domain::id::{MemberId, SubjectId};
use crate::store::journal::{Entry, entries};
use crate::store::{Store, StoreError, Window};

/// Which entries to show. All conditions hold together.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Sift {
    /// By one of these; by anybody where `None`.
    pub by: Option<BTreeSet<MemberId>>,
    /// To one of these; to anything where `None`.
    pub about: Option<BTreeSet<SubjectId>>,
    /// From this moment on, and before that one.
    pub since: Option<At>,
    pub until: Option<At>,
}

impl Store {
    /// The entries around the row `around`: it, up to `newer` before it and `older` after it; the newest where there is
    /// none.
    pub fn events(
        &self,
        sift: &Sift,
        around: Option<i64>,
        newer: usize,
        older: usize,
    ) -> Result<Window<Entry>, StoreError> {
        let Some(n) = around else {
            let mut rows = self.walk_events(sift, i64::MAX, Towards::Older, newer + older + 2)?;
            let more_after = rows.len() > newer + older + 1;
            rows.truncate(newer + older + 1);
            return Ok(Window { rows, at: 0, more_before: false, more_after });
        };
        let mut before = self.walk_events(sift, n + 1, Towards::Newer, newer + 1)?;
        let more_before = before.len() > newer;
        before.truncate(newer);
        before.reverse();
        let mut after = self.walk_events(sift, n, Towards::Older, older + 2)?;
        let more_after = after.len() > older + 1;
        after.truncate(older + 1);
        let at = if after.is_empty() { before.len().saturating_sub(1) } else { before.len() };
        before.extend(after);
        Ok(Window { rows: before, at, more_before, more_after })
    }

    /// The last rows of the list: the oldest entries.
    pub fn oldest_events(&self, sift: &Sift, most: usize) -> Result<Window<Entry>, StoreError> {
        let mut rows = self.walk_events(sift, 0, Towards::Newer, most + 1)?;
        let more_before = rows.len() > most;
        rows.truncate(most);
        rows.reverse();
        let at = rows.len().saturating_sub(1);
        Ok(Window { rows, at, more_before, more_after: false })
    }

    /// The first row that was written at `at` or later. Rows arrive in the order of time, but for clocks that were set
    /// back and for what came from elsewhere: there it is a row nearby.
    fn row_at(&self, at: At) -> Result<i64, StoreError> {
        let mut statement =
            self.connection.prepare_cached("SELECT n, at FROM journal WHERE n >= ?1 ORDER BY n LIMIT 1")?;
        let (mut low, mut high) = (0, self.journal_len()? + 1);
        while low < high {
            let middle = low + (high - low) / 2;
            let found: Option<(i64, At)> =
                statement.query_row([middle], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
            match found {
                Some((n, written)) if written < at => low = n + 1,
                _ => high = middle,
            }
        }
        Ok(low)
    }

    fn walk_events(
        &self,
        sift: &Sift,
        from: i64,
        towards: Towards,
        most: usize,
    ) -> Result<Vec<Entry>, StoreError> {
        let (side, order) = match towards {
            Towards::Older => ("<=", "DESC"),
            Towards::Newer => (">=", "ASC"),
        };
        let mut sql = format!("SELECT n, action, id, line FROM journal WHERE n {side} ?");
        let mut values = vec![Value::Integer(from)];
        if let Some(since) = sift.since {
            sql.push_str(" AND n >= ?");
            values.push(Value::Integer(self.row_at(since)?));
        }
        if let Some(until) = sift.until {
            sql.push_str(" AND n < ?");
            values.push(Value::Integer(self.row_at(until)?));
        }
        let by = sift.by.as_ref().map(|by| ("author", by.iter().map(|id| id.0).collect::<Vec<_>>()));
        let about = sift.about.as_ref().map(|ids| ("subject", ids.iter().map(|id| id.0).collect()));
        for (column, ids) in by.into_iter().chain(about) {
            let marks = vec!["?"; ids.len()].join(",");
            sql.push_str(&format!(" AND {column} IN ({marks})"));
            values.extend(ids.iter().map(|id| Value::Blob(id.as_bytes().to_vec())));
        }
        sql.push_str(&format!(" ORDER BY n {order} LIMIT ?"));
        values.push(Value::Integer(most as i64));
        let mut statement = self.connection.prepare_cached(&sql)?;
        entries(&mut statement, params_from_iter(values))
    }
}

/// Which way a stretch is walked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Towards {
    Older,
    Newer,
}
