//! The door, tried as commands and keys use it.

use super::*;
use crate::domain::decide::{AddTask, Claim, ClaimAs, Move, Place};
use crate::store::Filter;

fn surroundings(seed: &str) -> Surroundings {
    // A Wednesday.
    Surroundings::fixed("2026-11-18T09:00:00Z".parse::<chrono::DateTime<chrono::Utc>>().unwrap().into(), seed)
}

fn team(seed: &str) -> Session {
    let mut surroundings = surroundings(seed);
    let store = Store::in_memory(BoardId(surroundings.id()), &Key::from_seed(surroundings.seed())).unwrap();
    let me = MemberId(surroundings.id());
    let join = Command::Join(Join { name: "Ayu".into(), initials: None });
    Session::begin(store, me, "Warung Kode", &join, surroundings).unwrap()
}

fn add(session: &mut Session, title: &str) -> TaskId {
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
    let mut session = Session::demo(surroundings("own joining")).unwrap();
    assert!(session.undo().is_err(), "the sample team is not one's own deed");
    assert!(session.board().counts().unwrap().members > 0);
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
    let mut surroundings = surroundings("in");
    let store = Store::in_memory(BoardId(surroundings.id()), &Key::from_seed(surroundings.seed())).unwrap();
    let mut other = Session::over(store, surroundings);
    other.bring_whole(&out).unwrap();
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
