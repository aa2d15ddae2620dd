//! Meetings of several at one board.

use super::tests::{add, claim, environment, team};
use super::*;
use crate::domain::decide::*;
use crate::domain::event::MeetingStarted;
use crate::domain::id::{MeetingId, RecordId};
use crate::domain::meeting::{How, Meeting, MeetingKind, Place, Step};
use crate::domain::subject::Subject;
use crate::domain::task::State;

const NAMES: [&str; 6] = ["Budi", "Citra", "Dewi", "Eka", "Fajar", "Gita"];

/// A team of seven, of which Ayu acts, and a stand-up that she began.
fn seven(seed: &str) -> (Session, Vec<MemberId>, MeetingId) {
    let mut session = team(seed);
    let ayu = session.me().unwrap();
    let mut members = vec![ayu];
    for name in NAMES {
        session.join(name, None).unwrap();
        members.push(session.me().unwrap());
    }
    session.act(Some(ayu));
    let id = start(&mut session).unwrap();
    (session, members, id)
}

fn start(session: &mut Session) -> Result<MeetingId, Error> {
    let id = MeetingId(session.new_id());
    session.perform(&Command::StartMeeting(StartMeeting { id, kind: MeetingKind::Standup, retro: None }))?;
    Ok(id)
}

fn meeting(session: &Session, id: MeetingId) -> Meeting {
    match session.board().subject(id.into()).unwrap() {
        Some(Subject::Meeting(meeting)) => *meeting,
        other => panic!("{other:?}"),
    }
}

fn turn(session: &Session, id: MeetingId) -> RecordId {
    meeting(session, id).course.now().unwrap().id
}

fn go(session: &mut Session, id: MeetingId, from: RecordId, to: Destination) -> Result<Done, Error> {
    session.perform(&Command::MoveMeeting(MoveMeeting { meeting: id, from, to, how: None }))
}

fn next(session: &mut Session, id: MeetingId) -> Result<Done, Error> {
    let from = turn(session, id);
    go(session, id, from, Destination::Next)
}

#[test]
fn next_goes_through_the_steps_asks_each_once_and_ends() {
    let (mut session, members, id) = seven("spine");
    let paf = add(&mut session, "Sign the contract");
    claim(&mut session, paf).unwrap();
    session.perform(&Command::Move(Move { task: paf, to: State::Doing, ending: Ending::Own })).unwrap();
    let mut steps = Vec::new();
    let mut presses = 0;
    while meeting(&session, id).is_open() {
        let place = meeting(&session, id).place().unwrap();
        if steps.last() != Some(&place.step) {
            steps.push(place.step);
        }
        next(&mut session, id).unwrap();
        presses += 1;
    }
    assert_eq!(steps, MeetingKind::Standup.steps().collect::<Vec<_>>());
    // Ayu was asked about her task; the six others in the round.
    assert_eq!(presses, 5 + 1 + 6 + 1 - 1);
    let over = meeting(&session, id);
    let heard: Vec<MemberId> = over.heard().map(|(member, _)| member).collect();
    assert_eq!(heard.len(), 7);
    assert!(members.iter().all(|member| over.how(*member) == Some(How::Spoke)));
}

#[test]
fn of_those_who_press_next_on_one_screen_one_moves_it_on() {
    let (mut session, members, id) = seven("twice");
    for _ in 0..3 {
        let shown = turn(&session, id);
        session.act(Some(members[0]));
        go(&mut session, id, shown, Destination::Next).unwrap();
        let records = session.board().journal_len().unwrap();
        session.act(Some(members[1]));
        let again = go(&mut session, id, shown, Destination::Next).unwrap_err();
        assert_eq!(again.kind, error::ErrorKind::Unchanged);
        assert!(again.message.starts_with("already moved on: "), "{again}");
        assert_eq!(session.board().journal_len().unwrap(), records);
    }
}

#[test]
fn a_second_of_its_kind_leads_into_the_first_and_a_forgotten_one_is_ended() {
    let (mut session, _, id) = seven("second");
    let refused = start(&mut session).unwrap_err();
    assert_eq!(
        (refused.message.as_str(), refused.hint.as_deref()),
        ("a meeting of this kind goes on already", Some("setara standup"))
    );
    session.environment.wait(3 * 3_600_000);
    let second = start(&mut session).unwrap();
    assert!(!meeting(&session, id).is_open());
    assert_eq!(session.board().open_meeting(MeetingKind::Standup).unwrap(), Some(second));
    // One action: one undo takes back both.
    session.undo().unwrap();
    assert_eq!(session.board().open_meeting(MeetingKind::Standup).unwrap(), Some(id));
}

