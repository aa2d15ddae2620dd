//! Every key of the filter language over the sample team: what it finds is what the folded tasks say.

use std::collections::BTreeSet;

use super::*;
use crate::domain::event::WaitsOn;
use crate::domain::subject::{Kind, Subject};
use crate::domain::task::{Part, Task};
use crate::store::Filter;

fn demo() -> Session {
    let now = "2026-11-18T09:00:00Z".parse::<chrono::DateTime<chrono::Utc>>().unwrap().into();
    let mut session = crate::testing::sample_team(Environment::fixed(now, "filtering"));
    session.act_as(Some("Ayu")).unwrap();
    // One without anything but a day that has passed.
    let id = TaskId(session.new_id());
    let bare = decide::AddTask::titled(id, "Water the plants", decide::Place::End);
    let due = Some("2026-11-17".parse().unwrap());
    session.perform(&Command::AddTask(decide::AddTask { due, ..bare })).unwrap();
    session
}

fn found(session: &Session, query: &str) -> BTreeSet<TaskId> {
    let asked = session.task_query(query).unwrap();
    assert_eq!(asked.faults, [], "{query}");
    rows(session, &asked.filter)
}

fn rows(session: &Session, filter: &Filter) -> BTreeSet<TaskId> {
    let window = session.board().tasks(filter, None, 0, 1000).unwrap();
    let ids: BTreeSet<_> = window.rows.iter().map(|row| row.id).collect();
    assert_eq!(ids.len(), window.rows.len(), "each once");
    assert_eq!(session.board().count_tasks(filter, 1000).unwrap(), ids.len());
    ids
}

fn tasks(session: &Session) -> Vec<Task> {
    let board = session.board();
    let fold = |id| match board.subject(id).unwrap() {
        Some(Subject::Task(task)) => *task,
        other => panic!("{other:?}"),
    };
    board.all(Kind::Task).unwrap().into_iter().map(fold).collect()
}

