//! A board from elsewhere that comes again: as this program handed it out, and as its source has it by now.

use super::tests::*;
use super::*;
use crate::exchange::Bundle;
use crate::exchange::bundle;

/// A board as another tool has it.
fn elsewhere() -> Bundle {
    let since = Some("2026-11-10T09:00:00Z".parse().unwrap());
    let task = |key: &str, title: &str| bundle::Task {
        key: key.into(),
        title: title.into(),
        state: "open".into(),
        created: since,
        since,
        ..bundle::Task::default()
    };
    let claim = bundle::Claim {
        member: "trello:member:1".into(),
        part: "lead".into(),
        since,
        ..bundle::Claim::default()
    };
    let remark =
        bundle::Remark { by: Some("trello:member:1".into()), at: since, text: "Rice is short".into() };
    let waits = bundle::Blocker {
        what: "the key".into(),
        on: Some(bundle::WaitsOn::Task("trello:card:2".into())),
        raised: since,
        ..bundle::Blocker::default()
    };
    Bundle {
        members: vec![bundle::Member {
            key: "trello:member:1".into(),
            name: "Citra".into(),
            ..bundle::Member::default()
        }],
        roles: vec![bundle::Role {
            key: "trello:role:1".into(),
            name: "Treasurer".into(),
            ..bundle::Role::default()
        }],
        goals: vec![bundle::Goal {
            key: "trello:goal:1".into(),
            title: "Open the shop".into(),
            state: "active".into(),
            ..bundle::Goal::default()
        }],
        tasks: vec![
            bundle::Task {
                goal: Some("trello:goal:1".into()),
                claims: vec![claim],
                remarks: vec![remark],
                blockers: vec![waits],
                ..task("trello:card:1", "Move the shop list")
            },
            task("trello:card:2", "Find the key"),
        ],
        ..Bundle::default()
    }
}

fn bring(session: &mut Session, bundle: &Bundle) -> Imported {
    session.import(bundle, &mut |_| {}).unwrap()
}

/// The board as a file that holds the same as `bundle`, read again.
fn read_again(bundle: &Bundle) -> Bundle {
    let text = crate::exchange::write(bundle, crate::exchange::Format::Json);
    crate::exchange::read(text.as_bytes(), &crate::exchange::Options::default()).unwrap().bundle
}

#[test]
fn what_a_board_handed_out_is_known_by_the_keys_of_its_source() {
    let mut first = team("handed out");
    bring(&mut first, &elsewhere());
    let out = read_again(&first.export().unwrap());
    assert_eq!(out.tasks[0].source.as_deref(), Some("trello:card:1"));
    let mut second = team("brought in");
    assert_eq!(bring(&mut second, &out).tasks, 2);
    let records = second.board().journal_len().unwrap();
    let again = bring(&mut second, &elsewhere());
    assert_eq!((again.tasks, again.goals, again.roles, again.members, again.known), (0, 0, 0, 0, 5));
    assert_eq!(second.board().journal_len().unwrap(), records, "the original adds nothing");
    // Two boards that brought it in apart know each other's.
    let mut third = team("brought in apart");
    bring(&mut third, &elsewhere());
    assert_eq!(bring(&mut third, &out).tasks, 0);
}