#[test]
fn to_undo_a_move_is_to_go_back() {
    let (mut session, _, id) = seven("undo");
    next(&mut session, id).unwrap();
    assert_eq!(meeting(&session, id).place(), Some(Place::step(Step::Since)));
    session.undo().unwrap();
    assert_eq!(meeting(&session, id).place(), Some(Place::step(Step::Goals)));
    // Where somebody went on meanwhile there is nothing to go back from.
    next(&mut session, id).unwrap();
    let ayu = session.me();
    session.join("Hana", None).unwrap();
    next(&mut session, id).unwrap();
    session.act(ayu);
    assert!(session.undo().unwrap_err().message.starts_with("already moved on: "));
}

#[test]
fn an_end_is_undone_or_gone_on_from() {
    let (mut session, _, id) = seven("end");
    session.perform(&Command::EndMeeting(EndMeeting { meeting: id })).unwrap();
    assert_eq!(next(&mut session, id).unwrap_err().message, "the meeting is over");
    session.undo().unwrap();
    assert!(meeting(&session, id).is_open());
    session.perform(&Command::EndMeeting(EndMeeting { meeting: id })).unwrap();
    let from = turn(&session, id);
    go(&mut session, id, from, Destination::Step(Step::Park)).unwrap();
    assert_eq!(meeting(&session, id).place(), Some(Place::step(Step::Park)));
    assert!(meeting(&session, id).is_open());
}

#[test]
fn parked_topics_wait_in_the_drawer_until_somebody_takes_them_out() {
    let (mut session, _, id) = seven("drawer");
    let park = |session: &mut Session, meeting, text: &str| {
        let park = ParkTopic { meeting, text: text.into(), about: None, with: Vec::new() };
        session.perform(&Command::ParkTopic(park)).unwrap().records[0].id
    };
    let topic = park(&mut session, id, "Who has the keys?");
    assert!(session.board().drawer(9).unwrap().is_empty(), "it goes on");
    assert_eq!(session.search("keys", 9).unwrap().len(), 1);
    session.perform(&Command::EndMeeting(EndMeeting { meeting: id })).unwrap();
    assert_eq!(session.board().drawer(9).unwrap()[0].text, "Who has the keys?");
    let second = start(&mut session).unwrap();
    let task = add(&mut session, "Count the keys");
    let take = Command::TakeUp(TakeUp { meeting: second, topic, becomes: Some(task.into()) });
    let sentence = session.perform(&take).unwrap().sentence;
    assert!(sentence.text().ends_with("of a parked topic: Who has the keys?"), "{sentence:?}");
    assert!(session.board().drawer(9).unwrap().is_empty());
    assert_eq!(session.perform(&take).unwrap_err().kind, error::ErrorKind::Unchanged);
    session.undo().unwrap();
    assert_eq!(session.board().drawer(9).unwrap().len(), 1);
}

#[test]
fn who_left_is_not_asked_and_who_comes_late_is() {
    let (mut session, members, id) = seven("late");
    let of = |member: usize| Some(members[member]);
    session.perform(&Command::LeaveMeeting(LeaveMeeting { meeting: id, of: of(3) })).unwrap();
    session.act(of(4));
    session.perform(&Command::Away(Away { from: Some(session.today()), until: None })).unwrap();
    session.act(of(0));
    let today = session.today();
    let round = |session: &Session| {
        let ahead = session.board().ahead(MeetingKind::Standup, today).unwrap();
        meeting(session, id).still_to_hear(&ahead)
    };
    let asked = round(&session);
    assert!(asked.len() == 5 && !asked.contains(&members[3]) && !asked.contains(&members[4]));
    session.perform(&Command::JoinMeeting(JoinMeeting { meeting: id, of: of(4) })).unwrap();
    assert!(round(&session).contains(&members[4]));
}

#[test]
fn a_board_goes_out_and_comes_in_with_its_meetings() {
    let (mut session, members, id) = seven("out");
    let task = add(&mut session, "Sign the contract");
    let park =
        ParkTopic { meeting: id, text: "The till".into(), about: Some(task.into()), with: vec![members[2]] };
    let topic = session.perform(&Command::ParkTopic(park)).unwrap().records[0].id;
    for _ in 0..4 {
        next(&mut session, id).unwrap();
    }
    let from = turn(&session, id);
    go(&mut session, id, from, Destination::Back).unwrap();
    session.act(Some(members[5]));
    session.perform(&Command::TakeChair(TakeChair { meeting: id })).unwrap();
    session.perform(&Command::NextChair(NextChair { meeting: id, takes: true })).unwrap();
    session.act(Some(members[1]));
    session.perform(&Command::NextChair(NextChair { meeting: id, takes: false })).unwrap();
    session.perform(&Command::LeaveMeeting(LeaveMeeting { meeting: id, of: Some(members[6]) })).unwrap();
    session.perform(&Command::EndMeeting(EndMeeting { meeting: id })).unwrap();
    let second = start(&mut session).unwrap();
    session.perform(&Command::TakeUp(TakeUp { meeting: second, topic, becomes: Some(task.into()) })).unwrap();
    let bundle = session.export().unwrap();
    assert_eq!(bundle.meetings.len(), 2);
    let mut elsewhere = super::tests::imported(&bundle, environment("in"));
    assert_eq!(elsewhere.export().unwrap().meetings, bundle.meetings);
    let records = elsewhere.board().journal_len().unwrap();
    elsewhere.import(&bundle, &mut |_| {}).unwrap();
    assert_eq!(elsewhere.board().journal_len().unwrap(), records, "what is there is left as it is");
}

