//! Looking at the board as it was, with keys.

use crate::session::Session;
use crate::tui::shell::desk::Desk;
use crate::tui::testing::{demo, desk, rows, world};

/// The top rows: which past one looks at.
fn banner(desk: &Desk) -> String {
    rows(&desk.frame())[..3].join("\n")
}

#[test]
fn the_board_as_it_was_is_looked_at_by_days_and_events_and_left() {
    let mut desk = demo(120, 40);
    desk.press("f c");
    assert!(desk.says().contains("Ayu claimed dan"), "{}", desk.says());
    let now = desk.press("f Esc 2").screen();
    desk.press("H");
    assert!(banner(&desk).contains("Looking back  Fri 20 Nov 23:59"), "{}", desk.screen());
    assert!(desk.screen().contains("‹pull me›") && desk.screen().contains('▌'), "{}", desk.screen());
    desk.press("Left Left");
    assert!(banner(&desk).contains("Wed 18 Nov 23:59"), "{}", desk.screen());
    desk.press("Right");
    assert!(banner(&desk).contains("Thu 19 Nov 23:59"), "{}", desk.screen());
    // On to now, and back by the claim.
    desk.press("Right Right");
    assert!(banner(&desk).contains("Looking back  now"), "{}", desk.screen());
    desk.press("Right");
    assert!(desk.says().contains("nothing comes after now"), "{}", desk.says());
    desk.press("[");
    assert!(banner(&desk).contains("Ayu claimed dan"), "{}", desk.screen());
    desk.press("[");
    assert!(!banner(&desk).contains("claimed dan"), "{}", desk.screen());
    assert!(desk.screen().contains("1 changed by this step"), "{}", desk.screen());
    assert!(desk.selected().starts_with("dan"), "what changed is selected: {}", desk.screen());
    desk.press("]");
    assert!(banner(&desk).contains("Ayu claimed dan"), "{}", desk.screen());
    desk.press("Home [");
    assert!(banner(&desk).contains("Ayu started the board Warung Kode"), "{}", desk.screen());
    assert!(desk.says().contains("here the board begins"), "{}", desk.says());
    desk.press("Esc");
    assert_eq!(desk.screen().lines().next(), now.lines().next());
    assert!(!desk.screen().contains("Looking back"), "{}", desk.screen());
}

#[test]
fn pages_opened_in_the_past_show_the_past() {
    let mut desk = demo(120, 40);
    desk.press("f Enter c");
    assert!(desk.screen().contains("Ayu claimed dan"), "{}", desk.screen());
    desk.press("H");
    assert!(banner(&desk).contains("Fri 20 Nov"), "{}", desk.screen());
    assert!(!desk.screen().contains("Ayu claimed dan"), "{}", desk.screen());
    desk.press("Right");
    assert!(desk.screen().contains("Ayu claimed dan"), "{}", desk.screen());
    desk.press("Esc");
    assert!(banner(&desk).contains("Looking back"), "the page is left first: {}", desk.screen());
    desk.press("Esc");
    assert!(!banner(&desk).contains("Looking back"), "{}", desk.screen());
}

#[test]
fn from_the_journal_one_goes_to_the_moment_of_an_event() {
    let mut desk = demo(120, 40);
    desk.press("f c u 9 j");
    assert!(desk.selected().contains("Ayu claimed dan"), "{}", desk.screen());
    desk.press("H");
    assert!(banner(&desk).contains("Ayu claimed dan"), "{}", desk.screen());
    assert!(desk.screen().contains("3 Roles"), "{}", desk.screen());
    desk.press("H");
    assert!(!banner(&desk).contains("Looking back"), "{}", desk.screen());
}

#[test]
fn nothing_is_changed_in_the_past() {
    let mut desk = demo(160, 40);
    let before = desk.session().board().journal_len().unwrap();
    desk.press("H");
    for keys in ["c", "n", "u", "b", "E", "x", "1 E", "3 E", "4 S", "2 Enter E", "7 Enter"] {
        desk.press(keys);
        assert!(desk.app().question.is_none(), "{keys}: {}", desk.screen());
        assert!(desk.says().starts_with("nothing can be changed in the past"), "{keys}: {}", desk.says());
        assert!(desk.says().contains("Esc"), "{keys}: {}", desk.says());
        desk.press("2");
    }
    desk.press("Esc");
    assert_eq!(desk.session().board().journal_len().unwrap(), before);
}

#[test]
fn what_others_do_meanwhile_does_not_disturb_the_past() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("board.db");
    drop(Session::start(&path, "Warung Kode", "Ayu", world("two")).unwrap());
    let open = |seed: &str| {
        let mut session = Session::open(&path, world(seed)).unwrap();
        session.act_as(Some("ayu")).unwrap();
        session
    };
    let mut here = desk(open("here"), 100, 30);
    let mut there = desk(open("there"), 100, 30);
    there.press("H");
    let past = there.screen();
    here.press("n text:First Enter");
    there.look_around();
    assert_eq!(there.screen(), past);
    there.press("Esc");
    assert!(there.screen().contains("First"), "{}", there.screen());
}
