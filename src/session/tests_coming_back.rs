//! A board from elsewhere that comes again: as this program handed it out, and as its source has it by now.

use super::tests::*;
use super::*;
use crate::domain::calendar::At;
use crate::domain::decide::{EditRole, EditTask, Ending, Move, Remark};
use crate::domain::event::{RoleEdited, TaskEdited};
use crate::domain::subject::Subject;
use crate::domain::task::State;
use crate::exchange::Bundle;
use crate::exchange::bundle;
use crate::session::import::Changed;
use crate::words::{Language, speaking};
use chrono::NaiveDate;

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

/// What an importer says itself is no news in another language.
#[test]
fn a_file_that_is_read_again_in_another_language_says_the_same() {
    let trello = r#"{"name": "Shop", "labels": [], "lists": [{"id": "l1", "name": "Blocked", "pos": 1}], "members": [],
        "actions": [], "cards": [
        {"id": "5e0be1000000000000000001", "name": "", "idList": "l1", "idMembers": [], "pos": 1},
        {"id": "5e0be1000000000000000002", "name": "Print", "idList": "l1", "idMembers": [], "pos": 2}]}"#;
    let taskwarrior = r#"[{"uuid": "00000000-0000-4000-8000-000000000001", "description": "Print", "status": "pending",
        "entry": "20261101T090000Z", "depends": ["00000000-0000-4000-8000-000000000002"]}]"#;
    for file in [trello, taskwarrior] {
        let read = |language| {
            let options = crate::exchange::Options::default();
            speaking(language, || crate::exchange::read(file.as_bytes(), &options).unwrap().bundle)
        };
        let mut session = team("languages");
        bring(&mut session, &read(Language::English));
        assert_eq!(task_of(&session, "Print").blockers.len(), 1, "{file}");
        let records = session.board().journal_len().unwrap();
        let bundle = read(Language::Indonesian);
        let again = speaking(Language::Indonesian, || bring(&mut session, &bundle));
        assert_eq!((again.changed, again.both), (Changed::default(), Vec::new()), "{file}");
        assert_eq!(session.board().journal_len().unwrap(), records, "{file}");
    }
}

fn task_of(session: &Session, title: &str) -> crate::domain::task::Task {
    let all = session.board().all(crate::domain::subject::Kind::Task).unwrap();
    all.into_iter()
        .find_map(|id| match session.board().subject(id).unwrap() {
            Some(Subject::Task(task)) if task.title() == title => Some(*task),
            _ => None,
        })
        .unwrap()
}

fn edit(session: &mut Session, task: TaskId, edit: TaskEdited) {
    session.perform(&Command::EditTask(EditTask { task, edit })).unwrap();
}

/// The same board a week later: another title, moved, a due day, a new remark, a claim and a card.
fn a_week_later() -> Bundle {
    let mut later = elsewhere();
    let at = Some("2026-11-17T09:00:00Z".parse().unwrap());
    let [first, second] = &mut later.tasks[..] else { panic!("two cards") };
    first.title = "Move the list of shops".into();
    first.state = "doing".into();
    first.since = at;
    first.remarks.push(bundle::Remark { by: Some("trello:member:1".into()), at, text: "Half of it".into() });
    first.blockers[0].cleared = at;
    second.due = NaiveDate::from_ymd_opt(2026, 12, 1);
    second.notes = Some("Ask at the market.".into());
    second.claims.push(bundle::Claim {
        member: "trello:member:1".into(),
        part: "lead".into(),
        since: at,
        ..bundle::Claim::default()
    });
    later.tasks.push(bundle::Task {
        key: "trello:card:3".into(),
        title: "Paint the sign".into(),
        ..bundle::Task::default()
    });
    later.goals[0].due = NaiveDate::from_ymd_opt(2026, 12, 24);
    later
}

