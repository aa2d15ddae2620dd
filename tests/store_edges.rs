//! The file and what comes into it, at the edges: what is no board, what cannot be written, what comes late or askew.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OptionalExtension};
use serde_json::json;
use setara::domain::calendar::At;
use setara::domain::event::*;
use setara::domain::handle;
use setara::domain::id::{BoardId, MemberId, RecordId, ReplicaId, SubjectId, TaskId};
use setara::domain::rank;
use setara::domain::record::{Draft, LAMPORT_JUMP, Record, Tip, id_of};
use setara::domain::settlement::subject_of;
use setara::domain::subject::{Kind, Subject};
use setara::domain::task::{Part, State};
use setara::store::{Depth, Filter, Hit, Key, Keyring, Store, StoreError};
use tempfile::TempDir;
use uuid::Uuid;

const BOARD: BoardId = BoardId(Uuid::from_u128(1));
const AYU: MemberId = MemberId(Uuid::from_u128(10));
const BUDI: MemberId = MemberId(Uuid::from_u128(11));
const NOTHING: [&str; 0] = [];

fn now() -> At {
    At(1_793_610_000_000)
}

fn key(seed: u8) -> Key {
    Key::from_seed([seed; 32])
}

/// Keys that every test draws anew, as somebody who comes to a board for the first time.
fn keys() -> Keyring {
    Keyring::in_memory(|| std::array::from_fn(|i| Uuid::new_v4().as_bytes()[i % 16]))
}

fn subject(n: u128) -> SubjectId {
    SubjectId(Uuid::from_u128(n))
}

/// Another replica, whose lines come in from elsewhere.
struct Elsewhere {
    tip: Tip,
}

impl Elsewhere {
    fn new(n: u8) -> Elsewhere {
        Elsewhere { tip: Tip { replica: ReplicaId([n; 16]), count: 0, last: RecordId::ZERO, lamport: 0 } }
    }

    /// The next line, about a subject, of this kind and with this data.
    fn line(&mut self, by: MemberId, about: SubjectId, kind: &str, data: serde_json::Value) -> String {
        self.line_at(self.tip.lamport + 1, by, about, kind, data)
    }

    fn line_at(
        &mut self,
        lamport: u64,
        by: MemberId,
        about: SubjectId,
        kind: &str,
        data: serde_json::Value,
    ) -> String {
        let line = json!({
            "v": 1, "b": BOARD, "r": self.tip.replica, "s": self.tip.count + 1, "l": lamport, "w": now().0,
            "p": self.tip.last, "a": by, "t": about, "k": kind, "x": [], "d": data,
        })
        .to_string();
        self.tip.count += 1;
        self.tip.lamport = lamport;
        self.tip.last = id_of(&line);
        line
    }
}

fn task_data(title: &str) -> serde_json::Value {
    json!({"title": title, "state": "open", "rank": "C"})
}

fn lead() -> serde_json::Value {
    json!({"part": "lead", "lease": now().0})
}

/// Takes lines in, each in a transaction of its own; how many were left out.
fn receive<S: AsRef<str>>(store: &mut Store, lines: &[S]) -> usize {
    lines
        .iter()
        .map(|line| {
            let mut writing = store.write().unwrap();
            let left_out = writing.receive([line.as_ref()]).unwrap();
            writing.commit().unwrap();
            left_out
        })
        .sum()
}

fn in_memory<S: AsRef<str>>(lines: &[S]) -> Store {
    let mut store = Store::in_memory(BOARD, &key(1)).unwrap();
    assert_eq!(receive(&mut store, lines), 0);
    store
}

#[track_caller]
fn assert_rebuilds(store: &mut Store) {
    assert_eq!(store.rebuild().unwrap().differed, NOTHING);
}

#[track_caller]
fn assert_same(one: &Store, other: &Store) {
    let (one, other) = (one.fingerprints().unwrap(), other.fingerprints().unwrap());
    let differing: Vec<_> = one.iter().zip(&other).filter(|(a, b)| a != b).map(|(a, _)| a.0).collect();
    assert_eq!(differing, NOTHING);
}

/// Both orders of arrival of a few lines: one by one as they are, reversed, and all at once.
#[track_caller]
fn assert_any_order(lines: &[String]) {
    let mut forth = in_memory(lines);
    let back: Vec<&String> = lines.iter().rev().collect();
    let mut back = in_memory(&back);
    let mut at_once = Store::in_memory(BOARD, &key(2)).unwrap();
    let mut writing = at_once.write().unwrap();
    writing.receive(lines.iter().map(String::as_str)).unwrap();
    writing.commit().unwrap();
    assert_same(&forth, &back);
    assert_same(&forth, &at_once);
    for store in [&mut forth, &mut back, &mut at_once] {
        assert_rebuilds(store);
    }
}

