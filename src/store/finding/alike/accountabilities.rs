//! Accountabilities of active roles: each folded text once, under its hash, as the first role by id writes it.

use std::collections::BTreeSet;

use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use super::super::scene::column;
use super::{Among, MANY, Question, Texts};
use crate::domain::id::RoleId;
use crate::store::StoreError;

fn texts(connection: &Connection) -> Texts<'_> {
    Texts { connection, among: Among::Accountabilities }
}

/// The id under which a text is kept by its hash.
fn id(key: i64) -> Uuid {
    Uuid::from_u64_pair(0, key.cast_unsigned())
}

fn key(id: Uuid) -> i64 {
    id.as_u64_pair().1.cast_signed()
}

/// Makes everything anew.
pub fn make_anew(connection: &Connection) -> Result<(), StoreError> {
    let keys = "SELECT DISTINCT a.text_key FROM role_accountability a JOIN role r ON r.id = a.role AND r.state = 'active'
                 WHERE a.text_key IS NOT NULL";
    let mut all = Vec::new();
    for key in column(connection, keys, [])? {
        all.extend(written(connection, key)?.map(|text| (id(key), text)));
    }
    all.sort();
    texts(connection).make_anew(&all)
}

/// Brings what is kept of these texts in step with the roles that have them; gives all active roles of which the findings
/// may be others now.
pub fn renew_each(connection: &Connection, keys: &[i64]) -> Result<BTreeSet<RoleId>, StoreError> {
    if keys.len() > MANY {
        make_anew(connection)?;
        let active = "SELECT id FROM role WHERE state = 'active'";
        return Ok(column(connection, active, [])?.into_iter().collect());
    }
    let mut roles = BTreeSet::new();
    for key in keys {
        for seen in texts(connection).renew(id(*key), written(connection, *key)?)? {
            roles.extend(having(connection, self::key(seen))?);
        }
    }
    Ok(roles)
}

/// What is asked about an accountability.
pub fn question(connection: &Connection, key: i64) -> Result<Question<i64>, StoreError> {
    Ok(texts(connection).question(id(key))?.map(self::key))
}

/// An accountability as the first active role by id writes it; `None` where none has it.
pub fn written(connection: &Connection, key: i64) -> Result<Option<String>, StoreError> {
    let first = "SELECT a.text FROM role_accountability a JOIN role r ON r.id = a.role AND r.state = 'active'
                  WHERE a.text_key = ?1 ORDER BY a.role, a.place LIMIT 1";
    Ok(connection.prepare_cached(first)?.query_row([key], |row| row.get(0)).optional()?)
}

fn having(connection: &Connection, key: i64) -> Result<Vec<RoleId>, StoreError> {
    let having =
        "SELECT a.role FROM role_accountability a JOIN role r ON r.id = a.role AND r.state = 'active'
                   WHERE a.text_key = ?1";
    column(connection, having, [key])
}
