//! Boards of other tools, damaged in every way: an import comes in as a whole or not at all.

use std::fs;

use super::place::Place;
use super::random::Random;
use super::sample::sample;
use super::share::{is_full, share};
use super::snapshot::Snapshot;
use super::tally::Tally;

const TRELLO: &str = r#"{"name": "Shop", "lists": [
    {"id": "l1", "name": "To do", "pos": 1}, {"id": "l2", "name": "With the client", "pos": 2, "closed": true}, {"id": "l3", "name": "Done", "pos": 3}],
  "members": [{"id": "m1", "fullName": "Citra Dewi", "username": "citra"}, {"id": "m2", "fullName": "Budi", "username": "budi"}],
  "labels": [{"id": "b1", "name": "legal", "color": "red"}],
  "checklists": [{"id": "k1", "idCard": "5e0be1000000000000000001", "name": "Steps", "pos": 1,
    "checkItems": [{"id": "i1", "name": "Light", "state": "complete", "pos": 1}, {"id": "i2", "name": "Camera", "state": "incomplete", "pos": 2}]}],
  "cards": [
    {"id": "5e0be1000000000000000001", "name": "Photograph the shelves", "desc": "All of *them*", "idList": "l1", "idMembers": ["m1", "m2"], "idLabels": ["b1"], "idChecklists": ["k1"], "due": "2026-12-01T10:00:00.000Z", "pos": 1},
    {"id": "5e0be1000000000000000002", "name": "Print the flyers", "idList": "l2", "pos": 2, "closed": false},
    {"id": "5e0be1000000000000000003", "name": "Call the market", "idList": "l3", "pos": 3, "dueComplete": true}],
  "actions": [{"id": "a1", "type": "commentCard", "date": "2026-11-01T10:00:00.000Z", "idMemberCreator": "m1",
    "data": {"text": "They close at nine", "card": {"id": "5e0be1000000000000000001"}}}]}"#;

const GITHUB: &str = r#"[{"number": 1, "title": "Choose the couriers", "body": "depends on #2", "state": "open", "html_url": "https://example.org/shop/issues/1",
    "user": {"login": "ayu"}, "assignees": [{"login": "budi"}], "labels": [{"name": "shop"}], "milestone": {"title": "Opening", "due_on": "2026-12-24T00:00:00Z", "state": "open", "number": 1},
    "created_at": "2026-10-01T00:00:00Z", "updated_at": "2026-10-02T00:00:00Z", "closed_at": null},
  {"number": 2, "title": "Write to the offices", "body": null, "state": "closed", "html_url": "https://example.org/shop/issues/2",
    "user": {"login": "budi"}, "assignees": [], "labels": [], "milestone": null,
    "created_at": "2026-09-01T00:00:00Z", "updated_at": "2026-09-02T00:00:00Z", "closed_at": "2026-09-02T00:00:00Z"}]"#;

const TASKWARRIOR: &str = r#"[{"id": 1, "uuid": "b7d0c7f2-93a1-4bf3-a1c5-6b7f9f5b7a01", "description": "Buy paper", "status": "pending", "entry": "20261101T100000Z", "modified": "20261102T100000Z",
    "due": "20261201T100000Z", "priority": "H", "project": "shop.office", "tags": ["market", "soon"], "urgency": 9.1,
    "annotations": [{"entry": "20261101T110000Z", "description": "the thick one"}], "depends": ["b7d0c7f2-93a1-4bf3-a1c5-6b7f9f5b7a02"]},
  {"id": 2, "uuid": "b7d0c7f2-93a1-4bf3-a1c5-6b7f9f5b7a02", "description": "Ask for offers", "status": "completed", "entry": "20261001T100000Z", "end": "20261003T100000Z"}]"#;

