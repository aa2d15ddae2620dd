//! Two tasks or two roles that are the same become one, by the yes of those whom it binds.

use super::tests::*;
use super::*;
use crate::domain::decide::{AddRole, AddTask, Ask, Block, Claim, ClaimAs, Place, TakeRole, Which};
use crate::domain::event::WaitsOn;
use crate::domain::id::RoleId;
use crate::domain::role::RoleState;
use crate::domain::settlement::WayOut;
use crate::domain::subject::Subject;
use crate::domain::task::{State, Task};

/// A board with two tasks of one title, and two members: Ayu acts.
fn board() -> (Session, MemberId, MemberId, TaskId, TaskId) {
    let mut session = team("one of two");
    let ayu = session.me().unwrap();
    session.join("Budi", None).unwrap();
    let budi = session.me().unwrap();
    session.become_member(ayu).unwrap();
    let mut add = |title: &str| {
        let id = TaskId(session.new_id());
        session.perform(&Command::AddTask(AddTask::titled(id, title, Place::default()))).unwrap();
        id
    };
    let (one, other) = (add("Sign the contract"), add("Sign contract"));
    (session, ayu, budi, one, other)
}

fn task(session: &Session, id: TaskId) -> Task {
    match session.board().subject(id.into()).unwrap() {
        Some(Subject::Task(task)) => *task,
        other => panic!("{other:?}"),
    }
}

fn claim(session: &mut Session, task: TaskId) {
    session.perform(&Command::Claim(Claim { task, part: ClaimAs::Lead })).unwrap();
}

fn block(session: &mut Session, task: TaskId, what: &str, on: Option<WaitsOn>) {
    session.perform(&Command::Block(Block { task, what: what.into(), on })).unwrap();
}

#[test]
fn what_nobody_else_leads_goes_on_in_the_other_with_what_stops_it() {
    let (mut session, _, budi, one, other) = board();
    claim(&mut session, one);
    block(&mut session, one, "the VAT number", Some(WaitsOn::Member(budi)));
    session.perform(&Command::Ask(Ask { task: one, which: Which::Only })).unwrap();
    block(&mut session, one, "the other one", Some(WaitsOn::Task(other)));
    let waiter = TaskId(session.new_id());
    session.perform(&Command::AddTask(AddTask::titled(waiter, "Open the shop", Place::default()))).unwrap();
    block(&mut session, waiter, "the contract", Some(WaitsOn::Task(one)));
    block(&mut session, other, "the first", Some(WaitsOn::Task(one)));
    let before = session.store.fingerprints().unwrap();

    let way = WayOut::MergeTask { task: one, into: other };
    let done = session.merge(way, None).unwrap();
    assert!(done.sentence.text().contains(" merged "), "{}", done.sentence.text());
    let (merged, goes_on) = (task(&session, one), task(&session, other));
    assert_eq!((merged.state(), merged.merged_into), (State::Dropped, Some(other)));
    assert_eq!(goes_on.took_in, [one]);
    let open: Vec<_> = goes_on.open_blockers().collect();
    assert_eq!(open.len(), 1, "what waited on the other one is over: {open:?}");
    assert_eq!((open[0].what.as_str(), open[0].asked.is_some()), ("the VAT number", true));
    let waits: Vec<_> = task(&session, waiter).open_blockers().map(|blocker| blocker.on.clone()).collect();
    assert_eq!(waits, [Some(WaitsOn::Task(other))]);
    assert!(session.rebuild().unwrap().differed.is_empty());

    // It is one action, and one undo takes it back.
    session.undo().unwrap();
    assert_eq!(session.store.fingerprints().unwrap(), before);
    assert_eq!(task(&session, one).merged_into, None);
}

