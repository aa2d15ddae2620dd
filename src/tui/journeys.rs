//! The screens, tried as people use them: keys in, text out.

mod deciding;
mod long;
mod marking;
mod past;
mod several;
mod since;

use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::style::{Modifier, Style};

use super::testing::{demo, desk, rows, world};
use crate::session::Session;
use crate::tui::kit::theme::{Depth, THEMES, Theme};
use crate::tui::screens::screens;
use crate::tui::shell::action;
use crate::tui::shell::desk::Desk;
use crate::tui::shell::update::Msg;

#[test]
fn the_home_screen_shows_the_five_panes() {
    let screen = demo(120, 40).screen();
    for part in [
        "Warung Kode",
        "Ayu ▾",
        "Sat 21 Nov 09:31",
        "1 Goals",
        "2 Who owns what",
        "3 Roles",
        "4 Overlaps and gaps",
        "5 Blockers",
        "★ Open the co-op store",
        "SMART",
        "68 %",
        "doing 8",
        "‹pull me›",
        "vacant",
        "oldest",
        "? keys",
    ] {
        assert!(screen.contains(part), "{part} is missing in\n{screen}");
    }
}

#[test]
fn a_claim_is_said_and_can_be_taken_back() {
    let mut desk = demo(120, 40);
    desk.press("f c");
    assert!(desk.says().starts_with("✓ Ayu claimed"), "{}", desk.says());
    assert!(desk.says().ends_with("u takes it back"), "{}", desk.says());
    desk.press("u");
    assert!(desk.says().starts_with("✓ Ayu undid: Ayu claimed"), "{}", desk.says());
    desk.press("U");
    assert!(desk.says().starts_with("✓ Ayu did again: "), "{}", desk.says());
}

#[test]
fn a_task_that_nobody_leads_is_moved_on_with_a_claim_or_without() {
    let mut desk = demo(120, 40);
    desk.press("f >");
    assert!(desk.screen().contains("Nobody leads"), "{}", desk.screen());
    desk.press("Esc f f >");
    assert!(desk.screen().contains("Nobody leads"), "nothing was moved unasked: {}", desk.screen());
    desk.press("Enter");
    let said = desk.says();
    assert!(said.contains("claimed") && said.contains("doing"), "{said}: {}", desk.screen());
    desk.press("u f f > Down Enter");
    assert!(!desk.says().contains("claimed") && desk.says().contains("doing"), "{}", desk.says());
}

#[test]
fn a_refusal_stands_in_the_status_line_with_its_hint() {
    let mut desk = demo(160, 40);
    desk.press("j c");
    assert!(desk.says().starts_with("Budi leads"), "{}", desk.says());
    assert!(desk.says().contains("setara help-with"), "{}", desk.says());
}

#[test]
fn a_new_task_is_written_and_selected() {
    let mut desk = demo(120, 40);
    desk.press("n text:Paint_the_door_blue");
    assert!(desk.screen().contains("New task"), "{}", desk.screen());
    desk.press("Enter");
    assert!(desk.says().contains("Paint the door blue"), "{}", desk.says());
    assert!(desk.selected().contains("Paint the door blue"), "{}", desk.screen());
}

#[test]
fn what_is_typed_twice_is_noticed_while_it_is_typed() {
    let mut desk = demo(120, 40);
    desk.press("n text:Writing_the_return_policies");
    assert!(desk.screen().contains("≈ fob  Write the returns policy"), "{}", desk.screen());
}

#[test]
fn a_filter_narrows_with_each_letter() {
    let mut desk = demo(120, 40);
    desk.press("/ text:returns");
    let screen = desk.screen();
    assert!(
        screen.contains("Write the returns policy") && !screen.contains("Build the checkout"),
        "{screen}"
    );
    desk.press("Enter");
    assert!(desk.screen().contains("2 Who owns what /returns"), "{}", desk.screen());
    desk.press("Esc");
    assert!(desk.selected().contains("returns policy"), "the selection stays: {}", desk.screen());
    desk.press("g");
    assert!(desk.screen().contains("Build the checkout"), "{}", desk.screen());
}