/// Damages a file in one of the ways in which files are damaged.
fn damage(random: &mut Random, whole: &[u8]) -> Vec<u8> {
    let mut bytes = whole.to_vec();
    for _ in 0..1 + random.below(3) {
        if bytes.len() < 4 {
            break;
        }
        let at = random.below(bytes.len());
        let end = (at + 1 + random.below(80)).min(bytes.len());
        match random.below(9) {
            0 => bytes[at] ^= 1 << random.below(8),
            1 => bytes.truncate(at),
            2 => {
                let part = bytes[at..end].to_vec();
                bytes.splice(at..at, part);
            }
            3 => {
                bytes.drain(at..end);
            }
            4 => {
                let other = random.below(bytes.len() - (end - at) + 1);
                let part: Vec<u8> = bytes.drain(at..end).collect();
                let other = other.min(bytes.len());
                bytes.splice(other..other, part);
            }
            5 => bytes[at] = random.below(256) as u8,
            6 => {
                let value = [
                    "null",
                    "-1",
                    "1e999",
                    "\"\"",
                    "[]",
                    "{}",
                    "true",
                    "18446744073709551616",
                    "\"\\u0000\"",
                ];
                let value = random.one_of(&value);
                replace_value(random, &mut bytes, value);
            }
            7 => {
                let deep = "[".repeat(3_000);
                bytes.splice(at..at, deep.into_bytes());
            }
            _ => {
                let text = [
                    "\u{202e}",
                    "\\u001b[2J",
                    "\u{e0041}",
                    "9999999999",
                    "\\ud800",
                    "9999-12-31T23:59:59Z",
                    "+300000-01-01",
                ];
                bytes.splice(at..at, random.one_of(&text).bytes());
            }
        }
    }
    bytes
}

/// Puts something else where a value stands.
fn replace_value(random: &mut Random, bytes: &mut Vec<u8>, value: &str) {
    let colons: Vec<usize> = (0..bytes.len()).filter(|at| bytes[*at] == b':').collect();
    if colons.is_empty() {
        return;
    }
    let from = colons[random.below(colons.len())] + 1;
    let rest = &bytes[from..];
    let length = rest.iter().position(|byte| matches!(byte, b',' | b'}' | b']')).unwrap_or(rest.len());
    bytes.splice(from..from + length, value.bytes());
}

#[test]
fn damaged_imports_come_in_whole_or_not_at_all() {
    let tally = Tally::new("imports", &["partial", "miscounted", "ill"]);
    let mut random = Random::new(tally.seed, 7);
    let own = sample().must(&["export", "json"]).out;
    let csv = sample().must(&["export", "csv"]).out;
    let mut files: Vec<(String, Vec<u8>)> = [
        ("trello", TRELLO),
        ("github", GITHUB),
        ("taskwarrior", TASKWARRIOR),
        ("setara", &own),
        ("csv", &csv),
    ]
    .map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()))
    .into();
    if is_full() {
        // Real boards lie beside the checkout where this project is made; they are no part of it.
        for folder in ["trello", "github", "taskwarrior"] {
            let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data").join(folder);
            for file in fs::read_dir(folder).into_iter().flatten().flatten() {
                let name = file.file_name().to_string_lossy().into_owned();
                files.push((name, fs::read(file.path()).unwrap()));
            }
        }
    }
    let place = Place::started();
    let snapshot = Snapshot::of(place.folder());
    for n in 0..share(1_000) {
        let (name, whole) = &files[n % files.len()];
        let damaged = if n < files.len() { whole.clone() } else { damage(&mut random, whole) };
        let file = place.path("damaged.json");
        fs::write(&file, &damaged).unwrap();
        let before = count(&place);
        let said = place.run(&["import", &file.to_string_lossy(), "--json"]);
        tally.look(&said);
        tally.count("imports", 1);
        let after = count(&place);
        let keep = || {
            let kept =
                std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("import-{}-{n}", tally.seed));
            fs::write(&kept, &damaged).unwrap();
            format!("{name} {n} (kept as {})", kept.display())
        };
        if said.is_done() {
            tally.count("came in", 1);
            let report = said.json();
            let tasks = report["added"]["tasks"].as_i64();
            if tasks != Some(after.1 - before.1) {
                let case = format!("{}: said {tasks:?}, there are {}", keep(), after.1 - before.1);
                tally.fault("miscounted", case);
            }
            if n % 20 == 0 {
                place.is_well(&tally, &format!("after the import {name} {n}"));
            }
            snapshot.restore();
        } else if after != before {
            tally.fault("partial", format!("{}: {}", keep(), said.describe()));
            snapshot.restore();
        }
        if said.is_panic() || said.is_hung {
            keep();
        }
    }
    tally.end();
}

/// Records and tasks.
fn count(place: &Place) -> (i64, i64) {
    let sql = place.sql();
    let one = |statement: &str| sql.query_row(statement, [], |row| row.get(0)).unwrap();
    (one("SELECT count(*) FROM journal"), one("SELECT count(*) FROM task"))
}
