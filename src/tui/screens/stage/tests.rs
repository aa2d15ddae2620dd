//! The stage over a board whose clock the test moves, as the loop would ask it.

use crossterm::event::KeyModifiers;
use ratatui::style::{Color, Modifier};

use super::*;
use crate::domain::decide::{
    ActOn, AddCard, AddTask, Command, Destination, EndMeeting, GroupCards, MoveMeeting, ParkTopic, Place,
    RetroSetup, StartMeeting, Thank,
};
use crate::domain::id::{MeetingId, TaskId};
use crate::domain::meeting::{CardNames, Dots, How, MeetingKind, Step};
use crate::tui::kit::marks::{ASCII, choose};
use crate::tui::kit::theme::{Depth, Ground};
use crate::tui::screens::mode::{Mode, Start};
use crate::tui::shell::app::Request;
use crate::tui::shell::preferences::Preferences;
use crate::tui::shell::run::Front;
use crate::tui::shell::update::Msg;
use crate::tui::testing::{keys, rows, world};
use crate::words::{self, Language};

/// From the smallest grid to a screen that is far too large.
const SIZES: [(u16, u16); 5] = [(40, 12), (60, 17), (80, 24), (120, 40), (200, 60)];

fn team() -> Session {
    crate::testing::sample_team(world("stage"))
}

fn wait(session: &mut Session, milliseconds: i64) {
    let mut environment = session.environment().clone();
    environment.wait(milliseconds);
    session.stand_in(environment);
}

fn drawn(stage: &Stage, (columns, rows_there): (u16, u16)) -> Buffer {
    let mut buf = Buffer::empty(Rect::new(0, 0, columns, rows_there));
    stage.view(buf.area, &mut buf, &Theme::mono());
    buf
}

fn shown(stage: &Stage) -> String {
    rows(&drawn(stage, (80, 24))).join("\n")
}

/// What is now.
fn title(stage: &Stage) -> String {
    let shown = shown(stage);
    let row = shown.lines().find(|row| !row.trim().is_empty()).unwrap_or_default();
    row.trim().split("  ").next().unwrap_or_default().to_owned()
}

fn press(stage: &mut Stage, session: &Session, typed: &str) -> Heard {
    keys(typed).into_iter().map(|key| stage.press(key, session.now())).last().unwrap_or(Heard::Nothing)
}

fn standup(session: &mut Session) -> MeetingId {
    let id = MeetingId(session.new_id());
    let start = StartMeeting { id, kind: MeetingKind::Standup, retro: None };
    session.perform(&Command::StartMeeting(start)).unwrap();
    id
}

fn go(session: &mut Session, meeting: MeetingId, to: Destination, how: Option<How>) {
    let from = session.meeting(meeting).unwrap().unwrap().course.now().unwrap().id;
    session.perform(&Command::MoveMeeting(MoveMeeting { meeting, from, to, how })).unwrap();
}

fn look(stage: &mut Stage, session: &mut Session) -> bool {
    stage.changed();
    stage.look(session).unwrap()
}

#[test]
fn without_a_meeting_each_panel_stands_for_twelve_seconds_and_a_key_holds_it_for_a_minute() {
    let mut session = team();
    let mut stage = Stage::read(&session).unwrap();
    assert_eq!(title(&stage), "Goals");
    wait(&mut session, TURN_MS - 1);
    stage.look(&mut session).unwrap();
    assert_eq!(title(&stage), "Goals");
    wait(&mut session, 1);
    assert!(stage.look(&mut session).unwrap());
    assert_eq!(title(&stage), "Who owns what");
    assert_eq!(press(&mut stage, &session, "x"), Heard::Nothing);
    for _ in 0..5 {
        wait(&mut session, HELD_MS / 6);
        stage.look(&mut session).unwrap();
        assert!(shown(&stage).contains("Who owns what  1 of 3") && shown(&stage).contains("held"));
    }
    wait(&mut session, HELD_MS / 6);
    stage.look(&mut session).unwrap();
    assert!(shown(&stage).contains("Who owns what  2 of 3") && !shown(&stage).contains("held"));
    // It goes all the way round.
    let mut seen = Vec::new();
    for _ in 0..30 {
        wait(&mut session, TURN_MS);
        stage.look(&mut session).unwrap();
        if seen.last() != Some(&title(&stage)) {
            seen.push(title(&stage));
        }
    }
    assert_eq!(
        seen[..6],
        ["Who owns what", "Overlaps", "Blockers", "Nobody leads these", "Goals", "Who owns what"]
    );
}

