//! Sessions line by line, as somebody hears them.

use super::super::mode::Mode;
use super::Plain;
use crate::domain::decide::{Command, Thank};
use crate::domain::id::ThanksId;
use crate::session::Session;
use crate::tui::kit::marks::UNICODE;
use crate::tui::shell::action;
use crate::tui::shell::preferences::Preferences;
use crate::tui::testing::{demo, desk, world};
use crate::words::{self, Language};

fn plain() -> Plain {
    Plain::new(Mode::Desk(Box::new(demo(200, 60))))
}

/// Types lines; what is said to the last of them.
fn said(plain: &mut Plain, lines: &[&str]) -> String {
    let mut said = Vec::new();
    for line in lines {
        said = plain.hear(line).unwrap();
    }
    said.join("\n")
}

/// Types lines at the sample team's board; what is said to the last of them.
fn after(lines: &[&str]) -> String {
    said(&mut plain(), lines)
}

#[test]
fn it_begins_with_the_team_the_counts_and_where_one_is() {
    let said = plain().begin().join("\n");
    for part in ["Setara, Warung Kode. You are Ayu.", "that nobody leads", "row 1 of 31: bak", "Type help"] {
        assert!(said.contains(part), "{said}");
    }
}

#[test]
fn an_action_is_done_by_its_key_its_word_or_its_name_to_the_row_that_is_named() {
    let heard = after(&["claim dan"]);
    assert!(heard.starts_with("Ayu claimed dan"), "{heard}");
    for claim in ["c", "claim", "task.claim"] {
        let heard = after(&["12", claim]);
        assert!(heard.starts_with("Ayu claimed dan"), "{claim}: {heard}");
        assert!(heard.contains("u takes it back"), "{heard}");
    }
    let heard = after(&["12", "c", "undo"]);
    assert!(heard.starts_with("Ayu undid: Ayu claimed dan"), "{heard}");
}

#[test]
fn a_word_that_is_not_sure_asks_first() {
    let mut plain = plain();
    let heard = said(&mut plain, &["12", "clm"]);
    assert!(heard.contains("1. claim, lead this task"), "{heard}");
    let heard = said(&mut plain, &["1"]);
    assert!(heard.starts_with("Ayu claimed dan"), "{heard}");
}

#[test]
fn what_is_unknown_or_makes_no_sense_says_so() {
    assert!(after(&["qqqqq"]).starts_with("Nothing is called qqqqq"));
    assert!(after(&["goals", "b"]).contains("makes no sense here"));
    assert!(after(&["99"]).starts_with("There are rows 1 to 31"));
}

#[test]
fn questions_are_answered_line_by_line() {
    let mut plain = plain();
    let heard = said(&mut plain, &["b"]);
    assert!(heard.starts_with("What stops it?"), "{heard}");
    let heard = said(&mut plain, &["the key of the shed"]);
    assert!(heard.starts_with("On whom or what does it wait?\n1. nobody in particular"), "{heard}");
    let heard = said(&mut plain, &["dewi"]);
    assert!(heard.contains("waiting on Dewi: the key of the shed"), "{heard}");
}

#[test]
fn what_a_list_does_not_hold_can_be_the_answer_itself() {
    let mut plain = plain();
    let heard = said(&mut plain, &["b", "the key of the shed", "Pak RT"]);
    assert!(heard.contains("1. outside: \"Pak RT\""), "{heard}");
    let heard = said(&mut plain, &["1"]);
    assert!(heard.contains("waiting on Pak RT: the key of the shed"), "{heard}");
}

#[test]
fn a_question_can_be_left_and_nothing_is_done() {
    let mut plain = plain();
    let before = said(&mut plain, &[""]);
    assert_eq!(said(&mut plain, &["b", ":back"]), before);
    assert_eq!(said(&mut plain, &["w", "", ":back"]), before);
}