fn titles(store: &Store) -> Vec<String> {
    let window = store.tasks(&Filter::default(), None, 0, 100).unwrap();
    window.rows.into_iter().map(|row| row.title).collect()
}

/// A board in a folder of its own, with these tasks.
fn board(tasks: &[&str]) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("board.db");
    let mut store = Store::create(&path, BOARD, &keys(), |_| Ok(())).unwrap();
    for (n, title) in tasks.iter().enumerate() {
        add(&mut store, n as u128, title);
    }
    (folder, path)
}

fn add(store: &mut Store, n: u128, title: &str) -> RecordId {
    try_add(store, n, title).unwrap()
}

fn try_add(store: &mut Store, n: u128, title: &str) -> Result<RecordId, StoreError> {
    let event =
        Event::read("task.added", &serde_json::value::to_raw_value(&task_data(title)).unwrap()).unwrap();
    let mut writing = store.write()?;
    let records = writing.append(AYU, now(), vec![Draft::new(subject(1000 + n), event)])?;
    writing.commit()?;
    Ok(records[0].id)
}

// What comes in from elsewhere.

#[test]
fn two_who_imported_the_same_apart_have_both_in_any_order() {
    let (mut one, mut other) = (Elsewhere::new(1), Elsewhere::new(2));
    let data = |title: &str| json!({"title": title, "state": "open", "rank": "C", "source": "trello:1"});
    let lines = [
        one.line(AYU, subject(8), "task.added", data("mine")),
        other.line(BUDI, subject(7), "task.added", data("yours")),
    ];
    assert_any_order(&lines);
    let mut store = in_memory(&lines);
    let mut writing = store.write().unwrap();
    assert_eq!(writing.known_as("trello:1").unwrap(), Some(subject(7)));
    assert_eq!(writing.known_as("trello:2").unwrap(), None);
    drop(writing);
    // The one that is found is taken back: the other is found.
    let made = store.history(subject(7)).unwrap()[0].id;
    receive(&mut store, &[other.line(BUDI, subject(7), "record.undone", json!({"record": made}))]);
    assert_eq!(store.write().unwrap().known_as("trello:1").unwrap(), Some(subject(8)));
    assert_rebuilds(&mut store);
}

#[test]
fn a_record_of_another_kind_that_stands_first_leaves_no_half() {
    let (mut one, mut other) = (Elsewhere::new(1), Elsewhere::new(2));
    let lines = [
        one.line_at(5, AYU, subject(7), "task.added", task_data("a task")),
        one.line(AYU, subject(7), "task.claimed", lead()),
        other.line_at(2, BUDI, subject(7), "role.added", json!({"name": "a role", "state": "active"})),
    ];
    assert_any_order(&lines);
    let store = in_memory(&lines);
    assert!(titles(&store).is_empty());
    assert_eq!(store.search("task", 9).unwrap(), []);
    assert_eq!(store.search("role", 9).unwrap(), [Hit { subject: subject(7), kind: Kind::Role }]);
}

#[test]
fn an_answer_in_another_findings_subject_counts_for_nothing() {
    let mut one = Elsewhere::new(1);
    let settled =
        |reason: &str| json!({"finding": "O1:x", "verdict": "fine", "reason": reason, "facts": "0"});
    let lines = [
        one.line(AYU, subject_of(BOARD, "O1:x"), "finding.settled", settled("so be it")),
        one.line(AYU, subject(99), "finding.settled", settled("mischief")),
    ];
    assert_any_order(&lines);
}

#[test]
fn a_member_who_comes_after_their_claims_and_holdings_is_seen_by_the_findings() {
    let mut one = Elsewhere::new(1);
    let holder = [
        one.line(AYU, subject(7), "task.added", task_data("a task")),
        one.line(BUDI, subject(7), "task.claimed", lead()),
        one.line(AYU, subject(8), "role.added", json!({"name": "a role", "state": "active"})),
        one.line(BUDI, subject(8), "role.taken", json!({})),
    ];
    let member = [
        one.line(AYU, BUDI.into(), "member.joined", json!({"name": "Budi"})),
        one.line(BUDI, BUDI.into(), "member.left", json!({})),
    ];
    let mut store = in_memory(&holder);
    let mut writing = store.write().unwrap();
    writing.receive(member.iter().map(String::as_str)).unwrap();
    writing.commit().unwrap();
    assert_rebuilds(&mut store);
    let rules: Vec<&str> = store
        .findings(At(now().0 + 30 * 86_400_000), now().day(), 99)
        .unwrap()
        .iter()
        .map(|held| held.finding.rule.as_str())
        .collect();
    assert!(rules.contains(&"G5") && rules.contains(&"G1"), "{rules:?}");
}

