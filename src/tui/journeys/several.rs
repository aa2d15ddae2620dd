//! Several findings of one rule: a row that opens, with ways out for all of them.

use crate::exchange::bundle::{Bundle, Claim, Member, Task};
use crate::session::Session;
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
