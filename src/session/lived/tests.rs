use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use super::*;
use crate::domain::subject::Kind;
use crate::session::Environment;
use crate::store::Place;
use crate::words::Language;

fn world(now: &str) -> Environment {
    Environment::fixed(now.parse::<DateTime<Utc>>().unwrap().into(), "lived")
}

fn sample(now: &str) -> Bundle {
    crate::exchange::demo::bundle(now.parse().unwrap(), Language::English)
}

/// The same board, brought in from a file.
fn imported(now: &str) -> Session {
    crate::session::tests::imported(&sample(now), world(now))
}

/// What is there to find.
fn found(session: &Session) -> BTreeSet<String> {
    let (now, today) = (session.now(), session.today());
    let held = session.board().findings(now, today, 100).unwrap();
    held.into_iter().map(|held| held.finding.key).collect()
}

/// A board as a file would tell it, to the day; without what follows from the hour.
fn told(session: &Session) -> serde_json::Value {
    let mut bundle = session.export().unwrap();
    for task in &mut bundle.tasks {
        task.claims.iter_mut().for_each(|claim| claim.lease = None);
        task.claims.sort_by_key(|claim| (claim.member.clone(), claim.since.map(|at| at.date_naive())));
    }
    let mut told = serde_json::to_value(bundle).unwrap();
    to_the_day(&mut told);
    told
}

fn to_the_day(value: &mut serde_json::Value) {
    match value {
        serde_json::Value::String(text) => {
            if let Ok(moment) = DateTime::parse_from_rfc3339(text) {
                *text = moment.to_utc().date_naive().to_string();
            }
        }
        serde_json::Value::Array(items) => items.iter_mut().for_each(to_the_day),
        serde_json::Value::Object(fields) => fields.values_mut().for_each(to_the_day),
        _ => {}
    }
}

/// Mornings and evenings of every day of a week.
fn moments() -> Vec<String> {
    let days = 16..=22;
    days.flat_map(|day| ["09:30", "22:45"].map(|hour| format!("2026-11-{day}T{hour}:00Z"))).collect()
}

#[test]
fn it_ends_in_the_board_that_the_file_tells() {
    for now in moments() {
        let session = Session::demo(world(&now)).unwrap();
        let (lived, imported) = (told(&session), told(&imported(&now)));
        assert_eq!(session.task_query("is:twice").unwrap().faults.len(), 0);
        let twice = session.task_query("is:twice").unwrap().filter;
        assert_eq!(session.board().count_tasks(&twice, 9).unwrap(), 0, "{now}");
        for kind in ["members", "roles", "goals", "tasks", "settlements"] {
            let (lived, imported) = (lived[kind].as_array(), imported[kind].as_array());
            for (lived, imported) in lived.into_iter().flatten().zip(imported.into_iter().flatten()) {
                assert_eq!(lived, imported, "{now} {kind}");
            }
            assert_eq!(lived.map(Vec::len), imported.map(Vec::len), "{now} {kind}");
        }
    }
}

#[test]
fn there_is_the_same_to_find() {
    for now in moments() {
        let session = Session::demo(world(&now)).unwrap();
        assert_eq!(found(&session), found(&imported(&now)), "{now}");
    }
}

#[test]
fn everybody_did_something_on_many_days_and_nothing_was_brought_in() {
    let session = Session::demo(world("2026-11-18T09:30:00Z")).unwrap();
    let entries = session.journal().journal(None, 1_000).unwrap();
    let authors: BTreeSet<_> = entries.iter().map(|entry| entry.record.author).collect();
    let days: BTreeSet<_> = entries.iter().map(|entry| entry.record.at.day()).collect();
    let kinds: BTreeSet<_> = entries.iter().map(|entry| entry.record.kind.clone()).collect();
    assert_eq!(authors.len(), 7);
    assert!(
        entries.len() > 250 && days.len() > 60 && kinds.len() > 20,
        "{} {} {kinds:?}",
        entries.len(),
        days.len()
    );
    let actions: BTreeSet<_> = entries.iter().map(|entry| entry.action).collect();
    assert_eq!(actions.len(), entries.len(), "each is undone by itself");
    for sentence in session.say_all(entries).unwrap() {
        assert!(!sentence.sentence.contains("brought in"), "{}", sentence.sentence);
    }
}

#[test]
fn time_goes_forwards_and_stays_in_the_office() {
    for now in moments() {
        let session = Session::demo(world(&now)).unwrap();
        let mut entries = session.journal().journal(None, 1_000).unwrap();
        entries.reverse();
        assert!(entries.is_sorted_by_key(|entry| entry.record.at), "{now}");
        for entry in &entries {
            assert!(entry.record.at <= session.now(), "{now}");
            let hour = entry.record.at.to_utc().format("%H").to_string();
            let is_today = entry.record.at.day() == session.today();
            assert!(is_today || ("08"..="16").contains(&hour.as_str()), "{now} {:?}", entry.record);
        }
    }
}

#[test]
fn the_past_was_smaller() {
    let session = Session::demo(world("2026-11-18T09:30:00Z")).unwrap();
    let mut replay = session.journal().replay().unwrap();
    replay.set_out(Place::by(session.now().plus_days(-30))).unwrap();
    while !replay.travel().unwrap() {}
    let (then, now) =
        (replay.board().all(Kind::Task).unwrap().len(), session.board().all(Kind::Task).unwrap().len());
    assert!(then > 4 && then + 10 < now, "{then} {now}");
}
