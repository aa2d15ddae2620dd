//! What follows from the journal is disposable: where a stamp says that an older program made it, it is made anew.
//!
//! ```text
//! journal --fold--> tables --rules--> findings
//!            `----> search
//! ```
//!
//! Each of the three has a revision beside what it stamps; `meta` says which one a board was made by. The fourth stamp
//! counts the kinds of events that are known: where a new one comes, and records were kept that nobody could read, they
//! may be of it. Stamps only ever grow, so that an older program sees that it must not write.

use rusqlite::{Connection, OptionalExtension, Transaction, params};

use super::rebuild::{self, Journal};
use super::{StoreError, finding, project, search, tally};
use crate::domain::event::Event;
use crate::insight;

/// The first version of the schema in which boards are stamped.
pub(super) const STAMPED_SINCE: i64 = 11;

/// The row of `meta` that says that records were kept that could not be read.
const UNKNOWN: &str = "unknown";

const STAMPS: [(&str, i64); 4] = [
    ("tables", project::REVISION),
    ("search", search::REVISION),
    ("findings", insight::REVISION),
    ("events", Event::COUNT as i64),
];

const TABLES: &str = include_str!("schema/tables.sql");
const INDEXES: &str = include_str!("schema/indexes.sql");
const SEARCH: &str = include_str!("schema/search.sql");
const FINDINGS: &str = include_str!("schema/findings.sql");

/// Tables and views of older forms that are no more, to be dropped with the others.
const RETIRED: &[&str] = &["top_task"];

/// What has to be made anew.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Parts {
    pub tables: bool,
    pub search: bool,
    pub findings: bool,
}

/// How what follows from the journal stands to this program.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Standing {
    Current,
    Stale(Parts),
    /// The first stamp that is higher than ours.
    Newer(i64),
}

pub(super) fn standing(connection: &Connection) -> Result<Standing, StoreError> {
    let mut statement = connection.prepare("SELECT value FROM meta WHERE key = ?1")?;
    let mut read = |key: &str| statement.query_row([key], |row| row.get::<_, i64>(0)).optional();
    let mut there = [0; STAMPS.len()];
    for (stamp, (key, newest)) in there.iter_mut().zip(STAMPS) {
        *stamp = read(key)?.unwrap_or(0);
        if *stamp > newest {
            return Ok(Standing::Newer(*stamp));
        }
    }
    let stale: Vec<bool> = there.iter().zip(STAMPS).map(|(stamp, (_, newest))| *stamp < newest).collect();
    let &[tables, search, findings, events] = stale.as_slice() else { unreachable!("as many as stamps") };
    if !stale.contains(&true) {
        return Ok(Standing::Current);
    }
    let tables = tables || events && read(UNKNOWN)?.is_some();
    Ok(Standing::Stale(Parts { tables, search: tables || search, findings: tables || findings }))
}

/// Notes that a record was kept that cannot be read.
pub(super) fn note_unknown(connection: &Connection) -> Result<(), StoreError> {
    connection.prepare_cached("INSERT OR IGNORE INTO meta VALUES (?1, 1)")?.execute([UNKNOWN])?;
    Ok(())
}

fn stamp_as(connection: &Connection, key: &str, stamp: i64) -> Result<(), StoreError> {
    connection.execute(
        "INSERT INTO meta VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        params![key, stamp],
    )?;
    Ok(())
}

/// Makes anew what is stale, and stamps it. Foreign keys must be off.
pub(super) fn make_anew(
    transaction: &Transaction<'_>,
    parts: Parts,
    journal: Journal<'_>,
    progress: &mut dyn FnMut(u64, u64),
) -> Result<(), StoreError> {
    for (is_stale, sql) in [(parts.findings, FINDINGS), (parts.search, SEARCH), (parts.tables, TABLES)] {
        if is_stale {
            drop_all(transaction, sql)?;
            transaction.execute_batch(sql)?;
        }
    }
    if parts.tables {
        transaction.execute("DELETE FROM meta WHERE key IN ('name', ?1)", [UNKNOWN])?;
        let mut tallies = tally::Changes::default();
        rebuild::fold_each(transaction, journal, progress, &mut |subject| {
            project::subject(transaction, None, subject, &mut tallies)
        })?;
        tallies.keep(transaction)?;
        make_indexes(transaction)?;
    } else if parts.search {
        rebuild::fold_each(transaction, journal, progress, &mut |subject| {
            search::keep(transaction, None, subject)
        })?;
    }
    if parts.findings {
        finding::recheck_all(transaction)?;
    }
    STAMPS.iter().try_for_each(|(key, newest)| stamp_as(transaction, key, *newest))
}

