//! What touches one since one was here: the line, the page, the marks.

use std::path::Path;

use crossterm::event::{KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

use super::{desk, world};
use crate::domain::decide::{AddTask, Block, Claim, ClaimAs, Command, Place, Remark};
use crate::domain::event::WaitsOn;
use crate::domain::id::TaskId;
use crate::session::{Environment, Session};
use crate::tui::kit::clicks::Press;
use crate::tui::shell::desk::Desk;
use crate::tui::shell::update::Msg;
use crate::words::{self, Language};

fn home(folder: &Path) -> Environment {
    world("since").with_settings(folder.join("setara"))
}

fn open(folder: &Path) -> Session {
    let mut session = Session::open(&folder.join("board.db"), home(folder)).unwrap();
    session.act_as(None).unwrap();
    session
}

fn shown(folder: &Path, width: u16, height: u16) -> Desk {
    desk(open(folder), width, height)
}

/// Ayu, who is at home here and leads the first of twelve tasks, and Budi, who has said and asked something meanwhile.
fn board() -> (tempfile::TempDir, Vec<TaskId>) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("board.db");
    let mut session = Session::start(&path, "Warung Kode", "Ayu", home(folder.path())).unwrap();
    let ayu = session.me().unwrap();
    let mut tasks = Vec::new();
    for n in 1..=12 {
        let id = TaskId(session.new_id());
        let title = format!("Task {n}");
        session.perform(&Command::AddTask(AddTask::titled(id, &title, Place::End))).unwrap();
        tasks.push(id);
    }
    for task in &tasks[..2] {
        session.perform(&Command::Claim(Claim { task: *task, part: ClaimAs::Lead })).unwrap();
    }
    session.join("Budi", None).unwrap();
    session.become_member(ayu).unwrap();
    as_budi(&mut session, &remark(tasks[0]));
    let on = Some(WaitsOn::Member(ayu));
    as_budi(&mut session, &Command::Block(Block { task: tasks[2], what: "the key".into(), on }));
    as_budi(&mut session, &remark(tasks[3]));
    (folder, tasks)
}

fn remark(task: TaskId) -> Command {
    Command::Remark(Remark { task, text: "It rains".into() })
}

fn as_budi(session: &mut Session, command: &Command) {
    session.act_as(Some("Budi")).unwrap();
    session.perform(command).unwrap();
}

fn row_of<'a>(screen: &'a str, title: &str) -> &'a str {
    let found = screen.lines().find(|row| row.contains(&format!("{title} ")));
    found.unwrap_or_else(|| panic!("{title} is not in\n{screen}"))
}

fn is_marked(desk: &Desk, title: &str) -> bool {
    row_of(&desk.screen(), title).contains('▌')
}

#[test]
fn a_line_says_how_much_touches_one_and_one_key_puts_it_away() {
    let (folder, _) = board();
    let mut desk = shown(folder.path(), 120, 40);
    let line = "▌ 2 things touch you since Sat 21 Nov 09:31 · M shows it, ; puts this away";
    assert!(desk.screen().contains(line), "{}", desk.screen());
    let marked = ["Task 1", "Task 2", "Task 3", "Task 4"].map(|title| is_marked(&desk, title));
    assert_eq!(marked, [true, false, true, false], "{}", desk.screen());
    let heading = desk.screen().lines().find(|row| row.contains("open 12")).map(|row| row.contains('▌'));
    assert_eq!(heading, Some(false), "{}", desk.screen());
    let row = |desk: &Desk| desk.screen().lines().position(|row| row.contains("Task 5 "));
    let before = row(&desk);
    desk.press("j j ;");
    assert!(!desk.screen().contains('▌'), "{}", desk.screen());
    assert_eq!(row(&desk), before, "nothing moved");
    assert!(!shown(folder.path(), 120, 40).screen().contains("touch"), "it was looked at");
}

#[test]
fn whoever_leaves_without_a_look_is_told_again() {
    let (folder, tasks) = board();
    let mut desk = shown(folder.path(), 80, 24);
    assert!(desk.screen().contains("2 things touch you"), "{}", desk.screen());
    desk.press("j x u Enter q q");
    let mut session = open(folder.path());
    as_budi(&mut session, &remark(tasks[1]));
    let desk = shown(folder.path(), 80, 24);
    assert!(desk.screen().contains("3 things touch you"), "{}", desk.screen());
}