#[test]
fn what_others_say_of_who_somebody_is_counts_until_they_write_themselves() {
    let (mut one, mut two) = (Elsewhere::new(1), Elsewhere::new(2));
    let told = vec![
        one.line(AYU, AYU.into(), "member.joined", json!({"name": "Ayu"})),
        one.line(AYU, BUDI.into(), "member.joined", json!({"name": "Budi", "from": "x:1"})),
        one.line(AYU, subject(7), "task.added", task_data("a task")),
        one.line(AYU, BUDI.into(), "member.merged", json!({"into": AYU})),
    ];
    let claims = two.line(BUDI, subject(7), "task.claimed", lead());
    let itself = two.line(BUDI, BUDI.into(), "member.merged", json!({"into": AYU}));
    let store = in_memory(&told);
    assert_eq!(store.person(BUDI).unwrap(), AYU);
    let lines = [told, vec![claims]].concat();
    assert_eq!(in_memory(&lines).person(BUDI).unwrap(), BUDI);
    assert_any_order(&lines);
    let lines = [lines, vec![itself]].concat();
    assert_eq!(in_memory(&lines).person(BUDI).unwrap(), AYU);
    assert_any_order(&lines);
}

#[test]
fn a_board_is_named_by_records_of_itself_only() {
    let mut elsewhere = Elsewhere::new(1);
    let named = |elsewhere: &mut Elsewhere, about, name: &str| {
        elsewhere.line(AYU, about, "board.started", json!({"name": name}))
    };
    let lines = [
        named(&mut elsewhere, SubjectId(BOARD.0), "Warung Kode"),
        named(&mut elsewhere, subject(7), "Another"),
    ];
    for lines in [lines.to_vec(), lines.iter().rev().cloned().collect()] {
        assert_eq!(in_memory(&lines).name().unwrap(), "Warung Kode");
    }
}

#[test]
fn tasks_without_a_title_are_no_overlap() {
    let mut one = Elsewhere::new(1);
    let mut lines = Vec::new();
    for (n, (by, title)) in [(AYU, ""), (BUDI, ""), (AYU, " "), (BUDI, "\t")].into_iter().enumerate() {
        lines.push(one.line(by, subject(n as u128), "task.added", task_data(title)));
        lines.push(one.line(by, subject(n as u128), "task.claimed", lead()));
    }
    assert_any_order(&lines);
    let found = in_memory(&lines).findings(now(), now().day(), 99).unwrap();
    assert!(found.iter().all(|held| held.finding.rule.as_str() != "O4"), "{found:?}");
}

#[test]
fn a_megabyte_of_title_from_elsewhere_is_kept_whole() {
    let mut one = Elsewhere::new(1);
    let title = "値札 ".repeat(150_000);
    let line = one.line(AYU, subject(7), "task.added", task_data(&title));
    assert!(line.len() > 1_000_000);
    let mut store = in_memory(&[&line]);
    assert_eq!(titles(&store), [title]);
    assert_eq!(store.search("値札", 9).unwrap().len(), 1);
    let mut kept = Vec::new();
    store.lines(|line| kept.push(line.to_owned())).unwrap();
    assert_eq!(kept, [line]);
    assert_rebuilds(&mut store);
}

#[test]
fn what_has_no_place_in_a_text_survives_in_a_title() {
    let mut one = Elsewhere::new(1);
    let title = "NUL \0 escape \u{1b}[31m bidi \u{202e} newline \n quote \"'%_*";
    let lines = [one.line(AYU, subject(7), "task.added", task_data(title))];
    assert_any_order(&lines);
    let store = in_memory(&lines);
    assert_eq!(titles(&store), [title]);
    for word in
        ["\"", "'", "%", "_", "*", "NEAR(a b)", "a AND", "-a", "^a", "line:a", "(", "\0", "newline \n quote"]
    {
        let _ = store.search(word, 9).unwrap();
        let _ = (store.find(&[Kind::Task], word).unwrap(), store.find(&[Kind::Member], word).unwrap());
        let _ = store.tasks(&Filter { text: word.into(), ..Filter::default() }, None, 0, 9).unwrap();
    }
    assert_eq!(store.search("newline \n quote", 9).unwrap().len(), 1);
}

