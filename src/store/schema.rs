//! The schema of a board, and how an older one comes to it.
//!
//! ```text
//! journal, replica, set_aside, meta    numbered steps: nothing of them can be made anew
//! everything else                      `derived`: files that say the newest form, and stamps
//! ```
//!
//! **Invariant:** both are brought up to date in one transaction, so that a board is never half of one version and half of
//! another, and whatever fails on the way leaves it as it was.

use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior};

use super::derived::{self, Standing};
use super::rebuild::Journal;
use super::{StoreError, own};
use crate::domain::id::BoardId;

/// "Seta", so that `file` and other programs can tell a board from any other database.
const APPLICATION_ID: i64 = 0x5365_7461;

/// One step of what cannot be made anew. The numbers between were steps of what can.
struct Migration {
    /// The version of the schema that it leads to.
    version: i64,
    sql: &'static str,
    /// What SQL cannot do, in the same transaction.
    also: fn(&Transaction<'_>) -> Result<(), StoreError>,
}

/// In the order of their numbers. A released one is never edited.
const MIGRATIONS: &[Migration] = &[
    Migration { version: 1, sql: include_str!("schema/journal.sql"), also: |_| Ok(()) },
    Migration { version: 5, sql: include_str!("schema/times.sql"), also: |_| Ok(()) },
    Migration {
        version: own::SEALED_SINCE,
        sql: include_str!("schema/seals.sql"),
        also: |transaction| own::seal_and_forget(transaction),
    },
    Migration { version: derived::STAMPED_SINCE, sql: "", also: |_| Ok(()) },
];

/// The number of the newest schema that this program knows.
pub(super) fn newest() -> i64 {
    MIGRATIONS.last().map_or(0, |step| step.version)
}

/// How a board stands to this program.
pub(super) enum Age {
    Empty,
    /// Its schema, or what follows from the journal, has to be brought up to date.
    Older,
    Current,
    /// A newer program wrote it: the number that tells.
    Newer(i64),
}

/// How the board in this connection stands, after making sure that it is one or empty.
pub(super) fn age(connection: &Connection) -> Result<Age, StoreError> {
    let version = version(connection)?;
    if version == 0 || version != newest() {
        return Ok(match version {
            0 => Age::Empty,
            version if version > newest() => Age::Newer(version),
            _ => Age::Older,
        });
    }
    Ok(match derived::standing(connection)? {
        Standing::Current => Age::Current,
        Standing::Stale(_) => Age::Older,
        Standing::Newer(stamp) => Age::Newer(stamp),
    })
}

/// The schema version, after making sure that the file is a board or empty.
pub(super) fn version(connection: &Connection) -> Result<i64, StoreError> {
    // In one statement: between two, another process may make it a board.
    let (version, application, is_empty): (i64, i64, bool) = connection.query_row(
        "SELECT user_version, application_id, NOT EXISTS (SELECT 1 FROM sqlite_schema)
           FROM pragma_user_version, pragma_application_id",
        [],
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )?;
    if application != APPLICATION_ID && !(version == 0 && application == 0 && is_empty) {
        return Err(StoreError::NotABoard { path: Default::default() });
    }
    Ok(version)
}

/// Brings the board in this connection up to date, or makes an empty file a new one. `progress` is told how many records
/// of how many are folded.
pub(super) fn bring_up_to_date(
    connection: &mut Connection,
    new: Option<BoardId>,
    journal: Journal<'_>,
    progress: &mut dyn FnMut(u64, u64),
) -> Result<(), StoreError> {
    // Rows come in any order while tables are made anew. Foreign keys stay as they are inside of a transaction.
    connection.pragma_update(None, "foreign_keys", false)?;
    let outcome = (|| {
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        migrate(&transaction, new)?;
        // Asked inside: another process may have come first.
        if let Standing::Stale(parts) = derived::standing(&transaction)? {
            derived::make_anew(&transaction, parts, journal, progress)?;
        }
        Ok(transaction.commit()?)
    })();
    connection.pragma_update(None, "foreign_keys", true)?;
    outcome
}

fn migrate(transaction: &Transaction<'_>, new: Option<BoardId>) -> Result<(), StoreError> {
    let before: i64 = transaction.pragma_query_value(None, "user_version", |row| row.get(0))?;
    for step in MIGRATIONS.iter().filter(|step| step.version > before) {
        transaction.execute_batch(step.sql)?;
        if let (0, 1, Some(board)) = (before, step.version, new) {
            transaction.execute("INSERT INTO meta VALUES ('board', ?1), ('lamport', 0)", [board])?;
        }
        (step.also)(transaction)?;
    }
    if before < newest() {
        transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
        transaction.pragma_update(None, "user_version", newest())?;
    }
    Ok(())
}

/// An empty board of this version, to compare with or to fill.
pub(super) fn blank(connection: &mut Connection) -> Result<(), StoreError> {
    bring_up_to_date(connection, Some(BoardId(uuid::Uuid::nil())), Journal::Here, &mut |_, _| {})
}

/// Whether what a store has open is still what it opened: asked only where the schema changed since it was looked at.
/// A trigger of somebody else's could let a write succeed that writes nothing, and a newer program's tables would be
/// written as an older one knows them.
pub(super) fn unchanged(connection: &Connection, seen: &mut i64, is_file: bool) -> Result<(), StoreError> {
    let now = connection.prepare_cached("PRAGMA schema_version")?.query_row([], |row| row.get(0))?;
    if now == *seen {
        return Ok(());
    }
    let trigger: Option<String> = connection
        .query_row("SELECT name FROM sqlite_schema WHERE type = 'trigger' LIMIT 1", [], |row| row.get(0))
        .optional()?;
    if let Some(name) = trigger {
        return Err(StoreError::Foreign(name));
    }
    if let (true, Age::Newer(version)) = (is_file, age(connection)?) {
        return Err(StoreError::Newer { path: Default::default(), version });
    }
    *seen = now;
    Ok(())
}

/// What of the schema of an attached database is not as this program makes it.
pub(super) fn faults(connection: &Connection, schema: &str) -> Result<Vec<String>, StoreError> {
    let mut ours = Connection::open_in_memory()?;
    blank(&mut ours)?;
    let (ours, theirs) = (list(&ours, "main")?, list(connection, schema)?);
    let differs = |one: &[Object], other: &[Object]| {
        one.iter().filter(|item| !other.contains(item)).map(|(name, _)| name.clone()).collect::<Vec<_>>()
    };
    let mut faults = differs(&ours, &theirs);
    faults.extend(differs(&theirs, &ours));
    faults.sort();
    faults.dedup();
    Ok(faults)
}

/// The kind and name of a table, index, view or trigger, and what it is made by.
type Object = (String, Option<String>);

fn list(connection: &Connection, schema: &str) -> Result<Vec<Object>, StoreError> {
    let mut statement = connection
        .prepare(&format!("SELECT type || ' ' || name, sql FROM {schema}.sqlite_schema ORDER BY 1"))?;
    let rows = statement
        .query_map([], |row| Ok((row.get(0)?, row.get::<_, Option<String>>(1)?.map(|sql| plain(&sql)))))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// SQL without what means nothing: comments, and white space outside of quotes. A table that came to its form by steps is
/// written differently from one that was made so.
fn plain(sql: &str) -> String {
    let mut plain = String::with_capacity(sql.len());
    let mut quote = None;
    let mut signs = sql.chars().peekable();
    while let Some(sign) = signs.next() {
        match quote {
            Some(open) => {
                plain.push(sign);
                quote = Some(open).filter(|open| *open != sign);
            }
            None if sign == '-' && signs.peek() == Some(&'-') => {
                signs.by_ref().find(|sign| *sign == '\n');
            }
            None if sign.is_whitespace() => {}
            None => {
                plain.push(sign);
                quote = Some(sign).filter(|sign| matches!(sign, '\'' | '"' | '`'));
            }
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_means_nothing_is_no_difference() {
        let same = |one: &str, other: &str| plain(one) == plain(other);
        assert!(same("CREATE TABLE a (b, -- why\n  c)", "CREATE TABLE a (b,c)"));
        assert!(!same("SELECT ' -- '", "SELECT ''"));
        assert!(!same("SELECT 'it''s  so'", "SELECT 'it''s so'"));
    }
}