#[test]
fn a_newer_file_brings_what_changed_there_and_is_one_step_of_undo() {
    let mut session = team("a week later");
    bring(&mut session, &elsewhere());
    let before = session.store.fingerprints().unwrap();
    let records = session.board().journal_len().unwrap();
    let tried = session.import_tried(&a_week_later()).unwrap();
    assert_eq!(session.board().journal_len().unwrap(), records, "a trial writes nothing");
    let brought = bring(&mut session, &a_week_later());
    assert_eq!(tried, brought);
    let changed = Changed { moved: 1, edited: 3, remarks: 1, claims: 1, blockers: 1, readings: 0 };
    assert_eq!((brought.tasks, brought.changed), (1, changed));
    assert_eq!((brought.both, brought.gone), (vec![], Vec::<String>::new()));
    let first = task_of(&session, "Move the list of shops");
    assert_eq!((first.state(), first.remarks.len(), first.blockers.len()), (State::Doing, 2, 1));
    assert!(first.blockers[0].cleared.is_some());
    assert_eq!(
        first.since,
        At::from("2026-11-17T09:00:00Z".parse::<chrono::DateTime<chrono::Utc>>().unwrap())
    );
    let second = task_of(&session, "Find the key");
    assert_eq!(
        (second.due.value().copied(), second.leads().count()),
        (NaiveDate::from_ymd_opt(2026, 12, 1), 1)
    );
    assert!(second.claims.iter().all(|claim| claim.acted == claim.since), "an import is no progress");
    let records = session.board().journal_len().unwrap();
    let again = bring(&mut session, &a_week_later());
    assert_eq!((again.changed, session.board().journal_len().unwrap()), (Changed::default(), records));
    session.undo().unwrap();
    let mut left = session.store.fingerprints().unwrap();
    // What was added and undone keeps its handle for a while.
    left.retain(|table| table.0 != "subject");
    assert!(left.iter().all(|table| before.contains(table)));
    assert!(session.rebuild().unwrap().differed.is_empty());
}

#[test]
fn a_role_says_what_it_says_there_where_nobody_changed_it_here() {
    let mut session = team("a role");
    bring(&mut session, &elsewhere());
    let mut later = elsewhere();
    later.roles[0].purpose = Some("Nobody waits for money".into());
    let brought = bring(&mut session, &later);
    assert_eq!((brought.roles, brought.changed.edited), (0, 1));
    assert_eq!(session.export().unwrap().roles[0].purpose, later.roles[0].purpose);
    session
        .perform(&Command::EditRole(EditRole {
            role: session.find("Treasurer").unwrap(),
            edit: RoleEdited { purpose: Some(Some("Ours".into())), ..RoleEdited::default() },
        }))
        .unwrap();
    later.roles[0].purpose = Some("Theirs".into());
    assert_eq!(bring(&mut session, &later).both.len(), 1);
    assert_eq!(session.export().unwrap().roles[0].purpose.as_deref(), Some("Ours"));
}

#[test]
fn what_was_changed_on_both_sides_stays_as_it_is_here() {
    let mut session = team("both sides");
    bring(&mut session, &elsewhere());
    let (first, second) = (task_of(&session, "Move the shop list").id, task_of(&session, "Find the key").id);
    edit(&mut session, first, TaskEdited { title: Some("Move the shops".into()), ..TaskEdited::default() });
    edit(&mut session, second, TaskEdited { notes: Some(Some("Ask Dewi.".into())), ..TaskEdited::default() });
    claim(&mut session, second).unwrap();
    for _ in 0..2 {
        let brought = bring(&mut session, &a_week_later());
        let twice = |title: &str, fields: &[&str]| ChangedTwice {
            title: title.into(),
            fields: fields.iter().map(|field| (*field).to_owned()).collect(),
        };
        let both = vec![twice("Move the shops", &["title"]), twice("Find the key", &["notes", "lead"])];
        assert_eq!(brought.both, both);
    }
    let second = task_of(&session, "Find the key");
    assert_eq!(second.notes.value().map(String::as_str), Some("Ask Dewi."));
    assert_eq!(second.due.value().copied(), NaiveDate::from_ymd_opt(2026, 12, 1), "the rest of it came");
    assert_eq!((second.leads().count(), task_of(&session, "Move the shops").state()), (1, State::Doing));
}

