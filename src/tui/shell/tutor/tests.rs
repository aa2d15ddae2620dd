//! The steps as somebody takes them, by keys only.

use super::strip;
use crate::tui::kit::marks::{self, ASCII, UNICODE};
use crate::tui::screens::lesson::{STEPS, standup};
use crate::tui::shell::action;
use crate::tui::shell::desk::Desk;
use crate::tui::shell::update::Msg;
use crate::tui::testing::{lesson, second_lesson};
use crate::words::{self, Language, words};

/// What each step asks for, done as its text says; the first part alone does not do it yet.
const DONE: &[(&str, &str, &str)] = &[
    ("free", "j", "f"),
    ("claim", "j k", "c"),
    ("undo", "j", "u"),
    ("block", "b text:the_key", "Enter text:dewi Enter"),
    ("offer", "m o", "text:budi Enter"),
    ("filter", "Esc / text:ko", "Enter"),
    ("goal", "Esc 1 j", "Enter"),
    ("finding", "4 S Down Down Down Enter text:they_pair_on_it", "Enter Enter"),
    ("role", "7 j j", "Enter text:so_that_all_know_us Enter"),
    ("journal", "j", "9"),
    ("help", "j", "? Esc"),
    ("palette", ": text:task Esc j :", "text:screen.waits Enter"),
];

/// The same of the second lesson.
const STANDUP: &[(&str, &str, &str)] = &[
    ("begin", "s", "Enter"),
    ("next", "Right", "Right"),
    ("walk", "w text:on_Monday", "Enter"),
    ("back", "j", "Left"),
    ("step", "'", "Down Down Down Down Enter"),
    ("passed", "j k", "p"),
    ("park", "\" text:the_keys", "Enter"),
    ("end", "Right", "Q"),
    ("copy", "j", "y"),
];

fn place(desk: &Desk) -> Option<usize> {
    desk.app().habits.tutor.as_ref().expect("the tutor is there").place().map(|(at, _)| at)
}

/// At the beginning of a step, with everything done before.
fn at(step: usize) -> Desk {
    let mut desk = lesson(120, 40);
    for (_, first, then) in &DONE[..step] {
        desk.press(first).press(then);
    }
    assert_eq!(place(&desk), Some(step + 1), "{}", desk.screen());
    desk
}

#[test]
fn every_step_is_done_by_what_it_asks_for_and_by_nothing_less() {
    assert_eq!(DONE.len(), STEPS.len());
    for (step, (name, first, then)) in DONE.iter().enumerate() {
        let mut desk = at(step);
        desk.press(first);
        assert_eq!(place(&desk), Some(step + 1), "{name} is done too early\n{}", desk.screen());
        desk.press(then);
        assert_ne!(place(&desk), Some(step + 1), "{name} is not done\n{}", desk.screen());
    }
}

#[test]
fn the_steps_of_a_stand_up_are_done_by_what_they_ask_for_in_both_languages() {
    assert_eq!(STANDUP.len(), standup::LESSON.steps.len());
    for language in Language::ALL {
        words::choose_here(language);
        let mut desk = second_lesson(80, 24);
        for (step, (name, first, then)) in STANDUP.iter().enumerate() {
            assert!(desk.screen().contains(&words().tut_place(step + 1, STANDUP.len())), "{}", desk.screen());
            desk.press(first);
            assert_eq!(place(&desk), Some(step + 1), "{name} is done too early\n{}", desk.screen());
            desk.press(then);
            assert_ne!(place(&desk), Some(step + 1), "{name} is not done\n{}", desk.screen());
        }
        assert_eq!(place(&desk), None);
        assert!(desk.screen().contains("setara standup --last"), "{}", desk.screen());
    }
    words::choose_here(Language::English);
}

#[test]
fn all_steps_in_both_languages_and_the_last_word() {
    for language in Language::ALL {
        words::choose_here(language);
        let mut desk = lesson(80, 24);
        for (n, (name, first, then)) in DONE.iter().enumerate() {
            let screen = desk.screen();
            assert!(screen.contains(&words().tut_place(n + 1, STEPS.len())), "{name}: {screen}");
            desk.press(first).press(then);
        }
        assert_eq!(place(&desk), None);
        let screen = desk.screen();
        assert!(screen.contains("setara start") && screen.contains("setara import"), "{screen}");
        desk.press("Enter");
        assert!(desk.screen().contains(&words().tut_all_done()), "{}", desk.screen());
    }
    words::choose_here(Language::English);
}

#[test]
fn the_strip_says_what_to_do_why_and_how_far_one_is() {
    insta::assert_snapshot!("step_80x24", lesson(80, 24).press("f c").screen());
    insta::assert_snapshot!("step_40x12", lesson(40, 12).press("f c").screen());
    let mut desk = lesson(80, 24);
    for (_, first, then) in DONE {
        desk.press(first).press(then);
    }
    insta::assert_snapshot!("last_word_80x24", desk.screen());
}

