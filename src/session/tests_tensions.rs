//! Tensions, from what is felt to what came of it: sensed, taken up, made a task, settled by whoever sensed them; and
//! findings that are made one.

use super::tests::{add, as_budi, claim, environment, imported, team};
use super::*;
use crate::domain::decide::{
    Become, ClaimAs, CloseTension, Command, Ending, Leave, Move, Sense, TakeUpTension, TakeWay,
};
use crate::domain::id::{MemberId, TaskId, TensionId};
use crate::domain::settlement::WayOut;
use crate::domain::task::State;
use crate::domain::tension::{Closing, Outcome, Phase};
use crate::insight::agenda;

const IS: &str = "Nobody answers after five";
const COULD: &str = "One of us is there until seven\n\nEach for a week";

fn sense(session: &mut Session, about: Option<SubjectId>) -> TensionId {
    let id = TensionId(session.new_id());
    let sense = Sense { id, is: IS.into(), could: COULD.into(), about, serves: None };
    session.perform(&Command::Sense(sense)).unwrap();
    id
}

fn close(session: &mut Session, tension: TensionId, way: Closing, why: Option<&str>) -> Result<Done, Error> {
    let why = why.map(str::to_owned);
    session.perform(&Command::CloseTension(CloseTension { tension, way, why }))
}

fn phase(session: &Session, id: TensionId) -> Phase {
    session.board().tension_row(id).unwrap().unwrap().phase
}

fn done(session: &mut Session, task: TaskId) {
    session.perform(&Command::Move(Move { task, to: State::Done, ending: Ending::Anyway })).unwrap();
}

/// What the agenda says of tensions.
fn talked_about(session: &Session) -> Vec<String> {
    let topics = session.agenda().unwrap().into_iter();
    topics.filter(|topic| topic.sort == agenda::Sort::Tension).map(|topic| topic.said).collect()
}

#[test]
fn it_goes_from_sensed_to_settled_and_the_agenda_asks_where_nobody_else_does() {
    let mut session = team("tension");
    let ayu = session.me().unwrap();
    let id = sense(&mut session, None);
    let handle = session.board().handle_of(id).unwrap();
    assert_eq!(phase(&session, id), Phase::Sensed);
    assert_eq!(talked_about(&session), [format!("{handle}, sensed by Ayu, waits for somebody: {IS}")]);
    as_budi(&mut session);
    let take_up = Command::TakeUpTension(TakeUpTension { tension: id });
    session.perform(&take_up).unwrap();
    assert_eq!(phase(&session, id), Phase::TakenUp);
    assert_eq!(talked_about(&session), Vec::<String>::new());
    let again = session.perform(&take_up).unwrap_err();
    assert_eq!(again.kind, ErrorKind::Unchanged);
    let task = TaskId(session.new_id());
    let commands = session.task_of_tension(id, task, None).unwrap();
    session.perform_all(&commands).unwrap();
    let row = session.board().tension_row(id).unwrap().unwrap();
    assert_eq!((row.phase, &row.became), (Phase::InHand, &vec![task]));
    // It is called by the first line of what could be, and says where it came from.
    assert_eq!(session.board().task_row(task).unwrap().unwrap().title, "One of us is there until seven");
    assert_eq!(session.board().tensions_behind(task, 9).unwrap()[0].id, id);
    done(&mut session, task);
    assert_eq!(phase(&session, id), Phase::Asked);
    let asked = format!("{handle}: what it became has ended. Ayu, is it settled? ({IS})");
    assert_eq!(talked_about(&session), [asked]);
    assert_eq!(session.board().tension_counts().unwrap(), (1, 1));
    session.become_member(ayu).unwrap();
    close(&mut session, id, Closing::Settled, None).unwrap();
    assert_eq!((phase(&session, id), talked_about(&session).len()), (Phase::Settled, 0));
    assert_eq!(session.board().tensions(false, 0, 9).unwrap(), []);
    assert_eq!(session.board().tensions(true, 0, 9).unwrap().len(), 1);
    let over = session.perform(&take_up).unwrap_err();
    assert_eq!(over.message, format!("{handle} is over"));
}

#[test]
fn a_task_that_goes_on_in_another_one_leaves_it_in_hand() {
    let mut session = team("merged");
    let id = sense(&mut session, None);
    let [one, other] = ["Be there until seven", "Stay until seven"].map(|title| add(&mut session, title));
    session.perform(&Command::Become(Become { tension: id, what: Outcome::Task(one) })).unwrap();
    let way = WayOut::MergeTask { task: one, into: other, helps: false };
    let merge = TakeWay::new(session.store.board(), way, Vec::new(), None);
    session.perform(&Command::TakeWay(merge)).unwrap();
    assert_eq!((phase(&session, id), talked_about(&session).len()), (Phase::InHand, 0));
    done(&mut session, other);
    assert_eq!((phase(&session, id), talked_about(&session).len()), (Phase::Asked, 1));
    assert_eq!(session.board().tension_counts().unwrap(), (1, 1));
    session.undo().unwrap();
    session.undo().unwrap();
    assert_eq!(phase(&session, id), Phase::InHand);
}

