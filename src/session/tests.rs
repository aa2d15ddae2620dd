//! The door, tried as commands and keys use it.

use super::*;
use crate::domain::decide::{AddGoal, AddTask, Claim, ClaimAs, EditTask, GiveBack, Move, Place, Remark};
use crate::domain::event::TaskEdited;
use crate::domain::goal::Horizon;
use crate::domain::id::GoalId;
use crate::domain::settlement::Verdict;
use crate::exchange::bundle::{self, Bundle};
use crate::store::Filter;

fn surroundings(seed: &str) -> Surroundings {
    // A Wednesday.
    Surroundings::fixed("2026-11-18T09:00:00Z".parse::<chrono::DateTime<chrono::Utc>>().unwrap().into(), seed)
}

pub(super) fn team(seed: &str) -> Session {
    let mut surroundings = surroundings(seed);
    let store = Store::in_memory(BoardId(surroundings.id()), &Key::from_seed(surroundings.seed())).unwrap();
    let me = MemberId(surroundings.id());
    let join = Command::Join(Join { name: "Ayu".into(), initials: None });
    Session::begin(store, me, "Warung Kode", &join, surroundings).unwrap()
}

/// A board that is brought in whole from a file; its first member acts.
pub(super) fn brought(bundle: &Bundle, mut surroundings: Surroundings) -> Session {
    let store = Store::in_memory(BoardId(surroundings.id()), &Key::from_seed(surroundings.seed())).unwrap();
    let mut session = Session::over(store, surroundings);
    let (board, now, me) = (session.store.board(), session.now(), lived::first(bundle).unwrap());
    let started = BoardStarted { name: bundle.name.clone().unwrap() };
    let mut writing = session.store.write().unwrap();
    writing.append(me, now, vec![Draft::new(board, Event::BoardStarted(started))]).unwrap();
    writing.commit().unwrap();
    session.bring_as(me, bundle, &mut |_| {}).unwrap();
    session.me = Some(me);
    session
}

pub(super) fn add(session: &mut Session, title: &str) -> TaskId {
    let id = TaskId(session.new_id());
    let place = session.place(id, PlaceAt::End).unwrap();
    session.perform(&Command::AddTask(AddTask::titled(id, title, place))).unwrap();
    id
}

fn claim(session: &mut Session, task: TaskId) -> Result<Done, Error> {
    session.perform(&Command::Claim(Claim { task, part: ClaimAs::Lead }))
}

#[test]
fn a_second_lead_is_told_who_holds_it() {
    let mut session = team("second lead");
    let ayu = session.me().unwrap();
    let task = add(&mut session, "Sign the payment contract");
    claim(&mut session, task).unwrap();
    session.join("Budi", None).unwrap();
    let error = claim(&mut session, task).unwrap_err();
    assert!(error.message.contains("Ayu"), "{error}");
    assert!(error.hint.unwrap().starts_with("setara help-with "));
    session.become_member(ayu).unwrap();
    assert!(claim(&mut session, task).is_err(), "one's own claim is not claimed again");
}

