//! The meetings that were held in a stretch of time.

use rusqlite::params;

use super::MeetingRow;
use crate::domain::calendar::At;
use crate::domain::meeting::MeetingKind;
use crate::store::{Store, StoreError};

impl Store {
    /// Up to `most` meetings of a kind that began from a moment on and before another, the latest first.
    pub fn meetings_held(
        &self,
        kind: MeetingKind,
        from: At,
        until: At,
        most: usize,
    ) -> Result<Vec<MeetingRow>, StoreError> {
        let mut statement = self.tables()?.prepare_cached(
            "SELECT m.id, m.started, m.ended,
                    (SELECT count(*) FROM meeting_member p WHERE p.meeting = m.id AND p.present = 1),
                    (SELECT count(*) FROM meeting_topic t WHERE t.meeting = m.id
                        AND NOT EXISTS (SELECT 1 FROM meeting_taken x WHERE x.topic = t.record))
               FROM meeting m
              WHERE m.kind = ?1 AND m.started >= ?2 AND m.started < ?3 AND m.went_into IS NULL
              ORDER BY m.started DESC, m.id LIMIT ?4",
        )?;
        let rows = statement.query_map(params![kind.as_str(), from, until, most as i64], |row| {
            Ok(MeetingRow {
                id: row.get(0)?,
                kind,
                started: row.get(1)?,
                ended: row.get(2)?,
                present: row.get::<_, i64>(3)? as usize,
                topics: row.get::<_, i64>(4)? as usize,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