#[test]
fn a_clock_that_was_set_back_holds_nothing_for_ever() {
    let mut session = team();
    let mut stage = Stage::read(&session).unwrap();
    press(&mut stage, &session, "x");
    wait(&mut session, -86_400_000);
    stage.look(&mut session).unwrap();
    assert_eq!(title(&stage), "Who owns what");
}

#[test]
fn arrows_turn_it_by_hand() {
    let session = team();
    let mut stage = Stage::read(&session).unwrap();
    press(&mut stage, &session, "Left");
    assert_eq!(title(&stage), "Nobody leads these");
    press(&mut stage, &session, "Right Right");
    assert_eq!(title(&stage), "Who owns what");
}

#[test]
fn it_follows_a_meeting_then_says_what_came_of_it_and_turns_again() {
    let mut session = team();
    let mut stage = Stage::read(&session).unwrap();
    let meeting = standup(&mut session);
    assert!(look(&mut stage, &mut session));
    assert_eq!(title(&stage), "Goals");
    go(&mut session, meeting, Destination::Step(Step::Walk), None);
    look(&mut stage, &mut session);
    assert_eq!(title(&stage), "Walk the board");
    // No key holds what the room goes on from.
    press(&mut stage, &session, "Right x");
    go(&mut session, meeting, Destination::Step(Step::Round), None);
    look(&mut stage, &mut session);
    assert_eq!(title(&stage), "Round: not heard yet");
    go(&mut session, meeting, Destination::Next, Some(How::Spoke));
    look(&mut stage, &mut session);
    assert!(shown(&stage).contains("heard 1 of 6"), "{}", shown(&stage));
    session.perform(&Command::EndMeeting(EndMeeting { meeting })).unwrap();
    look(&mut stage, &mut session);
    assert_eq!(title(&stage), "Stand-up over");
    wait(&mut session, 5 * 60_000);
    assert!(stage.look(&mut session).unwrap());
    assert_eq!(title(&stage), "Goals");
}

#[test]
fn a_meeting_that_was_forgotten_keeps_nobody_from_the_board() {
    let mut session = team();
    let meeting = standup(&mut session);
    go(&mut session, meeting, Destination::Step(Step::Round), None);
    let mut stage = Stage::read(&session).unwrap();
    assert_eq!(title(&stage), "Round: not heard yet");
    wait(&mut session, 3 * 3_600_000);
    stage.look(&mut session).unwrap();
    assert_eq!(title(&stage), "Goals");
}

#[test]
fn the_clock_alone_is_told_from_second_to_second() {
    let mut session = team();
    let meeting = standup(&mut session);
    go(&mut session, meeting, Destination::Step(Step::Round), None);
    let mut stage = Stage::read(&session).unwrap();
    assert!(!stage.look(&mut session).unwrap());
    wait(&mut session, 42_000);
    assert!(stage.look(&mut session).unwrap());
    assert!(shown(&stage).contains("0:42 of 1:00"), "{}", shown(&stage));
    wait(&mut session, 200);
    assert!(!stage.look(&mut session).unwrap());
    wait(&mut session, 60_000);
    stage.look(&mut session).unwrap();
    assert!(shown(&stage).contains("0:42 OVER ▌"), "{}", shown(&stage));
}

