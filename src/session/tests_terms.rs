//! What a team agrees on, as commands and the settings screen use it.

use super::*;
use crate::domain::calendar::At;
use crate::domain::decide::{AddTask, Block, Claim, ClaimAs, EndMeeting, Place, Remark, Renew, StartMeeting};
use crate::domain::id::MeetingId;
use crate::domain::meeting::MeetingKind;
use crate::domain::terms::Number;

/// A Wednesday.
const NOW: &str = "2026-11-18T09:00:00Z";

fn at(text: &str) -> At {
    text.parse::<chrono::DateTime<chrono::Utc>>().unwrap().into()
}

fn team(seed: &str) -> Session {
    let mut environment = Environment::fixed(at(NOW), seed);
    let store = Store::in_memory(BoardId(environment.id()), &Key::from_seed(environment.seed())).unwrap();
    let me = MemberId(environment.id());
    let join = Command::Join(Join { name: "Ayu".into(), initials: None });
    Session::begin(store, me, "Warung Kode", &join, environment).unwrap()
}

fn task(session: &mut Session) -> TaskId {
    let id = TaskId(session.new_id());
    session.perform(&Command::AddTask(AddTask::titled(id, "Sign the payment contract", Place::End))).unwrap();
    id
}

fn set(session: &mut Session, name: &str, value: &str) -> Result<String, Error> {
    let command = session.term(name).and_then(|term| session.set_term(term, value))?;
    session.perform(&command).map(|done| done.sentence.text().to_owned())
}

fn lease(session: &Session, task: TaskId) -> At {
    session.board().task_row(task).unwrap().unwrap().claims[0].lease
}

#[test]
fn a_claim_stands_under_the_terms_at_which_it_was_made() {
    let mut session = team("promises");
    let (old, new) = (task(&mut session), task(&mut session));
    let lead = |session: &mut Session, task| {
        session.perform(&Command::Claim(Claim { task, part: ClaimAs::Lead })).unwrap();
    };
    lead(&mut session, old);
    assert_eq!(
        set(&mut session, "lease", "2").unwrap(),
        "Ayu set: a claim stands for 2 working days (was 7)"
    );
    set(&mut session, "week", "thu-sat").unwrap();
    lead(&mut session, new);
    assert_eq!(lease(&session, old), at("2026-11-27T09:00:00Z"), "as it was promised");
    assert_eq!(lease(&session, new), at("2026-11-21T00:00:00Z"), "Thursday to Saturday");

    session.environment.wait(24 * 3_600_000);
    set(&mut session, "lease", "default").unwrap();
    for task in [old, new] {
        let block = Block { task, what: "the stamp".into(), on: None };
        session.perform(&Command::Block(block)).unwrap();
    }
    assert_eq!(lease(&session, old), at("2026-11-30T09:00:00Z"), "doing something renews it as promised");
    assert_eq!(lease(&session, new), at("2026-11-21T09:00:00Z"), "two working days, from Thursday");
    session.perform(&Command::Renew(Renew { task: new })).unwrap();
    assert_eq!(lease(&session, new), at("2026-12-04T09:00:00Z"), "a new promise, under what holds now");
    assert_eq!(session.rebuild().unwrap().differed, [""; 0]);
}

#[test]
fn findings_ask_as_the_team_agreed() {
    let mut session = team("findings");
    let id = task(&mut session);
    session.perform(&Command::Block(Block { task: id, what: "the VAT number".into(), on: None })).unwrap();
    session.environment.wait(25 * 3_600_000);
    assert!(session.finding("S3").is_ok());
    set(&mut session, "s3", "5").unwrap();
    assert!(session.finding("S3").is_err());
    session.undo().unwrap();
    assert!(session.finding("S3").is_ok(), "undone");
    session.redo().unwrap();
    assert!(session.finding("S3").is_err(), "and done again");
    set(&mut session, "S3", "default").unwrap();
    set(&mut session, "week", "mon").unwrap();
    assert!(session.finding("S3").is_err(), "no Monday has passed");
    assert_eq!(session.rebuild().unwrap().differed, [""; 0]);
}

#[test]
fn terms_are_read_back_and_said() {
    let mut session = team("said");
    assert_eq!(
        set(&mut session, "doing", "in the kitchen").unwrap(),
        r#"Ayu set: doing is called "in the kitchen" (was doing)"#
    );
    assert_eq!(
        set(&mut session, "week", "mon-thu").unwrap(),
        "Ayu set: the team works Mon-Thu (was Mon-Fri)"
    );
    let terms = session.terms().unwrap();
    assert_eq!(terms.state(State::Doing), "in the kitchen");
    assert_eq!((terms.week().working_days(), terms.number(Number::Lease)), (4, 7));
    assert_eq!(session.term("In the Kitchen").unwrap(), Term::State(State::Doing), "by its own name too");
    let id = task(&mut session);
    let moved = session
        .perform(&Command::Move(decide::Move { task: id, to: State::Doing, ending: decide::Ending::Own }))
        .unwrap();
    assert!(moved.sentence.text().ends_with(" to in the kitchen"), "{}", moved.sentence.text());
    assert_eq!(
        set(&mut session, "in the kitchen", "default").unwrap(),
        r#"Ayu set: doing is called "doing" (was in the kitchen)"#
    );
}