#[test]
fn the_page_tells_it_leads_on_and_puts_the_line_away() {
    let (folder, tasks) = board();
    let mut desk = shown(folder.path(), 120, 40);
    desk.press("M");
    let screen = desk.screen();
    for part in
        ["Since you were here", "since Sat 21 Nov 09:31", "Budi remarked", "waiting on Ayu", "the key"]
    {
        assert!(screen.contains(part), "{part}: {screen}");
    }
    assert!(!screen.contains("touch you since"), "{screen}");
    // What happens meanwhile is told the next time, and takes nothing from under the hand.
    let mut session = open(folder.path());
    as_budi(&mut session, &remark(tasks[1]));
    desk.look_around();
    desk.press("j Enter");
    assert!(desk.screen().contains("Task 1"), "{}", desk.screen());
    desk.press("q");
    assert!(desk.screen().contains("Since you were here"), "{}", desk.screen());
    desk.press("q");
    assert!(!desk.screen().contains("Since you were here") && !desk.screen().contains('▌'));
    let again = shown(folder.path(), 120, 40);
    assert!(again.screen().contains("1 thing touches you"), "{}", again.screen());
    desk.press("M");
    assert!(desk.screen().contains("Budi remarked") && !desk.screen().contains("the key"));
    desk.press("2");
    assert!(!shown(folder.path(), 120, 40).screen().contains("touches"), "a key to a pane leaves it too");
    desk.press("M");
    assert!(desk.screen().contains("Nothing that touches you since"), "{}", desk.screen());
}

#[test]
fn a_mark_goes_when_its_page_or_its_preview_was_looked_at() {
    let (folder, _) = board();
    let mut desk = shown(folder.path(), 80, 24);
    assert!(is_marked(&desk, "Task 1") && is_marked(&desk, "Task 3"), "{}", desk.screen());
    desk.press("/ text:Task_1 Enter Enter q Esc");
    assert!(!is_marked(&desk, "Task 1") && is_marked(&desk, "Task 3"), "{}", desk.screen());
    // Where the preview stands beside the panes, going over the rows is looking at them.
    let mut desk = shown(folder.path(), 200, 60);
    assert!(is_marked(&desk, "Task 1"), "not before one goes on: {}", desk.screen());
    desk.press("G g j");
    assert!(!is_marked(&desk, "Task 1"), "{}", desk.screen());
}

#[test]
fn it_is_nobody_elses_who_acts_at_this_screen() {
    let (folder, _) = board();
    let mut desk = shown(folder.path(), 120, 40);
    desk.press("@ text:Budi Enter");
    assert!(desk.says().contains("Budi"), "{}", desk.says());
    assert!(!desk.screen().contains('▌') && !desk.screen().contains("touch"), "{}", desk.screen());
    desk.press("M");
    assert!(desk.screen().contains("Only who is at home on this machine"), "{}", desk.screen());
    desk.press("q @ text:Ayu Enter");
    assert!(desk.screen().contains("2 things touch you"), "{}", desk.screen());
    let mut session = open(folder.path());
    session.act_as(Some("Budi")).unwrap();
    let other = super::desk(session, 120, 40);
    assert!(!other.screen().contains("touch"), "{}", other.screen());
}

#[test]
fn another_time_and_the_tutor_show_nothing_of_it() {
    let (folder, _) = board();
    let mut desk = shown(folder.path(), 120, 40);
    desk.press("H");
    assert!(!desk.screen().contains("touch you"), "{}", desk.screen());
    desk.press("M");
    assert!(!desk.screen().contains("Since you were here"), "{}", desk.screen());
    desk.press("End");
    assert!(desk.screen().contains("touch you"), "{}", desk.screen());
    assert!(!crate::tui::testing::lesson(120, 40).screen().contains("touch you"));
}

#[test]
fn the_line_fits_small_screens_and_says_the_keys() {
    let (folder, _) = board();
    for (width, height) in [(40, 12), (80, 24)] {
        let desk = shown(folder.path(), width, height);
        let line = desk.screen().lines().find(|row| row.starts_with(" ▌")).unwrap().to_owned();
        assert!(line.contains('M') && line.contains(';'), "{line}");
    }
    for (width, height) in [(1, 1), (3, 9), (10, 10)] {
        let _ = shown(folder.path(), width, height).screen();
    }
    words::choose_here(Language::Indonesian);
    let desk = shown(folder.path(), 120, 40);
    assert!(desk.screen().contains("2 hal menyangkut kamu sejak"), "{}", desk.screen());
    words::choose_here(Language::English);
}

#[test]
fn a_damaged_file_keeps_nobody_from_their_board() {
    let (folder, _) = board();
    std::fs::write(folder.path().join("setara/since.toml"), "cut sho").unwrap();
    let mut desk = shown(folder.path(), 120, 40);
    assert!(desk.screen().contains("Task 1") && !desk.screen().contains("touch"), "{}", desk.screen());
    desk.press("M");
    assert!(desk.says().contains("since.toml"), "{}", desk.says());
}

#[test]
fn a_click_on_the_line_shows_it_as_its_key_does() {
    let (folder, _) = board();
    let mut desk = shown(folder.path(), 120, 40);
    let row = desk.screen().lines().position(|row| row.contains("touch you")).unwrap() as u16;
    let kind = MouseEventKind::Down(MouseButton::Left);
    let event = MouseEvent { kind, column: 20, row, modifiers: KeyModifiers::NONE };
    desk.tell(Msg::Mouse(event, Press::Once));
    assert!(desk.screen().contains("Since you were here"), "{}", desk.screen());
}
