//! Every screen under clocks that are wrong: a machine without a battery wakes up in 1970, or anywhere.

use std::path::Path;

use super::{SCREENS, boards};
use crate::domain::calendar::At;
use crate::session::{Environment, Session};
use crate::tui::testing::desk;

/// The ends of the calendar that a board has, the moments just beyond them, and far beyond.
fn clocks() -> [At; 6] {
    let long_ago = "1960-02-29T12:00:00Z".parse::<chrono::DateTime<chrono::Utc>>().unwrap();
    [long_ago.into(), At(At::START.0 - 1), At::START, At::LAST, At(At::LAST.0 + 1), At::NEVER]
}

fn look(path: &Path, now: At) {
    let open = || {
        let mut session = Session::open(path, Environment::fixed(now, &format!("{}", now.0))).unwrap();
        session.act_as(Some("Ayu")).unwrap();
        desk(session, 120, 40)
    };
    for (_, keys) in SCREENS {
        let mut desk = open();
        desk.press(keys).frame();
        desk.press("j j G").frame();
        desk.look_around();
        desk.frame();
    }
    // And what is written: a task with a day, a claim, a blocker, a reading, a filter by ages, a way through time.
    let mut desk = open();
    desk.press("2 n text:Sell_by_the_end_due_fri Ctrl-S").frame();
    desk.press("c b text:the_key Enter Enter Esc").frame();
    desk.press("1 v text:7 Enter Esc 2 / text:due<7d_age>3d_changed<1y Enter").frame();
    desk.press("Esc Esc H [ [ ] Left Right Home End").frame();
}

#[test]
fn every_screen_of_a_board_outlives_every_clock() {
    let (_folder, path) = boards::sample();
    clocks().into_iter().for_each(|now| look(&path, now));
}

#[test]
fn every_screen_of_a_board_that_begins_there_outlives_every_clock() {
    for now in clocks() {
        let world = Environment::fixed(now, "begins");
        drop(crate::testing::sample_team(world.clone()));
        let (_folder, path) = boards::sample_in(world);
        look(&path, now);
    }
}