#[test]
fn unknown_kinds_are_kept_and_change_nothing_that_is_known() {
    let (mut one, mut other) = (Elsewhere::new(1), Elsewhere::new(2));
    let known = [one.line(AYU, subject(7), "task.added", task_data("Alpha"))];
    let unknown = [
        other.line(BUDI, subject(7), "task.sung", json!({"song": ["la", {"deep": null}]})),
        other.line(BUDI, subject(7), "task.moved", json!({"to": "sleeping"})),
        other.line(BUDI, subject(8), "sparkle.made", json!({"title": "?"})),
        Elsewhere::new(3)
            .line(BUDI, subject(9), "task.added", task_data("of tomorrow"))
            .replace(r#""v":1"#, r#""v":2,"z":0"#),
    ];
    let mut store = in_memory(&known);
    let without = store.fingerprints().unwrap();
    assert_eq!(receive(&mut store, &unknown), 0);
    assert_eq!(store.fingerprints().unwrap(), without);
    let mut lines = Vec::new();
    store.lines(|line| lines.push(line.to_owned())).unwrap();
    assert_eq!(lines, [&known[..], &unknown[..]].concat(), "byte for byte");
    assert_rebuilds(&mut store);
    // What is known of the subject goes on having effect after them, and our own records stand behind theirs.
    add(&mut store, 1, "Ours");
    let line = other.line(BUDI, subject(7), "task.moved", json!({"to": "doing"}));
    assert_eq!(receive(&mut store, &[line]), 0);
    assert_eq!(store.counts().unwrap().doing, 1);
    let newest = &store.journal(None, 2).unwrap()[1].record;
    assert!(newest.lamport > 5 - 1, "{newest:?}");
    assert_rebuilds(&mut store);
}

#[test]
fn what_is_no_record_of_this_board_is_left_out_and_counted() {
    let mut one = Elsewhere::new(1);
    let good = one.line(AYU, subject(7), "task.added", task_data("Alpha"));
    let bad = [
        String::new(),
        "{}".into(),
        "null".into(),
        good[..good.len() - 1].to_owned(),
        format!("{good}{good}"),
        good.replace(&BOARD.to_string(), &Uuid::from_u128(2).to_string()),
        good.replace(r#""s":1"#, r#""s":0"#),
        good.replace(r#""s":1"#, r#""s":-1"#),
        good.replace(r#""l":1"#, r#""l":9007199254740993"#),
        good.replace(r#""x":[]"#, r#""x":["AB"]"#),
        "[".repeat(100_000),
    ];
    let mut store = in_memory(&[good]);
    let before = store.fingerprints().unwrap();
    assert_eq!(receive(&mut store, &bad), bad.len());
    assert_eq!((store.fingerprints().unwrap(), store.journal_len().unwrap()), (before, 1));
}

#[test]
fn a_record_is_one_line() {
    let mut one = Elsewhere::new(1);
    let good = one.line(AYU, subject(7), "task.added", task_data("Alpha"));
    // JSON that spreads over lines would be torn apart by whoever passes it on.
    let spread = [good.replacen(',', ",\n", 1), format!("{good}\n"), format!("\r\n{good}")];
    let mut store = Store::in_memory(BOARD, &key(1)).unwrap();
    assert_eq!(receive(&mut store, &spread), spread.len());
}

#[test]
fn a_clock_that_jumps_is_left_out() {
    let (mut one, mut other) = (Elsewhere::new(1), Elsewhere::new(2));
    let first = one.line_at(10, AYU, subject(7), "task.added", task_data("Alpha"));
    let mut store = in_memory(&[first]);
    let jump = other.line_at(10 + LAMPORT_JUMP + 1, BUDI, subject(8), "task.added", task_data("far"));
    assert_eq!(receive(&mut store, &[jump]), 1);
    assert_eq!(titles(&store), ["Alpha"]);
    let just = other.line_at(10 + LAMPORT_JUMP, BUDI, subject(8), "task.added", task_data("just"));
    assert_eq!(receive(&mut store, &[just]), 0);
    let mine = add(&mut store, 1, "Ours");
    // After the record by which our own replica begins.
    assert_eq!(store.entry(mine).unwrap().unwrap().record.lamport, 10 + LAMPORT_JUMP + 2);
}

#[test]
fn a_late_record_folds_its_subject_anew() {
    let (mut one, mut other) = (Elsewhere::new(1), Elsewhere::new(2));
    let added = one.line_at(1, AYU, subject(7), "task.added", task_data("Alpha"));
    let early = other.line_at(2, BUDI, subject(7), "task.claimed", lead());
    let undone = one.line_at(5, BUDI, subject(7), "record.undone", json!({"record": id_of(&early)}));
    let mut store = in_memory(&[&added, &undone]);
    assert_eq!(receive(&mut store, &[&early]), 0);
    let Some(Subject::Task(task)) = store.subject(subject(7)).unwrap() else { panic!("there is a task") };
    assert_eq!((task.claims.len(), store.counts().unwrap().free), (0, 1), "its undoing came before it");
    assert_any_order(&[added, early, undone]);
}

#[test]
fn ranks_of_elsewhere_never_hang_the_order() {
    for (before, after) in [
        (Some("a"), Some("a0")),
        (Some("a"), Some("a!")),
        (Some("a"), Some("a000")),
        (None, Some("0")),
        (None, Some("")),
        (Some(""), Some("0000")),
        (Some("~"), Some("~~")),
        (Some("値"), Some("値札")),
        (Some("z"), None),
        (Some("b"), Some("a")),
    ] {
        let rank = rank::between(before, after);
        assert!(!rank.is_empty() && rank.len() < 12, "{before:?} {after:?}: {rank}");
    }
}

// The file.

fn is_not_a_board(outcome: Result<Store, StoreError>) -> bool {
    matches!(outcome, Err(StoreError::NotABoard { path }) if !path.as_os_str().is_empty())
}

#[test]
fn what_is_no_board_is_told_so_and_left_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    fs::write(path("text"), "Dear diary, ".repeat(1_000)).unwrap();
    fs::write(path("short"), "SQLite").unwrap();
    fs::write(path("empty"), "").unwrap();
    let other = Connection::open(path("other")).unwrap();
    other.execute_batch("CREATE TABLE notes (t TEXT); INSERT INTO notes VALUES ('x')").unwrap();
    other.close().unwrap();
    let other = Connection::open(path("same version")).unwrap();
    other.execute_batch("CREATE TABLE meta (key, value); PRAGMA user_version = 1").unwrap();
    other.close().unwrap();
    for name in ["text", "short", "empty", "other", "same version"] {
        let before = fs::read(path(name)).unwrap();
        let opened = Store::open(&path(name), &keys()).map(|_| ());
        assert!(
            matches!(&opened, Err(StoreError::NotABoard { path }) if path.ends_with(name)),
            "{name}: {opened:?}"
        );
        assert_eq!(fs::read(path(name)).unwrap(), before, "{name} is as it was");
        if name != "empty" {
            assert!(is_not_a_board(Store::create(&path(name), BOARD, &keys(), |_| Ok(()))), "{name}");
            assert_eq!(fs::read(path(name)).unwrap(), before, "{name} is as it was");
        }
    }
    let beside: Vec<_> =
        fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(beside.len(), 5, "nothing is left beside: {beside:?}");
}

#[test]
fn a_place_where_no_file_can_be_is_the_machines_word_not_ours() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    fs::write(&file, "x").unwrap();
    let inside = file.join("board.db");
    assert!(matches!(Store::open(&inside, &keys()), Err(StoreError::Missing { .. })));
    assert!(matches!(Store::create(&inside, BOARD, &keys(), |_| Ok(())), Err(StoreError::CannotMake { .. })));
    assert!(matches!(
        Store::create(folder.path(), BOARD, &keys(), |_| Ok(())),
        Err(StoreError::CannotMake { .. })
    ));
    let opened = Store::open(folder.path(), &keys()).map(|_| ());
    assert!(matches!(opened, Err(StoreError::NotABoard { .. })), "{opened:?}");
    let new = folder.path().join("a/b/c/board.db");
    Store::create(&new, BOARD, &keys(), |_| Ok(())).unwrap();
    Store::open(&new, &keys()).unwrap();
}

#[test]
fn a_truncated_board_is_damaged_not_misread() {
    let tasks: Vec<String> = (0..200).map(|n| format!("Task number {n} of many")).collect();
    let tasks: Vec<&str> = tasks.iter().map(String::as_str).collect();
    let (folder, path) = board(&tasks);
    let whole = fs::read(&path).unwrap();
    for length in
        [1, 16, 99, 100, 512, 1024, 4096, 5000, whole.len() / 2, whole.len() - 4096, whole.len() - 1]
    {
        let cut = folder.path().join(format!("cut-{length}"));
        fs::write(&cut, &whole[..length]).unwrap();
        let outcome = Store::open(&cut, &keys()).and_then(|mut store| {
            let health = store.examine(Depth::Whole, &mut |_| {})?;
            let rebuilt = store.rebuild()?;
            Ok((health.is_well(), rebuilt.records, rebuilt.differed))
        });
        match outcome {
            Err(StoreError::NotABoard { .. } | StoreError::Damaged { .. }) => {}
            Ok((false, ..)) => {}
            // The last byte of a page that is not full is missed by nobody.
            Ok((_, 201, differed)) if differed.is_empty() => {}
            other => panic!("cut at {length}: {other:?}"),
        }
    }
}

#[test]
fn a_newer_board_is_read_and_not_written() {
    let (_folder, path) = board(&["Alpha"]);
    let newer = Connection::open(&path).unwrap();
    newer.execute_batch("PRAGMA user_version = 99; ALTER TABLE task ADD COLUMN mood TEXT").unwrap();
    newer.close().unwrap();
    let mut store = Store::open(&path, &keys()).unwrap();
    assert!(store.is_read_only());
    assert_eq!(titles(&store), ["Alpha"]);
    assert!(matches!(store.write().map(|_| ()), Err(StoreError::Newer { version: 99, .. })));
    let outcome = store.rebuild();
    assert!(
        matches!(outcome, Err(StoreError::Newer { .. })),
        "a rebuild would drop what it does not know: {outcome:?}"
    );
    assert_eq!(titles(&store), ["Alpha"]);
}

#[test]
fn a_board_on_a_disk_that_cannot_be_written_is_read() {
    use std::os::unix::fs::PermissionsExt;
    let (folder, path) = board(&["Alpha"]);
    let mode = |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    mode(&path, 0o444);
    mode(folder.path(), 0o555);
    if fs::write(folder.path().join("probe"), "").is_ok() {
        eprintln!("skipped: this user writes where nobody may");
    } else {
        let mut store = Store::open(&path, &keys()).unwrap();
        assert!(store.is_read_only());
        assert_eq!(titles(&store), ["Alpha"]);
        assert!(matches!(store.write().map(|_| ()), Err(StoreError::ReadOnly { .. })));
    }
    mode(folder.path(), 0o755);
}

#[test]
fn a_backup_while_others_write_opens_and_has_everything() {
    let (folder, path) = board(&[]);
    let mut store = Store::open(&path, &keys()).unwrap();
    // More than one step of the copy is long.
    let mut writing = store.write().unwrap();
    let text = "a note ".repeat(40_000);
    for n in 0..24 {
        let event = Event::from(TaskRemarked { text: format!("{n} {text}"), by: None, at: None, from: None });
        writing.append(AYU, now(), vec![Draft::new(subject(5), event)]).unwrap();
    }
    writing.commit().unwrap();
    let acknowledged = add(&mut store, 1, "Alpha");
    let done = std::sync::atomic::AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            let mut other = Store::open(&path, &keys()).unwrap();
            let mut n = 2;
            while !done.load(std::sync::atomic::Ordering::Relaxed) {
                add(&mut other, n, "meanwhile");
                n += 1;
            }
        });
        for n in 0..5 {
            let copy = folder.path().join(format!("copy-{n}.db"));
            store.backup(&copy).unwrap();
            assert!(!copy.with_extension("db-wal").exists(), "the copy is one file");
            let read = Store::open(&copy, &keys()).unwrap();
            assert!(read.entry(acknowledged).unwrap().is_some());
            drop(read);
            let restored = folder.path().join(format!("restored-{n}.db"));
            setara::store::restore(&copy, &restored, "now").unwrap();
            let mut copy = Store::open(&restored, &keys()).unwrap();
            assert!(copy.entry(acknowledged).unwrap().is_some());
            assert!(copy.examine(Depth::Whole, &mut |_| {}).unwrap().is_well() && copy.board() == BOARD);
            assert_rebuilds(&mut copy);
            add(&mut copy, 9_999, "in the copy");
        }
        let copy = folder.path().join("copy-0.db");
        assert!(matches!(store.backup(&copy), Err(StoreError::CannotMake { .. })), "nothing is written over");
        done.store(true, std::sync::atomic::Ordering::Relaxed);
    });
}

