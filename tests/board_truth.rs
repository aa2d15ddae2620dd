//! The board's file, and what may have been done to it: who writes under which name, what of it is what was written,
//! and that nothing is acknowledged that is not there.

use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use setara::domain::calendar::At;
use setara::domain::decide::{AddTask, Command, Place, Remark};
use setara::domain::event::{Event, MemberEvent};
use setara::domain::id::{BoardId, MemberId, RecordId, ReplicaId, SubjectId};
use setara::domain::record::{Draft, Record, Tip, id_of};
use setara::session::{Environment, Session};
use setara::store::{Depth, Examined, Fault, Key, Keyring, Reason, Store, StoreError};
use tempfile::TempDir;
use uuid::Uuid;

/// A folder with boards in it, and the person who goes about with them.
struct World {
    folder: TempDir,
    keys: Keyring,
}

fn draw() -> [u8; 32] {
    std::array::from_fn(|i| Uuid::new_v4().as_bytes()[i % 16])
}

impl World {
    fn new() -> World {
        let folder = tempfile::tempdir().unwrap();
        let keys = Keyring::in_folder(folder.path().join("keys"), "here".to_owned(), draw);
        World { folder, keys }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn environment(&self) -> Environment {
        Environment::fixed(At(1_800_000_000_000), &Uuid::new_v4().to_string()).with_keys(self.keys.clone())
    }

    /// Another person on the same machine.
    fn other(&self) -> Environment {
        let keys = Keyring::in_folder(self.path("keys of another"), "here".to_owned(), draw);
        self.environment().with_keys(keys)
    }

    fn start(&self, name: &str) -> Session {
        Session::start(&self.path(name), "Warung Kode", "Ayu", self.environment()).unwrap()
    }

    fn open(&self, name: &str) -> Session {
        let mut session = Session::open(&self.path(name), self.environment()).unwrap();
        session.act_as_anybody();
        session
    }

    fn sql(&self, name: &str, sql: &str) {
        let connection = Connection::open(self.path(name)).unwrap();
        connection.execute_batch(sql).unwrap();
        connection.close().unwrap();
    }
}

/// A person who acts without having been asked who they are.
trait Acts {
    fn act_as_anybody(&mut self);
    fn add(&mut self, title: &str) -> Result<setara::domain::id::TaskId, setara::session::Error>;
}

impl Acts for Session {
    fn act_as_anybody(&mut self) {
        let first = self.board().members(1).unwrap()[0].name.clone();
        self.act_as(Some(&first)).unwrap();
    }