#[test]
fn when_a_team_meets_is_said_before_and_not_once_somebody_began() {
    let mut session = team("meets");
    assert_eq!(
        set(&mut session, "standup", "mon-fri 9:12").unwrap(),
        "Ayu set: stand-up: Mon-Fri 09:12, 15 min, UTC (was no fixed time)"
    );
    let left = |session: &Session| {
        session.meeting_soon().unwrap().map(|soon| (soon.kind.as_str(), soon.minutes_left(session.now())))
    };
    assert_eq!(left(&session), Some(("standup", 12)));
    session.environment.wait(12 * 60_000);
    assert_eq!(left(&session), Some(("standup", 0)));
    let id = MeetingId(session.new_id());
    session
        .perform(&Command::StartMeeting(StartMeeting { id, kind: MeetingKind::Standup, retro: None }))
        .unwrap();
    assert_eq!(left(&session), None, "it goes on");
    session.perform(&Command::EndMeeting(EndMeeting { meeting: id })).unwrap();
    assert_eq!(left(&session), None, "it was held");
    session.environment.wait(24 * 3_600_000 - 20 * 60_000);
    assert_eq!(left(&session), Some(("standup", 20)), "the next day");
    set(&mut session, "standup", "mon 7:00 20 min Asia/Jakarta; fri 16:30").unwrap();
    assert_eq!(
        session.terms().unwrap().spoken(Term::Meets(MeetingKind::Standup)),
        "Mon 07:00, 20 min, Asia/Jakarta; Fri 16:30, 15 min, Asia/Jakarta"
    );
    assert_eq!(left(&session), None);
    assert_eq!(session.rebuild().unwrap().differed, [""; 0]);
    assert_eq!(
        set(&mut session, "standup", "default").unwrap(),
        "Ayu set: stand-up: no fixed time (was Mon 07:00, 20 min, Asia/Jakarta; Fri 16:30, 15 min, Asia/Jakarta)"
    );
    session.undo().unwrap();
    assert!(session.terms().unwrap().meets(MeetingKind::Standup).is_some());
}

#[test]
fn bad_values_are_refused_with_a_way_out() {
    let mut session = team("refused");
    for (name, value, hint) in [
        ("lease", "0", "setara terms lease 7"),
        ("lease", "91", "setara terms lease 7"),
        ("S3", "-1", "setara terms S3 1"),
        ("G4", "soon", "setara terms G4 14"),
        ("lease", "7", "setara terms"),
        ("lease", "default", "setara terms"),
        ("week", "someday", "setara terms week mon-fri"),
        ("week", "mon-fri", "setara terms"),
        ("doing", " ", r#"setara terms doing "in the kitchen""#),
        ("doing", "review", r#"setara terms doing "in the kitchen""#),
        ("doing", "a name that is far too long", r#"setara terms doing "in the kitchen""#),
        ("doing", "bell\u{7}", r#"setara terms doing "in the kitchen""#),
        ("standup", "9am", "setara terms standup mon-fri 9:15 15 min Asia/Jakarta"),
        ("standup", "default", "setara terms"),
        ("G9", "4", "setara terms"),
    ] {
        let error = set(&mut session, name, value).unwrap_err();
        assert_eq!(error.hint.as_deref(), Some(hint), "{name} {value}: {error}");
    }
    assert_eq!(session.terms().unwrap(), Terms::default());
    set(&mut session, "review", "Tasting").unwrap();
    assert!(set(&mut session, "doing", "tasting").is_err(), "two of one name");
}

#[test]
fn what_somebody_built_on_stays() {
    let mut session = team("built on");
    let ayu = session.me().unwrap();
    set(&mut session, "lease", "10").unwrap();
    session.join("Budi", None).unwrap();
    set(&mut session, "lease", "12").unwrap();
    session.become_member(ayu).unwrap();
    let error = session.undo().unwrap_err();
    assert!(error.message.contains("Budi"), "{error}");
    assert_eq!(session.terms().unwrap().number(Number::Lease), 12);
    let remark = Remark { task: task(&mut session), text: "Hm.".into() };
    session.perform(&Command::Remark(remark)).unwrap();
}

#[test]
fn a_filter_knows_a_state_by_what_the_team_calls_it() {
    let mut session = team("filters");
    let id = task(&mut session);
    session
        .perform(&Command::Move(decide::Move { task: id, to: State::Doing, ending: decide::Ending::Own }))
        .unwrap();
    set(&mut session, "doing", "in the kitchen").unwrap();
    for query in [r#"state:"in the kitchen""#, "state:doing", "state:kitchen", "state:in", "state:doi"] {
        let asked = session.task_query(query).unwrap();
        match query {
            "state:kitchen" => assert!(asked.faults[0].message.contains("kitchen"), "{:?}", asked.faults),
            _ => {
                assert_eq!(asked.faults, [], "{query}");
                assert_eq!(
                    session.board().tasks(&asked.filter, None, 0, 9).unwrap().rows.len(),
                    1,
                    "{query}"
                );
            }
        }
    }
    let faults = session.task_query("state:dong").unwrap().faults;
    assert_eq!(faults[0].hint.as_deref(), Some("try state:done"));
    let propose = |text: &str| session.proposals(&crate::domain::query::Place::of(text, text.len())).unwrap();
    let doing = &propose("state:")[1];
    assert_eq!((doing.text.as_str(), doing.doc.as_str()), (r#""in the kitchen""#, "doing: in work"));
    for typed in ["state:do", "state:kit"] {
        assert_eq!(propose(typed)[0].text, r#""in the kitchen""#, "{typed}");
    }
    assert_eq!(session.state("in the").unwrap(), State::Doing);
    let error = session.state("kitchen").unwrap_err();
    assert!(error.message.ends_with("there are open, in the kitchen, review, done, dropped"), "{error}");
}
