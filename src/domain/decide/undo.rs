//! Undo appends: a record by which the subject stands as if another had not been written.
//!
//! What somebody has built on cannot be undone in silence: a claim that was handed over, a task that another has
//! moved on, a role that a task names. Then undo refuses and says who built what. Redo is undo of an undo, and is held
//! to the same.

use std::collections::HashSet;

use super::adopt::{Asks, obstacle};
use super::{Draft, MemberId, NoDecision, Refusal};
use crate::domain::calendar::At;
use crate::domain::decision::{Absence, Adoption, Decision, Excused};
use crate::domain::event::{DecisionEvent, Event, RecordUndone};
use crate::domain::id::{DecisionId, RecordId};
use crate::domain::record::Record;
use crate::domain::subject::{Kind, Subject, undone};
use crate::domain::task::{Claim, Task};
use crate::domain::week::Week;

/// The records that undo `taken`, the last first: what `me` wrote of one subject in one action. `history` are all
/// records of that subject, in canonical order.
pub fn undo(me: MemberId, taken: &[RecordId], history: &[Record]) -> Result<Vec<Draft>, Refusal> {
    let set: HashSet<RecordId> = taken.iter().copied().collect();
    let first = history.iter().find(|record| set.contains(&record.id));
    let later = || built_on(me, &set, history).or_else(|| leads_since(&set, history));
    if let Some(undone) = first
        && let Some(later) = later()
    {
        return Err(Refusal::BuiltOn { undone: undone.clone().into(), later: later.clone().into() });
    }
    if let Some(decision) = counted(&set, history) {
        return Err(Refusal::Decision { decision, why: NoDecision::Counted });
    }
    let subject = first.map(|record| record.subject);
    let drafts = subject.into_iter().flat_map(|subject| {
        taken.iter().rev().map(move |record| {
            let event = Event::Undone(RecordUndone { record: *record });
            Draft::new(subject, event).ending([*record])
        })
    });
    Ok(drafts.collect())
}

/// The decision of which an adoption counted what is taken back, whoever wrote that: what was decided on would be gone.
fn counted(taken: &HashSet<RecordId>, history: &[Record]) -> Option<DecisionId> {
    let undone = undone(history);
    let counts = |record: &&Record| {
        let saw = match &record.event {
            Some(Event::Decision(DecisionEvent::Adopted(adopted))) => adopted.saw.as_slice(),
            _ => return false,
        };
        !taken.contains(&record.id) && !undone.contains(&record.id) && saw.iter().any(|id| taken.contains(id))
    };
    history.iter().find(counts).map(|record| record.subject.into())
}

/// Why a step back or forth on a decision is not made, by how it stands before and after.
///
/// Whoever makes it knows of the adoptions, and the records that it brings back or takes away do not say so: what was
/// adopted stays so, and an adoption comes back only where it could be written now. `absence` says who is not waited for.
pub fn unsettles(
    before: &Decision,
    after: &Decision,
    absence: impl Fn(MemberId) -> Option<Absence>,
) -> Option<NoDecision> {
    let was = |adoption: &Adoption| before.adoptions.iter().any(|other| other.id == adoption.id);
    for adoption in after.adoptions.iter().filter(|adoption| !was(adoption)) {
        let Some(version) = after.version(adoption.version) else { return Some(NoDecision::OldVersion) };
        let heads = after.heads(None);
        if !heads.contains(&adoption.version) {
            return Some(NoDecision::OldVersion);
        }
        let is_absent = |one: &&Excused| absence(one.member) == Some(one.why);
        let excused: Vec<Excused> = adoption.excused.iter().filter(is_absent).copied().collect();
        // Whoever was asked for advice had their time when it was adopted.
        let (now, week) = (At(i64::MAX), Week::default());
        let asks = Asks { me: adoption.by, now, week, took: adoption.took.as_deref() };
        if let Some(why) = obstacle(after, version, &excused, &asks) {
            return Some(why);
        }
    }
    let adopted = before.adopted()?;
    let is_kept = after.adoptions.iter().any(|adoption| adoption.id == adopted.id);
    (is_kept && after.adopted().is_none()).then_some(NoDecision::Unsettles)
}

/// What somebody else wrote on the ground of what is taken back.
fn built_on<'r>(me: MemberId, taken: &HashSet<RecordId>, history: &'r [Record]) -> Option<&'r Record> {
    let undone = undone(history);
    let (mut makes_subject, mut adopts) = (false, false);
    history.iter().find(|record| {
        if taken.contains(&record.id) {
            makes_subject |= record.event.as_ref().is_some_and(|event| event.facts().makes_subject);
            adopts |= matches!(record.event, Some(Event::Decision(DecisionEvent::Adopted(_))));
            return false;
        }
        // What became of a decision rests on its having been adopted, by whichever record.
        let became = matches!(
            record.event,
            Some(Event::Decision(DecisionEvent::Judged(_) | DecisionEvent::Reviewed(_)))
        );
        let rests = makes_subject
            || (adopts && became)
            || record.ends.iter().any(|id| taken.contains(id))
            || record
                .event
                .as_ref()
                .and_then(|event| event.facts().rests_on)
                .is_some_and(|id| taken.contains(&id));
        // An undo builds nothing: it takes away, and what it took away counts no more.
        let builds = !matches!(record.event, Some(Event::Undone(_)));
        rests && builds && record.author != me && !undone.contains(&record.id)
    })
}

/// The claim of somebody who leads since then, where another's lead would stand again beside it: they claimed what
/// was free.
fn leads_since<'r>(taken: &HashSet<RecordId>, history: &'r [Record]) -> Option<&'r Record> {
    let first = history.iter().position(|record| taken.contains(&record.id))?;
    let before = task(history)?;
    let rest: Vec<Record> = history.iter().filter(|record| !taken.contains(&record.id)).cloned().collect();
    let after = task(&rest)?;
    let stood = |claim: &Claim| before.leads().any(|lead| lead.id == claim.id);
    let again: Vec<&Claim> = after.leads().filter(|claim| !stood(claim)).collect();
    let now = after.leads().filter(|claim| stood(claim));
    let beside: Vec<&Claim> =
        now.filter(|claim| again.iter().any(|lead| lead.member != claim.member)).collect();
    history[first..].iter().find(|record| beside.iter().any(|claim| claim.id == record.id))
}

fn task(history: &[Record]) -> Option<Task> {
    let kind = history.iter().find_map(|record| Kind::of(&record.kind))?;
    match Subject::fold(kind, history.first()?.subject, history) {
        Subject::Task(task) if task.origin.is_some() => Some(*task),
        _ => None,
    }
}
