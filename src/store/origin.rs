//! Under which key another tool knew a subject.

use rusqlite::{Connection, OptionalExtension, params};

use super::StoreError;
use crate::domain::id::{MemberId, SubjectId};

pub(super) fn subject(connection: &Connection, source: &str) -> Result<Option<SubjectId>, StoreError> {
    Ok(connection
        .prepare_cached("SELECT min(subject) FROM origin WHERE source = ?1 HAVING count(*) > 0")?
        .query_row([source], |row| row.get(0))
        .optional()?)
}

/// The key under which another tool knew a person who is a member under another name here, too.
pub(super) fn of_person(connection: &Connection, person: MemberId) -> Result<Option<String>, StoreError> {
    Ok(connection
        .prepare_cached(
            "SELECT source FROM origin JOIN merged ON member = subject
             WHERE into_member = ?1 AND counts = 1 ORDER BY source LIMIT 1",
        )?
        .query_row([person], |row| row.get(0))
        .optional()?)
}

/// Keeps the key of a subject. Of several that were imported apart the smallest id is found, whoever came first.
pub(super) fn keep(connection: &Connection, source: &str, subject: SubjectId) -> Result<(), StoreError> {
    connection
        .prepare_cached("INSERT INTO origin VALUES (?1, ?2) ON CONFLICT DO NOTHING")?
        .execute(params![source, subject])?;
    Ok(())
}

/// Forgets the key of a subject that was undone.
pub(super) fn forget(connection: &Connection, source: &str, subject: SubjectId) -> Result<(), StoreError> {
    connection
        .prepare_cached("DELETE FROM origin WHERE source = ?1 AND subject = ?2")?
        .execute(params![source, subject])?;
    Ok(())
}