#[test]
fn a_rebuild_while_others_write_finds_no_difference() {
    let (_folder, path) = board(&["Task"; 64]);
    let mut store = Store::open(&path, &keys()).unwrap();
    let pause = |milliseconds| std::thread::sleep(std::time::Duration::from_millis(milliseconds));
    let done = std::sync::atomic::AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            let mut other = Store::open(&path, &keys()).unwrap();
            let states = [State::Doing, State::Open, State::Review];
            for n in 0u128.. {
                if done.load(std::sync::atomic::Ordering::Relaxed) {
                    break;
                }
                let to = states[n as usize % states.len()];
                let moved = Event::from(TaskMoved {
                    to,
                    reason: None,
                    led: Vec::new(),
                    by: None,
                    at: None,
                    from: None,
                });
                let mut writing = other.write().unwrap();
                writing.append(AYU, now(), vec![Draft::new(subject(1000 + n % 64), moved)]).unwrap();
                writing.commit().unwrap();
                // Without a pause nobody else would ever have a turn.
                pause(1);
            }
        });
        let mut differed = Vec::new();
        for n in 0..60 {
            pause(n % 7);
            differed.extend(store.rebuild().unwrap().differed);
        }
        done.store(true, std::sync::atomic::Ordering::Relaxed);
        assert_eq!(differed, NOTHING);
    });
}

