//! Two tasks or two roles that are the same become one, by the yes of those whom it binds.

use super::tests::*;
use super::*;
use crate::domain::decide::{
    AddRole, AddTask, Ask, Block, Claim, ClaimAs, EditRole, Ending, Move, Place, TakeRole, Which,
};
use crate::domain::event::WaitsOn;
use crate::domain::id::RoleId;
use crate::domain::role::RoleState;
use crate::domain::settlement::WayOut;
use crate::domain::subject::Subject;
use crate::domain::task::{State, Task};
use crate::insight::agenda::Sort;

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

    let way = WayOut::MergeTask { task: one, into: other, helps: false };
    let done = session.take_way(way.clone(), None).unwrap();
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
    let way = WayOut::MergeTask { task: one, into: other, helps: false };
    let done = session.take_way(way.clone(), Some("both are for the bank".into())).unwrap();
    assert!(done.sentence.text().starts_with("Ayu offered Budi to merge "), "{}", done.sentence.text());
    assert_eq!(task(&session, one).state(), State::Open, "nothing is merged yet");
    let again = session.take_way(way.clone(), None).unwrap_err();
    assert_eq!(again.message, "that is offered already, and waits for Budi");
    let not_asked = session.decline_way(way.clone(), None).unwrap_err();
    assert_eq!(not_asked.message, "nobody offers you that now");
    assert_eq!(session.ways_offered_to_me().unwrap(), []);
    assert_eq!(session.waits_for_me().unwrap(), []);

    session.become_member(budi).unwrap();
    assert_eq!(session.ways_offered_to_me().unwrap().len(), 1);
    let waits = session.waits_for_me().unwrap().remove(0);
    assert_eq!((waits.by, waits.awaited), (ayu, vec![budi]));
    assert!(waits.said.starts_with("Ayu offers to merge "), "{}", waits.said);
    assert!(waits.answer.unwrap().contains("setara merge "));
    let done = session.decline_way(way.clone(), Some("mine is for the landlord".into())).unwrap();
    assert!(
        done.sentence.text().starts_with("Budi said no to the offer to merge "),
        "{}",
        done.sentence.text()
    );
    assert_eq!(session.ways_offered_to_me().unwrap(), []);
    assert!(task(&session, one).merged_into.is_none());

    // Offered again, the same command is the yes.
    session.become_member(ayu).unwrap();
    session.take_way(way.clone(), None).unwrap();
    session.become_member(budi).unwrap();
    let done = session.take_way(way.clone(), None).unwrap();
    assert!(done.sentence.text().starts_with("Budi merged "), "{}", done.sentence.text());
    assert_eq!(task(&session, one).merged_into, Some(other));
    assert_eq!(session.board().ways_offered_about(other.into()).unwrap(), []);
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
    let way = WayOut::MergeTask { task: one, into: other, helps: false };
    session.take_way(way.clone(), None).unwrap();
    session.become_member(citra).unwrap();
    let part = ClaimAs::Contest("I began on Monday".into());
    session.perform(&Command::Claim(Claim { task: one, part })).unwrap();
    session.become_member(budi).unwrap();
    let refused = session.take_way(way.clone(), None).unwrap_err();
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
    session.take_way(way.clone(), None).unwrap();
    session.become_member(budi).unwrap();
    session.take_way(way.clone(), None).unwrap();
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
fn two_roles_that_were_merged_into_each_other_apart_are_seen_until_one_is_taken_up() {
    let (mut here, _, budi, _, _) = board();
    let [one, other] = ["Bookkeeping", "Treasurer"].map(|name| {
        let id = RoleId(here.new_id());
        let domains = vec!["Prices".to_owned()];
        here.perform(&Command::AddRole(AddRole { name: name.into(), domains, ..AddRole::blank(id) }))
            .unwrap();
        id
    });
    let mut there = elsewhere(&here, budi);
    here.take_way(WayOut::MergeRole { role: one, into: other }, None).unwrap();
    there.take_way(WayOut::MergeRole { role: other, into: one }, None).unwrap();
    let asked = |session: &Session| {
        let rule = crate::insight::Rule::named("O7").unwrap();
        let found = session.board().findings_of(rule, session.now(), session.today(), 9).unwrap();
        found.into_iter().map(|held| held.finding.facts.roles).collect::<Vec<_>>()
    };
    assert_eq!((asked(&here), asked(&there)), (vec![], vec![]), "each knows of one");
    exchange(&here, &mut there);
    exchange(&there, &mut here);
    let both = vec![vec![one.min(other), one.max(other)]];
    assert_eq!((asked(&here), asked(&there)), (both.clone(), both.clone()));
    here.store.recheck_all().unwrap();
    assert_eq!(asked(&here), both, "a whole look finds the same");
    let state = Some(RoleState::Active);
    let edit = crate::domain::event::RoleEdited { state, ..Default::default() };
    here.perform(&Command::EditRole(EditRole { role: one, edit })).unwrap();
    assert_eq!(asked(&here), [[]; 0]);
    here.undo().unwrap();
    assert_eq!(asked(&here), both, "it is asked again");
}