#[test]
fn what_somebody_else_leads_waits_for_their_yes() {
    let (mut session, ayu, budi, one, other) = board();
    claim(&mut session, other);
    session.become_member(budi).unwrap();
    claim(&mut session, one);
    session.become_member(ayu).unwrap();
    let way = WayOut::MergeTask { task: one, into: other };
    let done = session.merge(way, Some("both are for the bank".into())).unwrap();
    assert!(done.sentence.text().starts_with("Ayu offered Budi to merge "), "{}", done.sentence.text());
    assert_eq!(task(&session, one).state(), State::Open, "nothing is merged yet");
    let again = session.merge(way, None).unwrap_err();
    assert_eq!(again.message, "that is offered already, and waits for Budi");
    let not_asked = session.decline_merge(way, None).unwrap_err();
    assert_eq!(not_asked.message, "nobody offers you that now");
    assert_eq!(session.merge_offers_to_me().unwrap(), []);

    session.become_member(budi).unwrap();
    assert_eq!(session.merge_offers_to_me().unwrap().len(), 1);
    let done = session.decline_merge(way, Some("mine is for the landlord".into())).unwrap();
    assert!(done.sentence.text().starts_with("Budi said no to merging "), "{}", done.sentence.text());
    assert_eq!(session.merge_offers_to_me().unwrap(), []);
    assert!(task(&session, one).merged_into.is_none());

    // Offered again, the same command is the yes.
    session.become_member(ayu).unwrap();
    session.merge(way, None).unwrap();
    session.become_member(budi).unwrap();
    let done = session.merge(way, None).unwrap();
    assert!(done.sentence.text().starts_with("Budi merged "), "{}", done.sentence.text());
    assert_eq!(task(&session, one).merged_into, Some(other));
    assert_eq!(session.board().merge_offers_about(other.into()).unwrap(), []);
    assert!(session.rebuild().unwrap().differed.is_empty());
    session.undo().unwrap();
    assert_eq!(task(&session, one).leads().count(), 1, "Budi leads it as before");
}

#[test]
fn whoever_came_to_lead_it_meanwhile_is_asked_too() {
    let (mut session, ayu, budi, one, other) = board();
    session.join("Citra", None).unwrap();
    let citra = session.me().unwrap();
    session.become_member(budi).unwrap();
    claim(&mut session, one);
    session.become_member(ayu).unwrap();
    let way = WayOut::MergeTask { task: one, into: other };
    session.merge(way, None).unwrap();
    session.become_member(citra).unwrap();
    let part = ClaimAs::Contest("I began on Monday".into());
    session.perform(&Command::Claim(Claim { task: one, part })).unwrap();
    session.become_member(budi).unwrap();
    let refused = session.merge(way, None).unwrap_err();
    assert!(refused.message.contains("is Citra's now, too"), "{}", refused.message);
    assert!(task(&session, one).merged_into.is_none());
}

#[test]
fn a_role_goes_on_in_another_with_its_domains_by_the_yes_of_its_holder() {
    let (mut session, ayu, budi, _, _) = board();
    let mut add = |name: &str, domains: &[&str]| {
        let id = RoleId(session.new_id());
        let domains = domains.iter().map(|domain| (*domain).to_owned()).collect();
        let role = AddRole { name: name.into(), domains, ..AddRole::blank(id) };
        session.perform(&Command::AddRole(role)).unwrap();
        id
    };
    let (bookkeeping, treasurer) =
        (add("Bookkeeping", &["Prices", "The till"]), add("Treasurer", &["prices"]));
    session.become_member(budi).unwrap();
    session.perform(&Command::TakeRole(TakeRole { role: bookkeeping, focus: None, term: None })).unwrap();
    session.become_member(ayu).unwrap();
    let way = WayOut::MergeRole { role: bookkeeping, into: treasurer };
    session.merge(way, None).unwrap();
    session.become_member(budi).unwrap();
    session.merge(way, None).unwrap();
    let role = |session: &Session, id: RoleId| match session.board().subject(id.into()).unwrap() {
        Some(Subject::Role(role)) => *role,
        other => panic!("{other:?}"),
    };
    let merged = role(&session, bookkeeping);
    assert_eq!((merged.state(), merged.merged_into), (RoleState::Retired, Some(treasurer)));
    assert_eq!(role(&session, treasurer).domains(), ["prices", "The till"]);
    assert!(session.rebuild().unwrap().differed.is_empty());
    // The board goes out and comes in as it is.
    let bundle = session.export().unwrap();
    let mut elsewhere = team("another board");
    elsewhere.import(&bundle, &mut |_| {}).unwrap();
    let came = elsewhere.export().unwrap();
    let state = |bundle: &crate::exchange::Bundle| {
        let role = bundle.roles.iter().find(|role| role.name == "Bookkeeping").unwrap().clone();
        (role.state, role.merged_into.is_some())
    };
    assert_eq!(state(&came), state(&bundle));
    assert_eq!(state(&came), ("retired".to_owned(), true));
}

#[test]
fn a_task_does_not_go_on_in_itself_nor_in_one_that_is_over() {
    let (mut session, _, _, one, other) = board();
    let refused = session.merge(WayOut::MergeTask { task: one, into: one }, None).unwrap_err();
    assert_eq!(refused.message, "it is one already");
    session.merge(WayOut::MergeTask { task: one, into: other }, None).unwrap();
    let refused = session.merge(WayOut::MergeTask { task: other, into: one }, None).unwrap_err();
    assert!(refused.message.contains("dropped"), "{}", refused.message);
}
