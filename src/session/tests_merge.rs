//! Two members who are one person.

use super::tests::*;
use super::*;
use crate::domain::decide::{AddTask, Ending, Merge, Move, Offer, Place, Renew};
use crate::domain::event::WaitsOn;
use crate::domain::id::ThanksId;
use crate::exchange::Bundle;
use crate::exchange::bundle;
use crate::store::{Filter, Term as Part, Test};

/// A board on which Ayu imported one where she is Ayu Lestari: she leads a task there, holds a role, and is waited for.
fn imported() -> (Session, Bundle) {
    let mut session = team("two who are one");
    let since = Some("2026-11-17T09:00:00Z".parse().unwrap());
    let person = |key: &str, name: &str| bundle::Member {
        key: key.into(),
        name: name.into(),
        ..bundle::Member::default()
    };
    let task = |key: &str, title: &str, member: &str| bundle::Task {
        key: key.into(),
        title: title.into(),
        state: "doing".into(),
        claims: vec![bundle::Claim {
            member: member.into(),
            part: "lead".into(),
            since,
            ..bundle::Claim::default()
        }],
        ..bundle::Task::default()
    };
    let waits = bundle::Blocker {
        what: "the key".into(),
        on: Some(bundle::WaitsOn::Member("x:1".into())),
        raised: since,
        ..bundle::Blocker::default()
    };
    let bundle = Bundle {
        members: vec![person("x:1", "Ayu Lestari"), person("x:2", "Citra")],
        roles: vec![bundle::Role {
            key: "x:r".into(),
            name: "Treasurer".into(),
            holders: vec![bundle::Holder { member: "x:1".into(), ..bundle::Holder::default() }],
            ..bundle::Role::default()
        }],
        tasks: vec![
            task("x:3", "Sign the contract", "x:1"),
            bundle::Task { blockers: vec![waits], ..task("x:4", "Open the shop", "x:2") },
        ],
        ..Bundle::default()
    };
    session.import(&bundle, &mut |_| {}).unwrap();
    (session, bundle)
}

/// What the tables tell of one: the leads and helpers, the roles, who waits for them.
fn seen(session: &Session) -> (Vec<String>, Vec<String>, usize) {
    let me = session.me().unwrap();
    let only = |test| Filter {
        terms: vec![Part { sense: crate::domain::query::Sense::Is, any: vec![test] }],
        ..Filter::default()
    };
    let leads = session.board().tasks(&only(Test::Lead(Some(me))), None, 0, 9).unwrap().rows;
    let roles = session.board().roles(0, 9).unwrap();
    let held = roles.iter().filter(|role| role.holders.iter().any(|holder| holder.member == me));
    (
        leads.into_iter().map(|row| format!("{} {}", row.title, row.claims[0].name)).collect(),
        held.map(|role| format!("{} {}", role.name, role.holders[0].name)).collect(),
        session.board().blockers_on(me, 9).unwrap().len(),
    )
}

fn names(session: &Session) -> Vec<String> {
    session.board().members(9).unwrap().into_iter().map(|row| row.name).collect()
}

#[test]
fn whoever_was_brought_under_another_name_is_made_one_and_two_again() {
    let (mut session, bundle) = imported();
    let me = session.me().unwrap();
    assert_eq!(names(&session), ["Ayu", "Ayu Lestari", "Citra"]);
    assert_eq!(seen(&session), (vec![], vec![], 0));
    let before = session.store.fingerprints().unwrap();
    let member: MemberId = session.find("Ayu Lestari").unwrap();
    let done = session.perform(&Command::Merge(Merge { member, into: me })).unwrap();
    assert_eq!(done.sentence.text(), "Ayu said that Ayu Lestari is Ayu");
    assert_eq!(names(&session), ["Ayu", "Citra"]);
    let one = (vec!["Sign the contract Ayu".to_owned()], vec!["Treasurer Ayu".to_owned()], 1);
    assert_eq!(seen(&session), one);
    assert_eq!(session.board().counts().unwrap().members, 2);
    assert_eq!(session.board().members_without_records(9).unwrap().len(), 1, "Citra");
    // What is theirs can be done with it.
    let task: TaskId = session.board().tasks(&Filter::default(), None, 0, 9).unwrap().rows[0].id;
    let task = if session.board().task_row(task).unwrap().unwrap().title == "Sign the contract" {
        task
    } else {
        session.board().tasks(&Filter::default(), None, 0, 9).unwrap().rows[1].id
    };
    session.perform(&Command::Renew(Renew { task })).unwrap();
    let citra: MemberId = session.find("Citra").unwrap();
    session.perform(&Command::Offer(Offer { task, to: citra, note: None })).unwrap();
    assert!(session.rebuild().unwrap().differed.is_empty());
    // Elsewhere it is one from the beginning; here nothing comes in twice.
    assert_eq!(session.export().unwrap().members.len(), 2);
    let again = session.import(&bundle, &mut |_| {}).unwrap();
    assert_eq!((again.members, again.tasks, names(&session).len()), (0, 0, 2));
    for _ in 0..3 {
        session.undo().unwrap();
    }
    assert_eq!(names(&session), ["Ayu", "Ayu Lestari", "Citra"]);
    assert_eq!(seen(&session), (vec![], vec![], 0));
    assert_eq!(session.store.fingerprints().unwrap(), before);
    session.redo().unwrap();
    assert_eq!(seen(&session), one);
}