/// A query, and what it says of a task.
type Case = (&'static str, fn(&Task, &Session) -> bool);

fn claims(task: &Task, session: &Session, name: &str, parts: &[Part]) -> bool {
    let member = session.find(name).unwrap();
    task.claims_of(member).any(|claim| parts.contains(&claim.part))
}

const CASES: &[Case] = &[
    ("lead:me", |t, s| claims(t, s, "Ayu", &[Part::Lead])),
    ("lead:budi", |t, s| claims(t, s, "Budi", &[Part::Lead])),
    ("lead:none", |t, _| t.leads().next().is_none()),
    ("help:dewi", |t, s| claims(t, s, "Dewi", &[Part::Helper])),
    ("help:none", |t, _| t.helpers().next().is_none()),
    ("who:eka", |t, s| claims(t, s, "Eka", &[Part::Lead, Part::Helper])),
    ("who:none", |t, _| t.leads().chain(t.helpers()).next().is_none()),
    ("who:eka,budi", |t, s| {
        ["Eka", "Budi"].iter().any(|name| claims(t, s, name, &[Part::Lead, Part::Helper]))
    }),
    ("is:mine", |t, s| claims(t, s, "Ayu", &[Part::Lead, Part::Helper])),
    ("is:free", |t, _| t.leads().next().is_none()),
    ("is:blocked", |t, _| t.is_blocked()),
    ("is:quiet", |t, s| {
        !t.is_blocked() && t.leads().next().is_some() && t.leads().all(|claim| claim.is_quiet(s.now()))
    }),
    ("is:offered", |t, s| t.open_offers(s.now()).next().is_some()),
    ("is:overdue", |t, s| t.due.value().is_some_and(|day| *day < s.today())),
    ("is:parked", |t, s| t.parked.value().is_some_and(|day| *day > s.today())),
    ("state:doing", |t, _| t.state() == State::Doing),
    ("state:open,review", |t, _| t.state() == State::Open || t.state() == State::Review),
    ("goal:co", |t, s| t.goal.value() == Some(&s.find("co").unwrap())),
    ("goal:none", |t, _| t.goal.value().is_none()),
    ("role:none", |t, _| t.role.value().is_none()),
    ("tag:SHOPS", |t, _| t.tags().iter().any(|tag| tag == "shops")),
    ("tag:none", |t, _| t.tags().is_empty()),
    ("skill:rust", |t, _| t.skills().iter().any(|skill| skill == "rust")),
    ("skill:none", |t, _| t.skills().is_empty()),
    ("due:none", |t, _| t.due.value().is_none()),
    ("has:due", |t, _| t.due.value().is_some()),
    ("due:<=27nov", |t, _| t.due.value().is_some_and(|day| day.to_string().as_str() <= "2026-11-27")),
    ("due:>27nov", |t, _| t.due.value().is_some_and(|day| day.to_string().as_str() > "2026-11-27")),
    ("due:23nov..4dec", |t, _| {
        t.due.value().is_some_and(|day| ("2026-11-23"..="2026-12-04").contains(&day.to_string().as_str()))
    }),
    ("age:>5d", |t, s| t.since <= s.now().plus_days(-5)),
    ("age:<5d", |t, s| t.since > s.now().plus_days(-5)),
    ("since:mon", |t, _| t.since >= At::start_of("2026-11-16".parse().unwrap())),
    ("since:<mon", |t, _| t.since < At::start_of("2026-11-16".parse().unwrap())),
    ("has:notes", |t, _| t.notes.value().is_some()),
    ("has:links", |t, _| !t.links().is_empty()),
    ("has:next", |t, _| t.next.value().is_some()),
    ("has:remarks", |t, _| !t.remarks.is_empty()),
    ("has:blocker", |t, _| t.is_blocked()),
    ("waits:dewi", |t, s| {
        let dewi = s.find("dewi").unwrap();
        t.open_blockers().any(|blocker| blocker.on == Some(WaitsOn::Member(dewi)))
    }),
    ("store", |t, _| {
        let texts = [t.title()].into_iter().chain(t.tags().iter().map(String::as_str));
        texts.flat_map(str::split_whitespace).any(|word| word.to_lowercase().starts_with("store"))
    }),
    (r#""returns pol""#, |t, _| t.title().to_lowercase().contains("returns pol")),
];

#[test]
fn every_key_finds_what_the_tasks_say() {
    let session = demo();
    let all: Vec<Task> = tasks(&session).into_iter().filter(|task| !task.is_finished()).collect();
    for (query, says) in CASES {
        let expected: BTreeSet<_> =
            all.iter().filter(|task| says(task, &session)).map(|task| task.id).collect();
        let (with, without) = (found(&session, query), found(&session, &format!("-{query}")));
        assert_eq!(with, expected, "{query}");
        assert!(!with.is_empty(), "{query} finds nothing to be sure of");
        assert!(!without.is_empty(), "-{query} finds nothing to be sure of");
        assert_eq!(with.len() + without.len(), all.len(), "-{query} finds the others");
        assert!(with.is_disjoint(&without), "{query}");
    }
}

#[test]
fn every_key_is_tried() {
    let tests = crate::domain::query::tasks::TASKS.rows.iter().map(|(_, row)| row);
    for row in tests.filter(|row| !["group", "order"].contains(&row.key)) {
        assert!(CASES.iter().any(|(query, _)| query.starts_with(&format!("{}:", row.key))), "{}", row.key);
    }
}

#[test]
fn terms_hold_together() {
    let session = demo();
    let both = found(&session, "is:free tag:shops");
    let expected: BTreeSet<_> =
        found(&session, "is:free").intersection(&found(&session, "tag:shops")).copied().collect();
    assert_eq!(both, expected);
    assert!(!both.is_empty());
    assert!(found(&session, "state:open state:doing").is_empty());
}

#[test]
fn finished_tasks_are_found_where_they_are_asked_for() {
    let session = demo();
    let all = tasks(&session);
    let with = |which: &dyn Fn(&Task) -> bool| -> BTreeSet<_> {
        all.iter().filter(|task| which(task)).map(|task| task.id).collect()
    };
    assert_eq!(found(&session, "is:finished"), with(&|task| task.is_finished()));
    assert_eq!(found(&session, "state:dropped"), with(&|task| task.state() == State::Dropped));
    let both = found(&session, "state:done,doing");
    assert_eq!(both, with(&|task| matches!(task.state(), State::Done | State::Doing)));
    assert!(!found(&session, "state:done lead:me").is_empty(), "who finished it is still said");
    assert_eq!(found(&session, "-is:finished"), with(&|task| !task.is_finished()));
    assert_eq!(
        found(&session, "is:finished").len(),
        found(&session, "is:finished tag:none").len() + found(&session, "is:finished -tag:none").len()
    );
}

#[test]
fn what_nobody_is_called_is_said_at_its_place() {
    let session = demo();
    for (query, place, says) in [
        ("lead:nobody", "nobody", "nobody here is called"),
        ("goal:store,moon", "moon", "no goal matches"),
        ("tag:shoops pay", "shoops", "nothing is called"),
        ("lead:ayu,e role:x", "x", "no role matches"),
        ("waits:zzzz", "zzzz", "nothing is called"),
    ] {
        let faults = session.task_query(query).unwrap().faults;
        assert_eq!(faults.len(), 1, "{query}: {faults:?}");
        assert_eq!(&query[faults[0].at.clone()], place);
        assert!(faults[0].message.starts_with(says), "{query}: {}", faults[0].message);
    }
}

#[test]
fn what_is_proposed_is_understood() {
    let session = demo();
    for (_, row) in crate::domain::query::tasks::TASKS.rows {
        let text = format!("{}:", row.key);
        let proposals = session.proposals(&crate::domain::query::Place::of(&text, text.len())).unwrap();
        for proposal in proposals {
            let query = format!("{text}{}", proposal.text);
            assert_eq!(session.task_query(&query).unwrap().faults, [], "{query}");
        }
    }
    let place = crate::domain::query::Place::of("pay goal:op", 11);
    let proposals = session.proposals(&place).unwrap();
    assert!(proposals.iter().any(|proposal| proposal.doc == "Open the co-op store"), "{proposals:?}");
}
