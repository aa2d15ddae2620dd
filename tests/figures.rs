//! What the tables keep for figures over time is what a recount of the journal gives, whatever arrived in whatever order.

mod histories;

use std::collections::{BTreeMap, BTreeSet};

use histories::{BOARD, history, steps, tried};
use proptest::prelude::*;
use setara::domain::calendar::At;
use setara::domain::event::{Event, TaskEvent};
use setara::domain::id::{MemberId, RecordId, SubjectId};
use setara::domain::merges::Merges;
use setara::domain::record::{Record, id_of};
use setara::domain::subject::{Kind, Subject, undone};
use setara::domain::task::{End, Part, State, Task};
use setara::domain::week::Week;
use setara::insight::figures::{self, Name, Value};
use setara::store::{Key, Store};

const HOUR: i64 = 3_600_000;
const WEEK: i64 = 7 * 24 * HOUR;
/// Later than all that the histories tell of.
const NOW: At = At(1_793_610_000_000 + 4 * WEEK);

fn store(lines: &[String], batch: usize) -> Store {
    let mut store = Store::in_memory(BOARD, &Key::from_seed([1; 32])).unwrap();
    for lines in lines.chunks(batch) {
        let mut writing = store.write().unwrap();
        writing.receive(lines.iter().map(String::as_str)).unwrap();
        writing.commit().unwrap();
    }
    store
}

/// A task with the records that stand of it, in canonical order.
type Told = (Task, Vec<Record>);

/// Each record speaks of persons, as it does where it is folded: who was merged into somebody takes back what they wrote
/// as the other.
fn tasks(records: Vec<Record>, store: &Store) -> Vec<Told> {
    let authors: BTreeSet<MemberId> = records.iter().map(|record| record.author).collect();
    let merges =
        Merges::of(authors.into_iter().map(|author| (author, store.person(author).unwrap())).collect());
    let mut subjects: BTreeMap<SubjectId, Vec<Record>> = BTreeMap::new();
    for mut record in records {
        merges.resolve(&mut record);
        subjects.entry(record.subject).or_default().push(record);
    }
    let mut tasks = Vec::new();
    for (id, mut records) in subjects {
        records.sort_by(Record::canonical);
        let undone = undone(&records);
        records.retain(|record| !undone.contains(&record.id));
        if let Subject::Task(task) = Subject::fold(Kind::Task, id, &records)
            && task.origin.is_some()
        {
            tasks.push((*task, records));
        }
    }
    tasks
}

/// The state in which a task was at the end of a moment, and since when: by folding what was written of it until it is
/// as late.
fn state_at(told: &Told, at: At) -> (State, At) {
    let (mut clock, mut state, mut since) = (At(i64::MIN), State::Open, At(i64::MIN));
    for n in 1..=told.1.len() {
        let moved = match &told.1[n - 1].event {
            Some(Event::Task(TaskEvent::Added(e))) => e.since.or(e.at),
            Some(Event::Task(TaskEvent::Moved(e))) => e.at,
            Some(Event::Task(TaskEvent::Merged(e))) => e.at,
            _ => continue,
        };
        let Subject::Task(task) = Subject::fold(Kind::Task, told.0.id.into(), &told.1[..n]) else { continue };
        let now = moved.unwrap_or(told.1[n - 1].at);
        if since > At(i64::MIN) && task.state() == state {
            continue;
        }
        clock = clock.max(now);
        if clock >= at {
            break;
        }
        (state, since) = (task.state(), clock);
    }
    (state, since)
}

/// Whether an import says that it was done and not when.
fn is_undated(told: &Told, since: At) -> bool {
    let made = told.0.origin.map(|origin| origin.at);
    told.0.brought.is_some_and(|brought| since <= brought) && made == Some(since)
}