#[test]
fn what_is_not_there_any_more_stays_and_is_said() {
    let mut session = team("gone");
    bring(&mut session, &elsewhere());
    add(&mut session, "Ours alone");
    let mut later = elsewhere();
    later.tasks.pop();
    assert_eq!(bring(&mut session, &later).gone, ["Find the key"]);
    assert_eq!(task_of(&session, "Find the key").state(), State::Open);
    later.asked_for = Some("due:soon".into());
    assert_eq!(bring(&mut session, &later).gone, [""; 0], "a part of a board says nothing of the rest");
}

#[test]
fn a_handed_on_board_tells_what_its_source_said_last() {
    let mut first = team("handed on");
    bring(&mut first, &elsewhere());
    let task = task_of(&first, "Move the shop list").id;
    edit(&mut first, task, TaskEdited { title: Some("Move the shops".into()), ..TaskEdited::default() });
    let out = read_again(&first.export().unwrap());
    assert_eq!(out.tasks[0].task_said.as_ref().map(|said| said.title.as_str()), Some("Move the shop list"));
    assert_eq!(out.tasks[1].task_said, None);
    let mut second = team("handed on to");
    bring(&mut second, &out);
    let records = second.board().journal_len().unwrap();
    assert_eq!(bring(&mut second, &elsewhere()).changed, Changed::default());
    assert_eq!(second.board().journal_len().unwrap(), records, "the original takes nothing back");
    let brought = bring(&mut second, &a_week_later());
    assert_eq!(brought.both.len(), 1, "the title was changed on both sides");
    assert_eq!((brought.changed.moved, task_of(&second, "Move the shops").state()), (1, State::Doing));
    // And what the first board says anew comes in by its own keys.
    first.perform(&Command::Remark(Remark { task, text: "Done on Friday".into() })).unwrap();
    let out = read_again(&first.export().unwrap());
    assert_eq!(bring(&mut second, &out).changed.remarks, 1);
}

/// A change of a card on either side: which card, what of it, and to what.
type Change = (usize, u8, u8);

fn change_there(bundle: &mut Bundle, (which, what, to): Change) {
    let at = Some("2026-11-16T09:00:00Z".parse().unwrap());
    let task = &mut bundle.tasks[which % 2];
    match what % 8 {
        0 => task.title = format!(" Title {to} "),
        1 => task.notes = (to > 0).then(|| format!("Notes {to}")),
        2 => task.due = NaiveDate::from_ymd_opt(2026, 12, 1 + u32::from(to)),
        3 => task.tags = (0..to).map(|tag| format!("tag {tag}")).collect(),
        4 => task.state = ["open", "doing", "done", "dropped"][usize::from(to % 4)].into(),
        5 => task.remarks.push(bundle::Remark { by: None, at, text: format!("Remark {to}") }),
        6 => task.goal = (to > 1).then(|| "trello:goal:1".into()),
        _ => {
            task.claims = (to > 1)
                .then(|| bundle::Claim {
                    member: "trello:member:1".into(),
                    part: if to == 2 { "lead" } else { "helper" }.into(),
                    ..bundle::Claim::default()
                })
                .into_iter()
                .collect()
        }
    }
}

fn change_here(session: &mut Session, task: TaskId, (_, what, to): Change) {
    let mut edit = TaskEdited::default();
    match what % 6 {
        0 => edit.title = Some(format!("Here {to}")),
        1 => edit.notes = Some((to > 0).then(|| format!("Notes {to}"))),
        2 => edit.due = Some(NaiveDate::from_ymd_opt(2026, 12, 1 + u32::from(to))),
        3 => edit.tags = Some((0..to).map(|tag| format!("tag {tag}")).collect()),
        4 => {
            let to = [State::Open, State::Doing, State::Review, State::Done][usize::from(to % 4)];
            let _ = session.perform(&Command::Move(Move { task, to, ending: Ending::Anyway }));
            return;
        }
        _ => return drop(claim(session, task)),
    }
    let _ = session.perform(&Command::EditTask(EditTask { task, edit }));
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { cases: 48, failure_persistence: None, ..Default::default() })]

    #[test]
    fn the_same_file_twice_changes_nothing_the_second_time(
        rounds in proptest::collection::vec(
            (proptest::collection::vec((0..2usize, 0..8u8, 0..4u8), 0..4), proptest::collection::vec((0..2usize, 0..6u8, 0..4u8), 0..3)),
            1..4,
        ),
    ) {
        let (mut session, mut there) = (team("any edits"), elsewhere());
        bring(&mut session, &there);
        let tasks = [task_of(&session, "Move the shop list").id, task_of(&session, "Find the key").id];
        for (changes_there, changes_here) in rounds {
            for change in changes_here {
                change_here(&mut session, tasks[change.0], change);
            }
            for change in changes_there {
                change_there(&mut there, change);
            }
            bring(&mut session, &there);
            let (records, before) = (session.board().journal_len().unwrap(), session.store.fingerprints().unwrap());
            let again = bring(&mut session, &there);
            proptest::prop_assert_eq!(again.changed, Changed::default());
            proptest::prop_assert_eq!(session.board().journal_len().unwrap(), records);
            proptest::prop_assert_eq!(session.store.fingerprints().unwrap(), before);
        }
        proptest::prop_assert!(session.rebuild().unwrap().differed.is_empty());
    }
}

