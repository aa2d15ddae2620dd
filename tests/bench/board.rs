//! What a person waits for, measured on generated boards: `cargo bench`.
//!
//! The boards are made once and kept in the build folder. What a terminal adds is measured in a real one.

mod boards;
mod worded;

use std::fs;
use std::path::PathBuf;

use divan::{Bencher, black_box};
use setara::domain::decide::{Claim, ClaimAs, Command, EditRole, EditTask, GiveBack};
use setara::domain::event::{RoleEdited, TaskEdited};
use setara::insight::likeness::Content;
use setara::session::{Session, Stride};
use setara::store::{Around, Filter};

const SIZES: [usize; 3] = [1_000, 10_000, 50_000];
const MILLION: i64 = 1_000_000;

fn main() {
    divan::main();
}

fn open(path: &std::path::Path) -> Session {
    let mut session = Session::open(path, boards::environment("bench run")).expect("the board opens");
    session.act_as(Some("Zaki")).expect("Zaki is a member");
    session
}

/// A copy that may be written to; it goes when the guard does.
fn copy(path: &std::path::Path) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("the build folder can be written");
    let copy = folder.path().join("board.db");
    fs::copy(path, &copy).expect("a closed board can be copied");
    // On the disk before anything is measured: else every commit would wait for the copy as well.
    fs::File::open(&copy).and_then(|file| file.sync_all()).expect("a copy can be synced");
    (folder, copy)
}

/// Opening a board, and reading what the home screen needs.
#[divan::bench(args = SIZES, sample_count = 20)]
fn open_and_read_home(bencher: Bencher<'_, '_>, open_tasks: usize) {
    let path = boards::file(open_tasks, 0);
    bencher.bench_local(|| {
        let session = open(&path);
        let board = session.board();
        black_box((
            board.tasks(&Filter::default(), None, 0, 60).expect("tasks"),
            board.goals(false, 0, 10).expect("goals"),
            board.roles(0, 40).expect("roles"),
            board.findings(session.now(), session.today(), 6).expect("findings"),
            board.finding_count(session.now(), session.today()).expect("count"),
            board.blockers(0, 20).expect("blockers"),
            board.counts().expect("counts"),
        ))
        .0
        .rows
        .len()
    });
}

/// The window around a task in the middle of the list: what scrolling costs when it leaves the window.
#[divan::bench(args = SIZES)]
fn scroll_to_the_middle(bencher: Bencher<'_, '_>, open_tasks: usize) {
    let session = open(&boards::file(open_tasks, 0));
    let ids = session.board().all(setara::domain::subject::Kind::Task).expect("tasks");
    let middle = ids[ids.len() / 2].into();
    bencher.bench_local(|| {
        session.board().tasks(&Filter::default(), Some(middle), 40, 40).expect("tasks").rows.len()
    });
}

/// A typed filter that nearly everything passes, one that few pass, and one that nothing passes.
#[divan::bench(args = ["numb", "number 00042", "sign contr", "nothing"])]
fn filter_fifty_thousand(bencher: Bencher<'_, '_>, text: &str) {
    let session = open(&boards::file(50_000, 0));
    let filter = Filter { text: text.to_owned(), ..Filter::default() };
    bencher.bench_local(|| session.board().tasks(&filter, None, 0, 40).expect("tasks").rows.len());
}

/// What a letter of a new task's title costs: words that few tasks hold, that many hold, and that none holds.
#[divan::bench(args = [
    "Sign the payment contract number 00042",
    "signing contracts for payments",
    "Write the web store and call the shop",
    "Draw the number of",
    "Mend something else entirely",
])]
fn look_alikes_at_fifty_thousand(bencher: Bencher<'_, '_>, title: &str) {
    let session = open(&boards::file(50_000, 0));
    bencher.bench_local(|| session.tasks_like(&Content::typed(title)).expect("look-alikes").len());
}

