//! From stop to stop on the pages of subjects, as people use them.

use crate::session::Session;
use crate::tui::shell::desk::Desk;
use crate::tui::shell::update::Msg;
use crate::tui::testing::{demo, desk, world};

/// The page of the task whose title begins so.
fn at_task(width: u16, height: u16, title: &str) -> Desk {
    let mut desk = demo(width, height);
    desk.press(&format!("/ text:{} Enter Enter", title.replace(' ', "_")));
    assert!(desk.screen().contains(title), "{}", desk.screen());
    desk
}

#[test]
fn the_keys_go_from_stop_to_stop_and_enter_opens_them() {
    let mut desk = at_task(120, 40, "Write the delivery price table");
    assert_eq!(desk.selected(), "", "nothing is selected before one goes");
    desk.press("j");
    assert!(desk.selected().contains("Dewi, stands until"), "{}", desk.screen());
    desk.press("j");
    assert!(desk.selected().contains("Choose the couriers"), "{}", desk.screen());
    desk.press("Enter");
    assert!(desk.screen().contains("bof  Choose the couriers ━"), "{}", desk.screen());
    desk.press("q");
    assert!(desk.selected().contains("Choose the couriers"), "back at the same stop: {}", desk.screen());
    desk.press("k k");
    assert_eq!(desk.selected(), "");
}

#[test]
fn tab_goes_through_all_stops_and_around() {
    let mut desk = at_task(80, 24, "Write the delivery price table");
    desk.press("Tab");
    let first = desk.selected();
    desk.press("BackTab");
    assert!(desk.selected().contains("added it"), "the last: {}", desk.screen());
    desk.press("Tab");
    assert_eq!(desk.selected(), first);
}

#[test]
fn on_a_goals_page_the_keys_act_on_the_selected_task() {
    let mut desk = demo(120, 40);
    desk.press("1 Enter");
    let footer = |desk: &Desk| desk.screen().lines().last().unwrap().to_owned();
    assert!(footer(&desk).contains("v value"), "{}", desk.screen());
    while !desk.selected().contains("Set up a shop") {
        desk.press("j");
    }
    assert!(footer(&desk).contains("c claim"), "{}", desk.screen());
    desk.press("c");
    assert!(desk.says().contains("Ayu claimed lin"), "{}", desk.says());
    assert!(
        desk.selected().contains("Set up a shop"),
        "it stays selected where it is now: {}",
        desk.screen()
    );
    desk.press("u g");
    assert!(footer(&desk).contains("v value"), "{}", desk.screen());
}

#[test]
fn on_a_persons_page_the_roles_keys_act_on_the_selected_role() {
    let mut desk = demo(120, 40);
    desk.press("i j j");
    assert!(desk.selected().contains("Store keeper"), "{}", desk.screen());
    desk.press("Enter");
    assert!(desk.screen().contains("Accountabilities"), "{}", desk.screen());
}

#[test]
fn a_wide_screen_has_what_it_is_beside_what_happened() {
    let desk = at_task(200, 60, "Write the delivery price table");
    let screen = desk.screen();
    let top = screen.lines().nth(3).unwrap();
    assert!(top.contains("state") && top.contains("Claims"), "{screen}");
    let narrow = at_task(80, 24, "Write the delivery price table").screen();
    assert!(!narrow.lines().nth(3).unwrap().contains("Claims"), "{narrow}");
}

#[test]
fn the_selected_stop_outlives_another_size() {
    let mut desk = at_task(200, 60, "Write the delivery price table");
    desk.press("BackTab");
    let selected = "added it";
    assert!(desk.selected().contains(selected), "{}", desk.screen());
    for (width, height) in [(80, 24), (40, 12), (200, 60), (120, 40)] {
        desk.tell(Msg::Resize(width, height));
        assert!(desk.selected().contains(selected), "{width}x{height}\n{}", desk.screen());
    }
}

#[test]
fn what_stops_a_goal_comes_before_what_goes_on() {
    let screen = demo(120, 60).press("1 Enter").screen();
    let place = |text: &str| screen.find(text).unwrap_or_else(|| panic!("{text} is missing in\n{screen}"));
    assert!(place("SMART, 5 of 5") < place("In its way"));
    assert!(place("waits on bof") < place("Nobody leads these yet"));
}

#[test]
fn a_goal_says_which_key_mends_a_missing_letter() {
    let folder = tempfile::tempdir().unwrap();
    let session = Session::start(&folder.path().join("board.db"), "Warung", "Ayu", world("smart")).unwrap();
    let mut desk = desk(session, 100, 30);
    desk.press("1 n text:Open_a_shop Ctrl-s Enter");
    let screen = desk.screen();
    for part in ["SMART, 0 of 5", "S ○ no measure · E writes it (measure)", "T ○ no due day"] {
        assert!(screen.contains(part), "{part} is missing in\n{screen}");
    }
}

