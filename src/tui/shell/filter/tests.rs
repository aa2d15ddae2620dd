//! The filter as it is typed.

use crate::tui::shell::desk::Desk;
use crate::tui::testing::{demo, rows};

/// The last row: what is wrong, or the keys.
fn below(desk: &Desk) -> String {
    rows(&desk.frame()).last().unwrap().trim().to_owned()
}

#[test]
fn an_empty_line_names_the_keys() {
    let mut desk = demo(120, 40);
    desk.press("/");
    let screen = desk.screen();
    assert!(screen.contains("lead:") && screen.contains("who answers for it"), "{screen}");
    assert!(screen.contains("0 of "), "{screen}");
    assert!(below(&desk).starts_with("Tab take it"), "{}", below(&desk));
    desk.press("text:pay");
    assert!(!desk.screen().contains("who answers for it"), "words need no keys: {}", desk.screen());
}

#[test]
fn a_key_and_a_name_are_completed() {
    let mut desk = demo(120, 40);
    desk.press("/ text:le Tab");
    assert_eq!(desk.says(), "/lead:");
    assert!(desk.screen().contains("yourself"), "{}", desk.screen());
    desk.press("text:bu Tab");
    assert_eq!(desk.says(), "/lead:Budi");
    assert!(desk.screen().contains("Build the checkout page"), "{}", desk.screen());
    assert!(!desk.screen().contains("Choose the couriers"), "{}", desk.screen());
    desk.press("text:is: Down Down Enter");
    assert_eq!(desk.says(), "/lead:Budi is:free", "the arrows choose without leaving the line");
    desk.press("Enter");
    assert!(desk.screen().contains("2 Who owns what /lead:Budi is:free"), "{}", desk.screen());
}

#[test]
fn a_goal_is_proposed_by_its_title() {
    let mut desk = demo(120, 40);
    desk.press("/ text:goal:open");
    assert!(desk.screen().contains("Open the co-op store"), "{}", desk.screen());
    desk.press("Tab Enter");
    assert!(desk.screen().contains("Sign the payment contract"), "{}", desk.screen());
    assert!(!desk.screen().contains("Send the tax report"), "{}", desk.screen());
}

#[test]
fn what_is_wrong_is_said_below_and_the_last_good_result_stays() {
    let mut desk = demo(120, 40);
    desk.press("/ text:-tag:shops_is:bl text:ax");
    assert!(below(&desk).starts_with("is: does not take \"blax\""), "{}", below(&desk));
    assert!(!desk.screen().contains("Nothing matches"), "{}", desk.screen());
    let frame = desk.frame();
    let y = frame.area.height - 2;
    let underlined = |x: u16| frame[(x, y)].modifier.contains(ratatui::style::Modifier::UNDERLINED);
    let marked: String =
        (0..120).filter(|x| underlined(*x)).map(|x| frame[(x, y)].symbol().to_owned()).collect();
    assert_eq!(marked, "blax");
    desk.press("Enter");
    assert!(below(&desk).starts_with("is: does not take"), "a fault is not kept: {}", below(&desk));
    desk.press("Backspace Backspace Backspace Backspace text:blo Enter");
    assert!(desk.screen().contains("/-tag:shops is:blo"), "{}", desk.screen());
}

#[test]
fn what_is_unfinished_is_not_wrong_until_enter() {
    let mut desk = demo(120, 40);
    desk.press("/ text:lead:");
    assert!(below(&desk).starts_with("Tab take it"), "{}", below(&desk));
    desk.press("Enter");
    assert!(below(&desk).starts_with("lead: has no value"), "{}", below(&desk));
}

#[test]
fn other_panes_take_words_as_they_are() {
    let mut desk = demo(120, 40);
    desk.press("3 / text:book");
    assert!(desk.screen().contains("Bookkeeping") && !desk.screen().contains("┌ keys"), "{}", desk.screen());
    assert!(!desk.screen().contains("who answers for it"), "{}", desk.screen());
}

#[test]
fn every_size_is_survived() {
    for (width, height) in [(1, 1), (10, 3), (20, 6), (40, 12), (80, 24)] {
        let mut desk = demo(width, height);
        desk.press("/ text:goal: Down Down text:zz Enter Tab Esc Esc");
        desk.press("/ text:led:x Enter");
        let _ = desk.screen();
    }
}

#[test]
fn a_key_that_is_not_one_asks_for_nothing() {
    let mut desk = demo(120, 40);
    desk.press("/ text:led:x");
    assert!(below(&desk).contains("did you mean lead:?"), "{}", below(&desk));
    assert!(desk.screen().contains("Build the checkout page"), "{}", desk.screen());
}
