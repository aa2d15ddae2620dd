//! Figures of a board on which time goes on.

use super::tests::{add, as_budi, claim, imported, team};
use super::*;
use crate::domain::decide::*;
use crate::domain::task::State;
use crate::store::FactsSince;

/// So many days later, at the same board.
fn later(session: &mut Session, days: i64) {
    let at = session.now().plus_days(days);
    session.stand_in(Environment::fixed(at, &at.0.to_string()));
}

fn finish(session: &mut Session, task: TaskId) {
    session.perform(&Command::Move(Move { task, to: State::Done, ending: Ending::Anyway })).unwrap();
}

fn block(session: &mut Session, task: TaskId) {
    session.perform(&Command::Block(Block { task, what: "the key".into(), on: None })).unwrap();
}

#[test]
fn what_happened_since_a_moment_is_told_as_it_stands_now() {
    let mut session = team("facts");
    let [done, again, blocked, back] =
        ["Paint", "Sign", "Count", "Sell"].map(|title| add(&mut session, title));
    finish(&mut session, done);
    let since = session.now();
    assert_eq!(session.facts_since(since).unwrap(), FactsSince::default(), "what was before is not told");
    later(&mut session, 1);
    finish(&mut session, again);
    session.perform(&Command::Move(Move { task: again, to: State::Open, ending: Ending::Anyway })).unwrap();
    block(&mut session, blocked);
    block(&mut session, blocked);
    session
        .perform(&Command::Clear(Clear { task: blocked, which: Which::Nth(1), how: None, withdrawn: false }))
        .unwrap();
    claim(&mut session, back).unwrap();
    session.perform(&Command::GiveBack(GiveBack { task: back, note: None })).unwrap();
    claim(&mut session, back).unwrap();
    finish(&mut session, back);
    let told = session.facts_since(since).unwrap();
    let expected = FactsSince { done: 1, raised: 2, cleared: 1, given_back: 1, ..FactsSince::default() };
    assert_eq!(told, expected);
    assert_eq!(
        session.say_facts(&told),
        ["1 done", "2 blockers raised", "1 blocker cleared", "1 given back"]
    );
    session.undo().unwrap();
    assert_eq!(session.facts_since(since).unwrap().done, 0, "what was taken back is not told");
}

#[test]
fn a_claim_that_went_quiet_is_told_until_its_holder_goes_on() {
    let mut session = team("quiet facts");
    let task = add(&mut session, "Paint");
    claim(&mut session, task).unwrap();
    let since = session.now();
    later(&mut session, 30);
    assert_eq!(session.facts_since(since).unwrap().quiet, 1);
    session.perform(&Command::Renew(Renew { task })).unwrap();
    assert_eq!(session.facts_since(since).unwrap().quiet, 0);
}

#[test]
fn what_an_import_brought_waited_for_nobody_here() {
    let mut there = team("elsewhere");
    let task = add(&mut there, "Paint");
    later(&mut there, 1);
    claim(&mut there, task).unwrap();
    later(&mut there, 1);
    finish(&mut there, task);
    let bundle = there.export().unwrap();
    let mut here = imported(&bundle, Environment::fixed(there.now().plus_days(3), "here"));
    let facts = |session: &Session| session.board().figure_facts(session.now()).unwrap();
    let told = facts(&here);
    assert_eq!((told.waits, told.ended, told.took), (vec![], vec![], vec![]));
    assert_eq!(told.done.len(), 1, "that it was done is known, and when");
    later(&mut here, 1);
    let task = add(&mut here, "Sign");
    later(&mut here, 1);
    as_budi(&mut here);
    claim(&mut here, task).unwrap();
    finish(&mut here, task);
    let told = facts(&here);
    assert_eq!((told.waits.len(), told.ended.len(), told.done.len()), (1, 1, 2));
}

#[test]
fn what_became_of_the_actions_of_the_last_retros_is_counted_once_each() {
    use crate::domain::id::MeetingId;
    use crate::domain::meeting::{CardNames, Dots, MeetingKind};
    use crate::insight::figures::Actions;
    let mut session = team("actions");
    let [done, open, dropped] = ["Paint", "Sign", "Count"].map(|title| add(&mut session, title));
    let mut began = None;
    for tasks in [vec![], vec![done, open], vec![open, dropped]] {
        let id = MeetingId(session.new_id());
        let names = CardNames::Named;
        let retro = RetroSetup { format: None, columns: vec!["Helped".into()], names, dots: Dots::default() };
        let start = StartMeeting { id, kind: MeetingKind::Retro, retro: Some(retro) };
        session.perform(&Command::StartMeeting(start)).unwrap();
        for task in tasks {
            session.perform(&Command::ActOn(ActOn { meeting: id, task })).unwrap();
        }
        session.perform(&Command::EndMeeting(EndMeeting { meeting: id })).unwrap();
        began = began.or(Some(session.now()));
        later(&mut session, 7);
    }
    finish(&mut session, done);
    session
        .perform(&Command::Move(Move { task: dropped, to: State::Dropped, ending: Ending::Anyway }))
        .unwrap();
    let told = session.board().figure_facts(session.now()).unwrap().actions;
    assert_eq!(told, Actions { retros: 3, since: began, done: 1, open: 1, dropped: 1 });
}