#[test]
fn nothing_found_says_so() {
    let mut desk = demo(120, 40);
    desk.press("/ text:qqqq");
    assert!(desk.screen().contains("Nothing matches. Esc shows all again."), "{}", desk.screen());
}

#[test]
fn a_blocker_is_raised_in_two_questions_and_cleared() {
    let mut desk = demo(120, 40);
    desk.press("b text:the_key_of_the_shed Enter");
    assert!(desk.screen().contains("On whom or what"), "{}", desk.screen());
    desk.press("text:dewi Enter");
    assert!(desk.says().contains("waiting on Dewi"), "{}", desk.says());
    desk.press("C text:found_it Enter");
    assert!(desk.says().contains("found it"), "{}", desk.says());
}

#[test]
fn a_refused_answer_keeps_what_was_typed() {
    let mut desk = demo(120, 40);
    desk.press("p text:yesterday Enter");
    let screen = desk.screen();
    assert!(screen.contains("yesterday") && screen.contains("Lay it aside until when?"), "{screen}");
    desk.press("Ctrl-U text:in_2_weeks Enter");
    assert!(desk.says().contains("parked") || desk.says().contains("laid"), "{}", desk.says());
}

#[test]
fn who_acts_is_asked_once_by_the_first_key_that_acts() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("board.db");
    let mut session = Session::start(&path, "Warung Kode", "Ayu", world("who")).unwrap();
    session.act_as(Some("ayu")).unwrap();
    drop(session);
    let mut desk = desk(Session::open(&path, world("who again")).unwrap(), 120, 40);
    assert!(desk.screen().contains("who are you?"), "{}", desk.screen());
    desk.press("n text:Sweep_the_yard Enter");
    assert!(desk.screen().contains("I am new here"), "{}", desk.screen());
    desk.press("Down Enter text:Wulan Enter");
    assert!(desk.says().contains("Wulan added"), "{}\n{}", desk.says(), desk.screen());
    desk.press("c");
    assert!(desk.says().contains("Wulan claimed"), "{}", desk.says());
}

#[test]
fn somebody_new_says_so_by_typing_their_name() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("board.db");
    drop(Session::start(&path, "Warung Kode", "Ayu", world("new")).unwrap());
    let mut desk = desk(Session::open(&path, world("new again")).unwrap(), 120, 40);
    desk.press("n text:Sweep_the_yard Enter text:Wulan");
    assert!(desk.screen().contains("▸ I am new here: \"Wulan\""), "{}", desk.screen());
    desk.press("Enter");
    assert!(desk.says().contains("Wulan added"), "{}\n{}", desk.says(), desk.screen());
}

#[test]
fn what_another_process_changes_shows_after_a_look_around() {
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
    here.press("n text:First Enter");
    there.look_around();
    assert!(there.screen().contains("First"), "{}", there.screen());
    there.press("n text:Second Enter K");
    here.look_around();
    assert!(here.screen().contains("Second"), "{}", here.screen());
    assert!(here.selected().contains("First"), "the selection holds a task, not a place: {}", here.screen());
    assert!(!here.look_around(), "nothing is drawn where nothing changed");
}

#[test]
fn an_empty_board_says_what_would_stand_where() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("board.db");
    let session = Session::start(&path, "Warung Kode", "Ayu", world("empty")).unwrap();
    let screen = desk(session, 120, 40).screen();
    for part in ["1 and then n adds one", "add a task", "3 and then n", "Nobody waits", "Nothing overlaps"] {
        assert!(screen.contains(part), "{part} is missing in\n{screen}");
    }
}