/// What came from a machine that knew of no other.
fn began_apart(session: &mut Session, by: MemberId) -> MeetingId {
    let id = MeetingId(session.new_id());
    let started = MeetingStarted::of(MeetingKind::Standup);
    let now = At(session.now().0 + 60_000);
    let mut writing = session.store.write().unwrap();
    writing.append(by, now, vec![Draft::new(id, started)]).unwrap();
    writing.commit().unwrap();
    id
}

#[test]
fn two_that_were_begun_apart_are_made_one() {
    let (mut session, members, id) = seven("apart");
    let other = began_apart(&mut session, members[1]);
    assert_eq!(session.board().open_meetings(MeetingKind::Standup).unwrap(), [id, other]);
    let join = |meeting, into| Command::JoinMeetings(JoinMeetings { meeting, into });
    assert!(session.perform(&join(id, id)).is_err(), "into itself nothing goes");
    session.perform(&join(other, id)).unwrap();
    assert_eq!(session.board().open_meetings(MeetingKind::Standup).unwrap(), [id]);
    assert_eq!(meeting(&session, other).went_into, Some(id));
    assert_eq!(session.board().meetings(MeetingKind::Standup, 9).unwrap().len(), 1, "it is listed once");
    assert_eq!(next(&mut session, other).unwrap_err().kind, error::ErrorKind::Refused);
    session.undo().unwrap();
    assert_eq!(session.board().open_meetings(MeetingKind::Standup).unwrap().len(), 2);
}

#[test]
fn one_that_is_over_does_not_go_on_while_another_does() {
    let (mut session, _, id) = seven("one at a time");
    session.environment.wait(3 * 3_600_000);
    start(&mut session).unwrap();
    let from = turn(&session, id);
    let refused = go(&mut session, id, from, Destination::Step(Step::Park)).unwrap_err();
    assert_eq!(refused.message, "a meeting of this kind goes on already");
}

#[test]
fn what_is_blocked_is_walked_first_and_then_the_board_from_the_right() {
    let (mut session, _, _) = seven("walk");
    let mut task = |title: &str, to: State, is_blocked: bool| {
        let task = add(&mut session, title);
        claim(&mut session, task).unwrap();
        if to != State::Open {
            session.perform(&Command::Move(Move { task, to, ending: Ending::Own })).unwrap();
        }
        if is_blocked {
            let block = Block { task, what: "the key".into(), on: None };
            session.perform(&Command::Block(block)).unwrap();
        }
        task
    };
    let doing = task("Sign", State::Doing, false);
    let stopped = task("Paint", State::Doing, true);
    let review = task("Sweep", State::Review, false);
    let waits = task("Count", State::Open, true);
    task("Later", State::Open, false);
    let parked = task("Laid aside", State::Doing, false);
    let until = session.today().succ_opt();
    session.perform(&Command::Park(Park { task: parked, until })).unwrap();
    let ahead = session.ahead(MeetingKind::Standup).unwrap();
    let walked: Vec<TaskId> = ahead.tasks.iter().map(|(task, _)| *task).collect();
    assert_eq!(walked, [stopped, waits, review, doing]);
}

#[test]
fn the_rota_is_of_those_who_were_there_and_begins_with_who_has_not_for_the_longest() {
    let (mut session, members, id) = seven("rota");
    assert_eq!(
        session.next_chair(MeetingKind::Standup).unwrap(),
        Some(members[0]),
        "nobody else is there yet"
    );
    for member in [4, 2] {
        session.act(Some(members[member]));
        session.perform(&Command::JoinMeeting(JoinMeeting { meeting: id, of: None })).unwrap();
    }
    // Neither ever has, and both joined in one moment: the ids decide.
    let (first, second) = (members[2].min(members[4]), members[2].max(members[4]));
    let next = |session: &Session| session.next_chair(MeetingKind::Standup).unwrap();
    assert_eq!(next(&session), Some(first));
    session.act(Some(first));
    session.perform(&Command::NextChair(NextChair { meeting: id, takes: false })).unwrap();
    assert_eq!(next(&session), Some(second), "who passes is not asked");
    session.act(Some(members[6]));
    session.perform(&Command::NextChair(NextChair { meeting: id, takes: true })).unwrap();
    assert_eq!(next(&session), Some(members[6]), "who takes it has it");
}
