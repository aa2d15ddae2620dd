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
    assert!(
        desk.says().contains("Ayu thanked Budi, Citra, about bak (Sign the payment contract): the coffee"),
        "{}",
        desk.says()
    );
    desk.press("u");
    assert!(desk.says().contains("Ayu undid"), "{}", desk.says());
    // On one's own page stand those that one received; on another's page one thanks that person.
    desk.press("i");
    assert!(desk.screen().contains("Budi, about"), "{}", desk.screen());
    desk.press("Esc 8 j Enter &");
    assert!(desk.screen().contains("Thank others") && desk.screen().contains("Budi"), "{}", desk.screen());
}

#[test]
fn quick_words_of_a_new_title_are_said_while_one_types_and_become_the_task() {
    let mut desk = demo(120, 40);
    desk.press("n text:Buy_paint_due:tomorrow_#shop_@me_goal:nowhere");
    let screen = desk.screen();
    assert!(screen.contains("stays in the title: goal:nowhere · due tomorrow"), "{screen}");
    desk.press("Enter");
    assert!(desk.says().contains("Buy paint goal:nowhere"), "{}", desk.screen());
    desk.press("2 g / text:buy_paint Enter Enter");
    let screen = desk.screen();
    assert!(
        screen.contains("Ayu leads") && screen.contains("shop") && screen.contains("tomorrow"),
        "{screen}"
    );
}

#[test]
fn quick_words_can_be_kept_as_text() {
    let mut desk = demo(120, 40);
    desk.press("n text:Read_#shop_again Ctrl-T");
    assert!(desk.screen().contains("all of it is the title"), "{}", desk.screen());
    desk.press("Enter");
    assert!(desk.says().contains("Read #shop again"), "{}", desk.screen());
    // What reads as nothing special has nothing to be kept.
    desk.press("n text:Read_it_again Ctrl-T text:!");
    assert!(desk.screen().contains("Read it again!"), "{}", desk.screen());
}

#[test]
fn one_task_after_another_is_written_down() {
    let mut desk = demo(120, 40);
    desk.press("n text:Buy_paint Ctrl-N");
    assert!(desk.says().contains("Buy paint") && desk.screen().contains("New task"), "{}", desk.screen());
    desk.press("text:Buy_brushes Ctrl-N");
    assert!(desk.says().contains("Buy brushes"), "{}", desk.screen());
    // What is refused keeps what was typed.
    desk.press("text:@me Ctrl-N");
    assert!(desk.screen().contains("@me"), "{}", desk.screen());
    desk.press("Esc");
    assert!(!desk.screen().contains("New task"), "{}", desk.screen());
}

#[test]
fn what_is_new_on_the_page_of_a_goal_belongs_to_it() {
    let mut desk = demo(120, 40);
    desk.press("1 Enter");
    let screen = desk.screen();
    desk.press("n text:Ask_the_neighbours Enter");
    let task = desk.session().board().tasks(&crate::store::Filter::default(), None, 0, 200).unwrap();
    let task = task.rows.into_iter().find(|row| row.title == "Ask the neighbours").expect("it was added");
    let (_, goal) = task.goal.expect("it is for a goal");
    assert!(screen.lines().take(4).any(|line| line.contains(&goal)), "{goal}\n{screen}");
}

#[test]
fn a_tension_is_sensed_listed_made_a_task_and_settled_by_keys() {
    let mut desk = demo(120, 40);
    desk.press("2 ` text:Two_of_us_pay Tab text:One_pays Ctrl-S");
    let said = "Ayu sensed, about bak (Sign the payment contract), the tension ";
    assert!(desk.says().contains(said), "{}", desk.screen());
    // It stands on the page of what it is about, and last among those that are open.
    desk.press("2 Enter");
    assert!(desk.screen().contains("Two of us pay"), "{}", desk.screen());
    desk.press("Esc F5 G");
    assert!(desk.screen().contains("3 open"), "{}", desk.screen());
    desk.press("c");
    assert!(desk.says().contains("Ayu took the tension"), "{}", desk.says());
    desk.press("Enter >");
    assert!(
        desk.screen().contains("Make it a task") && desk.screen().contains("One pays"),
        "{}",
        desk.screen()
    );
    desk.press("Ctrl-S");
    assert!(desk.says().contains(": One pays; Ayu turned the tension"), "{}", desk.says());
    assert!(desk.screen().contains("in hand"), "{}", desk.screen());
    desk.press("x text:we_take_turns Enter");
    assert!(desk.says().contains("settled: we take turns"), "{}", desk.screen());
    // What others sensed is theirs to settle; the question stays open and says so.
    desk.press("Esc F5 g X text:too_dear Enter");
    assert!(desk.screen().contains("Eka sensed"), "{}", desk.screen());
    // One is found by what is.
    desk.press("Esc Esc : text:after_five Enter");
    assert!(desk.screen().contains("Two of us share the evenings"), "{}", desk.screen());
}

#[test]
fn a_question_is_made_a_tension_by_a_key_and_its_page_says_so() {
    let mut desk = demo(120, 40);
    desk.press("4 ` text:Another_of_us_does_it Enter");
    assert!(desk.says().contains("Ayu made the two leads of bak"), "{}", desk.screen());
    // The page of the task that it was about says so.
    desk.press("2 Enter u U");
    assert!(desk.screen().contains("settled as the tension "), "{}", desk.screen());
    // It is the third answer behind S as well.
    desk.press("Esc u 4 g S Down Down Down Down Enter text:Another_of_us Enter");
    assert!(desk.says().contains("Ayu made the two leads of bak"), "{}", desk.screen());
}

#[test]
fn a_person_is_no_tension_and_nothing_typed_is_lost() {
    let mut desk = demo(120, 40);
    desk.press("8 ` text:Budi_is_late Tab text:Budi_is_early Tab text:Budi Ctrl-S");
    let screen = desk.screen();
    assert!(screen.contains("is between people") && screen.contains("Budi is early"), "{screen}");
}
