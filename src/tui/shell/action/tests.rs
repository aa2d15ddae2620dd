//! The table as a whole: whoever adds a row finds here what it still lacks.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::*;
use crate::store::Filter;
use crate::tui::kit::overlay::Part;
use crate::tui::screens::pane::Name;
use crate::tui::screens::{reference, screens};
use crate::tui::shell::ask::Pick;
use crate::tui::shell::desk::Desk;
use crate::tui::shell::update::Msg;
use crate::tui::testing::demo;
use crate::words::{Language, speaking};

/// Where keys are tried: the panes, and all that is opened over them.
fn places() -> Vec<String> {
    screens();
    let screens = all().filter(|action| action.name.starts_with("screen."));
    let screens = screens.filter(|action| !action.key().is_empty()).map(Action::key);
    let pages = ["1", "2", "3", "4", "5"].into_iter().map(|pane| format!("{pane} Enter"));
    ["1", "2", "3", "4", "5"].map(str::to_owned).into_iter().chain(pages).chain(screens).collect()
}

/// Every key that a terminal sends by itself.
fn keys() -> Vec<KeyEvent> {
    let plain = (' '..='~').map(KeyCode::Char).chain((1..=12).map(KeyCode::F));
    let named = [
        KeyCode::Enter,
        KeyCode::Tab,
        KeyCode::BackTab,
        KeyCode::Backspace,
        KeyCode::Delete,
        KeyCode::Insert,
        KeyCode::Home,
        KeyCode::End,
        KeyCode::PageUp,
        KeyCode::PageDown,
        KeyCode::Up,
        KeyCode::Down,
        KeyCode::Left,
        KeyCode::Right,
        KeyCode::Esc,
    ];
    let ctrl = ('a'..='z').map(|c| KeyEvent::new(KeyCode::Char(c), KeyModifiers::CONTROL));
    let alt = ('a'..='z').map(|c| KeyEvent::new(KeyCode::Char(c), KeyModifiers::ALT));
    let bare = plain.chain(named).map(|code| KeyEvent::new(code, KeyModifiers::NONE));
    bare.chain(ctrl).chain(alt).collect()
}

fn written(desk: &Desk) -> i64 {
    desk.session().board().journal_len().unwrap()
}

/// Everything that the board holds, apart from its history.
fn board(desk: &Desk) -> String {
    let board = desk.session().board();
    let finished = Filter { finished: true, ..Filter::default() };
    let tasks = [Filter::default(), finished].map(|filter| board.tasks(&filter, None, 0, 500).unwrap().rows);
    let (goals, roles) = (board.goals(true, 0, 100).unwrap(), board.roles(0, 100).unwrap());
    let blockers = board.blockers(0, 100).unwrap();
    format!("{tasks:#?} {goals:#?} {roles:#?} {blockers:#?} {:#?}", board.counts().unwrap())
}

/// Where one is.
fn now(desk: &Desk) -> (Name, usize, bool) {
    let app = desk.app();
    (
        app.home().focus,
        app.pages.len(),
        app.question.is_some() || app.filtering.is_some() || app.home().zoomed,
    )
}

#[test]
fn every_action_has_a_name_of_its_own_and_words_in_both_languages() {
    screens();
    for action in all() {
        let is_name = |c: char| c.is_ascii_lowercase() || c == '.' || c == '-';
        assert!(action.name.chars().all(is_name), "{}", action.name);
        assert_eq!(all().filter(|other| other.name == action.name).count(), 1, "{}", action.name);
        let said = Language::ALL.map(|language| speaking(language, || ((action.label)(), (action.doc)())));
        for (label, doc) in &said {
            assert!(!label.is_empty() && label.chars().count() <= 24, "{}: {label}", action.name);
            assert!(!doc.is_empty() && !doc.ends_with('.'), "{}: {doc}", action.name);
        }
        assert_ne!(said[0].1, said[1].1, "{} is said in one language only", action.name);
    }
}

#[test]
fn of_two_kinds_one_is_selected_so_their_keys_may_be_the_same() {
    for kind in Kind::ALL {
        for other in Kind::ALL {
            let is_apart = Scope::On(*kind).is_apart_from(Scope::On(*other));
            assert_eq!(is_apart, kind != other, "{kind:?} {other:?}");
        }
    }
}