#[test]
fn only_the_key_that_made_it_dark_lights_it_again() {
    let mut session = team();
    let mut stage = Stage::read(&session).unwrap();
    assert_eq!(press(&mut stage, &session, "."), Heard::Turn);
    session.turn_stage().unwrap();
    look(&mut stage, &mut session);
    assert_eq!(shown(&stage).trim(), ". shows it again");
    for typed in ["x", "Right", "Space", "Enter"] {
        assert_eq!(press(&mut stage, &session, typed), Heard::Nothing);
    }
    let meeting = standup(&mut session);
    wait(&mut session, 3_600_000);
    look(&mut stage, &mut session);
    assert_eq!(shown(&stage).trim(), ". shows it again");
    session.perform(&Command::EndMeeting(EndMeeting { meeting })).unwrap();
    session.turn_stage().unwrap();
    look(&mut stage, &mut session);
    assert_eq!(title(&stage), "Stand-up over");
    // It is no record.
    let records = session.board().journal_len().unwrap();
    session.turn_stage().unwrap();
    assert_eq!(session.board().journal_len().unwrap(), records);
}

#[test]
fn it_leaves_its_size_for_the_desks_and_takes_it_away() {
    let mut session = team();
    let mut stage = Stage::read(&session).unwrap();
    stage.resize(120, 47);
    stage.look(&mut session).unwrap();
    let left = session.board().stage_size().unwrap().unwrap();
    assert_eq!((left.columns, left.rows), (120, 47));
    stage.close(&mut session);
    assert_eq!(session.board().stage_size().unwrap(), None);
}

/// Every panel that the stage shows of the sample team, in a meeting, after it, and without one.
fn panels() -> Vec<(String, Stage)> {
    let mut all = Vec::new();
    let mut session = team();
    let stage = Stage::read(&session).unwrap();
    for at in 0..stage.staged.panels.len() {
        let mut stage = Stage::read(&session).unwrap();
        stage.at = at;
        all.push((format!("turn {at}"), stage));
    }
    let meeting = standup(&mut session);
    let text = "Who has the keys?".to_owned();
    let park = ParkTopic { meeting, text, about: None, with: Vec::new() };
    session.perform(&Command::ParkTopic(park)).unwrap();
    for step in MeetingKind::Standup.steps() {
        let place = session.meeting(meeting).unwrap().unwrap().place();
        if place.is_some_and(|place| place.step != step) {
            go(&mut session, meeting, Destination::Step(step), None);
        }
        all.push((step.as_str().to_owned(), Stage::read(&session).unwrap()));
    }
    session.perform(&Command::EndMeeting(EndMeeting { meeting })).unwrap();
    all.push(("over".to_owned(), Stage::read(&session).unwrap()));
    all
}

/// The rows of content: big letters count as one, and rules do not count.
fn content(rows: &[String]) -> usize {
    let blocks = |row: &str| row.chars().all(|c| "█▀▄ ".contains(c));
    let is_rule = |row: &str| row.trim().chars().all(|c| "━─".contains(c));
    let mut count = 0;
    let mut in_letters = false;
    for row in rows {
        let is_letters = !row.trim().is_empty() && blocks(row);
        let goes_on = is_letters && in_letters;
        in_letters = is_letters;
        if row.trim().is_empty() || is_rule(row) || goes_on {
            continue;
        }
        count += 1;
    }
    count
}

#[test]
fn at_every_size_there_are_seven_rows_at_most_and_nothing_needs_a_colour() {
    for language in [Language::English, Language::Indonesian] {
        words::choose_here(language);
        for (name, stage) in panels() {
            for size in SIZES {
                let buf = drawn(&stage, size);
                let shown = rows(&buf);
                let count = content(&shown);
                assert!((2..=7).contains(&count), "{name} {size:?}: {count} rows\n{}", shown.join("\n"));
                for cell in &buf.content {
                    assert!(cell.fg == Color::Reset && cell.bg == Color::Reset, "{name}: a colour");
                    let never = Modifier::DIM | Modifier::SLOW_BLINK | Modifier::RAPID_BLINK;
                    assert!(!cell.modifier.intersects(never), "{name}: dim, or blinking");
                }
                assert!(shown.iter().all(|row| row.chars().count() <= usize::from(size.0)));
            }
        }
    }
}

/// Told apart by words and signs alone, the clock left out.
#[test]
fn no_two_panels_look_alike_without_colour() {
    let mut seen: Vec<(String, String)> = Vec::new();
    for (name, stage) in panels() {
        let text = shown(&stage);
        for (other, same) in &seen {
            assert_ne!(&text, same, "{name} and {other}");
        }
        seen.push((name, text));
    }
}

