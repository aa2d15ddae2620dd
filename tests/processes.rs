//! Many real processes on one file: nothing that was acknowledged is lost, whatever happens to whom.
//!
//! The processes are this test program itself, started again as its own worker: what a worker does stands in the
//! environment, and every line that it prints was said after the commit.

use std::collections::HashSet;
use std::env;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use setara::domain::calendar::At;
use setara::domain::decide::{self, AddTask, Claim, ClaimAs, EditTask, Join, Place, Refusal, Scene};
use setara::domain::event::TaskEdited;
use setara::domain::id::{BoardId, MemberId, RecordId, TaskId};
use setara::domain::record::Record;
use setara::domain::subject::Subject;
use setara::session::{Environment, ErrorKind, Session};
use setara::store::{Depth, Keyring, Store, StoreError};
use uuid::Uuid;

const BOARD: BoardId = BoardId(Uuid::from_u128(1));
const PROCESSES: u128 = 8;
const TURNS: u128 = 500;

fn now() -> At {
    At(1_793_610_000_000)
}

fn member(n: u128) -> MemberId {
    MemberId(Uuid::from_u128(100 + n))
}

fn task(n: u128) -> TaskId {
    TaskId(Uuid::from_u128((n + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835)))
}

/// The keys of whoever runs the tests: they lie beside the board, for all processes.
fn keys(path: &Path) -> Keyring {
    fn draw() -> [u8; 32] {
        std::array::from_fn(|i| Uuid::new_v4().as_bytes()[i % 16])
    }
    Keyring::in_folder(path.parent().unwrap().join("keys"), "machine".to_owned(), draw)
}

fn create(path: &Path, board: BoardId) -> Store {
    Store::create(path, board, &keys(path), |_| Ok(())).unwrap()
}

/// Does what a command says, as `session` does: decided inside the writing transaction.
fn perform(
    store: &mut Store,
    me: MemberId,
    command: &decide::Command,
) -> Result<Result<Vec<Record>, Refusal>, StoreError> {
    let board = store.board();
    let mut writing = store.write()?;
    let mut scene = Scene::new(board, me, now(), now().day());
    for id in command.needs().subjects.into_iter().chain([me.into()]) {
        if let Some(subject) = writing.subject(id)? {
            scene.put(id, subject);
        }
    }
    Ok(match decide::decide(command, &scene) {
        Ok(drafts) => {
            let records = writing.append(me, now(), drafts)?;
            writing.commit()?;
            Ok(records)
        }
        Err(refusal) => Err(refusal),
    })
}

fn join(store: &mut Store, n: u128) {
    let join = decide::Command::Join(Join { name: format!("Member {n}"), initials: None });
    perform(store, member(n), &join).unwrap().unwrap();
}

fn say(line: impl std::fmt::Display) {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{line}").and_then(|()| out.flush()).unwrap();
}