#[test]
fn undo_takes_back_the_last_action_and_redo_does_it_again() {
    let mut session = team("undo");
    let task = add(&mut session, "Move the shop list");
    claim(&mut session, task).unwrap();
    let before = session.board().fingerprints().unwrap();
    session.perform(&Command::Move(Move { task, to: State::Doing })).unwrap();
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
    let mut session = Session::demo(surroundings("two leads")).unwrap();
    let filter = session.filter("contract").unwrap().filter;
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

#[test]
fn the_sample_team_has_something_to_find_for_every_rule() {
    let mut session = Session::demo(surroundings("demo")).unwrap();
    let held = session.board().findings(session.now(), session.today(), 100).unwrap();
    for held in &held {
        println!("{} {}", session.spoken_key(held).unwrap(), session.say_finding(held).unwrap());
    }
    for rule in crate::insight::Rule::ALL {
        assert!(held.iter().any(|held| held.finding.rule == *rule), "{rule:?} finds nothing");
    }
    assert!(held.len() <= 26, "a working team, not ruins: {}", held.len());
    let rebuilt = session.store.rebuild().unwrap();
    assert_eq!(rebuilt.differed, Vec::<&str>::new());
    assert_eq!((rebuilt.damaged, rebuilt.records > 100), (0, true));
    let window = session.board().tasks(&Filter::default(), None, 0, 5).unwrap();
    assert_eq!(window.rows.len(), 6);
    assert!(window.more_after && !window.more_before);
}

#[test]
fn a_board_handed_out_and_brought_in_again_is_the_same_board() {
    let session = Session::demo(surroundings("out")).unwrap();
    let out = session.hand_out().unwrap();
    let mut other = brought(&out, surroundings("in"));
    let again = other.hand_out().unwrap();
    pretty(&again, &out);
    let known = other.bring(&out, &mut |_| {}).unwrap();
    assert_eq!((known.tasks, known.members), (0, 0), "the same file twice adds nothing twice");
}

fn pretty(a: &crate::exchange::Bundle, b: &crate::exchange::Bundle) {
    let (a, b) = (serde_json::to_string_pretty(a).unwrap(), serde_json::to_string_pretty(b).unwrap());
    for (a, b) in a.lines().zip(b.lines()) {
        assert_eq!(a, b);
    }
    assert_eq!(a.len(), b.len());
}

#[test]
fn a_window_is_found_from_the_selected_id() {
    let mut session = team("window");
    let ids: Vec<_> = (0..30).map(|n| add(&mut session, &format!("Task number {n}"))).collect();
    let window = session.board().tasks(&Filter::default(), Some(ids[15]), 5, 5).unwrap();
    assert_eq!(window.rows.iter().map(|row| row.id).collect::<Vec<_>>(), ids[10..=20]);
    assert_eq!((window.at, window.more_before, window.more_after), (5, true, true));
    let filter = Filter { text: "numb 7".into(), ..Filter::default() };
    let found = session.board().tasks(&filter, None, 0, 50).unwrap();
    assert_eq!(found.rows.iter().map(|row| row.id).collect::<Vec<_>>(), [ids[7]]);
    let last = session.board().last_tasks(&Filter::default(), 3).unwrap();
    assert_eq!(last.rows.iter().map(|row| row.id).collect::<Vec<_>>(), ids[27..]);
    let place = session.place(ids[29], PlaceAt::Before(ids[0])).unwrap();
    let _: Place = place.clone();
    session.perform(&Command::RankTask(decide::RankTask { task: ids[29], place, reason: None })).unwrap();
    assert_eq!(session.board().tasks(&Filter::default(), None, 0, 0).unwrap().rows[0].id, ids[29]);
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
fn as_budi(session: &mut Session) {
    let _ = session.join("Budi", None);
}

#[test]
fn an_import_that_nobody_touched_is_taken_back_whole_and_done_again() {
    let mut session = team("import");
    let counts = session.board().counts().unwrap();
    session.bring(&elsewhere(3), &mut |_| {}).unwrap();
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
            let goal = session.goal("Open").unwrap();
            let edit = TaskEdited { goal: Some(Some(goal)), ..EditTask::NOTHING };
            session.perform(&Command::EditTask(EditTask { task, edit })).unwrap();
        }),
        ("waits on a task of it", |session| {
            let task = add(session, "Own work");
            let on = Some(crate::domain::event::WaitsOn::Task(found(session, "card 2")));
            session.perform(&Command::Block(decide::Block { task, what: String::new(), on })).unwrap();
        }),
        ("is a member of it and claims something else", |session| {
            let task = add(session, "Own work");
            session.me = Some(session.member("Dewi").unwrap());
            claim(session, task).unwrap();
        }),
    ];
    for (what, build) in builds {
        let mut session = team(what);
        let ayu = session.me().unwrap();
        as_budi(&mut session);
        session.become_member(ayu).unwrap();
        session.bring(&elsewhere(3), &mut |_| {}).unwrap();
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
    let (title, horizon) = ("Open".into(), Horizon::Short);
    let (why, parent, measure, unit, baseline, target) = (None, None, None, None, None, None);
    let (due, review) = (None, None);
    let goal = AddGoal { id, title, why, horizon, parent, measure, unit, baseline, target, due, review };
    session.perform(&Command::AddGoal(goal)).unwrap();
    as_budi(&mut session);
    let edit = TaskEdited { goal: Some(Some(id)), ..EditTask::NOTHING };
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
    let leave = session.leave().unwrap();
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
fn an_action_of_thousands_of_records_is_undone_and_redone_as_one() {
    let mut session = team("thousands");
    let first = add(&mut session, "Before it");
    session.bring(&elsewhere(2_100), &mut |_| {}).unwrap();
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
    let mut session = Session::demo(surroundings("demo")).unwrap();
    let before = session.board().fingerprints().unwrap();
    assert!(session.undo().unwrap().sentence.contains("asked about what blocks bom"));
    session.redo().unwrap();
    assert_eq!(session.board().fingerprints().unwrap(), before);
}

#[test]
fn a_window_stays_at_the_place_of_a_task_that_passes_its_filter_no_more() {
    let mut session = team("stays");
    let ids: Vec<_> = (0..9).map(|n| add(&mut session, &format!("Task number {n}"))).collect();
    claim(&mut session, ids[4]).unwrap();
    claim(&mut session, ids[8]).unwrap();
    let free = Filter { unclaimed: true, ..Filter::default() };
    let at = |selected: TaskId, filter: &Filter| {
        let window = session.board().tasks(filter, Some(selected), 2, 2).unwrap();
        (window.rows[window.at].id, window.more_before, window.more_after)
    };
    assert_eq!(at(ids[4], &free), (ids[5], true, false));
    assert_eq!(at(ids[8], &free), (ids[7], true, false), "the last one, where nothing comes after");
    let finished = Filter { finished: true, ..Filter::default() };
    let window = session.board().tasks(&finished, Some(ids[4]), 2, 2).unwrap();
    assert_eq!((window.rows.len(), window.at), (0, 0), "it is in another list");
}

#[test]
fn pages_meet_also_among_equal_ranks_and_in_finished_work() {
    let mut session = team("pages");
    let mut ids = Vec::new();
    for n in 0..12 {
        let id = TaskId(session.new_id());
        // Four at a time chose one place apart.
        let place = Place { after: Some(["3", "5", "7"][n / 4].into()), before: None };
        session.perform(&Command::AddTask(AddTask::titled(id, format!("Task {n}"), place))).unwrap();
        ids.push(id);
    }
    let check = |session: &Session, filter: &Filter| {
        let all = session.board().tasks(filter, None, 0, 50).unwrap().rows;
        assert_eq!(all.len(), 12);
        for (n, row) in all.iter().enumerate() {
            let window = session.board().tasks(filter, Some(row.id), 2, 3).unwrap();
            assert_eq!(window.rows, all[n.saturating_sub(2)..(n + 4).min(12)], "around {n}");
            assert_eq!(
                (window.at, window.more_before, window.more_after),
                (n.min(2), n > 2, n + 4 < 12),
                "around {n}"
            );
        }
    };
    check(&session, &Filter::default());
    for (n, task) in ids.into_iter().enumerate() {
        session.surroundings.wait(i64::from(n % 3 == 0));
        session.perform(&Command::Move(Move { task, to: State::Done })).unwrap();
    }
    check(&session, &Filter { finished: true, ..Filter::default() });
}

#[test]
fn a_finding_is_meant_by_rule_and_handle_however_many_there_are() {
    let mut session = team("many findings");
    let ids: Vec<_> = (0..30).map(|n| add(&mut session, &format!("Task {n}"))).collect();
    for id in &ids {
        claim(&mut session, *id).unwrap();
    }
    let offset = 40 * 24 * 3_600_000;
    session.surroundings.wait(offset);
    for id in &ids {
        let handle = session.board().task_handle(*id).unwrap();
        let held = session.finding(&format!("s1:{handle}")).unwrap();
        assert_eq!(held.finding.facts.tasks, [*id]);
    }
    assert!(session.finding("S1").is_err(), "many");
}

#[test]
fn an_offer_of_a_claim_that_was_given_back_awaits_nothing() {
    let mut session = team("offer over");
    let ayu = session.me().unwrap();
    let task = add(&mut session, "Move the shop list");
    as_budi(&mut session);
    let budi = session.me().unwrap();
    session.become_member(ayu).unwrap();
    claim(&mut session, task).unwrap();
    session.perform(&Command::Offer(decide::Offer { task, to: budi, note: None })).unwrap();
    assert_eq!(session.board().offers_to(budi, At(0)).unwrap().len(), 1);
    session.perform(&Command::GiveBack(GiveBack { task, note: None })).unwrap();
    assert_eq!(session.board().offers_to(budi, At(0)).unwrap(), []);
}

#[test]
fn an_answer_without_a_day_holds_as_long_as_its_verdict_says() {
    let mut session = Session::demo(surroundings("answers")).unwrap();
    session.be(Some("Ayu")).unwrap();
    let (now, today) = (session.now(), session.today());
    let open = session.board().findings(now, today, 50).unwrap();
    let days =
        [(Verdict::Fixed, Some("2026-11-21")), (Verdict::Fine, Some("2026-12-18")), (Verdict::Tension, None)];
    for ((verdict, until), held) in days.into_iter().zip(&open) {
        let key = &held.finding.key;
        let command = session.settle(key, verdict, "so it is", None).unwrap();
        session.perform(&command).unwrap();
        let answered = session.board().settled(now, today, 90).unwrap();
        let settled =
            answered.into_iter().find(|held| held.finding.key == *key).and_then(|held| held.settled);
        let kept = settled.unwrap().until.map(|day| day.to_string());
        assert_eq!(kept.as_deref(), until, "{verdict:?}");
    }
}