#[test]
fn it_lives_at_every_size() {
    for (_, stage) in panels() {
        for columns in 1..24 {
            for rows in 1..14 {
                drawn(&stage, (columns, rows));
            }
        }
    }
}

#[test]
fn every_panel_is_as_it_was_looked_at() {
    for (name, stage) in panels() {
        // Whose turn it is, is drawn anew.
        if name == "round" {
            continue;
        }
        let frames = [(40, 12), (80, 24)].map(|size| rows(&drawn(&stage, size)).join("\n"));
        insta::assert_snapshot!(name.replace(' ', "_"), frames.join("\n\n"));
    }
}

#[test]
fn without_unicode_nothing_but_the_keyboard_is_needed() {
    choose(&ASCII);
    for (name, stage) in panels() {
        for row in rows(&drawn(&stage, (80, 24))) {
            assert!(row.is_ascii(), "{name}: {row}");
        }
    }
}

#[test]
fn its_colours_have_the_contrast_of_a_large_room_or_there_are_none() {
    let named = |name| Theme::named(name, &[], Depth::Indexed).unwrap();
    let mut preferences = Preferences::default();
    assert_eq!(preferences.theme_for_a_room(), Theme::mono());
    for (ground, name) in [(Ground::Dark, "high-contrast-dark"), (Ground::Light, "high-contrast-light")] {
        preferences.see(ground);
        assert_eq!(preferences.theme_for_a_room(), named(name));
    }
}

/// A terminal that shows the sample team's desk.
fn terminal() -> Mode {
    let world = world("stage");
    let start = Start::Board(Box::new(team()));
    let mut mode =
        Mode::begin(start, &world, Preferences::default(), Vec::new(), crate::cli::sample_team).unwrap();
    mode.tell(Msg::Resize(80, 24));
    mode
}

fn typed(mode: &mut Mode, typed: &str) -> Option<Request> {
    keys(typed).into_iter().filter_map(|key| mode.tell(Msg::Key(key))).last()
}

fn seen(mode: &Mode) -> String {
    let mut buf = Buffer::empty(Rect::new(0, 0, 80, 24));
    mode.view(buf.area, &mut buf);
    rows(&buf).join("\n")
}

#[test]
fn a_key_puts_the_stage_in_the_place_of_the_desk_until_it_is_left() {
    let mut mode = terminal();
    let desk = seen(&mode);
    assert!(typed(&mut mode, "F").is_none());
    assert!(!seen(&mode).contains("┌") && seen(&mode).contains("Goals"), "{}", seen(&mode));
    // What is darkened there is dark for all.
    typed(&mut mode, ".");
    assert_eq!(seen(&mode).trim(), ". shows it again");
    typed(&mut mode, ". q");
    assert_eq!(seen(&mode), desk);
    // From the desk it is told.
    typed(&mut mode, ".");
    assert!(seen(&mode).contains("The stage is dark."), "{}", seen(&mode));
    typed(&mut mode, "F");
    assert_eq!(seen(&mode).trim(), ". shows it again");
    // Whoever leaves Setara leaves it from there, too.
    let leaves = KeyEvent::new(KeyCode::Char('c'), KeyModifiers::CONTROL);
    assert!(matches!(mode.tell(Msg::Key(leaves)), Some(Request::Quit)));
}

