//! Every screen, at every size that people have, on boards that nobody would draw by hand.
//!
//! A new screen is a row of [`SCREENS`]: it is then looked at on all boards and at all sizes.

mod boards;
mod clocks;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Color;

use super::testing::{demo, desk, lesson_on, rows};
use crate::tui::kit::marks::marks;
use crate::tui::screens::layout::Place;
use crate::tui::screens::pane::ALL;
use crate::tui::screens::stage::in_words;
use crate::tui::shell::action;
use crate::tui::shell::desk::Desk;
use crate::tui::shell::update::Msg;
use crate::words::{self, Language};

/// The sizes of a small window, a terminal as it opens, a wide one, and a projector or a large screen.
const SIZES: [(u16, u16); 4] = [(40, 12), (80, 24), (120, 40), (200, 60)];

/// Up to so many columns and rows every size is tried.
const SMALLEST: u16 = 12;

/// Each screen by its name, and the keys that lead there from the panes.
const SCREENS: &[(&str, &str)] = &[
    ("home", "2"),
    ("goals", "1"),
    ("roles", "3"),
    ("findings", "4"),
    ("blockers", "5"),
    ("zoomed_owns", "2 z"),
    ("zoomed_goals", "1 z"),
    ("zoomed_roles", "3 z"),
    ("zoomed_findings", "4 z"),
    ("zoomed_blockers", "5 z"),
    ("columns", "2 #"),
    ("columns_by_lead", "2 # / text:group:lead Enter l"),
    ("mine", "m"),
    ("nobodys", "f"),
    ("only_blocked", "B"),
    ("finished", "d"),
    ("filter", "2 / text:e"),
    ("task", "2 Enter"),
    ("goal", "1 Enter"),
    ("role", "3 Enter"),
    ("finding", "4 Enter"),
    ("blocker", "5 Enter"),
    ("help", "?"),
    ("palette", ":"),
    ("prompt", "2 b"),
    ("picker", "2 b text:the_key Enter"),
    ("picker_found", "2 b text:the_key Enter text:the"),
    ("offer", "2 o"),
    ("settle", "4 j S"),
    ("ways_out", "4 S"),
    ("task_form", "2 E"),
    ("goal_form", "1 E"),
    ("role_form", "3 E"),
    ("new_task", "2 n"),
    ("new_goal", "1 n"),
    ("new_role", "3 n"),
    ("who", "@"),
    ("me", "i"),
    ("waits", "6"),
    ("agenda", ": text:agenda Enter"),
    ("tensions", "F5"),
    ("tension", "F5 Enter"),
    ("sense", "2 `"),
    ("agreements", "F7"),
    ("agreement", "F7 Enter"),
    ("new_agreement", "F7 n"),
    ("amend", "F7 E"),
    ("decisions", "F9"),
    ("decision", "~ Enter text:Deliver_on_Saturdays,_too Ctrl-S F9 Enter"),
    ("decision_hidden", "~ Enter text:Paint Tab Tab Tab Tab Tab Tab Enter Enter Ctrl-S F9 j Enter"),
    ("say", "~ Enter text:Deliver_on_Saturdays,_too Ctrl-S F9 Enter c"),
    ("kinds", "~"),
    ("propose", "~ Enter"),
    ("propose_trial", "~ Down Enter"),
    ("may", "F4 text:change_the_price_list Enter"),
    ("settings", "0"),
    ("journal", "9"),
    ("since", "M"),
    ("past", "H"),
    ("past_event", "H [ ["),
    ("past_beginning", "H Home"),
    ("past_task", "2 Enter H"),
    ("journal_query", "9 /"),
    ("people", "8"),
    ("person", "8 j Enter"),
    ("step", "2 Enter Tab Tab Tab Tab Tab Tab Tab"),
    ("standup_begin", "s"),
    ("standup_goals", "s Enter"),
    ("standup_since", "s Enter Right"),
    ("standup_walk", "s Enter Right Right"),
    ("standup_pull", "s Enter ' text:pull Enter"),
    ("standup_round", "s Enter ' text:round Enter"),
    ("standup_parked", "s Enter \" text:The_keys Enter ' text:parked Enter"),
    ("standup_over", "s Enter Q"),
    ("retro_begin", "s Down Enter"),
    ("retro_last", "s Down Enter Enter"),
    ("retro_check_in", "s Down Enter Enter Right"),
    ("retro_gather", "s Down Enter Enter ' Down Down Enter"),
    ("retro_hidden", "s Down Enter Down Down Down Enter ' Down Down Enter"),
    ("retro_group", "s Down Down Down Down Enter ' Down Down Down Enter"),
    ("retro_dots", "s Down Down Down Down Enter ' Down Down Down Down Enter"),
    ("retro_talk", "s Down Down Down Down Enter ' Down Down Down Down Down Enter"),
    ("retro_act", "s Down Down Down Down Enter ' Down Down Down Down Down Down Enter"),
    ("retro_over", "s Down Down Down Down Enter"),
    ("figures", ": text:figures Enter"),
    ("figures_defined", ": text:figures Enter Enter"),
    ("clarity", "7"),
    ("clarity_focus", "7 l l l l"),
];

