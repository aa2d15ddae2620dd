//! Undo and redo, of one's own last deed and of whole imports, and where somebody has built on them.

use super::tests::{add, as_budi, claim, environment, team};
use super::*;
use crate::domain::decide::{AddGoal, EditTask, Ending, GiveBack, Move, Remark};
use crate::domain::event::TaskEdited;
use crate::domain::id::GoalId;
use crate::domain::phrase::Read;
use crate::exchange::bundle::{self, Bundle};
use crate::store::Filter;

#[test]
fn undo_takes_back_the_last_action_and_redo_does_it_again() {
    let mut session = team("undo");
    let task = add(&mut session, "Move the shop list");
    claim(&mut session, task).unwrap();
    let before = session.board().fingerprints().unwrap();
    session.perform(&Command::Move(Move { task, to: State::Doing, ending: Ending::Own })).unwrap();
    let moved = session.board().fingerprints().unwrap();
    assert_ne!(before, moved);
    session.undo().unwrap();
    assert_eq!(session.board().fingerprints().unwrap(), before);
    session.redo().unwrap();
    assert_eq!(session.board().fingerprints().unwrap(), moved);
    for _ in 0..3 {
        session.undo().unwrap();
    }
    assert_eq!(session.board().counts().unwrap().live, 0, "the task itself is taken back last");
    assert!(session.undo().is_err());
}

#[test]
fn undo_refuses_where_somebody_has_built_on_it() {
    let mut session = team("built on");
    let ayu = session.me().unwrap();
    let task = add(&mut session, "Move the shop list");
    session.join("Budi", None).unwrap();
    claim(&mut session, task).unwrap();
    session.become_member(ayu).unwrap();
    let error = session.undo().unwrap_err();
    assert!(error.message.contains("Budi"), "{error}");
}

#[test]
fn what_was_built_and_taken_back_holds_nothing_up() {
    let mut session = team("taken back");
    let ayu = session.me().unwrap();
    let task = add(&mut session, "Move the shop list");
    session.join("Budi", None).unwrap();
    let budi = session.me().unwrap();
    claim(&mut session, task).unwrap();
    session.undo().unwrap();
    session.redo().unwrap();
    session.become_member(ayu).unwrap();
    assert!(session.undo().unwrap_err().message.contains("Budi"), "a redo stands like what it did again");
    session.become_member(budi).unwrap();
    session.undo().unwrap();
    session.become_member(ayu).unwrap();
    session.undo().unwrap();
    assert_eq!(session.board().counts().unwrap().live, 0);
    session.become_member(budi).unwrap();
    let before = session.board().journal_len().unwrap();
    assert!(session.redo().is_err(), "there is nothing to claim any more");
    assert_eq!(session.board().journal_len().unwrap(), before);
}

#[test]
fn undo_and_redo_bring_no_second_lead_in_silence() {
    let mut session = team("second lead by undo");
    let ayu = session.me().unwrap();
    let task = add(&mut session, "Move the shop list");
    claim(&mut session, task).unwrap();
    session.perform(&Command::GiveBack(decide::GiveBack { task, note: None })).unwrap();
    session.join("Budi", None).unwrap();
    let budi = session.me().unwrap();
    claim(&mut session, task).unwrap();
    session.become_member(ayu).unwrap();
    let error = session.undo().unwrap_err();
    assert!(error.message.contains("Budi"), "what Ayu gave back is Budi's now: {error}");
    session.become_member(budi).unwrap();
    session.undo().unwrap();
    session.become_member(ayu).unwrap();
    session.undo().unwrap();
    session.become_member(budi).unwrap();
    let error = session.redo().unwrap_err();
    assert!(error.message.contains("Ayu"), "Ayu has it again: {error}");
}

#[test]
fn a_lead_among_two_comes_back_where_it_was() {
    let mut session = crate::testing::sample_team(environment("two leads"));
    let filter = session.task_query("contract").unwrap().filter;
    let task = session.board().tasks(&filter, None, 0, 1).unwrap().rows[0].id;
    let before = session.board().task_row(task).unwrap().unwrap();
    session.perform(&Command::GiveBack(decide::GiveBack { task, note: None })).unwrap();
    assert_eq!(session.board().task_row(task).unwrap().unwrap().claims.len(), before.claims.len() - 1);
    session.undo().unwrap();
    assert_eq!(session.board().task_row(task).unwrap().unwrap(), before);
}