#[test]
fn the_desk_hears_of_what_was_written_while_the_stage_stood_there() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("board.db");
    let mut other = Session::start(&path, "Warung Kode", "Ayu", world("other")).unwrap();
    let world = world("desk");
    let mut mine = Session::open(&path, world.clone()).unwrap();
    mine.act_as(Some("Ayu")).unwrap();
    let start = Start::Board(Box::new(mine));
    let mut mode =
        Mode::begin(start, &world, Preferences::default(), Vec::new(), crate::cli::sample_team).unwrap();
    mode.tell(Msg::Resize(80, 24));
    typed(&mut mode, "F");
    let meeting = standup(&mut other);
    assert!(mode.look_around());
    assert!(seen(&mode).contains("There are no goals yet."), "{}", seen(&mode));
    go(&mut other, meeting, Destination::Step(Step::Round), None);
    assert!(mode.look_around());
    assert!(seen(&mode).contains("Round: not heard yet"), "{}", seen(&mode));
    // Another's dark stage is dark here, and the size of this one is known there.
    other.turn_stage().unwrap();
    assert!(mode.look_around());
    assert_eq!(seen(&mode).trim(), ". shows it again");
    assert_eq!(other.board().stage_size().unwrap().map(|size| size.rows), Some(24));
    typed(&mut mode, "q");
    assert!(seen(&mode).contains("stand-up: s"), "{}", seen(&mode));
    assert_eq!(other.board().stage_size().unwrap(), None);
}

#[test]
fn who_drives_is_told_once_that_the_letters_are_too_small() {
    let world = world("stage");
    let mut session = team();
    standup(&mut session);
    session.leave_stage_size(Some((160, 47))).unwrap();
    let start = Start::Board(Box::new(session));
    let mut mode =
        Mode::begin(start, &world, Preferences::default(), Vec::new(), crate::cli::sample_team).unwrap();
    mode.tell(Msg::Resize(80, 24));
    mode.look_around();
    let told = "The stage has 47 rows: enlarge its letters to about 24";
    assert!(seen(&mode).contains(told), "{}", seen(&mode));
    typed(&mut mode, "j");
    mode.look_around();
    mode.tell(Msg::Stale);
    mode.look_around();
    assert!(!seen(&mode).contains(told));
    // Who does not drive hears nothing of it.
    let mut session = team();
    standup(&mut session);
    session.leave_stage_size(Some((160, 47))).unwrap();
    session.act_as(Some("Budi")).unwrap();
    let start = Start::Board(Box::new(session));
    let mut mode =
        Mode::begin(start, &world, Preferences::default(), Vec::new(), crate::cli::sample_team).unwrap();
    mode.tell(Msg::Resize(80, 24));
    mode.look_around();
    assert!(!seen(&mode).contains(told));
}

/// A retro of five on a board in a file, begun by the first of them, who wrote these cards.
fn retro(names: CardNames) -> (tempfile::TempDir, Session, MeetingId) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("board.db");
    let mut session = Session::start(&path, "Warung Kode", "Ayu", world("retro")).unwrap();
    for name in ["Budi", "Citra", "Dewi", "Eka"] {
        session.join(name, None).unwrap();
    }
    session.act_as(Some("Ayu")).unwrap();
    let meeting = MeetingId(session.new_id());
    let columns = ["Helped", "Hindered", "Ideas"].map(str::to_owned).to_vec();
    let setup = RetroSetup { format: None, columns, names, dots: Dots::default() };
    let start = StartMeeting { id: meeting, kind: MeetingKind::Retro, retro: Some(setup) };
    session.perform(&Command::StartMeeting(start)).unwrap();
    (folder, session, meeting)
}