#[test]
fn only_who_sensed_it_says_that_it_is_over_until_they_leave() {
    let mut session = team("whose tension");
    let ayu = session.me().unwrap();
    let [one, other] = [(); 2].map(|()| sense(&mut session, None));
    as_budi(&mut session);
    let budi = session.me().unwrap();
    for (way, why) in [(Closing::Settled, None), (Closing::LetGo, Some("too dear"))] {
        let refused = close(&mut session, one, way, why).unwrap_err();
        let handle = session.board().handle_of(one).unwrap();
        assert_eq!(refused.message, format!("Ayu sensed {handle}, and says when it is over"));
        assert_eq!(refused.hint, Some(format!("setara tension take-up {handle}")));
    }
    session.act(Some(ayu));
    let refused = close(&mut session, one, Closing::LetGo, None).unwrap_err();
    assert_eq!(refused.message, "there are no words in it", "it is let go for a reason");
    close(&mut session, one, Closing::LetGo, Some("too dear")).unwrap();
    assert_eq!(phase(&session, one), Phase::LetGo);
    session.perform(&Command::Leave(Leave)).unwrap();
    session.act(Some(budi));
    close(&mut session, other, Closing::Settled, Some("we take turns")).unwrap();
    assert_eq!(phase(&session, other), Phase::Settled);
}

#[test]
fn it_is_about_work_and_never_about_a_person() {
    let mut session = team("no person");
    let ayu = session.me().unwrap();
    let task = add(&mut session, "Answer the telephone");
    let records = session.board().journal_len().unwrap();
    let mut refused = |is: &str, could: &str, about: Option<SubjectId>| {
        let (id, is, could) = (TensionId(session.new_id()), is.to_owned(), could.to_owned());
        session.perform(&Command::Sense(Sense { id, is, could, about, serves: None })).unwrap_err().message
    };
    let person = "a tension about a person is between people, and not for the board";
    assert_eq!(refused(IS, COULD, Some(ayu.into())), person);
    assert_eq!(refused(IS, " \n", Some(task.into())), "it is not said what could be");
    assert_eq!(refused("", COULD, None), "the title is empty");
    assert_eq!(session.board().journal_len().unwrap(), records);
    let id = sense(&mut session, Some(task.into()));
    assert_eq!(session.board().tensions_about(task.into(), 9).unwrap()[0].id, id);
    assert_eq!(session.search("until seven", 9).unwrap().len(), 1, "what could be is found, too");
}

#[test]
fn what_rests_on_it_keeps_it_and_what_it_became_from_being_undone() {
    let mut session = team("rests");
    let ayu = session.me().unwrap();
    let id = sense(&mut session, None);
    as_budi(&mut session);
    let task = add(&mut session, "Be there until seven");
    let budi = session.me().unwrap();
    session.act(Some(ayu));
    session.perform(&Command::Become(Become { tension: id, what: Outcome::Task(task) })).unwrap();
    session.act(Some(budi));
    assert_eq!(session.undo().unwrap_err().kind, ErrorKind::Refused, "a tension became it");
    session.perform(&Command::TakeUpTension(TakeUpTension { tension: id })).unwrap();
    session.act(Some(ayu));
    session.undo().unwrap();
    assert_eq!(phase(&session, id), Phase::TakenUp);
    assert_eq!(session.undo().unwrap_err().kind, ErrorKind::Refused, "Budi looks after it");
    session.redo().unwrap();
    assert_eq!(phase(&session, id), Phase::InHand);
}

/// Ayu and Budi both lead one task; the key of what the board asks about that.
fn asked(session: &mut Session) -> (TaskId, String) {
    led_twice(session, "Print the flyers")
}

fn led_twice(session: &mut Session, title: &str) -> (TaskId, String) {
    let task = add(session, title);
    claim(session, task).unwrap();
    let budi = session.find("Budi").ok();
    match budi {
        Some(budi) => session.act(Some(budi)),
        None => as_budi(session),
    }
    let contest = ClaimAs::Contest("the paper is mine".into());
    session.perform(&Command::Claim(decide::Claim { task, part: contest })).unwrap();
    (task, format!("O1:{task}"))
}

fn open(session: &Session) -> usize {
    session.board().findings(session.now(), session.today(), 9).unwrap().len()
}