/// Where it is drawn anew who stands there, or what is new is called: there is no picture to hold them to.
const DRAWN: &[&str] = &["standup_pull", "standup_round", "retro_last", "retro_check_in", "decision_hidden"];

/// Looks at every screen of a board that `make` opens, at every size.
fn recheck_all(make: impl Fn(u16, u16) -> Desk) {
    for (name, keys) in SCREENS {
        // A past takes seconds to fold: it is gone to once, and looked at in all sizes.
        let mut past: Option<Desk> = None;
        for (width, height) in SIZES {
            let mut desk = match past.take() {
                Some(mut past) => {
                    past.tell(Msg::Resize(width, height));
                    past.press("g");
                    past
                }
                None => {
                    let mut desk = make(width, height);
                    desk.press(keys);
                    desk
                }
            };
            sound(&desk, name);
            // Further down, and back: what scrolls is looked at where it scrolled to, too.
            desk.press("j j G");
            sound(&desk, name);
            past = keys.contains('H').then_some(desk);
        }
    }
}

/// Whether a frame is what was meant: borders are whole, nothing reaches over them, no text is missing.
fn sound(desk: &Desk, name: &str) {
    let app = desk.app();
    let frame = desk.frame();
    let shown = rows(&frame).join("\n");
    for row in rows(&frame) {
        assert!(!row.chars().any(char::is_control), "{name}: {row:?}");
        assert!(!row.contains('\u{202e}'), "{name}: text that turns the row around: {row:?}");
    }
    assert!(!shown.contains("{$") && !shown.contains("{ $"), "{name}: a text with a hole:\n{shown}");
    assert!(shown.chars().any(char::is_alphabetic), "{name}: nothing is said:\n{shown}");
    if app.question.is_some() {
        return;
    }
    let body = app.frame(app.screen).body;
    let areas = app.home().areas(body);
    if app.pages.is_empty() {
        for pane in ALL {
            if let Place::Whole(area) = areas.pane(pane) {
                // The lower line may be shared, and bear the title of the pane below.
                bordered(&frame, Rect { height: area.height - 1, ..area }, name);
            }
        }
    } else if body.height > 2 {
        bordered(&frame, body, name);
    }
}

/// Whether the border of an area is unbroken at its sides and corners.
fn bordered(frame: &Buffer, area: Rect, name: &str) {
    let shown = || rows(frame).join("\n");
    // Where lines of neighbours meet, their signs are many.
    let is_line = |x: u16, y: u16| {
        let symbol = frame[(x, y)].symbol();
        symbol.chars().all(|c| ('\u{2500}'..='\u{257f}').contains(&c)) || symbol == marks().changed
    };
    for y in area.top()..area.bottom() {
        let sides = [area.left(), area.right() - 1];
        assert!(sides.into_iter().all(|x| is_line(x, y)), "{name}: row {y}\n{}", shown());
    }
}