/// Starts this program again to do one piece of work. Its own output comes after the harness's first lines.
fn start(work: &str, path: &Path, n: u128) -> Child {
    Command::new(env::current_exe().unwrap())
        .args(["--exact", "worker", "--ignored", "--nocapture", "--test-threads=1"])
        .env("SETARA_TEST_WORK", work)
        .env("SETARA_TEST_BOARD", path)
        .env("SETARA_TEST_N", n.to_string())
        // Who one is is remembered in the home folder: not in that of whoever runs the tests.
        .env("HOME", path.parent().unwrap())
        .env("XDG_CONFIG_HOME", path.parent().unwrap())
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

/// What a worker said to the end; it must have ended well.
fn finish(child: Child) -> Vec<String> {
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let said = String::from_utf8(output.stdout).unwrap();
    said.lines().filter_map(|line| line.split_once("said ")).map(|(_, said)| said.to_owned()).collect()
}

#[test]
#[ignore = "a worker of the other tests, not a test"]
fn worker() {
    let Ok(work) = env::var("SETARA_TEST_WORK") else { return };
    let path = PathBuf::from(env::var_os("SETARA_TEST_BOARD").unwrap());
    let n: u128 = env::var("SETARA_TEST_N").unwrap().parse().unwrap();
    match work.as_str() {
        "claim" => claim_and_edit(&path, n),
        "open" => open_or_create(&path, n),
        "start" => start_a_team(&path, n),
        "append" => append_for_ever(&path, n),
        other => panic!("no work is called {other}"),
    }
}

/// Every process claims the same tasks, in an order of its own, and edits one that all edit.
fn claim_and_edit(path: &Path, n: u128) {
    let mut store = Store::open(path, &keys(path)).unwrap();
    for turn in 0..TURNS {
        // Odd steps visit all: everybody meets everybody on some task.
        let claimed = task((turn * (2 * n + 1) + n * 31) % (TURNS / 2));
        let command = if turn % 2 == 0 {
            decide::Command::Claim(Claim { task: claimed, part: ClaimAs::Lead })
        } else {
            let title = Some(format!("{n} in turn {turn}"));
            let edit = TaskEdited { title, ..TaskEdited::default() };
            decide::Command::EditTask(EditTask { task: task(turn % 7), edit })
        };
        match perform(&mut store, member(n), &command).unwrap() {
            Ok(records) => {
                let ids: Vec<String> = records.iter().map(|record| record.id.to_string()).collect();
                say(format_args!("said done {turn} {}", ids.join(" ")));
            }
            Err(Refusal::Taken { task, by, .. }) => say(format_args!("said taken {task} {by}")),
            Err(Refusal::AlreadyLead(task)) => say(format_args!("said mine {task}")),
            Err(other) => panic!("{other:?}"),
        }
    }
}

#[test]
fn eight_processes_claim_and_edit_and_nothing_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("board.db");
    let mut store = create(&path, BOARD);
    (0..PROCESSES).for_each(|n| join(&mut store, n));
    for n in 0..TURNS / 2 {
        let add = AddTask::titled(task(n), format!("Task {n}"), Place::End);
        perform(&mut store, member(0), &decide::Command::AddTask(add)).unwrap().unwrap();
    }
    let before = store.journal_len().unwrap();
    let workers: Vec<Child> = (0..PROCESSES).map(|n| start("claim", &path, n)).collect();
    // A reader looks on, and is never told to wait.
    let reader = Store::open(&path, &keys(&path)).unwrap();
    for _ in 0..200 {
        reader.counts().unwrap();
        reader.tasks(&setara::store::Filter::default(), None, 0, 20).unwrap();
    }
    let said: Vec<Vec<String>> = workers.into_iter().map(finish).collect();

    let mut acknowledged = HashSet::new();
    let (mut turns, mut refused) = (0, 0);
    for (n, lines) in said.iter().enumerate() {
        turns += lines.len();
        for line in lines {
            let words: Vec<&str> = line.split(' ').collect();
            match words.as_slice() {
                ["done", _, ids @ ..] => {
                    acknowledged.extend(ids.iter().map(|id| id.parse::<RecordId>().unwrap()));
                }
                ["taken", task, by] => {
                    refused += 1;
                    let id = TaskId(task.parse().unwrap());
                    let Some(Subject::Task(task)) = store.subject(id.into()).unwrap() else {
                        panic!("there is a task")
                    };
                    let leads: Vec<String> = task.leads().map(|claim| claim.member.to_string()).collect();
                    assert_eq!(leads, [*by], "the loser was told who holds it, and nobody else does");
                    assert_ne!(*by, member(n as u128).to_string());
                }
                ["mine", _] => {}
                other => panic!("{other:?}"),
            }
        }
    }
    assert_eq!(turns, (PROCESSES * TURNS) as usize);
    assert!(refused > 500, "they met on their tasks: {refused}");
    for id in &acknowledged {
        assert!(store.entry(*id).unwrap().is_some(), "{id} was acknowledged");
    }
    assert_eq!(store.journal_len().unwrap() - before, acknowledged.len() as i64, "and nothing else is there");
    assert_eq!(store.counts().unwrap().free, 0, "every task was claimed by somebody");
    assert_whole(&mut store);
}

/// The chain has no hole, nothing is there twice, the file is sound and the tables are what the journal says.
#[track_caller]
fn assert_whole(store: &mut Store) {
    let mut records: Vec<Record> =
        store.journal(None, usize::MAX >> 1).unwrap().into_iter().map(|entry| entry.record).collect();
    records.reverse();
    let mut previous = RecordId::ZERO;
    for (n, record) in records.iter().enumerate() {
        assert_eq!((record.seq, record.previous), (n as u64 + 1, previous));
        previous = record.id;
    }
    assert_sound(store);
    let rebuilt = store.rebuild().unwrap();
    assert_eq!((rebuilt.differed, rebuilt.damaged, rebuilt.records), (vec![], 0, records.len()));
}

#[track_caller]
fn assert_sound(store: &Store) {
    let examined = store.examine(Depth::Whole, &mut |_| {}).unwrap();
    assert!(examined.is_well(), "{examined:?}");
}

/// Opens the board, or makes it where there is none, and joins.
fn open_or_create(path: &Path, n: u128) {
    let mut store = if n.is_multiple_of(2) {
        create(path, BoardId(Uuid::from_u128(1000 + n)))
    } else {
        // Whoever only opens is told that there is no board until there is one, and nothing else.
        loop {
            match Store::open(path, &keys(path)) {
                Err(StoreError::Missing { .. }) => std::thread::sleep(std::time::Duration::from_millis(1)),
                other => break other.unwrap(),
            }
        }
    };
    join(&mut store, n);
    say(format_args!("said {} {}", store.board(), member(n)));
}