#[test]
fn no_question_lies_over_what_it_says() {
    for keys in [":", "?", "n", "@", "b"] {
        let screen = lesson(80, 24).press(keys).screen();
        assert!(screen.contains("Learn by doing ─") && screen.contains("1 of 12"), "{keys}\n{screen}");
    }
}

#[test]
fn whatever_else_is_done_is_allowed() {
    let mut desk = lesson(120, 40);
    desk.press("n text:Water_the_plants Enter x u 6 Esc z z");
    assert_eq!(place(&desk), Some(1));
    desk.press("f");
    assert_eq!(place(&desk), Some(2));
}

#[test]
fn steps_are_skipped_and_gone_back_to() {
    let mut desk = lesson(120, 40);
    desk.press(") ) )");
    assert_eq!(place(&desk), Some(4));
    desk.press("( (");
    assert_eq!(place(&desk), Some(2));
    desk.press("( ( (");
    assert_eq!(place(&desk), Some(1), "there is none before the first");
    for _ in STEPS {
        desk.press(")");
    }
    assert_eq!(place(&desk), None);
    desk.press("Enter (");
    assert_eq!(place(&desk), Some(STEPS.len()));
}

#[test]
fn who_goes_back_to_what_is_so_already_does_it_anew() {
    let mut desk = lesson(120, 40);
    desk.press("f (");
    assert_eq!(place(&desk), Some(1));
    desk.press("j");
    assert_eq!(place(&desk), Some(1), "it is still so");
    desk.press("f f");
    assert_eq!(place(&desk), Some(2));
}

#[test]
fn nothing_of_it_is_there_without_the_tutor() {
    let mut desk = crate::tui::testing::demo(80, 24);
    let before = desk.screen();
    desk.press(")");
    assert!(desk.says().contains("makes no sense here"), "{}", desk.says());
    desk.press("j k");
    assert_eq!(desk.screen(), before);
}

#[test]
fn the_keys_are_those_that_the_person_has_set() {
    let (settings, _) = crate::settings::read("[keys]\n\"filter.free\" = \"F6\"\n\"task.claim\" = []\n");
    let mut desk = lesson(120, 40);
    assert!(crate::tui::shell::keymap::choose(&settings).is_empty());
    let first = desk.screen();
    let second = desk.press(")").screen();
    crate::tui::shell::keymap::choose(&Default::default());
    assert!(first.contains("F6 shows only"), "{first}");
    assert!(second.contains("with : claim"), "{second}");
}

#[test]
fn every_text_of_a_step_names_its_keys_and_fits_a_usual_screen() {
    let lessons = [(lesson as fn(u16, u16) -> Desk, STEPS), (second_lesson, standup::LESSON.steps)];
    for (language, (lesson, steps)) in Language::ALL.iter().flat_map(|l| lessons.map(|lesson| (*l, lesson))) {
        words::choose_here(language);
        let mut desk = lesson(80, 24);
        for step in steps {
            let area = desk.app().frame(desk.app().screen).strip;
            let tutor = desk.app().habits.tutor.clone().unwrap();
            let lines = strip::in_words(&tutor, super::key).join(" ");
            let screen = crate::tui::testing::rows(&desk.frame());
            let shown = screen[area.y as usize..area.bottom() as usize].join(" ");
            let last = lines.split(' ').next_back().unwrap();
            assert!(shown.contains(last), "{last} is cut\n{}", screen.join("\n"));
            assert!((step.well)().chars().count() <= 34, "{}", (step.well)());
            assert!(!shown.contains(['\u{e000}', '\u{e001}']), "{shown}");
            desk.press(")");
        }
    }
    words::choose_here(Language::English);
}

#[test]
fn it_serves_without_unicode_and_at_any_size() {
    marks::choose(&ASCII);
    let screen = lesson(80, 24).press("f").screen();
    marks::choose(&UNICODE);
    assert!(screen.is_ascii(), "{screen}");
    let mut desk = lesson(80, 24);
    desk.press("f");
    for (width, height) in (1..=60).step_by(3).chain([80, 200]).flat_map(|w| (1..=30).map(move |h| (w, h))) {
        desk.tell(Msg::Resize(width, height));
        desk.frame();
    }
}

#[test]
fn an_action_that_a_step_names_is_one() {
    for step in crate::tui::screens::screens().lesson.steps.iter().chain(standup::LESSON.steps) {
        let said = (step.does)(|name| {
            assert!(action::all().any(|action| action.name == name), "{name}");
            "KEY".to_owned()
        });
        assert!(said.contains("KEY"), "{said}");
    }
}
