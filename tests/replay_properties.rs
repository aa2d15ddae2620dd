//! The board at a moment is the board of what had happened by then: whichever way one went there, and in any pieces.

mod histories;

use histories::{BOARD, Step, history, member, steps, tried};
use proptest::prelude::*;
use setara::domain::calendar::At;
use setara::domain::event::{Event, RoleEvent, SettlementEvent, TaskEvent};
use setara::domain::record::Record;
use setara::store::{Key, Place, Store};

fn store(lines: &[&str]) -> Store {
    let mut store = Store::in_memory(BOARD, &Key::from_seed([1; 32])).unwrap();
    let mut writing = store.write().unwrap();
    writing.receive(lines.iter().copied()).unwrap();
    writing.commit().unwrap();
    store
}

/// When a record happened, told apart from how the store tells it.
fn happened(record: &Record) -> At {
    let told = match &record.event {
        Some(Event::Task(TaskEvent::Added(e))) => e.at,
        Some(Event::Task(TaskEvent::Claimed(e))) => e.at,
        Some(Event::Task(TaskEvent::Offered(e))) => e.at,
        Some(Event::Task(TaskEvent::Blocked(e))) => e.at,
        Some(Event::Role(RoleEvent::Taken(e))) => e.at,
        Some(Event::Settlement(SettlementEvent::Settled(e))) => e.at,
        _ => None,
    };
    told.map_or(record.at, |at| at.min(record.at))
}

/// The record as it stood at `at`: what its source tells of later is not known yet.
fn is_whole(record: &Record, at: At) -> bool {
    match &record.event {
        Some(Event::Task(TaskEvent::Claimed(e))) => e.ended.is_none_or(|ended| ended.min(record.at) <= at),
        _ => true,
    }
}

fn differing(one: &Store, other: &Store) -> Vec<&'static str> {
    let (one, other) = (one.fingerprints().unwrap(), other.fingerprints().unwrap());
    one.iter().zip(&other).filter(|(a, b)| a != b).map(|(a, _)| a.0).collect()
}

const NOTHING: [&str; 0] = [];

/// Whether a replay that stops at some moments, each of them one of the history's, shows what had happened by then.
fn assert_replays(steps: &[Step], stops: &[u16]) -> Result<(), TestCaseError> {
    let records = history(steps);
    let lines: Vec<&str> = records.iter().map(|(_, line)| line.as_str()).collect();
    let present = store(&lines);
    let mut replay = present.replay().unwrap();
    let mut moments: Vec<At> = records.iter().map(|(record, _)| happened(record)).collect();
    moments.sort();
    for stop in stops {
        let at = moments[usize::from(*stop) % moments.len()];
        replay.set_out(Place::by(at)).unwrap();
        while !replay.travel().unwrap() {}
        // A claim whose source tells its end has another line at that moment, so its id is nobody's.
        let seen: Vec<_> = records.iter().filter(|(record, _)| happened(record) <= at).collect();
        if seen.iter().all(|(record, _)| is_whole(record, at)) {
            let lines: Vec<&str> = seen.iter().map(|(_, line)| line.as_str()).collect();
            prop_assert_eq!(differing(replay.board(), &store(&lines)), NOTHING, "at {:?}", at);
        }
    }
    replay.set_out(Place::NOW).unwrap();
    while !replay.travel().unwrap() {}
    prop_assert_eq!(differing(replay.board(), &present), NOTHING, "back to now");
    Ok(())
}

proptest! {
    #![proptest_config(tried(96))]

    #[test]
    fn replayed_tables_are_those_of_what_had_happened(steps in steps(70), stops in prop::collection::vec(any::<u16>(), 1..6)) {
        assert_replays(&steps, &stops)?;
    }
}

#[test]
fn a_record_of_a_device_says_that_its_subject_is_a_member() {
    let on_the_fourth = |replica, what, subject, arg| Step::Act { replica, member: 0, what, subject, arg };
    let steps = [
        on_the_fourth(2, 43, 11, 38),
        Step::Meet { from: 2, to: 0, which: u64::MAX },
        on_the_fourth(0, 41, 12, 0),
        on_the_fourth(0, 24, 123, 0),
    ];
    let records = history(&steps);
    let told: Vec<&str> = records[records.len() - 3..].iter().map(|(record, _)| &*record.kind).collect();
    assert_eq!(told, ["member.device", "role.taken", "member.joined"]);
    assert!(records[records.len() - 3..].iter().all(|(record, _)| record.subject == member(3).into()));
    assert_replays(&steps, &[0]).unwrap();
}