/// Each screen as somebody found it good: a change of one is looked at before it is kept.
#[test]
fn every_screen_is_as_it_was_looked_at() {
    let sizes = [(Language::English, 80, 24), (Language::Indonesian, 80, 24), (Language::Indonesian, 40, 12)];
    for (name, keys) in SCREENS.iter().filter(|(name, _)| !DRAWN.contains(name)) {
        let frames = sizes.map(|(language, width, height)| {
            words::choose_here(language);
            demo(width, height).press(keys).screen()
        });
        insta::with_settings!({ snapshot_path => "gallery/screens", prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(*name, frames.join("\n\n"));
        });
    }
}

#[test]
fn every_screen_of_the_sample_team_is_whole_at_every_size() {
    let (_folder, path) = boards::sample();
    recheck_all(|width, height| desk(boards::open(&path), width, height));
}

#[test]
fn every_screen_is_whole_beside_the_tutor() {
    let (_folder, path) = boards::sample();
    recheck_all(|width, height| lesson_on(boards::open(&path), width, height));
}

#[test]
fn every_screen_is_whole_in_indonesian() {
    words::choose_here(Language::Indonesian);
    let (_folder, path) = boards::sample();
    recheck_all(|width, height| desk(boards::open(&path), width, height));
}

/// The texts of the table of actions that differ between the languages, and headings of every pane.
#[test]
fn no_screen_speaks_two_languages() {
    let said = || {
        let panes = demo(80, 24);
        let labels = action::all().flat_map(|action| [(action.label)(), (action.doc)()]);
        labels.chain(ALL.map(|pane| panes.app().home().pane(pane).title())).collect::<Vec<_>>()
    };
    let english = said();
    words::choose_here(Language::Indonesian);
    let indonesian = said();
    let telling: Vec<&String> = english
        .iter()
        .filter(|text| text.len() > 7 && !indonesian.contains(text) && !is_in_the_board(text))
        .collect();
    assert!(telling.len() > 50);
    for (name, keys) in SCREENS {
        let screen = demo(120, 40).press(keys).screen();
        for text in &telling {
            assert!(!screen.contains(text.as_str()), "{name}: {text}\n{screen}");
        }
    }
}

/// Words that the sample team itself wrote.
fn is_in_the_board(text: &str) -> bool {
    include_str!("../../assets/demo/team.txt").contains(text)
}

#[test]
fn every_screen_of_an_empty_board_is_whole_at_every_size() {
    let (_folder, path) = boards::empty();
    recheck_all(|width, height| desk(boards::open(&path), width, height));
}

#[test]
fn every_screen_of_a_crowded_board_is_whole_at_every_size() {
    let (_folder, path) = boards::crowded();
    recheck_all(|width, height| desk(boards::open(&path), width, height));
}

/// Where else something of what is kept would stand: in lists and pages of what was done, in the past, and in what is found.
const TELLING: &[&str] = &[
    "F9 Enter G",
    "F9 j Enter G",
    "F9 Enter t",
    "F9 Enter H [ [ [ [ [ [ ] G",
    "F9 j Enter H [ [ G",
    "9 j j j Enter G",
    "9 / text:tyres Enter",
    "9 H [ [ [ [ [ [",
    "2 / text:tyres Enter",
    "M j Enter",
    "8 j Enter G",
    "8 j j j Enter G",
    "F4 text:deliver_on_Saturdays Enter",
    "u",
];

