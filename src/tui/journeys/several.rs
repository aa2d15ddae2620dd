//! Several findings of one rule: a row that opens, with ways out for all of them.

use crate::domain::calendar::At;
use crate::domain::decide::{self, AddTask, Block, ClaimAs, Command, Place};
use crate::domain::event::WaitsOn;
use crate::domain::id::TaskId;
use crate::exchange::bundle::{Bundle, Claim, Goal, Holder, Member, Role, Task};
use crate::insight::Rule;
use crate::session::Session;
use crate::tui::shell::desk::Desk;
use crate::tui::testing::{desk, world};

/// A board on which the claims of several went quiet: two of Ayu's, one of Budi's, two of Citra's.
fn quiet() -> (tempfile::TempDir, Session) {
    let claim = |member: &str| Claim {
        member: member.to_owned(),
        part: "lead".to_owned(),
        since: "2026-11-02T09:00:00Z".parse().ok(),
        lease: "2026-11-12T09:00:00Z".parse().ok(),
        ..Claim::default()
    };
    let task = |(n, member): (usize, &&str)| Task {
        key: format!("task {n}"),
        title: format!("Task {n}"),
        state: "open".to_owned(),
        claims: vec![claim(member)],
        ..Task::default()
    };
    let member =
        |name: &&str| Member { key: (*name).to_owned(), name: (*name).to_owned(), ..Member::default() };
    let bundle = Bundle {
        members: ["Ayu", "Budi", "Citra"].iter().map(member).collect(),
        tasks: ["Citra", "Ayu", "Budi", "Ayu", "Citra"].iter().enumerate().map(task).collect(),
        ..Bundle::default()
    };
    let folder = tempfile::tempdir().unwrap();
    let mut session = Session::start(&folder.path().join("board.db"), "Team", "Ayu", world("quiet")).unwrap();
    session.import(&bundle, &mut |_| {}).unwrap();
    (folder, session)
}

#[test]
fn several_of_one_rule_are_one_row_that_opens() {
    let (_folder, session) = quiet();
    let (now, today, board) = (session.now(), session.today(), session.board());
    let rows = board.questions(now, today).unwrap().len();
    assert_eq!(board.question_count(now, today).unwrap(), rows as i64);
    assert_eq!(board.foremost_questions(now, today).unwrap().len(), rows);
    let mut desk = desk(session, 120, 40);
    desk.press("4 j");
    assert!(desk.selected().contains("5 claims went quiet: Ayu 2, Budi 1, Citra 2"), "{}", desk.screen());
    assert!(!desk.screen().contains("no step by Budi"), "{}", desk.screen());
    desk.press("Enter");
    assert!(desk.screen().contains("no step by Budi"), "{}", desk.screen());
    assert!(desk.selected().contains("5 claims went quiet"), "the row stays: {}", desk.screen());
    desk.press("j");
    assert!(desk.selected().contains("no step by"), "{}", desk.screen());
    desk.press("k Enter");
    assert!(!desk.screen().contains("no step by Budi"), "{}", desk.screen());
}

#[test]
fn several_are_made_one_tension_that_says_what_the_row_said() {
    let (_folder, session) = quiet();
    let mut desk = desk(session, 120, 40);
    desk.press("4 j S");
    assert!(desk.screen().contains("all 5 are one tension"), "{}", desk.screen());
    desk.press("Esc ` text:We_ask_after_a_week Enter");
    assert!(!desk.screen().contains("5 claims went quiet"), "{}", desk.screen());
    desk.press("F5");
    assert!(desk.screen().contains("5 claims went quiet: Ayu 2, Budi 1, Citra 2"), "{}", desk.screen());
    assert!(desk.screen().contains("1 open"), "{}", desk.screen());
    desk.press("Esc u");
    assert!(desk.screen().contains("5 claims went quiet"), "{}", desk.screen());
}

#[test]
fn several_quiet_claims_have_a_way_out_for_all_that_is_ones_own() {
    let (_folder, session) = quiet();
    let mut desk = desk(session, 120, 40);
    desk.press("4 j S");
    assert!(desk.screen().contains("renew mine: all 2 claims still stand"), "{}", desk.screen());
    desk.press("Down Down Enter text:Are_you_still_on_it? Enter");
    assert!(desk.says().contains("Are you still on it?"), "{}", desk.says());
    assert!(desk.screen().contains("5 claims went quiet"), "a question renews nothing: {}", desk.screen());
    desk.press("4 S Enter");
    assert!(desk.says().starts_with("✓ Ayu renewed"), "{}", desk.says());
    assert!(desk.screen().contains("3 claims went quiet: Budi 1, Citra 2"), "{}", desk.screen());
    desk.press("u");
    assert!(desk.screen().contains("5 claims went quiet"), "one action: {}", desk.screen());
    desk.press("4 S Down Enter text:no_time Enter");
    assert!(desk.screen().contains("3 claims went quiet: Budi 1, Citra 2"), "{}", desk.screen());
}