#[test]
fn a_role_says_what_is_clear_and_what_is_missing() {
    let mut desk = demo(120, 40);
    desk.press("3");
    while !desk.selected().contains("Neighbours") {
        desk.press("j");
    }
    let screen = desk.press("Enter").screen();
    for part in ["clear: duties, holders", "◐ purpose: missing", "◐ review: missing", "Gita"] {
        assert!(screen.contains(part), "{part} is missing in\n{screen}");
    }
    while !desk.selected().contains("purpose: missing") {
        desk.press("Tab");
    }
    assert!(desk.screen().contains("Enter write"), "{}", desk.screen());
    desk.press("Enter text:People_find_us Enter");
    let screen = desk.screen();
    assert!(screen.contains("purpose          People find us"), "{screen}");
    assert!(!screen.contains("purpose: missing"), "{screen}");
}

#[test]
fn a_person_says_what_they_wait_for_and_who_waits_on_them() {
    let screen = demo(120, 50).press("i").screen();
    for part in ["Leads", "Helps with", "Waits for", "waits on Dewi", "your load"] {
        assert!(screen.contains(part), "{part} is missing in\n{screen}");
    }
}

/// The demo's task with a checklist, its first step selected.
fn at_step(width: u16, height: u16) -> Desk {
    let mut desk = at_task(width, height, "Sign the payment contract");
    while !desk.selected().contains("Compare three offers") {
        desk.press("Tab");
    }
    desk
}

#[test]
fn a_step_is_ticked_where_it_stands_and_taken_back() {
    let mut desk = at_step(120, 40);
    assert!(desk.screen().contains("Checklist  2 of 4 ticked"), "{}", desk.screen());
    for key in ["Space", "Enter"] {
        desk.press(key);
        let says = desk.says();
        assert!(
            says.contains("Ayu opened a step of bak (Sign the payment contract) again: Compare three offers"),
            "{key}: {says}"
        );
        assert!(says.contains("u takes it back"), "{says}");
        assert!(desk.screen().contains("Checklist  1 of 4 ticked"), "{}", desk.screen());
        assert!(desk.selected().contains("Compare three offers"), "it stays selected: {}", desk.screen());
        desk.press("u");
        assert!(desk.screen().contains("Checklist  2 of 4 ticked"), "{}", desk.screen());
    }
    desk.press("Esc j Space");
    assert!(!desk.says().contains("step"), "elsewhere the key pages: {}", desk.says());
}

#[test]
fn steps_are_added_renamed_and_removed_on_the_page() {
    let mut desk = at_step(120, 40);
    desk.press("I text:Ask_a_lawyer Enter");
    assert!(
        desk.says().contains("added a step to bak (Sign the payment contract): Ask a lawyer"),
        "{}",
        desk.says()
    );
    let screen = desk.screen();
    let place = |text: &str| screen.find(text).unwrap_or_else(|| panic!("{text} is missing in\n{screen}"));
    assert!(place("Compare three") < place("○ Ask a lawyer"), "{screen}");
    assert!(place("○ Ask a lawyer") < place("Ask the other co-op"), "{screen}");
    desk.press("j e Ctrl-U text:Ask_two_lawyers Enter");
    assert!(
        desk.says().contains("changed a step of bak (Sign the payment contract): Ask two lawyers"),
        "{}",
        desk.says()
    );
    assert!(desk.selected().contains("Ask two lawyers"), "{}", desk.screen());
    desk.press("Del");
    assert!(
        desk.says().contains("removed a step of bak (Sign the payment contract): Ask two lawyers"),
        "{}",
        desk.says()
    );
    assert!(desk.selected().contains("Ask the other co-op"), "the next takes its place: {}", desk.screen());
}

#[test]
fn the_footer_says_what_enter_does() {
    let footer = |desk: &Desk| desk.screen().lines().last().unwrap().to_owned();
    let desk = at_step(120, 40);
    assert!(footer(&desk).starts_with(" Space tick"), "{}", desk.screen());
    let mut desk = demo(120, 40);
    for keys in ["0", "7"] {
        let said = footer(desk.press(keys));
        assert!(said.contains("Enter change") && !said.contains("n new"), "{said}");
    }
}

#[test]
fn a_title_without_end_is_folded_and_unfolds() {
    let mut desk = demo(80, 24);
    desk.press("2 n");
    desk.tell(Msg::Paste("a title goes on and on ".repeat(200)));
    desk.press("Enter / text:goes_on Enter Enter");
    let screen = desk.screen();
    assert!(screen.contains("more letters") && screen.contains("state"), "{screen}");
    desk.press("j");
    assert!(desk.screen().contains("Enter show all"), "{}", desk.screen());
    desk.press("Enter");
    assert!(!desk.screen().contains("more letters"), "{}", desk.screen());
    desk.press("Enter");
    assert!(desk.screen().contains("more letters"), "{}", desk.screen());
}
