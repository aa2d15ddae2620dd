//! Stand-ups by keys: one alone, and two desks on one file.

use super::said;
use crate::domain::calendar::At;
use crate::domain::decide::{AddTask, Claim, ClaimAs, Command, Ending, Move, Place};
use crate::domain::id::TaskId;
use crate::domain::meeting::{Clock, MeetingKind, Step};
use crate::domain::task::State;
use crate::domain::terms::Term;
use crate::session::Session;
use crate::tui::shell::desk::Desk;
use crate::tui::shell::update::Msg;
use crate::tui::testing::{demo, desk, keys, world};

/// Two desks on one board of Ayu's and Budi's, each with a task of its own in hand.
fn two() -> (tempfile::TempDir, Desk, Desk) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("board.db");
    let mut ayu = Session::start(&path, "Team", "Ayu", world("standup")).unwrap();
    let mut budi = Session::open(&path, world("standup of budi")).unwrap();
    budi.join("Budi", None).unwrap();
    for (session, title) in [(&mut ayu, "Sign the contract"), (&mut budi, "Paint the door")] {
        let task = TaskId(session.new_id());
        session.perform(&Command::AddTask(AddTask::titled(task, title, Place::End))).unwrap();
        session.perform(&Command::Claim(Claim { task, part: ClaimAs::Lead })).unwrap();
        let doing = Move { task, to: State::Doing, ending: Ending::Own };
        session.perform(&Command::Move(doing)).unwrap();
    }
    (folder, desk(ayu, 120, 40), desk(budi, 120, 40))
}

#[test]
fn a_team_of_seven_is_through_a_stand_up_with_one_key_for_each_thing() {
    let mut desk = demo(120, 40);
    desk.press("s Enter");
    let mut keys = Vec::new();
    while desk.app().pages.last().and_then(|page| page.meeting()).is_some_and(|turn| turn.is_open) {
        let step =
            desk.app().pages.last().and_then(|page| page.meeting()).map(|turn| turn.place.step).unwrap();
        keys.push(step);
        desk.press("Right");
        assert!(keys.len() < 60, "it never ends");
    }
    let of = |step: Step| keys.iter().filter(|key| **key == step).count();
    for step in [Step::Goals, Step::Since, Step::Pull, Step::Park, Step::Reach] {
        assert_eq!(of(step), 1, "{step:?}");
    }
    // Six are blocked and nine others are in hand; of those who are here all but one lead one of them.
    assert_eq!((of(Step::Walk), of(Step::Round)), (15, 0), "{}", desk.screen());
    let screen = desk.screen();
    assert!(screen.contains("Next facilitator: ") && screen.contains("It took 1 minute"), "{screen}");
}

#[test]
fn what_the_team_agreed_on_is_announced_until_somebody_begins() {
    let mut session = crate::testing::sample_team(world("announced"));
    let command = session.set_term(Term::Meets(MeetingKind::Standup), "sat 9:40").unwrap();
    session.perform(&command).unwrap();
    let mut desk = desk(session, 120, 40);
    let header = |desk: &Desk| desk.screen().lines().next().unwrap_or_default().to_owned();
    assert!(header(&desk).contains("stand-up in 9 minutes: s "), "{}", header(&desk));
    desk.press("s Enter");
    assert!(desk.screen().contains("▸ goals"), "{}", desk.screen());
    assert!(
        header(&desk).contains("stand-up: s ") && !header(&desk).contains("minutes"),
        "{}",
        header(&desk)
    );
}

#[test]
fn a_meeting_is_found_by_its_kind_and_its_day() {
    let mut desk = demo(120, 40);
    desk.press("s Enter Q Esc");
    for typed in ["21_nov", "stand-up_sat", "standup_today", "sat_21_nov", "stand-up_21"] {
        desk.press(&format!("2 : text:{typed}"));
        assert!(desk.screen().contains("Stand-up, Sat 21 Nov"), "{typed}: {}", desk.screen());
        desk.press("Esc");
    }
    desk.press(": text:stand-up_friday");
    assert!(!desk.screen().contains("Stand-up, "), "{}", desk.screen());
    desk.press("Esc : text:21_nov Enter");
    assert!(desk.screen().contains("Next facilitator: "), "{}", desk.screen());
}

#[test]
fn every_key_of_the_desk_acts_on_what_the_team_looks_at() {
    let mut desk = demo(120, 40);
    desk.press("s Enter Right Right");
    assert!(desk.screen().contains("What finishes this?"), "{}", desk.screen());
    desk.press("w text:It_comes_on_Monday Enter");
    assert!(desk.says().contains("Ayu remarked on vok"), "{}", desk.says());
    assert!(desk.screen().contains("It comes on Monday"), "{}", desk.screen());
    // What is selected instead takes the keys; with nothing selected they are for the task at hand again.
    desk.press("j j +");
    assert!(!desk.says().contains("vok"), "{}", desk.says());
}