#[test]
fn whoever_is_said_to_be_a_member_is_one_and_has_to_be_said_once() {
    let mut session = team("the same person");
    let me = session.me().unwrap();
    let before = session.store.fingerprints().unwrap();
    let mut bundle = elsewhere();
    bundle.same.insert("trello:member:1".into(), me);
    let brought = bring(&mut session, &bundle);
    assert_eq!((brought.members, brought.known), (0, 1));
    let names = |session: &Session| -> Vec<String> {
        session.board().members(9).unwrap().into_iter().map(|row| row.name).collect()
    };
    assert_eq!(names(&session), ["Ayu"]);
    let task = task_of(&session, "Move the shop list");
    assert_eq!(task.leads().map(|claim| claim.member).collect::<Vec<_>>(), [me]);
    assert_eq!(task.remarks[0].by, me);
    // Nor does a board to which this one is handed on.
    let out = read_again(&session.export().unwrap());
    assert_eq!(out.members[0].source.as_deref(), Some("trello:member:1"));
    let mut other = imported(&out, environment("handed on"));
    assert_eq!(bring(&mut other, &elsewhere()).members, 0);
    // A newer file needs not be told again.
    let again = bring(&mut session, &a_week_later());
    assert_eq!((again.members, names(&session).len()), (0, 1));
    assert_eq!(task_of(&session, "Find the key").leads().map(|claim| claim.member).collect::<Vec<_>>(), [me]);
    assert!(session.rebuild().unwrap().differed.is_empty());
    for _ in 0..2 {
        session.undo().unwrap();
    }
    let mut left = session.store.fingerprints().unwrap();
    left.retain(|table| table.0 != "subject");
    assert!(left.iter().all(|table| before.contains(table)));
}

#[test]
fn nobody_is_said_to_be_somebody_else_who_writes_here() {
    let mut session = team("somebody else");
    let me = session.me().unwrap();
    bring(&mut session, &elsewhere());
    session.act_as(Some("Citra")).unwrap();
    add(&mut session, "Hers");
    session.act_as(Some("Ayu")).unwrap();
    let mut bundle = elsewhere();
    bundle.same.insert("trello:member:1".into(), me);
    let error = session.import(&bundle, &mut |_| {}).unwrap_err();
    assert_eq!(error.kind, ErrorKind::Refused);
    assert!(error.message.contains("Citra"), "{error}");
}

#[test]
fn a_member_who_may_be_one_of_the_file_is_named_and_not_joined() {
    let mut session = team("alike");
    let person = |key: &str, name: &str| bundle::Member {
        key: key.into(),
        name: name.into(),
        ..bundle::Member::default()
    };
    let members = vec![person("x:1", "Ayu Lestari"), person("x:2", "Budi")];
    let bundle = Bundle { members, ..Bundle::default() };
    let alike = session.alike_members(&bundle).unwrap();
    assert_eq!(alike, [("Ayu Lestari".to_owned(), "Ayu".to_owned())]);
    assert_eq!(bring(&mut session, &bundle).members, 2);
    assert!(session.alike_members(&bundle).unwrap().is_empty(), "it came in as somebody else");
}
