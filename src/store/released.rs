//! Boards as released versions left them, for tests.

use std::path::Path;

use rusqlite::Connection;

/// What each version of the schema was made by, from the one before.
const STEPS: [&str; 10] = [
    include_str!("../../tests/released/1.sql"),
    include_str!("../../tests/released/2.sql"),
    include_str!("../../tests/released/3.sql"),
    include_str!("../../tests/released/4.sql"),
    include_str!("schema/times.sql"),
    include_str!("../../tests/released/6.sql"),
    include_str!("../../tests/released/7.sql"),
    include_str!("../../tests/released/8.sql"),
    include_str!("schema/seals.sql"),
    include_str!("../../tests/released/10.sql"),
];

/// The schema of a version in an empty database.
pub(super) fn steps(connection: &Connection, version: usize) {
    for (n, sql) in STEPS[..version].iter().enumerate() {
        connection.execute_batch(sql).unwrap();
        if n + 1 == 9 {
            connection.execute_batch("ALTER TABLE replica DROP COLUMN secret").unwrap();
        }
    }
    connection.pragma_update(None, "user_version", version as i64).unwrap();
    connection.pragma_update(None, "application_id", 0x5365_7461).unwrap();
}

/// Puts a board of a released version, 9 or later, in the place of one of today that nobody has open: with its journal and
/// without what follows from it.
pub fn put_in_place_of(path: &Path, version: usize) {
    let older = path.with_extension("older");
    let connection = Connection::open(&older).unwrap();
    steps(&connection, version);
    connection.execute("ATTACH ?1 AS board", [path.to_str().unwrap()]).unwrap();
    connection
        .execute_batch(
            "INSERT INTO meta SELECT * FROM board.meta WHERE key IN ('board', 'lamport');
             INSERT INTO replica SELECT * FROM board.replica;
             INSERT INTO journal (n, id, replica, seq, lamport, at, author, subject, kind, action, line)
               SELECT n, id, replica, seq, lamport, at, author, subject, kind, action, line FROM board.journal;
             DETACH board",
        )
        .unwrap();
    connection.close().unwrap();
    std::fs::rename(older, path).unwrap();
}