#[test]
fn a_finding_is_answered_from_its_pane() {
    let mut desk = demo(120, 40);
    desk.press("4");
    let first = desk.selected();
    desk.press("S Down Down Down Enter text:they_pair_on_it Enter Enter");
    assert!(desk.says().contains("they pair on it"), "{}\n{}", desk.says(), desk.screen());
    assert_ne!(desk.selected(), first);
}

#[test]
fn an_unknown_key_points_to_the_help() {
    let mut desk = demo(120, 40);
    desk.press("F12");
    assert_eq!(desk.says(), "F12 does nothing here; ? shows what does");
    desk.press("?");
    let screen = desk.screen();
    assert!(screen.contains("offer your lead") && screen.contains("With bak"), "{screen}");
}

#[test]
fn the_palette_finds_and_does() {
    let mut desk = demo(120, 40);
    desk.press(": text:zoom Enter");
    assert!(!desk.screen().contains("1 Goals"), "{}", desk.screen());
    desk.press("Esc");
    assert!(desk.screen().contains("1 Goals"), "{}", desk.screen());
}

#[test]
fn every_size_is_survived_with_every_pane_and_question() {
    let mut desk = demo(80, 24);
    for keys in ["", "1", "3 z", "z 4", "5", "2 ?", "Esc :", "Esc b", "Esc E", "Esc / text:a"] {
        desk.press(keys);
        for width in (1..=60).step_by(3).chain([79, 96, 120, 200]) {
            for height in (1..=30).chain([60]) {
                desk.tell(Msg::Resize(width, height));
                assert_eq!(rows(&desk.frame()).len(), usize::from(height));
            }
        }
        desk.tell(Msg::Resize(80, 24));
    }
}

/// Of the home screen and of pages that are lists or texts.
#[test]
fn what_is_selected_is_a_bar_in_every_theme() {
    for (name, _) in THEMES {
        let theme = Theme::named(name, &[], Depth::Indexed).unwrap();
        for keys in ["1", "2", "2 j", "3", "4", "5", "2 z", "9", "8", "7", "6", "0", "2 Enter Tab"] {
            let session = crate::testing::sample_team(world("demo"));
            let mut desk = Desk::new(session, theme, screens()).unwrap();
            desk.tell(Msg::Resize(120, 40));
            let frame = desk.press(keys).frame();
            let has = |style: Style, x, y| {
                let cell = &frame[(x, y)];
                let is_painted = cell.bg == style.bg.unwrap_or_default();
                is_painted
                    && cell.modifier.contains(style.add_modifier)
                    && !cell.modifier.contains(Modifier::DIM)
            };
            let rows = rows(&frame);
            let y = rows.iter().position(|row| row.contains('▸')).unwrap() as u16;
            let width = |style| (0..120).filter(|x| has(style, *x, y)).count();
            let bar = width(theme.selected).max(width(theme.selected_idle));
            assert!(bar >= 30, "{name}, {keys}: {bar} columns of\n{}", rows[usize::from(y)]);
        }
    }
}

/// The last row of the screen.
fn footer(desk: &Desk) -> String {
    rows(&desk.frame()).pop().unwrap_or_default()
}

#[test]
fn the_footer_says_what_answers_the_selected_finding() {
    let mut desk = demo(120, 40);
    desk.press("4");
    assert!(footer(&desk).starts_with(" bak: "), "{}", footer(&desk));
    assert!(footer(&desk).contains("R renew"), "{}", footer(&desk));
    desk.press("j j");
    assert!(footer(&desk).contains("nus: ") && footer(&desk).contains("C clear"), "{}", footer(&desk));
}

#[test]
fn after_a_claim_the_footer_says_the_next_step() {
    let mut desk = demo(120, 40);
    desk.press("/ text:flyers Enter c");
    assert!(footer(&desk).starts_with(" > doing"), "{}", footer(&desk));
    assert!(!footer(desk.press(">")).contains("> doing"), "{}", footer(&desk));
}