/// Drops the indexes that are made once all rows are in.
pub(super) fn drop_indexes(connection: &Connection) -> Result<(), StoreError> {
    let sql: String =
        made_by(INDEXES, &["INDEX"]).map(|name| format!("DROP INDEX IF EXISTS {name};")).collect();
    Ok(connection.execute_batch(&sql)?)
}

/// Makes them.
pub(super) fn make_indexes(connection: &Connection) -> Result<(), StoreError> {
    Ok(connection.execute_batch(INDEXES)?)
}

/// Drops the tables and views that a file of ours makes, in whatever form they are, and with them their indexes. What a
/// board holds besides may be called anything: only our own names get into the SQL.
fn drop_all(connection: &Connection, sql: &str) -> Result<(), StoreError> {
    // As SQLite compares names.
    let mut there = connection.prepare(
        "SELECT type FROM sqlite_schema WHERE name = ?1 COLLATE NOCASE AND type IN ('table', 'view')",
    )?;
    for name in made_by(sql, &["TABLE", "VIRTUAL TABLE", "VIEW"]).chain(RETIRED.iter().copied()) {
        if let Some(kind) = there.query_row([name], |row| row.get::<_, String>(0)).optional()? {
            let kind = if kind == "view" { "VIEW" } else { "TABLE" };
            connection.execute_batch(&format!("DROP {kind} {name}"))?;
        }
    }
    Ok(())
}

