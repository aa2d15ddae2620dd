//! Forms on the desk: what was typed is kept until it is on the board.

use super::{goal, member, role, task};
use crate::domain::field::Field;
use crate::session::Session;
use crate::tui::testing::{demo, desk, world};

#[test]
fn what_was_typed_stays_beneath_the_question_about_a_look_alike() {
    let mut desk = demo(120, 40);
    desk.press("n text:return_policy Tab text:first_step BackTab Down Enter");
    assert!(desk.screen().contains("help with it"), "{}", desk.screen());
    desk.press("Esc");
    let screen = desk.screen();
    assert!(screen.contains("return policy") && screen.contains("first step"), "{screen}");
}

#[test]
fn what_was_typed_stays_beneath_the_question_who_acts() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("board.db");
    drop(Session::start(&path, "Warung Kode", "Ayu", world("form")).unwrap());
    let mut desk = desk(Session::open(&path, world("form again")).unwrap(), 120, 40);
    desk.press("n text:Sweep_the_yard Tab text:find_a_broom Ctrl-S");
    assert!(desk.screen().contains("I am new here"), "{}", desk.screen());
    desk.press("Esc");
    let screen = desk.screen();
    assert!(screen.contains("Sweep the yard") && screen.contains("find a broom"), "{screen}");
    desk.press("Ctrl-S Enter");
    assert!(desk.says().contains("Ayu added"), "{}", desk.screen());
}

#[test]
fn no_field_is_filled_that_is_not_in_sight() {
    let mut desk = demo(120, 40);
    desk.press("n text:Sweep_the_yard BackTab");
    assert!(desk.screen().contains("Who leads"), "{}", desk.screen());
}

#[test]
fn a_saved_filter_that_names_nobody_any_more_says_so_and_shows_nothing_else() {
    let mut session = crate::testing::sample_team(world("saved"));
    session.save_filter("theirs", "lead:nobody-of-that-name").unwrap();
    let mut desk = desk(session, 120, 40);
    desk.press("* text:theirs Enter");
    assert!(desk.says().contains("cannot be shown"), "{}", desk.screen());
    assert!(!desk.screen().contains("/lead:"), "{}", desk.screen());
}

#[test]
fn every_field_stands_in_its_form() {
    fn all_in<F: Field + std::fmt::Debug>(form: &[F]) {
        assert_eq!(form.len(), F::ALL.len());
        for field in F::ALL {
            assert!(form.contains(field), "{field:?}");
        }
    }
    all_in(goal::FORM);
    all_in(role::FORM);
    all_in(member::FORM);
    all_in(task::FORM);
}

#[test]
fn thanks_name_whom_and_what_they_are_about_and_lose_nothing_where_a_name_is_nobodys() {
    let mut desk = demo(120, 40);
    desk.press("2 & text:Bud,_Zed Tab text:the_coffee Ctrl-S");
    let screen = desk.screen();
    assert!(screen.contains("nobody here is called") && screen.contains("the coffee"), "{screen}");
    desk.press("BackTab Ctrl-U text:bud,_Citra Ctrl-S");
    assert!(desk.says().contains("Ayu thanked Budi, Citra, about bak: the coffee"), "{}", desk.says());
    desk.press("u");
    assert!(desk.says().contains("Ayu undid"), "{}", desk.says());
    // On one's own page stand those that one received; on another's page one thanks that person.
    desk.press("i");
    assert!(desk.screen().contains("Budi, about"), "{}", desk.screen());
    desk.press("Esc 8 j Enter &");
    assert!(desk.screen().contains("Thank others") && desk.screen().contains("Budi"), "{}", desk.screen());
}