/// What somebody said is on no screen and on no stage of whoever has not spoken, and nobody but a member is told what hangs
/// on them.
#[test]
fn no_screen_tells_what_is_kept_from_whoever_looks() {
    let folder = boards::kept();
    let staged = |desk: &Desk| in_words(desk.session()).unwrap().concat().join("\n");
    let all = SCREENS.iter().map(|(_, keys)| *keys).chain(TELLING.iter().copied());
    for keys in all {
        let mut desk = desk(boards::kept_for(&folder, "Ayu"), 200, 60);
        for key in keys.split_whitespace() {
            desk.press(key);
            let screen = desk.screen();
            for word in boards::KEPT {
                assert!(!screen.contains(word), "{keys}, at {key}: “{word}” in\n{screen}");
            }
        }
        let staged = staged(&desk);
        for word in boards::KEPT {
            assert!(!staged.contains(word), "{keys}: “{word}” on the stage:\n{staged}");
        }
    }
    let since = desk(boards::kept_for(&folder, "Ayu"), 200, 60).press("M").screen();
    assert!(since.contains("Budi spoke on"), "{since}");
    // Whoever has spoken sees it, and one's own number is on one's own page, and on no stage. Not all keys only look.
    let folder = boards::kept();
    let mut dewi = desk(boards::kept_for(&folder, "Dewi"), 200, 60);
    dewi.press("F9").select("Deliver on Saturdays").press("Enter");
    for word in &boards::KEPT[..3] {
        assert!(dewi.screen().contains(word), "{word}: {}", dewi.screen());
    }
    let mut budi = desk(boards::kept_for(&folder, "Budi"), 200, 60);
    assert!(budi.press("i").screen().contains(boards::KEPT[3]), "{}", budi.screen());
    assert!(!staged(&budi).contains("you lead") && !staged(&budi).is_empty());
}

#[test]
fn no_screen_needs_a_colour() {
    for (name, keys) in SCREENS {
        let mut desk = demo(120, 40);
        desk.press(keys);
        let frame = desk.frame();
        assert!(
            frame.content.iter().all(|cell| cell.fg == Color::Reset && cell.bg == Color::Reset),
            "{name}"
        );
    }
}

#[test]
fn a_screen_that_was_resized_is_the_screen_of_that_size() {
    for (name, keys) in SCREENS {
        let mut resized = demo(200, 60);
        resized.press(keys);
        for (width, height) in SIZES {
            resized.tell(Msg::Resize(width, height));
            sound(&resized, name);
        }
    }
}

/// Draws every screen of a board at every size that is too small for it, and at one that is far too large. Nothing is
/// looked for but that the program lives: each is also reached, scrolled, left and reached again at some of them.
fn outlive_all(path: &std::path::Path, screens: impl Iterator<Item = &'static (&'static str, &'static str)>) {
    for (name, keys) in screens {
        let mut shrunk = desk(boards::open(path), 120, 40);
        shrunk.press(keys);
        for size in 0..SMALLEST * SMALLEST {
            let (width, height) = (size % SMALLEST + 1, size / SMALLEST + 1);
            shrunk.tell(Msg::Resize(width, height));
            assert_eq!(shrunk.frame().area.as_size(), (width, height).into(), "{name}");
        }
        for (width, height) in [(1, 1), (9, 9), (SMALLEST, 2), (2, SMALLEST), (500, 200)] {
            let mut desk = desk(boards::open(path), width, height);
            desk.press(keys).press("j l G").frame();
            desk.press("Esc Esc Esc").press(keys).frame();
        }
    }
}

#[test]
fn every_screen_of_the_sample_team_outlives_every_small_size() {
    let (_folder, path) = boards::sample();
    outlive_all(&path, SCREENS.iter());
}

#[test]
fn every_screen_of_a_crowded_board_outlives_every_small_size() {
    let (_folder, path) = boards::crowded();
    // Its past takes seconds to fold, and looks as its present does.
    outlive_all(&path, SCREENS.iter().filter(|(_, keys)| !keys.contains('H')));
}
