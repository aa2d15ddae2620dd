//! Several tasks at once: marked, and then one key for all of them.

use crate::domain::decide::{AddTask, Claim, ClaimAs, Command, Place};
use crate::domain::id::TaskId;
use crate::session::Session;
use crate::tui::shell::desk::Desk;
use crate::tui::testing::{demo, desk, world};

/// A board of Ayu's with so many tasks, of which Budi leads the first.
fn shelves(count: usize) -> Session {
    let mut session = Session::in_memory("Warung Kode", "Ayu", world("marks")).unwrap();
    let adds: Vec<Command> = (0..count)
        .map(|n| {
            let id = TaskId(session.new_id());
            Command::AddTask(AddTask::titled(id, format!("Count shelf {n:03}"), Place::End))
        })
        .collect();
    session.perform_all(&adds).unwrap();
    session.join_at_screen("Budi").unwrap();
    let Command::AddTask(first) = &adds[0] else { panic!("they are added") };
    session.perform(&Command::Claim(Claim { task: first.id, part: ClaimAs::Lead })).unwrap();
    let ayu = session.find("Ayu").unwrap();
    session.act_at_screen(ayu).unwrap();
    session
}

fn handle(session: &Session, title: &str) -> String {
    let rows = session.board().tasks(&Default::default(), None, 0, 300).unwrap().rows;
    rows.into_iter().find(|row| row.title == title).unwrap().handle
}

/// How many rows bear a mark.
fn marks(desk: &Desk) -> usize {
    desk.screen().lines().filter(|line| line.contains("■ Count")).count()
}

#[test]
fn what_is_marked_is_claimed_and_taken_back_as_one() {
    let session = shelves(6);
    let [one, two, three] =
        ["Count shelf 001", "Count shelf 002", "Count shelf 003"].map(|title| handle(&session, title));
    let mut desk = desk(session, 120, 40);
    desk.press("2 g j v v v");
    assert!(desk.selected().contains("shelf 004"), "it goes on: {}", desk.screen());
    assert!(desk.screen().contains("■ 3 marked"), "{}", desk.screen());
    assert_eq!(marks(&desk), 3, "{}", desk.screen());
    assert!(desk.screen().contains("Esc unmark 3"), "{}", desk.screen());
    desk.press("c");
    assert!(desk.says().contains(&format!("Ayu claimed {one}, {two}, {three}")), "{}", desk.says());
    assert_eq!(marks(&desk), 0, "what is done next is meant for what is selected: {}", desk.screen());
    desk.press("u");
    assert!(desk.says().contains(&format!("Ayu claimed {one}, {two}, {three}")), "{}", desk.says());
    assert!(!desk.says().contains("steps"), "{}", desk.says());
}

#[test]
fn marks_are_let_go_one_by_one_and_all_at_once() {
    let mut desk = desk(shelves(6), 120, 40);
    desk.press("2 g v v k v");
    assert_eq!(marks(&desk), 1, "{}", desk.screen());
    desk.press("Esc");
    assert_eq!(marks(&desk), 0);
    desk.press("c");
    assert!(desk.says().contains("Budi leads") || desk.says().contains("shelf"), "{}", desk.says());
}

#[test]
fn a_stretch_and_a_whole_list_are_marked_also_where_they_are_not_loaded() {
    let mut desk = desk(shelves(260), 120, 40);
    desk.press("2 g v G k r");
    assert!(desk.says().contains("more than 200 are not marked"), "{}", desk.says());
    desk.press("Esc g j v").press(&"j ".repeat(120)).press("r");
    assert!(desk.screen().contains("■ 122 marked"), "{}", desk.screen());
    desk.press("Esc Ctrl-A");
    assert!(desk.screen().contains("■ 200 marked"), "{}", desk.screen());
    assert!(desk.says().contains("more than 200 are not marked"), "{}", desk.says());
    desk.press("Esc / text:shelf_00 Enter Ctrl-A");
    assert!(desk.screen().contains("■ 10 marked"), "{}", desk.screen());
}

#[test]
fn what_is_others_is_ended_after_one_question_that_names_it() {
    let mut desk = desk(shelves(3), 120, 40);
    let first = handle(desk.session(), "Count shelf 000");
    desk.press("2 g Ctrl-A x");
    assert!(desk.screen().contains(&format!("{first} is led by Budi")), "{}", desk.screen());
    desk.press("Down Enter");
    assert_eq!(desk.session().board().counts().unwrap().live, 3);
    desk.press("x Enter");
    assert_eq!(desk.session().board().counts().unwrap().live, 0, "{}", desk.screen());
    desk.press("u");
    assert_eq!(desk.session().board().counts().unwrap().live, 3, "{}", desk.screen());
}

#[test]
fn what_is_refused_for_one_changes_nothing_and_its_mark_stays() {
    let mut desk = desk(shelves(3), 120, 40);
    desk.press("2 g Ctrl-A c");
    assert!(desk.says().contains("Budi leads") && desk.says().contains("none of the 3"), "{}", desk.says());
    assert_eq!(marks(&desk), 3, "{}", desk.screen());
}

