//! Boards as released versions wrote them: opened by this one they keep every record byte for byte, and tell the same.
//!
//! `fixtures/board-10.db` has every event that commands could write with version 10 of the tables, as one member's program wrote
//! them for a team of five: an import, undone and redone actions, two leads, a leave. `board-10.json` is what that version
//! exported.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use setara::exchange::{self, Format};
use setara::session::{Environment, Session};

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name)
}

/// Every line of the journal under its row and id.
fn lines(board: &Path) -> Vec<(i64, Vec<u8>, String)> {
    let connection = Connection::open(board).unwrap();
    let mut statement = connection.prepare("SELECT n, id, line FROM journal ORDER BY n").unwrap();
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).unwrap();
    rows.collect::<Result<_, _>>().unwrap()
}

#[test]
fn a_board_of_version_10_keeps_its_records_and_tells_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let board = folder.path().join("board.db");
    fs::copy(fixture("board-10.db"), &board).unwrap();
    let before = lines(&board);
    assert_eq!(before.len(), 76);
    let now = "2026-11-20T09:00:00Z".parse::<chrono::DateTime<chrono::Utc>>().unwrap();
    let mut session = Session::open(&board, Environment::fixed(now.into(), "fixture")).unwrap();
    let exported = exchange::write(&session.export().unwrap(), Format::Json);
    // Since then an export says, too, as what another tool knows an item.
    let exported: Vec<&str> =
        exported.lines().filter(|line| !line.contains("\"source\": \"trello:")).collect();
    let exported = exported.join("\n");
    let expected = fs::read_to_string(fixture("board-10.json")).unwrap();
    assert_eq!(exported.trim_end(), expected.trim_end());
    assert!(session.rebuild().unwrap().differed.is_empty());
    // Written to as well: what is new comes after what was there.
    session.join("Fitri", None).unwrap();
    drop(session);
    let after = lines(&board);
    assert!(after.len() > before.len() && after.starts_with(&before));
}

/// Version 10 kept with each finding the number of its rule in the program's table. A rule put in the middle moves those
/// below it.
#[test]
fn findings_kept_under_other_numbers_of_their_rules_are_filed_under_their_own() {
    let found = |spoil: &str| -> Vec<String> {
        let folder = tempfile::tempdir().unwrap();
        let board = folder.path().join("board.db");
        fs::copy(fixture("board-10.db"), &board).unwrap();
        Connection::open(&board).unwrap().execute_batch(spoil).unwrap();
        let now = "2026-12-20T09:00:00Z".parse::<chrono::DateTime<chrono::Utc>>().unwrap();
        let session = Session::open(&board, Environment::fixed(now.into(), "fixture")).unwrap();
        let held = session.board().findings(session.now(), session.today(), 99).unwrap();
        held.into_iter().map(|held| held.finding.key).collect()
    };
    let keys = found("");
    let rules: Vec<&str> = keys.iter().filter_map(|key| key.split(':').next()).collect();
    assert_eq!(rules, ["O3", "G2-hands", "G1", "G4", "G4", "S3", "S1", "S1", "G7", "G3", "G3", "G3", "G3"]);
    assert_eq!(found("UPDATE finding SET place = 99 - place"), keys);
}
