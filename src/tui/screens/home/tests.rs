//! The panes beside each other: who has the lines that nobody else needs.

use crossterm::event::{KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

use crate::tui::kit::clicks::Press;
use crate::tui::shell::desk::Desk;
use crate::tui::shell::update::Msg;
use crate::tui::testing::{demo, desk, rows, world};

/// The rows of the lower panes, from their titles on.
fn low(desk: &Desk) -> Vec<String> {
    let rows = rows(&desk.frame());
    let at = rows.iter().position(|row| row.contains("4 Overlaps")).unwrap();
    rows[at..rows.len() - 2].to_vec()
}

#[test]
fn nothing_is_cut_while_lines_stand_empty() {
    for size in [(200, 60), (160, 60), (120, 70)] {
        let desk = demo(size.0, size.1);
        let low = low(&desk);
        assert!(low.iter().all(|row| !row.contains('…')), "{size:?} {low:#?}");
        assert!(desk.screen().contains("zis"), "the tasks above keep their rows: {}", desk.screen());
    }
    for (pane, size) in [("5", (80, 24)), ("1", (80, 24)), ("1", (60, 24)), ("3", (40, 24)), ("3", (30, 24))]
    {
        let mut desk = demo(size.0, size.1);
        desk.press(pane);
        let all = rows(&desk.frame());
        let focused = all.iter().filter(|row| row.starts_with('┃'));
        assert!(focused.clone().all(|row| !row.contains('…')), "{pane} {size:?} {all:#?}");
    }
}

#[test]
fn rows_go_before_whole_sentences() {
    let desk = demo(120, 40);
    let low = low(&desk);
    assert!(low[2].contains("the backups…") && low[3].contains('◌'), "{low:#?}");
}

#[test]
fn a_sentence_goes_on_below_its_beginning_and_facts_keep_together() {
    let low = low(&demo(120, 70));
    let at = low.iter().position(|row| row.contains("nus: promised")).unwrap();
    assert!(low[at].contains("passed  ") && low[at + 1].starts_with("│   4 working days ago"), "{low:#?}");
}

#[test]
fn a_click_on_any_line_of_a_row_selects_it() {
    let mut desk = demo(120, 70);
    let all = rows(&desk.frame());
    let y = all.iter().position(|row| row.contains("4 working days ago")).unwrap() as u16;
    let (kind, modifiers) = (MouseEventKind::Down(MouseButton::Left), KeyModifiers::NONE);
    desk.tell(Msg::Mouse(MouseEvent { kind, column: 10, row: y, modifiers }, Press::Once));
    assert!(desk.selected().contains("nus: promised"), "{}", desk.screen());
    desk.press("k");
    assert!(desk.selected().contains("guz"), "{}", desk.screen());
}

#[test]
fn zoomed_each_finding_says_why_it_is_asked_where_there_is_room() {
    let mut desk = demo(160, 60);
    desk.press("4 z");
    let all = rows(&desk.frame());
    let below = |words: &str| {
        let at = all.iter().position(|row| row.contains(words)).unwrap_or_else(|| panic!("{words} {all:#?}"));
        all[at + 1].trim_matches(['┃', ' ']).to_owned()
    };
    assert_eq!(below("bak: Ayu and Budi"), "a task has one lead, who answers for it; others help");
    assert_eq!(below("dan: due in"), "a task should have a lead 3 working days before it is due");
    assert!(below("nothing moved for").starts_with("a goal may stand still for 14 days"), "{all:#?}");
    // Whole sentences go first, and all of them are read.
    let small = demo(80, 24).press("4 z").screen();
    assert!(!small.contains("who answers for it") && !small.contains('…'), "{small}");
    assert!(small.contains("▾ 17 more"), "rows are counted, not lines: {small}");
}

#[test]
fn names_of_roles_and_of_those_who_hold_them_go_on_below() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("board.db");
    let session =
        crate::session::Session::start(&path, "Warung Kode", "Ayu Lestari", world("roles")).unwrap();
    let mut desk = desk(session, 36, 24);
    desk.press("3 n text:Facilitator_of_meetings_and_rounds Ctrl-S c Enter");
    let all = rows(&desk.frame());
    let at = all.iter().position(|row| row.contains("Facilitator")).unwrap();
    let said = all[at..at + 3].join("\n");
    assert!(!said.contains('…') && said.contains("rounds"), "{all:#?}");
    assert!(said.contains("Ayu Lestari"), "a name stays on one line: {all:#?}");
    assert!(said.contains("purpose?"), "{all:#?}");
}