#[test]
fn a_tampered_line_is_told_by_rebuild() {
    let (_folder, path) = board(&["Alpha"]);
    let other = Connection::open(&path).unwrap();
    other.execute("UPDATE journal SET line = replace(line, 'Alpha', 'Omega')", []).unwrap();
    let mut store = Store::open(&path, &keys()).unwrap();
    let rebuilt = store.rebuild().unwrap();
    assert_eq!((rebuilt.damaged, rebuilt.differed), (1, vec!["task", "tally", "subject"]));
}

#[test]
fn what_was_not_committed_has_not_happened() {
    let (_folder, path) = board(&["Alpha"]);
    let mut store = Store::open(&path, &keys()).unwrap();
    let before = store.fingerprints().unwrap();
    let mut writing = store.write().unwrap();
    let event = Event::from(TaskRemarked { text: "no".into(), by: None, at: None, from: None });
    writing.append(AYU, now(), vec![Draft::new(subject(1000), event)]).unwrap();
    drop(writing);
    assert_eq!((store.fingerprints().unwrap(), store.journal_len().unwrap()), (before, 2));
    add(&mut store, 1, "Beta");
    let chain: Vec<Record> = store.journal(None, 9).unwrap().into_iter().map(|entry| entry.record).collect();
    assert_eq!((chain[0].seq, chain[0].previous), (2, chain[1].id), "the chain has no hole");
}