#[test]
fn a_handover_is_undone_and_done_again() {
    let mut session = team("handover");
    let ayu = session.me().unwrap();
    let task = add(&mut session, "Move the shop list");
    claim(&mut session, task).unwrap();
    session.join("Budi", None).unwrap();
    let budi = session.me().unwrap();
    session.become_member(ayu).unwrap();
    session.perform(&Command::Offer(decide::Offer { task, to: budi, note: None })).unwrap();
    session.become_member(budi).unwrap();
    session.perform(&Command::Accept(decide::Accept { task })).unwrap();
    let accepted = session.board().fingerprints().unwrap();
    session.undo().unwrap();
    session.redo().unwrap();
    assert_eq!(session.board().fingerprints().unwrap(), accepted);
}

#[test]
fn nobody_undoes_their_own_joining() {
    let mut session = team("own joining");
    assert!(session.undo().is_err(), "leaving is the way to undo it");
    assert_eq!(session.board().counts().unwrap().members, 1);
}

/// A board from elsewhere: a member, a goal, and tasks that serve it, the first of them led by the member.
fn elsewhere(tasks: usize) -> Bundle {
    let claim = bundle::Claim { member: "t:dewi".into(), part: "lead".into(), ..bundle::Claim::default() };
    let task = |n: usize| bundle::Task {
        key: format!("t:{n}"),
        title: format!("Card {n}"),
        goal: Some("t:goal".into()),
        claims: if n == 0 { vec![claim.clone()] } else { Vec::new() },
        ..bundle::Task::default()
    };
    Bundle {
        members: vec![bundle::Member {
            key: "t:dewi".into(),
            name: "Dewi".into(),
            ..bundle::Member::default()
        }],
        goals: vec![bundle::Goal { key: "t:goal".into(), title: "Open".into(), ..bundle::Goal::default() }],
        tasks: (0..tasks).map(task).collect(),
        ..Bundle::default()
    }
}

fn found(session: &Session, text: &str) -> TaskId {
    let filter = Filter { text: text.into(), ..Filter::default() };
    session.board().tasks(&filter, None, 0, 0).unwrap().rows[0].id
}

/// Budi acts from now on; the second time the board says that he is here already.
#[test]
fn an_import_that_nobody_touched_is_taken_back_whole_and_done_again() {
    let mut session = team("import");
    let counts = session.board().counts().unwrap();
    session.import(&elsewhere(3), &mut |_| {}).unwrap();
    let with = session.board().fingerprints().unwrap();
    session.undo().unwrap();
    assert_eq!(session.board().counts().unwrap(), counts);
    session.redo().unwrap();
    assert_eq!(session.board().fingerprints().unwrap(), with);
    session.undo().unwrap();
    assert_eq!(session.store.rebuild().unwrap().differed, Vec::<&str>::new());
}

#[test]
fn an_import_stays_where_somebody_has_built_on_any_part_of_it() {
    type Builds = fn(&mut Session);
    let builds: [(&str, Builds); 5] = [
        ("said something of a task of it", |session| {
            let task = found(session, "card 2");
            session.perform(&Command::Remark(Remark { task, text: "mine?".into() })).unwrap();
        }),
        ("claimed a task of it", |session| {
            let task = found(session, "card 1");
            claim(session, task).unwrap();
        }),
        ("put a task of their own under its goal", |session| {
            let task = add(session, "Own work");
            let goal = session.find("Open").unwrap();
            let edit = TaskEdited { goal: Some(Some(goal)), ..TaskEdited::default() };
            session.perform(&Command::EditTask(EditTask { task, edit })).unwrap();
        }),
        ("waits on a task of it", |session| {
            let task = add(session, "Own work");
            let on = Some(crate::domain::event::WaitsOn::Task(found(session, "card 2")));
            session.perform(&Command::Block(decide::Block { task, what: String::new(), on })).unwrap();
        }),
        ("is a member of it and claims something else", |session| {
            let task = add(session, "Own work");
            let dewi = session.find("Dewi").unwrap();
            session.act(Some(dewi));
            claim(session, task).unwrap();
        }),
    ];
    for (what, build) in builds {
        let mut session = team(what);
        let ayu = session.me().unwrap();
        as_budi(&mut session);
        session.become_member(ayu).unwrap();
        session.import(&elsewhere(3), &mut |_| {}).unwrap();
        let before = session.board().journal_len().unwrap();
        as_budi(&mut session);
        build(&mut session);
        let built = session.board().journal_len().unwrap();
        session.become_member(ayu).unwrap();
        let error = session.undo().expect_err(what);
        assert!(error.message.contains("Budi") || error.message.contains("Dewi"), "{what}: {error}");
        assert!(built > before && session.board().journal_len().unwrap() == built, "{what}");
        assert_eq!(session.board().counts().unwrap().goals, 1, "{what}: nothing of it is gone");
    }
}