#[test]
fn what_a_filter_hides_is_marked_no_more_and_that_is_said() {
    let mut desk = desk(shelves(3), 120, 40);
    desk.press("2 g Ctrl-A / text:shelf_001 Enter");
    assert!(desk.screen().contains("■ 1 marked"), "{}", desk.screen());
    assert!(desk.says().contains("2 marks are gone"), "{:?} {}", desk.app().status, desk.screen());
    desk.press("c");
    assert!(desk.says().contains("Ayu claimed") && !desk.says().contains(","), "{}", desk.says());
}

#[test]
fn what_another_changes_keeps_its_mark() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("board.db");
    let mut session = Session::start(&path, "Warung Kode", "Ayu", world("marks")).unwrap();
    for title in ["Count the shelves", "Paint the door"] {
        let id = TaskId(session.new_id());
        session.perform(&Command::AddTask(AddTask::titled(id, title, Place::End))).unwrap();
    }
    let task = session.board().tasks(&Default::default(), None, 0, 1).unwrap().rows[0].id;
    let mut other = Session::open(&path, world("other")).unwrap();
    other.join_at_screen("Budi").unwrap();
    let mut desk = desk(session, 120, 40);
    desk.press("2 g v v");
    other.perform(&Command::Claim(Claim { task, part: ClaimAs::Lead })).unwrap();
    desk.look_around();
    assert!(desk.screen().contains("■ 2 marked"), "{}", desk.screen());
}

#[test]
fn the_work_moves_on_each_from_where_it_stands() {
    let mut desk = desk(shelves(3), 120, 40);
    desk.press("2 g Ctrl-A >");
    assert!(desk.screen().contains("Nobody leads"), "{}", desk.screen());
    desk.press("Enter");
    let counts = desk.session().board().counts().unwrap();
    assert_eq!((counts.doing, counts.free), (3, 0), "{}", desk.screen());
    desk.press("g Ctrl-A <");
    assert_eq!(desk.session().board().counts().unwrap().open, 3, "{}", desk.screen());
}

#[test]
fn days_tags_and_the_order_are_of_all_that_are_marked() {
    let mut desk = desk(shelves(5), 120, 40);
    desk.press("2 G v k v D");
    assert!(desk.screen().contains("2 marked tasks"), "{}", desk.screen());
    desk.press("text:fri Enter");
    assert!(desk.says().contains("due Fri"), "{}", desk.says());
    desk.press("G v k v Ctrl-T text:shop Enter");
    assert!(desk.says().contains("Ayu tagged") && desk.says().contains(": shop"), "{}", desk.says());
    desk.press("G v k v Ctrl-T text:-shop Enter");
    assert!(desk.says().contains("Ayu took a tag off"), "{}", desk.says());
    desk.press("G v k v T Enter");
    let rows = desk.session().board().tasks(&Default::default(), None, 0, 9).unwrap().rows;
    let titles: Vec<&str> = rows.iter().take(2).map(|row| &row.title[12..]).collect();
    assert_eq!(titles, ["003", "004"], "as they stood: {}", desk.screen());
}

#[test]
fn keys_for_one_say_so_where_several_are_marked() {
    let mut desk = desk(shelves(3), 120, 40);
    desk.press("2 g v v");
    for key in ["e", "E", "N", "K"] {
        desk.press(key);
        assert!(desk.says().contains("2 are marked, and this is for one"), "{key}: {}", desk.says());
    }
    // Elsewhere the keys act on what is selected there.
    desk.press("Enter c");
    assert!(desk.says().contains("Ayu claimed"), "{}", desk.says());
}

#[test]
fn in_columns_what_is_marked_moves_too() {
    let mut desk = demo(120, 40);
    desk.press("2 z # v v");
    assert!(desk.screen().contains("■ 2 marked"), "{}", desk.screen());
    assert!(desk.screen().matches('■').count() == 3, "{}", desk.screen());
    desk.press("h l Esc");
    assert!(!desk.screen().contains('■'), "{}", desk.screen());
}

#[test]
fn what_stands_on_the_page_of_a_goal_is_marked_there() {
    let mut desk = demo(120, 40);
    desk.press("1 Enter");
    while desk.app().top().marked().len() < 2 {
        let can_mark = desk.app().top().markable().is_some();
        desk.press(if can_mark { "v" } else { "j" });
    }
    assert!(desk.screen().contains("Esc unmark 2"), "{}", desk.screen());
    assert_eq!(desk.screen().matches('■').count(), 2, "{}", desk.screen());
    desk.press("w text:looks_good Enter");
    assert!(desk.says().contains("looks good") && desk.says().contains(", "), "{}", desk.says());
    assert!(!desk.screen().contains('■'), "{}", desk.screen());
    desk.press("k Ctrl-A");
    assert!(desk.app().top().marked().len() > 2, "{}", desk.screen());
    desk.press("Esc Esc");
    assert!(desk.app().pages.is_empty(), "{}", desk.screen());
}

#[test]
fn marking_goes_on_also_where_the_page_has_to_be_scrolled() {
    let mut desk = demo(120, 40);
    desk.press("1 Enter");
    while desk.app().top().markable().is_none() {
        desk.press("j");
    }
    for marked in 1..=6 {
        desk.press("v");
        assert_eq!(desk.app().top().marked().len(), marked, "{}", desk.screen());
    }
}