    fn add(&mut self, title: &str) -> Result<setara::domain::id::TaskId, setara::session::Error> {
        let id = setara::domain::id::TaskId(self.new_id());
        self.perform(&Command::AddTask(AddTask::titled(id, title.to_owned(), Place::default())))?;
        Ok(id)
    }
}

fn examine(session: &Session) -> Examined {
    session.board().examine(Depth::Whole, &mut |_| {}).unwrap()
}

#[track_caller]
fn assert_well(session: &Session) {
    let examined = examine(session);
    assert!(examined.is_well(), "{examined:?}");
}

/// The replicas that wrote, in the order of their first record.
fn replicas(session: &Session) -> Vec<ReplicaId> {
    let mut entries = session.board().journal(None, 1_000).unwrap();
    entries.reverse();
    let mut replicas = Vec::new();
    for entry in entries {
        if !replicas.contains(&entry.record.replica) {
            assert!(
                matches!(entry.record.event, Some(Event::Member(MemberEvent::Device(_)))),
                "its first record says whose it is"
            );
            assert_eq!((entry.record.seq, entry.action), (1, entry.n));
            replicas.push(entry.record.replica);
        }
    }
    replicas
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().mode() & 0o777
}

fn holds(path: &Path, bytes: &[u8]) -> bool {
    fs::read(path).unwrap().windows(bytes.len()).any(|window| window == bytes)
}

// Who writes under which name.

#[test]
fn one_user_at_one_file_is_one_replica() {
    let world = World::new();
    world.start("board.db").add("One").unwrap();
    world.open("board.db").add("Two").unwrap();
    let session = world.open("board.db");
    assert_eq!(replicas(&session).len(), 1);
    assert_well(&session);
}

#[test]
fn a_second_user_of_one_file_is_another_replica() {
    let world = World::new();
    world.start("board.db").add("One").unwrap();
    let mut other = Session::open(&world.path("board.db"), world.other()).unwrap();
    assert_eq!(examine(&other).own, None, "the doctor says that the key is missing");
    other.join("Budi", None).unwrap();
    world.open("board.db").add("Two").unwrap();
    let session = world.open("board.db");
    assert_eq!(replicas(&session).len(), 2);
    assert_well(&session);
}

#[test]
fn no_two_copies_of_a_board_write_under_one_name() {
    let world = World::new();
    let mut session = world.start("board.db");
    session.add("One").unwrap();
    session.board().backup(&world.path("backup.db")).unwrap();
    session.add("Two").unwrap();
    drop(session);
    // As earlier versions made it, without a mark.
    let backup = Connection::open(world.path("backup.db")).unwrap();
    backup.execute("DELETE FROM meta WHERE key = 'backup'", []).unwrap();
    drop(backup);
    // A copy beside it, a backup, and a backup that is copied over the board: its inode stays.
    fs::copy(world.path("board.db"), world.path("copy.db")).unwrap();
    for name in ["copy.db", "backup.db"] {
        world.open(name).add("Three").unwrap();
        assert_eq!(replicas(&world.open(name)).len(), 2, "{name}");
        assert_well(&world.open(name));
    }
    world.open("board.db").add("Three").unwrap();
    assert_eq!(replicas(&world.open("board.db")).len(), 1);
    let inode = fs::metadata(world.path("board.db")).unwrap().ino();
    fs::copy(world.path("backup.db"), world.path("board.db")).unwrap();
    assert_eq!(fs::metadata(world.path("board.db")).unwrap().ino(), inode);
    let session = world.open("board.db");
    assert!(examine(&session).is_copy);
    drop(session);
    world.open("board.db").add("Again").unwrap();
    assert_eq!(replicas(&world.open("board.db")).len(), 3);
    assert_well(&world.open("board.db"));
}

#[test]
fn a_backup_is_read_until_it_is_restored() {
    let world = World::new();
    let mut session = world.start("board.db");
    session.add("One").unwrap();
    session.board().backup(&world.path("backup.db")).unwrap();
    drop(session);
    let before = fs::read(world.path("backup.db")).unwrap();
    let mut backup = world.open("backup.db");
    assert!(backup.board().is_read_only() && !backup.has_changed().unwrap());
    assert_eq!(backup.board().counts().unwrap().live, 1);
    assert_well(&backup);
    for error in [backup.add("Two").unwrap_err(), backup.rebuild().unwrap_err()] {
        let hint = format!("setara restore \"{}\"", world.path("backup.db").display());
        assert!(error.message.contains("is a backup") && error.hint.unwrap().contains(&hint));
    }
    // So is one of a backup, and one that was copied over a board.
    backup.board().backup(&world.path("second.db")).unwrap();
    drop(backup);
    fs::copy(world.path("second.db"), world.path("board.db")).unwrap();
    for name in ["second.db", "board.db"] {
        assert!(world.open(name).add("Two").is_err(), "{name}");
    }
    assert_eq!(fs::read(world.path("backup.db")).unwrap(), before, "nothing was written to it");
    Session::restore(&world.path("board.db"), &world.path("board.db"), &world.environment()).unwrap();
    let mut session = world.open("board.db");
    session.add("Two").unwrap();
    assert_well(&session);
}

#[test]
fn what_an_older_version_left_is_read_right_where_nothing_is_written() {
    let world = World::new();
    let mut session = world.start("board.db");
    session.add("One").unwrap();
    session.board().backup(&world.path("backup.db")).unwrap();
    drop(session);
    let older = Connection::open(world.path("backup.db")).unwrap();
    older.execute_batch("UPDATE meta SET value = 0 WHERE key = 'tables'; DROP TABLE task").unwrap();
    drop(older);
    let before = fs::read(world.path("backup.db")).unwrap();
    let mut backup = world.open("backup.db");
    let tasks = backup.board().tasks(&Default::default(), None, 0, 9).unwrap();
    assert_eq!(tasks.rows[0].title, "One");
    assert!(backup.add("Two").unwrap_err().message.contains("is a backup"));
    drop(backup);
    assert_eq!(fs::read(world.path("backup.db")).unwrap(), before);
    // Restoring makes them anew as well.
    Session::restore(&world.path("backup.db"), &world.path("board.db"), &world.environment()).unwrap();
    let mut session = world.open("board.db");
    session.add("Two").unwrap();
    assert_well(&session);
}

#[test]
fn the_secret_is_in_no_board_and_no_backup() {
    let world = World::new();
    let mut session = world.start("board.db");
    session.add("One").unwrap();
    session.board().backup(&world.path("backup.db")).unwrap();
    drop(session);
    let key = fs::read_dir(world.path("keys")).unwrap().next().unwrap().unwrap().path();
    assert_eq!(mode(&key), 0o600);
    let key: serde_json::Value = serde_json::from_str(&fs::read_to_string(key).unwrap()).unwrap();
    let digits = key["secret"].as_str().unwrap();
    let secret: Vec<u8> =
        (0..32).map(|i| u8::from_str_radix(&digits[2 * i..2 * i + 2], 16).unwrap()).collect();
    for name in ["board.db", "backup.db"] {
        assert!(!holds(&world.path(name), &secret) && !holds(&world.path(name), digits.as_bytes()), "{name}");
    }
}

/// A board as the last version before seals left it: with its secret in it.
fn old_board(path: &Path, secret: [u8; 32]) {
    let migrations = [
        include_str!("released/1.sql"),
        include_str!("released/2.sql"),
        include_str!("released/3.sql"),
        include_str!("released/4.sql"),
        include_str!("../src/store/schema/times.sql"),
        include_str!("released/6.sql"),
        include_str!("released/7.sql"),
        include_str!("released/8.sql"),
    ];
    let old = Connection::open(path).unwrap();
    old.execute_batch("PRAGMA journal_mode = WAL").unwrap();
    migrations.iter().for_each(|sql| old.execute_batch(sql).unwrap());
    old.execute_batch("PRAGMA user_version = 8; PRAGMA application_id = 1399157857").unwrap();
    let (board, ayu) = (BoardId(Uuid::from_u128(1)), MemberId(Uuid::from_u128(10)));
    old.execute(
        "INSERT INTO meta VALUES ('board', ?1), ('lamport', 3), ('own_replica', 1)",
        [board.0.as_bytes()],
    )
    .unwrap();
    let key = Key::from_seed(secret);
    let mut tip = Tip { replica: key.replica(), count: 0, last: RecordId::ZERO, lamport: 0 };
    let data = |text: &str| serde_json::value::RawValue::from_string(text.to_owned()).unwrap();
    let drafts = [
        (SubjectId::from(board), "board.started", r#"{"name":"Warung Kode"}"#),
        (ayu.into(), "member.joined", r#"{"name":"Ayu"}"#),
        (SubjectId(Uuid::from_u128(20)), "task.added", r#"{"title":"Old","state":"open","rank":"C"}"#),
    ];
    old.execute("INSERT INTO replica (n, id, secret) VALUES (1, ?1, ?2)", (key.replica().0, secret)).unwrap();
    for (n, (subject, kind, text)) in drafts.into_iter().enumerate() {
        let draft = Draft::new(subject, Event::read(kind, &data(text)).unwrap());
        let (record, line) = Record::write(draft, board, ayu, At(1_700_000_000_000), &mut tip);
        old.execute(
            "INSERT INTO journal (n, id, replica, seq, lamport, at, author, subject, kind, action, line)
             VALUES (?1, ?2, 1, ?3, ?4, ?5, ?6, ?7, ?8, ?1, ?9)",
            rusqlite::params![
                n as i64 + 1,
                record.id.0,
                record.seq as i64,
                record.lamport as i64,
                record.at.0,
                ayu.0.as_bytes(),
                subject.0.as_bytes(),
                record.kind,
                line
            ],
        )
        .unwrap();
    }
    old.execute("UPDATE replica SET count = ?1, last = ?2", rusqlite::params![tip.count as i64, tip.last.0])
        .unwrap();
    old.close().unwrap();
}

#[test]
fn an_old_board_is_sealed_as_it_stands_and_keeps_no_secret() {
    let world = World::new();
    let secret: [u8; 32] = std::array::from_fn(|i| 200 - i as u8);
    old_board(&world.path("board.db"), secret);
    assert!(holds(&world.path("board.db"), &secret));
    let before: Vec<String> = {
        let old = Connection::open(world.path("board.db")).unwrap();
        let mut lines = old.prepare("SELECT line FROM journal ORDER BY n").unwrap();
        lines.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    };
    let mut session = Session::open(&world.path("board.db"), world.environment()).unwrap();
    assert!(session.remarks()[0].message.contains("sealed from now on"));
    session.rebuild().unwrap();
    let examined = examine(&session);
    assert!(examined.is_well(), "{examined:?}");
    assert_eq!((examined.sealed_as_found, examined.own), (Some(3), None));
    drop(session);
    assert!(!holds(&world.path("board.db"), &secret), "wiped from the pages");
    assert!(!world.path("board.db-wal").exists());
    let mut session = world.open("board.db");
    assert!(session.remarks().is_empty(), "said once");
    session.add("New").unwrap();
    let (mut lines, mut wrote) = (Vec::new(), Vec::new());
    session.board().lines(|line| lines.push(line.to_owned())).unwrap();
    assert_eq!(lines[..3], before, "byte for byte");
    for entry in session.board().journal(None, 9).unwrap() {
        wrote.push(entry.record.replica);
    }
    wrote.dedup();
    assert_eq!(wrote.len(), 2, "everybody starts as a new replica");
    assert_well(&session);
    // What somebody did to it before is not told from what was written; what is done from now on is.
    world.sql("board.db", "UPDATE journal SET line = replace(line, 'Old', 'Odd') WHERE n = 3");
    assert!(!examine(&session).is_well());
}

// Modes.

#[test]
fn a_board_is_its_owners_and_a_teams_is_the_teams() {
    let world = World::new();
    world.start("own/board.db").add("One").unwrap();
    assert_eq!(mode(&world.path("own")), 0o700);
    assert_eq!([mode(&world.path("own/board.db")), mode(&world.path("own/board.db-lock"))], [0o600, 0o600]);
    fs::create_dir(world.path("team")).unwrap();
    fs::set_permissions(world.path("team"), Permissions::from_mode(0o2775)).unwrap();
    let mut session = world.start("team/board.db");
    session.add("One").unwrap();
    for suffix in ["", "-wal", "-shm", "-lock"] {
        assert_eq!(mode(&world.path(&format!("team/board.db{suffix}"))), 0o660, "{suffix}");
    }
    // What a person whose umask is narrow left there is the team's all the same.
    drop(session);
    fs::set_permissions(world.path("team/board.db"), Permissions::from_mode(0o644)).unwrap();
    let session = world.open("team/board.db");
    for suffix in ["", "-wal", "-shm"] {
        assert_eq!(mode(&world.path(&format!("team/board.db{suffix}"))) & 0o060, 0o060, "{suffix}");
    }
    drop(session);
}

// What was acknowledged is there.

#[test]
fn a_board_that_was_moved_or_replaced_takes_nothing() {
    type Deed = fn(&World);
    let deeds: [(&str, Deed); 4] = [
        ("moved", |world| fs::rename(world.path("board.db"), world.path("elsewhere.db")).unwrap()),
        ("deleted", |world| fs::remove_file(world.path("board.db")).unwrap()),
        ("replaced", |world| fs::rename(world.path("other.db"), world.path("board.db")).unwrap()),
        ("copied over", |world| {
            fs::copy(world.path("backup.db"), world.path("board.db")).unwrap();
        }),
    ];
    for (what, deed) in deeds {
        let world = World::new();
        let mut other = world.start("other.db");
        other.add("Other").unwrap();
        other.board().backup(&world.path("backup.db")).unwrap();
        drop(other);
        let mut session = world.start("board.db");
        session.add("One").unwrap();
        assert!(!session.has_changed().unwrap());
        deed(&world);
        assert!(session.has_changed().is_err(), "{what}: seen with the next frame");
        let error = session.add("Two").unwrap_err();
        assert!(
            error.message.contains("moved, deleted or replaced") && error.hint.is_some(),
            "{what}: {error:?}"
        );
        drop(session);
        // What lies there now was not written to by whoever had the old one open.
        if ["replaced", "copied over"].contains(&what) {
            for suffix in ["-wal", "-shm"] {
                let _ = fs::remove_file(world.path(&format!("board.db{suffix}")));
            }
            let session = world.open("board.db");
            assert_well(&session);
            assert_eq!(session.board().counts().unwrap().live, 1, "{what}");
        }
    }
}

#[test]
fn a_backup_that_was_copied_over_a_crashed_board_is_refused_and_restored() {
    let world = World::new();
    let mut session = world.start("board.db");
    session.add("One").unwrap();
    session.board().backup(&world.path("backup.db")).unwrap();
    session.add("Two").unwrap();
    // As a process that was killed leaves it: with its log beside it.
    for suffix in ["", "-wal"] {
        let name = |of: &str| world.path(&format!("{of}{suffix}"));
        fs::copy(name("board.db"), name("crashed.db")).unwrap();
    }
    drop(session);
    fs::copy(world.path("backup.db"), world.path("crashed.db")).unwrap();
    let error = Session::open(&world.path("crashed.db"), world.environment()).err().unwrap();
    assert!(error.hint.as_ref().unwrap().contains("restore FILE"), "{error:?}");
    assert!(fs::metadata(world.path("crashed.db-wal")).unwrap().len() > 0, "nothing was touched");
    let done =
        Session::restore(&world.path("crashed.db"), &world.path("crashed.db"), &world.environment()).unwrap();
    let kept = done.kept.unwrap();
    assert!(kept.exists() && !world.path("crashed.db-wal").exists());
    let session = world.open("crashed.db");
    assert_eq!(session.board().counts().unwrap().live, 1);
    assert_well(&session);
}

#[test]
fn restore_keeps_the_old_board_whole_and_the_new_one_is_a_new_replica() {
    let world = World::new();
    let mut session = world.start("board.db");
    session.add("One").unwrap();
    session.board().backup(&world.path("backup.db")).unwrap();
    session.add("Two").unwrap();
    // Somebody has it open all the while.
    let done =
        Session::restore(&world.path("backup.db"), &world.path("board.db"), &world.environment()).unwrap();
    assert!(session.add("Three").is_err());
    drop(session);
    let kept = done.kept.unwrap();
    let old = world.open(kept.file_name().unwrap().to_str().unwrap());
    assert_eq!(old.board().counts().unwrap().live, 2);
    assert_well(&old);
    let mut new = world.open("board.db");
    assert_eq!(new.board().counts().unwrap().live, 1);
    new.add("Again").unwrap();
    assert_eq!(replicas(&new).len(), 2);
    assert_well(&new);
    // What is no backup changes nothing.
    fs::write(world.path("text"), "Dear diary").unwrap();
    for file in ["text", "nothing"] {
        assert!(Session::restore(&world.path(file), &world.path("board.db"), &world.environment()).is_err());
    }
    assert_eq!(new.board().counts().unwrap().live, 2);
    new.add("And again").unwrap();
}

/// What the system says of this process's locks on a file.
fn locks(path: &Path) -> usize {
    let inode = fs::metadata(path).unwrap().ino().to_string();
    let me = std::process::id().to_string();
    let all = fs::read_to_string("/proc/locks").unwrap();
    let is_mine = |line: &&str| {
        let fields: Vec<&str> = line.split_whitespace().collect();
        fields.iter().any(|field| *field == me)
            && fields.iter().any(|field| field.ends_with(&format!(":{inode}")))
    };
    all.lines().filter(is_mine).count()
}

#[test]
fn looking_at_the_past_gives_no_lock_away() {
    let world = World::new();
    let mut session = world.start("board.db");
    // So large that its past is fetched on a thread of its own.
    let notes = "many words ".repeat(2_000);
    for n in 0..1_300 {
        let id = session.add(&format!("Task {n}")).unwrap();
        session.perform(&Command::Remark(Remark { task: id, text: notes.clone() })).unwrap();
    }
    assert!(fs::metadata(world.path("board.db")).unwrap().len() > 24 << 20);
    drop(session);
    let mut session = world.open("board.db");
    session.board().counts().unwrap();
    let before = locks(&world.path("board.db"));
    assert!(before > 0);
    session.look_back_to(session.today()).unwrap();
    assert!(session.is_looking_back());
    assert_eq!(locks(&world.path("board.db")), before);
    session.leave_replay();
    // Another comes and goes, who would take the log along if nobody else were there.
    world.open("board.db").add("Theirs").unwrap();
    assert!(world.path("board.db-wal").exists());
    session.add("Mine").unwrap();
    drop(session);
    let session = world.open("board.db");
    assert_eq!(session.board().counts().unwrap().live, 1_302);
}

/// People of one machine, as whom the program itself is run. Only root can be others.
struct People<'w> {
    world: &'w World,
    program: PathBuf,
}

impl People<'_> {
    fn of(world: &World) -> Option<People<'_>> {
        if fs::metadata("/proc/self").is_ok_and(|me| me.uid() != 0) {
            eprintln!("skipped: only root can be others");
            return None;
        }
        fs::set_permissions(world.folder.path(), Permissions::from_mode(0o755)).unwrap();
        let program = world.path("setara");
        fs::copy(env!("CARGO_BIN_EXE_setara"), &program).unwrap();
        fs::set_permissions(&program, Permissions::from_mode(0o755)).unwrap();
        Some(People { world, program })
    }

    /// Runs a command as a user of the team's group, with this umask.
    fn run(&self, user: u32, umask: &str, board: &str, words: &str) -> String {
        let home = self.world.path(&format!("home-{user}"));
        if !home.exists() {
            fs::create_dir(&home).unwrap();
            std::os::unix::fs::chown(&home, Some(user), Some(TEAM)).unwrap();
        }
        let said = std::process::Command::new("sh")
            .args([
                "-c",
                &format!("umask {umask}; exec {} --board {board} {words} 2>&1", self.program.display()),
            ])
            .current_dir(self.world.folder.path())
            .env_clear()
            .env("HOME", &home)
            .uid(user)
            .gid(TEAM)
            .output()
            .unwrap();
        let text = String::from_utf8(said.stdout).unwrap();
        assert!(said.status.success(), "{user} {words}: {text}");
        text
    }
}

const TEAM: u32 = 2_000;

#[test]
fn people_of_a_team_read_and_write_one_board_whatever_their_umask() {
    for umask in ["002", "022", "077"] {
        let world = World::new();
        let Some(people) = People::of(&world) else { return };
        let folder = world.path("team");
        fs::create_dir(&folder).unwrap();
        std::os::unix::fs::chown(&folder, None, Some(TEAM)).unwrap();
        fs::set_permissions(&folder, Permissions::from_mode(0o2775)).unwrap();
        let (ayu, budi) = (1_001, 1_002);
        people.run(ayu, umask, "team/board.db", "start 'Warung Kode' --name Ayu");
        people.run(budi, umask, "team/board.db", "tasks");
        people.run(ayu, umask, "team/board.db", "add 'From Ayu'");
        people.run(budi, umask, "team/board.db", "join Budi");
        people.run(budi, umask, "team/board.db", "add 'From Budi'");
        people.run(ayu, umask, "team/board.db", "add 'More from Ayu'");
        let said = people.run(budi, umask, "team/board.db", "doctor");
        assert!(said.contains("2 replicas") && said.contains("All is well"), "{said}");
    }
}

#[test]
fn a_folder_that_cannot_be_written_hides_no_change() {
    let world = World::new();
    let Some(people) = People::of(&world) else { return };
    let mut session = world.start("board.db");
    session.add("In the log alone").unwrap();
    fs::create_dir(world.path("shut")).unwrap();
    for suffix in ["", "-wal"] {
        let copy = world.path(&format!("shut/board.db{suffix}"));
        fs::copy(world.path(&format!("board.db{suffix}")), &copy).unwrap();
        fs::set_permissions(&copy, Permissions::from_mode(0o644)).unwrap();
    }
    drop(session);
    fs::set_permissions(world.path("shut"), Permissions::from_mode(0o755)).unwrap();
    let said = people.run(1_001, "022", "shut/board.db", "tasks");
    assert!(said.contains("In the log alone"), "{said}");
    assert_eq!(fs::read_dir(world.path("shut")).unwrap().count(), 2, "and nothing was left there");
}

#[test]
fn a_lock_that_is_a_link_is_refused_and_left() {
    let world = World::new();
    fs::create_dir(world.path(".setara")).unwrap();
    fs::write(world.path(".setara/board.db"), "").unwrap();
    fs::write(world.path("precious.txt"), "precious").unwrap();
    symlink("../precious.txt", world.path(".setara/board.db-lock")).unwrap();
    assert!(Session::open(&world.path(".setara/board.db"), world.environment()).is_err());
    let error =
        Session::start(&world.path(".setara/board.db"), "Team", "Ayu", world.environment()).err().unwrap();
    assert!(error.message.contains("link or a pipe"), "{error:?}");
    assert_eq!(fs::read_to_string(world.path("precious.txt")).unwrap(), "precious");
}

#[test]
fn a_name_that_is_taken_by_a_link_to_nowhere_is_no_missing_board() {
    let world = World::new();
    symlink(world.path("nothing"), world.path("board.db")).unwrap();
    assert!(matches!(
        Store::open(&world.path("board.db"), &world.keys).err(),
        Some(StoreError::CannotOpen { .. })
    ));
    assert!(Session::start(&world.path("board.db"), "Team", "Ayu", world.environment()).is_err());
    assert!(!world.path("nothing").exists());
}

// What is on the board is what was written.

/// A board of some tasks, by two replicas.
fn two_replicas(world: &World) -> PathBuf {
    let mut session = world.start("board.db");
    for n in 0..4 {
        session.add(&format!("Task {n}")).unwrap();
    }
    drop(session);
    let mut other = Session::open(&world.path("board.db"), world.other()).unwrap();
    other.join("Budi", None).unwrap();
    for n in 4..8 {
        other.add(&format!("Task {n}")).unwrap();
    }
    world.path("board.db")
}

#[test]
fn a_trigger_that_swallows_a_write_is_refused() {
    let world = World::new();
    two_replicas(&world);
    world.sql("board.db", "CREATE TRIGGER quiet BEFORE INSERT ON task BEGIN SELECT RAISE(IGNORE); END");
    let mut session = world.open("board.db");
    let error = session.add("Nothing").unwrap_err();
    assert!(error.message.contains("quiet"), "{error:?}");
    assert_eq!(examine(&session).schema, ["trigger quiet"]);
    // Also one that comes while it is open.
    world.sql("board.db", "DROP TRIGGER quiet");
    session.add("Something").unwrap();
    world.sql("board.db", "CREATE TRIGGER quiet BEFORE INSERT ON journal BEGIN SELECT RAISE(IGNORE); END");
    assert!(session.add("Nothing").is_err());
}

#[test]
fn a_damaged_line_costs_itself() {
    let world = World::new();
    two_replicas(&world);
    world.sql(
        "board.db",
        "UPDATE journal SET line = replace(line, 'Task 2', 'Tusk 9') WHERE line LIKE '%Task 2%'",
    );
    let mut session = world.open("board.db");
    let examined = examine(&session);
    assert!(
        examined.journal.faults.iter().any(|fault| matches!(fault, Fault::Line(_, Reason::Damaged))),
        "{examined:?}"
    );
    // Everything else goes on; on what is damaged nothing is built.
    assert_eq!(session.board().journal(None, 100).unwrap().len(), 12, "of thirteen");
    assert_eq!(session.board().unread(), 1);
    session.export().unwrap();
    session.add("Another").unwrap();
    session.undo().unwrap();
    let damaged = session.board().tasks(&Default::default(), None, 0, 99).unwrap().rows;
    let damaged = damaged.iter().find(|row| row.title == "Task 2").expect("the tables have it still").id;
    let error = session.perform(&Command::Remark(Remark { task: damaged, text: "Hm.".into() })).unwrap_err();
    assert!(error.hint.unwrap().contains("--repair"));
    // One bit would be found again; this is more.
    let repaired = session.repair().unwrap();
    assert_eq!((repaired.aside, repaired.mended), (1, 0));
    drop(session);
    let mut session = world.open("board.db");
    assert_eq!(session.board().counts().unwrap().live, 7);
    assert_eq!(replicas(&session).len(), 2, "the key goes with the board");
    session.add("After").unwrap();
    assert_eq!(examine(&session).aside, 1, "and it is still said");
    assert_eq!(
        world.open(repaired.kept.file_name().unwrap().to_str().unwrap()).board().counts().unwrap().live,
        8
    );
}

#[test]
fn a_lost_bit_is_found() {
    let world = World::new();
    let path = two_replicas(&world);
    let connection = Connection::open(&path).unwrap();
    let line: String = connection
        .query_row("SELECT line FROM journal WHERE line LIKE '%Task 2%'", [], |row| row.get(0))
        .unwrap();
    let flipped = line.replace("Task 2", "Task 3");
    connection.execute("UPDATE journal SET line = ?1 WHERE line = ?2", [&flipped, &line]).unwrap();
    let seal: String =
        connection.query_row("SELECT seal FROM replica WHERE n = 2", [], |row| row.get(0)).unwrap();
    let wrong = seal.replacen(r#""v":1"#, r#""v":3"#, 1);
    connection.execute("UPDATE replica SET seal = ?1 WHERE n = 2", [wrong]).unwrap();
    connection.close().unwrap();
    let mut session = world.open("board.db");
    assert!(!examine(&session).is_well());
    let repaired = session.repair().unwrap();
    assert_eq!((repaired.aside, repaired.mended), (0, 2));
    drop(session);
    assert_well(&world.open("board.db"));
    assert_eq!(world.open("board.db").board().counts().unwrap().live, 8);
}

/// The line of the journal that adds a task, with its row.
fn line(board: &Connection, title: &str) -> (i64, String) {
    let sql = "SELECT n, line FROM journal WHERE kind = 'task.added' AND line LIKE '%' || ?1 || '%'";
    board.query_row(sql, [title], |row| Ok((row.get(0)?, row.get(1)?))).unwrap()
}

/// Puts a line, and the id that is its hash, in the place of another.
fn put(board: &Connection, n: i64, line: &str) {
    board
        .execute(
            "UPDATE journal SET line = ?2, id = ?3 WHERE n = ?1",
            rusqlite::params![n, line, id_of(line).0],
        )
        .unwrap();
}

fn one(board: &Connection, sql: &str) -> i64 {
    board.query_row(sql, [], |row| row.get(0)).unwrap()
}

/// The id that a line names as the one before it.
fn previous(line: &str) -> String {
    let line: serde_json::Value = serde_json::from_str(line).unwrap();
    line["p"].as_str().unwrap().to_owned()
}

#[test]
fn what_was_forged_is_never_adopted() {
    type Forgery = fn(&Connection);
    let forgeries: [(&str, Forgery); 6] = [
        ("a line with its hash", |board| {
            let (n, line) = line(board, "Task 2");
            put(board, n, &line.replace("Task 2", "Tusk 2"));
        }),
        ("a record at the end", |board| {
            let (n, old) = line(board, "Task 3");
            let last: i64 = one(board, "SELECT max(n) FROM journal");
            let seq: i64 = one(board, &format!("SELECT seq FROM journal WHERE n = {n}"));
            let next = old
                .replace("Task 3", "Forged")
                .replace(&format!("\"s\":{seq}"), &format!("\"s\":{}", seq + 1))
                .replacen(&previous(&old), &id_of(&old).to_string(), 1);
            board
                .execute(
                    "INSERT INTO journal SELECT ?1, randomblob(32), replica, seq + 1, lamport, at, author, subject, kind, ?1, ?2
                       FROM journal WHERE n = ?3",
                    rusqlite::params![last + 1, next, n],
                )
                .unwrap();
            put(board, last + 1, &next);
        }),
        ("two lines exchanged", |board| {
            let (one, other) = (line(board, "Task 1"), line(board, "Task 2"));
            board.execute("UPDATE journal SET id = randomblob(32) WHERE n = ?1", [one.0]).unwrap();
            put(board, other.0, &one.1);
            put(board, one.0, &other.1);
        }),
        ("a record less", |board| {
            board.execute("DELETE FROM journal WHERE n = ?1", [line(board, "Task 2").0]).unwrap();
        }),
        ("the last record less", |board| {
            board.execute("DELETE FROM journal WHERE n = ?1", [line(board, "Task 3").0]).unwrap();
            let last = line(board, "Task 2").0;
            let sql = "UPDATE replica SET count = count - 1, last = (SELECT id FROM journal WHERE n = ?1) WHERE n = 1";
            board.execute(sql, [last]).unwrap();
        }),
        ("a column", |board| {
            let n = line(board, "Task 2").0;
            let sql =
                "UPDATE journal SET author = (SELECT author FROM journal WHERE replica = 2) WHERE n = ?1";
            board.execute(sql, [n]).unwrap();
        }),
    ];
    for (what, forge) in forgeries {
        let world = World::new();
        let connection = Connection::open(two_replicas(&world)).unwrap();
        forge(&connection);
        connection.close().unwrap();
        let mut session = world.open("board.db");
        let examined = examine(&session);
        assert!(!examined.is_well(), "{what}");
        session.set_aside(&examined.journal).unwrap();
        session.rebuild().unwrap();
        let titles: Vec<String> = session
            .board()
            .tasks(&Default::default(), None, 0, 99)
            .unwrap()
            .rows
            .into_iter()
            .map(|row| row.title)
            .collect();
        assert!(titles.iter().all(|title| title.starts_with("Task")), "{what}: {titles:?}");
        if !["a column", "two lines exchanged"].contains(&what) {
            assert!(!examine(&session).is_well(), "{what}: it is said the second time, too");
        }
        // Who was there is known by what is there: nobody else's word is taken for it.
        drop(session);
        world.open("board.db").add("After").unwrap();
    }
}

#[test]
fn a_board_whose_seal_is_gone_is_vouched_for_by_its_key() {
    let world = World::new();
    two_replicas(&world);
    world.sql("board.db", "UPDATE replica SET seal = NULL");
    let mut session = world.open("board.db");
    assert_eq!(examine(&session).journal.unsealed.len(), 2);
    let repaired = session.repair().unwrap();
    drop(session);
    // Ours is sealed again by the key that noted it; what the other wrote waits for theirs.
    assert_eq!(repaired.aside, 6);
    assert_eq!(world.open("board.db").board().counts().unwrap().live, 4);
    let kept = repaired.kept;
    assert!(kept.exists());
}