#[test]
fn what_is_offered_is_not_offered_again() {
    let mut desk = demo(120, 40);
    assert!(footer(desk.press("2")).contains("o offer"), "{}", footer(&desk));
    desk.press("o text:dewi Enter");
    assert!(!footer(&desk).contains("o offer") && footer(&desk).contains("W "), "{}", footer(&desk));
}

#[test]
fn pages_that_speak_of_tasks_say_which_one_the_keys_are_for() {
    for keys in ["6 j", "9 j"] {
        let mut desk = demo(120, 40);
        let row = desk.press(keys).selected();
        let handle = footer(&desk).trim().split(':').next().unwrap_or_default().to_owned();
        assert!(handle.len() >= 3 && row.contains(&handle), "{keys}: {row}\n{}", footer(&desk));
    }
    for keys in ["1 Enter", "3 Enter"] {
        assert!(footer(demo(120, 40).press(keys)).contains("E "), "{keys}");
    }
}

#[test]
fn the_selected_item_is_said_in_short_where_there_is_room() {
    let mut desk = demo(120, 40);
    let said = ["next: Call the provider", "Budi, 1 d: They sent"];
    assert!(said.iter().all(|said| desk.screen().contains(said)), "{}", desk.screen());
    desk.press("j");
    assert!(!said.iter().any(|said| desk.screen().contains(said)), "{}", desk.screen());
    let mut desk = demo(80, 24);
    assert!(!desk.screen().contains(said[0]), "{}", desk.screen());
    desk.press("V");
    assert!(said.iter().all(|said| desk.screen().contains(said)), "{}", desk.screen());
}

#[test]
fn every_pane_says_how_many_rows_are_out_of_sight() {
    for (width, height, keys) in [(120, 40, "2"), (80, 24, "2"), (40, 12, "2"), (80, 16, "9")] {
        let screen = demo(width, height).press(keys).screen();
        assert!(screen.contains("more ━"), "{width}×{height} {keys}: {screen}");
    }
}

#[test]
fn neighbouring_panes_share_one_border() {
    let screen = demo(120, 40).screen();
    for twice in ["││", "┃│", "│┃", "┐┌", "┘└"] {
        assert!(!screen.contains(twice), "{twice}\n{screen}");
    }
}

#[test]
fn a_moved_selection_costs_few_bytes() {
    let on_rows = (0..14).map(|row| format!("2 {}", "j ".repeat(row)));
    for keys in on_rows.chain(["1", "3", "4", "5", "5 j"].map(str::to_owned)) {
        let session = crate::testing::sample_team(world("demo"));
        let mut desk = Desk::new(session, Theme::colour(), screens()).unwrap();
        desk.tell(Msg::Resize(120, 40));
        let before = desk.press(&keys).frame();
        let after = desk.press("j").frame();
        let mut bytes = Vec::new();
        CrosstermBackend::new(&mut bytes).draw(before.diff(&after).into_iter()).unwrap();
        // A bar leaves a row and comes to another: twice the columns of the pane, up to 580 bytes among the goals. As much
        // again is the item in short, which is another one with each key; the hints of the footer may move aside.
        assert!(bytes.len() <= 1300, "{keys}: {} bytes", bytes.len());
    }
}

#[test]
fn in_one_place_a_key_does_one_thing() {
    screens();
    for action in action::all() {
        assert!(!(action.label)().is_empty() && !(action.doc)().is_empty(), "{}", action.name);
        for key in action.keys {
            let same: Vec<_> = action::all().filter(|other| other.keys.contains(key)).collect();
            for other in same.iter().filter(|other| other.name != action.name) {
                assert!(
                    action.scope.is_apart_from(other.scope),
                    "{} and {} share {}",
                    action.name,
                    other.name,
                    key.label()
                );
            }
        }
    }
    let mut names: Vec<_> = action::all().map(|action| action.name).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), action::all().count());
}