#[test]
fn a_form_is_filled_field_by_field() {
    let mut plain = plain();
    let heard = said(&mut plain, &["12", "edit"]);
    assert!(heard.starts_with("Title: Move the shop list to the new database. Enter keeps it"), "{heard}");
    let heard = said(&mut plain, &["Move all shops", ":skip"]);
    assert!(heard.contains("Move all shops"), "{heard}");
}

#[test]
fn notes_take_several_lines() {
    let mut plain = plain();
    said(&mut plain, &["roles", "new", "Gardener"]);
    let heard = said(&mut plain, &["Plants live", "and grow", "."]);
    assert!(!heard.contains("grow"), "{heard}");
    let heard = said(&mut plain, &[":skip", "Gardener", "open"]);
    assert!(heard.contains("Plants live") && heard.contains("and grow"), "{heard}");
}

#[test]
fn a_refusal_says_why_and_what_can_be_typed() {
    let heard = after(&["2", "claim"]);
    assert!(heard.starts_with("Not done: Budi leads") && heard.contains("try: "), "{heard}");
}

#[test]
fn a_filter_is_a_slash_and_words() {
    let mut plain = plain();
    let heard = said(&mut plain, &["/returns"]);
    assert!(heard.contains("only returns") && heard.contains("fob, Write the returns policy"), "{heard}");
    assert!(said(&mut plain, &["/lead:nobodyatall"]).contains("nobodyatall"), "a fault is said");
    assert!(said(&mut plain, &["/", "list"]).contains("31 live"));
}

#[test]
fn long_texts_come_by_the_piece() {
    let mut plain = plain();
    let heard = said(&mut plain, &["list"]);
    assert!(heard.ends_with("more goes on.") && heard.lines().count() == 21, "{heard}");
    let heard = said(&mut plain, &["more"]);
    assert!(heard.contains("31. "), "{heard}");
}

/// Every pane and every screen: words only.
#[test]
fn nothing_is_drawn() {
    for language in Language::ALL {
        words::choose_here(language);
        let mut plain = plain();
        let screens = action::all().filter(|action| action.name.starts_with("screen."));
        let screens: Vec<&str> = screens.map(|action| action.name).collect();
        let places = ["owns", "goals", "roles", "findings", "blockers"].into_iter().chain(screens);
        for place in places {
            for line in [place, "list", "more", "help", "open", "j", "back", "back"] {
                let heard = plain.hear(line).unwrap();
                for row in &heard {
                    let drawn = UNICODE.all().into_iter().filter(|mark| !mark.is_ascii());
                    let drawn: Vec<&str> = drawn.filter(|mark| row.contains(mark)).collect();
                    assert!(drawn.is_empty(), "{place}, {line}: {drawn:?} in {row}");
                    assert!(!row.chars().any(char::is_control) && !row.contains("  "), "{row:?}");
                }
            }
        }
    }
    words::choose_here(Language::English);
}

#[test]
fn what_somebody_wrote_cannot_steer_the_terminal() {
    let heard = after(&["w", "\u{1b}[2Jboo\u{7}", "open", "more"]);
    assert!(!heard.chars().any(|c| c.is_control() && c != '\n'), "{heard:?}");
}

/// The steps of the tutor, line by line; the last of each is what finishes it.
const LESSON: &[&[&str]] = &[
    &["f"],
    &["dan", "c"],
    &["u"],
    &["b", "the key", "dewi"],
    &["m", "o", "budi"],
    &["/co"],
    &["back", "goals", "enter"],
    &["back", "findings", "S", "4", "they pair on it", ":skip"],
    &["clarity", "j", "j", "enter", "so that all know us"],
    &["journal"],
    &["?"],
    &[":", "screen.waits", "1"],
];