#[test]
fn foreign_programs_see_the_same_board() {
    let (_folder, path) = board(&["Alpha"]);
    let other = Connection::open(&path).unwrap();
    let title: Option<String> =
        other.query_row("SELECT title FROM board", [], |row| row.get(0)).optional().unwrap();
    assert_eq!(title.as_deref(), Some("Alpha"));
}

// Search and handles.

#[test]
fn search_finds_parts_of_words_that_are_written_without_blanks() {
    let mut one = Elsewhere::new(1);
    let mut lines = Vec::new();
    for (n, title) in
        ["東京タワーの値札を書く", "ราคาสินค้า", "Prices of Ünïted goods", "12 boxes"].iter().enumerate()
    {
        lines.push(one.line(AYU, subject(n as u128), "task.added", task_data(title)));
    }
    let store = in_memory(&lines);
    let found = |text: &str| -> Vec<u128> {
        store.search(text, 9).unwrap().iter().map(|hit| hit.subject.0.as_u128()).collect()
    };
    for part in ["東京", "京タ", "タワー", "値札", "書", "値札を書", "東京 書く"] {
        assert_eq!(found(part), [0], "{part}");
    }
    assert_eq!((found("札値"), found("สินค้า"), found("สินค้าx")), (vec![], vec![1], vec![]));
    assert_eq!(
        (found("pri ünï"), found("PRICES"), found("rices"), found("1")),
        (vec![2], vec![2], vec![], vec![3])
    );
    assert_eq!((found(""), found("  "), found("…")), (vec![], vec![], vec![]));
}

#[test]
fn the_shortest_prefix_that_is_unique_among_live_tasks_is_shown_and_found() {
    let mut one = Elsewhere::new(1);
    // Ids whose handles begin alike: the last four bytes come first.
    let ids: Vec<u128> =
        vec![0x0000_0000, 0x0000_0001, 0x0000_1000, 0x0001_0000, 0x1000_0000, 0x1000_1000, 0x7f00_0001];
    let lines: Vec<String> =
        ids.iter().map(|n| one.line(AYU, subject(*n), "task.added", task_data(&format!("{n:x}")))).collect();
    let mut store = in_memory(&lines);
    let shown = |store: &Store, n: u128| store.task_handle(TaskId(Uuid::from_u128(n))).unwrap();
    for n in &ids {
        let (handle, whole) = (shown(&store, *n), handle::whole(Uuid::from_u128(*n)));
        assert!(whole.starts_with(&handle) && handle.len() >= handle::SHOWN);
        for end in handle.len()..=whole.len() {
            let found = store.find(&[Kind::Task], &whole[..end]).unwrap();
            assert_eq!(found.iter().map(|m| m.id.0.as_u128()).collect::<Vec<_>>(), [*n], "{whole} {end}");
        }
        if handle.len() > handle::SHOWN {
            assert!(
                store.find(&[Kind::Task], &handle[..handle.len() - 1]).unwrap().len() > 1,
                "{handle} is the shortest"
            );
        }
    }
    // A finished task makes room among the live ones, once it has been finished for long.
    let long = shown(&store, 0x0000_0000);
    let rest: Vec<String> =
        ids[1..4].iter().map(|n| one.line(AYU, subject(*n), "task.moved", json!({"to": "done"}))).collect();
    receive(&mut store, &rest);
    for days in [0, 30, 31] {
        store.as_of(now().plus_days(days));
        assert_eq!(shown(&store, 0x0000_0000).len() < long.len(), days > 30, "{days}");
        for n in &ids {
            let found = store.find(&[Kind::Task], &shown(&store, *n)).unwrap();
            assert_eq!(found.iter().map(|m| m.id.0.as_u128()).collect::<Vec<_>>(), [*n], "each has its own");
        }
    }
}