proptest! {
    #![proptest_config(tried(96))]

    #[test]
    fn they_are_those_of_a_recount(steps in steps(120), seed: u64, batch in 1..9usize) {
        let history = history(&steps);
        let mut lines: Vec<String> = history.iter().map(|(_, line)| line.clone()).collect();
        lines.sort_by_cached_key(|line| id_of(&format!("{seed}{line}")));
        let store = store(&lines, batch);
        let facts = store.figure_facts(NOW).unwrap();
        let told = figures::all(&facts, NOW, Week::MON_TO_FRI);
        let value = |name: Name| told.iter().find(|figure| figure.name == name).unwrap().value.clone();
        let tasks = tasks(history.into_iter().map(|(record, _)| record).collect(), &store);

        // The least number of weeks is none of what is recounted here.
        let facts_of_done = figures::Facts { first_done: Some(At(NOW.0 - 8 * WEEK)), ..facts.clone() };
        let done = figures::all(&facts_of_done, NOW, Week::MON_TO_FRI).remove(0).value;
        let Ok(Value::Done { weeks }) = done else { panic!("{done:?}") };
        for (monday, count) in weeks {
            let (start, end) = (At::start_of(monday), At::start_of(monday).plus_days(7));
            let recount = tasks.iter().filter(|told| {
                let (state, since) = state_at(told, end);
                state == State::Done && since >= start && !is_undated(told, since)
            });
            prop_assert_eq!(count, recount.count(), "done in the week of {}", monday);
        }

        if let Ok(Value::Blockers { weeks, .. }) = value(Name::Blockers) {
            for (monday, count) in weeks {
                let end = At::start_of(monday).plus_days(7);
                let recount: BTreeSet<RecordId> = tasks.iter().flat_map(|told| {
                    let stands = |b: &&setara::domain::task::Blocker| {
                        let is_cleared = b.cleared.as_ref().is_some_and(|cleared| cleared.at < end);
                        b.raised < end && !is_cleared && !state_at(told, end).0.is_finished()
                    };
                    told.0.blockers.iter().filter(stands).map(|blocker| blocker.id).collect::<Vec<_>>()
                }).collect();
                prop_assert_eq!(count, recount.len(), "open at the end of the week of {}", monday);
            }
        }

        let in_doing = tasks.iter().filter(|told| told.0.state() == State::Doing && !told.0.is_blocked());
        let seen = |told: &Told, at: At| told.0.brought.is_none_or(|brought| at > brought);
        let mut recount: Vec<At> =
            in_doing.filter(|told| seen(told, state_at(told, At::NEVER).1)).map(|told| state_at(told, At::NEVER).1).collect();
        let mut kept = facts.in_hand.clone();
        recount.sort();
        kept.sort();
        prop_assert_eq!(kept, recount, "in hand");

        let mut recount: Vec<(At, At)> = Vec::new();
        for told in &tasks {
            for claim in told.0.claims.iter().filter(|claim| claim.part == Part::Lead) {
                recount.extend(waited(told, claim.id).filter(|(from, to)| seen(told, *from) && seen(told, *to)));
            }
        }
        let mut kept: Vec<(At, At)> = facts.waits.iter().map(|wait| (wait.from, wait.to)).collect();
        recount.sort();
        kept.sort();
        prop_assert_eq!(kept, recount, "from free to claimed");

        let count = |which: End| facts.ended.iter().filter(|end| **end == which).count();
        for which in [End::Done, End::HandedOver, End::GivenBack, End::TakenOver] {
            let leads = tasks.iter().flat_map(|told| told.0.claims.iter().map(move |claim| (told, claim)));
            let recount = leads.filter(|(told, claim)| {
                let end = match claim.ended {
                    Some(end) => Some(end),
                    None => match state_at(told, At::NEVER) {
                        (State::Done, since) => Some((since, End::Done)),
                        _ => None,
                    },
                };
                claim.part == Part::Lead && end.is_some_and(|(at, end)| end == which && seen(told, at))
            });
            prop_assert_eq!(count(which), recount.count(), "{:?}", which);
        }
    }
}

/// From when to when a task waited for a claim: claim by claim, against all others.
fn waited(told: &Told, id: RecordId) -> Option<(At, At)> {
    let claim = told.0.claims.iter().find(|claim| claim.id == id)?;
    let mut from = told.0.origin?.at;
    for other in told.0.claims.iter().filter(|other| other.part == Part::Lead) {
        if (other.since, other.id) >= (claim.since, claim.id) {
            continue;
        }
        let (at, end) = other.ended?;
        let is_over = match end {
            End::HandedOver | End::TakenOver => at < claim.since,
            End::GivenBack | End::Left | End::Done => at <= claim.since,
        };
        if !is_over {
            return None;
        }
        if matches!(end, End::GivenBack | End::Left) {
            from = from.max(at);
        }
    }
    let mut was_finished = false;
    for stay in &told.0.stays {
        if was_finished && stay.since <= claim.since {
            from = from.max(stay.since);
        }
        was_finished = stay.state.is_finished();
    }
    (from < claim.since).then_some((from, claim.since))
}
