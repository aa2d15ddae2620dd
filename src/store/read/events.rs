//! Stretches of the journal, the newest first: read by row number, so that a million records cost no more than fifty.

use std::collections::BTreeSet;

use rusqlite::types::Value;
use rusqlite::{OptionalExtension, params_from_iter};

use crate::domain::calendar::At;
use crate::domain::event::UNNAMED;
use crate::domain::id::{MemberId, SubjectId};
use crate::store::journal::{ENTRIES, Entry, entries};
use crate::store::{Store, StoreError, Window};

/// So many walks are merged; with more ids all their entries are gathered and sorted.
const WALKS: usize = 16;

/// Which entries to show. All conditions hold together.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct JournalFilter {
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
        filter: &JournalFilter,
        around: Option<i64>,
        newer: usize,
        older: usize,
    ) -> Result<Window<Entry>, StoreError> {
        let Some(n) = around else {
            let mut rows = self.walk_events(filter, i64::MAX, Towards::Older, newer + older + 2)?;
            let more_after = rows.len() > newer + older + 1;
            rows.truncate(newer + older + 1);
            return Ok(Window { rows, at: 0, more_before: false, more_after });
        };
        let mut before = self.walk_events(filter, n + 1, Towards::Newer, newer + 1)?;
        let more_before = before.len() > newer;
        before.truncate(newer);
        before.reverse();
        let mut after = self.walk_events(filter, n, Towards::Older, older + 2)?;
        let more_after = after.len() > older + 1;
        after.truncate(older + 1);
        let at = if after.is_empty() { before.len().saturating_sub(1) } else { before.len() };
        before.extend(after);
        Ok(Window { rows: before, at, more_before, more_after })
    }

    /// The last rows of the list: the oldest entries.
    pub fn oldest_events(&self, filter: &JournalFilter, most: usize) -> Result<Window<Entry>, StoreError> {
        let mut rows = self.walk_events(filter, 0, Towards::Newer, most + 1)?;
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

    pub(super) fn walk_events(
        &self,
        filter: &JournalFilter,
        from: i64,
        towards: Towards,
        most: usize,
    ) -> Result<Vec<Entry>, StoreError> {
        let (side, order) = match towards {
            Towards::Older => ("<=", "DESC"),
            Towards::Newer => (">=", "ASC"),
        };
        let (since, until) = (filter.since.map(|at| self.row_at(at)), filter.until.map(|at| self.row_at(at)));
        let (since, until) = (since.transpose()?, until.transpose()?);
        let by = filter.by.as_ref().map(|by| ("author", by.iter().map(|id| id.0).collect::<Vec<_>>()));
        let about =
            filter.about.as_ref().map(|ids| ("subject", ids.iter().map(|id| id.0).collect::<Vec<_>>()));
        // Each of those asked for is walked by the index that has their entries in order, and the walks are merged: who
        // wrote little is not looked for in all that others wrote.
        let (walked, checked) = match (about, by) {
            (Some(about), by) => (Some(about), by),
            (None, by) => (by, None),
        };
        let (column, each) = walked.unwrap_or(("", Vec::new()));
        let mut values = Vec::new();
        let mut bind = |value: Value| {
            values.push(value);
            format!("?{}", values.len())
        };
        let mut rest = format!("n {side} {}", bind(from.into()));
        rest.extend(since.map(|n| format!(" AND n >= {}", bind(n.into()))));
        rest.extend(until.map(|n| format!(" AND n < {}", bind(n.into()))));
        if let Some((column, ids)) = checked {
            let ids: Vec<_> = ids.iter().map(|id| bind(blob(*id))).collect();
            rest.push_str(&format!(" AND +{column} IN ({})", ids.join(",")));
        }
        if filter.by.is_some() {
            // What is told without a name is listed as nobody's, and so is that it was taken back.
            let unnamed = format!("('{}')", UNNAMED.join("', '"));
            rest.push_str(&format!(
                " AND kind NOT IN {unnamed} AND (kind <> 'record.undone' OR NOT EXISTS (
                   SELECT 1 FROM journal told WHERE told.subject = journal.subject AND told.kind IN {unnamed}))"
            ));
        }
        let most = bind((most as i64).into());
        let select = ENTRIES;
        let sql = if column.is_empty() {
            format!("{select} WHERE {rest} ORDER BY n {order} LIMIT {most}")
        } else if each.is_empty() {
            return Ok(Vec::new());
        } else if each.len() > WALKS {
            let ids: Vec<_> = each.iter().map(|id| bind(blob(*id))).collect();
            let ids = ids.join(",");
            format!(
                "{select} INDEXED BY journal_{column} WHERE {column} IN ({ids}) AND {rest} ORDER BY n {order} LIMIT {most}"
            )
        } else {
            let walks: Vec<_> = each
                .iter()
                .map(|id| {
                    let id = bind(blob(*id));
                    format!(
                        "SELECT * FROM ({select} INDEXED BY journal_{column} WHERE {column} = {id} AND {rest}
                         ORDER BY n {order} LIMIT {most})"
                    )
                })
                .collect();
            format!("{} ORDER BY n {order} LIMIT {most}", walks.join(" UNION ALL "))
        };
        entries(&self.connection, &sql, params_from_iter(values), self.reading())
    }
}

fn blob(id: uuid::Uuid) -> Value {
    Value::Blob(id.as_bytes().to_vec())
}

/// Which way a stretch is walked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Towards {
    Older,
    Newer,
}