/// A board on which three blockers each of Ayu's, of Budi's and on Ayu were not asked about for days.
fn stopped() -> Session {
    let mut session = Session::in_memory("Team", "Ayu", world("stopped").at(before(10), None)).unwrap();
    let ayu = session.me().unwrap();
    session.join_at_screen("Budi").unwrap();
    let budi = session.me().unwrap();
    for n in 0..9 {
        session.act_at_screen(if n < 3 { ayu } else { budi }).unwrap();
        let task = TaskId(session.new_id());
        let on = if n < 6 { WaitsOn::Other("the office".into()) } else { WaitsOn::Member(ayu) };
        session
            .perform_all(&[
                Command::AddTask(AddTask::titled(task, format!("Task {n}"), Place::End)),
                Command::Claim(decide::Claim { task, part: ClaimAs::Lead }),
                Command::Block(Block { task, what: format!("stamp {n}"), on: Some(on) }),
                Command::Block(Block { task, what: format!("another {n}"), on: None }),
            ])
            .unwrap();
    }
    session.act_at_screen(ayu).unwrap();
    session.stand_in(world("stopped now"));
    session
}

/// So many days before the clock of the tests.
fn before(days: i64) -> At {
    world("when").now().plus_days(-days)
}

fn held(desk: &Desk, rule: &str) -> usize {
    let session = desk.session();
    let rule = Rule::named(rule).unwrap();
    session.board().findings_of(rule, session.now(), session.today(), 99).unwrap().len()
}

#[test]
fn several_blockers_are_asked_about_promised_and_remarked_on_each_by_whom_it_is_up_to() {
    let mut desk = desk(stopped(), 120, 40);
    desk.press("4");
    while !desk.selected().contains("nobody was asked yet") {
        desk.press("j");
    }
    assert_eq!(held(&desk, "S3"), 9);
    desk.press("S");
    let screen = desk.screen();
    for way in ["I do all 3 until a day", "asked: all 3", "ask about the 6 of others", "all 9 are fine"] {
        assert!(screen.contains(way), "{way}: {screen}");
    }
    desk.press("Enter text:+3d Enter");
    assert!(desk.says().contains("promised"), "{}", desk.screen());
    desk.press("u");
    desk.press("4 S Down Enter");
    assert!(desk.says().contains("asked"), "{}", desk.says());
    desk.press("4 S End Enter text:the_fair_is_over Enter");
    assert_eq!(held(&desk, "S3"), 0, "{}", desk.screen());
    desk.press("u");
    assert!(held(&desk, "S3") > 0, "in one go: {}", desk.screen());
}

#[test]
fn several_reviews_get_their_next_day_at_once_and_terms_from_who_holds_them() {
    let passed = "2026-11-10".parse().ok();
    let role = |name: &str, member: &str, focus: Option<&str>| Role {
        key: name.to_owned(),
        name: name.to_owned(),
        state: "active".to_owned(),
        review: passed,
        holders: vec![Holder {
            member: member.to_owned(),
            focus: focus.map(str::to_owned),
            term: passed,
            ..Holder::default()
        }],
        ..Role::default()
    };
    let member = |name: &str| Member { key: name.to_owned(), name: name.to_owned(), ..Member::default() };
    let goal = Goal {
        key: "goal".to_owned(),
        title: "Open the store".to_owned(),
        state: "active".to_owned(),
        review: passed,
        ..Goal::default()
    };
    let bundle = Bundle {
        members: vec![member("Ayu"), member("Budi")],
        roles: vec![role("Treasurer", "Ayu", Some("wages")), role("Front page", "Budi", None)],
        goals: vec![goal],
        ..Bundle::default()
    };
    let folder = tempfile::tempdir().unwrap();
    let mut session = Session::start(&folder.path().join("board.db"), "Team", "Ayu", world("due")).unwrap();
    session.import(&bundle, &mut |_| {}).unwrap();
    let mut desk = desk(session, 120, 40);
    desk.press("4 z / text:term_of_Ayu Enter");
    assert!(desk.selected().contains("Treasurer: the term of Ayu ended Tue 10 Nov"), "{}", desk.screen());
    desk.press("Esc Esc 4 g j");
    let row = "5 reviews are due: ";
    let selected = desk.selected();
    assert!(selected.contains(row), "{}", desk.screen());
    for name in ["Treasurer", "Front page", "Open the store"] {
        assert_eq!(selected.matches(name).count(), 1, "each once: {selected}");
    }
    desk.press("S");
    assert!(desk.screen().contains("all 3 were looked at; set the next day"), "{}", desk.screen());
    assert!(desk.screen().contains("my own term: go on in 1 role until a day"), "{}", desk.screen());
    // What is offered as the next day is mostly the one that is meant.
    desk.press("Enter Enter");
    assert!(!desk.screen().contains("was to be looked at again"), "{}", desk.screen());
    assert!(desk.screen().contains("the term of Ayu ended"), "{}", desk.screen());
    desk.press("u");
    assert!(desk.screen().contains(row), "one action: {}", desk.screen());
    desk.press("4 g j S Down Enter Ctrl-U text:2027-03-01 Enter");
    assert!(desk.screen().contains("4 reviews are due: "), "{}", desk.screen());
    desk.press("Esc Esc 3 / text:Treasurer Enter Enter");
    let screen = desk.screen();
    assert!(screen.contains("Ayu, for wages"), "the focus stays: {screen}");
}