/// What the board says of hands that are free.
fn free_hands(session: &Session) -> Option<String> {
    let held = session.board().findings(session.now(), session.today(), 99).unwrap();
    let hands = held.iter().find(|held| held.finding.rule.as_str() == "G2-hands")?;
    Some(session.say_finding(hands).unwrap())
}

#[test]
fn hands_are_those_of_who_writes_here() {
    let (mut session, _) = imported();
    let task = TaskId(session.new_id());
    session.perform(&Command::AddTask(AddTask::titled(task, "Count the till", Place::default()))).unwrap();
    let said = free_hands(&session).unwrap();
    assert!(said.starts_with("1 hand is free; next to pull: "), "{said}");
    // Whoever an import brought has hands from what they write first, be it about something else.
    let citra: MemberId = session.find("Citra").unwrap();
    session.become_member(citra).unwrap();
    let to = [session.find::<MemberId>("Ayu Lestari").unwrap()];
    let thank = crate::domain::decide::Thank {
        id: ThanksId(session.new_id()),
        to: to.into(),
        text: "the coffee".into(),
        about: None,
    };
    session.perform(&Command::Thank(thank)).unwrap();
    let said = free_hands(&session).unwrap();
    assert!(said.starts_with("2 hands are free"), "{said}");
    assert!(session.rebuild().unwrap().differed.is_empty());
    // A person has two, under whatever names.
    session.become_member(session.find("Ayu").unwrap()).unwrap();
    let (member, into) = (session.find("Ayu").unwrap(), session.find("Ayu Lestari").unwrap());
    session.perform(&Command::Merge(Merge { member, into })).unwrap();
    let said = free_hands(&session).unwrap();
    assert!(said.starts_with("2 hands are free"), "{said}");
    assert!(session.rebuild().unwrap().differed.is_empty());
}

#[test]
fn whoever_writes_says_for_themselves_who_they_are() {
    let mut session = team("themselves");
    let ayu = session.me().unwrap();
    as_budi(&mut session);
    let budi = session.me().unwrap();
    let task = {
        let id = TaskId(session.new_id());
        session.perform(&Command::AddTask(AddTask::titled(id, "Count the till", Place::default()))).unwrap();
        id
    };
    claim(&mut session, task).unwrap();
    session.become_member(ayu).unwrap();
    let refused = session.perform(&Command::Merge(Merge { member: budi, into: ayu })).unwrap_err();
    assert_eq!(refused.hint.as_deref(), Some(r#"setara --as "Budi" me --is "Ayu""#));
    session.become_member(budi).unwrap();
    session.perform(&Command::Merge(Merge { member: budi, into: ayu })).unwrap();
    assert_eq!(session.me(), Some(ayu), "they act as who they are");
    assert_eq!(seen(&session).0, ["Count the till Ayu"]);
    session.undo().unwrap();
    assert_eq!(names(&session), ["Ayu", "Budi"]);
    assert_eq!(session.me(), Some(budi), "undone, they act as themselves again");
    session.redo().unwrap();
    assert_eq!(session.me(), Some(ayu));
    session.perform(&Command::Move(Move { task, to: State::Doing, ending: Ending::Own })).unwrap();
    assert!(session.rebuild().unwrap().differed.is_empty());
    assert!(session.perform(&Command::Merge(Merge { member: ayu, into: ayu })).is_err());
    assert!(session.perform(&Command::Merge(Merge { member: budi, into: ayu })).is_err(), "it is so already");
}

#[test]
fn what_waited_for_one_waits_for_the_other() {
    let (mut session, _) = imported();
    let (me, member) = (session.me().unwrap(), session.find::<MemberId>("Ayu Lestari").unwrap());
    session.perform(&Command::Merge(Merge { member, into: me })).unwrap();
    let task: TaskId = session.board().blockers_on(me, 9).unwrap()[0].task;
    let Some(crate::domain::subject::Subject::Task(task)) = session.board().subject(task.into()).unwrap()
    else {
        panic!("it is there")
    };
    assert_eq!(task.blockers[0].on, Some(WaitsOn::Member(me)));
}