#[test]
fn help_and_palette_hold_every_action_and_the_list_every_key() {
    let list = reference::markdown();
    for place in places() {
        let mut desk = demo(120, 40);
        desk.press(&place);
        let help = crate::tui::shell::help::open(desk.app());
        desk.press(":");
        let palette = desk.app().question.as_ref().expect("it is open");
        let Part::Message(help) = &help.part else { panic!("the help is a text") };
        let Part::Picker(palette) = &palette.part else { panic!("the palette is a list") };
        let help = help.in_words();
        for action in all() {
            let doc = (action.doc)();
            assert!(
                help.iter().any(|line| line.ends_with(&doc)),
                "{place}: {} is not in the help",
                action.name
            );
            let item = palette.items().iter().filter(|item| item.id == Pick::Action(action.name));
            assert_eq!(item.count(), 1, "{place}: {} is not in the palette", action.name);
            assert!(action.keys.is_empty() || list.contains(&doc), "{} is not in keys.md", action.name);
        }
    }
}

#[test]
fn what_the_footer_says_can_be_done() {
    for place in places() {
        let mut desk = demo(200, 60);
        desk.press(&place);
        let fitting: Vec<String> = fitting(desk.app()).map(|(action, _)| action.key()).collect();
        let hints = hints(desk.app());
        assert!(!hints[2].is_empty(), "{place}: nothing leads to the others");
        for KeyHint { key, label, .. } in hints.iter().flatten() {
            assert!(fitting.contains(key), "{place}: {key} {label}");
        }
    }
}

/// No key does anything surprising: what it writes it says, and `u` takes it back.
#[test]
fn every_key_on_every_screen_does_nothing_or_says_what_it_did() {
    for place in places() {
        let mut desk = demo(120, 40);
        desk.press(&place);
        let there = now(&desk);
        let mut before = (written(&desk), board(&desk));
        for key in keys() {
            let name = Key::pressed(key).label();
            desk.tell(Msg::Key(key));
            let after = written(&desk);
            if after != before.0 {
                let Status::Done { sentence, then } = desk.app().status.clone() else {
                    panic!("{place}: {name} wrote and did not say so: {:?}", desk.app().status);
                };
                let sentence = sentence.text();
                assert!(!sentence.is_empty(), "{place}: {name}");
                let mut known = all().filter(|action| action.keys.contains(&Key::pressed(key)));
                let takes_back = known.any(|action| matches!(action.name, "undo" | "redo"));
                if !takes_back {
                    let then = then.unwrap_or_default();
                    assert!(
                        then.starts_with(&key_of("undo")),
                        "{place}: {name} offers no way back: {sentence}"
                    );
                    desk.press("u");
                    assert!(written(&desk) > after, "{place}: {name} cannot be undone: {sentence}");
                    assert!(board(&desk) == before.1, "{place}: {name} left something: {sentence}");
                }
            }
            // Out of whatever it opened, with what was typed thrown away.
            if now(&desk) != there {
                desk.press("Esc Esc Esc Esc");
                if desk.app().question.is_some() {
                    desk.press("y");
                }
                assert!(desk.app().question.is_none(), "{place}: {name} opened what Esc does not leave");
                desk.press("Esc Esc").press(&place);
            }
            if written(&desk) != before.0 {
                before = (written(&desk), board(&desk));
            }
        }
    }
}

/// What ends something asks for a reason or for a choice first; then it says the way back, which leads there.
#[test]
fn whatever_ends_something_says_how_to_take_it_back() {
    let ends = [
        ("2", "X text:nobody_wants_it Enter", "task.drop"),
        ("2", "- Enter", "task.give-back"),
        ("2", "x Enter", "task.done"),
        ("5", "C text:it_came Enter", "task.clear"),
        ("4", "S Down Down Enter text:we_agreed Enter", "finding.settle"),
        ("3 / text:Store_k Enter", "-", "role.put-down"),
        ("1", "X text:too_much Enter", "goal.drop"),
        ("1", "x", "goal.met"),
        ("2 Enter Tab Tab Tab Tab Tab Tab Tab", "Del", "step.remove"),
    ];
    for (place, keys, name) in ends {
        let mut desk = demo(120, 40);
        desk.press(place);
        let (before, was) = (written(&desk), board(&desk));
        desk.press(keys);
        assert!(written(&desk) > before, "{name} did nothing: {}", desk.screen());
        let Status::Done { then: Some(then), .. } = &desk.app().status else {
            panic!("{name} offers no way back: {:?}", desk.app().status)
        };
        assert!(then.starts_with(&key_of("undo")), "{name}: {then}");
        desk.press("u");
        assert!(board(&desk) == was, "{name} left something: {}", desk.says());
    }
}

#[test]
fn an_unknown_key_is_answered_once() {
    let mut desk = demo(120, 40);
    desk.press("F6");
    assert!(desk.says().starts_with("F6 does nothing here"), "{}", desk.says());
    desk.press("j F6");
    assert_eq!(desk.says(), "");
    desk.press("F8");
    assert!(desk.says().starts_with("F8 does nothing here"), "{}", desk.says());
}