#[test]
fn the_footer_fits_at_every_width_and_always_leads_to_the_keys() {
    for width in [24, 40, 80, 120, 200] {
        let screen = demo(width, 24).screen();
        assert!(screen.lines().last().unwrap().ends_with("? keys"), "{screen}");
    }
}

#[test]
fn enter_opens_a_page_where_the_same_keys_act() {
    let mut desk = demo(120, 40);
    desk.press("f Enter");
    let screen = desk.screen();
    assert!(screen.contains("Move the shop list") && !screen.contains("1 Goals"), "{screen}");
    desk.press("c");
    assert!(desk.says().contains("Ayu claimed dan"), "{}", desk.says());
    desk.press("Esc");
    assert!(desk.screen().contains("1 Goals"), "{}", desk.screen());
}

#[test]
fn every_pane_opens_a_page() {
    let mut desk = demo(120, 40);
    for pane in ["1", "2", "3", "4", "5"] {
        desk.press(pane).press("Enter");
        assert!(!desk.screen().contains("2 Who owns what"), "{pane}: {}", desk.screen());
        desk.press("q");
        assert!(desk.screen().contains("2 Who owns what"), "{pane}: {}", desk.screen());
    }
}

#[test]
fn a_frame_becomes_a_picture() {
    let frame = demo(120, 40).frame();
    let svg = crate::tui::kit::picture::svg(&frame);
    assert!(svg.contains("Warung Kode") && svg.contains("Who owns what"));
}

#[test]
fn the_screens_at_their_sizes() {
    for (width, height) in [(40, 12), (80, 24), (120, 40), (200, 60)] {
        insta::assert_snapshot!(format!("home_{width}x{height}"), demo(width, height).press("j").screen());
    }
    insta::assert_snapshot!("zoomed_findings_80x24", demo(80, 24).press("4 z j").screen());
    insta::assert_snapshot!("roles_80x24", demo(80, 24).press("3").screen());
    insta::assert_snapshot!("goals_80x24", demo(80, 24).press("1").screen());
    insta::assert_snapshot!("blockers_80x24", demo(80, 24).press("5").screen());
}

#[test]
fn ascii_marks_serve_as_well() {
    crate::tui::kit::marks::choose(&crate::tui::kit::marks::ASCII);
    let screen = demo(120, 40).screen();
    crate::tui::kit::marks::choose(&crate::tui::kit::marks::UNICODE);
    assert!(screen.contains("<pull me>") && screen.is_ascii(), "{screen}");
}

#[test]
fn an_offer_is_answered_wherever_the_status_line_names_it() {
    let mut session = crate::testing::sample_team(world("demo"));
    session.act_as(Some("Eka")).unwrap();
    let mut desk = desk(session, 120, 40);
    assert!(desk.says().starts_with("Budi offers you kag: a accepts, A declines"), "{}", desk.says());
    // Another task is selected, and then none.
    for keys in ["2 g j", "1 g"] {
        assert!(!desk.press(keys).selected().contains("kag"), "{}", desk.selected());
        desk.press("A");
        assert!(desk.screen().contains("Why do you decline kag?"), "{}", desk.screen());
        desk.press("Esc");
    }
    // While the line says something else, the first key names the offer again.
    desk.press("2 g j R");
    assert!(!desk.says().contains("kag"), "{}", desk.says());
    desk.press("a");
    assert!(desk.says().starts_with("Budi offers you kag"), "{}", desk.says());
    desk.press("a");
    assert!(desk.says().starts_with("✓ Eka accepted"), "{}", desk.says());
    desk.press("j");
    assert!(!desk.says().contains("offers you"), "{}", desk.says());
}

#[test]
fn everybody_sees_that_an_offer_is_pending() {
    let mut desk = demo(120, 40);
    desk.press("2 / text:kag Enter");
    assert!(desk.selected().contains("Budi → Eka?"), "{}", desk.selected());
    desk.press("Enter");
    assert!(desk.screen().contains("Budi offers it to Eka"), "{}", desk.screen());
}