#[test]
fn a_goal_stays_that_somebody_elses_task_names_though_a_third_wrote_it() {
    let mut session = team("named");
    let ayu = session.me().unwrap();
    let task = add(&mut session, "Own work");
    let id = GoalId(session.new_id());
    let goal = AddGoal { title: "Open".into(), ..AddGoal::blank(id) };
    session.perform(&Command::AddGoal(goal)).unwrap();
    as_budi(&mut session);
    let edit = TaskEdited { goal: Some(Some(id)), ..TaskEdited::default() };
    session.perform(&Command::EditTask(EditTask { task, edit })).unwrap();
    session.become_member(ayu).unwrap();
    let error = session.undo().unwrap_err();
    assert!(error.message.contains("Budi"), "who named it, not who wrote the task: {error}");
}

#[test]
fn who_leads_since_is_not_led_beside_by_an_undo_or_a_redo() {
    let mut session = team("beside");
    let ayu = session.me().unwrap();
    let given = add(&mut session, "Given back");
    let undone = add(&mut session, "Claim undone");
    as_budi(&mut session);
    session.become_member(ayu).unwrap();
    claim(&mut session, given).unwrap();
    session.perform(&Command::GiveBack(GiveBack { task: given, note: None })).unwrap();
    as_budi(&mut session);
    claim(&mut session, given).unwrap();
    session.become_member(ayu).unwrap();
    assert!(session.undo().unwrap_err().message.contains("Budi"));
    claim(&mut session, undone).unwrap();
    session.undo().unwrap();
    as_budi(&mut session);
    claim(&mut session, undone).unwrap();
    session.become_member(ayu).unwrap();
    assert!(session.redo().unwrap_err().message.contains("Budi"));
    assert_eq!(session.board().findings(session.now(), session.today(), 9).unwrap(), []);
}

#[test]
fn leaving_is_taken_back_only_where_nobody_stepped_in() {
    let mut session = team("leaving");
    let ayu = session.me().unwrap();
    let tasks = ["One", "Two"].map(|title| add(&mut session, title));
    as_budi(&mut session);
    session.become_member(ayu).unwrap();
    for task in tasks {
        claim(&mut session, task).unwrap();
    }
    let before = session.board().fingerprints().unwrap();
    let leave = Command::Leave(decide::Leave);
    session.perform(&leave).unwrap();
    session.undo().unwrap();
    assert_eq!(session.board().fingerprints().unwrap(), before);
    session.perform(&leave).unwrap();
    as_budi(&mut session);
    claim(&mut session, tasks[1]).unwrap();
    session.become_member(ayu).unwrap();
    assert!(session.undo().unwrap_err().message.contains("Budi"));
}

#[test]
fn what_was_taken_back_is_still_called_by_its_name() {
    let mut session = team("never a question mark");
    let task = add(&mut session, "Move the shop list");
    let handle = session.board().task_handle(task).unwrap();
    claim(&mut session, task).unwrap();
    session.undo().unwrap();
    session.undo().unwrap();
    let entries = session.journal().journal_of(task.into(), 9).unwrap();
    let entries = session.say_all(entries, Read::Anywhere).unwrap();
    let said: Vec<&str> = entries.iter().map(Entry::sentence).collect();
    let claimed = format!("Ayu claimed {handle} (Move the shop list)");
    let added = format!("Ayu added {handle}: Move the shop list");
    assert_eq!(said, [&format!("Ayu undid: {added}"), &format!("Ayu undid: {claimed}"), &claimed, &added]);
}

