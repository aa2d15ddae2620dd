//! Which names and which other records a sentence needs, so that `session` can look them up before it is said.

use uuid::Uuid;

use super::super::event::{Event, MeetingEvent, SettlementEvent, TaskEvent};
use super::super::id::{RecordId, SubjectId};
use super::super::meeting::Place;
use super::super::record::Record;

/// Every subject whose name the sentence of a record needs, each once, its author first.
pub fn mentions(record: &Record) -> Vec<SubjectId> {
    let mut all: Vec<SubjectId> = vec![record.author.into()];
    if let Some(event) = &record.event {
        all.push(record.subject);
        let facts = event.facts();
        all.extend(facts.by.map(SubjectId::from));
        all.extend(facts.names());
        if let Event::Settlement(SettlementEvent::Settled(settled)) = event {
            all.extend(in_finding(&settled.finding));
        }
        if let Event::Meeting(MeetingEvent::Moved(moved)) = event {
            all.extend(at(moved.to));
        }
    }
    let mut once = Vec::with_capacity(all.len());
    for id in all {
        if !once.contains(&id) {
            once.push(id);
        }
    }
    once
}

/// The other records that its sentence tells of: what stopped the task, what was offered, whose claims were seen.
pub fn tells_of(record: &Record) -> Vec<RecordId> {
    let event = match &record.event {
        Some(Event::Task(event)) => event,
        Some(Event::Meeting(MeetingEvent::Moved(moved))) if moved.how.is_some() => return vec![moved.from],
        Some(Event::Meeting(MeetingEvent::TakenUp(taken))) => return vec![taken.topic],
        Some(Event::Pairing(event)) => return event.offer().into_iter().collect(),
        Some(Event::Settlement(SettlementEvent::Answered(answered))) => return vec![answered.offer],
        _ => return Vec::new(),
    };
    match event {
        TaskEvent::Claimed(claimed) => claimed.saw.clone(),
        event => event.answers().into_iter().collect(),
    }
}

/// The subjects that a meeting speaks of at a place.
pub(in crate::domain) fn at(place: Place) -> impl Iterator<Item = SubjectId> {
    place.task.map(SubjectId::from).into_iter().chain(place.member.map(SubjectId::from))
}

/// What a sentence about a record is about, where it can be about several as well: a task, or the one thing that a question
/// is about.
pub fn about(record: &Record) -> Option<SubjectId> {
    match record.event.as_ref()? {
        Event::Task(_) => Some(record.subject),
        Event::Settlement(SettlementEvent::Settled(settled)) => {
            let mut things = in_finding(&settled.finding);
            things.next().filter(|_| things.next().is_none())
        }
        _ => None,
    }
}

/// The subjects that make a finding's key: `O2:id:id`.
pub(super) fn in_finding(key: &str) -> impl Iterator<Item = SubjectId> {
    key.split(':').skip(1).filter_map(|part| Uuid::parse_str(part).ok()).map(SubjectId)
}