#[test]
fn back_loses_nothing_and_a_step_is_gone_to_by_its_name() {
    let mut desk = demo(120, 40);
    desk.press("s Enter Right Right Right");
    assert!(desk.screen().contains("walk 2 of 15"), "{}", desk.screen());
    desk.press("Left");
    assert!(desk.says().contains("to the walk: vok"), "{}", desk.says());
    desk.press("' text:round Enter");
    assert!(desk.screen().contains("what do you need, and where can you help?"), "{}", desk.screen());
    desk.press("a");
    assert!(desk.says().contains("is not there"), "{}", desk.says());
    desk.press("~");
    assert!(desk.says().contains("comes later"), "{}", desk.says());
}

#[test]
fn what_was_parked_is_taken_out_as_work() {
    let mut desk = demo(120, 40);
    desk.press("s Enter \" text:Who_has_the_keys? Enter ' text:parked Enter j Enter Enter");
    assert!(desk.says().contains("Who has the keys?"), "{}", desk.says());
    assert!(!desk.screen().contains("· Who has the keys?"), "{}", desk.screen());
    desk.press("u");
    assert!(desk.screen().contains("· Who has the keys?"), "one action, one undo: {}", desk.screen());
}

#[test]
fn of_two_desks_that_press_next_one_moves_it_on_and_the_other_is_told() {
    let (_folder, mut ayu, mut budi) = two();
    ayu.press("s Enter Right Right");
    budi.look_around();
    assert!(budi.screen().contains("stand-up: s"), "{}", budi.screen());
    budi.press("s");
    assert!(budi.says().contains("Budi joined the meeting"), "{}", budi.says());
    assert!(budi.screen().contains("walk 1 of 2"), "{}", budi.screen());
    budi.press("s");
    assert!(budi.screen().contains("walk 1 of 2"), "who presses it twice moves nobody on: {}", budi.screen());
    ayu.press("Right");
    // Budi's screen has not heard of it yet.
    budi.press("Right");
    assert!(budi.says().contains("already moved on: the walk: "), "{}", budi.says());
    budi.look_around();
    assert!(budi.screen().contains("walk 2 of 2"), "{}", budi.screen());
}

#[test]
fn the_clock_says_how_far_it_is_by_how_much_it_is_over_and_that_it_rests() {
    let at = |seconds: i64| At(seconds * 1000);
    let runs = Clock::Runs { since: at(0), until: at(60) };
    for (now, says) in [(0, "0:00 of 1:00"), (42, "0:42 of 1:00"), (60, "1:00 of 1:00"), (130, "1:10 over")] {
        assert_eq!(said(runs, at(now)), says);
    }
    let mut desk = demo(120, 40);
    desk.press("s Enter %");
    assert!(desk.screen().contains("0:00 of 2:00"), "{}", desk.screen());
    desk.press("$");
    assert!(desk.screen().contains("paused, 2:00 left"), "{}", desk.screen());
    desk.press("$");
    assert!(desk.screen().contains("0:00 of 2:00"), "{}", desk.screen());
}

#[test]
fn who_goes_to_the_past_begins_nothing_there() {
    let mut desk = demo(120, 40);
    desk.press("H s");
    assert!(desk.app().question.is_none(), "{}", desk.screen());
    assert_eq!(desk.app().overview.meetings, []);
}

#[test]
fn a_board_without_meetings_offers_one_and_then_those_that_were() {
    let mut desk = demo(80, 24);
    desk.press("s");
    assert!(desk.screen().contains("Begin a stand-up"), "{}", desk.screen());
    desk.press("Enter Q Esc s");
    assert!(desk.screen().contains("1 there"), "{}", desk.screen());
    desk.press("Down Down Enter");
    assert!(desk.screen().contains("It took 1 minute"), "{}", desk.screen());
}

#[test]
fn a_second_press_before_anything_is_drawn_skips_nobody() {
    let mut desk = demo(120, 40);
    desk.press("s Enter Right Right");
    assert!(desk.screen().contains("walk 1 of 15"), "{}", desk.screen());
    for key in keys("Right Right") {
        desk.tell(Msg::Key(key));
    }
    assert!(desk.says().contains("already moved on: the walk: "), "{}", desk.says());
    assert!(desk.screen().contains("walk 2 of 15"), "{}", desk.screen());
    desk.drawn();
    desk.press("Left");
    assert!(desk.screen().contains("walk 1 of 15"), "{}", desk.screen());
    desk.press("Right");
    assert!(desk.screen().contains("walk 2 of 15"), "once it was drawn, it goes on: {}", desk.screen());
}