#[test]
fn a_retro_is_followed_from_its_cards_to_what_is_done() {
    let (_folder, mut session, meeting) = retro(CardNames::Named);
    let mut frames: Vec<(&str, String)> = Vec::new();
    let mut stage = Stage::read(&session).unwrap();
    let mut see = |name, stage: &mut Stage, session: &mut Session| {
        look(stage, session);
        let shown = [(40, 12), (80, 24)].map(|size| rows(&drawn(stage, size)));
        for rows in &shown {
            assert!((2..=7).contains(&content(rows)), "{name}: {}", rows.join("\n"));
        }
        frames.push((name, shown.map(|rows| rows.join("\n")).join("\n\n")));
    };
    see("last", &mut stage, &mut session);
    go(&mut session, meeting, Destination::Step(Step::Gather), None);
    let cards = [
        (0, "We tested early, and found two faults before anybody else did"),
        (1, "The VAT number took nine days"),
        (1, "Nobody had the key of the shop"),
        (1, "The key came late"),
        (2, "An hour for blockers, each Monday"),
    ];
    for (column, text) in cards {
        let card = AddCard { meeting, column, text: text.to_owned() };
        session.perform(&Command::AddCard(card)).unwrap();
    }
    wait(&mut session, 60_000);
    see("gather", &mut stage, &mut session);
    go(&mut session, meeting, Destination::Step(Step::Group), None);
    let ids: Vec<_> = session.meeting(meeting).unwrap().unwrap().cards.live().map(|card| card.id).collect();
    let name = Some("Keys".to_owned());
    let group = GroupCards { meeting, group: ids[2], cards: vec![ids[3]], name };
    session.perform(&Command::GroupCards(group)).unwrap();
    see("group", &mut stage, &mut session);
    stage.go(1, session.now());
    see("group, on", &mut stage, &mut session);
    go(&mut session, meeting, Destination::Step(Step::Dots), None);
    see("dots", &mut stage, &mut session);
    session.put_dots(meeting, ids[1], 2).unwrap();
    session.put_dots(meeting, ids[2], 1).unwrap();
    // It stands in no record, and is seen within a second all the same.
    wait(&mut session, 1_000);
    assert!(stage.look(&mut session).unwrap());
    assert!(shown(&stage).contains("1 of 1 voted") && !shown(&stage).contains('●'), "{}", shown(&stage));
    session.count_dots(meeting).unwrap();
    see("counted", &mut stage, &mut session);
    go(&mut session, meeting, Destination::Step(Step::Talk), None);
    see("talk", &mut stage, &mut session);
    let task = TaskId(session.new_id());
    session
        .perform_all(&[
            Command::AddTask(AddTask::titled(task, "Cut a second key", Place::End)),
            Command::ActOn(ActOn { meeting, task }),
        ])
        .unwrap();
    go(&mut session, meeting, Destination::Step(Step::Act), None);
    see("act", &mut stage, &mut session);
    go(&mut session, meeting, Destination::Step(Step::Thanks), None);
    let budi = session.find::<crate::domain::id::MemberId>("Budi").unwrap();
    let id = crate::domain::id::ThanksId(session.new_id());
    let thank = Thank { id, to: vec![budi], text: "the keys".to_owned(), about: None };
    session.perform(&Command::Thank(thank)).unwrap();
    see("thanks", &mut stage, &mut session);
    session.perform(&Command::EndMeeting(EndMeeting { meeting })).unwrap();
    see("over", &mut stage, &mut session);
    for (n, (name, _)) in frames.iter().enumerate() {
        assert!(frames[n + 1..].iter().all(|(_, frame)| *frame != frames[n].1), "{name} looks like another");
    }
    // The task's id is drawn anew each time, and its handle with it.
    let handle = session.board().task_handle(task).unwrap();
    let frames = frames.iter().map(|(name, frame)| format!("{name}\n\n{}", frame.replace(&handle, "abc")));
    insta::assert_snapshot!("retro", frames.collect::<Vec<_>>().join("\n\n"));
}

#[test]
fn of_what_is_hidden_only_how_many_are_ready_is_seen() {
    let (_folder, mut session, meeting) = retro(CardNames::Hidden);
    go(&mut session, meeting, Destination::Step(Step::Gather), None);
    let mut stage = Stage::read(&session).unwrap();
    let before = shown(&stage);
    assert!(before.contains("ready 0 of 1") && before.contains("all cards at once"), "{before}");
    // Neither what is written, nor that anything is, nor how much.
    for text in ["Said by nobody", "Said by nobody else"] {
        session.hide_card(meeting, 0, text).unwrap();
        look(&mut stage, &mut session);
        assert_eq!(shown(&stage), before);
    }
    session.be_ready(meeting, true).unwrap();
    wait(&mut session, 1_000);
    assert!(stage.look(&mut session).unwrap());
    assert!(shown(&stage).contains("ready 1 of 1"), "{}", shown(&stage));
    for step in [Step::Group, Step::Dots] {
        go(&mut session, meeting, Destination::Step(step), None);
        look(&mut stage, &mut session);
        assert!(!shown(&stage).contains("Said by nobody"), "{}", shown(&stage));
    }
}