#[test]
fn an_action_of_thousands_of_records_is_undone_and_redone_as_one() {
    let mut session = team("thousands");
    let first = add(&mut session, "Before it");
    session.import(&elsewhere(2_100), &mut |_| {}).unwrap();
    let with = session.board().fingerprints().unwrap();
    session.undo().unwrap();
    assert_eq!(session.board().counts().unwrap().live, 1);
    session.redo().unwrap();
    assert_eq!(session.board().fingerprints().unwrap(), with);
    assert!(session.redo().is_err(), "there is one thing to redo, not its redo");
    session.undo().unwrap();
    session.undo().unwrap();
    assert_eq!(session.board().task_row(first).unwrap(), None, "undo goes on behind it");
}

#[test]
fn of_the_sample_team_one_undoes_ones_own_last_deed() {
    let mut session = crate::testing::sample_team(environment("demo"));
    let before = session.board().fingerprints().unwrap();
    assert!(session.undo().unwrap().sentence.text().contains("asked about what blocks bof"));
    session.redo().unwrap();
    assert_eq!(session.board().fingerprints().unwrap(), before);
}

#[test]
fn an_undo_that_is_cancelled_half_way_has_taken_nothing_back() {
    let mut session = team("cancelled");
    let tasks = (0..3).map(|n| bundle::Task { title: format!("Task {n}"), ..bundle::Task::default() });
    session.import(&Bundle { tasks: tasks.collect(), ..Bundle::default() }, &mut |_| {}).unwrap();
    let before = session.board().fingerprints().unwrap();
    let mut heard = Vec::new();
    let cancelled = session.take_back(Step::Undo, &mut |so_far, all| {
        heard.push((so_far, all));
        so_far < 2
    });
    assert!(cancelled.is_err());
    assert_eq!(heard, [(0, 3), (1, 3), (2, 3)]);
    assert_eq!(session.board().fingerprints().unwrap(), before);
    session.undo().unwrap();
    assert_eq!(session.board().counts().unwrap().live, 0);
}

#[test]
fn an_import_is_undone_as_a_whole_on_another_machine_too() {
    let mut here = team("here");
    add(&mut here, "Before it");
    let tasks = (0..5).map(|n| bundle::Task { title: format!("Task {n}"), ..bundle::Task::default() });
    here.import(&Bundle { tasks: tasks.collect(), ..Bundle::default() }, &mut |_| {}).unwrap();
    let mut lines = Vec::new();
    here.journal().lines(|line| lines.push(line.to_owned())).unwrap();
    let backwards = lines.iter().rev().cloned().collect::<Vec<_>>();
    let halves = [&lines[lines.len() / 2..], &lines[..lines.len() / 2]].concat();
    let receive = |lines: &[String]| {
        let store = Store::in_memory(here.board().board(), &Key::from_seed([7; 32])).unwrap();
        let mut there = Session::over(store, environment("there"));
        there.act(here.me());
        // One by one too: nobody knows how many will come.
        for lines in lines.chunks(2) {
            let mut writing = there.store.write().unwrap();
            assert_eq!(writing.receive(lines.iter().map(String::as_str)).unwrap(), 0);
            writing.commit().unwrap();
        }
        there
    };
    // What belongs together, whatever came first.
    let actions = |session: &Session| {
        let entries = session.journal().journal(None, 99).unwrap();
        let first = |action| entries.iter().find(|entry| entry.n == action).unwrap().record.id;
        entries.iter().map(|entry| (entry.record.id, first(entry.action))).collect::<BTreeMap<_, _>>()
    };
    for lines in [&lines, &backwards, &halves] {
        assert_eq!(actions(&receive(lines)), actions(&here));
    }
    let mut there = receive(&lines);
    there.undo().unwrap();
    assert_eq!(there.board().counts().unwrap().live, 1);
    there.redo().unwrap();
    assert_eq!(there.board().counts().unwrap().live, 6);
}
