//! What only the connection itself can bring about.

use uuid::Uuid;

use super::*;
use crate::domain::calendar::At;
use crate::domain::event::{Event, RecordUndone, TaskClaimed, TaskMoved, TaskRemarked};
use crate::domain::id::TaskId;
use crate::domain::id::{MemberId, SubjectId};
use crate::domain::record::Draft;
use crate::domain::task::{LeaseTerms, Part, State};

fn remark(store: &mut Store, text: &str) -> Result<(), StoreError> {
    let event = Event::from(TaskRemarked { text: text.to_owned(), by: None, at: None, from: None });
    let mut writing = store.write()?;
    writing.append(
        MemberId(Uuid::from_u128(2)),
        At(1),
        vec![Draft::new(SubjectId(Uuid::from_u128(3)), event)],
    )?;
    writing.commit()
}

fn id(n: u128) -> SubjectId {
    SubjectId(Uuid::from_u128(100 + n))
}

fn added(n: u128) -> Draft {
    let data = format!(r#"{{"title":"Task {}","state":"open","rank":"C"}}"#, n % 700);
    let data = serde_json::value::RawValue::from_string(data).unwrap();
    Draft::new(id(n), Event::read("task.added", &data).unwrap())
}

#[test]
fn a_full_disk_says_so_and_loses_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("board.db");
    let keys = Keyring::in_memory(|| [1; 32]);
    let mut store = Store::create(&path, BoardId(Uuid::from_u128(1)), &keys, |_| Ok(())).unwrap();
    remark(&mut store, "before").unwrap();
    let limit = |store: &Store, pages: i64| {
        let _: i64 = store
            .connection
            .query_row(&format!("PRAGMA max_page_count = {pages}"), [], |row| row.get(0))
            .unwrap();
    };
    let pages: i64 = store.connection.query_row("PRAGMA page_count", [], |row| row.get(0)).unwrap();
    limit(&store, pages + 2);
    for _ in 0..3 {
        let outcome = remark(&mut store, &"much ".repeat(100_000));
        assert!(matches!(outcome, Err(StoreError::Full)), "{outcome:?}");
    }
    limit(&store, 1 << 30);
    remark(&mut store, "after").unwrap();
    drop(store);
    let mut store = Store::open(&path, &keys).unwrap();
    let seqs: Vec<u64> = store.journal(None, 9).unwrap().iter().map(|entry| entry.record.seq).collect();
    assert_eq!(seqs, [3, 2, 1], "what was refused left no hole in the chain");
    let examined = store.examine(Depth::Whole, &mut |_| {}).unwrap();
    assert!(examined.is_well(), "{examined:?}");
    assert!(store.rebuild().unwrap().differed.is_empty());
}

#[test]
fn a_subject_that_is_written_and_comes_again_in_one_transaction_is_right() {
    let mut store = Store::in_memory(BoardId(Uuid::from_u128(1)), &Key::from_seed([1; 32])).unwrap();
    let me = MemberId(Uuid::from_u128(2));
    let mut writing = store.write().unwrap();
    // More than are held before their tables are written.
    for n in 0..1_400 {
        writing.append(me, At(1), vec![added(n)]).unwrap();
    }
    for n in 0..3 {
        let moved = Event::from(TaskMoved {
            to: State::Doing,
            reason: None,
            led: Vec::new(),
            by: None,
            at: None,
            from: None,
        });
        let remarked = Event::from(TaskRemarked { text: "Hm.".into(), by: None, at: None, from: None });
        let done =
            writing.append(me, At(2), vec![Draft::new(id(n), moved), Draft::new(id(n), remarked)]).unwrap();
        let undone = Event::Undone(RecordUndone { record: done[0].id });
        let moved = Event::from(TaskMoved {
            to: State::Review,
            reason: None,
            led: Vec::new(),
            by: None,
            at: None,
            from: None,
        });
        writing.append(me, At(3), vec![Draft::new(id(n), undone), Draft::new(id(n), moved)]).unwrap();
    }
    writing.commit().unwrap();
    let counts = store.counts().unwrap();
    assert_eq!((counts.live, counts.doing, counts.review), (1_400, 0, 3));
    assert_eq!(store.task_row(TaskId(id(0).0)).unwrap().unwrap().since, At(3));
    assert!(store.rebuild().unwrap().differed.is_empty());
}

#[test]
fn a_large_import_makes_its_indexes_last_and_nobody_misses_them() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("board.db");
    let keys = Keyring::in_memory(|| [1; 32]);
    let mut store = Store::create(&path, BoardId(Uuid::from_u128(1)), &keys, |_| Ok(())).unwrap();
    let other = Store::open(&path, &keys).unwrap();
    let me = MemberId(Uuid::from_u128(2));
    let live = |store: &Store| store.tasks(&Filter::default(), None, 0, 99).unwrap().rows.len();
    for (is_kept, tasks) in [(false, 0), (true, 40)] {
        let mut writing = store.write().unwrap();
        writing.expect_tasks(40).unwrap();
        for n in 0..40 {
            writing.append(me, At(1), vec![added(n)]).unwrap();
        }
        assert_eq!(live(&other), 0, "who reads meanwhile sees the board as it was");
        if is_kept {
            writing.commit().unwrap();
        } else {
            drop(writing);
        }
        assert_eq!((live(&store), live(&other)), (tasks, tasks));
        let examined = store.examine(Depth::Whole, &mut |_| {}).unwrap();
        assert!(examined.is_well(), "{examined:?}");
    }
    remark(&mut store, "after").unwrap();
    assert!(store.rebuild().unwrap().differed.is_empty());
}