/// The names of the things of some kinds that a file of ours makes, each of which begins a line.
fn made_by<'s>(sql: &'s str, kinds: &'static [&str]) -> impl Iterator<Item = &'s str> {
    let name = |line: &'s str| {
        let made = line.strip_prefix("CREATE ")?;
        kinds.iter().find_map(|kind| made.strip_prefix(kind)?.strip_prefix(' ')?.split(' ').next())
    };
    sql.lines().filter_map(name)
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};
    use std::sync::atomic::{AtomicU8, Ordering};

    use rusqlite::OpenFlags;
    use tempfile::TempDir;
    use uuid::Uuid;

    use super::*;
    use crate::domain::calendar::At;
    use crate::domain::id::{BoardId, MemberId, ReplicaId, SubjectId};
    use crate::domain::record::{Draft, Record};
    use crate::store::{Depth, Keyring, Store};

    const ME: MemberId = MemberId(Uuid::from_u128(2));

    /// Each time a new key.
    fn keys() -> Keyring {
        static DRAWN: AtomicU8 = AtomicU8::new(1);
        Keyring::in_memory(|| [DRAWN.fetch_add(1, Ordering::Relaxed); 32])
    }

    fn event(kind: &str, data: &str) -> Event {
        Event::read(kind, &serde_json::value::RawValue::from_string(data.to_owned()).unwrap()).unwrap()
    }

    fn add(store: &mut Store, n: u128, title: &str) {
        let data = format!(r#"{{"title":"{title}","state":"open","rank":"C","due":"2026-11-18"}}"#);
        let id = SubjectId(Uuid::from_u128(n));
        let mut writing = store.write().unwrap();
        writing.append(ME, At(1), vec![Draft::new(id, event("task.added", &data))]).unwrap();
        writing.commit().unwrap();
    }

    /// A board with a task that is due and that nobody leads, and with a free hand for it: two findings.
    fn board() -> (TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("board.db");
        let mut store = Store::create(&path, BoardId(Uuid::from_u128(1)), &keys(), |writing| {
            writing.append(ME, At(1), vec![Draft::new(ME, event("member.joined", r#"{"name":"Ayu"}"#))])?;
            Ok(())
        })
        .unwrap();
        add(&mut store, 3, "Alpha");
        (folder, path)
    }

    fn sql(path: &Path, sql: &str) {
        Connection::open(path).unwrap().execute_batch(sql).unwrap();
    }

    fn lines(store: &Store) -> Vec<String> {
        let mut lines = Vec::new();
        store.lines(|line| lines.push(line.to_owned())).unwrap();
        lines
    }

    /// What is in the parts, told apart: titles, what a search finds, how many findings.
    fn seen(store: &Store) -> (Vec<String>, usize, i64) {
        let tasks = store.tasks(&Default::default(), None, 0, 9).unwrap();
        let titles = tasks.rows.into_iter().map(|row| row.title).collect();
        let found = store.search("alpha", 9).unwrap().len();
        (titles, found, store.finding_count(At(1_800_000_000_000), "2026-11-18".parse().unwrap()).unwrap())
    }

    const SPOILT: &str = "UPDATE task SET title = 'Spoilt'; DELETE FROM finding;
                          INSERT INTO search (search) VALUES ('delete-all');";

    #[test]
    fn what_is_stamped_lower_is_made_anew_and_nothing_else() {
        let alpha = || vec!["Alpha".to_owned()];
        let spoilt = || vec!["Spoilt".to_owned()];
        for (stamp, then) in [
            ("nothing", (spoilt(), 0, 0)),
            ("findings", (spoilt(), 0, 2)),
            ("search", (spoilt(), 1, 0)),
            ("tables", (alpha(), 1, 2)),
            // Only where records were kept that nobody knew.
            ("events", (spoilt(), 0, 0)),
        ] {
            let (_folder, path) = board();
            let store = Store::open(&path, &keys()).unwrap();
            let (before, journal) = (store.fingerprints().unwrap(), lines(&store));
            assert_eq!(seen(&store), (alpha(), 1, 2));
            drop(store);
            sql(&path, SPOILT);
            sql(&path, &format!("UPDATE meta SET value = 0 WHERE key = '{stamp}'"));
            let store = Store::open(&path, &keys()).unwrap();
            assert_eq!(seen(&store), then, "{stamp}");
            assert_eq!(lines(&store), journal);
            if stamp == "tables" {
                assert_eq!(store.fingerprints().unwrap(), before);
                assert!(store.examine(Depth::Whole, &mut |_| {}).unwrap().is_well());
            }
            drop(store);
            sql(&path, SPOILT);
            assert_eq!(seen(&Store::open(&path, &keys()).unwrap()), (spoilt(), 0, 0), "{stamp}: once");
        }
    }

    #[test]
    fn tables_of_another_form_are_dropped_with_all_that_is_theirs() {
        let (_folder, path) = board();
        let before = Store::open(&path, &keys()).unwrap().fingerprints().unwrap();
        sql(
            &path,
            "DROP TABLE task; CREATE TABLE task (id, mood); CREATE INDEX task_mood ON task (mood);
             DROP VIEW board; CREATE TABLE board (x); DROP TABLE search; CREATE TABLE kept (x);
             UPDATE meta SET value = 0 WHERE key = 'tables'",
        );
        let store = Store::open(&path, &keys()).unwrap();
        assert_eq!(store.fingerprints().unwrap(), before);
        // What somebody else put there is said, not dropped.
        let examined = store.examine(Depth::Whole, &mut |_| {}).unwrap();
        assert_eq!(examined.schema, ["table kept"]);
    }

    #[test]
    fn only_tables_of_our_names_are_dropped_however_they_are_written() {
        let (_folder, path) = board();
        let before = Store::open(&path, &keys()).unwrap().fingerprints().unwrap();
        sql(
            &path,
            r#"DROP TABLE task; CREATE TABLE TASK (id); CREATE TABLE "top_task (task BLOB PRIMARY KEY)" (x);
               CREATE VIEW "search USING" AS SELECT 1; UPDATE meta SET value = 0 WHERE key = 'tables'"#,
        );
        let store = Store::open(&path, &keys()).unwrap();
        assert_eq!(store.fingerprints().unwrap(), before);
        let examined = store.examine(Depth::Whole, &mut |_| {}).unwrap();
        assert_eq!(examined.schema, ["table top_task (task BLOB PRIMARY KEY)", "view search USING"]);
    }

    #[test]
    fn a_board_without_stamps_is_made_anew_once() {
        let (_folder, path) = board();
        let unstamp = "DELETE FROM meta WHERE key IN ('tables', 'search', 'findings', 'events');
                       PRAGMA user_version = 10;";
        sql(&path, &format!("{unstamp} {SPOILT}"));
        let store = Store::open(&path, &keys()).unwrap();
        assert_eq!(seen(&store).0, ["Alpha"]);
        assert!(store.examine(Depth::Whole, &mut |_| {}).unwrap().is_well());
        drop(store);
        sql(&path, SPOILT);
        assert_eq!(seen(&Store::open(&path, &keys()).unwrap()).0, ["Spoilt"]);
    }

    #[test]
    fn a_failed_making_leaves_the_old_tables() {
        let (_folder, path) = board();
        let mut store = Store::open(&path, &keys()).unwrap();
        for n in 0..200 {
            add(&mut store, 100 + n, &format!("{n} {}", "much ".repeat(100)));
        }
        drop(store);
        sql(&path, "UPDATE task SET title = 'Old'; UPDATE meta SET value = 0 WHERE key = 'tables'");
        sql(&path, "DELETE FROM task WHERE title <> 'Old' OR id <> (SELECT min(id) FROM task)");
        sql(
            &path,
            "DELETE FROM subject; DELETE FROM doc; INSERT INTO search (search) VALUES ('delete-all'); VACUUM",
        );
        let titles = |connection: &Connection| -> Vec<String> {
            let mut statement = connection.prepare("SELECT title FROM task").unwrap();
            statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
        };
        let mut connection = Connection::open(&path).unwrap();
        let pages: i64 = connection.query_row("PRAGMA page_count", [], |row| row.get(0)).unwrap();
        let limit = format!("PRAGMA max_page_count = {pages}");
        let _: i64 = connection.query_row(&limit, [], |row| row.get(0)).unwrap();
        let made =
            super::super::schema::bring_up_to_date(&mut connection, None, Journal::Here, &mut |_, _| {});
        assert!(matches!(made, Err(StoreError::Full)), "{made:?}");
        assert_eq!(titles(&connection), ["Old"]);
        drop(connection);
        assert_eq!(Store::open(&path, &keys()).unwrap().counts().unwrap().live, 201);
    }

    #[test]
    fn an_older_program_reads_newer_stamps_and_writes_nothing() {
        for (key, newest) in STAMPS {
            let (_folder, path) = board();
            // Also one that has it open already.
            let mut open = Store::open(&path, &keys()).unwrap();
            let newer = newest + 1;
            sql(
                &path,
                &format!(
                    "UPDATE meta SET value = {newer} WHERE key = '{key}'; CREATE TABLE x (y); DROP TABLE x"
                ),
            );
            for store in [&mut open, &mut Store::open(&path, &keys()).unwrap()] {
                assert_eq!(seen(store).0, ["Alpha"]);
                let refused = store.write().map(drop);
                assert!(
                    matches!(&refused, Err(StoreError::Newer { version, path: at }) if *version == newer && *at == path),
                    "{key}: {refused:?}"
                );
            }
            assert!(Store::open(&path, &keys()).unwrap().is_read_only());
        }
    }

    #[test]
    fn records_of_a_kind_that_nobody_knew_take_effect_once_somebody_does() {
        let (_folder, path) = board();
        let mut store = Store::open(&path, &keys()).unwrap();
        assert_eq!(seen(&store).0, ["Alpha"]);
        // Of another replica: in this one's chain it would have no place.
        let first = Record::read(&lines(&store)[0]).unwrap();
        let other = ReplicaId([9; 16]).to_string();
        let unknown = lines(&store)[0].replace("member.device", "member.sung");
        let unknown = unknown.replace(&first.replica.to_string(), &other);
        let mut writing = store.write().unwrap();
        writing.receive([unknown.as_str()]).unwrap();
        writing.commit().unwrap();
        drop(store);
        // As a program left it that knew neither that kind nor tasks.
        sql(&path, SPOILT);
        sql(&path, "UPDATE meta SET value = 3 WHERE key = 'events'");
        let store = Store::open(&path, &keys()).unwrap();
        assert_eq!(seen(&store), (vec!["Alpha".to_owned()], 1, 2));
        drop(store);
        // This one knows more, and still not that: the next may.
        let connection = Connection::open_with_flags(&path, OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
        let is_noted: bool = connection
            .query_row("SELECT EXISTS (SELECT 1 FROM meta WHERE key = ?1)", [UNKNOWN], |row| row.get(0))
            .unwrap();
        assert!(is_noted);
    }
}