#[test]
fn the_tutor_is_heard_step_by_step() {
    for language in Language::ALL {
        words::choose_here(language);
        let session = crate::testing::sample_team(world("demo"));
        let lesson = crate::tui::testing::undrawn_lesson(session);
        let mut plain = Plain::new(Mode::Lesson(Box::new(lesson), None));
        let mut heard = plain.begin().join("\n");
        for (n, lines) in LESSON.iter().enumerate() {
            let step = crate::words::words().tut_said(n + 1, LESSON.len(), "");
            assert!(heard.contains(step.trim()), "{lines:?}: {step}\n{heard}");
            heard = said(&mut plain, lines);
        }
        assert!(heard.contains("setara start"), "{heard}");
        assert!(heard.contains(&crate::words::words().tut_all_done()), "{heard}");
    }
    words::choose_here(Language::English);
}

#[test]
fn the_tutor_is_left_to_where_one_was() {
    let mut plain = plain();
    let heard = said(&mut plain, &["tutor"]);
    assert!(heard.contains("Step 1 of 12: f shows only"), "{heard}");
    let heard = said(&mut plain, &["c", ")", "quit"]);
    assert!(heard.starts_with("Setara, Warung Kode") && !heard.contains("Step"), "{heard}");
    assert!(!plain.left);
}

#[test]
fn what_a_new_task_is_like_is_said_once_it_is_added() {
    let heard = after(&["new", "return policy"]);
    assert!(heard.contains("fob Write the returns policy (Dewi leads)"), "{heard}");
    let heard = after(&["new", "Paint the door"]);
    assert!(!heard.contains("is like"), "{heard}");
}

#[test]
fn a_question_is_left_by_the_name_of_its_key() {
    let mut plain = plain();
    assert!(said(&mut plain, &["b"]).contains("What stops it?"));
    assert!(said(&mut plain, &["Esc"]).starts_with("Who owns what, row 1"));
}

#[test]
fn a_past_is_said() {
    let mut plain = plain();
    let heard = said(&mut plain, &["H"]);
    assert!(heard.contains("You look back to Fri 20 Nov 23:59"), "{heard}");
    assert!(heard.contains("Type day back or day on to go a day"), "{heard}");
    let heard = said(&mut plain, &["day back"]);
    assert!(heard.contains("You look back to Thu 19 Nov 23:59") && heard.contains("changed"), "{heard}");
    let heard = said(&mut plain, &["where"]);
    assert!(heard.contains("You look back to Thu 19 Nov 23:59"), "{heard}");
    let heard = said(&mut plain, &["claim"]);
    assert!(heard.contains("nothing can be changed in the past"), "{heard}");
    let heard = said(&mut plain, &["to now"]);
    assert!(heard.contains("Back to now"), "{heard}");
}

#[test]
fn what_would_be_copied_is_said() {
    let mut desk = demo(200, 60);
    let (preferences, _) = Preferences::undrawn(&world("plain"));
    desk.prefer(preferences, None);
    let mut plain = Plain::new(Mode::Desk(Box::new(desk)));
    assert_eq!(said(&mut plain, &["y"]).lines().next(), Some("bak"));
}

#[test]
fn what_touches_one_is_said_at_the_start_and_by_its_key() {
    let folder = tempfile::tempdir().unwrap();
    let world = world("plain since").with_settings(folder.path().join("setara"));
    let mut session = Session::start(&folder.path().join("board.db"), "Warung Kode", "Ayu", world).unwrap();
    let ayu = session.me().unwrap();
    session.join("Budi", None).unwrap();
    let id = ThanksId(session.new_id());
    let text = "you stayed late".to_owned();
    session.perform(&Command::Thank(Thank { id, to: vec![ayu], text, about: None })).unwrap();
    session.become_member(ayu).unwrap();
    let mut plain = Plain::new(Mode::Desk(Box::new(desk(session, 200, 60))));
    let heard = plain.begin().join("\n");
    assert!(heard.contains("1 thing touches you since") && heard.contains("M shows it"), "{heard}");
    let heard = said(&mut plain, &["M"]);
    assert!(heard.contains("Budi thanked Ayu"), "{heard}");
    said(&mut plain, &["back"]);
    let heard = said(&mut plain, &["M"]);
    assert!(heard.contains("Nothing that touches you since"), "{heard}");
}
