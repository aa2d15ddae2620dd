//! Several who do the same at the same moment, each with a connection of their own.

use std::sync::Barrier;
use std::thread;

use super::tests::{add, claim, environment};
use super::*;
use crate::domain::decide::{AddTask, Place};

const AT_ONCE: usize = 8;

/// A board of Ayu's on the disk.
fn board() -> (tempfile::TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("board.db");
    Session::start(&path, "Warung Kode", "Ayu", environment("at once")).unwrap();
    (folder, path)
}

/// The same board again; its new ids are its own.
fn again(path: &Path, seed: usize) -> Session {
    let mut session = Session::open(path, environment(&format!("at once {seed}"))).unwrap();
    session.act_as(Some("Ayu")).unwrap();
    session
}

/// Lets all begin together, and gives what came out of each.
fn at_once<T: Send>(path: &Path, act: impl Fn(&mut Session) -> T + Sync) -> Vec<T> {
    let (barrier, act) = (Barrier::new(AT_ONCE), &act);
    thread::scope(|scope| {
        let threads: Vec<_> = (0..AT_ONCE)
            .map(|n| {
                let barrier = &barrier;
                scope.spawn(move || {
                    let mut session = again(path, n);
                    barrier.wait();
                    act(&mut session)
                })
            })
            .collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    })
}

#[test]
fn each_undo_at_once_takes_back_something_of_its_own() {
    let (_folder, path) = board();
    let mut session = again(&path, 99);
    let tasks = 5 * AT_ONCE;
    for n in 0..tasks {
        add(&mut session, &format!("Task {n}"));
    }
    let undone = |session: &mut Session| (0..5).filter(|_| session.undo().is_ok()).count();
    let acknowledged: usize = at_once(&path, undone).into_iter().sum();
    assert_eq!(acknowledged, tasks);
    assert_eq!(session.board().counts().unwrap().live, 0);
    let redone = |session: &mut Session| (0..5).filter(|_| session.redo().is_ok()).count();
    let acknowledged: usize = at_once(&path, redone).into_iter().sum();
    assert_eq!(session.board().counts().unwrap().live, acknowledged as i64);
}

#[test]
fn of_many_who_join_under_one_name_one_is_new() {
    let (_folder, path) = board();
    let joined = at_once(&path, |session| !session.join("Budi", None).unwrap().records.is_empty());
    assert_eq!(joined.into_iter().filter(|is_new| *is_new).count(), 1);
    let session = again(&path, 99);
    let names: Vec<_> = session.board().members(99).unwrap().into_iter().map(|member| member.name).collect();
    assert_eq!(names, ["Ayu", "Budi"]);
}

#[test]
fn nobody_takes_the_name_of_another() {
    let (_folder, path) = board();
    let mut session = again(&path, 99);
    session.join("Budi", None).unwrap();
    let edit = |name: &str| {
        let edit = crate::domain::event::MemberEdited { name: Some(name.into()), ..Default::default() };
        Command::EditMember(decide::EditMember { edit })
    };
    assert!(session.perform(&edit(" AYU ")).unwrap_err().message.contains("called Ayu already"));
    session.perform(&edit("BUDI")).unwrap();
    assert_eq!(session.board().members(9).unwrap().len(), 2);
}

#[test]
fn what_is_added_at_once_stands_at_places_of_its_own() {
    let (_folder, path) = board();
    at_once(&path, |session| {
        let id = TaskId(session.new_id());
        session.perform(&Command::AddTask(AddTask::titled(id, "More", Place::End))).unwrap();
    });
    let rows = again(&path, 99).board().tasks(&Default::default(), None, 0, 50).unwrap().rows;
    let mut ranks: Vec<_> = rows.into_iter().map(|row| row.rank).collect();
    ranks.dedup();
    assert_eq!(ranks.len(), AT_ONCE);
}

#[test]
fn whoever_leaves_gives_back_also_what_they_claimed_at_that_moment() {
    let (_folder, path) = board();
    let mut session = again(&path, 99);
    let task = add(&mut session, "Move the shop list");
    let leave = Command::Leave(decide::Leave);
    // Thought of before, and said after another of their terminals has claimed.
    let mut elsewhere = again(&path, 98);
    claim(&mut elsewhere, task).unwrap();
    session.perform(&leave).unwrap();
    assert_eq!(session.board().task_row(task).unwrap().unwrap().claims, []);
}