#[test]
fn tables_that_lost_a_part_are_damaged_and_no_fault_of_ours() {
    let damages = ["ALTER TABLE task RENAME COLUMN title TO titl", "DROP TABLE task", "DROP TABLE search"];
    for damage in damages {
        let mut store = Store::in_memory(BoardId(Uuid::from_u128(1)), &Key::from_seed([1; 32])).unwrap();
        remark(&mut store, "before").unwrap();
        store.connection.execute_batch(damage).unwrap();
        let read = store.tasks(&Default::default(), None, 0, 9).map(drop);
        let found = store.search("before", 9).map(drop);
        let outcomes = [read, found];
        let is_damaged = |outcome: &Result<(), _>| matches!(outcome, Err(StoreError::Damaged { .. }));
        assert!(outcomes.iter().any(is_damaged), "{damage}: {outcomes:?}");
        assert!(outcomes.iter().all(|outcome| outcome.is_ok() || is_damaged(outcome)), "{outcomes:?}");
    }
}

#[test]
fn a_function_that_nobody_knows_in_the_text_of_a_column_is_damage() {
    let mut store = Store::in_memory(BoardId(Uuid::from_u128(1)), &Key::from_seed([1; 32])).unwrap();
    let damage = "PRAGMA writable_schema = ON;
                  UPDATE sqlite_schema SET sql = replace(sql, 'typeof(', 'tipeof(');
                  PRAGMA writable_schema = RESET;";
    store.connection.execute_batch(damage).unwrap();
    let outcome = remark(&mut store, "after");
    assert!(matches!(outcome, Err(StoreError::Damaged { .. })), "{outcome:?}");
}

#[test]
fn one_row_of_a_damaged_form_costs_itself() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("board.db");
    let keys = Keyring::in_memory(|| [1; 32]);
    let mut store = Store::create(&path, BoardId(Uuid::from_u128(1)), &keys, |_| Ok(())).unwrap();
    for text in ["one", "two", "three"] {
        remark(&mut store, text).unwrap();
    }
    drop(store);
    // The length of the line, as the row's own header tells it: two bytes before its columns begin. With another one the
    // row is longer than its cell.
    let mut bytes = std::fs::read(&path).unwrap();
    let line = bytes.windows(12).rposition(|bytes| bytes == br#""text":"two""#).unwrap();
    let start = bytes[..line].windows(6).rposition(|bytes| bytes == br#"{"v":1"#).unwrap();
    let page = start / 4096 * 4096;
    let id = journal_id_of(&path, "two");
    let at = bytes[page..start].windows(32).rposition(|bytes| bytes == id).unwrap() + page;
    // Behind the header's own length stands the type of the number's column, and then that of the id: 32 bytes.
    let kind = bytes[..at].iter().rposition(|byte| *byte == 76).unwrap();
    bytes[kind] = 0x7f;
    std::fs::write(&path, bytes).unwrap();
    let store = Store::open(&path, &keys).unwrap();
    let read: Vec<u64> = store.journal(None, 9).unwrap().iter().map(|entry| entry.record.seq).collect();
    assert_eq!((read, store.unread()), (vec![4, 2, 1], 1));
}

fn journal_id_of(path: &std::path::Path, text: &str) -> Vec<u8> {
    let connection = rusqlite::Connection::open(path).unwrap();
    let sql = "SELECT id FROM journal WHERE line LIKE '%' || ?1 || '%'";
    connection.query_row(sql, [text], |row| row.get(0)).unwrap()
}

#[test]
fn findings_are_filed_under_their_rules_and_read_in_the_order_of_the_table() {
    let mut store = Store::in_memory(BoardId(Uuid::from_u128(1)), &Key::from_seed([1; 32])).unwrap();
    let event = |kind: &str, data: &str| {
        let data = serde_json::value::RawValue::from_string(data.to_owned()).unwrap();
        Event::read(kind, &data).unwrap()
    };
    let (task, role) = (SubjectId(Uuid::from_u128(100)), SubjectId(Uuid::from_u128(200)));
    let mut writing = store.write().unwrap();
    for member in [2, 3] {
        let lead = TaskClaimed::new(Part::Lead, LeaseTerms::default().from(At(1)));
        let drafts = [
            (task, event("task.added", r#"{"title":"Sign","state":"open","rank":"C","due":"1970-02-01"}"#)),
            (task, lead.into()),
            (role, event("role.added", r#"{"name":"Treasurer","state":"active"}"#)),
        ];
        let drafts = drafts.map(|(subject, event)| Draft::new(subject, event)).to_vec();
        writing.append(MemberId(Uuid::from_u128(member)), At(1), drafts).unwrap();
    }
    writing.commit().unwrap();
    let later = At(1).plus_days(90);
    let read = |store: &Store| {
        let codes = |found: Vec<CurrentFinding>| -> Vec<&str> {
            found.iter().map(|held| held.finding.rule.as_str()).collect()
        };
        (
            codes(store.findings(later, later.day(), 9).unwrap()),
            codes(store.findings(later, later.day(), 2).unwrap()),
            codes(store.findings_about(task, later, later.day()).unwrap()),
        )
    };
    let before = read(&store);
    assert_eq!(before, (vec!["O1", "G1", "S1", "G3"], vec!["O1", "G1"], vec!["O1", "S1", "G3"]));

    // Nothing of the order of the rules is kept that another program could have in another order.
    let kept = "SELECT count(*) FROM pragma_table_info('finding') WHERE type = 'INTEGER' AND name NOT LIKE 'holds_%'";
    assert_eq!(store.connection.query_row(kept, [], |row| row.get::<_, i64>(0)).unwrap(), 0);
}