/// A changed title among three thousand led tasks, where titles are of so many different words.
#[divan::bench(args = [150, 40, 14], sample_count = 200, sample_size = 1)]
fn change_a_title_of_few_words(bencher: Bencher<'_, '_>, words: usize) {
    let (_folder, path) = copy(&worded::file(words));
    let mut session = open(&path);
    let ids = session.board().all(setara::domain::subject::Kind::Task).expect("tasks");
    let mut n = 0;
    bencher.bench_local(|| {
        n += 1;
        let task = ids[n * 13 % ids.len()].into();
        let edit = TaskEdited { title: Some(worded::title(n + 5_000, words)), ..TaskEdited::default() };
        session.perform(&Command::EditTask(EditTask { task, edit })).expect("a title can be changed")
    });
}

/// A changed accountability of one of two hundred roles, beside them.
#[divan::bench(args = [150, 40, 14], sample_count = 200, sample_size = 1)]
fn change_a_role_of_few_words(bencher: Bencher<'_, '_>, words: usize) {
    let (_folder, path) = copy(&worded::file(words));
    let mut session = open(&path);
    let ids = session.board().all(setara::domain::subject::Kind::Role).expect("roles");
    let mut n = 0;
    bencher.bench_local(|| {
        n += 1;
        let role = ids[n * 13 % ids.len()].into();
        let accountabilities = Some(vec![worded::title(n + 20_000, words), worded::title(n + 30_000, words)]);
        let edit = RoleEdited { accountabilities, ..RoleEdited::default() };
        session.perform(&Command::EditRole(EditRole { role, edit })).expect("a role can be changed")
    });
}

/// Queries of the filter language: found by an index, walked, walked in vain, and looked up.
#[divan::bench(args = [
    "lead:ayu",
    "lead:none",
    "-lead:none",
    "is:blocked",
    "is:quiet",
    "is:parked",
    "is:overdue",
    "due:<=week",
    "goal:none tag:area-3",
    "goal:\"goal number 3\" tag:area-7",
    "has:remarks -has:notes",
    "has:links",
    "age:>200d is:free",
    "waits:budi",
    "state:review tag:area-1",
    "sign write",
    "is:free is:mine",
    "-tag:area-0 -tag:area-1 -is:free",
    "skill:none role:none is:twice",
])]
fn query_fifty_thousand(bencher: Bencher<'_, '_>, text: &str) {
    let session = open(&boards::file(50_000, 0));
    bencher.bench_local(|| {
        let filter = session.task_query(text).expect("a query").filter;
        session.board().tasks(&filter, None, 0, 80).expect("tasks").rows.len()
    });
}

/// Lists in groups and orders: at their beginning and around a task in the middle.
#[divan::bench(args = [
    "group:state order:due",
    "group:state order:age",
    "group:goal",
    "group:goal order:due",
    "group:role order:age",
    "group:lead",
    "group:lead order:age is:blocked",
    "group:none",
    "group:none order:due",
    "group:goal -tag:area-3",
    "group:lead -is:free",
])]
fn arrange_fifty_thousand(bencher: Bencher<'_, '_>, text: &str) {
    let session = open(&boards::file(50_000, 0));
    let ids = session.board().all(setara::domain::subject::Kind::Task).expect("tasks");
    let middle = Around::Task(ids[ids.len() / 2].into());
    let filter = session.task_query(text).expect("a query").filter;
    bencher.bench_local(|| {
        let start = session.board().list(&filter, None, 0, 80).expect("a list");
        let there = session.board().list(&filter, Some(middle), 40, 40).expect("a list");
        start.window.rows.len() + there.window.rows.len()
    });
}