#[test]
fn a_finding_made_a_tension_is_answered_while_that_is_open() {
    let mut session = team("became");
    let (task, key) = asked(&mut session);
    assert_eq!(open(&session), 1);
    let id = TensionId(session.new_id());
    let commands = session.settle_as_tension(id, &[&key], "One leads, the other helps", None).unwrap();
    session.perform_all(&commands).unwrap();
    let row = session.board().tensions(false, 0, 9).unwrap().pop().unwrap();
    assert_eq!(row.about, Some(task.into()));
    assert!(row.is.ends_with("Ayu and Budi both lead (Print the flyers)"), "{}", row.is);
    assert_eq!((row.could.as_str(), open(&session)), ("One leads, the other helps", 0));
    let settled = session.board().settled(session.now(), session.today(), 9).unwrap().pop().unwrap();
    assert_eq!(settled.settled.unwrap().became, Some(row.id));
    // It is one action.
    session.undo().unwrap();
    assert_eq!((open(&session), session.board().tension_counts().unwrap()), (1, (0, 0)));
    session.redo().unwrap();
    assert_eq!((open(&session), session.board().tension_counts().unwrap()), (0, (1, 0)));
    // The facts still say so when it is over: the board asks again.
    close(&mut session, row.id, Closing::LetGo, Some("nobody knows how")).unwrap();
    assert_eq!(open(&session), 1);
    session.undo().unwrap();
    assert_eq!(open(&session), 0);
}

#[test]
fn several_findings_are_one_tension_and_what_somebody_has_in_hand_is_none() {
    let mut session = team("several");
    let ayu = session.me().unwrap();
    for n in 0..4 {
        let task = add(&mut session, &format!("Task {n}"));
        claim(&mut session, task).unwrap();
        session.perform(&Command::Move(Move { task, to: State::Doing, ending: Ending::Anyway })).unwrap();
    }
    for title in ["Sell", "Buy"] {
        session.act(Some(ayu));
        led_twice(&mut session, title);
    }
    session.act(Some(ayu));
    let held = session.board().findings(session.now(), session.today(), 99).unwrap().into_iter();
    let keys: Vec<String> = held.map(|held| held.finding.key).collect();
    let load = format!("L1:{ayu}");
    let (loads, others): (Vec<&str>, Vec<&str>) =
        keys.iter().map(String::as_str).partition(|key| key.starts_with("L1"));
    assert_eq!((loads, others.len()), (vec![&*load], 2), "{keys:?}");
    let all: Vec<&str> = keys.iter().map(String::as_str).collect();
    let id = TensionId(session.new_id());
    let refused = session.settle_as_tension(id, &all, "Fewer at once", None).unwrap_err();
    assert!(refused.message.contains("between people"), "{}", refused.message);
    let commands = session.settle_as_tension(id, &others, "One leads", None).unwrap();
    session.perform_all(&commands).unwrap();
    assert_eq!(open(&session), 1);
    let tensions = session.board().tensions(false, 0, 9).unwrap();
    assert_eq!(tensions.len(), 1);
    assert!(tensions[0].is.ends_with("+1"), "{}", tensions[0].is);
}

#[test]
fn tensions_and_what_they_answer_go_out_and_come_in_once() {
    let mut session = team("tensions out");
    let (_, key) = asked(&mut session);
    let id = TensionId(session.new_id());
    let commands = session.settle_as_tension(id, &[&key], "One leads", None).unwrap();
    session.perform_all(&commands).unwrap();
    let id = sense(&mut session, None);
    session.perform(&Command::TakeUpTension(TakeUpTension { tension: id })).unwrap();
    let task = TaskId(session.new_id());
    let commands = session.task_of_tension(id, task, Some("Be there".into())).unwrap();
    session.perform_all(&commands).unwrap();
    close(&mut session, id, Closing::LetGo, Some("too dear")).unwrap();
    let bundle = session.export().unwrap();
    assert_eq!(bundle.tensions.len(), 2);
    let mut elsewhere = imported(&bundle, environment("tensions in"));
    let again = elsewhere.export().unwrap();
    assert_eq!((&again.tensions, &again.settlements), (&bundle.tensions, &bundle.settlements));
    let by: MemberId = elsewhere.board().tension_row(id).unwrap().unwrap().by;
    assert_eq!(Some(by), session.board().tension_row(id).unwrap().map(|row| row.by));
    let records = elsewhere.board().journal_len().unwrap();
    elsewhere.import(&bundle, &mut |_| {}).unwrap();
    assert_eq!(elsewhere.board().journal_len().unwrap(), records);
    // What a file makes of a person stands without them.
    let mut forged = bundle.clone();
    forged.tensions[1].about = forged.tensions[1].by.clone();
    let stranger = imported(&forged, environment("tensions forged")).export().unwrap();
    assert_eq!((stranger.tensions[1].about.as_ref(), stranger.tensions.len()), (None, 2));
}