#[test]
fn a_task_does_not_go_on_in_itself_nor_in_one_that_is_over() {
    let (mut session, _, _, one, other) = board();
    let refused =
        session.take_way(WayOut::MergeTask { task: one, into: one, helps: false }, None).unwrap_err();
    assert_eq!(refused.message, "it is one already");
    session.take_way(WayOut::MergeTask { task: one, into: other, helps: false }, None).unwrap();
    let refused =
        session.take_way(WayOut::MergeTask { task: other, into: one, helps: false }, None).unwrap_err();
    assert!(refused.message.contains("dropped"), "{}", refused.message);
}

/// What the board asks now, by rule.
fn asked(session: &Session) -> Vec<String> {
    let questions = session.board().questions(session.now(), session.today()).unwrap();
    questions.iter().map(|question| question.rule().as_str().to_owned()).collect()
}

#[test]
fn who_led_what_goes_on_elsewhere_helps_there_by_their_own_yes() {
    let (mut session, ayu, budi, one, other) = board();
    claim(&mut session, other);
    session.become_member(budi).unwrap();
    claim(&mut session, one);
    session.become_member(ayu).unwrap();
    assert!(asked(&session).contains(&"H1".to_owned()));

    let way = WayOut::MergeTask { task: one, into: other, helps: true };
    session.take_way(way.clone(), None).unwrap();
    assert!(task(&session, other).helpers().next().is_none(), "nobody helps before they said so");
    session.become_member(budi).unwrap();
    session.take_way(way, None).unwrap();
    let goes_on = task(&session, other);
    assert_eq!(task(&session, one).merged_into, Some(other));
    assert_eq!(goes_on.leads().map(|claim| claim.member).collect::<Vec<_>>(), [ayu]);
    assert_eq!(goes_on.helpers().map(|claim| claim.member).collect::<Vec<_>>(), [budi]);
    assert!(!asked(&session).contains(&"H1".to_owned()));
    assert!(session.rebuild().unwrap().differed.is_empty());
}

#[test]
fn of_two_who_lead_one_task_one_goes_on_by_the_others_yes() {
    let (mut session, ayu, budi, one, _) = board();
    claim(&mut session, one);
    session.become_member(budi).unwrap();
    let contest = ClaimAs::Contest("I have the contract".into());
    session.perform(&Command::Claim(Claim { task: one, part: contest })).unwrap();
    session.become_member(ayu).unwrap();
    assert!(asked(&session).contains(&"O1".to_owned()));
    let leads = |session: &Session| -> Vec<MemberId> {
        task(session, one).leads().map(|claim| claim.member).collect()
    };

    // Nobody can end another's lead.
    let way = WayOut::OneLeads { task: one, lead: ayu };
    session.take_way(way.clone(), None).unwrap();
    assert_eq!(leads(&session).len(), 2);
    session.become_member(budi).unwrap();
    session.take_way(way.clone(), None).unwrap();
    assert_eq!(leads(&session), [ayu]);
    assert_eq!(task(&session, one).helpers().map(|claim| claim.member).collect::<Vec<_>>(), [budi]);
    assert!(!asked(&session).contains(&"O1".to_owned()));

    // One's own lead one leaves at once; and to nobody who does not lead it.
    session.undo().unwrap();
    assert_eq!(leads(&session).len(), 2);
    session.become_member(budi).unwrap();
    let nobody = MemberId(session.new_id());
    assert!(session.take_way(WayOut::OneLeads { task: one, lead: nobody }, None).is_err());
    session.undo().unwrap();
    session.take_way(way, None).unwrap();
    assert_eq!(leads(&session), [ayu]);
    assert!(session.rebuild().unwrap().differed.is_empty());
}

#[test]
fn what_is_over_waits_for_nobodys_yes() {
    let (mut session, ayu, budi, one, other) = board();
    claim(&mut session, one);
    session.become_member(budi).unwrap();
    claim(&mut session, other);
    session.become_member(ayu).unwrap();
    session.take_way(WayOut::MergeTask { task: other, into: one, helps: false }, None).unwrap();
    assert_eq!(session.offers_about(one.into()).unwrap().len(), 1);
    assert!(session.agenda().unwrap().iter().any(|topic| topic.sort == Sort::Offer));
    session.become_member(budi).unwrap();
    let asked = session.offers_about(other.into()).unwrap();
    assert!(asked[0].answer.as_ref().unwrap().contains("setara merge "), "{asked:?}");

    let done = Move { task: other, to: State::Done, ending: Ending::Own };
    session.perform(&Command::Move(done)).unwrap();
    assert_eq!(session.offers_about(one.into()).unwrap(), []);
    assert_eq!(session.ways_offered_to_me().unwrap(), []);
    assert!(!session.agenda().unwrap().iter().any(|topic| topic.sort == Sort::Offer));
}