/// A day back and a day on through time, with what the home screen reads after each: twice what a key costs. And an
/// event back and on, on the day that was reached.
#[divan::bench(args = ["a day", "an event"], sample_count = 60, sample_size = 1)]
fn replay_fifty_thousand(bencher: Bencher<'_, '_>, step: &str) {
    let mut session = open(&boards::file(50_000, 0));
    let mut go = |stride: Stride| {
        session.stride(stride).expect("there is a day before");
        while session.travel().expect("a way through time") {
            if session.is_fetching() {
                std::thread::sleep(std::time::Duration::from_millis(5));
            }
        }
        let board = session.board();
        black_box((
            session.moment().expect("a moment"),
            board.list(&Filter::default(), None, 0, 80).expect("tasks"),
            board.goals(false, 0, 10).expect("goals"),
            board.roles(0, 40).expect("roles"),
            board.findings(session.now(), session.today(), 6).expect("findings"),
            board.finding_count(session.now(), session.today()).expect("count"),
            board.blockers(0, 20).expect("blockers"),
            board.counts().expect("counts"),
        ));
    };
    // The copy is made once, when one begins to look back.
    (0..8).for_each(|_| go(Stride::DayBack));
    let (back, on) = match step {
        "a day" => (Stride::DayBack, Stride::DayOn),
        _ => (Stride::EventBack, Stride::EventOn),
    };
    bencher.bench_local(|| {
        go(back);
        go(on);
    });
}

/// One claim, as the command line makes it: open, decide, write, sync to the disk.
#[divan::bench(sample_count = 30, sample_size = 1)]
fn claim_on_a_million_records(bencher: Bencher<'_, '_>) {
    let (_folder, path) = copy(&boards::file(50_000, MILLION));
    let free = Filter { unclaimed: true, ..Filter::default() };
    bencher.bench_local(|| {
        let mut session = open(&path);
        let task = session.board().tasks(&free, None, 0, 0).expect("tasks").rows[0].id;
        session
            .perform(&Command::Claim(Claim { task, part: ClaimAs::Lead }))
            .expect("a free task can be claimed")
    });
}

/// One claim and its return on an open board: what a key costs.
#[divan::bench(sample_count = 30, sample_size = 1)]
fn claim_by_key_on_fifty_thousand(bencher: Bencher<'_, '_>) {
    let (_folder, path) = copy(&boards::file(50_000, 0));
    let mut session = open(&path);
    let free = Filter { unclaimed: true, ..Filter::default() };
    let task = session.board().tasks(&free, None, 0, 0).expect("tasks").rows[0].id;
    bencher.bench_local(|| {
        session
            .perform(&Command::Claim(Claim { task, part: ClaimAs::Lead }))
            .expect("a free task can be claimed");
        session
            .perform(&Command::GiveBack(GiveBack { task, note: None }))
            .expect("one's own can be given back")
    });
}

/// All tables made anew from a million records, and proved equal. 50,000 tasks with all findings.
#[divan::bench(sample_count = 1, sample_size = 1)]
fn rebuild_a_million_records(bencher: Bencher<'_, '_>) {
    let (_folder, path) = copy(&boards::file(50_000, MILLION));
    let mut session = open(&path);
    bencher.bench_local(|| {
        let rebuilt = session.rebuild().expect("the board can be rebuilt");
        assert!(rebuilt.differed.is_empty(), "{:?}", rebuilt.differed);
        rebuilt
    });
}

/// All findings of all tasks, looked at from nothing.
#[divan::bench(args = SIZES, sample_count = 3, sample_size = 1)]
fn all_findings(bencher: Bencher<'_, '_>, open_tasks: usize) {
    let (_folder, path) = copy(&boards::file(open_tasks, 0));
    let mut session = open(&path);
    bencher.bench_local(|| session.recheck_all().expect("findings"));
}

/// Fifty thousand tasks of another tool, in one transaction.
#[divan::bench(sample_count = 1, sample_size = 1)]
fn import_fifty_thousand(bencher: Bencher<'_, '_>) {
    let bundle = boards::bundle(50_000);
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("the build folder can be written");
    let path = folder.path().join("board.db");
    let mut session = Session::start(&path, "Bench", "Zaki", boards::environment("import"))
        .expect("a board can be started");
    bencher.bench_local(|| session.import(&bundle, &mut |_| {}).expect("the board comes in"));
}