#[test]
fn first_openers_race_to_one_board() {
    for _ in 0..12 {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("deep/board.db");
        let workers: Vec<Child> = (0..PROCESSES).map(|n| start("open", &path, n)).collect();
        let said: Vec<String> = workers.into_iter().flat_map(finish).collect();
        assert_eq!(said.len(), PROCESSES as usize);
        let boards: HashSet<&str> = said.iter().filter_map(|line| line.split(' ').next()).collect();
        assert_eq!(boards.len(), 1, "all are at one board: {boards:?}");
        let mut store = Store::open(&path, &keys(&path)).unwrap();
        assert_eq!(store.members(99).unwrap().len(), PROCESSES as usize);
        assert_eq!(store.examine(Depth::Quick, &mut |_| {}).unwrap().facts.replicas, 1);
        assert_whole(&mut store);
    }
}

fn start_a_team(path: &Path, n: u128) {
    match Session::start(path, &format!("Team {n}"), &format!("Member {n}"), Environment::from_env()) {
        Ok(_) => say(format_args!("said Team {n}")),
        Err(error) => assert_eq!(error.kind, ErrorKind::Refused, "{error:?}"),
    }
}

#[test]
fn of_those_who_start_a_team_at_once_one_does() {
    for round in 0..6 {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("board.db");
        if round % 2 == 1 {
            std::fs::write(&path, "").unwrap();
        }
        let workers: Vec<Child> = (0..PROCESSES).map(|n| start("start", &path, n)).collect();
        let said: Vec<String> = workers.into_iter().flat_map(finish).collect();
        let mut store = Store::open(&path, &keys(&path)).unwrap();
        assert_eq!((said, store.members(99).unwrap().len()), (vec![store.name().unwrap()], 1));
        assert_whole(&mut store);
    }
}

/// Appends until it is killed: mostly one task at a time, now and then an action of many records.
fn append_for_ever(path: &Path, n: u128) {
    let mut store = Store::open(path, &keys(path)).unwrap();
    for turn in 0u128.. {
        let id = TaskId(Uuid::from_u128((n << 64) + (turn + 1) * 0x9e37_79b9));
        let add = decide::Command::AddTask(AddTask::titled(id, format!("{n} {turn}"), Place::End));
        let mut records = perform(&mut store, member(0), &add).unwrap().unwrap();
        if turn % 3 == 0 {
            let claim = decide::Command::Claim(Claim { task: id, part: ClaimAs::Lead });
            records.extend(perform(&mut store, member(0), &claim).unwrap().unwrap());
        }
        let ids: Vec<String> = records.iter().map(|record| record.id.to_string()).collect();
        say(format_args!("said {}", ids.join(" ")));
    }
}

#[test]
fn what_was_acknowledged_survives_a_hundred_kills() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("board.db");
    let mut store = create(&path, BOARD);
    join(&mut store, 0);
    drop(store);
    let mut seed: u64 = 0x5eed;
    let mut random = |below: u64| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) % below
    };
    let mut acknowledged: Vec<RecordId> = Vec::new();
    for round in 0..100 {
        let mut child = start("append", &path, round);
        let mut out = BufReader::new(child.stdout.take().unwrap());
        let mut heard = Vec::new();
        let lines = random(12);
        while (heard.len() as u64) < lines {
            let mut line = String::new();
            assert_ne!(out.read_line(&mut line).unwrap(), 0, "the worker ended by itself");
            heard.extend(line.split_once("said ").map(|(_, ids)| ids.to_owned()));
        }
        for _ in 0..random(200_000) {
            std::hint::spin_loop();
        }
        child.kill().unwrap();
        child.wait().unwrap();
        // What it said before it died counts too; only a line that was cut off does not.
        let mut rest = String::new();
        out.read_to_string(&mut rest).unwrap();
        let whole = rest.rfind('\n').map_or("", |end| &rest[..end]);
        heard
            .extend(whole.lines().filter_map(|line| line.split_once("said ")).map(|(_, ids)| ids.to_owned()));
        for ids in &heard {
            acknowledged.extend(ids.split_whitespace().map(|id| id.parse::<RecordId>().unwrap()));
        }
        let store = Store::open(&path, &keys(&path)).unwrap();
        assert_sound(&store);
        for id in &acknowledged {
            assert!(store.entry(*id).unwrap().is_some(), "round {round}: {id} was acknowledged");
        }
        if round % 10 == 9 {
            drop(store);
            assert_whole(&mut Store::open(&path, &keys(&path)).unwrap());
        }
    }
    assert!(acknowledged.len() > 300, "{}", acknowledged.len());
}

#[test]
fn a_creator_that_is_killed_leaves_no_ruin() {
    let folder = tempfile::tempdir().unwrap();
    for round in 0..40u64 {
        let path = folder.path().join(format!("{round}.db"));
        let mut child = start("open", &path, 0);
        while !path.exists() && child.try_wait().unwrap().is_none() {
            std::hint::spin_loop();
        }
        for _ in 0..round * 4_000 {
            std::hint::spin_loop();
        }
        child.kill().unwrap();
        child.wait().unwrap();
        // Whether it was made or not: whoever makes it now has a whole board.
        let mut store = create(&path, BOARD);
        join(&mut store, 1);
        assert_whole(&mut store);
    }
}