#[test]
fn a_claim_from_elsewhere_is_its_authors() {
    let mut one = Elsewhere::new(1);
    let lines = [
        one.line(AYU, subject(7), "task.added", task_data("Alpha")),
        one.line(BUDI, subject(7), "task.claimed", lead()),
    ];
    let store = in_memory(&lines);
    let Some(Subject::Task(task)) = store.subject(subject(7)).unwrap() else { panic!("there is a task") };
    let claim = task.leads().next().unwrap();
    assert_eq!((claim.member, claim.part), (BUDI, Part::Lead));
}

/// The reasons that are kept beside lines, in the order in which they came.
fn set_aside(store: &Store) -> Vec<(String, u64)> {
    let examined = store.examine(Depth::Quick, &mut |_| {}).unwrap();
    examined.left_out.iter().map(|(why, count)| (why.as_str().to_owned(), *count)).collect()
}

#[test]
fn hostile_lines_are_set_aside_one_by_one_and_the_rest_comes_in() {
    let (mut one, mut other, mut third) = (Elsewhere::new(1), Elsewhere::new(2), Elsewhere::new(3));
    let nested = |depth: usize| {
        let data = format!("{}1{}", "[".repeat(depth), "]".repeat(depth));
        json!({"title": "Nested", "state": "open", "rank": "C", "x": serde_json::from_str::<serde_json::Value>(&data).unwrap()})
    };
    let deep = json!({"v": 1, "b": BOARD, "r": ReplicaId([9; 16]), "s": 1, "l": 1, "w": 1, "p": RecordId::ZERO, "a": AYU,
                      "t": subject(9), "k": "task.sung", "x": [], "d": 7})
    .to_string()
    .replace(r#""d":7"#, &format!(r#""d":{}{}"#, "[".repeat(2_000), "]".repeat(2_000)));
    let first = one.line(AYU, subject(1), "task.added", task_data("First"));
    let second = one.line(AYU, subject(2), "task.added", task_data("Second"));
    // Another second of the same replica, one that names another first, and one whose clock goes back.
    let fork = second.replace("Second", "Forked");
    let third_line = one.line(AYU, subject(3), "task.added", task_data("Third"));
    let torn = third_line.replace(&id_of(&second).to_string(), &id_of(&first).to_string());
    let back = third_line.replace(r#""l":3"#, r#""l":2"#);
    let foreign = other.line(BUDI, subject(4), "task.added", task_data("Foreign"));
    let foreign = foreign.replace(&BOARD.to_string(), &Uuid::from_u128(77).to_string());
    let jump = Elsewhere::new(4).line_at(
        LAMPORT_JUMP * 9,
        BUDI,
        subject(5),
        "task.added",
        task_data("From tomorrow"),
    );
    let fits = third.line(BUDI, subject(6), "task.added", nested(60));
    let last = third.line(BUDI, subject(7), "task.added", task_data("Last"));
    let huge = last.replace(r#""s":2"#, r#""s":9223372036854775808"#);
    let lines =
        [&first, &second, &deep, &fork, &torn, &back, &foreign, &jump, &huge, "{", &third_line, &fits, &last]
            .map(|line: &str| line.to_owned());
    let mut store = Store::in_memory(BOARD, &key(1)).unwrap();
    for again in 0..2 {
        let mut writing = store.write().unwrap();
        assert_eq!(writing.receive(lines.iter().map(String::as_str)).unwrap(), 8, "{again}");
        writing.commit().unwrap();
        assert_eq!(titles(&store).len(), 5);
        let kept = [("unreadable", 2), ("nested", 1), ("foreign", 1), ("clock", 1), ("chain", 3)];
        assert_eq!(set_aside(&store), kept.map(|(why, count)| (why.to_owned(), count)), "each once");
    }
    assert_rebuilds(&mut store);
}

#[test]
fn what_was_set_aside_comes_in_once_it_fits() {
    let (mut one, mut other) = (Elsewhere::new(1), Elsewhere::new(2));
    let far = one.line_at(LAMPORT_JUMP + 5, AYU, subject(1), "task.added", task_data("Far"));
    let near = other.line_at(10, BUDI, subject(2), "task.added", task_data("Near"));
    let mut store = Store::in_memory(BOARD, &key(1)).unwrap();
    assert_eq!(receive(&mut store, &[&far, &near]), 1);
    assert_eq!(set_aside(&store), [("clock".to_owned(), 1)]);
    assert_eq!(receive(&mut store, &[&far]), 0);
    assert_eq!((set_aside(&store), titles(&store).len()), (vec![], 2));
}