#[test]
fn two_tasks_are_told_apart_by_titles_that_say_what_is_different() {
    let (mut session, ayu, budi, one, other) = board();
    claim(&mut session, one);
    session.become_member(budi).unwrap();
    claim(&mut session, other);
    session.become_member(ayu).unwrap();
    let split = |title: &str, other_title: &str| WayOut::SplitTask {
        task: one,
        title: title.into(),
        other,
        other_title: other_title.into(),
    };
    let alike = session.take_way(split("Sign the bank contract", "Signing the bank contract"), None);
    assert!(alike.unwrap_err().message.contains("still say the same"));

    let way = split("Sign the contract with the bank", "Find a courier for Sundays");
    session.take_way(way.clone(), None).unwrap();
    assert_eq!(task(&session, one).title(), "Sign the contract");
    session.become_member(budi).unwrap();
    session.take_way(way, None).unwrap();
    assert_eq!(task(&session, one).title(), "Sign the contract with the bank");
    assert_eq!(task(&session, other).title(), "Find a courier for Sundays");
    assert!(!asked(&session).contains(&"H1".to_owned()));
    session.undo().unwrap();
    assert!(asked(&session).contains(&"H1".to_owned()));
    assert!(session.rebuild().unwrap().differed.is_empty());
}

#[test]
fn what_two_roles_have_stays_in_one_by_the_yes_of_who_holds_the_other() {
    let (mut session, ayu, budi, ..) = board();
    let mut add = |name: &str, domains: &[&str]| {
        let id = RoleId(session.new_id());
        let domains = domains.iter().map(|domain| (*domain).to_owned()).collect();
        let role = AddRole { name: name.into(), domains, state: RoleState::Active, ..AddRole::blank(id) };
        session.perform(&Command::AddRole(role)).unwrap();
        id
    };
    let (keeper, treasurer) = (add("Store keeper", &["prices", "The shelf"]), add("Treasurer", &["Prices"]));
    session.become_member(budi).unwrap();
    let take = TakeRole { role: keeper, focus: None, term: None };
    session.perform(&Command::TakeRole(take)).unwrap();
    session.become_member(ayu).unwrap();
    assert!(asked(&session).contains(&"O2".to_owned()));

    let lines = session.lines_of(keeper, &["PRICES".into()]).unwrap();
    assert_eq!(lines, ["prices"]);
    let way = WayOut::SplitRole { role: keeper, stays: treasurer, lines };
    session.take_way(way.clone(), Some("they follow the accounts".into())).unwrap();
    assert!(asked(&session).contains(&"O2".to_owned()));
    session.become_member(budi).unwrap();
    session.take_way(way.clone(), None).unwrap();
    let Some(Subject::Role(role)) = session.board().subject(keeper.into()).unwrap() else { panic!() };
    assert_eq!(role.domains(), ["The shelf"]);
    assert!(!asked(&session).contains(&"O2".to_owned()));
    assert!(session.take_way(way, None).is_err(), "there is nothing to change any more");
    assert!(session.rebuild().unwrap().differed.is_empty());
}

/// Another machine with all that this one has written, at which somebody acts.
fn elsewhere(session: &Session, member: MemberId) -> Session {
    let store = Store::in_memory(session.board().board(), &Key::from_seed([7; 32])).unwrap();
    let mut there = Session::over(store, environment("elsewhere"));
    exchange(session, &mut there);
    there.act(Some(member));
    there
}

/// Gives all records of one to the other.
fn exchange(from: &Session, to: &mut Session) {
    let mut lines = Vec::new();
    from.journal().lines(|line| lines.push(line.to_owned())).unwrap();
    let mut writing = to.store.write().unwrap();
    writing.receive(lines.iter().map(String::as_str)).unwrap();
    writing.commit().unwrap();
}

#[test]
fn two_that_were_merged_into_each_other_apart_are_seen_until_one_is_brought_back() {
    let (mut here, _, budi, one, other) = board();
    let mut there = elsewhere(&here, budi);
    let merge = |task, into| WayOut::MergeTask { task, into, helps: false };
    here.take_way(merge(one, other), None).unwrap();
    there.take_way(merge(other, one), None).unwrap();
    let asked = |session: &Session| {
        let rule = crate::insight::Rule::named("O7").unwrap();
        let found = session.board().findings_of(rule, session.now(), session.today(), 9).unwrap();
        found.into_iter().map(|held| held.finding.facts.tasks).collect::<Vec<_>>()
    };
    assert_eq!((asked(&here), asked(&there)), (vec![], vec![]), "each knows of one");
    exchange(&here, &mut there);
    exchange(&there, &mut here);
    let both = vec![vec![one.min(other), one.max(other)]];
    for session in [&here, &there] {
        assert!(task(session, one).is_finished() && task(session, other).is_finished());
        assert_eq!(asked(session), both);
    }
    here.store.recheck_all().unwrap();
    assert_eq!(asked(&here), both, "a whole look finds the same");

    here.perform(&Command::Move(Move { task: one, to: State::Open, ending: Ending::Own })).unwrap();
    exchange(&here, &mut there);
    for session in [&here, &there] {
        assert_eq!(asked(session), [[]; 0]);
        assert_eq!(task(session, other).merged_into, Some(one));
    }
    here.undo().unwrap();
    assert_eq!(asked(&here), both, "it is asked again");
}
